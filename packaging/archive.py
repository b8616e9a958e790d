#!/usr/bin/env python3
"""Makes the archive of a release: the program, its manual pages and completions, README, changes and licences.

usage: packaging/archive.py STAGE VERSION FOLDER [TARGET]

STAGE has bin/ and share/. TARGET is the triple of the system that the program is for; without it, that of this machine. For
Windows the archive is a .zip, else a .tar.gz. The same files give the same bytes: their times are SOURCE_DATE_EPOCH.
"""
import gzip
import io
import os
import pathlib
import subprocess
import sys
import tarfile
import time
import zipfile

DOCUMENTS = ["README.md", "README.ja.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]


def main():
    stage, version, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    target = sys.argv[4] if len(sys.argv) > 4 else host()
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "1577836800"))
    root = pathlib.Path(__file__).resolve().parent.parent
    files = {path.relative_to(stage).as_posix(): path for path in stage.rglob("*") if path.is_file()}
    files |= {name: root / name for name in DOCUMENTS}
    name = f"taiwa-{version}-{target}"
    write = write_zip if "windows" in target else write_tar
    print(write(folder, name, dict(sorted(files.items())), moment))


def host():
    told = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True).stdout
    return next(line.removeprefix("host: ") for line in told.splitlines() if line.startswith("host: "))


def mode(name):
    return 0o755 if name.startswith("bin/") else 0o644


def write_tar(folder, name, files, moment):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for inner, path in files.items():
            entry = tarfile.TarInfo(f"{name}/{inner}")
            data = path.read_bytes()
            entry.size, entry.mtime, entry.mode = len(data), moment, mode(inner)
            archive.addfile(entry, io.BytesIO(data))
    target = folder / f"{name}.tar.gz"
    # Without a time and a name in its head.
    target.write_bytes(gzip.compress(packed.getvalue(), mtime=0))
    return target.name


def write_zip(folder, name, files, moment):
    target = folder / f"{name}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, path in files.items():
            entry = zipfile.ZipInfo(f"{name}/{inner}", time.gmtime(moment)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = mode(inner) << 16
            archive.writestr(entry, path.read_bytes())
    return target.name


if __name__ == "__main__":
    main()
