//! The strings that the program asks a theme for are all among those that a theme must have.

use crate::support::{Archive, files, site};
use std::{collections::BTreeSet, path::Path};
use taiwa::render::required_strings;

/// What stands before the keys that templates ask for, where they have strings of their own.
const OWN: &str = "own-";

#[test]
fn every_key_in_the_code_is_required() {
    const ASKED: [&str; 6] =
        ["plain(\"", "plain(&format!(\"", "count(\"", "count(&format!(\"", "strings.get(\"", "said(\""];
    let required = required_strings();
    let code = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render")).into_values();
    let code: Vec<_> = code.map(|bytes| String::from_utf8(bytes).unwrap()).collect();
    let asked = code.iter().flat_map(|code| ASKED.iter().flat_map(|asked| code.split(asked).skip(1)));
    let keys: BTreeSet<_> = asked.map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(keys.len() > 40, "{keys:?}");
    let missing: Vec<_> = keys.iter().filter(|key| !required.iter().any(|it| is_of(it, key))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Whether a key is the one of the code, in which names may be left open: `kind-{name}-definition`.
fn is_of(key: &str, asked: &str) -> bool {
    let Some((start, rest)) = asked.split_once('{') else { return key == asked };
    let end = rest.rsplit('}').next().unwrap();
    key.starts_with(start) && key.ends_with(end)
}

#[test]
fn pages_are_the_same_where_the_program_has_no_string_but_the_required_ones() {
    let build = |archive: &Archive| {
        let arguments = ["--as-of", "2026-11-22", "--theme", "default", "-u", "https://archive.example/"];
        archive.build_with(&arguments).published().pages()
    };
    let archive = || Archive::from(&site("good/full"));
    let theme = files(Path::new("themes/default")).into_iter().filter_map(|(path, bytes)| {
        let text = String::from_utf8(bytes).ok()?;
        let text = match path.split('/').next()? {
            "templates" => asking_for_own(&text),
            "strings" => with_own(&text),
            _ => return None,
        };
        Some((format!("themes/default/{path}"), text))
    });
    let least = build(&theme.fold(archive(), |archive, (path, text)| archive.file(&path, text)));
    for (path, page) in build(&archive()) {
        assert_eq!(least[&path], page, "{path}");
    }
}

/// A template that asks for strings of its own.
fn asking_for_own(template: &str) -> String {
    let mut text = String::new();
    for part in template.split_inclusive("s.") {
        text.push_str(part);
        let before = part.strip_suffix("s.").map(|it| it.chars().next_back());
        if before.is_some_and(|c| c.is_none_or(|c| " (!~=".contains(c))) {
            text.push_str(&OWN.replace('-', "_"));
        }
    }
    text.replace("key=\"", &format!("key=\"{OWN}"))
}

/// Strings of templates' own, and of the others those that are required. The words of levels are up to a theme: what has none is
/// reported where a meeting names the level.
fn with_own(strings: &str) -> String {
    let required = required_strings();
    let mut text = String::new();
    let mut is_kept = false;
    let mut message = String::new();
    for line in strings.lines().chain([""]) {
        if line.starts_with(char::is_alphabetic) || line.is_empty() {
            if is_kept {
                text.push_str(&message);
            }
            if !message.is_empty() {
                text.extend([OWN, &message]);
            }
            message.clear();
            let key = line.split(" =").next().unwrap();
            is_kept = required.contains(key) || key.starts_with("level-");
        }
        if line.starts_with(char::is_alphabetic) || line.starts_with(' ') {
            message.extend([line, "\n"]);
        }
    }
    text
}

#[test]
fn a_theme_that_lacks_a_required_string_is_reported() {
    let empty = "# Nothing.\n";
    let archive = Archive::new().file("themes/default/strings/en.ftl", empty);
    let problems = archive.file("themes/default/strings/ja.ftl", empty).check().problems();
    let reported: BTreeSet<_> = problems.iter().map(|problem| problem["message"].as_str().unwrap()).collect();
    for key in required_strings() {
        for lang in ["en", "ja"] {
            let message = format!("the string `{key}` is missing in {lang}.ftl");
            assert!(reported.contains(message.as_str()), "{message}");
        }
    }
    assert!(problems.iter().all(|problem| problem["code"] == "missing-string"));
}
