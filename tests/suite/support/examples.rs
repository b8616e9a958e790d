//! The archive that the examples of a page of docs/ make.

use std::fs;

use super::Archive;

/// Each example stands under the name of its file; the pieces of one file are joined.
pub(crate) fn archive(page: &str) -> Archive {
    with(Archive::empty(), page)
}

/// An archive with the examples of a page.
pub(crate) fn with(mut archive: Archive, page: &str) -> Archive {
    let mut parts = page.split("\n```");
    let mut before = parts.next().unwrap();
    while let (Some(block), Some(after)) = (parts.next(), parts.next()) {
        let name = before.trim_end().lines().next_back().unwrap();
        let path = name.strip_prefix('`').and_then(|name| name.strip_suffix('`'));
        let path = path.filter(|path| path.starts_with("content/") || path.starts_with("themes/"));
        let path = path.unwrap_or_else(|| panic!("no file above:\n{block}"));
        let text = format!("{}\n", block.split_once('\n').unwrap().1);
        let known = fs::read_to_string(archive.root().join(path)).unwrap_or_default();
        archive = archive.file(path, known + &text);
        before = after;
    }
    archive
}
