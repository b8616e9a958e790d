//! `serve --editor`: pages lead to the lines that they are made from, and those of a build never do.

#![cfg(feature = "serve")]
use crate::support::{Archive, preview::Preview, run, site};
use std::path::Path;

/// A meeting with a heading, a paragraph, a list, a table and a quotation; one commitment, one document.
fn archive() -> Archive {
    let front = "title: Meeting a\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\ncommitments:\n  - id: promise\n    \
                 kind: undertaking\n    track: cloud\n    delegations: [us, jp]\n    text: Share it.\ndocuments:\n  - \
                 {id: paper, title: Paper, url: 'https://a.example/'}";
    let text = "## One {#one}\n\nFirst.\n\n- item\n- another\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Said.\n\n\
                <!-- nothing -->\n\n```\ncode\n```\n";
    let japanese = "title: 会合a\nversion: {status: summary}\ncommitments: [{id: promise, text: 共有する。}]\n\
                    documents: [{id: paper, title: 文書}]";
    Archive::new().note("a", "en", front, text).note("a", "ja", japanese, "要約。\n")
}

/// The places that a page is told, each as `element file:line:column`.
fn places(preview: &Preview, file: &str) -> Vec<String> {
    let news = preview.events(file).until(|news| !news["shown"].is_null());
    let places = news["places"].as_array().unwrap().iter();
    let place = |it: &serde_json::Value| {
        let text = |key: &str| it[key].as_str().unwrap().to_owned();
        let path = text("path");
        let path = path.strip_prefix("content/").unwrap().to_owned();
        format!("{} {path}:{}:{}", text("element"), it["line"], it["column"])
    };
    places.map(place).collect()
}

#[test]
fn each_block_and_fact_of_a_meeting_leads_to_its_line() {
    let archive = archive();
    let preview = Preview::with(&archive, &["--editor", "vscode"]);
    assert_eq!(
        places(&preview, "en/meetings/a/index.html"),
        [
            "main h1 meetings/a.en.md:2:1",
            ".facts time meetings/a.en.md:3:1",
            "#_participants meetings/a.en.md:4:1",
            "#_commitments meetings/a.en.md:5:1",
            "#commitment-promise meetings/a.en.md:6:5",
            "#_documents meetings/a.en.md:11:1",
            "#document-paper meetings/a.en.md:12:5",
            "#one meetings/a.en.md:14:1",
            "[data-unit=\"en-1\"] meetings/a.en.md:16:1",
            "[data-unit=\"en-2\"] meetings/a.en.md:18:1",
            "[data-unit=\"en-3\"] meetings/a.en.md:19:1",
            "[data-unit=\"en-4\"] meetings/a.en.md:21:1",
            "[data-unit=\"en-5\"] meetings/a.en.md:25:1",
            "[data-unit=\"en-6\"] meetings/a.en.md:29:1",
            "[data-unit=\"ja-0\"] meetings/a.ja.md:7:1",
        ]
    );
    let html = preview.get("en/meetings/a/").text();
    for marked in [
        "<p data-unit=\"en-1\">First.</p>",
        "<li data-unit=\"en-2\">item</li>",
        "<div data-unit=\"en-4\" class=\"scroll\"",
        "<blockquote data-unit=\"en-5\">",
        "<pre data-unit=\"en-6\"><code>code",
    ] {
        assert!(html.contains(marked), "{marked} in {html}");
    }
    let root = archive.root().to_str().unwrap();
    assert!(
        html.contains(&format!("data-editor=\"vscode://file{root}/{{path}}:{{line}}:{{column}}\"")),
        "{html}"
    );
}

#[test]
fn a_page_in_japanese_leads_to_the_file_in_japanese_first() {
    let archive = archive();
    let preview = Preview::with(&archive, &["--editor", "zed"]);
    let places = places(&preview, "ja/meetings/a/index.html");
    for expected in [
        "main h1 meetings/a.ja.md:2:1",
        "#commitment-promise meetings/a.ja.md:4:15",
        ".facts time meetings/a.en.md:3:1",
        "[data-unit=\"ja-0\"] meetings/a.ja.md:7:1",
    ] {
        assert!(places.iter().any(|place| place == expected), "{expected} in {places:#?}");
    }
    assert!(preview.get("ja/meetings/a/").text().contains("<p data-unit=\"ja-0\">要約。</p>"));
}

#[test]
fn pages_of_records_lead_to_their_entries() {
    let archive = archive();
    let preview = Preview::with(&archive, &["--editor", "my-editor:{path}#{line}"]);
    for (file, expected) in [
        ("en/commitments/a/promise/index.html", "main h1 meetings/a.en.md:6:5"),
        ("en/tracks/cloud/index.html", "main h1 tracks.yaml:1:1"),
        ("ja/index.html", "main h1 site.yaml:1:1"),
    ] {
        assert_eq!(places(&preview, file), [expected], "{file}");
    }
    assert_eq!(places(&preview, "en/meetings/index.html"), Vec::<String>::new());
}

#[test]
fn without_an_editor_a_page_is_that_of_a_build() {
    let archive = archive();
    for editor in [&[][..], &["--editor", "none"]] {
        let preview = Preview::with(&archive, editor);
        let html = preview.get("en/meetings/a/");
        assert!(
            !html.text().contains("data-editor") && !html.text().contains("data-unit"),
            "{}",
            html.text()
        );
        assert_eq!(places(&preview, "en/meetings/a/index.html"), Vec::<String>::new());
    }
}

#[test]
fn what_is_marked_is_the_page_of_a_build_but_for_the_marks_and_a_build_has_none() {
    let archive = Archive::from(&site("good/full"));
    let preview = Preview::with(&archive, &["--editor", "vscode"]);
    let built = archive.build_with(&["--as-of", "2026-11-22", "--drafts"]).published();
    let mut marks = 0;
    for (path, bytes) in built.files() {
        let is_page = Path::new(&path).extension().is_some_and(|it| it == "html");
        let text = String::from_utf8_lossy(&bytes);
        for word in ["data-unit", "data-editor", "taiwa-preview", "vscode:"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
        if is_page {
            let shown = preview.get(path.strip_suffix("index.html").unwrap_or(&path)).page();
            marks += shown.matches(" data-unit=\"").count();
            assert_eq!(unmarked(&shown), text, "{path}");
        } else if path == "SHA256SUMS" {
            assert_eq!(preview.get(&path).body, bytes, "sums are those of a build");
        }
    }
    assert!(marks > 20, "{marks}");
}

/// A page without its marks.
fn unmarked(html: &str) -> String {
    let mut parts = html.split(" data-unit=\"");
    let mut plain = parts.next().unwrap().to_owned();
    parts.for_each(|part| plain.push_str(part.split_once('"').unwrap().1));
    plain
}

#[test]
fn a_name_that_no_editor_has_is_refused_with_those_that_are_known() {
    let archive = archive();
    let root = archive.root().to_str().unwrap();
    let refused = run(&["serve", "--port", "0", "--editor", "javascript:{path}", "--root", root]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.contains("one of vscode, vscode-insiders, vscodium, cursor"),
        "{}",
        refused.stderr
    );
}
