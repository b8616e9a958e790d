//! Every link leads somewhere, every page can be reached, and what belongs together is linked both ways in both languages:
//! over the archive of this repository and over the fixture with everything.

use crate::support::{
    file_of, files,
    page::leads_to,
    records::{self, Meeting},
    run, site,
};
use scraper::{Html, Selector};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A page as a browser sees it.
struct Page {
    /// What it leads to or loads, as written, but for what only machines follow.
    links: Vec<String>,
    /// The files that its text leads to, from the site's root.
    text_links: BTreeSet<String>,
    ids: Vec<String>,
    is_listed: bool,
}

/// A built archive.
struct Site {
    root: PathBuf,
    base_path: &'static str,
    files: BTreeSet<String>,
    pages: BTreeMap<String, Page>,
}

fn read(root: PathBuf, base_path: &'static str) -> Site {
    let output = TempDir::new().unwrap();
    let (from, to) = (root.to_str().unwrap(), output.path().to_str().unwrap());
    let built = run(&["build", "--root", from, "--output", to, "--as-of", "2026-11-22"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let mut found = files(output.path());
    found.retain(|path, _| !path.starts_with(".taiwa/"));
    let html = found.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "html"));
    let pages =
        html.map(|(path, bytes)| (path.clone(), page(path, std::str::from_utf8(bytes).unwrap()))).collect();
    Site { root, base_path, files: found.into_keys().collect(), pages }
}

fn page(path: &str, html: &str) -> Page {
    let document = Html::parse_document(html);
    assert!(document.errors.is_empty(), "{path}: {:?}", document.errors);
    let attributes = |selected: &str, name: &str| -> Vec<String> {
        let selector = Selector::parse(selected).unwrap();
        document.select(&selector).filter_map(|it| it.value().attr(name).map(str::to_owned)).collect()
    };
    let in_text = attributes("main a[href]", "href");
    let text_links = in_text.iter().filter(|link| !is_outside(link) && !link.starts_with('#'));
    let mut links = attributes("a[href], link[rel=stylesheet], link[rel=icon]", "href");
    links.extend(attributes("[src]", "src"));
    Page {
        links,
        text_links: text_links.map(|link| resolve(path, link, "/").0).collect(),
        ids: attributes("[id]", "id"),
        is_listed: attributes("meta[name=robots]", "content").is_empty(),
    }
}

fn is_outside(link: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme))
}

/// The file and the fragment that a link on a page leads to.
fn resolve(page: &str, link: &str, base_path: &str) -> (String, Option<String>) {
    // What begins at the root of the host has the path of the site before it.
    let led_to = match link.strip_prefix(base_path) {
        Some(below) => below.to_owned(),
        None => leads_to(page, link)[1..].to_owned(),
    };
    let (address, fragment) = match led_to.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment.to_owned())),
        None => (&*led_to, None),
    };
    (file_of(address), fragment)
}

fn archive() -> Site {
    read(PathBuf::from(env!("CARGO_MANIFEST_DIR")), "/dialogue/")
}

fn full() -> Site {
    read(site("good/full"), "/talks/")
}

