//! Codes by their numbers: those of a translation are those of its source where they stand for the same.

use super::{
    inline::{CodeKind, Inline},
    text_unit::{TextUnit, UnitState},
};
use crate::lang::{Message, say};

/// A part of a text in XLIFF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkedPart {
    /// Words.
    Text(String),
    /// An inline element.
    Code {
        /// Its number, the same in the translation.
        id: String,
        /// What it is; nothing of one that came back.
        kind: Option<CodeKind>,
        /// What is written; nothing where that does not leave.
        written: String,
    },
}

/// A unit with numbered codes.
#[derive(Clone, Debug)]
pub(super) struct MarkedUnit {
    /// The source.
    pub source: Vec<MarkedPart>,
    /// The translation.
    pub target: Option<Vec<MarkedPart>>,
    /// Every code by its number, as it is written in the translation.
    pub codes: Vec<(String, CodeKind, String)>,
    /// The numbers that a translation must have.
    pub required: Vec<String>,
}

/// A unit with numbered codes. Comments of the source stay out.
#[must_use]
pub(super) fn marked(unit: &TextUnit) -> MarkedUnit {
    let mut codes: Vec<(String, CodeKind, String)> = Vec::new();
    let parts = unit.source.iter().filter(|part| !matches!(part, Inline::Code(CodeKind::Comment, _)));
    let source: Vec<_> = parts
        .map(|part| match part {
            Inline::Text(text) => MarkedPart::Text(text.clone()),
            Inline::Code(kind, written) => {
                let id = (codes.len() + 1).to_string();
                codes.push((id.clone(), *kind, written.clone()));
                code(id, *kind, written)
            }
        })
        .collect();
    let mut required: Vec<_> =
        codes.iter().filter(|(_, kind, _)| !kind.is_optional()).map(|(id, ..)| id.clone()).collect();
    let target = unit.target.as_ref().map(|target| target_parts(target, &mut codes, &mut required));
    if let Some(target) = target.as_ref().filter(|_| unit.state == UnitState::Translated) {
        // What a translation that counts does without, it need not have.
        required.retain(|id| {
            target.iter().any(|part| matches!(part, MarkedPart::Code { id: it, .. } if it == id))
        });
    }
    MarkedUnit { source, target, codes, required }
}

fn code(id: String, kind: CodeKind, written: &str) -> MarkedPart {
    let written = if kind.is_hidden() { String::new() } else { written.to_owned() };
    MarkedPart::Code { id, kind: Some(kind), written }
}

/// Whether codes that are written in other ways stand for the same.
fn is_like(kind: CodeKind, source: &str, target: &str) -> bool {
    let is_end = |text: &str| text.starts_with(']');
    let name = |text: &str| text.split(['|', ']']).next().map(str::to_owned);
    match kind {
        CodeKind::Redaction | CodeKind::Line | CodeKind::Cell => true,
        CodeKind::Link => is_end(source) == is_end(target),
        CodeKind::Reference => !is_end(source) && !is_end(target) && name(source) == name(target),
        _ => false,
    }
}

fn target_parts(
    target: &[Inline],
    codes: &mut Vec<(String, CodeKind, String)>,
    required: &mut Vec<String>,
) -> Vec<MarkedPart> {
    let mut free: Vec<usize> = (0..codes.len()).collect();
    let numbered = |same: &dyn Fn(&(String, CodeKind, String)) -> bool,
                    free: &mut Vec<usize>,
                    codes: &[(String, CodeKind, String)]| {
        let at = free.iter().position(|at| codes.get(*at).is_some_and(same))?;
        Some(free.remove(at))
    };
    let mut numbers: Vec<Option<usize>> = target
        .iter()
        .map(|part| {
            let Inline::Code(kind, written) = part else { return None };
            numbered(&|code| code.1 == *kind && code.2 == *written, &mut free, codes)
        })
        .collect();
    // The address of a link, the words of a redaction and those around a reference may be others in another language.
    for (number, part) in numbers.iter_mut().zip(target).filter(|(number, _)| number.is_none()) {
        let Inline::Code(kind, written) = part else { continue };
        *number = numbered(&|code| code.1 == *kind && is_like(*kind, &code.2, written), &mut free, codes);
        if let Some(code) = number.and_then(|at| codes.get_mut(at)) {
            code.2.clone_from(written);
        }
    }
    let mut own = 0;
    let parts = target.iter().zip(numbers).map(|(part, number)| match (part, number) {
        (Inline::Text(text), _) => MarkedPart::Text(text.clone()),
        (Inline::Code(kind, written), Some(at)) => code((at + 1).to_string(), *kind, written),
        (Inline::Code(kind, written), None) => {
            own += 1;
            let id = format!("t{own}");
            codes.push((id.clone(), *kind, written.clone()));
            if *kind == CodeKind::Comment {
                required.push(id.clone());
            }
            code(id, *kind, written)
        }
    });
    parts.collect()
}

/// A text in one line, to be compared: tools may break lines elsewhere.
#[must_use]
pub(super) fn flat(parts: &[MarkedPart]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            MarkedPart::Text(words) => text.push_str(words),
            MarkedPart::Code { id, written, .. } => text.extend(["\u{1}", id, "\u{2}", written, "\u{1}"]),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A translation that came back, as it is to be written: with the codes of the archive.
///
/// # Errors
///
/// How its codes do not agree with those of the unit.
pub(super) fn restored(unit: &MarkedUnit, returned: &[MarkedPart]) -> Result<String, Message> {
    let mut text = String::new();
    let mut used: Vec<&str> = Vec::new();
    for part in returned {
        match part {
            MarkedPart::Text(words) => text.push_str(words),
            MarkedPart::Code { id, .. } => {
                let known = unit.codes.iter().find(|(known, ..)| known == id);
                let (_, _, written) = known.ok_or_else(|| say!("no-inline-element", id))?;
                if used.contains(&id.as_str()) {
                    return Err(say!("inline-element-twice", id));
                }
                used.push(id);
                text.push_str(written);
            }
        }
    }
    match unit.required.iter().find(|id| !used.contains(&id.as_str())) {
        Some(id) => {
            let written = unit.codes.iter().find(|(known, kind, _)| known == id && !kind.is_hidden());
            Err(match written {
                Some((_, _, written)) => say!("written-element-lost", id, written = written.trim()),
                None => say!("inline-element-lost", id),
            })
        }
        None => Ok(text.trim().to_owned()),
    }
}
