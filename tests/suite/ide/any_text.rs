//! What holds of any text: every question has an answer, and every place lies inside of its text.

use super::{Editor, SECOND_JA, texts};
use proptest::{prelude::*, sample::select, test_runner::TestRunner};
use std::collections::BTreeMap;
use taiwa::{
    ide::{
        KnownArchive, OpenDocument, Symbol, completions, definitions, document_symbols, hover, named_at,
        references, workspace_symbols,
    },
    lang::Lang,
};

const PARTS: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    ": ",
    ":",
    ",",
    "- ",
    "-",
    "\n",
    "\r\n",
    "\n  ",
    "\n    - ",
    "\t",
    "\"",
    "'",
    "|",
    ">",
    "#",
    " #",
    "&a ",
    "!b ",
    "*",
    "? ",
    "---\n",
    "...\n",
    "[[",
    "]]",
    "](",
    "](#",
    "](/",
    "{#",
    "![",
    "track: ",
    "id: ",
    "総",
    "　",
    "：",
    "［［",
    "\u{feff}",
    "\\",
    "あ\u{3099}",
    "𠮷",
    "first/share",
    "/en/meetings/first/#",
    "https://archive.example/talks/",
    "%",
];

/// Asks everything at a place.
fn ask(
    archive: &KnownArchive<'_>,
    texts: &BTreeMap<String, String>,
    document: OpenDocument<'_>,
    offset: usize,
) {
    let text = document.text;
    let cursor = text.floor_char_boundary(offset.min(text.len()));
    for completion in completions(archive, document, offset) {
        let range = completion.replaced;
        let replaced = text.get(range.clone()).unwrap();
        assert!(range.start <= cursor && cursor <= range.end, "{range:?} {cursor}");
        assert!(!replaced.contains('\n'), "{replaced:?}");
    }
    let shown = hover(archive, document, offset, Lang::Ja);
    assert!(shown.is_none_or(|shown| text.get(shown.range).is_some()));
    let named = named_at(archive, document, offset);
    assert!(named.is_none_or(|named| text.get(named.range).is_some()));
    let mut places = definitions(archive, document, offset);
    places.extend(references(archive, document, offset, true));
    for place in places {
        let there =
            if place.path == document.path { Some(text) } else { texts.get(&place.path).map(String::as_str) };
        assert!(place.range.is_empty() || there.unwrap().get(place.range).is_some());
    }
    check_symbols(text, &document_symbols(document));
}

fn check_symbols(text: &str, symbols: &[Symbol]) {
    for symbol in symbols {
        assert!(text.get(symbol.range.clone()).is_some());
        assert!(symbol.range.start <= symbol.selection.start && symbol.selection.end <= symbol.range.end);
        check_symbols(text, &symbol.children);
    }
}

#[test]
fn any_place_of_any_text_has_an_answer() {
    let editor = Editor::new();
    let texts = texts(&editor);
    let paths: Vec<_> = texts.keys().filter(|path| path.starts_with("content/")).cloned().collect();
    let archive = editor.archive();
    let change = (any::<prop::sample::Index>(), 0..20_usize, proptest::collection::vec(select(PARTS), 0..6));
    let case = (select(paths), proptest::collection::vec(change, 0..4), any::<prop::sample::Index>());
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    let run = TestRunner::new(config).run(&case, |(path, changes, at)| {
        let mut text = texts[&path].clone();
        let mut last = 0;
        for (at, length, parts) in changes {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
            text.replace_range(start..end, &parts.concat());
            last = start + parts.concat().len();
        }
        let document = OpenDocument { path: &path, text: &text };
        for offset in [last, at.index(text.len() + 9)] {
            ask(&archive, &texts, document, offset);
        }
        Ok(())
    });
    run.unwrap();
}

#[test]
fn every_place_of_a_note_has_an_answer() {
    let editor = Editor::new();
    let texts = texts(&editor);
    let text = &texts[SECOND_JA];
    for offset in 0..text.len() + 2 {
        ask(&editor.archive(), &texts, OpenDocument { path: SECOND_JA, text }, offset);
    }
    assert_eq!(workspace_symbols(&editor.archive(), "\u{3099}[[").len(), 0);
}

/// Signs that open what nothing closes: if each were looked through to the end, this would take hours.
#[test]
fn a_large_text_has_an_answer() {
    let editor = Editor::new();
    let archive = editor.archive();
    for part in
        ["[", "{a: ", "- ", "\"", "'\n", "a:\n", "a: [\n", "あ", " a:\n", "a: \"b\n", "[[", "](", "## {#"]
    {
        let text = part.repeat((1 << 17) / part.len());
        let note = "content/meetings/a.ja.md";
        for (path, head) in [("content/tracks.yaml", ""), (note, "---\n"), (note, "---\n---\n")] {
            let text = [head, &text].concat();
            let document = OpenDocument { path, text: &text };
            let offered = completions(&archive, document, text.len());
            assert!(offered.iter().all(|it| text.get(it.replaced.clone()).is_some()));
            let shown = hover(&archive, document, text.len() / 2, Lang::En);
            assert!(shown.is_none_or(|shown| text.get(shown.range).is_some()));
        }
    }
}
