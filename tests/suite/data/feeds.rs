//! What is subscribed to: the feeds and the calendars.

use crate::support::{Archive, Built};
use scraper::{Html, Selector};

const BASE: [&str; 2] = ["--base-url", "https://x.example/d/"];

/// An archive with a meeting that has everything a feed tells of.
fn talks() -> Archive {
    let english = "title: First & last\nsummary: What; it, was.\ndate: {from: 2010-12-31, to: 2011-01-01}\nplace: Tokyo\n\
        delegations: {us: {}, jp: {}}\ncommitments:\n  - {id: share, kind: undertaking, track: cloud, \
        delegations: [us, jp], text: Share it., assessments: [{status: fulfilled, date: 2012-01-05, by: us, source: paper}]}\n\
        documents: [{id: paper, title: Paper}]\ncorrections: [{date: 2011-03-04, note: A name.}]";
    let japanese = "title: '{協議|きょうぎ}'\nplace: 東京\ncommitments: [{id: share, text: 共有する。}]";
    Archive::new().note("talks", "en", english, "").note("talks", "ja", japanese, "")
}

fn built(archive: &Archive) -> Built {
    archive.build_with(&BASE).published()
}

/// The texts of an element of a feed, all of them in order.
fn texts(feed: &str, name: &str) -> Vec<String> {
    let feed = Html::parse_fragment(feed);
    let found = Selector::parse(name).unwrap();
    feed.select(&found).map(|element| element.text().collect()).collect()
}

#[test]
fn a_feed_tells_of_the_meetings() {
    let archive = talks();
    let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">
 <id>https://x.example/d/en/feed.xml</id>
 <title>Test archive</title>
 <link rel=\"self\" type=\"application/atom+xml\" href=\"https://x.example/d/en/feed.xml\"/>
 <link rel=\"alternate\" type=\"text/html\" hreflang=\"en\" href=\"https://x.example/d/en/\"/>
 <updated>2012-01-05T00:00:00Z</updated>
 <author>
  <name>Test archive</name>
 </author>
 <generator>taiwa</generator>
 <entry>
  <id>https://x.example/d/en/meetings/talks/</id>
  <title>First &amp; last</title>
  <link rel=\"alternate\" type=\"text/html\" hreflang=\"en\" href=\"https://x.example/d/en/meetings/talks/\"/>
  <link rel=\"alternate\" type=\"text/html\" hreflang=\"ja\" href=\"https://x.example/d/ja/meetings/talks/\"/>
  <published>2010-12-31T00:00:00Z</published>
  <updated>2012-01-05T00:00:00Z</updated>
  <summary>What; it, was.</summary>
  <category term=\"cloud\" label=\"Cloud computing\"/>
 </entry>
 <entry>
  <id>https://x.example/d/en/meetings/talks/#_correction-2011-03-04</id>
  <title>First &amp; last</title>
  <link rel=\"alternate\" type=\"text/html\" hreflang=\"en\" href=\"https://x.example/d/en/meetings/talks/#_correction-2011-03-04\"/>
  <link rel=\"alternate\" type=\"text/html\" hreflang=\"ja\" href=\"https://x.example/d/ja/meetings/talks/#_correction-2011-03-04\"/>
  <published>2011-03-04T00:00:00Z</published>
  <updated>2011-03-04T00:00:00Z</updated>
  <summary>A name.</summary>
 </entry>
</feed>
";
    assert_eq!(built(&archive).page("en/feed.xml"), expected);
}

#[test]
fn a_track_has_a_feed_of_its_commitments() {
    let archive = talks();
    let built = built(&archive);
    let feed = built.page("ja/tracks/cloud/feed.xml");
    assert_eq!(texts(&feed, "feed > title"), ["クラウド — 試験アーカイブ"]);
    assert_eq!(texts(&feed, "entry > id"), ["https://x.example/d/ja/commitments/talks/share/"]);
    assert_eq!(texts(&feed, "entry > title"), ["共有する。"]);
    assert_eq!(
        texts(&feed, "entry > summary"),
        ["協議、2010年（平成22年）12月31日〜2011年（平成23年）1月1日"]
    );
    let empty = built.page("ja/tracks/open-internet/feed.xml");
    assert_eq!(texts(&empty, "entry").len(), 0);
    assert_eq!(texts(&empty, "updated"), ["2012-01-05T00:00:00Z"]);
}

#[test]
fn a_text_of_the_other_language_is_marked_in_a_feed() {
    let feed = built(&talks()).page("ja/feed.xml");
    assert!(feed.contains("<summary xml:lang=\"en\">What; it, was.</summary>"), "{feed}");
    assert!(feed.contains("<summary xml:lang=\"en\">A name.</summary>"), "{feed}");
    assert!(feed.contains("<title>協議</title>") && !feed.contains("xml:lang=\"ja\">協議"), "{feed}");
    assert!(!built(&talks()).page("en/feed.xml").contains("<summary xml:lang"));
}

#[test]
fn what_changed_last_comes_first() {
    let archive = Archive::new()
        .meeting("a", "date: 2010-01-01\ncorrections: [{date: 2013-01-01, note: A name.}]")
        .meeting("b", "date: 2011-01-01")
        .meeting("c", "date: 2012-01-01");
    let feed = built(&archive).page("en/feed.xml");
    let titles = texts(&feed, "entry > title");
    assert_eq!(titles, ["Meeting a", "Meeting a", "Meeting c", "Meeting b"]);
    // The correction is later news than the meeting.
    assert_eq!(texts(&feed, "entry > summary"), ["A name."]);
    assert_eq!(texts(&feed, "entry > id")[0], "https://x.example/d/en/meetings/a/#_correction-2013-01-01");
    assert_eq!(texts(&feed, "feed > updated"), ["2013-01-01T00:00:00Z"]);
}

