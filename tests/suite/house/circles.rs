//! No two files of src/ import each other, not by way of others either. What a folder's mod.rs hands on lies in the file that
//! defines it.

use super::layers::code;
use std::collections::{BTreeMap, BTreeSet};

/// A module by its names from the root of the crate.
type Module = Vec<String>;

/// What a file takes from others.
struct Imports {
    /// The paths of `use`, each with the name that it has here.
    uses: Vec<(Module, String)>,
    /// Paths that stand in the code.
    paths: Vec<Module>,
}

/// The files of the crate by their modules.
struct Files(BTreeMap<Module, Imports>);

fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').filter(|name| *name != "lib").map(str::to_owned).collect()
}

fn imports(path: &str, code: &str) -> Imports {
    let mut imports = Imports { uses: Vec::new(), paths: Vec::new() };
    for statement in code.split_inclusive(';') {
        let line = statement.trim_start();
        let line =
            line.split_once("use ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
        match line.and_then(|(_, tree)| tree.strip_suffix(';')) {
            Some(tree) => expand(&[], tree, &mut imports.uses),
            None => imports.paths.extend(paths(statement)),
        }
    }
    // Records name each other by ids, which are numbers: `Id<Meeting>` holds no meeting.
    let is_record = |name: &str| path.starts_with("model/") && code.contains(&format!("Id<{name}>"));
    imports.uses.retain(|(_, name)| !is_record(name));
    imports
}

/// Adds the paths of the tree of a `use`, such as `a::{self, b::C as D}`.
fn expand(before: &[String], tree: &str, uses: &mut Vec<(Module, String)>) {
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path, group.trim_end().strip_suffix('}')),
        None => (tree, None),
    };
    let (path, alias) = path.split_once(" as ").map_or((path, None), |(path, alias)| (path, Some(alias)));
    let names = path.split("::").map(str::trim).filter(|name| !name.is_empty());
    let mut whole: Module = before.iter().cloned().chain(names.map(str::to_owned)).collect();
    if let Some(group) = group {
        return items(group).into_iter().for_each(|item| expand(&whole, item, uses));
    }
    if whole.len() > 1 && whole.last().is_some_and(|name| name == "self") {
        whole.pop();
    }
    let name = alias.map(str::trim).or(whole.last().map(String::as_str)).unwrap_or_default().to_owned();
    uses.push((whole, name));
}

/// The items of a group, without what follows the last comma.
fn items(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = group.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// The paths of two names and more.
fn paths(code: &str) -> Vec<Module> {
    let words = code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ':');
    let paths = words.map(|word| word.split("::").map(str::to_owned).collect::<Module>());
    paths.filter(|path| path.len() > 1 && path.iter().all(|name| !name.is_empty())).collect()
}

impl Files {
    fn new(code: &BTreeMap<String, String>) -> Self {
        Self(code.iter().map(|(path, code)| (module(path), imports(path, code))).collect())
    }

    /// The file in which lies what a path of another means: what is only handed on by a file lies elsewhere.
    fn target(&self, own: &[String], path: &[String]) -> Option<Module> {
        let mut at: Module = own.to_vec();
        for (index, name) in path.iter().enumerate() {
            let inner: Module = at.iter().chain([name]).cloned().collect();
            match name.as_str() {
                "crate" => at.clear(),
                "super" => drop(at.pop()),
                "self" => {}
                _ if self.0.contains_key(&inner) => at = inner,
                // A name that was imported, or a crate.
                _ if index == 0 => at = self.handed_on(own, name)?,
                _ => return Some(self.handed_on(&at, name).unwrap_or(at)),
            }
        }
        // Of a folder that a file lies in, nothing is taken by its mere name.
        (!own.starts_with(&at)).then_some(at)
    }

    fn handed_on(&self, at: &[String], name: &str) -> Option<Module> {
        let uses = &self.0.get(at)?.uses;
        let (path, _) = uses.iter().find(|(path, known)| known == name && path[0] != name)?;
        self.target(at, path)
    }

    /// The files that each imports.
    fn imported(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let of = |own: &Module, imports: &Imports| {
            let paths = imports.uses.iter().map(|(path, _)| path).chain(&imports.paths);
            let targets = paths.filter_map(|path| self.target(own, path));
            targets.filter(|target| target != own).collect()
        };
        self.0.iter().map(|(own, imports)| (own.clone(), of(own, imports))).collect()
    }
}

/// The files that import each other, and those between them: what is left without those that import none of the rest, and
/// those that none of the rest imports.
fn circles(code: &BTreeMap<String, String>) -> Vec<String> {
    let mut left = Files::new(code).imported();
    loop {
        let imported: BTreeSet<Module> = left.values().flatten().cloned().collect();
        let kept = left.iter().filter(|(own, targets)| imported.contains(*own) && !targets.is_empty());
        let kept: BTreeSet<Module> = kept.map(|(own, _)| own.clone()).collect();
        if kept.len() == left.len() {
            break;
        }
        left.retain(|own, _| kept.contains(own));
        for targets in left.values_mut() {
            targets.retain(|target| kept.contains(target));
        }
    }
    let lines = left.iter().map(|(own, targets)| {
        let targets: Vec<_> = targets.iter().map(|target| target.join("::")).collect();
        format!("{} imports {}", own.join("::"), targets.join(", "))
    });
    lines.collect()
}

#[test]
fn no_files_import_each_other() {
    assert_eq!(circles(&code()), Vec::<String>::new());
}

fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    circles(&files.iter().map(|(path, code)| ((*path).to_owned(), (*code).to_owned())).collect())
}

#[test]
fn a_circle_is_found_whatever_way_it_goes() {
    let parent = "mod inner;\nuse inner::{self, Leaf as Twig};\npub struct Root;";
    let child = "use super::Root;\npub struct Leaf;";
    let found = ["tree imports tree::inner", "tree::inner imports tree"];
    assert_eq!(circles_of(&[("tree/mod.rs", parent), ("tree/inner.rs", child)]), found);
    assert_eq!(circles_of(&[("tree.rs", parent), ("tree/inner.rs", "fn f() -> super::Root {}")]), found);
    let three = [
        ("a.rs", "use crate::b::{\n    self, B,\n};"),
        ("b.rs", "fn f() { crate::c::C }"),
        ("c.rs", "use crate::a;"),
    ];
    assert_eq!(circles_of(&three), ["a imports b", "b imports c", "c imports a"]);
}

#[test]
fn what_is_handed_on_lies_elsewhere() {
    let parent = "mod leaf;\nmod root;\npub use leaf::Leaf;\nuse root::Root;";
    let child = "use super::Root;\npub struct Leaf;";
    assert!(
        circles_of(&[("a/mod.rs", parent), ("a/leaf.rs", child), ("a/root.rs", "use std::fmt;")]).is_empty()
    );
}
