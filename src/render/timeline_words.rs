//! What the timeline's picture says in words: what it shows, and what each mark is.

use super::{
    context::LanguageContext,
    string_keys::{StringKeys, key, keys},
    text,
};
use crate::{
    lang::is_joined,
    model::{Event, EventKind, Meeting, Mode},
    plan::TimelineRecord,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    key("timeline-shows"),
    key("timeline-shows-year"),
    key("timeline-points"),
    key("timeline-planned"),
    key("timeline-events"),
    key("timeline-left-out"),
    key("timeline-picture-note"),
    key("timeline-picture-events-note"),
    key("timeline-numbers"),
    key("timeline-triangles"),
    key("count-meetings"),
    key("number-of-meeting"),
    key("event"),
    keys("event-kind-{}", EventKind::NAMES),
    key("planned"),
    key("list-separator"),
    key("mode-not-stated"),
    keys("mode-{}", Mode::NAMES),
];

impl LanguageContext<'_> {
    /// What a picture of these records, which come by date, shows of all.
    pub(super) fn timeline_sentence(&self, shown: &[TimelineRecord], all: usize) -> String {
        let meetings = shown.iter().filter_map(|record| match record {
            TimelineRecord::Meeting(id) => Some(&self.site.meetings[*id]),
            TimelineRecord::Event(_) => None,
        });
        let (held, planned): (Vec<_>, Vec<_>) = meetings.partition(|meeting| meeting.is_held());
        let events = shown.len() - held.len() - planned.len();
        let mut sentences = Vec::new();
        sentences.extend(self.meetings_shown(&held));
        sentences.extend(self.points_shown(&held));
        let counts = [
            ("timeline-planned", planned.len()),
            ("timeline-events", events),
            ("timeline-left-out", all - shown.len()),
        ];
        let counts = counts.into_iter().filter(|(_, n)| *n > 0);
        sentences.extend(counts.map(|(key, n)| self.strings.count(key, n)));
        self.as_one_text(sentences)
    }

    /// What the marks and lines of a picture mean, of which some have numbers, or are events.
    pub(super) fn timeline_note(&self, numbers: bool, events: bool) -> String {
        let marks = if events { "timeline-picture-events-note" } else { "timeline-picture-note" };
        let keys =
            [Some(marks), numbers.then_some("timeline-numbers"), events.then_some("timeline-triangles")];
        self.as_one_text(keys.into_iter().flatten().map(|key| self.strings.plain(key).to_owned()))
    }

    /// Sentences one after another, as the language writes them.
    pub(super) fn as_one_text(&self, sentences: impl IntoIterator<Item = String>) -> String {
        let join = |mut text: String, next: String| {
            text.push_str(if text.is_empty() || is_joined(&text, &next, self.lang) { "" } else { " " });
            text + &next
        };
        sentences.into_iter().fold(String::new(), join)
    }

    fn meetings_shown(&self, held: &[&Meeting]) -> Option<String> {
        let year = |meeting: &&Meeting| meeting.facts.date.start().year().to_string();
        let (from, to) = (year(held.first()?), year(held.last()?));
        let key = if from == to { "timeline-shows-year" } else { "timeline-shows" };
        let meetings = self.strings.count("count-meetings", held.len());
        let args = [("meetings", meetings.into()), ("from", from.into()), ("to", to.into())];
        Some(self.strings.get(key, &args))
    }

    /// How many points there are of each kind: one number for all would give them the same weight.
    fn points_shown(&self, held: &[&Meeting]) -> Option<String> {
        let points = held.iter().flat_map(|meeting| &meeting.commitments).copied();
        let kinds: Vec<_> = self.kind_counts(points).into_iter().map(|kind| kind.text).collect();
        let list = kinds.join(self.strings.plain("list-separator"));
        (!kinds.is_empty()).then(|| self.strings.get("timeline-points", &[("kinds", list.into())]))
    }

    /// What the mark of an event says: date, title, place and kind; at least that it is one.
    pub(super) fn spoken_event(&self, event: &Event) -> String {
        let mut parts = vec![self.dates().short(event.date), text::plain(&event.title, self.lang)];
        parts.extend(event.is_planned.then(|| self.strings.plain("planned").to_owned()));
        parts.extend(event.place.as_ref().map(|place| text::plain(place, self.lang)));
        let kind = event.kind.filter(|kind| *kind != EventKind::Other);
        let kind = kind.map(|kind| format!("event-kind-{}", kind.name()));
        parts.push(self.strings.plain(kind.as_deref().unwrap_or("event")).to_owned());
        parts.join(self.strings.plain("list-separator"))
    }

    /// What the mark of a meeting says: date, title, dialogue, place, form and how many points it has.
    pub(super) fn spoken(&self, meeting: &Meeting) -> String {
        let mut parts =
            vec![self.dates().short(meeting.facts.date), text::plain(&meeting.facts.title, self.lang)];
        let number = || self.strings.get("number-of-meeting", &[("n", meeting.facts.number?.into())]).into();
        parts.extend(self.number_in_dialogue(meeting).or_else(number));
        parts.extend(meeting.is_planned.then(|| self.strings.plain("planned").to_owned()));
        parts.extend(meeting.facts.place.as_ref().map(|place| text::plain(place, self.lang)));
        parts.extend(
            meeting.facts.mode.map(|mode| self.strings.plain(&format!("mode-{}", mode.name())).to_owned()),
        );
        parts.extend(self.kind_counts(meeting.commitments.iter().copied()).into_iter().map(|kind| kind.text));
        parts.join(self.strings.plain("list-separator"))
    }
}
