//! What the records of the archive are made of: texts and notes in both languages, and days.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::facts::unit_text,
    lang::{Date, Lang, ruby},
    model::{Body, Heading, Piece, Target, Text, TranslationState, Unit, UnitKind, Version, VersionStatus},
    site::Site,
};

/// Something in each language that has it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Both_{T}")]
pub(super) struct Both<T> {
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
}

/// A text in plain characters, without the readings of ruby.
pub(super) type Plain = Both<String>;

pub(super) fn text(text: &Text) -> Plain {
    Both::of(|lang| text.get(lang).map(ruby::plain))
}

pub(super) fn optional(value: Option<&Text>) -> Option<Plain> {
    value.map(text)
}

/// A day of the calendar, such as `2010-11-01`.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(super) struct Day(#[schemars(extend("format" = "date"))] String);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.to_string())
    }
}

/// What the text of one language is.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct VersionRecord<'a> {
    /// Its standing.
    #[schemars(extend("enum" = VersionStatus::NAMES))]
    status: &'static str,
    /// How it stands to the other language’s text.
    #[schemars(extend("enum" = TranslationState::NAMES))]
    state: &'static str,
    /// The language it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'static str>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    /// The id of the document it is, or was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    /// The SHA-256 of the other language’s text when it was made from that.
    #[serde(skip_serializing_if = "Option::is_none")]
    translated_from: Option<&'a str>,
}

pub(super) fn versions<'a>(
    site: &'a Site,
    versions: &'a [Version; 2],
    states: &[TranslationState; 2],
) -> Both<VersionRecord<'a>> {
    Both::of(|lang| {
        let version = &versions[lang.index()];
        Some(VersionRecord {
            status: version.status.name(),
            state: states[lang.index()].name(),
            from: version.from.map(Lang::code),
            by: version.by.as_deref(),
            source: version.source.map(|id| site.documents[id].id.as_str()),
            translated_from: version.translated_from.as_deref(),
        })
    })
}

/// A block of notes, in plain text: what it names is named by its title, and the parts of a table stand one after the
/// other.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Block<'a> {
    /// What it is.
    #[schemars(extend("enum" = KINDS))]
    kind: &'static str,
    /// Of a heading, its rank, from 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    /// Of a heading, its anchor on the page of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<&'a str>,
    /// Of an item of a numbered list, its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u64>,
    /// The text. What was withheld is no part of it.
    text: String,
    /// What is said of each part of the block that was withheld.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    redacted: Vec<&'a str>,
}

/// The notes in each language, where names are those of a day.
pub(super) fn notes<'a>(
    site: &Site,
    bodies: &'a [Option<Body>; 2],
    day: Option<Date>,
) -> Both<Vec<Block<'a>>> {
    Both::of(|lang| {
        let body = bodies[lang.index()].as_ref()?;
        let title = |target: &Target| {
            let title = site.title(target, day).and_then(|title| title.nearest(lang));
            title.map(|(_, title)| ruby::plain(title)).unwrap_or_default()
        };
        Some(body.units.iter().map(|unit| block(body, unit, title)).collect())
    })
}

fn block<'a>(body: &'a Body, unit: &Unit, title: impl Fn(&Target) -> String) -> Block<'a> {
    let heading: Option<&Heading> = match unit.kind {
        UnitKind::Heading(at) => body.headings.get(at),
        _ => None,
    };
    let redacted = body.pieces.get(unit.pieces.clone()).unwrap_or_default().iter().filter_map(|piece| {
        let Piece::Redacted(what) = piece else { return None };
        Some(what.as_ref())
    });
    Block {
        kind: name(unit.kind),
        level: heading.map(|it| it.level),
        anchor: heading.map(|it| it.id.as_ref()),
        number: if let UnitKind::Item(number) = unit.kind { number } else { None },
        text: unit_text(unit.kind, body.text(unit.pieces.clone(), title)),
        redacted: redacted.collect(),
    }
}

/// What blocks are.
const KINDS: [&str; 9] =
    ["heading", "paragraph", "item", "table", "quotation", "code", "term", "definition", "footnote"];

fn name(kind: UnitKind) -> &'static str {
    KINDS[match kind {
        UnitKind::Heading(_) => 0,
        UnitKind::Paragraph => 1,
        UnitKind::Item(_) => 2,
        UnitKind::Table => 3,
        UnitKind::Quotation => 4,
        UnitKind::Code => 5,
        UnitKind::Term => 6,
        UnitKind::Definition => 7,
        UnitKind::Footnote => 8,
    }]
}
