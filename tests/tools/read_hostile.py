"""Examines the site of an archive in which every text is an attack, beside its harmless twin.

    read_hostile.py HOSTILE HARMLESS

Whatever the texts are, what stands around them is the same: the same files, elements and attributes, as Lexbor and lxml
read them. No link leads to a scheme that runs, no cell is a formula, no line of a calendar is of a text, and every text can
still be read as it was written.
"""

import csv
import gzip
import json
import pathlib
import re
import sys

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from hostile_archive import FILES, HURT, TEXTS

OWN = ".taiwa/"
# Where an address stands that a browser opens or loads, whether by itself or when it is clicked.
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "srcset", "ping", "background", "cite"}
SCHEMES = ("http:", "https:", "mailto:")
# Behind what a program may cut off, in the usual width or in full.
FORMULA = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r]")


def files(site):
    found = {file.relative_to(site).as_posix() for file in site.rglob("*") if not file.is_dir()}
    return {name for name in found if not name.startswith(OWN)}


def shape(name):
    """A file's name without what depends on how much text there is."""
    # A short file is not compressed.
    name = re.sub(r"(/cite\.\w+)\.(br|gz)$", r"\1", name)
    return re.sub(r"^(data/search/(words|texts/..)/)\d+\.(bin|json)", r"\1N.\3", name)


def check_files(hostile, harmless):
    others = {f"file-{n}.txt": name for n, name in enumerate(FILES)}
    expected = {shape(others.get(name, name)) for name in files(harmless)}
    assert {shape(name) for name in files(hostile)} == expected, "other files than the twin has"


def page(file):
    return LexborHTMLParser(file.read_bytes()).root


def elements(root):
    return root.traverse(include_text=False)


def parts(root):
    """Every element with the one it stands in, and with each of its attributes."""
    found = set()
    for element in elements(root):
        found.add((element.parent.tag, element.tag))
        found.update((element.tag, "@" + attribute) for attribute in element.attributes)
    return found


def is_safe(address):
    """Whether it leads to a place, as a browser reads it: without control characters and the blanks around it."""
    seen = re.sub(r"[\x00-\x20]", "", address).lower()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", seen)
    return scheme is None and not seen.startswith(("//", "\\", "/\\")) or seen.startswith(SCHEMES)


def check_page(name, root):
    for element in elements(root):
        assert element.tag not in ("style", "iframe", "object", "embed", "base"), f"<{element.tag}> in {name}"
        for attribute, value in element.attributes.items():
            assert not attribute.startswith("on"), f"{attribute} in {name}"
            assert attribute not in ("style", "srcdoc", "http-equiv"), f"{attribute} in {name}"
            if attribute.split(":")[-1] in ADDRESSES:
                assert is_safe(value), f"{attribute}={value!r} in {name}"
            if attribute == "src":
                assert ":" not in value and "//" not in value, f"{value!r} is loaded in {name}"
        if element.tag == "script":
            check_script(name, element)


def check_script(name, script):
    if "src" in script.attributes:
        # The page for what is missing is shown at any depth.
        way = r"/a/b/" if name == "404.html" else r"(\.\./)*"
        assert re.fullmatch(way + r"assets/(theme|search)\.[0-9a-f]+\.js", script.attributes["src"]), name
        assert not script.text(), name
    else:
        assert script.attributes == {"type": "application/ld+json"}, name
        json.loads(script.text())


def check_pages(hostile, harmless):
    pages = sorted(harmless.rglob("*.html"))
    allowed = set().union(*(parts(page(file)) for file in pages))
    for file in pages:
        name = file.relative_to(harmless).as_posix()
        root = page(hostile / name)
        assert (more := parts(root) - allowed) == set(), f"{more} in {name}"
        check_page(name, root)
    print(f"{len(pages)} pages have the elements and attributes of their twins")


def parts_of_xml(tree):
    found = set()
    for element in tree.iter(etree.Element):
        parent = element.getparent()
        found.add((parent.tag if parent is not None else None, element.tag))
        found.update((element.tag, "@" + attribute) for attribute in element.attrib)
    return found


def check_xml(hostile, harmless):
    plain = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    found = [file for ending in ("xml", "svg", "tbx", "tmx") for file in sorted(harmless.rglob(f"*.{ending}"))]
    for file in found:
        name = file.relative_to(harmless)
        twin, tree = etree.parse(file, plain), etree.parse(hostile / name, plain)
        assert (more := parts_of_xml(tree) - parts_of_xml(twin)) == set(), f"{more} in {name}"
        assert tree.docinfo.doctype == twin.docinfo.doctype, name
        assert not list(tree.iter(etree.Entity, etree.ProcessingInstruction)), name
        for element in tree.iter(etree.Element):
            for address in [element.get("href")] + [element.text] * (element.tag.split("}")[-1] in ("id", "uri", "loc")):
                assert address is None or is_safe(address), f"{address} in {name}"
        # A text that a feed gives as HTML is HTML to its readers.
        for element in (it for it in tree.iter(etree.Element) if it.get("type") in ("html", "xhtml")):
            check_page(name, LexborHTMLParser(element.text or "").root)
    print(f"{len(found)} XML files are well formed and have the elements of their twins")


