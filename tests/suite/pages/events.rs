//! Events: their pages, and the pages that lead to them.

use crate::support::{Archive, Built};
use serde_json::{Value, json};

const BASE: &[&str] = &["--as-of", "2022-01-01", "--base-url", "https://x.example"];

/// Two meetings and three events; a commitment of the second meeting stands in the fact sheet of the summit, and one of the
/// first is judged by it.
fn archive() -> Archive {
    let judged = "assessments: [{status: fulfilled, date: 2011-06-01, by: archive, source: sheet}]";
    Archive::new()
        .promise("first", "2010-11-01", judged)
        .promise("second", "2011-11-01", "sources: [sheet]")
        .append("content/meetings/second.en.md", "After [[event:summit]], see [[document:sheet|the sheet]].\n")
        .append("content/meetings/second.ja.md", "[[event:summit]]の後。\n")
        .file(
            "content/events.yaml",
            "fair: {title: {en: Fair, ja: 見本市}, date: 2022-03-01, kind: industry}\n\
             summit:\n  title: {en: Summit & more, ja: 首脳会合}\n  date: {from: 2011-05-01, to: 2011-05-02}\n  kind: summit\n  \
             place: {en: Riverton, ja: 川町}\n  summary: {en: Heads met., ja: 首脳が会った。}\n  tracks: [cloud]\n  documents:\n    \
             - {id: sheet, kind: fact-sheet, title: {en: Fact sheet, ja: ファクトシート}, url: 'https://a.example/sheet', language: en}\n\
             launch: {title: {en: Launch, ja: 発足}, date: 2009-01-01, kind: other}\n",
        )
}

fn built(archive: &Archive) -> Built {
    archive.build_with(BASE).ok()
}

#[track_caller]
fn assert_has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn the_page_of_an_event_says_what_it_was_and_what_rests_on_it() {
    let archive = archive();
    let built = built(&archive);
    assert_has(
        &built.resolved("en/events/summit/"),
        &[
            "<p class=\"kicker\">Event</p>",
            "<h1>Summit &amp; more</h1>",
            "<time datetime=\"2011-05-01\">May 1–2, 2011</time>",
            "<dd>Summit</dd>",
            "<dd>Riverton</dd>",
            "<a href=\"/en/tracks/cloud/\">Cloud computing</a>",
            "<h3>Fact sheets</h3>",
            "<li id=\"document-sheet\">",
            "rel=\"prev\"><span>Previous event</span> Launch",
            "rel=\"next\"><span>Next event</span> Fair",
        ],
    );
    let page = built.page("ja/events/summit/");
    let (_, recorded) = page.split_once("これらの資料に記載された事項").unwrap();
    let (recorded, assessed) = recorded.split_once("これらの資料により評価された事項").unwrap();
    assert!(
        recorded.contains("commitments/second/promise/") && !recorded.contains("commitments/first/promise/")
    );
    assert!(
        assessed.contains("commitments/first/promise/") && !assessed.contains("commitments/second/promise/")
    );
    assert!(built.page("en/events/fair/").contains("<span class=\"tag planned\">Planned</span>"));
}

#[test]
fn the_page_of_an_event_says_how_it_is_cited() {
    let archive = archive();
    let built = built(&archive);
    assert_has(
        &built.page("en/events/summit/"),
        &[
            "id=\"_citation\">“Summit &amp; more”, May 1–2, 2011.",
            "<meta name=\"citation_date\" content=\"2011-05-01\">",
            "<meta name=\"citation_public_url\" content=\"https://x.example/en/events/summit/\">",
            "<a href=\"cite.bib\">BibTeX</a>",
            "<a href=\"#_cite\">",
        ],
    );
    assert_has(&built.page("ja/events/summit/"), &["」2011年（平成23年）5月1日"]);
    assert_has(
        &built.page("en/events/summit/cite.bib"),
        &["@misc{event:summit.en,\n  title = {{Summit \\& more}},", "date = {2011-05-01/2011-05-02},"],
    );
    assert_has(&built.page("ja/events/summit/cite.ris"), &["ID  - event:summit.ja\n"]);
}

#[test]
fn lists_and_the_navigation_lead_to_events() {
    let archive = archive();
    let built = built(&archive);
    let list = built.resolved("en/events/");
    let at = |title: &str| list.find(&format!("href=\"/en/events/{title}/\">")).unwrap();
    assert!(at("fair") < at("summit") && at("summit") < at("launch"), "{list}");
    assert_has(&built.resolved("ja/"), &["href=\"/ja/events/\">出来事</a>"]);
    assert_has(
        &built.resolved("en/tracks/cloud/"),
        &["<h2 id=\"_events\">Events</h2>", "href=\"/en/events/summit/\">Summit"],
    );
    assert!(!built.page("en/tracks/open-internet/").contains("id=\"_events\""));
    assert!(built.page("sitemap.xml").contains("<loc>https://x.example/en/events/summit/</loc>"));
}

