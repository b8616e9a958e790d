//! The lists of the site. Each is put in order once, when the first page shows a part of it: a list that was made anew for
//! each of its parts would take time that grows with the square of its length.

mod by_name;
mod corrections;
mod coverage;
mod dated;

pub(super) use by_name::Sorted;
pub(super) use corrections::ListedCorrection;
pub(super) use coverage::{Coverage, CoverageLine, CoveredRecord, STATES};
pub(super) use dated::{Dated, YearStart};

use std::{cmp::Reverse, collections::BTreeSet, sync::Arc};

use super::{
    cards::count_kinds,
    lazy::{Lazy, LazyTable},
};
use crate::{
    id::{Id, Table},
    lang::PerLang,
    model::{Commitment, Delegation, Dialogue, Event, Kind, Meeting, Organization, Person, Track},
    plan::{self, TimelineRecord, glossary_order, listed_commitments, of_kind, published},
    site::Site,
};
use by_name::{sorted_organizations, sorted_people};

/// The lists of the site. They are the same in both languages, but for those of people, organizations and terms.
pub(super) struct Lists {
    /// The meetings that lists show, the newest first.
    pub(super) meetings: Lazy<Dated<Id<Meeting>>>,
    /// The events, the newest first.
    pub(super) events: Lazy<Dated<Id<Event>>>,
    /// Meetings and events, the earliest first.
    pub(super) timeline: Lazy<Dated<TimelineRecord>>,
    /// The commitments that lists show: those of the newest meeting first, and of each meeting in its order.
    pub(super) commitments: Lazy<Dated<Id<Commitment>>>,
    /// How many of them are of each kind.
    pub(super) kinds: Lazy<Vec<usize>>,
    /// Those of each kind, in the same order.
    pub(super) of_kind: LazyTable<Dated<Id<Commitment>>>,
    /// Those of each dialogue, in the same order.
    pub(super) of_dialogue: LazyTable<Vec<Id<Commitment>>>,
    /// Those of each delegation, in the same order.
    pub(super) of_delegation: LazyTable<Vec<Id<Commitment>>>,
    /// Those of each organization, in the same order.
    pub(super) of_organization: LazyTable<Vec<Id<Commitment>>>,
    /// Those of each track: first those that can be carried out, and of each kind the newest first.
    pub(super) of_track: LazyTable<Vec<Id<Commitment>>>,
    /// The tracks of each dialogue's meetings.
    pub(super) tracks_of_dialogue: LazyTable<Vec<Id<Track>>>,
    /// The meetings that each organization took part in, the earliest first.
    pub(super) attended: LazyTable<Vec<Id<Meeting>>>,
    pub(super) corrections: Lazy<Vec<ListedCorrection>>,
    pub(super) coverage: Lazy<Coverage>,
    pub(super) people: PerLang<Lazy<Vec<Sorted<Person>>>>,
    pub(super) organizations: PerLang<Lazy<Vec<Sorted<Organization>>>>,
    /// The places of the glossary's terms.
    pub(super) terms: PerLang<Lazy<Vec<usize>>>,
}

impl Lists {
    pub(super) fn new(site: &Arc<Site>) -> Self {
        Self {
            meetings: once(site, |site| {
                Dated::new(published(site).rev().collect(), |id| site.meetings[id].facts.date.start())
            }),
            events: once(site, |site| {
                Dated::new(site.events.ids().rev().collect(), |id| site.events[id].date.start())
            }),
            timeline: once(site, |site| Dated::new(plan::timeline(site), |record| record.date(site).start())),
            commitments: once(site, |site| dated(site, listed_commitments(site))),
            kinds: once(site, |site| count_kinds(site, listed_commitments(site))),
            of_kind: {
                let site = site.clone();
                let of = move |at| dated(&site, of_kind(&site, Kind::ALL[at]));
                LazyTable::new(Kind::ALL.len(), of)
            },
            of_dialogue: of_each(site, |site| &site.dialogues, of_dialogue),
            of_delegation: of_each(site, |site| &site.delegations, of_delegation),
            of_organization: of_each(site, |site| &site.organizations, of_organization),
            of_track: of_each(site, |site| &site.tracks, of_track),
            tracks_of_dialogue: of_each(site, |site| &site.dialogues, tracks_of),
            attended: of_each(site, |site| &site.organizations, attended),
            corrections: once(site, ListedCorrection::all),
            coverage: once(site, Coverage::new),
            people: PerLang::of(|lang| once(site, move |site| sorted_people(site, lang))),
            organizations: PerLang::of(|lang| once(site, move |site| sorted_organizations(site, lang))),
            terms: PerLang::of(|lang| once(site, move |site| glossary_order(site, lang))),
        }
    }
}

