//! Emphasis, line breaks and ruby together, as a body goes through them.

use pulldown_cmark::{Options, html};
use taiwa::lang::Lang::{self, En, Ja};
use taiwa::lang::{breaks, emphasis, ruby, underscores};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The HTML of a body and the texts that deserve a warning.
fn body(lang: Lang, source: &str) -> (String, Vec<&str>) {
    let remedied = emphasis::remedy(source);
    let events = remedied.events(OPTIONS);
    let warnings = underscores::ambiguous(source, &events).into_iter().map(|range| &source[range]).collect();
    let events = breaks::join_lines(ruby::in_events(source, events), lang);
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter().map(|(event, _)| event));
    (out, warnings)
}

#[track_caller]
fn assert_body(lang: Lang, source: &str, expected: &str) {
    assert_eq!(body(lang, source), (format!("{expected}\n"), vec![]));
}

#[test]
fn emphasis_beside_japanese_punctuation() {
    assert_body(
        Ja,
        "これは**「クラウド」**の定義です。",
        "<p>これは<strong>「クラウド」</strong>の定義です。</p>",
    );
    assert_body(Ja, "**総務省（MIC）**は", "<p><strong>総務省（MIC）</strong>は</p>");
}

#[test]
fn underscores_stay_literal_with_a_warning() {
    assert_eq!(body(Ja, "_「強調」_の"), ("<p>_「強調」_の</p>\n".to_owned(), vec!["_「強調」_"]));
}

#[test]
fn japanese_lines_are_joined() {
    assert_body(Ja, "日本語の\n改行", "<p>日本語の改行</p>");
    assert_body(Ja, "参加者は、\nICT分野", "<p>参加者は、ICT分野</p>");
    assert_body(Ja, "2010年\n11月", "<p>2010年11月</p>");
    assert_body(Ja, "会議は\n**MIC**と", "<p>会議は<strong>MIC</strong>と</p>");
    assert_body(
        Ja,
        "会議は**「一」**\n**「二」**と\r\nMIC",
        "<p>会議は<strong>「一」</strong><strong>「二」</strong>とMIC</p>",
    );
}

#[test]
fn other_breaks_are_kept() {
    assert_body(Ja, "Japan\nUS", "<p>Japan\nUS</p>");
    assert_body(En, "MIC\n総務省 note", "<p>MIC\n総務省 note</p>");
    assert_body(Ja, "日本語の  \n改行", "<p>日本語の<br />\n改行</p>");
}

#[test]
fn ruby_stands_everywhere_but_in_code() {
    let made = "<ruby>総務省<rp>（</rp><rt>そうむしょう</rt><rp>）</rp></ruby>";
    assert_body(Ja, "{総務省|そうむしょう}は", &format!("<p>{made}は</p>"));
    assert_body(Ja, "`{総務省|そうむしょう}`", "<p><code>{総務省|そうむしょう}</code></p>");
    assert_body(Ja, "前**{総務省|そうむしょう}**\nMIC", &format!("<p>前<strong>{made}</strong>MIC</p>"));
    assert_body(Ja, "## {総務省|そうむしょう} {#mic}", &format!("<h2 id=\"mic\">{made}</h2>"));
}

#[test]
fn blocks_of_every_kind_hold_emphasis() {
    assert_body(
        Ja,
        "> **「一」**の\n> 二",
        "<blockquote>\n<p><strong>「一」</strong>の二</p>\n</blockquote>",
    );
    assert_body(Ja, "用語\n: **「一」**の", "<dl>\n<dt>用語</dt>\n<dd><strong>「一」</strong>の</dd>\n</dl>");
    let (table, _) = body(Ja, "|甲|乙|\n|---|---|\n|**「一」**の|の**「二」**|");
    assert!(
        table.contains("<td><strong>「一」</strong>の</td><td>の<strong>「二」</strong></td>"),
        "{table}"
    );
    let (note, _) = body(Ja, "前[^1]\n\n[^1]: **「一」**の");
    assert!(note.contains("<strong>「一」</strong>の"), "{note}");
}
