//! The lanes of the timeline's picture, and where in them the marks are: apart from each other, however many there are.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, btree_map::Entry},
};

use super::{
    context::LanguageContext,
    picture::{Scale, pixels, reach},
    string_keys::{StringKeys, key},
    text,
};
use crate::{
    model::{Meeting, Mode},
    plan::TimelineRecord,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    key("timeline-other-places"),
    key("timeline-different-places"),
    key("timeline-no-place"),
    key("mode-virtual"),
    key("events"),
];

/// How many places have a lane of their own at the most.
const PLACES: usize = 5;
/// How many meetings a place needs for one.
const RECURRING: usize = 2;
/// The radius of a mark without points, which fingers can still touch, and of the largest.
const SMALLEST: i32 = 14;
const LARGEST: i32 = 22;
/// What a point adds to the square of the radius, and so to the area.
const POINT: i32 = 15;
/// The radius of the mark of an event.
const EVENT: i32 = 12;
/// How many marks stand above each other at the most.
const ROWS: usize = 6;
/// How many digits have room in a mark, and the radius that each of many needs.
const DIGITS: usize = 4;
const DIGIT: i32 = 5;

/// Where meetings were held, or all events, as a lane shows it.
pub(super) struct Lane {
    pub(super) label: String,
    /// The language of the label, where it is not the page's.
    pub(super) lang: Option<&'static str>,
    /// By date.
    pub(super) records: Vec<TimelineRecord>,
}

/// A meeting or an event in its lane.
pub(super) struct PlacedRecord {
    pub(super) record: TimelineRecord,
    pub(super) x: i32,
    pub(super) radius: i32,
    /// From the line of the lane upwards.
    pub(super) row: usize,
    pub(super) number: Option<String>,
}

/// Marks beside each other.
pub(super) struct MarkRow {
    /// Where the last ends.
    end: i32,
}

impl MarkRow {
    /// The room that a year needs with so many marks in one lane.
    pub(super) fn room(marks: usize) -> i32 {
        // Few years are filled evenly: some rows stay free for where they are not.
        pixels(1 + marks / (ROWS - 2), 2 * reach(SMALLEST))
    }

    /// How high the rows of a lane are.
    pub(super) fn height(placed: &[PlacedRecord]) -> i32 {
        2 * placed.iter().map(|it| reach(it.radius)).max().unwrap_or_default()
    }
}

impl LanguageContext<'_> {
    /// The lanes of some records, which come by date: the places that recur, by how often, the other places, what was held
    /// online, meetings without a place, and all events. Meetings and events never share one.
    pub(super) fn timeline_lanes(&self, records: &[TimelineRecord]) -> Vec<Lane> {
        let mut places: BTreeMap<String, (usize, Lane)> = BTreeMap::new();
        let [mut online, mut nowhere, mut events] = [const { Vec::new() }; 3];
        for (at, &record) in records.iter().enumerate() {
            let TimelineRecord::Meeting(id) = record else {
                events.push(record);
                continue;
            };
            let facts = &self.site.meetings[id].facts;
            match &facts.place {
                _ if facts.mode == Some(Mode::Virtual) => online.push(record),
                None => nowhere.push(record),
                Some(place) => match places.entry(text::plain(place, self.lang)) {
                    Entry::Occupied(mut known) => known.get_mut().1.records.push(record),
                    Entry::Vacant(new) => {
                        let (label, lang) = (new.key().clone(), text::foreign(place, self.lang));
                        new.insert((at, Lane { label, lang, records: vec![record] }));
                    }
                },
            }
        }
        let mut lanes = self.lanes_of_places(places.into_values().collect());
        let others = [("mode-virtual", online), ("timeline-no-place", nowhere), ("events", events)];
        lanes.extend(others.into_iter().filter_map(|(key, records)| self.lane_of(key, records)));
        lanes
    }

    /// The places that recur, the most frequent first, and a lane for all others. Each comes with the place of its first
    /// meeting among all.
    fn lanes_of_places(&self, mut places: Vec<(usize, Lane)>) -> Vec<Lane> {
        places.sort_by_key(|(first, lane)| (Reverse(lane.records.len()), *first));
        let recurring = places.iter().take_while(|(_, lane)| lane.records.len() >= RECURRING).count();
        let others = places.split_off(recurring.min(PLACES));
        let mut rest: Vec<_> = others.into_iter().flat_map(|(_, lane)| lane.records).collect();
        rest.sort_by_key(|record| record.date(self.site));
        let mut lanes: Vec<_> = places.into_iter().map(|(_, lane)| lane).collect();
        let key = if lanes.is_empty() { "timeline-different-places" } else { "timeline-other-places" };
        lanes.extend(self.lane_of(key, rest));
        lanes
    }

    /// A lane that the theme names; none of no records.
    fn lane_of(&self, key: &str, records: Vec<TimelineRecord>) -> Option<Lane> {
        let label = self.strings.plain(key).to_owned();
        (!records.is_empty()).then_some(Lane { label, lang: None, records })
    }

    /// The records of a lane, each at its day: where another is in the way, above it. Only where no row has room is one
    /// moved on from its day.
    pub(super) fn placed_records(&self, lane: &Lane, scale: &Scale) -> Vec<PlacedRecord> {
        let mut rows: Vec<MarkRow> = Vec::new();
        let placed = lane.records.iter().map(|record| {
            let (radius, number) = self.size_of_mark(*record);
            let own = scale.x(record.date(self.site).first_day());
            let free = rows.iter().position(|row| row.end <= own - reach(radius));
            let row = free.unwrap_or_else(|| {
                if rows.len() < ROWS {
                    rows.push(MarkRow { end: 0 });
                    return rows.len() - 1;
                }
                let first_to_end = rows.iter().enumerate().min_by_key(|(_, row)| row.end);
                first_to_end.map_or(0, |(at, _)| at)
            });
            let x = own.max(rows[row].end + reach(radius));
            rows[row].end = x + reach(radius);
            PlacedRecord { record: *record, x, radius, row, number }
        });
        placed.collect()
    }

    /// The radius of a mark, and the number in it.
    fn size_of_mark(&self, record: TimelineRecord) -> (i32, Option<String>) {
        let TimelineRecord::Meeting(id) = record else { return (EVENT, None) };
        let meeting = &self.site.meetings[id];
        let number = meeting.facts.number.map(|number| number.to_string());
        let number = number.filter(|number| number.len() <= DIGITS);
        let digits = pixels(number.as_ref().map_or(0, String::len), DIGIT);
        (radius(meeting).max(digits).min(LARGEST), number)
    }
}

/// The radius of a meeting's mark: its area grows with the points, up to that of the largest.
fn radius(meeting: &Meeting) -> i32 {
    let square = pixels(meeting.commitments.len(), POINT).saturating_add(SMALLEST * SMALLEST);
    square.isqrt().min(LARGEST)
}
