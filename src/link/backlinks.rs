//! The other way of every link: from what is named to what names it.

use super::{facts::SiteFacts, linked::Linked};
use crate::{
    id::Id,
    model::{Commitment, Dialogue, Event, Meeting, Organization, Person},
};

/// What names each record of the registries, and what stands beside each meeting: lists by their places.
pub(super) struct Backlinks {
    pub(super) dialogues: Vec<DialogueBacklinks>,
    pub(super) delegations: Vec<DelegationBacklinks>,
    pub(super) organizations: Vec<OrganizationBacklinks>,
    /// The meetings of each person.
    pub(super) people: Vec<Vec<Id<Meeting>>>,
    pub(super) tracks: Vec<TrackBacklinks>,
    /// The meetings of the same dialogue before and after each.
    pub(super) neighbours: Vec<[Option<Id<Meeting>>; 2]>,
}

#[derive(Clone, Default)]
pub(super) struct DialogueBacklinks {
    /// The earliest first.
    pub(super) meetings: Vec<Id<Meeting>>,
    pub(super) parts: Vec<Id<Dialogue>>,
}

#[derive(Clone, Default)]
pub(super) struct DelegationBacklinks {
    pub(super) meetings: Vec<Id<Meeting>>,
    pub(super) commitments: Vec<Id<Commitment>>,
    pub(super) organizations: Vec<Id<Organization>>,
}

#[derive(Clone, Default)]
pub(super) struct OrganizationBacklinks {
    pub(super) meetings: Vec<Id<Meeting>>,
    pub(super) commitments: Vec<Id<Commitment>>,
    pub(super) people: Vec<Id<Person>>,
    pub(super) children: Vec<Id<Organization>>,
}

#[derive(Clone, Default)]
pub(super) struct TrackBacklinks {
    pub(super) commitments: Vec<Id<Commitment>>,
    pub(super) discussed: Vec<Id<Meeting>>,
    pub(super) events: Vec<Id<Event>>,
}

impl Backlinks {
    /// What the facts of all records name.
    pub(super) fn new(linked: &[Linked<'_>], site: &SiteFacts) -> Self {
        let mut links = Self {
            dialogues: vec![DialogueBacklinks::default(); site.dialogues.len()],
            delegations: vec![DelegationBacklinks::default(); site.delegations.len()],
            organizations: vec![OrganizationBacklinks::default(); site.organizations.len()],
            people: vec![Vec::new(); site.people.len()],
            tracks: vec![TrackBacklinks::default(); site.tracks.len()],
            neighbours: vec![[None; 2]; site.meetings.len()],
        };
        links.add_registries(site);
        for linked in linked {
            let Some(id) = linked.meeting.filter(|id| !site.meetings[*id].facts.is_withdrawn()) else {
                continue;
            };
            links.add_meeting(id, site);
            let commitments = linked.commitments.iter().filter_map(|it| it.id);
            commitments.for_each(|commitment| links.add_commitment(commitment, site));
        }
        links
    }

    fn add_registries(&mut self, site: &SiteFacts) {
        for id in site.dialogues.ids() {
            if let Some(whole) = site.whole(id) {
                self.dialogues[whole.index()].parts.push(id);
            }
        }
        for (id, organization) in site.organizations.iter() {
            self.delegations[organization.delegation.index()].organizations.push(id);
            if let Some(parent) = site.parent(id) {
                self.organizations[parent.index()].children.push(id);
            }
        }
        for (id, person) in site.people.iter() {
            for organization in person.roles.iter().filter_map(|role| role.organization) {
                push_once(&mut self.organizations[organization.index()].people, id);
            }
        }
        for (id, event) in site.events.iter() {
            for track in &event.tracks {
                push_once(&mut self.tracks[track.index()].events, id);
            }
        }
    }

    fn add_meeting(&mut self, id: Id<Meeting>, site: &SiteFacts) {
        let meeting = &site.meetings[id];
        let of_dialogue = &mut self.dialogues[meeting.facts.dialogue.index()].meetings;
        if let Some(&previous) = of_dialogue.last() {
            self.neighbours[id.index()][0] = Some(previous);
            self.neighbours[previous.index()][1] = Some(id);
        }
        of_dialogue.push(id);
        for track in &meeting.facts.discussed {
            push_once(&mut self.tracks[track.index()].discussed, id);
        }
        for there in &meeting.facts.delegations {
            self.delegations[there.delegation.index()].meetings.push(id);
            for organization in &there.organizations {
                push_once(&mut self.organizations[organization.index()].meetings, id);
            }
            for person in there.heads.iter().map(|head| &head.person).chain(&there.people) {
                push_once(&mut self.people[person.index()], id);
            }
        }
    }

    fn add_commitment(&mut self, id: Id<Commitment>, site: &SiteFacts) {
        let commitment = &site.commitments[id].facts;
        for track in &commitment.tracks {
            push_once(&mut self.tracks[track.index()].commitments, id);
        }
        for delegation in &commitment.delegations {
            push_once(&mut self.delegations[delegation.index()].commitments, id);
        }
        for organization in &commitment.organizations {
            push_once(&mut self.organizations[organization.index()].commitments, id);
        }
    }
}

/// Adds what is not there yet; as everything comes in order, only the last can be the same.
pub(super) fn push_once<T>(list: &mut Vec<Id<T>>, id: Id<T>) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}
