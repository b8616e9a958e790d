//! What a reader finds on a page.

use scraper::{ElementRef, Html, Selector};

pub(crate) fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

/// The text of an element, with one blank between its words.
pub(crate) fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

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
