//! The pictures: what they show, where their marks lead, and that all of it is there without seeing them.

use scraper::{ElementRef, Html};

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
    for address in ["en/timeline/", "en/"] {
        let page = built.resolved(address);
        assert_eq!(
            marks(&page, "timeline-picture"),
            [
                "/en/meetings/a/ (Nov 1, 2010, Meeting a, Tokyo, In person) mark in-person",
                "/en/meetings/c/ (Mar 22, 2012, Meeting c, Tokyo, Hybrid (in person and online)) mark hybrid",
                "/en/meetings/b/ (Jun 9–10, 2011, Meeting b, Washington) mark not-stated",
                "/en/meetings/d/ (Mar 23, 2012, Meeting d, Online) mark virtual",
            ]
        );
        let page = Html::parse_document(&page);
        let texts: Vec<_> = page.select(&select("svg.timeline-picture text")).map(words).collect();
        assert_eq!(texts, ["2010", "2011", "2012", "Tokyo", "Other places", "Online"]);
        assert!(page.root_element().text().any(|text| text.contains("shows 4 meetings from 2010 to 2012.")));
        let legend: Vec<_> = page.select(&select(".legend li")).map(words).collect();
        assert_eq!(legend, ["In person", "Online", "Hybrid (in person and online)", "Format not stated"]);
    }
    let page = Html::parse_document(&built.page("ja/timeline/"));
    let texts: Vec<_> = page.select(&select("svg.timeline-picture text")).map(words).collect();
    assert_eq!(texts, ["2010", "2011", "2012", "東京", "その他の場所", "オンライン"]);
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

/// The discs of a picture: the middle of each, and its radius.
fn discs(page: &Html, link: &str) -> Vec<[i32; 3]> {
    let disc = |path: ElementRef<'_>| {
        let (start, arc) = path.attr("d").unwrap().trim_start_matches('M').split_once('a').unwrap();
        let (left, y) = start.split_once(' ').unwrap();
        let radius: i32 = arc.split(' ').next().unwrap().parse().unwrap();
        [left.parse::<i32>().unwrap() + radius, y.parse().unwrap(), radius]
    };
    page.select(&select(&format!("{link} path"))).map(disc).collect()
}

#[test]
fn three_hundred_marks_stand_apart_and_inside_their_picture() {
    let mut archive = Archive::new();
    for n in 0..300 {
        let date = format!("20{:02}-{:02}-{:02}", n / 48, n / 4 % 12 + 1, n % 4 + 1);
        archive = archive.meeting(&format!("m{n}"), &format!("date: {date}\nplace: Tokyo"));
    }
    let page = archive.build().published().page("en/timeline/");
    let page = Html::parse_document(&page);
    let discs = discs(&page, "svg.timeline-picture a");
    assert_eq!(discs.len(), 300);
    for (at, [x, y, radius]) in discs.iter().enumerate() {
        for [other, beside, its_radius] in &discs[..at] {
            let (across, down, room) = (x - other, y - beside, radius + its_radius);
            assert!(across * across + down * down >= room * room, "{x} {y} lies on {other} {beside}");
        }
    }
    let picture = page.select(&select("svg.timeline-picture")).next().unwrap();
    let size = |name: &str| picture.attr(name).unwrap().parse::<i32>().unwrap();
    let is_inside = |[x, y, radius]: &[i32; 3]| {
        (*radius..=size("width") - radius).contains(x) && (*radius..=size("height") - radius).contains(y)
    };
    assert!(discs.iter().all(is_inside));
}

#[test]
fn marks_stand_at_their_days() {
    let mut archive = Archive::new();
    for (id, date) in [("a", "2010-01-01"), ("b", "2011-01-01"), ("c", "2011-07-01"), ("d", "2020-01-01")] {
        archive = archive.meeting(id, &format!("date: {date}\nplace: Tokyo"));
    }
    let page = Html::parse_document(&archive.build().published().page("en/timeline/"));
    let years: Vec<i32> = page
        .select(&select("svg.timeline-picture line.grid"))
        .map(|line| line.attr("x1").unwrap().parse().unwrap())
        .collect();
    let middle = i32::midpoint(years[1], years[2]);
    let xs: Vec<i32> = discs(&page, "svg.timeline-picture a").iter().map(|[x, ..]| *x).collect();
    assert_eq!(xs[..2], years[..2]);
    assert!((xs[2] - middle).abs() <= 2, "{} is not in the middle of the year, {middle}", xs[2]);
    assert_eq!(xs[3], years[10]);
}

