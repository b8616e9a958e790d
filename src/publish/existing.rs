//! What stands in the output already, and may be in the way of a new site.

use cap_std::fs::Metadata;
use rayon::prelude::*;
use std::{
    collections::{BTreeSet, HashSet},
    io,
};

use super::{
    PublishError, Staged, checksums::sum_of, held::HeldFolder, manifest::BuildManifest, written::Written,
};
use crate::{folder::FileState, path::folders_of};

/// The name of a file that is never there.
const NOTHING: &str = ".taiwa-nothing";

/// The folders that these files lie in, outer before inner.
pub(super) fn folders<'s>(files: impl Iterator<Item = &'s str>) -> BTreeSet<&'s str> {
    let mut folders = BTreeSet::new();
    for file in files {
        for folder in folders_of(file) {
            // Where a folder is known, so are those around it.
            if !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}

/// An output folder, with what may be done to it.
pub(super) struct ExistingOutput<'a> {
    pub(super) output: &'a HeldFolder,
    pub(super) before: &'a Written,
    /// Reports without reading which files are as they were written.
    pub(super) manifest: &'a BuildManifest,
    /// Where new files are put aside.
    pub(super) stage: &'a HeldFolder,
    pub(super) force: bool,
}

impl ExistingOutput<'_> {
    /// Refuses to begin where something of somebody else's stands in the way. The folders that are not there yet come
    /// back.
    ///
    /// # Errors
    ///
    /// [`PublishError::Foreign`], [`PublishError::ForeignInside`], [`PublishError::Link`], [`PublishError::Mount`] or
    /// [`PublishError::Unpublished`], of the first such file.
    pub(super) fn check<'f>(
        &self,
        staged: &[&'f Staged],
        folders: &BTreeSet<&'f str>,
    ) -> Result<HashSet<&'f str>, PublishError> {
        let missing = self.missing(folders)?;
        let obstacles = staged.par_iter().find_map_first(|file| {
            let has_new_folder =
                folders_of(file.path()).next().is_some_and(|folder| missing.contains(folder));
            if has_new_folder { None } else { self.check_file(file).err() }
        });
        match obstacles {
            Some(error) => Err(error),
            None => self.check_folders(staged, &missing).map(|()| missing),
        }
    }

    /// The folders that are not there yet. The system is not asked of one in a folder that is not there.
    fn missing<'f>(&self, folders: &BTreeSet<&'f str>) -> Result<HashSet<&'f str>, PublishError> {
        let mut by_depth: Vec<Vec<&str>> = Vec::new();
        for folder in folders {
            let depth = folders_of(folder).count();
            by_depth.resize_with(by_depth.len().max(depth + 1), Vec::new);
            by_depth[depth].push(folder);
        }
        let mut missing = HashSet::new();
        // Of what stands in the way, the outermost is reported.
        for folders in by_depth {
            let is_in_missing =
                |folder| folders_of(folder).next().is_some_and(|around| missing.contains(around));
            let looked =
                folders.par_iter().map(|folder| Ok(is_in_missing(folder) || self.is_missing(folder)?));
            let looked: Vec<Result<bool, PublishError>> = looked.collect();
            for (folder, is_missing) in folders.into_iter().zip(looked) {
                if is_missing? {
                    missing.insert(folder);
                }
            }
        }
        Ok(missing)
    }

    /// Refuses to begin where a file of an earlier site is to go, and is another one now, or cannot be taken away.
    ///
    /// # Errors
    ///
    /// [`PublishError::ForeignGone`], [`PublishError::Mount`] or [`PublishError::Unpublished`], of the first such file.
    pub(super) fn check_gone(&self, paths: &[&str], folders: &BTreeSet<&str>) -> Result<(), PublishError> {
        let around: BTreeSet<&str> = paths.iter().flat_map(|path| folders_of(path)).collect();
        let kept = around
            .par_iter()
            .find_map_first(|folder| self.check_folder_of_gone(folder, folders.contains(folder)).err());
        if let Some(error) = kept {
            return Err(error);
        }
        let changed = paths.par_iter().find_map_first(|path| {
            // What stands behind a link, or is a folder now, is not removed.
            let there = self.output.metadata(path).ok().filter(|there| !there.is_dir())?;
            if self.is_behind_link(path) { None } else { self.check_removable(path, &there).err() }
        });
        changed.map_or(Ok(()), Err)
    }

    /// Refuses a folder around a file that goes where it hides the file, being a mount, or cannot go with it.
    fn check_folder_of_gone(&self, folder: &str, stays: bool) -> Result<(), PublishError> {
        let there = self.output.metadata(folder).ok().filter(Metadata::is_dir);
        let Some(there) = there.filter(|_| !self.is_behind_link(folder)) else { return Ok(()) };
        if stays {
            return self.output.check_mount(folder);
        }
        self.output.check_replaceable(folder, &there)?;
        self.output.check_writable(folders_of(folder).next().unwrap_or_default())
    }

    fn check_removable(&self, path: &str, there: &Metadata) -> Result<(), PublishError> {
        if !self.force && !self.is_ours(path, there)? {
            return Err(PublishError::ForeignGone(self.output.place(path)));
        }
        self.output.check_writable(folders_of(path).next().unwrap_or_default())?;
        self.output.check_replaceable(path, there)
    }

    fn is_missing(&self, folder: &str) -> Result<bool, PublishError> {
        let place = || self.output.place(folder);
        match self.output.metadata(folder) {
            Ok(there) if there.is_symlink() => Err(PublishError::Link(place())),
            Ok(there) if there.is_dir() => Ok(false),
            Ok(there) if self.force || self.is_ours(folder, &there)? => {
                self.output.check_replaceable(folder, &there).map(|()| true)
            }
            Ok(_) => Err(PublishError::Foreign(place())),
            // A folder around it is missing, or a file stands there.
            Err(error) => Ok(matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)),
        }
    }

    /// Whether a file has bytes that a build wrote there.
    pub(super) fn is_ours(&self, path: &str, there: &Metadata) -> Result<bool, PublishError> {
        if !there.is_file() || !self.before.has(path) {
            return Ok(false);
        }
        let is_untouched =
            self.manifest.get(path).is_some_and(|record| record.state == FileState::new(there));
        if is_untouched || self.before.may_be_any(path) {
            return Ok(true);
        }
        let sum = self.output.open(path).and_then(sum_of);
        let sum = sum.map_err(|error| PublishError::Unpublished(self.output.place(path), error))?;
        Ok(self.before.wrote(path, &sum))
    }

    /// Whether a file of the site is this program's, to be removed one day. One of somebody else's that has the bytes of an
    /// author's file, and stood there before, is not.
    pub(super) fn is_own(&self, file: &Staged) -> bool {
        file.is_new || file.is_made || self.force || self.before.has(file.path())
    }

    fn check_file(&self, file: &Staged) -> Result<(), PublishError> {
        if !file.is_new && self.before.has(file.path()) {
            return Ok(());
        }
        let place = || self.output.place(file.path());
        match self.output.metadata(file.path()) {
            Err(_) => Ok(()),
            Ok(there) if there.is_symlink() => Err(PublishError::Link(place())),
            Ok(there) if there.is_dir() => match self.foreign_file(file.path())? {
                None => self.output.check_replaceable(file.path(), &there),
                Some(foreign) => Err(PublishError::ForeignInside(self.output.place(&foreign))),
            },
            Ok(_) if !file.is_new => Ok(()),
            Ok(there) if self.force || self.is_ours(file.path(), &there)? => {
                self.output.check_replaceable(file.path(), &there)
            }
            Ok(_) => Err(PublishError::Foreign(place())),
        }
    }

    /// A file below a folder that no build wrote.
    fn foreign_file(&self, folder: &str) -> Result<Option<String>, PublishError> {
        let Ok(entries) = self.output.dir.read_dir(folder) else { return Ok(Some(folder.to_owned())) };
        for entry in entries.flatten() {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            match self.output.metadata(&path) {
                Ok(there) if there.is_dir() => {
                    if let Some(foreign) = self.foreign_file(&path)? {
                        return Ok(Some(foreign));
                    }
                }
                Ok(there) if self.is_ours(&path, &there)? => {}
                _ => return Ok(Some(path)),
            }
        }
        Ok(None)
    }

    /// Refuses folders into which nothing can be moved: they lie on another filesystem than what was put aside, or may not
    /// be written into.
    fn check_folders(&self, staged: &[&Staged], missing: &HashSet<&str>) -> Result<(), PublishError> {
        let new = staged.iter().filter(|file| file.is_new);
        let folders: BTreeSet<&str> = new
            .map(|file| folders_of(file.path()).find(|folder| !missing.contains(folder)).unwrap_or_default())
            .collect();
        let Some(inner) = folders.par_iter().find_first(|folder| self.is_elsewhere(folder)) else {
            let refused =
                folders.par_iter().find_map_first(|folder| self.output.check_writable(folder).err());
            return refused.map_or(Ok(()), Err);
        };
        let around: Vec<_> = folders_of(inner).collect();
        let mount = around.into_iter().rev().find(|folder| self.is_elsewhere(folder)).unwrap_or(inner);
        Err(PublishError::Mount(self.output.place(mount)))
    }

    /// Whether nothing can be moved into a folder. Of a file that is not there nothing is moved; but where the folders lie on
    /// two filesystems, the system tells that first.
    fn is_elsewhere(&self, folder: &str) -> bool {
        let to = format!("{folder}/{NOTHING}");
        let moved = self.stage.dir.rename(NOTHING, &self.output.dir, to.trim_start_matches('/'));
        moved.is_err_and(|error| error.kind() == io::ErrorKind::CrossesDevices)
    }

    pub(super) fn is_behind_link(&self, path: &str) -> bool {
        folders_of(path).any(|folder| self.output.is_link(folder))
    }
}
