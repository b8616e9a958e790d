//! Takes out of the site what only records name that are not published: files, and records of the registries.
//!
//! What nothing names at all is the author's to publish, and stays.

use std::collections::BTreeSet;

use super::{
    bodies::LinkedBodies,
    facts::{Named, SiteFacts},
    lineage::Lineage,
    linked::{Linked, LinkedEvent},
    naming::{Names, Unshown, record_at},
};
use crate::{
    id::{Id, KeptIds, Table},
    lang::PerLang,
    model::{
        Body, Delegation, Dialogue, Document, DocumentOwner, Event, Organization, Person, Piece, Target,
        Track, Version,
    },
    path,
    site::{AliasTarget, WithdrawnNames},
};

/// What every page shows, whoever else names it.
const OF_THE_SITE: [&str; 2] = ["favicon.svg", "favicon.ico"];

/// How the names of smaller copies end.
const SMALLER: [&str; 2] = [".gz", ".br"];

/// What the meetings and commitments of the site say beside their facts.
#[derive(Clone, Copy)]
pub(super) struct LinkedNotes<'a> {
    pub(super) linked: &'a [Linked<'a>],
    pub(super) events: &'a [LinkedEvent<'a>],
    pub(super) versions: &'a [PerLang<Version>],
    pub(super) texts: &'a [LinkedBodies],
    pub(super) lineage: &'a Lineage,
}

/// Takes out the files and addresses that only these names tell of. The records of the registries that are published.
pub(super) fn prune(
    notes: LinkedNotes<'_>,
    mut unshown: Unshown,
    site: &mut SiteFacts,
) -> (PublishedIds, WithdrawnNames) {
    for linked in notes.linked {
        match linked.meeting.map(|id| site.meetings[id].facts.is_withdrawn()) {
            Some(false) => {}
            withdrawn => unshown.names(withdrawn.is_some()).add_documents(&linked.documents, site),
        }
    }
    unshown.withdrawn.follow(notes.events, site);
    let mut names = unshown.drafts;
    names.extend(&unshown.withdrawn);
    if names.is_empty() {
        return (PublishedIds::all(), WithdrawnNames::default());
    }
    names.follow(notes.events, site);
    let mut shown = shown(notes, site);
    shown.extend_without(&names, site);
    shown.follow(notes.events, site);
    let hidden = |address: &str| {
        let is_named = named(&names.addresses, address) && !shown.addresses.contains(address);
        is_named && !original(address).is_some_and(|of| shown.addresses.contains(of))
    };
    let mut withdrawn = hidden_records(&unshown.withdrawn, &shown, site);
    let mut hidden_files = BTreeSet::new();
    site.statics.retain(|file| {
        let address = path::address_of(&file.address);
        let is_hidden = hidden(address);
        if is_hidden && named(&unshown.withdrawn.addresses, address) {
            withdrawn.files.push(file.address.clone());
        }
        if is_hidden {
            hidden_files.insert(address.to_owned());
        }
        !is_hidden
    });
    // What a record names that is not published was there when it was checked.
    let inside = std::mem::take(&mut site.inside_links);
    let leads_on = |address: &str| {
        !hidden_files.contains(address)
            && record_at(address).is_none_or(|(folder, id)| is_shown(folder, id, &shown, site))
            && site.registry_alias(address).is_none_or(|target| is_named_target(target, &shown))
    };
    site.inside_links = inside.into_iter().filter(|link| leads_on(&link.address)).collect();
    (PublishedIds::of(&shown, site), withdrawn)
}

/// Whether a file is named, or the one whose smaller copy it is: a server hands that out in its place.
fn named(addresses: &BTreeSet<String>, address: &str) -> bool {
    addresses.contains(address) || original(address).is_some_and(|of| addresses.contains(of))
}

/// The file whose smaller copy has this name.
fn original(address: &str) -> Option<&str> {
    SMALLER.iter().find_map(|ending| address.strip_suffix(ending))
}

