//! Footnotes of a body: numbers in the order of their first mention, links both ways, and what has lost its other half.

use pulldown_cmark::{Event, Tag, TagEnd};
use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    ops::Range,
};

use super::{body_problem::BodyProblem, full_width, text_lines::TextBlock};
use crate::{diagnostic::Code, lang::say, model::FootnoteMark};

const BLANKS: [char; 3] = [' ', '\t', '\u{3000}'];

/// The footnotes met so far.
#[derive(Default)]
pub(super) struct Footnotes {
    /// By label, in lower case: the number, and how often it was referred to.
    known: BTreeMap<String, (usize, usize)>,
    /// The labels whose text stands already, as they are written, with their places.
    defined: BTreeMap<String, (String, Range<usize>)>,
    /// The footnotes whose text is being read, in lower case.
    open: Vec<String>,
    /// The footnotes that each footnote refers to, and under an empty name those that the text itself does.
    leads: BTreeMap<String, BTreeSet<String>>,
}

impl Footnotes {
    fn get(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.known.len() + 1;
        self.known.entry(label.to_lowercase()).or_insert((next, 0))
    }

    /// The mark that refers to a footnote.
    pub(super) fn reference(&mut self, label: &str) -> FootnoteMark {
        let from = self.open.last().cloned().unwrap_or_default();
        self.leads.entry(from).or_default().insert(label.to_lowercase());
        let (number, uses) = self.get(label);
        *uses += 1;
        FootnoteMark { number: *number, this: *uses }
    }

    /// The beginning of a footnote, with the number of marks that refer to it. One that stands already is reported.
    pub(super) fn definition(
        &mut self,
        label: &str,
        span: &Range<usize>,
        problems: &mut Vec<BodyProblem>,
    ) -> FootnoteMark {
        self.open.push(label.to_lowercase());
        let (number, uses) = *self.get(label);
        let place = span.start..span.start + "[^]".len() + label.len();
        match self.defined.entry(label.to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert((label.to_owned(), place));
            }
            Entry::Occupied(_) => {
                let message = say!("footnote-twice", label);
                let help = Some(say!("give-other-name"));
                problems.push(BodyProblem::new(Code::DuplicateId, place, message, help));
            }
        }
        FootnoteMark { number, this: uses }
    }

    /// The text of a footnote ends.
    pub(super) fn end_definition(&mut self) {
        self.open.pop();
    }

    /// The footnotes to which no mark in the text leads.
    pub(super) fn unused(&self) -> Vec<BodyProblem> {
        let reached = self.reached();
        let unused = self.defined.iter().filter(|(label, _)| !reached.contains(label.as_str()));
        let reported = unused.map(|(known, (label, place))| {
            let message = match self.known.get(known) {
                Some((_, 1..)) => say!("footnote-from-unused"),
                _ => say!("footnote-unused"),
            };
            let help = say!("footnote-mark", label);
            BodyProblem::new(Code::LostText, place.clone(), message, Some(help))
        });
        reported.collect()
    }

    /// The footnotes that readers come to from the text, also by way of others.
    fn reached(&self) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut next = vec![""];
        while let Some(from) = next.pop() {
            let leads = self.leads.get(from).into_iter().flatten();
            next.extend(leads.map(String::as_str).filter(|label| reached.insert(*label)));
        }
        reached
    }

    /// The anchors of all marks and footnotes.
    pub(super) fn anchors(&self) -> Vec<String> {
        let anchors = self.known.values().flat_map(|&(number, uses)| {
            let marks = (1..=uses).map(move |this| FootnoteMark { number, this }.id());
            marks.chain([format!("fn-{number}")])
        });
        anchors.collect()
    }
}

/// The footnotes that stand there without a word. One that stands there again is reported as such.
pub(super) fn empty(events: &[(Event<'_>, Range<usize>)]) -> Vec<BodyProblem> {
    // By label: where each is that stands once and has shown nothing so far.
    let mut empty: BTreeMap<String, Option<Range<usize>>> = BTreeMap::new();
    let mut open = String::new();
    for (event, span) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open = label.to_lowercase();
                let place = span.start..span.start + "[^]".len() + label.len();
                empty.entry(open.clone()).and_modify(|known| *known = None).or_insert(Some(place));
            }
            event if shows(event) => empty.get_mut(&open).into_iter().for_each(|place| *place = None),
            Event::End(TagEnd::FootnoteDefinition) => open.clear(),
            _ => {}
        }
    }
    let help = say!("footnote-write-text");
    let reported = empty.into_values().flatten();
    reported
        .map(|place| {
            BodyProblem::new(Code::LostText, place, say!("footnote-without-text"), Some(help.clone()))
        })
        .collect()
}

/// Whether readers see something of an event.
fn shows(event: &Event<'_>) -> bool {
    match event {
        Event::Text(words) => !words.trim().is_empty(),
        Event::InlineHtml(html) | Event::Html(html) => !html.trim_start().starts_with("<!--"),
        Event::Code(_) | Event::FootnoteReference(_) => true,
        Event::Start(tag) => matches!(tag, Tag::Image { .. } | Tag::Link { .. }),
        _ => false,
    }
}

/// The marks of footnotes that have no text: the parser takes them for words.
pub(super) fn without_text(
    text: &str,
    blocks: &[TextBlock],
    events: &[(Event<'_>, Range<usize>)],
) -> Vec<BodyProblem> {
    if !text.contains("[^") {
        return Vec::new();
    }
    let defined = events.iter().filter_map(|(event, _)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => Some(label.to_lowercase()),
        _ => None,
    });
    // Of these the colon is reported.
    let mistyped = blocks.iter().flat_map(|block| &block.lines).filter_map(|line| {
        let rest = text.get(line.start?..)?.lines().next()?;
        full_width::footnote_label(rest).map(str::to_lowercase)
    });
    let defined: BTreeSet<_> = defined.chain(mistyped).collect();
    let words = blocks.iter().flat_map(TextBlock::words);
    let marks = words.flat_map(|words| marks(text, words));
    let lost = marks.filter(|(label, _)| !defined.contains(&label.to_lowercase()));
    let reported = lost.map(|(label, place)| {
        let message = say!("no-footnote", label);
        let way = if label.contains(BLANKS) {
            let name = label.split(BLANKS).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
            say!("footnote-name", name)
        } else {
            say!("footnote-paragraph", label)
        };
        let help = say!("footnote-or-signs", way);
        BodyProblem::new(Code::MissingAnchor, place, message, Some(help))
    });
    reported.collect()
}

/// The marks in a stretch of words, each with its label.
fn marks<'t>(text: &'t str, words: &Range<usize>) -> Vec<(&'t str, Range<usize>)> {
    let line = text.get(words.clone()).unwrap_or_default();
    let found = line.match_indices("[^").filter_map(|(at, _)| {
        let rest = line.get(at + "[^".len()..)?;
        let length = rest.find(['[', ']'])?;
        let label = rest.get(..length).filter(|label| !label.is_empty() && !label.starts_with(BLANKS))?;
        let start = words.start + at;
        let is_whole = rest.get(length..)?.starts_with(']');
        is_whole.then(|| (label, start..start + "[^]".len() + length))
    });
    found.collect()
}
