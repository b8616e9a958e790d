//! Files for machines, made from the site and its plan.

mod search;
mod sitemap;
mod tmx;

use crate::{artifact::Artifact, link::Site, plan::PlannedPage};

/// Makes every file that is no page: the sitemap (where the site has an address), robots.txt, the corpus, the
/// search index, and the static files.
#[must_use]
pub fn export(site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    artifacts.extend(sitemap::sitemap(site, plan));
    artifacts.push(sitemap::robots(site));
    artifacts.push(tmx::corpus(site));
    artifacts.extend(search::search(site));
    artifacts.extend(site.statics.iter().map(|file| Artifact {
        path: file.address.clone(),
        content: crate::artifact::Content::Copy(file.file.clone()),
    }));
    artifacts
}
