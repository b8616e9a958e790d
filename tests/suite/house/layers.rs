//! The layers of the program: which module may name which, and where alone files, the clock and the YAML reader are.

use crate::support;
use std::{collections::BTreeMap, path::Path};

/// From the top down. A module names only modules of lower rows; those of one row never name each other.
const LAYERS: [&[&str]; 18] = [
    &["main"],
    &["cmd"],
    &["cli", "watch", "serve", "lsp"],
    &["pipeline"],
    &["render", "export", "desk", "ide", "publish", "scaffold"],
    &["theme", "ledger", "schema", "rename"],
    &["plan"],
    &["link"],
    &["edit"],
    &["source"],
    &["site"],
    &["config", "artifact", "stamp"],
    &["model"],
    &["id", "yaml"],
    &["diagnostic"],
    &["path", "cell_text"],
    &["lang"],
    &["html", "folder"],
];

#[test]
fn the_layers_are_those_that_the_documentation_tells() {
    let docs = include_str!("../../../docs/architecture.md");
    let rows = LAYERS.map(|row| row.join(" | ")).join(" > ");
    let words: Vec<_> = docs.split_whitespace().collect();
    assert!(words.join(" ").contains(&rows), "{rows}");
}

/// The code of each file in src/ without its tests and comments, by its path there.
pub(super) fn code() -> BTreeMap<String, String> {
    let files = support::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let files = files.into_iter().filter(|(path, _)| !path.ends_with("tests.rs"));
    files.map(|(path, bytes)| (path, without_tests(&String::from_utf8(bytes).unwrap()))).collect()
}

fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The module of the crate's root that a file belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

fn layer(module: &str) -> usize {
    let layer = LAYERS.iter().position(|row| row.contains(&module));
    layer.unwrap_or_else(|| panic!("the module `{module}` has no layer"))
}

/// The modules of the crate's root that code names, as `crate::a`, `crate::{a, b::c}` or, in the program, `taiwa::a`.
fn named(code: &str, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(root) {
        let rest = &code[at + root.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.push(identifier(rest)),
        }
    }
    // A macro of the crate stands at its root without being a module.
    found.retain(|name| name != "view");
    found
}

