//! docs/content.md is a whole archive, and leaves nothing of the format out.

use crate::support::{examples, run};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

fn page() -> String {
    fs::read_to_string("docs/content.md").unwrap()
}

#[test]
fn the_examples_are_an_archive_without_a_mistake() {
    let archive = examples::archive(&page());
    let built = archive.build_with(&["--strict"]).ok();
    let first = built.page("en/meetings/2020-03-02-riverton/");
    for shown in ["March 2–3, 2020", "Withheld: 2 lines; by request of the host", "Fulfilled", "River Talks"]
    {
        assert!(first.contains(shown), "{shown}");
    }
    assert!(built.page("ja/meetings/2020-03-02-riverton/").contains("<rt>はんらんげん</rt>"));
    assert!(built.has("en/2020/first-meeting/") && built.has("statements/2020.txt"));
    for (path, text) in built.pages() {
        assert!(!text.contains("hilltown") && !text.contains("Third meeting"), "the draft is in {path}");
    }
}

/// Every key and every word of the schema, so that none is missing on the page.
fn words(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(keywords) => {
            for (keyword, value) in keywords {
                match (keyword.as_str(), value) {
                    ("properties", Value::Object(keys)) => words.extend(keys.keys().cloned()),
                    ("const", Value::String(word)) => {
                        words.insert(word.clone());
                    }
                    _ => {}
                }
                self::words(value, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| self::words(item, words)),
        _ => {}
    }
}

#[test]
fn every_key_and_every_word_is_explained() {
    let page = page();
    let schema = serde_json::from_str(&run(&["schema"]).ok().stdout).unwrap();
    let mut known = BTreeSet::new();
    words(&schema, &mut known);
    assert!(known.len() > 80, "{known:?}");
    let is_explained =
        |word: &str| page.contains(&format!("`{word}`")) || page.contains(&format!("`{{{word}:"));
    let missing: Vec<_> = known.iter().filter(|word| !is_explained(word)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
