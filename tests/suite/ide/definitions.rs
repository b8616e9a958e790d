//! Where what is named is declared.

use super::{ABOUT_EN, Editor, FIRST_EN, FIRST_JA, SECOND_EN, SECOND_JA};

#[test]
fn every_kind_of_name_leads_to_its_declaration() {
    let editor = Editor::new();
    for (path, marked, expected) in [
        (FIRST_EN, "track: cl‸oud, delegations: [south], text: Go", &["tracks.yaml:1 cloud"][..]),
        (FIRST_EN, "host: nor‸th", &["delegations.yaml:1 north"]),
        (FIRST_EN, "dialogue: dig‸ital", &["dialogues.yaml:2 digital"]),
        (FIRST_EN, "[ministry, bur‸eau]", &["organizations.yaml:7 bureau"]),
        (FIRST_EN, "[mr-sil‸ent]", &["people.yaml:14 mr-silent"]),
        (FIRST_EN, "level: director‸-general", &["site.yaml:12 director-general"]),
        (FIRST_EN, "by: sou‸th, source", &["delegations.yaml:2 south"]),
        (FIRST_EN, "by: arch‸ive, source", &[]),
        (
            FIRST_EN,
            "by: south, source: state‸ment",
            &["first.en.md:61 statement", "first.ja.md:19 statement"],
        ),
        (FIRST_EN, "file: statements/fi‸rst.txt", &["first.txt:1"]),
        (FIRST_EN, "[[person:nils-no‸rd|Mr. Nord]]", &["people.yaml:9 nils-nord"]),
        (FIRST_EN, "[[document:sur‸vey]]", &["first.en.md:71 survey"]),
        (FIRST_EN, "[up](#clou‸ds)", &["first.en.md:80 clouds", "first.ja.md:27 clouds"]),
        (FIRST_JA, "[上](#clou‸ds)", &["first.ja.md:27 clouds", "first.en.md:80 clouds"]),
        (FIRST_EN, "![A wave](/pictures/wa‸ve.svg)", &["wave.svg:1"]),
        (SECOND_EN, "[[meeting:fi‸rst]]", &["first.en.md:2 First meeting", "first.ja.md:2 第1回会合"]),
        (SECOND_JA, "[[meeting:fi‸rst|第1回]]", &["first.ja.md:2 第1回会合", "first.en.md:2 First meeting"]),
        (SECOND_EN, "fulfills: [first/sh‸are]", &["first.en.md:25 share", "first.ja.md:10 share"]),
        (SECOND_EN, "fulfills: [fi‸rst/share]", &["first.en.md:2 First meeting", "first.ja.md:2 第1回会合"]),
        (FIRST_JA, "[[commitment:first/sh‸are]]", &["first.en.md:25 share", "first.ja.md:10 share"]),
        (FIRST_JA, "{id: sh‸are, title", &["first.en.md:25 share"]),
        (FIRST_EN, "- id: sh‸are\n", &["first.ja.md:10 share"]),
        (SECOND_EN, "[[event:sum‸mit]]", &["events.yaml:1 summit"]),
        (SECOND_JA, "[[document:summit-‸sheet]]", &["events.yaml:9 summit-sheet"]),
        (
            ABOUT_EN,
            "(/en/meetings/fir‸st/#clouds)",
            &["first.en.md:2 First meeting", "first.ja.md:2 第1回会合"],
        ),
        (ABOUT_EN, "(/en/meetings/first/#clou‸ds)", &["first.en.md:80 clouds", "first.ja.md:27 clouds"]),
        ("content/delegations.yaml", "side: nor‸th", &["delegations.yaml:1 north"]),
    ] {
        assert_eq!(editor.definitions(&editor.at(path, marked)), expected, "{marked}");
    }
    for (path, from, to, expected) in [
        (
            ABOUT_EN,
            "(/en/meetings/first/)",
            "(/en/pages/abo‸ut/)",
            &["about.en.md:2 About", "about.ja.md:2 このアーカイブについて"][..],
        ),
        (
            ABOUT_EN,
            "(/en/meetings/first/)",
            "(https://archive.example/talks/ja/tracks/clo‸ud/)",
            &["tracks.yaml:1 cloud"],
        ),
        (
            ABOUT_EN,
            "(/en/meetings/first/)",
            "(/en/commitments/first/sha‸re/)",
            &["first.en.md:25 share", "first.ja.md:10 share"],
        ),
        (
            ABOUT_EN,
            "(/en/meetings/first/)",
            "(/en/meetings/first/#commitment-sha‸re)",
            &["first.en.md:25 share", "first.ja.md:10 share"],
        ),
        (
            FIRST_JA,
            "会合は\n",
            "会合はクラウド‸コンピューティング\n",
            &["glossary.yaml:4 クラウドコンピューティング"],
        ),
        (SECOND_JA, "首脳会合]]", "[電‸波]", &["glossary.yaml:2 電波"]),
        (FIRST_EN, "host: north", "host: nob‸ody", &[]),
        // What is typed counts before what was checked.
        (
            FIRST_EN,
            "version: {status: authentic, source: statement}",
            "  - {id: letter, url: 'https://a.example/'}\nversion: {source: let‸ter}",
            &["first.en.md:72 letter"],
        ),
        (FIRST_EN, "sources: [accord, survey]", "sources: [surv‸ey", &["first.en.md:71 survey"]),
    ] {
        assert_eq!(editor.definitions(&editor.typed(path, from, to)), expected, "{to}");
    }
}

#[test]
fn an_id_that_can_become_another_is_known_with_its_place() {
    let editor = Editor::new();
    for (path, marked, expected) in [
        (SECOND_EN, "fulfills: [first/sh‸are]", Some("commitment first/share `share`")),
        (SECOND_EN, "fulfills: [fi‸rst/share]", Some("meeting first `first`")),
        (FIRST_EN, "- id: sh‸are\n", Some("commitment first/share `share`")),
        (FIRST_EN, "[[commitment:first/vi‸ew|the view]]", Some("commitment first/view `view`")),
        (FIRST_EN, "  no‸rth:\n", Some("delegation north `north`")),
        (FIRST_EN, "discussed: [qui‸et]", Some("track quiet `quiet`")),
        (ABOUT_EN, "(/en/meetings/fir‸st/#clouds)", Some("meeting first `first`")),
        ("content/people.yaml", "mr-sil‸ent:", Some("person mr-silent `mr-silent`")),
        ("content/events.yaml", "fa‸ir: {", Some("event fair `fair`")),
        (FIRST_EN, "source: state‸ment, note", None),
        (FIRST_EN, "title: Fir‸st meeting", None),
    ] {
        assert_eq!(editor.named(&editor.at(path, marked)).as_deref(), expected, "{marked}");
    }
}
