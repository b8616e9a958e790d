//! Organizations by name: in full with the abbreviation where a page first names one, and short from there on.

use std::{cell::RefCell, collections::HashSet};

use super::{
    cards,
    context::LanguageContext,
    text,
    view::{Html, view},
};
use crate::{
    id::Id,
    lang::{Date, Lang, LaterMentions},
    model::{Organization, Text},
    plan::{self, ListKind},
    site::Site,
};

view! {
    /// An organization as the page names it: in full the first time, short after that.
    struct NameView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its name on the day that counts.
        name: Html,
    }
}

/// The organizations that a page has named so far, in each language. Headings name none.
#[derive(Default)]
pub(super) struct Mentions(RefCell<HashSet<(Lang, Id<Organization>)>>);

impl Mentions {
    /// Whether this is the first mention, which it then has been.
    fn is_first(&self, lang: Lang, id: Id<Organization>) -> bool {
        self.0.borrow_mut().insert((lang, id))
    }
}

/// What an organization is called.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    id: Id<Organization>,
    pub(super) full: &'a Text,
    abbreviation: Option<&'a str>,
    /// Whether no other organization has the abbreviation.
    is_own: bool,
}

/// The abbreviations that only one organization has: those alone can stand for its name.
pub(super) fn own_abbreviations(site: &Site) -> HashSet<String> {
    let (mut once, mut again) = (HashSet::new(), HashSet::new());
    for abbreviation in site.organizations.iter().filter_map(|(_, it)| it.abbreviation.clone()) {
        if !once.insert(abbreviation.clone()) {
            again.insert(abbreviation);
        }
    }
    once.retain(|abbreviation| !again.contains(abbreviation));
    once
}

impl LanguageContext<'_> {
    /// What an organization was called on a day; without one, what it is called.
    pub(super) fn name_of(&self, id: Id<Organization>, day: Option<Date>) -> Name<'_> {
        let organization = &self.site.organizations[id];
        let abbreviation = organization.abbreviation.as_deref();
        let is_own = abbreviation.is_some_and(|it| self.own_abbreviations.contains(it));
        Name { id, full: organization.name_at(day), abbreviation, is_own }
    }

    /// The name of an organization as HTML, in a language.
    pub(super) fn mention(&self, name: Name<'_>, lang: Lang, mentions: &Mentions) -> String {
        let Some(abbreviation) = name.abbreviation else {
            return text::markup(name.full, lang, self.both[lang]);
        };
        if mentions.is_first(lang, name.id) {
            return cards::full_name(name.full, Some(abbreviation), lang, self.both[lang]);
        }
        match lang.locale().later_mentions {
            LaterMentions::Abbreviation if name.is_own => text::escape(abbreviation),
            LaterMentions::Abbreviation | LaterMentions::Name => {
                text::markup(name.full, lang, self.both[lang])
            }
        }
    }

    /// Notes that the page named an organization in these words of its author, if they are its name in full.
    pub(super) fn heed(&self, name: Name<'_>, words: &str, lang: Lang, mentions: &Mentions) {
        let Some(abbreviation) = name.abbreviation else { return };
        if words == cards::full_name(name.full, Some(abbreviation), lang, self.both[lang]) {
            mentions.is_first(lang, name.id);
        }
    }

    /// An organization with its name on a day, for a list.
    pub(super) fn mentioned(
        &self,
        id: Id<Organization>,
        day: Option<Date>,
        mentions: &Mentions,
    ) -> NameView<'_> {
        let organization = &self.site.organizations[id];
        NameView {
            id: organization.id.as_str(),
            url: plan::record_address(ListKind::Organizations, &organization.id, self.lang),
            name: Html::new(self.mention(self.name_of(id, day), self.lang, mentions)),
        }
    }
}
