//! The texts of files, kept from one reading to the next: what has not changed is not read again.

use foldhash::HashMap;
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read as _},
    sync::Arc,
};

use super::front_matter::{Split, SplitError, split};
use crate::{folder::FileState, lang::find_odd};

/// The largest file that is read, in bytes.
pub(super) const MAX_FILE: u64 = 8 << 20;

/// What may have changed on the disk since it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Anything.
    All,
    /// These files, and what lies in these folders: paths from the root, with `/` between folders.
    Paths(BTreeSet<String>),
}

impl Changes {
    /// Whether a file may have changed.
    #[must_use]
    pub fn may_hold(&self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Paths(paths) => {
                let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
                folders.chain([path]).any(|it| paths.contains(it))
            }
        }
    }

    /// Adds what may have changed besides.
    pub fn extend(&mut self, other: Self) {
        match (self, other) {
            (Self::Paths(paths), Self::Paths(more)) => paths.extend(more),
            (all, _) => *all = Self::All,
        }
    }
}

/// Texts by path from the root.
#[derive(Debug, Default)]
pub struct Texts(HashMap<String, KnownText>);

/// A text that was read, with what is known of its file.
#[derive(Clone, Debug)]
pub(super) struct KnownText {
    pub(super) words: Arc<str>,
    /// Whether no character is in it that does not belong in a text or cannot be seen.
    pub(super) is_clean: bool,
    /// Where its front matter lies, if it is a note's.
    pub(super) front: Result<Split, SplitError>,
    /// What the system says of the file; nothing of a text that was not read from one.
    pub(super) there: Option<FileState>,
}

/// What came of reading a file.
pub(super) enum Read {
    Text(KnownText),
    TooLarge,
    NotUtf8(String, usize),
    Failed(io::Error),
}

impl Texts {
    /// The text of a file: as it was read before, where it cannot have changed.
    pub(super) fn read(&self, file: io::Result<fs::File>, path: &str, changes: &Changes) -> Read {
        let opened = file.and_then(|file| Ok((FileState::of(&file)?, file)));
        let (there, file) = match opened {
            Ok((there, _)) if there.length > MAX_FILE => return Read::TooLarge,
            Ok(opened) => opened,
            Err(error) => return Read::Failed(error),
        };
        match self.0.get(path) {
            Some(known) if !changes.may_hold(path) && known.there == Some(there) => Read::Text(known.clone()),
            known => read(file, there, known),
        }
    }

    /// The text of a file that is there as it was, for all that is known.
    pub(super) fn unchanged(&self, path: &str, changes: &Changes) -> Option<Read> {
        let known = self.0.get(path).filter(|_| !changes.may_hold(path))?;
        Some(Read::Text(known.clone()))
    }

    /// Makes room for more texts.
    pub(super) fn reserve(&mut self, more: usize) {
        self.0.reserve(more);
    }

    /// Keeps a text for the next reading.
    pub(super) fn keep(&mut self, path: &str, text: KnownText) {
        self.0.insert(path.to_owned(), text);
    }
}

impl KnownText {
    pub(super) fn new(words: Arc<str>, there: Option<FileState>) -> Self {
        Self { is_clean: find_odd(&words).is_none(), front: split(&words), words, there }
    }
}

fn read(file: fs::File, there: FileState, known: Option<&KnownText>) -> Read {
    let mut bytes = Vec::with_capacity(usize::try_from(there.length).unwrap_or_default());
    // It may have grown since it was opened.
    match file.take(MAX_FILE + 1).read_to_end(&mut bytes) {
        Ok(length) if length as u64 > MAX_FILE => return Read::TooLarge,
        Ok(_) => {}
        Err(error) => return Read::Failed(error),
    }
    match (String::from_utf8(bytes), known) {
        (Ok(text), Some(known)) if *text == *known.words => {
            Read::Text(KnownText { there: Some(there), ..known.clone() })
        }
        (Ok(text), _) => Read::Text(KnownText::new(text.into(), Some(there))),
        (Err(error), _) => {
            let at = error.utf8_error().valid_up_to();
            Read::NotUtf8(String::from_utf8_lossy(error.as_bytes()).into_owned(), at)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_folder_that_changed_may_have_changed() {
        let mut changes = Changes::Paths(["content/meetings/2010".to_owned()].into());
        assert!(changes.may_hold("content/meetings/2010/a.en.md"));
        assert!(!changes.may_hold("content/meetings/2010-a.en.md"));
        assert!(!changes.may_hold("content/meetings"));
        changes.extend(Changes::Paths(["content/site.yaml".to_owned()].into()));
        assert!(changes.may_hold("content/site.yaml") && changes.may_hold("content/meetings/2010"));
        changes.extend(Changes::All);
        assert_eq!(changes, Changes::All);
    }
}
