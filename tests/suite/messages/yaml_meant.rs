//! What a clerk meant is what is reported, with the right form written out: days in words, braces, hyphens, languages.

use crate::support::{Archive, assert_reported};

const EN: &str = "content/meetings/a.en.md";

/// Each problem as `path:line:column code: message (help)`, the path without `content/`.
fn reported(archive: &Archive) -> Vec<String> {
    let checked = archive.check();
    let words = checked.problems().into_iter().map(|it| {
        let help = it["help"].as_str().map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{}{help}", it["message"].as_str().unwrap())
    });
    checked.reported().into_iter().zip(words).map(|(place, words)| format!("{place}: {words}")).collect()
}

/// Asserts that just this is reported.
#[track_caller]
fn assert_one(archive: &Archive, expected: &str) {
    assert_eq!(reported(archive), [expected]);
}

fn meeting() -> Archive {
    Archive::new().promise("a", "2010-11-01", "")
}

/// A meeting with this due day on line 10.
fn due(due: &str) -> Archive {
    Archive::new().promise("a", "2010-11-01", &format!("due: {due}"))
}

#[test]
fn a_full_width_colon_in_the_first_key_is_reported_whatever_stands_below() {
    for below in [
        "date: 2010-11-01",
        "# 以下は省略できる：注記\n\n#  a: b\n# c\ndate: 2010-11-01",
        "\n\n\n\n\ndate: 2010-11-01",
    ] {
        let archive = meeting().edit(EN, "title: Meeting a", &format!("title：会合\n{below}"));
        let archive = archive.edit(EN, "\ndate: 2010-11-01\ncommitments", "\ncommitments");
        assert_one(
            &archive,
            "meetings/a.en.md:2:6 full-width-syntax: the full-width `：` stands where YAML has a sign of its own (write `:` \
             and a blank after it)",
        );
        let archive = archive.edit(EN, "title：会合", "title:会合");
        assert_one(
            &archive,
            "meetings/a.en.md:2:6 yaml-syntax: behind this colon a space is missing (write `title: 会合`)",
        );
    }
}

#[test]
fn a_comma_in_braces_ends_a_text_without_quotes() {
    let track =
        |title: &str| Archive::new().append("content/tracks.yaml", &format!("trade: {{title: {title}}}\n"));
    for (title, place, quoted) in [
        ("{en: Trade, investment and cables, ja: 貿易}", "3:26", "\"Trade, investment and cables\""),
        ("{en: Trade, investment, and cables, ja: 貿易}", "3:26", "\"Trade, investment, and cables\""),
        ("{ja: 貿易, en: \"x\", note, }", "", ""),
        ("{ja: 貿易, en: The \"new\" trade, cables}", "3:44", "'The \"new\" trade, cables'"),
    ] {
        if place.is_empty() {
            assert_reported(
                &track(title),
                &["tracks.yaml:3:34 missing-field", "tracks.yaml:3:34 unknown-key"],
            );
            continue;
        }
        let way_out = format!("a text with a comma in it goes into quotes there: {quoted}");
        assert_one(
            &track(title),
            &format!("tracks.yaml:{place} yaml-syntax: inside braces, this comma ends the text ({way_out})"),
        );
    }
    assert_reported(
        &track("{en: Floods, ja：洪水}"),
        &["tracks.yaml:3:9 missing-translation", "tracks.yaml:3:31 full-width-syntax"],
    );
    assert_reported(
        &track("{en：Floods, ja：洪水}"),
        &["tracks.yaml:3:19 full-width-syntax", "tracks.yaml:3:30 full-width-syntax"],
    );
    assert_reported(&track("{en: \"Trade, cables\", ja: 貿易、投資}"), &[]);
}

#[test]
fn an_embargo_is_reported_with_its_braces() {
    let release =
        |release: &str| reported(&meeting().edit(EN, "\ndate:", &format!("\nrelease: {release}\ndate:")));
    let braces = "write it in braces: `release: {embargoed-until: 2026-12-01}`";
    assert_eq!(
        release("embargoed-until: 2026-12-01"),
        [format!(
            "meetings/a.en.md:4:25 yaml-syntax: a key with a value stands on the line of another key ({braces})"
        )]
    );
    for written in
        ["\"embargoed-until: 2026-12-01\"", "2026-12-01", "until 2026-12-01", "embargoed-until 2026-12-01"]
    {
        let reported = release(written);
        assert!(
            reported[0].ends_with("(write it in braces, without quotes: `{embargoed-until: 2026-12-01}`)"),
            "{reported:?}"
        );
        assert_eq!(reported.len(), 1);
    }
    assert!(release("pubished")[0].ends_with("(did you mean `published`?)"));
    assert!(
        release("later")[0].ends_with("(one of: draft, published, withdrawn, {embargoed-until: 2026-12-01})")
    );
    assert_eq!(release("{embargoed-until: 2009-12-01}"), [""; 0]);
}