#[test]
fn a_mark_has_the_number_of_its_meeting_and_grows_with_its_points() {
    let mut archive = Archive::new();
    for (year, points) in [(2010, 0), (2011, 4), (2012, 60), (2013, 90)] {
        let id = format!("m{year}");
        let commitments = |text: &dyn Fn(usize) -> String| {
            let items = (0..points).map(|n| format!("\n  - {{id: c{n}, {}}}", text(n)));
            items.collect::<Vec<_>>().concat()
        };
        let english = |n| format!("kind: shared-view, track: cloud, delegations: [us], text: View {n}.");
        let list =
            |items: String| if items.is_empty() { String::new() } else { format!("\ncommitments:{items}") };
        let front = format!("date: {year}-01-01\nnumber: {}{}", year - 2009, list(commitments(&english)));
        let archive_with = archive.meeting(&id, &front);
        let japanese = list(commitments(&|n| format!("text: 見解{n}。")));
        archive = archive_with.note(&id, "ja", &format!("title: 会合{japanese}"), "");
    }
    let page = Html::parse_document(&archive.build().published().page("en/timeline/"));
    let numbers: Vec<_> = page.select(&select("svg.timeline-picture a text")).map(words).collect();
    assert_eq!(numbers, ["1", "2", "3", "4"]);
    let radii: Vec<i32> = discs(&page, "svg.timeline-picture a").iter().map(|[.., radius]| *radius).collect();
    assert!(radii[0] * 2 >= 24, "the smallest is large enough to touch");
    assert!(radii[0] < radii[1] && radii[1] < radii[2] && radii[2] == radii[3], "{radii:?}");
    let label = page.select(&select("svg.timeline-picture a")).nth(1).unwrap().attr("aria-label").unwrap();
    assert!(label.ends_with("No. 2, 4 shared views"), "{label}");
    let text = page.root_element().text().collect::<String>();
    assert!(text.contains("Points recorded from them: 154 shared views."));
}

#[test]
fn only_places_that_recur_have_a_lane_and_the_rarest_of_many_share_one() {
    let places = |places: &[&str]| {
        let mut archive = Archive::new();
        for (n, place) in places.iter().enumerate() {
            let front = format!("date: {}-01-01\n{place}", 2000 + n);
            archive = archive.meeting(&format!("m{n}"), &front);
        }
        let page = Html::parse_document(&archive.build().published().page("en/timeline/"));
        assert_eq!(page.select(&select("svg.timeline-picture a")).count(), places.len());
        let labels = select("svg.timeline-picture text.label:not([aria-hidden])");
        page.select(&labels).map(words).collect::<Vec<_>>()
    };
    let once = ["place: A", "place: B", "place: C\nmode: virtual", "", "place: B"];
    assert_eq!(places(&once), ["B", "Other places", "Online", "Place not stated"]);
    assert_eq!(places(&["place: A", "place: B"]), ["Different places"]);
    let many: Vec<_> = ["A", "B", "C", "D", "E", "F", "G"].map(|name| format!("place: {name}")).into();
    let twice: Vec<_> = many.iter().chain(&many).chain(&many[6..]).map(String::as_str).collect();
    assert_eq!(places(&twice), ["G", "A", "B", "C", "D", "Other places"]);
}

