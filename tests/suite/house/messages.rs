//! The messages in `src/`: each that is said has its words, and speaks of what the words speak of.

use std::collections::{BTreeMap, BTreeSet};

use super::layers::code;

const WORDS: [&str; 2] =
    [include_str!("../../../src/lang/messages/en.ftl"), include_str!("../../../src/lang/messages/ja.ftl")];

/// The messages that have words, with what these speak of in either language.
fn worded() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut worded: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let lines = WORDS.into_iter().flat_map(str::lines);
    for line in lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
        let (name, text) = line.split_once(" = ").unwrap();
        let args = text.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap());
        worded.entry(name).or_default().extend(args);
    }
    worded
}

/// The arguments of a call, whose text begins behind its opening bracket.
fn arguments(call: &str) -> Vec<&str> {
    let (mut depth, mut start, mut is_text) = (0, 0, false);
    let mut found = Vec::new();
    for (at, c) in call.char_indices() {
        match c {
            '"' if !call[..at].ends_with('\\') => is_text = !is_text,
            _ if is_text => {}
            ')' if depth == 0 => {
                found.push(call[start..at].trim());
                break;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(call[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn each_message_has_its_words_and_gives_what_they_speak_of() {
    let worded = worded();
    let mut said = BTreeSet::new();
    let mut calls = 0;
    for (path, code) in code() {
        // Brackets and commas as characters divide nothing.
        let code = "()[]{},\"".chars().fold(code, |code, sign| code.replace(&format!("'{sign}'"), "' '"));
        for call in code.split("say!(").skip(1).filter(|call| call.starts_with('"')) {
            let call = arguments(call);
            let name = call[0].trim_matches('"');
            let given: BTreeSet<_> = call[1..]
                .iter()
                .filter(|it| !it.is_empty())
                .map(|it| it.split('=').next().unwrap().trim())
                .collect();
            let Some(wanted) = worded.get(name) else { panic!("`{name}` in {path} has no words") };
            assert_eq!(&given, wanted, "{name} in {path}");
            said.insert(name.to_owned());
            calls += 1;
        }
        // Names of messages that a table has.
        said.extend(
            worded.keys().filter(|name| code.contains(&format!("\"{name}\""))).map(|name| (*name).to_owned()),
        );
    }
    assert!(calls > 400, "{calls}");
    let unsaid: Vec<_> = worded.keys().filter(|name| !said.contains(**name)).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
}
