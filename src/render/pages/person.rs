//! A person.

use crate::{
    id::Id,
    lang::{Date, date_text},
    model::{Meeting, Person, Role},
    plan::PlannedPage,
    render::{
        cards::{DelegationCard, MeetingCard, PersonCard},
        context::LanguageContext,
        groups::part,
        mentions::{Mentions, NameView},
        text,
        view::{Html, Page, PageData, page_data, view},
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

impl Page for PersonPage<'_> {
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
    pub(in crate::render) fn person(&self, id: Id<Person>, page: &PlannedPage) -> PageData {
        let person = &self.site.people[id];
        let newest: Vec<_> = person.meetings.iter().rev().copied().collect();
        let meetings = part(&newest, page).iter().filter_map(|meeting| self.attendance(id, *meeting));
        page_data(PersonPage {
            person: self.cards.people[id.index()].clone(),
            roles: self.roles(person),
            meetings: meetings.collect(),
        })
    }

    fn attendance(&self, person: Id<Person>, meeting: Id<Meeting>) -> Option<AttendanceView> {
        let there = self.site.meetings[meeting].delegations.iter().find(|there| {
            there.heads.iter().any(|head| head.person == person) || there.people.contains(&person)
        })?;
        let head = there.heads.iter().find(|head| head.person == person);
        let role = head.and_then(|head| head.role.as_ref());
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
                from: role.from.map(|day| date_text::long(self.lang, day)),
                until: role.until.map(|day| date_text::long(self.lang, day)),
            }
        });
        roles.collect()
    }

    /// The day whose names go with a role: the end of the term or, where that is not known, when the person was last seen
    /// in it.
    pub(in crate::render) fn day_of_role(&self, person: &Person, role: &Role) -> Option<Date> {
        let last_seen = person.meetings.iter().map(|id| self.site.meetings[*id].date.end()).max();
        role.until.or(last_seen.max(role.from))
    }
}
