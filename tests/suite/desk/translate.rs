//! `taiwa translate export`: what goes to a translator.

use crate::support::{Archive, read};
use std::path::PathBuf;

pub(super) const JA: &str = "content/meetings/a.ja.md";

/// A meeting whose Japanese was made from its English, and is not stamped yet.
pub(super) fn archive() -> Archive {
    let front = "title: Meeting a\nsummary: They met.\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\ncommitments:\n  \
                 - {id: promise, kind: undertaking, track: cloud, delegations: [us, jp], text: They promise.}\n  \
                 - {id: plan, kind: undertaking, track: cloud, delegations: [us, jp], text: They plan.}";
    let body = "Both **sides** met [[organization:mic]].<!-- secret -->\n\n## Talks {#talks}\n\n- One `x`\n- Two\n\n[[redacted: hidden words]]\n\nAn end & a <sub>b</sub>.\n";
    let ja_front = "title: \"会合\" # as published\nsummary: 会合した。\ncommitments:\n  \
                    - {id: promise, text: 双方は約束する。}\n  - id: plan\n    text: 計画する。\n\
                    version: {status: archive-translation, from: en}";
    let ja_body = "双方は**会合**した（[[organization:mic]]）。\n\n## 協議 {#talks}\n\n- 一 `x`\n- 二<!-- 秘密 -->\n\n[[redacted: 非公開]]\n\n{総務省|そうむしょう}の終わり<sub>b</sub>\n";
    Archive::new().note("a", "en", front, body).note("a", "ja", ja_front, ja_body)
}

/// The same, stamped.
pub(super) fn stamped() -> Archive {
    let archive = archive();
    archive.run(&["stamp", JA]).ok();
    archive
}

/// A file beside the archive's folders.
pub(super) fn path(archive: &Archive) -> String {
    let path: PathBuf = archive.root().join("t.xlf");
    path.to_str().unwrap().to_owned()
}

/// The XLIFF that an archive exports.
pub(super) fn exported(archive: &Archive, arguments: &[&str]) -> String {
    let file = path(archive);
    archive.run(&[&["translate", "export", "-o", &file, "--force"], arguments].concat()).published();
    read(file)
}

/// The elements of units, in lines.
fn units(xliff: &str) -> Vec<&str> {
    let lines = xliff.lines().map(str::trim);
    lines.filter(|line| line.starts_with("<source") || line.starts_with("<target")).collect()
}

#[test]
fn every_text_is_a_unit_and_what_may_not_break_is_an_element() {
    let text = exported(&archive(), &["--all"]);
    let expected = [
        "<source>Meeting a</source>",
        "<target state=\"translated\">会合</target>",
        "<source>They met.</source>",
        "<target state=\"translated\">会合した。</target>",
        "<source>They promise.</source>",
        "<target state=\"translated\">双方は約束する。</target>",
        "<source>They plan.</source>",
        "<target state=\"translated\">計画する。</target>",
        "<source>Both <ph id=\"1\" ctype=\"x-emphasis\">**</ph>sides<ph id=\"2\" ctype=\"x-emphasis\">**</ph> met \
         <ph id=\"3\" ctype=\"x-reference\">[[organization:mic]]</ph>.</source>",
        "<target state=\"translated\">双方は<ph id=\"1\" ctype=\"x-emphasis\">**</ph>会合<ph id=\"2\" ctype=\"x-emphasis\">**</ph>した（\
         <ph id=\"3\" ctype=\"x-reference\">[[organization:mic]]</ph>）。</target>",
        "<source>Talks</source>",
        "<target state=\"translated\">協議</target>",
        "<source>One <ph id=\"1\" ctype=\"x-code\">`x`</ph></source>",
        "<target state=\"translated\">一 <ph id=\"1\" ctype=\"x-code\">`x`</ph></target>",
        "<source>Two</source>",
        "<target state=\"translated\">二<x id=\"t1\" ctype=\"x-comment\"/></target>",
        "<source>An end &amp; a <ph id=\"1\" ctype=\"x-html\">&lt;sub&gt;</ph>b<ph id=\"2\" ctype=\"x-html\">&lt;/sub&gt;</ph>.</source>",
        "<target state=\"translated\"><ph id=\"t1\" ctype=\"x-ruby\">{総務省|そうむしょう}</ph>の終わり\
         <ph id=\"1\" ctype=\"x-html\">&lt;sub&gt;</ph>b<ph id=\"2\" ctype=\"x-html\">&lt;/sub&gt;</ph></target>",
    ];
    assert_eq!(units(&text), expected);
    assert!(text.contains(
        "<file original=\"content/meetings/a.en.md\" source-language=\"en\" target-language=\"ja\" "
    ));
    for word in ["secret", "秘密", "hidden words", "非公開"] {
        assert!(!text.contains(word), "{word}");
    }
    let ids: Vec<_> =
        text.split("<trans-unit id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    let anchors = [
        "_title",
        "_summary",
        "commitment-promise",
        "commitment-plan",
        "_.1",
        "talks",
        "talks.1",
        "talks.2",
        "talks.4",
    ];
    assert_eq!(ids, anchors);
}

