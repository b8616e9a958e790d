//! An organization.

use crate::{
    id::Id,
    model::Organization,
    plan::{ListKind, PlannedPage},
    render::{
        cards::{MeetingCard, OrganizationCard, PersonCard, pick},
        context::LanguageContext,
        former_names::FormerView,
        groups::{MeetingGroupView, newest_part, part},
        head::{PageContent, PageHead},
        json_ld::{Node, Value},
        string_keys::{StringKeys, key},
        text,
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
        /// The meetings it took part in, itself or through bodies below it, the newest first.
        meetings: Vec<AttendanceView>,
        /// The commitments it answers for, by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl PageTemplate for OrganizationPage<'_> {
    const TEMPLATE: &'static str = "organization.html";
    const STRINGS: &'static [StringKeys] = &[key("took-part-through"), key("list-separator")];
}

view! {
    /// A meeting that an organization took part in.
    struct AttendanceView {
        /// The meeting.
        meeting: MeetingCard,
        /// Through which bodies below it, in words; nothing where it was there itself.
        through: Option<String>,
    }
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
            meetings: self.attended(id, page),
            groups: self.groups(&self.lists.of_organization[id.index()], page),
        })
    }

    /// A part of the meetings that an organization took part in, the newest first.
    fn attended(&self, id: Id<Organization>, page: &PlannedPage) -> Vec<AttendanceView> {
        let meetings: Vec<_> = newest_part(&self.lists.attended[id.index()], page).copied().collect();
        let (Some(newest), Some(oldest)) = (meetings.first(), meetings.last()) else { return Vec::new() };
        let there = self.site.attendance(id, oldest..=newest);
        let there = there.iter().rev().map(|there| {
            let day = Some(self.site.meetings[there.meeting].facts.date.first_day());
            let name =
                |id: &Id<Organization>| text::plain(self.site.organizations[*id].name_at(day), self.lang);
            let bodies: Vec<_> = there.through.iter().map(name).collect();
            let bodies = bodies.join(self.strings.plain("list-separator"));
            let through = !there.through.is_empty();
            AttendanceView {
                meeting: self.cards.meetings[there.meeting.index()].clone(),
                through: through.then(|| self.strings.get("took-part-through", &[("bodies", bodies.into())])),
            }
        });
        there.collect()
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