#[test]
fn keys_on_the_line_of_another_key_are_reported_with_their_braces() {
    for (written, braces) in [
        ("date: from: 2010-11-01, to: 2010-11-02", "`date: {from: 2010-11-01, to: 2010-11-02}`"),
        ("version: status: authentic # as signed", "`version: {status: authentic}`"),
    ] {
        let archive = meeting().edit(EN, "date: 2010-11-01", written);
        let reported = reported(&archive);
        assert!(
            reported.len() == 1 && reported[0].ends_with(&format!("(write it in braces: {braces})")),
            "{reported:?}"
        );
    }
}

#[test]
fn a_due_day_in_words_is_reported_with_the_form_for_words() {
    for (written, form) in [
        ("2025", "{text: 2025, by: 2025-12-31}"),
        ("in 2025", "{text: in 2025, by: 2025-12-31}"),
        ("2024-04", "{text: 2024-04, by: 2024-04-30}"),
        ("令和7年度", "{text: 令和7年度, by: 2026-03-31}"),
        ("by June, 2025", "{text: \"by June, 2025\", by: 2025-06-30}"),
    ] {
        let expected = format!(
            "meetings/a.en.md:11:10 invalid-date: `{written}` is not a date (write the words of the source and the last day \
             that they allow: `{form}`)"
        );
        assert_one(&due(written), &expected);
    }
    for written in ["2020/4/1", "2020.4.1", "令和2年4月1日", "2020年4月1日", "April 1, 2020", "20200401"]
    {
        let expected =
            format!("meetings/a.en.md:11:10 invalid-date: `{written}` is not a date (write `2020-04-01`)");
        assert_one(&due(written), &expected);
    }
    assert!(
        reported(&due("before the next meeting"))[0].contains("`{text: by the end of 2020, by: 2020-12-31}`")
    );
    assert!(reported(&due("{text: in 2025, by: 2025}"))[0].ends_with("(write `2025-12-31`)"));
    assert!(reported(&due("2020-02-30"))[0].ends_with("(February 2020 has 29 days)"));
    for sound in ["2020-04-01", "{text: in 2025, by: 2025-12-31}", "{text: before the next meeting}"] {
        let archive = due(sound);
        assert!(reported(&archive).iter().all(|reported| !reported.contains("invalid-date")), "{sound}");
    }
}

#[test]
fn any_other_day_in_another_form_is_reported_with_the_right_one() {
    let document = "\ndocuments: [{id: d, title: D, url: https://a.example/, date: 令和2年4月1日, retrieved: 2020/4/2}]\ndate:";
    let told_of = reported(&meeting().edit(EN, "\ndate:", document));
    assert!(
        told_of[0].ends_with("(write `2020-04-01`)") && told_of[1].ends_with("(write `2020-04-02`)"),
        "{told_of:?}"
    );
    let month = reported(&meeting().edit(EN, "date: 2010-11-01", "date: November 2010"));
    assert!(month[0].ends_with("(write `2010-11`)"), "{month:?}");
}

#[test]
fn a_text_in_both_languages_in_a_note_is_reported_with_the_text_that_belongs_there() {
    let publisher = "\nplace: {en: 'Tokyo, Japan', ja: 東京}\ndate:";
    assert_one(
        &meeting().edit(EN, "\ndate:", publisher),
        "meetings/a.en.md:4:8 invalid-value: expected a text, found a map (in a note, write a plain text in the language of \
         the file: `\"Tokyo, Japan\"`; the text in the other language goes into the .ja.md file, under the same key)",
    );
    let japanese = meeting().edit(
        "content/meetings/a.ja.md",
        "title: 会合a",
        "title: 会合a\nplace: {en: Tokyo, ja: 東京}",
    );
    let told_of = reported(&japanese);
    assert!(
        told_of[0].contains("`東京`; the text in the other language goes into the .en.md file"),
        "{told_of:?}"
    );
    let registry = Archive::new().edit(
        "content/organizations.yaml",
        "reading: そうむしょう",
        "reading: {en: a, ja: そ}",
    );
    assert!(reported(&registry)[0].ends_with("(write one plain text here, the same for both languages)"));
    let other = reported(&meeting().edit(EN, "\ndate:", "\nplace: {city: Tokyo}\ndate:"));
    assert!(
        other[0].ends_with("expected a text, found a map (write one value, without braces)"),
        "{other:?}"
    );
}

