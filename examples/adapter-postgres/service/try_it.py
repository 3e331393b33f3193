#!/usr/bin/env python3
"""Tries the packaged service on PostgreSQL: the nine operations, and kills under load.

    python3 service/try_it.py jdbc:postgresql://127.0.0.1:5432/kpigroups?user=kpi

Needs curl and openssl. Every change that was answered must be there after each kill.
"""
import base64
import json
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid

JAR = pathlib.Path(__file__).parent / "target/quarkus-app/quarkus-run.jar"
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="kpi-groups-try"))
WRITERS, KILLS, CHANGES_BETWEEN = 6, 3, 150
ACCOUNTS = ["try-" + uuid.uuid4().hex for _ in range(WRITERS + 1)]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


PORT, MANAGEMENT = free_port(), free_port()
API = f"http://127.0.0.1:{PORT}/api/v1"


def openssl(*arguments, **more):
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True, **more).stdout


def token():
    """A token as an identity provider would make it, signed with a key of ours."""
    openssl("genrsa", "-out", FOLDER / "key.pem", "2048")
    openssl("rsa", "-in", FOLDER / "key.pem", "-pubout", "-out", FOLDER / "public.pem")
    claims = {"sub": "ann", "accounts": ACCOUNTS, "permissions": ["kpis:manage"],
              "iat": int(time.time()), "exp": int(time.time()) + 3600}
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=")
             for part in ({"alg": "RS256", "typ": "JWT"}, claims)]
    signature = openssl("dgst", "-sha256", "-sign", FOLDER / "key.pem", input=b".".join(parts))
    return b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()


def start(url):
    service = subprocess.Popen(
        ["java", "-Dkpigroups.store=postgres", f"-Dkpigroups.postgres.url={url}",
         f"-Dmp.jwt.verify.publickey.location={FOLDER / 'public.pem'}",
         f"-Dquarkus.http.port={PORT}", f"-Dquarkus.management.port={MANAGEMENT}",
         "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.management.host=127.0.0.1", "-jar", JAR],
        cwd=FOLDER, stdout=open(FOLDER / "log", "a"), stderr=subprocess.STDOUT)
    while service.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{MANAGEMENT}/q/health/ready").read()
            return service
        except OSError:
            time.sleep(0.1)
    sys.exit((FOLDER / "log").read_text())


def curl(bearer, method, path, body=None):
    data = ["-H", "Content-Type: application/json", "-d", json.dumps(body)] if body else []
    answer = subprocess.run(
        ["curl", "-s", "-w", "\n%{http_code}", "-X", method, f"{API}{path}", *data,
         "-H", f"Authorization: Bearer {bearer}", "-H", f"gtmhub-accountId: {ACCOUNTS[-1]}"],
        check=True, capture_output=True, text=True).stdout
    text, status = answer.rsplit("\n", 1)
    print(f"{method:6} {path:60} {status} {text[:90]}")
    assert status.startswith("2"), answer
    return json.loads(text) if text else None


def nine(bearer):
    curl(bearer, "PUT", "/kpis/k1", {"name": "Revenue"})
    group = f"/kpis/groups/{curl(bearer, 'POST', '/kpis/groups', {'name': 'Sales'})['id']}"
    member = group.replace("/kpis/", "/kpis/k1/", 1)
    curl(bearer, "GET", "/kpis/groups")
    curl(bearer, "GET", group)
    curl(bearer, "PATCH", group, {"name": "Sales EMEA"})
    curl(bearer, "PUT", group + "/favorite")
    curl(bearer, "PUT", member)
    assert curl(bearer, "GET", "/kpis/groups?favorite=true&kpiId=k1")["totalCount"] == 1
    curl(bearer, "DELETE", member)
    curl(bearer, "DELETE", group + "/favorite")
    curl(bearer, "DELETE", group)


class Writer(threading.Thread):
    """Makes groups in an account of its own, and keeps books of what was answered."""

    def __init__(self, bearer, account):
        super().__init__(daemon=True)
        self.head = {"Authorization": f"Bearer {bearer}", "gtmhub-accountId": account,
                     "Content-Type": "application/json"}
        self.books, self.answered, self.over = [], 0, threading.Event()

    def send(self, method, path, body=None):
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(API + path, data, self.head, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def change(self, *request):
        answer = self.send(*request)
        self.answered += 1
        return answer

    def run(self):
        while not self.over.is_set():
            try:
                if self.answered == 0:
                    self.change("PUT", "/kpis/k1", {"name": "Revenue"})
                # What the account must have at least: a change that was not answered may be there.
                group = {"id": self.change("POST", "/kpis/groups", {"name": "Old"})["id"]}
                self.books.append(group)
                self.change("PATCH", f"/kpis/groups/{group['id']}", {"name": "New"})
                group["name"] = "New"
                self.change("PUT", f"/kpis/groups/{group['id']}/favorite")
                group["favorite"] = True
                self.change("PUT", f"/kpis/k1/groups/{group['id']}")
                group["kpiCount"] = 1
            except (OSError, urllib.error.URLError, ValueError) as e:
                if isinstance(e, urllib.error.HTTPError) and e.code not in (500, 503):
                    raise
                time.sleep(0.05)

    def lost(self):
        page = self.send("GET", "/kpis/groups?limit=1000&fields=id,name,favorite,kpiCount")
        assert page["totalCount"] <= 1000
        kept = {group["id"]: group for group in page["items"]}
        return [group for group in self.books
                if any(kept.get(group["id"], {}).get(key) != value for key, value in group.items())]


def main(url):
    bearer = token()
    service = start(url)
    nine(bearer)
    writers = [Writer(bearer, account) for account in ACCOUNTS[:-1]]
    for writer in writers:
        writer.start()
    for _ in range(KILLS):
        enough = sum(w.answered for w in writers) + CHANGES_BETWEEN
        while sum(w.answered for w in writers) < enough and all(w.is_alive() for w in writers):
            time.sleep(0.01)
        service.send_signal(signal.SIGKILL)
        service.wait()
        service = start(url)
    for writer in writers:
        writer.over.set()
    for writer in writers:
        writer.join()
    lost = sum((writer.lost() for writer in writers), [])
    print(f"Killed {KILLS} times: {sum(w.answered for w in writers)} changes answered, {len(lost)} lost")
    service.terminate()
    service.wait()
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main(sys.argv[1])
