//! All that is to be done, in the order in which it is: what a run leaves that ends in the middle, the next one finishes.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    alias_lists,
    archive::ReadArchive,
    bodies, earlier,
    kind::RenameKind,
    refusals::{self, RenameRefusal},
    renaming::Renaming,
    stamps::{self, ChangedText, renamed_note},
    yaml_names::{self, YamlKind},
};
use crate::{
    diagnostic::SourceId,
    edit::{RecordInFile, WorkFile},
    lang::{Message, say},
    model::Fingerprint,
    source::{NoteDraft, NoteKind, NoteSource, Stamps},
    stamp,
};

/// The record of what translations were made from.
const STAMPS: &str = "content/stamps.txt";

/// What is to be done.
#[derive(Debug, Default)]
pub struct RenamePlan {
    /// Files that get another text, in the order in which they do.
    pub files: Vec<RenamedFile>,
    /// Files that get another name, after that.
    pub moves: Vec<MovedFile>,
    /// What a person has to see to.
    pub remarks: Vec<Message>,
}

/// A file with another text.
#[derive(Debug)]
pub struct RenamedFile {
    /// Its path from the root.
    pub path: String,
    /// All that is in it.
    pub text: String,
    /// What was done, line by line.
    pub lines: Vec<Message>,
}

/// A file with another name in its folder.
#[derive(Debug)]
pub struct MovedFile {
    /// Its path from the root.
    pub path: String,
    /// The name.
    pub name: String,
}

impl MovedFile {
    /// What is said of it.
    #[must_use]
    pub fn message(&self) -> Message {
        say!("file-moved", path = self.path, name = self.name)
    }
}

/// What is to be done, so that a record gets another id.
///
/// # Errors
///
/// [`RenameRefusal`], where it cannot be done.
pub fn plan(
    renaming: &Renaming,
    archive: ReadArchive<'_>,
    published: &BTreeSet<String>,
) -> Result<RenamePlan, RenameRefusal> {
    refusals::check(renaming, archive)?;
    let mut work = Work { renaming, archive, files: BTreeMap::new(), remarks: Vec::new() };
    work.change_names()?;
    work.change_aliases(published)?;
    let stamps = work.change_stamps()?;
    Ok(work.into_plan(stamps))
}

/// The files that are changed so far.
struct Work<'a> {
    renaming: &'a Renaming,
    archive: ReadArchive<'a>,
    files: BTreeMap<SourceId, WorkFile>,
    remarks: Vec<Message>,
}

impl<'a> Work<'a> {
    /// A file as it is so far.
    fn file(&self, source: SourceId) -> WorkFile {
        let file = self.files.get(&source);
        file.cloned().unwrap_or_else(|| WorkFile::new(self.archive.file(source)))
    }

    fn change_names(&mut self) -> Result<(), RenameRefusal> {
        let Self { renaming, archive, .. } = *self;
        for source in archive.registry_files() {
            self.change_yaml(source, YamlKind::Registry)?;
        }
        for draft in archive.drafts {
            let file = self.file(draft.source);
            let (edited, missed) = bodies::renamed(&file, draft, renaming, archive.base);
            self.files.extend(edited.map(|file| (draft.source, file)));
            self.remarks.extend(missed);
            if draft.kind() == NoteKind::Meeting {
                self.change_yaml(draft.source, YamlKind::Meeting(&draft.id))?;
            }
        }
        Ok(())
    }

    fn change_yaml(&mut self, source: SourceId, kind: YamlKind<'_>) -> Result<(), RenameRefusal> {
        // Most files do not name the record.
        let text = &self.archive.file(source).text;
        // An escape may stand for a letter.
        if !text.contains(&self.renaming.old) && !text.contains(['\\', '%']) {
            return Ok(());
        }
        let file = self.file(source);
        let edited = yaml_names::renamed(&file, kind, self.renaming, self.archive.base);
        self.files.extend(edited.map_err(RenameRefusal::Content)?.map(|file| (source, file)));
        Ok(())
    }

    fn change_aliases(&mut self, published: &BTreeSet<String>) -> Result<(), RenameRefusal> {
        let earlier = earlier::of(self.renaming, self.archive, published);
        for (record, change) in earlier.records {
            for source in self.alias_files(&record) {
                let file = self.file(source);
                let edited = alias_lists::changed(&file, |tree| record.find(tree), &change);
                self.files.extend(edited.map_err(RenameRefusal::Content)?.map(|file| (source, file)));
            }
        }
        let lost = earlier.lost.iter();
        self.remarks.extend(lost.map(|address| say!("published-file-gone", address)));
        Ok(())
    }

    /// The files that hold the aliases of a record: those that do so already, or else the one with its facts, the English one
    /// first.
    fn alias_files(&self, record: &RecordInFile) -> Vec<SourceId> {
        let sources: Vec<_> = if let RecordInFile::Entry(_) = record {
            let registries = self.archive.registry_files();
            let path = self.renaming.kind.registry();
            registries.filter(|source| Some(self.archive.file(*source).path.as_str()) == path).collect()
        } else {
            let mut notes = self.own_notes();
            notes.sort_by_key(|note| note.lang);
            notes.into_iter().map(|note| note.source).collect()
        };
        let trees = sources.iter().filter_map(|source| Some((*source, self.file(*source).tree()?)));
        let trees: Vec<_> = trees.collect();
        let maps = trees.iter().filter_map(|(source, tree)| Some((*source, record.find(tree)?)));
        let maps: Vec<_> = maps.collect();
        let with_list: Vec<_> =
            maps.iter().filter(|(_, map)| alias_lists::has_list(map)).map(|(source, _)| *source).collect();
        if !with_list.is_empty() {
            return with_list;
        }
        let with_facts = maps.iter().find(|(_, map)| record.has_facts(map));
        with_facts.or(maps.first()).map(|(source, _)| *source).into_iter().collect()
    }

