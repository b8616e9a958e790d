//! `taiwa sheet export`: which rows there are, what is in them, and where the file may be.

use super::sheet::{HEADERS, Sheet, archive, path};
use crate::support::{Archive, files, write};
use calamine::{Reader, Xlsx, open_workbook};
use std::fs;

fn export(archive: &Archive, name: &str, arguments: &[&str]) -> crate::support::Built {
    archive.run(&[&["sheet", "export", &path(archive, name)], arguments].concat())
}

/// The cells of the first sheet of a workbook.
fn workbook(file: &str) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = open_workbook(file).unwrap();
    assert_eq!(workbook.sheet_names(), ["Commitments", "Guide"]);
    let cells = workbook.worksheet_range("Commitments").unwrap();
    cells.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn a_row_is_a_commitment_that_can_be_carried_out() {
    let archive = archive()
        .promise("c", "2012-11-01", "")
        .edit("content/meetings/c.en.md", "kind: undertaking", "kind: shared-view")
        .edit("content/meetings/b.en.md", "kind: undertaking", "kind: next-meeting");
    let done = export(&archive, "s.csv", &[]).ok();
    assert!(done.stdout.ends_with("s.csv: 2 rows to be filled in\n"), "{}", done.stdout);
    let sheet = Sheet::of(&archive).rows;
    let row = |id: &str, date: &str| {
        let meeting = format!("{date} Meeting {id}\n会合{id}");
        let cells = [&format!("{id}/promise"), &meeting, "Cloud computing\nクラウド"];
        let texts = [format!("Promise of {id}"), format!("{id}の約束")];
        let cells = cells.map(str::to_owned).into_iter().chain(texts);
        cells.chain((0..5).map(|_| String::new())).collect::<Vec<_>>()
    };
    assert_eq!(sheet, [HEADERS.map(str::to_owned).to_vec(), row("a", "2010-11-01"), row("b", "2011-11-01")]);
}

#[test]
fn the_workbook_says_what_the_table_says_and_its_bytes_are_the_same_each_time() {
    let archive = archive().edit("content/meetings/a.en.md", "Promise of a", "'=1+1 _x000D_ & <b>'");
    for name in ["one.xlsx", "two.xlsx", "one.csv"] {
        export(&archive, name, &[]).ok();
    }
    let [one, two] = ["one.xlsx", "two.xlsx"].map(|name| fs::read(archive.root().join(name)).unwrap());
    assert_eq!(one, two);
    let mut table = Sheet::from_csv(&fs::read(archive.root().join("one.csv")).unwrap()).rows;
    assert_eq!(table[1][3], "'=1+1 _x000D_ & <b>");
    table[1][3].remove(0);
    assert_eq!(workbook(&path(&archive, "one.xlsx")), table);
}

#[test]
fn a_text_has_no_ruby_and_one_that_is_missing_is_not_borrowed() {
    let archive = archive()
        .edit("content/meetings/a.ja.md", "text: aの約束", "text: '{約束|やくそく}'")
        .edit("content/meetings/b.ja.md", ", text: bの約束", "");
    let sheet = Sheet::of(&archive).rows;
    assert_eq!([&sheet[1][4], &sheet[2][4]], ["約束", ""]);
}

