//! Files that are no sheets: each is refused with a word, and none makes the program fail.

use super::sheet::{HEADERS, Sheet, archive, import, path, said};
use crate::support::{Archive, files};
use proptest::prelude::*;
use std::{fs, io::Write};
use taiwa::{
    desk::sheet::{SheetFormat, read},
    diagnostic::Code,
};
use zip::{ZipWriter, write::SimpleFileOptions};

#[track_caller]
fn assert_refused(name: &str, bytes: &[u8], start: &str) {
    let archive = archive();
    let before = files(&archive.root().join("content"));
    let built = import(&archive, name, bytes, &["--format", "json"]);
    assert_eq!(built.status, 1, "{}", built.stderr);
    let said = said(&built);
    assert!(said.len() == 1 && said[0].starts_with(&format!("1:1 {start}")), "{said:?}");
    assert_eq!(files(&archive.root().join("content")), before);
}

/// A package of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        package.start_file(*name, SimpleFileOptions::default()).unwrap();
        package.write_all(bytes).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// A workbook with one part changed, or one more.
fn workbook_with(part: &str, bytes: &[u8]) -> Vec<u8> {
    let workbook = Sheet::of(&archive()).xlsx();
    let mut read = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..read.len() {
        let mut file = read.by_index(index).unwrap();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut text).unwrap();
        parts.push((file.name().unwrap().into_owned(), text));
    }
    parts.retain(|(name, _)| name != part);
    parts.push((part.to_owned(), bytes.to_vec()));
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    package(&parts)
}

#[test]
fn a_file_is_what_its_name_says() {
    let sheet = Sheet::of(&archive());
    assert_refused("s.xlsx", &sheet.csv(), "invalid-value: this is no workbook");
    assert_refused("s.csv", &sheet.xlsx(), "invalid-value: this is no text");
    assert_refused(
        "s.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "invalid-value: this is a workbook of an old kind",
    );
    assert_refused(
        "s.csv",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "invalid-value: this is a workbook of an old kind",
    );
    assert_refused("s.xlsx", b"", "invalid-value: this is no workbook");
    assert_refused("s.xlsx", b"PK\x03\x04", "invalid-value: the workbook cannot be read");
    let document = package(&[("word/document.xml", b"<w:document/>")]);
    assert_refused("s.xlsx", &document, "invalid-value: the workbook cannot be read");
    let half = &sheet.xlsx()[..2000];
    assert_refused("s.xlsx", half, "invalid-value: the workbook cannot be read");
}

#[test]
fn a_table_is_utf8_with_headers() {
    assert_refused("s.csv", b"", "missing-field: the file has no row of headers");
    assert_refused("s.csv", b"a,b\n1,2\n", "missing-field: the file has no row of headers");
    assert_refused("s.csv", b"id,status\n\x8d\x80,1\n", "invalid-utf8: the file is not UTF-8");
    let utf16: Vec<u8> = "\u{feff}id,status".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_refused("s.csv", &utf16, "invalid-utf8: the file is not UTF-8");
    let headers = HEADERS.join(",");
    assert_refused(
        "s.csv",
        headers.replace(",source", "").as_bytes(),
        "missing-field: no column has the header `source`",
    );
    let twice = headers.clone() + ",note";
    let archive = archive();
    let built = import(&archive, "s.csv", twice.as_bytes(), &["--format", "json"]);
    assert_eq!(said(&built), ["1:11 duplicate-key: two columns have the header `note` (delete one of them)"]);
    for (from, to) in [(",", ";"), (",", "\t"), ("id", " ＩＤ "), ("text_en", "Text_EN")] {
        import(&archive, "ok.csv", headers.replace(from, to).as_bytes(), &[]).ok();
    }
}

#[test]
fn what_unpacks_to_more_than_a_sheet_has_is_refused() {
    let huge = vec![b' '; 100 << 20];
    assert_refused("s.xlsx", &workbook_with("xl/other.xml", &huge), "too-large: the file unpacks to more");
    assert_refused(
        "s.xlsx",
        &workbook_with("xl/styles.xml", &huge[..5 << 20]),
        "too-large: the file unpacks to more",
    );
    let many: Vec<_> = (0..2001).map(|part| format!("part{part}")).collect();
    let many: Vec<_> = many.iter().map(|part| (part.as_str(), &b""[..])).collect();
    assert_refused("s.xlsx", &package(&many), "too-large: the file has more than 2000 parts");
    let mut large = b"PK\x03\x04".to_vec();
    large.resize((16 << 20) + 1, b' ');
    assert_refused("s.xlsx", &large, "too-large: the file is larger than 16 MiB");
    large[..4].copy_from_slice(b"id,s");
    assert_refused("s.csv", &large, "too-large: the file is larger than 16 MiB");
}

