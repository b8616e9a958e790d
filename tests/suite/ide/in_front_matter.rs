//! What is offered in front matter and registries.

use super::{Editor, FIRST_EN, FIRST_JA, SECOND_EN, SECOND_JA};

#[test]
fn ids_are_offered_with_their_titles_in_both_languages() {
    let editor = Editor::new();
    let tracks = [
        "cloud (クラウド · Clouds)",
        "waves (電波 · Radio waves)",
        "quiet (成果のない分野 · A track without commitments)",
    ];
    let track = ["track: cloud, delegations: [south], text: Go", "track: ‸, delegations: [south], text: Go"];
    assert_eq!(editor.offered(FIRST_EN, track[0], track[1]), tracks);
    assert_eq!(
        editor.completed(FIRST_EN, track[0], track[1]),
        "  - {id: go-on, kind: continuation, track: cloud, delegations: [south], text: Go on with the tests.}"
    );
    let judge = ["by: archive, source", "by: ‸, source"];
    assert_eq!(
        editor.offered(FIRST_EN, judge[0], judge[1]),
        [
            "north (北国 · North)",
            "south (南国 · South)",
            "north-industry (北国産業界 · Industry of the North)",
            "archive",
            "third-party"
        ]
    );
    assert_eq!(
        editor.offered("content/events.yaml", "tracks: [waves, cloud]", "tracks: [waves, ‸]"),
        [tracks[0], tracks[2]]
    );
}

/// Each place: the file, what stands there, what is typed instead, what is offered, and the line with the first of it.
const PLACES: &[(&str, &str, &str, &[&str], &str)] = &[
    (
        FIRST_EN,
        "[ministry, bureau]",
        "[ministry, 雲‸]",
        &["bureau (雲局 · Bureau of Clouds)"],
        "    organizations: [ministry, bureau]",
    ),
    (
        FIRST_EN,
        "[mr-silent]",
        "[みなみ‸",
        &["hanako-minami (南花子 · Hanako Minami)"],
        "    people: [hanako-minami",
    ),
    (
        FIRST_EN,
        "host: north",
        "host: 北‸",
        &["north (北国 · North)", "north-industry (北国産業界 · Industry of the North)"],
        "host: north",
    ),
    (
        FIRST_EN,
        "dialogue: digital",
        "dialogue: ﾃﾞｼﾞ‸",
        &["digital (デジタル対話 · Digital Dialogue)"],
        "dialogue: digital",
    ),
    (
        FIRST_EN,
        "level: director-general",
        "level:‸",
        &["director-general (局長級 · Director-general level)", "working (実務者 · Working level)"],
        "level: director-general",
    ),
    (
        FIRST_EN,
        "by: south, source: statement",
        "by: south, source: st‸",
        &["statement (2014-07-01 · 共同声明 · Joint statement)"],
        "      - {status: in-progress, date: 2015-01-15, by: south, source: statement, note: Two reports were sent.}",
    ),
    (
        FIRST_EN,
        "file: statements/first.txt",
        "file: st‸",
        &["statements/first.txt"],
        "    file: statements/first.txt",
    ),
    (FIRST_EN, "discussed: [quiet]", "discussed:\n  電‸", &["waves (電波 · Radio waves)"], "  - waves"),
    (
        FIRST_EN,
        "  north-industry:\n    organizations: [association]\n",
        "  nor‸\n",
        &["north-industry (北国産業界 · Industry of the North)"],
        "  north-industry: ",
    ),
    (
        FIRST_JA,
        "{person: hanako-minami, as",
        "{person: '南‸', as",
        &["hanako-minami (南花子 · Hanako Minami)"],
        "      - {person: 'hanako-minami', as: '{電波|でんぱ}局長'}",
    ),
    (
        FIRST_JA,
        "from: en, by: 対話事務局, source: statement",
        "from: en, source: 共同‸",
        &["statement (2014-07-01 · 共同声明 · Joint statement)"],
        "version: {status: provisional-translation, from: en, source: statement}",
    ),
    (
        SECOND_EN,
        "fulfills: [first/share]",
        "fulfills: [好事例‸]",
        &["first/share (2014-06-30 · 好事例 · Good practice)"],
        "  - {id: did, kind: report, track: cloud, delegations: [south], text: Shared it., fulfills: [first/share]}",
    ),
    (
        SECOND_JA,
        "{id: beside, text: 傍らに。}",
        "{id: ‸}",
        &["beside (傍らに。 · Beside it.)"],
        "  - {id: beside}",
    ),
    (
        "content/organizations.yaml",
        "parent: ministry",
        "parent: MN‸",
        &["ministry (通信省 · Ministry of Networks)"],
        "  parent: ministry",
    ),
    (
        "content/people.yaml",
        "{organization: ministry, title",
        "{organization: つうしん‸, title",
        &["ministry (通信省 · Ministry of Networks)"],
        "    - {organization: ministry, title: {en: Vice-Minister, ja: 次官}, from: 2015-04}",
    ),
    (
        "content/dialogues.yaml",
        "part_of: digital",
        "part_of: dig‸",
        &["digital (デジタル対話 · Digital Dialogue)"],
        "  part_of: digital",
    ),
];

