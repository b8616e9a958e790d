//! The list of the people.

use crate::{
    id::Id,
    model::Person,
    plan::{ListKind, PlannedPage},
    render::{
        cards::PersonCard,
        context::LanguageContext,
        groups::part,
        head::PageContent,
        text,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// The people.
    struct PeoplePage {
        /// The people, in Japanese under the rows of the syllabary.
        sections: Vec<PeopleSectionView>,
    }
}

impl PageTemplate for PeoplePage {
    const TEMPLATE: &'static str = "people.html";
}

view! {
    /// A row of the syllabary with its people; in English the whole list.
    struct PeopleSectionView {
        /// The row.
        heading: Option<String>,
        /// The people.
        items: Vec<ListedPersonView>,
    }
}

view! {
    /// A person in a list.
    struct ListedPersonView {
        /// The person.
        person: PersonCard,
        /// What the person's roles are called, in one line.
        roles: Option<Html>,
    }
}

impl LanguageContext<'_> {
    pub(super) fn people(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::People).with(PeoplePage { sections: self.people_sections(page) })
    }

    pub(super) fn people_sections(&self, page: &PlannedPage) -> Vec<PeopleSectionView> {
        let sections =
            self.sections(part(&self.lists.people[self.lang], page), |id| self.person_with_roles(id));
        sections.map(|(heading, items)| PeopleSectionView { heading, items }).collect()
    }

    fn person_with_roles(&self, id: Id<Person>) -> ListedPersonView {
        let roles: Vec<_> = self.site.people[id]
            .roles
            .iter()
            .map(|role| text::markup(&role.title, self.lang, self.strings))
            .collect();
        let roles = (!roles.is_empty()).then(|| Html::new(roles.join(self.lang.locale().separator)));
        ListedPersonView { person: self.cards.people[id.index()].clone(), roles }
    }
}
