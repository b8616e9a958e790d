//! The rules of two languages side by side, case by case, as a reader of the built site meets them.

use crate::support::{
    Archive, Built, assert_reported, help,
    page::{assert_holds, texts},
};
use scraper::{Html, Selector};
use std::fs;
use taiwa::lang::{
    Lang::{self, En, Ja},
    finds,
    order::Collation,
    search_key,
};

const BASE: &[&str] = &["--base-url", "https://x.example"];
const FRONT: &str = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";

/// An archive with the meeting `a`, whose notes are these; the Japanese ones begin at line 4.
fn notes(en: &str, ja: &str) -> Archive {
    Archive::new().note("a", "en", FRONT, en).note("a", "ja", "title: 会合a", ja)
}

/// The notes of the meeting `a` as its page in a language shows them.
#[track_caller]
fn prose(built: &Built, lang: Lang) -> String {
    let page = built.page(&format!("{}/meetings/a/", lang.code()));
    let found = Html::parse_document(&page);
    let prose = Selector::parse("div.prose").unwrap();
    let html = found.select(&prose).next().map(|prose| prose.inner_html().trim().to_owned());
    html.unwrap_or_default()
}

/// Asserts what becomes of a text in the notes of a language, as a browser reads it.
#[track_caller]
fn assert_notes(lang: Lang, text: &str, html: &str) {
    let archive = if lang == En { notes(text, "") } else { notes("", text) };
    assert_eq!(prose(&archive.build().published(), lang), html);
}

/// Asserts how the pages of both languages write the date of a meeting.
#[track_caller]
fn assert_date(written: &str, english: &str, japanese: &str) {
    let archive = Archive::new().meeting("a", &format!("date: {written}"));
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/meetings/a/"), "dl.facts time"), [english]);
    assert_eq!(texts(&built.page("ja/meetings/a/"), "dl.facts time"), [japanese]);
}

#[test]
fn case_01_emphasis_beside_japanese_brackets() {
    assert_notes(
        Ja,
        "これは**「クラウド」**の定義です。",
        "<p>これは<strong>「クラウド」</strong>の定義です。</p>",
    );
    assert_notes(Ja, "**総務省（MIC）**は", "<p><strong>総務省（MIC）</strong>は</p>");
}

#[test]
fn case_02_underscores_beside_japanese_stay_with_a_warning() {
    assert_notes(Ja, "_「強調」_の", "<p>_「強調」_の</p>");
    assert_reported(&notes("Before.\n", "_「強調」_の\n"), &["meetings/a.ja.md:4:1 ambiguous-emphasis"]);
}

#[test]
fn case_03_lines_of_japanese_join() {
    assert_notes(Ja, "日本語の\n改行", "<p>日本語の改行</p>");
    assert_notes(Ja, "参加者は、\nICT分野", "<p>参加者は、ICT分野</p>");
    assert_notes(Ja, "2010年\n11月", "<p>2010年11月</p>");
    assert_notes(Ja, "会議は\n**MIC**と", "<p>会議は<strong>MIC</strong>と</p>");
}

#[test]
fn case_04_other_breaks_are_kept() {
    assert_notes(Ja, "Japan\nUS", "<p>Japan\nUS</p>");
    assert_notes(En, "MIC\n総務省 note", "<p>MIC\n総務省 note</p>");
    let archive = notes("", "一行目  \n二行目");
    let built = archive.build().published();
    assert_holds(&built.page("ja/meetings/a/"), "<p>一行目<br />\n二行目</p>");
}

#[test]
fn case_05_a_day() {
    assert_date("2010-11-01", "November 1, 2010", "2010年（平成22年）11月1日（月）");
}

