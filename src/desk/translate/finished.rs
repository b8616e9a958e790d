//! What is finished comes into the file of a translation; what does not fit is refused, unit by unit.

use std::collections::BTreeMap;

use super::{
    body_units::words,
    codes::{MarkedUnit, flat, marked, restored},
    inline::{Inline, inlines},
    note_text::{has_place, with_text},
    record::TranslationRecord,
    text_unit::{TextStep, TextUnit, UnitPlace, UnitState},
    translation_problem::TranslationProblem,
    whole_body::with_body,
    xliff_file::mark,
    xliff_reader::{ReturnedFile, ReturnedUnit},
};
use crate::{
    diagnostic::{Code, SourceFile},
    edit::{Edit, WorkFile},
    lang::{Count, Message, say},
    source::NoteSource,
};

/// A record with what is finished.
pub struct FinishedRecord {
    /// The file of its translation as it is to be.
    pub file: WorkFile,
    /// The file of its source, which may have texts of both languages.
    pub source: WorkFile,
    /// What was done, line by line.
    pub lines: Vec<Message>,
    /// How many texts have other words.
    pub changed: usize,
    /// How many units are not finished.
    pub unfinished: usize,
    /// Whether every text of the record is translated and finished.
    pub is_whole: bool,
    /// The units that were refused.
    pub refused: Vec<TranslationProblem>,
}

/// Puts the finished units of a record into the file of the translation; with the notes of the source and of the translation.
#[must_use]
pub fn finish_record(
    record: &TranslationRecord<'_>,
    returned: &ReturnedFile,
    notes: [(&NoteSource, &SourceFile); 2],
) -> FinishedRecord {
    let [from, (note, source)] = notes;
    let mut done = FinishedRecord {
        file: WorkFile::new(source),
        source: WorkFile::new(from.1),
        lines: Vec::new(),
        changed: 0,
        unfinished: 0,
        is_whole: false,
        refused: Vec::new(),
    };
    let mut left: BTreeMap<&str, &TextUnit> =
        record.units.iter().map(|unit| (unit.id.as_str(), unit)).collect();
    let mut changes: Vec<(&TextUnit, String, usize)> = Vec::new();
    let mut is_whole = record.unpaired == 0;
    for back in &returned.units {
        let Some(unit) = left.remove(back.id.as_str()) else {
            done.refused.push(unknown(record, back));
            continue;
        };
        match finished_text(unit, back) {
            Ok(Answer::Unfinished) => {
                is_whole = false;
                done.unfinished += 1;
            }
            Ok(Answer::Same) => {}
            Ok(Answer::Changed(text)) => changes.push((unit, text, back.line)),
            Err(problem) => done.refused.push(problem),
        }
    }
    // The last comes first: places before it stay as they are.
    changes.sort_by_key(|(unit, ..)| std::cmp::Reverse(start(unit)));
    changes = done.begin_body(record, from, (note, source.yaml.end), changes);
    let place = TargetPlace { record, note, yaml_end: source.yaml.end };
    let mut lines: Vec<(usize, [String; 3])> = Vec::new();
    for (unit, text, line) in changes {
        let files = match &unit.place {
            UnitPlace::Shared(way) => done.with_shared(way, &text),
            _ => place.placed(&done.file, unit, &text).map(|file| vec![file]),
        };
        let Some(files) = files else {
            done.refused.push(unplaced(unit, line));
            continue;
        };
        done.changed += 1;
        for file in files {
            lines.push((line, [file.path.clone(), unit.id.clone(), text.replace('\n', " ")]));
            let place = if file.path == done.source.path { &mut done.source } else { &mut done.file };
            *place = file;
        }
    }
    lines.sort();
    let lines = lines.into_iter().map(|(_, [file, unit, text])| say!("text-put-in", file, unit, text));
    done.lines.extend(lines);
    done.refused.sort_by_key(|problem| problem.line);
    let is_rest_current = left.values().all(|unit| unit.state == UnitState::Translated);
    done.is_whole = is_whole && is_rest_current && done.refused.is_empty();
    done
}

impl FinishedRecord {
    /// The files that have a text of both languages, with that of the translation.
    fn with_shared(&self, way: &[TextStep], text: &str) -> Option<Vec<WorkFile>> {
        let files = [&self.source, &self.file].into_iter().filter(|file| has_place(file, way));
        let files: Vec<_> = files.map(|file| with_text(file, way, text)).collect::<Option<_>>()?;
        Some(files).filter(|files| !files.is_empty())
    }

