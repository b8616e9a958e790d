//! What records name, in whatever way: records of the registries, and files and pages by their addresses.

use std::collections::BTreeSet;

use super::{
    facts::{EventFacts, SiteFacts},
    linked::{LinkedDocument, LinkedEvent},
    own_address,
};
use crate::{
    id::{Id, Table},
    lang::{Lang, PerLang},
    model::{
        Body, CommitmentFacts, Delegation, Dialogue, Document, DocumentOwner, Event, MeetingFacts,
        Organization, Party, Person, Piece, Signatory, Signer, Target, Text, Track, Version,
    },
    path,
    site::AliasTarget,
};

/// What some records name.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) dialogues: BTreeSet<Id<Dialogue>>,
    pub(super) delegations: BTreeSet<Id<Delegation>>,
    pub(super) organizations: BTreeSet<Id<Organization>>,
    pub(super) people: BTreeSet<Id<Person>>,
    pub(super) tracks: BTreeSet<Id<Track>>,
    pub(super) events: BTreeSet<Id<Event>>,
    /// Addresses of the site, without the leading slash.
    pub(super) addresses: BTreeSet<String>,
}

/// What is named by records that are not published: those that are not yet, and those that are no longer.
#[derive(Debug, Default)]
pub(super) struct Unshown {
    pub(super) drafts: Names,
    pub(super) withdrawn: Names,
}

impl Unshown {
    /// What records of a kind name.
    pub(super) fn names(&mut self, is_withdrawn: bool) -> &mut Names {
        if is_withdrawn { &mut self.withdrawn } else { &mut self.drafts }
    }
}

impl Names {
    /// Whether nothing is named.
    pub(super) fn is_empty(&self) -> bool {
        let Self { dialogues, delegations, organizations, people, tracks, events, addresses } = self;
        dialogues.is_empty()
            && delegations.is_empty()
            && organizations.is_empty()
            && people.is_empty()
            && tracks.is_empty()
            && events.is_empty()
            && addresses.is_empty()
    }

    /// What the facts of a meeting name, beside its dialogue.
    pub(super) fn add_meeting(&mut self, meeting: &MeetingFacts, site: &SiteFacts) {
        self.add_texts(meeting.texts(), site);
        self.delegations.extend(meeting.host);
        self.tracks.extend(&meeting.discussed);
        for there in &meeting.delegations {
            self.delegations.insert(there.delegation);
            self.organizations.extend(&there.organizations);
            self.people.extend(there.heads.iter().map(|head| head.person));
            self.people.extend(&there.people);
        }
    }

    /// What a commitment names, beside its judgements.
    pub(super) fn add_commitment(&mut self, commitment: &CommitmentFacts, site: &SiteFacts) {
        self.add_texts(commitment.texts(), site);
        self.tracks.extend(&commitment.tracks);
        self.delegations.extend(&commitment.delegations);
        self.organizations.extend(&commitment.organizations);
    }

    /// What a judgement names.
    pub(super) fn add_judgement(&mut self, by: Option<Party>, note: Option<&Text>, site: &SiteFacts) {
        if let Some(Party::Delegation(id)) = by {
            self.delegations.insert(id);
        }
        self.add_texts(note, site);
    }

    /// The event of a document on which something rests.
    pub(super) fn add_source(&mut self, id: Id<Document>, site: &SiteFacts) {
        match site.documents[id].owner {
            DocumentOwner::Event(event) => {
                self.events.insert(event);
            }
            // It is published, or not, by itself.
            DocumentOwner::Meeting(_) => {}
        }
    }

    /// What texts rest on.
    pub(super) fn add_versions(&mut self, versions: &PerLang<Version>, site: &SiteFacts) {
        let sources = versions.iter().filter_map(|version| version.source);
        sources.for_each(|id| self.add_source(id, site));
    }