#[test]
fn case_06_eras() {
    assert_date("1926-12-24", "December 24, 1926", "1926年（大正15年）12月24日（金）");
    assert_date("1926-12-25", "December 25, 1926", "1926年（昭和元年）12月25日（土）");
    assert_date("1989-01-07", "January 7, 1989", "1989年（昭和64年）1月7日（土）");
    assert_date("1989-01-08", "January 8, 1989", "1989年（平成元年）1月8日（日）");
    assert_date("2019-04-30", "April 30, 2019", "2019年（平成31年）4月30日（火）");
    assert_date("2019-05-01", "May 1, 2019", "2019年（令和元年）5月1日（水）");
}

#[test]
fn case_07_before_the_eras_and_no_day_at_all() {
    assert_date("1872-12-31", "December 31, 1872", "1872年12月31日（火）");
    let archive = Archive::new().meeting("a", "date: 2011-02-30");
    assert_reported(&archive, &["meetings/a.en.md:4:7 invalid-date"]);
    assert_eq!(help(&archive), "February 2011 has 28 days");
}

#[test]
fn case_08_days_of_one_month() {
    assert_date("{from: 2011-06-09, to: 2011-06-10}", "June 9–10, 2011", "2011年（平成23年）6月9日〜10日");
    assert_date("{from: 2011-06-09, to: 2011-06-09}", "June 9, 2011", "2011年（平成23年）6月9日（木）");
}

#[test]
fn case_09_ranges_over_eras_and_years() {
    assert_date(
        "{from: 2019-04-30, to: 2019-05-01}",
        "April 30 – May 1, 2019",
        "2019年（平成31年）4月30日〜2019年（令和元年）5月1日",
    );
    assert_date(
        "{from: 2019-12-31, to: 2020-01-01}",
        "December 31, 2019 – January 1, 2020",
        "2019年（令和元年）12月31日〜2020年（令和2年）1月1日",
    );
}

#[test]
fn case_10_japanese_lists_stand_by_reading() {
    let mut registry = String::new();
    for (id, name, reading) in [
        ("mic", "総務省", "そうむしょう"),
        ("cao", "内閣府", "ないかくふ"),
        ("mlit", "国土交通省", "こくどこうつうしょう"),
        ("mofa", "外務省", "がいむしょう"),
        ("digital", "デジタル庁", "デジタルちょう"),
        ("meti", "経済産業省", "けいざいさんぎょうしょう"),
    ] {
        let line = format!("{id}: {{delegation: jp, name: {{en: {id}, ja: {name}}}, reading: {reading}}}\n");
        registry.push_str(&line);
    }
    let archive = Archive::new()
        .file("content/organizations.yaml", registry)
        .file("content/people.yaml", "")
        .meeting("a", "date: 2010-11-01");
    let built = archive.build().ok();
    assert_eq!(
        texts(&built.page("ja/organizations/"), "main h2, main li a"),
        ["か", "外務省", "経済産業省", "国土交通省", "さ", "総務省", "た", "デジタル庁", "な", "内閣府"]
    );
    assert_eq!(
        texts(&built.page("en/organizations/"), "main h2, main li a"),
        ["cao", "digital", "meti", "mic", "mlit", "mofa"]
    );
}

#[track_caller]
fn assert_order(expected: &[&str]) {
    let mut sorted: Vec<_> = expected.iter().rev().copied().collect();
    let collation = Collation::new(Ja);
    sorted.sort_by(|a, b| collation.compare(a, b));
    assert_eq!(sorted, expected);
}

#[test]
fn case_11_the_order_of_kana() {
    assert_order(&["カード", "かいぎ", "がいむしょう", "ハーバード", "はす", "ばす", "パス"]);
}

#[test]
fn case_12_numerals_stand_by_value() {
    assert_order(&["第１回", "第2回", "第10回"]);
}

#[test]
fn case_13_search_keys() {
    for (text, key) in [
        ("ＭＩＣ", "mic"),
        ("２０１１年", "2011年"),
        ("ｾｷｭﾘﾃｨ", "せきゅりてぃ"),
        ("㋿元年", "令和元年"),
        ("㈱NTT", "(株)ntt"),
    ] {
        assert_eq!(search_key(text), key);
    }
}

