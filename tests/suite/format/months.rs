//! Months of which the day is not known: in pages, lists, data, calendars and citations.

use crate::support::{Archive, Built, page::assert_holds};
use serde_json::Value;

const BASE: &[&str] = &["--base-url", "https://x.example/", "--as-of", "2026-11-22"];

fn archive() -> Archive {
    let document = "documents:\n  - {id: paper, title: Paper, url: 'https://a.example/', date: 2012-11}";
    Archive::new()
        .promise("before", "2012-09-30", "")
        .promise("2012-10-talks", "2012-10", "continues: [before/promise]")
        .promise("after", "2012-10-02", "")
        .meeting("turn", "date: 1989-01")
        .meeting("autumn", &format!("date: {{from: 2012-12, to: 2013-01}}\n{document}"))
        .edit(
            "content/meetings/autumn.ja.md",
            "title: 会合autumn",
            "title: 会合autumn\ndocuments: [{id: paper, title: 文書}]",
        )
}

fn build(archive: &Archive) -> Built {
    archive.build_with(BASE).ok()
}

#[test]
fn pages_show_the_month() {
    let archive = archive();
    let built = build(&archive);
    for (page, date) in [
        ("en/meetings/2012-10-talks/", "<time datetime=\"2012-10\">October 2012</time>"),
        ("ja/meetings/2012-10-talks/", "<time datetime=\"2012-10\">2012年（平成24年）10月</time>"),
        ("en/meetings/", "<time datetime=\"2012-10\">Oct 2012</time>"),
        ("ja/meetings/", "<time datetime=\"2012-10\">2012年10月</time>"),
        ("en/meetings/autumn/", "<time datetime=\"2012-12\">December 2012 – January 2013</time>"),
        ("ja/meetings/autumn/", "2012年（平成24年）12月〜2013年（平成25年）1月"),
        // The era changed on 8 January: which of the two its day had is not known.
        ("ja/meetings/turn/", "<time datetime=\"1989-01\">1989年（昭和64年・平成元年）1月</time>"),
        ("en/meetings/turn/", "<time datetime=\"1989-01\">January 1989</time>"),
        ("ja/meetings/", "1989年（昭和64年・平成元年）"),
        ("en/meetings/autumn/", "<time datetime=\"2012-11\">November 2012</time>"),
        ("ja/meetings/autumn/", "<time datetime=\"2012-11\">2012年（平成24年）11月</time>"),
        ("en/commitments/2012-10-talks/promise/", "<time datetime=\"2012-10\">October 2012</time>"),
        ("en/meetings/2012-10-talks/", "<meta name=\"citation_date\" content=\"2012-10\">"),
    ] {
        assert_holds(&built.page(page), date);
    }
    for (path, page) in built.pages() {
        assert!(
            !page.contains("2012-10-01") && !page.contains("10月1日") && !page.contains("Oct 1,"),
            "{path}"
        );
    }
}

#[test]
fn a_month_stands_where_its_first_day_does() {
    let archive = archive();
    let page = build(&archive).resolved("en/meetings/");
    let at = |id: &str| page.find(&format!("meetings/{id}/\"")).unwrap();
    let mut ids = ["turn", "before", "2012-10-talks", "after", "autumn"];
    ids.sort_by_key(|id| std::cmp::Reverse(at(id)));
    assert_eq!(ids, ["turn", "before", "2012-10-talks", "after", "autumn"]);
}

