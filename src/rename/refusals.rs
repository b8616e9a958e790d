//! Why a record cannot be renamed.

use super::{
    alias_lists::aliases,
    archive::ReadArchive,
    earlier::new_addresses,
    kind::RenameKind,
    renaming::{JUDGES, Renaming},
};
use crate::{
    diagnostic::did_you_mean,
    edit::RecordInFile,
    id,
    lang::Lang,
    source::{Front, NoteDraft, NoteKind, NoteSource},
};

/// Why nothing was renamed.
#[derive(Debug, PartialEq, Eq)]
pub enum RenameRefusal {
    /// What was asked for cannot be.
    Usage(String),
    /// The content does not allow it.
    Content(String),
}

/// Refuses what is not sound.
pub(super) fn check(renaming: &Renaming, archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let Renaming { kind, old, new, .. } = renaming;
    let word = kind.word();
    if !id::is_id(new) {
        return Err(RenameRefusal::Usage(format!("`{new}` is not an id: {}", id::rule(new).text(Lang::En))));
    }
    if *kind == RenameKind::Delegation && JUDGES.contains(&new.as_str()) {
        let message =
            format!("no delegation can be called `{new}`: in an assessment it stands for somebody else");
        return Err(RenameRefusal::Usage(message));
    }
    if old == new {
        return Err(RenameRefusal::Usage(format!("the {word} is called `{new}` already")));
    }
    let ids = archive.ids(renaming);
    // What was begun may be done but for a file or two.
    if archive.is_resumed && ids.contains(&new.as_str()) {
        return Ok(());
    }
    check_known(renaming, &ids, archive)?;
    if ids.contains(&new.as_str()) || is_unread_meeting(renaming, archive) {
        let message = format!("another {word} is called `{}` already", renaming.name(new));
        return Err(RenameRefusal::Usage(message));
    }
    check_once(renaming, archive)?;
    check_addresses(renaming, archive)
}

fn check_known(renaming: &Renaming, ids: &[&str], archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let Renaming { kind, meeting, old, .. } = renaming;
    let unknown = |what: &str, name: &str, known: &[&str]| {
        let near = did_you_mean(name, known.iter().copied());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Err(RenameRefusal::Usage(format!("no {what} is called `{name}`{near}")))
    };
    if ids.contains(&old.as_str()) {
        return Ok(());
    }
    if let Some(meeting) = meeting {
        let meetings = archive.meetings();
        if !meetings.contains(&meeting.as_str()) {
            return unknown("meeting", meeting, &meetings);
        }
        return unknown(&format!("commitment of `{meeting}`"), old, ids);
    }
    unknown(kind.word(), old, ids)
}

fn is_unread_meeting(renaming: &Renaming, archive: ReadArchive<'_>) -> bool {
    renaming.kind == RenameKind::Meeting && archive.notes_of(&renaming.new).next().is_some()
}

/// Refuses a record that is there twice: which of the two is meant is not known.
fn check_once(renaming: &Renaming, archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let old = &renaming.old;
    let twice =
        |what: String| Err(RenameRefusal::Content(format!("{what}; give one of the two another id first")));
    match (&renaming.kind, &renaming.meeting) {
        (RenameKind::Meeting, _) => {
            let mut paths =
                archive.notes_of(old).map(|note| (note.lang, archive.file(note.source).path.as_str()));
            let mut seen: Vec<(_, &str)> = Vec::new();
            let double = paths.find_map(|(lang, path)| {
                let first = seen.iter().find(|(known, _)| *known == lang).map(|(_, first)| *first);
                seen.push((lang, path));
                Some((first?, path))
            });
            double.map_or(Ok(()), |(first, second)| {
                twice(format!("{first} and {second} are both the meeting `{old}` in one language"))
            })
        }
        (RenameKind::Commitment, Some(meeting)) => {
            let double = archive.drafts_of(meeting).find(|draft| times(draft, old) > 1);
            double.map_or(Ok(()), |draft| {
                let path = &archive.file(draft.source).path;
                twice(format!("{path} has two commitments `{old}`"))
            })
        }
        _ => Ok(()),
    }
}

/// How many commitments of a note have an id.
fn times(draft: &NoteDraft, id: &str) -> usize {
    let Front::Meeting(front) = &draft.front else { return 0 };
    front.commitments.iter().flatten().flatten().filter(|it| it.id.as_deref() == Some(id)).count()
}

/// Refuses addresses that something else has: an alias of another record, or a file.
fn check_addresses(renaming: &Renaming, archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let new = new_addresses(renaming, archive);
    let taken = |address: &str| new.iter().any(|start| address.starts_with(start.as_str()));
    if let Some(file) = archive.inventory.statics.iter().find(|file| taken(&file.address)) {
        let message = format!("the page would stand where static/{} is; move the file first", file.address);
        return Err(RenameRefusal::Content(message));
    }
    for (source, note) in archive.files().filter(|(source, _)| archive.file(*source).text.contains("aliases"))
    {
        let Some(tree) = archive.tree(source) else { continue };
        let path = archive.file(source).path.as_str();
        let records = RecordInFile::all(&tree, note.is_some());
        let others = records.into_iter().filter(|(record, _)| !is_own(record, path, note, renaming));
        let alias = others.flat_map(|(_, tree)| aliases(tree)).find(|address| taken(address));
        if let Some(address) = alias {
            let path = &archive.file(source).path;
            let message =
                format!("/{address} is an earlier address of another record, in {path}; choose another id");
            return Err(RenameRefusal::Content(message));
        }
    }
    Ok(())
}

/// Whether a record is the one that is renamed, or a part of it.
fn is_own(record: &RecordInFile, path: &str, note: Option<&NoteSource>, renaming: &Renaming) -> bool {
    let Renaming { kind, meeting, old, .. } = renaming;
    let note = note.filter(|note| note.kind == NoteKind::Meeting).map(|note| &note.id);
    match record {
        RecordInFile::Commitment(id) if *kind == RenameKind::Commitment => {
            note.is_some() && note == meeting.as_ref() && id == old
        }
        RecordInFile::Entry(id) => kind.registry() == Some(path) && id == old,
        _ => *kind == RenameKind::Meeting && note == Some(old),
    }
}
