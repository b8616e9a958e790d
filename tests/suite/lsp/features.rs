//! What an editor asks of a place comes in the forms of the protocol.

use crate::{
    commands::rename::{A_EN, A_JA, B_JA, archive},
    support::editor::{Editor, byte, edited},
};
use serde_json::{Value, json};
use std::fs;

/// The places of an answer as `path words`, the words being those of the files.
fn places(editor: &Editor, root: &std::path::Path, answer: &Value) -> Vec<String> {
    let places = answer.as_array().unwrap().iter().map(|place| {
        let path = editor.path(&place["uri"]);
        let text = fs::read_to_string(root.join(&path)).unwrap();
        let at = |end: &str| byte(&text, &place["range"][end]);
        format!("{path} {}", &text[at("start")..at("end")])
    });
    places.collect()
}

#[test]
fn ids_are_completed_in_half_typed_japanese_text() {
    let archive = archive();
    let mut editor = Editor::of(&archive);
    editor.open(B_JA);
    let end = editor.open[B_JA].1.len();
    editor.edit(B_JA, end, end, "😀は[[track:clo");
    let at = editor.at(B_JA, "[[track:clo^");
    let answer = editor.ask("textDocument/completion", &at).unwrap();
    let items = answer["items"].as_array().unwrap();
    let item = items.iter().find(|it| it["label"] == "cloud").unwrap_or_else(|| panic!("{answer}"));
    assert!(item["detail"].as_str().unwrap().contains("クラウド"), "{item}");
    let text = edited(&editor.open[B_JA].1, &[item["textEdit"].clone()]);
    assert!(text.contains("😀は[[track:cloud"), "{text}");
    // With every letter the server is asked again, since it finds what the editor would not.
    assert_eq!(answer["isIncomplete"], true);
}

#[test]
fn a_place_leads_to_where_its_record_is_written() {
    let archive = archive();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    for (words, expected) in [
        ("[[track:^cloud]]", "content/tracks.yaml cloud"),
        ("[[person:^jane-doe]]", "content/people.yaml jane-doe"),
        ("[[delegation:^us]]", "content/delegations.yaml us"),
        ("[[commitment:a/^promise]]", "content/meetings/a.en.md promise"),
    ] {
        let at = editor.at(A_EN, words);
        let answer = editor.ask("textDocument/definition", &at).unwrap();
        assert!(places(&editor, archive.root(), &answer).contains(&expected.to_owned()), "{words}: {answer}");
    }
    let mut at = editor.at(A_EN, "[[person:^jane-doe]]");
    at["context"] = json!({"includeDeclaration": false});
    let answer = editor.ask("textDocument/references", &at).unwrap();
    let found = places(&editor, archive.root(), &answer);
    assert!(found.iter().all(|it| it.ends_with(" jane-doe")) && found.len() >= 4, "{found:?}");
    assert!(found.contains(&format!("{A_JA} jane-doe")), "{found:?}");
}

#[test]
fn a_record_is_described_where_it_is_named() {
    let archive = archive();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    let at = editor.at(A_EN, "[[person:^jane-doe]]");
    let answer = editor.ask("textDocument/hover", &at).unwrap();
    assert_eq!(answer["contents"]["kind"], "markdown");
    assert!(answer["contents"]["value"].as_str().unwrap().contains("ジェーン・ドウ"), "{answer}");
    let symbols = editor.ask("textDocument/documentSymbol", &at).unwrap();
    assert!(symbols.to_string().contains("promise"), "{symbols}");
    let found = editor.ask("workspace/symbol", &json!({"query": "クラウド"})).unwrap();
    assert_eq!(editor.path(&found[0]["location"]["uri"]), "content/tracks.yaml");
}
