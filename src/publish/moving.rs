//! Files get other names, under which nothing is yet.

use cap_std::{ambient_authority, fs::Dir};
use std::{io, path::Path};

use super::PublishError;

/// A name in a folder that is held open.
pub(super) type NameIn<'a> = (&'a Dir, &'a str);

/// Gives a file of the archive itself another name in its folder. What has that name already stays, and so does the file.
///
/// # Errors
///
/// [`PublishError::Io`], when something has the name, or the system refuses.
pub fn rename(file: &Path, name: &str) -> Result<(), PublishError> {
    let failed = |error| PublishError::Io(file.with_file_name(name), error);
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let own = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let folder = Dir::open_ambient_dir(folder, ambient_authority()).map_err(failed)?;
    rename_to_nothing((&folder, own), (&folder, name)).map_err(failed)
}

/// Moves a file to where nothing is: the system itself sees to that, where it can.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn rename_to_nothing((from, name): NameIn<'_>, (to, new): NameIn<'_>) -> io::Result<()> {
    use rustix::{
        fs::{RenameFlags, renameat_with},
        io::Errno,
    };
    match renameat_with(from, name, to, new, RenameFlags::NOREPLACE) {
        // Some filesystems do not know how.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => rename_if_nothing((from, name), (to, new)),
        done => Ok(done?),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) use rename_if_nothing as rename_to_nothing;

pub(super) fn rename_if_nothing((from, name): NameIn<'_>, (to, new): NameIn<'_>) -> io::Result<()> {
    if to.symlink_metadata(new).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    from.rename(name, to, new)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_has_the_name_already_stays() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        fs::write(&one, "1").unwrap();
        fs::write(&other, "2").unwrap();
        assert!(rename(&one, "other").is_err());
        assert_eq!((fs::read(&one).unwrap(), fs::read(&other).unwrap()), (b"1".to_vec(), b"2".to_vec()));
        rename(&one, "third").unwrap();
        assert_eq!(fs::read(folder.path().join("third")).unwrap(), b"1");
        assert!(!one.exists());
        assert!(rename_if_nothing_in(folder.path(), "other", "third").is_err());
    }

    fn rename_if_nothing_in(folder: &Path, name: &str, new: &str) -> io::Result<()> {
        let folder = Dir::open_ambient_dir(folder, ambient_authority())?;
        rename_if_nothing((&folder, name), (&folder, new))
    }
}
