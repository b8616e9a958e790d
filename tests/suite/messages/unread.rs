//! Where a file cannot be read, nothing is told of sound ones; and all mistakes of a run are told in that run.

use crate::support::{Archive, assert_told};

const EN: &str = "content/meetings/a.en.md";
const JA: &str = "content/meetings/a.ja.md";

/// A meeting that is linked to in every way.
fn archive() -> Archive {
    let links = "[[meeting:a]], [[commitment:a/promise]], [m](/en/meetings/a/), [c](/en/commitments/a/promise/), \
                 [t](/en/tracks/cloud/), [o](/en/organizations/mic/), [p](/en/people/jane-doe/), [d](/en/delegations/us/)";
    let page = |title: &str| format!("---\ntitle: {title}\n---\n{links}\n");
    let japanese = "title: 会合a\ndelegations: {us: {}}\ncommitments: [{id: promise, text: 約束}]";
    Archive::new()
        .promise("a", "2010-11-01", "")
        .note("a", "ja", japanese, "")
        .file("content/pages/about.en.md", page("About"))
        .file("content/pages/about.ja.md", page("概要"))
}

#[test]
fn the_archive_of_these_tests_is_sound() {
    let archive = archive().edit(JA, "delegations: {us: {}}\n", "");
    assert_told(&archive, &[]);
}

#[test]
fn the_twin_of_a_note_that_cannot_be_read_is_not_blamed() {
    let broken = archive().edit(EN, "date: 2010", "date:2010");
    assert_told(&broken, &["meetings/a.en.md:4:5 yaml-syntax"]);
    let unclosed = archive().file(EN, "---\ntitle: A\n");
    assert_told(&unclosed, &["meetings/a.en.md:1:1 missing-front-matter"]);
    // Facts of another commitment stand in the file that can be read.
    let facts = "commitments: [{id: own, kind: report, track: cloud, delegations: [us], text: x}, ";
    let broken = broken.edit(JA, "commitments: [", facts);
    assert_told(&broken, &["meetings/a.en.md:4:5 yaml-syntax"]);
}

#[test]
fn what_refers_to_a_registry_that_cannot_be_read_is_not_blamed() {
    for registry in ["tracks", "delegations", "organizations", "people", "dialogues", "site"] {
        let path = format!("content/{registry}.yaml");
        let archive = archive().edit(JA, "delegations: {us: {}}\n", "").append(&path, "x: [");
        let told = archive.check().told();
        assert!(told.len() == 1 && told[0].ends_with("yaml-syntax"), "{registry}: {told:?}");
    }
}

#[test]
fn a_meeting_that_is_not_whole_is_not_missed_elsewhere() {
    let archive =
        archive().edit(JA, "delegations: {us: {}}\n", "").edit(EN, "date: 2010-11-01", "date: 2010-11-31");
    assert_told(&archive, &["meetings/a.en.md:4:7 invalid-date"]);
    let archive =
        archive.edit(EN, "date: 2010-11-31", "date: 2010-11-01").edit(EN, "track: cloud", "track: clowd");
    assert_told(&archive, &["meetings/a.en.md:8:12 unknown-track"]);
}

#[test]
fn a_record_that_repeats_an_id_is_looked_into() {
    let again = "\n  - id: promise\n    kind: undertaking\n    track: clowd\n    delegations: [us, jpn]\n    text: Again\n    \
                 related: [a/other]\n    due: 2011-02-30\n---\n";
    let archive = Archive::new().promise("a", "2010-11-01", "").edit(EN, "\n---\n", again);
    assert_told(
        &archive,
        &[
            "meetings/a.en.md:11:9 duplicate-id",
            "meetings/a.en.md:13:12 unknown-track",
            "meetings/a.en.md:14:23 unknown-delegation",
            "meetings/a.en.md:16:15 unknown-commitment",
            "meetings/a.en.md:17:10 invalid-date",
        ],
    );
    // A text alone lacks no fact: they stand with the first.
    let archive = Archive::new().promise("a", "2010-11-01", "").edit(JA, "}]", "}, {id: promise, text: 二}]");
    let told = archive.check().told();
    assert!(told.len() == 1 && told[0].ends_with("duplicate-id"), "{told:?}");
}

#[test]
fn a_document_that_repeats_an_id_is_looked_into() {
    let documents = "\ndocuments:\n  - {id: d, title: D, url: https://a.example/}\n  - {id: d, title: E, url: 'ftp://x', \
                     date: 2011-02-30}\n---\n";
    let archive = Archive::new().promise("a", "2010-11-01", "").edit(EN, "\n---\n", documents);
    assert_told(
        &archive,
        &[
            "meetings/a.en.md:13:10 duplicate-id",
            "meetings/a.en.md:13:28 unsafe-link",
            "meetings/a.en.md:13:45 invalid-date",
        ],
    );
}
