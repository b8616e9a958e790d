//! New files, all of them whole in a folder of their own before the first of them takes its place: where the disk is full,
//! the old site is still there.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use super::{PublishError, Sum};
use crate::artifact::{Artifact, Content};

/// Where new files lie until all are there, below the same paths as in the output.
pub(super) struct Stage {
    pub(super) folder: PathBuf,
    /// Whether the output has no file yet that a new one could be the same as.
    pub(super) is_first: bool,
}

/// A file of a site that was put aside, or is in the output already.
pub struct Staged {
    pub(super) sum: Sum,
    /// Whether it differs from what the output has.
    pub(super) is_new: bool,
}

impl Staged {
    pub(super) fn path(&self) -> &str {
        &self.sum.path
    }
}

impl Stage {
    /// Puts a file aside, unless the output has it already.
    ///
    /// # Errors
    ///
    /// [`PublishError::Unpublished`] with the place of the file, when the system refuses.
    pub(super) fn put(&self, artifact: &Artifact, output: &Path) -> Result<Staged, PublishError> {
        let sum = Sum::new(artifact)?;
        let place = output.join(&artifact.path);
        let put = || {
            let is_new = self.is_first || !is_same(&place, &artifact.content)?;
            if is_new {
                write(&self.folder.join(&artifact.path), &artifact.content)?;
            }
            Ok(is_new)
        };
        match put() {
            Ok(is_new) => Ok(Staged { sum, is_new }),
            Err(error) => Err(PublishError::Unpublished(place, error)),
        }
    }
}

fn write(file: &Path, content: &Content) -> io::Result<()> {
    let mut new = create(file)?;
    match content {
        Content::Bytes(bytes) => new.write_all(bytes),
        // Not fs::copy: the mode of an author's file is none of the site's.
        Content::Copy(from) => io::copy(&mut fs::File::open(from)?, &mut new).map(|_| ()),
    }
}

/// Creates a file, and the folders around it where they are not there.
fn create(file: &Path) -> io::Result<fs::File> {
    match (fs::File::create(file), file.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            fs::File::create(file)
        }
        (done, _) => done,
    }
}

/// Whether a file holds just these bytes. A file that is not there holds none.
fn is_same(file: &Path, content: &Content) -> io::Result<bool> {
    let there = match fs::metadata(file) {
        Ok(there) => there,
        // A file of the old site may stand where the new one has a folder.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(false);
        }
        Err(error) => return Err(error),
    };
    if !there.is_file() {
        return Ok(false);
    }
    let length = match content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::Copy(from) => fs::metadata(from)?.len(),
    };
    if there.len() != length {
        return Ok(false);
    }
    let file = match fs::File::open(file) {
        Ok(file) => file,
        // What cannot be read may yet be replaced.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(false),
        Err(error) => return Err(error),
    };
    match content {
        Content::Bytes(bytes) => holds(file, bytes),
        Content::Copy(from) => is_same_file(file, fs::File::open(from)?),
    }
}

fn holds(mut file: fs::File, bytes: &[u8]) -> io::Result<bool> {
    let mut there = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut there)?;
    Ok(there == bytes)
}

fn is_same_file(one: fs::File, other: fs::File) -> io::Result<bool> {
    let mut one = io::BufReader::new(one).bytes();
    let mut other = io::BufReader::new(other).bytes();
    loop {
        match (one.next().transpose()?, other.next().transpose()?) {
            (None, None) => return Ok(true),
            (a, b) if a == b => {}
            _ => return Ok(false),
        }
    }
}
