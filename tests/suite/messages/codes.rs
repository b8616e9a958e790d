//! Each code of a problem of the facts: what brings it about, and the exact place where it is reported.

use crate::support::{Archive, assert_reported, help};

const EN: &str = "content/meetings/a.en.md";
const JA: &str = "content/meetings/a.ja.md";

/// An archive with one meeting of one commitment. Its English file: line 2 title, 3 delegations, 4 date, 5 commitments,
/// 6 id, 7 kind, 8 track, 9 delegations, 10 text, and from 11 on what is added to the commitment.
fn one(more: &str) -> Archive {
    Archive::new().promise("a", "2010-11-01", more)
}

#[test]
fn unknown_organization() {
    assert_reported(&one("organizations: [mci]"), &["meetings/a.en.md:11:21 unknown-organization"]);
    assert_eq!(help(&one("organizations: [mci]")), "did you mean `mic`?");
    assert_reported(&Archive::notes("[[organization:mci]]"), &["meetings/a.en.md:6:1 unknown-organization"]);
    let people = Archive::new().edit("content/people.yaml", "organization: mic", "organization: mci");
    assert_reported(&people, &["people.yaml:6:26 unknown-organization"]);
}

#[test]
fn unknown_person() {
    let archive = one("").edit(EN, "us: {}", "us: {heads: [jane-do]}");
    assert_reported(&archive, &["meetings/a.en.md:3:28 unknown-person"]);
    assert_eq!(help(&archive), "did you mean `jane-doe`?");
    let archive = one("").edit(EN, "us: {}", "us: {heads: [{person: jane-do, as: Chair}]}");
    assert_reported(&archive, &["meetings/a.en.md:3:37 unknown-person"]);
    let archive = one("").edit(EN, "us: {}", "us: {people: [jane-doe, x]}");
    assert_reported(&archive, &["meetings/a.en.md:3:39 unknown-person"]);
}

#[test]
fn unknown_dialogue() {
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\ndialogue: polcy"),
        &["meetings/a.en.md:5:11 unknown-dialogue"],
    );
    let part = Archive::new().append("content/dialogues.yaml", "  part_of: polcy\n");
    let part = part.append(
        "content/dialogues.yaml",
        "other: {title: {en: Other, ja: 別}, parties: [us, jp], part_of: policy}\n",
    );
    assert_reported(&part, &["dialogues.yaml:4:12 unknown-dialogue"]);
    assert_eq!(help(&part), "did you mean `policy`?");
}

#[test]
fn unknown_delegation_in_every_place() {
    assert_reported(
        &one("").edit(EN, "delegations: [us, jp]", "delegations: [us, fr]"),
        &["meetings/a.en.md:9:23 unknown-delegation"],
    );
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\nhost: fr"),
        &["meetings/a.en.md:5:7 unknown-delegation"],
    );
    let organizations = Archive::new().edit("content/organizations.yaml", "delegation: us", "delegation: fr");
    assert_reported(&organizations, &["organizations.yaml:1:21 unknown-delegation"]);
}

#[test]
fn a_record_with_one_mistake_shows_its_others_and_stays_known() {
    let archive = one("organizations: [mic]")
        .edit("content/organizations.yaml", "delegation: jp", "delegation: japan")
        .edit(
            "content/organizations.yaml",
            "reading: そうむしょう",
            "names: [{until: 2001-13-05, name: Old}]",
        );
    assert_reported(
        &archive,
        &["organizations.yaml:3:15 unknown-delegation", "organizations.yaml:6:19 invalid-date"],
    );
}

#[test]
fn unknown_meeting() {
    assert_reported(&Archive::notes("See [[meeting:b]].\n"), &["meetings/a.en.md:6:5 unknown-meeting"]);
    assert_reported(&one("fulfills: [b/promise]"), &["meetings/a.en.md:11:16 unknown-meeting"]);
}

#[test]
fn unknown_commitment() {
    assert_reported(&one("continues: [a/promse]"), &["meetings/a.en.md:11:17 unknown-commitment"]);
    assert_reported(&one("continues: [promise]"), &["meetings/a.en.md:11:17 unknown-commitment"]);
    let archive =
        one("").note("a", "ja", "title: 会合a\ncommitments: [{id: promise, text: 約束}, {id: promse}]", "");
    assert_reported(&archive, &["meetings/a.ja.md:3:45 unknown-commitment"]);
    assert_eq!(help(&archive), "did you mean `promise`?");
}

