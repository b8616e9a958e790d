//! Files that are nearly called as notes are: each is reported with the name that it was meant to have, and nothing beside it.

use crate::support::{Archive, assert_reported, help};
use std::fs;

const EN: &str = "content/meetings/a-b.en.md";
const JA: &str = "content/meetings/a-b.ja.md";

/// A sound archive in which a file has another name.
fn renamed(from: &str, to: &str) -> Archive {
    let archive = Archive::new().promise("a-b", "2010-11-01", "").file(
        "content/pages/about.en.md",
        "---\ntitle: About\n---\n[[meeting:a-b]], [[commitment:a-b/promise]]\n",
    );
    let archive = archive.file(
        "content/pages/about.ja.md",
        "---\ntitle: 概要\n---\n[[meeting:a-b]]、[[commitment:a-b/promise]]\n",
    );
    fs::rename(archive.root().join(from), archive.root().join(to)).unwrap();
    archive
}

#[test]
fn a_note_with_a_wrong_ending_is_reported_with_the_name_that_was_meant() {
    for name in
        ["a-b.ja.txt", "a-b.ja.md.txt", "a-b.JA.md", "a-b.ja.MD", "a-b.ja.markdown", "a-b.jp.md", "a-b.md"]
    {
        let archive = renamed(JA, &format!("content/meetings/{name}"));
        assert_eq!(help(&archive), "did you mean `a-b.ja.md`?", "{name}");
        assert_reported(&archive, &[&format!("meetings/{name}:1:1 invalid-value")]);
    }
    for name in ["a-b.en.txt", "a-b.EN.md", "A-B.en.md.txt", "a-b-en.md"] {
        let archive = renamed(EN, &format!("content/meetings/{name}"));
        assert_eq!(help(&archive), "did you mean `a-b.en.md`?", "{name}");
    }
    let archive = renamed("content/pages/about.ja.md", "content/pages/about.md");
    assert_eq!(help(&archive), "did you mean `about.ja.md`?");
}

#[test]
fn a_copy_of_a_note_is_no_reason_to_name_a_third_file() {
    let archive = Archive::new().promise("a-b", "2010-11-01", "");
    let archive = archive.file("content/meetings/a-b.ja (1).md", "---\ntitle: x\n---\n");
    assert_eq!(help(&archive), "the note `a-b` has its files already: keep one of the two");
}

#[test]
fn what_is_no_note_may_go_to_the_static_files() {
    let archive = Archive::new().promise("a-b", "2010-11-01", "").file("content/meetings/minutes.docx", "x");
    let expected = "files in meetings/ are called ID.en.md or ID.ja.md; what is to be published as it is belongs in static/";
    assert_eq!(help(&archive), expected);
}

#[test]
fn a_note_of_no_language_in_the_content_folder_is_not_sent_to_the_static_files() {
    let archive = renamed(JA, "content/a-b.ja.txt");
    assert_eq!(help(&archive), "move it into meetings/ or, if it is a plain page, into pages/");
}

#[test]
fn a_registry_among_the_notes_is_reported_with_its_place_and_not_missed() {
    let archive = renamed("content/tracks.yaml", "content/meetings/tracks.yaml");
    assert_reported(&archive, &["meetings/tracks.yaml:1:1 invalid-value"]);
    assert_eq!(help(&archive), "it belongs into content/ itself: content/tracks.yaml");
}

#[test]
fn what_lies_in_a_folder_that_is_not_read_is_not_missed() {
    let archive = Archive::new().promise("a-b", "2010-11-01", "").file("content/registries/x.txt", "x");
    fs::rename(
        archive.root().join("content/tracks.yaml"),
        archive.root().join("content/registries/tracks.yaml"),
    )
    .unwrap();
    assert_reported(&archive, &["registries:1:1 invalid-value"]);
}

#[test]
fn a_misspelt_id_in_a_file_name_is_reported_once_and_nothing_of_what_the_pair_lacks() {
    let documents = "documents: [{id: d, title: D, url: https://a.example/}]\ncommitments: [";
    let archive = renamed(JA, "content/meetings/a-c.ja.md").edit(
        "content/meetings/a-c.ja.md",
        "commitments: [",
        documents,
    );
    let archive = archive.edit(
        EN,
        "commitments:\n",
        &format!("{}commitments:\n", documents.trim_end_matches("commitments: [")),
    );
    assert_reported(&archive, &["meetings/a-c.ja.md:1:1 invalid-value"]);
    let problems = archive.check().problems();
    assert_eq!(problems[0]["message"], "there is no `a-c.en.md`");
    assert_eq!(problems[0]["help"], "did you mean `a-b.ja.md`?");
    assert_eq!(problems[0]["related"][0]["path"], "content/meetings/a-b.en.md");
}

#[test]
fn pages_with_nearly_one_name_are_reported_once() {
    let archive = renamed("content/pages/about.ja.md", "content/pages/abuot.ja.md");
    assert_reported(&archive, &["pages/abuot.ja.md:1:1 missing-translation"]);
    assert_eq!(help(&archive), "did you mean `about.ja.md`?");
}

#[test]
fn meetings_of_two_days_that_each_have_one_language_are_two() {
    let front = |date: &str| format!("title: M\ndelegations: {{us: {{}}, jp: {{}}}}\ndate: {date}");
    let archive = Archive::new().note("m-1", "en", &front("2010-11-01"), "").note(
        "m-2",
        "ja",
        &front("2011-11-01"),
        "",
    );
    let messages = archive
        .check()
        .problems()
        .iter()
        .map(|it| it["help"].as_str().unwrap().to_owned())
        .collect::<Vec<_>>();
    assert_eq!(messages, ["the other file is called m-1.ja.md", "the other file is called m-2.en.md"]);
}
