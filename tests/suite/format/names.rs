//! How organizations are named: in full where a page first names one, short after that, and as they were called then.

use crate::support::{Archive, Built, assert_reported, help};
use scraper::{Html, Selector};

const FULL: &str = "Ministry of Internal Affairs and Communications (MIC)";

/// The text of each link to the organization in the main part of a page.
fn names(built: &Built, address: &str, id: &str) -> Vec<String> {
    let page = Html::parse_document(&built.page(address));
    let links = Selector::parse(&format!("main a[href*='/organizations/{id}/']")).unwrap();
    page.select(&links).map(|link| link.text().collect()).collect()
}

/// An archive with the meeting `a`, in which the ministry takes part, and these notes.
fn meeting(date: &str, en: &str, ja: &str) -> Archive {
    let front = format!(
        "title: A\ndate: {date}\ndelegations: {{us: {{}}, jp: {{heads: [taro-yamada], organizations: [mic]}}}}\n\
         commitments: [{{id: promise, kind: report, track: cloud, delegations: [jp], organizations: [mic], text: Promise}}]"
    );
    let japanese = "title: 会合\ncommitments: [{id: promise, text: 約束}]";
    Archive::new().note("a", "en", &front, en).note("a", "ja", japanese, ja)
}

#[test]
fn a_meeting_names_an_organization_in_full_once() {
    let en = "[[organization:mic]] and [[organization:mic|the Ministry]].\n\n[[organization:state]].\n";
    let ja = "[[organization:mic]]と[[organization:mic|同省]]。\n\n[[organization:state]]。\n";
    let archive = meeting("2010-11-01", en, ja);
    let built = archive.build().ok();
    assert_eq!(
        names(&built, "en/meetings/a/", "mic"),
        [FULL, "the Ministry", FULL],
        "in the notes, and in the list behind them"
    );
    assert_eq!(names(&built, "ja/meetings/a/", "mic"), ["総務省（MIC）", "同省", "総務省（MIC）"]);
    assert_eq!(names(&built, "en/meetings/a/", "state"), ["Department of State"]);
}

#[test]
fn a_heading_is_no_mention() {
    let en = "## On [[organization:mic]] {#mic}\n\n[[organization:mic]], [[organization:mic]]\n";
    let ja = "## [[organization:mic]]について {#mic}\n\n[[organization:mic]]、[[organization:mic]]\n";
    let front = "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new().note("a", "en", front, en).note("a", "ja", "title: 会合", ja);
    let built = archive.build().ok();
    let name = "Ministry of Internal Affairs and Communications";
    for page in ["en/meetings/a/", "ja/meetings/a/parallel/"] {
        let mut expected = vec![name, FULL, "MIC"];
        if page.contains("parallel") {
            // Beside the text in the other language, which has its own first mention.
            expected = vec!["総務省", name, "総務省（MIC）", "総務省", FULL, "MIC"];
        }
        assert_eq!(names(&built, page, "mic"), expected);
    }
    assert_eq!(names(&built, "ja/meetings/a/", "mic"), ["総務省", "総務省（MIC）", "総務省"]);
}

#[test]
fn pages_name_organizations_like_meetings() {
    let front = "title: About";
    let text = "[[organization:mic]] and [[organization:mic]]\n";
    let page = |front: &str, text: &str| format!("---\n{front}\n---\n{text}");
    let archive = Archive::new().file("content/pages/about.en.md", page(front, text)).file(
        "content/pages/about.ja.md",
        page("title: 概要", "[[organization:mic]]、[[organization:mic]]\n"),
    );
    let built = archive.build().ok();
    assert_eq!(names(&built, "en/pages/about/", "mic"), [FULL, "MIC"]);
    assert_eq!(names(&built, "ja/pages/about/", "mic"), ["総務省（MIC）", "総務省"]);
}

