//! Problems whose place is still a way into a document, and how they become diagnostics.

use std::{collections::BTreeMap, ops::Range};

use super::{Pointer, Tree, traps, tree::Kind, unread::Unread};
use crate::diagnostic::{Code, Diagnostic, Place, Related, SourceId, Sources, shown_message};

/// Where something stands, before it is looked up.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// At these bytes of the file.
    Bytes(SourceId, Range<usize>),
    /// At this value of the file's YAML; where the way ends early, at what is nearest.
    Value(SourceId, Pointer),
    /// At this key of the file's YAML.
    Key(SourceId, Pointer),
    /// At the first key of this map or list of the file's YAML.
    First(SourceId, Pointer),
    /// At the first of these that exists.
    Either(Vec<Spot>),
    /// At these words of what stands there or, where they are not there as such, at its first line.
    Within(Box<Spot>, String),
}

/// How many problems of one kind are told of one file: each is told in hundreds of bytes.
pub(super) const MAX_TOLD: usize = 50_000;

/// The problems of a file that are shown: of very many the first, and that there are more.
#[must_use]
pub fn shown(mut problems: impl Iterator<Item = Problem>) -> Vec<Problem> {
    let mut shown: Vec<_> = problems.by_ref().take(MAX_TOLD).collect();
    shown.extend(problems.next().map(|next| more_mistakes(next.spot, MAX_TOLD)));
    shown
}

/// What is told at the first mistake that is not.
pub(super) fn more_mistakes(spot: Spot, shown: usize) -> Problem {
    let message = format!("this file has more mistakes than the {shown} that are shown");
    Problem::new(Code::InvalidValue, spot, message).help("mend those first; the others are told then")
}

/// A problem that was found.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Its kind.
    pub code: Code,
    /// Where.
    pub spot: Spot,
    /// What is wrong.
    pub message: String,
    /// A way out.
    pub help: Option<String>,
    /// Other places, each with what is there.
    pub related: Vec<(Spot, String)>,
    /// Where something stands that was refused when it was read: then that was told, and this is not.
    pub unless: Option<Box<Spot>>,
    /// Where what it rests on stands: where that was not read, this is not told.
    pub needs: Option<Box<Spot>>,
    /// Of a misspelt key, the one that is meant: what stands there is not missed.
    pub meant: Option<Box<Pointer>>,
}

impl Spot {
    /// The file it is in; of a choice, the first.
    #[must_use]
    pub fn source(&self) -> Option<SourceId> {
        match self {
            Self::Bytes(source, _)
            | Self::Value(source, _)
            | Self::Key(source, _)
            | Self::First(source, _) => Some(*source),
            Self::Either(spots) => spots.first().and_then(Self::source),
            Self::Within(spot, _) => spot.source(),
        }
    }
}

impl Problem {
    /// A problem with its place and message.
    #[must_use]
    pub fn new(code: Code, spot: Spot, message: impl Into<String>) -> Self {
        Self {
            code,
            spot,
            message: message.into(),
            help: None,
            related: Vec::new(),
            unless: None,
            needs: None,
            meant: None,
        }
    }

    /// The same, with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with a suggestion where there is one.
    #[must_use]
    pub fn suggest(mut self, suggestion: Option<&str>) -> Self {
        if let Some(suggestion) = suggestion {
            self.help = Some(format!("did you mean `{suggestion}`?"));
        }
        self
    }

    /// The same or, where what was written holds full-width letters, digits or signs, a problem of those.
    #[must_use]
    pub fn narrowed(self, written: &str) -> Self {
        match traps::narrowed(written) {
            Some(help) => Self { code: Code::FullWidthSyntax, help: Some(help), ..self },
            None => self,
        }
    }

    /// The same, told only where nothing stands at a place: what stands there was refused when it was read.
    #[must_use]
    pub fn unless_at(mut self, spot: Spot) -> Self {
        self.unless = Some(Box::new(spot));
        self
    }

    /// The same, told only where what stands at a place was read.
    #[must_use]
    pub fn needs(mut self, spot: Spot) -> Self {
        self.needs = Some(Box::new(spot));
        self
    }

