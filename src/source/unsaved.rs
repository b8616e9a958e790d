//! Texts that stand over those of files, whether these are there or not: what an editor shows and nobody has saved, or what
//! files would say after a change.

use foldhash::HashMap;

use super::texts::{KnownText, MAX_FILE, Read};

/// Texts by path from the root, with `/` between folders.
#[derive(Debug, Default)]
pub struct UnsavedTexts(HashMap<String, KnownText>);

impl UnsavedTexts {
    /// Puts a text over that of a file or, with none, takes it away again.
    pub fn set(&mut self, path: &str, text: Option<&str>) {
        match text {
            Some(text) => self.0.insert(path.to_owned(), KnownText::new(text.into(), None)),
            None => self.0.remove(path),
        };
    }

    /// Whether a text stands over that of this file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// What comes of reading the file of this path, if a text stands over it.
    pub(super) fn read(&self, path: &str) -> Option<Read> {
        let text = self.0.get(path)?;
        let is_too_large = text.words.len() as u64 > MAX_FILE;
        Some(if is_too_large { Read::TooLarge } else { Read::Text(text.clone()) })
    }

    /// The paths below a folder, in order, each with its rest from there.
    pub(super) fn below(&self, folder: &str) -> Vec<(&str, &str)> {
        let rest = |path: &'_ str| path.strip_prefix(folder)?.strip_prefix('/').map(str::len);
        let paths = self.0.keys().filter_map(|path| Some((path.as_str(), &path[path.len() - rest(path)?..])));
        let mut paths: Vec<_> = paths.collect();
        paths.sort_unstable();
        paths
    }
}
