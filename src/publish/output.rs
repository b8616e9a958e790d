//! The output folder while a site is made for it.

use rayon::prelude::*;
use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    PublishError, Report,
    checksums::checksums,
    compress::SMALLER,
    made::{self, Made, Origin, Record, Stamp},
    staging::{Stage, Staged},
    standing::{Standing, folders, is_link},
    written::Written,
};
use crate::{artifact::Artifact, path::folders_of, plan::OWN_FOLDER};

/// The files that builds keep for themselves. A pipe in the place of one would be waited for without end.
const OWN_FILES: [&str; 4] = ["lock", "written.json", "written.new", "made"];

/// The output folder, locked. New files are put aside as they are made, so that none of them has to be kept in memory,
/// and take their places when all are there.
pub struct Output {
    folder: PathBuf,
    stage: Stage,
    /// Where the list of what was written is kept.
    known: PathBuf,
    before: Written,
    /// Where the list of what it was made from is kept.
    origins: PathBuf,
    made: Made,
    /// Who makes the files, and how.
    maker: String,
    force: bool,
    /// Whether the folder was made for this site.
    is_made: bool,
    /// Held until the end.
    lock: fs::File,
}

impl Output {
    /// Locks an output folder, which is made if it is not there. Until [`publish`](Self::publish), nothing in it changes
    /// but what builds keep for themselves. Files of an earlier build are kept only if it had the same maker: a line that
    /// names everything that could make other files of the same inputs.
    ///
    /// # Errors
    ///
    /// [`PublishError::Busy`] while another build has it, and [`PublishError::Link`], [`PublishError::NoFile`] or
    /// [`PublishError::Unpublished`] where nothing can be written.
    pub fn open(folder: &Path, maker: String, force: bool) -> Result<Self, PublishError> {
        let own = folder.join(OWN_FOLDER);
        if is_link(&own) {
            return Err(PublishError::Link(own));
        }
        let is_made = !folder.exists();
        make_folder(folder)?;
        make_folder(&own)?;
        if let Some(link) = entries(&own).map(|entry| entry.path()).find(|path| is_link(path)) {
            return Err(PublishError::Link(link));
        }
        if let Some(other) = OWN_FILES.map(|name| own.join(name)).into_iter().find(|path| is_no_file(path)) {
            return Err(PublishError::NoFile(other));
        }
        let lock = lock(&own.join("lock"), folder)?;
        let known = own.join("written.json");
        let origins = own.join("made");
        let (before, made) = rayon::join(|| Written::read(&known), || Made::read(&origins, &maker));
        // Of a file that is kept, the list of what was written must tell whose it is.
        let made = if before.is_empty() { Made::default() } else { made };
        let stage = Stage { folder: own.join("new"), is_first: is_empty(folder) };
        // What a killed build left behind.
        let _ = fs::remove_dir_all(&stage.folder);
        make_folder(&stage.folder)?;
        let folder = folder.to_owned();
        Ok(Self { folder, stage, known, before, origins, made, maker, force, is_made, lock })
    }

    /// Puts a file aside until all are there, unless the output has it already. Many may be put aside at a time. Where it is
    /// said what it was made from, the next build may keep it.
    ///
    /// # Errors
    ///
    /// [`PublishError::Unpublished`], when the system refuses.
    pub fn stage(&self, artifact: &Artifact, origin: Option<Origin>) -> Result<Staged, PublishError> {
        self.stage.put(artifact, origin, &self.folder)
    }

    /// A file of the build before, if it stands as it was written then.
    #[must_use]
    pub fn earlier<'o>(&'o self, path: &'o str) -> Option<Earlier<'o>> {
        let record = self.made.get(path)?;
        self.stands(path, record).then_some(Earlier { output: self, path, record })
    }

    /// All files that were made from these inputs, if every one of them stands as it was written. Nothing where there are
    /// none.
    #[must_use]
    pub fn keep_all(&self, inputs: u128) -> Option<Vec<Staged>> {
        let files = self.made.made_from(inputs);
        let is_whole = !files.is_empty() && files.par_iter().all(|(path, file)| self.stands(path, file));
        is_whole.then(|| files.into_iter().map(|(path, file)| file.kept(path, file.origin)).collect())
    }

    /// Whether a file is as it was written, as far as can be seen without reading it.
    fn stands(&self, path: &str, record: &Record) -> bool {
        let there = fs::symlink_metadata(self.folder.join(path));
        there.is_ok_and(|there| there.is_file() && Stamp::new(&there) == record.stamp)
    }

