//! Organizations by name: in full with the abbreviation where a page first names one, and short from there on.

use std::{cell::RefCell, collections::HashSet};

use super::{Shelf, cards, text, view::Html, views::NameView};
use crate::{
    id::Id,
    lang::{Date, Lang, LaterMentions},
    link::Site,
    model::Organization,
};

/// The organizations that a page has named so far, in each language. Headings name none.
#[derive(Default)]
pub(super) struct Mentions(RefCell<HashSet<(Lang, Id<Organization>)>>);

impl Mentions {
    /// Whether this is the first mention, which it then has been.
    fn is_first(&self, lang: Lang, id: Id<Organization>) -> bool {
        self.0.borrow_mut().insert((lang, id))
    }
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

impl Shelf<'_> {
    /// The name of an organization as HTML, in a language and as it was on a day (without one, as it is).
    pub(super) fn mention(
        &self,
        id: Id<Organization>,
        day: Option<Date>,
        lang: Lang,
        mentions: &Mentions,
    ) -> String {
        let organization = &self.site.organizations[id];
        let name = organization.name_at(day);
        let Some(abbreviation) = organization.abbreviation.as_deref() else {
            return text::markup(name, lang);
        };
        if mentions.is_first(lang, id) {
            return cards::full_name(name, Some(abbreviation), lang, self.both[lang.index()]);
        }
        match lang.locale().later_mentions {
            LaterMentions::Abbreviation if self.own_abbreviations.contains(abbreviation) => {
                text::escape(abbreviation)
            }
            LaterMentions::Abbreviation | LaterMentions::Name => text::markup(name, lang),
        }
    }

    /// Notes that the page named an organization in these words of its author, if they are its name in full.
    pub(super) fn heed(
        &self,
        id: Id<Organization>,
        words: &str,
        day: Option<Date>,
        lang: Lang,
        mentions: &Mentions,
    ) {
        let organization = &self.site.organizations[id];
        let Some(abbreviation) = organization.abbreviation.as_deref() else { return };
        let name = organization.name_at(day);
        if words == cards::full_name(name, Some(abbreviation), lang, self.both[lang.index()]) {
            mentions.is_first(lang, id);
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
            url: format!("{}/organizations/{}/", self.lang.code(), organization.id),
            name: Html::new(self.mention(id, day, self.lang, mentions)),
        }
    }
}
