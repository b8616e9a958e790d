//! The output folder while a site is made for it.

use rayon::prelude::*;
use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use super::{
    PublishError,
    checksums::{Sum, checksums},
    compress::SMALLER,
    existing::{ExistingOutput, folders},
    held::HeldFolder,
    manifest::{BuildManifest, FileRecord, ManifestFile},
    staging::{Stage, Staged},
    written::{Digest, LIST, NEW_LIST, Written},
};
use crate::{
    artifact::{Artifact, Content},
    path::folders_of,
    plan::OWN_FOLDER,
};

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were there already, with the same bytes.
    pub unchanged: usize,
    /// Files of an earlier build that this one does not have.
    pub removed: usize,
}

/// The name of the file that is locked.
const LOCK: &str = "lock";

/// The folder in which new files are put aside.
const STAGE: &str = "new";

/// Where earlier versions kept what each file was made from.
const OLD_LIST: &str = "made";

/// Whose site is made, and how.
pub struct OutputOptions<'a> {
    /// The output folder.
    pub folder: &'a Path,
    /// The folder of the archive: in `.taiwa/` there, builds keep for themselves what is not to be published.
    pub root: &'a Path,
    /// Everything that could make other files of the same inputs, on one line.
    pub maker: String,
    /// Whether files of others may be overwritten.
    pub force: bool,
}

/// The output folder, locked. New files are put aside as they are made, so that none of them has to be kept in memory,
/// and take their places when all are there.
pub struct Output {
    path: PathBuf,
    folder: HeldFolder,
    /// Where builds keep in it what they note for themselves.
    own: HeldFolder,
    stage: Stage,
    /// What builds wrote before, with the sum of the list of it.
    before: Written,
    sum: Digest,
    /// Where the list of what the files were made from is kept.
    list: ManifestFile,
    manifest: BuildManifest,
    force: bool,
    /// Whether the folder was made for this site.
    is_made: bool,
    /// Held until the end.
    lock: fs::File,
}

impl Output {
    /// Locks an output folder, which is made if it is not there. Until [`publish`](Self::publish), nothing in it changes
    /// but what builds keep for themselves. Files of an earlier build are kept only if it had the same maker.
    ///
    /// # Errors
    ///
    /// [`PublishError::Busy`] while another build has it, and [`PublishError::Link`], [`PublishError::NoFile`] or
    /// [`PublishError::Unpublished`] where nothing can be written.
    pub fn open(options: OutputOptions<'_>) -> Result<Self, PublishError> {
        let OutputOptions { folder: path, root, maker, force } = options;
        let is_made = !path.exists();
        let folder = HeldFolder::make(path);
        let folder = folder.map_err(|error| PublishError::Unpublished(path.to_owned(), error))?;
        let own = folder.inner(OWN_FOLDER)?;
        refuse_others(&own)?;
        let lock = lock(&own, path)?;
        let _ = own.dir.remove_file(OLD_LIST);
        let list = ManifestFile::new(root, path, maker);
        let (before, sum) = Written::read(&own);
        // Of a file that is kept, the list of what was written must tell whose it is.
        let manifest = if before.is_empty() { BuildManifest::default() } else { list.read(&sum) };
        // What a killed build left behind.
        let _ = own.dir.remove_dir_all(STAGE);
        let stage =
            Stage { folder: own.inner(STAGE)?, is_first: folder.names().all(|name| name == OWN_FOLDER) };
        Ok(Self {
            path: path.to_owned(),
            folder,
            own,
            stage,
            before,
            sum,
            list,
            manifest,
            force,
            is_made,
            lock,
        })
    }

