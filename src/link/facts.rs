//! What records say of themselves, with every name resolved. What they say of one another, and what is found out of their
//! texts, is kept beside; the records are made once all of it is known (`records`).

use foldhash::{HashMap, HashMapExt};

use crate::{
    config::Config,
    id::{Id, Table},
    lang::{Date, DateRange, PerLang},
    model::{
        Commitment, CommitmentFacts, Delegation, DelegationKind, Dialogue, Document, Event, EventKind,
        Former, Meeting, MeetingFacts, Organization, Page, Person, Role, Text, Track,
    },
    site::{Alias, AliasTarget, FileSum, InsideLink, StaticFile, file_at},
    yaml::Spot,
};

/// The facts of all records, each in its place. The fields have the names that they have in the site.
pub(super) struct SiteFacts {
    pub(super) config: Config,
    pub(super) dialogues: Table<Dialogue, DialogueFacts>,
    /// For each dialogue, the one that it is a part of.
    pub(super) wholes: Vec<Option<Id<Dialogue>>>,
    pub(super) delegations: Table<Delegation, DelegationFacts>,
    /// For each delegation, the one that it stands beside.
    pub(super) sides: Vec<Option<Id<Delegation>>>,
    pub(super) organizations: Table<Organization, OrganizationFacts>,
    /// For each organization, the one that it is a part of.
    pub(super) parents: Vec<Option<Id<Organization>>>,
    pub(super) people: Table<Person, PersonFacts>,
    pub(super) tracks: Table<Track, TrackFacts>,
    pub(super) events: Table<Event, EventFacts>,
    pub(super) terms: Vec<TermFacts>,
    pub(super) meetings: Table<Meeting, PlacedMeeting>,
    pub(super) commitments: Table<Commitment, PlacedCommitment>,
    pub(super) documents: Table<Document>,
    pub(super) pages: Table<Page>,
    pub(super) statics: Vec<StaticFile>,
    pub(super) inside_links: Vec<InsideLink>,
    pub(super) file_sums: Vec<FileSum>,
    pub(super) untitled_levels: Vec<(Spot, String)>,
    pub(super) aliases: Vec<Alias>,
    /// Which record of a registry has an earlier address.
    registry_aliases: HashMap<String, AliasTarget>,
}

/// An earlier address of a record that has no place yet: from the site's root, without the leading slash, and where it is
/// written.
pub(super) struct AliasDraft {
    pub(super) address: String,
    pub(super) spot: Spot,
}

impl SiteFacts {
    /// Nothing but the settings and the files.
    pub(super) fn new(config: Config, statics: Vec<StaticFile>) -> Self {
        Self {
            config,
            dialogues: Table::default(),
            wholes: Vec::new(),
            delegations: Table::default(),
            sides: Vec::new(),
            organizations: Table::default(),
            parents: Vec::new(),
            people: Table::default(),
            tracks: Table::default(),
            events: Table::default(),
            terms: Vec::new(),
            meetings: Table::default(),
            commitments: Table::default(),
            documents: Table::default(),
            pages: Table::default(),
            statics,
            inside_links: Vec::new(),
            file_sums: Vec::new(),
            untitled_levels: Vec::new(),
            aliases: Vec::new(),
            registry_aliases: HashMap::new(),
        }
    }

    /// The dialogue that one is a part of.
    pub(super) fn whole(&self, id: Id<Dialogue>) -> Option<Id<Dialogue>> {
        self.wholes.get(id.index()).copied().flatten()
    }

    /// The delegation that one stands beside.
    pub(super) fn side(&self, id: Id<Delegation>) -> Option<Id<Delegation>> {
        self.sides.get(id.index()).copied().flatten()
    }

    /// The organization that one is a part of.
    pub(super) fn parent(&self, id: Id<Organization>) -> Option<Id<Organization>> {
        self.parents.get(id.index()).copied().flatten()
    }

    /// Adds earlier addresses of a record.
    pub(super) fn add_aliases(&mut self, aliases: Vec<AliasDraft>, target: AliasTarget) {
        let aliases = aliases.into_iter();
        self.aliases.extend(aliases.map(|AliasDraft { address, spot }| Alias { address, spot, target }));
    }

    /// Adds earlier addresses of a record of a registry, which may be published for the links that lead there alone.
    pub(super) fn add_registry_aliases(&mut self, aliases: Vec<AliasDraft>, target: AliasTarget) {
        self.registry_aliases.extend(aliases.iter().map(|alias| (alias.address.clone(), target)));
        self.add_aliases(aliases, target);
    }

    /// The record of a registry that has an earlier address.
    pub(super) fn registry_alias(&self, address: &str) -> Option<AliasTarget> {
        self.registry_aliases.get(address).copied()
    }

    /// The static file at an address, which is its name.
    pub(super) fn static_file(&self, address: &str) -> Option<&StaticFile> {
        file_at(&self.statics, address)
    }
}

pub(super) struct DialogueFacts {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) abbreviation: Option<String>,
    pub(super) parties: [Id<Delegation>; 2],
    pub(super) summary: Option<Text>,
    pub(super) names: Vec<Former>,
}

pub(super) struct DelegationFacts {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) kind: Option<DelegationKind>,
    pub(super) country: Option<String>,
}

pub(super) struct OrganizationFacts {
    pub(super) id: String,
    pub(super) delegation: Id<Delegation>,
    pub(super) name: Text,
    pub(super) abbreviation: Option<String>,
    pub(super) reading: Option<String>,
    pub(super) url: Option<String>,
    pub(super) names: Vec<Former>,
}

impl OrganizationFacts {
    /// The name on a day; without a day, the present one.
    pub(super) fn name_at(&self, day: Option<Date>) -> &Text {
        day.map_or(&self.name, |day| Former::name_on(&self.names, &self.name, day))
    }
}

pub(super) struct PersonFacts {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) family: Option<Text>,
    pub(super) given: Option<Text>,
    pub(super) reading: Option<String>,
    pub(super) roles: Vec<Role>,
}

pub(super) struct TrackFacts {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) summary: Option<Text>,
}

pub(super) struct EventFacts {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) date: DateRange,
    pub(super) kind: Option<EventKind>,
    pub(super) place: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) tracks: Vec<Id<Track>>,
}

impl EventFacts {
    /// Its texts, in which something may be named.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        [Some(&self.title), self.place.as_ref(), self.summary.as_ref()].into_iter().flatten()
    }
}

pub(super) struct TermFacts {
    pub(super) forms: Text,
    pub(super) avoid: PerLang<Vec<String>>,
    pub(super) note: Option<Text>,
}

/// A meeting that is published.
pub(super) struct PlacedMeeting {
    pub(super) id: String,
    pub(super) facts: MeetingFacts,
}

/// A commitment that is published, with its meeting.
pub(super) struct PlacedCommitment {
    pub(super) id: String,
    pub(super) meeting: Id<Meeting>,
    pub(super) facts: CommitmentFacts,
}

/// A record with an authored id.
pub(super) trait Named {
    fn name(&self) -> &str;
}

macro_rules! named {
    ($($kind:ty),*) => {
        $(impl Named for $kind {
            fn name(&self) -> &str {
                &self.id
            }
        })*
    };
}

named!(DelegationFacts, DialogueFacts, EventFacts, OrganizationFacts, PersonFacts, TrackFacts);
