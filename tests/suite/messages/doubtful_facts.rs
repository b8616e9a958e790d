//! Facts that can hardly be so are reported, each at its place; sound ones beside them are not.

use crate::support::{Archive, assert_reported};

/// A check on a day, so that what is still to come stays so.
#[track_caller]
fn told_on(day: &str, archive: &Archive, expected: &[&str]) {
    let checked = archive.run(&["check", "--format", "json", "--as-of", day]);
    assert_eq!(checked.reported(), expected, "{}", checked.stdout);
}

fn messages(archive: &Archive) -> Vec<String> {
    let problems = archive.check().problems();
    problems.iter().map(|problem| problem["message"].as_str().unwrap_or_default().to_owned()).collect()
}

/// A meeting of 2 March 2020 with a commitment and a document; these lines stand from line 5 on.
fn meeting(more: &str) -> Archive {
    let front = format!("date: 2020-03-02\ndocuments: [{{id: paper, title: {{}}}}]\n{more}");
    let front = front.replace("title: {}", "title: Paper, url: 'https://a.example/'");
    Archive::new().meeting("m", &front)
}

fn promise(more: &str) -> Archive {
    let archive = Archive::new().promise("m", "2020-03-02", more);
    let english = "documents: [{id: paper, title: Paper, url: 'https://a.example/'}]\ncommitments:";
    let archive = archive.edit("content/meetings/m.en.md", "commitments:", english);
    archive.edit(
        "content/meetings/m.ja.md",
        "commitments:",
        "documents: [{id: paper, title: 文書}]\ncommitments:",
    )
}

const ASSESSED: &str = "assessments: [{status: fulfilled, by: archive, source: paper, date: ";

#[test]
fn what_follows_on_a_meeting_is_not_dated_before_it() {
    assert_reported(&promise("due: 2020-03-01"), &["meetings/m.en.md:12:10 doubtful-fact"]);
    assert_eq!(
        messages(&promise("due: {by: 2020-03-01}")),
        ["the due day is 2020-03-01, before the meeting of 2020-03-02"]
    );
    let assessed = promise(&format!("{ASSESSED}2018-01-01}}]"));
    assert_reported(&assessed, &["meetings/m.en.md:12:73 doubtful-fact"]);
    assert_eq!(messages(&assessed), ["the assessment is dated 2018-01-01, before the meeting of 2020-03-02"]);
    let corrected = "corrections: [{date: 2020-03-01, note: Spelling}]";
    let corrected = meeting(corrected).edit(
        "content/meetings/m.ja.md",
        "title: 会合m",
        "title: 会合m\ndocuments: [{id: paper, title: 文書}]\ncorrections: [{note: 誤字}]",
    );
    assert_reported(&corrected, &["meetings/m.en.md:6:22 doubtful-fact"]);
    for sound in ["due: 2020-03-02", "due: 2050-12-31", &format!("{ASSESSED}2020-03-02}}]")] {
        assert_reported(&promise(sound), &[]);
    }
}

#[test]
fn what_was_done_was_not_done_on_a_day_to_come() {
    let assessed = promise(&format!("{ASSESSED}2021-01-02}}]"));
    told_on("2021-01-01", &assessed, &["meetings/m.en.md:12:73 doubtful-fact"]);
    told_on("2021-01-02", &assessed, &[]);
    let edit = |more: &str| {
        let archive = promise("");
        archive.edit("content/meetings/m.en.md", "id: paper, ", &format!("id: paper, {more}, "))
    };
    told_on("2021-01-01", &edit("retrieved: 2999-01-01"), &["meetings/m.en.md:5:36 doubtful-fact"]);
    told_on("2021-01-01", &edit("date: 2021-01-02"), &["meetings/m.en.md:5:31 doubtful-fact"]);
    // A document may be older than the meeting, and one for a meeting to come may have its day.
    told_on("2021-01-01", &edit("date: 2001-01-02"), &[]);
    told_on("2020-01-01", &edit("date: 2020-03-02"), &[]);
}

#[test]
fn a_meeting_to_come_is_sound_within_five_years() {
    let archive = |day: &str| Archive::new().promise("m", day, "due: 2040-01-01");
    told_on("2026-11-28", &archive("2031-11-28"), &[]);
    told_on("2026-11-28", &archive("2031-11-29"), &["meetings/m.en.md:4:7 doubtful-fact"]);
    let range = Archive::new().meeting("m", "date: {from: 2042-04-01, to: 2042-04-02}");
    told_on("2026-11-28", &range, &["meetings/m.en.md:4:14 doubtful-fact"]);
    // A month counts as its first day.
    told_on("2026-11-28", &archive("2031-11"), &[]);
    told_on("2026-11-28", &archive("2031-12"), &["meetings/m.en.md:4:7 doubtful-fact"]);
}

