"""Builds over an older site onto a disk that has too little room, with more room each time.

    full_disk.py PROGRAM ARCHIVE

As long as there is too little, a build ends with 3, names the cause and a file, and leaves the old site whole, byte for
byte; with enough it gives the bytes of a build from nothing. The disk is one of memory, mounted where only this test sees
it: as root, or as anybody where the system lets users have mounts of their own.
"""

import os
import shutil
import subprocess
import sys
import tempfile

from two_sites import MEMORY, OWN, build, files, run, two_sites

BLOCK = 4096
STEPS = 16


def mount(disk, room, *options):
    options = ",".join([f"size={room}", *options])
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)


def used(disk):
    there = os.statvfs(disk)
    return (there.f_blocks - there.f_bfree) * there.f_frsize


def everything(folder):
    """Every file and folder, those of the program among them, but for its lock, in which nothing stands."""
    names = (file.relative_to(folder).as_posix() for file in folder.rglob("*"))
    return files(folder), sorted(name for name in names if name != f"{OWN}/lock")


def failed(program, root, output):
    """What a build says that ends as it must where the disk is full; none if it ended well."""
    child = run(program, root, output)
    _, said = child.communicate()
    said = said.decode()
    if child.returncode == 0:
        return None
    assert child.returncode == 3, f"{child.returncode}: {said}"
    assert "No space left on device" in said and f"error: {output}/" in said, said
    assert said.endswith("; nothing was published, the output is as it was\n") and said.count("\n") == 1, said
    return said


def try_step(program, root, work, step, is_first):
    """Whether a build had too little room; it has that many steps of what a whole site needs."""
    new = files(work / "new")
    need = sum(-(-len(bytes) // BLOCK) * BLOCK for bytes in new.values())
    disk, output = work / "disk", work / "disk" / "output"
    mount(disk, need * 4)
    try:
        if is_first:
            output.mkdir()
        else:
            shutil.copytree(work / "old", output)
        before = everything(output)
        # Of no bytes at all a disk of memory takes as many as it likes.
        mount(disk, max(used(disk) + need * step // STEPS, BLOCK), "remount")
        said = failed(program, root, output)
        if said is not None:
            left = everything(output)
            assert left == (({}, [OWN]) if is_first else before), f"step {step}: not as it was: {left[1]}"
            mount(disk, need * 4, "remount")
            build(program, root, output)
        assert files(output) == new, f"step {step}: not as a build from nothing"
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return said is not None


def main(program, archive):
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root, work = two_sites(program, archive, folder)
        (work / "disk").mkdir()
        for is_first, site in ((False, "the old site"), (True, "no site")):
            full = [try_step(program, root, work, step, is_first) for step in range(STEPS + 1)]
            # From some room on it is enough.
            assert full == sorted(full, reverse=True) and sum(full) > STEPS / 2, full
            print(f"{sum(full)} builds onto a full disk left {site} as it was, and the next ones were whole")


if __name__ == "__main__":
    if os.environ.get("TAIWA_OWN_MOUNTS") != "1":
        own = ["unshare", "--mount"] + ([] if os.getuid() == 0 else ["--map-root-user"])
        os.environ["TAIWA_OWN_MOUNTS"] = "1"
        os.execvp(own[0], [*own, sys.executable, *sys.argv])
    main(*sys.argv[1:])
