"""What the scripts share that let other programs change files of the archive: the program, and copies of the archive.

Their arguments are the program, the repository and a folder to work in."""

import shutil
import subprocess
import sys
from pathlib import Path

PROGRAM, REPOSITORY, WORK = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])


def taiwa(root, *arguments, status=0):
    """Runs the program on an archive, and returns what it says."""
    done = subprocess.run([PROGRAM, *arguments, "--root", root], capture_output=True, text=True)
    assert done.returncode == status, (arguments, done.stdout, done.stderr)
    return done.stdout + done.stderr


def archive(name):
    """A copy of the archive in a folder of its own."""
    root = WORK / name
    for folder in ["content", "themes"]:
        shutil.copytree(REPOSITORY / folder, root / folder)
    return root


def content(root):
    """Every file of the content with its bytes."""
    files = (path for path in (root / "content").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