#[test]
fn a_name_written_out_in_full_is_a_first_mention() {
    let text = "[[organization:mic|the Ministry]], [[organization:mic|FULL]], [[organization:mic]]\n";
    let front = "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new().note("a", "en", front, &text.replace("FULL", FULL)).note(
        "a",
        "ja",
        "title: 会合",
        "[[organization:mic|総務省]]、[[organization:mic]]\n",
    );
    let built = archive.build().ok();
    assert_eq!(names(&built, "en/meetings/a/", "mic"), ["the Ministry", FULL, "MIC"]);
    assert_eq!(names(&built, "ja/meetings/a/", "mic"), ["総務省", "総務省（MIC）"]);
}

#[test]
fn an_abbreviation_that_two_share_stands_for_neither() {
    let other =
        "\nother: {delegation: us, name: {en: Institute of Microwaves, ja: 電波研究所}, abbreviation: MIC}\n";
    let text = "[[organization:mic]], [[organization:mic]], [[organization:other]], [[organization:other]]\n";
    let archive = meeting("2010-11-01", text, "").append("content/organizations.yaml", other);
    let built = archive.build().published();
    let name = FULL.trim_end_matches(" (MIC)");
    assert_eq!(names(&built, "en/meetings/a/", "mic"), [FULL, name, FULL]);
    let name = "Institute of Microwaves";
    assert_eq!(names(&built, "en/meetings/a/", "other"), [&format!("{name} (MIC)"), name]);
}

#[test]
fn records_of_a_day_show_the_name_of_that_day() {
    let names_of = "  reading: そうむしょう\n  names: [{until: 2015-12-31, name: {en: Ministry of Posts, ja: 郵便省}}]\n";
    for (date, english, japanese) in
        [("2015-12-31", "Ministry of Posts (MIC)", "郵便省（MIC）"), ("2016-01-01", FULL, "総務省（MIC）")]
    {
        let archive =
            meeting(date, "", "").edit("content/organizations.yaml", "  reading: そうむしょう\n", names_of);
        let built = archive.build().ok();
        // A role whose term is not known is one of the last meeting.
        for page in ["meetings/a/", "commitments/a/promise/", "people/taro-yamada/"] {
            assert_eq!(names(&built, &format!("en/{page}"), "mic"), [english], "{page}");
            assert_eq!(names(&built, &format!("ja/{page}"), "mic"), [japanese], "{page}");
        }
    }
}

#[test]
fn a_role_shows_the_name_at_the_end_of_its_term() {
    let role = "title: {en: Vice-Minister, ja: 総務審議官}";
    let archive = meeting("2010-11-01", "", "")
        .edit(
            "content/organizations.yaml",
            "  reading: そうむしょう\n",
            "  reading: そうむしょう\n  names: [{until: 2012-12-31, name: {en: Ministry of Posts, ja: 郵便省}}]\n",
        )
        .edit("content/people.yaml", role, &format!("until: 2011-03-31, {role}"));
    let built = archive.build().ok();
    assert_eq!(names(&built, "ja/people/taro-yamada/", "mic"), ["郵便省（MIC）"]);
    let archive = archive.edit("content/people.yaml", "until: 2011-03-31", "until: 2013-03-31");
    let built = archive.build().ok();
    assert_eq!(names(&built, "ja/people/taro-yamada/", "mic"), ["総務省（MIC）"]);
}

#[test]
fn a_name_that_is_not_split_is_told_where_others_are() {
    let unsplit = "ken-mori: {name: {en: Ken Mori, ja: 森健}}\n";
    let archive = Archive::new().append("content/people.yaml", unsplit);
    assert_reported(&archive, &["people.yaml:11:18 unsplit-name"]);
    assert_eq!(help(&archive), "write both, or `family` alone where the person has no other name");
    // Where nobody's is, the names are in one form; and a family name alone is enough.
    assert_reported(&Archive::new().file("content/people.yaml", unsplit), &[]);
    let family = unsplit.replace("森健}", "森健}, family: {en: Mori, ja: 森}");
    assert_reported(&Archive::new().append("content/people.yaml", &family), &[]);
}
