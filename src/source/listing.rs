//! The files below a folder of the content, kept from one reading to the next: a folder in which none came or went is not
//! looked through again.

use foldhash::HashMap;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::texts::Changes;

/// A file that was found.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// Where it lies.
    pub(super) file: PathBuf,
    /// Its path from the root, with `/` between folders.
    pub(super) path: String,
}

/// The files below a folder, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    pub(super) files: Arc<[FoundFile]>,
    /// Whether they are the same that were there before, with no link among them: what a file holds has then not
    /// changed unless its own path is named.
    pub(super) is_known: bool,
}

/// Listings by the name of their folder. Kept are those without links and without anything wrong.
#[derive(Debug, Default)]
pub struct Listings(HashMap<String, Arc<[FoundFile]>>);

impl Listings {
    /// The files below a folder, where none can have come or gone.
    pub(super) fn find(&self, folder: &str, root: &Path, changes: &Changes) -> Option<Listing> {
        let Changes::Paths(paths) = changes else { return None };
        let files = self.0.get(folder)?;
        let is_still_there = |path: &str| {
            files
                .binary_search_by(|listed| listed.file.as_path().cmp(&root.join(path)))
                .is_ok_and(|at| fs::symlink_metadata(&files[at].file).is_ok_and(|there| there.is_file()))
        };
        let is_same = paths.iter().all(|path| is_apart(path, folder) || is_still_there(path));
        is_same.then(|| Listing { files: files.clone(), is_known: true })
    }

    /// Keeps a listing for the next reading.
    pub(super) fn keep(&mut self, folder: &str, listing: &Listing) {
        self.0.insert(folder.to_owned(), listing.files.clone());
    }
}

/// Whether a path neither lies in a folder nor holds it.
fn is_apart(path: &str, folder: &str) -> bool {
    let is_in = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    !is_in(path, folder) && !is_in(folder, path)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_touched_from_inside_and_from_outside() {
        for path in ["content", "content/meetings", "content/meetings/a.en.md", "content/meetings/2010"] {
            assert!(!is_apart(path, "content/meetings"), "{path}");
        }
        for path in ["content/meetings-of-old", "content/pages", "contents", "themes/content/meetings"] {
            assert!(is_apart(path, "content/meetings"), "{path}");
        }
    }

    #[test]
    fn a_listing_stands_until_a_file_comes_or_goes() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("content/meetings");
        fs::create_dir_all(&folder).unwrap();
        let files = ["a.en.md", "b.en.md"].map(|name| {
            fs::write(folder.join(name), "").unwrap();
            FoundFile { file: folder.join(name), path: format!("content/meetings/{name}") }
        });
        let mut listings = Listings::default();
        listings.keep("content/meetings", &Listing { files: files.into(), is_known: false });
        let find = |path: &str| {
            let changes = Changes::Paths([path.to_owned()].into());
            listings.find("content/meetings", root.path(), &changes).is_some()
        };
        assert!(find("content/meetings/a.en.md") && find("content/tracks.yaml"));
        assert!(!find("content/meetings/c.en.md"), "a new file");
        assert!(!find("content/meetings"), "the folder itself");
        fs::remove_file(folder.join("b.en.md")).unwrap();
        assert!(!find("content/meetings/b.en.md"), "a file that is gone");
        assert!(listings.find("content/meetings", root.path(), &Changes::All).is_none());
    }
}
