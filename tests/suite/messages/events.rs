//! What is reported of events: every mistake at its place, with a way out.

use crate::support::{Archive, assert_reported, help};

const EVENTS: &str = "content/events.yaml";

/// An archive with a note that refers to an event, and these events.
fn events(yaml: &str) -> Archive {
    Archive::notes("Text.\n").file(EVENTS, yaml)
}

#[test]
fn an_unknown_event() {
    let events = "summit: {title: Summit, date: 2010-05-01}\n";
    let archive = Archive::notes("See [[event:sumit]].\n").file(EVENTS, events);
    assert_reported(&archive, &["meetings/a.en.md:6:5 unknown-event"]);
    assert_eq!(help(&archive), "did you mean `summit`?");
    let archive = Archive::notes("See [[event:other-talks]].\n");
    assert_reported(&archive, &["meetings/a.en.md:6:5 unknown-event"]);
    assert_eq!(help(&archive), "add it to content/events.yaml");
}

#[test]
fn an_address_of_events_is_broken_where_there_are_none() {
    let archive = Archive::notes("[All](/en/events/)\n");
    assert_reported(&archive, &["meetings/a.en.md:6:7 broken-link"]);
    let archive = archive.file(EVENTS, "summit: {title: Summit, date: 2010-05-01}\n");
    assert_reported(&archive, &[]);
}

#[test]
fn what_an_event_must_have() {
    assert_reported(
        &events("summit: {kind: summit}\n"),
        &["events.yaml:1:10 missing-field", "events.yaml:1:10 missing-field"],
    );
    assert_reported(&events("summit:\n"), &["events.yaml:1:1 missing-field"]);
    let document =
        "summit:\n  title: Summit\n  date: 2010-05-01\n  documents:\n    - {url: https://a.example/}\n";
    assert_reported(&events(document), &["events.yaml:5:8 missing-field"]);
    let document = "summit:\n  title: Summit\n  date: 2010-05-01\n  documents:\n    - {id: a}\n";
    assert_reported(&events(document), &["events.yaml:5:8 missing-field"]);
}

#[test]
fn values_that_are_none() {
    let yaml = "Summit: {title: Summit, date: 2010-05-01}\n";
    assert_reported(&events(yaml), &["events.yaml:1:1 invalid-id"]);
    assert_reported(
        &events("summit: {title: Summit, date: 2010-05-32, kind: sumit, tracks: [cloud, clowd]}\n"),
        &[
            "events.yaml:1:31 invalid-date",
            "events.yaml:1:49 invalid-value",
            "events.yaml:1:72 unknown-track",
        ],
    );
    let archive = events("summit: {title: Summit, date: {from: 2010-05-02, to: 2010-05-01}}\n");
    assert_reported(&archive, &["events.yaml:1:54 invalid-date"]);
    let archive = events("summit: {title: Summit, date: 2010-05-02 to 2010-05-03}\n");
    assert_reported(&archive, &["events.yaml:1:31 invalid-date"]);
    assert_eq!(help(&archive), "write `{from: 2010-05-02, to: 2010-05-03}`");
    let archive = events("summit: {title: Summit, date: 2010-05-01, tracks: [cloud, cloud]}\n");
    assert_reported(&archive, &["events.yaml:1:59 duplicate-id"]);
    let archive = events("summit: {titel: Summit, date: 2010-05-01}\n");
    assert_reported(&archive, &["events.yaml:1:10 unknown-key"]);
    assert_eq!(help(&archive), "did you mean `title`?");
}

#[test]
fn a_day_that_is_too_far_ahead_is_doubtful() {
    let archive = events("summit: {title: Summit, date: 2110-05-01}\n");
    assert_reported(&archive, &["events.yaml:1:31 doubtful-fact"]);
    let archive = events("summit: {title: Summit, date: {from: 2010-05-01, to: 2110-05-01}}\n");
    assert_reported(&archive, &["events.yaml:1:54 doubtful-fact"]);
}

#[test]
fn a_text_in_one_language_alone() {
    let archive = events("summit: {title: {en: Summit}, date: 2010-05-01, place: {ja: 東京}}\n");
    assert_reported(
        &archive,
        &["events.yaml:1:10 missing-translation", "events.yaml:1:49 missing-translation"],
    );
    // A document is called what it calls itself; the office of somebody who signed it is a text of the archive's.
    let archive = events(
        "summit:\n  title: Summit\n  date: 2010-05-01\n  documents:\n    - id: paper\n      title: {ja: 覚書}\n      \
         signatories:\n        - {person: jane-doe, delegation: us, as: {en: Minister}}\n",
    );
    assert_reported(&archive, &["events.yaml:8:46 missing-translation"]);
}

#[test]
fn documents_of_events_are_looked_into_as_those_of_meetings() {
    let archive = events(
        "summit:\n  title: Summit\n  date: 2010-05-01\n  documents:\n    - id: paper\n      title: Paper\n      \
         url: ftp://a.example/\n      file: none.pdf\n      date: 2010-05-32\n      sha256: abc\n      signatories:\n        \
         - {person: jane-do, delegation: us}\n        - {person: jane-doe, name: Jane, delegation: usa}\n        - {delegation: us}\n",
    );
    assert_reported(
        &archive,
        &[
            "events.yaml:7:12 unsafe-link",
            "events.yaml:8:13 broken-link",
            "events.yaml:9:13 invalid-date",
            "events.yaml:10:15 invalid-value",
            "events.yaml:12:20 unknown-person",
            "events.yaml:13:36 invalid-value",
            "events.yaml:13:54 unknown-delegation",
            "events.yaml:14:12 missing-field",
        ],
    );
}

#[test]
fn the_id_of_a_document_is_unique_over_meetings_and_events() {
    let document = "documents: [{id: paper, title: Paper, url: 'https://a.example/'}]";
    let archive = Archive::new()
        .meeting("a", &format!("date: 2010-11-01\n{document}"))
        .file(EVENTS, format!("summit: {{title: Summit, date: 2010-05-01, {document}}}\n"));
    assert_reported(&archive, &["events.yaml:1:60 duplicate-id"]);
    let related = archive.check().problems()[0]["related"][0].clone();
    assert_eq!(related["path"], "content/meetings/a.en.md");
}

#[test]
fn what_refers_to_events_that_cannot_be_read_is_not_blamed() {
    let archive = Archive::new()
        .promise("a", "2010-11-01", "sources: [paper]")
        .append("content/meetings/a.en.md", "[[event:summit]], [there](/en/events/summit/)\n");
    let archive = archive.append("content/meetings/a.ja.md", "[[event:summit]]\n");
    let broken = archive.file(EVENTS, "summit: [\n");
    let reported = broken.check().reported();
    assert!(reported.len() == 1 && reported[0].ends_with("yaml-syntax"), "{reported:?}");
    let undated = broken.file(EVENTS, "summit: {title: Summit, documents: [{id: paper, title: Paper}]}\n");
    assert_reported(&undated, &["events.yaml:1:10 missing-field"]);
}
