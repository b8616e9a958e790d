//! The only writer: puts finished files into the output folder.
//!
//! Only what changed is written, all of it to temporary names and then renamed, so that a reader or a kill never meets
//! half a file, and a full disk leaves the old site. Only the bytes that an earlier build wrote are removed or overwritten: a
//! list of their sums is kept in `.taiwa/` in the output.

mod checksums;
mod compress;
mod error;
mod existing;
mod held;
pub mod journal;
mod line;
mod manifest;
mod moving;
mod obstacles;
mod output;
mod placing;
mod staging;
mod written;

pub use checksums::{Sum, checksums};
pub use compress::{is_smaller, smaller};
pub use error::PublishError;
pub use moving::rename;
pub use output::{Output, OutputOptions, Report};
pub use staging::Staged;

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Writes a file of the archive itself, or one for people, whole, or leaves it as it is. A link is written through.
///
/// # Errors
///
/// [`PublishError::Io`], when the system refuses.
pub fn replace(file: &Path, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let failed = |error| PublishError::Io(file.clone(), error);
    let (new, to) = create_beside(&file).map_err(failed)?;
    let done = write_beside(to, &new, &file, content.as_ref()).and_then(|()| fs::rename(&new, &file));
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
fn write_beside(mut to: fs::File, new: &Path, file: &Path, content: &[u8]) -> io::Result<()> {
    to.write_all(content)?;
    match fs::metadata(file) {
        Ok(there) => fs::set_permissions(new, there.permissions()),
        Err(_) => Ok(()),
    }
}
