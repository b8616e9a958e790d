//! The list of what builds wrote: nothing else in the output is ever overwritten or removed.

use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use super::PublishError;

/// The files that builds wrote, with `/` between folders.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Written {
    pub(super) files: BTreeSet<String>,
}

impl Written {
    /// Reads a list. One that is not there, or cannot be read, names nothing.
    pub(super) fn read(list: &Path) -> Self {
        fs::read(list).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes a list whole, or leaves it as it is.
    ///
    /// # Errors
    ///
    /// Of the given kind, when the system refuses.
    pub(super) fn write(
        &self,
        list: &Path,
        failed: fn(PathBuf, io::Error) -> PublishError,
    ) -> Result<(), PublishError> {
        let io = |error: io::Error| failed(list.to_owned(), error);
        let text = serde_json::to_vec_pretty(self).map_err(|error| io(error.into()))?;
        let new = list.with_extension("new");
        fs::write(&new, text).and_then(|()| fs::rename(&new, list)).map_err(|error| {
            // Half a list would only take room.
            let _ = fs::remove_file(&new);
            io(error)
        })
    }

    /// Whether a build wrote a file below the output.
    pub(super) fn has(&self, file: &Path, output: &Path) -> bool {
        let parts = file.strip_prefix(output).unwrap_or(file).components();
        let path = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        self.files.contains(&path)
    }
}
