"""Builds an archive of 100,000 files within bounds of time and memory, and one in which many are no records.

    many_files.py PROGRAM ARCHIVE

Most are static files, in many folders and in one; the others are meetings and what editors leave behind. Then the same
with files of other kinds among the notes, each of which is told in its place.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from two_sites import MEMORY, OWN

FILES = 100_000
MEETINGS = 2_000
IN_ONE_FOLDER = 20_000
LEFT_BEHIND = 5_000
FOREIGN = 20_000

# Some times what they take on a machine with two cores: 6 s and 250 MiB.
SECONDS = 40
MEMORY_LIMIT = 500 << 20


def meeting(number):
    date = f"{2000 + number % 20}-{number // 20 % 12 + 1:02}-{number // 240 % 28 + 1:02}"
    facts = f"date: {date}\ndelegations: {{us: {{}}, jp: {{}}}}\n"
    return [("en", f"title: Meeting {number}\n{facts}", "Both sides met."), ("ja", f"title: 会合{number}\n", "双方が会合した。")]


def write(archive, content):
    shutil.copytree(pathlib.Path(archive) / "content", content)
    for number in range(MEETINGS):
        for lang, front, text in meeting(number):
            (content / "meetings" / f"many-{number}.{lang}.md").write_text(f"---\n{front}---\n{text}\n")
    there = sum(1 for file in content.rglob("*") if file.is_file())
    left = [content / "static" / "left" / f"a-{number}.txt~" for number in range(LEFT_BEHIND)]
    one = [content / "static" / "one" / f"{number}.txt" for number in range(IN_ONE_FOLDER)]
    rest = FILES - there - len(left) - len(one)
    many = [content / "static" / "many" / f"{n // 100}" / f"{n}.txt" for n in range(rest)]
    for folder in {file.parent for file in left + one + many}:
        folder.mkdir(parents=True)
    for file in left + one + many:
        file.write_text(file.name)
    return len(one) + len(many)


def build(program, root, output, *options):
    """How a build ended that kept within its bounds, what it said, and what it took."""
    start = time.perf_counter()
    command = [program, "build", "--root", str(root), "--output", str(output), *options]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(command, stdout=out, stderr=err)
        _, status, used = os.wait4(child.pid, 0)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode())
    seconds, memory = time.perf_counter() - start, used.ru_maxrss << 10
    assert seconds < SECONDS, f"it took {seconds:.0f} s"
    assert memory < MEMORY_LIMIT, f"it took {memory >> 20} MiB"
    return os.waitstatus_to_exitcode(status), *said, f"{seconds:.1f} s and {memory >> 20} MiB"


def main(program, archive):
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root, output = pathlib.Path(folder) / "archive", pathlib.Path(folder) / "output"
        content = root / "content"
        copied = write(archive, content)
        code, out, err, took = build(program, root, output)
        assert code == 0, err[:2000]
        there = sum(1 for file in (output / "one").iterdir()) + sum(1 for file in (output / "many").rglob("*.txt"))
        assert there == copied and not (output / "left").exists(), there
        meetings = sum(1 for _ in (output / "en" / "meetings").glob("many-*/index.html"))
        assert meetings == MEETINGS, meetings
        print(f"{FILES} files are built in {took}")
        code, out, err, took = build(program, root, output)
        assert code == 0 and " 0 files written, " in out and " 0 removed, " in out, out
        print(f"with nothing changed in {took}")
        before = (output / OWN / "written.json").read_bytes()
        for number in range(FOREIGN):
            (content / "meetings" / f"scan-{number}.jpg").write_bytes(b"\xff\xd8\xff")
        code, out, err, took = build(program, root, output, "--format", "json")
        told = [json.loads(line) for line in out.splitlines()]
        assert code == 1 and len(told) == FOREIGN, (code, len(told))
        assert {problem["message"] for problem in told} == {"this is neither an English nor a Japanese note"}
        assert err == f"nothing was published: {FOREIGN} errors, 0 warnings\n", err[:200]
        assert (output / OWN / "written.json").read_bytes() == before
        print(f"{FOREIGN} files that are no notes are told in {took}")


if __name__ == "__main__":
    main(*sys.argv[1:])
