//! What is wrong is told while it is written, in every file that it concerns, and taken back when it is mended.

use crate::support::{
    Archive, assert_reported,
    editor::{Editor, able, position},
    write,
};
use serde_json::json;
use std::fs;

const A_EN: &str = "content/meetings/a.en.md";
const A_JA: &str = "content/meetings/a.ja.md";

#[test]
fn a_problem_comes_and_goes_with_what_is_typed() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    assert_eq!(editor.reported(), [""; 0]);
    editor.replace(A_EN, "track: cloud", "track: clowd");
    let expected = json!([{
        "range": {"start": {"line": 7, "character": 11}, "end": {"line": 7, "character": 16}},
        "severity": 1,
        "code": "unknown-track",
        "source": "taiwa",
        "message": "no track is called `clowd`\ndid you mean `cloud`?",
    }]);
    assert_eq!(json!(editor.told[A_EN]), expected);
    editor.replace(A_EN, "track: clowd", "track: cloud");
    assert_eq!(editor.reported(), [""; 0]);
    // Nothing was written.
    assert_reported(&archive, &[]);
}

#[test]
fn a_problem_is_told_in_every_file_that_it_concerns() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open("content/tracks.yaml");
    editor.replace("content/tracks.yaml", "cloud: {", "clouds: {");
    assert_eq!(
        editor.reported(),
        ["meetings/a.en.md:7:11 unknown-track", "meetings/b.en.md:7:11 unknown-track"]
    );
    editor.close("content/tracks.yaml");
    assert_eq!(editor.reported(), [""; 0], "the text of the file counts again");
}

#[test]
fn other_places_are_named_with_their_files() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_JA);
    editor.replace(A_JA, "title: 会合a\n", "title: 会合a\ndate: 2010-11-02\n");
    let told = &editor.told[A_JA];
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["code"], "conflicting-fact");
    let related = &told[0]["relatedInformation"];
    assert_eq!(related.as_array().unwrap().len(), 1, "{related}");
    assert_eq!(related[0]["location"]["uri"], editor.uri(A_EN));
    assert_eq!(related[0]["location"]["range"]["start"], json!({"line": 3, "character": 6}));
}

#[test]
fn a_file_that_was_never_saved_counts() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    let (english, japanese) = ("content/meetings/2012/c.en.md", "content/meetings/2012/c.ja.md");
    let front =
        "---\ntitle: Meeting c\ndelegations: {us: {}, jp: {}}\ndate: 2012-11-01\n---\n[[meeting:b]]\n";
    editor.open_with(english, front);
    assert_eq!(editor.reported(), ["meetings/2012/c.en.md:0:0 missing-translation"]);
    editor.open_with(japanese, "---\ntitle: 会合c\n---\n[[meeting:b]]\n");
    editor.open(A_EN);
    let end = editor.open[A_EN].1.len();
    editor.edit(A_EN, end, end, "After [[meeting:c]].\n");
    let end = archive.root().join(A_JA);
    assert!(end.is_file());
    // Only the Japanese text of `a` is missing now.
    assert!(!editor.reported().iter().any(|it| it.contains("unknown-meeting")), "{:?}", editor.reported());
    editor.close(english);
    editor.close(japanese);
    assert!(editor.reported().iter().any(|it| it.ends_with(" unknown-meeting")), "{:?}", editor.reported());
}

#[test]
fn columns_count_what_was_agreed_on() {
    let archive = Archive::two_meetings();
    let faulty = "title: 会合a\ncommitments: [{id: promise, text: 約束😀する, titel: x}]";
    for (offered, unit) in
        [(json!(null), "utf-16"), (json!(["utf-8", "utf-16"]), "utf-8"), (json!(["utf-32"]), "utf-16")]
    {
        let mut abilities = able();
        abilities["general"] = json!({"positionEncodings": offered});
        let mut editor = Editor::with(archive.root(), &abilities);
        assert_eq!(editor.offered["capabilities"]["positionEncoding"], unit);
        for line_end in ["\n", "\r\n"] {
            let text = format!("---\n{faulty}\n---\n").replace('\n', line_end);
            editor.open_with(A_JA, &text);
            let range = &editor.told[A_JA][0]["range"];
            let at = text.find("titel").unwrap();
            let bytes = at - text[..at].rfind('\n').unwrap() - 1;
            let expected =
                if unit == "utf-8" { json!({"line": 2, "character": bytes}) } else { position(&text, at) };
            assert_eq!(range["start"], expected);
            assert_eq!(range["end"]["character"], expected["character"].as_u64().unwrap() + 5);
            // The editor names the place so, too.
            let change = json!({"range": range, "text": "title"});
            editor.changed(A_JA, &text.replace("titel", "title"), &json!([change]));
            editor.settle(A_JA);
            assert!(!editor.told.contains_key(A_JA), "{:?}", editor.told);
            editor.close(A_JA);
        }
    }
}

#[test]
fn positions_behind_an_end_are_taken_back() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    let text = editor.open[A_EN].1.clone();
    let at = |line: usize| json!({"line": line, "character": 9999});
    let changes = json!([
        {"range": {"start": at(7), "end": at(7)}, "text": "x"},
        {"range": {"start": at(9999), "end": at(9999)}, "text": "The end.\n"},
    ]);
    editor.changed(A_EN, &(text.replace("track: cloud", "track: cloudx") + "The end.\n"), &changes);
    editor.settle(A_EN);
    assert!(
        editor.reported().contains(&"meetings/a.en.md:7:11 unknown-track".to_owned()),
        "{:?}",
        editor.reported()
    );
    // The whole text at once.
    editor.changed(A_EN, &text, &json!([{"text": text}]));
    editor.settle(A_EN);
    assert_eq!(editor.reported(), [""; 0]);
}

