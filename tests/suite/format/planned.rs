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
    assert!(between(&page, "<dt>Last mentioned", "</dd>").contains("meetings/held/"), "{page}");
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
