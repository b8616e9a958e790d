//! The page of a meeting: its points before its notes, and who took part folded where many did.

use std::fmt::Write;

use crate::support::{
    Archive,
    page::{select, texts, words},
};
use scraper::Html;

/// A meeting with a commitment, notes, and this many bodies beside the ministry.
fn archive(bodies: usize) -> Archive {
    let (mut registry, mut ids) = (String::new(), String::new());
    for n in 0..bodies {
        writeln!(registry, "body-{n}: {{delegation: us, name: {{en: Body {n}, ja: 機関{n}}}}}").unwrap();
        write!(ids, "body-{n}, ").unwrap();
    }
    let archive = Archive::new().promise("a", "2010-11-01", "");
    let delegations =
        format!("delegations: {{us: {{organizations: [{ids}]}}, jp: {{organizations: [mic]}}}}");
    archive
        .append("content/organizations.yaml", &registry)
        .edit("content/meetings/a.en.md", "delegations: {us: {}, jp: {}}", &delegations)
        .append("content/meetings/a.en.md", "\n## What was said\n\nThe [[organization:mic]] spoke.\n")
        .append("content/meetings/a.ja.md", "\n## 発言\n\n[[organization:mic]]が発言した。\n")
}

#[test]
fn points_stand_before_notes_and_who_took_part_after_them() {
    let archive = archive(1);
    let built = archive.build().ok();
    for (lang, headings) in [
        ("en", ["Points by policy track", "What was said", "Delegations", "How to cite this page"]),
        ("ja", ["政策分野別の事項", "発言", "代表団", "このページを引用する場合の記載例"]),
    ] {
        let page = built.page(&format!("{lang}/meetings/a/"));
        assert_eq!(texts(&page, "main h2"), headings);
        assert_eq!(texts(&page, ".contents a"), headings);
        assert_eq!(texts(&page, "main details .sides"), [""; 0]);
    }
}

#[test]
fn the_notes_and_the_list_each_name_a_body_in_full_once() {
    let archive = archive(1);
    let built = archive.build().ok();
    let page = built.page("en/meetings/a/");
    let named = Html::parse_document(&page);
    let of = |within: &str| -> Vec<_> {
        named.select(&select(&format!("{within} a[href*='/organizations/mic/']"))).map(words).collect()
    };
    assert_eq!(of(".prose"), of(".sides"));
    assert_eq!(of(".sides").len(), 1);
}

#[test]
fn more_than_twelve_are_folded_and_counted() {
    for (bodies, folded) in [(11, None), (12, Some(13)), (60, Some(61))] {
        let archive = archive(bodies);
        let built = archive.build().ok();
        let summary = |lang: &str| {
            texts(&built.page(&format!("{lang}/meetings/a/")), "main details:has(.sides) summary")
        };
        let [english, japanese] = ["en", "ja"].map(summary);
        assert_eq!(
            english,
            folded.map(|n| format!("The {n} people and bodies named as taking part")).as_slice()
        );
        assert_eq!(japanese, folded.map(|n| format!("氏名又は名称の分かる出席者{n}件")).as_slice());
        assert_eq!(texts(&built.page("en/meetings/a/"), ".sides li").len(), bodies + 1);
    }
}
