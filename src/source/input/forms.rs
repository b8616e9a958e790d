//! The forms of texts that a JSON Schema can distinguish: ids, days, addresses. They are read as plain strings, so that
//! one mistake does not hide the others; these types describe them and have no values.
//!
//! A schema is as lenient as the reader: YAML in an editor takes `2010` for a number, and here it is a text.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::{borrow::Cow, marker::PhantomData};

use crate::lang::Lang;

/// Declares a form by its schema.
macro_rules! form {
    ($(#[$doc:meta])* $name:ident, $schema:tt) => {
        $(#[$doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

form!(
    /// What [`crate::id::is_id`] takes; one of digits alone is a number to an editor.
    Identifier,
    {
        "type": ["string", "integer"],
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": (crate::id::MAX_LENGTH),
        "not": { "enum": (crate::id::DEVICES) },
        "minimum": 0
    }
);
form!(
    /// A commitment of another meeting: the ids of both.
    CommitmentName,
    { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$" }
);
form!(
    /// A day, as [`crate::lang::Date::parse`] takes it.
    Day,
    { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }
);
form!(
    /// A day or a month, as [`crate::lang::PartialDate::parse`] takes it.
    DayOrMonth,
    { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" }
);
form!(
    /// What [`crate::config::web_address`] takes, as far as a pattern tells.
    WebAddress,
    { "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/@?#\\s]+([/?#]\\S*)?$" }
);
form!(
    /// What [`crate::config::base_url`] takes, as far as a pattern tells.
    BaseAddress,
    { "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/@?#\\s]+(/[^?#\\s]*)?$" }
);
form!(
    /// What [`crate::config::contact_address`] takes, as far as a pattern tells.
    ContactAddress,
    {
        "type": "string",
        "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://[^/@?#\\s]+([/?#]\\S*)?|[Mm][Aa][Ii][Ll][Tt][Oo]:[^/@?\\s][^@?\\s]*@\\S+)$"
    }
);
form!(
    /// An address of the site from its root: folders between slashes.
    Address,
    { "type": "string", "pattern": "^/([^/.\\s][^/\\s]*/)+$" }
);
form!(
    /// One of the two languages.
    Language,
    { "enum": ["en", "ja"] }
);
form!(
    /// A region whose English is known.
    EnglishRegion,
    { "enum": (region_tags(Lang::En)) }
);
form!(
    /// A region whose Japanese is known.
    JapaneseRegion,
    { "enum": (region_tags(Lang::Ja)) }
);
form!(
    /// A text that may also be a map; here a number is taken for a text, and nothing else is.
    Plain,
    { "type": ["string", "integer"], "minimum": 0 }
);

fn region_tags(lang: Lang) -> Vec<&'static str> {
    lang.locale().regions().map(|region| region.tag).collect()
}

/// The two parties of a dialogue.
pub(super) struct Parties;

impl JsonSchema for Parties {
    fn schema_name() -> Cow<'static, str> {
        "Parties".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<Identifier>();
        json_schema!({ "type": "array", "items": item, "minItems": 2, "maxItems": 2 })
    }
}

/// A map from id to record: [`super::Registry`].
pub struct ById<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for ById<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ById_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<Identifier>();
        let record = generator.subschema_for::<T>();
        let [pattern, length, devices] =
            ["pattern", "maxLength", "not"].map(|rule| id.get(rule).cloned().unwrap_or_default());
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": pattern, "maxLength": length, "not": devices },
            "additionalProperties": record,
        })
    }
}
