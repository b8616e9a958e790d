//! A table of the data: its columns, and a row for each record.

use csv::{Terminator, Writer, WriterBuilder};
use std::marker::PhantomData;

use crate::{
    cell_text::{BYTE_ORDER_MARK, defused},
    export::records::{Cells, Column, ColumnType, Columns},
};

/// A finished table.
pub(super) struct CsvTable {
    /// Its name, that of its file and of its resource.
    pub(super) name: &'static str,
    /// What is in it.
    pub(super) about: &'static str,
    /// Its columns, in order.
    pub(super) columns: Vec<Column>,
    /// The file.
    pub(super) csv: Vec<u8>,
}

impl CsvTable {
    /// A table with a row for each record.
    pub(super) fn of<R: Columns>(
        name: &'static str,
        about: &'static str,
        records: impl IntoIterator<Item = R>,
    ) -> Self {
        let mut table = TableWriter::new(name, about);
        for record in records {
            table.add(&record);
        }
        table.finish()
    }

    /// The name of its file, in the folder of the data.
    pub(super) fn file_name(&self) -> String {
        format!("{}.csv", self.name)
    }
}

/// A table of records as far as it is written.
pub(super) struct TableWriter<R> {
    name: &'static str,
    about: &'static str,
    columns: Vec<Column>,
    writer: Writer<Vec<u8>>,
    record: PhantomData<fn(&R)>,
}

impl<R: Columns> TableWriter<R> {
    /// A table of this name without a row.
    pub(super) fn new(name: &'static str, about: &'static str) -> Self {
        Self::with(name, about, Vec::new())
    }

    /// A table of records that are lists of others: its first column, such as `meeting_id`, names the row of this table that
    /// a record belongs to.
    pub(super) fn below(name: &'static str, about: &'static str, parent: Column) -> Self {
        Self::with(name, about, vec![parent])
    }

    fn with(name: &'static str, about: &'static str, mut columns: Vec<Column>) -> Self {
        columns.extend(R::columns(&Column::new("", "")));
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
        // Writing to memory cannot fail, and every row has as many cells as the first.
        let _ = writer.write_record(columns.iter().map(|column| column.name.as_bytes()));
        Self { name, about, columns, writer, record: PhantomData }
    }

    /// Adds the row of a record.
    pub(super) fn add(&mut self, record: &R) {
        self.write(Vec::new(), record);
    }

    /// Adds the rows of the records that are a list of another.
    pub(super) fn add_below(&mut self, parent: &str, records: &[R]) {
        for record in records {
            self.write(vec![parent.into()], record);
        }
    }

    fn write<'v>(&mut self, mut row: Cells<'v>, record: &'v R) {
        R::cells(Some(record), &mut row);
        for (column, cell) in self.columns.iter().zip(row) {
            // Numbers and days are this program's own, not an author's.
            let cell = if column.kind == ColumnType::String { defused(cell) } else { cell };
            let _ = self.writer.write_field(cell.as_bytes());
        }
        let _ = self.writer.write_record(None::<&[u8]>);
    }

    /// The table.
    pub(super) fn finish(self) -> CsvTable {
        let Self { name, about, columns, writer, .. } = self;
        CsvTable { name, about, columns, csv: writer.into_inner().unwrap_or_default() }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    /// A value of `-5` in a column of each type.
    struct OfEachType;

    impl Columns for OfEachType {
        fn columns(_: &Column) -> Vec<Column> {
            let types = [ColumnType::String, ColumnType::Integer, ColumnType::Date, ColumnType::Boolean];
            types.map(|kind| Column { kind, ..Column::new("c", "a column") }).into()
        }

        fn cells<'v>(_: Option<&'v Self>, row: &mut Cells<'v>) {
            row.extend(["-5"; 4].map(Cow::from));
        }
    }

    #[test]
    fn numbers_and_days_get_no_apostrophe() {
        let table = CsvTable::of("t", "a table", [OfEachType]);
        assert_eq!(String::from_utf8_lossy(&table.csv), "\u{feff}c,c,c,c\r\n'-5,-5,-5,-5\r\n");
    }
}
