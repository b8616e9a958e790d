//! Finds and reads the files of an archive, sorted by path.

use rayon::prelude::*;
use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use walkdir::{DirEntry, WalkDir};

use super::{
    foreign_settings,
    front_matter::{self, SplitError},
    leavings::{is_leaving, is_passed_over, is_read},
    listing::{FoundFile, Listing, Listings},
    misnamed,
    note_file::{NoteKind, NoteSource, note_name},
    registry_names::REGISTRIES,
    strays,
    texts::{Changes, MAX_FILE, Read, Texts},
    unread::Unread,
    unsaved::UnsavedTexts,
};
use crate::{
    diagnostic::{Code, SourceFile, SourceId, Sources},
    folder::{Folder, InputFile},
    lang::{Lang, Message, ToArgument, describe_odd, find_odd, is_forbidden, is_invisible, nfc, say},
    path::joined,
    site::StaticFile,
    yaml::{Problem, Spot},
};

/// How many files of a folder that is not read are looked at for what they may have said.
const MAX_LOOKED_AT: usize = 10_000;

/// What an archive's folder holds.
#[derive(Debug, Default)]
pub struct Inventory {
    /// The texts of all files that were read.
    pub sources: Sources,
    /// The registries that are there, in the order of their names in `registry_names`.
    pub registries: [Option<SourceId>; 8],
    /// The notes and pages, sorted by path.
    pub notes: Vec<NoteSource>,
    /// The static files, sorted by address.
    pub statics: Vec<StaticFile>,
    /// The addresses that were published: ledger.txt.
    pub ledger: Option<SourceId>,
    /// What translations were made from: stamps.txt.
    pub stamps: Option<SourceId>,
    /// Operative verbs beside those of the program: verbs.yaml.
    pub verbs: Option<SourceId>,
    /// What was wrong with the files themselves.
    pub problems: Vec<Problem>,
    /// What could not be read.
    pub unread: Unread,
    /// The texts, for the next reading.
    pub texts: Texts,
    /// The folders' files, for the next reading.
    pub listings: Listings,
}

/// What an earlier reading left.
#[derive(Debug, Default)]
pub struct Before {
    /// The names of its files.
    pub sources: Sources,
    /// Their texts.
    pub texts: Texts,
    /// Which they are.
    pub listings: Listings,
    /// Texts that stand over those of files.
    pub unsaved: UnsavedTexts,
}

/// Reads an archive's folder; of what was read before, only what may have changed. Files keep their names.
///
/// # Errors
///
/// When the folder `content/` cannot be read. What is wrong with single files is in the inventory's problems.
pub fn walk(root: &Path, before: &Before, changes: &Changes) -> io::Result<Inventory> {
    let content = root.join("content");
    let held = fs::read_dir(&content).and_then(|_| Folder::open(&content)).map_err(|error| {
        io::Error::new(error.kind(), format!("the folder {} cannot be read: {error}", content.display()))
    })?;
    let mut inventory = Inventory { sources: before.sources.emptied(), ..Inventory::default() };
    let content = ContentFolder { root, held, folder: content, before, changes };
    inventory.report_strays(&content);
    inventory.read_registries(&content);
    inventory.read_notes(&content, "meetings", NoteKind::Meeting);
    inventory.read_notes(&content, "pages", NoteKind::Page);
    inventory.find_statics(&content);
    inventory.ledger = inventory.read_own("ledger.txt", &content);
    inventory.stamps = inventory.read_own("stamps.txt", &content);
    inventory.verbs = inventory.read_own("verbs.yaml", &content);
    Ok(inventory)
}

/// The content folder, as named and held open, with what is known of its files.
struct ContentFolder<'a> {
    root: &'a Path,
    folder: PathBuf,
    held: Arc<Folder>,
    before: &'a Before,
    changes: &'a Changes,
}

