//! Quick fixes mend what they are offered for.

use crate::{
    commands::rename::content,
    support::{Archive, editor::Editor},
};
use serde_json::{Value, json};

const A_EN: &str = "content/meetings/a.en.md";
const A_JA: &str = "content/meetings/a.ja.md";

/// All quick fixes of a file.
fn fixes(editor: &mut Editor, path: &str) -> Vec<Value> {
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}});
    let given =
        json!({"textDocument": {"uri": editor.uri(path)}, "range": range, "context": {"diagnostics": []}});
    editor.ask("textDocument/codeAction", &given).unwrap().as_array().unwrap().clone()
}

fn titles(fixes: &[Value]) -> Vec<&str> {
    fixes.iter().map(|it| it["title"].as_str().unwrap()).collect()
}

#[test]
fn every_word_that_was_meant_otherwise_is_changed() {
    for (path, from, to) in [
        (A_EN, "track: cloud", "track: clowd"),
        (A_EN, "track: cloud", "track: \"clowd\""),
        (A_EN, "kind: undertaking", "kind: undertakng"),
        (A_EN, "title: Meeting a", "titel: Meeting a"),
        (A_EN, "jp: {}", "jp: {heads: [taro-yamda]}"),
        (A_EN, "    delegations: [us, jp]", "    delegations: [us, jp]\n    organizations: [stat]"),
        (A_EN, "Promise of a\n---\n", "Promise of a\n---\n[[trak:cloud]]\n"),
        (A_EN, "Promise of a\n---\n", "Promise of a\n---\n[[track:open-internt|It]]\n"),
        (A_EN, "Promise of a\n---\n", "Promise of a\n---\n[It](/en/tracks/clowd/)\n"),
        (A_EN, "Promise of a\n---\n", "Promise of a\n---\n# The word {#word}\n\n[It](#wrod)\n"),
        (A_JA, "id: promise", "id: promse"),
        ("content/site.yaml", "title:", "time_zone: Asia/Tokio\ntitle:"),
    ] {
        let archive = Archive::two_meetings().edit(path, from, to);
        let before = archive.check().reported();
        let mut editor = Editor::of(&archive);
        editor.open(path);
        let fixes = fixes(&mut editor, path);
        assert_eq!(fixes.len(), 1, "{to}: {before:?}");
        let title = fixes[0]["title"].as_str().unwrap();
        assert!(title.starts_with("Change to `") && fixes[0]["isPreferred"] == true, "{title}");
        editor.apply(&fixes[0]["edit"]);
        let problem = fixes[0]["diagnostics"][0]["code"].as_str().unwrap().to_owned();
        let after = archive.check().reported();
        assert!(before.iter().any(|it| it.ends_with(&problem)), "{to}: {before:?}");
        assert!(!after.iter().any(|it| it.ends_with(&problem)), "{to}: {after:?}");
    }
}

#[test]
fn a_file_gets_the_name_that_was_meant() {
    for (path, meant) in [
        ("content/meetings/c.ja.markdown", "content/meetings/c.ja.md"),
        ("content/evnts.yaml", "content/events.yaml"),
    ] {
        let archive = Archive::two_meetings().file(path, "---\ntitle: 会合c\n---\n");
        let mut editor = Editor::of(&archive);
        editor.open(path);
        let fixes = fixes(&mut editor, path);
        let name = meant.rsplit('/').next().unwrap();
        assert_eq!(titles(&fixes), [format!("Rename the file to `{name}`")]);
        editor.apply(&fixes[0]["edit"]);
        assert!(archive.root().join(meant).is_file() && !archive.root().join(path).exists());
    }
}

#[test]
fn the_other_languages_file_is_made() {
    let archive = Archive::two_meetings().without(A_JA);
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    let fixes = fixes(&mut editor, A_EN);
    assert_eq!(titles(&fixes), ["Make the other language's file, `a.ja.md`"]);
    editor.apply(&fixes[0]["edit"]);
    let made = content(&archive)["meetings/a.ja.md"].clone();
    assert_eq!(
        made,
        "---\ntitle:\ncommitments:\n  - id: promise\n    text:\nversion: {status: archive-translation, from: en}\n---\n"
    );
    assert_eq!(
        archive.check().reported(),
        ["meetings/a.ja.md:2:1 missing-field", "meetings/a.ja.md:5:5 missing-field"]
    );
}

#[test]
fn a_stamp_has_the_same_bytes_as_that_of_the_command() {
    let outdated = || {
        let archive = Archive::two_meetings();
        let archive = archive.edit(
            A_JA,
            "title: 会合a",
            "title: 会合a\nversion: {status: archive-translation, from: en}",
        );
        assert_eq!(archive.run(&["stamp", A_JA]).status, 0);
        archive.edit(A_EN, "Promise of a", "Promise")
    };
    let (by_editor, by_command) = (outdated(), outdated());
    let mut editor = Editor::of(&by_editor);
    editor.open(A_JA);
    let fixes = fixes(&mut editor, A_JA);
    assert_eq!(titles(&fixes), ["Stamp this translation as current"]);
    editor.apply(&fixes[0]["edit"]);
    assert_eq!(by_command.run(&["stamp", by_command.root().join(A_JA).to_str().unwrap()]).status, 0);
    assert_eq!(content(&by_editor), content(&by_command));
    assert_eq!(by_editor.check().reported(), [""; 0]);
}

#[test]
fn only_what_was_asked_for_is_offered() {
    let archive = Archive::two_meetings().edit(A_EN, "track: cloud", "track: clowd").without(A_JA);
    let mut editor = Editor::with(archive.root(), &json!({}));
    editor.open(A_EN);
    // An editor that cannot make files is not offered any.
    assert_eq!(titles(&fixes(&mut editor, A_EN)), ["Change to `cloud`"]);
    let mut given = editor.at(A_EN, "track: ^clowd");
    let position = given["position"].take();
    given["range"] = json!({"start": position, "end": position});
    given["context"] = json!({"diagnostics": [], "only": ["quickfix"]});
    assert_eq!(editor.ask("textDocument/codeAction", &given).unwrap().as_array().unwrap().len(), 1);
    given["context"]["only"] = json!(["refactor"]);
    assert_eq!(editor.ask("textDocument/codeAction", &given).unwrap(), json!([]));
    let start = json!({"line": 0, "character": 0});
    given["range"] = json!({"start": start, "end": start});
    given["context"] = json!({"diagnostics": []});
    assert_eq!(editor.ask("textDocument/codeAction", &given).unwrap(), json!([]));
}