#[test]
fn what_is_typed_finds_an_id_by_title_short_form_or_reading() {
    let editor = Editor::new();
    for (path, from, to, offered, completed) in PLACES.iter().copied() {
        assert_eq!(editor.offered(path, from, to), offered, "{to}");
        assert_eq!(editor.completed(path, from, to), completed, "{to}");
    }
}

#[test]
fn keys_are_offered_that_the_map_has_not() {
    let editor = Editor::new();
    for (path, from, to, offered, completed) in [
        (
            FIRST_EN,
            "  - id: share\n    title: Good practice\n",
            "  - id: share\n    ti‸\n",
            &["title"][..],
            "    title: ",
        ),
        (FIRST_EN, "mode: in-person\n", "mo‸\n", &["mode"], "mode: "),
        (
            FIRST_EN,
            "{id: survey, title: A survey, url: 'https://survey.example/?a=1&b=2', language: fr",
            "{id: survey, title: A survey, url: 'https://survey.example/?a=1&b=2', l‸: fr",
            &["language", "file", "publisher", "retrieved", "signatories"],
            "",
        ),
        (
            "content/tracks.yaml",
            "title: {en: Clouds, ja: クラウド}",
            "title: {en: Clouds, ‸}",
            &["ja"],
            "  title: {en: Clouds, ja: }",
        ),
        (
            "content/tracks.yaml",
            "quiet:\n  title: {en: A track without commitments, ja: 成果のない分野}\n",
            "quiet:\n  ‸",
            &["title", "summary", "aliases"],
            "  title: ",
        ),
        (
            "content/glossary.yaml",
            "  note: {en: Written",
            "  no‸: {en: Written",
            &["note"],
            "  note: {en: Written as one word in Japanese., ja: 中黒を入れない。}",
        ),
        ("content/site.yaml", "theme: own\n", "th‸\n", &["theme"], "theme: "),
    ] {
        let found = editor.offered(path, from, to);
        if completed.is_empty() {
            assert!(found.starts_with(&[offered[0].to_owned()]), "{found:?}");
            continue;
        }
        assert_eq!(found, offered, "{to}");
        assert_eq!(editor.completed(path, from, to), completed, "{to}");
    }
    let typed = editor.typed(FIRST_EN, "mode: in-person\n", "mo‸\n");
    let documentation = editor.completions(&typed).remove(0).documentation;
    assert_eq!(documentation.as_deref(), Some("Optional: how it was held."));
}

#[test]
fn values_are_offered_with_what_they_mean() {
    let editor = Editor::new();
    let typed = editor.typed(FIRST_EN, "kind: continuation, track", "kind: ‸, track");
    let values: Vec<_> =
        editor.completions(&typed).into_iter().map(|it| (it.label, it.documentation.unwrap())).collect();
    let values: Vec<_> = values.iter().map(|(value, meaning)| (value.as_str(), meaning.as_str())).collect();
    assert_eq!(
        values,
        [
            ("undertaking", "Something to be done."),
            ("continuation", "Something under way that is to go on."),
            ("shared-view", "A view that the sides hold together."),
            ("welcome", "Something that the sides received well."),
            ("report", "Something that was reported as done."),
            ("recommendation", "Something that was asked of the governments."),
            ("next-meeting", "The plan of a next meeting."),
        ]
    );
    for (path, from, to, offered) in [
        (FIRST_EN, "online: true", "online: ‸", &["true", "false"][..]),
        (FIRST_EN, "kind: recommendation", "kind: re‸", &["report", "recommendation"]),
        ("content/meetings/gone.en.md", "release: withdrawn", "release: w‸", &["withdrawn"]),
        ("content/delegations.yaml", "kind: private", "kind: p‸", &["private"]),
        (FIRST_JA, "from: en, by", "from: ‸, by", &["en", "ja"]),
    ] {
        assert_eq!(editor.offered(path, from, to), offered, "{to}");
    }
}

#[test]
fn nothing_is_offered_in_free_text() {
    let editor = Editor::new();
    for (path, from, to) in [
        (FIRST_EN, "title: First meeting", "title: First ‸meeting"),
        (FIRST_EN, "date: {from: 2014-06-30,", "date: {from: ‸,"),
        (FIRST_EN, "text: Waves matter.", "text: Wa‸ves matter."),
        ("content/dialogues.yaml", "# The parties are", "# The par‸ties are"),
        ("content/tracks.yaml", "cloud:\n", "clo‸:\n"),
    ] {
        assert_eq!(editor.offered(path, from, to), Vec::<String>::new(), "{to}");
    }
}
