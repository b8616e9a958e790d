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

site = Path(sys.argv[1])


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


def read_references():
    pages = sorted(glob.glob(str(site / "*/meetings/*/index.html")))
    pages += sorted(glob.glob(str(site / "*/commitments/*/*/index.html")))
    count = 0
    none = bibtexparser.model.Field("url", None)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for page in pages:
        document = html.parse(page, html.HTMLParser(encoding="utf-8"))
        texts = [code.text_content() for code in document.xpath("//section[@class='citation']//code")]
        if not texts:
            continue
        bibtex, ris, csl = texts
        library = bibtexparser.parse_string(bibtex)
        assert not library.failed_blocks, page
        (entry,) = library.entries
        # It counts braces as BibTeX itself does.
        ((key, read),) = pybtex.database.parse_string(bibtex, "bibtex").entries.items()
        assert key == entry.key and read.fields.get("url") == entry.get("url", none).value, page
        (record,) = rispy.loads(ris)
        (item,) = json.loads(csl)
        assert entry.key == record["id"] == item["id"], page
        assert record["title"] == " ".join(item["title"].split()), page
        assert entry["year"] == record["year"] == f"{item['issued']['date-parts'][0][0]:04}", page
        assert entry.get("url", none).value == item.get("URL") and record.get("urls", [None])[0] == item.get("URL"), page
        with warnings.catch_warnings():
            # It has no words in Japanese and says so.
            warnings.simplefilter("ignore")
            list_of_one = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
            list_of_one.register(Citation([CitationItem(item["id"])]))
            (cited,) = list_of_one.bibliography()
        assert item["title"][:20] in str(cited), f"{page}: {cited}"
        count += 1
    assert count, "no page says how to cite it"
    print(f"{count} references are valid in three formats")


read_calendars(read_archive())
read_references()
