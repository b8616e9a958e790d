//! What a reader finds on a page.

use scraper::{Html, Selector};

/// The text of each element that a selector finds, in order.
pub(crate) fn texts(page: &str, selector: &str) -> Vec<String> {
    let found = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    found.select(&selector).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
}

#[track_caller]
pub(crate) fn assert_holds(page: &str, part: &str) {
    assert!(page.contains(part), "`{part}` is not in:\n{page}");
}
