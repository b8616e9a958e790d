//! Notes and their versions, and the pages that are nothing else.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

use super::{
    declaration::record,
    values::{Both, EnumWord, ForeignKey, Plain, optional, text},
};
use crate::{
    export::facts::unit_text,
    lang::{Date, Lang, PerLang, ruby},
    model::{
        Body, Document, Heading, Piece, Target, TranslationState, Unit, UnitKind, Version, VersionStatus,
    },
    site::Site,
};

record! {
    /// What the text of one language is.
    struct VersionRecord<'a> {
        /// What the text is.
        status: EnumWord<VersionStatus> as _,
        /// What the text is, where there is one.
        column version: Option<EnumWord<VersionStatus>>,
        /// How the text stands to the other language’s.
        state: EnumWord<TranslationState>,
        /// The language it was made from.
        from?: &'static str as _,
        /// Who made it.
        by?: &'a str as _,
        /// The id of the document that the text is, or was made from.
        source?: ForeignKey<'a, Document>,
        /// The SHA-256 of the other language’s text when it was made from that.
        translated_from?: &'a str as _,
    }
}

pub(super) fn versions<'a>(
    site: &'a Site,
    versions: &'a PerLang<Version>,
    states: &PerLang<TranslationState>,
    is_there: impl Fn(Lang) -> bool,
) -> Both<VersionRecord<'a>> {
    Both::of(|lang| {
        let version = &versions[lang];
        Some(VersionRecord {
            status: EnumWord::of(&version.status),
            version: is_there(lang).then_some(EnumWord::of(&version.status)),
            state: EnumWord::of(&states[lang]),
            from: version.from.map(Lang::code),
            by: version.by.as_deref(),
            source: version.source.map(|id| ForeignKey::to(&site.documents[id].id)),
            translated_from: version.translated_from.as_deref(),
        })
    })
}

/// Notes in each language. Their blocks are made when they are written: tables have none of them.
pub(in crate::export) struct Notes<'a> {
    site: &'a Site,
    bodies: &'a PerLang<Option<Body>>,
    /// Names are those of this day.
    day: Option<Date>,
}

type Blocks<'a> = Both<Vec<Block<'a>>>;

impl<'a> Notes<'a> {
    pub(super) fn new(site: &'a Site, bodies: &'a PerLang<Option<Body>>, day: Option<Date>) -> Self {
        Self { site, bodies, day }
    }
}

impl Serialize for Notes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        blocks(self.site, self.bodies, self.day).serialize(serializer)
    }
}

impl JsonSchema for Notes<'_> {
    fn schema_name() -> Cow<'static, str> {
        Blocks::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Blocks::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Blocks::json_schema(generator)
    }
}

/// A page that is no record: about, method and the like.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::export) struct PageRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its title.
    title: Plain,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Plain>,
    /// What the text of each language is.
    versions: Both<VersionRecord<'a>>,
    /// The text.
    notes: Notes<'a>,
}

pub(in crate::export) fn pages(site: &Site) -> impl Iterator<Item = PageRecord<'_>> {
    site.published_pages().map(|it| PageRecord {
        id: &it.id,
        title: text(&it.title),
        summary: optional(it.summary.as_ref()),
        versions: versions(site, &it.versions, &it.states, |lang| it.bodies[lang].is_some()),
        notes: Notes::new(site, &it.bodies, None),
    })
}

/// A block of notes, in plain text: what it names is named by its title, and the parts of a table stand one after the
/// other.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Block<'a> {
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

fn blocks<'a>(site: &Site, bodies: &'a PerLang<Option<Body>>, day: Option<Date>) -> Blocks<'a> {
    Both::of(|lang| {
        let body = bodies[lang].as_ref()?;
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
