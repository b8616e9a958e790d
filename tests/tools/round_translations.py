"""Reads the XLIFF of an archive with translate-toolkit, changes some units, and imports what it wrote."""

import copy

from translate.storage import factory
from translate.storage.xliff import xlifffile

from round_archive import archive, content, taiwa


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


read = untouched()
done, files = changed()
print(f"translate-toolkit read {read} units; {done} that it changed came back into {files} files, and nothing else")
