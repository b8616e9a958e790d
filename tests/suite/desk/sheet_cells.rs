//! What is wrong with the cells of a sheet, each told at its place; nothing is written then.

use super::sheet::{Sheet, archive, import, said};
use crate::support::{Archive, Built, files};
use rust_xlsxwriter::{Format, Formula, Worksheet};

fn filled(archive: &Archive) -> Sheet {
    Sheet::of(archive).filled(2, "fulfilled", "2012-01-31", "us", "minutes")
}

/// Imports a sheet that is to be refused, and asserts that nothing was written. What is said, with `--format json`.
#[track_caller]
fn refused(archive: &Archive, name: &str, bytes: &[u8]) -> Vec<String> {
    let before = files(&archive.root().join("content"));
    let built: Built = import(archive, name, bytes, &["--format", "json"]);
    assert_eq!((built.status, built.stderr.as_str()), (1, "nothing was added\n"), "{}", built.stdout);
    assert_eq!(files(&archive.root().join("content")), before);
    said(&built)
}

#[track_caller]
fn assert_refused(sheet: &Sheet, archive: &Archive, expected: &[&str]) {
    assert_eq!(refused(archive, "s.csv", &sheet.csv()), expected);
}

#[test]
fn each_cell_that_is_not_sound_is_told() {
    let archive = archive();
    let statuses = "not-started, in-progress, partly-fulfilled, fulfilled, discontinued";
    for (header, text, problem) in [
        ("status", "done", format!("2:6 invalid-value: `done` is no status (write one of these: {statuses})")),
        ("status", "fullfilled", "2:6 invalid-value: `fullfilled` is no status (did you mean `fulfilled`?)".into()),
        ("status", "no-evidence", "2:6 invalid-value: `no-evidence` is the status without an assessment (leave the row empty)".into()),
        ("status", "", "2:6 missing-field: the row is filled in, and has no `status` (fill it in, or empty the other cells of the row)".into()),
        ("date", "31.1.2012", "2:7 invalid-date: `31.1.2012` is no day (a date is written as YYYY-MM-DD, such as 2026-11-30)".into()),
        ("date", "2010-10-31", "2:7 doubtful-fact: 2010-10-31 is before the meeting of 2010-11-01 (correct the date)".into()),
        ("by", "uss", "2:8 unknown-delegation: nobody is called `uss` (did you mean `us`?)".into()),
        ("by", "nobody", "2:8 unknown-delegation: nobody is called `nobody` (write one of these: us, jp, archive, third-party)".into()),
        ("source", "", "2:9 missing-field: the row is filled in, and has no `source` (fill it in, or empty the other cells of the row)".into()),
        ("source", "minute", "2:9 unknown-document: no document is called `minute` (did you mean `minutes`?)".into()),
        ("source", "https://a.example", "2:9 unknown-document: no document is called `https://a.example` (add it to the `documents` of a meeting or event first, and write its id here)".into()),
        ("note", "a\u{202e}b", "2:10 invalid-value: U+202E, which changes the direction of the text, does not belong in a text (delete it)".into()),
        ("id", "a/promises", "2:1 unknown-commitment: no commitment is called `a/promises` (did you mean `a/promise`?)".into()),
        ("id", "promise", "2:1 unknown-commitment: `promise` may be any of several commitments (write one of these: a/promise, b/promise)".into()),
        ("id", "", "2:1 missing-field: the row is filled in, and has no `id` (fill it in, or empty the other cells of the row)".into()),
    ] {
        let said = refused(&archive, "s.csv", &filled(&archive).cell(2, header, text).csv());
        assert_eq!(said.len(), 1, "{said:?}");
        // What is said of characters is tested elsewhere.
        let is_said = if header == "note" { said[0].starts_with("2:10 invalid-value: ") } else { said[0] == problem };
        assert!(is_said, "{said:?}");
    }
}

#[test]
fn a_day_after_today_is_refused() {
    let archive = archive();
    let sheet = filled(&archive).cell(2, "date", "2012-02-01");
    let built = import(&archive, "s.csv", &sheet.csv(), &["--format", "json", "--as-of", "2012-01-31"]);
    assert_eq!(said(&built), ["2:7 doubtful-fact: 2012-02-01 is after today, 2012-01-31 (correct the date)"]);
}

