//! What became of a record is told by one rule on its page, in lists, on the page of its track and in the data.

use scraper::Html;
use serde_json::Value;

use crate::support::{
    Archive, Built, assert_reported, help,
    page::{select, texts, words},
};

/// A meeting with a commitment of a kind, and a later one whose commitment says this of it.
fn archive(kind: &str, said: &str, release: &str) -> Archive {
    Archive::new()
        .promise("first", "2010-11-01", "")
        .promise("later", "2011-11-01", said)
        .edit("content/meetings/first.en.md", "kind: undertaking", &format!("kind: {kind}"))
        .edit("content/meetings/later.en.md", "title: ", &format!("release: {release}\ntitle: "))
}

fn page(kind: &str, said: &str, release: &str) -> String {
    archive(kind, said, release).build().ok().resolved("en/commitments/first/promise/")
}

const UNKNOWN: &str = "This archive has no record of what happened next.";

#[test]
fn what_a_later_record_says_is_told_with_its_meeting() {
    for (relation, word) in [
        ("fulfills", "Carried out"),
        ("continues", "Continued"),
        ("revises", "Revised"),
        ("supersedes", "Superseded"),
        ("reports-on", "Reported on"),
        ("responds-to", "Answered"),
    ] {
        let said = format!("{relation}: [first/promise]");
        let told = page("undertaking", &said, "published");
        assert!(!told.contains(UNKNOWN), "{relation}");
        assert!(told.contains(&format!("<h3>{word}</h3>")), "{relation}: {told}");
        assert!(told.contains("href=\"/en/meetings/later/\">"), "{relation}");
        // What a withdrawn record or a draft said is not said.
        assert!(page("undertaking", &said, "withdrawn").contains(UNKNOWN), "{relation}");
        assert!(page("undertaking", &said, "draft").contains(UNKNOWN), "{relation}");
    }
    assert!(page("undertaking", "related: [first/promise]", "published").contains(UNKNOWN));
}

#[test]
fn only_kinds_that_can_be_carried_out_have_an_outcome() {
    for kind in ["undertaking", "continuation", "recommendation", "next-meeting"] {
        let archive = archive(kind, "", "published");
        let built = archive.build().ok();
        assert!(built.page("en/commitments/first/promise/").contains(UNKNOWN), "{kind}");
        assert!(built.page("ja/commitments/first/promise/").contains("この後の経過を示す資料は未収録。"));
        assert_eq!(outcome(&built), "unknown", "{kind}");
    }
    for kind in ["shared-view", "welcome", "report"] {
        let archive = archive(kind, "continues: [first/promise]", "published");
        let built = archive.build().ok();
        let page = built.page("en/commitments/first/promise/");
        assert!(!page.contains("id=\"_outcome\"") && !page.contains("Continued"), "{kind}");
        assert_eq!(outcome(&built), Value::Null, "{kind}");
    }
}

/// What the data say of the first commitment.
fn outcome(built: &Built) -> Value {
    let archive: Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    let commitments = archive["commitments"].as_array().unwrap();
    let first = commitments.iter().find(|it| it["id"] == "first/promise").unwrap();
    first.get("outcome").cloned().unwrap_or_default()
}

#[test]
fn where_nothing_is_known_lists_say_nothing_and_the_track_says_so_quietly() {
    let archive = archive("undertaking", "", "published");
    let built = archive.build().ok();
    assert!(!built.page("en/commitments/").contains("No record"));
    assert!(built.page("en/tracks/cloud/").contains("<span class=\"quiet\">No record</span>"));
    assert!(built.page("ja/tracks/cloud/").contains("<span class=\"quiet\">資料未収録</span>"));
}

/// The first commitment with these judgements, each on a paper.
fn judged(judgements: &str, said: &str) -> Archive {
    let paper = "documents: [{id: paper, title: Paper, url: 'https://a.example/'}]";
    Archive::new()
        .promise("first", "2010-11-01", &format!("assessments: [{judgements}]"))
        .edit("content/meetings/first.en.md", "date: 2010-11-01\n", &format!("date: 2010-11-01\n{paper}\n"))
        .edit(
            "content/meetings/first.ja.md",
            "commitments:",
            "documents: [{id: paper, title: 文書}]\ncommitments:",
        )
        .promise("later", "2011-11-01", said)
}

