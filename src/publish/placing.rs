//! New files take their places and old ones go, each in one step. What came to stand there since it was looked at stays.

use cap_std::fs::Metadata;
use std::{
    collections::{BTreeSet, HashSet},
    io,
    path::Path,
};

use super::{PublishError, Staged, existing::ExistingOutput, moving::rename_to_nothing};
use crate::path::folders_of;

impl ExistingOutput<'_> {
    /// Moves what was put aside into its place: folders that are not there yet whole, and all else file by file.
    ///
    /// # Errors
    ///
    /// [`PublishError::Halfway`], when the system refuses, or something of somebody else's came to stand there.
    pub(super) fn place<'s>(
        &self,
        staged: impl Iterator<Item = &'s Staged>,
        missing: &HashSet<&str>,
    ) -> Result<(), PublishError> {
        let mut moved = HashSet::new();
        for file in staged.filter(|file| file.is_new) {
            let new_folder = folders_of(file.path()).take_while(|folder| missing.contains(folder)).last();
            match new_folder {
                Some(folder) if !moved.insert(folder) => {}
                Some(folder) => {
                    self.clear_place(folder)?;
                    self.moved(folder, self.stage.dir.rename(folder, &self.output.dir, folder))?;
                }
                None => self.place_file(file.path())?,
            }
        }
        Ok(())
    }

    fn place_file(&self, path: &str) -> Result<(), PublishError> {
        match self.output.metadata(path) {
            Ok(there) if there.is_dir() => {
                // That it holds no file of others was checked before.
                let emptied = self.output.remove_empty(path);
                self.moved(path, emptied.and_then(|()| self.rename_to_nothing(path)))
            }
            Ok(there) => {
                self.check_again(path, &there)?;
                self.moved(path, self.stage.dir.rename(path, &self.output.dir, path))
            }
            Err(_) => self.moved(path, self.rename_to_nothing(path)),
        }
    }

    /// Moves a file to a place where nothing is.
    fn rename_to_nothing(&self, path: &str) -> io::Result<()> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = Path::new(if folder.is_empty() { "." } else { folder });
        rename_to_nothing(
            (&self.stage.dir.open_dir(folder)?, name),
            (&self.output.dir.open_dir(folder)?, name),
        )
    }

    fn moved(&self, path: &str, done: io::Result<()>) -> Result<(), PublishError> {
        done.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => self.came_between(path),
            _ => PublishError::Halfway(self.output.place(path), error),
        })
    }

    /// Takes a file away that stands where a folder belongs.
    fn clear_place(&self, folder: &str) -> Result<(), PublishError> {
        match self.output.metadata(folder) {
            Ok(there) if there.is_file() => {
                self.check_again(folder, &there)?;
                self.moved(folder, self.output.dir.remove_file(folder))
            }
            _ => Ok(()),
        }
    }

    /// Refuses what is no longer as a build wrote it.
    fn check_again(&self, path: &str, there: &Metadata) -> Result<(), PublishError> {
        let is_ours = self.force || matches!(self.is_ours(path, there), Ok(true));
        if is_ours { Ok(()) } else { Err(self.came_between(path)) }
    }

    fn came_between(&self, path: &str) -> PublishError {
        let error = io::Error::other("another file came to stand there while the site was published");
        PublishError::Halfway(self.output.place(path), error)
    }

    /// Removes files of an earlier build, with folders that they leave empty and that the new site has not; how many were there.
    ///
    /// # Errors
    ///
    /// [`PublishError::Halfway`], when the system refuses.
    pub(super) fn remove(&self, paths: &[&str], kept: &BTreeSet<&str>) -> Result<usize, PublishError> {
        let mut removed = 0;
        for path in paths {
            removed += usize::from(self.remove_one(path, kept)?);
        }
        Ok(removed)
    }

    /// Removes a file of an earlier build, and the folders that it leaves empty. Whether it was there.
    fn remove_one(&self, path: &str, kept: &BTreeSet<&str>) -> Result<bool, PublishError> {
        match self.output.metadata(path) {
            // After a kill, what was a file may be a folder of the new site already, and the other way round.
            Ok(there) if there.is_dir() => return Ok(false),
            _ if self.is_behind_link(path) => return Ok(false),
            Ok(there) => self.check_again(path, &there)?,
            Err(_) => {}
        }
        match self.output.dir.remove_file(path) {
            Ok(()) => {}
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(false);
            }
            Err(error) => return Err(PublishError::Halfway(self.output.place(path), error)),
        }
        for folder in folders_of(path) {
            // A folder that still holds something stays, as does one in which something will stand.
            if kept.contains(folder) || self.output.dir.remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use std::fs;

    use super::*;
    use crate::publish::{held::HeldFolder, manifest::BuildManifest, written::Written};

    type Act = fn(&ExistingOutput<'_>) -> Result<(), PublishError>;

    /// What the places of an output hold, and why nothing more was done, where each action comes after a file of others
    /// came to stand there.
    fn after(path: &str, act: Act) -> (String, String) {
        let (output, stage) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(stage.path().join("new"), "ours").unwrap();
        fs::write(output.path().join(path), "somebody else's").unwrap();
        let sum = crate::artifact::of_hexadecimal(&crate::artifact::sha256("as we wrote it")).unwrap();
        let before = Written::of([("old", sum), ("new", sum)].into_iter());
        let existing = ExistingOutput {
            output: &HeldFolder::make(output.path()).unwrap(),
            before: &before,
            manifest: &BuildManifest::default(),
            stage: &HeldFolder::make(stage.path()).unwrap(),
            force: false,
        };
        let error = act(&existing).unwrap_err();
        assert!(matches!(error, PublishError::Halfway(..)), "{error}");
        (fs::read_to_string(output.path().join(path)).unwrap(), error.to_string())
    }

    #[test]
    fn a_file_of_others_that_came_since_the_output_was_looked_at_is_neither_replaced_nor_removed() {
        let acts: [(&str, Act); 4] = [
            ("new", |existing| existing.place_file("new")),
            ("new", |existing| existing.moved("new", existing.rename_to_nothing("new"))),
            ("old", |existing| existing.remove(&["old"], &BTreeSet::new()).map(drop)),
            ("old", |existing| existing.clear_place("old")),
        ];
        for (path, act) in acts {
            let (there, reported) = after(path, act);
            assert_eq!(there, "somebody else's");
            assert!(
                reported.contains("another file came to stand there while the site was published"),
                "{reported}"
            );
        }
    }
}
