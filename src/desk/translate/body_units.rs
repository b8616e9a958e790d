//! The blocks of the two bodies, pair by pair.

use std::ops::Range;

use super::{
    inline::{Inline, Markup, inlines},
    outdated::Changed,
    text_unit::{TextUnit, UnitPlace},
};
use crate::{
    diagnostic::Sources,
    lang::PerLang,
    model::{Alignment, Part, UnitKind},
    source::{BodyDraft, NoteDraft},
};

/// Adds the blocks of the bodies, pair by pair; how many have no counterpart.
pub(super) fn body_units(
    source: &NoteDraft,
    target: &NoteDraft,
    changed: &Changed,
    sources: &Sources,
    units: &mut Vec<TextUnit>,
) -> usize {
    let is_missing = target.body.is_missing();
    let sides = [source, if is_missing { source } else { target }];
    let bodies = sides.map(|note| (&note.body, sources.file(note.source).text.as_ref()));
    let shapes = bodies.map(|(body, _)| body.shapes());
    // The rows are those of the parallel page, in the order of languages.
    let by_lang = PerLang::of(|lang| usize::from(lang != source.lang));
    let alignment = Alignment::of(by_lang.map(|side| shapes[side].as_slice()));
    let mut section = Part::Section(String::new());
    for (row, at) in alignment.pairs() {
        let [at, other] = [source.lang, source.lang.other()].map(|lang| at[lang]);
        let Some(unit) = bodies[0].0.units.get(at) else { continue };
        if let UnitKind::Heading(heading) = unit.kind
            && let Some(heading) = bodies[0].0.headings.get(heading)
        {
            section = Part::Section(heading.id.as_ref().into());
        }
        let markup = if unit.kind == UnitKind::Table { Markup::Table } else { Markup::Markdown };
        let spans = [(bodies[0], at), (bodies[1], other)].map(|((body, text), at)| words(body, text, at));
        let [Some(from), Some(to)] = spans else { continue };
        let text = |(_, text): (_, &str), span: &Range<usize>| {
            inlines(text.get(span.clone()).unwrap_or_default(), markup)
        };
        let source: Vec<_> = text(bodies[0], &from);
        let has_words = source.iter().any(|it| matches!(it, Inline::Text(text) if !text.trim().is_empty()));
        if unit.kind == UnitKind::Code || !has_words {
            continue;
        }
        let target = (!is_missing).then(|| text(bodies[1], &to));
        let state = changed.state(&section, target.is_some());
        let place = UnitPlace::Body { source: from, target: (!is_missing).then_some(to) };
        units.push(TextUnit { id: row.anchor.as_str().into(), place, markup, source, target, state });
    }
    alignment.unpaired().map(|row| row.units[source.lang].len().max(1)).sum()
}

/// Where the words of a unit stand in its file: without the mark that begins the block, and what ends it.
#[must_use]
pub(super) fn words(body: &BodyDraft, text: &str, at: usize) -> Option<Range<usize>> {
    let unit = body.units.get(at)?;
    let next = body.units.get(at + 1).map_or(text.len(), |next| next.span.start);
    let end = unit.span.end.min(next.max(unit.span.start));
    let written = text.get(unit.span.start..end)?.trim_end();
    let start = written.len() - without_mark(written, unit.kind).len();
    let mut end = written.len();
    if matches!(unit.kind, UnitKind::Heading(_)) {
        end = written.find('\n').unwrap_or(end);
        let line = written.get(..end)?.trim_end();
        let id = line.rfind("{#").filter(|_| line.ends_with('}'));
        end = line.get(..id.unwrap_or(line.len()))?.trim_end().len();
    }
    (start <= end).then(|| unit.span.start + start..unit.span.start + end)
}

fn without_mark(written: &str, kind: UnitKind) -> &str {
    let rest = match kind {
        UnitKind::Heading(_) => written.trim_start_matches('#'),
        UnitKind::Item(Some(_)) => {
            written.trim_start_matches(|c: char| c.is_ascii_digit()).get(1..).unwrap_or_default()
        }
        UnitKind::Item(None) | UnitKind::Definition | UnitKind::Quotation => {
            written.get(1..).unwrap_or_default()
        }
        UnitKind::Footnote => written.split_once("]:").map_or(written, |(_, rest)| rest),
        _ => written,
    };
    rest.trim_start()
}
