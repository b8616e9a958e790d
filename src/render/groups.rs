//! The parts of long lists, and records under the meeting or the year they belong to.

use std::ops::Range;

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
    plan::{PAGE_LENGTH, PlannedPage},
};

/// The places in a list that stand on a page.
pub(super) fn places(page: &PlannedPage) -> Range<usize> {
    let start = (page.number - 1) * PAGE_LENGTH;
    start..start + PAGE_LENGTH
}

/// The part of a list that stands on a page.
pub(super) fn part<'l, T>(list: &'l [T], page: &PlannedPage) -> &'l [T] {
    let Range { start, end } = places(page);
    &list[start.min(list.len())..end.min(list.len())]
}

/// The same of a list by date, with the newest first.
pub(super) fn newest_part<'l, T>(by_date: &'l [T], page: &PlannedPage) -> impl Iterator<Item = &'l T> {
    by_date.iter().rev().skip(places(page).start).take(PAGE_LENGTH)
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
    /// A part of a list of commitments by meeting.
    pub(super) fn groups(&self, list: &[Id<Commitment>], page: &PlannedPage) -> Vec<MeetingGroupView> {
        self.groups_of(&self.cards.meetings, list, page)
    }

    /// The same, with these cards of the meetings.
    pub(super) fn groups_of(
        &self,
        meetings: &LazyTable<MeetingCard>,
        list: &[Id<Commitment>],
        page: &PlannedPage,
    ) -> Vec<MeetingGroupView> {
        let meeting = |id: &Id<Commitment>| self.site.commitments[*id].meeting;
        let year = |id: Id<Meeting>| self.site.meetings[id].facts.date.start().year();
        let before = places(page).start.checked_sub(1).and_then(|at| list.get(at));
        let mut year_before = before.map(|id| year(meeting(id)));
        let groups = part(list, page).chunk_by(|a, b| meeting(a) == meeting(b));
        let groups = groups.filter_map(|group| {
            let meeting = meeting(group.first()?);
            let year = Some(year(meeting)).filter(|year| year_before.replace(*year) != Some(*year));
            Some(MeetingGroupView {
                year: year.map(year_anchor),
                meeting: meetings[meeting.index()].clone(),
                commitments: pick(&self.cards.commitments, group),
            })
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
}
