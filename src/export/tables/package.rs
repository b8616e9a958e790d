//! data/datapackage.json: what the tables are, by the Data Package standard (datapackage.org, version 2).

use serde::Serialize;
use serde_json::{Value, json};

use super::writer::CsvTable;
use crate::{
    artifact::{Artifact, sha256},
    export::records::{Column, ColumnType},
    lang::ruby,
    model::Text,
    plan::{self, files},
    site::Site,
};

/// What holds for every table.
const RULES: &str = "Every file is UTF-8 with a byte order mark, so that spreadsheet programs read it rightly. A text in two \
    languages has two columns, such as title_en and title_ja; where a language has no text, the cell is empty. A text that a \
    spreadsheet would take for a formula begins with an apostrophe that is no part of it: one whose first sign is =, +, -, @, \
    also full-width or small, a tab or a return, whatever blanks, line breaks and signs that are not seen stand before it; \
    archive.json has the exact text. Ids are unique in their table and do not change.";

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<PackageLicense<'a>>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct PackageLicense<'a> {
    path: &'a str,
    title: String,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    description: &'a str,
    format: &'static str,
    mediatype: Option<&'static str>,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    schema: TableSchema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema<'a> {
    fields: Vec<ColumnDescription<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Value>,
}

#[derive(Serialize)]
struct ColumnDescription<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: ColumnType,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Value>,
}

/// The description of these tables.
pub(super) fn package(site: &Site, tables: &[CsvTable]) -> Artifact {
    let config = &site.config;
    let license = config.license.as_ref();
    let licenses = license
        .and_then(|it| Some(PackageLicense { path: it.url.as_deref()?, title: in_both(site, &it.name) }));
    let about = config.description.as_ref().map(|it| in_both(site, it) + "\n\n").unwrap_or_default();
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "archive",
        title: in_both(site, &config.title),
        description: about + RULES,
        homepage: config.base_url.as_deref(),
        licenses: licenses.into_iter().collect(),
        resources: tables.iter().map(resource).collect(),
    };
    // Such values can always be written.
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    Artifact { path: files::DATA_PACKAGE.into(), content: bytes.into() }
}

/// A text in both languages, neither before the other but in the order of the site.
fn in_both(site: &Site, text: &Text) -> String {
    let mut versions: Vec<String> =
        site.config.languages.iter().filter_map(|lang| text.get(*lang)).map(ruby::plain).collect();
    versions.dedup();
    versions.join(" / ")
}

fn resource(table: &CsvTable) -> Resource<'_> {
    let has_id = table.columns.iter().any(|column| column.name == "id");
    Resource {
        name: table.name,
        kind: "table",
        path: table.file_name(),
        description: table.about,
        format: "csv",
        mediatype: plan::media_type(&files::table_address(table.name)),
        encoding: "utf-8",
        bytes: table.csv.len(),
        hash: format!("sha256:{}", sha256(&table.csv)),
        schema: TableSchema {
            fields: table.columns.iter().map(described).collect(),
            primary_key: has_id.then_some(["id"]),
            foreign_keys: table.columns.iter().filter_map(|column| foreign_key(table, column)).collect(),
        },
    }
}

fn described(column: &Column) -> ColumnDescription<'_> {
    let mut constraints = serde_json::Map::new();
    if column.is_required {
        constraints.insert("required".into(), true.into());
    }
    if column.name == "id" {
        constraints.insert("unique".into(), true.into());
    }
    if !column.words.is_empty() {
        constraints.insert("enum".into(), column.words.to_vec().into());
    }
    if let Some(pattern) = column.pattern {
        constraints.insert("pattern".into(), pattern.into());
    }
    ColumnDescription {
        name: &column.name,
        kind: column.kind,
        description: &column.about,
        constraints: (!constraints.is_empty()).then(|| constraints.into()),
    }
}

fn foreign_key(table: &CsvTable, column: &Column) -> Option<Value> {
    let there = column.refers?;
    // A table that refers to itself is named by nothing.
    let reference = if there == table.name {
        json!({"fields": ["id"]})
    } else {
        json!({"resource": there, "fields": ["id"]})
    };
    Some(json!({"fields": [column.name], "reference": reference}))
}
