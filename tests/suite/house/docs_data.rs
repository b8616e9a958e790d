//! docs/data.md tells the columns of every table, from the description that a build writes.
//!
//! `UPDATE_EXPECT=1 cargo test --test suite docs_data` writes that part of the page.

use crate::support::Archive;
use serde_json::Value;
use std::{env, fs};

const PAGE: &str = "docs/data.md";
const START: &str =
    "<!-- From here on, written from the records: UPDATE_EXPECT=1 cargo test --test suite docs_data -->\n";
const END: &str = "<!-- To here. -->\n";

#[test]
fn every_column_of_the_tables_is_explained() {
    let package = Archive::new().build().ok().page("data/datapackage.json");
    let package: Value = serde_json::from_str(&package).unwrap();
    let sections: Vec<_> = package["resources"].as_array().unwrap().iter().map(section).collect();
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let expected = [before, START, &sections.concat(), "\n", END, after].concat();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(PAGE, &expected).unwrap();
    }
    assert!(fs::read_to_string(PAGE).unwrap() == expected, "{PAGE} is not what the tables are");
    assert!(sections.len() == 17 && sections[2].contains("| `text_en`, `text_ja` | The text |"));
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
