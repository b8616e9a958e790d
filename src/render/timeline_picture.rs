//! The meetings and events in time as a picture: a lane for every place of meetings and one for all events, a mark for each
//! of them, its shape the way a meeting was held.

use std::collections::HashMap;

use super::{
    context::LanguageContext,
    picture::{event_mark, label_width, mark, mark_name, pixels},
    string_keys::{StringKeys, key, keys},
    text,
    view::view,
};
use crate::{
    id::Id,
    lang::Date,
    model::{Event, EventKind, Meeting, Mode},
    plan::{ListKind, TimelineRecord, meeting_address, record_address},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    key("timeline-other-places"),
    key("events"),
    key("event"),
    keys("event-kind-{}", EventKind::NAMES),
    key("planned"),
    key("list-separator"),
    key("mode-not-stated"),
    keys("mode-{}", Mode::NAMES),
];

view! {
    /// The meetings and events in time, in pixels: a lane for every place of meetings, one for all events, a mark for each.
    struct TimelineView {
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// The years.
        ticks: Vec<TickView>,
        /// The places and, last, the events.
        lanes: Vec<LaneView>,
        /// The marks that the picture has, with their meaning.
        legend: Vec<LegendView>,
        /// Whether it has events, in the last lane.
        events: bool,
        /// Whether earlier meetings or events were left out.
        left_out: bool,
    }
}

view! {
    /// A year in the picture.
    struct TickView {
        /// The year.
        label: String,
        /// Where it begins.
        x: i32,
    }
}

view! {
    /// A place in the picture, or its events.
    struct LaneView {
        /// What it is called; empty where a meeting's place is not known.
        label: String,
        /// The code of the label's language, where it is not the page's.
        lang: Option<&'static str>,
        /// The height of its line.
        y: i32,
        /// The height of its label.
        label_y: i32,
        /// The meetings, or events.
        marks: Vec<MarkView>,
    }
}

view! {
    /// A meeting or an event in the picture.
    struct MarkView {
        /// Its shape, as the `d` of a path.
        d: String,
        /// How it was held: `in-person`, `virtual`, `hybrid` or `not-stated`; of an event, `event`.
        mode: &'static str,
        /// The address of its page.
        url: String,
        /// What it says to those who do not see it.
        label: String,
    }
}

view! {
    /// A mark with its meaning.
    struct LegendView {
        /// Its shape, as the `d` of a path.
        d: String,
        /// How meetings with this mark were held: `in-person`, `virtual`, `hybrid` or `not-stated`; `event` for events.
        mode: &'static str,
        /// The same in words.
        label: String,
    }
}

/// How many of the newest meetings the whole timeline, or that of a dialogue, shows in its picture.
pub(super) const PICTURED: usize = 1000;

/// How many lanes there are at the most; rarer places share the last.
const LANES: usize = 8;
/// The picture in pixels: the ground before the first year, a year at least and at most, a lane, the line of the years.
const LEFT: i32 = 12;
const YEAR: i32 = 68;
const LONG_YEAR: i32 = 960;
const LANE: i32 = 48;
const HEAD: i32 = 28;
/// The word for the mark of an event in style sheets.
const EVENT: &str = "event";
/// What a mark takes of its lane.
const MARK: i32 = 18;

/// Where meetings were held, or all events, as a lane shows it.
struct Lane {
    label: String,
    /// The language of the label, where it is not the page's.
    lang: Option<&'static str>,
    records: Vec<TimelineRecord>,
}

/// From days to the picture.
struct Scale {
    first: i16,
    year: i32,
}

impl Scale {
    fn x(&self, date: Date) -> i32 {
        let years = i32::from(date.year() - self.first);
        // Months as twelfths and days as parts of 31 keep the order, and no eye sees the difference.
        let day = (i32::from(date.month()) - 1) * 31 + i32::from(date.day()) - 1;
        LEFT + years.saturating_mul(self.year) + day * self.year / 372
    }
}

