//! The columns of a table, as the types of values make them.

use serde::Serialize;
use std::borrow::Cow;

use crate::lang::Lang;

/// What stands between the values of a cell that holds several.
pub(super) const SEPARATOR: &str = "; ";

/// What a column is.
#[derive(Clone, Debug)]
pub(in crate::export) struct Column {
    /// Its name in the first row.
    pub(in crate::export) name: String,
    /// What is in it.
    pub(in crate::export) about: String,
    /// What its values are.
    pub(in crate::export) kind: ColumnType,
    /// Whether every row has a value.
    pub(in crate::export) is_required: bool,
    /// The words that its values are, where there are only these.
    pub(in crate::export) words: &'static [&'static str],
    /// The pattern that its values follow, where they do.
    pub(in crate::export) pattern: Option<&'static str>,
    /// The table whose rows its values name by their id.
    pub(in crate::export) refers: Option<&'static str>,
}

/// What the values of a column are, by the words of Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::export) enum ColumnType {
    /// Text.
    String,
    /// A day.
    Date,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
}

impl Column {
    /// A column of text that every row has.
    pub(in crate::export) fn new(name: &str, about: &str) -> Self {
        let about = about.trim().trim_end_matches('.');
        Self {
            name: name.to_owned(),
            about: about.to_owned(),
            kind: ColumnType::String,
            is_required: true,
            words: &[],
            pattern: None,
            refers: None,
        }
    }

    /// A column of a record that stands in this one's place: its name follows this one's, where both have one.
    pub(super) fn within(&self, name: &str, about: &str) -> Self {
        let between = if self.name.is_empty() || name.is_empty() { "" } else { "_" };
        Self::new(&[&self.name, between, name].concat(), about)
    }

    /// The same for one language, which stands in the place of a reference's `_id`.
    fn of_language(&self, lang: Lang) -> Self {
        let name = self.name.strip_suffix("_id").unwrap_or(&self.name);
        let name = format!("{name}_{}", lang.code());
        let about = format!("{} ({})", self.about, lang.locale().own_name);
        Self { name, about, is_required: false, ..self.clone() }
    }
}

/// The cells of a row, as far as they are made.
pub(in crate::export) type Cells<'v> = Vec<Cow<'v, str>>;

/// A value that stands in one or more columns of a table.
pub(in crate::export) trait Columns {
    /// Its columns, in the place of this one.
    fn columns(of: &Column) -> Vec<Column>;

    /// Adds a cell for each column, empty ones where there is no value.
    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>);
}

impl Columns for &str {
    fn columns(of: &Column) -> Vec<Column> {
        vec![of.clone()]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push((*value.unwrap_or(&"")).into());
    }
}

impl Columns for String {
    fn columns(of: &Column) -> Vec<Column> {
        vec![of.clone()]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push(value.map(String::as_str).unwrap_or_default().into());
    }
}

impl Columns for u32 {
    fn columns(of: &Column) -> Vec<Column> {
        vec![Column { kind: ColumnType::Integer, ..of.clone() }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push(value.map(ToString::to_string).unwrap_or_default().into());
    }
}

impl Columns for bool {
    fn columns(of: &Column) -> Vec<Column> {
        vec![Column { kind: ColumnType::Boolean, ..of.clone() }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        let words = |is_so: &bool| if *is_so { "true" } else { "false" };
        row.push(value.map(words).unwrap_or_default().into());
    }
}

impl<T: Columns> Columns for Option<T> {
    fn columns(of: &Column) -> Vec<Column> {
        let columns = T::columns(of).into_iter();
        columns.map(|column| Column { is_required: false, ..column }).collect()
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        T::cells(value.and_then(Option::as_ref), row);
    }
}

/// Several short values share a cell.
impl<T: AsRef<str>> Columns for Vec<T> {
    fn columns(of: &Column) -> Vec<Column> {
        let about = format!("{}, joined by semicolons", of.about);
        vec![Column { is_required: false, about, ..of.clone() }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        let values: Vec<&str> = value.into_iter().flatten().map(AsRef::as_ref).collect();
        row.push(values.join(SEPARATOR).into());
    }
}

/// Two of the same have a column each.
impl<T: Columns> Columns for [T; 2] {
    fn columns(of: &Column) -> Vec<Column> {
        let named = |which: &str| {
            let (name, about) = (format!("{which}_{}", of.name), format!("{}: the {which}", of.about));
            T::columns(&Column::new(&name, &about))
        };
        ["first", "second"].into_iter().flat_map(named).collect()
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        for at in 0..2 {
            T::cells(value.and_then(|two| two.get(at)), row);
        }
    }
}

/// Each column once for each language.
pub(super) fn of_languages(columns: Vec<Column>) -> Vec<Column> {
    let both = |column: Column| Lang::ALL.map(|lang| column.of_language(lang));
    columns.into_iter().flat_map(both).collect()
}
