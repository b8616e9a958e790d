//! What the format knows of a place in YAML: the keys and values that may stand there, and what they mean.

use serde_json::{Map, Value};

use crate::{
    schema::{self, SchemaKind},
    yaml::Step,
};

/// The schema of a kind of file.
pub(super) struct FileSchema(Value);

impl FileSchema {
    pub(super) fn of(kind: SchemaKind) -> Self {
        Self(schema::of(kind))
    }

    /// Every schema that is for the value at the end of a way.
    pub(super) fn at(&self, way: &[Step]) -> Vec<&Value> {
        let mut found = alternatives(&self.0);
        for step in way {
            let inner = found.into_iter().filter_map(|schema| inner(schema, step));
            found = inner.flat_map(alternatives).collect();
        }
        found
    }

    /// The keys of the map at the end of a way, each with what it means.
    pub(super) fn keys(&self, way: &[Step]) -> Vec<(&str, Option<&str>)> {
        let maps = self.at(way).into_iter();
        let maps = maps.filter_map(|schema| schema.get("properties").and_then(Value::as_object));
        let mut keys: Vec<(&str, Option<&str>)> = Vec::new();
        for (key, value) in maps.flat_map(Map::iter) {
            if !keys.iter().any(|(known, _)| known == key) {
                keys.push((key, description(value)));
            }
        }
        keys
    }

    /// The values that may stand at the end of a way, each with what it means.
    pub(super) fn values(&self, way: &[Step]) -> Vec<(&str, Option<&str>)> {
        let mut values = Vec::new();
        for schema in self.at(way) {
            if let Some(value) = schema.get("const").and_then(Value::as_str) {
                values.push((value, description(schema)));
            }
            let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
            values.extend(listed.filter_map(Value::as_str).map(|value| (value, None)));
            if schema.get("type").and_then(Value::as_str) == Some("boolean") {
                values.extend([("true", None), ("false", None)]);
            }
        }
        values
    }

    /// What a key or a value means, by the way to it.
    pub(super) fn description(&self, way: &[Step]) -> Option<&str> {
        self.at(way).into_iter().find_map(description)
    }
}

fn description(schema: &Value) -> Option<&str> {
    schema.get("description").and_then(Value::as_str)
}

/// A schema, and those of which a value may follow one.
fn alternatives(schema: &Value) -> Vec<&Value> {
    let kinds = ["anyOf", "oneOf", "allOf"].into_iter();
    let inner = kinds.filter_map(|kind| schema.get(kind).and_then(Value::as_array)).flatten();
    std::iter::once(schema).chain(inner.flat_map(alternatives)).collect()
}

fn inner<'s>(schema: &'s Value, step: &Step) -> Option<&'s Value> {
    match step {
        Step::Index(_) => schema.get("items"),
        Step::Key(key) => {
            let named = schema.get("properties").and_then(|it| it.get(key.as_str()));
            named.or_else(|| schema.get("additionalProperties").filter(|it| it.is_object()))
        }
    }
}
