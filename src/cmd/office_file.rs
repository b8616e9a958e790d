//! Files of people: read up to a bound, and written where they say, but not over what somebody may have worked on.

use std::{
    io::{self, Read},
    path::Path,
};

use super::exit::CommandError;
use crate::{
    folder::{Folder, NO_FILE},
    lang::{Message, say},
    publish,
};

/// All that is in a file, if it is a plain one; no more than `most` bytes and one.
pub(super) fn read_office_file(file: &Path, most: u64) -> io::Result<Vec<u8>> {
    // A link is followed, and a pipe not waited for.
    let real = file.canonicalize()?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
        return Err(io::Error::other(NO_FILE));
    };
    let mut bytes = Vec::new();
    Folder::open(folder)?.open_file(Path::new(name))?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be read, in words.
pub(super) fn read_failure(error: &io::Error) -> Message {
    match error.get_ref() {
        Some(own) if own.to_string() == NO_FILE => say!("no-ordinary-file"),
        _ => Message::verbatim(error),
    }
}

/// Writes a file; without `force` not over another. Whether it was not there yet with just these bytes.
pub(super) fn write_office_file(file: &Path, bytes: &[u8], force: bool) -> Result<bool, CommandError> {
    let there = read_office_file(file, bytes.len() as u64);
    if there.as_ref().is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    if !force && !matches!(&there, Err(error) if error.kind() == io::ErrorKind::NotFound) {
        return Err(CommandError::usage(say!("office-file-there", file = file.display())));
    }
    publish::replace(file, bytes).map_err(|error| CommandError::machine(error.message()))?;
    Ok(true)
}