#[test]
fn what_is_not_published_leaves_with_drafts_alone_and_what_is_redacted_never() {
    let archive = archive()
        .promise("c", "2012-11-01", "title: Draftword")
        .append("content/meetings/c.en.md", "[[redacted: 2 lines|Redactedword]] <!-- Commentword -->\n")
        .edit("content/meetings/c.en.md", "date: 2012", "release: draft\ndate: 2012")
        .edit("content/meetings/c.en.md", "Promise of c", "Draftedword")
        .promise("d", "2013-11-01", "")
        .edit("content/meetings/d.en.md", "date: 2013", "release: {embargoed-until: 2026-12-01}\ndate: 2013")
        .edit(
            "content/meetings/d.en.md",
            "Promise of d",
            "Embargoedword\ndocuments: [{id: secretword, title: S}]",
        )
        .promise("e", "2014-11-01", "")
        .edit("content/meetings/e.en.md", "date: 2014", "release: withdrawn\ndate: 2014")
        .edit("content/meetings/e.en.md", "Promise of e", "Withdrawnword");
    let words =
        ["Draftedword", "Embargoedword", "secretword", "Redactedword", "Commentword", "Withdrawnword"];
    let has = |name: &str| {
        let bytes = fs::read(archive.root().join(name)).unwrap();
        let text =
            if bytes.starts_with(b"PK") { unpacked(&bytes) } else { String::from_utf8(bytes).unwrap() };
        words.into_iter().filter(|word| text.contains(word)).collect::<Vec<_>>()
    };
    for kind in ["csv", "xlsx"] {
        let [public, drafts] = ["public", "drafts"].map(|name| format!("{name}.{kind}"));
        export(&archive, &public, &["--as-of", "2026-11-30"]).published();
        assert_eq!(has(&public), Vec::<&str>::new());
        export(&archive, &drafts, &["--as-of", "2026-11-30", "--drafts"]).published();
        let expected = if kind == "csv" { &words[..2] } else { &words[..3] };
        assert_eq!(has(&drafts), expected);
    }
    export(&archive, "later.csv", &["--as-of", "2026-12-01"]).published();
    assert_eq!(has("later.csv"), ["Embargoedword"]);
}

/// All parts of a package, one behind the other.
fn unpacked(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let parts =
        (0..package.len()).map(|part| std::io::read_to_string(package.by_index(part).unwrap()).unwrap());
    parts.collect()
}

#[test]
fn cells_are_locked_listed_and_explained() {
    let archive = archive();
    export(&archive, "s.xlsx", &[]).ok();
    let parts = unpacked(&fs::read(archive.root().join("s.xlsx")).unwrap());
    for part in [
        "<sheetProtection sheet=\"1\"",
        "<protection locked=\"0\"",
        "<formula1>Guide!$A$",
        "state=\"frozen\"",
        "2000-01-01T00:00:00Z",
        "記入要領",
        "A source says that it has been done.",
        "行われたと資料が述べているもの。",
        ">minutes<",
    ] {
        assert!(parts.contains(part), "{part}");
    }
    assert!(!parts.contains("no-evidence"));
}

#[test]
fn a_file_that_is_there_is_left_as_it_is() {
    let archive = archive();
    export(&archive, "s.csv", &[]).ok();
    let again = export(&archive, "s.csv", &[]).ok();
    assert!(again.stdout.ends_with("s.csv is there already, with 2 rows\n"), "{}", again.stdout);
    write(&archive.root().join("s.csv"), b"filled in");
    let refused = export(&archive, "s.csv", &[]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.contains("may be filled in; name another file, or use --force"),
        "{}",
        refused.stderr
    );
    assert_eq!(fs::read(archive.root().join("s.csv")).unwrap(), b"filled in");
    export(&archive, "s.csv", &["--force"]).ok();
    assert_ne!(fs::read(archive.root().join("s.csv")).unwrap(), b"filled in");
}

#[test]
fn no_file_is_written_where_it_would_be_read_or_published() {
    let archive = archive();
    for (name, message) in [
        ("content/static/s.csv", "would be read or published"),
        ("content/s.xlsx", "would be read or published"),
        ("output/s.xlsx", "would be read or published"),
        ("themes/x/s.csv", "would be read or published"),
        ("s.ods", "it ends in .xlsx or .csv"),
        ("csv", "it ends in .xlsx or .csv"),
    ] {
        let refused = export(&archive, name, &[]);
        assert_eq!(refused.status, 2, "{name}");
        assert!(refused.stderr.contains(message), "{}", refused.stderr);
    }
    let refused = export(&archive, "s.csv", &["-o", "x.csv"]);
    assert_eq!(refused.status, 2);
    let nowhere = export(&archive, "nowhere/s.csv", &[]);
    assert_eq!(nowhere.status, 3);
    assert!(files(archive.root()).keys().all(|path| path.starts_with("content/")));
}

#[test]
fn of_an_archive_with_errors_there_is_no_sheet() {
    let archive = archive().edit("content/meetings/a.en.md", "track: cloud", "track: clowd");
    let refused = export(&archive, "s.csv", &[]);
    assert_eq!((refused.status, refused.stdout.as_str()), (1, "no sheet was written\n"));
    assert!(refused.stderr.contains("unknown-track"), "{}", refused.stderr);
    assert!(!archive.root().join("s.csv").exists());
}
