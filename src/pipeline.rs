//! The one way from a folder of notes to a site: walk, parse, link, plan, export, render, publish.
//!
//! `check` goes the same way and stops before rendering; there is no second path, neither for a preview nor for a build
//! that watches: they keep a [`Workspace`], which does again only what its input asks for.

mod preview;
mod stamping;
mod workspace;

pub use preview::{Preview, RenderError};
pub use stamping::{StampError, Stamped, stamp};
pub use workspace::Workspace;

use rayon::prelude::*;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io,
    sync::Arc,
};

use crate::{
    artifact::Artifact,
    config::Options,
    diagnostic::{self, Code, Diagnostic, Severity, SourceId, Sources},
    export, ledger,
    link::Site,
    plan::PlannedPage,
    publish::{self, Output, PublishError, Report, Staged},
    render::{Kept, Renderer},
    source::Changes,
    theme::{self, Theme, ThemeError, ThemeFiles},
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

/// The pages of a site as they were last rendered, by address: those that would show nothing else are not rendered again.
pub type KeptPages = BTreeMap<String, Kept>;

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
    Workspace::new(options.clone()).check(&Changes::All)
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

/// Links to an anchor of another page: the pages they lead to are rendered, and looked through.
fn missing_anchors(checked: &Checked) -> Vec<Problem> {
    let links = checked.site.inside_links.iter().filter_map(|(spot, link)| {
        let (address, anchor) = link.split_once('#')?;
        (!anchor.is_empty()).then_some((spot, address, anchor))
    });
    let links: Vec<_> = links.collect();
    let (Some(look), false) = (&checked.look, links.is_empty()) else { return Vec::new() };
    let wanted: HashSet<&str> = links.iter().map(|(_, address, _)| *address).collect();
    let pages: Vec<_> = checked.plan.iter().filter(|page| wanted.contains(page.address.as_str())).collect();
    let Ok(rendered) = look.renderer.pages(pages.par_iter().copied(), |page| page) else { return Vec::new() };
    let pages: HashMap<&str, &Artifact> =
        pages.iter().map(|page| page.address.as_str()).zip(&rendered).collect();
    let mut problems = Vec::new();
    for (spot, address, anchor) in links {
        // A link to an address that is not there was told.
        let Some(page) = pages.get(address) else { continue };
        if !page.holds(&format!(" id=\"{anchor}\"")) {
            let message = format!("the page /{address} has no anchor `#{anchor}`");
            problems.push(Problem::new(Code::MissingAnchor, spot.clone(), message));
        }
    }
    problems
}

/// Renders every page and makes every file of a checked archive. `None` where it must not be published: the
/// diagnostics tell why.
pub fn render(checked: &mut Checked, strict: bool) -> Option<Vec<Artifact>> {
    render_with(checked, strict, |artifact| artifact, anew)
}

/// Builds the site of a checked archive: each file is put aside in the output folder as soon as it is made, and all take
/// their places when every one of them is there. `None` where it must not be published: the diagnostics tell why.
///
/// # Errors
///
/// Those of [`Output`].
pub fn build(
    checked: &mut Checked,
    options: &Options,
    compress: bool,
) -> Result<Option<Report>, PublishError> {
    if !checked.is_publishable(options.strict) {
        return Ok(None);
    }
    let output = Output::open(&options.output, options.force)?;
    let site = checked.site.clone();
    let take = |artifact: Artifact| {
        let mut staged = vec![output.stage(&artifact)?];
        if compress {
            let is_taken = |path: &str| site.static_file(path).is_some();
            for smaller in publish::smaller(&artifact, is_taken)? {
                staged.push(output.stage(&smaller)?);
            }
        }
        Ok(staged)
    };
    let Some(staged) = render_with(checked, options.strict, take, anew) else { return Ok(None) };
    let staged: Vec<Vec<Staged>> = staged.into_iter().collect::<Result<_, PublishError>>()?;
    output.publish(staged.into_iter().flatten().collect()).map(Some)
}

/// Every page, rendered whatever was rendered before.
fn anew<T: Send>(
    look: &Look,
    plan: &[PlannedPage],
    take: &(impl Fn(Artifact) -> T + Sync),
) -> Result<Vec<T>, Vec<ThemeError>> {
    look.renderer.pages(plan.par_iter(), take)
}

/// As [`render`], but for pages that show nothing else than those that were kept; how many were rendered comes with the
/// files. The pages are kept for the next time.
pub fn render_again(
    checked: &mut Checked,
    strict: bool,
    kept: &mut KeptPages,
) -> Option<(Vec<Artifact>, usize)> {
    let mut count = 0;
    let artifacts = render_with(
        checked,
        strict,
        |artifact| artifact,
        |look, plan, _| {
            let (pages, rendered) = look.renderer.renewed(plan.par_iter(), kept)?;
            count = rendered;
            Ok(pages)
        },
    )?;
    Some((artifacts, count))
}

/// Makes all files, and hands each on as soon as it is made. What comes of them comes back, styles before the pages that
/// name them.
fn render_with<T: Send, F: Fn(Artifact) -> T + Sync>(
    checked: &mut Checked,
    strict: bool,
    take: F,
    pages: impl FnOnce(&Look, &[PlannedPage], &F) -> Result<Vec<T>, Vec<ThemeError>>,
) -> Option<Vec<T>> {
    if !checked.is_publishable(strict) {
        return None;
    }
    let look = checked.look.as_ref()?;
    let files = export::export(&checked.site, &checked.plan);
    look.renderer.know_sizes(&files);
    let mut made: Vec<T> = look.renderer.theme().assets.iter().cloned().map(&take).collect();
    made.par_extend(files.into_par_iter().map(&take));
    match pages(look, &checked.plan, &take) {
        Ok(pages) => {
            made.extend(pages);
            Some(made)
        }
        Err(errors) => {
            let problems = errors.iter().map(|error| error.problem(&look.files)).collect();
            checked.tell(problems);
            None
        }
    }
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

/// Puts files that were made before into the output folder, with the sums of them all.
///
/// # Errors
///
/// Those of [`Output`].
pub fn publish(artifacts: &[Artifact], options: &Options) -> Result<Report, PublishError> {
    let output = Output::open(&options.output, options.force)?;
    let staged = artifacts.par_iter().map(|artifact| output.stage(artifact)).collect::<Result<_, _>>()?;
    output.publish(staged)
}
