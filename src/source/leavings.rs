//! Which files and folders of an archive are none of it: hidden ones, and what editors, office programs and systems leave
//! behind.

use std::path::Path;

/// Names that systems give, whatever their case.
const NAMES: [&str; 21] = [
    ".ds_store",
    ".directory",
    ".apdisk",
    ".appledouble",
    ".fseventsd",
    ".localized",
    ".spotlight-v100",
    ".trashes",
    "__macosx",
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "system volume information",
    "$recycle.bin",
    "@eadir",
    ".temporaryitems",
    // By which Vim tries whether it may write.
    "4913",
    // What keeps the history of the folder.
    ".git",
    ".svn",
    ".hg",
    "desktop.ini",
];

/// What names of leavings begin with: lock files of editors and of office programs, halves of Mac files, files that a network
/// drive still holds open, rubbish bins.
const BEGINNINGS: [&str; 8] =
    [".#", "~$", ".~lock.", "._", ".nfs", ".fuse_hidden", ".trash-", ".goutputstream-"];

/// What they end with behind the last dot: copies and swap files of editors, files half written, locks of databases, links of
/// Windows.
const ENDINGS: [&str; 9] = ["swp", "swo", "swx", "kate-swp", "tmp", "bak", "orig", "lnk", "laccdb"];

/// What they end with besides.
const TAILS: [&str; 3] = ["~", "___jb_tmp___", "___jb_old___"];

/// Whether a file or folder, by its path from the root, is none that the archive is read from: it is hidden, or something
/// left behind. In static/, hidden files are the author's.
#[must_use]
pub fn is_passed_over(path: &str) -> bool {
    match path.strip_prefix("content/static/") {
        Some(inner) => inner.split('/').any(is_leaving),
        None => path.split('/').any(|name| !is_read(name)),
    }
}

/// Whether a name, outside of static/, is one that is read.
#[must_use]
pub fn is_read(name: &str) -> bool {
    !name.starts_with('.') && !is_leaving(name)
}

/// Whether a name is one that nobody gave to a file of an archive.
pub(super) fn is_leaving(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let ending = Path::new(&lower).extension().and_then(|ending| ending.to_str());
    // Vim goes on from .swp to .swo, .swn and so on.
    let is_swap = |ending: &str| ending.len() == 3 && ending.starts_with("sw") && lower.starts_with('.');
    TAILS.iter().any(|tail| lower.ends_with(tail))
        || (lower.len() > 1 && lower.starts_with('#') && lower.ends_with('#'))
        || lower == "icon\r"
        || NAMES.contains(&lower.as_str())
        || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || ending.is_some_and(|ending| ENDINGS.contains(&ending) || is_swap(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leavings_are_passed_over_everywhere() {
        let left = [
            "a.en.md~",
            "#a.en.md#",
            ".#a.en.md",
            ".a.en.md.swp",
            "a.swo",
            "~$report.docx",
            ".~lock.report.odt#",
            "._report.pdf",
            ".DS_Store",
            "Thumbs.db",
            "thumbs.db",
            "Desktop.ini",
            "__MACOSX",
            "~WRL0001.tmp",
            ".x.odt.swn",
            ".a.en.md.swa",
            "x~RF1a2b.TMP",
            "~x.tmp",
            "x.tmp",
            ".goutputstream-ABC123",
            "ehthumbs_vista.db",
            "System Volume Information",
            "$RECYCLE.BIN",
            "@eaDir",
            ".TemporaryItems",
            "4913",
            "a.en.md___jb_tmp___",
            "a.en.md.bak",
            "a.en.md.orig",
            "x.lnk",
            "x.laccdb",
            ".git",
            ".svn",
            ".hg",
            "Icon\r",
        ];
        for name in left {
            for folder in ["content", "content/meetings/2010", "content/static/docs"] {
                assert!(is_passed_over(&format!("{folder}/{name}")), "{folder}/{name}");
            }
        }
    }

    #[test]
    fn hidden_files_are_the_authors_in_static_alone() {
        for name in [".nojekyll", ".well-known/security.txt", ".htaccess"] {
            assert!(!is_passed_over(&format!("content/static/{name}")), "{name}");
            assert!(is_passed_over(&format!("content/{name}")), "{name}");
        }
    }

    #[test]
    fn names_that_look_a_little_like_leavings_are_kept() {
        for name in [
            "CNAME",
            "a.pdf",
            "#notes",
            "a#b.pdf",
            "#",
            "~a.pdf",
            "thumbs.dbx",
            "my desktop.ini.txt",
            "icon",
            "backup.bak.pdf",
            "a.swf",
            "4913.pdf",
            ".gitignore",
            "tmp",
            "bak",
            "original.pdf",
            "a.tmp.csv",
        ] {
            assert!(!is_passed_over(&format!("content/static/{name}")), "{name}");
        }
    }
}
