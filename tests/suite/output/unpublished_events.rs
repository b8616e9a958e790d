//! What only unpublished records name of events is not published: the event, its documents, and what it alone names.

use crate::support::{Archive, Built};

const EVENTS: &str = "secret-summit:\n  title: {en: Secret Summit, ja: 秘密会合}\n  date: 2010-05-01\n  aliases: [/en/events/covert/]\n  tracks: [secret-track]\n  \
                      documents:\n    - id: secret-sheet\n      title: {en: Secret Sheet, ja: 秘密資料}\n      \
                      file: docs/secret.txt\n      signatories: [{person: secret-head, delegation: us}]\n\
                      free-summit: {title: {en: Free Summit, ja: 自由会合}, date: 2010-06-01, documents: [{id: free-sheet, title: Free sheet, file: docs/free.txt}]}\n";

fn archive() -> Archive {
    Archive::new()
        .promise("open", "2010-11-01", "")
        .file("content/events.yaml", EVENTS)
        .append("content/tracks.yaml", "secret-track: {title: {en: Secret Track, ja: 秘密分野}}\n")
        .append(
            "content/people.yaml",
            "secret-head: {name: {en: Secret Head, ja: 秘密長}, family: {en: Secret, ja: 秘密}}\n",
        )
        .file("content/static/docs/secret.txt", "secret")
        .file("content/static/docs/free.txt", "free")
}

/// The same with a meeting of this release, with more lines of front matter, of its commitment, and of text.
fn named(release: &str, [front, commitment, text]: [&str; 3]) -> Archive {
    let archive = archive().promise("talks", "2010-12-01", commitment);
    let archive = archive.edit(
        "content/meetings/talks.en.md",
        "date: 2010-12-01\n",
        &format!("release: {release}\n{front}date: 2010-12-01\n"),
    );
    archive.append("content/meetings/talks.en.md", text).append("content/meetings/talks.ja.md", text)
}

const WAYS: [[&str; 3]; 7] = [
    ["", "", "[[event:secret-summit]]\n"],
    ["", "", "[there](/en/events/secret-summit/)\n"],
    ["", "", "[there](/en/events/covert/)\n"],
    ["", "", "[[document:secret-sheet]]\n"],
    ["version: {source: secret-sheet}\n", "", ""],
    ["", "sources: [secret-sheet]", ""],
    ["", "assessments: [{status: fulfilled, date: 2011-01-01, by: archive, source: secret-sheet}]", ""],
];

fn found(built: &Built) -> Vec<String> {
    let is_in = |path: &str, bytes: &[u8], word: &str| {
        path.contains(word) || bytes.windows(word.len()).any(|part| part == word.as_bytes())
    };
    let files = built.files().into_iter();
    let files = files.filter(|(path, bytes)| {
        ["secret", "Secret", "秘密", "covert"].iter().any(|word| is_in(path, bytes, word))
    });
    files.map(|(path, _)| path).collect()
}

#[test]
fn an_event_that_only_an_unpublished_meeting_names_is_in_no_file() {
    for way in WAYS {
        for release in ["draft", "{embargoed-until: 2060-06-01}", "withdrawn"] {
            let archive = named(release, way);
            let built = archive.build_with(&["--as-of", "2026-01-01"]).published();
            assert_eq!(found(&built), Vec::<String>::new(), "{way:?} {release}");
            assert!(built.has("en/events/free-summit/") && built.has("docs/free.txt"));
            assert!(built.page("data/documents.csv").contains("free-sheet,,free-summit"));
        }
    }
}

#[test]
fn an_event_that_a_published_meeting_names_brings_what_it_names() {
    for way in WAYS {
        // A draft, too, names it.
        let archive = named("published", way)
            .meeting("soon", "date: 2010-12-02\nrelease: draft")
            .append("content/meetings/soon.en.md", "[[event:secret-summit]]\n")
            .append("content/meetings/soon.ja.md", "[[event:secret-summit]]\n");
        let built = archive.build().published();
        for address in [
            "en/events/secret-summit/",
            "en/events/covert/",
            "ja/tracks/secret-track/",
            "en/people/secret-head/",
            "docs/secret.txt",
        ] {
            assert!(built.has(address), "{way:?} {address}");
        }
        assert!(built.page("en/events/secret-summit/").contains("id=\"document-secret-sheet\""));
    }
}

#[test]
fn an_event_that_nothing_names_is_published() {
    let archive = archive();
    let built = archive.build().ok();
    assert!(built.has("en/events/secret-summit/") && built.has("en/tracks/secret-track/"));
}

#[test]
fn links_of_what_is_published_lead_to_the_events_that_are_left() {
    let archive = named("draft", WAYS[0])
        .append("content/meetings/open.en.md", "[[event:free-summit]], [[document:free-sheet]]\n")
        .append("content/meetings/open.ja.md", "[[event:free-summit]]、[[document:free-sheet]]\n");
    let page = archive.build().published().resolved("en/meetings/open/");
    assert!(page.contains("en/events/free-summit/\">Free Summit</a>"), "{page}");
    assert!(page.contains("en/events/free-summit/#document-free-sheet\">"), "{page}");
}

#[test]
fn the_page_of_an_event_that_went_with_a_withdrawn_meeting_has_not_vanished() {
    let archive = named("published", WAYS[0]);
    archive.run(&["ledger"]).published();
    let archive = archive.edit("content/meetings/talks.en.md", "release: published", "release: withdrawn");
    archive.build().published();
}
