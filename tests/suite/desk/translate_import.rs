//! `taiwa translate import`: what comes into the language files, what is refused, and that every other byte stays.

use super::translate::{JA, archive, exported, path, stamped};
use crate::support::{Archive, Built, assert_reported, files, read, write};
use std::{collections::BTreeMap, path::Path};

pub(super) fn content(archive: &Archive) -> BTreeMap<String, Vec<u8>> {
    files(&archive.root().join("content"))
}

pub(super) fn import(archive: &Archive, xliff: impl AsRef<[u8]>, arguments: &[&str]) -> Built {
    let file = path(archive);
    write(Path::new(&file), xliff.as_ref());
    archive.run(&[&["translate", "import", &file], arguments].concat())
}

/// The XLIFF of an archive with other words.
#[track_caller]
fn with(archive: &Archive, from: &str, to: &str) -> String {
    let text = exported(archive, &["--all"]);
    assert!(text.contains(from), "{text}");
    text.replace(from, to)
}

/// What is refused: its place and why.
#[track_caller]
fn assert_refused(archive: &Archive, xliff: impl AsRef<[u8]>, expected: &str) {
    let before = content(archive);
    let built = import(archive, xliff, &["--format", "json"]);
    assert_eq!(built.status, 1, "{}", built.stderr);
    let said: Vec<_> = built
        .problems()
        .iter()
        .map(|it| format!("{} {}: {}", it["line"], it["code"], it["message"]))
        .collect();
    assert!(said.len() == 1 && said[0].contains(expected), "{said:?}");
    assert_eq!(content(archive), before);
}

#[test]
fn what_nobody_touched_changes_no_byte() {
    for archive in [archive(), stamped()] {
        let before = content(&archive);
        let text = exported(&archive, &["--all"]);
        let done = import(&archive, &text, &[]).ok();
        assert_eq!(done.stdout, "0 texts changed; 0 units not finished, 0 units refused\n");
        assert_eq!(content(&archive), before);
    }
}

#[test]
fn a_changed_text_comes_in_and_the_record_is_stamped() {
    let archive = archive();
    let before = read(archive.root().join(JA));
    for (from, to) in [
        ("会合</target>", "第1回「会合」</target>"),
        ("双方は約束する。", "双方は、約束する。"),
        ("計画する。", "計画: 行う。"),
        ("一 <ph", "壱<ph"),
        ("の終わり", "、終"),
    ] {
        let text = with(&archive, from, to);
        let dry = import(&archive, &text, &["--dry-run"]).ok().stdout;
        let done = import(&archive, &text, &[]).ok().stdout;
        assert_eq!(
            dry,
            format!(
                "{}nothing was written, for --dry-run: {}",
                &done[..done.find("1 text").unwrap()],
                &done[done.find("1 text").unwrap()..]
            )
        );
        assert!(done.contains("content/meetings/a.ja.md: stamped as current\n1 text changed"), "{done}");
    }
    let after = read(archive.root().join(JA));
    let unstamped = after.split(", translated_from: ").next().unwrap().to_owned()
        + after.split_once(", translated_from: ").unwrap().1.split_at(64).1;
    let expected = before
        .replace("\"会合\"", "\"第1回「会合」\"")
        .replace("双方は約束する。", "双方は、約束する。")
        .replace("計画する。", "'計画: 行う。'")
        .replace("- 一 `x`", "- 壱`x`")
        .replace("の終わり", "、終");
    assert_eq!(unstamped, expected);
    assert_reported(&archive, &[]);
}

#[test]
fn a_missing_text_comes_in_and_an_outdated_record_becomes_current() {
    let archive = stamped().edit("content/meetings/a.en.md", "They plan.", "They plan more.");
    let archive = archive.edit(JA, "summary: 会合した。\n", "").edit(
        JA,
        "  - {id: promise, text: 双方は約束する。}\n",
        "",
    );
    let text = exported(&archive, &[]);
    let target = |source: &str, words: &str| {
        format!("<source>{source}</source>\n    <target state=\"final\">{words}</target>")
    };
    let text = text
        .replace("<source>They met.</source>", &target("They met.", "会った。"))
        .replace("<source>They promise.</source>", &target("They promise.", "約束、する。"))
        .replace("needs-review-translation\">計画する。", "translated\">更に計画する。");
    import(&archive, &text, &[]).ok();
    let after = read(archive.root().join(JA));
    for line in
        ["\n  - id: promise\n    text: 約束、する。\n", "\nsummary: 会った。\n", "    text: 更に計画する。\n"]
    {
        assert!(after.contains(line), "{after}");
    }
    assert_reported(&archive, &[]);
}

