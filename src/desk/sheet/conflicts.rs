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
    lang::{Date, Lang},
    model::{Assessment, Commitment, Document, Party, Status},
    site::Site,
};

/// What tells an assessor and a day: the commitment, who judged, the day and, of third parties, the document, since nothing else
/// says who they are.
type Judgement = (Id<Commitment>, String, Date, Option<Id<Document>>);

/// What a row says of it.
struct RowStatus {
    status: Status,
    source: Id<Document>,
    place: CellPlace,
}

/// Puts rows among those that are new or known already, and reports two statuses by the same on the same day.
pub(super) fn sort_out(rows: Vec<AssessmentRow>, site: &Site, answers: &mut SheetAnswers) {
    let mut judgements: HashMap<Judgement, Vec<RowStatus>> = HashMap::new();
    for row in rows {
        let third = (row.by == Party::ThirdParty).then_some(row.source);
        let before = judgements.entry((row.commitment, row.judge.clone(), row.date, third)).or_default();
        let archived = &site.commitments[row.commitment].assessments;
        if let Some(there) = archived.iter().find(|it| is_contradicted(it, &row)) {
            answers.problems.push(contradiction(&row, there.status, "in its note"));
        } else if let Some(there) = before.iter().find(|it| it.status != row.status) {
            answers.problems.push(contradiction(&row, there.status, &format!("in {}", there.place)));
        }
        if let Some(there) = archived.iter().find(|it| row.is_same(it)) {
            answers.known += 1;
            answers.remarks.extend(other_note(&row, there));
        } else if before.iter().any(|it| (it.status, it.source) == (row.status, row.source)) {
            answers.known += 1;
        } else {
            before.push(RowStatus { status: row.status, source: row.source, place: row.place.clone() });
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

fn contradiction(row: &AssessmentRow, status: Status, place: &str) -> SheetProblem {
    let message = format!(
        "`{}` has assessed this commitment as `{}` on the same day, {place}",
        row.judge,
        status.name()
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
