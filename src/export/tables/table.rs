//! A table of the data: columns that say what they are, and a row for each record.

use serde::Serialize;
use std::borrow::Cow;

use crate::{
    lang::{Date, Lang, is_ignorable, ruby},
    model::Text,
};

/// What every file begins with: without it, Excel does not take it for UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How a text begins that a spreadsheet would take for a formula: programs differ, and those made for Japanese take the
/// full-width and small signs as well.
const FORMULA: [char; 14] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '\t', '\r'];

/// A finished table.
pub(super) struct Table {
    /// Its name, that of its file and of its resource.
    pub(super) name: &'static str,
    /// What is in it.
    pub(super) about: &'static str,
    /// Its columns, in order.
    pub(super) fields: Vec<Field>,
    /// The file.
    pub(super) csv: Vec<u8>,
}

impl Table {
    /// The name of its file, in the folder of the data.
    pub(super) fn file_name(&self) -> String {
        format!("{}.csv", self.name)
    }
}

/// What a column is.
pub(super) struct Field {
    /// Its name in the first row.
    pub(super) name: Cow<'static, str>,
    /// What is in it.
    pub(super) about: Cow<'static, str>,
    /// What its values are.
    pub(super) kind: Kind,
    /// Whether every row has a value.
    pub(super) is_required: bool,
    /// The words that its values are, where there are only these.
    pub(super) words: Vec<&'static str>,
    /// The table whose rows its values name by their id.
    pub(super) refers: Option<&'static str>,
}

/// What the values of a column are, by the words of Table Schema.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// Text.
    String,
    /// A day.
    Date,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
}

type Cell<'a> = Option<Cow<'a, str>>;

/// What a row has in a column.
type Value<'a, R> = Box<dyn Fn(&R) -> Cell<'a> + 'a>;

/// Columns to which rows are to be given.
pub(super) struct Columns<'a, R> {
    name: &'static str,
    about: &'static str,
    fields: Vec<Field>,
    cells: Vec<Value<'a, R>>,
}

impl<'a, R> Columns<'a, R> {
    /// A table of this name without a column.
    pub(super) fn new(name: &'static str, about: &'static str) -> Self {
        Self { name, about, fields: Vec::new(), cells: Vec::new() }
    }

