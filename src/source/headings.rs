//! Headings of a body: their ranks, their anchors, and their words for the list of contents.

use pulldown_cmark::{Event, Tag, TagEnd};
use std::{collections::HashMap, ops::Range};

use super::body_problem::BodyProblem;
use crate::{
    diagnostic::Code,
    id::is_anchor,
    lang::{is_escaped, ruby, say},
    model::Heading,
};

/// The headings met so far, and every anchor of the text.
#[derive(Default)]
pub(super) struct Headings {
    open: Option<OpenHeading>,
    /// The rank of the last heading; before the first, nothing.
    above: u8,
    sections: [u32; 5],
    anchors: HashMap<String, Range<usize>>,
    done: Vec<Heading>,
}

struct OpenHeading {
    level: u8,
    id: String,
    text: String,
    is_authored: bool,
}

/// A heading as the parser has it.
pub(super) struct Start<'a> {
    /// Its rank, from 1.
    pub(super) level: u8,
    /// Its authored anchor.
    pub(super) id: Option<&'a str>,
    /// Where it stands.
    pub(super) span: &'a Range<usize>,
    /// Its text as it is written.
    pub(super) written: &'a str,
}

impl Headings {
    /// A heading begins: its place among all.
    pub(super) fn begin(&mut self, start: &Start<'_>, problems: &mut Vec<BodyProblem>) -> usize {
        start.check_level(self.above, problems);
        let level = start.level.max(2);
        self.above = level;
        let slot = usize::from(level - 2);
        self.sections[slot] += 1;
        self.sections[slot + 1..].fill(0);
        let authored = start.authored_id(problems);
        let is_authored = authored.is_some();
        let id = authored.map_or_else(|| self.structural_id(slot), str::to_owned);
        let place = start.anchor_place(&id);
        if self.anchors.insert(id.clone(), place.clone()).is_some() {
            let message = say!("anchor-twice", id);
            problems.push(BodyProblem::new(Code::DuplicateId, place, message, None));
        }
        self.open = Some(OpenHeading { level, id, text: String::new(), is_authored });
        self.done.len()
    }

    /// The id by the place among the sections, which is the same in both languages.
    fn structural_id(&self, slot: usize) -> String {
        let numbers: Vec<_> = self.sections[..=slot].iter().map(u32::to_string).collect();
        format!("s{}", numbers.join("-"))
    }

    /// Takes in what an event adds to the words of an open heading.
    pub(super) fn collect(&mut self, event: &Event<'_>) {
        let Some(open) = &mut self.open else { return };
        match event {
            Event::Text(text) | Event::Code(text) => open.text.push_str(text),
            Event::InlineHtml(html) => open.text.push_str(&ruby::base_of(html).unwrap_or_default()),
            Event::SoftBreak | Event::HardBreak => open.text.push(' '),
            _ => {}
        }
    }

    /// The open heading ends: its place among all.
    pub(super) fn end(&mut self, span: &Range<usize>, problems: &mut Vec<BodyProblem>) -> Option<usize> {
        let OpenHeading { level, id, text, is_authored } = self.open.take()?;
        let text = text.trim();
        if text.is_empty() {
            let message = say!("empty-heading");
            problems.push(BodyProblem::new(Code::InvalidValue, span.clone(), message, None));
        }
        self.done.push(Heading { level, id: id.into(), text: text.into(), is_authored });
        Some(self.done.len() - 1)
    }

    /// Takes the anchors of footnotes among the others; a heading that has one of them is reported.
    pub(super) fn take_footnotes(&mut self, anchors: Vec<String>, problems: &mut Vec<BodyProblem>) {
        for id in anchors {
            if let Some(place) = self.anchors.get(&id) {
                let message = say!("footnote-has-anchor", id);
                problems.push(BodyProblem::new(Code::DuplicateId, place.clone(), message, None));
            }
            self.anchors.entry(id).or_insert(0..0);
        }
    }

    /// All headings in order, and all anchors sorted.
    pub(super) fn finish(self) -> (Vec<Heading>, Vec<(String, Range<usize>)>) {
        let mut anchors: Vec<_> = self.anchors.into_iter().collect();
        anchors.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        (self.done, anchors)
    }
}

impl<'a> Start<'a> {
    /// Reports a heading of the first rank, which is the page's title, and one that leaves a rank out.
    fn check_level(&self, above: u8, problems: &mut Vec<BodyProblem>) {
        let marks = |level: u8| "#".repeat(usize::from(level));
        let (message, help) = match (self.level, above) {
            (1, _) => (say!("heading-of-title"), say!("write-second-rank")),
            (3.., 0) => (say!("first-heading"), say!("write-second-rank")),
            (level, above) if level > above.max(1) + 1 => {
                (say!("skipped-rank", above = marks(above)), say!("write", what = marks(above + 1)))
            }
            _ => return,
        };
        // A heading that is underlined has no marks to point at.
        let length = self.written.len() - self.written.trim_start_matches('#').len();
        let end = if length == 0 { self.span.end } else { self.span.start + length };
        problems.push(BodyProblem::new(Code::InvalidValue, self.span.start..end, message, Some(help)));
    }

