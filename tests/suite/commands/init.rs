//! `taiwa init`: an archive that builds, in a folder that was empty.

use crate::support::{Archive, Built, files, write};
use std::{fs, path::Path};

const FILES: [&str; 13] = [
    ".gitignore",
    "content/delegations.yaml",
    "content/dialogues.yaml",
    "content/glossary.yaml",
    "content/meetings/2020-04-01-example-city.en.md",
    "content/meetings/2020-04-01-example-city.ja.md",
    "content/organizations.yaml",
    "content/pages/about.en.md",
    "content/pages/about.ja.md",
    "content/people.yaml",
    "content/site.yaml",
    "content/tracks.yaml",
    "output/.gitkeep",
];

fn made() -> Archive {
    let archive = Archive::empty();
    archive.run(&["init", "--quiet"]).ok();
    archive
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).into_keys().collect()
}

/// Asserts that nothing was made for this reason, which follows the folder's name.
#[track_caller]
fn assert_refused(built: &Built, folder: &Path, reason: &str) {
    let help = "a new archive needs a folder of its own, such as `taiwa init my-archive`";
    let expected = format!("error: {}: {reason}; {help}\n", folder.display());
    assert_eq!((built.status, built.stderr.as_str(), built.stdout.as_str()), (2, expected.as_str(), ""));
}

#[test]
fn a_new_archive_builds_without_a_warning() {
    let archive = made();
    assert_eq!(names(archive.root()), FILES);
    assert_eq!(archive.run(&["check", "--strict"]).ok().stdout, "0 errors, 0 warnings\n");
    let built = archive.build_with(&["--strict"]).ok();
    for lang in ["en", "ja"] {
        assert!(built.has(&format!("{lang}/commitments/2020-04-01-example-city/share-levels/")));
        assert!(built.has(&format!("{lang}/pages/about/")));
    }
}

#[test]
fn the_notes_for_the_writer_are_nowhere_on_the_site() {
    let archive = made();
    let built = archive.build().ok();
    for (path, page) in built.pages() {
        for note in ["note for you", "説明で", "省略でき", "may be left out", "May be left out"] {
            assert!(!page.contains(note), "`{note}` in {path}");
        }
    }
}

#[test]
fn every_example_holds_when_its_sign_is_taken_away() {
    let mut examples = 0;
    for path in FILES.iter().filter(|path| path.starts_with("content/")) {
        let text = fs::read_to_string(made().root().join(path)).unwrap();
        for line in text.lines() {
            let Some(example) = line.trim_start().strip_prefix('#').filter(|rest| !rest.trim().is_empty())
            else {
                continue;
            };
            if !example.starts_with([' ', '#']) {
                let indented = line.replacen('#', "", 1);
                let archive = made().edit(path, line, &indented);
                let checked = archive.run(&["check", "--strict"]);
                assert_eq!((checked.status, checked.stderr.as_str()), (0, ""), "{path}: {indented}");
                examples += 1;
            }
        }
    }
    assert!(examples >= 10, "{examples}");
}

#[test]
fn the_next_steps_are_reported() {
    let archive = Archive::empty();
    let folder = archive.root().join("new");
    let built = archive.run(&["init", "new"]).ok();
    let folder = folder.display();
    let expected = format!(
        "made an archive of 13 files in {folder}\n\
         build it:       taiwa build --root {folder}\n\
         add a meeting:  taiwa new meeting 2026-03-02-city --root {folder}\n\
         then put your own records in the place of the examples, beginning with content/site.yaml\n"
    );
    assert_eq!(built.stdout, expected);
    assert_eq!(Archive::empty().run(&["init", "--quiet"]).ok().stdout, "");
}

#[test]
fn a_folder_that_is_not_empty_is_refused_and_left_alone() {
    let archive =
        Archive::empty().file("notes.txt", "mine").file("old/a", "").file("README.md", "").file("z", "");
    let before = files(archive.root());
    let built = archive.run(&["init"]);
    let reason = "the folder is not empty: it holds README.md, notes.txt, old and 1 more";
    assert_refused(&built, archive.root(), reason);
    assert_eq!(files(archive.root()), before);
}

#[test]
fn an_archive_is_not_made_twice() {
    let archive = made();
    let built = archive.run(&["init"]);
    let reason = "the folder is not empty: it holds .gitignore, content, output";
    assert_refused(&built, archive.root(), reason);
}

/// As after a kill: some files are whole, one ends halfway, and the others are not there.
#[test]
fn what_a_killed_run_left_is_made_whole() {
    let whole = files(made().root());
    // An empty file is never half there.
    for (number, (path, bytes)) in whole.iter().enumerate().filter(|(_, (_, bytes))| !bytes.is_empty()) {
        for length in [0, bytes.len() / 2] {
            let archive = Archive::empty();
            for (path, bytes) in whole.iter().take(number) {
                write(&archive.root().join(path), bytes);
            }
            write(&archive.root().join(path), &bytes[..length]);
            archive.run(&["init", "--quiet"]).ok();
            assert!(files(archive.root()) == whole, "{path}");
        }
    }
    let archive = Archive::empty();
    fs::create_dir_all(archive.root().join("content/meetings")).unwrap();
    archive.run(&["init", "--quiet"]).ok();
    assert!(files(archive.root()) == whole);
}

#[test]
fn what_is_begun_otherwise_is_left_alone() {
    let text = String::from_utf8(files(made().root())["content/site.yaml"].clone()).unwrap();
    let half = text[..text.floor_char_boundary(text.len() / 2)].to_owned();
    let begun = || Archive::empty().file("content/site.yaml", half.clone());
    for archive in [
        begun().file("content/site.yaml", format!("{half}mine")),
        begun().file("content/mine.yaml", ""),
        begun().file("content/meetings/mine/a.md", ""),
        begun().file("output/index.html", ""),
    ] {
        let before = files(archive.root());
        assert_eq!(archive.run(&["init"]).status, 2);
        assert!(files(archive.root()) == before);
    }
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let archive = Archive::empty().file("taken", "mine");
    assert_refused(
        &archive.run(&["init", "taken"]),
        &archive.root().join("taken"),
        "this is a file and no folder",
    );
    let below = archive.run(&["init", "taken/below"]);
    assert_eq!(below.status, 3, "{}", below.stderr);
    assert_eq!(fs::read_to_string(archive.root().join("taken")).unwrap(), "mine");
}

#[test]
fn names_with_a_dot_may_be_there_but_for_those_it_makes() {
    let archive = Archive::empty().file(".git/HEAD", "ref").file(".editorconfig", "mine");
    archive.run(&["init", "--quiet"]).ok();
    assert_eq!(fs::read_to_string(archive.root().join(".git/HEAD")).unwrap(), "ref");
    assert_eq!(fs::read_to_string(archive.root().join(".editorconfig")).unwrap(), "mine");
    archive.run(&["check", "--strict", "--quiet"]).ok();

    let archive = Archive::empty().file(".gitignore", "mine");
    let reason = "the folder is not empty: it holds .gitignore";
    assert_refused(&archive.run(&["init"]), archive.root(), reason);
    assert_eq!(names(archive.root()), [".gitignore"]);
}
