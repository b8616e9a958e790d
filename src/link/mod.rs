//! Resolves every reference, once everything is read: from drafts to the [`Site`].
//!
//! Nothing here reads a file or formats a text. What is not to be published (drafts, embargoed records before their
//! day) is checked like the rest, and then is not in the site: no later stage can let it out.

mod alignments;
mod backlinks;
mod bodies;
mod commitments;
mod days;
mod documents;
mod drift;
mod lacking;
mod languages;
mod lineage;
mod meetings;
mod misspelt;
mod naming;
mod notes;
mod outsiders;
mod own_address;
mod pair;
mod participations;
mod problems;
mod prune;
mod registries;
mod terms;
mod time_zone;
mod twins;
mod versions;
mod way;

pub use registries::theme_name;

use bodies::Ground;
use lineage::Known;
use naming::Unshown;
use problems::Problems;
use std::{collections::BTreeSet, sync::Arc};

use crate::{
    config::{Config, Options},
    id::Table,
    lang::{Date, nfc},
    model::{
        Commitment, Delegation, Dialogue, Document, Meeting, Organization, Page, Person, Target, Term, Text,
        Track,
    },
    path,
    source::{NoteDraft, RegistryDraft, StaticFile, Unread},
    yaml::{Problem, Spot},
};

/// Everything that is published, linked. Immutable from here on.
#[derive(Debug)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The dialogues, in the order of their file.
    pub dialogues: Table<Dialogue>,
    /// The delegations, in the order of their file.
    pub delegations: Table<Delegation>,
    /// The organizations, in the order of their file.
    pub organizations: Table<Organization>,
    /// The people, in the order of their file.
    pub people: Table<Person>,
    /// The tracks, in the order of their file.
    pub tracks: Table<Track>,
    /// The terms, in the order of their file.
    pub terms: Vec<Term>,
    /// The meetings, by date.
    pub meetings: Table<Meeting>,
    /// The commitments, by meeting and then in the order of the source.
    pub commitments: Table<Commitment>,
    /// The documents, by meeting.
    pub documents: Table<Document>,
    /// The plain pages, by id.
    pub pages: Table<Page>,
    /// The files that are copied as they are, by address.
    pub statics: Vec<StaticFile>,
    /// The files that went with withdrawn records: their own, and the pages of what they alone named.
    pub withdrawn_addresses: BTreeSet<String>,
    /// Links to addresses of the site, each with its place, to be checked against the plan.
    pub inside_links: Vec<InsideLink>,
    /// Levels that site.yaml gives no title, each with its place, to be looked up in the theme's strings.
    pub untitled_levels: Vec<(Spot, String)>,
    /// Languages of site.yaml that the program does not know, each with its place, to be looked up in the theme.
    pub unknown_languages: Vec<(Spot, String)>,
    /// Addresses given up for others, each with its place.
    pub aliases: Vec<Alias>,
}

impl Site {
    /// The static file at an address, which is its name.
    #[must_use]
    pub fn static_file(&self, address: &str) -> Option<&StaticFile> {
        let at = self.statics.binary_search_by(|file| file.address.as_str().cmp(address)).ok()?;
        self.statics.get(at)
    }

    /// The name of the file that a record names by `file`: as it is written, or, where there is none of this name, read as
    /// an address. There need not be such a file.
    #[must_use]
    fn file_named(&self, written: &str) -> String {
        let written = path::from_root(written);
        let name = nfc(written);
        if self.static_file(&name).is_some() { name.into_owned() } else { path::decoded(written) }
    }

    /// The pages that were not withdrawn.
    pub fn published_pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|(_, page)| page).filter(|page| !page.is_withdrawn)
    }

    /// The title that a reference without words of its own shows: of an organization, the name on a day. An address has
    /// none.
    #[must_use]
    pub fn title(&self, target: &Target, day: Option<Date>) -> Option<&Text> {
        Some(match target {
            Target::Meeting(id) => &self.meetings[*id].title,
            Target::Commitment(id) => &self.commitments[*id].text,
            Target::Track(id) => &self.tracks[*id].title,
            Target::Delegation(id) => &self.delegations[*id].name,
            Target::Organization(id) => self.organizations[*id].name_at(day),
            Target::Person(id) => &self.people[*id].name,
            Target::Document(id) => &self.documents[*id].title,
            Target::Inside(_) | Target::Anchor(_) | Target::Outside(_) => return None,
        })
    }
}

/// A link to an address of the site.
#[derive(Debug)]
pub struct InsideLink {
    /// Where it is written.
    pub spot: Spot,
    /// Where it leads, from the site's root, without the leading slash.
    pub address: String,
    /// The place there; of a link to the whole, empty.
    pub anchor: String,
}

/// An earlier address of a record.
#[derive(Debug)]
pub struct Alias {
    /// The earlier address, from the site's root, without the leading slash.
    pub address: String,
    /// Where it is written.
    pub spot: Spot,
    /// The record's address below the language.
    pub target: String,
}

/// Links drafts into a site, telling every problem. The site is whole only where no problem is an error.
#[must_use]
pub fn link(
    registries: &RegistryDraft,
    drafts: &[Arc<NoteDraft>],
    statics: Vec<StaticFile>,
    unread: Unread,
    options: &Options,
) -> (Site, Vec<Problem>) {
    let mut problems = Problems { unread, ..Problems::default() };
    let (config, unknown_languages) = registries::config(registries, options, &mut problems);
    problems.today = Some(config.as_of);
    let mut site = Site {
        config,
        dialogues: Table::default(),
        delegations: Table::default(),
        organizations: Table::default(),
        people: Table::default(),
        tracks: Table::default(),
        terms: Vec::new(),
        meetings: Table::default(),
        commitments: Table::default(),
        documents: Table::default(),
        pages: Table::default(),
        statics,
        withdrawn_addresses: BTreeSet::new(),
        inside_links: Vec::new(),
        untitled_levels: Vec::new(),
        unknown_languages,
        aliases: Vec::new(),
    };
    registries::link(registries, &mut site, &mut problems);
    let notes = notes::pair(drafts, &mut problems);
    let mut unshown = Unshown::default();
    let linked = meetings::link(&notes.meetings, &mut site, options, &mut unshown, &mut problems);
    let unread = problems.unread.clone();
    let known = Known::new(&linked, &site, &unread);
    lineage::link(&linked, &known, &mut site, &mut unshown, &mut problems);
    let ground = Ground { known: &known, stamps: &registries.stamps, options };
    bodies::link(&linked, &notes.pages, ground, &mut site, &mut unshown, &mut problems);
    site.inside_links.retain(|link| !lacking::is_lacking(&link.address, &known, &problems));
    let alignments = alignments::align(&linked, &mut problems);
    terms::link(&linked, &alignments, &mut site, &mut problems);
    alignments::place(&linked, alignments, &mut site);
    prune::prune(&linked, unshown, &mut site);
    backlinks::link(&mut site);
    (site, problems.found)
}
