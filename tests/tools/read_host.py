"""Reads a served archive: every file as it lies in its folder, its type and headers, and what is not there.

    read_host.py SERVER ADDRESS FOLDER
"""

import http.client
import pathlib
import sys
import time
import urllib.parse

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".tbx": "application/xml; charset=utf-8",
    ".tmx": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    "": "text/plain; charset=utf-8",
}
HEADERS = {"x-content-type-options": "nosniff"}
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"


class Host:
    def __init__(self, address):
        self.base = urllib.parse.urlsplit(address)
        self.connection = http.client.HTTPConnection(self.base.netloc, timeout=20)

    def ask(self, path, headers=None):
        self.connection.request("GET", self.base.path + urllib.parse.quote(path), headers=headers or {})
        answer = self.connection.getresponse()
        return answer, answer.read()

    def wait(self):
        for _ in range(100):
            try:
                return self.ask("")
            except OSError:
                self.connection.close()
                time.sleep(0.1)
        raise SystemExit("the server does not answer")


def expected_type(path):
    if path.name == "feed.xml":
        return "application/atom+xml; charset=utf-8"
    return TYPES.get(path.suffix)


def main(server, address, folder):
    host = Host(address)
    host.wait()
    folder = pathlib.Path(folder)
    wrong = []

    def check(what, found, wanted):
        if found != wanted:
            wrong.append(f"{what}: {found!r}, not {wanted!r}")

    files = [it for it in sorted(folder.rglob("*")) if it.is_file()]
    shown = [it for it in files if not it.relative_to(folder).parts[0].startswith(".")]
    pressed = {it for it in shown if it.suffix in (".gz", ".br")}
    for file in shown:
        path = file.relative_to(folder).as_posix()
        address = path[: -len("index.html")] if file.name == "index.html" else path
        answer, body = host.ask(address)
        check(f"/{address}", (answer.status, body == file.read_bytes()), (200, True))
        if file in pressed:
            continue
        kind = expected_type(file)
        if kind is not None:
            check(f"type of /{address}", answer.getheader("content-type", "").lower(), kind)
        for name, value in HEADERS.items():
            check(f"{name} of /{address}", answer.getheader(name), value)
        is_fixed = path.startswith("assets/")
        caching = "public, max-age=31536000, immutable" if is_fixed else "no-cache"
        check(f"caching of /{address}", answer.getheader("cache-control"), caching)
        if file.suffix == ".html":
            policy = answer.getheader("content-security-policy", "")
            check(f"policy of /{address}", policy.startswith(POLICY), True)
        tag = answer.getheader("etag")
        again, _ = host.ask(address, {"If-None-Match": tag} if tag else {})
        check(f"/{address} once more", again.status, 304)
        if pressed and file.with_name(file.name + ".gz") in pressed:
            small, body = host.ask(address, {"Accept-Encoding": "gzip"})
            check(f"/{address} small", small.getheader("content-encoding"), "gzip")
            check(f"/{address} small", body == file.with_name(file.name + ".gz").read_bytes(), True)

    missing = (folder / "404.html").read_bytes()
    for address in ["nothing/", "en/nothing", "en/meetings/nothing/at/all/", ".taiwa/written.json", ".git/config"]:
        answer, body = host.ask(address)
        check(f"/{address}", answer.status, 404)
        if not address.startswith("."):
            check(f"/{address}", body == missing, True)
    answer, _ = host.ask("en/meetings")
    check("a folder without its slash", answer.status in (301, 302, 307, 308), True)
    way = urllib.parse.urljoin(host.base.geturl() + "en/meetings", answer.getheader("location", ""))
    check("the way from there", way, host.base.geturl() + "en/meetings/")
    if wrong:
        raise SystemExit(f"{server}:\n" + "\n".join(wrong[:40]))
    print(f"{server}: {len(shown)} files are served as they lie")


if __name__ == "__main__":
    main(*sys.argv[1:])
