//! Whole archives: what the sound ones become, byte for byte, and what the broken ones are reported.
//!
//! `UPDATE_EXPECT=1 cargo test --test suite snapshots` writes what came out to where it is expected; read it before you keep
//! it.

use crate::support::{Archive, Built, files, site, write};
use std::{collections::BTreeMap, env, fs, path::Path};

type Files = BTreeMap<String, Vec<u8>>;

/// The fixture built in a folder of its own, which lasts as long as the archive.
fn built(name: &str) -> (Archive, Built) {
    let archive = Archive::from(&site(name));
    let built = archive.build_with(&["--as-of", "2026-11-22", "--color", "never"]).published();
    (archive, built)
}

fn is_update() -> bool {
    env::var_os("UPDATE_EXPECT").is_some()
}

/// Asserts that a text is what its file expects, or writes it there.
#[track_caller]
fn assert_text(file: &Path, text: &str) {
    if is_update() {
        write(file, text.as_bytes());
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    assert_eq!(text, expected, "{}", file.display());
}

fn write_all(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        write(&folder.join(path), bytes);
    }
}

/// Asserts that each file of a site is the expected one.
#[track_caller]
fn assert_same(found: &Files, expected: &Files) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(found), names(expected));
    for (path, bytes) in found {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(bytes), text(&expected[path]), "{path}");
    }
}

#[test]
fn the_smallest_archive_becomes_these_files() {
    let (_archive, built) = built("good/minimal");
    assert_eq!(built.stderr, "");
    let folder = site("good/minimal/expected");
    if is_update() {
        let _ = fs::remove_dir_all(&folder);
        write_all(&folder, &built.files());
    }
    assert_same(&built.files(), &files(&folder));
}

#[test]
fn an_archive_with_everything_has_these_addresses() {
    let (_archive, built) = built("good/full");
    let addresses: Vec<_> = built.files().into_keys().collect();
    let addresses = addresses.join("\n") + "\n";
    assert_text(&site("good/full/addresses.txt"), &addresses);
    assert_text(&site("good/full/stderr.txt"), &built.stderr);
}

#[test]
fn an_archive_with_everything_has_these_pages() {
    let (_archive, built) = built("good/full");
    let folder = site("good/full/expected");
    let mut expected = files(&folder);
    assert!(expected.len() > 10);
    let mut found = built.files();
    found.retain(|path, _| expected.contains_key(path));
    if is_update() {
        write_all(&folder, &found);
        expected = files(&folder);
    }
    assert_same(&found, &expected);
}

#[test]
fn static_files_are_copied_as_they_are() {
    let (_archive, built) = built("good/full");
    let found = built.files();
    for (path, bytes) in files(&site("good/full/content/static")) {
        assert_eq!(found[&path], bytes, "{path}");
    }
}

#[test]
fn a_file_of_a_theme_takes_the_place_of_one() {
    let (_archive, built) = built("good/full");
    assert!(built.page("en/glossary/").contains("<p class=\"own\">Words of this archive</p>"));
    assert!(built.page("ja/glossary/").contains("<p class=\"own\">このアーカイブの言葉</p>"));
    assert!(
        built.page("en/tracks/").contains("<ul class=\"cards\">"),
        "the others stay those of the default theme"
    );
}

#[test]
fn broken_archives_are_reported_everything() {
    let folder = site("bad");
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert!(names.len() > 3);
    for name in names {
        let name = name.to_str().unwrap();
        let archive = Archive::from(&folder.join(name));
        let built = archive.build_with(&["--color", "never"]);
        assert_text(&folder.join(name).join("stderr.txt"), &built.stderr);
        assert_eq!(built.status, 1, "{name}");
        assert!(!built.output.exists(), "{name}");
    }
}
