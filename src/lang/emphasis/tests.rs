//! The remedy against the rule it stands in for, the parser, and random Markdown; it goes with the remedy.

use super::*;
use proptest::prelude::*;
use pulldown_cmark::html::push_html;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_STRIKETHROUGH);

fn shown(source: &str) -> String {
    let mut out = String::new();
    push_html(&mut out, remedy(source).events(OPTIONS).into_iter().map(|(event, _)| event));
    out.trim_end().to_owned()
}

fn stock(source: &str) -> String {
    let mut out = String::new();
    push_html(&mut out, Parser::new_ext(source, OPTIONS));
    out.trim_end().to_owned()
}

#[test]
fn emphasis_beside_japanese_brackets_is_emphasis() {
    let cases = [
        ("これは**「クラウド」**の定義です。", "これは<strong>「クラウド」</strong>の定義です。"),
        ("**総務省（MIC）**は", "<strong>総務省（MIC）</strong>は"),
        ("前**「一」**中**「二」**後", "前<strong>「一」</strong>中<strong>「二」</strong>後"),
        ("**テスト。**続き", "<strong>テスト。</strong>続き"),
        ("*強調*です", "<em>強調</em>です"),
        ("***「両方」***の", "<em><strong>「両方」</strong></em>の"),
        ("**a*b*「c」**d", "<strong>a<em>b</em>「c」</strong>d"),
        ("前**`code`**後", "前<strong><code>code</code></strong>後"),
        ("前**[「参」](u)**後", "前<strong><a href=\"u\">「参」</a></strong>後"),
        ("太郎は**\"こんにちは\"**といった", "太郎は<strong>\"こんにちは\"</strong>といった"),
        ("MIC**（総務省）**is", "MIC<strong>（総務省）</strong>is"),
        ("한국**(강조)**는", "한국<strong>(강조)</strong>는"),
        ("葛\u{E0100}**(注)**葛", "葛\u{E0100}<strong>(注)</strong>葛"),
        ("**「a」\u{FE01}**あ", "<strong>「a」\u{FE01}</strong>あ"),
        ("a**“\u{FE01}あ”\u{FE01}**b", "a**“\u{FE01}あ”\u{FE01}**b"),
    ];
    for (source, expected) in cases {
        assert_eq!(shown(source), format!("<p>{expected}</p>"), "{source}");
    }
}

#[test]
fn underscores_beside_japanese_stay_literal() {
    assert_eq!(shown("_「強調」_の"), "<p>_「強調」_の</p>");
}

#[test]
fn one_mark_makes_the_parser_answer_as_the_amendment_does() {
    let sides = [
        " ",
        "a",
        "(",
        "日",
        "「",
        "é",
        "“",
        "한",
        "😀",
        "葛\u{E0100}",
        "「\u{FE00}",
        "日\u{FE00}",
        "”\u{FE01}",
    ];
    for (before, after) in sides.iter().flat_map(|before| sides.map(|after| (*before, after))) {
        let last = before.chars().next_back().expect("a side");
        let (stock, next) = (RunSide::of(last), after.chars().next().map_or(RunSide::Space, RunSide::of));
        let (left, right) = match place(before, after) {
            None => (stock, next),
            Some(Nearer::Before) => (RunSide::of('\u{E000}'), next),
            Some(Nearer::After) => (stock, RunSide::of('\u{E000}')),
        };
        assert_eq!(
            by_commonmark(left, right),
            by_amendment(preceding(before, last), next),
            "{before}**{after}"
        );
    }
}

#[test]
fn what_the_rule_does_not_touch_is_borrowed() {
    let sources = [
        "",
        "*",
        "日本語",
        "a **b** c",
        "**日本** です",
        "* 項目\n* 項目",
        "***\n\n前\n***",
        "日本\\*「語」\\*の",
        "前\\*\\*「一」\\*\\*後",
        "> **「一」** は",
        "日本*語*の",
        ">*日本*の\n\n用語\n:**日本**の",
        "* **「一」** は\n* 二",
    ];
    for source in sources {
        let remedied = remedy(source);
        assert!(remedied.is_unchanged() && matches!(remedied.text, Cow::Borrowed(_)), "{source}");
        assert_eq!(shown(source), stock(source));
    }
}

