//! The table of the files that are no pages says what a build makes.

use crate::support::{Archive, page::is_file_of_page, site};
use std::collections::BTreeSet;
use taiwa::plan::{self, files::FILES};

/// An archive with everything, of which the address is known.
fn archive() -> Archive {
    Archive::from(&site("good/full"))
}

/// The files of its site's own that are no pages, and no files of pages.
fn made(archive: &Archive) -> BTreeSet<String> {
    let statics = crate::support::files(&site("good/full/content/static"));
    let built = archive.build_with(&["--as-of", "2026-11-22"]).published();
    let pages = built.pages();
    let is_own = |path: &String| {
        !pages.contains_key(path)
            && !statics.contains_key(path)
            && !path.starts_with("assets/")
            && !is_file_of_page(path)
    };
    built.files().into_keys().filter(is_own).collect()
}

#[test]
fn every_file_that_is_no_page_has_its_row() {
    let made = made(&archive());
    let without: Vec<_> = made.iter().filter(|path| plan::file_at(path).is_none()).collect();
    assert_eq!(without, Vec::<&String>::new());
    for file in FILES {
        let is_made = |path: &String| plan::file_at(path).is_some_and(|row| row.about == file.about);
        assert!(made.iter().any(is_made), "{file:?}");
    }
}

#[test]
fn what_needs_the_address_of_the_site_is_made_only_with_it() {
    let needs = |path: &&String| plan::file_at(path).is_some_and(|file| file.needs_base_url);
    let address = "base_url: https://archive.example/talks\n";
    let (with, without) = (made(&archive()), made(&archive().edit("content/site.yaml", address, "")));
    let only_with: Vec<_> = with.difference(&without).collect();
    assert_eq!(only_with, with.iter().filter(needs).collect::<Vec<_>>());
    assert!(only_with.contains(&&"sitemap.xml".to_owned()));
}