#[test]
fn a_missing_hyphen_is_reported() {
    let hyphen = "the hyphen is missing with which each item of a list begins";
    let commented = meeting().edit(EN, "  - id: promise", "  id: promise   # you choose it");
    let expected = format!("meetings/a.en.md:6:3 yaml-syntax: {hyphen} (write `- id: promise`)");
    assert_one(&commented, &expected);
    assert_one(&meeting().edit(EN, "  - id: promise", "  id: promise"), &expected);
    // The second item, and a list of other records.
    let second = "\n  id: second\n    kind: undertaking\n    track: cloud\n    delegations: [us, jp]\n    text: Second\n---\n";
    let archive = meeting().edit(EN, "\n---\n", second);
    assert_one(&archive, &format!("meetings/a.en.md:11:3 yaml-syntax: {hyphen} (write `- id: second`)"));
    let corrections = "\ncorrections:\n  date: 2026-11-22\n    note: A name.\n---\n";
    let archive = meeting().edit(EN, "\n---\n", corrections);
    assert_one(
        &archive,
        &format!("meetings/a.en.md:12:3 yaml-syntax: {hyphen} (write `- date: 2026-11-22`)"),
    );
    let aligned = "\ncorrections:\n  date: 2026-11-22\n  note: A name.\n---\n";
    let told_of = reported(&meeting().edit(EN, "\n---\n", aligned));
    assert!(
        told_of[0].contains("expected a list, found a map (begin each item of the list with a hyphen"),
        "{told_of:?}"
    );
}

#[test]
fn facts_whose_colons_are_all_full_width_are_reported_at_the_first() {
    let full_width = "full-width-syntax: the full-width `：` stands where YAML has a sign of its own";
    let note = |front: &str| meeting().note("a", "ja", front, "");
    assert_one(
        &note("title：第1回会合\nplace：市"),
        &format!("meetings/a.ja.md:2:6 {full_width} (write `title: `)"),
    );
    assert_one(
        &note("title:第1回会合"),
        "meetings/a.ja.md:2:6 yaml-syntax: behind this colon a space is missing (write `title: 第1回会合`)",
    );
    let glossary = Archive::new().file("content/glossary.yaml", "- en：water level\n  ja：水位\n");
    assert_one(&glossary, &format!("glossary.yaml:1:5 {full_width} (write `en: `)"));
}

#[test]
fn a_hyphen_without_its_space_is_reported_with_it() {
    let message = "yaml-syntax: behind this hyphen a space is missing";
    let archive = meeting().edit(EN, "  - id: promise", "  -id: promise");
    assert_one(&archive, &format!("meetings/a.en.md:6:3 {message} (write `- id: promise`)"));
    let glossary = Archive::new().file("content/glossary.yaml", "-en: water level\n  ja: 水位\n");
    assert_one(&glossary, &format!("glossary.yaml:1:1 {message} (write `- en: water level`)"));
}

#[test]
fn who_took_part_goes_into_braces_on_the_line_of_a_delegation() {
    let message = "yaml-syntax: a key with a value stands on the line of another key";
    for (written, form, column) in [
        ("jp: heads: [jane-doe]", "jp: {heads: [jane-doe]}", "12"),
        ("jp: heads: jane-doe", "jp: {heads: [jane-doe]}", "12"),
        ("jp:\n    heads: person: jane-doe", "heads: [{person: jane-doe}]", "18"),
    ] {
        let archive = meeting().edit(
            EN,
            "delegations: {us: {}, jp: {}}",
            &format!("delegations:\n  us: {{}}\n  {written}"),
        );
        let line = if written.contains('\n') { 6 } else { 5 };
        let help = format!("write it in braces: `{form}`");
        assert_one(&archive, &format!("meetings/a.en.md:{line}:{column} {message} ({help})"));
    }
}

#[test]
fn an_embargo_is_reported_with_its_form_wherever_it_stands() {
    let fact = |line: &str| meeting().edit(EN, "\ndate:", &format!("\n{line}\ndate:"));
    assert_one(
        &fact("embargoed-until: 2026-12-01"),
        "meetings/a.en.md:4:1 unknown-key: the format has no key `embargoed-until` here \
         (write `release: {embargoed-until: 2026-12-01}`)",
    );
    assert_one(
        &fact("release: embargoed-until：2026-12-01"),
        "meetings/a.en.md:4:10 invalid-value: `embargoed-until：2026-12-01` is none of the values known here \
         (write it in braces, without quotes: `{embargoed-until: 2026-12-01}`)",
    );
}

#[test]
fn a_status_and_a_number_in_words_are_reported_with_their_form() {
    let fact = |line: &str| meeting().edit(EN, "\ndate:", &format!("\n{line}\ndate:"));
    assert_one(
        &fact("version: summary"),
        "meetings/a.en.md:4:10 invalid-value: expected a map of keys and values, found the text \"summary\" \
         (write `version: {status: summary}`)",
    );
    assert_one(
        &fact("number: 第2回"),
        "meetings/a.en.md:4:9 invalid-value: expected a whole number, found the text \"第2回\" (write `number: 2`)",
    );
}

#[test]
fn several_days_in_words_are_reported_with_their_form() {
    for days in ["2010年11月1日〜2日", "November 1-2, 2010", "2010-11-01 to 2010-11-02", "2010-11-01〜02"]
    {
        let archive = meeting().edit(EN, "date: 2010-11-01", &format!("date: {days}"));
        let help = "write `{from: 2010-11-01, to: 2010-11-02}`";
        assert_one(&archive, &format!("meetings/a.en.md:4:7 invalid-date: `{days}` is not a date ({help})"));
    }
}
