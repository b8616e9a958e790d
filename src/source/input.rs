//! The records as they are written, before anything is known of what they refer to.
//!
//! Every value may be absent: what is required is checked after both language files are together, and what serde
//! refuses becomes nothing. In notes a text is a plain string in the file's language; in registries it may be
//! `{en: …, ja: …}`.

use indexmap::IndexMap;
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, value::MapAccessDeserializer},
};
use std::{fmt, marker::PhantomData};

use crate::model::{DelegationKind, Kind, Mode, Status, VersionStatus};

/// A list in which a refused item leaves a gap, so that the others keep their place.
pub type List<T> = Option<Vec<Option<T>>>;

/// A map from id to record, in the order of the file.
pub type Registry<T> = IndexMap<String, Option<T>>;

/// The front matter of a meeting.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the keys are the format's own; docs/content.md explains them")]
pub struct MeetingInput {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub dialogue: Option<String>,
    pub number: Option<u32>,
    pub level: Option<String>,
    pub date: Option<DateInput>,
    pub place: Option<String>,
    pub mode: Option<Mode>,
    pub host: Option<String>,
    pub delegations: Option<IndexMap<String, Option<ParticipationInput>>>,
    pub commitments: List<CommitmentInput>,
    pub documents: List<DocumentInput>,
    pub version: Option<VersionInput>,
    pub release: Option<ReleaseInput>,
    pub aliases: List<String>,
    pub corrections: List<CorrectionInput>,
}

/// The front matter of a page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct PageInput {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub version: Option<VersionInput>,
    pub release: Option<ReleaseInput>,
    pub aliases: List<String>,
}

/// A day, or the first and last of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateInput {
    /// One day.
    Day(String),
    /// Several.
    Range(RangeInput),
}

/// The first and last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct RangeInput {
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A delegation at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct ParticipationInput {
    pub heads: List<HeadInput>,
    pub organizations: List<String>,
    pub people: List<String>,
    pub others: Option<bool>,
}

/// Who is named first: an id, or an id with the role as published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadInput {
    /// The person's id.
    pub person: Option<String>,
    /// The role as published.
    pub role: Option<String>,
    /// Whether it was written as a map.
    pub is_map: bool,
}

/// A commitment.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct CommitmentInput {
    pub id: Option<String>,
    pub kind: Option<Kind>,
    pub track: Option<String>,
    pub delegations: List<String>,
    pub organizations: List<String>,
    pub verb: Option<String>,
    pub text: Option<String>,
    pub due: Option<DueInput>,
    pub forums: List<String>,
    pub fulfills: List<String>,
    pub continues: List<String>,
    pub revises: List<String>,
    pub supersedes: List<String>,
    pub reports_on: List<String>,
    pub responds_to: List<String>,
    pub related: List<String>,
    pub assessments: List<AssessmentInput>,
}

/// By when: a day, or the source's words with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueInput {
    /// A day.
    Day(String),
    /// Words, with or without a day.
    Words(DueWordsInput),
}

/// The source's words and the last day they allow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DueWordsInput {
    pub text: Option<String>,
    pub by: Option<String>,
}

/// A judgement of a commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct AssessmentInput {
    pub status: Option<Status>,
    pub date: Option<String>,
    pub by: Option<String>,
    pub source: Option<String>,
    pub note: Option<String>,
}

/// A document of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DocumentInput {
    pub id: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub file: Option<String>,
    pub publisher: Option<String>,
    pub language: Option<String>,
    pub date: Option<String>,
    pub retrieved: Option<String>,
}

/// What a language's text is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct VersionInput {
    pub status: Option<VersionStatus>,
    pub from: Option<String>,
    pub by: Option<String>,
    pub source: Option<String>,
    pub translated_from: Option<String>,
}

/// How far a record is published: a word, or the day of its embargo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReleaseInput {
    /// `draft`, `published` or `withdrawn`.
    Word(ReleaseWord),
    /// From a day on.
    Embargo(EmbargoInput),
}

/// How far a record is published, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the values are the format's own")]
pub enum ReleaseWord {
    Draft,
    Published,
    Withdrawn,
}

/// The day from which a record is published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct EmbargoInput {
    pub embargoed_until: Option<String>,
}

/// A correction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct CorrectionInput {
    pub date: Option<String>,
    pub note: Option<String>,
}

/// A text of a registry: one for both languages, or one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextInput {
    /// The same in both.
    Same(String),
    /// Each its own.
    Each(EachInput),
}

/// A text in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the languages")]
pub struct EachInput {
    pub en: Option<String>,
    pub ja: Option<String>,
}

