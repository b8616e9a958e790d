//! The cells of a sheet as they were read, and how their places are named.

use std::{collections::BTreeMap, ops::RangeInclusive};

use crate::lang::{Message, say};

/// A table that was read.
#[derive(Clone, Debug, Default)]
pub struct ReadTable {
    /// The name of its sheet; a file of text has none.
    pub(super) sheet: Option<String>,
    /// Its rows that are not empty, by their numbers from 1: of a file of text, those of their lines.
    pub(super) rows: BTreeMap<usize, ReadRow>,
    /// Cells that were made one.
    pub(super) merged: Vec<MergedCells>,
}

/// The cells of a row that are not empty, by their numbers from 1.
pub(super) type ReadRow = BTreeMap<usize, ReadCell>;

/// Cells that were made one.
#[derive(Clone, Debug)]
pub(super) struct MergedCells {
    pub(super) rows: RangeInclusive<usize>,
    pub(super) columns: RangeInclusive<usize>,
}

/// A cell that is not empty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReadCell {
    pub(super) value: CellValue,
    /// Whether a formula made the value.
    pub(super) is_formula: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CellValue {
    /// Nothing: of a formula that was never worked out.
    Nothing,
    Text(String),
    Number(f64),
    /// A day, counted from the first of the epoch that begins in 1904, if that is so, or else from that of 1900.
    Day(f64, bool),
    /// What a formula could not work out.
    Error(String),
}

impl CellValue {
    /// The text that it stands for, without blanks at its ends.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Number(number) | Self::Day(number, _) => number.to_string(),
        }
    }
}

impl ReadTable {
    /// Where a cell is.
    pub(super) fn place(&self, row: usize, column: usize) -> CellPlace {
        CellPlace { sheet: self.sheet.clone(), row, column }
    }
}

/// Where a cell is: its row, or the line of a file of text, and its column, both from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The name of its sheet; a file of text has none.
    pub sheet: Option<String>,
    /// The number of the row or line.
    pub row: usize,
    /// The number of the column.
    pub column: usize,
}

impl CellPlace {
    /// As spreadsheets name it, `Sheet1!F7`; of a file of text `line 7, column 6`.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { sheet, row, column } = self;
        let Some(sheet) = sheet else { return say!("line-and-column", line = row, column) };
        let sheet = if sheet.chars().all(|c| c.is_alphanumeric() || c == '_') {
            sheet.clone()
        } else {
            format!("'{}'", sheet.replace('\'', "''"))
        };
        Message::verbatim(format!("{sheet}!{}{row}", letters(*column)))
    }
}

/// What spreadsheets call a column: A, Z, AA.
pub(super) fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let names = [1, 6, 26, 27, 52, 53, 702, 703, 16_384].map(letters);
        assert_eq!(names, ["A", "F", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
        let place = |sheet: Option<&str>| CellPlace { sheet: sheet.map(Into::into), row: 7, column: 6 };
        for (sheet, name) in [
            (Some("Sheet1"), "Sheet1!F7"),
            (Some("事項"), "事項!F7"),
            (Some("My 'own'"), "'My ''own'''!F7"),
            (None, "line 7, column 6"),
        ] {
            assert_eq!(place(sheet).message().text(Lang::En), name);
        }
        assert_eq!(place(None).message().text(Lang::Ja), "7 行目 6 列目");
    }
}
