//! Events: what matters to a dialogue and is no meeting of it.

use super::{
    declaration::record,
    values::{Both, EnumWord, ForeignKey, PartialDay, Plain, optional, text},
};
use crate::{
    lang::Precision,
    model::{Event, EventKind, Track},
    plan::{ListKind, record_address},
    site::Site,
};

record! {
    /// What matters to a dialogue and is no meeting of it.
    struct EventRecord<'a> {
        /// Its id.
        id: &'a str,
        /// What it is.
        kind?: EnumWord<EventKind>,
        /// The first day, by the calendar of the place; the month where the day is not known.
        from: PartialDay,
        /// The last day; of an event of one day, the same.
        to: PartialDay,
        /// How exactly the days are known.
        precision: EnumWord<Precision>,
        /// Its title.
        title: Plain,
        /// What it was about, in a sentence or two.
        summary?: Plain,
        /// Where it was held.
        place?: Plain,
        /// The ids of the tracks that it has to do with.
        tracks*: ForeignKey<'a, Track>,
        /// The address of its page, from the site’s root.
        addresses: Both<String> as "page",
    }
}

pub(in crate::export) fn events(site: &Site) -> impl Iterator<Item = EventRecord<'_>> {
    site.events.iter().map(|(_, it)| event(site, it))
}

fn event<'a>(site: &'a Site, it: &'a Event) -> EventRecord<'a> {
    EventRecord {
        id: &it.id,
        kind: it.kind.as_ref().map(EnumWord::of),
        from: it.date.start().into(),
        to: it.date.end().into(),
        precision: EnumWord::of(&it.date.precision()),
        title: text(&it.title),
        summary: optional(it.summary.as_ref()),
        place: optional(it.place.as_ref()),
        tracks: it.tracks.iter().map(|id| ForeignKey::to(&site.tracks[*id].id)).collect(),
        addresses: Both::of(|lang| Some(record_address(ListKind::Events, &it.id, lang))),
    }
}
