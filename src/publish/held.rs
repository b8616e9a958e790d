//! A folder that is written into: held open, so that a link which takes the place of a folder below it leads to nothing
//! outside, whenever it comes.

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::{
    ambient_authority,
    fs::{Dir, Metadata, OpenOptions},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::PublishError;
use crate::folder::{FileState, NO_FILE};

/// How long a list may be that is read, in bytes: one of a million files has two thirds of it.
const MAX_LIST: u64 = 1 << 28;

/// A folder that is held open. Paths below it have `/` between folders.
pub(super) struct HeldFolder {
    pub(super) dir: Dir,
    /// As it was named.
    path: PathBuf,
}

impl HeldFolder {
    /// Opens a folder, which is made if it is not there. A link to it is followed.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Self::open_at(path)
    }

    /// Opens a folder. A link to it is followed.
    ///
    /// # Errors
    ///
    /// When it is not there, or the system refuses.
    pub(super) fn open_at(path: &Path) -> io::Result<Self> {
        let dir = Dir::open_ambient_dir(path, ambient_authority())?;
        Ok(Self { dir, path: path.to_owned() })
    }

    /// Opens a folder in it, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// [`PublishError::Link`] where a link stands there, and [`PublishError::Unpublished`] when the system refuses.
    pub(super) fn inner(&self, name: &str) -> Result<Self, PublishError> {
        let path = self.place(name);
        if self.is_link(name) {
            return Err(PublishError::Link(path));
        }
        let made = match self.dir.create_dir(name) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => self.dir.open_dir_nofollow(name),
        };
        match made {
            Ok(dir) => Ok(Self { dir, path }),
            Err(error) => Err(PublishError::Unpublished(path, error)),
        }
    }

    /// Where a path below it lies, to be named to people.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    /// What the system says of a path; of a link, not of what it leads to.
    pub(super) fn metadata(&self, path: &str) -> io::Result<Metadata> {
        self.dir.symlink_metadata(path)
    }

    /// What the system says of a plain file, asked in one step. A link around it is followed, wherever it leads: this tells that
    /// a file need not be written again, and nothing else.
    pub(super) fn state(&self, path: &str) -> io::Result<FileState> {
        #[cfg(unix)]
        return rustix::fs::statat(&self.dir, path, rustix::fs::AtFlags::SYMLINK_NOFOLLOW)?.try_into();
        #[cfg(not(unix))]
        match self.metadata(path)? {
            there if there.is_file() => Ok(FileState::new(&there)),
            _ => Err(io::Error::other(NO_FILE)),
        }
    }

    pub(super) fn is_link(&self, path: &str) -> bool {
        self.metadata(path).is_ok_and(|there| there.is_symlink())
    }

    /// Opens a file to be read. No link is followed, and no pipe is waited for.
    ///
    /// # Errors
    ///
    /// When it is no plain file, or the system refuses.
    pub(super) fn open(&self, path: &str) -> io::Result<fs::File> {
        let mut options = OpenOptions::new();
        options.read(true).nonblock(true).follow(FollowSymlinks::No);
        let file = self.dir.open_with(path, &options)?.into_std();
        if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other(NO_FILE)) }
    }

    /// Opens a list that builds keep.
    ///
    /// # Errors
    ///
    /// Those of [`open`](Self::open), and where it is longer than any list that a build wrote.
    pub(super) fn open_list(&self, path: &str) -> io::Result<fs::File> {
        let file = self.open(path)?;
        if file.metadata()?.len() > MAX_LIST { Err(io::Error::other("it is too long")) } else { Ok(file) }
    }

    /// Creates a file in the place of what is there: a file of others that has this name too keeps its bytes.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub(super) fn create(&self, path: &str) -> io::Result<fs::File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        let created = self.dir.open_with(path, &options).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                self.dir.remove_file(path)?;
                self.dir.open_with(path, &options)
            }
            _ => Err(error),
        });
        Ok(created?.into_std())
    }

    /// Opens a file to lock it, which is made if it is not there and keeps its bytes. No link is followed.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub(super) fn open_lock(&self, path: &str) -> io::Result<fs::File> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).nonblock(true).follow(FollowSymlinks::No);
        Ok(self.dir.open_with(path, &options)?.into_std())
    }

    /// The names of what lies in it, as far as they can be read.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let entries = self.dir.entries().into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
    }

    /// Removes a folder in which there is nothing but such folders.
    ///
    /// # Errors
    ///
    /// When there is, or the system refuses.
    pub(super) fn remove_empty(&self, folder: &str) -> io::Result<()> {
        for entry in self.dir.read_dir(folder)? {
            let name = entry?.file_name();
            self.remove_empty(&format!("{folder}/{}", name.to_string_lossy()))?;
        }
        self.dir.remove_dir(folder)
    }
}

/// Whether a link leads out of the folder; the system has no error of its own for that.
pub(super) fn leads_outside(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::PermissionDenied && error.raw_os_error().is_none()
}

#[cfg(test)]
#[cfg(unix)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_done_behind_a_link_that_leads_outside() {
        let (inside, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("a"), "mine").unwrap();
        fs::create_dir(outside.path().join("empty")).unwrap();
        std::os::unix::fs::symlink(outside.path(), inside.path().join("out")).unwrap();
        let folder = HeldFolder::make(inside.path()).unwrap();
        folder.create("new").unwrap();
        let refused = [
            folder.open("out/a").map(drop),
            folder.create("out/a").map(drop),
            folder.open_lock("out/a").map(drop),
            folder.create("out/b").map(drop),
            folder.metadata("out/a").map(drop),
            folder.dir.create_dir("out/folder"),
            folder.dir.create_dir_all("out/folder/inner"),
            folder.dir.remove_file("out/a"),
            folder.dir.remove_dir("out/empty"),
            folder.remove_empty("out/empty"),
            folder.dir.rename("new", &folder.dir, "out/a"),
            folder.dir.rename("out/a", &folder.dir, "new"),
        ];
        for (number, refused) in refused.into_iter().enumerate() {
            assert!(leads_outside(&refused.unwrap_err()), "{number}");
        }
        assert!(matches!(folder.inner("out"), Err(PublishError::Link(_))));
        let _ = folder.dir.remove_dir_all("out");
        assert_eq!(fs::read_to_string(outside.path().join("a")).unwrap(), "mine");
        assert!(outside.path().join("empty").exists());
    }
}
