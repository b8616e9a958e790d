//! The pictures: what they show, where their marks lead, and that all of it is there without seeing them.

use scraper::Html;

use crate::support::{
    Archive,
    page::{select, words},
};

/// Four meetings in two places and online, each held in another way.
fn archive() -> Archive {
    let place = |archive: Archive, id: &str, place: &str| {
        archive.note(id, "ja", &format!("title: 会合{id}\nplace: {place}"), "")
    };
    let archive = Archive::new()
        .meeting("a", "date: 2010-11-01\nplace: Tokyo\nmode: in-person")
        .meeting("b", "date: {from: 2011-06-09, to: 2011-06-10}\nplace: Washington")
        .meeting("c", "date: 2012-03-22\nplace: Tokyo\nmode: hybrid")
        .meeting("d", "date: 2012-03-23\nmode: virtual");
    place(place(place(archive, "a", "東京"), "b", "ワシントン"), "c", "東京")
}

/// The marks of a picture: where each leads, what it says, and its shape by name.
fn marks(page: &str, picture: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let link = select(&format!("svg.{picture} a:has(path)"));
    let marks = page.select(&link).map(|link| {
        let label = link.attr("aria-label").unwrap();
        // The words for those who hear it are those for those who point at it.
        assert_eq!(words(link.select(&select("title")).next().unwrap()), label);
        let shape = link.select(&select("path")).next().unwrap().attr("class").unwrap();
        format!("{} ({label}) {shape}", link.attr("href").unwrap())
    });
    marks.collect()
}

#[test]
fn the_timeline_has_a_mark_for_every_meeting_in_the_lane_of_its_place() {
    let archive = archive();
    let built = archive.build().ok();
    for (address, root) in [("en/timeline/", "../../"), ("en/", "../")] {
        let page = built.page(address);
        assert_eq!(
            marks(&page, "timeline-picture"),
            [
                format!("{root}en/meetings/a/ (Nov 1, 2010, Meeting a, Tokyo, In person) mark in-person"),
                format!(
                    "{root}en/meetings/c/ (Mar 22, 2012, Meeting c, Tokyo, In person and online) mark hybrid"
                ),
                format!("{root}en/meetings/b/ (Jun 9–10, 2011, Meeting b, Washington) mark not-stated"),
                format!("{root}en/meetings/d/ (Mar 23, 2012, Meeting d, Online) mark virtual"),
            ]
        );
        let page = Html::parse_document(&page);
        let texts: Vec<_> = page.select(&select("svg.timeline-picture text")).map(words).collect();
        assert_eq!(texts, ["2010", "2011", "2012", "Tokyo", "Washington", "Online"]);
        let legend: Vec<_> = page.select(&select(".legend li")).map(words).collect();
        assert_eq!(legend, ["In person", "Online", "In person and online", "Form not stated"]);
    }
    let page = Html::parse_document(&built.page("ja/timeline/"));
    let texts: Vec<_> = page.select(&select("svg.timeline-picture text")).map(words).collect();
    assert_eq!(texts, ["2010", "2011", "2012", "東京", "ワシントン", "オンライン"]);
}

#[test]
fn the_shapes_of_the_forms_differ() {
    let archive = archive();
    let page = archive.build().ok().page("en/timeline/");
    let page = Html::parse_document(&page);
    let shapes = select(".legend path");
    let mut drawn: Vec<_> = page
        .select(&shapes)
        .map(|path| (path.attr("d").unwrap().to_owned(), path.attr("class") == Some("mark not-stated")))
        .collect();
    assert_eq!(drawn.len(), 4);
    drawn.sort();
    drawn.dedup();
    // A disc and a ring are drawn alike, the ring empty; all others have lines of their own.
    assert_eq!(drawn.len(), 4, "{drawn:?}");
}

#[test]
fn a_single_meeting_and_a_withdrawn_one_need_no_picture() {
    let archive =
        Archive::new().meeting("a", "date: 2010-11-01").meeting("b", "date: 2011-11-01\nrelease: withdrawn");
    let page = archive.build().ok().page("en/timeline/");
    assert!(page.contains("<main") && !page.contains("class=\"timeline-picture\""));
}

#[test]
fn marks_of_one_lane_never_lie_on_each_other() {
    let mut archive = Archive::new();
    for n in 0..300 {
        let date = format!("20{:02}-{:02}-{:02}", n / 48, n / 4 % 12 + 1, n % 4 + 1);
        archive = archive.meeting(&format!("m{n}"), &format!("date: {date}\nplace: Tokyo"));
    }
    let page = archive.build().published().page("en/timeline/");
    let page = Html::parse_document(&page);
    let xs: Vec<i32> = page
        .select(&select("svg.timeline-picture a path"))
        .map(|path| {
            path.attr("d").unwrap().trim_start_matches('M').split(' ').next().unwrap().parse().unwrap()
        })
        .collect();
    assert_eq!(xs.len(), 300);
    assert!(xs.windows(2).all(|two| two[1] - two[0] >= 18), "{xs:?}");
    let width: i32 =
        page.select(&select("svg.timeline-picture")).next().unwrap().attr("width").unwrap().parse().unwrap();
    assert!(width > *xs.last().unwrap(), "the last mark is inside the picture");
}