    /// What an event names, beside its documents.
    fn add_event(&mut self, event: &EventFacts, site: &SiteFacts) {
        self.add_texts(event.texts(), site);
        self.tracks.extend(&event.tracks);
    }

    /// What documents name, first of all their files.
    pub(super) fn add_documents(&mut self, documents: &[LinkedDocument<'_>], site: &SiteFacts) {
        for document in documents {
            if let Some(file) = &document.file {
                self.addresses.insert(path::address_of(file).to_owned());
            }
            document.urls.iter().flatten().for_each(|url| self.add_outside(url, site));
            self.add_texts([&document.title], site);
            document.signatories.iter().for_each(|it| self.add_signatory(it, site));
        }
    }

    fn add_signatory(&mut self, it: &Signatory, site: &SiteFacts) {
        match &it.who {
            Signer::Person(id) => {
                self.people.insert(*id);
            }
            Signer::Named(name) => self.add_texts([name], site),
        }
        self.delegations.insert(it.delegation);
        self.add_texts(&it.office, site);
    }

    /// What a text refers to, links to and shows.
    pub(super) fn add_body(&mut self, body: &Body, site: &SiteFacts) {
        for piece in &body.pieces {
            match piece {
                Piece::Open(target) | Piece::Title(target) => self.add_target(target, site),
                Piece::Picture(file) => {
                    self.addresses.insert(path::address_of(file).to_owned());
                }
                _ => {}
            }
        }
        self.add_written(&body.html, site);
    }

    /// The addresses that stand in texts.
    pub(super) fn add_texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>, site: &SiteFacts) {
        for text in texts {
            Lang::ALL.into_iter().filter_map(|lang| text.get(lang)).for_each(|it| self.add_written(it, site));
        }
    }

    /// An address that is no link is one for a reader all the same.
    fn add_written(&mut self, text: &str, site: &SiteFacts) {
        let Some(base) = &site.config.base_url else { return };
        for url in own_address::written_in(text, base) {
            self.add_outside(&url, site);
        }
    }

    fn add_target(&mut self, target: &Target, site: &SiteFacts) {
        match target {
            Target::Track(id) => {
                self.tracks.insert(*id);
            }
            Target::Delegation(id) => {
                self.delegations.insert(*id);
            }
            Target::Organization(id) => {
                self.organizations.insert(*id);
            }
            Target::Person(id) => {
                self.people.insert(*id);
            }
            Target::Event(id) => {
                self.events.insert(*id);
            }
            Target::Document(id) => self.add_source(*id, site),
            Target::Inside(link) => self.add_address(path::ends_of(link).0, site),
            Target::Outside(url) => self.add_outside(url, site),
            // They are published, or not, by themselves.
            Target::Meeting(_) | Target::Commitment(_) | Target::Term(_) | Target::Anchor(_) => {}
        }
    }

    /// An address that may be the site's own, written in full.
    fn add_outside(&mut self, url: &str, site: &SiteFacts) {
        let Some(base) = &site.config.base_url else { return };
        if let Some(address) = own_address::inside(url, base) {
            self.add_address(path::address_of(&address).to_owned(), site);
        }
    }

    /// What a link from the root, or an address in full, leads to in the site, if it does.
    pub(super) fn add_link(&mut self, link: &str, site: &SiteFacts) {
        match link.strip_prefix('/') {
            Some(inside) => self.add_address(path::ends_of(inside).0, site),
            None => self.add_outside(link, site),
        }
    }

