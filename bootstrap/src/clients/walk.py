#!/usr/bin/env python3
"""Works with the generated Python client on a running service, and checks what it gets.

    ./mvnw verify -Pclients
    cd bootstrap
    export TOKEN=... PYTHONPATH=target/clients/python
    target/clients/venv/bin/python src/clients/walk.py http://127.0.0.1:8080 ACCOUNT

Whatever it makes in the account has a word in its name that is new in each run.
"""

import json
import os
import re
import secrets
import sys
import urllib.parse

import kpi_groups_client as client

WORD = secrets.token_hex(6)


def check(good, *what):
    if not good:
        sys.exit(f"Not as it must be: {what}")


def refused(call, status, problem):
    """The problem that a call is refused with, which must be this one."""
    try:
        call()
    except client.ApiException as refusal:
        check(refusal.status == status, refusal)
        check(refusal.data.type == f"urn:kpi-groups:problem:{problem}", refusal)
        return refusal.data
    sys.exit(f"Not refused with {status}")


def pages(operation, *path, **parameters):
    """A list page by page, as `Link` leads.

    The cursor of `next` takes the place of `skip`; all other parameters stay.
    """
    while True:
        page = operation(*path, **parameters)
        yield page.data
        link = re.search(r'<([^>]*)>; *rel="?next"?', page.headers.get("Link", ""))
        if not link:
            break
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(link[1]).query)
        parameters = {**parameters, "cursor": query["cursor"][0]}
        parameters.pop("skip", None)


def rows(operation, *path, **parameters):
    return [row for page in pages(operation, *path, **parameters) for row in page.items]


def main():
    host, account = sys.argv[1:]
    configuration = client.Configuration(
        host=host, access_token=os.environ["TOKEN"], api_key={"account": account}
    )
    with client.ApiClient(configuration) as api:
        groups = client.KPIGroupsApi(api)
        members = client.MembershipApi(api)
        made = [make(groups, f"{WORD} Ünit {i} 🎯") for i in range(20)]
        walk(groups, made)
        search(groups, made)
        star(groups, client.FavoritesApi(api), made[3:6])
        kpis = fill(groups, members, client.KPIRegisterApi(api), made[0])
        restore(groups, members, made[0], kpis)


def make(groups, name):
    return groups.create_kpi_group(client.KpiGroupWrite(name=name)).id


def walk(groups, made):
    """Every group that was there throughout comes once, whatever comes and goes meanwhile."""
    for sort in ("id", "-name", "dateCreated,-id"):
        seen, passing = [], []
        for page in pages(
            groups.list_kpi_groups_with_http_info, sort=sort, limit=3, count="none", q=WORD
        ):
            check(page.total_count is None, page)
            seen += [row.id for row in page.items]
            passing.append(make(groups, f"{WORD} Ünit {len(passing) * 7 % 10} passing"))
            if len(passing) % 2 == 0:
                groups.delete_kpi_group(passing.pop(0))
        check(sorted(set(seen) & set(made)) == sorted(made), sort, seen)
        check(len(seen) == len(set(seen)), sort, seen)
        for group in passing:
            groups.delete_kpi_group(group)
    rest = rows(groups.list_kpi_groups_with_http_info, skip=5, limit=4, q=WORD)
    check([row.id for row in rest] == sorted(made)[5:], rest)
    print(f"walked {len(made)} groups by cursor in three orders, while others came and went")


