//! The texts of the files that were read, for excerpts, lines and columns.

use std::{ops::Range, sync::Arc};

/// Names a file of [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A file that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Relative to the root, with `/` between folders.
    pub path: String,
    /// The whole text, as it stands in the file.
    pub text: Arc<str>,
    /// Where its YAML stands: the front matter of a note, all of a registry, nothing of other files.
    pub yaml: Range<usize>,
}

/// All files of a run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes a file in and names it.
    pub fn add(&mut self, file: SourceFile) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        id
    }

    /// The file of this name.
    #[must_use]
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Where the file lies, relative to the root.
    #[must_use]
    pub fn path(&self, id: SourceId) -> &str {
        &self.file(id).path
    }
}