    /// Puts the notes into a file that has none, if all their blocks are finished; what is left to be placed.
    fn begin_body<'u>(
        &mut self,
        record: &TranslationRecord<'_>,
        (from, source): (&NoteSource, &SourceFile),
        note: (&NoteSource, usize),
        changes: Vec<(&'u TextUnit, String, usize)>,
    ) -> Vec<(&'u TextUnit, String, usize)> {
        let is_new = |unit: &TextUnit| matches!(unit.place, UnitPlace::Body { target: None, .. });
        let (new, rest): (Vec<_>, Vec<_>) = changes.into_iter().partition(|(unit, ..)| is_new(unit));
        if new.is_empty() {
            return rest;
        }
        let is_all = new.len() == record.units.iter().filter(|unit| is_new(unit)).count();
        let words: Vec<_> = new.iter().map(|(unit, text, _)| (*unit, text.clone())).collect();
        let edited =
            with_body(&self.file, record, note, (source, from.body_start), &words).filter(|_| is_all);
        match edited {
            Some(file) => {
                self.file = file;
                self.changed += new.len();
                let blocks = say!("n-blocks", n = Count(new.len()));
                self.lines.push(say!("notes-put-in", file = self.file.path, blocks));
            }
            None if is_all => self.refused.extend(new.iter().map(|(unit, _, line)| unplaced(unit, *line))),
            None => self.refused.extend(new.iter().map(|(unit, _, line)| {
                refused(unit, *line, &say!("notes-not-finished")).help(say!("finish-notes"))
            })),
        }
        rest
    }
}

/// Where a text stands in its file; those of the front matter are placed last.
fn start(unit: &TextUnit) -> usize {
    match &unit.place {
        UnitPlace::Body { target: Some(span), .. } => span.start,
        _ => 0,
    }
}

/// What a unit that came back asks for.
enum Answer {
    Unfinished,
    Same,
    Changed(String),
}

fn finished_text(unit: &TextUnit, back: &ReturnedUnit) -> Result<Answer, TranslationProblem> {
    let marked = marked(unit);
    let refuse = |why: &Message| refused(unit, back.line, why);
    let mark_back = mark(back.target.as_deref());
    let is_empty = back.target.as_deref().is_none_or(|target| flat(target).is_empty());
    if !back.is_finished || is_empty {
        return Ok(Answer::Unfinished);
    }
    if flat(&back.source) != flat(&marked.source) {
        return Err(refuse(&say!("other-source-text")).help(say!("export-text-as-it-is")));
    }
    if mark_back == mark(marked.target.as_deref()) || mark_back == back.mark {
        return Ok(Answer::Same);
    }
    if mark(marked.target.as_deref()) != back.mark {
        return Err(refuse(&say!("translation-changed")).help(say!("export-both-translations")));
    }
    if let Some(name) = &back.foreign {
        return Err(refuse(&say!("foreign-element", name)));
    }
    let target = back.target.as_deref().unwrap_or_default();
    let text = restored(&marked, target).map_err(|why| refuse(&why))?;
    as_written(unit, &marked, &text).map_err(|why| refuse(&why))?;
    Ok(Answer::Changed(text))
}

/// Finds out whether the words of a translator make codes of their own.
fn as_written(unit: &TextUnit, marked: &MarkedUnit, text: &str) -> Result<(), Message> {
    let codes = inlines(text, unit.markup);
    let mut known: Vec<&str> = marked.codes.iter().map(|(_, _, written)| written.as_str()).collect();
    for part in &codes {
        let Inline::Code(kind, written) = part else { continue };
        if let Some(at) = known.iter().position(|known| known == written) {
            known.swap_remove(at);
        } else if !kind.is_optional() {
            return Err(say!("words-as-markup", written = written.trim()));
        }
    }
    Ok(())
}

fn unknown(record: &TranslationRecord<'_>, back: &ReturnedUnit) -> TranslationProblem {
    let is_known = record.units.iter().any(|unit| unit.id == back.id);
    let message = if is_known {
        say!("unit-twice", unit = back.id)
    } else {
        say!("no-unit", record = record.original(), unit = back.id)
    };
    TranslationProblem::at(back.line, Code::InvalidValue, message).help(say!("units-or-archive-changed"))
}

fn unplaced(unit: &TextUnit, line: usize) -> TranslationProblem {
    refused(unit, line, &say!("not-read-as-text")).help(say!("put-in-by-hand"))
}

/// Why the unit of a line is not put in.
fn refused(unit: &TextUnit, line: usize, why: &Message) -> TranslationProblem {
    TranslationProblem::at(line, Code::InvalidValue, say!("unit-refused", unit = unit.id, why))
}

/// Where texts are placed.
struct TargetPlace<'a> {
    record: &'a TranslationRecord<'a>,
    note: &'a NoteSource,
    yaml_end: usize,
}

impl TargetPlace<'_> {
    /// The file with a text, if it is read as just that.
    fn placed(&self, file: &WorkFile, unit: &TextUnit, text: &str) -> Option<WorkFile> {
        match &unit.place {
            UnitPlace::Body { target: Some(span), .. } => self.in_body(file, span, text),
            UnitPlace::Front(way) => with_text(file, way, text),
            UnitPlace::Body { .. } | UnitPlace::Shared(_) => None,
        }
    }

    fn in_body(&self, file: &WorkFile, span: &std::ops::Range<usize>, text: &str) -> Option<WorkFile> {
        let edited = file.edited(&[Edit { span: span.clone(), text: text.to_owned() }]);
        let body = edited.note(self.note, self.yaml_end)?.body;
        let (before, after) = (&self.record.target.body.units, &body.units);
        let is_same = before.len() == after.len() && before.iter().zip(after).all(|(a, b)| a.kind == b.kind);
        let place = span.start..span.start + text.len();
        let mut places = (0..after.len()).filter_map(|at| words(&body, &edited.text, at));
        (is_same && places.any(|found| found == place)).then_some(edited)
    }
}
