"""Reads the archive and the calendars of a site as the programs of its readers do."""

import datetime
import glob
import json
import sys
from pathlib import Path

import icalendar
import jsonschema

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


read_calendars(read_archive())
