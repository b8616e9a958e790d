//! Texts that nobody thought of: no import panics, and what it makes can be read.

use super::statements::statement;
use proptest::prelude::*;
use taiwa::{
    desk::import::{
        ArchiveKnowledge, FirstNote, ImportRequest, StatementFile, VerbTable, first_draft, is_waiting, read,
        second_draft,
    },
    diagnostic::{Severity, SourceFile, Sources},
    lang::Lang,
    source::{self, Before, Changes, NoteKind, NoteSource, RegistryDraft, input::MeetingInput},
    yaml,
};

/// What statements are made of, and what has a meaning in Markdown, YAML or numbering.
const PARTS: [&str; 64] = [
    "Both sides",
    "agreed to",
    " share data",
    "will",
    ":",
    "\n",
    "\n\n",
    "- ",
    "・",
    "(1) ",
    "（１）",
    "① ",
    "1. ",
    "１　",
    "記",
    "以上",
    "双方は、",
    "を確認した。",
    "次回会合",
    "開催することで一致した",
    "令和6年",
    "2月6日",
    "（火）",
    "、7日",
    "November 1",
    "-2",
    ", 2020",
    " in 2021",
    "by ",
    "Ada North",
    ", Director of ",
    "Lake Agency",
    "湖沼庁",
    "エイダ・ノース",
    "等",
    "and others",
    "was held in ",
    "Tokyo",
    "において",
    "# ",
    "## ",
    "{#a}",
    "|",
    "| --- |",
    "[^1]",
    "[^1]: ",
    "[[",
    "]]",
    "](",
    "<b>",
    "\\",
    "'",
    "\"",
    ": ",
    " #",
    "---",
    "\u{3000}",
    "İ",
    "\u{202e}",
    "&amp;",
    "The ",
    "は、",
    "participated",
    "出席した",
];

fn registries() -> RegistryDraft {
    let root = statement("archive");
    let mut inventory = source::walk(&root, &Before::default(), &Changes::All).unwrap();
    let mut unread = std::mem::take(&mut inventory.unread);
    source::parse_registries(&inventory, &mut unread, &mut Vec::new())
}

fn request(suffix: &'static str) -> ImportRequest<'static> {
    ImportRequest { id: "a", suffix, file_name: "a.txt", sha256: "0", kept_file: None, is_authentic: false }
}

/// The facts of a note, which must be sound YAML of known keys.
fn facts(note: &str) -> (MeetingInput, usize) {
    let end = note.find("\n---\n").unwrap() + 1;
    let mut sources = Sources::default();
    let file = SourceFile { path: "a".into(), text: note.into(), yaml: 4..end };
    let source = sources.add(file);
    let mut problems = Vec::new();
    let facts = yaml::read(source, sources.file(source), &mut problems).unwrap();
    for lang in Lang::ALL {
        let note = NoteSource { source, kind: NoteKind::Meeting, id: "a".into(), lang, body_start: end + 4 };
        problems.extend(source::parse_note(&note, &sources).1);
    }
    problems.retain(|problem| problem.severity == Severity::Error);
    let messages: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
    assert!(problems.is_empty(), "{messages:?} in {note}");
    (facts, end + 4)
}

/// Imports a text as a statement, and as its own other language: both notes can be read.
#[track_caller]
fn assert_readable(text: &str) {
    let (registries, verbs) = (registries(), VerbTable::of_program());
    let archive = ArchiveKnowledge { registries: &registries, verbs: &verbs };
    for name in ["a.txt", "a.html"] {
        let file = StatementFile { name, bytes: text.as_bytes(), pdf_text: None };
        let Ok(document) = read(file, None) else { continue };
        let (draft, waiting) = first_draft(&document, &request("en"), archive);
        assert!(is_waiting(&waiting, "a", document.lang.other()));
        let (facts, body) = facts(&draft.note);
        for lang in Lang::ALL {
            let Ok(second) = read(file, Some(lang)) else { continue };
            let first = FirstNote { lang: document.lang, facts: &facts, body: &draft.note[body..] };
            self::facts(&second_draft(&second, first, &request("ja"), archive).note);
        }
    }
}

#[test]
fn a_footnote_without_text_is_no_footnote() {
    assert_readable("記[^1]\n[^1]: ");
}

#[test]
fn a_lesser_heading_before_the_main_ones_is_no_error() {
    assert_readable("Notes of the Water Dialogue\n\n### Preface\n\nWords.\n\n## Levees\n\n### Dams\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_a_note_that_can_be_read(parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..60)) {
        assert_readable(&parts.concat());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..5usize) {
        let name = ["a.txt", "a.md", "a.html", "a.docx", "a.pdf"][kind];
        let _ = read(StatementFile { name, bytes: &bytes, pdf_text: None }, None);
        let package = [b"PK\x03\x04".as_slice(), &bytes].concat();
        let _ = read(StatementFile { name: "a.docx", bytes: &package, pdf_text: None }, None);
    }
}
