//! Writes new files, all of them or none.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::lang::{Message, say};

/// Why a file or folder could not be made. What was made before it is gone again.
#[derive(Debug)]
pub enum WriteError {
    /// The system refused.
    Io(PathBuf, io::Error),
    /// A link in the place of the folder leads out of the content folder.
    Outside(PathBuf),
}

impl WriteError {
    /// Why, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Io(path, error) => say!("file-error", path = path.display(), error),
            Self::Outside(path) => say!("link-leads-outside", path = path.display()),
        }
    }
}

/// A file to be made: its path with `/` between folders, and its bytes.
pub(super) type NewFile<'a> = (String, &'a [u8]);

/// Makes files below a folder, with the folders they need. Those that are whole stay as they are, and beginnings of them, as a
/// killed run leaves them, are made whole.
pub(super) fn write_whole(root: &Path, files: &[NewFile<'_>]) -> Result<(), WriteError> {
    let missing: Vec<_> =
        files.iter().filter(|(path, text)| !is_whole(&root.join(path), text)).cloned().collect();
    for (path, text) in &missing {
        let file = root.join(path);
        if is_beginning(&file, text) {
            fs::remove_file(&file).map_err(|error| WriteError::Io(file, error))?;
        }
    }
    write_new(root, &missing)
}

/// Makes files below a folder, with the folders they need.
fn write_new(root: &Path, files: &[NewFile<'_>]) -> Result<(), WriteError> {
    let mut made = Created::default();
    let done = files.iter().try_for_each(|(path, text)| made.file(&root.join(path), text));
    if done.is_err() {
        made.take_back();
    }
    done
}

/// Whether a file is there and holds this text.
pub(super) fn is_whole(file: &Path, text: &[u8]) -> bool {
    bytes(file).is_some_and(|there| there == text)
}

/// Whether a file is there and holds this text up to some byte, as a killed run leaves it.
pub(super) fn is_beginning(file: &Path, text: &[u8]) -> bool {
    bytes(file).is_some_and(|there| text.starts_with(&there))
}

/// The bytes of a plain file. A link is none: what it leads to is somebody's own.
fn bytes(file: &Path) -> Option<Vec<u8>> {
    let is_file = fs::symlink_metadata(file).is_ok_and(|there| there.is_file());
    if is_file { fs::read(file).ok() } else { None }
}

/// Refuses a folder that a symbolic link puts outside of another: what is written there would not be read.
pub(super) fn refuse_outside(folder: &Path, outer: &Path) -> Result<(), WriteError> {
    match (folder.canonicalize(), outer.canonicalize()) {
        (Ok(real), Ok(outer)) if !real.starts_with(&outer) => Err(WriteError::Outside(folder.to_owned())),
        // A folder that is not there is made.
        _ => Ok(()),
    }
}

/// What was made so far, in order.
#[derive(Default)]
struct Created {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Created {
    fn file(&mut self, file: &Path, text: &[u8]) -> Result<(), WriteError> {
        let failed = |error| WriteError::Io(file.to_owned(), error);
        if let Some(folder) = file.parent() {
            self.folder(folder)?;
        }
        // Refuses a file that is there, and never follows a link.
        let mut new = fs::File::create_new(file).map_err(failed)?;
        self.files.push(file.to_owned());
        new.write_all(text).map_err(failed)
    }

    fn folder(&mut self, folder: &Path) -> Result<(), WriteError> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(outer) = folder.parent() {
            self.folder(outer)?;
        }
        fs::create_dir(folder).map_err(|error| WriteError::Io(folder.to_owned(), error))?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    /// Leaves things as they were. A folder that somebody else has put something into stays.
    fn take_back(self) {
        for file in self.files.iter().rev() {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_taken_back_when_the_rest_fails() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("kept"), "mine").unwrap();
        let files = [("new/inner/a", "a"), ("b", "b"), ("kept", "c")];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes()));
        let error = write_new(folder.path(), &files).unwrap_err();
        assert!(matches!(error, WriteError::Io(path, _) if path == folder.path().join("kept")));
        let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(names, ["kept"]);
        assert_eq!(fs::read_to_string(folder.path().join("kept")).unwrap(), "mine");
    }

    #[test]
    fn files_are_made_with_the_folders_they_need() {
        let folder = tempfile::tempdir().unwrap();
        write_new(&folder.path().join("x/y"), &[("a/b".to_owned(), b"text".as_slice())]).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("x/y/a/b")).unwrap(), "text");
    }
}
