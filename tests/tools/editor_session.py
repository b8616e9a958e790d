"""An editor's session on the real archive, with the client of pytest-lsp: editor_session.py PROGRAM REPOSITORY WORK

Breaks and mends five files, completes in twelve places in both languages, goes to definitions of every kind of record, renames a
commitment, a person and a meeting, and types: two hundred edits in all. After each rename the files are saved, and the tree
must pass `check`, be the same as after `taiwa rename`, and still have every address that was published.
"""

import asyncio
import json
import shutil
import subprocess
import sys
from pathlib import Path

from lsprotocol import types
from pytest_lsp.client import make_test_lsp_client

PROGRAM, REPOSITORY, WORK = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
EDITS = 200
EN, JA = "content/meetings/2024-02-06-tokyo.en.md", "content/meetings/2010-11-01-tokyo.ja.md"

# What is broken: the file, the words, what they become, the problem.
BROKEN = [
    (EN, "track: open-internet", "track: open-internt", "unknown-track"),
    (JA, "title: 第1回局長級会合", "titel: 第1回局長級会合", "unknown-key"),
    ("content/people.yaml", "robert-strayer:", "robert_strayer:", "invalid-id"),
    ("content/tracks.yaml", "open-internet:", "open-intranet:", "unknown-track"),
    ("content/organizations.yaml", "mic:\n  delegation: jp", "mic:\n  delegation: jpn", "unknown-delegation"),
]

# Where is completed: the file, what is typed at its end or behind a line of it, what is offered then.
COMPLETED = [
    (EN, None, "[[", "track:"),
    (EN, None, "[[track:clo", "cloud"),
    (EN, None, "[[person:nathaniel", "nathaniel-fick"),
    (EN, None, "[[organization:", "mic"),
    (EN, None, "[[meeting:2010-11", "2010-11-01-tokyo"),
    (EN, "host: jp\n", "lev", "level"),
    (EN, "    kind: shared-view\n", "    track: clo", "cloud"),
    (JA, None, "総務省は[[track:サイバー", "cybersecurity"),
    (JA, None, "😀[[person:", "philip-verveer"),
    (JA, None, "[[commitment:2010-11-01-tokyo/cloud-g", "cloud-good-practice"),
    (JA, "place: 東京\n", "correct", "corrections"),
    ("content/people.yaml", "philip-verveer:\n", "  readi", "reading"),
]

# What leads to its record: the words that stand behind `[[`, in the file where they stand first, and the file it leads to.
KINDS = ["track", "person", "organization", "meeting", "commitment", "document", "event"]

RENAMED = [
    ("commitment", "2024-02-06-tokyo/renamed-dialogue-held", "first-under-new-name"),
    ("person", "nathaniel-fick", "nathaniel-c-fick"),
    ("meeting", "2023-03-06-washington", "2023-03-07-washington"),
]