#[test]
fn unknown_document() {
    assert_reported(&Archive::notes("会、[[document:x]]"), &["meetings/a.en.md:6:3 unknown-document"]);
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\nversion: {source: x}"),
        &["meetings/a.en.md:5:19 unknown-document"],
    );
    let assessed = one("assessments: [{status: fulfilled, date: 2011-01-01, by: archive, source: x}]");
    assert_reported(&assessed, &["meetings/a.en.md:11:78 unknown-document"]);
}

#[test]
fn unknown_key() {
    let archive = one("trak: cloud");
    assert_reported(&archive, &["meetings/a.en.md:11:5 unknown-key"]);
    assert_eq!(help(&archive), "did you mean `track`?");
    assert_reported(
        &Archive::new().edit("content/site.yaml", "title:", "licence: MIT\ntitle:"),
        &["site.yaml:1:1 unknown-key"],
    );
}

#[test]
fn missing_field_is_reported_at_the_first_key_of_its_record() {
    assert_reported(&one("").edit(EN, "date: 2010-11-01\n", ""), &["meetings/a.en.md:2:1 missing-field"]);
    assert_reported(&one("").edit(EN, "    track: cloud\n", ""), &["meetings/a.en.md:6:5 missing-field"]);
    assert_reported(
        &one("").edit(EN, "\n    text: Promise of a", "").edit(JA, "text: aの約束", ""),
        &["meetings/a.en.md:6:5 missing-field"],
    );
    assert_reported(
        &one("assessments: [{status: fulfilled, date: 2011-01-01, by: archive}]"),
        &["meetings/a.en.md:11:20 missing-field"],
    );
    assert_reported(
        &Archive::new().edit("content/tracks.yaml", "title: {en: Cloud computing, ja: クラウド}", ""),
        &["tracks.yaml:1:8 missing-field"],
    );
}

#[test]
fn a_missing_party_is_reported_at_the_first_delegation() {
    assert_reported(
        &one("").edit(EN, "{us: {}, jp: {}}", "{us: {}}"),
        &["meetings/a.en.md:3:15 missing-field"],
    );
}

#[test]
fn a_release_without_a_word_or_a_day_is_reported() {
    let page = "---\ntitle: A\nrelease: {}\n---\n";
    let archive = Archive::new().file("content/pages/a.en.md", page);
    let reported = archive.file("content/pages/a.ja.md", "---\ntitle: 甲\n---\n");
    assert_reported(&reported, &["pages/a.en.md:3:10 missing-field"]);
}

#[test]
fn missing_field_of_an_archive_without_settings_is_reported_in_their_first_line() {
    assert_reported(&Archive::new().without("content/site.yaml"), &["site.yaml:1:1 missing-field"]);
}

#[test]
fn an_empty_text_is_a_missing_one() {
    assert_reported(
        &one("").edit(EN, "title: Meeting a", "title: ''").note(
            "a",
            "ja",
            "commitments: [{id: promise, text: 約束}]",
            "",
        ),
        &["meetings/a.en.md:2:1 missing-field"],
    );
    assert_reported(
        &one("").edit(EN, "text: Promise of a", "text: ''").edit(JA, "text: aの約束", ""),
        &["meetings/a.en.md:6:5 missing-field"],
    );
}

#[test]
fn every_word_of_yaml_for_nothing_is_reported() {
    for nothing in ["~", "null", "Null", "NULL"] {
        let archive = one("").edit(EN, "title: Meeting a", &format!("title: {nothing}"));
        assert_reported(&archive, &["meetings/a.en.md:2:1 missing-field"]);
    }
}

#[test]
fn a_record_with_nothing_in_it_misses_its_fields() {
    let archive = Archive::new().edit(
        "content/tracks.yaml",
        "cloud: {title: {en: Cloud computing, ja: クラウド}}",
        "cloud:",
    );
    assert_reported(&archive, &["tracks.yaml:1:1 missing-field"]);
}

#[test]
fn invalid_id() {
    assert_reported(
        &Archive::new().promise("a", "2010-11-01", "").edit(EN, "id: promise", "id: Promise_1").note(
            "a",
            "ja",
            "title: 会合a\ncommitments: [{id: Promise_1, text: 約束}]",
            "",
        ),
        &["meetings/a.en.md:6:9 invalid-id"],
    );
    assert_reported(
        &Archive::new().edit("content/tracks.yaml", "cloud:", "Cloud:"),
        &["tracks.yaml:1:1 invalid-id"],
    );
    let archive = Archive::new()
        .note("総務省", "en", "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}", "")
        .note("総務省", "ja", "title: あ", "");
    assert_reported(
        &archive,
        &["meetings/総務省.en.md:2:1 invalid-id", "meetings/総務省.ja.md:2:1 invalid-id"],
    );
}

