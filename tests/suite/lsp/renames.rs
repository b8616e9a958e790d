//! A rename in the editor changes the same bytes as `taiwa rename`, in texts that are not saved too.

use crate::{
    commands::rename::{A_EN, B_EN, archive, content},
    support::{
        Archive,
        editor::{Editor, able, edited},
    },
};
use serde_json::{Value, json};

/// Asks for a rename at the place of the `^`.
fn rename(editor: &mut Editor, path: &str, words: &str, new: &str) -> Result<Value, (i64, String)> {
    let mut given = editor.at(path, words);
    given["newName"] = json!(new);
    editor.ask("textDocument/rename", &given)
}

/// An archive whose addresses were published.
fn published() -> Archive {
    let archive = archive();
    assert_eq!(archive.run(&["ledger"]).status, 0);
    archive
}

#[test]
fn the_same_bytes_come_out_as_of_the_command() {
    for (path, words, old, command) in [
        (A_EN, "[[commitment:a/^promise]]", "promise", ["commitment", "a/promise", "pledge"]),
        (A_EN, "  - id: ^promise", "promise", ["commitment", "a/promise", "pledge"]),
        (A_EN, "[[person:jane^-doe]]", "jane-doe", ["person", "jane-doe", "jane-roe"]),
        (B_EN, "[[meeting:^a]]", "a", ["meeting", "a", "the-first"]),
        (A_EN, "[[track:clou^d]]", "cloud", ["track", "cloud", "computing"]),
        (A_EN, "[[delegation:^us]]", "us", ["delegation", "us", "states"]),
        (A_EN, "[[organization:^state|", "state", ["organization", "state", "department"]),
    ] {
        let (by_editor, by_command) = (published(), published());
        let mut editor = Editor::of(&by_editor);
        editor.open(path);
        let at = editor.at(path, words);
        let prepared = editor.ask("textDocument/prepareRename", &at).unwrap();
        assert_eq!(prepared["placeholder"], old, "{words}");
        let edit = rename(&mut editor, path, words, command[2]).unwrap();
        editor.apply(&edit);
        assert_eq!(by_command.run(&[&["rename"], command.as_slice()].concat()).status, 0);
        assert_eq!(content(&by_editor), content(&by_command), "{command:?}");
        assert_eq!(by_editor.check().reported(), by_command.check().reported());
    }
}

#[test]
fn texts_that_are_not_saved_are_renamed_with_their_versions() {
    let archive = published();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    editor.open(B_EN);
    let end = editor.open[B_EN].1.len();
    editor.edit(B_EN, end, end, "[[person:jane-doe]] too.\r\n");
    let edit = rename(&mut editor, A_EN, "[[person:^jane-doe]]", "jane-roe").unwrap();
    let changes = edit["documentChanges"].as_array().unwrap();
    let of = |path: &str| changes.iter().find(|it| it["textDocument"]["uri"] == editor.uri(path)).unwrap();
    let change = of(B_EN);
    assert_eq!(change["textDocument"]["version"], 2);
    let text = edited(&editor.open[B_EN].1, change["edits"].as_array().unwrap());
    assert!(text.ends_with("[[person:jane-roe]] too.\r\n"), "{text}");
    assert_eq!(of("content/people.yaml")["textDocument"]["version"], Value::Null);
    assert_eq!(of(A_EN)["textDocument"]["version"], 1);
}

#[test]
fn what_cannot_be_renamed_is_refused_in_the_words_of_the_command() {
    let archive = published();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    for new in ["taro-yamada", "Jane Roe", "jane-doe", "", "ジェーン"] {
        let (code, said) = rename(&mut editor, A_EN, "[[person:^jane-doe]]", new).unwrap_err();
        let by_command = archive.run(&["rename", "person", "jane-doe", new]);
        assert_eq!((code, format!("error: {said}\n")), (-32803, by_command.stderr), "{new}");
    }
    let (code, said) = rename(&mut editor, A_EN, "^title: Meeting a", "x").unwrap_err();
    assert_eq!((code, said.as_str()), (-32803, "there is nothing here whose id can become another"));
    let at = editor.at(A_EN, "^title: Meeting a");
    assert_eq!(editor.ask("textDocument/prepareRename", &at).unwrap(), Value::Null);
    // A file that cannot be read may name the record.
    editor.open(B_EN);
    editor.replace(B_EN, "title: Meeting b", "title: [Meeting b");
    let (_, said) = rename(&mut editor, A_EN, "[[person:^jane-doe]]", "jane-roe").unwrap_err();
    assert!(said.ends_with(B_EN) && said.starts_with("nothing was renamed: "), "{said}");
}

#[test]
fn an_editor_that_cannot_rename_files_is_referred_to_the_command() {
    let archive = published();
    let mut editor = Editor::with(archive.root(), &json!({}));
    editor.open(B_EN);
    let (_, said) = rename(&mut editor, B_EN, "[[meeting:^a]]", "the-first").unwrap_err();
    assert_eq!(said, "this editor cannot rename files; run: taiwa rename meeting a the-first");
    // Edits of texts alone it can make.
    let edit = rename(&mut editor, B_EN, "track: \"^cloud\"", "computing").unwrap();
    let files: Vec<_> =
        edit["changes"].as_object().unwrap().keys().map(|it| editor.path(&json!(it))).collect();
    assert!(
        files.contains(&A_EN.to_owned()) && files.contains(&"content/tracks.yaml".to_owned()),
        "{files:?}"
    );
}

#[test]
fn what_is_refused_is_said_in_the_language_of_the_editor() {
    let archive = published();
    let mut editor = Editor::with_arguments(archive.root(), &["--language", "ja"]).opened(&able());
    editor.open(A_EN);
    let (_, said) = rename(&mut editor, A_EN, "[[person:^jane-doe]]", "taro-yamada").unwrap_err();
    assert_eq!(said, "`taro-yamada` は、別の人物が使っている");
    let (_, said) = rename(&mut editor, A_EN, "^title: Meeting a", "x").unwrap_err();
    assert_eq!(said, "ここには、識別子を変更できるものがない");
}
