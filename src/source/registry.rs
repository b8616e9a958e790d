//! Parses the registries: site.yaml and the maps from id to record.

use super::{
    input::{
        DelegationInput, DialogueInput, EventInput, OrganizationInput, PersonInput, Registry, RegistryTexts,
        SiteInput, TermInput, TrackInput, VerbTableInput,
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
    /// events.yaml.
    pub events: (Option<SourceId>, Registry<EventInput>),
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
    let parser = || Parser { inventory, unread: Vec::new(), problems: Vec::new() };
    let (mut one, mut other) = (parser(), parser());
    // About half of what archives have is in each part.
    let ((organizations, glossary), (site, dialogues, delegations, people, tracks, events)) = rayon::join(
        || (one.parse(3), one.parse(7)),
        || (other.parse(0), other.parse(1), other.parse(2), other.parse(4), other.parse(5), other.parse(6)),
    );
    // Only `import` goes by it.
    parse_verbs(inventory, problems);
    for parser in [other, one] {
        problems.extend(parser.problems);
        parser.unread.into_iter().for_each(|slot| unread.registry(slot));
    }
    RegistryDraft { site, dialogues, delegations, organizations, people, tracks, events, glossary, stamps }
}

/// Parses verbs.yaml: empty, if it is not there.
pub fn parse_verbs(inventory: &Inventory, problems: &mut Vec<Problem>) -> VerbTableInput {
    let table =
        inventory.verbs.and_then(|source| yaml::read(source, inventory.sources.file(source), problems));
    table.unwrap_or_default()
}

struct Parser<'p> {
    inventory: &'p Inventory,
    /// The places of those that could not be read at all.
    unread: Vec<usize>,
    problems: Vec<Problem>,
}

impl Parser<'_> {
    fn parse<T: DeserializeOwned + Default + RegistryTexts>(&mut self, slot: usize) -> (Option<SourceId>, T) {
        let Some(source) = self.inventory.registries[slot] else { return (None, T::default()) };
        let record = yaml::read(source, self.inventory.sources.file(source), &mut self.problems);
        if record.is_none() {
            self.unread.push(slot);
        }
        let mut record: T = record.unwrap_or_default();
        record.join_lines();
        (Some(source), record)
    }
}
