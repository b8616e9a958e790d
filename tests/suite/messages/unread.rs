//! Where a file cannot be read, nothing is told of sound ones; and all mistakes of a run are reported in that run.

use crate::support::{Archive, assert_reported};

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
    assert_reported(&archive, &[]);
}

#[test]
fn the_twin_of_a_note_that_cannot_be_read_is_not_blamed() {
    let broken = archive().edit(EN, "date: 2010", "date:2010");
    assert_reported(&broken, &["meetings/a.en.md:4:5 yaml-syntax"]);
    let unclosed = archive().file(EN, "---\ntitle: A\n");
    assert_reported(&unclosed, &["meetings/a.en.md:1:1 missing-front-matter"]);
    // Facts of another commitment stand in the file that can be read.
    let facts = "commitments: [{id: own, kind: report, track: cloud, delegations: [us], text: x}, ";
    let broken = broken.edit(JA, "commitments: [", facts);
    assert_reported(&broken, &["meetings/a.en.md:4:5 yaml-syntax"]);
}

#[test]
fn what_refers_to_a_registry_that_cannot_be_read_is_not_blamed() {
    for registry in ["tracks", "delegations", "organizations", "people", "dialogues", "site"] {
        let path = format!("content/{registry}.yaml");
        let archive = archive().edit(JA, "delegations: {us: {}}\n", "").append(&path, "x: [");
        let reported = archive.check().reported();
        assert!(reported.len() == 1 && reported[0].ends_with("yaml-syntax"), "{registry}: {reported:?}");
    }
}

#[test]
fn a_meeting_that_is_not_whole_is_not_missed_elsewhere() {
    let archive =
        archive().edit(JA, "delegations: {us: {}}\n", "").edit(EN, "date: 2010-11-01", "date: 2010-11-31");
    assert_reported(&archive, &["meetings/a.en.md:4:7 invalid-date"]);
    let archive =
        archive.edit(EN, "date: 2010-11-31", "date: 2010-11-01").edit(EN, "track: cloud", "track: clowd");
    assert_reported(&archive, &["meetings/a.en.md:8:12 unknown-track"]);
}