fn once<T>(site: &Arc<Site>, make: impl Fn(&Site) -> T + Send + Sync + 'static) -> Lazy<T> {
    let site = site.clone();
    Lazy::new(move || make(&site))
}

fn of_each<R: 'static, T: 'static>(
    site: &Arc<Site>,
    table: fn(&Site) -> &Table<R>,
    make: fn(&Site, Id<R>) -> T,
) -> LazyTable<T> {
    let site = site.clone();
    LazyTable::new(table(&site).len(), move |at| make(&site, table(&site).nth(at).0))
}

fn of_dialogue(site: &Site, id: Id<Dialogue>) -> Vec<Id<Commitment>> {
    let meetings = site.dialogues[id].meetings.iter();
    by_meeting(site, meetings.flat_map(|id| site.meetings[*id].commitments.iter().copied()))
}

fn of_delegation(site: &Site, id: Id<Delegation>) -> Vec<Id<Commitment>> {
    by_meeting(site, site.delegations[id].commitments.iter().copied())
}

fn of_organization(site: &Site, id: Id<Organization>) -> Vec<Id<Commitment>> {
    by_meeting(site, site.organizations[id].commitments.iter().copied())
}

/// Commitments in the order of their meetings, turned around by meeting.
fn by_meeting(site: &Site, commitments: impl Iterator<Item = Id<Commitment>>) -> Vec<Id<Commitment>> {
    let meeting = |id: &Id<Commitment>| site.commitments[*id].meeting;
    let commitments: Vec<_> = commitments.collect();
    commitments.chunk_by(|a, b| meeting(a) == meeting(b)).rev().flatten().copied().collect()
}

/// The same, with the years of the meetings.
fn dated(site: &Site, commitments: impl Iterator<Item = Id<Commitment>>) -> Dated<Id<Commitment>> {
    let meeting = |id: Id<Commitment>| &site.meetings[site.commitments[id].meeting];
    Dated::new(by_meeting(site, commitments), |id| meeting(id).facts.date.start())
}

/// The meetings that an organization took part in, itself or through bodies below it.
fn attended(site: &Site, id: Id<Organization>) -> Vec<Id<Meeting>> {
    site.attendance(id, ..).into_iter().map(|there| there.meeting).collect()
}

fn of_track(site: &Site, track: Id<Track>) -> Vec<Id<Commitment>> {
    let kind = |id: Id<Commitment>| site.commitments[id].facts.kind;
    let mut commitments = site.tracks[track].commitments.clone();
    commitments.sort_by_key(|id| (!kind(*id).has_outcome(), kind(*id), Reverse(*id)));
    commitments
}

/// The tracks in which the meetings of a dialogue set something down, or which they talked about; all, where there are none.
fn tracks_of(site: &Site, dialogue: Id<Dialogue>) -> Vec<Id<Track>> {
    let meetings = site.dialogues[dialogue].meetings.iter().map(|id| &site.meetings[*id]);
    let named = meetings.flat_map(|meeting| {
        let commitments = meeting.commitments.iter().map(|id| &site.commitments[*id].facts.tracks);
        commitments.flatten().chain(&meeting.facts.discussed).copied()
    });
    let named: BTreeSet<_> = named.collect();
    let is_of = |id: &Id<Track>| named.is_empty() || named.contains(id);
    site.tracks.ids().filter(is_of).collect()
}