#[test]
fn without_all_only_what_is_new_or_outdated_goes_out() {
    let archive = stamped();
    assert_eq!(units(&exported(&archive, &[])), Vec::<&str>::new());
    let archive = archive.edit("content/meetings/a.en.md", "They plan.", "They plan more.");
    let archive = archive.edit(JA, "summary: 会合した。\n", "");
    let expected = [
        "<source>They met.</source>",
        "<source>They plan more.</source>",
        "<target state=\"needs-review-translation\">計画する。</target>",
    ];
    assert_eq!(units(&exported(&archive, &[])), expected);
    assert_eq!(units(&exported(&archive, &["--to", "en"])), Vec::<&str>::new());
}

#[test]
fn terms_of_the_glossary_are_notes() {
    let glossary = "- {en: promise, ja: 約束, avoid: {ja: [公約]}}\n";
    let text = exported(&archive().file("content/glossary.yaml", glossary), &["--all"]);
    assert!(text.contains("<note annotates=\"source\">promise = 約束 (avoid: 公約)</note>"), "{text}");
}

#[test]
fn standard_output_is_the_file_and_places_of_the_archive_are_refused() {
    let archive = archive();
    let said = archive.run(&["translate", "export", "--all"]).ok().stdout;
    assert_eq!(said, exported(&archive, &["--all"]));
    let inside = archive.root().join("content/t.xlf");
    let refused = archive.run(&["translate", "export", "-o", inside.to_str().unwrap()]);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
    let again = archive.run(&["translate", "export", "-o", &path(&archive)]);
    assert_eq!(again.status, 2, "{}", again.stderr);
    let unknown = archive.run(&["translate", "export", "b"]);
    assert!(
        unknown.status == 2 && unknown.stderr.contains("no meeting or page is called `b`"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn drafts_go_out_too() {
    let archive = archive().edit("content/meetings/a.en.md", "date:", "release: draft\ndate:");
    assert!(exported(&archive, &["--all"]).contains("They promise."));
}

#[test]
fn it_speaks_japanese() {
    let export = |archive: &Archive, arguments: &[&str]| {
        let file = path(archive);
        archive.run(&[&["translate", "export", "--language", "ja", "-o", &file], arguments].concat())
    };
    let archive = archive().note("b", "en", "title: B\ndate: 2011-11-01\ndelegations: {us: {}, jp: {}}", "");
    let archive = archive.append(JA, "\n別の段落。\n");
    let done = export(&archive, &["--all"]);
    assert_eq!(done.status, 0, "{}", done.stderr);
    assert_eq!(done.stdout, format!("{}: 訳すべきものは、記録 1 件の翻訳単位 6 件\n", path(&archive)));
    assert_eq!(
        done.stderr,
        "警告: content/meetings/a.en.md: 対訳のない 4 箇所を除いた\n\
         警告: content/meetings/b.en.md: b.ja.md がないため、除いた\n"
    );
    let unknown = export(&archive, &["meeting"]);
    assert_eq!(
        (unknown.status, unknown.stderr.as_str()),
        (2, "エラー: `meeting` という会合又はページはない\n")
    );
    let archive = archive.note("city", "en", "title: [", "");
    let refused = export(&archive, &[]);
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.ends_with("\nエラー: 何も書き出さなかった\n"), "{}", refused.stderr);
}
