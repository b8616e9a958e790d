"""Kills builds over an older site, each at another moment, and looks at what they leave.

    kill_builds.py PROGRAM ARCHIVE TIMES

After each kill every file of the output is whole, of the old site or of the new, and the next build gives the bytes of a
build from nothing. The moments are drawn from a fixed seed: half of them from the time that a build takes, half from the
short time in which new files take their places.
"""

import random
import shutil
import sys
import tempfile
import time

from two_sites import MEMORY, OWN, build, files, run, two_sites


def wait_for_placing(child, output):
    """Waits until all new files are put aside, so that they begin to take their places; how long that took."""
    start = time.perf_counter()
    last = output / OWN / "new" / "SHA256SUMS"
    while child.poll() is None and not last.exists():
        time.sleep(0.0001)
    return time.perf_counter() - start


def timed(program, root, old, work):
    """How long a build over the old site takes before new files take their places, and how long that takes."""
    times = []
    for number in range(5):
        output = work / f"timed-{number}"
        shutil.copytree(old, output)
        child = run(program, root, output)
        before = wait_for_placing(child, output)
        start = time.perf_counter()
        child.wait()
        assert child.returncode == 0
        times.append((before, time.perf_counter() - start))
        shutil.rmtree(output)
    return sorted(times)[len(times) // 2]


def main(program, archive, count):
    numbers = random.Random(20261126)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root, work = two_sites(program, archive, folder)
        old, new = files(work / "old"), files(work / "new")
        assert sum(old.get(name) != new[name] for name in new) > len(new) / 2, "most files change"
        before, placing = timed(program, root, work / "old", work)
        mixed = untouched = finished = 0
        for number in range(int(count)):
            output = work / "output"
            shutil.copytree(work / "old", output)
            child = run(program, root, output)
            if number % 2:
                wait_for_placing(child, output)
                time.sleep(numbers.uniform(0, placing))
            else:
                time.sleep(numbers.uniform(0, before + placing))
            child.kill()
            _, said = child.communicate()
            assert child.returncode in (0, -9), said.decode()
            left = files(output)
            for name, bytes in left.items():
                assert bytes in (old.get(name), new.get(name)), f"kill {number}: {name} is neither old nor new"
            for name in old.keys() & new.keys():
                assert name in left, f"kill {number}: {name} is lost"
            finished += left == new
            untouched += left == old
            mixed += left != new and left != old
            build(program, root, output)
            assert files(output) == new, f"kill {number}: the next build is not as one from nothing"
            shutil.rmtree(output)
        print(f"{count} kills lost nothing: {untouched} left the old site, {mixed} a mixture, {finished} the new")
        assert mixed >= int(count) / 20, "too few kills hit files that were taking their places"


if __name__ == "__main__":
    main(*sys.argv[1:])
