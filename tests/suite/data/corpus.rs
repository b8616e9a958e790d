//! data/corpus.tmx: the texts of both languages in pairs, for translators.

use crate::support::{Archive, Built, assert_reported};
use scraper::{Html, Selector};

const FRONT: &str = "title: Talks\nsummary: A & B\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\n\
    version: {status: authentic}\ncommitments:\n  - {id: share, kind: undertaking, track: cloud, \
    delegations: [us, jp], text: Share it.}";
const JAPANESE: &str = "title: '{協議|きょうぎ}'\nsummary: AとB\nversion: {status: provisional-translation, from: en}\n\
    commitments: [{id: share, text: 共有する。}]";

/// An archive with one meeting and these notes.
fn talks(english: &str, japanese: &str) -> Archive {
    Archive::new().note("talks", "en", FRONT, english).note("talks", "ja", JAPANESE, japanese)
}

fn corpus(built: &Built) -> String {
    built.page("data/corpus.tmx")
}

/// The pairs of a corpus as `id: english = japanese`.
fn pairs(corpus: &str) -> Vec<String> {
    let corpus = Html::parse_fragment(corpus);
    let [units, texts] = ["tu", "seg"].map(|name| Selector::parse(name).unwrap());
    let units = corpus.select(&units).map(|unit| {
        let texts: Vec<String> = unit.select(&texts).map(|text| text.text().collect()).collect();
        assert_eq!(texts.len(), 2, "{}", unit.html());
        format!("{}: {} = {}", unit.attr("tuid").unwrap(), texts[0], texts[1])
    });
    units.collect()
}

/// The pairs of the notes of an archive with one meeting.
fn notes(english: &str, japanese: &str) -> Vec<String> {
    let all = pairs(&corpus(&talks(english, japanese).build().published()));
    let notes = all.iter().filter_map(|pair| pair.strip_prefix("talks#"));
    let is_note = |pair: &&str| !pair.starts_with("_title") && !pair.starts_with("_summary");
    notes.filter(is_note).filter(|pair| !pair.starts_with("commitment-")).map(str::to_owned).collect()
}

#[test]
fn every_text_in_both_languages_is_a_pair() {
    let archive = talks(
        "## Cloud {#cloud}\n\nHeld with the\n[[organization:mic]] of **Japan** & *more*.[^1]\n\n[^1]: A note.\n",
        "## クラウド {#cloud}\n\n[[organization:mic]]と{開|ひら}いた。[^1]\n\n[^1]: 注。\n",
    );
    let built = archive.build_with(&["--base-url", "https://x.example/d/"]).published();
    let unit = |anchor: &str, english: &str, japanese: &str| {
        format!(
            "  <tu tuid=\"talks#{anchor}\">
   <prop type=\"x-address-en\">https://x.example/d/en/meetings/talks/parallel/#{anchor}</prop>
   <prop type=\"x-address-ja\">https://x.example/d/ja/meetings/talks/parallel/#{anchor}</prop>
   <prop type=\"x-version-en\">authentic</prop>
   <prop type=\"x-version-ja\">provisional-translation</prop>
   <tuv xml:lang=\"en\">
    <seg>{english}</seg>
   </tuv>
   <tuv xml:lang=\"ja\">
    <seg>{japanese}</seg>
   </tuv>
  </tu>
"
        )
    };
    let version = env!("CARGO_PKG_VERSION");
    let expected = [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n",
        " <header creationtool=\"taiwa\" creationtoolversion=\"",
        version,
        "\" segtype=\"paragraph\" o-tmf=\"taiwa\" adminlang=\"en\" srclang=\"*all*\" datatype=\"plaintext\"/>\n <body>\n",
        &unit("_title", "Talks", "協議"),
        &unit("_summary", "A &amp; B", "AとB"),
        &unit("cloud", "Cloud", "クラウド"),
        &unit(
            "cloud.1",
            "Held with the Ministry of Internal Affairs and Communications of Japan &amp; more.",
            "総務省と開いた。",
        ),
        &unit("cloud.2", "A note.", "注。"),
        &unit("commitment-share", "Share it.", "共有する。"),
        " </body>\n</tmx>\n",
    ];
    assert_eq!(corpus(&built), expected.concat());
    let page = built.page("ja/meetings/talks/parallel/");
    for pair in pairs(&corpus(&built)) {
        let anchor = pair.split(['#', ':']).nth(1).unwrap();
        assert!(page.contains(&format!(" id=\"{anchor}\"")), "{anchor}");
    }
}

#[test]
fn without_a_base_address_pages_are_named_from_the_root() {
    let corpus = corpus(&talks("", "").build().published());
    assert!(
        corpus.contains("<prop type=\"x-address-ja\">/ja/meetings/talks/parallel/#_title</prop>"),
        "{corpus}"
    );
}

