//! New files, all of them whole in a folder of their own before the first of them takes its place: where the disk is full,
//! the old site is still there.

use cap_fs_ext::DirExt;
use cap_std::fs::Metadata;
use std::{
    collections::BTreeSet,
    fs,
    io::{self, BufRead, Read, Seek, Write},
};

use super::{
    PublishError,
    checksums::{Sum, Summing},
    held::{HeldFolder, leads_outside},
};
use crate::{
    artifact::{Artifact, Content, Large},
    folder::FileState,
    path,
};

/// Where new files lie until all are there, below the same paths as in the output.
pub(super) struct Stage {
    pub(super) folder: HeldFolder,
    /// Whether the output has no file yet that a new one could be the same as.
    pub(super) is_first: bool,
}

/// A content that is there before it is written.
#[derive(Clone, Copy)]
enum Ready<'c> {
    Bytes(&'c [u8]),
    File(&'c fs::File),
}

/// A file of a site that was put aside, or is in the output already.
pub struct Staged {
    pub(super) sum: Sum,
    /// Whether it differs from what the output has.
    pub(super) is_new: bool,
    pub(super) state: FileState,
    /// Whether its bytes are the program's own, just made.
    pub(super) is_made: bool,
    /// A hash of everything that it could show, if that is known.
    pub(super) inputs: Option<u128>,
}

impl Staged {
    /// Its path in the output.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.sum.path
    }

    /// Its length in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.state.length
    }
}

impl Stage {
    /// Puts a file aside, unless the output has it already.
    ///
    /// # Errors
    ///
    /// [`PublishError::Unpublished`] with the place of the file, when the system refuses.
    pub(super) fn put(
        &self,
        artifact: &Artifact,
        inputs: Option<u128>,
        output: &HeldFolder,
    ) -> Result<Staged, PublishError> {
        let path = &artifact.path;
        let failed = |error| PublishError::Unpublished(output.place(path), error);
        let opened;
        let content = match &artifact.content {
            Content::Bytes(bytes) => Ready::Bytes(bytes),
            Content::Copy(from) => {
                // Whatever fails later is not told of this file.
                opened = from.open().map_err(|error| PublishError::Unpublished(from.place(), error))?;
                Ready::File(&opened)
            }
            Content::Large(large) => {
                return self.put_large(path, large, inputs, output).map_err(failed);
            }
        };
        let is_made = matches!(content, Ready::Bytes(_));
        let standing = if self.is_first { None } else { same(output, path, content).map_err(failed)? };
        if let Some(file) = standing {
            let sum = Sum::new(artifact)?;
            return Ok(Staged { sum, is_new: false, state: FileState::new(&file), is_made, inputs });
        }
        let (state, bytes) = self.write(path, content).map_err(failed)?;
        Ok(Staged { sum: Sum { path: path.clone(), bytes }, is_new: true, state, is_made, inputs })
    }

    /// Puts a large file aside. Only when it is written it can be reported whether the output has it already.
    fn put_large(
        &self,
        path: &str,
        large: &Large,
        inputs: Option<u128>,
        output: &HeldFolder,
    ) -> io::Result<Staged> {
        let mut new = Summing::new(self.create(path)?);
        large.write(&mut new)?;
        let made = Metadata::from_file(&new.to)?;
        let sum = Sum { path: path.to_owned(), bytes: new.sum() };
        let standing =
            if self.is_first { None } else { same(output, path, Ready::File(&self.folder.open(path)?))? };
        let is_new = standing.is_none();
        if !is_new {
            self.folder.dir.remove_file(path)?;
        }
        Ok(Staged { sum, is_new, state: FileState::new(&standing.unwrap_or(made)), is_made: true, inputs })
    }

    /// Writes a file, and sums up what was written: an author's file may be another while it is copied.
    fn write(&self, path: &str, content: Ready<'_>) -> io::Result<(FileState, [u8; 32])> {
        let mut new = Summing::new(self.create(path)?);
        match content {
            Ready::Bytes(bytes) => new.write_all(bytes)?,
            // Not fs::copy: the mode of an author's file is none of the site's.
            Ready::File(mut from) => {
                from.rewind()?;
                io::copy(&mut from, &mut new)?;
            }
        }
        Ok((FileState::of(&new.to)?, new.sum()))
    }

    /// Makes folders, outer before inner, each by its name in the folder around it.
    pub(super) fn make_folders(&self, folders: &BTreeSet<&str>) {
        let mut around = None;
        for folder in folders {
            let Some((outer, name)) = folder.rsplit_once('/') else {
                let _ = self.folder.dir.create_dir(folder);
                continue;
            };
            if around.as_ref().is_none_or(|(held, _)| *held != outer) {
                around = self.folder.dir.open_dir_nofollow(outer).ok().map(|dir| (outer, dir));
            }
            if let Some((_, dir)) = &around {
                let _ = dir.create_dir(name);
            }
        }
    }

    /// Creates a file, and the folders around it where they are not there.
    fn create(&self, path: &str) -> io::Result<fs::File> {
        match (self.folder.create(path), path::folders_of(path).next()) {
            (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
                self.folder.dir.create_dir_all(folder)?;
                self.folder.create(path)
            }
            (done, _) => done,
        }
    }
}

/// A file, if it holds just these bytes. One that is not there holds none.
fn same(output: &HeldFolder, path: &str, content: Ready<'_>) -> io::Result<Option<Metadata>> {
    let there = match output.metadata(path) {
        Ok(there) => there,
        // A file of the old site may stand where the new one has a folder.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        // What such a link stands in the place of is reported before anything takes its place.
        Err(error) if leads_outside(&error) => return Ok(None),
        Err(error) => return Err(error),
    };
    let length = match content {
        Ready::Bytes(bytes) => bytes.len() as u64,
        Ready::File(from) => from.metadata()?.len(),
    };
    if !there.is_file() || there.len() != length {
        return Ok(None);
    }
    let file = match output.open(path) {
        Ok(file) => file,
        // What cannot be read may yet be replaced.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(None),
        Err(error) => return Err(error),
    };
    let is_same = match content {
        Ready::Bytes(bytes) => holds(file, bytes)?,
        Ready::File(from) => is_same_file(&file, from)?,
    };
    Ok(is_same.then_some(there))
}

fn holds(mut file: fs::File, bytes: &[u8]) -> io::Result<bool> {
    let mut there = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut there)?;
    Ok(there == bytes)
}

fn is_same_file(one: &fs::File, other: &fs::File) -> io::Result<bool> {
    let (mut one, mut other) = (io::BufReader::new(one), io::BufReader::new(other));
    loop {
        let (a, b) = (one.fill_buf()?, other.fill_buf()?);
        let length = a.len().min(b.len());
        if length == 0 {
            return Ok(a.len() == b.len());
        }
        if a.get(..length) != b.get(..length) {
            return Ok(false);
        }
        one.consume(length);
        other.consume(length);
    }
}