    /// The authored anchor, if it is an id; if not, that is reported.
    fn authored_id(&self, problems: &mut Vec<BodyProblem>) -> Option<&'a str> {
        let id = self.id?;
        if is_anchor(id) {
            return Some(id);
        }
        let help = say!("anchor-rule");
        let message = say!("not-an-id", id);
        problems.push(BodyProblem::new(Code::InvalidId, self.anchor_place(id), message, Some(help)));
        None
    }

    /// Where an anchor stands in the heading; of one that is not written, the whole heading.
    fn anchor_place(&self, id: &str) -> Range<usize> {
        match self.written.rfind(&format!("#{id}")) {
            Some(at) => self.span.start + at + 1..self.span.start + at + 1 + id.len(),
            None => self.span.clone(),
        }
    }
}

/// The events with the words in braces at the ends of headings, which the parser takes for attributes as it does `{#id}`: ruby,
/// and braces behind a backslash. What else stands in braces is reported.
pub(super) fn with_braces<'e>(
    text: &str,
    events: Vec<(Event<'e>, Range<usize>)>,
    problems: &mut Vec<BodyProblem>,
) -> Vec<(Event<'e>, Range<usize>)> {
    let is_in_braces = |(event, span): &(Event<'_>, Range<usize>)| {
        matches!(event, Event::Start(Tag::Heading { .. }))
            && text.get(span.clone()).is_some_and(|it| it.contains('{'))
    };
    if !events.iter().any(is_in_braces) {
        return events;
    }
    let mut out: Vec<(Event<'e>, Range<usize>)> = Vec::with_capacity(events.len() + 1);
    // Where the open heading begins among the events.
    let mut start = 0;
    for (event, span) in events {
        match event {
            Event::Start(Tag::Heading { .. }) => start = out.len(),
            Event::End(TagEnd::Heading(_)) => {
                if let Some(braces) = HeadingBraces::at_end(text, &span, &out[start..]) {
                    braces.take(&mut out, start, problems);
                }
            }
            _ => {}
        }
        out.push((event, span));
    }
    out
}

/// What stands in braces at the end of a heading, where the parser has cut it off.
struct HeadingBraces<'t> {
    text: &'t str,
    /// With the braces.
    place: Range<usize>,
    inner: &'t str,
}

impl<'t> HeadingBraces<'t> {
    /// What comes behind all that the parser has of a heading.
    fn at_end(text: &'t str, heading: &Range<usize>, events: &[(Event<'_>, Range<usize>)]) -> Option<Self> {
        let written = text.get(heading.clone())?;
        let open = written.rfind('{')?;
        let inner = written.get(open + 1..)?;
        let inner = inner.get(..inner.find('}')?)?;
        let place = heading.start + open..heading.start + open + inner.len() + "{}".len();
        let end = events.iter().skip(1).map(|(_, span)| span.end).max().unwrap_or(heading.start);
        (end <= place.start).then_some(Self { text, place, inner })
    }

    /// Puts the words that they are behind the events of the heading that begins at a place, or tells them.
    fn take(
        self,
        events: &mut Vec<(Event<'_>, Range<usize>)>,
        start: usize,
        problems: &mut Vec<BodyProblem>,
    ) {
        let is_escaped = is_escaped(self.text, self.place.start);
        if !is_escaped && !self.is_ruby() {
            if !self.is_anchor() {
                let message = say!("heading-attributes");
                let help = say!("escape-brace");
                problems.push(BodyProblem::new(Code::InvalidValue, self.place, message, Some(help)));
            }
            return;
        }
        if let Some((Event::Start(Tag::Heading { id, .. }), _)) = events.get_mut(start) {
            // Of what is escaped, the parser takes `#id` for an anchor all the same.
            *id = None;
        }
        if is_escaped {
            drop_backslash(events);
        }
        let words = self.words(events.get(start + 1..).and_then(<[_]>::last), is_escaped);
        events.extend(words);
    }

    /// Whether they hold an anchor and nothing else.
    fn is_anchor(&self) -> bool {
        self.inner
            .trim()
            .strip_prefix('#')
            .is_some_and(|id| !id.is_empty() && !id.contains(char::is_whitespace))
    }

    /// Whether they are ruby, also with a full-width bar.
    fn is_ruby(&self) -> bool {
        let Some((base, reading)) = self.inner.split_once(['|', '｜']) else { return false };
        !base.trim().is_empty()
            && !reading.trim().is_empty()
            && !self.inner.starts_with(['#', '.'])
            && !self.inner.contains(['*', '`', '[', '&'])
            && !reading.contains(['|', '｜'])
    }

    /// Them as words, with the blanks before them.
    fn words<'e>(
        &self,
        last: Option<&(Event<'e>, Range<usize>)>,
        is_escaped: bool,
    ) -> Option<(Event<'e>, Range<usize>)> {
        let before = last.map_or(self.place.start, |(_, before)| before.end.min(self.place.start));
        let is_blank = |text: &str| !is_escaped && text.trim().is_empty();
        let is_blank = self.text.get(before..self.place.start).is_some_and(is_blank);
        let place = if is_blank { before } else { self.place.start }..self.place.end;
        Some((Event::Text(self.text.get(place.clone())?.to_owned().into()), place))
    }
}

/// Takes the backslash away that the events end with: it stands before what the parser did not read.
fn drop_backslash(events: &mut Vec<(Event<'_>, Range<usize>)>) {
    let Some((Event::Text(text), span)) = events.last_mut() else { return };
    let Some(rest) = text.strip_suffix('\\') else { return };
    if rest.is_empty() {
        events.pop();
    } else {
        *text = rest.to_owned().into();
        span.end -= 1;
    }
}
