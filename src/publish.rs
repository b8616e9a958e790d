//! The only writer: puts finished files into the output folder.
//!
//! Only what changed is written, all of it to temporary names and then renamed, so that a reader or a kill never meets
//! half a file, and a full disk leaves the old site. Only the bytes that an earlier build wrote are removed or overwritten: a
//! list of their sums is kept in `.taiwa/` in the output.

mod checksums;
mod compress;
mod existing;
mod held;
mod line;
mod manifest;
mod obstacles;
mod output;
mod placing;
mod staging;
mod written;

pub use checksums::{Sum, checksums};
pub use compress::{is_smaller, smaller};
pub use output::{Options, Output};
pub use staging::Staged;

use std::{
    fmt, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were there already, with the same bytes.
    pub unchanged: usize,
    /// Files of an earlier build that this one does not have.
    pub removed: usize,
}

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

/// Writes a file of the archive itself whole, or leaves it as it is. A link is written through.
///
/// # Errors
///
/// [`PublishError::Io`], when the system refuses.
pub fn replace(file: &Path, text: &str) -> Result<(), PublishError> {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let failed = |error| PublishError::Io(file.clone(), error);
    let (new, to) = create_beside(&file).map_err(failed)?;
    let done = write_beside(to, &new, &file, text).and_then(|()| fs::rename(&new, &file));
    done.map_err(|error| {
        // Half a file would only take room.
        let _ = fs::remove_file(&new);
        failed(error)
    })
}

/// How many names are tried for what is to take a file's place, each of which a killed run may have left behind.
const MAX_TRIES: u32 = 10_000;

/// Makes a file beside another, under a name that nobody has: what has it already may be anybody's.
fn create_beside(file: &Path) -> io::Result<(PathBuf, fs::File)> {
    let mut number = 1;
    loop {
        // A name that begins with a dot is no content, should it be left behind.
        let new = file.with_file_name(format!(".taiwa-{number}.new"));
        match fs::File::create_new(&new) {
            Ok(to) => return Ok((new, to)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MAX_TRIES => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Writes what is to take a file's place, with the permissions of the file that is there.
fn write_beside(mut to: fs::File, new: &Path, file: &Path, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    match fs::metadata(file) {
        Ok(there) => fs::set_permissions(new, there.permissions()),
        Err(_) => Ok(()),
    }
}