    fn add_address(&mut self, address: String, site: &SiteFacts) {
        let (folder, id) = record_at(&address).unwrap_or_default();
        match folder {
            "dialogues" => self.dialogues.extend(site.dialogues.find(id)),
            "tracks" => self.tracks.extend(site.tracks.find(id)),
            "events" => self.events.extend(site.events.find(id)),
            "delegations" => self.delegations.extend(site.delegations.find(id)),
            "organizations" => self.organizations.extend(site.organizations.find(id)),
            "people" => self.people.extend(site.people.find(id)),
            _ => {}
        }
        match site.registry_alias(&address) {
            Some(AliasTarget::Dialogue(id)) => self.dialogues.extend([id]),
            Some(AliasTarget::Track(id)) => self.tracks.extend([id]),
            Some(AliasTarget::Delegation(id)) => self.delegations.extend([id]),
            Some(AliasTarget::Organization(id)) => self.organizations.extend([id]),
            Some(AliasTarget::Person(id)) => self.people.extend([id]),
            Some(AliasTarget::Event(id)) => self.events.extend([id]),
            _ => {}
        }
        self.addresses.insert(address);
    }

    /// Adds what others name.
    pub(super) fn extend(&mut self, others: &Self) {
        self.dialogues.extend(&others.dialogues);
        self.delegations.extend(&others.delegations);
        self.organizations.extend(&others.organizations);
        self.people.extend(&others.people);
        self.tracks.extend(&others.tracks);
        self.events.extend(&others.events);
        self.addresses.extend(others.addresses.iter().cloned());
    }

    /// Adds all records that others do not name.
    pub(super) fn extend_without(&mut self, others: &Self, site: &SiteFacts) {
        add_without(&mut self.dialogues, &site.dialogues, &others.dialogues);
        add_without(&mut self.delegations, &site.delegations, &others.delegations);
        add_without(&mut self.organizations, &site.organizations, &others.organizations);
        add_without(&mut self.people, &site.people, &others.people);
        add_without(&mut self.tracks, &site.tracks, &others.tracks);
        add_without(&mut self.events, &site.events, &others.events);
    }

    /// Adds what the records name that are named, and so on.
    pub(super) fn follow(&mut self, events: &[LinkedEvent<'_>], site: &SiteFacts) {
        self.follow_events(events, site);
        let roles = self.people.iter().flat_map(|id| &site.people[*id].roles);
        self.organizations.extend(roles.filter_map(|role| role.organization));
        follow(&mut self.organizations, |id| site.parent(id));
        self.delegations.extend(self.organizations.iter().map(|id| site.organizations[*id].delegation));
        follow(&mut self.dialogues, |id| site.whole(id));
        self.delegations.extend(self.dialogues.iter().flat_map(|id| site.dialogues[*id].parties));
        follow(&mut self.delegations, |id| site.side(id));
    }

    /// Adds what the events name that are named. Where an address leads to a further event, that one's too.
    fn follow_events(&mut self, events: &[LinkedEvent<'_>], site: &SiteFacts) {
        let mut followed = BTreeSet::new();
        while self.events.len() > followed.len() {
            let named: BTreeSet<_> = self.events.difference(&followed).copied().collect();
            for event in events.iter().filter(|it| it.id.is_some_and(|id| named.contains(&id))) {
                self.add_documents(&event.documents, site);
            }
            for id in &named {
                self.add_event(&site.events[*id], site);
            }
            followed.extend(named);
        }
    }
}

/// The folder and the id of the record whose page, or feed, stands at an address.
pub(super) fn record_at(address: &str) -> Option<(&str, &str)> {
    let (lang, rest) = address.split_once('/')?;
    let (folder, rest) = rest.split_once('/')?;
    let (id, _) = rest.split_once('/')?;
    Lang::from_code(lang).map(|_| (folder, id))
}

fn add_without<T, R>(names: &mut BTreeSet<Id<T>>, table: &Table<T, R>, without: &BTreeSet<Id<T>>) {
    names.extend(table.ids().filter(|id| !without.contains(id)));
}

/// Goes from each record to the one it names, as long as there is a new one.
fn follow<T>(names: &mut BTreeSet<Id<T>>, next: impl Fn(Id<T>) -> Option<Id<T>>) {
    let mut open: Vec<_> = names.iter().copied().collect();
    while let Some(id) = open.pop() {
        open.extend(next(id).filter(|next| names.insert(*next)));
    }
}
