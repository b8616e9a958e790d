//! Files for machines, made from the site and its plan.

mod archive;
mod atom;
mod calendar;
mod facts;
mod search;
mod sitemap;
mod tables;
mod tmx;
mod xml;

use rayon::prelude::*;
use std::sync::Arc;

use crate::{
    artifact::{Artifact, Content},
    link::Site,
    plan::PlannedPage,
};

/// What makes the files of a format.
pub type Format = fn(&Arc<Site>, &Arc<Vec<PlannedPage>>) -> Vec<Artifact>;

/// The formats that hold nothing of the texts of notes: the sitemap and the feeds (where the site has an address),
/// robots.txt, the tables, the calendars, and the static files.
pub const OF_FACTS: [Format; 7] = [
    sitemap::sitemap,
    |site, _| vec![sitemap::robots(site)],
    |site, _| vec![archive::schema(site)],
    |site, _| tables::tables(site),
    |site, _| atom::feeds(site),
    |site, _| calendar::calendars(site),
    |site, _| statics(site),
];

/// The formats that hold texts of notes: the search index, the whole archive and the corpus for translators.
pub const OF_TEXTS: [Format; 3] = [
    |site, _| search::search(site),
    |site, _| vec![archive::archive(site)],
    |site, _| vec![tmx::corpus(site)],
];

/// Makes every file that is no page.
#[must_use]
pub fn export(site: &Arc<Site>, plan: &Arc<Vec<PlannedPage>>) -> Vec<Artifact> {
    let formats: Vec<&Format> = OF_FACTS.iter().chain(&OF_TEXTS).collect();
    formats.par_iter().flat_map_iter(|format| format(site, plan)).collect()
}

fn statics(site: &Site) -> Vec<Artifact> {
    let files = site.statics.iter();
    files
        .map(|file| Artifact { path: file.address.clone(), content: Content::Copy(file.file.clone()) })
        .collect()
}
