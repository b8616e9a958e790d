//! What search engines are told of a page: whole objects of schema.org, with nothing in them that the record does not state.

use crate::support::{Archive, Built};
use scraper::{Html, Selector};
use serde_json::{Value, json};

const BASE: &[&str] = &["--base-url", "https://x.example"];

/// The blocks of a page, as a reader of JSON-LD has them.
fn blocks(built: &Built, address: &str) -> Vec<Value> {
    let page = Html::parse_document(&built.page(address));
    let selector = Selector::parse("head > script[type='application/ld+json']").unwrap();
    page.select(&selector).map(|it| serde_json::from_str(&it.text().collect::<String>()).unwrap()).collect()
}

/// The object of a type on a page.
#[track_caller]
fn object(built: &Built, address: &str, kind: &str) -> Value {
    let blocks = blocks(built, address);
    let [block] = &blocks[..] else { panic!("{} blocks on {address}", blocks.len()) };
    assert_eq!(block["@context"], "https://schema.org");
    let found: Vec<_> = block["@graph"].as_array().unwrap().iter().filter(|it| it["@type"] == kind).collect();
    let [object] = found[..] else { panic!("{} objects of {kind} on {address}", found.len()) };
    object.clone()
}

/// A meeting with all that can be told of one; its Japanese text is a translation.
fn meeting() -> Archive {
    Archive::new()
        .note(
            "a",
            "en",
            "title: Meeting a\nsummary: What it was.\ndate: {from: 2011-06-09, to: 2011-06-10}\nplace: Tokyo\n\
             mode: hybrid\nhost: jp\ndelegations:\n  us: {}\n  jp: {heads: [taro-yamada], organizations: [mic]}\n\
             commitments:\n  - {id: promise, kind: report, track: cloud, delegations: [us], text: Promise}",
            "",
        )
        .note(
            "a",
            "ja",
            "title: 会合\nplace: 東京\ncommitments: [{id: promise, text: 約束}]\n\
             version: {status: archive-translation, from: en}",
            "",
        )
}

#[test]
fn a_meeting_is_an_event_of_its_dialogue() {
    let archive = meeting();
    let built = archive.build_with(BASE).published();
    let expected = json!({
        "@type": "Event",
        "@id": "https://x.example/en/meetings/a/#event",
        "url": "https://x.example/en/meetings/a/",
        "name": "Meeting a",
        "description": "What it was.",
        "startDate": "2011-06-09",
        "endDate": "2011-06-10",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [{"@type": "Place", "name": "Tokyo"}, {"@type": "VirtualLocation", "url": "https://x.example/en/meetings/a/"}],
        "superEvent": {"@type": "EventSeries", "name": "Policy dialogue"},
        "organizer": {"@type": "GovernmentOrganization", "name": "Japan"},
    });
    assert_eq!(object(&built, "en/meetings/a/", "Event"), expected);
    let japanese = object(&built, "ja/meetings/a/", "Event");
    assert_eq!(japanese["name"], "会合");
    assert_eq!(japanese.get("description"), None, "the summary is there in English alone");
}

#[test]
fn what_a_record_does_not_state_is_not_reported_and_without_a_base_address_none_is() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01");
    let built = archive.build().ok();
    let expected = json!({
        "@type": "Event",
        "name": "Meeting a",
        "startDate": "2010-11-01",
        "endDate": "2010-11-01",
        "superEvent": {"@type": "EventSeries", "name": "Policy dialogue"},
    });
    assert_eq!(object(&built, "en/meetings/a/", "Event"), expected);
    let way = json!({"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "ホーム"},
        {"@type": "ListItem", "position": 2, "name": "会合"},
        {"@type": "ListItem", "position": 3, "name": "会合a"},
    ]});
    assert_eq!(object(&built, "ja/meetings/a/", "BreadcrumbList"), way);
}

#[test]
fn a_meeting_by_video_is_at_its_own_page_or_nowhere() {
    let online = json!({"@type": "VirtualLocation", "url": "https://x.example/en/meetings/a/"});
    for mode in ["virtual", "hybrid"] {
        let archive = Archive::new().meeting("a", &format!("date: 2010-11-01\nmode: {mode}"));
        assert_eq!(location(&archive, BASE), online, "{mode}");
        assert_eq!(location(&archive, &[]), Value::Null, "{mode}");
    }
    // Without an address of the site, a place on earth stands alone.
    assert_eq!(location(&meeting(), &[]), json!({"@type": "Place", "name": "Tokyo"}));
}

fn location(archive: &Archive, args: &[&str]) -> Value {
    object(&archive.build_with(args).published(), "en/meetings/a/", "Event")["location"].clone()
}