#[test]
fn only_what_stands_alone_against_its_like_is_a_pair() {
    let english = "One.\n\n## A {#a}\n\nTwo.\n\nThree.\n\n## B {#b}\n\nFour.\n";
    let japanese = "一。\n\n## 甲 {#a}\n\n二と三。\n\n## 乙 {#b}\n\n四。\n";
    assert_eq!(notes(english, japanese), ["_.1: One. = 一。", "a: A = 甲", "b: B = 乙", "b.1: Four. = 四。"]);
}

#[test]
fn a_text_is_one_line_without_markup() {
    let english = "| Year | Place |\n|---|---|\n| 2010 | Tokyo |\n\n> ## H {#h}\n>\n> Said.\n\n    a\n    b\n\n\
        AB ![Map](/map.svg)\n";
    let japanese = "| 年 | 場所 |\n|---|---|\n| 2010 | 東京 |\n\n> ## 見出し {#h}\n>\n> 述べた。\n\n    a\n    b\n\n\
        甲乙 ![地図](/map.svg)\n";
    let archive = talks(english, japanese).file("content/static/map.svg", "<svg/>");
    let all = pairs(&corpus(&archive.build().published()));
    let expected = [
        "talks#_.1: Year Place 2010 Tokyo = 年 場所 2010 東京",
        "talks#_.2: H Said. = 見出し 述べた。",
        "talks#_.3: a\nb = a\nb",
        "talks#_.4: AB = 甲乙",
    ];
    assert_eq!(all[2..6], expected);
}

#[test]
fn what_is_withheld_leaves_no_text() {
    let english = "[[redacted: 2 lines; the ministry]]\n\nHe said [[redacted: a name; the ministry]] so.\n";
    let japanese = "[[redacted: 2行; 総務省]]\n\n[[redacted: 氏名; 総務省]]と述べた。\n";
    assert_eq!(notes(english, japanese), ["_.2: He said so. = と述べた。"]);
}

#[test]
fn a_title_that_is_not_there_in_a_language_leaves_out_its_pair() {
    let archive = talks("See [[track:sea]].\n\nMore.\n", "[[track:sea]]を参照。\n\n続き。\n");
    let archive = archive.append("content/tracks.yaml", "sea: {title: {en: Sea cables}}\n");
    let all = pairs(&corpus(&archive.build().published()));
    assert_eq!(all[2..3], ["talks#_.2: More. = 続き。"]);
}

#[test]
fn records_that_are_not_published_or_not_translated_are_left_out() {
    let hidden = |id: &str, release: &str| {
        let front =
            format!("title: Hidden\ndate: 2011-11-01\ndelegations: {{us: {{}}, jp: {{}}}}\n{release}");
        (id.to_owned(), front)
    };
    let mut archive = talks("", "");
    for (id, front) in [
        hidden("draft", "release: draft"),
        hidden("later", "release: {embargoed-until: 2030-01-01}"),
        hidden("gone", "release: withdrawn"),
        hidden("apart", "version: {status: summary}"),
    ] {
        archive = archive.note(&id, "en", &front, "Text.\n").note(&id, "ja", "title: 非公開", "文。\n");
    }
    let (_, alone) = hidden("alone", "");
    let archive = archive.note("alone", "en", &alone, "Text.\n");
    let built = archive.build_with(&["--as-of", "2026-11-22"]).published();
    let expected =
        ["_title: Talks = 協議", "_summary: A & B = AとB", "commitment-share: Share it. = 共有する。"];
    assert_eq!(pairs(&corpus(&built)), expected.map(|pair| format!("talks#{pair}")));
}

#[test]
fn a_translation_of_an_earlier_text_says_so() {
    let outdated = JAPANESE.replace("from: en", &format!("from: en, translated_from: {}", "0".repeat(64)));
    let archive = talks("One.\n", "一。\n").note("talks", "ja", &outdated, "一。\n");
    let corpus = corpus(&archive.build().published());
    assert_eq!(corpus.matches("<prop type=\"x-state-ja\">outdated</prop>").count(), pairs(&corpus).len());
    assert!(!corpus.contains("x-state-en"), "{corpus}");
}

#[test]
fn without_any_pair_the_corpus_is_empty() {
    let archive = Archive::new();
    let built = archive.build().ok();
    let corpus = corpus(&built);
    assert!(corpus.ends_with("datatype=\"plaintext\"/>\n <body>\n </body>\n</tmx>\n"), "{corpus}");
}

#[test]
fn the_address_is_taken_and_recorded() {
    let archive = talks("", "").file("content/static/data/corpus.tmx", "mine");
    assert_reported(&archive, &["static/data/corpus.tmx:1:1 url-collision"]);
    let archive = talks("", "");
    archive.run(&["ledger"]).published();
    let ledger = std::fs::read_to_string(archive.root().join("content/ledger.txt")).unwrap();
    assert!(ledger.contains("\n/data/corpus.tmx\n"), "{ledger}");
    assert_reported(&archive, &[]);
}
