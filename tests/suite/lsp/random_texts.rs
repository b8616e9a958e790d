//! After any edits that nobody saved, the server tells what `check` tells of the same texts on the disk.

use crate::support::{Archive, editor::Editor, files, numbers::Numbers, site, write};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs};

/// What is typed.
const TYPED: [&str; 16] = [
    "x",
    "[[track:cloud]]",
    ": ",
    "\n",
    "日本",
    "😀",
    "- ",
    "{",
    "}",
    "#",
    "title: x\n",
    "\r\n",
    "[[",
    "---\n",
    "*",
    "（",
];

/// How many edits are made: as many as `TAIWA_TEST_STEPS` says, or a few.
fn steps() -> usize {
    std::env::var("TAIWA_TEST_STEPS").map_or(20, |steps| steps.parse().unwrap())
}

#[test]
fn what_is_told_is_what_check_tells() {
    compare(0x5DEE_CE66_D1CE_4E5B);
}

#[test]
fn after_other_edits_it_is_so_too() {
    compare(0x2545_F491_4F6C_DD1D);
}

fn compare(seed: u64) {
    let mut numbers = Numbers(seed);
    let archive = Archive::from(&site("good/full"));
    // The same with all texts saved.
    let saved = Archive::from(&site("good/full"));
    let mut editor = Editor::of(&archive);
    let first = files(archive.root());
    let is_text = |path: &&String| [".md", ".yaml"].iter().any(|ending| path.ends_with(ending));
    let is_read = |path: &&String| path.starts_with("content/") && !path.starts_with("content/static/");
    let mut paths: Vec<_> = first.keys().filter(is_text).filter(is_read).cloned().collect();
    paths.push("content/meetings/new/new.en.md".to_owned());
    for step in 0..steps() {
        let path = numbers.pick(&paths).clone();
        let is_open = editor.open.contains_key(&path);
        match numbers.below(8) {
            0 if is_open => {
                editor.close(&path);
                match first.get(&path) {
                    Some(bytes) => write(&saved.root().join(&path), bytes),
                    None => fs::remove_file(saved.root().join(&path)).unwrap(),
                }
            }
            _ => {
                if !is_open {
                    let text =
                        first.get(&path).map_or("---\ntitle: New\n---\n", |it| str::from_utf8(it).unwrap());
                    editor.open_with(&path, text);
                }
                edit(&mut editor, &path, &mut numbers);
                write(&saved.root().join(&path), editor.open[&path].1.as_bytes());
            }
        }
        assert_eq!(told(&editor), checked(&saved), "step {step}: {path}");
    }
}

/// Makes some edits of a text, and tells of them at once.
fn edit(editor: &mut Editor, path: &str, numbers: &mut Numbers) {
    let mut text = editor.open[path].1.clone();
    let mut changes = Vec::new();
    for _ in 0..=numbers.below(3) {
        let at = text.floor_char_boundary(numbers.below(text.len() + 1));
        let length = if numbers.below(2) == 0 { 0 } else { numbers.below(30) };
        let end = text.ceil_char_boundary((at + length).min(text.len()));
        let typed = *numbers.pick(&TYPED);
        let place = |byte| crate::support::editor::position(&text, byte);
        changes.push(json!({"range": {"start": place(at), "end": place(end)}, "text": typed}));
        text.replace_range(at..end, typed);
        // The test counts lines by `\n` alone.
        if text.replace("\r\n", "").contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "");
            changes.push(json!({"text": text}));
        }
    }
    editor.changed(path, &text, &json!(changes));
    editor.settle(path);
}

/// Each problem that the editor was told, in order.
fn told(editor: &Editor) -> Vec<String> {
    let of_file = |path: &String, it: &Value| {
        let start = &it["range"]["start"];
        let column = characters(editor, path, start);
        let said = it["message"].as_str().unwrap();
        line([path, it["code"].as_str().unwrap(), said], &start["line"], column, &it["severity"])
    };
    let told = editor.told.iter().flat_map(|(path, told)| told.iter().map(move |it| of_file(path, it)));
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

/// The column of a position in characters.
fn characters(editor: &Editor, path: &str, position: &Value) -> usize {
    let text = editor.text(path);
    let at = crate::support::editor::byte(&text, position);
    text[..at].rsplit('\n').next().unwrap().chars().filter(|c| *c != '\u{feff}').count()
}

/// Each problem that `check` tells, in order.
fn checked(archive: &Archive) -> Vec<String> {
    let problems = archive.run(&["check", "--format", "json", "--as-of", "2026-11-22"]).problems();
    let lines = problems.iter().map(|it| {
        let word = |key: &str| it[key].as_str().unwrap();
        let said = it["help"]
            .as_str()
            .map_or(word("message").to_owned(), |help| format!("{}\n{help}", word("message")));
        let from_zero = |key: &str| usize::try_from(it[key].as_u64().unwrap()).unwrap() - 1;
        let severity = json!(if word("severity") == "error" { 1 } else { 2 });
        line([word("path"), word("code"), &said], &json!(from_zero("line")), from_zero("column"), &severity)
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort();
    lines
}

fn line([path, code, said]: [&str; 3], line: &Value, column: usize, severity: &Value) -> String {
    format!("{path}:{line}:{column} {severity} {code}: {said}")
}

#[test]
fn of_faulty_archives_it_is_so_too() {
    let sites = site("bad");
    let mut compared = BTreeMap::new();
    for folder in fs::read_dir(&sites).unwrap() {
        let folder = folder.unwrap().path();
        if !folder.join("content").is_dir() {
            continue;
        }
        let archive = Archive::from(&folder);
        let mut editor = Editor::of(&archive);
        editor.look(&[]);
        let checked = checked(&archive);
        assert_eq!(told(&editor), checked, "{}", folder.display());
        compared.insert(folder, checked.len());
    }
    assert!(compared.values().sum::<usize>() > 10, "{compared:?}");
}
