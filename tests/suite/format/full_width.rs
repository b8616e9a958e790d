//! Full-width signs in the place of Markdown's own, and what runs together on the page.

use crate::support::{Archive, said_of_notes};

fn said(text: &str) -> Vec<String> {
    said_of_notes(&Archive::notes(text).check().problems())
}

/// Where each full-width sign of a text stands.
fn places(text: &str) -> Vec<String> {
    let said = said(text).into_iter().filter(|it| it.contains(" full-width-syntax:"));
    said.map(|it| it.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn a_full_width_sign_is_reported_with_the_form_to_write() {
    for (text, expected) in [
        (
            "##　水位",
            "1:3 full-width-syntax: a full-width space behind `#` makes no heading (write `## ` before the heading, with a half-width space)",
        ),
        (
            "＃＃ 洪水",
            "1:1 full-width-syntax: a full-width `＃` makes no heading (write `## ` before the heading, with a half-width space)",
        ),
        (
            "##堤防",
            "1:1 full-width-syntax: `##` makes no heading without a space behind it (write `## ` before the heading, with a half-width space)",
        ),
        (
            "-　項目",
            "1:2 full-width-syntax: a full-width space behind `-` makes no list (write `- `, with a half-width space; for the sign itself, `\\-`)",
        ),
        (
            "1.　番号",
            "1:3 full-width-syntax: a full-width space behind `1.` makes no list (write `1. `, with a half-width space; for the sign itself, `1\\.`)",
        ),
        ("＞ 引用", "1:1 full-width-syntax: a full-width `＞` makes no quotation (write `> `)"),
        (
            "[資料]（/en/timeline/）",
            "1:5 full-width-syntax: a full-width `（` makes no link (write `[資料](/en/timeline/)`)",
        ),
        (
            "［資料］(/en/timeline/)",
            "1:1 full-width-syntax: a full-width `［` makes no link (write `[資料](/en/timeline/)`)",
        ),
        (
            "！［図］（/a.png）",
            "1:1 full-width-syntax: a full-width `！` makes no picture (write `![図](/a.png)`)",
        ),
        (
            "［［track:cloud］］",
            "1:1 full-width-syntax: a full-width `［` makes no reference (write `[[track:cloud]]`)",
        ),
        (
            "[[track:cloud］］",
            "1:14 full-width-syntax: a full-width `］` makes no reference (write `[[track:cloud]]`)",
        ),
        (
            "[[track：cloud]]",
            "1:8 full-width-syntax: a full-width sign keeps this reference from being read (write `:`)",
        ),
        (
            "[[track:cloud｜雲]]",
            "1:14 full-width-syntax: a full-width sign keeps this reference from being read (write `|`)",
        ),
        (
            "{総務省｜そうむしょう}",
            "1:5 full-width-syntax: a full-width `｜` makes no ruby (write `{総務省|そうむしょう}`)",
        ),
        (
            "｛総務省|そうむしょう｝",
            "1:1 full-width-syntax: a full-width `｛` makes no ruby (write `{総務省|そうむしょう}`)",
        ),
        (
            "＊＊太字＊＊",
            "1:1 full-width-syntax: full-width `＊＊` makes no emphasis (write `**`; for the sign itself, `&#xff0a;`)",
        ),
        (
            "｀符号｀",
            "1:1 full-width-syntax: full-width `｀` makes no code (write ```; for the sign itself, `&#xff40;`)",
        ),
        ("注［^1］", "1:2 full-width-syntax: a full-width `［` makes no footnote (write `[^1]`)"),
        ("[^a]：注", "1:5 full-width-syntax: a full-width `：` makes no footnote of `[^a]` (write `[^a]: `)"),
        (
            "用語\n：説明",
            "2:1 full-width-syntax: a full-width `：` makes no explanation of the line above (write `: `)",
        ),
        ("｜甲｜乙｜\n｜--｜--｜", "1:1 full-width-syntax: a full-width `｜` makes no table (write `|`)"),
        (
            "## 水位 ｛#levels｝",
            "1:7 full-width-syntax: a full-width `｛` makes no anchor (write `{#levels}`)",
        ),
    ] {
        let reported: Vec<_> = said(text).into_iter().filter(|it| it.contains("full-width-syntax")).collect();
        assert_eq!(reported, [expected], "{text}");
    }
}

#[test]
fn marks_of_japanese_lists_are_reported_where_lines_run_together() {
    for text in [
        "・半導体\n・5G",
        "①半導体\n②5G",
        "（１）半導体\n（２）5G",
        "１．半導体\n２．5G",
        "（ア）一\n（イ）二",
        "-一つ目\n-二つ目",
        "• one\n• two",
    ] {
        assert_eq!(places(text), ["1:1"], "{text}");
    }
    assert_eq!(places("次のとおり。\n・半導体\n・5G\n・6G\n\n- ・甲\n  ・乙\n"), ["2:1", "6:3"]);
    for text in [
        "・半導体",
        "・半導体\n\n・5G",
        "・半導体  \n・5G",
        "①と②を\n③とする。",
        "（１）又は\n（１）を",
        "①一\n続き\n②二",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}

#[test]
fn a_full_width_space_before_a_mark_is_reported() {
    for (text, expected) in [
        (
            "　- 一",
            "1:1 full-width-syntax: a full-width space before `-` makes no list (delete it, or write half-width spaces; for the sign itself, `\\-`)",
        ),
        (
            "　1. 一",
            "1:1 full-width-syntax: a full-width space before `1.` makes no list (delete it, or write half-width spaces; for the sign itself, `1\\.`)",
        ),
        (
            "　## 見出し",
            "1:1 full-width-syntax: a full-width space before `##` makes no heading (delete it, or write half-width spaces; for the sign itself, `\\##`)",
        ),
        (
            " 　> 引用",
            "1:2 full-width-syntax: a full-width space before `>` makes no quotation (delete it, or write half-width spaces; for the sign itself, `\\>`)",
        ),
        (
            "- 一\n　- 二",
            "2:1 full-width-syntax: a full-width space before `-` makes no list (delete it, or write half-width spaces; for the sign itself, `\\-`)",
        ),
        (
            "　・一\n　・二",
            "1:2 full-width-syntax: `・` makes no list: these lines run together on the page (write `- `, or leave an empty line between the lines)",
        ),
        ("　| 甲 | 乙 |\n　|---|---|", "1:1 full-width-syntax: a full-width `　` makes no table (write ` `)"),
    ] {
        let reported: Vec<_> = said(text).into_iter().filter(|it| it.contains("full-width-syntax")).collect();
        assert_eq!(reported, [expected], "{text}");
    }
    for text in [
        "　総務省は、次のとおり。\n　2.5％増、-5度、#1、>10。",
        "　- ",
        "　・一項目だけ。",
        "　\\- 以上",
        "　*強調*である。",
        "　「引用」",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}

#[test]
fn a_br_between_lines_breaks_them() {
    for text in ["・半導体<br>\n・5G", "・半導体<br />\n・5G", "・半導体<br> <!-- 注 -->\n・5G"]
    {
        assert_eq!(places(text), [""; 0], "{text}");
    }
    assert_eq!(places("・半<br>導体\n・5G"), ["1:1"]);
}

#[test]
fn other_marks_of_lists_are_reported_where_lines_run_together() {
    for text in [
        "◎一\n◎二",
        "※一\n※二",
        "→一\n→二",
        "▶ one\n▶ two",
        "(1) a\n(2) b",
        "(1)一\n(2)二",
        "（ア）一\n（イ）二",
        "(a) one\n(b) two",
        "ア．一\nイ．二",
        "ア、アメリカ\nイ、イギリス",
        "ア　一\nイ　二",
        "一、総務省\n二、経済産業省",
        "ａ．a\nｂ．b",
        "Ⅰ．背景\nⅡ．目的",
        "１　背景\n２　目的",
        "①一\n③三",
        "-AI\n-半導体",
        "*AI\n*半導体",
        "1．半導体\n2．5G",
    ] {
        assert_eq!(places(text), ["1:1"], "{text}");
    }
    for text in [
        "→一\n次の→二",
        "(1) a",
        "(1) a\n\n(2) b",
        "ア、イ及びウは\nイ、ウとする。",
        "一、二の例は\n二、三ある。",
        "3.5％\n4.5％",
        "1．5倍\n2．5倍",
        "2.5 percent and\n3.5 percent",
        "A. Smith and\nB. Jones",
        "-AI",
        "*AI",
        "-5 and\n-6 degrees",
        "①と②を\n③とする。",
        "③一\n①二",
        "1．半導体",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}

#[test]
fn full_width_ruby_in_texts_of_records_is_reported() {
    let archive = Archive::new()
        .note(
            "a",
            "ja",
            "title: \"{総務省｜そうむしょう}会合\"\nsummary: >-\n  概要は\n  ｛水位|すいい｝である。\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}",
            "本文。\n",
        )
        .note("a", "en", "title: Meeting a\nsummary: Levels.\nversion: {status: summary}", "Text.\n")
        .edit("content/tracks.yaml", "Open Internet", "\"{Open｜おーぷん}\"");
    let problems = archive.check().problems();
    let said = problems.iter().map(|it| {
        format!(
            "{}:{}:{} {} ({})",
            it["path"].as_str().unwrap(),
            it["line"],
            it["column"],
            it["message"].as_str().unwrap(),
            it["help"].as_str().unwrap()
        )
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "content/meetings/a.ja.md:2:13 a full-width `｜` makes no ruby (write `{総務省|そうむしょう}`)",
            "content/meetings/a.ja.md:5:3 a full-width `｛` makes no ruby (write `{水位|すいい}`)",
            "content/tracks.yaml:2:35 a full-width `｜` makes no ruby (write `{Open|おーぷん}`)",
        ]
    );
}

#[test]
fn sound_prose_and_code_are_left_alone() {
    for text in [
        "総務省（MIC）は、次の事項：一、二を示した。＊注１　＃１は｜を含む。すごい！［参考］（別紙）",
        "**出席者**：[[track:cloud]]（[年表](/en/timeline/)）を参照！",
        "１．背景\n\n＊　本表は概数である。\n\n・一項目だけ。",
        "`##　a` `［［track:cloud］］` `{a｜か}`\n\n```\n##　a\n・a\n・b\n｜a｜b｜\n```\n\n    ＞ a\n",
        "| 甲 | 乙 |\n|---|---|\n| ＞10 | -　 |\n| ・a | ・b |\n",
        "○○省は\n○○市と\n2.5％増\n3.0％減とした。",
        "#1 of the list, and 5 ＞ 3.\n\nSee [1]（注）and {x}.\n",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}
