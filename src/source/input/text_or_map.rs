//! Values that are either a text or a map: how they are read, and their schema.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{
        self, IntoDeserializer, MapAccess, SeqAccess,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::json;
use std::{borrow::Cow, fmt, marker::PhantomData};

use super::{
    DateInput, DueInput, DueWordsInput, EachInput, EmbargoInput, HeadInput, RangeInput, ReleaseInput,
    ReleaseWord, TextInput, TracksInput,
    forms::{Day, DayOrMonth, Identifier, Plain},
};
use crate::model::Capacity;

/// A value that is either a text or a map, distinguished without trying one after the other.
trait TextOrMap: Sized {
    type Text: for<'de> Deserialize<'de>;
    type Map: for<'de> Deserialize<'de>;
    const EXPECTED: &'static str;
    fn from_text(text: Self::Text) -> Self;
    fn from_map(map: Self::Map) -> Self;
}

struct TextOrMapVisitor<T>(PhantomData<T>);

impl<'de, T: TextOrMap> de::Visitor<'de> for TextOrMapVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::Text::deserialize(text.into_deserializer()).map(T::from_text)
    }

    // A year or a number without quotes is a text all the same.
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::Map::deserialize(MapAccessDeserializer::new(map)).map(T::from_map)
    }

    // Whoever looks for mistakes gives a text or a map itself, and is asked for the words or the keys that it may have.
    fn visit_some<D: Deserializer<'de>>(self, text: D) -> Result<T, D::Error> {
        T::Text::deserialize(text).map(T::from_text)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, map: D) -> Result<T, D::Error> {
        T::Map::deserialize(map).map(T::from_map)
    }
}

macro_rules! text_or_map {
    ($type:ty, $text:ty, $map:ty, $expected:literal, $from_text:expr, $from_map:expr) => {
        impl TextOrMap for $type {
            type Text = $text;
            type Map = $map;
            const EXPECTED: &'static str = $expected;

            fn from_text(text: $text) -> Self {
                $from_text(text)
            }

            fn from_map(map: $map) -> Self {
                $from_map(map)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(TextOrMapVisitor(PhantomData))
            }
        }
    };
}

text_or_map!(
    DateInput,
    String,
    RangeInput,
    "a date such as 2020-03-02, or {from: …, to: …}",
    Self::Single,
    Self::Range
);
text_or_map!(
    DueInput,
    String,
    DueWordsInput,
    "a date such as 2020-12-31, or {text: …, by: …}",
    Self::Day,
    Self::Words
);
text_or_map!(TextInput, String, EachInput, "a text, or {en: …, ja: …}", Self::Same, Self::Each);
text_or_map!(
    ReleaseInput,
    ReleaseWord,
    EmbargoInput,
    "draft, published, withdrawn or {embargoed-until: …}",
    Self::Word,
    Self::Embargo
);
text_or_map!(
    HeadInput,
    String,
    HeadMap,
    "a person's id, or {person: …, as: …}",
    |person| Self { person: Some(person), ..Self::default() },
    |map: HeadMap| Self {
        person: map.person,
        office: map.office,
        capacity: map.role,
        online: map.online,
        is_map: true,
    }
);

struct TracksVisitor;

impl<'de> de::Visitor<'de> for TracksVisitor {
    type Value = TracksInput;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a track's id, or a list of them")
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<TracksInput, E> {
        Ok(TracksInput { ids: vec![Some(id.to_owned())], is_list: false })
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<TracksInput, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<TracksInput, A::Error> {
        self.visit_newtype_struct(SeqAccessDeserializer::new(list))
    }

    // As with a text or a map.
    fn visit_some<D: Deserializer<'de>>(self, id: D) -> Result<TracksInput, D::Error> {
        String::deserialize(id).map(|id| TracksInput { ids: vec![Some(id)], is_list: false })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, list: D) -> Result<TracksInput, D::Error> {
        Vec::deserialize(list).map(|ids| TracksInput { ids, is_list: true })
    }
}

impl<'de> Deserialize<'de> for TracksInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TracksVisitor)
    }
}

impl JsonSchema for TracksInput {
    fn schema_name() -> Cow<'static, str> {
        "TracksInput".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // The keywords of a text say nothing of lists, and those of a list nothing of texts.
        let mut schema = Identifier::json_schema(generator);
        schema.insert("type".into(), json!(["string", "integer", "array"]));
        schema.insert("items".into(), generator.subschema_for::<Identifier>().into());
        schema.insert("minItems".into(), 1.into());
        schema
    }
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct HeadMap {
    /// Required: the person's id. Example: `hanako-minami`
    #[schemars(with = "Identifier")]
    person: Option<String>,
    /// Optional: the office as published, in this file's language. Example: `Director General`
    #[serde(rename = "as")]
    office: Option<String>,
    /// Optional: in what capacity, where the source says it.
    role: Option<Capacity>,
    /// Optional: `true` if the source says that the person attended online.
    online: Option<bool>,
}

/// The schema of a value that is the text `T` or the map `M`: that of the map, whose keywords say nothing of texts, with
/// that of the text, whose keywords say nothing of maps. A choice of two would hide the place of a mistake.
fn schema_of_both<T: JsonSchema, M: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = M::json_schema(generator);
    schema.remove("description");
    let text = T::json_schema(generator);
    for (keyword, value) in text.as_object().into_iter().flatten().filter(|(keyword, _)| *keyword != "type") {
        schema.insert(keyword.clone(), value.clone());
    }
    let mut types = vec!["object".into()];
    match text.get("type") {
        Some(serde_json::Value::Array(several)) => types.extend(several.iter().cloned()),
        one => types.extend(one.cloned()),
    }
    schema.insert("type".into(), types.into());
    schema
}

macro_rules! described {
    ($type:ident, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                $schema(generator)
            }
        }
    };
}

described!(DateInput, schema_of_both::<DayOrMonth, RangeInput>);
described!(DueInput, schema_of_both::<Day, DueWordsInput>);
described!(TextInput, schema_of_both::<Plain, EachInput>);
described!(HeadInput, schema_of_both::<Identifier, HeadMap>);
described!(ReleaseInput, |generator: &mut SchemaGenerator| {
    let (word, embargo) =
        (generator.subschema_for::<ReleaseWord>(), generator.subschema_for::<EmbargoInput>());
    json_schema!({ "anyOf": [word, embargo] })
});
