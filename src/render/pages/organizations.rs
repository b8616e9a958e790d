//! The list of the organizations, and who took part in which meeting.

use crate::{
    id::Id,
    model::{Meeting, Organization},
    plan::{ListKind, PAGE_LENGTH, PlannedPage, published},
    render::{
        cards::{DelegationCard, MeetingCard, OrganizationCard, pick},
        context::LanguageContext,
        groups::{part, places},
        head::PageContent,
        view::{PageTemplate, view},
    },
    site::Attendance,
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
        /// The meetings, the newest first.
        meetings: Vec<MeetingCard>,
        /// Whether earlier meetings were left out.
        left_out: bool,
        /// Whether some took part only through bodies below them.
        through: bool,
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
        /// Whether it took part, for every meeting: `itself`, `through` bodies below it, or an empty text.
        cells: Vec<&'static str>,
        /// At how many meetings it was in all, itself or through bodies below it.
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
        let sorted = part(&self.lists.organizations[self.lang], page);
        let sections = self.sections(sorted, |id| self.cards.organizations[id.index()].clone());
        sections.map(|(heading, items)| OrganizationSectionView { heading, items }).collect()
    }

    /// The organizations of a page of their list, under their delegations, by meetings from the newest; none where no
    /// organization took part.
    fn participation_table(&self, page: &PlannedPage) -> Option<ParticipationTableView> {
        let site = self.site;
        // Nobody took part yet in what is still to come.
        let mut held = published(site).rev().filter(|id| site.meetings[*id].is_held());
        let meetings: Vec<_> = held.by_ref().take(MEETINGS).collect();
        let there = site.delegations.iter().flat_map(|(_, delegation)| &delegation.organizations);
        let there = there.skip(places(page).start).take(PAGE_LENGTH);
        let there = there.map(|id| (*id, self.held_attendance(*id)));
        let there: Vec<_> = there.filter(|(_, held)| !held.is_empty()).collect();
        if there.is_empty() {
            return None;
        }
        let through = there.iter().flat_map(|(_, held)| held).any(|held| !held.through.is_empty());
        let groups = there.chunk_by(|a, b| self.side(a.0) == self.side(b.0)).filter_map(|group| {
            let delegation = self.cards.delegations[self.side(group.first()?.0)].clone();
            let rows = group.iter().map(|(id, held)| self.participation_row(*id, held, &meetings)).collect();
            Some(ParticipationGroupView { delegation, rows })
        });
        Some(ParticipationTableView {
            span: meetings.len() + 2,
            groups: groups.collect(),
            meetings: pick(&self.cards.meetings, &meetings),
            left_out: held.next().is_some(),
            through,
        })
    }

    /// Where an organization took part in meetings that were held, by date.
    fn held_attendance(&self, id: Id<Organization>) -> Vec<Attendance> {
        let mut held = self.site.attendance(id, ..);
        held.retain(|there| self.site.meetings[there.meeting].is_held());
        held
    }

    fn side(&self, id: Id<Organization>) -> usize {
        self.site.organizations[id].delegation.index()
    }

    fn participation_row(
        &self,
        id: Id<Organization>,
        held: &[Attendance],
        meetings: &[Id<Meeting>],
    ) -> ParticipationRowView {
        let cells = meetings.iter().map(|meeting| {
            let there = held.binary_search_by_key(meeting, |there| there.meeting).ok();
            there.map_or("", |at| if held[at].through.is_empty() { "itself" } else { "through" })
        });
        ParticipationRowView {
            organization: self.cards.organizations[id.index()].clone(),
            cells: cells.collect(),
            total: held.len(),
        }
    }
}
