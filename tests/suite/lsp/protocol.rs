//! The course of a conversation, and what is no conversation.

use crate::support::{Archive, editor::Editor};
use serde_json::{Value, json};

const A_EN: &str = "content/meetings/a.en.md";

fn code(answer: Result<Value, (i64, String)>) -> i64 {
    answer.unwrap_err().0
}

#[test]
fn requests_are_refused_by_the_codes_of_the_protocol() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::started(archive.root());
    assert_eq!(code(editor.ask("textDocument/hover", &json!({}))), -32002);
    // What is told before the beginning is passed over.
    editor.tell("textDocument/didOpen", &json!({}));
    assert_eq!(code(editor.ask("initialize", &json!({"capabilities": 1}))), -32602);
    let root = editor.uri("");
    let given = json!({"processId": null, "rootUri": root, "capabilities": {}});
    assert_eq!(editor.ask("initialize", &given).unwrap()["serverInfo"]["name"], "taiwa");
    assert_eq!(code(editor.ask("initialize", &given)), -32600);
    editor.tell("initialized", &json!({}));
    editor.open(A_EN);
    assert_eq!(code(editor.ask("textDocument/unheardOf", &json!({}))), -32601);
    for method in ["completion", "hover", "definition", "references", "rename", "codeAction"] {
        let asked =
            editor.ask(&format!("textDocument/{method}"), &json!({"textDocument": [], "position": -1}));
        assert_eq!(code(asked), -32602, "{method}");
    }
    // What is told and cannot be read is told back, and passed over.
    editor.tell("textDocument/didChange", &json!({"textDocument": {"uri": 1}}));
    let told = editor.until(|it| it["method"] == "window/logMessage");
    assert!(told["params"]["message"].as_str().unwrap().starts_with("textDocument/didChange: "), "{told}");
    editor.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": "file:///x", "version": 1}, "contentChanges": []}),
    );
    let told = editor.until(|it| it["method"] == "window/logMessage");
    assert_eq!(told["params"]["message"], "textDocument/didChange: file:///x is not open");
    assert_eq!(editor.ask("shutdown", &Value::Null).unwrap(), Value::Null);
    assert_eq!(code(editor.ask("textDocument/hover", &json!({}))), -32600);
    editor.tell("exit", &Value::Null);
    let (status, said) = editor.end();
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

#[test]
fn an_end_without_a_shutdown_is_told_by_the_exit_code() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.tell("exit", &Value::Null);
    assert_eq!(editor.end().0.code(), Some(1));
}

