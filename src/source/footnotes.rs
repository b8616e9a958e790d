//! Footnotes of a body: numbers in the order of their first mention, links both ways, and what has lost its other half.

use pulldown_cmark::{Event, Tag};
use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    ops::Range,
};

use super::{body::BodyProblem, full_width, text_lines::TextBlock};
use crate::{diagnostic::Code, model::FootnoteMark};

/// The footnotes met so far.
#[derive(Default)]
pub(super) struct Footnotes {
    /// By label, in lower case: the number, and how often it was referred to.
    known: BTreeMap<String, (usize, usize)>,
    /// The labels whose text stands already, as they are written, with their places.
    defined: BTreeMap<String, (String, Range<usize>)>,
}

impl Footnotes {
    fn get(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.known.len() + 1;
        self.known.entry(label.to_lowercase()).or_insert((next, 0))
    }

    /// The mark that refers to a footnote.
    pub(super) fn reference(&mut self, label: &str) -> FootnoteMark {
        let (number, uses) = self.get(label);
        *uses += 1;
        FootnoteMark { number: *number, this: *uses }
    }

    /// The beginning of a footnote, with the number of marks that refer to it. One that stands already is told.
    pub(super) fn definition(
        &mut self,
        label: &str,
        span: &Range<usize>,
        problems: &mut Vec<BodyProblem>,
    ) -> FootnoteMark {
        let (number, uses) = *self.get(label);
        let place = span.start..span.start + "[^]".len() + label.len();
        match self.defined.entry(label.to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert((label.to_owned(), place));
            }
            Entry::Occupied(_) => {
                let message = format!("the footnote `[^{label}]` stands twice in this text");
                let help = Some("give one of them another name");
                problems.push(BodyProblem::new(Code::DuplicateId, place, message, help));
            }
        }
        FootnoteMark { number, this: uses }
    }

    /// The footnotes to which no mark refers.
    pub(super) fn unused(&self) -> Vec<BodyProblem> {
        let is_unused = |label: &str| self.known.get(label).is_some_and(|(_, uses)| *uses == 0);
        let unused = self.defined.iter().filter(|(label, _)| is_unused(label));
        let told = unused.map(|(_, (label, place))| {
            let message = "nothing in this text refers to this footnote";
            let help = format!("write `[^{label}]` where it belongs, or delete it");
            BodyProblem::new(Code::LostText, place.clone(), message, Some(&help))
        });
        told.collect()
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
    // Of these the colon is told.
    let mistyped = blocks.iter().flat_map(|block| &block.lines).filter_map(|line| {
        let rest = text.get(line.start?..)?.lines().next()?;
        full_width::footnote_label(rest).map(str::to_lowercase)
    });
    let defined: BTreeSet<_> = defined.chain(mistyped).collect();
    let words = blocks.iter().flat_map(TextBlock::words);
    let marks = words.flat_map(|words| marks(text, words));
    let lost = marks.filter(|(label, _)| !defined.contains(&label.to_lowercase()));
    let told = lost.map(|(label, place)| {
        let message = format!("this text has no footnote `[^{label}]`");
        let help =
            format!("write it in a paragraph of its own: `[^{label}]: …`; for the signs themselves, `\\[^`");
        BodyProblem::new(Code::MissingAnchor, place, message, Some(&help))
    });
    told.collect()
}

/// The marks in a stretch of words, each with its label.
fn marks<'t>(text: &'t str, words: &Range<usize>) -> Vec<(&'t str, Range<usize>)> {
    let line = text.get(words.clone()).unwrap_or_default();
    let found = line.match_indices("[^").filter_map(|(at, _)| {
        let rest = line.get(at + "[^".len()..)?;
        let length = rest.find(['[', ']', ' ', '\t', '\u{3000}'])?;
        let label = rest.get(..length).filter(|label| !label.is_empty())?;
        let start = words.start + at;
        let is_whole = rest.get(length..)?.starts_with(']');
        is_whole.then(|| (label, start..start + "[^]".len() + length))
    });
    found.collect()
}
