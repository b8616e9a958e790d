//! Files for machines, made from the site and its plan.

mod archive;
mod atom;
mod calendar;
mod facts;
mod host;
mod out;
mod records;
mod search;
mod sitemap;
mod tables;
mod tbx;
mod tmx;
mod xml;

pub use host::{Host, host_files};
pub use out::Out;

use rayon::prelude::*;
use std::sync::Arc;

use crate::{
    artifact::{Artifact, Content},
    plan::PlannedPage,
    site::Site,
};

/// What makes the files of a format.
pub type Format = fn(&Arc<Site>, &Arc<Vec<PlannedPage>>, Out<'_>);

/// The formats that hold nothing of the texts of notes: the sitemap and the feeds (where the site has an address),
/// robots.txt, the tables, the calendars, the glossary, and the static files.
pub const OF_FACTS: &[Format] = &[
    |site, plan, out| out(sitemap::sitemap(site, plan)),
    |site, _, out| out(vec![sitemap::robots(site)]),
    |site, _, out| out(vec![archive::schema(site)]),
    |site, _, out| out(tables::tables(site)),
    |site, _, out| out(atom::feeds(site)),
    |site, _, out| out(calendar::calendars(site)),
    |site, _, out| out(vec![tbx::glossary(site)]),
    |site, _, out| out(statics(site)),
];

/// The formats that hold texts of notes: the corpus for translators, the whole archive and the search index, which alone is
/// made in parallel and comes last.
pub const OF_TEXTS: &[Format] = &[
    |site, _, out| out(vec![tmx::corpus(site)]),
    |site, _, out| out(vec![archive::archive(site)]),
    |site, _, out| search::search(site, out),
];

/// Makes every file that is no page.
#[must_use]
pub fn export(site: &Arc<Site>, plan: &Arc<Vec<PlannedPage>>) -> Vec<Artifact> {
    let formats: Vec<&Format> = OF_FACTS.iter().chain(OF_TEXTS).collect();
    let make = |format: &&Format| {
        let mut files = Vec::new();
        format(site, plan, &mut |some| files.extend(some));
        files
    };
    formats.par_iter().flat_map_iter(make).collect()
}

fn statics(site: &Site) -> Vec<Artifact> {
    let files = site.statics.iter();
    files
        .map(|file| Artifact { path: file.address.clone(), content: Content::Copy(file.file.clone()) })
        .collect()
}