def keys(value):
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def table(file):
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text, strict=True))


def check_data(hostile, harmless):
    for file in sorted(hostile.rglob("*.json")):
        json.loads(file.read_text())
    for name in ("data/archive.json", "data/datapackage.json", "data/archive.schema.json"):
        both = [json.loads((site / name).read_text()) for site in (hostile, harmless)]
        assert keys(both[0]) == keys(both[1]), f"{name} has other keys than its twin"
    cells = 0
    for file in sorted(hostile.glob("data/*.csv")):
        rows, others = table(file), table(harmless / file.relative_to(hostile))
        assert [len(row) for row in rows] == [len(row) for row in others], f"{file.name} has other rows than its twin"
        for cell in (cell for row in rows for cell in row):
            cells += 1
            assert not FORMULA.match(cell), f"{cell} in {file.name}"
    print(f"{cells} cells of tables are no formulas")


def check_calendars(hostile, harmless):
    for name in ("en/calendar.ics", "ja/calendar.ics"):
        both = [(site / name).read_bytes() for site in (hostile, harmless)]
        lines = [re.sub(rb"\r\n[ \t]", b"", text).split(b"\r\n") for text in both]
        kinds = [[re.split(b"[:;]", line)[0] for line in it] for it in lines]
        assert kinds[0] == kinds[1], f"{name} has other lines than its twin"
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", both[0]), name


def check_references(hostile, harmless):
    """Citations in the forms of other programs: a text may not end its field, and begin another."""
    found = [file for ending in ("bib", "ris") for file in sorted(harmless.rglob(f"cite.{ending}"))]
    assert len(found) >= 4 * len(TEXTS), len(found)
    for file in found:
        name = file.relative_to(harmless)
        shapes = [re.findall(r"^(?:[A-Z][A-Z0-9]  -|  \w+ = |@\w+|\}$)", (site / name).read_text(), re.M) for site in (hostile, harmless)]
        assert shapes[0] and shapes[0] == shapes[1], f"{name}: other references than its twin"
    items = sorted(harmless.rglob("cite.json"))
    for file in items:
        name = file.relative_to(harmless)
        both = [[sorted(item) for item in json.loads((site / name).read_text())] for site in (hostile, harmless)]
        assert both[0] and both[0] == both[1], f"{name}: other references than its twin"
    print(f"{len(found) + len(items)} files of references have the lines of their twins")


def seen(text):
    """A text as a page may show it: blanks run together, and a reading beside its base."""
    return re.sub(r"[\s\u200b\ufeff\u2060]+", "", text)


def kept(text):
    """A text as the data keep it: without blanks at its ends, and on one line."""
    return re.sub(r"(\s*\r\n)+", " ", text.strip())


def check_texts(hostile):
    """Escaping is not losing: each title is on its page to be read, and in the data letter by letter."""
    data = json.loads((hostile / "data/archive.json").read_text())
    titles = {meeting["id"]: meeting["title"]["en"] for meeting in data["meetings"]}
    for n, text in enumerate(TEXTS):
        if text.startswith("{<"):
            # Ruby: its base is the text.
            continue
        assert titles[f"m{n}"] == kept(text), f"{titles[f'm{n}']!r} is not {text!r}"
        shown = seen(page(hostile / f"en/meetings/m{n}/index.html").css_first("h1").text())
        assert shown == seen(text), f"{shown!r} is not {text!r}"
    print(f"{len(TEXTS)} texts can be read as they were written")


def check_compressed(site):
    for file in site.rglob("*.gz"):
        assert gzip.decompress(file.read_bytes()) == file.with_suffix("").read_bytes(), file


def main(hostile, harmless):
    hostile, harmless = pathlib.Path(hostile), pathlib.Path(harmless)
    assert any(HURT in text for text in TEXTS)
    check_files(hostile, harmless)
    check_pages(hostile, harmless)
    check_xml(hostile, harmless)
    check_data(hostile, harmless)
    check_calendars(hostile, harmless)
    check_references(hostile, harmless)
    check_texts(hostile)
    check_compressed(hostile)


if __name__ == "__main__":
    main(*sys.argv[1:])
