//! data/archive.json: everything that is published in one file, and its JSON Schema beside it.

mod meetings;
mod registries;
mod texts;

use schemars::{
    JsonSchema, SchemaGenerator,
    generate::SchemaSettings,
    transform::{RecursiveTransform, Transform},
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::facts::room;
use crate::{artifact::Artifact, link::Site, plan, schema::tidy};

/// Rises when a reader of earlier files would misunderstand the new ones; a new key is no such change.
const FORMAT: u32 = 1;

/// What takes the parts of the archive, one after the other.
trait Shelf {
    /// A single value.
    fn value<T: Serialize + JsonSchema>(&mut self, name: &'static str, value: &T);
    /// Records of one kind.
    fn records<T: Serialize + JsonSchema>(
        &mut self,
        name: &'static str,
        records: impl IntoIterator<Item = T>,
    );
}

/// Puts everything onto a shelf, in the order of the file.
fn fill(site: &Site, shelf: &mut impl Shelf) {
    shelf.value("format", &FORMAT);
    shelf.value("site", &registries::settings(site));
    shelf.records("dialogues", registries::dialogues(site));
    shelf.records("delegations", registries::delegations(site));
    shelf.records("organizations", registries::organizations(site));
    shelf.records("people", registries::people(site));
    shelf.records("tracks", registries::tracks(site));
    shelf.records("terms", registries::terms(site));
    shelf.records("meetings", meetings::meetings(site));
    shelf.records("commitments", meetings::commitments(site));
    shelf.records("documents", meetings::documents(site));
    shelf.records("pages", meetings::pages(site));
    shelf.records("withdrawn", meetings::withdrawn(site));
}

/// The archive: a line for every record, so that two of them can be compared line by line.
pub(super) fn archive(site: &Site) -> Artifact {
    let mut file = File(Vec::with_capacity(room(site)));
    file.0.extend(b"{\n\"$schema\": \"archive.schema.json\"");
    fill(site, &mut file);
    file.0.extend(b"\n}\n");
    Artifact { path: plan::ARCHIVE.into(), content: file.0.into() }
}

/// The schema of the archive, made from the very types that are written.
pub(super) fn schema(site: &Site) -> Artifact {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = Schema { generator: SchemaGenerator::new(settings), properties: Map::new() };
    fill(site, &mut schema);
    let Schema { mut generator, mut properties } = schema;
    let required: Vec<String> = properties.keys().cloned().collect();
    properties.insert("$schema".into(), json!({"const": "archive.schema.json"}));
    let mut whole = json!({
        "$schema": schemars::consts::meta_schemas::DRAFT2020_12,
        "title": "An archive of a dialogue between two governments, as taiwa publishes it",
        "description": "Ids are those of the records’ addresses. A value that no record states is not there.",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "$defs": generator.take_definitions(true),
    });
    if let Ok(whole) = <&mut schemars::Schema>::try_from(&mut whole) {
        RecursiveTransform(tidy).transform(whole);
    }
    let text = format!("{whole:#}\n");
    Artifact { path: plan::ARCHIVE_SCHEMA.into(), content: text.into() }
}

/// The file as far as it is written.
struct File(Vec<u8>);

impl File {
    fn name(&mut self, name: &str) {
        self.0.extend(b",\n\"");
        self.0.extend(name.as_bytes());
        self.0.extend(b"\": ");
    }

    fn write(&mut self, value: &impl Serialize) {
        // Writing such values to memory cannot fail.
        let _ = serde_json::to_writer(&mut self.0, value);
    }
}

impl Shelf for File {
    fn value<T: Serialize + JsonSchema>(&mut self, name: &'static str, value: &T) {
        self.name(name);
        self.write(value);
    }

    fn records<T: Serialize + JsonSchema>(
        &mut self,
        name: &'static str,
        records: impl IntoIterator<Item = T>,
    ) {
        self.name(name);
        self.0.push(b'[');
        for (at, record) in records.into_iter().enumerate() {
            self.0.extend(if at == 0 { "\n" } else { ",\n" }.as_bytes());
            self.write(&record);
        }
        self.0.extend(b"\n]");
    }
}

/// The schema as far as it is made.
struct Schema {
    generator: SchemaGenerator,
    properties: Map<String, Value>,
}

impl Shelf for Schema {
    fn value<T: Serialize + JsonSchema>(&mut self, name: &'static str, _: &T) {
        let schema = self.generator.subschema_for::<T>();
        self.properties.insert(name.into(), schema.into());
    }

    fn records<T: Serialize + JsonSchema>(&mut self, name: &'static str, _: impl IntoIterator<Item = T>) {
        let schema = self.generator.subschema_for::<Vec<T>>();
        self.properties.insert(name.into(), schema.into());
    }
}
