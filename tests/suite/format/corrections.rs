//! Corrections: on the page that lists them all, whose they are, and in which order.

use crate::support::Archive;
use scraper::{Html, Selector};

/// The corrections that a page lists, each as a reader sees it and with where it leads.
fn listed(page: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(page);
    let (item, link) = (Selector::parse("main .corrections li").unwrap(), Selector::parse("a").unwrap());
    let items = page.select(&item).map(|item| {
        let text: String = item.text().collect();
        let href = item.select(&link).next().unwrap().attr("href").unwrap().to_owned();
        (text, href)
    });
    items.collect()
}

#[test]
fn all_corrections_stand_on_one_page_the_newest_first() {
    let english = "title: First\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\ncorrections: [{date: 2012-01-02, note: A name.}, {date: 2015-05-06, note: A <date>.}]";
    let japanese = "title: 第1回\ncorrections: [{date: 2012-01-02, note: 名称。}]";
    let archive = Archive::new()
        .note("first", "en", english, "")
        .note("first", "ja", japanese, "")
        .meeting("later", "date: 2013-01-01\ncorrections: [{date: 2014-03-04, note: A place.}]");
    let built = archive.build().published();
    let of = |text: &str, id: &str, lang: &str, day: &str| {
        (text.to_owned(), format!("/{lang}/meetings/{id}/#_correction-{day}"))
    };
    assert_eq!(
        listed(&built.resolved("en/corrections/")),
        [
            of("May 6, 2015 A <date>. First", "first", "en", "2015-05-06"),
            of("March 4, 2014 A place. Meeting later", "later", "en", "2014-03-04"),
            of("January 2, 2012 A name. First", "first", "en", "2012-01-02"),
        ]
    );
    let japanese = listed(&built.resolved("ja/corrections/"));
    assert_eq!(japanese[2], of("2012年（平成24年）1月2日（月） 名称。 第1回", "first", "ja", "2012-01-02"));
    assert!(built.page("en/meetings/first/").contains("<li id=\"_correction-2012-01-02\">"));
}

#[test]
fn what_is_not_published_is_not_listed() {
    let archive = Archive::new().meeting("kept", "date: 2010-01-01").meeting(
        "draft",
        "date: 2011-01-01\nrelease: draft\ncorrections: [{date: 2012-01-01, note: Hidden.}]",
    );
    let built = archive.build().published();
    let page = built.page("en/corrections/");
    assert!(page.contains("Nothing has been corrected so far."), "{page}");
    assert!(!page.contains("Hidden"), "{page}");
    assert!(built.page("ja/corrections/").contains("これまでに訂正はない。"));
}

#[test]
fn a_withdrawn_record_is_listed_with_what_its_own_page_shows() {
    let english = "title: Gone\ndate: 2011-01-01\nsummary: Secret.\ndelegations: {us: {}, jp: {}}\nrelease: withdrawn\n\
                   corrections: [{date: 2012-01-01, note: Withdrawn at the request of both sides.}]";
    let japanese = "title: 取り下げた会合\nsummary: 秘密。\ncorrections: [{date: 2012-01-01, note: 双方の求めにより取り下げた。}]";
    let archive = Archive::new()
        .meeting("kept", "date: 2010-01-01\ncorrections: [{date: 2013-01-01, note: A name.}]")
        .note("gone", "en", english, "Secret.\n")
        .note("gone", "ja", japanese, "秘密。\n");
    let built = archive.build().published();
    let listed_in = |lang: &str| listed(&built.resolved(&format!("{lang}/corrections/")));
    let address = |lang: &str| format!("/{lang}/meetings/gone/#_correction-2012-01-01");
    let english = "January 1, 2012 Withdrawn at the request of both sides. Gone Withdrawn".to_owned();
    assert_eq!(listed_in("en")[1], (english, address("en")));
    assert_eq!(listed_in("en").len(), 2);
    let japanese =
        "2012年（平成24年）1月1日（日） 双方の求めにより取り下げた。 取り下げた会合 取下げ".to_owned();
    assert_eq!(listed_in("ja")[1], (japanese, address("ja")));
    // It leads to a place that is there.
    assert!(built.page("ja/meetings/gone/").contains("<li id=\"_correction-2012-01-01\">"));
    for (path, bytes) in built.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Secret") && !text.contains("秘密"), "{path}");
    }
}
