"""Reads a corpus as a translator's tool does, and compares it with what stands in the file."""

import sys
import xml.etree.ElementTree as ElementTree

from translate.storage import tmx

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

path = sys.argv[1]
units = list(ElementTree.parse(path).iter("tu"))
written = [{tuv.get(LANG): tuv.findtext("seg") for tuv in unit.iter("tuv")} for unit in units]
assert all(list(unit) == ["en", "ja"] and all(unit.values()) for unit in written), "a text is missing"
ids = [unit.get("tuid") for unit in units]
assert len(set(ids)) == len(ids), "an id stands twice"
assert not any(character.isspace() for character in "".join(ids)), "an id has a blank"

for source, target in [("en", "ja"), ("ja", "en")]:
    with open(path, "rb") as file:
        store = tmx.tmxfile(file, source, target)
    read = [{source: str(unit.source), target: str(unit.target)} for unit in store.units]
    assert read == written, f"read otherwise from {source} to {target}"
assert units, "there is no pair"
print(f"{len(units)} pairs of texts are valid")