    /// Makes the folders in which these files will be put aside, where the output has none of them yet: a file finds its own
    /// then. What goes wrong here, each file tells when it is put aside.
    pub fn make_folders<'f>(&self, files: impl Iterator<Item = &'f str>) {
        if self.stage.is_first {
            self.stage.make_folders(&folders(files));
        }
    }

    /// Puts a file aside until all are there, unless the output has it already. Many may be put aside at a time. Where a
    /// hash of everything that it could show is known, the next build may keep it.
    ///
    /// # Errors
    ///
    /// [`PublishError::Unpublished`], when the system refuses.
    pub fn stage(&self, artifact: &Artifact, inputs: Option<u128>) -> Result<Staged, PublishError> {
        let known = self.manifest.get(&artifact.path).filter(|record| self.stands(&artifact.path, record));
        if let (Content::Bytes(bytes), Some(record)) = (&artifact.content, known)
            && bytes.len() as u64 == record.state.length
        {
            // What has the sum of a file that stands is that file: it need not be read.
            let sum = Sum::new(artifact)?;
            if sum.bytes == record.sum {
                return Ok(Staged { sum, is_new: false, state: record.state, is_made: true, inputs });
            }
        }
        self.stage.put(artifact, inputs, &self.folder)
    }

    /// The file of the build before, with the smaller copies that were made with it, if it was made from these inputs. Nothing
    /// where one of them does not stand as it was written.
    #[must_use]
    pub fn kept(&self, path: &str, inputs: u128) -> Option<Vec<Staged>> {
        let record = |path: &str| self.manifest.get(path).filter(|record| record.inputs == inputs);
        let copies = SMALLER.map(|ending| format!("{path}.{ending}"));
        let copies = copies.iter().filter_map(|path| Some((path.as_str(), record(path)?)));
        let files: Vec<_> = [(path, record(path)?)].into_iter().chain(copies).collect();
        let is_whole = files.iter().all(|(path, file)| self.stands(path, file));
        is_whole.then(|| files.iter().map(|(path, file)| file.kept(path)).collect())
    }

    /// All files that were made from these inputs, if every one of them stands as it was written. Nothing where there are
    /// none.
    #[must_use]
    pub fn keep_all(&self, inputs: u128) -> Option<Vec<Staged>> {
        let files = self.manifest.made_from(inputs);
        let is_whole = !files.is_empty() && files.par_iter().all(|(path, file)| self.stands(path, file));
        is_whole.then(|| files.into_iter().map(|(path, file)| file.kept(path)).collect())
    }

    /// Whether a file is as it was written, as far as can be seen without reading it.
    fn stands(&self, path: &str, record: &FileRecord) -> bool {
        self.folder.state(path).is_ok_and(|state| state == record.state)
    }

    /// Puts the files of a site into their places, in their order, with the sums of them all; files of an earlier site that
    /// are not among them go.
    ///
    /// # Errors
    ///
    /// [`PublishError::Foreign`], [`PublishError::Link`] and [`PublishError::Unpublished`] before anything was changed,
    /// and [`PublishError::Halfway`] after that: all files are whole then, old or new, and the next build makes it good.
    /// Before anything was changed, also [`PublishError::ForeignGone`], [`PublishError::ForeignInside`] and
    /// [`PublishError::Mount`].
    pub fn publish(self, staged: &[Staged]) -> Result<Report, PublishError> {
        let mut sorted: Vec<&Staged> = staged.iter().collect();
        sorted.par_sort_unstable_by_key(|file| file.path());
        let (sums, folders) = rayon::join(
            || self.stage(&checksums(sorted.iter().map(|file| &file.sum)), None),
            || folders(sorted.iter().map(|file| file.path())),
        );
        let sums = sums?;
        sorted.insert(sorted.partition_point(|file| file.path() < sums.path()), &sums);
        let existing = self.existing();
        let own = || sorted.iter().filter(|file| existing.is_own(file));
        let (missing, (now, is_known)): (_, (Written, bool)) = rayon::join(
            || existing.check(&sorted, &folders),
            || (Written::of(own().map(|file| (file.path(), file.sum.bytes))), self.manifest.is_of(&sorted)),
        );
        let missing = missing?;
        let gone: Vec<&str> = self.before.paths().filter(|path| !now.has(path)).collect();
        existing.check_gone(&gone, &folders)?;
        // From here on a killed build knows all its files, old and new.
        let (announced, mut sum) = self.announce(&now)?;
        // Removals come last, but for files that stand in the way of folders, and folders in the way of files.
        let is_obstacle =
            |path: &str| folders.contains(path) || folders_of(path).any(|folder| now.has(folder));
        let (first, last): (Vec<&str>, Vec<&str>) = gone.into_iter().partition(|path| is_obstacle(path));
        let mut removed = existing.remove(&first, &folders)?;
        existing.place(staged.iter().chain([&sums]), &missing)?;
        removed += existing.remove(&last, &folders)?;
        // Only now the list of what they were made from is of these files: after a kill, the next build makes everything.
        if *announced != now {
            sum = now.write(&self.own, PublishError::Halfway)?;
        }
        if sum != self.sum || !is_known {
            self.list.write(&sorted, &self.folder, &missing, &sum);
        }
        let written = sorted.iter().filter(|file| file.is_new).count();
        Ok(Report { written, unchanged: sorted.len() - written, removed })
    }

    fn existing(&self) -> ExistingOutput<'_> {
        ExistingOutput {
            output: &self.folder,
            before: &self.before,
            manifest: &self.manifest,
            stage: &self.stage.folder,
            force: self.force,
        }
    }

    /// Extends the list of what builds wrote by what this one is about to write; what it says then, with its sum.
    fn announce<'n>(&self, now: &'n Written) -> Result<(Cow<'n, Written>, Digest), PublishError> {
        let announced =
            if self.before.is_empty() { Cow::Borrowed(now) } else { Cow::Owned(self.before.or(now)) };
        let is_known = *announced == self.before;
        let sum = if is_known { self.sum } else { announced.write(&self.own, PublishError::Unpublished)? };
        Ok((announced, sum))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        let _ = self.own.dir.remove_dir_all(STAGE);
        if self.is_made && self.own.metadata(LIST).is_err() {
            // Nothing came of it: the folder was not there, and is not.
            let _ = self.folder.dir.remove_dir_all(OWN_FOLDER);
            let _ = fs::remove_dir(&self.path);
        }
        // Closing alone would leave the lock with a child of this process that has not begun its own program yet.
        let _ = self.lock.unlock();
    }
}

/// Makes a lock for a folder, and takes it.
fn lock(own: &HeldFolder, folder: &Path) -> Result<fs::File, PublishError> {
    let failed = |error| PublishError::Unpublished(own.place(LOCK), error);
    let lock = own.open_lock(LOCK).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(fs::TryLockError::WouldBlock) => Err(PublishError::Busy(folder.to_owned())),
        Err(fs::TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Refuses links, mounts, and what is no plain file, among what builds keep for themselves.
fn refuse_others(own: &HeldFolder) -> Result<(), PublishError> {
    if let Some(link) = own.names().find(|name| own.is_link(name)) {
        return Err(PublishError::Link(own.place(&link)));
    }
    // A pipe would be waited for without end.
    let is_no_file = |name: &&str| own.metadata(name).is_ok_and(|there| !there.is_file());
    if let Some(other) = [LOCK, LIST, NEW_LIST].iter().find(|name| is_no_file(name)) {
        return Err(PublishError::NoFile(own.place(other)));
    }
    // What was put aside goes, and with it whatever is mounted there.
    [LIST, STAGE].iter().try_for_each(|name| match own.metadata(name) {
        Ok(there) => own.check_replaceable(name, &there),
        Err(_) => Ok(()),
    })
}
