//! New files, all of them whole under names of their own before the first of them takes its place: where the disk is
//! full, the old site is still there.

use rayon::prelude::*;
use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use super::PublishError;
use crate::artifact::{Artifact, Content};

/// The new and changed files of a site, in a folder of their own.
pub(super) struct Staged<'a> {
    output: &'a Path,
    folder: &'a Path,
    /// What each file is of; its name in the folder is its number.
    files: Vec<(usize, &'a Artifact)>,
}

impl<'a> Staged<'a> {
    /// Writes what is new or changed into the folder, which must be there.
    ///
    /// # Errors
    ///
    /// [`PublishError::Unpublished`] with the place of a file that could not be written or compared.
    pub(super) fn new(
        artifacts: &'a [Artifact],
        output: &'a Path,
        folder: &'a Path,
    ) -> Result<Self, PublishError> {
        let stage = |(number, artifact): (usize, &'a Artifact)| {
            let file = output.join(&artifact.path);
            match stage(artifact, &file, &folder.join(number.to_string())) {
                Ok(is_changed) => Ok(is_changed.then_some((number, artifact))),
                Err(error) => Err(PublishError::Unpublished(file, error)),
            }
        };
        let files: Result<Vec<_>, PublishError> = artifacts.par_iter().enumerate().map(stage).collect();
        Ok(Self { output, folder, files: files?.into_iter().flatten().collect() })
    }

    /// How many files are new or changed.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// Puts each file into its place.
    ///
    /// # Errors
    ///
    /// [`PublishError::Halfway`] with the first file that the system refuses to replace. All before it are in their places.
    pub(super) fn place(&self) -> Result<(), PublishError> {
        let refused = self.files.par_iter().find_map_first(|(number, artifact)| {
            let file = self.output.join(&artifact.path);
            let error = fs::rename(self.folder.join(number.to_string()), &file).err()?;
            Some(PublishError::Halfway(file, error))
        });
        refused.map_or(Ok(()), Err)
    }
}

/// Writes a file that is new or changed to its name in the stage; whether it is.
fn stage(artifact: &Artifact, file: &Path, new: &PathBuf) -> io::Result<bool> {
    if is_same(file, &artifact.content)? {
        return Ok(false);
    }
    match &artifact.content {
        Content::Bytes(bytes) => fs::File::create(new)?.write_all(bytes)?,
        // Not fs::copy: the mode of an author's file is none of the site's.
        Content::Copy(from) => {
            io::copy(&mut fs::File::open(from)?, &mut fs::File::create(new)?)?;
        }
    }
    Ok(true)
}

/// Whether a file holds just these bytes. A file that is not there holds none.
pub(super) fn is_same(file: &Path, content: &Content) -> io::Result<bool> {
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
