//! What is known of what the cursor points at.

use super::{Editor, FIRST_EN, FIRST_JA, SECOND_EN, SECOND_JA};
use taiwa::{
    lang::Lang,
    model::{DelegationKind, DocumentKind, EventKind, Kind, Party, Relation, Status, TranslationState},
};

/// Each place: the file, what stands there with the cursor, what is hovered over, and the paragraphs of its card.
const CARDS: &[(&str, &str, &str, &[&str])] = &[
    (
        SECOND_EN,
        "[[meeting:fi‸rst]]",
        "first",
        &[
            "**第1回会合 · First meeting**",
            "meeting · 2014-06-30 – 2014-07-01",
            "双方が歩み始めた。 · The two sides set out.",
            "ja: translation not tracked",
        ],
    ),
    (
        SECOND_EN,
        "fulfills: [first/sh‸are]",
        "share",
        &[
            "**好事例 · Good practice**",
            "undertaking · 2014-06-30 – 2014-07-01",
            "好事例を双方で共有する。 · Share good practice \\<between\\> the two & all others.",
            "クラウド · Clouds; 電波 · Radio waves",
            "Outcome: in progress (south, 2015-01-15); partly fulfilled (archive, 2015-02-01); not started (third-party, 2015-03-01)",
            "ja: translation not tracked",
        ],
    ),
    (
        SECOND_EN,
        "responds-to: [first/as‸ked]",
        "asked",
        &[
            "**開かれた扉を求める。 · Ask for open doors.**",
            "recommendation · 2014-06-30 – 2014-07-01",
            "クラウド · Clouds",
            "Outcome: responds to ← `second/answer`",
            "ja: translation not tracked",
        ],
    ),
    (
        FIRST_EN,
        "- id: meet-‸again\n",
        "meet-again",
        &[
            "**再び会合を開く。 · Meet again.**",
            "next meeting · 2014-06-30 – 2014-07-01",
            "電波 · Radio waves",
            "Outcome: nothing in the archive tells",
            "ja: translation not tracked",
        ],
    ),
    (
        FIRST_EN,
        "discussed: [qui‸et]",
        "quiet",
        &["**成果のない分野 · A track without commitments**", "track", "0 commitments"],
    ),
    (FIRST_EN, "host: nor‸th", "north", &["**北国 · North**", "government"]),
    (
        FIRST_EN,
        "[ministry, bur‸eau]",
        "bureau",
        &["**雲局 · Bureau of Clouds**", "organization", "南国 · South"],
    ),
    (
        FIRST_EN,
        "[[person:nils-no‸rd|Mr. Nord]]",
        "nils-nord",
        &["**ニルス・ノルド · Nils Nord**", "person", "長官 · Head"],
    ),
    (
        FIRST_EN,
        "dialogue: dig‸ital",
        "digital",
        &[
            "**デジタル対話 · Digital Dialogue**",
            "dialogue",
            "ネットワークの政策。 · Policy for networks.",
            "3 meetings",
        ],
    ),
    (
        SECOND_JA,
        "[[event:sum‸mit|首脳会合]]",
        "summit",
        &[
            "**南北首脳会合 · Summit of North and South**",
            "summit · 2015-05-01 – 2015-05-02",
            "双方の首脳が会談した。 · The heads of both governments met.",
        ],
    ),
    (
        FIRST_EN,
        "[[document:sur‸vey]]",
        "survey",
        &["**A survey**", "document", "第1回会合 · First meeting", "https://survey.example/?a=1&b=2"],
    ),
    (
        FIRST_EN,
        "level: director‸-general",
        "director-general",
        &["**局長級 · Director-general level**", "level"],
    ),
    (FIRST_EN, "kind: cont‸inuation, track", "continuation", &["Something under way that is to go on."]),
    (FIRST_EN, "mo‸de: in-person", "mode", &["Optional: how it was held."]),
    (
        "content/tracks.yaml",
        "summ‸ary: {en: Services",
        "summary",
        &["Optional: what it is about, in a sentence or two."],
    ),
];

#[test]
fn a_record_is_shown_in_a_few_lines() {
    let editor = Editor::new();
    for (path, marked, word, lines) in CARDS.iter().copied() {
        let shown = editor.hover(&editor.at(path, marked));
        assert_eq!(shown, Some((word.to_owned(), lines.join("\n\n"))), "{marked}");
    }
    let term = editor.typed(FIRST_JA, "会合は\n", "会合はクラウド‸コンピューティング\n");
    let lines = [
        "**クラウドコンピューティング · cloud computing**",
        "term",
        "中黒を入れない。 · Written as one word in Japanese.",
    ];
    assert_eq!(editor.hover(&term), Some(("クラウドコンピューティング".to_owned(), lines.join("\n\n"))));
}

#[test]
fn free_text_says_nothing() {
    let editor = Editor::new();
    for (path, marked) in [
        (FIRST_EN, "title: Fir‸st meeting"),
        (FIRST_EN, "The sides m‸et"),
        (FIRST_EN, "date: {from: 2014-06-‸30"),
    ] {
        assert_eq!(editor.hover(&editor.at(path, marked)), None, "{marked}");
    }
}

#[test]
fn a_card_is_in_the_language_of_its_reader() {
    let editor = Editor::new();
    let card = |marked| editor.hover_in(Lang::Ja, &editor.at(SECOND_EN, marked)).unwrap().1;
    let shared = [
        "**好事例 · Good practice**",
        "実施事項 · 2014-06-30 – 2014-07-01",
        "好事例を双方で共有する。 · Share good practice \\<between\\> the two & all others.",
        "クラウド · Clouds、電波 · Radio waves",
        "その後の経過: 進行中 (south、2015-01-15)、一部実施 (本アーカイブ、2015-02-01)、未着手 (第三者、2015-03-01)",
        "ja: 訳出元の記録なし",
    ];
    assert_eq!(card("fulfills: [first/sh‸are]"), shared.join("\n\n"));
    assert!(card("responds-to: [first/as‸ked]").contains("その後の経過: 後に回答 ← `second/answer`"));
    assert!(
        editor
            .hover_in(Lang::Ja, &editor.at(FIRST_EN, "discussed: [qui‸et]"))
            .unwrap()
            .1
            .ends_with("事項 0 件")
    );
}

#[test]
fn each_word_of_a_card_is_there_in_both_languages() {
    let files = [
        include_str!("../../../src/lang/messages/en/editor.ftl"),
        include_str!("../../../src/lang/messages/ja/editor.ftl"),
    ];
    let parties: Vec<_> = Party::NAMES.iter().copied().filter(|name| *name != "delegation").collect();
    let states: Vec<_> =
        TranslationState::NAMES.iter().copied().filter(|name| *name != "not-translated").collect();
    for (message, names) in [
        ("card-kind-of-commitment", Kind::NAMES),
        ("card-status", Status::NAMES),
        ("card-party", &parties),
        ("card-relation", Relation::NAMES),
        ("card-kind-of-delegation", DelegationKind::NAMES),
        ("card-kind-of-event", EventKind::NAMES),
        ("card-kind-of-document", DocumentKind::NAMES),
        ("card-state", &states),
    ] {
        for file in files {
            let begun = file.split(&format!("\n{message} = ")).nth(1).unwrap();
            let forms = begun.split("\n}").next().unwrap();
            let unworded: Vec<_> =
                names.iter().filter(|name| !forms.contains(&format!("\n    [{name}] "))).collect();
            assert!(unworded.is_empty(), "{message}: {unworded:?}");
        }
    }
}
