"""What Schemathesis checks and does beside its own checks; fuzz.py says who calls."""

import atexit
import collections
import json
import os
import pathlib
import threading

import schemathesis

OWN = os.environ["FUZZ_OWN"]
OTHER = os.environ["FUZZ_OTHER"]
EVERY = 20

lock = threading.Lock()
statuses = collections.Counter()
operations = collections.Counter()
trespasses = 0


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes input right, where it is meant to be, in what a schema cannot say.

    limit and take are one parameter of two names, and a list is sorted by a field once. Names then
    carry the account's secret, so that it could be seen to leak.
    """
    if case.meta is None or case.meta.generation.mode.is_negative:
        return
    if case.query and "limit" in case.query and "take" in case.query:
        case.query = {name: value for name, value in case.query.items() if name != "take"}
    if case.query and "sort" in case.query:
        fields = {key.removeprefix("-"): key for key in str(case.query["sort"]).split(",")}
        case.query = {**case.query, "sort": ",".join(fields.values())}
    for condition in ("If-Match", "If-None-Match"):
        # The coverage phase takes 0 for a header whatever the pattern.
        if case.headers and case.headers.get(condition) == "0":
            case.headers[condition] = "*"
    name = case.body.get("name") if isinstance(case.body, dict) else None
    if isinstance(name, str) and len(name) + len(OWN) < 250:
        case.body = {**case.body, "name": OWN + name}


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
    counts = {"statuses": statuses, "operations": operations, "trespasses": trespasses}
    pathlib.Path(os.environ["FUZZ_COUNTS"]).write_text(json.dumps(counts))
