"""Filters for lists of groups, good and bad. All that is random follows from what is handed in."""

import json
import re

WORDS = ["secret", "Sales", "\u00c9tat", "\U0001f600", "a b", "'; --", "$where", ""]
EQUALITY = ["$eq", "$ne", "$in", "$nin"]
ORDERED = EQUALITY + ["$gt", "$gte", "$lt", "$lte"]
FIELDS = {
    "id": ORDERED,
    "_id": ORDERED,
    "name": ORDERED + ["$regex"],
    "createdById": ORDERED,
    "modifiedById": ORDERED,
    "dateCreated": ORDERED,
    "dateUpdated": ORDERED,
    "favorite": EQUALITY,
    "kpiId": ["$eq", "$in"],
}
BAD = [
    "{%s,}",
    "[%s]",
    "{%s}}",
    "{%s",
    "{x:1,%s}",
    "{$where:\"1\",%s}",
    "{name:null,%s}",
    "{name:{$gt:{$ne:\"\"}},%s}",
    "{name:{$regex:\"(a+)+$\"},%s}",
    "{id:\"x\",%s}",
    "{favorite:\"true\",%s}",
    "{kpiId:{$ne:\"k1\"},%s}",
    "{dateCreated:{$gt:1},%s}",
    "{$or:[],%s}",
]


def good(random, secret, kpis):
    """The text of a filter that is one; it may name the account's users, groups' names and KPIs."""
    return written(random, expression(random, secret, kpis, 3))


def bad(random, secret, kpis):
    """A text that is no filter, though it has one in it."""
    members = json.dumps(expression(random, secret, kpis, 1) | {"createdById": secret})
    return random.choice(BAD) % members[1:-1]


def expression(random, secret, kpis, depth):
    whole = {}
    for _ in range(random.randint(0, 3)):
        key = random.choice([*FIELDS, *(["$and", "$or"] if depth else [])])
        if key in FIELDS:
            whole[key] = condition(random, key, lambda name: value(random, name, secret, kpis))
        else:
            some = range(random.randint(1, 3))
            whole[key] = [expression(random, secret, kpis, depth - 1) for _ in some]
    return whole


def condition(random, field, some):
    if random.random() < 0.3:
        return some(field)
    said = {}
    for operator in random.sample(FIELDS[field], random.randint(1, 2)):
        if operator in ("$in", "$nin"):
            said[operator] = [some(field) for _ in range(random.randint(0, 4))]
        else:
            said[operator] = some(operator if operator == "$regex" else field)
    return said


def value(random, field, secret, kpis):
    if field == "favorite":
        return random.random() < 0.5
    if field in ("id", "_id"):
        return f"{random.getrandbits(96):024x}"
    if field == "kpiId":
        return random.choice(kpis)
    if field.startswith("date"):
        offset = random.choice(["Z", "z", "+05:30", "-11:00"])
        fraction = random.choice(["", ".5", ".1234567"])
        return f"20{random.randint(10, 40)}-02-{random.randint(1, 28):02}T23:59:59{fraction}{offset}"
    if field.endswith("ById"):
        return f"{secret}-user"
    words = [secret, *random.sample(WORDS, 2)]
    if field == "$regex":
        literal = [re.sub(r"([()\[\]{}+?|*.^$\\])", r"\\\1", word) for word in words]
        return random.choice(["", "^"]) + ".*".join(literal) + random.choice(["", "$"])
    return " ".join(words)


def written(random, whole):
    """As JSON, in one of the ways in which it can be written."""
    text = json.dumps(whole, ensure_ascii=random.random() < 0.5)
    return re.sub(r'"([$\w]+)":', r"\1:", text) if random.random() < 0.5 else text
