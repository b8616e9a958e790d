//! What holds of every text, tried on texts nobody thought of: any characters at all, and parts of Markdown and YAML put
//! together at random.

use crate::support::sound::{check_body, check_front_matter, check_html, is_file_text};
use proptest::{prelude::*, sample::select};
use taiwa::lang::Lang;

const MARKDOWN: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[[",
    "]]",
    "|",
    "\\",
    "<",
    ">",
    "&",
    "&lt;",
    "&#106;",
    "&Tab;",
    "{",
    "}",
    "{#a}",
    "{#Ａ}",
    "^",
    "[^a]",
    "[^a]: ",
    "[a]: /x\n",
    "# ",
    "## ",
    "### ",
    "#### ",
    "- ",
    "1. ",
    "> ",
    ": ",
    "    ",
    "\t",
    "---\n",
    "===\n",
    "|-|-|\n",
    "| a | b |\n",
    "\n",
    "\n\n",
    "  \n",
    "a",
    "b c",
    "日本語",
    "「",
    "」",
    "、",
    "総",
    "\u{3000}",
    "\u{200b}",
    "\u{e000}",
    "<b>",
    "</b>",
    "<sup>",
    "</sup>",
    "<br>",
    "<ruby>",
    "<rt>",
    "</rt>",
    "</ruby>",
    "<abbr title=\"x\">",
    "</abbr>",
    "<!--",
    "-->",
    "<div>",
    "</div>",
    "<script>",
    "<img src=x onerror=y>",
    "<a href=\"javascript:x\">",
    "javascript:",
    "data:",
    "https://a.example",
    "//b.example",
    "/en/",
    "#a",
    "mailto:",
    "[[track:cloud]]",
    "[[track:cloud|",
    "[[redacted: 1 line|",
    "[[redacted: 2]]",
    "{漢字|かんじ}",
    "[a](https://a.example)",
    "[a](javascript:x)",
    "![a](/a.png)",
    "![](/a.png)",
    "<https://a.example>",
    "[^1]",
    "[^1]: 注\n",
    "```html\n",
    "\r\n",
];

/// Parts of which each alone is sound, so that most of what is made of them is.
const SOUND: &[&str] = &[
    "*",
    "**",
    "`",
    "_",
    "~",
    "\n",
    "\n\n",
    "  \n",
    "\n\n## あ\n\n",
    "\n\n### a\n\n",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n: ",
    "\n    ",
    "\n---\n",
    "\n```\n",
    "a",
    "b c",
    "日本語",
    "「",
    "」",
    "、",
    "|",
    "\n|a|b|\n|-|:-:|\n|c|d|\n",
    "<sup>c</sup>",
    "<sub>**d**</sub>",
    "<br>",
    "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
    "<abbr title=\"x\">y</abbr>",
    "<!-- z -->",
    "{漢字|かんじ}",
    "[e](https://a.example)",
    "[f](/en/)",
    "![g](/a.png)",
    "<h@a.example>",
    "[[track:cloud]]",
    "[[track:cloud|i **j**]]",
    "[[redacted: 2 lines]]",
    "[^1]",
    "\n\n[^1]: 注\n\n",
    "[^k]",
    "\n\n[^k]: l\n",
    "&amp;",
    "&lt;b&gt;",
    "\\*",
    "\n\n[m]: https://a.example\n\n",
    "[m]",
];

const YAML: &[&str] = &[
    "title",
    "date",
    "delegations",
    "commitments",
    "documents",
    "release",
    "version",
    "us",
    "jp",
    "id",
    "kind",
    "track",
    "text",
    "en",
    "ja",
    ":",
    ": ",
    "：",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "{",
    "}",
    "[",
    "]",
    ",",
    ", ",
    "、",
    "#",
    " #",
    "&a ",
    "*a",
    "!x ",
    "!!str ",
    "|",
    "|\n  ",
    ">",
    "\"",
    "'",
    "“",
    "”",
    "\\",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "<<",
    "~",
    "null",
    "2010-11-01",
    "２０１０",
    "日本",
    "　",
    "\t",
    "a",
    "b c",
    "1",
    "{us: {}, jp: {}}",
    "title: A\n",
    "date: 2010-11-01\n",
    "heads: [{person: a, as: B}]\n",
    "\u{feff}",
    "\r\n",
    "@",
    "`",
    "-",
    "-a",
    ": :",
];

/// Parts put together.
fn made_of(parts: &'static [&'static str], length: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(parts), 0..length).prop_map(|parts| parts.concat())
}

/// Text of any characters that a file may hold: walking refuses the others.
fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![any::<char>(), prop::char::range(' ', '~'), Just('\n')], 0..60)
        .prop_map(|chars| chars.into_iter().filter(|c| is_file_text(c.encode_utf8(&mut [0; 4]))).collect())
}

fn any_lang() -> impl Strategy<Value = Lang> {
    select(&[Lang::En, Lang::Ja][..])
}

proptest! {
    #[test]
    fn any_body_is_read(lang in any_lang(), text in any_text()) {
        check_body(lang, &text);
    }

    #[test]
    fn any_markdown_is_read(lang in any_lang(), text in made_of(MARKDOWN, 24)) {
        check_body(lang, &text);
    }

    #[test]
    fn any_sound_markdown_is_read(lang in any_lang(), text in made_of(SOUND, 16)) {
        check_body(lang, &text);
    }

    #[test]
    fn any_front_matter_is_read(text in any_text()) {
        check_front_matter(&text);
    }

    #[test]
    fn any_yaml_is_read(text in made_of(YAML, 24)) {
        check_front_matter(&text);
    }
}

#[test]
fn what_a_page_may_not_have_is_found() {
    for html in [
        "<b>a</b>",
        "<p onclick=\"a\">b</p>",
        "<script>a</script>",
        "<a href=\"javascript:a\">b</a>",
        "<a href=\" java\nscript:a\">b</a>",
        "<a href=\"//a.example\">b</a>",
        "<img src=\"https://a.example/b.png\" alt=\"c\">",
        "<p>a</div>",
        "<strong><sup>a</strong></sup>",
        "<h2 id=\"a\">a</h2><h2 id=\"a\">b</h2>",
    ] {
        let found = std::panic::catch_unwind(|| check_html(html, true));
        assert!(found.is_err(), "{html}");
    }
    check_html("<p>a <a href=\"../b/\">c</a></p>", true);
}
