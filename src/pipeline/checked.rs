//! An archive that was read and planned, and what is checked once its theme is known.

use rayon::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use crate::{
    artifact,
    diagnostic::{self, Code, Diagnostic, Severity, SourceId, Sources},
    lang::{Lang, say},
    plan::PlannedPage,
    render::Renderer,
    site::{FileSum, InsideLink, Site},
    theme::{self, Theme, ThemeFiles},
    yaml::{self, Problem},
};

/// An archive that was read, with all that was found wrong with it.
pub struct Checked {
    /// The texts of all files, for excerpts.
    pub sources: Sources,
    /// What was found, in the order of path, line and column.
    pub diagnostics: Vec<Diagnostic>,
    pub(super) site: Arc<Site>,
    pub(super) plan: Arc<Vec<PlannedPage>>,
    pub(super) look: Option<Look>,
    pub(super) ledger: Option<SourceId>,
    pub(super) language: Lang,
}

/// How the pages look.
pub(super) struct Look {
    pub(super) files: Arc<ThemeFiles>,
    pub(super) renderer: Renderer,
}

impl Checked {
    /// Whether the site may be published.
    #[must_use]
    pub fn is_publishable(&self, strict: bool) -> bool {
        !self.diagnostics.iter().any(|it| strict || it.severity == Severity::Error)
    }

    /// The site, as far as it could be linked.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Its pages.
    #[must_use]
    pub fn plan(&self) -> &[PlannedPage] {
        &self.plan
    }

    /// How many pages the site has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.plan.iter().filter(|page| !page.is_file_of_page()).count()
    }

    /// Whether absolute addresses are left out for want of a base address.
    #[must_use]
    pub fn lacks_base_url(&self) -> bool {
        self.site.config.base_url.is_none()
    }

    pub(super) fn report(&mut self, problems: Vec<Problem>) {
        self.diagnostics.extend(yaml::locate(problems, &self.sources, self.language));
        diagnostic::sort(&mut self.diagnostics, &self.sources);
    }
}

/// Levels without a title, neither in site.yaml nor in the theme's strings.
pub(super) fn untitled_levels(site: &Site, theme: &Theme) -> Vec<Problem> {
    let strings = theme.strings(site.config.languages[0]);
    let untitled = site.untitled_levels.iter().filter(|(_, level)| !strings.has(&theme::level_key(level)));
    let problems = untitled.map(|(spot, level)| {
        let known = strings
            .keys()
            .filter_map(|key| key.strip_prefix("level-"))
            .chain(site.config.levels.keys().map(String::as_str));
        let near = diagnostic::did_you_mean(level, known);
        let problem = Problem::new(Code::InvalidValue, spot.clone(), say!("no-level", level));
        match near {
            Some(_) => problem.suggest(level, near),
            None => problem.help(say!("title-of-level", level)),
        }
    });
    problems.collect()
}

/// Files of documents that have another sum than their records say. One that is not there was reported.
pub(super) fn changed_files(site: &Site) -> Vec<Problem> {
    let changed = site.file_sums.par_iter().filter_map(|FileSum { spot, file, sha256 }| {
        let bytes = site.static_file(file)?.file.read().ok()?;
        let found = artifact::sha256(bytes);
        (found != *sha256).then(|| {
            let message = say!("other-sum", file, found);
            Problem::new(Code::InvalidValue, spot.clone(), message).help(say!("write-sum"))
        })
    });
    changed.collect()
}

/// Links to an anchor of another page: the pages they lead to are rendered, and looked through. Of one that cannot be
/// rendered, nothing is known.
pub(super) fn missing_anchors(checked: &Checked) -> Vec<Problem> {
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
        // A link to an address that is not there was reported.
        if anchors.get(address.as_str()).is_some_and(|anchors| !anchors.contains(anchor)) {
            let message = say!("no-anchor-on-page", address, anchor);
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