#[test]
fn code_labels_and_addresses_are_not_disturbed() {
    let sources = [
        "`前**「一」**後`",
        "```前**「一」**\n前**「一」**後\n```",
        "    前**「一」**後",
        "`\\`後 `前**「`",
        "[a](/前**「一」**後 \"前**「一」**後\")",
        "![前](/前**「一」**後)",
        "<http://x/前**「一」**後>",
        "[a]\n\n[a]: /前**「一」**後 '前**「一」**後'",
        "<b title='前**「一」**後'>x</b>",
        "<div title='前**「一」**後'>\n",
        "前[^一**「二」]\n\n[^一**「二」]: 注",
        "# 題 {#a title=前**「一」**後}",
    ];
    for source in sources {
        assert!(!remedy(source).is_unchanged(), "{source}");
        assert_eq!(shown(source), stock(source), "{source}");
    }
}

#[test]
fn private_use_characters_of_the_author_survive() {
    for own in ["\u{E000}", "&#xE000;", "&#57344;", "\u{E000}&#xe001;\u{E002}"] {
        let expected = own
            .replace("&#xE000;", "\u{E000}")
            .replace("&#57344;", "\u{E000}")
            .replace("&#xe001;", "\u{E001}");
        assert_eq!(
            shown(&format!("前**「一」**{own}後")),
            format!("<p>前<strong>「一」</strong>{expected}後</p>")
        );
    }
    let all: String = ('\u{E000}'..='\u{F8FF}').chain("前**「一」**後".chars()).collect();
    assert!(remedy(&all).is_unchanged());
}

#[test]
fn punctuation_is_what_the_parser_takes_for_it() {
    // The parser's table is of an older Unicode: what is new there counts as a letter, and a mark does no harm.
    let new = |c: char| matches!(c, '\u{20C1}'..='\u{20C4}' | '\u{31E4}'..='\u{31E5}');
    let blocks = ('!'..='\u{1AFF}')
        .chain('\u{2000}'..='\u{23FF}')
        .chain('\u{3000}'..='\u{D7FF}')
        .chain('\u{FE10}'..='\u{FFEF}');
    let differ: Vec<char> = blocks
        .filter(|c| !new(*c) && !c.is_whitespace() && !c.is_control() && !matches!(c, '*' | '\\' | '_' | '~'))
        .filter(|c| stock(&format!("a*{c}b*")).contains("<em>") == is_punctuation(*c))
        .collect();
    assert_eq!(differ, Vec::<char>::new());
}

#[test]
fn offsets_lead_back_to_the_source() {
    let source = "前**「一」**中**「二」**後";
    let strong: Vec<_> = remedy(source)
        .events(Options::empty())
        .into_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Strong) | Event::Text(_)))
        .map(|(_, range)| &source[range])
        .collect();
    assert_eq!(strong, ["前", "**「一」**", "「一」", "中", "**「二」**", "「二」", "後"]);
}

/// Fragments that markup and Japanese text are made of.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "*",
        "**",
        "***",
        "_",
        "「",
        "」",
        "。",
        "日本",
        "a",
        " ",
        "\n",
        "`",
        "\\",
        "[",
        "](",
        ")",
        "|",
        "> ",
        "- ",
        "(",
        "~~",
        "\n\n",
        "&#xE000;",
        "\u{E000}",
        "é",
        "한",
        "葛\u{E0100}",
        "😀",
        "\u{FE0E}",
        "“",
        ":",
        "#",
        "|---|\n",
        "<",
        ">",
        "!",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The text that a reader sees, with the stars, which emphasis takes away, left out.
fn text(events: Vec<(Event<'_>, Range<usize>)>) -> String {
    let seen = events.into_iter().map(|(event, _)| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
            text.replace('*', "")
        }
        _ => String::new(),
    });
    seen.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_is_lost_or_gained(source in markdown()) {
        let parsed = Parser::new(&source).into_offset_iter().collect();
        prop_assert_eq!(text(remedy(&source).events(Options::empty())).replace('_', ""), text(parsed).replace('_', ""));
    }

    #[test]
    fn ranges_are_slices_of_the_source(source in markdown()) {
        for (event, range) in remedy(&source).events(OPTIONS) {
            let slice = source.get(range);
            prop_assert!(slice.is_some());
            if let (Event::Text(text), Some(slice)) = (event, slice) && !slice.contains(['&', '\\', '\n', '|']) {
                prop_assert_eq!(&*text, slice);
            }
        }
    }

    #[test]
    fn ascii_is_left_alone(source in "[*_a `!\\[\\]\\\\()\n>-]{0,24}") {
        prop_assert!(remedy(&source).is_unchanged());
    }
}
