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

use crate::{
    artifact::{Artifact, Content},
    link::Site,
    plan::PlannedPage,
};

/// What makes the files of a format.
type Format = fn(&Site, &[PlannedPage]) -> Vec<Artifact>;

const FORMATS: [Format; 9] = [
    sitemap::sitemap,
    |site, _| vec![sitemap::robots(site)],
    |site, _| vec![tmx::corpus(site)],
    |site, _| vec![archive::archive(site)],
    |site, _| vec![archive::schema(site)],
    |site, _| tables::tables(site),
    |site, _| atom::feeds(site),
    |site, _| calendar::calendars(site),
    |site, _| search::search(site),
];

/// Makes every file that is no page: the sitemap and the feeds (where the site has an address), robots.txt, the data, the
/// search index, the calendars, and the static files.
#[must_use]
pub fn export(site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> =
        FORMATS.par_iter().flat_map_iter(|format| format(site, plan)).collect();
    artifacts.extend(
        site.statics
            .iter()
            .map(|file| Artifact { path: file.address.clone(), content: Content::Copy(file.file.clone()) }),
    );
    artifacts
}
