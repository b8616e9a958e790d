//! Commitments in a spreadsheet, to be assessed, and the assessments that come back.

mod answers;
mod assessment_row;
mod cell_day;
mod cells;
mod column;
mod conflicts;
mod csv_file;
mod format;
mod guide;
mod headers;
mod notes;
mod package;
mod remark;
mod row;
mod sheet_problem;
mod values;
mod workbook;
mod xlsx_file;

pub use answers::answers;
pub use assessment_row::{AssessmentRow, SheetAnswers};
pub use cells::{CellPlace, ReadTable};
pub use conflicts::unread;
pub use format::{MAX_SHEET, SheetFormat};
pub use notes::{EditedNote, MeetingNote, edited_notes};
pub use row::{CommitmentRow, rows};
pub use sheet_problem::{SheetProblem, SheetReport};

use crate::{lang::PerLang, site::Site, theme::Strings};

/// The sheet of a site: its bytes. `None` if it has more rows or longer texts than a workbook can hold.
#[must_use]
pub fn written(site: &Site, strings: PerLang<&Strings>, format: SheetFormat) -> Option<Vec<u8>> {
    let rows = rows(site);
    match format {
        SheetFormat::Csv => Some(csv_file::written(&rows)),
        SheetFormat::Xlsx => workbook::written(&rows, &guide::guide(site, strings)).ok(),
    }
}

/// The tables of a sheet that came back, whose name says what it is.
///
/// # Errors
///
/// What is wrong with the file.
pub fn read(bytes: &[u8], format: SheetFormat) -> Result<Vec<ReadTable>, SheetProblem> {
    match (format, package::kind(bytes)) {
        (SheetFormat::Xlsx, package::FileKind::Zip) => xlsx_file::read(bytes),
        (SheetFormat::Csv, package::FileKind::Other) => csv_file::read(bytes).map(|table| vec![table]),
        (_, kind) => Err(package::of_another_kind(format, kind)),
    }
}
