//! The two language files of a record: a fact that both state must be the same, whatever it is.

use crate::support::{Archive, assert_reported};

/// A meeting whose two files have these lines, the English ones from line 4, the Japanese ones from line 3 on.
fn meeting(english: &str, japanese: &str) -> Archive {
    Archive::new()
        .append(
            "content/people.yaml",
            "ken-mori: {name: {en: Ken Mori, ja: 森健}, family: {en: Mori, ja: 森}}\n",
        )
        .note("a", "en", &format!("title: A\ndate: 2010-11-01\n{english}"), "")
        .note("a", "ja", &format!("title: 甲\n{japanese}"), "")
}

/// Asserts that the two are reported as one conflict, at the place in the Japanese file, with the place in the English one.
#[track_caller]
fn assert_conflict(english: &str, japanese: &str, here: (u64, u64), there: (u64, u64), key: &str) {
    let archive = meeting(english, japanese);
    assert_reported(&archive, &[&format!("meetings/a.ja.md:{}:{} conflicting-fact", here.0, here.1)]);
    let problem = &archive.check().problems()[0];
    assert_eq!(problem["message"], format!("the two language files state `{key}` differently"));
    let related = &problem["related"][0];
    assert_eq!(related["path"], "content/meetings/a.en.md");
    assert_eq!((related["line"].as_u64(), related["column"].as_u64()), (Some(there.0), Some(there.1)));
}

const PARTIES: &str = "delegations: {us: {}, jp: {}}";

#[test]
fn heads_of_a_delegation_are_the_same_people_in_the_same_order() {
    let heads = |us: &str| format!("delegations: {{us: {{heads: [{us}]}}, jp: {{}}}}");
    assert_conflict(&heads("jane-doe"), &heads("ken-mori"), (3, 28), (4, 28), "heads");
    assert_conflict(
        &heads("{person: jane-doe, as: Chair}"),
        &heads("{person: ken-mori, as: 議長}"),
        (3, 37),
        (4, 37),
        "heads",
    );
    assert_conflict(&heads("jane-doe, ken-mori"), &heads("ken-mori, jane-doe"), (3, 28), (4, 28), "heads");
    assert_conflict(&heads("jane-doe"), &heads("jane-doe, ken-mori"), (3, 38), (4, 27), "heads");
    assert_conflict(&heads("jane-doe, ken-mori"), &heads("jane-doe"), (3, 27), (4, 38), "heads");
    // The office as published is a text, in each language its own.
    let english = heads("{person: jane-doe, as: Chair}, ken-mori");
    assert_reported(&meeting(&english, &heads("{person: jane-doe, as: 議長}, ken-mori")), &[]);
    assert_reported(&meeting(&heads("jane-doe"), "delegations: {us: {}}"), &[]);
}

#[test]
fn lists_of_who_took_part_are_the_same() {
    let with = |key: &str, list: &str| format!("delegations: {{us: {{{key}: {list}}}, jp: {{}}}}");
    for (key, first, second, column) in [
        ("people", "[jane-doe]", "[ken-mori]", 28),
        ("organizations", "[state]", "[]", 35),
        ("others", "true", "false", 28),
    ] {
        assert_conflict(&with(key, first), &with(key, second), (3, column), (4, column), key);
    }
}

#[test]
fn a_list_of_which_an_item_was_refused_is_no_conflict() {
    for key in ["people", "organizations", "heads"] {
        let with = |list: &str| format!("delegations: {{us: {{{key}: {list}}}, jp: {{}}}}");
        let id = if key == "organizations" { "mic" } else { "jane-doe" };
        let archive = meeting(&with(&format!("[[x], {id}]")), &with(&format!("[{id}, {id}]")));
        let reported = archive.check().reported();
        assert!(!reported.iter().any(|reported| reported.ends_with("conflicting-fact")), "{reported:?}");
        assert!(reported.iter().any(|reported| reported.starts_with("meetings/a.en.md:4:")), "{reported:?}");
    }
}

#[test]
fn a_delegation_that_only_one_file_names_is_there_only_if_it_names_all_of_the_others() {
    let fr = "fr: {name: {en: France, ja: フランス}}\nuk: {name: {en: UK, ja: 英国}}\n";
    let archive =
        |english: &str, japanese: &str| meeting(english, japanese).append("content/delegations.yaml", fr);
    assert_reported(
        &archive("delegations: {us: {}, jp: {}, uk: {}}", "delegations: {us: {}, fr: {}}"),
        &["meetings/a.ja.md:3:23 conflicting-fact"],
    );
    assert_reported(&archive(PARTIES, "delegations: {us: {}}"), &[]);
    assert_reported(&archive("delegations: {us: {}}", "delegations: {us: {}, jp: {}, fr: {}}"), &[]);
}