#[track_caller]
fn assert_no_link_is_broken(site: &Site) {
    let mut broken = Vec::new();
    for (path, page) in &site.pages {
        for link in page.links.iter().filter(|link| !is_outside(link)) {
            let (file, fragment) = resolve(path, link, site.base_path);
            let target = site.pages.get(&file);
            let is_there = match &fragment {
                None => site.files.contains(&file),
                Some(fragment) => target.is_some_and(|target| target.ids.contains(fragment)),
            };
            if !is_there {
                broken.push(format!("{link} on {path}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[track_caller]
fn assert_ids_are_unique(site: &Site) {
    for (path, page) in &site.pages {
        let unique: BTreeSet<_> = page.ids.iter().collect();
        assert_eq!(unique.len(), page.ids.len(), "{path}: {:?}", page.ids);
    }
}

#[track_caller]
fn assert_every_page_is_reached(site: &Site) {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut open: Vec<String> = reached.iter().cloned().collect();
    while let Some(path) = open.pop() {
        let Some(page) = site.pages.get(&path) else { continue };
        for link in page.links.iter().filter(|link| !is_outside(link)) {
            let (file, _) = resolve(&path, link, site.base_path);
            if reached.insert(file.clone()) {
                open.push(file);
            }
        }
    }
    let listed = site.pages.iter().filter(|(_, page)| page.is_listed).map(|(path, _)| path);
    let lost: Vec<_> = listed.filter(|path| !reached.contains(*path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Whether a page, or a further part of its list, leads to another in its text.
fn leads(site: &Site, from: &str, to: &str) -> bool {
    let start = file_of(from);
    let further = format!("{from}page/");
    let parts = site.pages.iter().filter(|(path, _)| **path == start || path.starts_with(&further));
    let to = file_of(to);
    parts.into_iter().any(|(_, page)| page.text_links.contains(&to))
}

/// Pairs of addresses below the language that must lead to each other.
fn pairs(site: &Site) -> Vec<(String, String)> {
    let meetings = records::meetings(&site.root.join("content"));
    assert!(meetings.len() > 2);
    let mut pairs = Vec::new();
    for meeting in &meetings {
        let own = format!("meetings/{}/", meeting.id);
        let with = |kind: &str, ids: &BTreeSet<String>| -> Vec<(String, String)> {
            ids.iter().map(|id| (own.clone(), format!("{kind}/{id}/"))).collect()
        };
        pairs.extend(with("delegations", &meeting.delegations));
        pairs.extend(with("organizations", &meeting.organizations));
        pairs.extend(with("people", &meeting.people));
        pairs.extend(commitment_pairs(meeting, &meetings));
    }
    pairs.extend(sequences(&meetings));
    pairs
}

fn commitment_pairs(meeting: &Meeting, all: &[Meeting]) -> Vec<(String, String)> {
    let is_there = |reference: &str| {
        let id = reference.split('/').next().unwrap();
        all.iter().any(|meeting| meeting.id == id)
    };
    let mut pairs = Vec::new();
    for commitment in &meeting.commitments {
        let own = format!("commitments/{}/{}/", meeting.id, commitment.id);
        let mut with = vec![format!("meetings/{}/", meeting.id)];
        with.extend(commitment.tracks.iter().map(|id| format!("tracks/{id}/")));
        with.extend(commitment.delegations.iter().map(|id| format!("delegations/{id}/")));
        with.extend(commitment.organizations.iter().map(|id| format!("organizations/{id}/")));
        let lineage = commitment.lineage.iter().filter(|reference| is_there(reference));
        with.extend(lineage.map(|reference| format!("commitments/{reference}/")));
        pairs.extend(with.into_iter().map(|other| (own.clone(), other)));
    }
    pairs
}

/// Each meeting with the next of its dialogue.
fn sequences(meetings: &[Meeting]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (at, meeting) in meetings.iter().enumerate() {
        if let Some(next) = meetings[at + 1..].iter().find(|next| next.dialogue == meeting.dialogue) {
            pairs.push((format!("meetings/{}/", meeting.id), format!("meetings/{}/", next.id)));
        }
    }
    pairs
}

#[track_caller]
fn assert_both_ways(site: &Site) {
    let pairs = pairs(site);
    let mut missing = Vec::new();
    for lang in ["en", "ja"] {
        for (one, other) in &pairs {
            let (one, other) = (format!("{lang}/{one}"), format!("{lang}/{other}"));
            for (from, to) in [(&one, &other), (&other, &one)] {
                if !leads(site, from, to) {
                    missing.push(format!("{from} does not lead to {to}"));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new(), "of {} pairs", pairs.len());
}

#[test]
fn every_link_of_the_archive_leads_somewhere() {
    let site = archive();
    assert!(site.pages.len() > 300, "{}", site.pages.len());
    assert_no_link_is_broken(&site);
    assert_ids_are_unique(&site);
    assert_every_page_is_reached(&site);
    assert_both_ways(&site);
}

#[test]
fn every_link_of_the_fixture_leads_somewhere() {
    let site = full();
    assert_no_link_is_broken(&site);
    assert_ids_are_unique(&site);
    assert_every_page_is_reached(&site);
    assert_both_ways(&site);
}

#[test]
fn the_checker_finds_what_is_broken() {
    let mut site = full();
    let home = site.pages.get_mut("en/index.html").unwrap();
    home.links.extend(["../en/nowhere/".to_owned(), "../en/status/#nowhere".to_owned()]);
    let found = std::panic::catch_unwind(|| assert_no_link_is_broken(&site)).unwrap_err();
    let message = found.downcast_ref::<String>().unwrap();
    assert!(message.contains("../en/nowhere/ on en/index.html"), "{message}");
    assert!(message.contains("../en/status/#nowhere on en/index.html"), "{message}");
}

#[test]
fn addresses_for_machines_name_pages_that_are_there() {
    for (site, base) in
        [(archive(), "https://archive.example/dialogue/"), (full(), "https://archive.example/talks/")]
    {
        let output = TempDir::new().unwrap();
        let (from, to) = (site.root.to_str().unwrap(), output.path().to_str().unwrap());
        let built =
            run(&["build", "--root", from, "--output", to, "--as-of", "2026-11-22", "--base-url", base]);
        assert_eq!(built.status, 0, "{}", built.stderr);
        let mut count = 0;
        for (path, bytes) in files(output.path()) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            for (at, _) in text.match_indices(base) {
                let address = text[at + base.len()..].split(['"', '<', '&', '}', '\r', '\n']).next().unwrap();
                let (address, anchor) = address.split_once('#').unwrap_or((address, ""));
                let file = file_of(address);
                assert!(site.files.contains(&file), "{base}{address} in {path}");
                let has_anchor = || site.pages[&file].ids.iter().any(|id| id == anchor);
                // Structured data names a thing by its page's address with a fragment, which is no place on the page.
                let is_name = text[..at].ends_with("\"@id\":\"");
                assert!(anchor.is_empty() || is_name || has_anchor(), "{base}{address}#{anchor} in {path}");
                count += 1;
            }
        }
        assert!(count > 100, "{count}");
    }
}
