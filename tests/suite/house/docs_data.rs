//! docs/data.md lists the files that are no pages, from the table of the plan, and tells the columns of every table, from the
//! description that a build writes.
//!
//! `UPDATE_EXPECT=1 cargo test --test suite docs_data` writes these parts of the page.

use crate::support::Archive;
use serde_json::Value;
use std::{env, fs};
use taiwa::{
    lang::Lang,
    plan::{
        ListKind, address,
        files::{FILES, FilePlace, SiteFile, table_address},
        record_address,
    },
};

const PAGE: &str = "docs/data.md";
const FILES_START: &str = "<!-- From here on, written from the table of files: UPDATE_EXPECT=1 cargo test --test suite docs_data -->\n";
const COLUMNS_START: &str =
    "<!-- From here on, written from the records: UPDATE_EXPECT=1 cargo test --test suite docs_data -->\n";
const END: &str = "<!-- To here. -->\n";

#[test]
fn every_file_and_every_column_of_the_tables_is_explained() {
    let package = Archive::new().build().ok().page("data/datapackage.json");
    let package: Value = serde_json::from_str(&package).unwrap();
    let sections: Vec<_> = package["resources"].as_array().unwrap().iter().map(section).collect();
    let page = fs::read_to_string(PAGE).unwrap();
    let expected = with_part(&page, FILES_START, &list_of_files());
    let expected = with_part(&expected, COLUMNS_START, &sections.concat());
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(PAGE, &expected).unwrap();
    }
    assert!(fs::read_to_string(PAGE).unwrap() == expected, "{PAGE} is not what the files and tables are");
    assert!(sections.len() == 17 && sections[2].contains("| `text_en`, `text_ja` | The text |"));
}

/// The page with this text between a mark and the end of its part.
fn with_part(page: &str, start: &str, text: &str) -> String {
    let (before, rest) = page.split_once(start).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    [before, start, text, "\n", END, after].concat()
}

fn list_of_files() -> String {
    let rows: Vec<_> = FILES.iter().map(row).collect();
    format!("\n| file | what it is | media type | its address |\n|---|---|---|---|\n{}", rows.concat())
}

fn row(file: &SiteFile) -> String {
    let names: Vec<_> = names(file.place).iter().map(|name| format!("`{name}`")).collect();
    let condition = if file.needs_base_url { "; made only with `base_url`" } else { "" };
    let media_type = file.media_type.map_or("by its ending".to_owned(), |it| format!("`{it}`"));
    let lasts = if file.is_lasting { "lasts" } else { "" };
    format!("| {} | {}{condition} | {media_type} | {lasts} |\n", names.join(", "), file.about)
}

/// The names of files for readers: what each table or track has is reported by one.
fn names(place: FilePlace) -> Vec<String> {
    match place {
        FilePlace::Site(file) | FilePlace::ShareImage(file) => vec![file.to_owned()],
        FilePlace::Tables => vec![table_address("TABLE")],
        FilePlace::Language(name) => Lang::ALL.map(|lang| address(lang, name)).into(),
        FilePlace::Track(name) => {
            Lang::ALL.map(|lang| record_address(ListKind::Tracks, "TRACK", lang) + name).into()
        }
        FilePlace::Folder(folder) => vec![format!("{folder}/")],
    }
}

/// A table: its name, what is in it, and a row for each column; those of both languages share one.
fn section(resource: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let schema = &resource["schema"];
    let mut rows = Vec::new();
    for field in schema["fields"].as_array().unwrap() {
        let name = text(&field["name"]);
        let Some(about) = text(&field["description"]).strip_suffix(" (日本語)").map(str::to_owned) else {
            rows.push((format!("`{name}`"), explained(field, schema)));
            continue;
        };
        let (names, reported) = rows.last_mut().unwrap();
        assert!(reported.starts_with(&format!("{about} (English)")), "{reported}");
        *names = format!("{names}, `{name}`");
        *reported = reported.replacen(" (English)", "", 1);
    }
    let rows: Vec<_> = rows.iter().map(|(names, reported)| format!("| {names} | {reported} |\n")).collect();
    let (path, about) = (text(&resource["path"]), text(&resource["description"]));
    format!("\n### {path}\n\n{about}.\n\n| column | |\n|---|---|\n{}", rows.concat())
}

/// What is in a column, which words it has, and which table it leads to.
fn explained(field: &Value, schema: &Value) -> String {
    let mut reported = field["description"].as_str().unwrap().to_owned();
    if let Some(words) = field["constraints"]["enum"].as_array() {
        let words: Vec<_> = words.iter().map(|word| format!("`{}`", word.as_str().unwrap())).collect();
        reported = format!("{reported}: {}", words.join(", "));
    }
    let keys = schema["foreignKeys"].as_array().into_iter().flatten();
    for key in keys.filter(|key| key["fields"][0] == field["name"]) {
        let table = key["reference"]["resource"].as_str().unwrap_or("this table");
        reported = format!("{reported} (→ {table})");
    }
    reported
}
