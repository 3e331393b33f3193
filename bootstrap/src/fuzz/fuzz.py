#!/usr/bin/env python3
"""Fuzzes the packaged service from its OpenAPI document, in two accounts side by side.

Needs Python 3.11 or newer and a built service (./mvnw package -DskipTests). Makes a virtual
environment below target/, starts the service with keys made for this run, gives two accounts
things that carry a secret marker, and lets Schemathesis call every operation in both at once, with
input that fits the document and input that does not. hooks.py checks every answer for the other
account's marker. Everything generated follows from --seed; ids are the service's own.

    bootstrap/src/fuzz/fuzz.py [--seed N] [--examples N] [-- -Dkpigroups.store=mongo ...]
"""

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.request
import venv

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "target"
WORK = TARGET / "fuzz"
JAR = TARGET / "quarkus-app" / "quarkus-run.jar"
SEEDED = 200
KNOWN = 20


def arguments():
    parser = argparse.ArgumentParser(description="Fuzz the packaged service.")
    parser.add_argument("--seed", type=int, default=20231)
    parser.add_argument("--examples", type=int, default=1000, help="per operation and account")
    parser.add_argument("--at-least", type=int, default=20_000, help="requests, or it has failed")
    parser.add_argument("--port", type=int, default=0, help="of the service; 0: any that is free")
    parser.add_argument("settings", nargs="*", help="settings of the service, after --")
    return parser.parse_args()


def python():
    """The interpreter of an environment that has exactly what requirements.txt pins."""
    requirements = (HERE / "requirements.txt").read_text()
    folder = WORK / "venv"
    done = folder / "requirements.txt"
    if not done.exists() or done.read_text() != requirements:
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run(
            [folder / "bin" / "pip", "install", "--quiet", "--no-deps", "--requirement",
             HERE / "requirements.txt"],
            check=True,
        )
        done.write_text(requirements)
    return folder / "bin" / "python"


class Account:
    """One of the two accounts, whose id, user and things all carry its secret."""

    def __init__(self, name, seed, sign):
        self.name = name
        self.secret = f"secret-{name}-{seed:x}"
        self.token = sign(f"{self.secret}-user", self.secret)
        self.groups = []
        self.deleted = []
        self.kpis = [f"kpi-{name}-{i}" for i in range(KNOWN)]

    def call(self, base, method, path, body=None):
        request = urllib.request.Request(
            base + "/api/v1" + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": "Bearer " + self.token,
                "gtmhub-accountId": self.secret,
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def furnish(self, base):
        """Makes KPIs, groups with members, some of them deleted, and favorites.

        All of that tells whose it is.
        """
        for kpi in self.kpis:
            entry = {"name": f"{self.secret} {kpi}", "ownerIds": [self.secret]}
            self.call(base, "PUT", f"/kpis/{kpi}", entry)
        for i in range(SEEDED):
            group = self.call(base, "POST", "/kpis/groups", {"name": f"{self.secret} {i}"})["id"]
            some = [self.kpis[(i + j) % KNOWN] for j in range(3)]
            self.call(base, "POST", f"/kpis/groups/{group}/kpis/batch", {"add": some})
            if i < KNOWN:
                self.call(base, "PUT", f"/kpis/groups/{group}/favorite")
            if i < SEEDED - KNOWN:
                self.groups.append(group)
            else:
                self.call(base, "DELETE", f"/kpis/groups/{group}")
                self.deleted.append(group)

    def everything(self, base):
        """All that the account's lists hold, and the KPIs of its groups."""
        groups = list(self.rows(base, "/kpis/groups?"))
        yield from groups
        yield from self.rows(base, "/kpis/groups?deleted=true&")
        yield from self.rows(base, "/kpis?")
        for group in groups[: 2 * SEEDED]:
            yield from self.rows(base, f"/kpis/groups/{group['id']}/kpis?")

    def rows(self, base, path):
        """A list, page by page."""
        skip = 0
        while True:
            page = self.call(base, "GET", f"{path}skip={skip}&limit=1000")
            yield from page["items"]
            skip += page["count"]
            if page["count"] == 0 or skip >= page["totalCount"]:
                break


def keys():
    """Writes a key set for this run, and answers what signs tokens with it."""
    import jwt
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    public = jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True)
    (WORK / "keys.json").write_text(json.dumps({"keys": [{**public, "kid": "fuzz", "use": "sig"}]}))

    def sign(user, account):
        claims = {
            "sub": user,
            "accounts": [account],
            "permissions": ["kpis:manage"],
            "exp": int(time.time()) + 4 * 3600,
        }
        return jwt.encode(claims, key, algorithm="ES256", headers={"kid": "fuzz"})

    return sign


