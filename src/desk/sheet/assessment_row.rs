//! What a sheet brings: assessments, and what is to be said of its cells.

use super::{cells::CellPlace, sheet_problem::SheetProblem};
use crate::{
    id::Id,
    lang::{Date, Message, PerLang},
    model::{Assessment, Commitment, Document, Party, Status},
};

/// An assessment that a row brings.
#[derive(Clone, Debug)]
pub struct AssessmentRow {
    /// What is assessed.
    pub commitment: Id<Commitment>,
    /// How it stands.
    pub status: Status,
    /// The day of the judgement.
    pub date: Date,
    /// Who judged.
    pub by: Party,
    /// The id of who judged, or the word for it.
    pub judge: String,
    /// The document that says so.
    pub source: Id<Document>,
    /// A remark in each language.
    pub note: PerLang<Option<String>>,
    /// The cell of its status.
    pub place: CellPlace,
    /// The cell of its remark.
    pub note_place: CellPlace,
}

impl AssessmentRow {
    /// Whether an assessment says the same, but for a remark.
    #[must_use]
    pub fn is_same(&self, other: &Assessment) -> bool {
        (self.status, self.date, self.by, self.source) == (other.status, other.date, other.by, other.source)
    }
}

/// What a sheet brings.
#[derive(Debug, Default)]
pub struct SheetAnswers {
    /// The assessments that are new.
    pub new: Vec<AssessmentRow>,
    /// What is wrong with its cells, in their order. Nothing is to be taken from it then.
    pub problems: Vec<SheetProblem>,
    /// What a person may want to know.
    pub remarks: Vec<Message>,
    /// How many rows say what the archive has already.
    pub known: usize,
    /// How many rows are not filled in.
    pub empty: usize,
}
