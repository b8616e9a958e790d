//! Texts that are written over several lines, or with blanks at their ends: everywhere they are one line without them.

use crate::support::{Archive, Built, assert_reported};

fn built(english: &str, japanese: &str) -> (Archive, Built) {
    let english = format!("date: 2010-11-01\n{english}");
    let archive = Archive::new().note("a", "en", &english, "").note("a", "ja", japanese, "");
    let built = archive.build_with(&["--base-url", "https://x.example"]).ok();
    (archive, built)
}

const ENGLISH: &str = "title: >\n  First\n  meeting\nsummary: |\n  The sides met.\ndelegations:\n  us: {heads: [{person: \
    jane-doe, as: \u{3000}Chair\u{3000}}]}\n  jp: {}\ncommitments:\n  - {id: c, kind: report, track: cloud, delegations: \
    [us], text: Share\n    levels., due: {text: ' in 2011 '}, verb: share\n    with}";
const JAPANESE: &str = "title: 第1回会合\u{3000}\nsummary: >\n  両国政府が水位情報の\n  共有を始めた。\ndelegations: {us: {heads: \
    [{person: jane-doe, as: 議\n  長}]}}\ncommitments:\n  - id: c\n    text: 水位を\n      共有する。\n    verb: \"共有\n      \
    する\"\n    due: {text: 2011年\n      中}";

#[test]
fn a_folded_text_is_one_line_wherever_it_goes() {
    let (_archive, built) = built(ENGLISH, JAPANESE);
    let page = built.page("ja/meetings/a/");
    for text in
        ["<p class=\"lede\">両国政府が水位情報の共有を始めた。</p>", ">議長</span>", ">水位を共有する。</a>"]
    {
        assert!(page.contains(text), "{text} in {page}");
    }
    let page = built.page("ja/commitments/a/c/");
    assert!(page.contains("<dd>2011年中</dd>") && page.contains("<dd>共有する</dd>"), "{page}");
    let page = built.page("en/meetings/a/");
    for text in ["“First meeting”", "<p class=\"lede\">The sides met.</p>"] {
        assert!(page.contains(text), "{text} in {page}");
    }
    for (file, text) in [
        ("en/meetings/a/cite.bib", "title = {{First meeting, "),
        ("en/calendar.ics", "SUMMARY;LANGUAGE=en:First meeting\r\n"),
        ("ja/feed.xml", "<title>第1回会合</title>"),
        ("ja/feed.xml", "<summary>両国政府が水位情報の共有を始めた。</summary>"),
        ("data/meetings.csv", ",First meeting,第1回会合,"),
        ("data/commitments.csv", ",Share levels.,水位を共有する。,"),
        ("data/archive.json", "\"title\":{\"en\":\"First meeting\",\"ja\":\"第1回会合\"}"),
        ("data/corpus.tmx", "<seg>水位を共有する。</seg>"),
    ] {
        assert!(built.page(file).contains(text), "{text} in {file}: {}", built.page(file));
    }
}

#[test]
fn a_text_of_a_registry_is_joined_as_its_language_is_written() {
    let tracks = "cloud:\n  title: {en: Cloud\n    computing, ja: クラウド\n    技術}\n  summary:\n    en: >\n      On\n      \
                  clouds.\n    ja: |\n      雲に\n      ついて。\n";
    let archive = Archive::new().file("content/tracks.yaml", tracks).append(
        "content/organizations.yaml",
        "meti: {delegation: jp, name: {en: 'METI ', ja: \"経済\n  産業省\"}, reading: 'けいざい\n  さんぎょうしょう'}\n",
    );
    let built = archive.build().ok();
    let page = built.page("ja/tracks/cloud/");
    assert!(page.contains("<h1>クラウド技術</h1>") && page.contains("雲について。"), "{page}");
    assert!(built.page("en/tracks/cloud/").contains("<h1>Cloud computing</h1>"));
    assert!(
        built.page("data/organizations.csv").contains(",METI,経済産業省,"),
        "{}",
        built.page("data/organizations.csv")
    );
    assert!(built.page("data/organizations.csv").contains("けいざいさんぎょうしょう"));
}

