//! The one way to open a file that is read: below a folder that is held open, so that no link leads out of it, however
//! the files change meanwhile. Only a plain file is opened, and none is waited for.

use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::{
    ambient_authority,
    fs::{Dir, Metadata, OpenOptions},
};
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
    time::UNIX_EPOCH,
};

/// What is said of a pipe, a socket, a device or a folder in the place of a file.
pub const NO_FILE: &str = "it is no ordinary file";

/// A folder that is held open.
#[derive(Debug)]
pub struct Folder {
    held: Dir,
    /// Where it really lies.
    real: PathBuf,
}

impl Folder {
    /// Opens a folder; a link to it is followed.
    ///
    /// # Errors
    ///
    /// When it is not there or may not be read.
    pub fn open(path: &Path) -> io::Result<Arc<Self>> {
        let real = path.canonicalize()?;
        let held = Dir::open_ambient_dir(&real, ambient_authority())?;
        Ok(Arc::new(Self { held, real }))
    }

    /// Opens a file below the folder. Links are followed while they stay below it.
    ///
    /// # Errors
    ///
    /// When it is not there, may not be read, is no plain file, or a link leads out of the folder.
    pub fn open_file(&self, path: &Path) -> io::Result<fs::File> {
        let mut options = OpenOptions::new();
        options.read(true).nonblock(true);
        let file = self.held.open_with(path, &options).or_else(|error| {
            // A link may name a place below the folder by its full path.
            let inside = self.inside(path).filter(|inside| inside != path).ok_or(error)?;
            self.held.open_with(inside, options.follow(FollowSymlinks::No))
        })?;
        let file = file.into_std();
        if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other(NO_FILE)) }
    }

    /// Where a path below the folder really leads, if that is below the folder.
    #[must_use]
    pub fn inside(&self, path: &Path) -> Option<PathBuf> {
        let real = self.real.join(path).canonicalize().ok()?;
        real.strip_prefix(&self.real).ok().map(Path::to_owned)
    }
}

/// A file below a folder that is held open.
#[derive(Clone, Debug)]
pub struct InputFile {
    folder: Arc<Folder>,
    /// Its path from the folder.
    path: PathBuf,
}

impl InputFile {
    /// The file of this path from the folder.
    #[must_use]
    pub fn new(folder: &Arc<Folder>, path: &Path) -> Self {
        Self { folder: folder.clone(), path: path.to_owned() }
    }

    /// Opens it.
    ///
    /// # Errors
    ///
    /// Those of [`Folder::open_file`].
    pub fn open(&self) -> io::Result<fs::File> {
        self.folder.open_file(&self.path)
    }

    /// What the system says of it now; nothing where it cannot be opened.
    #[must_use]
    pub fn state(&self) -> Option<FileState> {
        self.open().and_then(|file| FileState::of(&file)).ok()
    }

    /// All of its bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Folder::open_file`], and of reading.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Where it lies, to be named to people.
    #[must_use]
    pub fn place(&self) -> PathBuf {
        self.folder.real.join(&self.path)
    }
}

/// What the system says of a file without reading it. Where it says the same of the same path, the file has the same bytes:
/// a length and a date can be made alike, the file's number and the time of its last change cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileState {
    /// In bytes.
    pub length: u64,
    /// In nanoseconds since 1970; 0 where the system does not know.
    pub modified: u128,
    /// The file's number and the time of its last change, in seconds and nanoseconds; 0 where the system has none.
    pub change: [i64; 3],
}

impl FileState {
    /// What the system says of an open file.
    ///
    /// # Errors
    ///
    /// When it says nothing.
    pub fn of(file: &fs::File) -> io::Result<Self> {
        Metadata::from_file(file).map(|there| Self::new(&there))
    }

    /// What these data say.
    #[must_use]
    pub fn new(file: &Metadata) -> Self {
        let modified = file.modified().ok();
        let modified = modified.and_then(|time| time.into_std().duration_since(UNIX_EPOCH).ok());
        Self {
            length: file.len(),
            modified: modified.map_or(0, |time| time.as_nanos()),
            change: change(file),
        }
    }
}

/// What POSIX says of a file, if that is a plain one.
#[cfg(unix)]
impl TryFrom<rustix::fs::Stat> for FileState {
    type Error = io::Error;

