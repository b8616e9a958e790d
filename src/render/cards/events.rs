//! Events.

use super::carded::{Carded, Maker};
use crate::{
    id::Id,
    model::{Event, EventKind},
    plan::ListKind,
    render::{
        string_keys::{StringKeys, keys},
        text,
        view::{Card, Html, view},
    },
};

/// The strings that are asked for here.
pub(in crate::render) const STRINGS: &[StringKeys] = &[keys("event-kind-{}", EventKind::NAMES)];

/// An event as many pages show it.
pub(in crate::render) type EventCard = Card<EventView<'static>>;

view! {
    /// An event: what matters to a dialogue and is no meeting of it.
    struct EventView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// The id of its kind, such as `summit`.
        kind_id: Option<&'static str>,
        /// Its kind in words.
        kind: Option<&'a str>,
        /// The day or days in full.
        date: String,
        /// The day or days in short.
        date_short: String,
        /// The first day as `2010-11-01`, for `<time datetime>`.
        iso: String,
        /// Where it was held.
        place: Option<Html>,
        /// What it was about.
        summary: Option<Html>,
        /// Whether its day is still to come.
        planned: bool,
    }
}

impl Carded for Event {
    type Inner = ();
    type View<'a> = EventView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        EventView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Events, &self.id),
            title: maker.html(&self.title),
            title_plain: text::plain(&self.title, maker.lang),
            kind_id: self.kind.map(EventKind::name),
            kind: self.kind.map(|kind| maker.strings.plain(&format!("event-kind-{}", kind.name()))),
            date: maker.dates().long(self.date),
            date_short: maker.dates().short(self.date),
            iso: self.date.start().to_string(),
            place: maker.optional(self.place.as_ref()),
            summary: maker.optional(self.summary.as_ref()),
            planned: self.is_planned,
        }
    }
}
