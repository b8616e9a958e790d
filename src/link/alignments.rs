//! The two bodies of each meeting side by side.

use rayon::prelude::*;

use super::{linked::Linked, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::{Lang, Message, PerLang, say},
    model::{Alignment, Row, UnitKind},
    source::{BodyDraft, NoteDraft},
    yaml::{Problem, Spot},
};

/// Aligns the bodies of all meetings, and tells the rows that could not be paired.
pub(super) fn align(linked: &[Linked<'_>], problems: &mut Problems) -> Vec<Option<Alignment>> {
    let aligned: Vec<_> = linked.par_iter().map(align_one).collect();
    let aligned = aligned.into_iter().map(|aligned| {
        let (alignment, found) = aligned?;
        problems.found.extend(found);
        Some(alignment)
    });
    aligned.collect()
}

fn align_one(linked: &Linked<'_>) -> Option<(Alignment, Vec<Problem>)> {
    let notes = linked.note.bodies.both()?;
    let drafts = notes.map(|note| &note.body);
    // A body that is not there at all is no version: nothing is set against it.
    if drafts.iter().any(|draft| draft.units.is_empty()) {
        return None;
    }
    if !linked.is_aligned {
        return Some((Alignment::unaligned(drafts.map(|draft| draft.units.len())), Vec::new()));
    }
    let shapes = drafts.map(BodyDraft::shapes);
    let alignment = Alignment::of(shapes.each_ref().map(Vec::as_slice));
    let problems = alignment.unpaired().map(|row| unpaired(row, notes)).collect();
    Some((alignment, problems))
}

/// The problem of a row that is no pair: at the first unit that differs, in both files.
fn unpaired(row: &Row, notes: PerLang<&NoteDraft>) -> Problem {
    let units = PerLang::of(|lang| &notes[lang].body.units[row.units[lang].clone()]);
    let [first, second] = Lang::ALL;
    let same = units[first].iter().zip(units[second]).take_while(|(a, b)| a.kind.is_like(b.kind)).count();
    // Of a block that has no counterpart, the place is its own.
    let (lang, other) = if units[second].len() > same { (second, first) } else { (first, second) };
    let unit = |lang: Lang| units[lang].get(same);
    let spot = |lang: Lang| {
        // Where this side has no more, the place is the last block before.
        let at = row.units[lang].start + same;
        let at = if unit(lang).is_some() { at } else { at.saturating_sub(1) };
        let span = notes[lang].body.units.get(at).map_or(0..0, |unit| unit.span.clone());
        Spot::Within(Box::new(Spot::Bytes(notes[lang].source, span)), String::new())
    };
    let here = unit(lang).map_or_else(|| say!("block-text"), |unit| word(unit.kind));
    let file = other.code();
    let (message, there) = match unit(other) {
        Some(unit) => {
            let there = word(unit.kind);
            (say!("other-block", here, file, there), say!("the-block", block = there))
        }
        None => (say!("no-counterpart", here, file), say!("part-ends")),
    };
    Problem::new(Code::UnpairedBlock, spot(lang), message)
        .related(spot(other), there)
        .help(say!("same-blocks"))
}

fn word(kind: UnitKind) -> Message {
    match kind {
        UnitKind::Heading(_) => say!("block-heading"),
        UnitKind::Paragraph => say!("block-paragraph"),
        UnitKind::Item(_) => say!("block-item"),
        UnitKind::Table => say!("block-table"),
        UnitKind::Quotation => say!("block-quotation"),
        UnitKind::Code => say!("block-code"),
        UnitKind::Term => say!("block-term"),
        UnitKind::Definition => say!("block-definition"),
        UnitKind::Footnote => say!("block-footnote"),
    }
}