def service(options):
    """Starts the service and answers its process and its address."""
    shutil.rmtree(WORK / "data", ignore_errors=True)
    log = WORK / "service.log"
    command = [
        "java",
        f"-Dmp.jwt.verify.publickey.location={WORK / 'keys.json'}",
        f"-Dkpigroups.embedded.path={WORK / 'data'}",
        "-Dquarkus.http.host=127.0.0.1",
        f"-Dquarkus.http.port={options.port}",
        "-Dquarkus.management.port=0",
        *options.settings,
        "-jar",
        str(JAR),
    ]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    for _ in range(600):
        said = re.search(r"(http://\S+)/q/swagger-ui", log.read_text())
        if said:
            return process, re.sub(r"//[^:/]+:", "//127.0.0.1:", said.group(1))
        if process.poll() is not None:
            break
        time.sleep(0.1)
    process.kill()
    sys.exit("The service did not start:\n" + log.read_text())


def configure(account, other, base):
    """Writes what Schemathesis is to do as this account: known ids are its own and the other's."""
    groups = account.groups[:KNOWN] + other.groups[KNOWN : 5 * KNOWN]
    groups += account.deleted[: KNOWN // 2] + other.deleted[KNOWN // 2 :]
    text = (HERE / "schemathesis.toml").read_text()
    replace = {
        "@TOKEN@": account.token,
        "@ACCOUNT@": account.secret,
        '"@GROUPS@"': json.dumps(groups),
        '"@KPIS@"': json.dumps(account.kpis + other.kpis),
    }
    for old, new in replace.items():
        text = text.replace(old, new)
    folder = WORK / account.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "schemathesis.toml").write_text(text)
    return folder


def fuzz(options, account, other, base):
    """Starts Schemathesis as this account; what it says goes to a file of its own."""
    folder = configure(account, other, base)
    environment = os.environ | {
        "PYTHONPATH": str(HERE),
        "SCHEMATHESIS_HOOKS": "hooks",
        "PYTHONDONTWRITEBYTECODE": "1",
        "FUZZ_OWN": account.secret,
        "FUZZ_OTHER": other.secret,
        "FUZZ_TOKEN": account.token,
        "FUZZ_KPIS": json.dumps(account.kpis + other.kpis),
        "FUZZ_COUNTS": str(folder / "counts.json"),
    }
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", "schemathesis.toml",
        "run", base + "/q/openapi?format=json", "--url", base,
        "--seed", str(options.seed), "--max-examples", str(options.examples),
        "--continue-on-failure", "--no-color", "--warnings", "off",
    ]
    with (folder / "report.txt").open("w") as out:
        return subprocess.Popen(
            command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT
        )


def strangers(accounts, base):
    """What the lists of an account hold, at the end, that tells of the other account."""
    for account, other in (accounts, accounts[::-1]):
        for item in account.everything(base):
            mine = item.get("accountId", account.secret) == account.secret
            if not mine or other.secret in json.dumps(item):
                yield account.name, item


def report(accounts, exits, leaked, at_least):
    statuses = collections.Counter()
    operations = collections.Counter()
    trespasses = misleading = 0
    for account in accounts:
        counts = json.loads((WORK / account.name / "counts.json").read_text())
        statuses.update(counts["statuses"])
        operations.update(counts["operations"])
        trespasses += counts["trespasses"]
        misleading += counts["misleading"]
    total = sum(statuses.values())
    print(f"requests      {total}, {trespasses} more as the other account, and {misleading} more with "
          "a wrong filter or cursor")
    for name, count in sorted(operations.items()):
        print(f"  {count:7} {name}")
    print("statuses      " + ", ".join(f"{s}: {n}" for s, n in sorted(statuses.items())))
    print(f"leaks at the end: {leaked or 'none'}")
    for account, code in zip(accounts, exits):
        print(f"account {account.name}: Schemathesis ended with {code}, see "
              f"{WORK / account.name / 'report.txt'}")
    log = (WORK / "service.log").read_text()
    errors = [line for line in log.splitlines() if " ERROR " in line]
    print(f"errors in the service's log: {len(errors)}")
    return not (any(exits) or leaked or errors or total < at_least)


def main():
    if not JAR.exists():
        sys.exit("Build the service first: ./mvnw -q package -DskipTests")
    WORK.mkdir(parents=True, exist_ok=True)
    interpreter = python()
    if pathlib.Path(sys.prefix) != WORK / "venv":
        os.execv(interpreter, [str(interpreter), __file__, *sys.argv[1:]])
    options = arguments()
    sign = keys()
    process, base = service(options)
    try:
        accounts = [Account("ann", options.seed, sign), Account("bob", options.seed + 1, sign)]
        for account in accounts:
            account.furnish(base)
        started = time.monotonic()
        runs = [fuzz(options, *pair, base) for pair in (accounts, accounts[::-1])]
        exits = [run.wait() for run in runs]
        good = report(accounts, exits, list(strangers(accounts, base)), options.at_least)
        print(f"{'PASSED' if good else 'FAILED'} in {time.monotonic() - started:.0f} s, "
              f"seed {options.seed}")
    finally:
        process.terminate()
        process.wait()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
