//! What cannot be imported: an error with the remedy, and nothing is written.

use super::statements::{import, import_bytes, statement, water_archive};
use crate::support::{Archive, files};
use std::{io::Write, path::Path};

/// Asserts that an import is refused with these words, and writes nothing.
#[track_caller]
fn assert_refused(archive: &Archive, name: &str, bytes: &[u8], words: &str) {
    let before = files(archive.root());
    let refused = import_bytes(archive, name, bytes, "refused");
    assert_eq!(refused.status, 1, "{}{}", refused.stdout, refused.stderr);
    assert!(refused.stderr.contains(words), "{words} in {}", refused.stderr);
    assert_eq!(files(archive.root()), before);
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_file_of_another_kind_than_its_name_says_is_refused() {
    let archive = water_archive();
    let package = zipped(&[("word/document.xml", b"<w:document/>")]);
    for (name, bytes, words) in [
        ("a.txt", package.as_slice(), "give it a name that ends in .docx"),
        ("a.docx", b"only words", "it is no .docx; if it is plain text, give it a name that ends in .txt"),
        ("a.pdf", b"only words", "it is no .pdf"),
        ("a.md", b"%PDF-1.7", "it is a PDF; if it is the statement, give it a name that ends in .pdf"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file; save it as .docx"),
        ("a.txt", b"{\\rtf1 words}", "rich text; save it as .docx"),
        ("a.xlsx", b"x", "it must end in one of .txt"),
        ("a", b"x", "it must end in one of .txt"),
        ("a.txt", b"", "is empty; name a file that holds the statement"),
        ("a.txt", b"\n \n", "holds no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "is no text in UTF-8, Shift_JIS"),
        ("a.html", b"<html><nav>Home</nav></html>", "holds no text"),
    ] {
        assert_refused(&archive, name, bytes, words);
    }
}

#[test]
fn a_package_that_is_no_sound_word_file_is_refused() {
    let archive = water_archive();
    let entity = b"<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w:document><w:body><w:p>&e;</w:p></w:body></w:document>";
    let deep = "<a>".repeat(300);
    let bomb = vec![b' '; 30 << 20];
    let all = vec![0; 100 << 20];
    for (parts, words) in [
        (vec![("xl/workbook.xml", b"<a/>".as_slice())], "is a package, but of no Word text"),
        (vec![("word/document.xml", entity.as_slice())], "it has a document type, which Word does not write"),
        (vec![("word/document.xml", deep.as_bytes())], "it has more parts than a statement has"),
        (vec![("word/document.xml", b"<a><b></a>".as_slice())], "it is no sound XML"),
        (vec![("word/document.xml", bomb.as_slice())], "larger than 24 MiB"),
        (
            vec![("word/document.xml", b"<a/>".as_slice()), ("b", &all), ("c", &all), ("d", &all)],
            "holds more than a statement has once it is unpacked",
        ),
    ] {
        assert_refused(&archive, "a.docx", &zipped(&parts), words);
    }
    let mut cut = zipped(&[("word/document.xml", b"<a/>")]);
    cut.truncate(40);
    assert_refused(&archive, "a.docx", &cut, "cannot be unpacked");
}

#[test]
fn a_file_of_200_megabytes_is_refused() {
    let archive = water_archive();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.docx");
    std::fs::File::create(&file).unwrap().set_len(200 << 20).unwrap();
    let refused = import(&archive, &file, "refused", &[]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("is larger than 32 MiB; save the statement without its pictures"),
        "{}",
        refused.stderr
    );
}

#[test]
fn a_pdf_without_text_is_refused() {
    let archive = water_archive();
    let before = files(archive.root());
    let refused = import_bytes(&archive, "a.pdf", b"%PDF-1.7\nno pdf at all", "refused");
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains("save the statement as .docx or .txt"), "{}", refused.stderr);
    assert_eq!(files(archive.root()), before);
}

#[test]
fn a_text_that_no_note_can_hold_is_refused() {
    let archive = water_archive();
    let long = "Both sides agreed to share data on floods. ".repeat(20_000);
    assert_refused(&archive, "a.txt", long.as_bytes(), "has more text than a note may hold");
    let many = format!(
        "Both sides {} agreed to do the following:\n\n{}",
        "x".repeat(4000),
        "- Share data\n".repeat(2000)
    );
    assert_refused(&archive, "a.txt", many.as_bytes(), "makes a note of more than 1 MiB");
}

#[test]
fn an_archive_whose_registries_cannot_be_read_is_refused() {
    let archive = water_archive().file("content/people.yaml", "ada: {name: [");
    let text = "Notes of the Water Dialogue\n\nBoth sides agreed to share data.\n";
    assert_refused(&archive, "a.txt", text.as_bytes(), "a registry of the archive cannot be read");
}

#[test]
fn ids_that_cannot_be_used_are_refused() {
    let file = statement("water-communique.en.txt");
    let archive = water_archive().meeting("there", "date: 2020-03-02");
    let refused = import(&archive, &file, "there", &[]);
    assert_eq!(refused.status, 1);
    assert!(
        refused
            .stderr
            .contains("there.en.md is there already, and import did not make it; choose another id"),
        "{}",
        refused.stderr
    );
    let refused = import(&archive, &file, "No Id", &[]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("`No Id` is not the id of a meeting"), "{}", refused.stderr);
    let refused = import(&archive, &file, "fourth", &["--lang", "fr"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("write en or ja"), "{}", refused.stderr);
    let refused = import(&archive, Path::new("nowhere.txt"), "fourth", &[]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("nowhere.txt cannot be read"), "{}", refused.stderr);
}

#[test]
fn a_kept_file_overwrites_no_other() {
    let archive = water_archive().file("content/static/statements/fourth.en.txt", "another");
    let before = files(archive.root());
    let refused = import(&archive, &statement("water-communique.en.txt"), "fourth", &["--keep-file"]);
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains("is there already with other bytes"), "{}", refused.stderr);
    assert_eq!(files(archive.root()), before);
}