    /// The same, of a key that was meant to be another.
    #[must_use]
    pub fn meant(mut self, pointer: Option<Pointer>) -> Self {
        self.meant = pointer.map(Box::new);
        self
    }

    /// The same, with a further place.
    #[must_use]
    pub fn related(mut self, spot: Spot, message: impl Into<String>) -> Self {
        self.related.push((spot, message.into()));
        self
    }
}

/// Turns problems into diagnostics, reading the shape of each file that has one just once.
#[must_use]
pub fn locate(problems: Vec<Problem>, sources: &Sources) -> Vec<Diagnostic> {
    let mut trees = BTreeMap::new();
    let unread = Unread::new(&problems);
    let told = problems.into_iter().filter(|problem| !unread.explains(problem, sources, &mut trees));
    let told: Vec<_> = told.collect();
    told.into_iter().filter_map(|problem| diagnostic(problem, sources, &mut trees)).collect()
}

fn diagnostic(problem: Problem, sources: &Sources, trees: &mut Trees) -> Option<Diagnostic> {
    if problem.unless.as_ref().is_some_and(|spot| was_refused(spot, sources, trees)) {
        return None;
    }
    let place = if problem.code == Code::MissingField {
        // What is there but was refused is no longer missing: it was told when it was read.
        if is_filled(&problem.spot, sources, trees) {
            return None;
        }
        missing_place(&problem.spot, sources, trees)
    } else {
        find(&problem.spot, sources, trees)
    };
    let related = problem.related.into_iter().map(|(spot, message)| {
        let Place { source, span } = find(&spot, sources, trees);
        Related { place: sources.place(source, &span), message: shown_message(&message) }
    });
    Some(Diagnostic {
        code: problem.code,
        // Whoever found it counted its bytes, and may have counted into a character.
        place: sources.place(place.source, &place.span),
        message: shown_message(&problem.message),
        help: problem.help.map(|help| shown_message(&help)),
        related: related.collect(),
    })
}

/// The record that misses something: at its first key.
fn missing_place(spot: &Spot, sources: &Sources, trees: &mut Trees) -> Place {
    match spot {
        Spot::Either(spots) if !spots.is_empty() => {
            let existing = spots.iter().find(|spot| outer_exists(spot, sources, trees)).unwrap_or(&spots[0]);
            nearly(existing, sources, trees)
        }
        spot => nearly(spot, sources, trees),
    }
}

fn outer_exists(spot: &Spot, sources: &Sources, trees: &mut Trees) -> bool {
    let Spot::Value(source, pointer) = spot else { return true };
    let outer = pointer.split_last().map(|(outer, _)| outer).unwrap_or_default();
    tree(*source, sources, trees).is_some_and(|tree| tree.at(&outer).is_some())
}

/// Whether there is something where a value is missed, or something else where its record should be.
fn is_filled(spot: &Spot, sources: &Sources, trees: &mut Trees) -> bool {
    match spot {
        Spot::Value(source, pointer) => {
            let Some(mut value) = tree(*source, sources, trees) else { return false };
            for step in &pointer.0 {
                match value.step(step) {
                    Some(inner) => value = inner,
                    None => {
                        return !matches!(value.kind, Kind::Map(_) | Kind::List(_)) && is_something(value);
                    }
                }
            }
            is_something(value)
        }
        Spot::Either(spots) => spots.iter().any(|spot| is_filled(spot, sources, trees)),
        _ => false,
    }
}

/// Whether a place holds something that does not belong there, which was told when it was read; an empty text or map was
/// not.
fn was_refused(spot: &Spot, sources: &Sources, trees: &mut Trees) -> bool {
    match spot {
        Spot::Value(source, pointer) => {
            let value = tree(*source, sources, trees).and_then(|tree| tree.at(pointer));
            value.is_some_and(|value| matches!(value.kind, Kind::List(_)) || is_something(value))
        }
        Spot::Either(spots) => spots.iter().any(|spot| was_refused(spot, sources, trees)),
        _ => false,
    }
}

pub(super) type Trees = BTreeMap<SourceId, Option<Tree>>;

