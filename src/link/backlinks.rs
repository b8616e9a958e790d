//! The other way of every link: from what is named to what names it.

use crate::{
    id::Id,
    model::{Commitment, Meeting},
    site::Site,
};

/// Links everything back: meetings to one another, and each record to the meetings and commitments that name it.
pub(super) fn link(site: &mut Site) {
    let meetings: Vec<_> = site.meetings.ids().filter(|id| !site.meetings[*id].is_withdrawn()).collect();
    for &id in &meetings {
        let dialogue = site.meetings[id].dialogue;
        if let Some(&previous) = site.dialogues[dialogue].meetings.last() {
            site.meetings.get_mut(id).previous = Some(previous);
            site.meetings.get_mut(previous).next = Some(id);
        }
        site.dialogues.get_mut(dialogue).meetings.push(id);
        link_participants(site, id);
        for commitment in site.meetings[id].commitments.clone() {
            link_commitment(site, commitment);
        }
    }
    for (id, organization) in site.organizations.iter() {
        site.delegations.get_mut(organization.delegation).organizations.push(id);
    }
}

fn link_participants(site: &mut Site, id: Id<Meeting>) {
    for there in site.meetings[id].delegations.clone() {
        site.delegations.get_mut(there.delegation).meetings.push(id);
        for organization in there.organizations {
            push_once(&mut site.organizations.get_mut(organization).meetings, id);
        }
        for person in there.heads.iter().map(|head| head.person).chain(there.people) {
            push_once(&mut site.people.get_mut(person).meetings, id);
        }
    }
}

fn link_commitment(site: &mut Site, id: Id<Commitment>) {
    let commitment = &site.commitments[id];
    let (track, delegations, organizations) =
        (commitment.track, commitment.delegations.clone(), commitment.organizations.clone());
    site.tracks.get_mut(track).commitments.push(id);
    for delegation in delegations {
        push_once(&mut site.delegations.get_mut(delegation).commitments, id);
    }
    for organization in organizations {
        push_once(&mut site.organizations.get_mut(organization).commitments, id);
    }
}

/// Adds what is not there yet; as everything comes in order, only the last can be the same.
pub(super) fn push_once<T>(list: &mut Vec<Id<T>>, id: Id<T>) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}
