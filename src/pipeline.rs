//! The one way from a folder of notes to a site: walk, parse, link, plan, export, render, publish.
//!
//! `check` goes the same way and stops before rendering; there is no second path.

mod stamping;

pub use stamping::{StampError, Stamped, stamp};

use rayon::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    io,
};

use crate::{
    artifact::Artifact,
    config::Options,
    diagnostic::{self, Code, Diagnostic, Severity, SourceId, Sources},
    export, ledger,
    link::{self, Site},
    plan::{self, PlannedPage},
    publish::{self, PublishError, Report},
    render,
    source::{self, Inventory, NoteDraft, RegistryDraft, Unread},
    theme::{self, Theme, ThemeFiles},
    yaml::{self, Pointer, Problem, Spot},
};

/// An archive that was read, with all that was found wrong with it.
pub struct Checked {
    /// The texts of all files, for excerpts.
    pub sources: Sources,
    /// What was found, in the order of path, line and column.
    pub diagnostics: Vec<Diagnostic>,
    site: Site,
    plan: Vec<PlannedPage>,
    theme: Option<(Theme, ThemeFiles)>,
    ledger: Option<SourceId>,
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
    let Parsed { inventory, registries, drafts, unread, mut problems } = parse(options)?;
    let (site, found) = link::link(&registries, &drafts, inventory.statics, unread, options);
    problems.extend(found);
    let mut sources = inventory.sources;
    // A record that could not be read or linked has not vanished.
    let is_whole = !problems.iter().any(|problem| problem.code.severity() == Severity::Error);
    let (plan, found) = plan::plan(&site);
    problems.extend(found);
    if let Some(ledger) = inventory.ledger {
        let file = sources.file(ledger);
        problems.extend(ledger::tell_malformed(ledger, file));
        if is_whole {
            problems.extend(ledger::tell_vanished(ledger, file, &site, &plan));
        }
    }
    let theme = load_theme(options, &site, registries.site.0, &mut sources, &mut problems)?;
    problems.extend(theme.iter().flat_map(|(theme, _)| untitled_levels(&site, theme)));
    let mut checked =
        Checked { sources, diagnostics: Vec::new(), site, plan, theme, ledger: inventory.ledger };
    let missing = missing_anchors(&mut checked);
    problems.extend(missing);
    checked.tell(problems);
    Ok(checked)
}

/// The files of an archive as they are written.
struct Parsed {
    inventory: Inventory,
    registries: RegistryDraft,
    drafts: Vec<NoteDraft>,
    unread: Unread,
    problems: Vec<Problem>,
}

/// Reads and parses an archive.
fn parse(options: &Options) -> io::Result<Parsed> {
    let mut inventory = source::walk(&options.root)?;
    let mut problems = std::mem::take(&mut inventory.problems);
    let mut unread = std::mem::take(&mut inventory.unread);
    let registries = source::parse_registries(&inventory, &mut unread, &mut problems);
    let parsed: Vec<_> =
        inventory.notes.par_iter().map(|note| source::parse_note(note, &inventory.sources)).collect();
    let mut drafts = Vec::with_capacity(parsed.len());
    for ((draft, found), note) in parsed.into_iter().zip(&inventory.notes) {
        if draft.is_none() {
            unread.notes.insert((note.kind, note.id.clone()));
        }
        drafts.extend(draft);
        problems.extend(found);
    }
    Ok(Parsed { inventory, registries, drafts, unread, problems })
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
fn missing_anchors(checked: &mut Checked) -> Vec<Problem> {
    let links = checked.site.inside_links.iter().filter_map(|(spot, link)| {
        let (address, anchor) = link.split_once('#')?;
        (!anchor.is_empty()).then_some((spot, address, anchor))
    });
    let links: Vec<_> = links.collect();
    let (Some((theme, _)), false) = (&mut checked.theme, links.is_empty()) else { return Vec::new() };
    let wanted: HashSet<&str> = links.iter().map(|(_, address, _)| *address).collect();
    let pages: Vec<_> = checked.plan.iter().filter(|page| wanted.contains(page.address.as_str())).collect();
    let Ok(rendered) = render::render(&checked.site, pages.par_iter().copied(), &[], theme) else {
        return Vec::new();
    };
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

fn load_theme(
    options: &Options,
    site: &Site,
    settings: Option<diagnostic::SourceId>,
    sources: &mut Sources,
    problems: &mut Vec<Problem>,
) -> io::Result<Option<(Theme, ThemeFiles)>> {
    let name = &site.config.theme;
    let files = theme::read(&options.root, name, sources)?;
    let unknown = site.unknown_languages.iter();
    problems.extend(unknown.map(|(spot, code)| theme::unknown_language(code, spot, name, files.as_ref())));
    let Some(files) = files else {
        let spot = Spot::Value(settings.unwrap_or_default(), Pointer::from(["theme"]));
        let problem = Problem::new(Code::InvalidValue, spot, format!("there is no theme called `{name}`"))
            .help(format!("a theme is a folder in themes/; make themes/{name}/, or leave `theme` out"));
        problems.push(problem);
        return Ok(None);
    };
    match Theme::new(&files) {
        Ok(theme) => Ok(Some((theme, files))),
        Err(found) => {
            problems.extend(found);
            Ok(None)
        }
    }
}

/// Renders every page and makes every file of a checked archive. `None` where it must not be published: the
/// diagnostics tell why.
pub fn render(checked: &mut Checked, strict: bool) -> Option<Vec<Artifact>> {
    if !checked.is_publishable(strict) {
        return None;
    }
    let (mut theme, theme_files) = checked.theme.take()?;
    let files = export::export(&checked.site, &checked.plan);
    match render::render(&checked.site, checked.plan.par_iter(), &files, &mut theme) {
        Ok(pages) => {
            // Styles come before the pages that name them.
            let mut artifacts = std::mem::take(&mut theme.assets);
            artifacts.extend(files);
            artifacts.extend(pages);
            Some(artifacts)
        }
        Err(errors) => {
            checked.tell(errors.iter().map(|error| error.problem(&theme_files)).collect());
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

/// Puts the files into the output folder, with the sums of them all.
///
/// # Errors
///
/// Those of [`publish::publish`].
pub fn publish(artifacts: &[Artifact], options: &Options) -> Result<Report, PublishError> {
    let sums = publish::checksums(artifacts)?;
    let artifacts = [artifacts, &[sums]].concat();
    publish::publish(&artifacts, &options.output, options.force)
}