#[test]
fn what_is_not_finished_stays_and_nothing_is_stamped_then() {
    let archive = archive();
    let text = with(
        &archive,
        "<target state=\"translated\">会合した。",
        "<target state=\"needs-translation\">会した。",
    );
    let text = text.replace(">計画する。", ">計画をする。");
    let done = import(&archive, text, &[]).ok().stdout;
    assert!(
        done.contains("not stamped, for not all of it is finished\n1 text changed; 1 unit not finished"),
        "{done}"
    );
    let after = read(archive.root().join(JA));
    assert!(
        after.contains("計画をする。")
            && after.contains("summary: 会合した。")
            && !after.contains("translated_from")
    );
}

#[test]
fn a_unit_that_does_not_fit_is_refused_and_the_rest_goes_in() {
    let archive = archive();
    let lost = with(
        &archive,
        "（<ph id=\"3\" ctype=\"x-reference\">[[organization:mic]]</ph>）。</target>",
        "。</target>",
    );
    assert_refused(&archive, &lost, "the inline element `3`, [[organization:mic]] is lost");
    let twice =
        with(&archive, "[[organization:mic]]</ph>）", "[[organization:mic]]</ph><ph id=\"3\">a</ph>）");
    assert_refused(&archive, twice, "the inline element `3` stands twice");
    assert_refused(
        &archive,
        with(&archive, ">協議<", ">**協議**<"),
        "`**` in its words would be read as markup",
    );
    assert_refused(
        &archive,
        with(&archive, "二<x id=\"t1\" ctype=\"x-comment\"/>", "弐"),
        "the inline element `t1` is lost",
    );
    assert_refused(&archive, with(&archive, ">協議<", ">協\n\n議<"), "would not read it as this one text");
    assert_refused(&archive, with(&archive, ">協議<", "><g id=\"1\">協</g>議会<"), "an element `g`");
    assert_refused(&archive, with(&archive, "id=\"talks.1\"", "id=\"talks.1-1\""), "has no unit `talks.1-1`");
    let done = import(&archive, lost.replace("計画する。", "計画だ。"), &[]);
    assert!(done.status == 1 && read(archive.root().join(JA)).contains("計画だ。"), "{}", done.stderr);
}

#[test]
fn what_changed_since_the_export_is_refused() {
    let text = with(&archive(), "計画する。", "計画だ。");
    let other = archive().edit("content/meetings/a.en.md", "They plan.", "They planned.");
    assert_refused(&other, &text, "its source is not the text that the archive has");
    let other = archive().edit(JA, "計画する。", "計画した。");
    assert_refused(&other, &text, "its translation was changed in the archive since the export");
}

#[test]
fn a_file_that_is_not_sound_changes_nothing() {
    let archive = archive();
    let text = with(&archive, "計画する。", "計画だ。");
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let bomb = text.replace(
        head,
        &format!("{head}<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n"),
    );
    assert_refused(&archive, bomb, "2 \"invalid-value\": \"a document type (`<!DOCTYPE`) is not read");
    assert_refused(&archive, text.replace("計画だ。", "&c;"), "the entity `&c;` is not known");
    assert_refused(
        &archive,
        text.replace("meetings/a.en", "meetings/b.en"),
        "`content/meetings/b.en.md` is no record of this archive",
    );
    assert_refused(&archive, &text[..text.len() / 2], "XLIFF");
    for other in ["", "no XML", "<a/>", "<xliff version=\"2.0\"/>", "<xliff version=\"1.2\"><file></xliff>"] {
        assert_refused(&archive, other, "invalid-value");
    }
    assert_refused(&archive, b"\xff\xfe<", "invalid-utf8");
    let deep = "<xliff version=\"1.2\">".to_owned() + &"<g>".repeat(1000);
    assert_refused(&archive, deep, "nested deeper than 64");
    assert_refused(&archive, vec![b' '; (32 << 20) + 1], "too-large");
}

#[test]
fn what_the_archive_would_not_take_is_an_error_and_nothing_is_written() {
    let archive = archive();
    let before = content(&archive);
    let done = import(&archive, with(&archive, ">計画する。<", ">計画&#x202E;<"), &["--strict"]);
    assert_eq!(done.status, 1, "{}", done.stderr);
    assert_eq!(content(&archive), before);
}

