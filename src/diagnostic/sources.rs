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

    /// Line and column of a byte, both from 1; the column counts characters. A byte-order mark is no character.
    #[must_use]
    pub fn line_and_column(&self, id: SourceId, byte: usize) -> (usize, usize) {
        let text = &self.file(id).text;
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let text: Arc<str> = "\u{feff}題: あい\nb: 総務省x".into();
        let at = |needle| text.find(needle).unwrap_or_default();
        let id = sources.add(SourceFile { path: "a".into(), text: text.clone(), yaml: 0..0 });
        assert_eq!(sources.line_and_column(id, at("題")), (1, 1));
        assert_eq!(sources.line_and_column(id, at("い")), (1, 5));
        assert_eq!(sources.line_and_column(id, at("x")), (2, 7));
        assert_eq!(sources.line_and_column(id, 999), (2, 8));
    }
}
