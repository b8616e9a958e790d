//! An archive that is read again and again: what was read and parsed is kept by its input, and linked anew each time.

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;
use std::{io, mem, sync::Arc};

use super::{
    checked::{Checked, Look, changed_files, missing_anchors, untitled_levels},
    pool::in_pool,
    share_font::share_font,
};
use crate::{
    config::{AsOf, Options},
    diagnostic::{Code, Severity, SourceId, Sources},
    export,
    lang::{Date, Lang, Zone, say},
    ledger, link, plan,
    render::{self, Renderer},
    site::Site,
    source::{self, Before, Changes, Inventory, NoteDraft, NoteSource, RegistryDraft, Unread},
    theme::{self, Theme, ThemeFiles},
    yaml::{Pointer, Problem, Spot},
};

/// How many names of files that are gone are kept, beside as many as there are files.
const SPARE_NAMES: usize = 1000;

/// How many notes a thread takes at a time: at the end, the others wait for no more than these.
const NOTES: usize = 8;

/// A theme with the files that it was made from.
type LoadedTheme = (Arc<ThemeFiles>, Arc<Theme>);

/// What was read and parsed of an archive, for the next time.
pub struct Workspace {
    options: Options,
    /// Whether anything is kept for a next time.
    is_kept: bool,
    before: Before,
    notes: HashMap<SourceId, ParsedNote>,
    /// How many notes and static files there were.
    files: usize,
    theme: Option<LoadedTheme>,
    /// Whose days the days of the site are, and which it was the last time.
    days: Option<(Zone, Date)>,
}

/// A note as it was parsed, with the text that it was parsed from.
#[derive(Clone)]
struct ParsedNote {
    text: Arc<str>,
    draft: Option<Arc<NoteDraft>>,
    problems: Vec<Problem>,
}

/// The files of an archive, of which the notes are not parsed yet.
struct ReadFiles {
    inventory: Inventory,
    registries: RegistryDraft,
    unread: Unread,
    problems: Vec<Problem>,
}

/// The files of an archive as they are written.
pub(super) struct Parsed {
    pub(super) inventory: Inventory,
    pub(super) registries: RegistryDraft,
    pub(super) drafts: Vec<Arc<NoteDraft>>,
    pub(super) unread: Unread,
    pub(super) problems: Vec<Problem>,
    /// The language in which is said what is wrong.
    pub(super) language: Lang,
}

