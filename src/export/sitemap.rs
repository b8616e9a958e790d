//! sitemap.xml (the protocol of sitemaps.org, version 0.9, with language alternates) and robots.txt.

use crate::{
    artifact::Artifact,
    link::Site,
    plan::{PageKind, PlannedPage},
};

/// The most addresses that the protocol allows in one file.
const MAX_ADDRESSES: usize = 50_000;

/// The sitemap; none without a base address. Over the protocol's limit, an index of several.
pub(super) fn sitemap(site: &Site, plan: &[PlannedPage]) -> Vec<Artifact> {
    if site.config.base_url.is_none() {
        return Vec::new();
    }
    let entries: Vec<String> = plan.iter().filter_map(|page| entry(site, page)).collect();
    if entries.len() <= MAX_ADDRESSES {
        return vec![Artifact { path: "sitemap.xml".into(), content: urlset(&entries).into() }];
    }
    let mut files = Vec::new();
    let mut index = String::from(HEAD);
    index.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (number, part) in entries.chunks(MAX_ADDRESSES).enumerate() {
        let path = format!("sitemap-{}.xml", number + 1);
        let address = site.config.absolute(&path).unwrap_or_default();
        index.extend(["<sitemap><loc>", &escape(&address), "</loc></sitemap>\n"]);
        files.push(Artifact { path, content: urlset(part).into() });
    }
    index.push_str("</sitemapindex>\n");
    files.push(Artifact { path: "sitemap.xml".into(), content: index.into() });
    files
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn urlset(entries: &[String]) -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    out.extend(entries.iter().map(String::as_str));
    out.push_str("</urlset>\n");
    out
}

/// A page's entry; none for pages that search engines are not to keep, and for those fallen back to the other language.
fn entry(site: &Site, page: &PlannedPage) -> Option<String> {
    let is_withdrawn = match page.kind {
        PageKind::NotFound | PageKind::Alias(_) | PageKind::Parallel(_) => return None,
        PageKind::Meeting(id) => site.meetings[id].is_withdrawn(),
        PageKind::Commitment(id) => site.meetings[site.commitments[id].meeting].is_withdrawn(),
        _ => false,
    };
    if is_withdrawn || !page.has_version(site, page.lang) {
        return None;
    }
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// robots.txt: everything may be read.
pub(super) fn robots(site: &Site) -> Artifact {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = site.config.absolute("sitemap.xml") {
        text.extend(["Sitemap: ", &address, "\n"]);
    }
    Artifact { path: "robots.txt".into(), content: text.into() }
}
