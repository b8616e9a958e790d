//! The files in which other site generators have their settings: who looks for them there is told where they are here.

use std::path::Path;

use crate::{
    diagnostic::{Code, SourceId},
    lang::say,
    yaml::{Problem, Spot},
};

/// The files, by the name that they have in the root of a site.
const FILES: [&str; 24] = [
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "_config.toml",
    "_config.yaml",
    "_config.yml",
    "zola.toml",
    "mkdocs.yaml",
    "mkdocs.yml",
    "book.toml",
    "zensical.toml",
    "pelicanconf.py",
    ".eleventy.js",
    "eleventy.config.js",
    "astro.config.mjs",
    "docusaurus.config.js",
    "antora.yml",
    "site.yaml",
    "site.yml",
];

/// What is reported at the top of a site.yaml that is not there; other settings beside content/ are named.
pub(super) fn missing_site(source: SourceId, root: &Path) -> Problem {
    let message = match found(root) {
        Some(foreign) => say!("no-settings-but", foreign),
        None => say!("no-settings"),
    };
    let problem = Problem::new(Code::MissingField, Spot::Bytes(source, 0..0), message);
    problem.help(say!("make-settings"))
}

/// The first such file in a folder.
fn found(root: &Path) -> Option<&'static str> {
    FILES.into_iter().find(|name| root.join(name).is_file())
}

/// Whether a file is called like one of them.
pub(super) fn is_one(name: &str) -> bool {
    FILES.contains(&name.to_ascii_lowercase().as_str())
}
