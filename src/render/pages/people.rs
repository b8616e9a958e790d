//! The list of the people.

use crate::{
    id::Id,
    lang::SortedBy,
    model::{Person, Text},
    plan::{ListKind, PlannedPage},
    render::{
        cards::PersonCard,
        context::LanguageContext,
        groups::part,
        head::PageContent,
        sections::Sorted,
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
        let sorted: Vec<Sorted<Person>> = self.sorted(
            self.site.people.iter().map(|(id, it)| (id, self.person_sort_text(it), it.reading.is_some())),
        );
        let sections = self.sections(part(&sorted, page), |id| self.person_with_roles(id));
        sections.map(|(heading, items)| PeopleSectionView { heading, items }).collect()
    }

    /// Where no reading counts, the family name does.
    fn person_sort_text(&self, person: &Person) -> String {
        let part =
            |part: &Option<Text>| part.as_ref().and_then(|text| text.get(self.lang)).map(str::to_owned);
        match (self.lang.locale().sorted_by, part(&person.family), part(&person.given)) {
            (SortedBy::Name, Some(family), Some(given)) => format!("{family} {given}"),
            _ => self.sort_text(&person.name, person.reading.as_deref()),
        }
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
