//! The row of headers: which column is where.

use std::collections::BTreeMap;

use super::{
    cells::{ReadRow, ReadTable},
    column::SheetColumn,
    sheet_problem::SheetProblem,
};
use crate::{
    diagnostic::Code,
    lang::{nfkc, say},
};

/// In how many rows the headers are looked for.
pub(super) const MAX_ABOVE: usize = 50;

/// How many columns of others are named.
const MAX_NAMED: usize = 10;

/// Which column is where.
#[derive(Debug)]
pub(super) struct Headers {
    /// The number of their row.
    pub(super) row: usize,
    /// The numbers of the columns.
    pub(super) columns: BTreeMap<SheetColumn, usize>,
    /// Columns that are none of a sheet's, by their numbers.
    pub(super) others: Vec<(usize, String)>,
}

impl Headers {
    /// The headers of a table: of the first row that says `id` and one more of them. `None` of a table without such a row.
    pub(super) fn find(table: &ReadTable, problems: &mut Vec<SheetProblem>) -> Option<Self> {
        let rows = table.rows.iter().take(MAX_ABOVE);
        let mut found = rows.filter_map(|(number, row)| Some((*number, row, column_names(row)?)));
        let (number, row, names) = found.next()?;
        let mut headers = Self { row: number, columns: BTreeMap::new(), others: Vec::new() };
        for (at, column) in names {
            match column {
                Some(column) if headers.columns.contains_key(&column) => {
                    let message = say!("header-twice", column = column.name());
                    let problem = SheetProblem::at(table.place(number, at), Code::DuplicateKey, message);
                    problems.push(problem.help(say!("delete-one-column")));
                }
                Some(column) => drop(headers.columns.insert(column, at)),
                None => headers.others.push((at, row[&at].value.text())),
            }
        }
        headers.others.truncate(MAX_NAMED);
        for column in SheetColumn::ALL.iter().filter(|column| !headers.columns.contains_key(column)) {
            let message = say!("header-missing", column = column.name());
            let at = row.keys().next().copied().unwrap_or(1);
            let problem = SheetProblem::at(table.place(number, at), Code::MissingField, message);
            problems.push(problem.help(say!("put-header-back")));
        }
        Some(headers)
    }
}

/// The columns of a row that is one of headers; nothing where a cell is the header of another.
fn column_names(row: &ReadRow) -> Option<Vec<(usize, Option<SheetColumn>)>> {
    let named = row.iter().map(|(at, cell)| (*at, column(&cell.value.text())));
    let named: Vec<_> = named.collect();
    let known = named.iter().filter(|(_, column)| column.is_some()).count();
    let has_id = named.iter().any(|(_, column)| *column == Some(SheetColumn::Id));
    (has_id && known > 1).then_some(named)
}

fn column(header: &str) -> Option<SheetColumn> {
    let header = nfkc(header).trim().to_lowercase();
    SheetColumn::ALL.iter().copied().find(|column| column.name() == header)
}

/// What is said of a file that has no row of headers.
pub(super) fn missing() -> SheetProblem {
    let names: Vec<_> = SheetColumn::ALL.iter().map(|column| column.name()).collect();
    let help = say!("row-of-headers", names = names.join(", "));
    SheetProblem::of_file(Code::MissingField, say!("no-row-of-headers"), help)
}