#[test]
fn notes_come_into_a_file_without_any_as_a_whole() {
    let archive = archive();
    let before = read(archive.root().join(JA));
    let end = before.find("---\n\n").or_else(|| before[4..].find("---\n").map(|at| at + 4)).unwrap() + 4;
    let archive = archive.file(JA, &before[..end]);
    let text = exported(&archive, &[]);
    let translated = |text: &str, from: &str, to: &str| {
        let source = text
            .split("<source>")
            .find(|it| it.starts_with(from))
            .unwrap()
            .split("</source>")
            .next()
            .unwrap();
        let target = source.replacen(from, to, 1);
        text.replacen(
            &format!("{source}</source>"),
            &format!("{source}</source><target state=\"final\">{target}</target>"),
            1,
        )
    };
    let mut whole = text.clone();
    for (from, to) in [("Both ", "双方は"), ("Talks", "協議"), ("One ", "一"), ("Two", "二")] {
        whole = translated(&whole, from, to);
    }
    let part = import(&archive, &whole, &[]);
    assert!(
        part.status == 1 && part.stderr.contains("not all blocks of these notes are finished"),
        "{}",
        part.stderr
    );
    assert_eq!(read(archive.root().join(JA)), before[..end]);
    let whole = translated(&whole, "An end", "終わり");
    let done = import(&archive, &whole, &[]).ok().stdout;
    assert!(done.contains("the notes, in 5 blocks"), "{done}");
    let after = read(archive.root().join(JA));
    let body = "\n双方は**sides** met [[organization:mic]].\n\n## 協議 {#talks}\n\n- 一`x`\n- 二\n\n[[redacted: hidden words]]\n\n終わり &";
    assert!(after.contains(body) && after.contains("translated_from"), "{after}");
}

/// What a run in Japanese says.
fn import_in_japanese(archive: &Archive, xliff: impl AsRef<[u8]>, arguments: &[&str]) -> Built {
    import(archive, xliff, &[&["--language", "ja"], arguments].concat())
}

#[test]
fn what_comes_in_is_told_in_japanese() {
    let archive = archive();
    let text = with(&archive, "計画する。", "計画だ。");
    let unfinished = text
        .replace("<target state=\"translated\">会合した。", "<target state=\"needs-translation\">会した。");
    let done = import_in_japanese(&archive, unfinished, &["--dry-run"]).ok();
    assert_eq!(
        done.stdout,
        "content/meetings/a.ja.md: commitment-plan: 計画だ。\n\
         content/meetings/a.ja.md: 「最新」としない。訳の完了していない箇所がある\n\
         --dry-run のため、何も書き込まなかった。付けない場合: 文 1 件を変更。未完了は翻訳単位 1 件、\
         受け付けなかったものは翻訳単位 0 件\n"
    );
    let done = import_in_japanese(&archive, text, &[]).ok();
    assert_eq!(
        done.stdout,
        "content/meetings/a.ja.md: commitment-plan: 計画だ。\n\
         content/meetings/a.ja.md: 「最新」とする\n\
         文 1 件を変更。未完了は翻訳単位 0 件、受け付けなかったものは翻訳単位 0 件\n"
    );
}

#[test]
fn what_is_refused_is_told_in_japanese() {
    let archive = archive();
    let lost = with(
        &archive,
        "（<ph id=\"3\" ctype=\"x-reference\">[[organization:mic]]</ph>）。</target>",
        "。</target>",
    );
    let lost = lost.replace("id=\"talks.1\"", "id=\"talks.1-1\"").replace(">計画する。<", ">計画だ。<");
    let changed = archive.edit("content/meetings/a.en.md", "They plan.", "They planned.");
    let refused = import_in_japanese(&changed, &lost, &["--format", "json"]);
    assert_eq!(refused.status, 1);
    let said: Vec<_> =
        refused.problems().iter().map(|it| (it["message"].clone(), it["help"].clone())).collect();
    let expected = [
        (
            "`commitment-plan` は受け付けない。元の文が、アーカイブの今の文と異なる",
            Some("もう一度書き出し、今の文を訳す。ツールが元の文を変更、分割又は結合した可能性もある"),
        ),
        ("`_.1` は受け付けない。行内要素 `3`（[[organization:mic]]）が失われている", None),
        (
            "`content/meetings/a.en.md` に翻訳単位 `talks.1-1` はない",
            Some(
                "ツールが翻訳単位を分割若しくは結合したか、又は書出しの後にアーカイブが変わった可能性がある",
            ),
        ),
    ];
    let expected = expected.map(|(message, help)| (serde_json::json!(message), serde_json::json!(help)));
    assert_eq!(said, expected);
    let none = import_in_japanese(&changed, "<a/>", &[]);
    assert_eq!((none.status, none.stdout.as_str()), (1, "何も変更しなかった\n"));
    assert_eq!(
        none.stderr,
        format!(
            "エラー[invalid-value]: ファイルが XLIFF 1.2 ではない\n --> {}:1:1\n  |\n1 | <a/>\n  | ^^^^\n\n",
            path(&changed)
        )
    );
}
