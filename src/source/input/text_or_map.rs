//! Values that are either a text or a map.

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, value::MapAccessDeserializer},
};
use std::{fmt, marker::PhantomData};

use super::{
    DateInput, DueInput, DueWordsInput, EachInput, EmbargoInput, HeadInput, RangeInput, ReleaseInput,
    ReleaseWord, TextInput,
};

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
