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
    lang::{Message, say},
    source::{Front, NoteDraft, NoteKind, NoteSource},
};

/// Why nothing was renamed.
#[derive(Debug, PartialEq, Eq)]
pub enum RenameRefusal {
    /// What was asked for cannot be.
    Usage(Message),
    /// The content does not allow it.
    Content(Message),
}

/// Refuses what is not sound.
pub(super) fn check(renaming: &Renaming, archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let Renaming { kind, old, new, .. } = renaming;
    let what = named(*kind);
    if !id::is_id(new) {
        return Err(RenameRefusal::Usage(say!("not-an-id-for", id = new, rule = id::rule(new))));
    }
    if *kind == RenameKind::Delegation && JUDGES.contains(&new.as_str()) {
        return Err(RenameRefusal::Usage(say!("delegation-like-judge", id = new)));
    }
    if old == new {
        return Err(RenameRefusal::Usage(say!("called-so-already", what, id = new)));
    }
    let ids = archive.ids(renaming);
    // What was begun may be done but for a file or two.
    if archive.is_resumed && ids.contains(&new.as_str()) {
        return Ok(());
    }
    check_known(renaming, &ids, archive)?;
    if ids.contains(&new.as_str()) || is_unread_meeting(renaming, archive) {
        let name = renaming.name(new);
        return Err(RenameRefusal::Usage(say!("another-called-so", what, name)));
    }
    check_once(renaming, archive)?;
    check_addresses(renaming, archive)
}

/// What a record of a kind is called.
fn named(kind: RenameKind) -> Message {
    match kind {
        RenameKind::Meeting => say!("kind-meeting"),
        RenameKind::Commitment => say!("kind-commitment"),
        RenameKind::Track => say!("kind-track"),
        RenameKind::Delegation => say!("kind-delegation"),
        RenameKind::Organization => say!("kind-organization"),
        RenameKind::Person => say!("kind-person"),
        RenameKind::Dialogue => say!("kind-dialogue"),
        RenameKind::Event => say!("kind-event"),
    }
}

fn check_known(renaming: &Renaming, ids: &[&str], archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let Renaming { kind, meeting, old, .. } = renaming;
    let unknown = |problem: Message, name: &str, known: &[&str]| {
        let near = did_you_mean(name, known.iter().copied());
        let message = match near.map(|near| say!("did-you-mean", meant = near)) {
            Some(help) => say!("with-help", problem, help),
            None => problem,
        };
        Err(RenameRefusal::Usage(message))
    };
    if ids.contains(&old.as_str()) {
        return Ok(());
    }
    if let Some(meeting) = meeting {
        let meetings = archive.meetings();
        if !meetings.contains(&meeting.as_str()) {
            let problem = say!("no-record", what = say!("kind-meeting"), name = meeting);
            return unknown(problem, meeting, &meetings);
        }
        return unknown(say!("no-commitment-of-meeting", meeting, name = old), old, ids);
    }
    unknown(say!("no-record", what = named(*kind), name = old), old, ids)
}

fn is_unread_meeting(renaming: &Renaming, archive: ReadArchive<'_>) -> bool {
    renaming.kind == RenameKind::Meeting && archive.notes_of(&renaming.new).next().is_some()
}

/// Refuses a record that is there twice: which of the two is meant is not known.
fn check_once(renaming: &Renaming, archive: ReadArchive<'_>) -> Result<(), RenameRefusal> {
    let old = &renaming.old;
    let twice = |problem: Message| {
        let help = say!("give-other-id-first");
        Err(RenameRefusal::Content(say!("with-help", problem, help)))
    };
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
                twice(say!("meeting-in-two-files", first, second, id = old))
            })
        }
        (RenameKind::Commitment, Some(meeting)) => {
            let double = archive.drafts_of(meeting).find(|draft| times(draft, old) > 1);
            double.map_or(Ok(()), |draft| {
                let path = &archive.file(draft.source).path;
                twice(say!("commitment-twice-in-file", path, id = old))
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
        return Err(RenameRefusal::Content(say!("page-over-file", file = file.address)));
    }
    for (source, note) in archive.files().filter(|(source, _)| archive.file(*source).text.contains("aliases"))
    {
        let Some(tree) = archive.tree(source) else { continue };
        let path = archive.file(source).path.as_str();
        let records = RecordInFile::all(&tree, note.is_some());
        let others = records.into_iter().filter(|(record, _)| !is_own(record, path, note, renaming));
        let alias = others.flat_map(|(_, tree)| aliases(tree)).find(|address| taken(address));
        if let Some(address) = alias {
            return Err(RenameRefusal::Content(say!("alias-of-another", address, path)));
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
