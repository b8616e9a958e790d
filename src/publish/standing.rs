//! What stands in the output already, and may be in the way of a new site.

use rayon::prelude::*;
use std::{
    collections::{BTreeSet, HashSet},
    fs, io,
    path::{Path, PathBuf},
};

use super::{PublishError, Staged, written::Written};
use crate::path::folders_of;

/// The folders that the files of a site lie in, outer before inner.
pub(super) fn folders<'s>(staged: &[&'s Staged]) -> BTreeSet<&'s str> {
    let mut folders = BTreeSet::new();
    for file in staged {
        for folder in folders_of(file.path()) {
            // Where a folder is known, so are those around it.
            if !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}

/// An output folder, with what may be done to it.
pub(super) struct Standing<'a> {
    pub(super) output: &'a Path,
    pub(super) before: &'a Written,
    pub(super) force: bool,
}

impl Standing<'_> {
    /// Refuses to begin where something of somebody else's stands in the way. The folders that are not there yet come
    /// back.
    ///
    /// # Errors
    ///
    /// [`PublishError::Foreign`], [`PublishError::ForeignInside`] or [`PublishError::Link`], of the first such file.
    pub(super) fn check<'f>(
        &self,
        staged: &[&Staged],
        folders: &BTreeSet<&'f str>,
    ) -> Result<HashSet<&'f str>, PublishError> {
        let looked: Vec<_> = folders.par_iter().map(|folder| self.is_missing(folder)).collect();
        let mut missing = HashSet::new();
        // Of what stands in the way, the outermost is told.
        for (folder, is_missing) in folders.iter().zip(looked) {
            if is_missing? {
                missing.insert(*folder);
            }
        }
        let in_the_way = staged.par_iter().find_map_first(|file| {
            let has_new_folder =
                folders_of(file.path()).next().is_some_and(|folder| missing.contains(folder));
            if has_new_folder { None } else { self.check_file(file).err() }
        });
        in_the_way.map_or(Ok(missing), Err)
    }

    fn is_missing(&self, folder: &str) -> Result<bool, PublishError> {
        let place = self.output.join(folder);
        match fs::symlink_metadata(&place) {
            Ok(there) if there.is_symlink() => Err(PublishError::Link(place)),
            Ok(there) if there.is_dir() => Ok(false),
            Ok(_) if self.force || self.before.has(&place, self.output) => Ok(true),
            Ok(_) => Err(PublishError::Foreign(place)),
            // A folder around it is missing, or a file stands there.
            Err(error) => Ok(matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)),
        }
    }

    /// Whether a file of the site is this program's, to be removed one day. One of somebody else's that has the bytes of an
    /// author's file, and stood there before, is not.
    pub(super) fn is_own(&self, file: &Staged) -> bool {
        file.is_new || file.is_made || self.force || self.before.files.contains(file.path())
    }

    fn check_file(&self, file: &Staged) -> Result<(), PublishError> {
        let is_own = self.before.files.contains(file.path());
        if is_own && !file.is_new {
            return Ok(());
        }
        let place = self.output.join(file.path());
        match fs::symlink_metadata(&place) {
            Err(_) => Ok(()),
            Ok(there) if there.is_symlink() => Err(PublishError::Link(place)),
            Ok(there) if there.is_dir() => match self.foreign_file(&place) {
                None => Ok(()),
                Some(foreign) => Err(PublishError::ForeignInside(foreign)),
            },
            Ok(_) if self.force || is_own || !file.is_new => Ok(()),
            Ok(_) => Err(PublishError::Foreign(place)),
        }
    }

    /// A file below a folder that no build wrote.
    fn foreign_file(&self, folder: &Path) -> Option<PathBuf> {
        let Ok(entries) = fs::read_dir(folder) else { return Some(folder.to_owned()) };
        entries.flatten().map(|entry| entry.path()).find_map(|path| match fs::symlink_metadata(&path) {
            Ok(there) if there.is_dir() => self.foreign_file(&path),
            _ => (!self.before.has(&path, self.output)).then_some(path),
        })
    }

    /// Removes files of an earlier build; how many were there.
    ///
    /// # Errors
    ///
    /// [`PublishError::Halfway`], when the system refuses.
    pub(super) fn remove(&self, paths: &[&str]) -> Result<usize, PublishError> {
        let mut removed = 0;
        for path in paths {
            removed += usize::from(self.remove_one(path)?);
        }
        Ok(removed)
    }

    /// Removes a file of an earlier build, and the folders that it leaves empty. Whether it was there.
    fn remove_one(&self, path: &str) -> Result<bool, PublishError> {
        let file = self.output.join(path);
        if folders_of(path).any(|folder| is_link(&self.output.join(folder))) {
            return Ok(false);
        }
        match fs::remove_file(&file) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(PublishError::Halfway(file, error)),
        }
        for folder in folders_of(path) {
            // A folder that still holds something stays.
            if fs::remove_dir(self.output.join(folder)).is_err() {
                break;
            }
        }
        Ok(true)
    }
}

pub(super) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink())
}