    #[allow(
        clippy::useless_conversion,
        clippy::unnecessary_fallible_conversions,
        reason = "the numbers have other types on other systems"
    )]
    fn try_from(file: rustix::fs::Stat) -> io::Result<Self> {
        use rustix::fs::FileType;
        if FileType::from_raw_mode(file.st_mode) != FileType::RegularFile {
            return Err(io::Error::other(NO_FILE));
        }
        let modified = u128::try_from(file.st_mtime).ok();
        let nanoseconds = u128::try_from(file.st_mtime_nsec).unwrap_or_default();
        let number = u64::try_from(file.st_ino).unwrap_or_default();
        Ok(Self {
            length: u64::try_from(file.st_size).unwrap_or_default(),
            modified: modified.map_or(0, |seconds| seconds * 1_000_000_000 + nanoseconds),
            change: [
                number.cast_signed(),
                i64::try_from(file.st_ctime).unwrap_or_default(),
                i64::try_from(file.st_ctime_nsec).unwrap_or_default(),
            ],
        })
    }
}

#[cfg(unix)]
fn change(file: &Metadata) -> [i64; 3] {
    use cap_std::fs::MetadataExt;
    [file.ino().cast_signed(), file.ctime(), file.ctime_nsec()]
}

#[cfg(not(unix))]
fn change(_: &Metadata) -> [i64; 3] {
    [0; 3]
}

#[cfg(test)]
#[cfg(unix)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use std::{os::unix::fs::symlink, process::Command, time::Duration};

    use super::*;

    #[test]
    fn links_are_followed_while_they_stay_in_the_folder() {
        let (outside, inside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("secret"), "secret").unwrap();
        let place = |name: &str| inside.path().join(name);
        fs::create_dir(place("sub")).unwrap();
        fs::write(place("sub/a"), "a").unwrap();
        symlink("sub/a", place("relative")).unwrap();
        symlink(place("sub/a"), place("absolute")).unwrap();
        symlink(place("sub"), place("folder")).unwrap();
        symlink(outside.path().join("secret"), place("out")).unwrap();
        symlink(outside.path(), place("out-folder")).unwrap();
        symlink("nothing", place("nowhere")).unwrap();
        symlink("round", place("round")).unwrap();
        let folder = Folder::open(inside.path()).unwrap();
        let read = |path: &str| InputFile::new(&folder, Path::new(path)).read().ok();
        for path in ["sub/a", "relative", "absolute", "folder/a"] {
            assert_eq!(read(path).as_deref(), Some(b"a".as_slice()), "{path}");
        }
        for path in ["out", "out-folder/secret", "nowhere", "round", "../secret", "sub"] {
            assert_eq!(read(path), None, "{path}");
        }
    }

    #[test]
    fn a_pipe_is_refused_and_not_waited_for() {
        let inside = tempfile::tempdir().unwrap();
        assert!(Command::new("mkfifo").arg(inside.path().join("pipe")).status().unwrap().success());
        let folder = Folder::open(inside.path()).unwrap();
        assert_eq!(folder.open_file(Path::new("pipe")).unwrap_err().to_string(), NO_FILE);
    }

    #[test]
    fn the_state_is_the_same_whichever_way_the_system_is_asked() {
        let inside = tempfile::tempdir().unwrap();
        let file = inside.path().join("a");
        fs::write(&file, "one").unwrap();
        let opened = fs::File::options().write(true).open(&file).unwrap();
        for modified in [None, Some(UNIX_EPOCH), Some(UNIX_EPOCH - Duration::from_millis(1500))] {
            if let Some(modified) = modified {
                opened.set_modified(modified).unwrap();
            }
            let there = rustix::fs::stat(&file).unwrap();
            assert_eq!(FileState::try_from(there).unwrap(), FileState::of(&opened).unwrap());
        }
        let folder = rustix::fs::stat(inside.path()).unwrap();
        assert_eq!(FileState::try_from(folder).unwrap_err().to_string(), NO_FILE);
    }

    #[test]
    fn a_file_of_the_same_length_and_date_is_another() {
        let inside = tempfile::tempdir().unwrap();
        let file = inside.path().join("a");
        fs::write(&file, "one").unwrap();
        let state =
            || (fs::metadata(&file).unwrap(), FileState::of(&fs::File::open(&file).unwrap()).unwrap());
        let (before, state_before) = state();
        for is_removed in [false, true] {
            if is_removed {
                fs::remove_file(&file).unwrap();
            }
            fs::write(&file, "two").unwrap();
            let opened = fs::File::options().write(true).open(&file).unwrap();
            opened.set_modified(before.modified().unwrap()).unwrap();
            let (after, state_after) = state();
            assert_eq!((before.len(), before.modified().unwrap()), (after.len(), after.modified().unwrap()));
            assert_ne!(state_before, state_after);
        }
    }
}
