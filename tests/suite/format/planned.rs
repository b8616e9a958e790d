//! A meeting whose day is still to come is planned, and never the latest.

use crate::support::{Archive, Built};

/// A meeting of the past, and one of 1 June 2021 that takes up its commitment.
fn archive() -> Archive {
    Archive::new()
        .promise("held", "2020-03-02", "")
        .promise("coming", "2021-06-01", "continues: [held/promise]")
        .append("content/meetings/coming.en.md", "See [[commitment:held/promise]].\n")
        .append("content/meetings/coming.ja.md", "[[commitment:held/promise]]を参照。\n")
}

fn on(archive: &Archive, day: &str) -> Built {
    archive.build_with(&["--as-of", day, "--base-url", "https://x.example/"]).ok()
}

/// The part of a page from one text to another.
fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let rest = page.split_once(start).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or(rest, |(part, _)| part)
}

#[test]
fn it_is_marked_and_is_not_the_latest() {
    let archive = archive();
    let built = on(&archive, "2021-05-31");
    let mark = "<span class=\"tag planned\">Planned</span>";
    for page in ["en/meetings/coming/", "en/meetings/", "en/timeline/", "en/"] {
        assert!(built.page(page).contains(mark), "{page}");
    }
    assert!(built.page("ja/meetings/coming/").contains("<span class=\"tag planned\">予定</span>"));
    assert!(!built.page("en/meetings/held/").contains("</h1>\n<span class=\"tag planned\""));
    let home = built.page("en/");
    assert!(between(&home, "Latest meeting</h2>", "</section>").contains("meetings/held/"));
    assert!(!between(&home, "Recent meetings</h2>", "</section>").contains("meetings/coming/"));
    assert!(between(&home, "Planned meetings</h2>", "</section>").contains("meetings/coming/"));
}

#[test]
fn on_its_day_it_is_the_latest() {
    let archive = archive();
    on(&archive, "2021-05-31");
    let built = on(&archive, "2021-06-01");
    let home = built.page("en/");
    assert!(between(&home, "Latest meeting</h2>", "</section>").contains("meetings/coming/"));
    assert!(!home.contains("Planned"), "{home}");
    assert!(built.page("en/feed.xml").contains("meetings/coming/"));
    assert!(
        built
            .page("en/commitments/held/promise/")
            .contains("meetings/coming/\">Meeting coming</a> <span class=\"quiet\">")
    );
}

#[test]
fn it_is_in_the_calendar_and_in_no_feed_yet() {
    let archive = archive();
    let built = on(&archive, "2021-05-31");
    for feed in ["en/feed.xml", "ja/tracks/cloud/feed.xml"] {
        let feed = built.page(feed);
        assert!(!feed.contains("coming") && feed.contains("<updated>2020-03-02T00:00:00Z"), "{feed}");
    }
    let calendar = built.page("en/calendar.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20210601"), "{calendar}");
    assert!(!calendar.contains("DTSTAMP:2021"), "{calendar}");
}

#[test]
fn what_it_names_was_not_mentioned_last_by_it() {
    let archive = archive();
    let page = on(&archive, "2021-05-31").page("en/commitments/held/promise/");
    assert!(!page.contains("Last mentioned"), "{page}");
}

#[test]
fn without_a_text_nothing_is_said_of_its_authority_and_nothing_is_set_side_by_side() {
    let archive = Archive::new().promise("held", "2020-03-02", "").meeting("coming", "date: 2021-06-01");
    let built = on(&archive, "2021-05-31");
    for lang in ["en", "ja"] {
        let page = built.page(&format!("{lang}/meetings/coming/"));
        assert!(!page.contains("version-not-stated") && !page.contains("/parallel/"), "{page}");
        assert!(!built.has(&format!("{lang}/meetings/coming/parallel/")));
        assert!(!built.page(&format!("{lang}/coverage/")).contains("meetings/coming/parallel/"));
        assert!(built.has(&format!("{lang}/meetings/held/parallel/")));
    }
    assert!(built.page("en/meetings/held/").contains("version-not-stated"));
    let built = on(&archive, "2021-06-01");
    assert!(built.page("en/meetings/coming/").contains("version-not-stated"));
    assert!(built.has("en/meetings/coming/parallel/"));
}

#[test]
fn it_is_not_counted_among_the_meetings_held() {
    let archive = archive();
    let count = |day: &str| on(&archive, day).page("en/").matches("1 meeting<").count();
    assert_eq!((count("2021-05-31"), count("2021-06-01")), (2, 0));
    assert!(!on(&archive, "2021-05-31").page("en/timeline/").contains("to the latest"));
}

#[test]
fn nothing_was_taken_up_and_nobody_took_part_at_it_yet() {
    let archive = archive()
        .append("content/organizations.yaml", "agency: {delegation: jp, name: {en: Agency, ja: 庁}}\n")
        .edit("content/meetings/coming.en.md", "jp: {}", "jp: {organizations: [agency]}");
    let standing =
        |day: &str| on(&archive, day).page("en/tracks/cloud/").contains("taken up again at a later meeting");
    assert_eq!((standing("2021-05-31"), standing("2021-06-01")), (false, true));
    let table =
        |day: &str| on(&archive, day).page("en/organizations/").contains("class=\"matrix participation\"");
    assert_eq!((table("2021-05-31"), table("2021-06-01")), (false, true));
    let archive = archive.promise("between", "2021-01-04", "continues: [held/promise]");
    let continued = |day: &str| on(&archive, day).page("en/").contains("class=\"standing taken-up\"");
    assert_eq!((continued("2021-05-31"), continued("2021-06-01")), (false, true));
}

#[test]
fn the_meeting_before_says_that_the_next_is_planned() {
    let archive = archive();
    for (day, next) in [("2021-05-31", "Next meeting (planned)"), ("2021-06-01", "Next meeting")] {
        let page = on(&archive, day).page("en/meetings/held/");
        assert!(page.contains(&format!("rel=\"next\"><span>{next}</span>")), "{page}");
    }
    let page = on(&archive, "2021-05-31").page("ja/meetings/held/");
    assert!(page.contains("<span>次の会合（予定）</span>"), "{page}");
    let matrix = on(&archive, "2021-05-31").page("en/matrix/");
    assert_eq!(matrix.matches("<span class=\"tag planned\">").count(), 1, "{matrix}");
}

#[test]
fn it_is_reported_by_no_warning_until_it_is_more_than_five_years_ahead() {
    let reported = |day: &str| {
        let archive = Archive::new().meeting("coming", &format!("date: {day}"));
        archive.run(&["check", "--format", "json", "--as-of", "2021-05-31"]).reported()
    };
    for sound in ["2021-06-01", "2026-05-31", "2026-05", "{from: 2026-05-30, to: 2026-05-31}"] {
        assert_eq!(reported(sound), Vec::<String>::new(), "{sound}");
    }
    for far in ["2026-06-01", "2026-06"] {
        assert_eq!(reported(far), ["meetings/coming.en.md:4:7 doubtful-fact"], "{far}");
    }
}