def search(groups, made):
    """`q` folds case and accents; `filter` does not, and takes relaxed JSON too."""
    found = rows(groups.list_kpi_groups_with_http_info, q=f"{WORD.upper()} unit 1", limit=4)
    check(len(found) == 11, found)
    strict = json.dumps({"name": {"$regex": f"^{WORD} Ünit 1.*"}, "id": {"$in": made[:12]}})
    relaxed = f'{{$or: [{{id: "{made[1]}"}}, {{name: "{WORD} Ünit 10 🎯"}}]}}'
    for text, ids in ((strict, [made[1], made[10], made[11]]), (relaxed, [made[1], made[10]])):
        found = rows(groups.list_kpi_groups_with_http_info, filter=text, sort="id", limit=2)
        check([row.id for row in found] == sorted(ids), text, found)
    wrong = refused(lambda: groups.list_kpi_groups(filter='{"colour": 1}'), 400, "invalid-input")
    check([(e.var_in, e.name) for e in wrong.errors] == [("query", "filter")], wrong)
    wrong = refused(lambda: groups.list_kpi_groups(cursor="nonsense"), 400, "invalid-input")
    check([(e.var_in, e.name) for e in wrong.errors] == [("query", "cursor")], wrong)
    print("searched by q and by filter; a wrong filter and a wrong cursor were refused")


def star(groups, favorites, some):
    for group in some:
        favorites.favorite_kpi_group(group)
    for asked in ({"favorite": True, "q": WORD}, {"filter": "{favorite: true}"}):
        found = rows(groups.list_kpi_groups_with_http_info, limit=2, **asked)
        check([row.id for row in found if row.id in some] == sorted(some), asked, found)
        check(all(row.favorite for row in found), found)
    favorites.unfavorite_kpi_group(some[0])
    check(not groups.get_kpi_group(some[0]).favorite, some)
    print(f"starred {len(some)} groups, and took one star back")


def fill(groups, members, register, group):
    kpis = [f"{WORD}-{i}" for i in range(5)]
    for kpi in kpis:
        register.register_kpi(kpi, client.KpiWrite(name=f"KPI {kpi}"))
    changed = members.change_kpis_of_kpi_group(group, client.KpiBatch(add=kpis))
    check((changed.added, changed.removed, changed.unchanged) == (5, 0, 0), changed)
    changed = members.change_kpis_of_kpi_group(
        group, client.KpiBatch(add=kpis[:2], remove=kpis[4:])
    )
    check((changed.added, changed.removed, changed.unchanged) == (0, 1, 2), changed)
    here = rows(members.list_kpis_of_kpi_group_with_http_info, group, sort="-kpiId", limit=2)
    check([row.kpi_id for row in here] == kpis[3::-1], here)
    unknown = client.KpiBatch(add=[f"{WORD}-none"])
    refused(lambda: members.change_kpis_of_kpi_group(group, unknown), 404, "kpi-not-found")
    counted = groups.list_kpi_groups(kpi_id=kpis[0], fields="kpiCount").items
    check([(row.id, row.kpi_count, row.name) for row in counted] == [(group, 4, None)], counted)
    there = rows(members.list_kpi_groups_of_kpi_with_http_info, kpis[0], limit=1)
    check([row.id for row in there] == [group], there)
    register.unregister_kpi(kpis[3])
    last = members.list_kpis_of_kpi_group(group, sort="-kpiId", limit=1).items[0]
    check((last.kpi_id, last.name) == (kpis[3], None), last)
    print(f"filled a group with {len(here)} KPIs by batches; one that left the register stayed")
    return kpis[:4]


def restore(groups, members, group, kpis):
    before = groups.get_kpi_group_with_http_info(group)
    tag = before.headers["ETag"]
    renamed = groups.rename_kpi_group(
        group, client.KpiGroupWrite(name=f"{WORD} renamed"), if_match=tag
    )
    refused(lambda: groups.delete_kpi_group(group, if_match=tag), 412, "stale-revision")
    groups.delete_kpi_group(group)
    refused(lambda: groups.get_kpi_group(group), 404, "group-not-found")
    gone = rows(groups.list_kpi_groups_with_http_info, deleted=True, q=f"{WORD} renamed")
    check([(row.id, row.purge_after > row.date_deleted) for row in gone] == [(group, True)], gone)
    check(groups.restore_kpi_group(group) == renamed, renamed)
    here = members.list_kpis_of_kpi_group(group).items
    check([row.kpi_id for row in here] == kpis, here)
    print(f"restored a group that was deleted, with its {len(here)} KPIs")


if __name__ == "__main__":
    main()
