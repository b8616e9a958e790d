//! An organization.

use crate::{
    id::Id,
    model::Organization,
    plan::PlannedPage,
    render::{
        cards::{MeetingCard, OrganizationCard, PersonCard, pick},
        context::LanguageContext,
        former_names::FormerView,
        groups::{MeetingGroupView, part},
        view::{Page, PageData, page_data, view},
    },
};

view! {
    /// An organization.
    struct OrganizationPage<'a> {
        /// The organization.
        organization: OrganizationCard,
        /// The names it had before.
        former: Vec<FormerView>,
        /// The organization above it.
        parent: Option<OrganizationCard>,
        /// The organizations below it.
        children: Vec<OrganizationCard>,
        /// The address of its own site.
        website: Option<&'a str>,
        /// Its people.
        people: Vec<PersonCard>,
        /// The meetings it took part in, the newest first.
        meetings: Vec<MeetingCard>,
        /// The commitments it answers for, by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl Page for OrganizationPage<'_> {
    const TEMPLATE: &'static str = "organization.html";
}

impl LanguageContext<'_> {
    pub(in crate::render) fn organization(&self, id: Id<Organization>, page: &PlannedPage) -> PageData {
        let organization = &self.site.organizations[id];
        page_data(OrganizationPage {
            organization: self.cards.organizations[id.index()].clone(),
            former: self.former(&organization.names),
            parent: organization.parent.map(|parent| self.cards.organizations[parent.index()].clone()),
            children: pick(&self.cards.organizations, &organization.children),
            website: organization.url.as_deref(),
            people: pick(&self.cards.people, part(&organization.people, page)),
            meetings: self.newest(&organization.meetings, page),
            groups: self.groups(&organization.commitments, page),
        })
    }
}
