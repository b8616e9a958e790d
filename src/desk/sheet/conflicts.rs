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
    lang::{Date, Lang, Message, say},
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
            answers.problems.push(contradiction(&row, there.status, &say!("in-its-note")));
        } else if let Some(there) = before.iter().find(|it| it.status != row.status) {
            answers.problems.push(contradiction(
                &row,
                there.status,
                &say!("in-cell", cell = there.place.message()),
            ));
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
        let problem = SheetProblem::at(row.place.clone(), Code::InvalidValue, say!("not-read-back"));
        problem.help(say!("add-by-hand"))
    });
    lacking.collect()
}

/// Whether a row gives another status of the same day by the same. Of third parties, nothing says who they are but the document.
fn is_contradicted(there: &Assessment, row: &AssessmentRow) -> bool {
    let is_by_same = there.by == row.by && (row.by != Party::ThirdParty || there.source == row.source);
    is_by_same && there.date == row.date && there.status != row.status
}

fn contradiction(row: &AssessmentRow, status: Status, place: &Message) -> SheetProblem {
    let message = say!("assessed-otherwise", judge = row.judge, status = status.name(), place);
    let problem = SheetProblem::at(row.place.clone(), Code::ConflictingFact, message);
    problem.help(say!("leave-one-or-day"))
}

/// That a note in the archive says something else than the sheet's, if so.
fn other_note(row: &AssessmentRow, there: &Assessment) -> Option<Message> {
    let text = |lang| there.note.as_ref().and_then(|note| note.get(lang));
    let is_other = |lang| row.note[lang].as_deref().is_some_and(|note| Some(note) != text(lang));
    let is_other = Lang::ALL.into_iter().any(is_other);
    is_other.then(|| say!("other-remark", cell = row.note_place.message()))
}