#[test]
fn a_record_that_repeats_an_id_is_looked_into() {
    let again = "\n  - id: promise\n    kind: undertaking\n    track: clowd\n    delegations: [us, jpn]\n    text: Again\n    \
                 related: [a/other]\n    due: 2011-02-30\n---\n";
    let archive = Archive::new().promise("a", "2010-11-01", "").edit(EN, "\n---\n", again);
    assert_reported(
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
    let reported = archive.check().reported();
    assert!(reported.len() == 1 && reported[0].ends_with("duplicate-id"), "{reported:?}");
}

#[test]
fn a_document_that_repeats_an_id_is_looked_into() {
    let documents = "\ndocuments:\n  - {id: d, title: D, url: https://a.example/}\n  - {id: d, title: E, url: 'ftp://x', \
                     date: 2011-02-30}\n---\n";
    let archive = Archive::new().promise("a", "2010-11-01", "").edit(EN, "\n---\n", documents);
    assert_reported(
        &archive,
        &[
            "meetings/a.en.md:13:10 duplicate-id",
            "meetings/a.en.md:13:28 unsafe-link",
            "meetings/a.en.md:13:45 invalid-date",
        ],
    );
}

#[test]
fn what_stands_under_a_misspelt_key_is_not_missed() {
    let sound = || archive().edit(JA, "delegations: {us: {}}\n", "");
    let partial = archive().edit(EN, "delegations: {us", "delegatons: {us");
    assert_reported(&partial, &["meetings/a.en.md:3:1 unknown-key"]);
    let track = sound().edit(EN, "    track", "    trak");
    assert_reported(&track, &["meetings/a.en.md:8:5 unknown-key"]);
    for path in [EN, JA] {
        let archive = sound().edit(path, "title", "titel");
        assert_reported(&archive, &[&format!("{}:2:1 unknown-key", path.trim_start_matches("content/"))]);
    }
    let place = sound().edit(EN, "date:", "place: City\ndate:").edit(
        JA,
        "title: 会合a\n",
        "title: 会合a\nplaec: 市\n",
    );
    assert_reported(&place, &["meetings/a.ja.md:3:1 unknown-key"]);
    // Words of a head that only this file has under the right key.
    let heads = sound()
        .edit(EN, "delegations: {us: {}", "delegatons: {us: {heads: [{person: jane-doe, as: Chair}]}")
        .edit(
            JA,
            "title: 会合a\n",
            "title: 会合a\ndelegations: {us: {heads: [{person: jane-doe, as: 議長}]}}\n",
        );
    assert_reported(&heads, &["meetings/a.en.md:3:1 unknown-key"]);
}

#[test]
fn what_stands_in_a_text_in_the_place_of_records_is_not_missed() {
    let head = "delegations: {us: {heads: [{person: jane-doe, as: Chair}]}";
    for wrong in ["delegations: us", "delegations: |\n  us"] {
        let archive =
            archive().edit(EN, "delegations: {us: {}", head).edit(JA, "delegations: {us: {}}", wrong);
        let line = if wrong.contains('\n') { "4:3" } else { "3:14" };
        assert_reported(&archive, &[&format!("meetings/a.ja.md:{line} invalid-value")]);
    }
}

#[test]
fn an_unknown_key_that_is_near_to_none_hides_nothing() {
    let archive = archive().edit(JA, "delegations: {us: {}}\n", "").edit(EN, "    track", "    subject");
    assert_reported(&archive, &["meetings/a.en.md:6:5 missing-field", "meetings/a.en.md:8:5 unknown-key"]);
}

#[test]
fn a_list_that_lost_its_hyphen_is_not_missed_by_the_other_file() {
    let archive =
        archive().edit(JA, "delegations: {us: {}}\n", "").edit(EN, "  - id: promise", "    id: promise");
    assert_reported(&archive, &["meetings/a.en.md:6:5 invalid-value"]);
}

#[test]
fn what_names_a_record_whose_id_is_none_is_not_reported() {
    let sound = || archive().edit(JA, "delegations: {us: {}}\n", "");
    let commitment = sound().edit(EN, "- id: promise", "- id: Promise");
    assert_reported(&commitment, &["meetings/a.en.md:6:9 invalid-id"]);
    let track = sound().edit("content/tracks.yaml", "cloud:", "Cloud:");
    assert_reported(&track, &["tracks.yaml:1:1 invalid-id"]);
    // Another id is nearer by letters than the one that is meant.
    let delegation = sound().edit("content/delegations.yaml", "jp:", "JP:");
    assert_reported(&delegation, &["delegations.yaml:2:1 invalid-id"]);
}

#[test]
fn a_note_or_a_registry_in_static_is_reported_and_published_as_it_is() {
    let note = "---\ntitle: Draft\nrelease: draft\n---\nText.\n";
    let archive = Archive::new()
        .file("content/static/2010-11-01-tokyo.en.md", note)
        .file("content/static/old/notes.markdown", note)
        .file("content/static/people.yaml", "x: {}\n")
        .file("content/static/data-of-old/Tracks.yml", "x: {}\n");
    assert_reported(
        &archive,
        &[
            "static/2010-11-01-tokyo.en.md:1:1 lost-text",
            "static/data-of-old/Tracks.yml:1:1 lost-text",
            "static/old/notes.markdown:1:1 lost-text",
            "static/people.yaml:1:1 lost-text",
        ],
    );
    let problems = archive.check().problems();
    assert_eq!(problems[0]["message"], "a note that lies in static/ is no page, and is published as it is");
    assert_eq!(
        problems[0]["help"],
        "move it into meetings/ or, if it is a plain page, into pages/; for readers, take its facts out"
    );
    assert_eq!(
        problems[1]["message"],
        "the registry `Tracks.yml` is not read from static/, and is published as it is"
    );
    assert_eq!(
        problems[1]["help"],
        "it belongs into content/ itself: content/tracks.yaml; for readers, give it another name"
    );
    assert!(archive.build().published().has("people.yaml"));
    let sound = Archive::new()
        .file("content/static/README.md", "# About these files\n\n---\n\nText.\n")
        .file("content/static/docs/a.en.md", "Text.\n")
        .file("content/static/docs/binary.md", [0xff, 0xfe])
        .file("content/static/docs/people.json", "{}")
        .file("content/static/docs/openapi.yaml", "x: 1\n")
        .file("content/static/docs/people.yaml.txt", "x: 1\n");
    assert_reported(&sound, &[]);
}