#[test]
fn of_a_commitment_the_way_to_it_is_told_and_never_a_law() {
    let archive = meeting();
    let built = archive.build_with(BASE).published();
    let way = object(&built, "en/commitments/a/promise/", "BreadcrumbList");
    let names: Vec<_> = way["itemListElement"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert_eq!(names, ["Home", "Meetings", "Meeting a", "Promise"]);
    assert_eq!(way["itemListElement"][2]["item"], "https://x.example/en/meetings/a/");
    assert_eq!(way["itemListElement"][3].get("item"), None, "the page itself");
    for (path, page) in built.pages() {
        assert!(!page.contains("Legislation"), "{path}");
    }
}

#[test]
fn home_is_the_site_in_its_language() {
    let archive = Archive::new().append("content/site.yaml", "publisher: {en: Editors, ja: 編集者}\n");
    let built = archive.build_with(BASE).ok();
    let expected = json!({
        "@type": "WebSite",
        "@id": "https://x.example/ja/#website",
        "url": "https://x.example/ja/",
        "name": "試験アーカイブ",
        "inLanguage": "ja",
        "publisher": {"@type": "Organization", "name": "編集者"},
    });
    assert_eq!(object(&built, "ja/", "WebSite"), expected);
}

#[test]
fn bodies_and_people_are_reported_with_their_roles() {
    let archive = Archive::new()
        .append(
            "content/people.yaml",
            "\nada: {name: Ada North, family: North, roles: [{organization: mic, title: Director, from: 2010-01-01, until: 2011-12-31}]}\n",
        )
        .meeting("a", "date: 2010-11-01");
    let built = archive.build_with(BASE).ok();
    let ministry = json!({
        "@type": "GovernmentOrganization",
        "@id": "https://x.example/en/organizations/mic/#organization",
        "name": "Ministry of Internal Affairs and Communications",
    });
    let person = json!({
        "@type": "Person",
        "@id": "https://x.example/en/people/ada/#person",
        "name": "Ada North",
        "familyName": "North",
        "affiliation": [{
            "@type": "OrganizationRole",
            "roleName": "Director",
            "startDate": "2010-01-01",
            "endDate": "2011-12-31",
            "affiliation": ministry.clone(),
        }],
    });
    assert_eq!(object(&built, "en/people/ada/", "Person"), person);
    let mut whole = ministry;
    whole["alternateName"] = "MIC".into();
    assert_eq!(object(&built, "en/organizations/mic/", "GovernmentOrganization"), whole);
}

#[test]
fn no_text_of_a_record_closes_the_block() {
    let title = "</script><script>alert(1)</script>--> \\\" & 'x'";
    let archive = Archive::new().meeting("a", "date: 2010-11-01").edit(
        "content/meetings/a.en.md",
        "title: Meeting a",
        &format!("title: \"{title}\""),
    );
    let built = archive.build().ok();
    let event = object(&built, "en/meetings/a/", "Event");
    assert_eq!(event["name"], title.replace("\\\"", "\""));
    let page = Html::parse_document(&built.page("en/meetings/a/"));
    for script in page.select(&Selector::parse("script:not([type])").unwrap()) {
        assert!(script.attr("src").is_some() && script.inner_html().is_empty(), "{}", script.html());
    }
}

#[test]
fn pages_that_search_engines_are_not_to_keep_tell_nothing() {
    let english = "title: Meeting b\ndelegations: {us: {}, jp: {}}\ndate: 2011-11-01";
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .edit("content/meetings/a.en.md", "date:", "release: withdrawn\ndate:")
        .note("b", "en", english, "Words.\n")
        .meeting("c", "date: 2012-11-01");
    let built = archive.build_with(BASE).published();
    for address in [
        "en/meetings/a/",
        "en/commitments/a/promise/",
        "ja/meetings/b/",
        "en/meetings/c/parallel/",
        "404.html",
        "",
    ] {
        assert_eq!(blocks(&built, address), Vec::<Value>::new(), "{address}");
    }
    assert_eq!(blocks(&built, "en/meetings/b/").len(), 1);
}

#[test]
fn what_a_page_itself_lists_is_not_told_again() {
    let documents = "date: 2010-11-01\ndocuments:\n  - {id: notes, title: Notes, url: 'https://old.example/n', archived: \
        'https://keeper.example/n', language: en, date: 2010-11-02, publisher: MIC}";
    let archive = Archive::new().meeting("a", documents);
    let built = archive.build_with(&["--base-url", "https://x.example/"]).published();
    let event = object(&built, "en/meetings/a/", "Event").to_string();
    assert!(!event.contains("Notes") && !event.contains("Ministry"), "{event}");
    let page = built.page("ja/meetings/a/");
    assert!(
        page.contains("<a href=\"https://keeper.example/n\" rel=\"external\">ウェブアーカイブの保存版</a>"),
        "{page}"
    );
}

#[test]
fn the_page_of_downloads_is_that_of_a_dataset() {
    let archive = meeting();
    let built = archive.build_with(&["--base-url", "https://x.example/"]).published();
    let dataset = object(&built, "en/downloads/", "Dataset");
    assert_eq!((&dataset["name"], &dataset["isAccessibleForFree"]), (&json!("Test archive"), &json!(true)));
    let files = dataset["distribution"].as_array().unwrap();
    for file in files {
        let address = file["contentUrl"].as_str().unwrap().strip_prefix("https://x.example/").unwrap();
        assert!(built.has(address), "{address}");
    }
    assert_eq!(files[0]["contentUrl"], "https://x.example/data/archive.json");
    assert_eq!(files[0]["encodingFormat"], "application/json");
}
