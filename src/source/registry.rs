//! Parses the registries: site.yaml and the maps from id to record.

use super::{
    input::{
        DelegationInput, DialogueInput, OrganizationInput, PersonInput, Registry, SiteInput, TermInput,
        TrackInput,
    },
    stamps::Stamps,
    unread::Unread,
    walk::Inventory,
};
use crate::{
    diagnostic::SourceId,
    yaml::{self, Problem},
};
use serde::de::DeserializeOwned;

/// The registries as they are written, each with its file.
#[derive(Debug, Default)]
pub struct RegistryDraft {
    /// site.yaml.
    pub site: (Option<SourceId>, SiteInput),
    /// dialogues.yaml.
    pub dialogues: (Option<SourceId>, Registry<DialogueInput>),
    /// delegations.yaml.
    pub delegations: (Option<SourceId>, Registry<DelegationInput>),
    /// organizations.yaml.
    pub organizations: (Option<SourceId>, Registry<OrganizationInput>),
    /// people.yaml.
    pub people: (Option<SourceId>, Registry<PersonInput>),
    /// tracks.yaml.
    pub tracks: (Option<SourceId>, Registry<TrackInput>),
    /// glossary.yaml.
    pub glossary: (Option<SourceId>, Vec<Option<TermInput>>),
    /// stamps.txt.
    pub stamps: Stamps,
}

/// Parses all registries that are there; one that is not there is empty. What cannot be read is noted as unread.
pub fn parse_registries(
    inventory: &Inventory,
    unread: &mut Unread,
    problems: &mut Vec<Problem>,
) -> RegistryDraft {
    let stamps = match inventory.stamps {
        Some(source) => Stamps::parse(source, inventory.sources.file(source), problems),
        None => Stamps::default(),
    };
    let mut parser = Parser { inventory, unread, problems };
    RegistryDraft {
        site: parser.parse(0),
        dialogues: parser.parse(1),
        delegations: parser.parse(2),
        organizations: parser.parse(3),
        people: parser.parse(4),
        tracks: parser.parse(5),
        glossary: parser.parse(6),
        stamps,
    }
}

struct Parser<'p> {
    inventory: &'p Inventory,
    unread: &'p mut Unread,
    problems: &'p mut Vec<Problem>,
}

impl Parser<'_> {
    fn parse<T: DeserializeOwned + Default>(&mut self, slot: usize) -> (Option<SourceId>, T) {
        let Some(source) = self.inventory.registries[slot] else { return (None, T::default()) };
        let record = yaml::read(source, self.inventory.sources.file(source), self.problems);
        if record.is_none() {
            self.unread.registry(slot);
        }
        (Some(source), record.unwrap_or_default())
    }
}