impl ContentFolder<'_> {
    /// A file's path relative to the root, with `/` between folders.
    fn name(&self, file: &Path) -> String {
        joined(file.strip_prefix(self.root).unwrap_or(file))
    }

    /// The files below a folder, sorted; what cannot be followed or read is a problem.
    fn files(&self, folder: &str, is_wanted: fn(&str) -> bool, inventory: &mut Inventory) -> Listing {
        let start = self.folder.join(folder);
        let name = self.name(&start);
        if !is_there(&start) {
            return self.with_unsaved(Listing::default(), &name, is_wanted);
        }
        let known = self.before.listings.find(&name, self.root, self.changes);
        let (listing, is_plain) = match known {
            Some(listing) => (listing, true),
            None => self.list(&start, folder, is_wanted, inventory),
        };
        if is_plain {
            inventory.listings.keep(&name, &listing);
        }
        // What is published as it is must be there.
        if folder == "static" { listing } else { self.with_unsaved(listing, &name, is_wanted) }
    }

    /// The same with the files that are not there yet, but have a text.
    fn with_unsaved(&self, listing: Listing, folder: &str, is_wanted: fn(&str) -> bool) -> Listing {
        let mut missing = Vec::new();
        for (path, below) in self.before.unsaved.below(folder) {
            let file = self.root.join(path);
            let is_listed = listing.files.binary_search_by(|it| it.file.as_path().cmp(&file)).is_ok();
            if !is_listed && below.split('/').all(is_wanted) {
                missing.push(FoundFile { file, path: path.to_owned() });
            }
        }
        if missing.is_empty() {
            return listing;
        }
        let copy = |it: &FoundFile| FoundFile { file: it.file.clone(), path: it.path.clone() };
        let mut files: Vec<_> = listing.files.iter().map(copy).chain(missing).collect();
        files.sort_by(|a, b| a.file.cmp(&b.file));
        Listing { files: files.into(), ..listing }
    }

    /// Looks through a folder. Whether no link is in it and nothing wrong with it comes with its files.
    fn list(
        &self,
        start: &Path,
        folder: &str,
        is_wanted: fn(&str) -> bool,
        inventory: &mut Inventory,
    ) -> (Listing, bool) {
        let problems = inventory.problems.len();
        let mut has_links = false;
        let wanted = |entry: &DirEntry| entry.depth() == 0 || is_wanted(&entry.file_name().to_string_lossy());
        let walk = WalkDir::new(start).follow_links(true).sort_by_file_name();
        let mut files = Vec::new();
        let mut entries = walk.into_iter();
        while let Some(entry) = entries.next() {
            has_links |= entry.as_ref().is_ok_and(DirEntry::path_is_symlink);
            match entry {
                Ok(entry) if !wanted(&entry) => {
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) if entry.path_is_symlink() && !self.holds(entry.path()) => {
                    inventory.outside(&self.name(entry.path()));
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_file() => {
                    let path = self.name(entry.path());
                    files.push(FoundFile { file: entry.into_path(), path });
                }
                Ok(entry) if entry.file_type().is_dir() => {
                    let is_note = entry.path().extension().is_some_and(|extension| extension == "md");
                    if is_note && folder != "static" {
                        inventory.folder(&self.name(entry.path()));
                    }
                }
                Ok(entry) => inventory.unreadable(&self.name(entry.path()), &say!("no-ordinary-file")),
                Err(error) => {
                    let path = self.name(error.path().unwrap_or(&self.folder));
                    // An editor's lock is a link that leads nowhere.
                    if is_passed_over(&path) {
                        continue;
                    }
                    match (error.loop_ancestor(), error.io_error()) {
                        (Some(_), _) => {
                            inventory.unreadable(&path, &say!("link-circle"));
                        }
                        (_, Some(error)) if is_dangling(error) => inventory.outside(&path),
                        (_, Some(error)) => inventory.unreadable(&path, &error),
                        (_, None) => inventory.unreadable(&path, &error),
                    }
                }
            }
        }
        let is_plain = !has_links && inventory.problems.len() == problems;
        (Listing { files: files.into(), is_known: false }, is_plain)
    }

    fn holds(&self, link: &Path) -> bool {
        self.before.unsaved.has(&self.name(link)) || self.held.inside(self.below(link)).is_some()
    }

    fn read(&self, file: &Path, path: &str) -> Read {
        if let Some(unsaved) = self.before.unsaved.read(path) {
            return unsaved;
        }
        self.before.texts.read(self.held.open_file(self.below(file)), path, self.changes)
    }

    /// Whether there is anything of this name, or a text without a file.
    fn has(&self, file: &Path, path: &str) -> bool {
        self.before.unsaved.has(path) || is_there(file)
    }

    /// Whether a file begins with front matter.
    fn has_facts(&self, file: &Path, path: &str) -> bool {
        matches!(self.read(file, path), Read::Text(text) if text.front.is_ok())
    }

    /// A file's path from the content folder.
    fn below<'f>(&self, file: &'f Path) -> &'f Path {
        file.strip_prefix(&self.folder).unwrap_or(file)
    }
}

