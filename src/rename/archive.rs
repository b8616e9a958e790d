//! What is known of an archive when a record is renamed, and where the records are in its files.

use std::sync::Arc;

use super::{kind::RenameKind, renaming::Renaming};
use crate::{
    diagnostic::{SourceFile, SourceId},
    source::{Front, Inventory, NoteDraft, NoteKind, NoteSource, RegistryDraft},
    yaml::Tree,
};

/// An archive as it was read.
#[derive(Clone, Copy)]
pub struct ReadArchive<'a> {
    /// Its files.
    pub inventory: &'a Inventory,
    /// Its registries.
    pub registries: &'a RegistryDraft,
    /// Its notes.
    pub drafts: &'a [Arc<NoteDraft>],
    /// Where the site stands.
    pub base: Option<&'a str>,
    /// Whether the same was begun before and is not done.
    pub is_resumed: bool,
}

impl<'a> ReadArchive<'a> {
    pub(super) fn file(self, source: SourceId) -> &'a SourceFile {
        self.inventory.sources.file(source)
    }

    /// The files of the registries.
    pub(super) fn registry_files(self) -> impl Iterator<Item = SourceId> {
        self.inventory.registries.iter().flatten().copied()
    }

    /// The files of the notes and the registries, with the note that each is.
    pub(super) fn files(self) -> impl Iterator<Item = (SourceId, Option<&'a NoteSource>)> {
        let notes = self.inventory.notes.iter().map(|note| (note.source, Some(note)));
        notes.chain(self.registry_files().map(|source| (source, None)))
    }

    /// The note that a file is.
    pub(super) fn note(self, source: SourceId) -> Option<&'a NoteSource> {
        self.inventory.notes.iter().find(|note| note.source == source)
    }

    /// The shape of a file's YAML.
    pub(super) fn tree(self, source: SourceId) -> Option<Tree> {
        let file = self.file(source);
        Tree::within(&file.text, &file.yaml)
    }

    /// The files of the meetings with this id.
    pub(super) fn notes_of(self, id: &'a str) -> impl Iterator<Item = &'a NoteSource> {
        let notes = self.inventory.notes.iter();
        notes.filter(move |note| note.kind == NoteKind::Meeting && note.id == id)
    }

    /// The parsed notes of the meetings with this id.
    pub(super) fn drafts_of(self, id: &'a str) -> impl Iterator<Item = &'a NoteDraft> {
        let drafts = self.drafts.iter().map(Arc::as_ref);
        drafts.filter(move |draft| draft.kind() == NoteKind::Meeting && draft.id == id)
    }

    /// The ids of the commitments of a meeting, in the order of its files.
    pub(super) fn commitments_of(self, meeting: &'a str) -> Vec<&'a str> {
        let mut ids = Vec::new();
        for draft in self.drafts_of(meeting) {
            let Front::Meeting(front) = &draft.front else { continue };
            let list = front.commitments.iter().flatten().flatten();
            for id in list.filter_map(|it| it.id.as_deref()) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    /// The ids of all records of the kind; of commitments those of the meeting.
    pub(super) fn ids(self, renaming: &'a Renaming) -> Vec<&'a str> {
        let registries = self.registries;
        match renaming.kind {
            RenameKind::Meeting => self.meetings(),
            RenameKind::Commitment => self.commitments_of(renaming.meeting.as_deref().unwrap_or_default()),
            RenameKind::Track => registries.tracks.1.keys().map(String::as_str).collect(),
            RenameKind::Delegation => registries.delegations.1.keys().map(String::as_str).collect(),
            RenameKind::Organization => registries.organizations.1.keys().map(String::as_str).collect(),
            RenameKind::Person => registries.people.1.keys().map(String::as_str).collect(),
            RenameKind::Dialogue => registries.dialogues.1.keys().map(String::as_str).collect(),
            RenameKind::Event => registries.events.1.keys().map(String::as_str).collect(),
        }
    }

    /// The ids of all meetings.
    pub(super) fn meetings(self) -> Vec<&'a str> {
        let notes = self.inventory.notes.iter().filter(|note| note.kind == NoteKind::Meeting);
        notes.map(|note| note.id.as_str()).collect()
    }
}
