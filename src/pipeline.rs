//! The one way from a folder of notes to a site: walk, parse, link, plan, export, render, publish.
//!
//! `check` goes the same way and stops before rendering; there is no second path, neither for a preview nor for a build
//! that watches: they keep a [`Workspace`], which does again only what its input asks for.

mod building;
mod inputs;
mod preview;
mod stamping;
mod workspace;

pub use building::{Built, build};
pub use preview::{Preview, RenderError};
pub use stamping::{StampError, Stamped, stamp};
pub use workspace::Workspace;

use rayon::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    io,
    sync::Arc,
};

use crate::{
    config::Options,
    diagnostic::{self, Code, Diagnostic, Severity, SourceId, Sources},
    ledger,
    plan::PlannedPage,
    publish::{self, PublishError},
    render::Renderer,
    site::{InsideLink, Site},
    source::Changes,
    theme::{self, Theme, ThemeFiles},
    yaml::{self, Problem},
};

/// An archive that was read, with all that was found wrong with it.
pub struct Checked {
    /// The texts of all files, for excerpts.
    pub sources: Sources,
    /// What was found, in the order of path, line and column.
    pub diagnostics: Vec<Diagnostic>,
    site: Arc<Site>,
    plan: Arc<Vec<PlannedPage>>,
    look: Option<Look>,
    ledger: Option<SourceId>,
}

/// How the pages look.
struct Look {
    files: Arc<ThemeFiles>,
    renderer: Renderer,
}

impl Checked {
    /// Whether the site may be published.
    #[must_use]
    pub fn is_publishable(&self, strict: bool) -> bool {
        !self.diagnostics.iter().any(|it| strict || it.severity() == Severity::Error)
    }

    /// How many pages the site has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.plan.len()
    }

    /// Whether absolute addresses are left out for want of a base address.
    #[must_use]
    pub fn lacks_base_url(&self) -> bool {
        self.site.config.base_url.is_none()
    }

    fn tell(&mut self, problems: Vec<Problem>) {
        self.diagnostics.extend(yaml::locate(problems, &self.sources));
        diagnostic::sort(&mut self.diagnostics, &self.sources);
    }
}

/// Reads, parses, links and plans an archive.
///
/// # Errors
///
/// When the content folder or the theme cannot be read at all.
pub fn check(options: &Options) -> io::Result<Checked> {
    Workspace::once(options.clone()).check(&Changes::All)
}

/// Does something on a thread of the pool. From outside, each step that its threads share would wait for one to wake.
fn in_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
}

/// Levels without a title, neither in site.yaml nor in the theme's strings.
fn untitled_levels(site: &Site, theme: &Theme) -> Vec<Problem> {
    let strings = theme.strings(site.config.languages[0]);
    let untitled = site.untitled_levels.iter().filter(|(_, level)| !strings.has(&theme::level_key(level)));
    let problems = untitled.map(|(spot, level)| {
        let known = strings
            .keys()
            .filter_map(|key| key.strip_prefix("level-"))
            .chain(site.config.levels.keys().map(String::as_str));
        let near = diagnostic::did_you_mean(level, known);
        let problem = Problem::new(Code::InvalidValue, spot.clone(), format!("no level is called `{level}`"));
        match near {
            Some(_) => problem.suggest(near),
            None => {
                problem.help(format!("give it a title in site.yaml: `levels: {{{level}: {{en: …, ja: …}}}}`"))
            }
        }
    });
    problems.collect()
}

/// Links to an anchor of another page: the pages they lead to are rendered, and looked through. Of one that cannot be
/// rendered, nothing is known.
fn missing_anchors(checked: &Checked) -> Vec<Problem> {
    let links = checked.site.inside_links.iter();
    let links: Vec<_> = links.filter(|link| !link.anchor.is_empty()).collect();
    let (Some(look), false) = (&checked.look, links.is_empty()) else { return Vec::new() };
    let wanted: HashSet<&str> = links.iter().map(|link| link.address.as_str()).collect();
    let pages: Vec<_> = checked.plan.iter().filter(|page| wanted.contains(page.address.as_str())).collect();
    let rendered = pages.par_iter().filter_map(|page| {
        let rendered = look.renderer.page(page).ok()?;
        Some((page.address.as_str(), ids(rendered.text()?)))
    });
    let anchors: HashMap<&str, HashSet<String>> = rendered.collect();
    let mut problems = Vec::new();
    for InsideLink { spot, address, anchor } in links {
        // A link to an address that is not there was told.
        if anchors.get(address.as_str()).is_some_and(|anchors| !anchors.contains(anchor)) {
            let message = format!("the page /{address} has no anchor `#{anchor}`");
            problems.push(Problem::new(Code::MissingAnchor, spot.clone(), message));
        }
    }
    problems
}

/// The anchors of a page that this program rendered.
fn ids(html: &str) -> HashSet<String> {
    let ids = html.split(" id=\"").skip(1);
    ids.filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_owned()).collect()
}

/// Adds the addresses of a checked archive to content/ledger.txt: how many were new, of how many.
///
/// # Errors
///
/// When the file cannot be written.
pub fn record(checked: &Checked, options: &Options) -> Result<(usize, usize), PublishError> {
    let addresses = ledger::addresses(&checked.site, &checked.plan);
    let text = checked.ledger.map(|ledger| checked.sources.file(ledger).text.as_ref());
    let (text, new) = ledger::extended(text, &addresses);
    if new > 0 {
        publish::replace(&options.root.join("content/ledger.txt"), &text)?;
    }
    Ok((new, addresses.len()))
}
