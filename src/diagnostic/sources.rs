//! The texts of the files that were read, for excerpts, lines and columns.

use foldhash::HashMap;
use std::{ops::Range, sync::Arc};

/// Names a file of [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A stretch of a source file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// The stretch; an empty one points at a position.
    pub span: Range<usize>,
}

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
    /// Shared, since the names stay from one reading to the next.
    ids: Arc<HashMap<String, SourceId>>,
}

impl Sources {
    /// Takes a file in and names it: as the file of this path was named before, or anew.
    pub fn add(&mut self, file: SourceFile) -> SourceId {
        if let Some(id) = self.ids.get(&file.path) {
            self.files[id.0 as usize] = file;
            return *id;
        }
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        Arc::make_mut(&mut self.ids).insert(file.path.clone(), id);
        self.files.push(file);
        id
    }

    /// The same names, of which none has a text yet.
    #[must_use]
    pub fn emptied(&self) -> Self {
        let text: Arc<str> = "".into();
        let empty =
            |file: &SourceFile| SourceFile { path: file.path.clone(), text: text.clone(), yaml: 0..0 };
        Self { files: self.files.iter().map(empty).collect(), ids: self.ids.clone() }
    }

    /// Lets go of the texts of all other files than these; their names stay.
    pub fn retain(&mut self, is_kept: impl Fn(SourceId, &SourceFile) -> bool) {
        let text: Arc<str> = "".into();
        for (id, file) in (0..).map(SourceId).zip(&mut self.files) {
            if !is_kept(id, file) {
                file.text = text.clone();
                file.yaml = 0..0;
            }
        }
    }

    /// All files that have a name.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// How many files have a name.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether no file has a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The file of this name.
    #[must_use]
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file of this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<SourceId> {
        self.ids.get(path).copied()
    }

    /// Where the file lies, relative to the root.
    #[must_use]
    pub fn path(&self, id: SourceId) -> &str {
        &self.file(id).path
    }

    /// A stretch of a file, put inside of its text and onto the bounds of characters: what speaks of places counts in
    /// ways of its own.
    #[must_use]
    pub fn place(&self, source: SourceId, span: &Range<usize>) -> Place {
        let text = &self.file(source).text;
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.min(text.len()));
        Place { source, span: start..end.max(start) }
    }
}