/// Whether a record is shown, or is not there at all.
fn is_shown(folder: &str, id: &str, shown: &Names, site: &SiteFacts) -> bool {
    match folder {
        "dialogues" => site.dialogues.find(id).is_none_or(|id| shown.dialogues.contains(&id)),
        "tracks" => site.tracks.find(id).is_none_or(|id| shown.tracks.contains(&id)),
        "events" => site.events.find(id).is_none_or(|id| shown.events.contains(&id)),
        "delegations" => site.delegations.find(id).is_none_or(|id| shown.delegations.contains(&id)),
        "organizations" => site.organizations.find(id).is_none_or(|id| shown.organizations.contains(&id)),
        "people" => site.people.find(id).is_none_or(|id| shown.people.contains(&id)),
        _ => true,
    }
}

/// What published records name, and the site itself. The dialogue of a withdrawn meeting is that of its page.
fn shown(notes: LinkedNotes<'_>, site: &SiteFacts) -> Names {
    let LinkedNotes { linked, versions, texts, lineage, .. } = notes;
    let mut names = Names::default();
    names.addresses.extend(OF_THE_SITE.map(str::to_owned));
    names.addresses.extend(site.config.share_font.iter().map(|font| font.path.clone()));
    for ((linked, versions), texts) in linked.iter().zip(versions).zip(texts) {
        let Some(id) = linked.meeting else { continue };
        let meeting = &site.meetings[id].facts;
        names.dialogues.insert(meeting.dialogue);
        if meeting.is_withdrawn() {
            continue;
        }
        names.add_meeting(meeting, site);
        for id in linked.commitments.iter().filter_map(|it| it.id) {
            names.add_commitment(&site.commitments[id].facts, site);
            for it in &lineage.assessments[id.index()] {
                names.add_judgement(Some(it.by), it.note.as_ref(), site);
                names.add_source(it.source, site);
            }
            lineage.sources[id.index()].iter().for_each(|id| names.add_source(*id, site));
        }
        texts.bodies.iter().flatten().for_each(|body| names.add_body(body, site));
        names.add_versions(versions, site);
        names.add_documents(&linked.documents, site);
    }
    for (_, page) in site.pages.iter().filter(|(_, page)| !page.is_withdrawn) {
        names.add_texts(std::iter::once(&page.title).chain(&page.summary), site);
        page.bodies.iter().flatten().for_each(|body| names.add_body(body, site));
        names.add_versions(&page.versions, site);
    }
    names
}

/// The records that are named and not shown.
fn hidden_records(named: &Names, shown: &Names, site: &SiteFacts) -> WithdrawnNames {
    WithdrawnNames {
        files: Vec::new(),
        dialogues: ids_without(&named.dialogues, &shown.dialogues, &site.dialogues),
        tracks: ids_without(&named.tracks, &shown.tracks, &site.tracks),
        events: ids_without(&named.events, &shown.events, &site.events),
        delegations: ids_without(&named.delegations, &shown.delegations, &site.delegations),
        organizations: ids_without(&named.organizations, &shown.organizations, &site.organizations),
        people: ids_without(&named.people, &shown.people, &site.people),
        aliases: hidden_aliases(named, shown, site),
    }
}

/// Whether names hold the record that an alias leads to. Notes are published, or not, by themselves.
fn is_named_target(target: AliasTarget, names: &Names) -> bool {
    match target {
        AliasTarget::Dialogue(id) => names.dialogues.contains(&id),
        AliasTarget::Track(id) => names.tracks.contains(&id),
        AliasTarget::Delegation(id) => names.delegations.contains(&id),
        AliasTarget::Organization(id) => names.organizations.contains(&id),
        AliasTarget::Person(id) => names.people.contains(&id),
        AliasTarget::Event(id) => names.events.contains(&id),
        AliasTarget::Meeting(_)
        | AliasTarget::Commitment(_)
        | AliasTarget::WithdrawnCommitment(..)
        | AliasTarget::Page(_) => true,
    }
}

