"""Reads the archive, the calendars and the references of a site as the programs of its readers do."""

import datetime
import glob
import json
import sys
import warnings
from pathlib import Path

import bibtexparser
import icalendar
import jsonschema
import pybtex.database
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import html

site = Path(sys.argv[1]).resolve()


def read_archive():
    archive = json.loads((site / "data/archive.json").read_text("utf-8"))
    schema = json.loads((site / "data/archive.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(archive)
    assert archive["meetings"], "there is no meeting"
    print(f"archive.json is valid, with {len(archive['meetings'])} meetings")
    return archive


def read_calendars(archive):
    days = {it["id"]: (it["from"], it["to"]) for it in archive["meetings"]}
    for path in sorted(glob.glob(str(site / "*/calendar.ics"))):
        data = Path(path).read_bytes()
        assert all(len(line) <= 75 for line in data.split(b"\r\n")), f"{path} has a long line"
        calendar = icalendar.Calendar.from_ical(data)
        assert not calendar.errors, calendar.errors
        read = {}
        for event in calendar.walk("VEVENT"):
            assert not event.errors, event.errors
            assert event.get("SUMMARY") and event.get("DTSTAMP"), event
            last = event.end - datetime.timedelta(days=1)
            read[event["UID"].split("@")[0]] = (event.start.isoformat(), last.isoformat())
        assert read == days, f"{path} has other days than archive.json"
        print(f"{path.rsplit('/', 2)[1]}/calendar.ics is valid, with {len(read)} events")


# What Zotero makes of a page without a translator of its own: fields by the ends of the names of meta elements in its head
# (zotero/translators, "Embedded Metadata.js"), with the field of CSL-JSON that says the same.
ZOTERO = {
    "citation_title": "title",
    "citation_publisher": "publisher",
    "citation_public_url": "URL",
    "citation_language": "language",
}


def linked_citations():
    """The files that the pages of meetings, points and events offer, each page all three."""
    pages = 0
    for page in sorted(glob.glob(str(site / "*/*/*/index.html")) + glob.glob(str(site / "*/commitments/*/*/index.html"))):
        document = html.parse(page, html.HTMLParser(encoding="utf-8"))
        links = document.xpath("//section[@class='citation']//a[contains(@href, 'cite.')]/@href")
        assert len(links) in (0, 3), page
        for link in links:
            file = (Path(page).parent / link).resolve()
            assert file.is_file(), f"{page}: {link}"
            yield str(file)
            if file.suffix == ".json":
                read_page(page, document, json.loads(file.read_text("utf-8")))
                pages += 1
    print(f"{pages} pages say to Zotero what these files say")


def read_page(page, document, items):
    """What the head of a page says of it is what the file of references says."""

    def said(name):
        (content,) = document.xpath(f"/html/head/meta[substring(@name, string-length(@name) - {len(name) - 1}) = '{name}']/@content")
        return " ".join(content.split())

    (item,) = [item for item in items if item["URL"] == said("citation_public_url")]
    for name, field in ZOTERO.items():
        assert said(name) == item[field], f"{page}: {name}"
    year, *rest = item["issued"]["date-parts"][0]
    assert said("citation_date") == "-".join([f"{year:04}", *(f"{part:02}" for part in rest)]), page


def read_references():
    folders = sorted({Path(file).parent for file in glob.glob(str(site / "*/*/*/cite.bib"))})
    assert folders, "nothing says how it is cited"
    count = 0
    none = bibtexparser.model.Field("url", None)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for folder in folders:
        bibtex, ris, csl = ((folder / f"cite.{ending}").read_text("utf-8") for ending in ("bib", "ris", "json"))
        library = bibtexparser.parse_string(bibtex)
        assert not library.failed_blocks, folder
        # It counts braces as BibTeX itself does.
        by_pybtex = pybtex.database.parse_string(bibtex, "bibtex").entries
        records, items = rispy.loads(ris), json.loads(csl)
        assert len(library.entries) == len(by_pybtex) == len(records) == len(items), folder
        for entry, record, item in zip(library.entries, records, items):
            key = entry.key
            assert by_pybtex[key].fields.get("url") == entry.get("url", none).value, key
            assert key == record["id"] == item["id"], key
            assert record["title"] == " ".join(item["title"].split()), key
            assert entry["year"] == record["year"] == f"{item['issued']['date-parts'][0][0]:04}", key
            url = item.get("URL")
            assert entry.get("url", none).value == url and record.get("urls", [None])[0] == url, key
            with warnings.catch_warnings():
                # It has no words in Japanese and says so.
                warnings.simplefilter("ignore")
                list_of_one = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
                list_of_one.register(Citation([CitationItem(key)]))
                (cited,) = list_of_one.bibliography()
            assert item["title"][:20] in str(cited), f"{key}: {cited}"
            count += 1
    cited = {link.rsplit("/", 1)[0] for link in linked_citations()}
    assert cited == {str(folder) for folder in folders}, cited.symmetric_difference(map(str, folders))
    print(f"{count} references are valid in three formats")


read_calendars(read_archive())
read_references()
