//! Several dialogues in one site, one below another: their pages, and what all other pages then say.

use crate::support::{
    Archive, Built,
    page::{assert_holds, texts},
    site,
};
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// The archive of three dialogues, built in a folder that lasts as long as the first value.
fn built() -> (Archive, Built) {
    let archive = Archive::from(&site("good/dialogues"));
    let built = archive.build_with(&["--as-of", "2026-11-22", "--strict"]).ok();
    (archive, built)
}

/// The addresses of the links that a selector finds.
fn links(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|link| link.attr("href").unwrap().to_owned()).collect()
}

fn one_line(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_dialogues_stand_below_those_that_they_are_a_part_of() {
    let (_archive, built) = built();
    let page = built.page("en/dialogues/");
    assert_eq!(texts(&page, ".tree > li > h2 a"), ["North–South Partnership", "Energy Dialogue"]);
    assert_eq!(texts(&page, ".tree > li:first-child > ul > li > h2 a"), ["Dialogue on the Digital Economy"]);
    assert_eq!(texts(&built.page("ja/dialogues/"), "h1"), ["対話"]);
}

#[test]
fn a_dialogue_has_a_page_of_its_own() {
    let (_archive, built) = built();
    let page = built.page("en/dialogues/digital/");
    assert_eq!(texts(&page, ".crumbs a"), ["Home", "Dialogues", "North–South Partnership"]);
    let facts = one_line(texts(&page, ".facts > div"));
    assert_eq!(
        facts,
        [
            "PartiesNorth, South",
            "Meetings3 meetings",
            "Part ofNorth–South Partnership",
            "Earlier namesInternet Dialogue until 31 December 2014"
        ]
    );
    assert_eq!(
        texts(&page, "h2"),
        ["Meetings over time", "Meetings", "Meetings and policy tracks", "Points"]
    );
    let numbers = ["No. 3", "No. 2", "No. 1"];
    assert_eq!(texts(&page, ".meetings .meta > :first-child"), numbers);
    assert_eq!(texts(&page, ".matrix tbody th .sub"), numbers);
    assert_eq!(texts(&page, ".matrix thead th"), ["Meeting", "Networks", "Flow of data", "Total"]);
    assert_eq!(texts(&page, ".timeline-picture title").len(), 3);
    let whole = built.page("ja/dialogues/partnership/");
    assert_eq!(
        one_line(texts(&whole, ".facts > div")),
        ["当事者北国、南国", "会合2回", "下位の対話デジタル経済対話"]
    );
}

#[test]
fn lists_lead_to_what_one_dialogue_has_of_them() {
    let (_archive, built) = built();
    for (list, anchor) in [
        ("meetings", "_meetings"),
        ("commitments", "_commitments"),
        ("matrix", "_matrix"),
        ("timeline", "_timeline"),
    ] {
        for lang in ["en", "ja"] {
            let found = links(&built.resolved(&format!("{lang}/{list}/")), ".by-dialogue a");
            assert_eq!(found.len(), 3, "{list}");
            for link in found {
                let (address, led_to) = link.split_once('#').unwrap();
                // The timeline of a single meeting is its list.
                let is_single = list == "timeline" && address.contains("energy");
                assert_eq!(led_to, if is_single { "_meetings" } else { anchor });
                let address = address.trim_start_matches('/');
                assert_holds(&built.page(address), &format!("id=\"{led_to}\""));
            }
        }
    }
}

#[test]
fn a_number_says_of_which_dialogue_it_is() {
    let (_archive, built) = built();
    let numbers = [
        "DDE, No. 3",
        "North–South Partnership, No. 2",
        "Energy Dialogue, No. 1",
        "DDE, No. 2",
        "DDE, No. 1",
        "North–South Partnership, No. 1",
    ];
    assert_eq!(texts(&built.page("en/meetings/"), ".meetings .meta > :first-child"), numbers);
    assert_eq!(texts(&built.page("en/matrix/"), "tbody th .sub"), numbers);
    let mut in_time = texts(&built.page("en/timeline/"), ".timeline .meta > :first-child");
    in_time.reverse();
    assert_eq!(in_time, numbers);
    let home = built.page("en/");
    assert_eq!(texts(&home, ".meetings .meta > :first-child"), numbers[..5], "the newest five");
    assert_eq!(texts(&home, "tbody th .sub"), numbers);
    assert_eq!(texts(&home, ".latest .when"), ["20 June 2015, Southport, DDE, No. 3"]);
    assert_holds(
        &built.page("en/commitments/"),
        "20 June 2015, Southport, DDE, <span class=\"whole\">No. 3</span>",
    );
    assert_holds(
        &built.page("en/timeline/"),
        "aria-label=\"12 Jun 2014, Second meeting, DDE, No. 2, Northport",
    );
    assert!(texts(&built.page("ja/matrix/"), "tbody th .sub").contains(&"エネルギー対話第1回".to_owned()));
    for page in ["en/delegations/north/", "en/organizations/office/", "en/people/hanako-minami/"] {
        assert_holds(&built.page(page), "<span>DDE, <span class=\"whole\">No. 3</span></span>");
    }
}

#[test]
fn a_meeting_leads_to_its_dialogue_and_to_its_neighbours_there() {
    let (_archive, built) = built();
    let page = built.resolved("en/meetings/digital-2015/");
    let dialogue = "/en/dialogues/digital/";
    assert_eq!(links(&page, ".crumbs a"), ["/en/", dialogue]);
    assert_eq!(links(&page, ".kicker a"), [dialogue]);
    // The partnership met in between.
    assert_eq!(links(&page, ".around a"), ["/en/meetings/digital-2014/"]);
    assert_eq!(texts(&page, ".around a > :first-child"), ["Previous meeting of DDE"]);
    assert_holds(&page, "aria-label=\"Previous and next meetings of DDE\"");
    let japanese = built.page("ja/meetings/partnership-2013/");
    assert_eq!(texts(&japanese, ".around a > :first-child"), ["北国・南国パートナーシップの次の会合"]);
    let commitment = built.page("en/commitments/digital-2015/work/");
    assert_eq!(texts(&commitment, ".crumbs a"), ["Home", "Dialogue on the Digital Economy", "Third meeting"]);
    let old = built.page("en/meetings/digital-2014/");
    assert_eq!(texts(&old, ".kicker"), ["Internet Dialogue"], "the title of its day");
    assert_holds(
        &old,
        "\"superEvent\":{\"@type\":\"EventSeries\",\"@id\":\"https://archive.example/talks/en/dialogues/digital/#dialogue\"",
    );
}

#[test]
fn no_page_speaks_of_the_dialogue_where_there_are_several() {
    let (_archive, built) = built();
    let mut seen = 0;
    for (path, page) in built.pages() {
        let descriptions = Html::parse_document(&page);
        let descriptions = descriptions.select(&Selector::parse("meta[name=description]").unwrap()).count();
        seen += descriptions;
        assert!([" ", ",", "."].iter().all(|end| !page.contains(&format!("the dialogue{end}"))), "{path}");
        assert!(!page.contains("\"対話の") && !page.contains("\"対話に"), "{path}");
    }
    assert!(seen > 20);
}

#[test]
fn a_search_can_be_narrowed_to_a_dialogue() {
    let (_archive, built) = built();
    let page = built.page("en/search/");
    let found = Html::parse_document(&page);
    let boxes = Selector::parse("input[name=dialogue]").unwrap();
    let values: Vec<_> = found.select(&boxes).map(|it| it.attr("value").unwrap()).collect();
    assert_eq!(values, ["partnership", "digital", "energy"]);
    let manifest: Value = serde_json::from_str(&built.page("data/search/index.json")).unwrap();
    assert_eq!(manifest["dialogues"], json!(["partnership", "digital", "energy"]));
}

#[test]
fn the_data_say_what_a_dialogue_is_a_part_of() {
    let (_archive, built) = built();
    let archive: Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    let wholes: Vec<_> = archive["dialogues"].as_array().unwrap().iter().map(|it| &it["part_of"]).collect();
    assert_eq!(wholes, [&Value::Null, &json!("partnership"), &Value::Null]);
    let table = built.page("data/dialogues.csv");
    assert!(table.lines().next().unwrap().ends_with(",part_of_id"));
    assert!(table.lines().any(|row| row.starts_with("digital,") && row.ends_with(",partnership")));
}

#[test]
fn a_site_with_one_dialogue_has_no_page_of_it() {
    let archive = Archive::new().promise("a", "2010-11-01", "").promise("b", "2011-11-01", "");
    let built = archive.build().ok();
    for (path, page) in built.pages() {
        assert!(!path.contains("dialogues") && !page.contains("dialogues/"), "{path}");
        assert!(!page.contains("name=\"dialogue\"") && !page.contains("by-dialogue"), "{path}");
    }
    assert_eq!(texts(&built.page("en/meetings/b/"), ".crumbs a"), ["Home", "Meetings"]);
    assert_eq!(texts(&built.page("en/meetings/b/"), ".around a > :first-child"), ["Previous meeting"]);
    assert_holds(&built.page("en/meetings/"), "All meetings of the dialogue, newest first");
    assert!(!built.page("data/search/index.json").contains("dialogues"));
    let link = Archive::notes("[Dialogue](/en/dialogues/policy/)\n");
    assert_eq!(link.check().reported(), ["meetings/a.en.md:6:12 broken-link"]);
}

#[test]
fn a_long_dialogue_is_cut_into_parts() {
    let other = "other: {title: {en: Other, ja: 別の対話}, parties: [us, jp]}\n";
    let archive = (0..201).fold(Archive::new().append("content/dialogues.yaml", other), |archive, n| {
        let (year, month) = (1990 + n / 12, n % 12 + 1);
        archive.meeting(
            &format!("m{n}"),
            &format!("date: {year}-{month:02}-01\ndialogue: policy\nnumber: {}", n + 1),
        )
    });
    let built = archive.build().published();
    let (first, second) = (built.page("en/dialogues/policy/"), built.page("en/dialogues/policy/page/2/"));
    assert_eq!(texts(&first, ".meetings > li").len(), 200);
    assert_eq!(texts(&second, ".meetings .meta > :first-child"), ["No. 1"]);
    assert_eq!(texts(&second, ".matrix tbody th .sub"), ["No. 1"]);
    assert!(first.contains("id=\"_timeline\"") && !second.contains("id=\"_timeline\""));
    assert!(first.contains("id=\"_commitments\"") && !second.contains("id=\"_commitments\""));
    // A dialogue without a meeting is on no list of meetings.
    assert_eq!(texts(&built.page("en/meetings/"), ".by-dialogue a"), ["Policy dialogue"]);
    assert_eq!(texts(&built.page("en/dialogues/other/"), "h2"), Vec::<String>::new());
}

/// What three dialogues have, each with the pages on which a reader looks for it, in both languages.
const SHOWN: [(&str, &str, [&str; 2]); 19] = [
    ("dialogues", ".tree > li:last-child .meta", ["South, River Basin Organization", "南国、河川流域機構"]),
    ("dialogues/energy", ".facts dd", ["South, River Basin Organization", "南国、河川流域機構"]),
    ("delegations/south", ".facts dd", ["Government", "政府"]),
    ("delegations/basin", ".facts dd", ["International organization", "国際機関"]),
    ("meetings/energy-2014", ".sides .role", ["Co-chair", "共同議長"]),
    ("meetings/energy-2014", ".sides .role", ["Secretary-General", "事務局長"]),
    ("meetings/partnership-2013", "h3", ["Memoranda", "覚書"]),
    (
        "meetings/partnership-2013",
        ".documents .what",
        ["Memorandum on the partnership", "パートナーシップに関する覚書"],
    ),
    (
        "meetings/partnership-2013",
        ".signatories dd",
        ["Nils NordHead of the Office of Waves", "ニルス・ノード電波庁長官"],
    ),
    ("meetings/partnership-2013", ".signatories dd", ["Hanako MinamiMinister of Waves", "南花子電波大臣"]),
    ("commitments/digital-2014/work", ".facts dd li a", ["Flow of data", "データの流通"]),
    ("commitments/digital-2014/work", ".facts dd li a", ["Networks", "通信網"]),
    (
        "commitments/digital-2014/work",
        ".facts dd li a",
        ["Joint statement of the summit", "首脳会合の共同声明"],
    ),
    ("tracks/networks", "main a", ["Work on the flow of data", "データの流通に関する協力"]),
    ("meetings/partnership-2015", ".facts time", ["February 2015", "2015年（平成27年）2月"]),
    ("meetings/digital-2014", ".facts time", ["12 June 2014", "2014年（平成26年）6月12日（木）"]),
    ("events/summit", ".facts time", ["27–28 May 2014", "2014年（平成26年）5月27日〜28日"]),
    ("timeline", "li.event .what", ["Launch of the work on networks", "通信網に関する取組の開始"]),
    ("timeline", "li.event .when time", ["Nov 2012", "2012年11月"]),
];

#[test]
fn what_three_dialogues_have_is_where_a_reader_looks_for_it() {
    let (_archive, built) = built();
    for (address, selector, words) in SHOWN {
        for (lang, words) in ["en", "ja"].into_iter().zip(words) {
            let found = texts(&built.page(&format!("{lang}/{address}/")), selector);
            assert!(found.iter().any(|text| text.contains(words)), "{lang}/{address}/: {words}: {found:?}");
        }
    }
    let archive: Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    let record = |kind: &str, id: &str| {
        let records = archive[kind].as_array().unwrap();
        records.iter().find(|it| it["id"] == id).unwrap().clone()
    };
    assert_eq!(record("dialogues", "energy")["parties"], json!(["south", "basin"]));
    assert_eq!(record("delegations", "basin")["kind"], "international-organization");
    assert_eq!(record("meetings", "energy-2014")["delegations"][1]["heads"][0]["capacity"], "co-chair");
    let memorandum = record("documents", "partnership-memorandum");
    assert_eq!(memorandum["kind"], "memorandum");
    let signatories = memorandum["signatories"].as_array().unwrap();
    assert_eq!(signatories[0]["name"], json!({"en": "Nils Nord", "ja": "ニルス・ノード"}));
    assert_eq!(signatories[1]["person"], "hanako-minami");
    assert_eq!(record("commitments", "digital-2014/work")["tracks"], json!(["data", "networks"]));
    let month = record("meetings", "partnership-2015");
    assert_eq!([&month["from"], &month["precision"]], ["2015-02", "month"]);
    let event = record("events", "launch");
    assert_eq!([&event["from"], &event["kind"]], ["2012-11", "launch"]);
}

#[test]
fn feeds_and_calendars_say_of_which_dialogue_a_meeting_is() {
    let (_archive, built) = built();
    let title = |language: &str, title: &str| {
        assert_holds(&built.page(&format!("{language}/feed.xml")), &format!("<title>{title}</title>"));
        assert_holds(&built.page(&format!("{language}/calendar.ics")), &format!("={language}:{title}\r\n"));
    };
    title("en", "First meeting — DDE");
    title("ja", "第1回エネルギー会合 — エネルギー対話");
    assert_holds(&built.page("en/tracks/networks/feed.xml"), "First meeting — DDE; 10 June 2013");
}

#[test]
fn an_earlier_address_of_a_dialogue_leads_to_its_page() {
    let (archive, built) = built();
    for (lang, title) in [("en", "Dialogue on the Digital Economy"), ("ja", "デジタル経済対話")] {
        let page = built.resolved(&format!("{lang}/dialogues/internet/"));
        assert_holds(&page, &format!("<a href=\"/{lang}/dialogues/digital/\""));
        assert_holds(&page, title);
    }
    let taken = archive.edit("content/dialogues.yaml", "/en/dialogues/internet/", "/en/dialogues/energy/");
    assert_eq!(taken.check().reported(), ["dialogues.yaml:15:13 url-collision"]);
}

#[test]
fn a_meeting_to_come_is_planned_in_its_dialogue() {
    let archive = Archive::from(&site("good/dialogues"));
    let built = archive.build_with(&["--as-of", "2015-01-01"]).published();
    let page = built.page("en/meetings/digital-2014/");
    assert_eq!(
        texts(&page, ".around a > :first-child"),
        ["Previous meeting of DDE", "Next meeting of DDE (planned)"]
    );
    let page = built.page("ja/meetings/digital-2014/");
    assert_eq!(texts(&page, ".around a > :first-child"), ["DDEの前の会合", "DDEの次の会合（予定）"]);
}
