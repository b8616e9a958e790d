//! Why nothing, or not everything, was published.

use std::{fmt, io, path::PathBuf};

use crate::lang::{Lang, Message, say};

/// Why nothing, or not everything, was published.
#[derive(Debug)]
pub enum PublishError {
    /// Another build writes into the same folder.
    Busy(PathBuf),
    /// A file that is not as a build wrote it stands where one of the site's belongs. Nothing was published.
    Foreign(PathBuf),
    /// Somebody else's file stands where an earlier build wrote one that the site no longer has. Nothing was published.
    ForeignGone(PathBuf),
    /// Such a file lies in a folder that stands where a file of the site belongs. Nothing was published.
    ForeignInside(PathBuf),
    /// A symbolic link stands where a folder or file of the site belongs. Nothing was published.
    Link(PathBuf),
    /// A pipe, a folder or the like stands where builds keep a file for themselves. Nothing was published.
    NoFile(PathBuf),
    /// What stands in the place of the note of what is begun is none. Nothing was begun.
    NoNote(PathBuf),
    /// A folder of the output is a mount, into which nothing can be moved. Nothing was published.
    Mount(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
    /// The system refused, the disk being full or without permission. Nothing was published.
    Unpublished(PathBuf, io::Error),
    /// The system refused to put a file into its place, or to take one away, when others were in theirs.
    Halfway(PathBuf, io::Error),
}

impl PublishError {
    /// Why, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Busy(path) => say!("output-busy", path = path.display()),
            Self::Foreign(path) => say!("output-foreign", path = path.display()),
            Self::ForeignGone(path) => say!("output-foreign-gone", path = path.display()),
            Self::ForeignInside(path) => say!("output-foreign-inside", path = path.display()),
            Self::Link(path) => say!("output-link", path = path.display()),
            Self::NoFile(path) => say!("output-no-file", path = path.display()),
            Self::NoNote(path) => say!("no-rename-note", path = path.display()),
            Self::Mount(path) => say!("output-mount", path = path.display()),
            Self::Io(path, error) => say!("file-error", path = path.display(), error),
            Self::Unpublished(path, error) => say!("output-unpublished", path = path.display(), error),
            Self::Halfway(path, error) => say!("output-halfway", path = path.display(), error),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(Lang::En))
    }
}

impl std::error::Error for PublishError {}
