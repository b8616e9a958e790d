#!/usr/bin/env python3
"""Works with an installed taiwa as on a machine that has nothing else: no Rust, no network, a home that cannot be written.

usage: packaging/installed.py NAME PROGRAM SHARE ZSH

SHARE is the folder with the manual pages and completions, ZSH the folder in it for those of zsh. As root, another user does
the work. Where the system allows no namespace of its own, says so and works with the network that is there.
"""
import ctypes
import fcntl
import os
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import urllib.request

NEW_USER, NEW_NET = 0x10000000, 0x40000000
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 0x1
NOBODY = 65534
HOME = "/nonexistent"
COMMANDS = ["init", "new", "build", "serve", "check", "stamp", "rename", "import", "ledger", "lsp", "schema", "completions"]


def main():
    name, program, share, zsh = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4]
    offline = leave_network()
    with tempfile.TemporaryDirectory() as work:
        if os.getuid() == 0:
            os.chown(work, NOBODY, NOBODY)
        run = Runner(program, work)
        run.nothing_else()
        version = run("--version").strip()
        build_an_archive(run, work)
        serve_it(run, work)
        read_the_manual(run, share)
        completions(run, share, zsh)
    assert not os.path.exists(HOME), f"{HOME} was made"
    print(f"{name}: {version} is installed and works" + ("" if offline else " (with the network: no namespace is allowed here)"))


class Runner:
    """Runs the program, and others, with an environment of which the test knows every variable."""

    def __init__(self, program, work):
        self.program, self.work = program, work
        # Tools of the system, without those of Rust.
        self.tools = os.path.join(work, "tools")
        os.mkdir(self.tools)
        for tool in ["bash", "man", "sh"]:
            os.symlink(shutil.which(tool), os.path.join(self.tools, tool))
        self.how = {
            "cwd": work,
            "env": {"PATH": f"{os.path.dirname(program)}:{self.tools}", "HOME": HOME, "LC_ALL": "C.UTF-8", "TMPDIR": work},
        }
        if os.getuid() == 0:
            self.how |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}

    def nothing_else(self):
        for tool in ["cargo", "rustc", "cc"]:
            assert shutil.which(tool, path=self.how["env"]["PATH"]) is None, f"{tool} is in PATH"

    def __call__(self, *args):
        return self.other("taiwa", *args)

    def other(self, *command, **more):
        # The name is looked for in the PATH of the environment above.
        found = shutil.which(command[0], path=self.how["env"]["PATH"])
        assert found, f"{command[0]} is not in PATH"
        done = subprocess.run([found, *command[1:]], **{**self.how, **more}, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def start(self, *args):
        return subprocess.Popen([self.program, *args], **self.how, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def build_an_archive(run, work):
    run("init", "対話")
    run("new", "meeting", "2026-03-02-city", "--root", "対話")
    for note in pathlib.Path(work, "対話", "content", "meetings").glob("2026-03-02-city.*"):
        note.unlink()
    run("check", "--strict", "--root", "対話")
    run("build", "--strict", "--root", "対話")
    page = pathlib.Path(work, "対話", "output", "ja", "index.html").read_text(encoding="utf-8")
    assert 'lang="ja"' in page, "the site has no Japanese page"


def serve_it(run, work):
    preview = run.start("serve", "--port", "0", "--root", os.path.join(work, "対話"))
    try:
        for line in preview.stdout:
            found = re.match(r"(http://127\.0\.0\.1:\d+/\S*)", line)
            if found:
                break
        else:
            raise AssertionError("serve names no address: " + preview.stderr.read())
        with urllib.request.urlopen(found[1] + "ja/", timeout=20) as answer:
            assert 'lang="ja"' in answer.read().decode("utf-8"), "the preview has no Japanese page"
    finally:
        # Whoever runs this in the background may have it ignore SIGINT.
        preview.terminate()
        try:
            preview.wait(timeout=20)
        except subprocess.TimeoutExpired:
            preview.kill()
            raise
        finally:
            preview.stdout.close()
            preview.stderr.close()


def read_the_manual(run, share):
    for command in ["", *(f"-{it}" for it in COMMANDS)]:
        pages = list((share / "man" / "man1").glob(f"taiwa{command}.1*"))
        assert len(pages) == 1, f"there is no one page for taiwa{command}: {pages}"
    # man reads pages by programs that it finds in the system's own PATH.
    path = {**run.how["env"], "PATH": "/usr/bin:/bin", "MANPAGER": "cat", "MANWIDTH": "100"}
    page = next((share / "man" / "man1").glob("taiwa-build.1*"))
    text = run.other("man", "--local-file", "--warnings", str(page), env=path)
    for part in ["NAME", "SYNOPSIS", "OPTIONS", "--strict"]:
        assert part in text, f"{page} does not have {part}"


def completions(run, share, zsh):
    for shell, file in [
        ("bash", share / "bash-completion" / "completions" / "taiwa"),
        ("zsh", share / zsh / "_taiwa"),
        ("fish", share / "fish" / "vendor_completions.d" / "taiwa.fish"),
    ]:
        assert file.read_text(encoding="utf-8") == run("completions", shell), f"{file} is not what the program prints"
    script = 'source "$1"; COMP_WORDS=(taiwa chec); COMP_CWORD=1; _taiwa taiwa chec taiwa; echo "${COMPREPLY[*]}"'
    bash = run.other("bash", "--norc", "-c", script, "-", str(share / "bash-completion" / "completions" / "taiwa"))
    assert bash.strip() == "check", f"bash offers {bash!r}"


def leave_network():
    """Goes into a network of its own, in which only this machine is reached. Whether the system allowed that."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_NET if os.getuid() == 0 else NEW_USER | NEW_NET) != 0:
        return False
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as it:
        flags = struct.unpack("16sh", fcntl.ioctl(it, GET_FLAGS, struct.pack("16sh", b"lo", 0)))[1]
        fcntl.ioctl(it, SET_FLAGS, struct.pack("16sh", b"lo", flags | UP))
        try:
            # An address of documentation: it is not even tried where there is no network.
            it.connect(("192.0.2.1", 9))
        except OSError:
            return True
    raise AssertionError("the network is still there")


if __name__ == "__main__":
    main()
