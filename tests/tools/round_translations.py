"""Reads the XLIFF of an archive with translate-toolkit and with OmegaT, changes some units, and imports what they wrote."""

import copy
import re
import subprocess
from html import escape, unescape

from translate.storage import factory
from translate.storage.xliff import xlifffile

from round_archive import WORK, archive, content, taiwa


def exported(root):
    """The XLIFF of a whole archive, as a file and as translate-toolkit reads it."""
    file = root / "all.xlf"
    taiwa(root, "translate", "export", "--all", "-o", file)
    store = factory.getobject(str(file))
    assert isinstance(store, xlifffile), type(store)
    return file, store


def untouched():
    """What it read and wrote again changes no byte."""
    root = archive("untouched")
    before = content(root)
    file, store = exported(root)
    units = [unit for unit in store.units if not unit.isheader()]
    notes = file.read_text("utf-8")
    assert len(units) == notes.count("<trans-unit "), len(units)
    assert len(units) > 500, len(units)
    assert all(unit.source for unit in units)
    store.savefile(str(file))
    said = taiwa(root, "translate", "import", file)
    assert "0 texts changed; 0 units not finished, 0 units refused" in said, said
    assert content(root) == before
    return len(units)


def changed():
    """What it changed comes back, and nothing else."""
    root = archive("changed")
    before = content(root)
    file, store = exported(root)
    units = [unit for unit in store.units if not unit.isheader() and unit.target]
    # Through the inline elements: the words at the end of every eleventh translation.
    chosen = units[::11]
    mark = "（改）"
    for unit in chosen:
        target = copy.deepcopy(unit.rich_target)
        target[-1].sub.append(mark)
        unit.rich_target = target
        unit.set_state_n(unit.S_TRANSLATED)
    store.savefile(str(file))
    said = taiwa(root, "translate", "import", file)
    assert f"{len(chosen)} texts changed; 0 units not finished, 0 units refused" in said, said
    after = content(root)
    files = {path for path in after if after[path] != before[path]}
    assert sum(after[path].decode("utf-8").count(mark) for path in files) == len(chosen)
    stamped = {path for path in files if path != "content/stamps.txt"}
    for path in stamped:
        lines = [before[path].splitlines(), after[path].splitlines()]
        assert len(lines[0]) == len(lines[1]), path
        other = [(old, new) for old, new in zip(*lines) if old != new and mark.encode() not in new]
        assert all(b"translated_from" in new for _, new in other), (path, other)
    return len(chosen), len(stamped)


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>source</source_dir><target_dir>target</target_dir><tm_dir>tm</tm_dir>
<glossary_dir>glossary</glossary_dir><dictionary_dir>dictionary</dictionary_dir><source_lang>EN</source_lang>
<target_lang>JA</target_lang><sentence_seg>false</sentence_seg><remove_tags>false</remove_tags></project></omegat>
"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN" datatype="plaintext"
creationtoolversion="3.6" segtype="paragraph" srclang="EN"/><body>{}</body></tmx>
"""
SEGMENT = '<tu><tuv lang="EN"><seg>{}</seg></tuv><tuv lang="JA"><seg>{}</seg></tuv></tu>'


def by_omegat(root, file, memory):
    """The file that OmegaT makes of an XLIFF, with translations of its memory; it translates the targets that are there."""
    project = root / "project"
    for folder in ["source", "target", "tm", "glossary", "dictionary", "omegat"]:
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    (project / "source" / "all.xlf").write_bytes(file.read_bytes())
    segments = "".join(SEGMENT.format(escape(old), escape(new)) for old, new in memory)
    (project / "omegat" / "project_save.tmx").write_text(MEMORY.format(segments), "utf-8")
    command = ["omegat", "--mode=console-translate", f"--config-dir={WORK}/omegat", project]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    made = project / "target" / "all.xlf"
    assert done.returncode == 0 and made.exists(), done.stdout + done.stderr
    return made


def omegat():
    """What OmegaT leaves changes no byte; what its memory translates comes back."""
    root = archive("omegat")
    before = content(root)
    file, _ = exported(root)
    said = taiwa(root, "translate", "import", by_omegat(root / "left", file, []))
    assert "0 texts changed; 0 units not finished, 0 units refused" in said, said
    assert content(root) == before
    targets = re.findall(r"<target [^>]*>([^<]*)</target>", file.read_text("utf-8"))
    chosen = [unescape(text) for text in targets if targets.count(text) == 1][::25]
    mark = " (OmegaT: #1)"
    made = by_omegat(root / "changed", file, [(text, text + mark) for text in chosen])
    said = taiwa(root, "translate", "import", made)
    assert f"{len(chosen)} texts changed; 0 units not finished, 0 units refused" in said, said
    after = content(root)
    assert sum(text.decode("utf-8").count(mark) for path, text in after.items() if path.endswith(".md")) == len(chosen)
    return len(chosen)


read = untouched()
done, files = changed()
by_memory = omegat()
print(f"translate-toolkit read {read} units; {done} that it changed came back into {files} files, and nothing else")
print(f"OmegaT wrote {by_memory} texts of its memory into the file, and they came back")