fn judgement(status: &str, date: &str, by: &str) -> String {
    format!("{{status: {status}, date: {date}, by: {by}, source: paper}}")
}

#[test]
fn the_newest_judgement_of_each_stands_above_what_later_records_say() {
    let all = [
        judgement("in-progress", "2011-01-01", "us"),
        judgement("fulfilled", "2012-01-01", "us"),
        judgement("not-started", "2011-06-01", "jp"),
    ];
    let archive = judged(&all.join(", "), "continues: [first/promise]");
    let built = archive.build().ok();
    let page = built.page("en/commitments/first/promise/");
    let (now, earlier) = page.split_once("Earlier assessments").unwrap();
    let tags = |page: &str| page.matches("<p><span class=\"tag ").count();
    assert_eq!((tags(now), tags(earlier)), (2, 1), "{page}");
    assert!(earlier.contains(">In progress</span>"), "{page}");
    let list = built.page("en/commitments/");
    assert!(
        list.contains("<span class=\"tag not-started\">Not started</span> Japan, Jun 1, 2011</span>"),
        "{list}"
    );
    assert!(
        list.contains("<span class=\"tag fulfilled\">Fulfilled</span> United States, Jan 1, 2012</span>")
    );
    assert!(!list.contains("In progress") && !list.contains(">Continued<"));
    assert_eq!(outcome(&built), "assessed");
}

#[test]
fn a_finding_of_nothing_gives_way_to_a_later_record() {
    let nothing = judgement("no-evidence", "2010-12-01", "archive");
    let tag = "<span class=\"tag no-evidence\">";
    let page = |said: &str| judged(&nothing, said).build().ok().resolved("en/commitments/first/promise/");
    assert!(page("").contains(tag) && page("").contains(UNKNOWN));
    assert!(!page("reports-on: [first/promise]").contains(tag));
}

#[test]
fn to_assess_what_cannot_be_carried_out_is_a_warning() {
    let archive = judged(&judgement("fulfilled", "2011-01-01", "us"), "").edit(
        "content/meetings/first.en.md",
        "kind: undertaking",
        "kind: welcome",
    );
    assert_reported(&archive, &["meetings/first.en.md:12:18 doubtful-fact"]);
    assert_eq!(
        help(&archive),
        "leave it out, or correct the kind; these can be carried out: undertaking, continuation, recommendation, \
         next-meeting"
    );
}

#[test]
fn only_words_of_governments_are_compared() {
    let texts = |status: &str| {
        let version = format!("version: {{status: {status}}}\ntitle: ");
        let archive = archive("shared-view", "continues: [first/promise]", "published")
            .edit("content/meetings/first.en.md", "title: ", &version)
            .edit("content/meetings/later.en.md", "title: ", &version);
        let built = archive.build().ok();
        built.page("en/commitments/later/promise/").contains("class=\"changes\"")
    };
    for status in ["authentic", "official-translation", "provisional-translation"] {
        assert!(texts(status), "{status}");
    }
    for status in ["summary", "archive-translation", "machine-translation"] {
        assert!(!texts(status), "{status}");
    }
}

#[test]
fn kinds_are_counted_apart_and_each_has_its_page() {
    let archive = archive("shared-view", "", "published");
    let built = archive.build().ok();
    let home = built.resolved("en/");
    for (address, text) in [("undertaking", "1 undertaking"), ("shared-view", "1 shared view")] {
        assert!(home.contains(&format!("<a href=\"/en/kinds/{address}/\">{text}</a>")), "{home}");
    }
    assert!(!home.contains("2 points"));
    assert!(built.page("ja/").contains(">共通認識1件</a>"));
    let kind = built.resolved("en/kinds/shared-view/");
    assert!(
        kind.contains("en/commitments/first/promise/") && !kind.contains("en/commitments/later/promise/")
    );
    assert!(built.page("en/kinds/report/").contains("No points are recorded."));
}

