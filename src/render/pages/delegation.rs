//! A delegation.

use crate::{
    id::Id,
    model::Delegation,
    plan::{ListKind, PlannedPage},
    render::{
        cards::{DelegationCard, MeetingCard, OrganizationCard, pick},
        context::LanguageContext,
        groups::{MeetingGroupView, newest_part, part},
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// A delegation.
    struct DelegationPage {
        /// The delegation.
        delegation: DelegationCard,
        /// Its organizations.
        organizations: Vec<OrganizationCard>,
        /// The commitments it carries, by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
        /// The meetings it took part in, the newest first.
        meetings: Vec<MeetingCard>,
    }
}

impl PageTemplate for DelegationPage {
    const TEMPLATE: &'static str = "delegation.html";
}

impl LanguageContext<'_> {
    pub(super) fn delegation(&self, id: Id<Delegation>, page: &PlannedPage) -> PageContent<'_> {
        let delegation = &self.site.delegations[id];
        let meetings = newest_part(&delegation.meetings, page);
        let meetings = meetings.map(|id| self.cards.meetings[id.index()].clone());
        self.head_of_record(&delegation.name, ListKind::Delegations).with(DelegationPage {
            delegation: self.cards.delegations[id.index()].clone(),
            organizations: pick(&self.cards.organizations, part(&delegation.organizations, page)),
            groups: self.groups(&self.lists.of_delegation[id.index()], page),
            meetings: meetings.collect(),
        })
    }
}
