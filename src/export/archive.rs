//! data/archive.json: everything that is published in one file, and its JSON Schema beside it.

use schemars::{
    JsonSchema, SchemaGenerator,
    generate::SchemaSettings,
    transform::{RecursiveTransform, Transform},
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::{
    io::{self, Write},
    sync::Arc,
};

use super::records;
use crate::{
    artifact::{Artifact, Buffered, Large},
    plan::files,
    schema::tidy,
    site::Site,
};

/// Rises when a reader of earlier files would misunderstand the new ones; a new key is no such change.
const FORMAT: u32 = 2;

/// What takes the parts of the archive, one after the other.
trait RecordSink {
    /// A single value.
    fn value<T: Serialize + JsonSchema>(&mut self, name: &'static str, value: &T);
    /// Records of one kind.
    fn records<T: Serialize + JsonSchema>(
        &mut self,
        name: &'static str,
        records: impl IntoIterator<Item = T>,
    );
}

/// Puts everything into a sink, in the order of the file.
fn fill(site: &Site, sink: &mut impl RecordSink) {
    sink.value("format", &FORMAT);
    sink.value("site", &records::settings(site));
    sink.records("dialogues", records::dialogues(site));
    sink.records("delegations", records::delegations(site));
    sink.records("organizations", records::organizations(site));
    sink.records("people", records::people(site));
    sink.records("tracks", records::tracks(site));
    sink.records("events", records::events(site));
    sink.records("terms", records::terms(site));
    sink.records("meetings", records::meetings(site));
    sink.records("commitments", records::commitments(site));
    sink.records("documents", records::documents(site));
    sink.records("pages", records::pages(site));
    sink.records("withdrawn", records::withdrawn(site).map(|it| it.id));
}

/// The archive: a line for every record, so that two of them can be compared line by line.
pub(super) fn archive(site: &Arc<Site>) -> Artifact {
    let site = site.clone();
    let content = Large::new(move |to| {
        let mut file = ArchiveFile { to, result: Ok(()) };
        file.put("{\n\"$schema\": \"archive.schema.json\"");
        fill(&site, &mut file);
        file.put("\n}\n");
        file.result
    });
    Artifact { path: files::ARCHIVE.into(), content: content.into() }
}

/// The schema of the archive, made from the very types that are written.
pub(super) fn schema(site: &Site) -> Artifact {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = ArchiveSchema { generator: SchemaGenerator::new(settings), properties: Map::new() };
    fill(site, &mut schema);
    let ArchiveSchema { mut generator, mut properties } = schema;
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
    Artifact { path: files::ARCHIVE_SCHEMA.into(), content: text.into() }
}

/// The file as far as it is written.
struct ArchiveFile<'f, 'w> {
    to: &'f mut Buffered<'w>,
    /// What the writer refused first; nothing is written after it.
    result: io::Result<()>,
}

impl<'w> ArchiveFile<'_, 'w> {
    fn write_part(&mut self, write: impl FnOnce(&mut Buffered<'w>) -> io::Result<()>) {
        if self.result.is_ok() {
            self.result = write(self.to);
        }
    }

    fn put(&mut self, text: &str) {
        self.write_part(|to| to.write_all(text.as_bytes()));
    }

    fn name(&mut self, name: &str) {
        self.write_part(|to| write!(to, ",\n\"{name}\": "));
    }

    fn write(&mut self, value: &impl Serialize) {
        self.write_part(|to| Ok(serde_json::to_writer(to, value)?));
    }
}

impl RecordSink for ArchiveFile<'_, '_> {
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
        self.put("[");
        for (at, record) in records.into_iter().enumerate() {
            self.put(if at == 0 { "\n" } else { ",\n" });
            self.write(&record);
        }
        self.put("\n]");
    }
}

/// The schema as far as it is made.
struct ArchiveSchema {
    generator: SchemaGenerator,
    properties: Map<String, Value>,
}

impl RecordSink for ArchiveSchema {
    fn value<T: Serialize + JsonSchema>(&mut self, name: &'static str, _: &T) {
        let schema = self.generator.subschema_for::<T>();
        self.properties.insert(name.into(), schema.into());
    }

    fn records<T: Serialize + JsonSchema>(&mut self, name: &'static str, _: impl IntoIterator<Item = T>) {
        let schema = self.generator.subschema_for::<Vec<T>>();
        self.properties.insert(name.into(), schema.into());
    }
}