impl Workspace {
    /// A workspace in which nothing was read yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            options,
            is_kept: true,
            before: Before::default(),
            notes: HashMap::new(),
            files: 0,
            theme: None,
            days: None,
        }
    }

    /// A workspace in which an archive is read once.
    pub(super) fn once(options: Options) -> Self {
        Self { is_kept: false, ..Self::new(options) }
    }

    /// What the archive is checked with.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The day that the site is of has another source, or the clock another time.
    pub fn set_as_of(&mut self, as_of: AsOf) {
        self.options.as_of = as_of;
    }

    /// Whether another day has come in the time zone of the site that was checked last.
    #[must_use]
    pub fn is_another_day(&self, as_of: AsOf) -> bool {
        self.days.as_ref().is_some_and(|(zone, day)| as_of.day(zone) != *day)
    }

    /// Reads and parses what may have changed, and links and plans everything. What comes out is what it would be if
    /// everything were read anew.
    ///
    /// # Errors
    ///
    /// When the content folder or the theme cannot be read at all.
    pub fn check(&mut self, changes: &Changes) -> io::Result<Checked> {
        in_pool(|| self.checked(changes))
    }

    fn checked(&mut self, changes: &Changes) -> io::Result<Checked> {
        let mut read = self.read(changes)?;
        let name = link::theme_name(&read.registries, &self.options);
        let files = theme::read(&self.options.root, &name, &mut read.inventory.sources)?;
        let kept = self.theme.clone();
        // The templates take as long as the notes of a small archive.
        let (parsed, theme) =
            rayon::join(|| self.parse_notes(read), || files.map(|files| loaded(files, kept.as_ref())));
        let Parsed { inventory, registries, drafts, unread, mut problems, .. } = parsed;
        let (site, found) = link::link(&registries, &drafts, inventory.statics, unread, &self.options);
        problems.extend(found);
        self.days = Some((site.config.time_zone.clone(), site.config.as_of));
        let settings = registries.site.0;
        // By the threads that made them, as far as can be: what comes next takes their memory.
        drafts.into_par_iter().for_each(drop);
        drop(registries);
        let sources = inventory.sources;
        // A record that could not be read or linked has not vanished.
        let is_whole = !problems.iter().any(|problem| problem.severity == Severity::Error);
        let (plan, found) = plan::plan(&site);
        problems.extend(found);
        if let Some(ledger) = inventory.ledger {
            let file = sources.file(ledger);
            problems.extend(ledger::report_malformed(ledger, file));
            if is_whole {
                problems.extend(ledger::report_vanished(ledger, file, &site, &plan));
            }
        }
        problems.extend(unknown_languages(&site, theme.as_ref().map(|(files, _)| files.as_ref())));
        let theme = match theme {
            Some((files, Ok(theme))) => Some((files, theme)),
            Some((_, Err(found))) => {
                problems.extend(found);
                None
            }
            None => {
                problems.push(unknown_theme(&name, settings));
                None
            }
        };
        problems.extend(changed_files(&site));
        let share_font = share_font(&site, theme.as_ref().map(|(files, _)| files.as_ref()), &mut problems);
        problems.extend(theme.iter().flat_map(|(_, theme)| untitled_levels(&site, theme)));
        let site = Arc::new(site);
        let plan = Arc::new(plan);
        let look = theme.map(|(files, theme)| {
            let (site, plan) = (site.clone(), plan.clone());
            let exports = {
                let site = site.clone();
                move || export::export(&site, &plan)
            };
            Look { files, renderer: Renderer::new(site, theme, share_font, exports) }
        });
        if let Some(look) = &look {
            self.theme = Some((look.files.clone(), look.renderer.theme().clone()));
        }
        let mut checked = Checked {
            sources,
            diagnostics: Vec::new(),
            site,
            plan,
            look,
            ledger: inventory.ledger,
            language: self.options.language,
        };
        problems.extend(missing_anchors(&checked));
        checked.report(problems);
        self.before.sources = checked.sources.emptied();
        Ok(checked)
    }

    /// Puts a text over that of a file, whether this is there or not, or with none takes it away again: what an editor shows,
    /// or what the archive would be with it.
    pub fn set_text(&mut self, path: &str, text: Option<&str>) {
        self.before.unsaved.set(path, text);
    }

    /// Lets go of what was read, but not of the texts that stand over files: the next time all is read anew.
    pub fn forget(&mut self) {
        let unsaved = mem::take(&mut self.before.unsaved);
        self.before = Before { unsaved, ..Before::default() };
        self.notes.clear();
    }

    /// Reads and parses what may have changed.
    pub(super) fn parse(&mut self, changes: &Changes) -> io::Result<Parsed> {
        let read = self.read(changes)?;
        let parsed = self.parse_notes(read);
        if self.is_kept {
            self.before.sources = parsed.inventory.sources.emptied();
        }
        Ok(parsed)
    }

    /// Reads what may have changed, and parses the registries.
    fn read(&mut self, changes: &Changes) -> io::Result<ReadFiles> {
        if self.before.sources.len() > 2 * self.files + SPARE_NAMES {
            // Too many names are of files that are gone: all are named anew, and so parsed anew.
            self.forget();
        }
        let mut inventory = source::walk(&self.options.root, &self.before, changes)?;
        if self.is_kept {
            self.before.texts = mem::take(&mut inventory.texts);
            self.before.listings = mem::take(&mut inventory.listings);
        }
        let mut problems = mem::take(&mut inventory.problems);
        let mut unread = mem::take(&mut inventory.unread);
        let registries = source::parse_registries(&inventory, &mut unread, &mut problems);
        Ok(ReadFiles { inventory, registries, unread, problems })
    }

    /// Parses the notes that may have changed.
    fn parse_notes(&mut self, read: ReadFiles) -> Parsed {
        let ReadFiles { inventory, registries, mut unread, mut problems } = read;
        let before = mem::take(&mut self.notes);
        let parse = |note: &NoteSource| parsed(note, &inventory.sources, before.get(&note.source));
        let parsed: Vec<_> = inventory.notes.par_iter().with_max_len(NOTES).map(parse).collect();
        let mut drafts = Vec::with_capacity(parsed.len());
        for (parsed, note) in parsed.iter().zip(&inventory.notes) {
            if parsed.draft.is_none() {
                unread.notes.insert((note.kind, note.id.clone()));
            }
            drafts.extend(parsed.draft.clone());
            problems.extend_from_slice(&parsed.problems);
        }
        if self.is_kept {
            self.notes = inventory.notes.iter().map(|note| note.source).zip(parsed).collect();
            self.files = inventory.notes.len() + inventory.statics.len();
        }
        Parsed { inventory, registries, drafts, unread, problems, language: self.options.language }
    }
}

/// A theme of these files; the one that was kept, if they are the same.
fn loaded(
    files: ThemeFiles,
    kept: Option<&LoadedTheme>,
) -> (Arc<ThemeFiles>, Result<Arc<Theme>, Vec<Problem>>) {
    let theme = match kept {
        Some((_, theme)) if theme.version == files.version() => Ok(theme.clone()),
        _ => Theme::new(&files, &render::required_strings(), &render::CONSTANTS).map(Arc::new),
    };
    (Arc::new(files), theme)
}

/// What the languages lack that site.yaml names and the program does not know.
fn unknown_languages(site: &Site, files: Option<&ThemeFiles>) -> Vec<Problem> {
    let unknown = site.unknown_languages.iter();
    unknown.map(|(spot, code)| theme::unknown_language(code, spot, &site.config.theme, files)).collect()
}

/// A note, parsed again only if its text changed.
fn parsed(note: &NoteSource, sources: &Sources, before: Option<&ParsedNote>) -> ParsedNote {
    let text = &sources.file(note.source).text;
    match before {
        Some(before) if before.text == *text => before.clone(),
        _ => {
            let (draft, problems) = source::parse_note(note, sources);
            ParsedNote { text: text.clone(), draft: draft.map(Arc::new), problems }
        }
    }
}

fn unknown_theme(name: &str, settings: Option<SourceId>) -> Problem {
    let spot = Spot::Value(settings.unwrap_or_default(), Pointer::from(["theme"]));
    Problem::new(Code::InvalidValue, spot, say!("no-theme", name)).help(say!("make-theme", name))
}