#[test]
fn a_blank_that_the_author_wrote_stays() {
    let (_archive, built) = built("title: A  B\ndelegations: {us: {}, jp: {}}", "title: 第1回 会合");
    assert!(built.page("ja/meetings/a/").contains("<h1>第1回 会合</h1>"));
    assert!(built.page("data/archive.json").contains("\"title\":{\"en\":\"A  B\",\"ja\":\"第1回 会合\"}"));
}

/// Facts of one word, each in every form that puts it on a line of its own.
#[test]
fn a_fact_of_one_word_may_stand_in_a_block_or_have_blanks_at_its_ends() {
    for form in ["|\n    @\n", ">-\n    @\n", ">\n\n    @\n\n", "\n    @\n", "\" @ \"\n", "'\n    @\n    '\n"]
    {
        let fact = |value: &str| form.replace('@', value);
        let inner = |value: &str| fact(value).replace("\n    ", "\n        ");
        let mut english = String::from("title: A\ndelegations: {us: {}, jp: {}}\n");
        for (key, value) in
            [("date", "2010-11-01"), ("mode", "virtual"), ("host", "jp"), ("release", "published")]
        {
            english.extend([key, ": ", &fact(value)]);
        }
        english.push_str("commitments:\n  - id: c\n    text: Share.\n    delegations: [us]\n");
        for (key, value) in [("kind", "report"), ("track", "cloud"), ("due", "2011-12-31")] {
            english.extend(["    ", key, ": ", &inner(value)]);
        }
        english.push_str("documents:\n  - id: d\n    title: D\n");
        for (key, value) in [("url", "https://a.example/x"), ("file", "docs/a.pdf"), ("language", "ja")] {
            english.extend(["    ", key, ": ", &inner(value)]);
        }
        let archive = Archive::new()
            .note("a", "en", &english, "")
            .note("a", "ja", "title: 会\n  合\ncommitments: [{id: c, text: 共有する。}]\ndocuments: [{id: d, title: 文書}]", "")
            .file("content/static/docs/a.pdf", "pdf")
            .append("content/organizations.yaml", &format!("mlit:\n  delegation: {}  name: 国土交通省\n  url: {}", fact("jp"), fact("https://b.example/")))
            .append("content/site.yaml", &format!("base_url: {}", fact("https://x.example/")));
        let built = archive.build().ok();
        let page = built.page("ja/meetings/a/");
        for part in ["2010年", "href=\"https://a.example/x\"", "docs/a.pdf\"", "<h1>会合</h1>"] {
            assert!(page.contains(part), "{part} of {form:?} in {page}");
        }
        let data = built.page("data/archive.json");
        for part in
            ["\"mode\":\"virtual\"", "\"host\":\"jp\"", "\"kind\":\"report\"", "\"https://b.example/\""]
        {
            assert!(data.contains(part), "{part} of {form:?} in {data}");
        }
    }
}

#[test]
fn a_fact_over_two_lines_or_none_is_reported_in_its_place() {
    let with = |facts: &str| {
        Archive::new()
            .note("a", "en", &format!("title: A\ndelegations: {{us: {{}}, jp: {{}}}}\n{facts}"), "")
            .note("a", "ja", "title: 会合", "")
    };
    for (date, place) in [
        ("2010-\n  11-01", "4:7"),
        (">-\n  2010-11-01\n  2010-11-02", "5:3"),
        ("|\n  2010-11-31", "5:3"),
        ("\"2010-11-01\n\n  x\"", "4:7"),
    ] {
        assert_reported(
            &with(&format!("date: {date}")),
            &[&format!("meetings/a.en.md:{place} invalid-date")],
        );
    }
    for (url, place) in [
        ("https://a.example/\n      x", "8:10"),
        (">-\n      https://a.example/\n      x", "9:7"),
        ("|\n      a.example", "9:7"),
    ] {
        let facts = format!("date: 2010-11-01\ndocuments:\n  - id: d\n    title: D\n    url: {url}");
        assert_reported(&with(&facts), &[&format!("meetings/a.en.md:{place} unsafe-link")]);
    }
    // What is wrong beside it is reported too.
    let mistakes = "date: 2010-11-31\nmode: |\n  virtul\n";
    assert_reported(
        &with(mistakes),
        &["meetings/a.en.md:4:7 invalid-date", "meetings/a.en.md:6:3 invalid-value"],
    );
}
