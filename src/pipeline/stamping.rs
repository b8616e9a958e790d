//! Marks translations as current: read and parse as ever, then one line in each file and the record of what they were
//! made from.

use std::{
    collections::{BTreeSet, HashSet},
    io,
    sync::Arc,
};

use super::workspace::{Parsed, Workspace};
use crate::{
    config::Options,
    diagnostic::{self, Diagnostic, SourceId, Sources},
    lang::{Message, say},
    publish::{self, PublishError},
    source::{Changes, NoteDraft},
    stamp, yaml,
};

/// The record of what translations were made from.
const STAMPS: &str = "content/stamps.txt";

/// A translation that was marked.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamped {
    /// Its file, relative to the root.
    pub path: String,
    /// Whether the mark is new, rather than there already.
    pub is_new: bool,
}

/// What marks translations: the translations, and the files that get another text for it, by their paths from the root.
#[derive(Debug, Default)]
pub struct StampPlan {
    /// The translations.
    pub stamped: Vec<Stamped>,
    /// The files, and all that is in each then.
    pub texts: Vec<(String, String)>,
}

/// Why nothing was marked.
pub enum StampError {
    /// A file that is named, its twin or the record of stamps cannot be read: what is wrong with it.
    Unread(Vec<Diagnostic>, Sources),
    /// The content folder cannot be read at all.
    Unreadable(io::Error),
    /// A file that is named is none that can be marked.
    Usage(Message),
    /// The content does not allow it.
    Content(Message),
    /// The machine failed.
    Machine(PublishError),
}

/// Marks the translations in these files, which are named from the root, as current. Nothing is written before all of
/// them are found fit.
///
/// # Errors
///
/// [`StampError`].
pub fn stamp(options: &Options, files: &[String]) -> Result<Vec<Stamped>, StampError> {
    let plan = planned(&mut Workspace::once(options.clone()), &Changes::All, files)?;
    for (path, text) in plan.texts {
        publish::replace(&options.root.join(path), &text).map_err(StampError::Machine)?;
    }
    Ok(plan.stamped)
}

/// What marks the translations in these files in an archive that is read again and again, in texts that are not saved as in
/// others.
///
/// # Errors
///
/// [`StampError`].
pub fn plan_stamp(workspace: &mut Workspace, files: &[String]) -> Result<StampPlan, StampError> {
    planned(workspace, &Changes::Paths(BTreeSet::new()), files)
}

fn planned(workspace: &mut Workspace, changes: &Changes, files: &[String]) -> Result<StampPlan, StampError> {
    let mut parsed = workspace.parse(changes).map_err(StampError::Unreadable)?;
    let is_record = |source| parsed.inventory.sources.path(source) == STAMPS;
    if parsed.problems.iter().any(|problem| problem.spot.source().is_some_and(is_record)) {
        // What it says and could not be read would be lost.
        return Err(unread(&parsed, is_record));
    }
    let mut stamps = std::mem::take(&mut parsed.registries.stamps);
    let mut plan = StampPlan::default();
    for file in files {
        let (own, ground) = pair(file, &parsed)?;
        let sources = &parsed.inventory.sources;
        let (path, source) = (sources.path(own.source), sources.file(own.source));
        let fingerprint = ground.fingerprint();
        let hash = &fingerprint.whole;
        let is_new = own.version().and_then(|version| version.translated_from.as_ref()) != Some(hash);
        if is_new {
            let text = stamp::stamp(&source.text, source.yaml.clone(), hash)
                .ok_or_else(|| StampError::Content(say!("stamp-by-hand", file = path, hash)))?;
            plan.texts.push((path.to_owned(), text));
        }
        stamps.insert(own.name(), fingerprint);
        plan.stamped.push(Stamped { path: path.to_owned(), is_new });
    }
    // One that cannot be read is there all the same.
    let notes: HashSet<_> =
        parsed.inventory.notes.iter().map(|it| (it.kind, it.id.as_str(), it.lang)).collect();
    stamps.retain(|(kind, id, lang)| {
        notes.contains(&(*kind, id, *lang)) || parsed.unread.notes.contains(&(*kind, id.clone()))
    });
    let before = parsed.inventory.stamps.map(|source| parsed.inventory.sources.file(source).text.as_ref());
    let stamps = stamps.to_string();
    if before != Some(stamps.as_str()) {
        plan.texts.push((STAMPS.to_owned(), stamps));
    }
    Ok(plan)
}

/// The note in a file, and the note in the other language that it is a translation of.
fn pair<'p>(file: &str, parsed: &'p Parsed) -> Result<(&'p NoteDraft, &'p NoteDraft), StampError> {
    let sources = &parsed.inventory.sources;
    let Some(note) = parsed.inventory.notes.iter().find(|note| sources.path(note.source) == file) else {
        return Err(StampError::Usage(say!("no-note-to-stamp", file)));
    };
    let draft = |lang| {
        let is_same = |draft: &&Arc<NoteDraft>| draft.kind() == note.kind && draft.id == note.id;
        parsed.drafts.iter().filter(is_same).find(|draft| draft.lang == lang).map(Arc::as_ref)
    };
    let path = sources.path(note.source);
    let counterpart = parsed.inventory.notes.iter().find(|counterpart| {
        counterpart.kind == note.kind && counterpart.id == note.id && counterpart.lang == note.lang.other()
    });
    let Some(counterpart) = counterpart else {
        let other = format!("{}.{}.md", note.id, note.lang.other().code());
        return Err(StampError::Content(say!("translation-of-nothing", file = path, other)));
    };
    match (draft(note.lang), draft(note.lang.other())) {
        (Some(own), Some(_)) if own.is_summary() => {
            Err(StampError::Content(say!("summary-not-stamped", file = path)))
        }
        (Some(own), Some(_)) if own.is_authentic() => {
            Err(StampError::Content(say!("authentic-not-stamped", file = path)))
        }
        (Some(own), Some(ground)) if own.is_source_of(ground) => {
            let translation = sources.path(ground.source);
            Err(StampError::Usage(say!("stamp-translation", file = path, translation)))
        }
        (Some(own), Some(ground)) => Ok((own, ground)),
        _ => Err(unread(parsed, |source| [note.source, counterpart.source].contains(&source))),
    }
}

/// What is wrong with files that could not be read.
fn unread(parsed: &Parsed, is_file: impl Fn(SourceId) -> bool) -> StampError {
    let sources = parsed.inventory.sources.clone();
    let problems = parsed.problems.iter().filter(|it| it.spot.source().is_some_and(&is_file));
    let mut diagnostics = yaml::locate(problems.cloned().collect(), &sources, parsed.language);
    diagnostic::sort(&mut diagnostics, &sources);
    StampError::Unread(diagnostics, sources)
}
