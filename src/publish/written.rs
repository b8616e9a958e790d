//! The list of what builds wrote: nothing else in the output is ever overwritten or removed.

use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

use super::PublishError;
use crate::path::joined;

/// The list as it is written.
#[derive(Serialize)]
struct List<'a> {
    files: &'a BTreeSet<&'a str>,
}

/// The list as it is read.
#[derive(Default, Deserialize)]
struct Listed {
    files: Vec<String>,
}

/// The files that builds wrote, with `/` between folders.
#[derive(Default)]
pub(super) struct Written {
    pub(super) files: BTreeSet<String>,
}

impl Written {
    /// Reads a list. One that is not there, or cannot be read, names nothing; nor does a line of it a file elsewhere.
    pub(super) fn read(list: &Path) -> Self {
        let read = fs::read(list).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let Listed { mut files } = read.unwrap_or_default();
        // Whoever could change it must not reach a file outside of the output.
        files.retain(|path| Path::new(path).components().all(|part| matches!(part, Component::Normal(_))));
        Self { files: files.into_iter().collect() }
    }

    /// Writes a list of files whole, or leaves the one that is there as it is.
    ///
    /// # Errors
    ///
    /// Of the given kind, when the system refuses.
    pub(super) fn write(
        files: &BTreeSet<&str>,
        list: &Path,
        failed: fn(PathBuf, io::Error) -> PublishError,
    ) -> Result<(), PublishError> {
        let new = list.with_extension("new");
        let write = || {
            let mut to = BufWriter::new(fs::File::create(&new)?);
            serde_json::to_writer_pretty(&mut to, &List { files })?;
            to.flush()?;
            fs::rename(&new, list)
        };
        write().map_err(|error| {
            // Half a list would only take room.
            let _ = fs::remove_file(&new);
            failed(list.to_owned(), error)
        })
    }

    /// Whether a build wrote a file below the output.
    pub(super) fn has(&self, file: &Path, output: &Path) -> bool {
        self.files.contains(&joined(file.strip_prefix(output).unwrap_or(file)))
    }
}