#[test]
fn the_end_of_a_range_is_looked_at_too() {
    let range = |to: &str| Archive::new().meeting("m", &format!("date: {{from: 2020-04-01, to: {to}}}"));
    told_on("2026-11-28", &range("2042-04-01"), &["meetings/m.en.md:4:30 doubtful-fact"]);
    assert_eq!(
        range("2942-04-01").check().problems()[0]["message"].as_str().unwrap_or_default().split(',').next(),
        Some("the meeting ends on 2942-04-01")
    );
    told_on("2026-11-28", &range("2031-11-28"), &[]);
    let months = Archive::new().meeting("m", "date: {from: 2020-04, to: 2042-04}");
    told_on("2026-11-28", &months, &["meetings/m.en.md:4:27 doubtful-fact"]);
    assert!(messages(&months)[0].starts_with("the meeting ends in 2042-04, "), "{:?}", messages(&months));
}

#[test]
fn no_day_lies_before_all_records_or_far_ahead() {
    assert_reported(
        &Archive::new().meeting("m", "date: 0020-03-02"),
        &["meetings/m.en.md:4:7 doubtful-fact"],
    );
    // Nothing more is reported that only follows from it.
    let early = Archive::new().meeting("2020-03-02", "date: 0020-03-02");
    assert_eq!(messages(&early), ["0020-03-02 is before the year 1850"]);
    assert_reported(&promise("due: 0021-03-02"), &["meetings/m.en.md:12:10 doubtful-fact"]);
    told_on("2026-11-28", &promise("due: 2200-12-31"), &["meetings/m.en.md:12:10 doubtful-fact"]);
    told_on("2026-11-28", &promise("due: {by: 2200-12-31}"), &["meetings/m.en.md:12:15 doubtful-fact"]);
    told_on("2026-11-28", &promise("due: 2076-11-28"), &[]);
    let embargo = |day: &str| meeting(&format!("release: {{embargoed-until: {day}}}"));
    told_on("2026-11-28", &embargo("2999-01-01"), &["meetings/m.en.md:6:28 doubtful-fact"]);
    told_on("2026-11-28", &embargo("2056-11-28"), &[]);
    let document = |more: &str| {
        let archive = promise("");
        archive.edit("content/meetings/m.en.md", "id: paper, ", &format!("id: paper, {more}, "))
    };
    assert_reported(&document("date: 0200-01-01"), &["meetings/m.en.md:5:31 doubtful-fact"]);
    let before = document("date: 2020-03-02, retrieved: 2020-03-01");
    assert_reported(&before, &["meetings/m.en.md:5:54 doubtful-fact"]);
    assert_eq!(messages(&before), ["the retrieval is dated 2020-03-01, before the document of 2020-03-02"]);
    assert_reported(&document("date: 2020-03-02, retrieved: 2020-03-02"), &[]);
    assert_reported(&document("date: 1854-03-31"), &[]);
    let in_month = document("date: 2020-03, retrieved: 2020-02-29");
    assert_eq!(messages(&in_month), ["the retrieval is dated 2020-02-29, before the document of 2020-03"]);
    assert_reported(&document("date: 2020-03, retrieved: 2020-03-01"), &[]);
    told_on("2021-01-01", &document("date: 2021-02"), &["meetings/m.en.md:5:31 doubtful-fact"]);
    told_on("2021-02-01", &document("date: 2021-02"), &[]);
}

#[test]
fn roles_and_names_end_on_no_far_day() {
    let role = |days: &str| {
        let person = format!(
            "chief:\n  name: {{en: Chief, ja: 長}}\n  family: {{en: Chief, ja: 長}}\n  roles: [{{title: {{en: Chief, ja: 長}}, {days}}}]\n"
        );
        Archive::new().meeting("m", "date: 2020-03-02").append("content/people.yaml", &person)
    };
    for (days, is_reported) in [
        ("from: 2001-01-01, until: 2102-01-01", true),
        ("from: 0201-01-01", true),
        ("from: 2201-01-01", true),
        ("from: 2001-01-01, until: 2029-01-01", false),
    ] {
        let reported = role(days).run(&["check", "--format", "json", "--as-of", "2026-11-28"]).reported();
        let reported: Vec<_> = reported.iter().map(|it| it.rsplit(' ').next().unwrap_or_default()).collect();
        assert_eq!(reported, if is_reported { vec!["doubtful-fact"] } else { vec![] }, "{days}");
    }
    let name = |until: &str| {
        let names = format!(
            "office: {{delegation: jp, name: {{en: Office, ja: 局}}, names: [{{until: {until}, name: {{en: Bureau, ja: 部}}}}]}}\n"
        );
        Archive::new().meeting("m", "date: 2020-03-02").append("content/organizations.yaml", &names)
    };
    assert_eq!(messages(&name("2902-03-31")).len(), 1);
    assert_eq!(messages(&name("2002-03-31")), Vec::<String>::new());
}