#[test]
fn invalid_date() {
    for (date, line, column) in [
        ("date: 2011-02-30", 4, 7),
        ("date: 2011-13-01", 4, 7),
        ("date: 20110101", 4, 7),
        ("date: 2011-1-1", 4, 7),
        ("date: {from: 2011-06-10, to: 2011-06-09}", 4, 30),
        ("date: {from: 2011-06-00, to: 2011-06-09}", 4, 14),
        ("date: 2011-01-01\nrelease: {embargoed-until: soon}", 5, 28),
        ("date: 2011-01-01\ncorrections: [{date: 2011-02-29}]", 5, 22),
        ("date: 2011-01-01\ndocuments: [{id: d, title: D, retrieved: 2011-04-31}]", 5, 42),
    ] {
        let place = format!("meetings/a.en.md:{line}:{column} invalid-date");
        assert_reported(&Archive::new().meeting("a", date), &[&place]);
    }
    let people = "a:\n  name: A\n  roles: [{title: X, from: 2012-01-01, until: 2011-12-31}]\n";
    assert_reported(&Archive::new().file("content/people.yaml", people), &["people.yaml:3:47 invalid-date"]);
}

#[test]
fn invalid_value_of_front_matter() {
    assert_reported(&one("").edit(EN, "undertaking", "undertakin"), &["meetings/a.en.md:7:11 invalid-value"]);
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\nnumber: first"),
        &["meetings/a.en.md:5:9 invalid-value"],
    );
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\naliases: [old/]"),
        &["meetings/a.en.md:5:11 invalid-value"],
    );
    assert_reported(
        &Archive::new().file("content/meetings/a.en.md", "---\n- a\n- b\n---\n"),
        &["meetings/a.en.md:2:1 invalid-value"],
    );
    assert_reported(
        &Archive::new().edit("content/dialogues.yaml", "[us, jp]", "[us]"),
        &["dialogues.yaml:3:12 invalid-value"],
    );
    assert_reported(
        &Archive::new().edit("content/dialogues.yaml", "[us, jp]", "[us, us]"),
        &["dialogues.yaml:3:17 invalid-value"],
    );
    let itself = Archive::new().append("content/dialogues.yaml", "  part_of: policy\n");
    assert_reported(&itself, &["dialogues.yaml:4:12 invalid-value"]);
    assert_eq!(help(&itself), "name another dialogue, or leave `part_of` out");
    let dialogue = |id: &str, whole: &str| {
        format!("{id}: {{title: {{en: {id}, ja: 対話}}, parties: [us, jp], part_of: {whole}}}\n")
    };
    let circle = [dialogue("a", "b"), dialogue("b", "c"), dialogue("c", "a")].concat();
    let circle = Archive::new().append("content/dialogues.yaml", &circle);
    assert_reported(&circle, &["dialogues.yaml:6:57 invalid-value"]);
    assert_reported(&one("related: [a/promise]"), &["meetings/a.en.md:11:15 invalid-value"]);
    for base in ["https://archive.example/a?b", "https://archive.example/#c"] {
        let archive =
            Archive::new().edit("content/site.yaml", "title:", &format!("base_url: {base}\ntitle:"));
        assert_reported(&archive, &["site.yaml:1:11 invalid-value"]);
        assert_eq!(Archive::new().build_with(&["--base-url", base]).status, 2);
    }
    let organizations = "a: {name: A, delegation: us, parent: b}\nb: {name: B, delegation: us, parent: a}\n";
    let archive = Archive::new().append("content/organizations.yaml", organizations);
    assert_reported(&archive, &["organizations.yaml:8:38 invalid-value"]);
    assert_reported(
        &Archive::new().edit("content/site.yaml", "title:", "languages: [en]\ntitle:"),
        &["site.yaml:1:12 invalid-value"],
    );
}

#[test]
fn duplicate_id() {
    let title = "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new().note("2010/a", "en", title, "").note("2011/a", "en", title, "").note(
        "a",
        "ja",
        "title: あ",
        "",
    );
    assert_reported(&archive, &["meetings/2011/a.en.md:1:1 duplicate-id"]);
    assert_reported(&Archive::notes("## One {#x}\n\n## Two {#x}\n"), &["meetings/a.en.md:8:10 duplicate-id"]);
    let document = "documents: [{id: d, title: D}]";
    let archive = Archive::new()
        .meeting("a", &format!("date: 2010-11-01\n{document}"))
        .meeting("b", &format!("date: 2011-11-01\n{document}"));
    assert_reported(&archive, &["meetings/b.en.md:5:18 duplicate-id"]);
}