impl LanguageContext<'_> {
    /// The picture of the newest of these records, which come by date; none of a single one.
    pub(super) fn timeline_picture(&self, records: &[TimelineRecord], limit: usize) -> Option<TimelineView> {
        let shown = &records[records.len().saturating_sub(limit)..];
        let year = |record: &TimelineRecord| record.date(self.site).start().year();
        let (first, last) = (year(shown.first()?), year(shown.last()?));
        if shown.len() < 2 {
            return None;
        }
        let (meetings, events) = split(shown);
        let lanes = self.lanes(&meetings).into_iter().chain(self.lane_of_events(&events));
        let lanes: Vec<_> = lanes.collect();
        // Meetings and events never share a lane.
        let crowd = [&meetings[..], &events[..]]
            .map(|part| part.chunk_by(|a, b| year(a) == year(b)).map(<[_]>::len).max().unwrap_or_default());
        let crowd = crowd.into_iter().max().unwrap_or_default();
        let scale = Scale { first, year: pixels(crowd, MARK).clamp(YEAR, LONG_YEAR) };
        let height = HEAD + pixels(lanes.len(), LANE);
        let years = i32::from(last - first) + 1;
        let mut width = LEFT + years.saturating_mul(scale.year) + MARK;
        let mut rows = Vec::new();
        for (row, lane) in lanes.iter().enumerate() {
            let (drawn, end) = self.lane(lane, HEAD + pixels(row, LANE), &scale);
            width = width.max(end);
            rows.push(drawn);
        }
        let ticks = (0..years).map(|n| {
            let label = (i32::from(first) + n).to_string();
            TickView { label, x: LEFT + n * scale.year }
        });
        Some(TimelineView {
            width,
            height,
            ticks: ticks.collect(),
            lanes: rows,
            legend: self.legend(shown),
            events: !events.is_empty(),
            left_out: shown.len() < records.len(),
        })
    }

    /// The lane of all events; none where there are none.
    fn lane_of_events(&self, events: &[TimelineRecord]) -> Option<Lane> {
        let label = self.strings.plain("events").to_owned();
        (!events.is_empty()).then(|| Lane { label, lang: None, records: events.to_vec() })
    }

    /// Lanes by how many meetings they hold, the most first.
    fn lanes(&self, meetings: &[TimelineRecord]) -> Vec<Lane> {
        let mut lanes: Vec<Lane> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for &record in meetings {
            let TimelineRecord::Meeting(id) = record else { continue };
            let label = self.place(&self.site.meetings[id]);
            let at = *known.entry(label.clone()).or_insert(lanes.len());
            match lanes.get_mut(at) {
                Some(lane) => lane.records.push(record),
                None => lanes.push(Lane { label, lang: self.foreign_place(id), records: vec![record] }),
            }
        }
        // What has no place comes last.
        lanes.sort_by_key(|lane| (lane.label.is_empty(), std::cmp::Reverse(lane.records.len())));
        if lanes.len() > LANES {
            let mut rest: Vec<_> = lanes.drain(LANES - 1..).flat_map(|lane| lane.records).collect();
            rest.sort_by_key(|record| record.date(self.site));
            lanes.push(Lane {
                label: self.strings.plain("timeline-other-places").to_owned(),
                lang: None,
                records: rest,
            });
        }
        lanes
    }

    /// The place or, where a meeting had none because it was held online, that.
    fn place(&self, meeting: &Meeting) -> String {
        match (&meeting.facts.place, meeting.facts.mode) {
            (Some(place), _) => text::plain(place, self.lang),
            (None, Some(Mode::Virtual)) => self.strings.plain("mode-virtual").to_owned(),
            (None, _) => String::new(),
        }
    }

    fn foreign_place(&self, id: Id<Meeting>) -> Option<&'static str> {
        self.site.meetings[id].facts.place.as_ref().and_then(|place| text::foreign(place, self.lang))
    }

    /// A lane with its marks, and where it ends. Marks of one lane never lie on each other.
    fn lane(&self, lane: &Lane, top: i32, scale: &Scale) -> (LaneView, i32) {
        let y = top + LANE - 14;
        let mut end = LEFT - MARK;
        let marks = lane.records.iter().map(|record| {
            let x = scale.x(record.date(self.site).first_day()).max(end + MARK);
            end = x;
            self.mark(*record, x, y)
        });
        let marks = marks.collect();
        let right = (end + MARK).max(LEFT + label_width(&lane.label));
        (LaneView { label: lane.label.clone(), lang: lane.lang, y, label_y: y - 14, marks }, right)
    }

    fn mark(&self, record: TimelineRecord, x: i32, y: i32) -> MarkView {
        match record {
            TimelineRecord::Meeting(id) => {
                let meeting = &self.site.meetings[id];
                let mode = meeting.facts.mode;
                MarkView {
                    d: mark(mode, x, y),
                    mode: mark_name(mode),
                    url: meeting_address(meeting, self.lang),
                    label: self.spoken(meeting),
                }
            }
            TimelineRecord::Event(id) => {
                let event = &self.site.events[id];
                MarkView {
                    d: event_mark(x, y),
                    mode: EVENT,
                    url: record_address(ListKind::Events, &event.id, self.lang),
                    label: self.spoken_event(event),
                }
            }
        }
    }

    /// What the mark of an event says: date, title, place and kind; at least that it is one.
    fn spoken_event(&self, event: &Event) -> String {
        let mut parts = vec![self.dates().short(event.date), text::plain(&event.title, self.lang)];
        parts.extend(event.is_planned.then(|| self.strings.plain("planned").to_owned()));
        parts.extend(event.place.as_ref().map(|place| text::plain(place, self.lang)));
        let kind = event.kind.filter(|kind| *kind != EventKind::Other);
        let kind = kind.map(|kind| format!("event-kind-{}", kind.name()));
        parts.push(self.strings.plain(kind.as_deref().unwrap_or("event")).to_owned());
        parts.join(self.strings.plain("list-separator"))
    }

    /// What the mark of a meeting says: date, title, dialogue, place and form.
    fn spoken(&self, meeting: &Meeting) -> String {
        let mut parts =
            vec![self.dates().short(meeting.facts.date), text::plain(&meeting.facts.title, self.lang)];
        parts.extend(self.number_in_dialogue(meeting));
        parts.extend(meeting.is_planned.then(|| self.strings.plain("planned").to_owned()));
        parts.extend(meeting.facts.place.as_ref().map(|place| text::plain(place, self.lang)));
        parts.extend(
            meeting.facts.mode.map(|mode| self.strings.plain(&format!("mode-{}", mode.name())).to_owned()),
        );
        parts.join(self.strings.plain("list-separator"))
    }

    /// The marks that the picture has, each with its meaning.
    fn legend(&self, shown: &[TimelineRecord]) -> Vec<LegendView> {
        let mode_of = |record: &TimelineRecord| match record {
            TimelineRecord::Meeting(id) => Some(self.site.meetings[*id].facts.mode),
            TimelineRecord::Event(_) => None,
        };
        let has = |mode: Option<Mode>| shown.iter().any(|record| mode_of(record) == Some(mode));
        let modes = [Some(Mode::InPerson), Some(Mode::Virtual), Some(Mode::Hybrid), None];
        let modes = modes.into_iter().filter(|mode| has(*mode)).map(|mode| {
            let name = mark_name(mode);
            let label = self.strings.plain(&format!("mode-{name}")).to_owned();
            LegendView { d: mark(mode, 9, 9), mode: name, label }
        });
        let has_events = shown.iter().any(|record| mode_of(record).is_none());
        let events = has_events.then(|| {
            let label = self.strings.plain("event").to_owned();
            LegendView { d: event_mark(9, 9), mode: EVENT, label }
        });
        modes.chain(events).collect()
    }
}

/// The meetings among some records, and the events.
fn split(records: &[TimelineRecord]) -> (Vec<TimelineRecord>, Vec<TimelineRecord>) {
    records.iter().partition(|record| matches!(record, TimelineRecord::Meeting(_)))
}
