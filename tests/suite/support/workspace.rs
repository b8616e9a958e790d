//! Checks and builds an archive by the library, as the preview and a build do.

use std::{collections::BTreeMap, path::Path};
use taiwa::{
    config::Options,
    diagnostic::write_json,
    lang::{Date, Lang},
    pipeline::{self, BuildExtras, Built, Checked},
};

/// The options of a build of everything, drafts included, on a day of 2026.
pub(crate) fn options(root: &Path) -> Options {
    Options {
        root: root.to_owned(),
        output: root.join("output"),
        base_url: None,
        theme: None,
        drafts: true,
        as_of: Date::parse("2026-11-22").unwrap().into(),
        strict: false,
        force: false,
        language: Lang::En,
    }
}

/// Every problem, as JSON lines.
pub(crate) fn reported(checked: &Checked) -> String {
    let mut reported = Vec::new();
    write_json(&mut reported, &checked.diagnostics, &checked.sources).unwrap();
    String::from_utf8(reported).unwrap()
}

/// Builds the checked archive of a root into a folder. The files there, but for what builds keep for themselves, and how many pages were
/// rendered; nothing, where the archive must not be published.
pub(crate) fn built(
    checked: &mut Checked,
    root: &Path,
    output: &Path,
    compress: bool,
) -> Option<(BTreeMap<String, Vec<u8>>, usize)> {
    let options = Options { output: output.to_owned(), ..options(root) };
    let Built { rendered, .. } =
        pipeline::build(checked, &options, BuildExtras { compress, host: None }).unwrap()?;
    let mut files = super::files(output);
    files.retain(|path, _| !path.starts_with(".taiwa/"));
    Some((files, rendered))
}
