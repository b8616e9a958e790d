//! Takes out of the site what only records name that are not published: files, and records of the registries.
//!
//! What nothing names at all is the author's to publish, and stays.

use std::collections::BTreeSet;

use super::{
    meetings::Linked,
    naming::{Names, Unshown, record_at},
};
use crate::{
    id::{Id, Table},
    lang::Lang,
    model::{Body, Delegation, Dialogue, Organization, Person, Piece, Target, Track},
    path,
    site::Site,
};

/// What every page shows, whoever else names it.
const OF_THE_SITE: [&str; 2] = ["favicon.svg", "favicon.ico"];

/// How the names of smaller copies end.
const SMALLER: [&str; 2] = [".gz", ".br"];

/// Takes out what only these names tell of.
pub(super) fn prune(linked: &[Linked<'_>], mut unshown: Unshown, site: &mut Site) {
    for linked in linked {
        match linked.meeting.map(|id| site.meetings[id].is_withdrawn()) {
            Some(false) => {}
            withdrawn => unshown.names(withdrawn.is_some()).add_documents(linked, site),
        }
    }
    unshown.withdrawn.follow(site);
    let mut names = unshown.drafts;
    names.extend(&unshown.withdrawn);
    if names.is_empty() {
        return;
    }
    names.follow(site);
    let mut shown = shown(linked, site);
    shown.extend_without(&names, site);
    shown.follow(site);
    let hidden = |address: &str| {
        let is_named = named(&names.addresses, address) && !shown.addresses.contains(address);
        is_named && !original(address).is_some_and(|of| shown.addresses.contains(of))
    };
    let mut withdrawn = BTreeSet::new();
    let mut hidden_files = BTreeSet::new();
    site.statics.retain(|file| {
        let address = path::address_of(&file.address);
        let is_hidden = hidden(address);
        if is_hidden && named(&unshown.withdrawn.addresses, address) {
            withdrawn.insert(file.address.clone());
        }
        if is_hidden {
            hidden_files.insert(address.to_owned());
        }
        !is_hidden
    });
    withdrawn.extend(record_addresses(&unshown.withdrawn, &shown, site));
    site.withdrawn_addresses = withdrawn;
    // What a record names that is not published was there when it was checked.
    let inside = std::mem::take(&mut site.inside_links);
    let leads_on = |address: &str| {
        !hidden_files.contains(address)
            && record_at(address).is_none_or(|(folder, id)| is_shown(folder, id, &shown, site))
    };
    site.inside_links = inside.into_iter().filter(|link| leads_on(&link.address)).collect();
    Places::new(site, &shown).move_all(site);
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
fn is_shown(folder: &str, id: &str, shown: &Names, site: &Site) -> bool {
    match folder {
        "tracks" => site.tracks.find(id).is_none_or(|id| shown.tracks.contains(&id)),
        "delegations" => site.delegations.find(id).is_none_or(|id| shown.delegations.contains(&id)),
        "organizations" => site.organizations.find(id).is_none_or(|id| shown.organizations.contains(&id)),
        "people" => site.people.find(id).is_none_or(|id| shown.people.contains(&id)),
        _ => true,
    }
}

/// What published records name, and the site itself. The dialogue of a withdrawn meeting is that of its page.
fn shown(linked: &[Linked<'_>], site: &Site) -> Names {
    let mut names = Names::default();
    names.addresses.extend(OF_THE_SITE.map(str::to_owned));
    for linked in linked {
        let Some(id) = linked.meeting else { continue };
        let meeting = &site.meetings[id];
        names.dialogues.insert(meeting.dialogue);
        if meeting.is_withdrawn() {
            continue;
        }
        names.add_meeting(meeting, site);
        meeting.commitments.iter().for_each(|id| names.add_commitment(&site.commitments[*id], site));
        meeting.bodies.iter().flatten().for_each(|body| names.add_body(body, site));
        names.add_documents(linked, site);
    }
    for page in site.published_pages() {
        names.add_texts([Some(&page.title), page.summary.as_ref()], site);
        page.bodies.iter().flatten().for_each(|body| names.add_body(body, site));
    }
    names
}

/// The files at the addresses of records that are named and not shown.
fn record_addresses(named: &Names, shown: &Names, site: &Site) -> Vec<String> {
    let gone = |folder: &str, id: &str| {
        Lang::ALL.map(|lang| format!("{}/{folder}/{id}/{}", lang.code(), path::INDEX))
    };
    let tracks = named.tracks.difference(&shown.tracks).map(|id| site.tracks[*id].id.as_str());
    let feeds =
        tracks.clone().flat_map(|id| Lang::ALL.map(|lang| format!("{}/tracks/{id}/feed.xml", lang.code())));
    let delegations = named.delegations.difference(&shown.delegations).map(|id| &site.delegations[*id].id);
    let organizations = named.organizations.difference(&shown.organizations);
    let organizations = organizations.map(|id| &site.organizations[*id].id);
    let people = named.people.difference(&shown.people).map(|id| &site.people[*id].id);
    let mut addresses: Vec<String> = feeds.collect();
    addresses.extend(tracks.flat_map(|id| gone("tracks", id)));
    addresses.extend(delegations.flat_map(|id| gone("delegations", id)));
    addresses.extend(organizations.flat_map(|id| gone("organizations", id)));
    addresses.extend(people.flat_map(|id| gone("people", id)));
    addresses
}

/// Where each record of a table is now; none for one that was taken out.
struct Moved<T>(Vec<Option<Id<T>>>);

impl<T> Moved<T> {
    fn new(table: &mut Table<T>, shown: &BTreeSet<Id<T>>) -> Self {
        Self(table.retain(|id| shown.contains(&id)))
    }

    fn get(&self, id: Id<T>) -> Option<Id<T>> {
        self.0.get(id.index()).copied().flatten()
    }

    /// What is shown names nothing that was taken out.
    fn set(&self, id: &mut Id<T>) {
        *id = self.get(*id).unwrap_or(*id);
    }

    fn set_all(&self, ids: &mut Vec<Id<T>>) {
        *ids = ids.iter().filter_map(|id| self.get(*id)).collect();
    }
}

/// Where all records of the registries are now.
struct Places {
    dialogues: Moved<Dialogue>,
    delegations: Moved<Delegation>,
    organizations: Moved<Organization>,
    people: Moved<Person>,
    tracks: Moved<Track>,
}

impl Places {
    fn new(site: &mut Site, shown: &Names) -> Self {
        Self {
            dialogues: Moved::new(&mut site.dialogues, &shown.dialogues),
            delegations: Moved::new(&mut site.delegations, &shown.delegations),
            organizations: Moved::new(&mut site.organizations, &shown.organizations),
            people: Moved::new(&mut site.people, &shown.people),
            tracks: Moved::new(&mut site.tracks, &shown.tracks),
        }
    }

    fn move_all(&self, site: &mut Site) {
        self.move_registries(site);
        for meeting in site.meetings.iter_mut() {
            self.dialogues.set(&mut meeting.dialogue);
            meeting.host = meeting.host.and_then(|host| self.delegations.get(host));
            for there in &mut meeting.delegations {
                self.delegations.set(&mut there.delegation);
                self.organizations.set_all(&mut there.organizations);
                self.people.set_all(&mut there.people);
                there.heads.iter_mut().for_each(|head| self.people.set(&mut head.person));
            }
            meeting.bodies.iter_mut().flatten().for_each(|body| self.move_body(body));
        }
        for commitment in site.commitments.iter_mut() {
            self.tracks.set(&mut commitment.track);
            self.delegations.set_all(&mut commitment.delegations);
            self.organizations.set_all(&mut commitment.organizations);
            for assessment in &mut commitment.assessments {
                assessment.by.delegation_mut().into_iter().for_each(|by| self.delegations.set(by));
            }
        }
        for page in site.pages.iter_mut() {
            page.bodies.iter_mut().flatten().for_each(|body| self.move_body(body));
        }
    }

    fn move_registries(&self, site: &mut Site) {
        for dialogue in site.dialogues.iter_mut() {
            dialogue.parties.iter_mut().for_each(|party| self.delegations.set(party));
        }
        for delegation in site.delegations.iter_mut() {
            delegation.side = delegation.side.and_then(|side| self.delegations.get(side));
        }
        for organization in site.organizations.iter_mut() {
            self.delegations.set(&mut organization.delegation);
            organization.parent = organization.parent.and_then(|parent| self.organizations.get(parent));
            self.organizations.set_all(&mut organization.children);
            self.people.set_all(&mut organization.people);
        }
        for role in site.people.iter_mut().flat_map(|person| &mut person.roles) {
            role.organization = role.organization.and_then(|id| self.organizations.get(id));
        }
    }

    fn move_body(&self, body: &mut Body) {
        for piece in &mut body.pieces {
            let (Piece::Open(target) | Piece::Title(target)) = piece else { continue };
            match target {
                Target::Track(id) => self.tracks.set(id),
                Target::Delegation(id) => self.delegations.set(id),
                Target::Organization(id) => self.organizations.set(id),
                Target::Person(id) => self.people.set(id),
                _ => {}
            }
        }
    }
}