#[test]
fn on_the_timeline_events_stand_apart_from_meetings() {
    let archive = archive();
    let built = built(&archive);
    let page = built.page("en/timeline/");
    assert_has(
        &page,
        &[
            "<li class=\"event\">\n<p class=\"when\"><time datetime=\"2011-05-01\">May 1–2, 2011</time> <span>Riverton</span></p>",
            "<span class=\"tag event\">Event</span> <span class=\"tag\">Summit</span>",
            "Launch</a> <span class=\"tag event\">Event</span>\n</li>",
            "<path class=\"mark event\"",
            "aria-label=\"May 1–2, 2011, Summit &amp; more, Riverton, Summit\"",
            "aria-label=\"Jan 1, 2009, Launch, Event\"",
            "Meetings and events over time",
        ],
    );
    // A lane of their own, the last.
    let (_, picture) = page.split_once("<svg class=\"timeline-picture\"").unwrap();
    let (lanes, _) = picture.split_once("</svg>").unwrap();
    let (_, events) = lanes.rsplit_once("<line class=\"lane\"").unwrap();
    assert!(events.contains(">Events</text>"), "{events}");
    assert_eq!((events.matches("mark event").count(), lanes.matches("mark event").count()), (3, 3));
    let order: Vec<_> = ["_y2009", "_y2010", "_y2011", "_y2022"].map(|year| page.find(year).unwrap()).into();
    assert!(order.is_sorted());
    assert!(
        built.page("en/").contains("mark event") && built.page("en/search/").contains("timeline/#_y2009")
    );
}

#[test]
fn a_meeting_names_the_documents_of_events_that_it_rests_on() {
    let archive = archive();
    let built = built(&archive);
    assert_has(
        &built.resolved("en/meetings/second/"),
        &[
            "After <a href=\"/en/events/summit/\">Summit &amp; more</a>",
            "<a href=\"/en/events/summit/#document-sheet\">the sheet</a>",
            "<h3>Documents of events cited here</h3>",
            "<a href=\"/en/events/summit/\">Summit &amp; more</a></p>",
        ],
    );
    assert_has(
        &built.page("en/commitments/second/promise/"),
        &["Fact sheet", "Source: Fact sheet, https://a.example/sheet"],
    );
    assert!(!built.page("en/meetings/second/").contains("Documents of other meetings"));
}

#[test]
fn the_data_tell_whether_a_meeting_or_an_event_lists_a_document() {
    let document = "documents: [{id: paper, title: Paper, url: 'https://a.example/paper'}]";
    let archive =
        archive().edit("content/meetings/second.en.md", "date: 2011", &format!("{document}\ndate: 2011"));
    let built = built(&archive);
    let data: Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    assert_eq!(data["documents"][0]["meeting"], "second");
    assert_eq!(data["documents"][0]["event"], Value::Null);
    assert_eq!(data["documents"][1]["event"], "summit");
    assert_eq!(data["documents"][1]["meeting"], Value::Null);
    assert_eq!(
        data["events"][1],
        json!({
            "id": "summit", "kind": "summit", "from": "2011-05-01", "to": "2011-05-02", "precision": "day",
            "title": {"en": "Summit & more", "ja": "首脳会合"},
            "summary": {"en": "Heads met.", "ja": "首脳が会った。"},
            "place": {"en": "Riverton", "ja": "川町"},
            "tracks": ["cloud"],
            "addresses": {"en": "en/events/summit/", "ja": "ja/events/summit/"},
        })
    );
    let schema: Value = serde_json::from_str(&built.page("data/archive.schema.json")).unwrap();
    assert!(jsonschema::draft202012::new(&schema).unwrap().is_valid(&data));
    let table = built.page("data/documents.csv");
    assert!(table.contains("id,meeting_id,event_id,") && table.contains("\nsheet,,summit,"), "{table}");
    assert!(built.page("data/events.csv").contains("\nsummit,summit,2011-05-01,2011-05-02,"));
}

#[test]
fn search_engines_are_told_of_an_event() {
    let archive = archive();
    let page = built(&archive).page("en/events/summit/");
    assert_has(
        &page,
        &[
            "\"@type\":\"Event\",\"@id\":\"https://x.example/en/events/summit/#event\"",
            "\"startDate\":\"2011-05-01\",\"endDate\":\"2011-05-02\",\"location\":{\"@type\":\"Place\",\"name\":\"Riverton\"}",
        ],
    );
}

#[test]
fn search_finds_events_among_the_meetings_by_date() {
    let archive = archive();
    let built = built(&archive);
    let texts: Vec<Value> = serde_json::from_str(&built.page("data/search/texts/en/0.json")).unwrap();
    let paths: Vec<_> = texts.iter().map(|text| text[0].as_str().unwrap()).take(7).collect();
    assert_eq!(
        paths,
        [
            "events/launch/",
            "meetings/first/",
            "commitments/first/promise/",
            "events/summit/",
            "meetings/second/",
            "commitments/second/promise/",
            "events/fair/",
        ]
    );
    assert_eq!(
        texts[3],
        json!(["events/summit/", "Summit & more", "Heads met.\nRiverton", "May 1–2, 2011", ""])
    );
    assert!(built.page("en/search/").contains("value=\"event\""));
}

#[test]
fn without_events_there_is_no_trace_of_them() {
    let archive = Archive::two_meetings();
    for archive in [archive, Archive::two_meetings().file("content/events.yaml", "{}\n")] {
        let built = built(&archive);
        for (path, page) in built.pages() {
            // The page of downloads has the table, whose address lasts.
            let is_named = page.contains("/events/")
                || page.contains("class=\"event\"")
                || page.contains("value=\"event\"");
            assert!(!is_named && !path.contains("/events/"), "{path}");
        }
        assert!(!built.page("en/").contains("Events"));
        let ledger = archive.run(&["ledger"]).ok();
        assert!(ledger.stdout.contains("ledger"));
        let ledger = std::fs::read_to_string(archive.root().join("content/ledger.txt")).unwrap();
        assert!(!ledger.contains("/events/"), "{ledger}");
    }
}
