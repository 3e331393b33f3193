"""What Schemathesis checks and does beside its own checks; fuzz.py says who calls."""

import atexit
import collections
import json
import os
import pathlib
import random
import re
import threading
import urllib.error
import urllib.parse
import urllib.request

import filters
import schemathesis

OWN = os.environ["FUZZ_OWN"]
OTHER = os.environ["FUZZ_OTHER"]
TOKEN = os.environ["FUZZ_TOKEN"]
KPIS = json.loads(os.environ["FUZZ_KPIS"])
EVERY = 20
BATCH = 1000
DELETION = {"dateDeleted", "deletedById", "purgeAfter"}

NEXT = re.compile(r'<([^<>]*)>; rel="next"')

lock = threading.Lock()
cursors = {}
statuses = collections.Counter()
operations = collections.Counter()
trespasses = 0
misleading = 0


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes input right, where it is meant to be, in what a schema cannot say.

    limit and take are one parameter of two names, a list is sorted by a field once and tells it
    once, of what was deleted there is more to tell, and a batch names a KPI once and has a size. A
    filter is one, and a cursor comes from a page of the list. Names then carry the account's secret, so that it could be seen to leak, and both accounts use
    the same idempotency keys.
    """
    if case.meta is None or case.meta.generation.mode.is_negative:
        return
    if case.query:
        case.query = leading_on(case, consistent(case.query))
    for condition in ("If-Match", "If-None-Match"):
        # The coverage phase takes 0 for a header whatever the pattern.
        if case.headers and case.headers.get(condition) == "0":
            case.headers[condition] = "*"
    key = case.headers.get("Idempotency-Key") if case.headers else None
    if key:
        # At its ends a header has no spaces; and the same key is to be sent again and again.
        case.headers["Idempotency-Key"] = f"key {len(key)}"
    if isinstance(case.body, dict) and {"add", "remove"} & case.body.keys():
        case.body = batch(case.body)
    name = case.body.get("name") if isinstance(case.body, dict) else None
    if isinstance(name, str) and len(name) + len(OWN) < 250:
        case.body = {**case.body, "name": OWN + name}


def consistent(query):
    """The same query with parameters that fit each other."""
    query = {name: value for name, value in query.items() if name != "take" or "limit" not in query}
    fields = {key.removeprefix("-"): key for key in str(query.get("sort", "")).split(",") if key}
    told = dict.fromkeys(str(query.get("fields", "")).split(","))
    if "fields" in query:
        query["fields"] = ",".join(told)
    if "dateDeleted" in fields or DELETION & told.keys():
        query["deleted"] = "true"
    if fields:
        query["sort"] = ",".join(fields.values())
    if "q" in query and not any(letter.isalnum() for letter in str(query["q"])):
        query["q"] = "secret"
    if "filter" in query:
        query["filter"] = filters.good(random.Random(str(query["filter"])), OWN, KPIS)
    return query


def leading_on(case, query):
    """The same query, its cursor that of a page of this list; without one if there is no next."""
    if query.pop("cursor", None) is None:
        return query
    size = 1 + len(str(query)) % 3
    answer = ask(case, {**without(query, "skip", "limit", "take"), "limit": size})
    found = NEXT.search(answer.headers["Link"] or "")
    if found:
        parameters = urllib.parse.parse_qs(urllib.parse.urlsplit(found[1]).query)
        query = {**without(query, "skip"), "cursor": parameters["cursor"][0]}
        with lock:
            cursors[case.operation.label] = query["cursor"]
    return query


def without(query, *names):
    return {name: value for name, value in query.items() if name not in names}


def ask(case, query):
    """What the list answers to another query."""
    url = case.operation.base_url.rstrip("/") + case.formatted_path
    headers = {"Authorization": f"Bearer {TOKEN}", "gtmhub-accountId": OWN}
    request = urllib.request.Request(f"{url}?{urllib.parse.urlencode(query)}", headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer
    except urllib.error.HTTPError as refusal:
        return refusal


@schemathesis.check
def is_not_misled(ctx, response, case):
    """A list that is answered is refused with a wrong filter or cursor that looks right."""
    global misleading
    known = cursors.get(case.operation.label)
    if known is None or response.status_code != 200 or case.method != "GET":
        return
    query = case.query or {}
    chance = random.Random(str(query))
    of_groups = case.operation.label.endswith("/groups")
    place = chance.randrange(len(known))
    wrong = {"cursor": known[:place] + chance.choice("AB-_") + known[place + 1 :]}
    others = [
        cursor
        for label, cursor in list(cursors.items())
        if label != case.operation.label and not (of_groups and label.endswith("/groups"))
    ]
    if others and chance.random() < 0.5:
        wrong = {"cursor": chance.choice(others)}
    if of_groups and chance.random() < 0.5:
        wrong = {"filter": filters.bad(chance, OWN, KPIS)}
    if wrong.get("cursor") == known:
        return
    answer = ask(case, {**without(query, "skip", "cursor", ""), **wrong})
    with lock:
        misleading += 1
    assert answer.status == 400, f"{wrong} is answered {answer.status}"
    named = [error["name"] for error in json.loads(answer.read())["errors"]]
    assert named == [*wrong], f"{wrong} is refused for {named}"


def batch(body):
    """The same batch, with some KPIs that there are, and none named twice."""
    seen = set()
    lists = {}
    for name in ("add", "remove"):
        some = body.get(name)
        if isinstance(some, list):
            known = KPIS[len(some) % len(KPIS) :][: len(some) % 3]
            room = BATCH - len(seen)
            lists[name] = [one for one in dict.fromkeys([*known, *some]) if one not in seen][:room]
            seen.update(lists[name])
    return {**body, **lists}


@schemathesis.check
def tells_nothing_of_the_other_account(ctx, response, case):
    """No answer, in its body or its headers, has the other account's secret."""
    global trespasses
    said = response.text + str(response.headers)
    assert OTHER not in said, "The answer tells of the other account"
    with lock:
        statuses[response.status_code] += 1
        operations[case.operation.label] += 1
        trespass = sum(statuses.values()) % EVERY == 0
    if trespass:
        answer = case.call(headers={"gtmhub-accountId": OTHER})
        with lock:
            trespasses += 1
        assert OTHER not in answer.text, "The answer tells of the other account"
        # What a path takes is told to everybody, without a token.
        asked = answer.request.method == "OPTIONS"
        assert asked or answer.status_code >= 400, "The other account can be acted in"


@atexit.register
def write_counts():
    counts = {"statuses": statuses, "operations": operations}
    counts |= {"trespasses": trespasses, "misleading": misleading}
    pathlib.Path(os.environ["FUZZ_COUNTS"]).write_text(json.dumps(counts))
