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

use super::lazy::{Lazy, LazyTable};
use crate::{
    id::{Id, Table},
    lang::PerLang,
    model::{Commitment, Dialogue, Event, Kind, Meeting, Organization, Person, Track},
    plan::{self, TimelineRecord, glossary_order, listed_commitments, of_kind, published},
    site::{Attendance, Site},
};
use by_name::{sorted_organizations, sorted_people};

/// The lists of the site. They are the same in both languages, but for those by name.
pub(super) struct Lists {
    /// The meetings that lists show, the newest first.
    pub(super) meetings: Lazy<Dated<Id<Meeting>>>,
    /// The events, the newest first.
    pub(super) events: Lazy<Dated<Id<Event>>>,
    /// Meetings and events, the earliest first.
    pub(super) timeline: Lazy<Dated<TimelineRecord>>,
    /// The commitments that lists show, as all lists of them but those of tracks: the newest meeting first, those of a
    /// meeting in its order.
    pub(super) commitments: Lazy<Dated<Id<Commitment>>>,
    pub(super) of_kind: LazyTable<Dated<Id<Commitment>>>,
    pub(super) of_dialogue: LazyTable<Dated<Id<Commitment>>>,
    pub(super) of_delegation: LazyTable<Dated<Id<Commitment>>>,
    pub(super) of_organization: LazyTable<Dated<Id<Commitment>>>,
    /// First those that can be carried out, and of each kind the newest first.
    pub(super) of_track: LazyTable<Vec<Id<Commitment>>>,
    /// The tracks of each dialogue's meetings.
    pub(super) tracks: LazyTable<Vec<Id<Track>>>,
    /// The meetings that each organization took part in, the earliest first.
    pub(super) attendance: LazyTable<Vec<Attendance>>,
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
            commitments: once(site, |site| by_meeting(site, listed_commitments(site))),
            of_kind: {
                let site = site.clone();
                let of = move |at| by_meeting(&site, of_kind(&site, Kind::ALL[at]));
                LazyTable::new(Kind::ALL.len(), of)
            },
            of_dialogue: of_each(
                site,
                |site| &site.dialogues,
                |site, id| {
                    let meetings = site.dialogues[id].meetings.iter();
                    by_meeting(site, meetings.flat_map(|id| site.meetings[*id].commitments.iter().copied()))
                },
            ),
            of_delegation: of_each(
                site,
                |site| &site.delegations,
                |site, id| by_meeting(site, site.delegations[id].commitments.iter().copied()),
            ),
            of_organization: of_each(
                site,
                |site| &site.organizations,
                |site, id| by_meeting(site, site.organizations[id].commitments.iter().copied()),
            ),
            of_track: of_each(site, |site| &site.tracks, by_kind),
            tracks: of_each(site, |site| &site.dialogues, tracks_of),
            attendance: of_each(site, |site| &site.organizations, Site::attendance),
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

fn of_each<R: 'static, T>(
    site: &Arc<Site>,
    table: fn(&Site) -> &Table<R>,
    make: fn(&Site, Id<R>) -> T,
) -> LazyTable<T>
where
    T: 'static,
{
    let site = site.clone();
    LazyTable::new(table(&site).len(), move |at| make(&site, table(&site).nth(at).0))
}

/// Commitments in the order of their meetings, turned around by meeting.
fn by_meeting(site: &Site, commitments: impl Iterator<Item = Id<Commitment>>) -> Dated<Id<Commitment>> {
    let meeting = |id: Id<Commitment>| site.commitments[id].meeting;
    let commitments: Vec<_> = commitments.collect();
    let newest = commitments.chunk_by(|a, b| meeting(*a) == meeting(*b)).rev().flatten().copied();
    Dated::new(newest.collect(), |id| site.meetings[meeting(id)].facts.date.start())
}

fn by_kind(site: &Site, track: Id<Track>) -> Vec<Id<Commitment>> {
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