/// The first name of each item of a group, up to the brace that closes it.
fn first_names(group: &str) -> Vec<String> {
    let mut names = vec![identifier(group.trim_start())];
    let mut depth = 1;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(identifier(group[at + 1..].trim_start())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

#[test]
fn a_group_of_names_is_read_whole() {
    let code = "use crate::{\n    lang::{Date, breaks},\n    plan::{self, x::{y, z}},\n    yaml::Problem,\n};\ncrate::id::Id";
    assert_eq!(named(code, "crate::"), ["lang", "plan", "yaml", "id"]);
}

#[test]
fn modules_name_only_those_below_them() {
    let mut wrong = Vec::new();
    for (path, code) in code().iter().filter(|(path, _)| path.as_str() != "lib.rs") {
        let own = module(path);
        let mut names = named(code, "crate::");
        names.extend(named(code, "taiwa::").into_iter().filter(|_| own == "main"));
        for name in names.iter().filter(|name| *name != own) {
            if layer(name) <= layer(own) {
                wrong.push(format!("src/{path} names {name}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_file_at_the_root_of_the_crate_names_no_sibling_as_super() {
    for (path, code) in code().iter().filter(|(path, _)| !path.contains('/')) {
        assert!(!code.contains("super::"), "src/{path}");
    }
    for (path, code) in code().iter().filter(|(path, _)| path.matches('/').count() == 1) {
        assert!(!code.contains("super::super::"), "src/{path}");
    }
}

#[test]
fn every_module_has_its_layer() {
    let files = code();
    let mut modules: Vec<_> = files.keys().map(|path| module(path)).filter(|name| *name != "lib").collect();
    modules.dedup();
    let mut known: Vec<_> = LAYERS.concat();
    modules.sort_unstable();
    modules.dedup();
    known.sort_unstable();
    assert_eq!(modules, known);
}

/// Asserts that only these files hold one of the words.
#[track_caller]
fn assert_only_in(words: &[&str], allowed: &[&str]) {
    let holds = |code: &str| words.iter().any(|word| code.contains(word));
    let files = code();
    let found: Vec<_> = files.iter().filter(|(_, code)| holds(code)).map(|(path, _)| path.as_str()).collect();
    let is_allowed = |path: &str| allowed.iter().any(|allowed| path.starts_with(allowed));
    let wrong: Vec<_> = found.iter().filter(|path| !is_allowed(path)).collect();
    assert!(wrong.is_empty(), "{words:?} in {wrong:?}");
    assert!(!found.is_empty(), "{words:?} are nowhere: the test looks for the wrong words");
}

#[test]
fn files_are_read_and_written_in_a_few_places() {
    let readers = [
        "folder.rs",
        "serve/opened.rs",
        "source/walk.rs",
        "source/listing.rs",
        "source/texts.rs",
        "theme/files.rs",
        "publish",
        "scaffold/archive.rs",
        "scaffold/write.rs",
        "cmd/",
        "watch/",
    ];
    assert_only_in(&["std::fs", "    fs,", " fs::", "(fs::", "{fs,", "File::open", "File::create"], &readers);
    assert_only_in(&["WalkDir"], &["source/walk.rs", "theme/files.rs", "watch/record.rs"]);
    // An editor may name a file by where it really lies.
    assert_only_in(
        &["canonicalize()", ".is_dir()", ".exists()", ".metadata(", "symlink_metadata("],
        &[readers.as_slice(), &["lsp/places.rs"]].concat(),
    );
    let writers = ["publish", "scaffold/write.rs"];
    assert_only_in(&["fs::write", "File::create", "fs::rename", "remove_file", "create_dir"], &writers);
}

#[test]
fn the_clock_is_looked_at_only_around_the_pipeline() {
    // Publishing compares the dates of files.
    assert_only_in(&["UNIX_EPOCH", "std::time"], &["cmd/", "watch/", "serve/", "folder.rs"]);
    assert_only_in(&["SystemTime", "Instant::"], &["cmd/", "watch/", "serve/"]);
}

#[test]
fn only_the_program_ends_the_process() {
    assert_only_in(&["ExitCode", "process::exit"], &["main.rs", "cmd/exit.rs"]);
}

#[test]
fn what_is_spoken_to_other_crates_stays_in_its_module() {
    assert_only_in(&["serde_yaml::"], &["yaml/"]);
    assert_only_in(&["tera::"], &["theme/", "render/"]);
    assert_only_in(
        &["fluent_bundle::"],
        &["theme/", "render/citation.rs", "cli/japanese.rs", "lang/message.rs"],
    );
    assert_only_in(&["pulldown_cmark::"], &["source/", "lang/"]);
    assert_only_in(
        &["rayon::"],
        &["source/", "link/", "render/", "plan.rs", "export/", "publish", "pipeline"],
    );
    assert_only_in(
        &["schemars::", "JsonSchema"],
        &["schema.rs", "source/input/", "model/", "export/archive.rs", "export/records/"],
    );
    assert_only_in(&["quick_xml::"], &["export/", "desk/"]);
    assert_only_in(&["calamine::", "rust_xlsxwriter::"], &["desk/sheet/"]);
    assert_only_in(&["docx_rs::"], &["desk/brief/"]);
    assert_only_in(&["zip::", "scraper::", "encoding_rs::", "chardetng::"], &["desk/"]);
    assert_only_in(&["resvg::", "skrifa::", "png::"], &["render/raster.rs", "render/share_font.rs"]);
    assert_only_in(&["clap::"], &["cli.rs", "cli/", "cmd/"]);
    assert_only_in(&["notify::"], &["watch/"]);
    assert_only_in(&["axum::", "tokio::", "tower_http::"], &["serve/"]);
}

#[test]
fn nothing_is_shared_that_can_change() {
    // The server swaps one site for the next; a lazy table makes each of its values once, the same whoever asks first, and so
    // are sizes found out, navigations made, wordings read and templates parsed as they are written.
    let once =
        ["lang/message.rs", "render/lazy.rs", "render/sizes.rs", "render/menus.rs", "theme/templates.rs"];
    let is_excepted = |path: &str| path.starts_with("serve/") || once.contains(&path);
    for (path, code) in code().into_iter().filter(|(path, _)| !is_excepted(path)) {
        for word in ["OnceLock", "Mutex", "RwLock", "Atomic"] {
            assert!(!code.contains(word), "{word} in src/{path}");
        }
    }
    for (path, code) in code() {
        for word in ["static mut", "thread_local!", "LazyLock", "unsafe "] {
            assert!(!code.contains(word), "{word} in src/{path}");
        }
    }
}

#[test]
fn no_record_is_changed_once_it_is_made() {
    for (path, code) in code().into_iter().filter(|(path, _)| path.starts_with("link/")) {
        assert!(!["get_mut", "iter_mut"].iter().any(|word| code.contains(word)), "src/{path}");
    }
}

/// Words that no reader who knows static site generators would guess.
#[test]
fn no_name_is_a_private_word() {
    const TYPES: [&str; 13] = [
        "Deck", "Ear", "Given", "Hole", "Later", "Lone", "Made", "Said", "Scene", "Shelf", "Stock", "Taken",
        "Way",
    ];
    const PARTS: [&str; 7] = ["fare", "hole", "lone", "shelf", "tell", "teller", "told"];
    for (path, code) in code() {
        let words: Vec<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for pair in words.windows(2) {
            let is_type = ["struct", "enum", "trait", "type"].contains(&pair[0]);
            assert!(!is_type || !TYPES.contains(&pair[1]), "{} in src/{path}", pair[1]);
            let is_named = ["fn", "let", "mod", "const"].contains(&pair[0]);
            let is_private = is_named && pair[1].to_lowercase().split('_').any(|part| PARTS.contains(&part));
            assert!(!is_private, "{} in src/{path}", pair[1]);
        }
    }
}