    /// Puts the files of a site into their places, in their order, with the sums of them all; files of an earlier site that
    /// are not among them go.
    ///
    /// # Errors
    ///
    /// [`PublishError::Foreign`], [`PublishError::Link`] and [`PublishError::Unpublished`] before anything was changed,
    /// and [`PublishError::Halfway`] after that: all files are whole then, old or new, and the next build makes it good.
    pub fn publish(self, staged: &[Staged]) -> Result<Report, PublishError> {
        let mut sorted: Vec<&Staged> = staged.iter().collect();
        sorted.par_sort_unstable_by_key(|file| file.path());
        let (sums, folders) = rayon::join(
            || self.stage(&checksums(sorted.iter().map(|file| &file.sum)), None),
            || folders(&sorted),
        );
        let sums = sums?;
        sorted.insert(sorted.partition_point(|file| file.path() < sums.path()), &sums);
        let standing = self.standing();
        let own = || sorted.iter().filter(|file| standing.is_own(file));
        let (missing, (now, is_known)): (_, (Written, bool)) = rayon::join(
            || standing.check(&sorted, &folders),
            || (Written::of(own().map(|file| (file.path(), file.sum.bytes))), self.made.is_of(&sorted)),
        );
        let missing = missing?;
        let gone: Vec<&str> = self.before.paths().filter(|path| !now.has(path)).collect();
        standing.check_gone(&gone)?;
        // From here on a killed build knows all its files, old and new.
        let announced = self.announce(&now)?;
        if !is_known {
            // A build that is killed leaves no list, and the next one makes everything.
            self.forget()?;
        }
        // Removals come last, but for files that stand in the way of folders, and folders in the way of files.
        let is_in_the_way =
            |path: &str| folders.contains(path) || folders_of(path).any(|folder| now.has(folder));
        let (first, last): (Vec<&str>, Vec<&str>) = gone.into_iter().partition(|path| is_in_the_way(path));
        let mut removed = standing.remove(&first)?;
        self.place(staged.iter().chain([&sums]), &missing)?;
        removed += standing.remove(&last)?;
        if announced != now {
            now.write(&self.known, PublishError::Halfway)?;
        }
        if !is_known {
            made::write(&sorted, &self.origins, &self.maker);
        }
        let written = sorted.iter().filter(|file| file.is_new).count();
        Ok(Report { written, unchanged: sorted.len() - written, removed })
    }

    fn standing(&self) -> Standing<'_> {
        Standing {
            output: &self.folder,
            before: &self.before,
            made: &self.made,
            stage: &self.stage.folder,
            force: self.force,
        }
    }

    /// Extends the list of what builds wrote by what this one is about to write, and tells what it says then.
    fn announce(&self, now: &Written) -> Result<Written, PublishError> {
        let announced = if self.before.is_empty() { now.clone() } else { self.before.or(now) };
        if announced != self.before {
            announced.write(&self.known, PublishError::Unpublished)?;
        }
        Ok(announced)
    }

    /// Moves what was put aside into its place: folders that are not there yet whole, and all else file by file.
    fn place<'s>(
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
                    self.clear_way(folder)?;
                    self.rename(folder)?;
                }
                None => self.rename(file.path())?,
            }
        }
        Ok(())
    }

    fn forget(&self) -> Result<(), PublishError> {
        match fs::remove_file(&self.origins) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(PublishError::Unpublished(self.origins.clone(), error))
            }
            _ => Ok(()),
        }
    }

    fn rename(&self, path: &str) -> Result<(), PublishError> {
        let (new, place) = (self.stage.folder.join(path), self.folder.join(path));
        let renamed = match fs::rename(&new, &place) {
            // That it holds no file of others was checked before.
            Err(error) if error.kind() == io::ErrorKind::IsADirectory => {
                remove_empty(&place).and_then(|()| fs::rename(&new, &place))
            }
            done => done,
        };
        renamed.map_err(|error| PublishError::Halfway(place, error))
    }

    /// Takes a file away that stands where a folder belongs; that it may go was checked before.
    fn clear_way(&self, folder: &str) -> Result<(), PublishError> {
        let place = self.folder.join(folder);
        match fs::symlink_metadata(&place) {
            Ok(there) if there.is_file() => {
                fs::remove_file(&place).map_err(|error| PublishError::Halfway(place, error))
            }
            _ => Ok(()),
        }
    }
}

/// A file of an earlier build that may be kept.
#[derive(Clone, Copy)]
pub struct Earlier<'o> {
    output: &'o Output,
    path: &'o str,
    record: &'o Record,
}

impl Earlier<'_> {
    /// What it was made from.
    #[must_use]
    pub fn origin(self) -> Origin {
        self.record.origin
    }

    /// The file for a site in which it has this origin, with the smaller copies that were made with it. Nothing where one of
    /// these does not stand as it was written.
    #[must_use]
    pub fn keep(self, origin: Origin) -> Option<Vec<Staged>> {
        let Self { output, path, record } = self;
        let mut kept = vec![record.kept(path, origin)];
        for path in SMALLER.map(|ending| format!("{path}.{ending}")) {
            let Some(copy) = output.made.get(&path).filter(|copy| copy.origin == record.origin) else {
                continue;
            };
            if !output.stands(&path, copy) {
                return None;
            }
            kept.push(copy.kept(&path, origin));
        }
        Some(kept)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.stage.folder);
        if self.is_made && !self.known.exists() {
            // Nothing came of it: the folder was not there, and is not.
            let _ = fs::remove_dir_all(self.folder.join(OWN_FOLDER));
            let _ = fs::remove_dir(&self.folder);
        }
        // Closing alone would leave the lock with a child of this process that has not begun its own program yet.
        let _ = self.lock.unlock();
    }
}

/// Makes a lock for a folder, and takes it.
fn lock(place: &Path, folder: &Path) -> Result<fs::File, PublishError> {
    let failed = |error| PublishError::Unpublished(place.to_owned(), error);
    let lock = fs::File::create(place).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(fs::TryLockError::WouldBlock) => Err(PublishError::Busy(folder.to_owned())),
        Err(fs::TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Whether something stands there that is no plain file.
fn is_no_file(place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok_and(|there| !there.is_file())
}

/// What a folder holds, as far as it can be read.
fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

fn make_folder(folder: &Path) -> Result<(), PublishError> {
    fs::create_dir_all(folder).map_err(|error| PublishError::Unpublished(folder.to_owned(), error))
}

/// Removes a folder in which there is nothing but such folders.
fn remove_empty(folder: &Path) -> io::Result<()> {
    entries(folder).try_for_each(|entry| remove_empty(&entry.path()))?;
    fs::remove_dir(folder)
}

/// Whether a folder holds nothing but what builds keep for themselves.
fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| entries.flatten().all(|entry| entry.file_name() == OWN_FOLDER))
}
