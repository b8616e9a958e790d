//! A summary is no translation, whatever it was made from.

use crate::support::{self, Archive, assert_reported};

const EN: &str = "content/meetings/a.en.md";
const JA: &str = "content/meetings/a.ja.md";

/// A meeting in full in English, and in a summary of this version in Japanese.
fn archive(version: &str) -> Archive {
    Archive::new()
        .file("content/glossary.yaml", "- {en: cloud computing, ja: クラウドコンピューティング}\n")
        .note(
            "a",
            "en",
            "title: Cloud computing\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}",
            "One.\n\nTwo.\n",
        )
        .note("a", "ja", &format!("title: 会合\nversion: {{status: summary{version}}}"), "要約。\n")
}

const MADE: [&str; 3] = ["", ", from: en", ", from: en, translated_from: 0123"];

#[test]
fn a_summary_is_not_stamped() {
    for version in MADE {
        let archive = archive(version);
        let before = support::read(archive.root().join(JA));
        let done = archive.run(&["stamp", JA]);
        assert_eq!(done.status, 1, "{}", done.stderr);
        assert!(
            done.stderr.contains(
                "content/meetings/a.ja.md is a summary (`status: summary`), and a summary is no translation that could be current"
            ),
            "{}",
            done.stderr
        );
        assert_eq!(support::read(archive.root().join(JA)), before);
        assert!(!archive.root().join("content/stamps.txt").exists());
    }
}

#[test]
fn a_summary_is_neither_outdated_nor_set_against_the_other_text() {
    for version in MADE {
        let archive = archive(version);
        // Neither `missing-term` nor `unpaired-block` nor `outdated-translation`.
        assert_reported(&archive, &[]);
        let built = archive.build().ok();
        assert!(
            built
                .page("en/meetings/a/parallel/")
                .contains("The two texts are not translations of each other.")
        );
        assert!(!built.page("data/corpus.tmx").contains("<tu "), "{version}");
        for (lang, name) in [("en", "Summary"), ("ja", "要約")] {
            let coverage = built.page(&format!("{lang}/coverage/"));
            let tag = format!("<td><span class=\"tag summary\">{name}</span></td>");
            assert_eq!(coverage.matches(&tag).count(), 1, "{coverage}");
        }
        assert!(
            built.page("data/archive.json").contains("\"ja\":{\"status\":\"summary\",\"state\":\"summary\"")
        );
    }
}

#[test]
fn a_translation_of_a_summary_is_one() {
    let archive = archive("").edit(EN, "date:", "version: {status: archive-translation, from: ja}\ndate:");
    archive.run(&["stamp", EN]).ok();
    let archive = archive.edit(JA, "要約。", "別の要約。");
    assert_reported(
        &archive,
        &["meetings/a.en.md:3:67 outdated-translation", "meetings/a.en.md:9:1 unpaired-block"],
    );
}
