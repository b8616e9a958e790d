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

/// Those that tell facts: of the texts of notes they hold nothing.
const OF_FACTS: [Format; 6] = [
    sitemap::sitemap,
    |site, _| vec![sitemap::robots(site)],
    |site, _| vec![archive::schema(site)],
    |site, _| tables::tables(site),
    |site, _| atom::feeds(site),
    |site, _| calendar::calendars(site),
];

/// Those that hold the texts of notes too.
const OF_TEXTS: [Format; 3] = [
    |site, _| vec![tmx::corpus(site)],
    |site, _| vec![archive::archive(site)],
    |site, _| search::search(site),
];

/// Makes every file that is no page: those of [`facts`] and those of [`texts`].
#[must_use]
pub fn export(site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    let (mut artifacts, texts) = rayon::join(|| facts(site, plan), || texts(site, plan));
    artifacts.extend(texts);
    artifacts
}

/// Makes the files that are no pages and hold nothing of the texts of notes: the sitemap and the feeds (where the site has
/// an address), robots.txt, the tables, the calendars, and the static files.
#[must_use]
pub fn facts(site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    let mut artifacts = made(&OF_FACTS, site, plan);
    artifacts.extend(
        site.statics
            .iter()
            .map(|file| Artifact { path: file.address.clone(), content: Content::Copy(file.file.clone()) }),
    );
    artifacts
}

/// Makes the files that are no pages and hold texts of notes: the whole archive, the corpus for translators and the search
/// index.
#[must_use]
pub fn texts(site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    made(&OF_TEXTS, site, plan)
}

fn made(formats: &[Format], site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    formats.par_iter().flat_map_iter(|format| format(site, plan)).collect()
}