fn find(spot: &Spot, sources: &Sources, trees: &mut Trees) -> Place {
    let exact = match spot {
        Spot::Either(spots) => spots.iter().find_map(|spot| exactly(spot, sources, trees)),
        spot => exactly(spot, sources, trees),
    };
    exact.unwrap_or_else(|| nearly(spot, sources, trees))
}

fn exactly(spot: &Spot, sources: &Sources, trees: &mut Trees) -> Option<Place> {
    let (source, span) = match spot {
        Spot::Bytes(source, span) => (*source, span.clone()),
        Spot::Value(source, pointer) => {
            let value = tree(*source, sources, trees)?.at(pointer)?;
            (*source, value.span.clone())
        }
        Spot::Key(source, pointer) => {
            let entry = tree(*source, sources, trees)?.entry(pointer)?;
            (*source, entry.key_span.clone())
        }
        Spot::First(source, pointer) => {
            let span = beginning(tree(*source, sources, trees)?, pointer)?;
            (*source, span)
        }
        Spot::Either(spots) => return spots.iter().find_map(|spot| exactly(spot, sources, trees)),
        Spot::Within(spot, words) => return Some(within(&find(spot, sources, trees), words, sources)),
    };
    Some(Place { source, span })
}

/// The nearest value around one that is not there; at last the top of the file.
fn nearly(spot: &Spot, sources: &Sources, trees: &mut Trees) -> Place {
    match spot {
        Spot::Value(source, pointer) | Spot::Key(source, pointer) | Spot::First(source, pointer) => {
            match pointer.split_last() {
                Some((outer, _)) => find(&Spot::First(*source, outer), sources, trees),
                None => Place { source: *source, span: top(sources, *source) },
            }
        }
        Spot::Bytes(source, span) => Place { source: *source, span: span.clone() },
        Spot::Within(spot, words) => within(&nearly(spot, sources, trees), words, sources),
        Spot::Either(spots) => match spots.first() {
            Some(first) => nearly(first, sources, trees),
            // A choice of nothing is never made; the first file stands in for it.
            None => Place { source: SourceId::default(), span: 0..0 },
        },
    }
}

/// The words inside of a place, or its first line.
fn within(place: &Place, words: &str, sources: &Sources) -> Place {
    let text = sources.file(place.source).text.get(place.span.clone()).unwrap_or_default();
    let found = text.find(words).filter(|_| !words.is_empty());
    let (at, length) = match found {
        Some(at) => (at, words.len()),
        None => (0, text.lines().next().unwrap_or_default().len()),
    };
    let start = place.span.start + at;
    Place { source: place.source, span: start..start + length }
}

/// Whether there is something, or a nothing that was told when it was read.
fn is_something(value: &Tree) -> bool {
    match &value.kind {
        Kind::Scalar(text, _) => !text.trim().is_empty() || traps::is_nothing(value),
        Kind::List(items) => !items.is_empty(),
        Kind::Map(entries) => !entries.is_empty(),
        Kind::Alias => true,
    }
}

fn top(sources: &Sources, source: SourceId) -> Range<usize> {
    let text = &sources.file(source).text;
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let line = text[start..].lines().next().unwrap_or_default();
    start..start + line.len()
}

/// Where the record at the end of a way begins: at its first key, or, where it has none, at its own.
fn beginning(tree: &Tree, pointer: &Pointer) -> Option<Range<usize>> {
    let value = tree.at(pointer)?;
    match tree.entry(pointer) {
        Some(entry) if matches!(value.kind, Kind::Scalar(..)) => Some(entry.key_span.clone()),
        _ => Some(first_key(value)),
    }
}

fn first_key(value: &Tree) -> Range<usize> {
    match &value.kind {
        Kind::Map(entries) => entries.first().map_or(value.span.clone(), |entry| entry.key_span.clone()),
        _ => value.span.clone(),
    }
}

pub(super) fn tree<'a>(source: SourceId, sources: &Sources, trees: &'a mut Trees) -> Option<&'a Tree> {
    trees
        .entry(source)
        .or_insert_with(|| {
            let file = sources.file(source);
            let text = file.text.get(file.yaml.clone())?;
            Tree::read(text, file.yaml.start).ok().flatten()
        })
        .as_ref()
}