#[test]
fn corrections_are_paired_in_their_order() {
    let with = |list: &str| format!("{PARTIES}\ncorrections: [{list}]");
    let english = with("{date: 2026-11-20, note: The place.}");
    assert_conflict(&english, "corrections: [{date: 2026-11-21, note: 場所。}]", (3, 22), (5, 22), "date");
    assert_eq!(
        meeting(&english, "corrections: [{date: 2026-11-21, note: 場所。}]").check().problems()[0]["help"],
        "both files have the corrections in the same order; the day is the same in both, or stands in one"
    );
    let both = with("{date: 2026-11-20, note: The place.}, {date: 2026-11-20, note: The name.}");
    let archive = meeting(&both, "corrections: [{note: 場所。}, {date: 2026-11-20, note: 氏名。}]");
    let page = archive.build().ok().page("ja/meetings/a/");
    assert!(page.contains("（金）</time> 場所。</li>"), "{page}");
    assert_eq!(page.matches("2026年（令和8年）11月20日（金）</time>").count(), 2, "{page}");
    assert_reported(
        &meeting(&with(""), "corrections: [{note: 場所。}]"),
        &["meetings/a.en.md:1:1 missing-translation", "meetings/a.ja.md:3:16 missing-field"],
    );
}

#[test]
fn lists_of_facts_of_a_commitment_are_the_same() {
    let commitment = |more: &str| format!("commitments: [{{id: c, text: x{more}}}]");
    for (key, first, second) in [
        ("delegations", "[us]", "[jp]"),
        ("organizations", "[state]", "[]"),
        ("forums", "[APEC]", "[OECD]"),
        ("related", "[b/promise]", "[]"),
    ] {
        let carried = if key == "delegations" { "" } else { ", delegations: [us]" };
        let facts = format!(", kind: report, track: cloud{carried}, {key}: {first}");
        let english = format!("{PARTIES}\n{}", commitment(&facts));
        let archive =
            meeting(&english, &commitment(&format!(", {key}: {second}"))).promise("b", "2010-10-01", "");
        assert_reported(&archive, &[&format!("meetings/a.ja.md:3:{} conflicting-fact", 34 + key.len())]);
        let archive =
            meeting(&english, &commitment(&format!(", {key}: {first}"))).promise("b", "2010-10-01", "");
        assert_reported(&archive, &[]);
    }
    assert_conflict(
        &format!("{PARTIES}\naliases: [/en/x/]"),
        "aliases: [/en/y/]",
        (3, 10),
        (5, 10),
        "aliases",
    );
}

#[test]
fn only_one_of_two_texts_is_made_from_the_other() {
    for (english, japanese) in [
        ("{from: ja}", "{from: en}"),
        ("{status: archive-translation, from: ja}", "{status: archive-translation, from: en}"),
        ("{status: summary, from: ja}", "{status: official-translation, from: en}"),
        ("{status: archive-translation, from: ja}", "{status: summary, from: en}"),
    ] {
        let places = [english, japanese].map(|version| 10 + version.find("from").unwrap() + "from: ".len());
        let archive = meeting(&format!("{PARTIES}\nversion: {english}"), &format!("version: {japanese}"));
        assert_reported(&archive, &[&format!("meetings/a.ja.md:3:{} conflicting-fact", places[1])]);
        let problem = &archive.check().problems()[0];
        assert_eq!(
            problem["message"],
            "this text is said to be made from that of the other file, and that one from this"
        );
        assert_eq!(problem["help"], "delete `from` in the file whose text was there first");
        let related = &problem["related"][0];
        assert_eq!(related["path"], "content/meetings/a.en.md");
        assert_eq!((related["line"].as_u64(), related["column"].as_u64()), (Some(5), Some(places[0] as u64)));
    }
    let page = |lang: &str, from: &str| {
        (format!("content/pages/about.{lang}.md"), format!("---\ntitle: T\nversion: {{from: {from}}}\n---\n"))
    };
    let ((english, in_english), (japanese, in_japanese)) = (page("en", "ja"), page("ja", "en"));
    let archive = Archive::new().file(&english, in_english).file(&japanese, in_japanese);
    assert_reported(&archive, &["pages/about.ja.md:3:17 conflicting-fact"]);
    for (english, japanese) in [
        ("{status: authentic}", "{status: archive-translation, from: en}"),
        ("{from: ja}", "{status: authentic}"),
        ("{status: official-translation}", "{status: official-translation}"),
        ("{status: summary}", "{status: summary, from: en}"),
    ] {
        let archive = meeting(&format!("{PARTIES}\nversion: {english}"), &format!("version: {japanese}"));
        assert_reported(&archive, &[]);
    }
}
