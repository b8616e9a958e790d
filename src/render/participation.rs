//! Which organizations took part in which meetings, as a table.

use super::{
    LanguageContext,
    cards::pick,
    records::part,
    views::{ParticipationGroupView, ParticipationRowView, ParticipationTableView},
};
use crate::{
    id::Id,
    model::{Meeting, Organization},
    plan::{PlannedPage, published},
};

/// How many meetings the table has at the most, the newest.
const MEETINGS: usize = 300;

impl LanguageContext<'_> {
    /// The organizations of a page of their list, under their delegations, by meetings from the earliest; none where no
    /// organization took part.
    pub(super) fn participation_table(&self, page: &PlannedPage) -> Option<ParticipationTableView> {
        let site = self.site;
        let all: Vec<Id<Meeting>> = published(site).collect();
        let meetings = &all[all.len().saturating_sub(MEETINGS)..];
        let there: Vec<Id<Organization>> = site
            .delegations
            .iter()
            .flat_map(|(_, delegation)| delegation.organizations.iter().copied())
            .collect();
        let there: Vec<_> = part(&there, page)
            .iter()
            .copied()
            .filter(|id| !site.organizations[*id].meetings.is_empty())
            .collect();
        if there.is_empty() {
            return None;
        }
        let groups = there.chunk_by(|a, b| self.side(*a) == self.side(*b)).filter_map(|group| {
            let delegation = self.cards.delegations[self.side(*group.first()?)].clone();
            let rows = group.iter().map(|id| self.participation_row(*id, meetings)).collect();
            Some(ParticipationGroupView { delegation, rows })
        });
        Some(ParticipationTableView {
            span: meetings.len() + 2,
            groups: groups.collect(),
            meetings: pick(&self.cards.meetings, meetings),
            left_out: meetings.len() < all.len(),
        })
    }

    fn side(&self, id: Id<Organization>) -> usize {
        self.site.organizations[id].delegation.index()
    }

    fn participation_row(&self, id: Id<Organization>, meetings: &[Id<Meeting>]) -> ParticipationRowView {
        let organization = &self.site.organizations[id];
        // Both lists are by date.
        let cells = meetings.iter().map(|meeting| organization.meetings.binary_search(meeting).is_ok());
        ParticipationRowView {
            organization: self.cards.organizations[id.index()].clone(),
            cells: cells.collect(),
            total: organization.meetings.len(),
        }
    }
}
