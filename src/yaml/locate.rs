//! From problems to diagnostics: where each stands in its file.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Pointer, Problem, Spot, Tree,
    tree::ValueKind,
    trees::{Trees, tree},
    unread::UnreadKeys,
};
use crate::diagnostic::{Code, Diagnostic, Place, Related, SourceId, Sources, shown_message};
use crate::lang::Lang;

/// Turns problems into diagnostics, reading the shape of each file that has one just once.
#[must_use]
pub fn locate(problems: Vec<Problem>, sources: &Sources, lang: Lang) -> Vec<Diagnostic> {
    let mut trees = BTreeMap::new();
    let unread = UnreadKeys::new(&problems);
    let reported = problems.into_iter().filter(|problem| !unread.explains(problem, sources, &mut trees));
    let reported: Vec<_> = reported.collect();
    reported.into_iter().filter_map(|problem| diagnostic(problem, sources, &mut trees, lang)).collect()
}

fn diagnostic(problem: Problem, sources: &Sources, trees: &mut Trees, lang: Lang) -> Option<Diagnostic> {
    if problem.unless.as_ref().is_some_and(|spot| was_refused(spot, sources, trees)) {
        return None;
    }
    let place = if problem.code == Code::MissingField {
        // What is there but was refused is no longer missing: it was reported when it was read.
        if is_filled(&problem.spot, sources, trees) {
            return None;
        }
        missing_place(&problem.spot, sources, trees)
    } else {
        find(&problem.spot, sources, trees)
    };
    let related = problem.related.into_iter().map(|(spot, message)| {
        let Place { source, span } = find(&spot, sources, trees);
        Related { place: sources.place(source, &span), message: shown_message(&message.text(lang)) }
    });
    Some(Diagnostic {
        severity: problem.severity,
        code: problem.code,
        // Whoever found it counted its bytes, and may have counted into a character.
        place: sources.place(place.source, &place.span),
        message: shown_message(&problem.message.text(lang)),
        is_suggestion: problem.help.as_ref().is_some_and(|help| help.name().starts_with("did-you-mean")),
        help: problem.help.as_ref().map(|help| shown_message(&help.text(lang))),
        related: related.collect(),
        fixes: problem.fixes,
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
                        return !matches!(value.kind, ValueKind::Map(_) | ValueKind::List(_))
                            && is_something(value);
                    }
                }
            }
            is_something(value)
        }
        Spot::Either(spots) => spots.iter().any(|spot| is_filled(spot, sources, trees)),
        _ => false,
    }
}

/// Whether a place holds something that does not belong there, which was reported when it was read; an empty text or map was
/// not.
fn was_refused(spot: &Spot, sources: &Sources, trees: &mut Trees) -> bool {
    match spot {
        Spot::Value(source, pointer) => {
            let value = tree(*source, sources, trees).and_then(|tree| tree.at(pointer));
            value.is_some_and(|value| matches!(value.kind, ValueKind::List(_)) || is_something(value))
        }
        Spot::Either(spots) => spots.iter().any(|spot| was_refused(spot, sources, trees)),
        _ => false,
    }
}

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

/// Whether there is something, or a nothing that was reported when it was read.
fn is_something(value: &Tree) -> bool {
    match &value.kind {
        ValueKind::Scalar(text, _) => !text.trim().is_empty() || value.is_nothing(),
        ValueKind::List(items) => !items.is_empty(),
        ValueKind::Map(entries) => !entries.is_empty(),
        ValueKind::Alias(_) => true,
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
        Some(entry) if matches!(value.kind, ValueKind::Scalar(..)) => Some(entry.key_span.clone()),
        _ => Some(first_key(value)),
    }
}

fn first_key(value: &Tree) -> Range<usize> {
    match &value.kind {
        ValueKind::Map(entries) => entries.first().map_or(value.span.clone(), |entry| entry.key_span.clone()),
        _ => value.span.clone(),
    }
}