#[test]
fn case_14_writings_with_one_search_key() {
    for words in [
        ["Tōkyō", "Tokyo"].as_slice(),
        &["Zürich", "zurich"],
        &["葛\u{e0100}城", "葛城"],
        &["サーバー", "サーバ"],
        &["セキュリティー", "ｾｷｭﾘﾃｨ"],
        &["インターネット・エコノミー", "インターネットエコノミー"],
        &["くらうど", "クラウド"],
        &["U.S.-Japan", "US–Japan", "us-japan"],
        &["〜", "～"],
    ] {
        for word in words {
            assert_eq!(search_key(word), search_key(words[0]), "{word}");
        }
    }
}

#[test]
fn case_15_writings_that_stay_apart() {
    for (one, other) in [("か", "が"), ("ハ", "パ"), ("ビル", "ビール")] {
        assert_ne!(search_key(one), search_key(other));
    }
    assert_eq!(search_key("コピー"), "こぴー");
    assert_eq!(search_key("Philip J. Crowley"), "philip j crowley");
    assert_eq!(search_key("5.1 GHz"), "5.1 ghz");
}

#[test]
fn case_16_what_a_query_finds() {
    assert!(!finds("通信基盤", "通信放送基盤"));
    assert!(finds("第2回", "第2回日米"));
    for query in ["サーバー", "2011年", "mic"] {
        assert!(finds(query, "サーバと２０１１年の取組。ＭＩＣ"), "{query}");
    }
}

