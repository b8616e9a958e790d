//! Which organizations took part in which meetings, as a table.

use tera::Value;

use super::{Shelf, records::part, values};
use crate::{
    id::Id,
    model::{Meeting, Organization},
    plan::{PlannedPage, published},
};

/// How many meetings the table has at the most, the newest.
const MEETINGS: usize = 300;

impl Shelf<'_> {
    /// The organizations of a page of their list, under their delegations, by meetings from the earliest; none where no
    /// organization took part.
    pub(super) fn participation_table(&self, page: &PlannedPage) -> Option<Value> {
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
        let groups = there.chunk_by(|a, b| self.side(*a) == self.side(*b)).map(|group| {
            let rows: Vec<Value> = group.iter().map(|id| self.participation_row(*id, meetings)).collect();
            let delegation = group.first().map(|id| self.cards.delegations[self.side(*id)].clone());
            Value::from(values! { delegation: delegation, rows: rows })
        });
        let columns: Vec<Value> = meetings.iter().map(|id| self.cards.meetings[id.index()].clone()).collect();
        let table = values! {
            span: i64::try_from(columns.len() + 2).unwrap_or_default(),
            groups: groups.collect::<Vec<_>>(),
            meetings: columns,
            left_out: meetings.len() < all.len(),
        };
        Some(table.into())
    }

    fn side(&self, id: Id<Organization>) -> usize {
        self.site.organizations[id].delegation.index()
    }

    fn participation_row(&self, id: Id<Organization>, meetings: &[Id<Meeting>]) -> Value {
        let organization = &self.site.organizations[id];
        // Both lists are by date.
        let cells = meetings.iter().map(|meeting| organization.meetings.binary_search(meeting).is_ok());
        values! {
            organization: self.cards.organizations[id.index()].clone(),
            cells: cells.map(Value::from).collect::<Vec<_>>(),
            total: organization.meetings.len(),
        }
        .into()
    }
}
