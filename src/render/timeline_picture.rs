//! The meetings and events in time as a picture: a lane for every place that recurs, one for what was held online and one
//! for all events; a mark for each of them, its shape the way a meeting was held, its size how many points it has.

use super::{
    context::LanguageContext,
    picture::{LEFT, Scale, TickView, crowd, event_mark, label_width, mark, mark_name, pixels, reach},
    string_keys::{StringKeys, key},
    text,
    timeline_lanes::{Lane, MarkRow, PlacedRecord},
    view::view,
};
use crate::{
    model::Mode,
    plan::{ListKind, TimelineRecord, meeting_address, record_address},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("event"), key("planned")];

view! {
    /// The meetings and events in time, in pixels: a lane for every place that recurs, one for all events, a mark for each.
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
        /// How many meetings, points and events it shows, in a sentence or two.
        sentence: String,
        /// What its marks and lines mean.
        note: String,
        /// Whether it has events, in the last lane.
        events: bool,
        /// Whether earlier meetings or events were left out.
        left_out: bool,
        /// The address of the same picture as a file; nothing where there is no such file.
        file: Option<String>,
    }
}

view! {
    /// A place in the picture, or its events.
    struct LaneView {
        /// What it is called.
        label: String,
        /// The code of the label's language, where it is not the page's.
        lang: Option<&'static str>,
        /// The height of its line.
        y: i32,
        /// The height of its label.
        label_y: i32,
        /// Where the label ends: at the end of the lane and, of a long one, also before.
        label_ends: Vec<i32>,
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
        /// Whether it is still to come.
        planned: bool,
        /// The number of the meeting, where it is known and has room in the mark.
        number: Option<String>,
        /// The middle of the number.
        x: i32,
        /// The line that the number stands on.
        y: i32,
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
        /// Whether it is the mark of what is still to come.
        planned: bool,
        /// The same in words.
        label: String,
    }
}

/// How many of the newest meetings the whole timeline, or that of a dialogue, shows in its picture.
pub(super) const PICTURED: usize = 1000;

/// The line of the years in pixels, and how far apart the labels of a lane are.
const HEAD: i32 = 28;
const LABELS_APART: i32 = 640;
/// What the label of a lane takes of its height.
const LABEL: i32 = 30;
/// How many letters of the name of a place there is room for.
const LABEL_LENGTH: usize = 60;
/// From the middle of a number down to the line that it stands on.
const DIGIT: i32 = 4;
/// The word for the mark of an event in style sheets.
const EVENT: &str = "event";
/// The radius of a mark in the legend.
const SMALL: i32 = 7;

