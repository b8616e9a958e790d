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
    // Most of it is in two of them.
    let ((organizations, glossary), (people, others)) = rayon::join(
        || (parse(inventory, 3), parse(inventory, 6)),
        || {
            let others = (parse(inventory, 0), parse(inventory, 1), parse(inventory, 2), parse(inventory, 5));
            (parse(inventory, 4), others)
        },
    );
    let (site, dialogues, delegations, tracks) = others;
    let mut taker = Taker { unread, problems };
    RegistryDraft {
        site: taker.take(site),
        dialogues: taker.take(dialogues),
        delegations: taker.take(delegations),
        organizations: taker.take(organizations),
        people: taker.take(people),
        tracks: taker.take(tracks),
        glossary: taker.take(glossary),
        stamps,
    }
}

/// A registry as it was read.
struct Parsed<T> {
    slot: usize,
    source: Option<SourceId>,
    /// Nothing, where it could not be read at all.
    record: Option<T>,
    problems: Vec<Problem>,
}

fn parse<T: DeserializeOwned + Default>(inventory: &Inventory, slot: usize) -> Parsed<T> {
    let source = inventory.registries[slot];
    let mut problems = Vec::new();
    let record = match source {
        Some(source) => yaml::read(source, inventory.sources.file(source), &mut problems),
        None => Some(T::default()),
    };
    Parsed { slot, source, record, problems }
}

/// Takes what was found beside the records.
struct Taker<'p> {
    unread: &'p mut Unread,
    problems: &'p mut Vec<Problem>,
}

impl Taker<'_> {
    fn take<T: Default>(&mut self, parsed: Parsed<T>) -> (Option<SourceId>, T) {
        self.problems.extend(parsed.problems);
        if parsed.record.is_none() {
            self.unread.registry(parsed.slot);
        }
        (parsed.source, parsed.record.unwrap_or_default())
    }
}
