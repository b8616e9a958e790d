//! The messages in `src/`: each that is said has its words, and speaks of what the words speak of.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use walkdir::WalkDir;

use super::layers::code;

/// The messages that have words, with what these speak of in either language.
fn worded() -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang/messages");
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
    let mut worded: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for file in files {
        let mut name = String::new();
        let text = fs::read_to_string(file.path()).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            // A form of a number stands on a line of its own, below the message.
            if let Some((begun, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                begun.clone_into(&mut name);
            }
            let args = line.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned());
            worded.entry(name.clone()).or_default().extend(args);
        }
    }
    worded.remove("");
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
        // One may stand within another.
        let calls_of_file = code.match_indices("say!(").map(|(at, name)| &code[at + name.len()..]);
        for call in calls_of_file.filter(|call| call.starts_with('"')) {
            let call = arguments(call);
            let name = call[0].trim_matches('"');
            let given: BTreeSet<_> = call[1..]
                .iter()
                .filter(|it| !it.is_empty())
                .map(|it| it.split('=').next().unwrap().trim().to_owned())
                .collect();
            let Some(wanted) = worded.get(name) else { panic!("`{name}` in {path} has no words") };
            assert_eq!(&given, wanted, "{name} in {path}");
            said.insert(name.to_owned());
            calls += 1;
        }
        // Names of messages that a table has.
        said.extend(worded.keys().filter(|name| code.contains(&format!("\"{name}\""))).cloned());
    }
    // Notes in the files of a new archive.
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scaffold/archive");
    for file in WalkDir::new(templates).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file())
    {
        for line in fs::read_to_string(file.path()).unwrap().lines() {
            let Some((_, name)) = line.split_once('@').filter(|(_, rest)| rest.contains('@')) else {
                continue;
            };
            let name = name.split('@').next().unwrap();
            assert!(worded.contains_key(name), "`{name}` in {} has no words", file.path().display());
            said.insert(name.to_owned());
        }
    }
    assert!(calls > 400, "{calls}");
    let unsaid: Vec<_> = worded.keys().filter(|name| !said.contains(*name)).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
}
