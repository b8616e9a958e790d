//! sitemap.xml (the protocol of sitemaps.org, version 0.9, with language alternates) and robots.txt.

use std::{
    io::{self, Write},
    sync::Arc,
};

use crate::{
    artifact::{Artifact, Large},
    html::escape,
    plan::{PageKind, PlannedPage, files},
    site::Site,
};

/// The most addresses that the protocol allows in one file.
const MAX_ADDRESSES: usize = 50_000;

/// The sitemap; none without a base address. Over the protocol's limit, an index of several.
pub(super) fn sitemap(site: &Arc<Site>, plan: &Arc<Vec<PlannedPage>>) -> Vec<Artifact> {
    if site.config.base_url.is_none() {
        return Vec::new();
    }
    let listed = plan.iter().enumerate().filter(|(_, page)| page.is_canonical(site));
    let listed: Vec<usize> = listed.map(|(at, _)| at).collect();
    let urlset = |pages: &[usize]| {
        let (site, plan, pages) = (site.clone(), plan.clone(), pages.to_vec());
        Large::new(move |to| write(to, &site, pages.iter().filter_map(|at| plan.get(*at))))
    };
    if listed.len() <= MAX_ADDRESSES {
        return vec![Artifact { path: files::SITEMAP.into(), content: urlset(&listed).into() }];
    }
    let mut files = Vec::new();
    let mut index = String::from(HEAD);
    index.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (number, part) in listed.chunks(MAX_ADDRESSES).enumerate() {
        let path = format!("sitemap-{}.xml", number + 1);
        let address = site.config.absolute(&path).unwrap_or_default();
        index.extend(["<sitemap><loc>", &escape(&address), "</loc></sitemap>\n"]);
        files.push(Artifact { path, content: urlset(part).into() });
    }
    index.push_str("</sitemapindex>\n");
    files.push(Artifact { path: files::SITEMAP.into(), content: index.into() });
    files
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn write<'p>(
    out: &mut impl Write,
    site: &Site,
    pages: impl Iterator<Item = &'p PlannedPage>,
) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    out.write_all(
        b"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    )?;
    for entry in pages.filter_map(|page| entry(site, page)) {
        out.write_all(entry.as_bytes())?;
    }
    out.write_all(b"</urlset>\n")
}

/// A page's entry; a site without a base address has none.
fn entry(site: &Site, page: &PlannedPage) -> Option<String> {
    let mut out = format!("<url><loc>{}</loc>", escape(&site.config.absolute(&page.address)?));
    let below = page.address.strip_prefix(page.lang.code()).filter(|_| page.kind != PageKind::Root);
    if let Some(below) = below
        && page.has_version(site, page.lang.other())
    {
        for lang in site.config.languages {
            let href = site.config.absolute(&format!("{}{below}", lang.code()))?;
            out.push_str(&alternate(lang.code(), &href));
        }
    }
    out.push_str("</url>\n");
    Some(out)
}

fn alternate(code: &str, href: &str) -> String {
    format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\"/>", escape(href))
}

/// robots.txt: everything may be read.
pub(super) fn robots(site: &Site) -> Artifact {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = site.config.absolute(files::SITEMAP) {
        text.extend(["Sitemap: ", &address, "\n"]);
    }
    Artifact { path: files::ROBOTS.into(), content: text.into() }
}