/// The earlier addresses of records that are named and not shown.
fn hidden_aliases(named: &Names, shown: &Names, site: &SiteFacts) -> Vec<String> {
    let hidden = site.aliases.iter().filter(|alias| !is_named_target(alias.target, shown));
    let hidden = hidden.filter(|alias| is_named_target(alias.target, named));
    hidden.map(|alias| alias.address.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn ids_without<T, R: Named>(
    named: &BTreeSet<Id<T>>,
    shown: &BTreeSet<Id<T>>,
    table: &Table<T, R>,
) -> Vec<String> {
    named.difference(shown).map(|id| table[*id].name().to_owned()).collect()
}

/// The ids of records in the site, where records of the registries may have been left out.
pub(super) struct PublishedIds {
    pub(super) dialogues: KeptIds<Dialogue>,
    pub(super) delegations: KeptIds<Delegation>,
    pub(super) organizations: KeptIds<Organization>,
    pub(super) people: KeptIds<Person>,
    pub(super) tracks: KeptIds<Track>,
    pub(super) events: KeptIds<Event>,
    pub(super) documents: KeptIds<Document>,
}

impl PublishedIds {
    /// Those of all records.
    fn all() -> Self {
        Self {
            dialogues: KeptIds::all(),
            delegations: KeptIds::all(),
            organizations: KeptIds::all(),
            people: KeptIds::all(),
            tracks: KeptIds::all(),
            events: KeptIds::all(),
            documents: KeptIds::all(),
        }
    }

    /// Those that are shown.
    fn of(shown: &Names, site: &SiteFacts) -> Self {
        Self {
            dialogues: site.dialogues.kept_ids(|id| shown.dialogues.contains(&id)),
            delegations: site.delegations.kept_ids(|id| shown.delegations.contains(&id)),
            organizations: site.organizations.kept_ids(|id| shown.organizations.contains(&id)),
            people: site.people.kept_ids(|id| shown.people.contains(&id)),
            tracks: site.tracks.kept_ids(|id| shown.tracks.contains(&id)),
            events: site.events.kept_ids(|id| shown.events.contains(&id)),
            documents: site.documents.kept_ids(|id| match site.documents[id].owner {
                DocumentOwner::Meeting(_) => true,
                DocumentOwner::Event(event) => shown.events.contains(&event),
            }),
        }
    }

    /// The bodies of a record, leading to where the records are.
    pub(super) fn bodies(&self, bodies: PerLang<Option<Body>>) -> PerLang<Option<Body>> {
        let registries = [
            self.delegations.is_all(),
            self.organizations.is_all(),
            self.people.is_all(),
            self.tracks.is_all(),
            self.events.is_all(),
        ];
        if registries == [true; 5] { bodies } else { bodies.map(|body| body.map(|body| self.body(body))) }
    }

    fn body(&self, body: Body) -> Body {
        let pieces = body.pieces.into_iter().map(|piece| match piece {
            Piece::Open(target) => Piece::Open(self.target(target)),
            Piece::Title(target) => Piece::Title(self.target(target)),
            piece => piece,
        });
        Body { pieces: pieces.collect(), ..body }
    }

    fn target(&self, target: Target) -> Target {
        match target {
            Target::Track(id) => Target::Track(of_shown(&self.tracks, id)),
            Target::Delegation(id) => Target::Delegation(of_shown(&self.delegations, id)),
            Target::Organization(id) => Target::Organization(of_shown(&self.organizations, id)),
            Target::Person(id) => Target::Person(of_shown(&self.people, id)),
            Target::Event(id) => Target::Event(of_shown(&self.events, id)),
            Target::Document(id) => Target::Document(of_shown(&self.documents, id)),
            target => target,
        }
    }

    /// What texts are, resting on documents that are published.
    pub(super) fn versions(&self, versions: PerLang<Version>) -> PerLang<Version> {
        versions.map(|it| Version { source: it.source.and_then(|id| self.documents.get(id)), ..it })
    }
}

/// The id of a record that something published names: such a record is published too.
pub(super) fn of_shown<T>(kept: &KeptIds<T>, id: Id<T>) -> Id<T> {
    kept.get(id).unwrap_or(id)
}

/// The ids of those among records that are published.
pub(super) fn all_shown<T>(kept: &KeptIds<T>, ids: Vec<Id<T>>) -> Vec<Id<T>> {
    ids.into_iter().filter_map(|id| kept.get(id)).collect()
}
