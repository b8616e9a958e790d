"""Fills in the sheet of an archive as offices do, with openpyxl and LibreOffice, and imports what they saved."""

import datetime
import subprocess

from openpyxl import load_workbook

from round_archive import WORK, archive, content, taiwa

HEADERS = ["id", "meeting", "track", "text_en", "text_ja", "status", "date", "by", "source", "note"]
STATUSES = ["not-started", "in-progress", "partly-fulfilled", "fulfilled", "discontinued"]

# Three ways in which a day comes into a cell.
DAYS = [datetime.date(2025, 11, 30), "2025/11/30", "令和7年11月30日"]


def converted(file, kind, folder):
    """The file as LibreOffice saves it in another folder."""
    # CSV: commas, quotes, UTF-8, the first sheet.
    kind = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"}.get(kind, kind)
    home = f"-env:UserInstallation=file://{WORK}/office"
    # As a person confirms when LibreOffice asks: commas, quotes, UTF-8.
    opened = ["--infilter=CSV:44,34,76,1"] if file.suffix == ".csv" else []
    command = ["soffice", home, "--headless", *opened, "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    saved = [path for path in folder.iterdir() if path.name.startswith(file.stem)]
    assert len(saved) == 1, saved
    return saved[0]


def check_sheet(book):
    """That the sheet is as docs/desk.md says."""
    assert book.sheetnames == ["Commitments", "Guide"], book.sheetnames
    sheet, guide = book.worksheets
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert sheet.protection.sheet and guide.protection.sheet
    assert sheet.freeze_panes == "B2"
    rows = list(sheet.iter_rows(min_row=2, max_row=sheet.max_row))
    rows = [row for row in rows if row[0].value]
    assert len(rows) > 20, "the archive has more commitments"
    for row in rows:
        assert all(cell.protection.locked and cell.value for cell in row[:4]), row[0].value
        assert all(not cell.protection.locked and cell.value is None for cell in row[5:]), row[0].value
        assert all(cell.alignment.wrap_text for cell in row)
    lists = {}
    for validation in sheet.data_validations.dataValidation:
        if validation.type != "list":
            continue
        name, cells = validation.formula1.split("!")
        words = [cell.value for line in book[name][cells.replace("$", "")] for cell in line]
        column = next(iter(validation.sqref.ranges)).min_col
        lists[HEADERS[column - 1]] = words
    assert lists["status"] == STATUSES, lists["status"]
    assert lists["by"][-2:] == ["archive", "third-party"], lists["by"]
    assert len(lists["source"]) > 20
    words = " ".join(str(cell.value) for line in guide.iter_rows() for cell in line if cell.value)
    for part in [*HEADERS, "記入要領", "How to fill in this sheet", "A source says that it has been done."]:
        assert part in words, part
    return rows, lists


def fill(book):
    """Fills in some rows. How many."""
    rows, lists = check_sheet(book)
    sheet = book.worksheets[0]
    chosen = rows[:: len(rows) // 6]
    for at, row in enumerate(chosen):
        number = row[0].row
        sheet.cell(number, 6).value = STATUSES[at % len(STATUSES)]
        sheet.cell(number, 7).value = DAYS[at % len(DAYS)]
        sheet.cell(number, 8).value = lists["by"][at % 2]
        sheet.cell(number, 9).value = lists["source"][-1 - at]
        sheet.cell(number, 10).value = "Reported: see \"page 3\" of it.\n3頁に記載がある。" if at % 2 else None
    return len(chosen)


def check_import(root, file, count):
    """That a sheet adds so many assessments, in lines of their own, once, and that the archive is sound then."""
    before = content(root)
    said = taiwa(root, "sheet", "import", file)
    assert f"{count} assessments added to" in said, said
    after = content(root)
    assert before.keys() == after.keys()
    for path, text in before.items():
        rest = iter(after[path].splitlines())
        assert all(line in rest for line in text.splitlines()), f"{path} has other lines"
    taiwa(root, "check", "--strict")
    assert f"{count} rows there already" in taiwa(root, "sheet", "import", file)
    assert content(root) == after


def main():
    root = archive("untouched")
    before = content(root)
    sheet = WORK / "sheet.xlsx"
    taiwa(root, "sheet", "export", sheet)
    taiwa(root, "sheet", "export", WORK / "sheet.csv")
    folders = [WORK / name for name in ["openpyxl", "office", "office-csv", "again"]]
    for folder in folders:
        folder.mkdir(exist_ok=True)
    saved = folders[0] / "untouched.xlsx"
    load_workbook(sheet).save(saved)
    files = [saved]
    for source, kind in [(sheet, "xlsx"), (sheet, "csv"), (WORK / "sheet.csv", "xlsx")]:
        folder = WORK / f"{source.name}-{kind}"
        folder.mkdir()
        files.append(converted(source, kind, folder))
    for file in files:
        said = taiwa(root, "sheet", "import", file)
        assert said.startswith("0 assessments added to 0 files; 0 rows there already"), (file, said)
        assert content(root) == before, file

    book = load_workbook(sheet)
    count = fill(book)
    filled = WORK / "filled.xlsx"
    book.save(filled)
    check_import(archive("by-openpyxl"), filled, count)
    for kind in ["xlsx", "csv"]:
        folder = WORK / f"filled-{kind}"
        folder.mkdir()
        check_import(archive(f"by-office-{kind}"), converted(filled, kind, folder), count)

    # A formula that nobody worked out has no value, and one in the place of a text is refused.
    book = load_workbook(sheet)
    book.worksheets[0]["F2"].value = "=LOWER(\"FULFILLED\")"
    book.worksheets[0]["D3"].value = "=A3"
    book.worksheets[0]["F3"].value = "fulfilled"
    spoilt = WORK / "spoilt.xlsx"
    book.save(spoilt)
    said = taiwa(root, "sheet", "import", spoilt, status=1)
    for part in ["Commitments!F2", "this is a formula without a value", "Commitments!D3", "nothing was added"]:
        assert part in said, said
    assert content(root) == before
    print(f"sheets went out and came back by openpyxl and LibreOffice: {count} rows filled in")


main()
