//! Who carries, hosts and takes part belongs to a side of the meeting.

use crate::support::{Archive, assert_reported, help};

/// The base archive with a third country, and groups beside a party and beside that country.
fn archive() -> Archive {
    Archive::new()
        .append(
            "content/delegations.yaml",
            "kr: {name: {en: Korea, ja: 韓国}}\n\
             us-industry: {name: {en: Industry, ja: 産業界}, kind: private, side: us}\n\
             kr-industry: {name: {en: Korean industry, ja: 韓国産業界}, kind: private, side: kr}\n",
        )
        .append(
            "content/organizations.yaml",
            "chamber: {delegation: us-industry, name: {en: Chamber, ja: 商工会議所}}\n\
             seoul: {delegation: kr, name: {en: Seoul, ja: ソウル}}\n",
        )
}

/// A commitment that these delegations carry, with these lines, in a meeting of these delegations.
fn carried(by: &str, more: &str, delegations: &str) -> Archive {
    let front = format!(
        "title: Meeting\ndate: 2020-03-02\ndelegations: {delegations}\ncommitments:\n  - id: promise\n    kind: undertaking\n    \
         track: cloud\n    text: Promise\n    delegations: {by}\n{more}"
    );
    let japanese = "title: 会合\ncommitments: [{id: promise, text: 約束}]";
    archive().note("m", "en", &front, "").note("m", "ja", japanese, "")
}

const BOTH: &str = "{us: {}, jp: {}}";

#[test]
fn a_commitment_is_not_laid_on_a_delegation_from_outside() {
    let outside = carried("[us, kr]", "", BOTH);
    assert_reported(&outside, &["meetings/m.en.md:10:23 invalid-value"]);
    assert_eq!(
        help(&outside),
        "name who carries the commitment; if `kr` took part, add it to the `delegations` of the meeting"
    );
    assert_reported(&carried("[us, kr-industry]", "", BOTH), &["meetings/m.en.md:10:23 invalid-value"]);
    for (by, there) in [
        ("[us, jp]", BOTH),
        ("[us-industry]", BOTH),
        ("[us, kr]", "{us: {}, jp: {}, kr: {}}"),
        ("[kr-industry]", "{us: {}, jp: {}, kr-industry: {}}"),
    ] {
        assert_reported(&carried(by, "", there), &[]);
    }
}

#[test]
fn a_body_answers_only_for_what_its_side_carries() {
    assert_reported(
        &carried("[us]", "    organizations: [state, mic]", BOTH),
        &["meetings/m.en.md:11:28 doubtful-fact"],
    );
    assert_reported(&carried("[us]", "    organizations: [state, chamber]", BOTH), &[]);
    assert_reported(&carried("[us-industry, jp]", "    organizations: [state, mic]", BOTH), &[]);
}

/// A meeting of these delegations, which begin at column 15 of line 4.
fn held(delegations: &str, more: &str) -> Archive {
    let front = format!("title: Meeting\ndate: 2020-03-02\ndelegations: {delegations}\n{more}");
    archive().note("m", "en", &front, "").note("m", "ja", "title: 会合", "")
}

#[test]
fn a_host_takes_part_or_is_a_party() {
    assert_reported(&held(BOTH, "host: kr"), &["meetings/m.en.md:5:7 invalid-value"]);
    assert_reported(&held(BOTH, "host: jp"), &[]);
    assert_reported(&held("{us: {}, jp: {}, kr: {}}", "host: kr"), &[]);
}

#[test]
fn a_body_sits_with_its_own_delegation() {
    assert_reported(
        &held("{us: {organizations: [state, mic]}, jp: {}}", ""),
        &["meetings/m.en.md:4:43 invalid-value"],
    );
    assert_reported(
        &held("{us: {}, jp: {}, us-industry: {organizations: [seoul]}}", ""),
        &["meetings/m.en.md:4:61 invalid-value"],
    );
    assert_reported(&held("{us: {organizations: [state, chamber]}, jp: {organizations: [mic]}}", ""), &[]);
}

