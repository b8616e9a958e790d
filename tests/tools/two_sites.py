"""Two sites from one archive, the later with most files changed, and builds that put one over the other."""

import pathlib
import shutil
import subprocess

OWN = ".taiwa"

# In memory where there is such a folder: faults are the same there, and copying takes a tenth of the time.
MEMORY = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None


def run(program, root, output):
    command = [program, "build", "--quiet", "--root", str(root), "--output", str(output)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def build(program, root, output):
    child = run(program, root, output)
    _, said = child.communicate()
    if child.returncode != 0:
        raise SystemExit(f"the build failed ({child.returncode}): {said.decode()}")


def files(folder):
    """Every file with its bytes, but for what the program keeps for itself."""
    found = {}
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and not name.startswith(OWN):
            found[name] = file.read_bytes()
    return found


def two_sites(program, archive, folder):
    """Builds `old` and `new` below a folder from a copy of an archive, which is left as the new one was built from."""
    work = pathlib.Path(folder)
    root = work / "archive"
    shutil.copytree(pathlib.Path(archive) / "content", root / "content")
    build(program, root, work / "old")
    # Another title is on every page; a new track and a new static file add some.
    settings = root / "content" / "site.yaml"
    text = settings.read_text().replace("en: Archive of", "en: The archive of", 1)
    settings.write_text(text.replace("ja: インター", "ja: ほかのインター", 1))
    (root / "content" / "static").mkdir(exist_ok=True)
    (root / "content" / "static" / "new.txt").write_text("new\n")
    tracks = root / "content" / "tracks.yaml"
    tracks.write_text(tracks.read_text() + "further:\n  title: {en: Further, ja: 更なる分野}\n")
    build(program, root, work / "new")
    return root, work