#[test]
fn places_beyond_the_eighth_lane_share_one() {
    let mut archive = Archive::new();
    for n in 0..12 {
        let place = if n < 3 { 0 } else { n };
        archive =
            archive.meeting(&format!("m{n}"), &format!("date: 20{:02}-01-01\nplace: City {place}", n + 10));
    }
    let page = archive.build_with(&["--as-of", "2030-01-01"]).published().page("en/timeline/");
    let page = Html::parse_document(&page);
    let labels: Vec<_> = page.select(&select("svg.timeline-picture text.label")).map(words).collect();
    assert_eq!(
        labels,
        ["City 0", "City 3", "City 4", "City 5", "City 6", "City 7", "City 8", "Other places"]
    );
    assert_eq!(page.select(&select("svg.timeline-picture a")).count(), 12);
}

#[test]
fn the_picture_of_a_track_links_its_commitments_and_stands_in_a_list_behind_it() {
    let archive = Archive::new()
        .promise("one", "2010-11-01", "")
        .promise("two", "2011-06-09", "continues: [one/promise]")
        .promise("three", "2012-03-22", "revises: [one/promise]")
        .promise("alone", "2013-03-22", "");
    let built = archive.build().ok();
    let page = built.page("en/tracks/cloud/");
    let to = |id: &str| format!("../../../en/commitments/{id}/promise/");
    assert_eq!(
        marks(&page, "lineage-picture"),
        [
            format!("{} (Nov 1, 2010: Taken up again: Promise of one) node taken-up", to("one")),
            format!("{} (Jun 9, 2011: Takes up an earlier one: Promise of two) node latest", to("two")),
            format!("{} (Mar 22, 2012: Takes up an earlier one: Promise of three) node latest", to("three")),
        ]
    );
    let page = Html::parse_document(&page);
    let columns: Vec<_> = page.select(&select("svg.lineage-picture a > text")).map(words).collect();
    assert_eq!(columns, ["November 2010", "June 2011", "March 2012"]);
    // One line goes on in the lane, the other leaves it.
    let lines: Vec<_> = page.select(&select("path.link")).map(|path| path.attr("d").unwrap()).collect();
    assert_eq!(lines, ["M44 72H156", "M44 72H212C240 72 240 124 268 124"]);
    let list: Vec<_> = page.select(&select("details.behind ol.thread > li .text")).map(words).collect();
    assert_eq!(list, ["Promise of one", "Promise of two", "Promise of three"]);
}

#[test]
fn a_track_without_links_has_no_picture() {
    let archive = Archive::new().promise("one", "2010-11-01", "").promise("two", "2011-06-09", "");
    let page = archive.build().ok().page("en/tracks/cloud/");
    let main = page.split("<main").nth(1).unwrap();
    assert!(!main.contains("<svg") && !main.contains("<details"), "{page}");
}

#[test]
fn the_table_of_organizations_says_who_took_part_where() {
    let meeting = |archive: Archive, id: &str, date: &str, us: &str, jp: &str| {
        let front = format!("title: Meeting {id}\ndate: {date}\ndelegations: {{us: {us}, jp: {jp}}}");
        archive.note(id, "en", &front, "").note(id, "ja", &format!("title: 会合{id}"), "")
    };
    let archive = meeting(Archive::new(), "a", "2010-11-01", "{}", "{organizations: [mic]}");
    let archive = meeting(archive, "b", "2011-11-01", "{organizations: [state]}", "{organizations: [mic]}");
    let archive = archive.append(
        "content/organizations.yaml",
        "never: {delegation: jp, name: {en: Never there, ja: 不参加}, reading: ふさんか}\n",
    );
    let built = archive.build().ok();
    let rows = |lang: &str| -> Vec<Vec<String>> {
        let page = Html::parse_document(&built.page(&format!("{lang}/organizations/")));
        let row = select("table.participation tr");
        page.select(&row).map(|row| row.select(&select("th, td")).map(words).collect()).collect()
    };
    assert_eq!(
        rows("en"),
        [
            vec!["Organization", "Nov 1, 2010", "Nov 1, 2011", "Total"],
            vec!["United States"],
            vec!["Department of State", "", "●", "1"],
            vec!["Japan"],
            vec!["Ministry of Internal Affairs and Communications (MIC)", "●", "●", "2"],
        ]
    );
    assert_eq!(rows("ja")[4], ["総務省（MIC）", "○", "○", "2"]);
    let page = Html::parse_document(&built.page("en/organizations/"));
    let mark = select("table.participation td [role=img]");
    assert!(page.select(&mark).all(|mark| mark.attr("aria-label") == Some("took part")));
}

#[test]
fn pictures_need_no_style_of_their_own() {
    let archive = archive();
    for (path, page) in archive.build().ok().pages() {
        assert!(!page.contains(" style=\"") && !page.contains("<style"), "{path}");
    }
}
