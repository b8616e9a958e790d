//! A person.

use crate::{
    id::Id,
    lang::{Date, PartialDate},
    model::{Meeting, Person, Role},
    plan::{ListKind, PlannedPage},
    render::{
        cards::{DelegationCard, MeetingCard, PersonCard},
        context::LanguageContext,
        groups::newest_part,
        head::{PageContent, PageHead},
        json_ld::Node,
        mentions::{Mentions, NameView},
        text,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// A person.
    struct PersonPage<'a> {
        /// The person.
        person: PersonCard,
        /// The roles the person had.
        roles: Vec<RoleView<'a>>,
        /// The meetings the person was at, the newest first.
        meetings: Vec<AttendanceView>,
    }
}

impl PageTemplate for PersonPage<'_> {
    const TEMPLATE: &'static str = "person.html";
}

view! {
    /// A role of a person.
    struct RoleView<'a> {
        /// What it is called.
        title: Html,
        /// The organization, under the name it had then.
        organization: Option<NameView<'a>>,
        /// The first day.
        from: Option<String>,
        /// The last day.
        until: Option<String>,
    }
}

view! {
    /// A meeting that a person was at.
    struct AttendanceView {
        /// The meeting.
        meeting: MeetingCard,
        /// The role as the head of a delegation, as published.
        role: Option<Html>,
        /// The delegation.
        delegation: DelegationCard,
    }
}

impl LanguageContext<'_> {
    pub(super) fn person(&self, id: Id<Person>, page: &PlannedPage) -> PageContent<'_> {
        let person = &self.site.people[id];
        let meetings =
            newest_part(&person.meetings, page).filter_map(|meeting| self.attendance(id, *meeting));
        let head = PageHead {
            structured: Some(self.whole_person(id)),
            ..self.head_of_record(&person.name, ListKind::People)
        };
        head.with(PersonPage {
            person: self.cards.people[id.index()].clone(),
            roles: self.roles(person),
            meetings: meetings.collect(),
        })
    }

    fn attendance(&self, person: Id<Person>, meeting: Id<Meeting>) -> Option<AttendanceView> {
        let there = self.site.meetings[meeting].facts.delegations.iter().find(|there| {
            there.heads.iter().any(|head| head.person == person) || there.people.contains(&person)
        })?;
        let head = there.heads.iter().find(|head| head.person == person);
        let role = head.and_then(|head| head.office.as_ref());
        Some(AttendanceView {
            meeting: self.cards.meetings[meeting.index()].clone(),
            role: role.map(|role| text::html(role, self.lang, self.strings)),
            delegation: self.cards.delegations[there.delegation.index()].clone(),
        })
    }

    fn roles(&self, person: &Person) -> Vec<RoleView<'_>> {
        let mentions = Mentions::default();
        let roles = person.roles.iter().map(|role| {
            let day = self.day_of_role(person, role);
            let organization = role.organization.map(|id| self.mentioned(id, day, &mentions));
            RoleView {
                title: text::html(&role.title, self.lang, self.strings),
                organization,
                from: role.from.map(|day| self.dates().long(day)),
                until: role.until.map(|day| self.dates().long(day)),
            }
        });
        roles.collect()
    }

    /// The day whose names go with a role: the end of the term or, where that is not known, when the person was last seen
    /// in it.
    fn day_of_role(&self, person: &Person, role: &Role) -> Option<Date> {
        let seen = person.meetings.iter().map(|id| &self.site.meetings[*id]).filter(|it| it.is_held());
        let last_seen = seen.map(|meeting| meeting.facts.date.end().first_day()).max();
        let [from, until] = [role.from, role.until].map(|date| date.map(PartialDate::first_day));
        until.or(last_seen.max(from))
    }

    fn whole_person(&self, id: Id<Person>) -> Node {
        let person = &self.site.people[id];
        let roles: Vec<Node> = person.roles.iter().filter_map(|role| self.role(person, role)).collect();
        let properties = [
            ("familyName", self.own(person.family.as_ref())),
            ("givenName", self.own(person.given.as_ref())),
            ("affiliation", (!roles.is_empty()).then(|| roles.into_iter().collect())),
        ];
        self.person_node(id, properties)
    }

    /// A role in a body, with its days, as schema.org puts them between a person and an organization.
    fn role(&self, person: &Person, role: &Role) -> Option<Node> {
        let organization = self.organization_node(role.organization?, self.day_of_role(person, role), []);
        let date = |date: Option<PartialDate>| date.map(|date| date.to_string().into());
        let properties = [
            ("roleName", Some(self.plain(&role.title))),
            ("startDate", date(role.from)),
            ("endDate", date(role.until)),
            ("affiliation", Some(organization.into())),
        ];
        Some(Node::new("OrganizationRole", properties))
    }
}