#[test]
fn a_client_that_is_gone_is_the_end() {
    let archive = Archive::two_meetings();
    assert_eq!(Editor::started(archive.root()).end().0.code(), Some(0));
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    editor.begin("textDocument/hover", &json!({}));
    let (status, said) = editor.end();
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

#[test]
fn garbage_is_the_end_with_a_message() {
    let archive = Archive::two_meetings();
    for (garbage, expected) in [
        ("hello, world\r\n\r\n", "the header of a message has no Content-Length"),
        ("Content-Length: many\r\n\r\n{}", "`many` is not the length of a message"),
        (
            "Content-Length: 999999999999999\r\n\r\n{}",
            "a message of 999999999999999 bytes is longer than 128 MiB",
        ),
        ("Content-Length: 5\r\n\r\n{\"a\":", "malformed LSP payload"),
        ("Content-Length: 2\r\n\r\n[]", "malformed LSP payload"),
        ("Content-Length: 5\r\n\r\n{}", "failed to fill whole buffer"),
        ("Content-Length: 2\r\n\r\n\u{7f}\u{0}", "malformed LSP payload"),
        ("\u{0}\u{1}\u{2}", "the header of a message does not end"),
    ] {
        let mut editor = Editor::of(&archive);
        editor.raw(garbage.as_bytes());
        let (status, said) = editor.end();
        let begin = "error: what the client sends cannot be read: ";
        assert_eq!(status.code(), Some(1), "{garbage}: {said}");
        assert!(said.starts_with(&format!("{begin}{expected}")) && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_request_that_is_taken_back_is_answered_all_the_same() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    editor.open(A_EN);
    let at = editor.at(A_EN, "^title");
    let mut cancelled = 0;
    for _ in 0..10 {
        // A change keeps the server busy while the rest comes.
        let text = editor.open[A_EN].1.clone();
        editor.changed(A_EN, &text, &json!([{"text": text}]));
        editor.begin("workspace/symbol", &json!({"query": "a"}));
        let asked = editor.begin("textDocument/hover", &at);
        editor.tell("$/cancelRequest", &json!({"id": asked}));
        match editor.answer(asked) {
            Ok(_) => {}
            Err((code, _)) => {
                assert_eq!(code, -32800);
                cancelled += 1;
            }
        }
    }
    assert!(cancelled > 0);
    // One that was answered long ago is passed over.
    editor.tell("$/cancelRequest", &json!({"id": 1}));
    editor.tell("$/cancelRequest", &json!({}));
    editor.ask("workspace/symbol", &json!({"query": "a"})).unwrap();
}

#[test]
fn the_folder_of_the_archive_is_that_of_the_client_or_of_the_command_line() {
    let archive = Archive::two_meetings().edit(A_EN, "track: cloud", "track: clowd");
    let elsewhere = Archive::empty();
    let mut editor = Editor::started(archive.root());
    let folder =
        |path: &std::path::Path| url::Url::from_file_path(path.canonicalize().unwrap()).unwrap().to_string();
    // Of several folders, the one with an archive.
    let folders = json!([
        {"uri": folder(elsewhere.root()), "name": "x"},
        {"uri": folder(archive.root()), "name": "y"},
    ]);
    let given = json!({"processId": null, "rootUri": null, "capabilities": {}, "workspaceFolders": folders});
    editor.ask("initialize", &given).unwrap();
    editor.tell("initialized", &json!({}));
    editor.look(&[]);
    assert_eq!(editor.reported(), ["meetings/a.en.md:7:11 unknown-track"]);
    // None at all.
    let mut editor = Editor::with_arguments(archive.root(), &["--root", archive.root().to_str().unwrap()]);
    editor.ask("initialize", &json!({"processId": null, "rootUri": null, "capabilities": {}})).unwrap();
    editor.tell("initialized", &json!({}));
    editor.look(&[]);
    assert_eq!(editor.reported(), ["meetings/a.en.md:7:11 unknown-track"]);
}

#[test]
fn a_client_is_spoken_to_in_its_own_language() {
    let archive = Archive::two_meetings().edit(A_EN, "track: cloud", "track: clowd");
    let said = |arguments: &[&str], locale: Value| {
        let mut editor = Editor::with_arguments(archive.root(), arguments);
        let root = url::Url::from_file_path(archive.root().canonicalize().unwrap()).unwrap().to_string();
        let given = json!({"processId": null, "rootUri": root, "capabilities": {}, "locale": locale});
        editor.ask("initialize", &given).unwrap();
        editor.tell("initialized", &json!({}));
        editor.look(&[]);
        editor.messages()
    };
    let japanese = ["`clowd` という政策分野はない\n`cloud` の誤りでは？"];
    let english = ["no track is called `clowd`\ndid you mean `cloud`?"];
    assert_eq!(said(&[], json!("ja-JP")), japanese);
    assert_eq!(said(&[], json!("ja")), japanese);
    assert_eq!(said(&[], json!("fr")), english);
    assert_eq!(said(&[], Value::Null), english);
    // What is asked for on the command line comes first.
    assert_eq!(said(&["--language", "en"], json!("ja")), english);
    assert_eq!(said(&["--language", "ja"], json!("en-US")), japanese);
}

#[test]
fn what_is_of_no_archive_is_let_be() {
    let archive = Archive::two_meetings();
    let mut editor = Editor::of(&archive);
    for uri in ["untitled:Untitled-1", "file:///nowhere/a.en.md", "http://archive.example/a.en.md"] {
        let item = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": "---\n"});
        editor.tell("textDocument/didOpen", &json!({"textDocument": item}));
        let at = json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}});
        for method in ["completion", "hover", "definition", "documentSymbol"] {
            assert_eq!(
                editor.ask(&format!("textDocument/{method}"), &at).unwrap(),
                Value::Null,
                "{uri} {method}"
            );
        }
        editor.tell("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    }
    editor.look(&[]);
    assert_eq!(editor.reported(), [""; 0]);
}