impl Inventory {
    /// Reports what lies in the content folder and is read by nothing.
    fn report_strays(&mut self, content: &ContentFolder<'_>) {
        // That the folder cannot be read was reported.
        let entries = fs::read_dir(&content.folder).into_iter().flatten().flatten();
        let mut names: Vec<_> = entries
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir()))
            .collect();
        let unsaved = content.before.unsaved.below("content").into_iter();
        names.extend(unsaved.filter_map(|(_, below)| {
            let (name, is_folder) = below.split_once('/').map_or((below, false), |(name, _)| (name, true));
            Some((name.to_owned(), is_folder)).filter(|_| is_read(name))
        }));
        names.sort();
        names.dedup();
        for (name, is_folder) in names {
            if strays::is_stray(&name, is_folder) {
                let source = self.empty_file(&content.name(&content.folder.join(&name)));
                self.problems.push(strays::problem(source, &name, is_folder));
                // What it says is not missed where it should be.
                let entries = WalkDir::new(content.folder.join(&name)).max_depth(3).into_iter();
                for entry in entries.take(MAX_LOOKED_AT).flatten().filter(|it| it.file_type().is_file()) {
                    strays::mark_unread(&entry.file_name().to_string_lossy(), &mut self.unread);
                }
            }
        }
    }

    fn read_registries(&mut self, content: &ContentFolder<'_>) {
        for (slot, name) in REGISTRIES.iter().enumerate() {
            let file = content.folder.join(name);
            let path = content.name(&file);
            if !content.has(&file, &path) {
                if slot == 0 {
                    self.report_no_settings(content, &file);
                }
                continue;
            }
            if !content.holds(&file) {
                self.outside(&path);
                self.unread.registry(slot);
                continue;
            }
            let read = content.read(&file, &path);
            if let Some(text) = self.accept(&path, read) {
                let start = front_matter::after_mark(&text);
                let yaml = start..text.len();
                self.registries[slot] = Some(self.sources.add(SourceFile { path, text, yaml }));
            } else {
                self.unread.registry(slot);
            }
        }
    }

    /// Reports that site.yaml is missing: at its top, in the place of all that it must say.
    fn report_no_settings(&mut self, content: &ContentFolder<'_>, file: &Path) {
        let source = self.empty_file(&content.name(file));
        self.registries[0] = Some(source);
        if !self.unread.is_site {
            self.unread.registry(0);
            self.problems.push(foreign_settings::missing_site(source, content.root));
        }
    }

    fn read_notes(&mut self, content: &ContentFolder<'_>, folder: &str, kind: NoteKind) {
        let listing = content.files(folder, is_read, self);
        let read = |listed: &FoundFile| {
            let before = content.before;
            let is_known = listing.is_known && !before.unsaved.has(&listed.path);
            let known = if is_known { before.texts.unchanged(&listed.path, content.changes) } else { None };
            known.unwrap_or_else(|| content.read(&listed.file, &listed.path))
        };
        let texts: Vec<_> = listing.files.par_iter().map(read).collect();
        self.texts.reserve(texts.len());
        let mut misnamed = Vec::new();
        for (read, FoundFile { path, .. }) in texts.into_iter().zip(listing.files.iter()) {
            let split = match &read {
                Read::Text(text) => text.front.clone(),
                _ => Err(SplitError::Missing),
            };
            let Some((id, lang)) = note_name(path) else {
                misnamed.push((path, split != Err(SplitError::Missing)));
                continue;
            };
            let (path, id) = (path.clone(), id.to_owned());
            let Some(text) = self.accept(&path, read) else {
                self.unread.notes.insert((kind, id.clone()));
                continue;
            };
            let yaml = split.as_ref().map_or(0..0, |split| split.yaml.clone());
            let source = self.sources.add(SourceFile { path, text, yaml });
            match split {
                Ok(split) => {
                    self.notes.push(NoteSource { source, kind, id, lang, body_start: split.body_start });
                }
                Err(error) => {
                    self.unread.notes.insert((kind, id));
                    self.problems.push(error.problem(source));
                }
            }
        }
        if !misnamed.is_empty() {
            let notes = listing.files.iter().filter_map(|listed| note_name(&listed.path)).collect();
            for (path, has_facts) in misnamed {
                self.misnamed(path, has_facts, (folder, kind), &notes);
            }
        }
    }

    fn has_registry(&self, slot: usize) -> bool {
        self.registries[slot].is_some_and(|source| !self.sources.file(source).text.is_empty())
    }

    fn find_statics(&mut self, content: &ContentFolder<'_>) {
        for FoundFile { file, path } in content.files("static", |name| !is_leaving(name), self).files.iter() {
            // Some systems decompose names, and links to them are written composed.
            let address = nfc(path.strip_prefix("content/static/").unwrap_or(path)).into_owned();
            let source = self.empty_file(path);
            let name = path.rsplit('/').next().unwrap_or(path);
            self.problems.extend(strays::in_static(source, name, || content.has_facts(file, path)));
            let spot = Spot::Bytes(source, 0..0);
            let file = InputFile::new(&content.held, content.below(file));
            self.statics.push(StaticFile { address, file, spot });
        }
        self.statics.sort_by(|a, b| a.address.cmp(&b.address));
    }

    /// Reads a file that the program itself keeps in the content folder, if it is there.
    fn read_own(&mut self, name: &str, content: &ContentFolder<'_>) -> Option<SourceId> {
        let file = content.folder.join(name);
        let path = content.name(&file);
        if !content.has(&file, &path) {
            return None;
        }
        if !content.holds(&file) {
            self.outside(&path);
            return None;
        }
        let read = content.read(&file, &path);
        let text = self.accept(&path, read)?;
        let yaml = match name {
            "verbs.yaml" => front_matter::after_mark(&text)..text.len(),
            _ => 0..0,
        };
        Some(self.sources.add(SourceFile { path, text, yaml }))
    }

    /// Takes a text in, or tells why not.
    fn accept(&mut self, path: &str, read: Read) -> Option<Arc<str>> {
        match read {
            Read::Text(read) => {
                if !read.is_clean {
                    self.report_odd_characters(path, &read.words);
                }
                let text = read.words.clone();
                if read.there.is_some() {
                    self.texts.keep(path, read);
                }
                Some(text)
            }
            Read::TooLarge => {
                let source = self.empty_file(path);
                let message = say!("large-file", limit = MAX_FILE >> 20);
                self.problems.push(Problem::new(Code::TooLarge, Spot::Bytes(source, 0..0), message));
                None
            }
            Read::NotUtf8(text, at) => {
                let source =
                    self.sources.add(SourceFile { path: path.to_owned(), text: text.into(), yaml: 0..0 });
                let problem = Problem::new(Code::InvalidUtf8, Spot::Bytes(source, at..at), say!("not-utf8"))
                    .help(say!("save-utf8"));
                self.problems.push(problem);
                None
            }
            Read::Failed(error) => {
                self.unreadable(path, &error);
                None
            }
        }
    }

    fn report_odd_characters(&mut self, path: &str, text: &Arc<str>) {
        let Some((first, _)) = find_odd(text) else { return };
        let source = self.sources.add(SourceFile { path: path.to_owned(), text: text.clone(), yaml: 0..0 });
        for is_reported in [is_forbidden, is_invisible] {
            for (at, found) in text[first..].match_indices(is_reported).take(20) {
                let at = first + at;
                let spot = Spot::Bytes(source, at..at + found.len());
                let odd = char_of(found);
                let problem = Problem::new(Code::of_character(odd), spot, describe_odd(odd));
                self.problems.push(problem.help(say!("delete")));
            }
        }
    }

    fn empty_file(&mut self, path: &str) -> SourceId {
        self.sources.add(SourceFile { path: path.to_owned(), text: "".into(), yaml: 0..0 })
    }

    fn outside(&mut self, path: &str) {
        let source = self.empty_file(path);
        let message = say!("link-outside");
        self.problems.push(Problem::new(Code::OutsideContent, Spot::Bytes(source, 0..0), message));
    }

    fn unreadable(&mut self, path: &str, error: &(impl ToArgument + ?Sized)) {
        let source = self.empty_file(path);
        let message = Message::new("unreadable").with("error", error);
        self.problems.push(Problem::new(Code::OutsideContent, Spot::Bytes(source, 0..0), message));
    }

    fn folder(&mut self, path: &str) {
        let source = self.empty_file(path);
        let problem = Problem::new(Code::InvalidValue, Spot::Bytes(source, 0..0), say!("folder-as-note"))
            .help(say!("rename-folder"));
        self.problems.push(problem);
    }

    /// Tells of a file that no note is called by. What it was meant to be counts as unread.
    fn misnamed(
        &mut self,
        path: &str,
        has_facts: bool,
        (folder, kind): (&str, NoteKind),
        notes: &HashSet<(&str, Lang)>,
    ) {
        let source = self.empty_file(path);
        let name = path.rsplit('/').next().unwrap_or(path);
        let reported = misnamed::report(source, name, folder, has_facts, notes);
        self.problems.push(reported.problem);
        self.unread.notes.extend(reported.note.map(|id| (kind, id)));
        if let Some(slot) = reported.registry.filter(|slot| !self.has_registry(*slot)) {
            self.unread.registry(slot);
        }
    }
}

/// Whether there is anything of this name, and be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn is_dangling(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

fn char_of(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}
