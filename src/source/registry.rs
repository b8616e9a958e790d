//! Parses the registries: site.yaml and the maps from id to record.

use super::{
    input::{
        DelegationInput, DialogueInput, OrganizationInput, PersonInput, Registry, SiteInput, TermInput,
        TrackInput,
    },
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
}

/// Parses all registries that are there; one that is not there is empty.
pub fn parse_registries(inventory: &Inventory, problems: &mut Vec<Problem>) -> RegistryDraft {
    let [site, dialogues, delegations, organizations, people, tracks, glossary] = inventory.registries;
    RegistryDraft {
        site: (site, parse(inventory, site, problems)),
        dialogues: (dialogues, parse(inventory, dialogues, problems)),
        delegations: (delegations, parse(inventory, delegations, problems)),
        organizations: (organizations, parse(inventory, organizations, problems)),
        people: (people, parse(inventory, people, problems)),
        tracks: (tracks, parse(inventory, tracks, problems)),
        glossary: (glossary, parse(inventory, glossary, problems)),
    }
}

fn parse<T: DeserializeOwned + Default>(
    inventory: &Inventory,
    source: Option<SourceId>,
    problems: &mut Vec<Problem>,
) -> T {
    source.and_then(|source| yaml::read(source, inventory.sources.file(source), problems)).unwrap_or_default()
}