    /// The id of the record, by which other tables name it.
    pub(super) fn id<C: Into<Cow<'a, str>>>(self, about: &'static str, value: impl Fn(&R) -> C + 'a) -> Self {
        self.required("id", about, value)
    }

    /// A text that every record has.
    pub(super) fn required<C: Into<Cow<'a, str>>>(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> C + 'a,
    ) -> Self {
        let field = Field { is_required: true, ..Field::new(name, about) };
        self.column(field, move |row| Some(value(row).into()))
    }

    /// A text that not every record has, the same in both languages.
    pub(super) fn optional<C: Into<Cow<'a, str>>>(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> Option<C> + 'a,
    ) -> Self {
        self.column(Field::new(name, about), move |row| value(row).map(Into::into))
    }

    /// One of a few words.
    pub(super) fn word(
        self,
        name: &'static str,
        about: &'static str,
        words: &[&'static str],
        value: impl Fn(&R) -> Option<&'static str> + 'a,
    ) -> Self {
        let field = Field { words: words.to_vec(), ..Field::new(name, about) };
        self.column(field, move |row| value(row).map(Into::into))
    }

    /// The id of a record in another table, or in this one.
    pub(super) fn reference<C: Into<Cow<'a, str>>>(
        self,
        name: &'static str,
        table: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> Option<C> + 'a,
    ) -> Self {
        let field = Field { refers: Some(table), ..Field::new(name, about) };
        self.column(field, move |row| value(row).map(Into::into))
    }

    /// A value with a column for each language.
    pub(super) fn each(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R, Lang) -> Option<String> + Copy + 'a,
    ) -> Self {
        let fields = |lang| Field::per_language(lang, name, about);
        self.columns(fields, move |row, lang| value(row, lang).map(Into::into))
    }

    /// One of a few words, with a column for each language.
    pub(super) fn each_word(
        self,
        name: &'static str,
        about: &'static str,
        words: &[&'static str],
        value: impl Fn(&R, Lang) -> Option<&'static str> + Copy + 'a,
    ) -> Self {
        let fields = |lang| Field { words: words.to_vec(), ..Field::per_language(lang, name, about) };
        self.columns(fields, move |row, lang| value(row, lang).map(Into::into))
    }

    /// The id of a record in another table, with a column for each language.
    pub(super) fn each_reference(
        self,
        name: &'static str,
        table: &'static str,
        about: &'static str,
        value: impl Fn(&R, Lang) -> Option<&'a str> + Copy + 'a,
    ) -> Self {
        let fields = |lang| Field { refers: Some(table), ..Field::per_language(lang, name, about) };
        self.columns(fields, move |row, lang| value(row, lang).map(Into::into))
    }

    /// A text with a column for each language, without the readings of ruby.
    pub(super) fn text(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> Option<&'a Text> + Copy + 'a,
    ) -> Self {
        self.each(name, about, move |row, lang| Some(ruby::plain(value(row)?.get(lang)?)))
    }

    /// A day.
    pub(super) fn date(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> Option<Date> + 'a,
    ) -> Self {
        let field = Field { kind: Kind::Date, ..Field::new(name, about) };
        self.column(field, move |row| value(row).map(|day| day.to_string().into()))
    }

    /// A whole number.
    pub(super) fn number(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> Option<u32> + 'a,
    ) -> Self {
        let field = Field { kind: Kind::Integer, ..Field::new(name, about) };
        self.column(field, move |row| value(row).map(|number| number.to_string().into()))
    }

    /// Yes or no.
    pub(super) fn flag(
        self,
        name: &'static str,
        about: &'static str,
        value: impl Fn(&R) -> bool + 'a,
    ) -> Self {
        let field = Field { kind: Kind::Boolean, is_required: true, ..Field::new(name, about) };
        self.column(field, move |row| Some(if value(row) { "true" } else { "false" }.into()))
    }

    fn columns(
        self,
        field: impl Fn(Lang) -> Field,
        value: impl Fn(&R, Lang) -> Cell<'a> + Copy + 'a,
    ) -> Self {
        Lang::ALL
            .into_iter()
            .fold(self, |columns, lang| columns.column(field(lang), move |row| value(row, lang)))
    }

    fn column(mut self, field: Field, value: impl Fn(&R) -> Cell<'a> + 'a) -> Self {
        self.fields.push(field);
        self.cells.push(Box::new(value));
        self
    }

    /// The table with these rows.
    pub(super) fn rows(self, rows: impl IntoIterator<Item = R>) -> Table {
        let Self { name, about, fields, cells } = self;
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
        // Writing to memory cannot fail, and every row has as many cells as the first.
        let _ = writer.write_record(fields.iter().map(|field| field.name.as_bytes()));
        for row in rows {
            for (field, cell) in fields.iter().zip(&cells) {
                let value = cell(&row).unwrap_or_default();
                // Numbers and days are this program's own, not an author's.
                let value = if field.kind == Kind::String { defused(value) } else { value };
                let _ = writer.write_field(value.as_bytes());
            }
            let _ = writer.write_record(None::<&[u8]>);
        }
        Table { name, about, fields, csv: writer.into_inner().unwrap_or_default() }
    }
}

impl Field {
    fn new(name: impl Into<Cow<'static, str>>, about: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            about: about.into(),
            kind: Kind::String,
            is_required: false,
            words: Vec::new(),
            refers: None,
        }
    }

    fn per_language(lang: Lang, name: &str, about: &str) -> Self {
        Self::new(format!("{name}_{}", lang.code()), format!("{about} ({})", lang.locale().own_name))
    }
}

/// The text as no spreadsheet runs it. What stands before a sign and is not seen may be cut off by the program.
fn defused(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_seen = |c: &char| FORMULA.contains(c) || !(c.is_whitespace() || is_ignorable(*c));
    let is_formula = text.chars().find(is_seen).is_some_and(|c| FORMULA.contains(&c));
    if is_formula { format!("'{text}").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_gets_an_apostrophe() {
        for sign in FORMULA {
            for before in
                ["", "\n", " ", "\u{a0}", "\u{3000}", "\u{feff}", "\u{200b}", "\u{2060} \n", "\u{85}"]
            {
                let formula = format!("{before}{sign}1+1");
                assert_eq!(defused(formula.as_str().into()), format!("'{formula}"));
            }
        }
        for text in
            ["", " ", "\n", "1-1", "a=b", " a=b", "'=1", "２", "　第1回", "–", "ー", "〜", "「＝」", "(=1)"]
        {
            assert_eq!(defused(text.into()), text);
        }
    }

    #[test]
    fn numbers_and_days_get_no_apostrophe() {
        let kinds = [Kind::String, Kind::Integer, Kind::Date, Kind::Boolean];
        let columns = kinds.into_iter().fold(Columns::new("t", "a table"), |columns, kind| {
            columns.column(Field { kind, ..Field::new("c", "a column") }, |()| Some("-5".into()))
        });
        let table = columns.rows([()]);
        assert_eq!(String::from_utf8_lossy(&table.csv), "\u{feff}c,c,c,c\r\n'-5,-5,-5,-5\r\n");
    }
}