#[test]
fn there_is_no_year_0() {
    assert_reported(&Archive::new().meeting("m", "date: 0000-01-01"), &["meetings/m.en.md:4:7 invalid-date"]);
    assert_reported(&promise("due: 0000-12-31"), &["meetings/m.en.md:12:10 invalid-date"]);
    assert_reported(
        &Archive::new().meeting("m", "date: 0001-01-01"),
        &["meetings/m.en.md:4:7 doubtful-fact"],
    );
}

#[test]
fn the_name_of_a_file_begins_with_no_other_day() {
    let reported = |id: &str, date: &str| {
        let archive = Archive::new().meeting(id, &format!("date: {date}"));
        messages(&archive)
    };
    assert_eq!(
        reported("2021-04-01-second", "2020-04-01"),
        ["the name of the file begins with 2021-04-01, and the meeting is dated 2020-04-01"]
    );
    assert_eq!(reported("2021-02-30", "2021-02-28").len(), 1);
    assert_eq!(
        reported("2021-04-second", "2021-05"),
        ["the name of the file begins with 2021-04, and the meeting is dated 2021-05"]
    );
    assert_eq!(reported("2021-04", "2021-05-01").len(), 1);
    assert_eq!(reported("2021-05-02-second", "2021-04").len(), 1);
    assert_eq!(reported("2021-04", "2020-01-01").len(), 1);
    let range = "{from: 2021-04-01, to: 2021-04-03}";
    assert_eq!(reported("2021-04-04-x", range).len(), 1);
    for (id, date) in [
        ("2021-04-01-second", "2021-04-01"),
        ("2021-04-02", range),
        ("2021-04-second", "2021-04-30"),
        ("2021-04", "2021-04"),
        ("2021-04-02-second", "2021-04"),
        ("2021-05-second", "{from: 2021-04, to: 2021-05}"),
        // The year of a term, and a number.
        ("2021-13-agenda", "2020-01-01"),
        ("2021-04-123", "2020-01-01"),
        ("2030-agenda", "2020-01-01"),
        ("second-2021-04-01", "2020-01-01"),
    ] {
        assert_eq!(reported(id, date), Vec::<String>::new(), "{id} {date}");
    }
}

#[test]
fn a_number_counts_one_meeting_of_a_dialogue() {
    let two = |one: &str, other: &str| {
        let archive = Archive::new().meeting("a", &format!("date: 2020-01-01\n{one}"));
        archive.meeting("b", &format!("date: 2021-01-01\n{other}"))
    };
    assert_reported(&two("number: 1", "number: 1"), &["meetings/b.en.md:5:9 doubtful-fact"]);
    assert_reported(&two("number: 1", "number: 1\nrelease: draft"), &["meetings/b.en.md:5:9 doubtful-fact"]);
    assert_reported(&two("number: 1", "number: 2"), &[]);
    assert_reported(&two("number: 1\nrelease: withdrawn", "number: 1"), &[]);
    assert_reported(&two("number: 1\nlevel: director", "number: 1\nlevel: ministerial"), &[]);
    let other = "other: {title: {en: Other talks, ja: 別の協議}, parties: [us, jp]}\n";
    let two = two("number: 1\ndialogue: policy", "number: 1\ndialogue: other");
    assert_reported(&two.append("content/dialogues.yaml", other), &[]);
}

#[test]
fn a_title_with_its_date_stands_once_in_a_dialogue() {
    let two = |date: &str| {
        let archive = Archive::new().meeting("a", "date: 2020-01-01");
        let archive = archive.meeting("b", &format!("date: {date}"));
        archive.edit("content/meetings/b.en.md", "Meeting b", "Meeting a")
    };
    assert_reported(&two("2020-01-01"), &["meetings/b.en.md:2:8 doubtful-fact"]);
    assert_reported(&two("2021-01-01"), &[]);
}
