//! What is no date is answered with the right form, of a day or of a month of which the day is not known.

use crate::support::{Archive, assert_reported, help};

fn dated(date: &str) -> Archive {
    Archive::new().meeting("m", &format!("date: {date}"))
}

/// Asserts that the date of a meeting is refused at its place, with this help.
#[track_caller]
fn assert_refused(date: &str, way_out: &str) {
    let archive = dated(date);
    assert_reported(&archive, &["meetings/m.en.md:4:7 invalid-date"]);
    assert_eq!(help(&archive), way_out, "{date}");
}

#[test]
fn a_day_in_another_form_is_answered_with_its_own() {
    for date in
        ["2020/4/1", "2020.4.1", "2020-4-1", "2020年4月1日", "令和2年4月1日", "1 Apr 2020", "April 1, 2020"]
    {
        assert_refused(date, "write `2020-04-01`");
    }
}

#[test]
fn a_month_in_another_form_is_answered_with_its_own() {
    for date in ["2012/10", "2012年10月", "平成24年10月", "Oct 2012", "October 2012", "in October 2012"]
    {
        assert_refused(date, "write `2012-10`");
    }
    // YAML takes it for a number.
    let number = dated("2012.10");
    assert_reported(&number, &["meetings/m.en.md:4:7 invalid-value"]);
    assert_eq!(help(&number), "write `2012-10`");
    assert_refused("2012-1", "write `2012-01`");
    let no_month = "there is no month 13; October is written as `2012-10`, and its first day as `2012-10-01`";
    assert_refused("2012-13", no_month);
    assert_refused("2012-13-05", no_month);
    assert_refused("2012-10-32", "October 2012 has 31 days");
    for date in ["2012", "2012年", "平成24年度"] {
        let form = "a date is written as YYYY-MM-DD, or as YYYY-MM where the day is not known";
        assert_refused(date, &format!("{form}: the month is needed too"));
    }
    assert_refused("soon", "a date is written as YYYY-MM-DD, or as YYYY-MM where the day is not known");
}

#[test]
fn full_width_digits_of_a_month_are_a_matter_of_these() {
    let archive = dated("２０１２-１０");
    assert_reported(&archive, &["meetings/m.en.md:4:7 full-width-syntax"]);
    assert!(help(&archive).contains("2012-10"), "{}", help(&archive));
}

#[test]
fn several_months_in_words_are_answered_with_their_form() {
    for months in ["2012年10月〜11月", "October–November 2012", "2012-10 to 2012-11", "Oct 2012 - Nov 2012"]
    {
        assert_refused(months, "write `{from: 2012-10, to: 2012-11}`");
    }
    let ends = dated("{from: Oct 2012, to: 2012-13}");
    assert_reported(&ends, &["meetings/m.en.md:4:14 invalid-date", "meetings/m.en.md:4:28 invalid-date"]);
    let backwards = dated("{from: 2012-11, to: 2012-10}");
    assert_reported(&backwards, &["meetings/m.en.md:4:27 invalid-date"]);
    for sound in
        ["{from: 2012-10, to: 2012-11}", "{from: 2012-10, to: 2012-10}", "{from: 2012-10-28, to: 2012-11}"]
    {
        assert_reported(&dated(sound), &[]);
    }
}

#[test]
fn documents_roles_and_names_take_a_month_too() {
    let document = |date: &str| {
        let front = format!(
            "date: 2012-10\ndocuments: [{{id: paper, title: Paper, url: 'https://a.example/', date: {date}}}]"
        );
        Archive::new().meeting("m", &front).edit(
            "content/meetings/m.ja.md",
            "title: 会合m",
            "title: 会合m\ndocuments: [{id: paper, title: 文書}]",
        )
    };
    assert_reported(&document("2012-11"), &[]);
    assert_reported(&document("Nov 2012"), &["meetings/m.en.md:5:72 invalid-date"]);
    assert_eq!(help(&document("Nov 2012")), "write `2012-11`");
    let role = |days: &str| {
        let person = format!(
            "chief:\n  name: {{en: Chief, ja: 長}}\n  family: {{en: Chief, ja: 長}}\n  roles: [{{title: {{en: Chief, ja: 長}}, {days}}}]\n"
        );
        let archive = Archive::new().meeting("m", "date: 2012-10").append("content/people.yaml", &person);
        archive
            .check()
            .problems()
            .iter()
            .map(|it| it["message"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for sound in [
        "from: 2012-10, until: 2013-03",
        "from: 2012-10-05, until: 2012-10",
        "from: 2012-10, until: 2012-10-05",
    ] {
        assert_eq!(role(sound), Vec::<String>::new(), "{sound}");
    }
    assert_eq!(
        role("from: 2012-10, until: 2012-09"),
        ["the role ends on 2012-09, before it begins on 2012-10"]
    );
}

#[test]
fn where_a_day_is_needed_a_month_is_none() {
    for (key, line) in [
        ("release", "release: {embargoed-until: 2012-11}"),
        ("corrections", "corrections: [{date: 2012-11, note: Spelling}]"),
    ] {
        let archive = Archive::new().meeting("m", &format!("date: 2012-10\n{line}"));
        let problems = archive.check().problems();
        let refused = problems.iter().find(|it| it["code"] == "invalid-date").unwrap();
        assert_eq!(refused["help"], "a date is written as YYYY-MM-DD: the day is needed too", "{key}");
    }
}

#[test]
fn both_files_may_say_the_month_and_must_agree() {
    let both = |english: &str, japanese: &str| {
        dated(english).edit(
            "content/meetings/m.ja.md",
            "title: 会合m",
            &format!("title: 会合m\ndate: {japanese}"),
        )
    };
    assert_reported(&both("2012-10", "2012-10"), &[]);
    assert_reported(&both("2012-10", "{from: 2012-10, to: 2012-10}"), &[]);
    assert_reported(&both("2012-10", "2012-10-01"), &["meetings/m.ja.md:3:7 conflicting-fact"]);
}

#[test]
fn what_goes_on_from_another_meeting_of_a_month_may_be_the_later_one() {
    let archive = |later: &str| {
        Archive::new().promise("a", "2012-10-15", "").promise("b", later, "continues: [a/promise]")
    };
    assert_reported(&archive("2012-10"), &[]);
    assert_reported(&archive("2012-09"), &["meetings/b.en.md:11:17 lineage-order"]);
}