#[test]
fn nobody_stands_on_two_sides() {
    assert_reported(
        &held("{us: {heads: [jane-doe]}, jp: {heads: [{person: jane-doe}]}}", ""),
        &["meetings/m.en.md:4:62 invalid-value"],
    );
    assert_reported(
        &held("{us: {heads: [jane-doe]}, jp: {people: [taro-yamada, jane-doe]}}", ""),
        &["meetings/m.en.md:4:67 invalid-value"],
    );
    assert_reported(&held("{us: {heads: [jane-doe]}, jp: {}, us-industry: {people: [jane-doe]}}", ""), &[]);
}

#[test]
fn in_a_draft_who_does_not_belong_is_only_warned_of() {
    let draft = |more: &str| held(BOTH, &format!("release: draft\n{more}")).check();
    let checked = draft("host: kr");
    assert_eq!(checked.reported(), ["meetings/m.en.md:6:7 invalid-value"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    // What does not exist is no unfinished work.
    assert_eq!(draft("host: xx").status, 1);
}

#[test]
fn nobody_from_outside_judges() {
    let judged = |by: &str| {
        let lines =
            format!("    assessments: [{{status: fulfilled, by: {by}, date: 2021-01-01, source: paper}}]\n");
        let documents = "documents: [{id: paper, title: Paper, url: 'https://a.example/'}]\n";
        let archive = carried("[us, jp]", &(lines + documents), BOTH);
        archive.edit(
            "content/meetings/m.ja.md",
            "title: 会合",
            "title: 会合\ndocuments: [{id: paper, title: 文書}]",
        )
    };
    assert_reported(&judged("kr"), &["meetings/m.en.md:11:43 invalid-value"]);
    assert_eq!(help(&judged("kr")), "write a side of the meeting, `archive` or `third-party`");
    for by in ["us", "us-industry", "archive", "third-party"] {
        assert_reported(&judged(by), &[]);
    }
}

#[test]
fn a_head_is_known_for_a_body_of_the_same_side() {
    let with = |organization: &str, there: &str| {
        let person = format!(
            "chief: {{name: {{en: Chief, ja: 長}}, family: {{en: Chief, ja: 長}}, roles: [{{organization: {organization}, title: {{en: Chief, ja: 長}}}}]}}\n"
        );
        held(there, "").append("content/people.yaml", &person)
    };
    assert_reported(&with("mic", "{us: {heads: [chief]}, jp: {}}"), &["meetings/m.en.md:4:28 doubtful-fact"]);
    assert_reported(&with("chamber", "{us: {heads: [chief]}, jp: {}}"), &[]);
    // Somebody from elsewhere may lead a side.
    assert_reported(&with("seoul", "{us: {heads: [chief]}, jp: {}}"), &[]);
    let twice = "{us: {heads: [{person: chief}], people: [chief]}, jp: {}}";
    assert_reported(&with("state", twice), &["meetings/m.en.md:4:55 doubtful-fact"]);
    assert_eq!(help(&with("state", twice)), "name each person once");
}

#[test]
fn no_delegation_stands_beside_itself_and_no_body_within_another_side() {
    let itself = archive().append(
        "content/delegations.yaml",
        "alone: {name: {en: Alone, ja: 単独}, kind: private, side: alone}\n",
    );
    let reported = itself.check().reported();
    assert!(reported.len() == 1 && reported[0].ends_with(" invalid-value"), "{reported:?}");
    let part = |parent: &str| {
        let body = format!("bureau: {{delegation: us, parent: {parent}, name: {{en: Bureau, ja: 局}}}}\n");
        archive().append("content/organizations.yaml", &body)
    };
    let reported = part("mic").check().reported();
    assert!(reported.len() == 1 && reported[0].ends_with(":34 invalid-value"), "{reported:?}");
    assert_eq!(help(&part("mic")), "correct the `parent`, or the `delegation` of one of the two");
    for parent in ["state", "chamber"] {
        assert_reported(&part(parent), &[]);
    }
}

#[test]
fn two_groups_that_stand_beside_one_another_end_no_check() {
    let archive = archive().append(
        "content/delegations.yaml",
        "one: {name: {en: One, ja: 一}, side: other}\nother: {name: {en: Other, ja: 他}, side: one}\n",
    );
    let front = "title: Meeting\ndate: 2020-03-02\ndelegations: {us: {}, jp: {}, one: {}}\nhost: other";
    let archive = archive.note("m", "en", front, "").note("m", "ja", "title: 会合", "");
    assert!(archive.check().problems().len() < 2);
}
