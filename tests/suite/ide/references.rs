//! Every place that names the same.

use super::{Editor, FIRST_EN, FIRST_JA, SECOND_EN};

#[test]
fn every_place_that_names_a_record_is_found() {
    let editor = Editor::new();
    for (path, marked, places, declared) in [
        (FIRST_EN, "discussed: [qui‸et]", &["first.en.md:23 quiet"][..], &["tracks.yaml:7 quiet"][..]),
        ("content/people.yaml", "mr-sil‸ent:", &["first.en.md:16 mr-silent"], &["people.yaml:14 mr-silent"]),
        (
            SECOND_EN,
            "[[event:sum‸mit]]",
            &["second.en.md:19 summit", "second.ja.md:13 summit"],
            &["events.yaml:1 summit"],
        ),
        (
            FIRST_EN,
            "[[document:sur‸vey]]",
            &[
                "first.en.md:35 survey",
                "first.en.md:39 survey",
                "first.en.md:40 survey",
                "first.en.md:87 survey",
            ],
            &["first.en.md:71 survey"],
        ),
        (
            SECOND_EN,
            "fulfills: [first/sh‸are]",
            &[
                "first.en.md:87 share",
                "first.ja.md:34 share",
                "second.en.md:10 share",
                "second.en.md:14 share",
            ],
            &["first.en.md:25 share", "first.ja.md:10 share"],
        ),
        (
            FIRST_JA,
            "[上](#clou‸ds)",
            &["first.en.md:91 clouds", "first.ja.md:38 clouds", "about.en.md:8 clouds"],
            &["first.en.md:80 clouds", "first.ja.md:27 clouds"],
        ),
        (
            FIRST_EN,
            "file: statements/fi‸rst.txt",
            &[
                "events.yaml:22 statements/first.txt",
                "first.en.md:64 statements/first.txt",
                "first.en.md:91 /statements/first.txt",
            ],
            &["first.txt:1"],
        ),
        (
            "content/dialogues.yaml",
            "ener‸gy:",
            &[
                "coming.en.md:3 energy",
                "energy.en.md:3 energy",
                "gone.en.md:3 energy",
                "sketch.en.md:3 energy",
            ],
            &["dialogues.yaml:11 energy"],
        ),
        (
            "content/delegations.yaml",
            "north-indus‸try: {",
            &[
                "first.en.md:21 north-industry",
                "first.en.md:45 north-industry",
                "organizations.yaml:21 north-industry",
            ],
            &["delegations.yaml:3 north-industry"],
        ),
        (
            "content/organizations.yaml",
            "off‸ice:",
            &["first.en.md:20 office", "first.en.md:30 office", "people.yaml:13 office"],
            &["organizations.yaml:16 office"],
        ),
        ("content/site.yaml", "  work‸ing:", &["energy.ja.md:3 working"], &["site.yaml:13 working"]),
    ] {
        let typed = editor.at(path, marked);
        assert_eq!(editor.references(&typed, false), places, "{marked}");
        let mut all: Vec<_> = places.iter().chain(declared).map(|it| (*it).to_owned()).collect();
        let mut found = editor.references(&typed, true);
        all.sort();
        found.sort();
        assert_eq!(found, all, "{marked}");
    }
}

#[test]
fn a_meeting_is_named_by_its_commitments_and_its_pages_too() {
    let editor = Editor::new();
    let found = editor.references(&editor.at(SECOND_EN, "[[meeting:fi‸rst]]"), false);
    let lines: Vec<_> = found.iter().map(|place| place.trim_end_matches(" first")).collect();
    assert_eq!(
        lines,
        [
            "first.en.md:87",
            "first.en.md:87",
            "first.ja.md:34",
            "second.en.md:10",
            "second.en.md:11",
            "second.en.md:12",
            "second.en.md:13",
            "second.en.md:14",
            "second.en.md:15",
            "second.en.md:16",
            "second.en.md:19",
            "second.ja.md:13",
            "about.en.md:8",
            "about.en.md:8",
        ]
    );
}

#[test]
fn what_is_typed_counts_also_where_it_cannot_be_read() {
    let editor = Editor::new();
    let typed = editor.typed(FIRST_EN, "discussed: [quiet]", "discussed: [quiet, qui‸et\ntitle: \"");
    assert_eq!(editor.references(&typed, false), ["first.en.md:23 quiet", "first.en.md:23 quiet"]);
}
