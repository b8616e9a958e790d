//! Why nothing, or not everything, was published.

use std::{fmt, io, path::PathBuf};

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
    /// A folder of the output is a mount, into which nothing can be moved. Nothing was published.
    Mount(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
    /// The system refused, the disk being full or without permission. Nothing was published.
    Unpublished(PathBuf, io::Error),
    /// The system refused to put a file into its place, or to take one away, when others were in theirs.
    Halfway(PathBuf, io::Error),
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(path) => write!(f, "another build is writing into {}", path.display()),
            Self::Foreign(path) => write!(
                f,
                "{} was not written by taiwa, or changed since, and stands where a file of the site belongs; move it away, or \
                 use --force to overwrite it",
                path.display()
            ),
            Self::ForeignGone(path) => write!(
                f,
                "{} is not as taiwa wrote it, and the site has no such file any more; move it away, or use --force to \
                 remove it",
                path.display()
            ),
            Self::ForeignInside(path) => write!(
                f,
                "{} was not written by taiwa, and a file of the site belongs where its folder is; move it away",
                path.display()
            ),
            Self::Link(path) => {
                write!(f, "{} is a symbolic link inside the output, which is never followed", path.display())
            }
            Self::NoFile(path) => write!(
                f,
                "{} is no plain file, and builds keep a file of their own there; move it away. Nothing was published",
                path.display()
            ),
            Self::Mount(path) => write!(
                f,
                "{} is a mount of its own, and no file can be moved into it from the rest of the output; unmount it, or \
                 choose an output that lies on one filesystem. Nothing was published",
                path.display()
            ),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Unpublished(path, error) => {
                write!(f, "{}: {error}; nothing was published, the output is as it was", path.display())
            }
            Self::Halfway(path, error) => write!(
                f,
                "{}: {error}; the output holds whole files of the old and of the new site, and the next build makes it good",
                path.display()
            ),
        }
    }
}

impl std::error::Error for PublishError {}