class Session:
    """A client, and the texts that it shows."""

    def __init__(self, root):
        self.root = root
        self.client = make_test_lsp_client()
        self.texts, self.versions, self.told = {}, {}, {}
        self.news = asyncio.Event()
        self.edits = 0

    def uri(self, path):
        return (self.root / path).as_uri()

    async def start(self):
        handler = self.client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS]

        def noted(params):
            handler(params)
            self.told[params.uri] = params
            self.news.set()

        self.client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = noted
        await self.client.start_io(PROGRAM, "lsp")
        edit = types.WorkspaceEditClientCapabilities(
            document_changes=True,
            resource_operations=[types.ResourceOperationKind.Create, types.ResourceOperationKind.Rename],
        )
        capabilities = types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=edit))
        folder = types.WorkspaceFolder(uri=self.root.as_uri(), name="archive")
        await self.client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities, root_uri=self.root.as_uri(), workspace_folders=[folder]
            )
        )

    async def until(self, is_so, what):
        for _ in range(600):
            if is_so():
                return
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), 0.1)
            except asyncio.TimeoutError:
                pass
        raise AssertionError(f"waited in vain for {what}: {self.problems()}")

    async def settled(self, path):
        uri, version = self.uri(path), self.versions[path]
        await self.until(lambda: uri in self.told and self.told[uri].version == version, f"{path} {version}")

    async def open(self, path):
        if path in self.texts:
            return
        self.texts[path] = (self.root / path).read_text(encoding="utf-8")
        self.versions[path] = 1
        item = types.TextDocumentItem(
            uri=self.uri(path), language_id="markdown", version=1, text=self.texts[path]
        )
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        await self.settled(path)

    async def edit(self, path, start, end, new):
        """Puts a text in the place of characters, and waits for what is wrong then."""
        text = self.texts[path]
        change = types.TextDocumentContentChangePartial(
            range=types.Range(position(text, start), position(text, end)), text=new
        )
        self.texts[path] = text[:start] + new + text[end:]
        self.versions[path] += 1
        self.edits += 1
        document = types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=self.versions[path])
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(text_document=document, content_changes=[change])
        )
        await self.settled(path)

    async def replace(self, path, old, new):
        start = self.texts[path].index(old)
        await self.edit(path, start, start + len(old), new)

    def problems(self):
        return {uri: [it.code for it in told.diagnostics] for uri, told in self.told.items() if told.diagnostics}

    def at(self, path, offset):
        document = types.TextDocumentIdentifier(uri=self.uri(path))
        return {"text_document": document, "position": position(self.texts[path], offset)}

    async def close_all(self):
        for path in self.texts:
            document = types.TextDocumentIdentifier(uri=self.uri(path))
            self.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=document))
        self.texts, self.versions = {}, {}

    def save(self, changes):
        """Makes the changes of an edit in the files, as an editor does that saves all."""
        for change in changes:
            if isinstance(change, types.RenameFile):
                path_of(change.old_uri).rename(path_of(change.new_uri))
            elif isinstance(change, types.CreateFile):
                path_of(change.uri).write_text("")
            else:
                file = path_of(change.text_document.uri)
                text = file.read_bytes().decode()
                for edit in sorted(change.edits, key=lambda it: (it.range.start.line, it.range.start.character), reverse=True):
                    start, end = offset(text, edit.range.start), offset(text, edit.range.end)
                    text = text[:start] + edit.new_text + text[end:]
                file.write_bytes(text.encode())


def path_of(uri):
    from urllib.parse import unquote, urlparse

    return Path(unquote(urlparse(uri).path))