#[test]
fn many_changes_at_once_are_worked_off_in_one_go() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    let start = position(&editor.open[A_EN].1, editor.open[A_EN].1.find("cloud").unwrap());
    for letter in "sdrow lareves".chars() {
        let (_, text) = editor.open[A_EN].clone();
        let after = text.replacen("track: ", &format!("track: {letter}"), 1);
        let range = json!({"start": start, "end": start});
        editor.changed(A_EN, &after, &json!([{"range": range, "text": letter.to_string()}]));
    }
    editor.settle(A_EN);
    let said = editor.told[A_EN][0]["message"].as_str().unwrap();
    assert!(said.starts_with("no track is called `several wordscloud`"), "{said}");
}

#[test]
fn what_changes_on_the_disk_is_followed() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    // This editor does not tell of files, so the server looks itself.
    let is_told = |it: &serde_json::Value| {
        it["params"]["diagnostics"].as_array().is_some_and(|found| !found.is_empty())
    };
    let page = archive.root().join("content/pages/p.en.md");
    write(&page, b"---\ntitle: P\n---\n");
    editor.until(is_told);
    assert_eq!(editor.reported(), ["pages/p.en.md:0:0 missing-translation"]);
    fs::remove_file(page).unwrap();
    let uri = editor.uri("content/pages/p.en.md");
    editor.until(|it| it["params"]["uri"] == uri.as_str());
    assert_eq!(editor.reported(), [""; 0]);
}

#[test]
fn an_editor_that_tells_of_files_is_asked_to() {
    let archive = Archive::two_meetings();
    let mut abilities = able();
    abilities["workspace"]["didChangeWatchedFiles"] = json!({"dynamicRegistration": true});
    let mut editor = Editor::with(archive.root(), &abilities);
    let asked = editor.until(|it| it["method"] == "client/registerCapability");
    let registration = &asked["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(registration["registerOptions"]["watchers"][0]["globPattern"], "**/content/**");
    editor.send(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": null}));
    let page = "content/pages/p.en.md";
    write(&archive.root().join(page), b"---\ntitle: P\n---\n");
    editor.look(&[page]);
    assert_eq!(editor.reported(), ["pages/p.en.md:0:0 missing-translation"]);
    fs::remove_file(archive.root().join(page)).unwrap();
    editor.look(&[page, "output/index.html"]);
    assert_eq!(editor.reported(), [""; 0]);
}

#[test]
fn a_text_in_the_editor_stands_over_a_file_that_changes() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    editor.replace(A_EN, "track: cloud", "track: clowd");
    let archive = archive.edit(A_EN, "track: cloud", "track: nothing-such");
    editor.look(&[A_EN]);
    assert_eq!(editor.told[A_EN][0]["message"], "no track is called `clowd`\ndid you mean `cloud`?");
    editor.close(A_EN);
    let said = editor.told[A_EN][0]["message"].as_str().unwrap();
    assert!(said.starts_with("no track is called `nothing-such`"), "{said}");
    drop(archive);
}

#[test]
fn a_folder_without_an_archive_is_told() {
    let archive = Archive::empty();
    let mut editor = Editor::of(&archive);
    editor.look(&[]);
    let said = editor.told["content/site.yaml"][0]["message"].as_str().unwrap();
    assert!(said.contains("content") && said.contains("cannot be read"), "{said}");
    editor.open_with("content/meetings/a.en.md", "---\ntitle: A\n---\n");
    let at = editor.at("content/meetings/a.en.md", "^title");
    for method in ["completion", "hover", "definition", "prepareRename"] {
        assert_eq!(editor.ask(&format!("textDocument/{method}"), &at).unwrap(), json!(null), "{method}");
    }
    write(&archive.root().join("content/site.yaml"), b"title: {en: A, ja: B}\n");
    editor.look(&["content/site.yaml"]);
    assert!(!editor.told.contains_key("content/site.yaml"), "{:?}", editor.told);
    editor.ask("shutdown", &json!(null)).unwrap();
}

#[test]
fn a_file_that_is_too_large_is_told_and_others_are_read_on() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    let text = fs::read_to_string(archive.root().join(A_EN)).unwrap();
    editor.open_with(A_EN, &(text.clone() + &"A line of the notes.\n".repeat((8 << 20) / 20)));
    assert_eq!(editor.reported(), ["meetings/a.en.md:0:0 too-large"]);
    let at = editor.at(A_EN, "^title");
    assert_eq!(editor.ask("textDocument/definition", &at).unwrap(), json!([]));
    editor.changed(A_EN, &text, &json!([{"text": text}]));
    editor.settle(A_EN);
    assert_eq!(editor.reported(), [""; 0]);
}

#[test]
fn two_servers_stand_beside_each_other() {
    let archive = Archive::two_meetings();
    let (mut one, mut other) = (Editor::of(&archive), Editor::of(&archive));
    one.open(A_EN);
    other.open(A_EN);
    one.replace(A_EN, "track: cloud", "track: clowd");
    other.look(&[]);
    assert_eq!((one.reported().len(), other.reported().len()), (1, 0));
}
