//! The list of the organizations, and who took part in which meeting.

use crate::{
    id::Id,
    model::{Meeting, Organization},
    plan::{ListKind, PlannedPage, published},
    render::{
        cards::{DelegationCard, MeetingCard, OrganizationCard, pick},
        context::LanguageContext,
        groups::part,
        head::PageContent,
        sections::Sorted,
        view::{PageTemplate, view},
    },
};

view! {
    /// The organizations.
    struct OrganizationsPage {
        /// The organizations, in Japanese under the rows of the syllabary.
        sections: Vec<OrganizationSectionView>,
        /// Which of them took part in which meetings.
        participation: Option<ParticipationTableView>,
    }
}

impl PageTemplate for OrganizationsPage {
    const TEMPLATE: &'static str = "organizations.html";
}

view! {
    /// A row of the syllabary with its organizations; in English the whole list.
    struct OrganizationSectionView {
        /// The row.
        heading: Option<String>,
        /// The organizations.
        items: Vec<OrganizationCard>,
    }
}

view! {
    /// Which organizations took part in which meetings.
    struct ParticipationTableView {
        /// How many columns the table has.
        span: usize,
        /// The organizations by delegation.
        groups: Vec<ParticipationGroupView>,
        /// The meetings, the earliest first.
        meetings: Vec<MeetingCard>,
        /// Whether earlier meetings were left out.
        left_out: bool,
    }
}

view! {
    /// The organizations of a delegation in the table.
    struct ParticipationGroupView {
        /// The delegation.
        delegation: DelegationCard,
        /// The organizations.
        rows: Vec<ParticipationRowView>,
    }
}

view! {
    /// An organization in the table.
    struct ParticipationRowView {
        /// The organization.
        organization: OrganizationCard,
        /// Whether it took part, for every meeting.
        cells: Vec<bool>,
        /// At how many meetings it was in all.
        total: usize,
    }
}

/// How many meetings the table has at the most, the newest.
const MEETINGS: usize = 300;

impl LanguageContext<'_> {
    pub(super) fn organizations(&self, page: &PlannedPage) -> PageContent<'_> {
        let participation = self.participation_table(page);
        self.head_of_list(ListKind::Organizations)
            .with(OrganizationsPage { sections: self.organization_sections(page), participation })
    }

    pub(super) fn organization_sections(&self, page: &PlannedPage) -> Vec<OrganizationSectionView> {
        let sorted: Vec<Sorted<Organization>> = self.sorted(
            self.site
                .organizations
                .iter()
                .map(|(id, it)| (id, self.sort_text(&it.name, it.reading.as_deref()), it.reading.is_some())),
        );
        let sections = self.sections(part(&sorted, page), |id| self.cards.organizations[id.index()].clone());
        sections.map(|(heading, items)| OrganizationSectionView { heading, items }).collect()
    }

    /// The organizations of a page of their list, under their delegations, by meetings from the earliest; none where no
    /// organization took part.
    fn participation_table(&self, page: &PlannedPage) -> Option<ParticipationTableView> {
        let site = self.site;
        // Nobody took part yet in what is still to come.
        let all: Vec<Id<Meeting>> = published(site).filter(|id| site.meetings[*id].is_held()).collect();
        let meetings = &all[all.len().saturating_sub(MEETINGS)..];
        let there: Vec<Id<Organization>> = site
            .delegations
            .iter()
            .flat_map(|(_, delegation)| delegation.organizations.iter().copied())
            .collect();
        let there: Vec<_> = part(&there, page)
            .iter()
            .copied()
            .filter(|id| site.organizations[*id].meetings.iter().any(|id| site.meetings[*id].is_held()))
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
            total: organization.meetings.iter().filter(|id| self.site.meetings[**id].is_held()).count(),
        }
    }
}