/// site.yaml.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct SiteInput {
    pub title: Option<TextInput>,
    pub description: Option<TextInput>,
    pub publisher: Option<TextInput>,
    pub base_url: Option<String>,
    pub languages: List<String>,
    pub theme: Option<String>,
    pub license: Option<LicenseInput>,
    pub levels: Option<Registry<TextInput>>,
}

/// The license of the archive's texts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct LicenseInput {
    pub name: Option<TextInput>,
    pub url: Option<String>,
}

/// A dialogue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DialogueInput {
    pub title: Option<TextInput>,
    pub abbreviation: Option<String>,
    pub parties: List<String>,
    pub summary: Option<TextInput>,
    pub names: List<FormerTitleInput>,
}

/// An earlier title of a dialogue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct FormerTitleInput {
    pub until: Option<String>,
    pub title: Option<TextInput>,
}

/// A delegation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DelegationInput {
    pub name: Option<TextInput>,
    pub kind: Option<DelegationKind>,
    pub country: Option<String>,
    pub side: Option<String>,
}

/// An organization.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct OrganizationInput {
    pub delegation: Option<String>,
    pub name: Option<TextInput>,
    pub abbreviation: Option<String>,
    pub reading: Option<String>,
    pub parent: Option<String>,
    pub url: Option<String>,
    pub names: List<FormerNameInput>,
}

/// An earlier name of an organization.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct FormerNameInput {
    pub until: Option<String>,
    pub name: Option<TextInput>,
}

/// A person.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct PersonInput {
    pub name: Option<TextInput>,
    pub family: Option<TextInput>,
    pub given: Option<TextInput>,
    pub reading: Option<String>,
    pub roles: List<RoleInput>,
}

/// A role of a person.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct RoleInput {
    pub organization: Option<String>,
    pub title: Option<TextInput>,
    pub from: Option<String>,
    pub until: Option<String>,
}

/// A track.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct TrackInput {
    pub title: Option<TextInput>,
    pub summary: Option<TextInput>,
}

/// A term of the glossary.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct TermInput {
    pub en: Option<String>,
    pub ja: Option<String>,
    pub avoid: Option<AvoidInput>,
    pub note: Option<TextInput>,
}

/// Forms to be avoided.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the languages")]
pub struct AvoidInput {
    pub en: List<String>,
    pub ja: List<String>,
}

/// A value that is either a string or a map, told apart without trying one after the other.
trait StringOrMap: Sized {
    type Map: for<'de> Deserialize<'de>;
    const EXPECTED: &'static str;
    fn from_string<E: de::Error>(text: String) -> Result<Self, E>;
    fn from_map(map: Self::Map) -> Self;
}

struct StringOrMapVisitor<T>(PhantomData<T>);

impl<'de, T: StringOrMap> de::Visitor<'de> for StringOrMapVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_string(text.to_owned())
    }

    // A year or a number without quotes is a text all the same.
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        T::from_string(number.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::Map::deserialize(MapAccessDeserializer::new(map)).map(T::from_map)
    }
}

macro_rules! string_or_map {
    ($type:ty, $map:ty, $expected:literal, $from_string:expr, $from_map:expr) => {
        impl StringOrMap for $type {
            type Map = $map;
            const EXPECTED: &'static str = $expected;

            fn from_string<E: de::Error>(text: String) -> Result<Self, E> {
                $from_string(text)
            }

            fn from_map(map: $map) -> Self {
                $from_map(map)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(StringOrMapVisitor(PhantomData))
            }
        }
    };
}

string_or_map!(
    DateInput,
    RangeInput,
    "a date such as 2020-03-02, or {from: …, to: …}",
    |text| Ok(Self::Day(text)),
    Self::Range
);
string_or_map!(
    DueInput,
    DueWordsInput,
    "a date such as 2020-12-31, or {text: …, by: …}",
    |text| Ok(Self::Day(text)),
    Self::Words
);
string_or_map!(TextInput, EachInput, "a text, or {en: …, ja: …}", |text| Ok(Self::Same(text)), Self::Each);
string_or_map!(
    ReleaseInput,
    EmbargoInput,
    "draft, published, withdrawn or {embargoed-until: …}",
    |text: String| ReleaseWord::deserialize(de::value::StrDeserializer::new(&text)).map(Self::Word),
    Self::Embargo
);
string_or_map!(
    HeadInput,
    HeadMap,
    "a person's id, or {person: …, as: …}",
    |person| Ok(Self { person: Some(person), role: None, is_map: false }),
    |map: HeadMap| Self { person: map.person, role: map.role, is_map: true }
);

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadMap {
    person: Option<String>,
    #[serde(rename = "as")]
    role: Option<String>,
}