#[test]
fn duplicate_key_is_reported_at_the_second() {
    let archive = one("").edit(EN, "title: Meeting a", "title: Meeting a\ntitle: Meeting b");
    assert_reported(&archive, &["meetings/a.en.md:3:1 duplicate-key"]);
    assert_reported(
        &Archive::new().edit("content/tracks.yaml", "open-internet:", "cloud:"),
        &["tracks.yaml:2:1 duplicate-key"],
    );
}

#[test]
fn conflicting_facts_show_both_places() {
    let front = "title: 会合a\ndate: 2010-11-02\ncommitments: [{id: promise, kind: report, text: 約束}]";
    let archive = one("").note("a", "ja", front, "");
    assert_reported(
        &archive,
        &["meetings/a.ja.md:3:7 conflicting-fact", "meetings/a.ja.md:4:35 conflicting-fact"],
    );
    let related: Vec<_> =
        archive.check().problems().iter().map(|it| it["related"][0]["line"].clone()).collect();
    assert_eq!(related, [4, 7]);
}

#[test]
fn a_day_is_the_same_as_from_that_day_to_that_day() {
    let front =
        "title: 会合a\ndate: {from: 2010-11-01, to: 2010-11-01}\ncommitments: [{id: promise, text: 約束}]";
    assert_reported(&one("").note("a", "ja", front, ""), &[]);
}

#[test]
fn conflicting_due_days_show_both_places() {
    let front = "title: 会合a\ncommitments: [{id: promise, due: 2011-12-30, text: 約束}]";
    let archive = one("due: 2011-12-31").note("a", "ja", front, "");
    assert_reported(&archive, &["meetings/a.ja.md:3:34 conflicting-fact"]);
    let related = &archive.check().problems()[0]["related"][0];
    assert_eq!((&related["path"], &related["line"]), (&EN.into(), &11.into()));
}

#[test]
fn a_judgement_that_the_two_files_state_differently_is_a_conflict() {
    let archive = Archive::new()
        .promise("a", "2010-11-01", "assessments: [{status: fulfilled, date: 2011-01-01, by: us, source: d}]")
        .edit(EN, "date: 2010-11-01", "date: 2010-11-01\ndocuments: [{id: d, title: D}]");
    let front =
        "title: 会合a\ncommitments: [{id: promise, assessments: [{status: in-progress}], text: 約束}]";
    assert_reported(&archive.note("a", "ja", front, ""), &["meetings/a.ja.md:3:52 conflicting-fact"]);
}

#[test]
fn lineage_cycle_is_reported_at_the_reference_that_closes_it() {
    let archive = Archive::new().promise("a", "2010-11-01", "continues: [b/promise]").promise(
        "b",
        "2010-11-01",
        "revises: [a/promise]",
    );
    assert_reported(&archive, &["meetings/b.en.md:11:15 lineage-cycle"]);
    assert_reported(&one("supersedes: [a/promise]"), &["meetings/a.en.md:11:18 lineage-cycle"]);
    let related = Archive::new().promise("a", "2010-11-01", "related: [b/promise]").promise(
        "b",
        "2011-11-01",
        "related: [a/promise]",
    );
    assert_reported(&related, &[]);
}

#[test]
fn lineage_order() {
    let archive =
        Archive::new().promise("a", "2010-11-01", "fulfills: [b/promise]").promise("b", "2011-11-01", "");
    assert_reported(&archive, &["meetings/a.en.md:11:16 lineage-order"]);
}

#[test]
fn missing_translation_of_a_text() {
    assert_reported(&one("").edit(JA, ", text: aの約束", ""), &["meetings/a.ja.md:3:20 missing-translation"]);
    assert_reported(&one("").edit(JA, "title: 会合a", ""), &["meetings/a.ja.md:1:1 missing-translation"]);
    assert_reported(
        &one("").edit(EN, "\n    text: Promise of a", ""),
        &["meetings/a.en.md:6:9 missing-translation"],
    );
}

#[test]
fn a_name_like_no_other_and_a_file_that_is_not_there_are_reported_with_the_place_to_put_them() {
    let archive =
        Archive::new().meeting("a", "date: 2010-11-01\ndocuments: [{id: d, title: D, file: none.pdf}]").edit(
            "content/meetings/a.en.md",
            "jp: {}",
            "jp: {heads: [hanako-minami], organizations: [xyz-board]}",
        );
    let helps: Vec<_> =
        archive.check().problems().iter().map(|it| it["help"].as_str().map(str::to_owned)).collect();
    let expected = [
        "add it to content/people.yaml",
        "add it to content/organizations.yaml",
        "put it into content/static/",
    ];
    assert_eq!(helps, expected.map(|help| Some(help.to_owned())));
}