#[test]
fn case_17_anchors_are_the_same_in_both_languages() {
    let archive = notes("## Cloud {#cloud}\n", "## クラウド技術 {#cloud}\n");
    let built = archive.build().ok();
    assert_holds(&prose(&built, En), r#"<h2 id="cloud">Cloud</h2>"#);
    assert_holds(&prose(&built, Ja), r#"<h2 id="cloud">クラウド技術</h2>"#);
    let archive = notes("## A\n\n### B\n\n### C\n", "## 一\n\n### 二\n\n### 三\n");
    let built = archive.build().ok();
    assert_holds(&prose(&built, En), r#"<h3 id="s1-2">C</h3>"#);
    assert_holds(&prose(&built, Ja), r#"<h3 id="s1-2">三</h3>"#);
    assert_reported(&notes("## A\n", "## 概要 {#総務省}\n"), &["meetings/a.ja.md:4:9 invalid-id"]);
    assert_reported(&notes("## Cloud {#Cloud_1}\n", "## 一\n"), &["meetings/a.en.md:6:12 invalid-id"]);
}

#[test]
fn case_18_both_versions_name_both() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01");
    let built = archive.build_with(BASE).ok();
    for lang in ["en", "ja"] {
        let page = built.page(&format!("{lang}/meetings/a/"));
        let alternates: Vec<_> = page.lines().filter(|line| line.contains(r#"rel="alternate""#)).collect();
        assert_eq!(
            alternates,
            [
                r#"<link rel="alternate" hreflang="en" href="https://x.example/en/meetings/a/">"#,
                r#"<link rel="alternate" hreflang="ja" href="https://x.example/ja/meetings/a/">"#,
            ]
        );
        let canonical = format!(r#"<link rel="canonical" href="https://x.example/{lang}/meetings/a/">"#);
        assert_holds(&page, &canonical);
        assert!(!page.contains("x-default"));
    }
}

#[test]
fn case_19_the_switcher() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01");
    let built = archive.build().ok();
    assert_holds(
        &built.resolved("en/meetings/a/"),
        r#"<a href="/ja/meetings/a/" lang="ja" hreflang="ja">日本語</a>"#,
    );
}

#[test]
fn case_20_a_meeting_in_english_alone() {
    let archive = Archive::new().note("a", "en", FRONT, "English words.\n");
    let built = archive.build_with(BASE).published();
    let (english, japanese) = (built.page("en/meetings/a/"), built.page("ja/meetings/a/"));
    assert_holds(&japanese, r#"<html lang="ja">"#);
    assert_eq!(texts(&japanese, "dl.facts time"), ["2010年（平成22年）11月1日（月）"]);
    assert_eq!(texts(&japanese, "p.notice"), ["日本語版はまだない。以下は英語である。"]);
    assert_eq!(texts(&japanese, "div[lang=en] p"), ["English words."]);
    for page in [&english, &japanese] {
        assert_holds(page, r#"<link rel="canonical" href="https://x.example/en/meetings/a/">"#);
        assert!(!page.contains(r#"rel="alternate""#));
    }
    let sitemap = built.page("sitemap.xml");
    assert_holds(&sitemap, "https://x.example/en/meetings/a/");
    assert!(!sitemap.contains("https://x.example/ja/meetings/a/"));
    // The search index is looked at where the search is: tests/suite/pages/search.rs.
}

/// The meeting `a`, whose Japanese notes are a translation stamped with the hash of "Meeting a\n\nHello\nWorld\n".
fn translated(english: &str) -> Archive {
    let stamp = "2e916289615725f1aa34fc099a96fc1bef9cd21ce305ff4c0b1bdabe1e8c620e";
    let front =
        format!("title: 会合a\nversion: {{status: archive-translation, from: en, translated_from: {stamp}}}");
    notes(english, "").note("a", "ja", &front, "こんにちは、世界。\n")
}

#[test]
fn case_21_a_stamp_holds_until_the_text_changes() {
    let archive = translated("Hello \r\nWorld\r\n");
    assert_reported(&archive, &[]);
    let archive = translated("Hello\nWorld\n");
    assert_reported(&archive, &[]);
    let notice = "この訳文は、英語版の改訂前の本文に基づく。";
    assert_eq!(texts(&archive.build().ok().page("ja/meetings/a/"), ".outdated p"), [""; 0]);
    let archive = archive.edit("content/meetings/a.en.md", "World", "World!");
    assert_reported(&archive, &["meetings/a.ja.md:3:67 outdated-translation"]);
    let built = archive.build().published();
    assert_eq!(texts(&built.page("ja/meetings/a/"), ".outdated p")[0], notice);
    assert_eq!(texts(&built.page("en/meetings/a/"), ".outdated p"), [""; 0]);
    let file = archive.root().join("content/meetings/a.ja.md");
    let unstamped = fs::read_to_string(file).unwrap();
    let (front, rest) = unstamped.split_once(", translated_from:").unwrap();
    let rest = rest.split_once('}').unwrap().1;
    let archive = archive.file("content/meetings/a.ja.md", format!("{front}}}{rest}"));
    assert_reported(&archive, &[]);
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("ja/meetings/a/"), ".outdated p"), [""; 0]);
    assert_holds(&built.page("ja/coverage/"), "訳出元の記録なし");
}

/// The rows of the notes on the parallel page of the meeting `a`: the text of either side, with `!` where they are no pair.
fn rows(built: &Built) -> Vec<String> {
    let page = Html::parse_document(&built.page("en/meetings/a/parallel/"));
    let (row, cell) = (Selector::parse("div.row[id]").unwrap(), Selector::parse("div.prose").unwrap());
    let text = |cell: scraper::ElementRef<'_>| {
        let lines = cell.text().map(str::trim).filter(|text| !text.is_empty());
        lines.collect::<Vec<_>>().join(" ")
    };
    let rows = page.select(&row).filter(|row| row.value().attr("id") != Some("_title"));
    let rows = rows.map(|row| {
        let sides: Vec<_> = row.select(&cell).map(text).collect();
        let sign = if row.value().classes().any(|class| class == "unpaired") { "!" } else { "" };
        format!("{}{sign}", sides.join(" = "))
    });
    rows.collect()
}

#[test]
fn case_22_notes_side_by_side() {
    let english = "## Cloud {#cloud}\n\nText.\n\n- one\n- two\n";
    let japanese = "## クラウド {#cloud}\n\n段落。\n\n- 一\n- 二\n";
    let archive = notes(english, japanese);
    assert_reported(&archive, &[]);
    assert_eq!(rows(&archive.build().ok()), ["Cloud = クラウド", "Text. = 段落。", "one = 一", "two = 二"]);
    let english = format!("{english}\n## Security {{#sec}}\n\nMore.\n");
    let japanese = japanese.replace("- 一", "追加の段落。\n\n- 一");
    let archive = notes(&english, &format!("{japanese}\n## 安全 {{#sec}}\n\n続き。\n"));
    assert_reported(&archive, &["meetings/a.ja.md:8:1 unpaired-block"]);
    assert_eq!(
        rows(&archive.build().published()),
        [
            "Cloud = クラウド",
            "Text. one two = 段落。 追加の段落。 一 二!",
            "Security = 安全",
            "More. = 続き。"
        ]
    );
}

#[test]
fn case_23_ruby() {
    let ruby = "<ruby>総務省<rp>（</rp><rt>そうむしょう</rt><rp>）</rp></ruby>は";
    assert_notes(Ja, "{総務省|そうむしょう}は", &format!("<p>{ruby}</p>"));
    assert_notes(Ja, "`{総務省|そうむしょう}`", "<p><code>{総務省|そうむしょう}</code></p>");
    let archive = notes("## A {#a}\n", "## {総務省|そうむしょう}は {#a}\n").edit(
        "content/meetings/a.ja.md",
        "title: 会合a",
        "title: '{総務省|そうむしょう}は'",
    );
    let page = archive.build().ok().page("ja/meetings/a/");
    assert_eq!(texts(&page, "title"), ["総務省は — 試験アーカイブ"]);
    assert_eq!(texts(&page, "nav.contents a[href='#a']"), ["総務省は"]);
    assert_holds(&page, &format!("<h1>{ruby}</h1>"));
    assert_holds(&page, &format!("<h2 id=\"a\">{ruby}</h2>"));
}

#[test]
fn case_24_terms_of_the_glossary() {
    let term = "- en: cloud computing\n  ja: クラウドコンピューティング\n  avoid: {ja: [クラウド・コンピューティング]}\n";
    let with = |japanese: &str| notes("On cloud computing.\n", japanese).file("content/glossary.yaml", term);
    let avoided = with("クラウド・コンピューティングについて。\n");
    assert_reported(&avoided, &["meetings/a.ja.md:4:1 avoided-term"]);
    assert_eq!(help(&avoided), "write `クラウドコンピューティング`");
    assert_reported(&with("雲について。\n"), &["meetings/a.ja.md:4:1 missing-term"]);
    assert_reported(&with("クラウドコンピューティングについて。\n"), &[]);
}

#[test]
fn case_25_names_and_counts() {
    let archive = notes("Taro Yamada spoke.\n", "山田太郎が話した。\n");
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/people/"), "main li a"), ["DOE Jane", "YAMADA Taro"]);
    assert_eq!(texts(&built.page("ja/people/"), "main li a"), ["ジェーン・ドウ", "山田太郎"]);
    assert_eq!(prose(&built, En), "<p>Taro Yamada spoke.</p>");
    let archive = Archive::new().promise("a", "2010-11-01", "");
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/tracks/cloud/"), "dl.facts dd"), ["1 undertaking", "1 meeting"]);
    let archive = archive.promise("b", "2011-11-01", "");
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/tracks/cloud/"), "dl.facts dd"), ["2 undertakings", "2 meetings"]);
    assert_eq!(texts(&built.page("ja/tracks/cloud/"), "dl.facts dd"), ["実施事項2件", "2回"]);
    for (path, page) in built.pages() {
        assert!(!page.contains(['\u{2068}', '\u{2069}']), "{path}");
    }
}