#[test]
fn a_feed_has_the_fifty_that_changed_last() {
    let archive = (0..60).fold(Archive::new(), |archive, n| {
        archive.meeting(&format!("m{n}"), &format!("date: {}-01-01", 1950 + n))
    });
    let titles = texts(&built(&archive).page("en/feed.xml"), "entry > title");
    assert_eq!(titles.len(), 50);
    assert_eq!(titles[0], "Meeting m59");
}

#[test]
fn what_is_not_there_in_a_language_is_not_in_its_feed() {
    let english = "title: Alone\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new().note("alone", "en", english, "");
    let built = built(&archive);
    assert_eq!(texts(&built.page("en/feed.xml"), "entry > title"), ["Alone"]);
    assert_eq!(texts(&built.page("ja/feed.xml"), "entry").len(), 0);
    assert!(!built.page("en/feed.xml").contains("hreflang=\"ja\""));
    assert!(built.page("ja/calendar.ics").contains("SUMMARY;LANGUAGE=en:Alone\r\n"));
}

#[test]
fn pages_name_their_feed() {
    let archive = talks();
    let built = built(&archive);
    let link = |title: &str, href: &str| {
        format!("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{title}\" href=\"{href}\">")
    };
    assert!(built.resolved("ja/").contains(&link("アーカイブ全体", "/ja/feed.xml")));
    assert!(
        built
            .resolved("en/tracks/cloud/")
            .contains(&link("Policy track: Cloud computing", "/en/tracks/cloud/feed.xml"))
    );
    assert!(!built.page("en/meetings/talks/").contains("atom+xml"));
}

#[test]
fn without_an_address_there_is_no_feed() {
    let archive = talks().edit(
        "content/meetings/talks.ja.md",
        "place: 東京",
        "summary: 概要。\nplace: 東京\ncorrections: [{note: 氏名。}]",
    );
    let built = archive.build().published();
    assert!(!built.has("en/feed.xml") && !built.has("ja/tracks/cloud/feed.xml"));
    assert!(!built.page("en/").contains("atom+xml"));
    assert!(built.stderr.is_empty() && built.stdout.contains("no sitemap and no feeds"), "{}", built.stdout);
    assert!(built.page("en/calendar.ics").contains("\r\nUID:talks@taiwa.invalid\r\n"));
    assert!(!built.page("en/downloads/").contains("feed.xml"));
}

#[test]
fn a_calendar_has_the_meetings_as_whole_days() {
    let archive = talks();
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//taiwa//taiwa//EN",
        "CALSCALE:GREGORIAN",
        "NAME;LANGUAGE=ja:試験アーカイブ",
        "X-WR-CALNAME:試験アーカイブ",
        "BEGIN:VEVENT",
        "UID:talks@x.example",
        "DTSTAMP:20120105T000000Z",
        "DTSTART;VALUE=DATE:20101231",
        "DTEND;VALUE=DATE:20110102",
        "SUMMARY;LANGUAGE=ja:協議",
        "DESCRIPTION;LANGUAGE=en:What\\; it\\, was.",
        "LOCATION;LANGUAGE=ja:東京",
        "URL:https://x.example/d/ja/meetings/talks/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(built(&archive).page("ja/calendar.ics"), expected.join("\r\n"));
}

#[test]
fn withdrawn_meetings_are_in_no_feed_and_no_calendar() {
    let archive = talks().meeting("gone", "date: 2011-05-05\nrelease: withdrawn");
    let built = built(&archive);
    for address in ["en/feed.xml", "en/calendar.ics"] {
        assert!(!built.page(address).contains("gone"), "{address}");
    }
}

#[test]
fn the_page_of_downloads_has_every_file_with_its_size() {
    let archive = talks();
    let built = built(&archive);
    let page = Html::parse_document(&built.resolved("ja/downloads/"));
    let [row, link, size] = ["tbody tr", "a", "td.number"].map(|found| Selector::parse(found).unwrap());
    let mut names = Vec::new();
    for row in page.select(&row) {
        let href = row.select(&link).next().unwrap().attr("href").unwrap();
        let address = href.strip_prefix('/').unwrap();
        let bytes = built.files()[address].len();
        let expected =
            if bytes < 1000 { format!("{bytes}バイト") } else { format!("{} kB", (bytes + 500) / 1000) };
        assert_eq!(row.select(&size).next().unwrap().text().collect::<String>(), expected, "{address}");
        names.push(address.to_owned());
    }
    let mut data: Vec<_> = built.files().into_keys().filter(|path| path.starts_with("data/")).collect();
    // The index is for the search page alone.
    data.retain(|path| path != "data/datapackage.json" && !path.starts_with("data/search/"));
    names.sort();
    assert_eq!(names, data);
    let text = built.resolved("ja/downloads/");
    for address in
        ["data/datapackage.json", "SHA256SUMS", "ja/feed.xml", "ja/tracks/cloud/feed.xml", "ja/calendar.ics"]
    {
        assert!(text.contains(&format!("href=\"/{address}\"")), "{address}");
    }
}
