//! A sheet as a table of text.

use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use super::{
    cells::{CellValue, ReadCell, ReadRow, ReadTable},
    column::SheetColumn,
    format::MAX_SHEET,
    headers::MAX_ABOVE,
    package::too_large,
    row::CommitmentRow,
    sheet_problem::SheetProblem,
};
use crate::{
    cell_text::{BYTE_ORDER_MARK, defused},
    diagnostic::Code,
    lang::say,
};

/// What may stand between cells: programs differ by the language of the system.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The table with its row of headers.
pub(super) fn written(rows: &[CommitmentRow]) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    // Writing to memory cannot fail, and every row has as many cells as the first.
    let _ = writer.write_record(SheetColumn::ALL.iter().map(|column| column.name()));
    for row in rows {
        let fixed = row.cells.iter().map(|cell| defused(cell.into()));
        let empty = SheetColumn::ALL.iter().skip(SheetColumn::FIXED).map(|_| "".into());
        let _ = writer.write_record(fixed.chain(empty).map(|cell| cell.as_bytes().to_vec()));
    }
    writer.into_inner().unwrap_or_default()
}

/// The table of a text.
pub(super) fn read(bytes: &[u8]) -> Result<ReadTable, SheetProblem> {
    if bytes.len() as u64 > MAX_SHEET {
        return Err(too_large(say!("large-file", limit = MAX_SHEET >> 20)));
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| {
        SheetProblem::of_file(Code::InvalidUtf8, say!("sheet-not-utf8"), say!("save-as-csv-utf8"))
    })?;
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter(text));
    let mut reader = builder.from_reader(text.as_bytes());
    let mut table = ReadTable::default();
    let mut lines = LineCounter { text, at: 0, line: 1 };
    let mut record = StringRecord::new();
    // What is read from memory is UTF-8 and may have rows of any length.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        let filled = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let cells = filled.map(|(index, cell)| {
            (index + 1, ReadCell { value: CellValue::Text(cell.to_owned()), is_formula: false })
        });
        let cells: ReadRow = cells.collect();
        if !cells.is_empty() {
            table.rows.insert(lines.of(usize::try_from(start).unwrap_or(usize::MAX)), cells);
        }
    }
    Ok(table)
}

/// Counts the lines of a text, from its beginning on.
struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl LineCounter<'_> {
    /// The line of a record that begins here, or behind the line breaks that are here.
    fn of(&mut self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let start = self.text.len() - rest.trim_start_matches(['\r', '\n']).len();
        let between = self.text.get(self.at..start).unwrap_or_default();
        self.line += between.matches('\n').count();
        self.at = start;
        self.line
    }
}

/// What stands between the cells: most often in the line of headers, above which there may be others.
fn delimiter(text: &str) -> u8 {
    let is_header = |line: &&str| line.to_lowercase().contains(SheetColumn::Status.name());
    let headers = text.lines().take(MAX_ABOVE).find(is_header).unwrap_or_default();
    let count = |delimiter: &u8| headers.bytes().filter(|byte| byte == delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_file_and_any_delimiter_will_do() {
        for delimiter in [",", ";", "\t"] {
            let text = "\u{feff}id,status\r\n\r\n\"a\r\nb\",1\r\nc,\r\n".replace(',', delimiter);
            let table = read(text.as_bytes()).unwrap();
            let rows: Vec<_> = table.rows.iter().map(|(line, row)| (*line, row.len())).collect();
            assert_eq!(rows, [(1, 2), (3, 2), (5, 1)], "{delimiter:?}");
        }
        assert_eq!(read(b"").unwrap().rows.len(), 0);
        assert_eq!(read(&[0x83, 0x41]).unwrap_err().code, Code::InvalidUtf8);
    }

    #[test]
    fn a_cell_that_could_be_a_formula_gets_an_apostrophe() {
        let cells = ["a/b", "m", "=t", "+1", "会合"].map(str::to_owned);
        let written = written(&[CommitmentRow { cells }]);
        let expected = "\u{feff}id,meeting,track,text_en,text_ja,status,date,by,source,note\r\n\
                        a/b,m,'=t,'+1,会合,,,,,\r\n";
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }
}
