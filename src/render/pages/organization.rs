//! An organization.

use crate::{
    id::Id,
    model::Organization,
    plan::{ListKind, PlannedPage},
    render::{
        cards::{MeetingCard, OrganizationCard, PersonCard, pick},
        context::LanguageContext,
        former_names::FormerView,
        groups::{MeetingGroupView, part},
        head::{PageContent, PageHead},
        json_ld::{Node, Value},
        view::{PageTemplate, view},
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

impl PageTemplate for OrganizationPage<'_> {
    const TEMPLATE: &'static str = "organization.html";
}

impl LanguageContext<'_> {
    pub(super) fn organization(&self, id: Id<Organization>, page: &PlannedPage) -> PageContent<'_> {
        let organization = &self.site.organizations[id];
        let head = PageHead {
            structured: Some(self.whole_organization(id)),
            ..self.head_of_record(&organization.name, ListKind::Organizations)
        };
        head.with(OrganizationPage {
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

    fn whole_organization(&self, id: Id<Organization>) -> Node {
        let organization = &self.site.organizations[id];
        let parent = organization.parent.map(|parent| self.organization_node(parent, None, []).into());
        let properties = [
            ("alternateName", organization.abbreviation.clone().map(Value::from)),
            ("sameAs", organization.url.clone().map(Value::from)),
            ("parentOrganization", parent),
        ];
        self.organization_node(id, None, properties)
    }
}