#[test]
fn a_list_leads_to_each_kind_track_side_and_year_without_a_script() {
    let list = archive("shared-view", "", "published").build().ok().resolved("en/commitments/");
    for address in [
        "/en/kinds/shared-view/",
        "/en/tracks/cloud/",
        "/en/delegations/us/#_commitments",
        "/en/commitments/#y2010",
    ] {
        assert!(list.contains(&format!("href=\"{address}\"")), "{address}: {list}");
    }
    assert!(list.contains("<section class=\"group\" id=\"y2010\">"));
}

/// The cells of a row of the home page that begins with a link to this.
fn row(built: &Built, lang: &str, address: &str) -> Vec<String> {
    let page = Html::parse_document(&built.resolved(&format!("{lang}/")));
    let rows: Vec<_> = page.select(&select("main tr")).collect();
    let link = select(&format!("th a[href$='{address}']"));
    let row = rows.iter().find(|row| row.select(&link).next().is_some()).unwrap();
    row.select(&select("th, td")).map(words).collect()
}

#[test]
fn home_tells_of_each_kind_what_became_of_its_points_and_of_each_track_what_is_open() {
    for (said, of_kind, open) in [
        ("", ["0", "0", "2"], "2"),
        ("continues: [first/promise]", ["0", "1", "1"], "2"),
        ("responds-to: [first/promise]", ["0", "1", "1"], "2"),
        ("fulfills: [first/promise]", ["0", "1", "1"], "1"),
        ("supersedes: [first/promise]", ["0", "1", "1"], "1"),
    ] {
        let archive = archive("undertaking", said, "published");
        let built = archive.build().ok();
        assert_eq!(row(&built, "en", "/kinds/undertaking/")[0], "2 undertakings");
        assert_eq!(row(&built, "ja", "/kinds/undertaking/")[0], "実施事項2件");
        for lang in ["en", "ja"] {
            assert_eq!(row(&built, lang, "/kinds/undertaking/")[1..], of_kind, "{lang}: {said}");
            assert_eq!(row(&built, lang, "/tracks/cloud/")[2], open, "{lang}: {said}");
        }
    }
}

#[test]
fn a_point_is_closed_where_all_who_judged_it_say_so() {
    for (statuses, open) in [
        (["fulfilled", "fulfilled"], "1"),
        (["fulfilled", "discontinued"], "1"),
        (["fulfilled", "partly-fulfilled"], "2"),
        (["in-progress", "not-started"], "2"),
    ] {
        let judgements =
            [judgement(statuses[0], "2011-01-01", "us"), judgement(statuses[1], "2011-01-01", "jp")];
        // What a later record says counts for nothing beside it.
        let archive = judged(&judgements.join(", "), "fulfills: [first/promise]");
        let built = archive.build().ok();
        assert_eq!(row(&built, "en", "/kinds/undertaking/")[1..], ["1", "0", "1"], "{statuses:?}");
        assert_eq!(row(&built, "en", "/tracks/cloud/")[2], open, "{statuses:?}");
    }
}

#[test]
fn home_counts_kinds_that_cannot_be_carried_out_apart() {
    let archive = archive("shared-view", "", "published");
    let page = archive.build().ok().page("en/");
    let (_, standing) = page.split_once("Where things stand").unwrap();
    let (with, without) = standing.split_once("Points with nothing to carry out").unwrap();
    assert!(with.contains(">1 undertaking</a>") && !with.contains("shared view"), "{page}");
    assert!(without.contains("kinds/shared-view/\">1 shared view</a>"), "{page}");
}

#[test]
fn lists_name_who_carries_a_point_only_where_it_is_not_both_parties() {
    for (delegations, named) in [("[us, jp]", None), ("[jp, us]", None), ("[jp]", Some("Japan"))] {
        let archive = Archive::new().promise("a", "2010-11-01", "").edit(
            "content/meetings/a.en.md",
            "delegations: [us, jp]",
            &format!("delegations: {delegations}"),
        );
        let page = archive.build().ok().page("en/commitments/");
        let by = texts(&page, ".commitments .by");
        assert_eq!(by, named.as_slice(), "{delegations}");
    }
}
