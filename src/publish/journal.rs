//! What a command on several files has begun: a note beside them, as long as it is not done.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::PublishError;

/// The note's file. A name that begins with a dot is no content.
const JOURNAL: &str = "content/.taiwa-rename";

/// How long a note may be, in bytes.
const MAX_LENGTH: u64 = 4096;

/// What is not done yet, if anything: the first line of the note. Nothing of it was done where a kill left the note empty.
///
/// # Errors
///
/// When the note cannot be read, or is none.
pub fn unfinished(root: &Path) -> Result<Option<String>, PublishError> {
    let file = root.join(JOURNAL);
    let failed = |error| PublishError::Io(file.clone(), error);
    match fs::symlink_metadata(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
        Ok(there) if !there.is_file() || there.len() > MAX_LENGTH => Err(PublishError::NoNote(file)),
        Ok(_) => {
            let text = fs::read_to_string(&file).map_err(failed)?;
            // Only a whole line was written whole.
            Ok(text.split_once('\n').map(|(line, _)| line.to_owned()))
        }
    }
}

/// Notes what is begun, in the place of a note that tells of nothing.
///
/// # Errors
///
/// [`PublishError::Io`], when the system refuses: nothing is begun then.
pub fn begin(root: &Path, what: &str) -> Result<(), PublishError> {
    let file = root.join(JOURNAL);
    let write = || {
        let _ = fs::remove_file(&file);
        // Never follows a link.
        let mut to = fs::File::create_new(&file)?;
        to.write_all(format!("{what}\n").as_bytes())?;
        to.sync_all()
    };
    write().map_err(|error| failed(file.clone(), error))
}

/// Notes that all is done.
///
/// # Errors
///
/// [`PublishError::Io`], when the system refuses.
pub fn finish(root: &Path) -> Result<(), PublishError> {
    let file = root.join(JOURNAL);
    fs::remove_file(&file).map_err(|error| failed(file, error))
}

fn failed(file: PathBuf, error: io::Error) -> PublishError {
    PublishError::Io(file, error)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_note_lasts_until_all_is_done() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        assert_eq!(unfinished(root.path()).unwrap(), None);
        begin(root.path(), "track a b").unwrap();
        assert_eq!(unfinished(root.path()).unwrap().as_deref(), Some("track a b"));
        finish(root.path()).unwrap();
        assert_eq!(unfinished(root.path()).unwrap(), None);
    }

    #[test]
    fn half_a_note_tells_of_nothing_and_a_link_is_refused() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        let file = root.path().join(JOURNAL);
        fs::write(&file, "track a").unwrap();
        assert_eq!(unfinished(root.path()).unwrap(), None);
        begin(root.path(), "track a b").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "track a b\n");
        #[cfg(unix)]
        {
            fs::rename(&file, root.path().join("mine")).unwrap();
            std::os::unix::fs::symlink(root.path().join("mine"), &file).unwrap();
            assert!(unfinished(root.path()).is_err());
        }
    }
}