#[test]
fn the_data_have_the_month_and_its_precision() {
    let archive = archive();
    let built = build(&archive);
    let data: Value = serde_json::from_str(&built.page("data/archive.json")).unwrap();
    let of = |kind: &str, id: &str, keys: [&str; 3]| {
        let record = data[kind].as_array().unwrap().iter().find(|it| it["id"] == id).unwrap();
        keys.map(|key| record[key].as_str().unwrap_or_default().to_owned())
    };
    let dates = ["from", "to", "precision"];
    assert_eq!(of("meetings", "2012-10-talks", dates), ["2012-10", "2012-10", "month"]);
    assert_eq!(of("meetings", "autumn", dates), ["2012-12", "2013-01", "month"]);
    assert_eq!(of("meetings", "after", dates), ["2012-10-02", "2012-10-02", "day"]);
    assert_eq!(of("documents", "paper", ["date", "precision", ""]), ["2012-11", "month", ""]);
    assert_eq!(of("meetings", "2012-10-talks", ["updated", "", ""])[0], "2012-10-01");
    let schema: Value = serde_json::from_str(&built.page("data/archive.schema.json")).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&data));
    let meetings = built.page("data/meetings.csv");
    assert!(meetings.contains("2012-10-talks,policy,,2012-10,2012-10,month,"), "{meetings}");
    let package: Value = serde_json::from_str(&built.page("data/datapackage.json")).unwrap();
    let field = |table: &str, column: &str| {
        let resources = package["resources"].as_array().unwrap();
        let table = resources.iter().find(|it| it["name"] == table).unwrap();
        let fields = table["schema"]["fields"].as_array().unwrap();
        fields.iter().find(|it| it["name"] == column).unwrap().clone()
    };
    for (table, column) in [("meetings", "from"), ("meetings", "to"), ("documents", "date")] {
        let field = field(table, column);
        assert_eq!(field["type"], "string", "{table} {column}");
        assert_eq!(field["constraints"]["pattern"], "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$");
    }
    for (table, column) in [("meetings", "updated"), ("documents", "retrieved"), ("assessments", "date")] {
        assert_eq!(field(table, column)["type"], "date", "{table} {column}");
    }
    assert_eq!(field("meetings", "precision")["constraints"]["enum"], serde_json::json!(["day", "month"]));
}

#[test]
fn programs_are_told_the_month() {
    let archive = archive();
    let built = build(&archive);
    let calendar = built.page("en/calendar.ics");
    for dates in [
        "DTSTART;VALUE=DATE:20121001\r\nDTEND;VALUE=DATE:20121101\r\n",
        "DTSTART;VALUE=DATE:20121201\r\nDTEND;VALUE=DATE:20130201\r\n",
        "DTSTART;VALUE=DATE:19890101\r\nDTEND;VALUE=DATE:19890201\r\n",
    ] {
        assert!(calendar.contains(dates), "{calendar}");
    }
    let page = built.page("en/meetings/2012-10-talks/");
    assert_holds(&page, "\"startDate\":\"2012-10\",\"endDate\":\"2012-10\"");
    let [bibtex, ris, csl] =
        ["bib", "ris", "json"].map(|it| built.page(&format!("en/meetings/2012-10-talks/cite.{it}")));
    assert!(bibtex.contains("date = {2012-10}") && bibtex.contains("month = oct"), "{bibtex}");
    assert!(ris.contains("DA  - 2012/10//") && !ris.contains("2012/10/01"), "{ris}");
    assert_holds(&csl, "\"date-parts\":[[2012,10]]");
    let feed = built.page("en/feed.xml");
    assert!(feed.contains("<published>2012-10-01T00:00:00Z</published>"), "{feed}");
}

#[test]
fn a_month_is_planned_until_its_first_day() {
    let archive = Archive::new().meeting("held", "date: 2020-03-02").meeting("coming", "date: 2021-06");
    let mark = "<span class=\"tag planned\">Planned</span>";
    for (day, is_planned) in [("2021-05-31", true), ("2021-06-01", false)] {
        let built = archive.build_with(&["--as-of", day]).ok();
        assert_eq!(built.page("en/meetings/coming/").contains(mark), is_planned, "{day}");
    }
}

#[test]
fn a_role_and_a_name_may_end_in_a_month() {
    let archive = Archive::new()
        .meeting("in-time", "date: 2012-10-20\nhost: jp")
        .append(
            "content/people.yaml",
            "chief:\n  name: {en: Chief, ja: 長}\n  family: {en: Chief, ja: 長}\n  roles: [{title: {en: Chair, ja: 議長}, from: 2011-07, until: 2012-10}]\n",
        )
        .append(
            "content/organizations.yaml",
            "agency: {delegation: jp, name: {en: New Agency, ja: 新庁}, names: [{until: 2012-10, name: {en: Old Agency, ja: \
             旧庁}}]}\n",
        )
        .edit("content/meetings/in-time.en.md", "jp: {}", "jp: {organizations: [agency], heads: [chief]}");
    let built = archive.build().ok();
    for (page, text) in [
        ("en/people/chief/", "July 2011"),
        ("ja/people/chief/", "2012年（平成24年）10月"),
        ("en/organizations/agency/", "October 2012"),
        // The name was in use to the end of the month.
        ("en/meetings/in-time/", "Old Agency"),
    ] {
        assert_holds(&built.page(page), text);
    }
}