impl LanguageContext<'_> {
    /// The picture of the newest of these records, which come by date; none of a single one.
    pub(super) fn timeline_picture(&self, records: &[TimelineRecord], limit: usize) -> Option<TimelineView> {
        let shown = &records[records.len().saturating_sub(limit)..];
        let year = |record: &TimelineRecord| record.date(self.site).start().year();
        let (first, last) = (year(shown.first()?), year(shown.last()?));
        if shown.len() < 2 {
            return None;
        }
        let lanes = self.timeline_lanes(shown);
        let fullest = lanes.iter().map(|lane| crowd(&lane.records.iter().map(year).collect::<Vec<_>>()));
        let scale = Scale::new(first, last, MarkRow::room(fullest.max().unwrap_or_default()));
        let mut top = HEAD;
        let mut right = scale.end();
        let mut drawn = Vec::new();
        for lane in lanes {
            let placed = self.placed_records(&lane, &scale);
            let row = MarkRow::height(&placed);
            let rows = placed.iter().map(|it| it.row + 1).max().unwrap_or(1);
            // The marks stand on the line of their lane, and its label below that.
            let y = top + pixels(rows, row) - row / 2;
            right = placed.iter().map(|it| it.x + reach(it.radius)).chain([right]).max().unwrap_or(right);
            let marks = placed.iter().map(|it| self.mark(it, y - pixels(it.row, row))).collect();
            top = y + row / 2 + LABEL;
            drawn.push(self.lane_view(&lane, top, y, marks));
        }
        let width = right + LEFT;
        for lane in &mut drawn {
            lane.label_ends = label_ends(&lane.label, width);
        }
        let events = shown.iter().any(|record| matches!(record, TimelineRecord::Event(_)));
        let numbers = drawn.iter().flat_map(|lane| &lane.marks).any(|mark| mark.number.is_some());
        Some(TimelineView {
            width,
            height: top + LEFT / 2,
            ticks: scale.ticks(),
            legend: self.legend(shown),
            sentence: self.timeline_sentence(shown, records.len()),
            note: self.timeline_note(numbers, events),
            events,
            lanes: drawn,
            left_out: shown.len() < records.len(),
            file: None,
        })
    }

    fn lane_view(&self, lane: &Lane, end: i32, y: i32, marks: Vec<MarkView>) -> LaneView {
        let label = text::cut(&lane.label, self.lang, LABEL_LENGTH);
        LaneView { label, lang: lane.lang, y, label_y: end - LABEL + 14, label_ends: Vec::new(), marks }
    }

    fn mark(&self, placed: &PlacedRecord, y: i32) -> MarkView {
        let (x, radius) = (placed.x, placed.radius);
        match placed.record {
            TimelineRecord::Meeting(id) => {
                let meeting = &self.site.meetings[id];
                let mode = meeting.facts.mode;
                MarkView {
                    d: mark(mode, x, y, radius),
                    mode: mark_name(mode),
                    planned: meeting.is_planned,
                    number: placed.number.clone(),
                    x,
                    y: y + DIGIT,
                    url: meeting_address(meeting, self.lang),
                    label: self.spoken(meeting),
                }
            }
            TimelineRecord::Event(id) => {
                let event = &self.site.events[id];
                MarkView {
                    d: event_mark(x, y, radius),
                    mode: EVENT,
                    planned: event.is_planned,
                    number: None,
                    x,
                    y: y + DIGIT,
                    url: record_address(ListKind::Events, &event.id, self.lang),
                    label: self.spoken_event(event),
                }
            }
        }
    }

    /// The marks that the picture has, each with its meaning.
    fn legend(&self, shown: &[TimelineRecord]) -> Vec<LegendView> {
        let mode_of = |record: &TimelineRecord| match record {
            TimelineRecord::Meeting(id) => Some(self.site.meetings[*id].facts.mode),
            TimelineRecord::Event(_) => None,
        };
        let entry = |d: String, mode: &'static str, planned: bool, key: &str| LegendView {
            d,
            mode,
            planned,
            label: self.strings.plain(key).to_owned(),
        };
        let has = |mode: Option<Mode>| shown.iter().any(|record| mode_of(record) == Some(mode));
        let modes = [Some(Mode::InPerson), Some(Mode::Virtual), Some(Mode::Hybrid), None];
        let modes = modes.into_iter().filter(|mode| has(*mode)).map(|mode| {
            let name = mark_name(mode);
            entry(mark(mode, 9, 9, SMALL), name, false, &format!("mode-{name}"))
        });
        let has_events = shown.iter().any(|record| mode_of(record).is_none());
        let events = has_events.then(|| entry(event_mark(9, 9, SMALL), EVENT, false, "event"));
        let is_planned = |record: &TimelineRecord| match record {
            TimelineRecord::Meeting(id) => self.site.meetings[*id].is_planned,
            TimelineRecord::Event(id) => self.site.events[*id].is_planned,
        };
        let planned = shown.iter().any(is_planned);
        let planned = planned.then(|| entry(mark(None, 9, 9, SMALL), mark_name(None), true, "planned"));
        modes.chain(events).chain(planned).collect()
    }
}

/// Where the label of a lane ends: at the right, where the newest is, and again wherever one would see none for long.
fn label_ends(label: &str, width: i32) -> Vec<i32> {
    let room = label_width(label) + LEFT;
    let ends =
        (0..).map(|n| width - LEFT - n * LABELS_APART).take_while(|end| *end > room + LABELS_APART / 3);
    let ends: Vec<_> = ends.collect();
    if ends.is_empty() { vec![(width - LEFT).max(room)] } else { ends }
}
