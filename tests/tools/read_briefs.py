"""Reads a brief as others do, and compares it with the same brief in Markdown."""

import re
import sys
from pathlib import Path

import docx

work = Path(sys.argv[1])
markdown = (work / "brief.md").read_text(encoding="utf-8")
document = docx.Document(str(work / "brief.docx"))


def plain(text):
    """A text of the Markdown without its signs."""
    return re.sub(r"\\(.)", r"\1", text.replace("<br>", "\n"))


headings = [(int(style[8:]), paragraph.text) for paragraph in document.paragraphs
            if (style := paragraph.style.name).startswith("Heading ")]
written = [(len(marks), plain(text)) for marks, text in re.findall(r"^(#+) (.*)$", markdown, re.M)]
assert headings == written, [pair for pair in zip(headings, written) if pair[0] != pair[1]][:3]
assert {level for level, _ in headings} == {1, 2, 3, 4}

rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
lines = [line for line in markdown.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
cells = [[plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
assert rows == cells, [pair for pair in zip(rows, cells) if pair[0] != pair[1]][:3]
assert len(document.tables) > 20, len(document.tables)

fonts = document.styles.element.xpath("//w:docDefaults//w:rFonts/@w:eastAsia")
assert fonts == ["Yu Gothic"], fonts
pages = (work / "brief.txt").read_text(encoding="utf-8")
for title in (headings[0][1], next(text for level, text in headings[1:] if level == 1)):
    # Between scripts the page has gaps, which the text has not.
    assert "".join(title.split()) in "".join(pages.split()), title
print(f"{len(headings)} headings and {len(document.tables)} tables are as in Markdown, on {pages.count(chr(12))} pages")
