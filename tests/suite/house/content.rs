//! The archive of this repository: it is whole, it builds without a word, and the program knows nothing of it.

use crate::support::{files, records, run};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn it_holds_fifteen_meetings_in_both_languages() {
    let content = root().join("content");
    assert_eq!(records::meetings(&content).len(), 15);
    let notes: Vec<_> = files(&content.join("meetings")).into_keys().collect();
    for lang in ["en", "ja"] {
        assert_eq!(notes.iter().filter(|path| path.ends_with(&format!(".{lang}.md"))).count(), 15, "{lang}");
    }
}

#[test]
fn it_builds_with_no_error_and_no_warning() {
    let output = TempDir::new().unwrap();
    let (from, to) = (root(), output.path().to_str().unwrap());
    let built = run(&["build", "--strict", "--root", from.to_str().unwrap(), "--output", to]);
    assert_eq!((built.status, built.stderr.as_str()), (0, ""), "{}", built.stdout);
    for lang in ["en", "ja"] {
        for meeting in records::meetings(&from.join("content")) {
            assert!(output.path().join(lang).join("meetings").join(&meeting.id).join("index.html").exists());
        }
    }
    let image = fs::read(output.path().join("share.png")).unwrap();
    assert_eq!(image[..8], *b"\x89PNG\r\n\x1a\n", "the image for shared links");
    let font = fs::metadata(output.path().join("fonts/share.otf")).unwrap();
    assert!(font.len() < 150_000 && output.path().join("fonts/OFL.txt").exists(), "with its license");
}

#[test]
fn every_commitment_has_its_track_and_those_who_carry_it() {
    for meeting in records::meetings(&root().join("content")) {
        for commitment in meeting.commitments {
            let name = format!("{}/{}", meeting.id, commitment.id);
            assert!(!commitment.tracks.is_empty() && !commitment.delegations.is_empty(), "{name}");
        }
    }
}

/// The ids and dates of the archive, but for those that are a common word.
fn marks() -> BTreeSet<String> {
    let content = root().join("content");
    let mut marks = BTreeSet::new();
    for meeting in records::meetings(&content) {
        marks.extend([meeting.id, meeting.date]);
        marks.extend(meeting.commitments.into_iter().map(|commitment| commitment.id));
    }
    for registry in ["people.yaml", "organizations.yaml", "tracks.yaml", "dialogues.yaml"] {
        marks.extend(records::registry(&content, registry).into_keys());
    }
    marks.retain(|mark| mark.len() >= 9 || (mark.len() >= 6 && mark.contains('-')));
    marks
}

/// The names of people, organizations and dialogues, in both languages.
fn names() -> BTreeSet<String> {
    let content = root().join("content");
    let mut names = BTreeSet::new();
    for registry in ["people.yaml", "organizations.yaml", "dialogues.yaml"] {
        for record in records::registry(&content, registry).into_values() {
            for name in [&record["name"], &record["title"]] {
                let texts = [name.as_str(), name["en"].as_str(), name["ja"].as_str()];
                names.extend(texts.into_iter().flatten().map(str::to_owned));
            }
        }
    }
    names
}

/// The program and the theme as they run: without tests and comments.
fn running() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["src", "themes"] {
        for (path, bytes) in
            files(&root().join(folder)).into_iter().filter(|(path, _)| !path.ends_with("tests.rs"))
        {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let code =
                if Path::new(&path).extension().is_some_and(|it| it == "rs") { code(&text) } else { text };
            texts.push((format!("{folder}/{path}"), code));
        }
    }
    texts
}

fn code(text: &str) -> String {
    let running = text.split("#[cfg(test)]").next().unwrap_or_default();
    running
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// Whether a word stands in a text by itself.
fn holds_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
}

#[test]
fn the_program_and_the_theme_know_nothing_of_it() {
    let (marks, names) = (marks(), names());
    assert!(marks.len() > 50 && names.len() > 50);
    let mut found = Vec::new();
    for (path, text) in running() {
        found.extend(
            marks.iter().filter(|mark| holds_word(&text, mark)).map(|mark| format!("{mark} in {path}")),
        );
        found
            .extend(names.iter().filter(|name| text.contains(*name)).map(|name| format!("{name} in {path}")));
    }
    assert_eq!(found, Vec::<String>::new());
}