#[test]
fn the_picture_of_a_track_links_its_commitments_and_stands_in_a_list_behind_it() {
    let archive = Archive::new()
        .promise("one", "2010-11-01", "")
        .promise("two", "2011-06-09", "continues: [one/promise]")
        .promise("three", "2012-03-22", "revises: [one/promise]")
        .promise("alone", "2013-03-22", "");
    let built = archive.build().ok();
    let page = built.resolved("en/tracks/cloud/");
    let to = |id: &str| format!("/en/commitments/{id}/promise/");
    assert_eq!(
        marks(&page, "lineage-picture"),
        [
            format!("{} (Nov 1, 2010: Linked to a later record: Promise of one) node taken-up", to("one")),
            format!("{} (Jun 9, 2011: Linked to an earlier record: Promise of two) node latest", to("two")),
            format!(
                "{} (Mar 22, 2012: Linked to an earlier record: Promise of three) node latest",
                to("three")
            ),
        ]
    );
    let page = Html::parse_document(&page);
    let columns: Vec<_> = page.select(&select("svg.lineage-picture a > text")).map(words).collect();
    assert_eq!(columns, ["November 2010", "June 2011", "March 2012"]);
    // One line goes on in the lane, the other leaves it.
    let lines: Vec<_> = page.select(&select("path.link")).map(|path| path.attr("d").unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains('H') && !lines[0].contains('C') && lines[1].contains('C'), "{lines:?}");
    let years: Vec<i32> = page
        .select(&select("svg.lineage-picture line.year"))
        .map(|line| line.attr("x1").unwrap().parse().unwrap())
        .collect();
    let [one, two, three] = discs(&page, "svg.lineage-picture a").try_into().unwrap();
    // Each stands within its year, and the last in a lane of its own.
    assert!(years[0] < one[0] && one[0] < years[1] && years[1] < two[0] && two[0] < years[2]);
    assert!(years[2] < three[0] && one[1] == two[1] && three[1] > two[1]);
    let list: Vec<_> = page.select(&select("details.behind ol.thread > li .text")).map(words).collect();
    assert_eq!(list, ["Promise of three", "Promise of two", "Promise of one"], "the newest first");
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
            vec!["Organization", "Nov 1, 2011", "Nov 1, 2010", "Total"],
            vec!["United States"],
            vec!["Department of State", "●", "", "1"],
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
fn a_body_took_part_where_one_below_it_did() {
    let meeting = |archive: Archive, id: &str, date: &str, jp: &str| {
        let front = format!("title: Meeting {id}\ndate: {date}\ndelegations: {{us: {{}}, jp: {jp}}}");
        archive.note(id, "en", &front, "").note(id, "ja", &format!("title: 会合{id}"), "")
    };
    let archive = meeting(Archive::new(), "a", "2010-11-01", "{organizations: [mic]}");
    let archive = meeting(archive, "b", "2011-11-01", "{organizations: [office]}");
    let archive = meeting(archive, "c", "2012-11-01", "{organizations: [bureau, mic]}");
    let archive = archive.append(
        "content/organizations.yaml",
        "bureau: {delegation: jp, parent: mic, name: {en: Bureau, ja: 局}, reading: きょく}\n\
         office: {delegation: jp, parent: bureau, name: {en: Office, ja: 室}, reading: しつ}\n",
    );
    let built = archive.build().ok();
    let page = Html::parse_document(&built.page("en/organizations/"));
    let row = select("table.participation tr");
    let rows: Vec<Vec<String>> =
        page.select(&row).map(|row| row.select(&select("th, td")).map(words).collect()).collect();
    assert_eq!(
        rows[2..],
        [
            vec!["Ministry of Internal Affairs and Communications (MIC)", "●", "◐", "●", "3"],
            vec!["Bureau", "●", "◐", "", "2"],
            vec!["Office", "", "●", "", "1"],
        ]
    );
    let said = page.select(&select("table.participation td [role=img]")).nth(1).unwrap();
    assert_eq!(said.attr("aria-label"), Some("took part through a body below it"));
    assert!(words(page.root_element()).contains("◐ stands where the sources name only a body below it"));
    let page = Html::parse_document(&built.page("en/organizations/mic/"));
    let meetings: Vec<_> = page.select(&select("main ol.meetings li")).map(words).collect();
    assert_eq!(
        meetings,
        ["Nov 1, 2012 Meeting c", "Nov 1, 2011 Meeting b through its Office", "Nov 1, 2010 Meeting a"]
    );
}

#[test]
fn pictures_need_no_style_of_their_own() {
    let archive = archive();
    for (path, page) in archive.build().ok().pages() {
        assert!(!page.contains(" style=\"") && !page.contains("<style"), "{path}");
    }
}
