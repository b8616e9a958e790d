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

/// Whether a file is the picture of a page, which the program makes as it makes pages.
pub(crate) fn is_picture(path: &str) -> bool {
    ["/timeline.svg", "/lineage.svg"].iter().any(|end| path.ends_with(end))
}