/// A package that says of a part that it is small, which it is not.
#[test]
fn a_package_that_lies_of_its_sizes_is_refused() {
    let workbook = workbook_with("xl/other.xml", &vec![b' '; 100 << 20]);
    let size = (100_u32 << 20).to_le_bytes();
    let mut lying = workbook.clone();
    let places: Vec<_> =
        workbook.windows(4).enumerate().filter(|(_, bytes)| *bytes == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
    }
    let read = read(&lying, SheetFormat::Xlsx);
    let code = read.err().map(|problem| problem.code);
    assert!(matches!(code, Some(Code::TooLarge | Code::InvalidValue)), "{code:?}");
}

/// Cells at the far corner, numbers that claim memory, and one text that a million cells repeat.
#[test]
fn numbers_that_claim_memory_are_refused_or_harmless() {
    let sheet = |cells: &str| {
        let xml = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>"
        );
        workbook_with("xl/worksheets/sheet1.xml", xml.as_bytes())
    };
    let corner = sheet(
        "<row r='1'><c r='A1' t='str'><v>id</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    );
    assert_refused("s.xlsx", &corner, "missing-field: the file has no row of headers");
    for cells in [
        "<row r='1'><c r='AAAAAAAAAAAA1'><v>1</v></c></row>",
        "<row r='99999999999'><c><v>1</v></c></row>",
        "<row r='1'><c r='A1'><f t='shared' si='4294967295' ref='A1'>1</f><v>1</v></c></row>",
    ] {
        assert_refused(
            "s.xlsx",
            &sheet(cells),
            "invalid-value: the workbook cannot be read: a number in it is beyond",
        );
    }
    let strings = "<sst uniqueCount='18446744073709551615'><si><t>a</t></si></sst>";
    let strings = workbook_with("xl/sharedStrings.xml", strings.as_bytes());
    assert_refused(
        "s.xlsx",
        &strings,
        "invalid-value: the workbook cannot be read: a number in it is beyond",
    );
    let long = format!("<sst uniqueCount='1'><si><t>{}</t></si></sst>", "a".repeat(1 << 20));
    let repeated = {
        let cells = "<c t='s'><v>0</v></c>".repeat(1000);
        let xml = format!("<worksheet><sheetData><row r='1'>{cells}</row></sheetData></worksheet>");
        let bytes = workbook_with("xl/worksheets/sheet1.xml", xml.as_bytes());
        let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut changed = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for index in 0..parts.len() {
            let file = parts.by_index(index).unwrap();
            if file.name().unwrap() != "xl/sharedStrings.xml" {
                changed.raw_copy_file(file).unwrap();
            }
        }
        changed.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
        changed.write_all(long.as_bytes()).unwrap();
        changed.finish().unwrap().into_inner()
    };
    assert_refused("s.xlsx", &repeated, "too-large: the file has more cells, or longer texts");
}

#[test]
fn entities_are_not_followed() {
    let xml = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row r='1'><c r='A1' t='str'><v>&e;</v></c></row></sheetData></worksheet>";
    let archive = archive();
    let built = import(
        &archive,
        "s.xlsx",
        &workbook_with("xl/worksheets/sheet1.xml", xml.as_bytes()),
        &["--format", "json"],
    );
    assert_eq!(built.status, 1);
    assert!(!built.stdout.contains("root"), "{}", built.stdout);
}

#[test]
fn a_link_is_followed_and_a_pipe_is_not_waited_for() {
    let archive = archive();
    fs::write(archive.root().join("real.csv"), Sheet::of(&archive).csv()).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("real.csv", archive.root().join("link.csv")).unwrap();
        archive.run(&["sheet", "import", &path(&archive, "link.csv")]).ok();
        let made =
            std::process::Command::new("mkfifo").arg(archive.root().join("pipe.csv")).status().unwrap();
        assert!(made.success());
        assert_eq!(archive.run(&["sheet", "import", &path(&archive, "pipe.csv")]).status, 2);
    }
}

/// The parts of a workbook that any program might have written otherwise.
fn exported() -> Vec<u8> {
    let archive: Archive = archive();
    archive.run(&["sheet", "export", &path(&archive, "s.xlsx")]).ok();
    fs::read(archive.root().join("s.xlsx")).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Bytes of the package, and letters of its parts, become others.
    #[test]
    fn any_bytes_are_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        parts in prop::collection::vec((any::<prop::sample::Index>(), prop::char::range(' ', '~')), 0..6),
        name in prop::sample::select(vec!["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]),
        csv in any::<Vec<u8>>(),
    ) {
        thread_local! {
            static EXPORTED: Vec<u8> = exported();
        }
        let exported = EXPORTED.with(Clone::clone);
        let mut bytes = exported.clone();
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        let _ = read(&bytes, SheetFormat::Xlsx);
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(exported)).unwrap();
        let mut text = std::io::read_to_string(package.by_name(name).unwrap()).unwrap().into_bytes();
        for (at, c) in &parts {
            let at = at.index(text.len());
            text[at] = u8::try_from(*c).unwrap();
        }
        let _ = read(&workbook_with(name, &text), SheetFormat::Xlsx);
        let _ = read(&csv, SheetFormat::Csv);
    }
}
