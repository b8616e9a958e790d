//! What the fields of records hold: texts in both languages, days, words, and the ids of other records.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::{borrow::Cow, marker::PhantomData};
use strum::VariantNames;

use super::column::{Cells, Column, ColumnType, Columns, SEPARATOR, of_languages};
use crate::{
    lang::{Date, Lang, PartialDate, ruby},
    model::{Commitment, Delegation, Dialogue, Document, Event, Meeting, Organization, Person, Text, Track},
};

/// Something in each language that has it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Both_{T}")]
pub(in crate::export) struct Both<T> {
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<T>,
    /// In Japanese.
    #[serde(skip_serializing_if = "Option::is_none")]
    ja: Option<T>,
}

impl<T> Both<T> {
    pub(super) fn of(value: impl Fn(Lang) -> Option<T>) -> Self {
        Self { en: value(Lang::En), ja: value(Lang::Ja) }
    }

    fn get(&self, lang: Lang) -> Option<&T> {
        match lang {
            Lang::En => self.en.as_ref(),
            Lang::Ja => self.ja.as_ref(),
        }
    }
}

impl<T: Columns> Columns for Both<T> {
    fn columns(of: &Column) -> Vec<Column> {
        of_languages(T::columns(of))
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        let (mut en, mut ja) = (Vec::new(), Vec::new());
        T::cells(value.and_then(|both| both.en.as_ref()), &mut en);
        T::cells(value.and_then(|both| both.ja.as_ref()), &mut ja);
        row.extend(en.into_iter().zip(ja).flat_map(|(en, ja)| [en, ja]));
    }
}

/// A text in plain characters, without the readings of ruby.
pub(super) type Plain = Both<String>;

pub(super) fn text(text: &Text) -> Plain {
    Both::of(|lang| text.get(lang).map(ruby::plain))
}

pub(super) fn optional(value: Option<&Text>) -> Option<Plain> {
    value.map(text)
}

/// Several short texts share a cell in each language.
impl Columns for Vec<Plain> {
    fn columns(of: &Column) -> Vec<Column> {
        of_languages(Vec::<String>::columns(of))
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        for lang in Lang::ALL {
            let texts = value.into_iter().flatten().filter_map(|text| text.get(lang).map(String::as_str));
            row.push(texts.collect::<Vec<_>>().join(SEPARATOR).into());
        }
    }
}

/// A day of the calendar, such as `2010-11-01`.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(in crate::export) struct Day(#[schemars(extend("format" = "date"))] String);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.to_string())
    }
}

impl Columns for Day {
    fn columns(of: &Column) -> Vec<Column> {
        vec![Column { kind: ColumnType::Date, ..of.clone() }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push(value.map(|day| day.0.as_str()).unwrap_or_default().into());
    }
}

/// What a day or a month is written by.
const DAY_OR_MONTH: &str = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$";

/// A day of the calendar, such as `2010-11-01`, or a month of which the day is not known, such as `2012-10`.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(in crate::export) struct PartialDay(#[schemars(extend("pattern" = DAY_OR_MONTH))] String);

impl From<PartialDate> for PartialDay {
    fn from(date: PartialDate) -> Self {
        Self(date.to_string())
    }
}

/// Table Schema has a type of days and one of months, and none of both.
impl Columns for PartialDay {
    fn columns(of: &Column) -> Vec<Column> {
        vec![Column { pattern: Some(DAY_OR_MONTH), ..of.clone() }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push(value.map(|date| date.0.as_str()).unwrap_or_default().into());
    }
}

/// One of a few words: those of an enum.
pub(in crate::export) struct EnumWord<W>(&'static str, PhantomData<fn(&W)>);

impl<W> EnumWord<W> {
    pub(super) fn of<'w>(value: &'w W) -> Self
    where
        &'static str: From<&'w W>,
    {
        Self(value.into(), PhantomData)
    }
}

impl<W> Serialize for EnumWord<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<W: VariantNames> JsonSchema for EnumWord<W> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "enum": W::VARIANTS})
    }
}

impl<W: VariantNames> Columns for EnumWord<W> {
    fn columns(of: &Column) -> Vec<Column> {
        vec![Column { words: W::VARIANTS, ..of.clone() }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push(value.map(|word| word.0).unwrap_or_default().into());
    }
}

/// The id of a record of another kind. Its column ends in `_id`.
pub(in crate::export) struct ForeignKey<'a, T>(Cow<'a, str>, PhantomData<fn(&T)>);

impl<'a, T> ForeignKey<'a, T> {
    pub(super) fn to(id: impl Into<Cow<'a, str>>) -> Self {
        Self(id.into(), PhantomData)
    }
}

impl<T> AsRef<str> for ForeignKey<'_, T> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<T> Serialize for ForeignKey<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<T> JsonSchema for ForeignKey<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Reference".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

impl<T: HasTable> Columns for ForeignKey<'_, T> {
    fn columns(of: &Column) -> Vec<Column> {
        vec![Column { refers: Some(T::TABLE), ..of.within("id", &of.about) }]
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        row.push(value.map(AsRef::as_ref).unwrap_or_default().into());
    }
}

/// A record with a table, whose rows are named by their ids.
pub(super) trait HasTable {
    /// The name of the table.
    const TABLE: &'static str;
}

macro_rules! tables {
    ($($record:ty: $table:literal,)+) => {
        $(impl HasTable for $record {
            const TABLE: &'static str = $table;
        })+
    };
}

tables! {
    Dialogue: "dialogues",
    Delegation: "delegations",
    Organization: "organizations",
    Person: "people",
    Track: "tracks",
    Event: "events",
    Meeting: "meetings",
    Commitment: "commitments",
    Document: "documents",
}