#[test]
fn a_cell_that_the_archive_filled_in_must_say_what_the_archive_says() {
    let archive = archive();
    for (column, header) in (1..).zip(["id", "meeting", "track", "text_en", "text_ja"]).skip(1) {
        let help = "put back what was exported; if the archive has changed since, export the sheet again";
        for text in ["", "something else"] {
            let sheet = filled(&archive).cell(2, header, text);
            let said = format!(
                "2:{column} conflicting-fact: `{header}` is not what the archive says of this commitment ({help})"
            );
            assert_refused(&sheet, &archive, &[&said]);
        }
        // Nobody looks at rows that are not filled in.
        let done = Sheet::of(&archive).cell(2, header, "else").import(&archive, &[]).ok();
        assert!(done.stdout.contains("2 rows not filled in"), "{}", done.stdout);
    }
    let composed = archive.edit("content/meetings/a.ja.md", "aの約束", "ガバナンス");
    let sheet = filled(&composed).cell(2, "text_ja", "カ\u{3099}ハ\u{3099}ナンス").cell(
        2,
        "meeting",
        "2010-11-01 Meeting a\r\n会合a ",
    );
    sheet.import(&composed, &[]).ok();
}

#[test]
fn what_cannot_be_carried_out_cannot_be_assessed() {
    let archive = archive();
    let sheet = filled(&archive);
    let archive = archive.edit("content/meetings/a.en.md", "kind: undertaking", "kind: welcome");
    let said =
        "2:1 invalid-value: what is `welcome` cannot be carried out, and so not be assessed (empty the row)";
    assert_refused(&sheet, &archive, &[said]);
}

#[test]
fn two_statuses_by_the_same_on_one_day_are_refused() {
    let archive = archive();
    let mut sheet = filled(&archive);
    let mut other = sheet.rows[1].clone();
    other[5] = "in-progress".into();
    sheet.rows.push(other);
    let help = "leave one of the two, or give each its own day";
    let said = format!(
        "8:6 conflicting-fact: `us` has assessed this commitment as `fulfilled` on the same day, in line 2, column 6 ({help})"
    );
    assert_refused(&sheet, &archive, &[&said]);
    filled(&archive).import(&archive, &[]).ok();
    let said = format!(
        "2:6 conflicting-fact: `us` has assessed this commitment as `discontinued` on the same day, in its note ({help})"
    );
    let archive = archive.edit("content/meetings/a.en.md", "status: fulfilled", "status: discontinued");
    assert_refused(&filled(&archive), &archive, &[&said]);
    // Third parties are told apart by their documents.
    let other = "  - {id: report, title: Report, kind: report, url: 'https://a.example/r'}\n---";
    let archive = archive.edit(
        "content/meetings/b.en.md",
        "documents: [{id: minutes, title: Minutes, kind: minutes, url: 'https://a.example/m'}]\n---",
        &format!("documents:\n  - {{id: minutes, title: Minutes}}\n{other}"),
    );
    let mut sheet = Sheet::of(&archive).filled(2, "fulfilled", "2013-01-31", "third-party", "minutes");
    let mut row = sheet.rows[1].clone();
    row[5] = "in-progress".into();
    row[8] = "report".into();
    sheet.rows.push(row);
    sheet.import(&archive, &[]).ok();
}

