//! What hosts of static files read beside the site: `_redirects` with its earlier addresses, and `_headers` with the policy
//! of its pages and the types of its files.
//!
//! Netlify: docs.netlify.com, "Redirects and rewrites" and "Custom headers". Cloudflare Pages: developers.cloudflare.com,
//! "Redirects" and "Headers".

use std::fmt::Write;

use crate::{
    artifact::Artifact,
    diagnostic::Code,
    lang::say,
    path,
    plan::{self, ASSETS, PageKind, PlannedPage},
    site::Site,
    yaml::Problem,
};

/// A host that is told of redirects and headers by files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
}

impl Host {
    /// Every host.
    pub const ALL: &'static [Self] = &[Self::Netlify, Self::Cloudflare];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Netlify => "netlify",
            Self::Cloudflare => "cloudflare",
        }
    }
}

/// The names of the files, in the folder of the site.
const REDIRECTS: &str = "_redirects";
const HEADERS: &str = "_headers";

/// How many redirects with a fixed address Cloudflare Pages follows, and how many characters each may have.
const MAX_REDIRECTS: usize = 2000;
const MAX_REDIRECT: usize = 1000;

/// What every answer says: what docs/hosting/ has servers say.
const OF_ALL: [&str; 3] = [
    "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
];

/// The files for a host. Problems: what of them it does not heed, and files of the archive that have their names.
#[must_use]
pub fn host_files(host: Host, site: &Site, plan: &[PlannedPage]) -> (Vec<Artifact>, Vec<Problem>) {
    let redirects = redirects(host, site, plan);
    let mut problems = taken(host, site);
    if host == Host::Cloudflare {
        problems.extend(over_limits(&redirects, site));
    }
    let mut text: String = redirects.into_iter().map(|redirect| redirect.line).collect();
    let base = site.config.base_path();
    if host == Host::Netlify && base != "/" {
        // At its root, Netlify finds the page by itself; Cloudflare Pages finds it in any folder.
        text.extend([base, "* ", base, "404.html 404\n"]);
    }
    let artifact = |path: &str, text: String| Artifact { path: path.into(), content: text.into() };
    (vec![artifact(REDIRECTS, text), artifact(HEADERS, headers(site))], problems)
}

/// A line that leads from an earlier address to the page of its record.
struct Redirect {
    /// The place of the earlier address among those of the site.
    alias: usize,
    line: String,
}

fn redirects(host: Host, site: &Site, plan: &[PlannedPage]) -> Vec<Redirect> {
    // Netlify leads on from what is a page of the site only if it is told to; Cloudflare Pages always does.
    let status = match host {
        Host::Netlify => "301!",
        Host::Cloudflare => "301",
    };
    let base = site.config.base_path();
    let redirects = plan.iter().filter_map(|page| {
        let PageKind::Alias(alias) = page.kind else { return None };
        let to = plan::address(page.lang, &plan::alias_path(site, &site.aliases[alias]));
        let line = format!("{base}{} {base}{} {status}\n", path::encoded(&page.address), path::encoded(&to));
        Some(Redirect { alias, line })
    });
    redirects.collect()
}

fn over_limits(redirects: &[Redirect], site: &Site) -> Vec<Problem> {
    let spot = |redirect: &Redirect| site.aliases[redirect.alias].spot.clone();
    let mut problems = Vec::new();
    if let Some(first) = redirects.get(MAX_REDIRECTS) {
        let message = say!("many-redirects", most = MAX_REDIRECTS, count = redirects.len());
        let help = say!("pages-lead-on");
        problems.push(Problem::new(Code::HostLimit, spot(first), message).help(help));
    }
    let long = redirects.iter().filter(|redirect| redirect.line.trim_end().len() > MAX_REDIRECT);
    problems.extend(long.map(|redirect| {
        let message = say!("long-redirect", most = MAX_REDIRECT);
        let help = say!("page-leads-on");
        Problem::new(Code::HostLimit, spot(redirect), message).help(help)
    }));
    problems
}

/// Files of `static/` with the names that are written here.
fn taken(host: Host, site: &Site) -> Vec<Problem> {
    let is_taken = |address: &str| [REDIRECTS, HEADERS].iter().any(|name| address.eq_ignore_ascii_case(name));
    let taken = site.statics.iter().filter(|file| is_taken(&file.address));
    let problems = taken.map(|file| {
        let message = say!("host-writes", host = host.name(), file = file.address);
        let help = say!("delete-or-no-host");
        Problem::new(Code::UrlCollision, file.spot.clone(), message).help(help)
    });
    problems.collect()
}

fn headers(site: &Site) -> String {
    let base = site.config.base_path();
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[&str]| {
        // Memory refuses nothing.
        let _ = writeln!(text, "{base}{path}");
        for header in headers {
            let _ = writeln!(text, "  {header}");
        }
    };
    rule("*", &OF_ALL);
    // Elsewhere, both hosts have browsers ask each time. More than one rule for a file would be joined by a comma.
    rule(&format!("{ASSETS}/*"), &["Cache-Control: public, max-age=31536000, immutable"]);
    for (address, media_type) in plan::text_types(site, ":id") {
        rule(&address, &[&format!("Content-Type: {media_type}; charset=utf-8")]);
    }
    text
}
