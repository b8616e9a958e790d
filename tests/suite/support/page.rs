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

/// Where a link on a page leads: inside of the site, the address there behind a `/`; elsewhere, what is written.
#[track_caller]
pub(crate) fn leads_to(page: &str, link: &str) -> String {
    let (way, more) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    if way.is_empty() {
        return format!("/{page}{more}");
    }
    if way.starts_with('/') || way.split('/').next().unwrap().contains(':') {
        return link.to_owned();
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{link} on {page} leads out of the site"),
            part => parts.push(part),
        }
    }
    format!("/{}{more}", parts.join("/"))
}

/// A page on which every link and picture has what it leads to, whatever way it takes there.
#[track_caller]
pub(crate) fn resolved(page: &str, html: &str) -> String {
    let mut parts = html.split_inclusive('"');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_link = [" href=\"", " src=\"", " action=\""].iter().any(|begin| out.ends_with(begin));
        match part.strip_suffix('"') {
            Some(link) if is_link => out += &(leads_to(page, link) + "\""),
            _ => out += part,
        }
    }
    out
}

#[track_caller]
pub(crate) fn assert_holds(page: &str, part: &str) {
    assert!(page.contains(part), "`{part}` is not in:\n{page}");
}

/// Whether a file belongs to a page and is made as pages are: a picture, or how its record is cited.
pub(crate) fn is_file_of_page(path: &str) -> bool {
    ["/timeline.svg", "/lineage.svg", "/cite.bib", "/cite.ris", "/cite.json"]
        .iter()
        .any(|end| path.ends_with(end))
}