    /// The files of the meeting that is renamed, or that has the commitment; also those that a run before has moved.
    fn own_notes(&self) -> Vec<&'a NoteSource> {
        let (renaming, archive) = (self.renaming, self.archive);
        match (&renaming.kind, &renaming.meeting) {
            (_, Some(meeting)) => archive.notes_of(meeting).collect(),
            (RenameKind::Meeting, None) => {
                let moved = archive.notes_of(&renaming.new).filter(|_| archive.is_resumed);
                archive.notes_of(&renaming.old).chain(moved).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Stamps the translations anew that were current and would not be any more. The record of stamps, if it changes.
    fn change_stamps(&mut self) -> Result<Option<Stamps>, RenameRefusal> {
        let (renaming, archive) = (self.renaming, self.archive);
        // By the names that they get: a run before may have moved one of two files.
        let name = |text: &NoteDraft| renamed_note(&text.name(), renaming);
        let notes: BTreeMap<_, &NoteDraft> =
            archive.drafts.iter().map(|draft| (name(draft), draft.as_ref())).collect();
        let mut texts = BTreeMap::new();
        for text in archive.drafts.iter().map(AsRef::as_ref) {
            let Some((before, after)) = self.fingerprints(text)? else { continue };
            let (kind, id, lang) = name(text);
            let Some(translation) = notes.get(&(kind, id, lang.other())) else { continue };
            let was_current = self.was_current(translation, &before.whole, &after.whole);
            if was_current {
                self.stamp(translation.source, &after.whole)?;
            }
            if before.whole != after.whole {
                texts.insert(translation.name(), ChangedText { before, after, was_current });
            }
        }
        let before = &archive.registries.stamps;
        let after = stamps::renamed(before, renaming, &texts);
        Ok((after != *before).then_some(after))
    }

    /// What a text was, and what it is so far, if it may have changed.
    fn fingerprints(&self, text: &NoteDraft) -> Result<Option<(Fingerprint, Fingerprint)>, RenameRefusal> {
        let Some(file) = self.files.get(&text.source) else {
            // A run before may have changed it.
            return Ok(self.archive.is_resumed.then(|| (text.fingerprint(), text.fingerprint())));
        };
        let before = self.archive.note(text.source);
        let after = before.and_then(|note| file.note(note, self.archive.file(text.source).yaml.end));
        match after {
            Some(after) => Ok(Some((text.fingerprint(), after.fingerprint()))),
            None => Err(RenameRefusal::Content(say!("unreadable-once-changed", path = file.path))),
        }
    }

    /// Whether a translation was made from a text as it is. A run before may have changed the text, and recorded that.
    fn was_current(&self, translation: &NoteDraft, before: &str, after: &str) -> bool {
        let stamp = translation.version().and_then(|version| version.translated_from.as_deref());
        let Some(stamp) = stamp else { return false };
        let name = translation.name();
        let names = [renamed_note(&name, self.renaming), name];
        let stamps = &self.archive.registries.stamps;
        let is_recorded = || names.iter().any(|name| stamps.parts(name, after).is_some());
        stamp.eq_ignore_ascii_case(before) || (self.archive.is_resumed && is_recorded())
    }

    fn stamp(&mut self, source: SourceId, hash: &str) -> Result<(), RenameRefusal> {
        let mut file = self.file(source);
        let Some(text) = stamp::stamp(&file.text, file.yaml.clone(), hash) else {
            return Err(RenameRefusal::Content(say!("no-stamp-in-one-line", path = file.path)));
        };
        if text != file.text {
            file.yaml.end = (file.yaml.end + text.len()).saturating_sub(file.text.len());
            file.text = text;
            file.lines.push(say!("stays-current", path = file.path));
            self.files.insert(source, file);
        }
        Ok(())
    }

    /// In an order in which whatever is left undone can still be found by the old id: the record itself comes last.
    fn into_plan(self, stamps: Option<Stamps>) -> RenamePlan {
        let own: Vec<_> = self.own_notes().iter().map(|note| note.source).collect();
        let is_own = |source: SourceId| {
            own.contains(&source) || self.renaming.kind.registry() == Some(&self.archive.file(source).path)
        };
        let notes = self.archive.notes_of(&self.renaming.old);
        let is_meeting = self.renaming.kind == RenameKind::Meeting;
        let moves = notes.filter(|_| is_meeting).map(|note| MovedFile {
            path: self.archive.file(note.source).path.clone(),
            name: format!("{}.{}.md", self.renaming.new, note.lang.code()),
        });
        let moves = moves.collect();
        let mut files: Vec<_> = self.files.into_iter().map(|(source, file)| (is_own(source), file)).collect();
        files.sort_by(|(own, one), (other_own, other)| (own, &one.path).cmp(&(other_own, &other.path)));
        let files = files.into_iter().map(|(_, WorkFile { path, text, lines, .. })| RenamedFile {
            path,
            text,
            lines,
        });
        let stamps = stamps.map(|stamps| RenamedFile {
            path: STAMPS.to_owned(),
            text: stamps.to_string(),
            lines: vec![say!("stamps-by-new-id", path = STAMPS)],
        });
        RenamePlan { files: stamps.into_iter().chain(files).collect(), moves, remarks: self.remarks }
    }
}