def position(text, at):
    """Line and column in UTF-16 of a character."""
    line = text.count("\n", 0, at)
    start = text.rfind("\n", 0, at) + 1
    return types.Position(line, len(text[start:at].encode("utf-16-le")) // 2)


def offset(text, place):
    start = 0
    for _ in range(place.line):
        start = text.index("\n", start) + 1
    units = text[start:].encode("utf-16-le")[: 2 * place.character]
    return start + len(units.decode("utf-16-le"))


def taiwa(root, *arguments):
    done = subprocess.run([PROGRAM, *arguments, "--root", root], capture_output=True, text=True)
    return done


def assert_sound(root, what):
    checked = taiwa(root, "check", "--format", "json")
    errors = [line for line in checked.stdout.splitlines() if json.loads(line)["severity"] == "error"]
    assert checked.returncode == 0 and not errors, f"{what}: {errors or checked.stderr}"


def contents(root):
    files = sorted(it for it in (root / "content").rglob("*") if it.is_file())
    return {it.relative_to(root).as_posix(): it.read_bytes() for it in files}


async def break_and_mend(session):
    for path, old, new, code in BROKEN:
        await session.open(path)
        before = session.problems()
        await session.replace(path, old, new)
        found = sum(session.problems().values(), [])
        assert code in found, f"{path}: {code} is not in {found}"
        await session.replace(path, new, old)
        assert session.problems() == before, f"{path}: {session.problems()}"
    print(f"{len(BROKEN)} files were broken and mended")


async def complete(session):
    for path, behind, typed, expected in COMPLETED:
        await session.open(path)
        text = session.texts[path]
        start = len(text) if behind is None else text.index(behind) + len(behind)
        line = typed if behind is None else typed + "\n"
        await session.edit(path, start, start, line)
        answer = await session.client.text_document_completion_async(
            types.CompletionParams(**session.at(path, start + len(typed)))
        )
        items = answer.items if answer else []
        written = [it.text_edit.new_text for it in items]
        labels = [it.label for it in items]
        assert any(expected in it for it in labels + written), f"{path}, `{typed}`: {labels[:20]}"
        await session.edit(path, start, start + len(line), "")
        assert session.texts[path] == text
    print(f"{len(COMPLETED)} places were completed")


async def lead(session):
    notes = sorted(it for folder in ("meetings", "pages") for it in (session.root / "content" / folder).rglob("*.md"))
    found = {}
    for note in notes:
        text = note.read_text(encoding="utf-8")
        for kind in KINDS:
            if f"[[{kind}:" in text:
                found.setdefault((kind, note.suffixes[0]), note.relative_to(session.root).as_posix())
    assert {kind for kind, _ in found} == set(KINDS), found
    for (kind, _), path in sorted(found.items()):
        await session.open(path)
        words = f"[[{kind}:"
        at = session.texts[path].index(words) + len(words) + 1
        if kind == "commitment":
            at = session.texts[path].index("/", at) + 2
        answer = await session.client.text_document_definition_async(
            types.DefinitionParams(**session.at(path, at))
        )
        assert answer, f"{path}: no definition of {session.texts[path][at - 20 : at + 30]}"
        for place in answer:
            assert path_of(place.uri).is_file()
    print(f"{len(found)} places led to their records")


async def rename(session, kind, old, new):
    # The same by hand.
    by_hand = WORK / f"by-hand-{kind}"
    shutil.copytree(session.root / "content", by_hand / "content")
    command = new if kind != "commitment" else f"{old.split('/')[0]}/{new}"
    done = taiwa(by_hand, "rename", kind, old, command)
    assert done.returncode == 0, done.stderr
    words = f"[[{kind}:{old}"
    notes = sorted((session.root / "content").rglob("*.md"))
    path = next(it.relative_to(session.root).as_posix() for it in notes if words in it.read_text(encoding="utf-8"))
    await session.open(path)
    at = session.texts[path].index(words) + len(words) - 1
    prepared = await session.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(**session.at(path, at))
    )
    assert prepared.placeholder == old.split("/")[-1], prepared
    edit = await session.client.text_document_rename_async(
        types.RenameParams(new_name=new, **session.at(path, at))
    )
    await session.close_all()
    session.save(edit.document_changes)
    session.edits += sum(len(getattr(change, "edits", [1])) for change in edit.document_changes)
    assert contents(session.root) == contents(by_hand), f"{kind} {old}: not as by hand"
    assert_sound(session.root, f"after the rename of {kind} {old}")
    built = taiwa(session.root, "build")
    assert built.returncode == 0, built.stderr
    for address in (session.root / "content/ledger.txt").read_text(encoding="utf-8").splitlines():
        address = address.strip().removeprefix("/")
        if address and not address.startswith("#"):
            file = session.root / "output" / address
            assert file.is_file() or (file / "index.html").is_file(), f"/{address} is gone"
    print(f"the {kind} {old} is {new}, as by hand, and every address stands")


async def type_on(session):
    """Types a sentence letter by letter, and takes it back, until there were enough edits."""
    await session.open(JA)
    text, sentence = session.texts[JA], "😀は[[track:cloud]]について述べた。"
    while session.edits < EDITS:
        start = len(session.texts[JA])
        for at, letter in enumerate(sentence):
            await session.edit(JA, start + at, start + at, letter)
        for at in reversed(range(len(sentence))):
            await session.edit(JA, start + at, start + at + 1, "")
    assert session.texts[JA] == text
    assert not any("unknown" in code for codes in session.problems().values() for code in codes)
    print(f"{session.edits} edits were made")


async def main():
    root = (WORK / "archive").resolve()
    shutil.copytree(REPOSITORY / "content", root / "content")
    done = taiwa(root, "ledger")
    assert done.returncode == 0, done.stderr
    session = Session(root)
    await session.start()
    await break_and_mend(session)
    await complete(session)
    await lead(session)
    for kind, old, new in RENAMED:
        await rename(session, kind, old, new)
    await type_on(session)
    await session.client.shutdown_session()
    assert_sound(root, "at the end")


asyncio.run(asyncio.wait_for(main(), 1200))