#[test]
fn all_problems_are_told_at_once_by_the_names_of_the_cells() {
    let archive = archive();
    let sheet = filled(&archive).cell(2, "status", "x").cell(2, "source", "").cell(3, "note", "A remark.");
    let built = import(&archive, "s.xlsx", &sheet.xlsx(), &[]);
    assert_eq!((built.status, built.stdout.as_str()), (1, "nothing was added\n"));
    let lines: Vec<_> = built.stderr.lines().filter(|line| line.contains("-->")).collect();
    let cells: Vec<_> = lines.iter().map(|line| line.rsplit(' ').next().unwrap()).collect();
    assert_eq!(cells, ["Sheet1!F2", "Sheet1!I2", "Sheet1!F3", "Sheet1!G3", "Sheet1!H3", "Sheet1!I3"]);
    assert!(built.stderr.starts_with("error[invalid-value]: `x` is no status\n"), "{}", built.stderr);
    let json = import(&archive, "s.xlsx", &sheet.xlsx(), &["--format", "json"]);
    let first = &json.problems()[0];
    assert!(first["path"].as_str().unwrap().ends_with("/s.xlsx"));
    assert_eq!(first["message"], "Sheet1!F2: `x` is no status");
    assert_eq!((&first["line"], &first["column"]), (&2.into(), &6.into()));
    for format in ["github", "sarif"] {
        assert_eq!(import(&archive, "s.xlsx", &sheet.xlsx(), &["--format", format]).status, 1);
    }
}

#[test]
fn no_more_problems_are_told_than_anybody_reads() {
    let archive = archive();
    let mut sheet = filled(&archive).cell(2, "status", "x");
    let row = sheet.rows[1].clone();
    sheet.rows.extend(std::iter::repeat_n(row, 1500));
    let said = refused(&archive, "s.csv", &sheet.csv());
    assert_eq!(said.len(), 1002);
    assert!(said.iter().any(|it| it.contains("there are more problems; the rows below were not looked at")));
}

/// The first problem of a workbook that was changed after it was filled in.
#[track_caller]
fn of_workbook(archive: &Archive, change: impl FnOnce(&mut Worksheet)) -> String {
    let said = refused(archive, "s.xlsx", &filled(archive).xlsx_with(change));
    assert_eq!(said.len(), 1, "{said:?}");
    said[0].clone()
}

#[test]
fn formulas_count_by_their_values_where_the_archive_fills_in_nothing() {
    let archive = archive();
    let formula = |formula: &str, value: &str| Formula::new(formula).set_result(value);
    let bytes = filled(&archive).xlsx_with(|sheet| {
        sheet.write_formula(1, 5, formula("=LOWER(\"FULFILLED\")", "fulfilled")).unwrap();
    });
    import(&archive, "ok.xlsx", &bytes, &["--dry-run"]).ok();
    let said = of_workbook(&archive, |sheet| {
        sheet.write_formula(1, 3, formula("=\"Promise of a\"", "Promise of a")).unwrap();
    });
    assert!(
        said.starts_with("2:4 conflicting-fact: Sheet1!D2: a formula stands in the place of `text_en`"),
        "{said}"
    );
    let said = of_workbook(&archive, |sheet| {
        sheet.write_formula(1, 8, formula("=A1", "#REF!")).unwrap();
    });
    assert!(said.starts_with("2:9 "), "{said}");
}

#[test]
fn merged_cells_are_refused() {
    let archive = archive();
    let said = of_workbook(&archive, |sheet| {
        sheet.merge_range(1, 5, 2, 5, "fulfilled", &Format::new()).unwrap();
    });
    assert!(said.starts_with("2:6 invalid-value: Sheet1!F2: cells were merged here"), "{said}");
}

#[test]
fn days_are_read_as_spreadsheets_keep_them() {
    let archive = archive();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2012, 1, 31).unwrap();
    let is_day = |change: &dyn Fn(&mut Worksheet)| {
        let bytes = filled(&archive).cell(2, "date", "").xlsx_with(|sheet| change(sheet));
        let done = import(&archive, "d.xlsx", &bytes, &["--dry-run"]).ok();
        assert!(done.stdout.contains("date: 2012-01-31,"), "{}", done.stdout);
    };
    is_day(&|sheet| {
        let look = Format::new().set_num_format("yyyy/m/d");
        sheet.write_datetime_with_format(1, 6, &day, &look).unwrap();
    });
    is_day(&|sheet| {
        let look = Format::new().set_num_format("[$-411]ggge\"年\"m\"月\"d\"日\"");
        sheet.write_datetime_with_format(1, 6, &day, &look).unwrap();
    });
    is_day(&|sheet| drop(sheet.write_number(1, 6, 40_939)));
    is_day(&|sheet| drop(sheet.write_string(1, 6, "平成２４年１月３１日")));
}
