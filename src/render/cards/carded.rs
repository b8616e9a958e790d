//! How the card of a record is made.

use super::kind_counts::{KindCountView, kind_counts};
use crate::{
    id::Id,
    lang::{DateFormat, Lang},
    model::{Commitment, Text},
    plan::{self, ListKind},
    render::{
        text,
        view::{Html, View},
    },
    site::Site,
    theme::Strings,
};

/// A record that has a card.
pub(super) trait Carded: Sized + 'static {
    /// The cards that are a part of this one.
    type Inner: Send + Sync + 'static;
    /// What the card shows.
    type View<'a>: View;

    fn view<'a>(&'a self, id: Id<Self>, inner: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a>;
}

/// What the views of cards are made by.
pub(super) struct Maker<'a> {
    pub(super) site: &'a Site,
    pub(super) lang: Lang,
    pub(super) strings: &'a Strings,
}

impl Maker<'_> {
    pub(super) fn url(&self, list: ListKind, id: &str) -> String {
        plan::record_address(list, id, self.lang)
    }

    pub(super) fn kind_counts(&self, commitments: &[Id<Commitment>]) -> Vec<KindCountView> {
        kind_counts(self.site, self.lang, self.strings, commitments.iter().copied())
    }

    pub(super) fn dates(&self) -> &'static DateFormat {
        self.site.config.dates(self.lang)
    }

    pub(super) fn html(&self, text: &Text) -> Html {
        text::html(text, self.lang, self.strings)
    }

    pub(super) fn optional(&self, text: Option<&Text>) -> Option<Html> {
        text.map(|text| self.html(text))
    }
}
