//! The tables of a workbook.

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;

use super::{
    cells::{CellValue, MergedCells, ReadCell, ReadTable},
    package::{check, damaged, too_large},
    sheet_problem::SheetProblem,
};
use crate::lang::say;

/// How many cells that are not empty a workbook may have.
const MAX_CELLS: usize = 1_000_000;

/// How long all texts of its cells may be, in bytes.
const MAX_TEXTS: usize = 64 << 20;

/// What may still be read.
struct ReadLimits {
    cells: usize,
    texts: usize,
}

/// The tables of a workbook, sheet by sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<ReadTable>, SheetProblem> {
    check(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut limits = ReadLimits { cells: MAX_CELLS, texts: MAX_TEXTS };
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        match table(&mut workbook, &name, &mut limits) {
            Ok(table) => tables.push(table?),
            // A sheet of charts has no cells.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(damaged(error)),
        }
    }
    Ok(tables)
}

fn table(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &mut ReadLimits,
) -> Result<Result<ReadTable, SheetProblem>, XlsxError> {
    let mut table = ReadTable { sheet: Some(name.to_owned()), ..ReadTable::default() };
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        let (row, column) = cell.pos;
        let is_formula = cell.formula.is_some();
        let value = match value(cell.value) {
            None if is_formula => CellValue::Nothing,
            None => continue,
            Some(value) => value,
        };
        let length = if let CellValue::Text(text) = &value { text.len() } else { 0 };
        if limits.cells == 0 || limits.texts < length {
            return Ok(Err(too_large(say!("cells-beyond-sheet"))));
        }
        limits.cells -= 1;
        limits.texts -= length;
        let cells = table.rows.entry(row as usize + 1).or_default();
        cells.insert(column as usize + 1, ReadCell { value, is_formula });
    }
    drop(cells);
    let merged = workbook.merge_cells_by_sheet_name(name)?.into_iter().map(|cells| MergedCells {
        rows: cells.start.0 as usize + 1..=cells.end.0 as usize + 1,
        columns: cells.start.1 as usize + 1..=cells.end.1 as usize + 1,
    });
    table.merged = merged.collect();
    Ok(Ok(table))
}

/// What stands in a cell; `None` in one that is empty.
fn value(value: DataRef<'_>) -> Option<CellValue> {
    Some(match value.into() {
        Data::Empty => return None,
        Data::String(text) if text.trim().is_empty() => return None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => CellValue::Text(text),
        #[allow(clippy::cast_precision_loss, reason = "no number of a sheet needs all of its digits")]
        Data::Int(number) => CellValue::Number(number as f64),
        Data::Float(number) => CellValue::Number(number),
        Data::Bool(is_so) => CellValue::Text(if is_so { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(day) => {
            // What the epoch is, nothing else of it says.
            let (year, ..) = day.to_ymd_hms_milli();
            let of_1900 =
                calamine::ExcelDateTime::new(day.as_f64(), calamine::ExcelDateTimeType::DateTime, false);
            CellValue::Day(day.as_f64(), of_1900.to_ymd_hms_milli().0 != year)
        }
        Data::Error(error) => CellValue::Error(error.to_string()),
    })
}
