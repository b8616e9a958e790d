//! Rows against each other and against what the archive has: what is there already, and what cannot both be so.

use std::collections::HashMap;

use super::{
    assessment_row::{AssessmentRow, SheetAnswers},
    cells::CellPlace,
    sheet_problem::SheetProblem,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::{Lang, PerLang},
    model::{Assessment, Commitment, Party, Text},
    site::Site,
};

/// Puts rows among those that are new or known already, and reports two statuses by the same on the same day.
pub(super) fn sort_out(rows: Vec<AssessmentRow>, site: &Site, answers: &mut SheetAnswers) {
    let mut seen: HashMap<Id<Commitment>, Vec<(Assessment, CellPlace)>> = HashMap::new();
    for row in rows {
        let before = seen.entry(row.commitment).or_default();
        let archived = &site.commitments[row.commitment].assessments;
        if let Some(there) = archived.iter().find(|it| is_contradicted(it, &row)) {
            answers.problems.push(contradiction(&row, there, "in its note"));
        } else if let Some((there, place)) = before.iter().find(|(it, _)| is_contradicted(it, &row)) {
            answers.problems.push(contradiction(&row, there, &format!("in {place}")));
        }
        if let Some(there) = archived.iter().find(|it| row.is_same(it)) {
            answers.known += 1;
            answers.remarks.extend(other_note(&row, there));
        } else if before.iter().any(|(it, _)| row.is_same(it)) {
            answers.known += 1;
        } else {
            before.push((assessment(&row), row.place.clone()));
            answers.new.push(row);
        }
    }
}

/// The rows whose assessments a site does not have, though they were added to its notes.
#[must_use]
pub fn unread(rows: &[AssessmentRow], site: &Site) -> Vec<SheetProblem> {
    let has =
        |row: &&AssessmentRow| site.commitments[row.commitment].assessments.iter().any(|it| row.is_same(it));
    let lacking = rows.iter().filter(|row| !has(row)).map(|row| {
        let message = "the assessment could not be read back from the note";
        let problem = SheetProblem::at(row.place.clone(), Code::InvalidValue, message);
        problem.help("add it to the note by hand, and empty the row")
    });
    lacking.collect()
}

/// Whether a row gives another status of the same day by the same. Of third parties, nothing says who they are but the document.
fn is_contradicted(there: &Assessment, row: &AssessmentRow) -> bool {
    let is_by_same = there.by == row.by && (row.by != Party::ThirdParty || there.source == row.source);
    is_by_same && there.date == row.date && there.status != row.status
}

fn contradiction(row: &AssessmentRow, there: &Assessment, place: &str) -> SheetProblem {
    let message = format!(
        "`{}` has assessed this commitment as `{}` on the same day, {place}",
        row.judge,
        there.status.name()
    );
    let problem = SheetProblem::at(row.place.clone(), Code::ConflictingFact, message);
    problem.help("leave one of the two, or give each its own day")
}

/// That a note in the archive says something else than the sheet's, if so.
fn other_note(row: &AssessmentRow, there: &Assessment) -> Option<String> {
    let text = |lang| there.note.as_ref().and_then(|note| note.get(lang));
    let is_other = |lang| row.note[lang].as_deref().is_some_and(|note| Some(note) != text(lang));
    let is_other = Lang::ALL.into_iter().any(is_other);
    is_other.then(|| {
        format!(
            "{}: the assessment is there already, with another note, which stays as it is",
            row.note_place
        )
    })
}

fn assessment(row: &AssessmentRow) -> Assessment {
    let AssessmentRow { status, date, by, source, .. } = *row;
    let note =
        Lang::ALL.into_iter().fold(Text::default(), |text, lang| text.with(lang, note(&row.note, lang)));
    Assessment { status, date, by, source, note: Some(note).filter(|note| !note.is_empty()) }
}

fn note(notes: &PerLang<Option<String>>, lang: Lang) -> Option<&str> {
    notes[lang].as_deref()
}
