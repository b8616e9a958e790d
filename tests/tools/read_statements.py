"""Imports statements as text, and as the Word, HTML and PDF files that LibreOffice makes of them: the proposals are the same."""

import shutil
import subprocess
import sys
from pathlib import Path

PROGRAM, REPOSITORY, WORK = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
STATEMENTS = REPOSITORY / "tests" / "statements"
ID = "imported"
KINDS = ["docx", "html", "pdf"]


def made(text, kind):
    """The file of another kind that LibreOffice makes of a text."""
    home = f"-env:UserInstallation=file://{WORK}/profile"
    reading = "--infilter=Text (encoded):UTF8,LF,Noto Serif CJK JP,ja-JP,"
    command = ["soffice", home, "--headless", reading, "--convert-to", kind, "--outdir", str(WORK), str(text)]
    subprocess.run(command, check=True, capture_output=True)
    file = WORK / f"{text.stem}.{kind}"
    assert file.stat().st_size > 1000, file
    return file


def proposals(file, archive):
    """What import makes of a file: the lines of the facts that do not name the file, without comments."""
    root = WORK / "archive"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(archive / "content", root / "content")
    command = [PROGRAM, "import", file, "--meeting", ID, "--root", root]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, (file, done.stdout, done.stderr)
    note = (root / "content" / "meetings" / f"{ID}.ja.md").read_text("utf-8")
    lines = note.split("\n---\n")[0].splitlines()
    return [line for line in lines if not line.lstrip().startswith("#")]


for name, archive, count in [
    ("joint-press-statement-2010-11-01.ja", REPOSITORY, 12),
    ("water-release.ja", STATEMENTS / "archive", 7),
]:
    text = STATEMENTS / f"{name}.txt"
    expected = proposals(text, archive)
    found = sum(line.startswith("  - id: point-") or line.startswith("  - id: next") for line in expected)
    assert found == count, (name, found, expected)
    for kind in KINDS:
        of_kind = proposals(made(text, kind), archive)
        assert of_kind == expected, (name, kind, [pair for pair in zip(expected, of_kind) if pair[0] != pair[1]])
    print(f"{name}: {count} proposals, the same of text, {', '.join(KINDS)}")
