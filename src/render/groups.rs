//! The parts of long lists, and records under the meeting or the year they belong to.

use super::{
    cards::{CommitmentCard, MeetingCard, pick},
    context::LanguageContext,
    lazy::LazyTable,
    view::view,
    years::year_anchor,
};
use crate::{
    id::Id,
    model::{Commitment, Meeting},
    plan::{PAGE_LENGTH, PlannedPage, published},
};

/// The part of a list that stands on a page.
pub(super) fn part<'l, T>(list: &'l [T], page: &PlannedPage) -> &'l [T] {
    let start = ((page.number - 1) * PAGE_LENGTH).min(list.len());
    &list[start..(start + PAGE_LENGTH).min(list.len())]
}

view! {
    /// Commitments of one meeting.
    struct MeetingGroupView {
        /// The anchor of its year, such as `y2012`, where it is the first of the year in the list.
        year: Option<String>,
        /// The meeting.
        meeting: MeetingCard,
        /// The commitments.
        commitments: Vec<CommitmentCard>,
    }
}

view! {
    /// The meetings of a year.
    struct YearView {
        /// The year.
        year: i64,
        /// The year as the language writes it.
        label: String,
        /// The meetings.
        meetings: Vec<MeetingCard>,
    }
}

impl LanguageContext<'_> {
    /// A part of a list of commitments by meeting, the newest meeting first.
    pub(super) fn groups(&self, commitments: &[Id<Commitment>], page: &PlannedPage) -> Vec<MeetingGroupView> {
        self.groups_of(&self.cards.meetings, commitments, page)
    }

    /// The same, with these cards of the meetings.
    pub(super) fn groups_of(
        &self,
        meetings: &LazyTable<MeetingCard>,
        commitments: &[Id<Commitment>],
        page: &PlannedPage,
    ) -> Vec<MeetingGroupView> {
        // Every list of them is in the order of the meetings.
        let meeting = |id: Id<Commitment>| self.site.commitments[id].meeting;
        let newest = commitments.chunk_by(|a, b| meeting(*a) == meeting(*b)).rev().flatten().copied();
        let start = (page.number - 1) * PAGE_LENGTH;
        let before = start.checked_sub(1).and_then(|last| newest.clone().nth(last));
        let mut groups: Vec<(Id<Meeting>, Vec<CommitmentCard>)> = Vec::new();
        for id in newest.skip(start).take(PAGE_LENGTH) {
            let meeting = meeting(id);
            let commitment = self.cards.commitments[id.index()].clone();
            match groups.last_mut() {
                Some((latest, group)) if *latest == meeting => group.push(commitment),
                _ => groups.push((meeting, vec![commitment])),
            }
        }
        let year = |id: Id<Meeting>| self.site.meetings[id].facts.date.start().year();
        let mut last = before.map(|id| year(meeting(id)));
        let groups = groups.into_iter().map(|(meeting, commitments)| {
            let year = Some(year(meeting)).filter(|year| last.replace(*year) != Some(*year));
            MeetingGroupView {
                year: year.map(year_anchor),
                meeting: meetings[meeting.index()].clone(),
                commitments,
            }
        });
        groups.collect()
    }

    /// Meetings under their years, in the order given.
    pub(super) fn years(&self, meetings: &[Id<Meeting>]) -> Vec<YearView> {
        let mut years: Vec<(Id<Meeting>, Vec<MeetingCard>)> = Vec::new();
        let year = |id: Id<Meeting>| self.site.meetings[id].facts.date.start().year();
        for &id in meetings {
            let card = self.cards.meetings[id.index()].clone();
            match years.last_mut() {
                Some((first, list)) if year(*first) == year(id) => list.push(card),
                _ => years.push((id, vec![card])),
            }
        }
        let years = years.into_iter().map(|(first, meetings)| {
            // The year of a change of era shows the era of its first meeting.
            let label = self.dates().year(self.site.meetings[first].facts.date.start());
            YearView { year: i64::from(year(first)), label, meetings }
        });
        years.collect()
    }

    /// A part of a list of meetings, the newest first.
    pub(super) fn newest(&self, meetings: &[Id<Meeting>], page: &PlannedPage) -> Vec<MeetingCard> {
        let newest: Vec<_> = meetings.iter().rev().copied().collect();
        pick(&self.cards.meetings, part(&newest, page))
    }

    /// All that lists show, the newest first.
    pub(super) fn newest_first(&self) -> Vec<Id<Meeting>> {
        published(self.site).rev().collect()
    }
}
