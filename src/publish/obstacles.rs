//! What the system would refuse, asked before anything changes: a site that cannot take its places as a whole does not
//! begin to.

use cap_std::fs::Metadata;
#[cfg(target_os = "linux")]
use rustix::fs::{AtFlags, StatxAttributes, StatxFlags, statx};

use super::{PublishError, held::HeldFolder};

impl HeldFolder {
    /// Refuses a folder that nothing can be put into or taken from.
    ///
    /// # Errors
    ///
    /// [`PublishError::Unpublished`], with what the system says.
    #[cfg(unix)]
    pub(super) fn check_writable(&self, folder: &str) -> Result<(), PublishError> {
        use rustix::fs::{Access, accessat};
        match accessat(
            &self.dir,
            own(folder),
            Access::WRITE_OK | Access::EXEC_OK,
            rustix::fs::AtFlags::EACCESS,
        ) {
            Err(error) if error != rustix::io::Errno::NOENT => {
                Err(PublishError::Unpublished(self.place(folder), error.into()))
            }
            _ => self.check_changeable(folder),
        }
    }

    /// Refuses a file that cannot be replaced or taken away: a mount, one that may not change, and one of another user in
    /// a folder where only owners remove files.
    ///
    /// # Errors
    ///
    /// [`PublishError::Mount`] and [`PublishError::Unpublished`].
    #[cfg(unix)]
    pub(super) fn check_replaceable(&self, path: &str, there: &Metadata) -> Result<(), PublishError> {
        use cap_std::fs::MetadataExt;
        let (user, owner) = (rustix::process::geteuid().as_raw(), there.uid());
        // Nearly all are the user's own.
        if owner != user {
            let folder = crate::path::folders_of(path).next().unwrap_or(".");
            let around = self.metadata(folder);
            if around.is_ok_and(|around| is_kept_by_owner(user, owner, around.uid(), around.mode())) {
                return Err(self.refused(path));
            }
        }
        self.check_mount(path)?;
        self.check_changeable(path)
    }

    /// Refuses a mount.
    ///
    /// # Errors
    ///
    /// [`PublishError::Mount`].
    #[cfg(target_os = "linux")]
    pub(super) fn check_mount(&self, path: &str) -> Result<(), PublishError> {
        if self.has(path, StatxAttributes::MOUNT_ROOT) {
            return Err(PublishError::Mount(self.place(path)));
        }
        Ok(())
    }

    /// Refuses what may not change, or only grow.
    #[cfg(target_os = "linux")]
    fn check_changeable(&self, path: &str) -> Result<(), PublishError> {
        if self.has(path, StatxAttributes::IMMUTABLE | StatxAttributes::APPEND) {
            return Err(self.refused(path));
        }
        Ok(())
    }

    #[cfg(target_os = "linux")]
    fn has(&self, path: &str, attributes: StatxAttributes) -> bool {
        let there = statx(&self.dir, own(path), AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty());
        there.is_ok_and(|there| there.stx_attributes.intersects(attributes))
    }

    #[cfg(not(target_os = "linux"))]
    #[allow(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "no such folder or file is known of here"
    )]
    pub(super) fn check_mount(&self, _path: &str) -> Result<(), PublishError> {
        Ok(())
    }

    #[cfg(all(unix, not(target_os = "linux")))]
    #[allow(
        clippy::unnecessary_wraps,
        clippy::unused_self,
        reason = "no such folder or file is known of here"
    )]
    fn check_changeable(&self, _path: &str) -> Result<(), PublishError> {
        Ok(())
    }

    #[cfg(unix)]
    fn refused(&self, path: &str) -> PublishError {
        PublishError::Unpublished(self.place(path), rustix::io::Errno::PERM.into())
    }

    #[cfg(not(unix))]
    pub(super) fn check_writable(&self, _folder: &str) -> Result<(), PublishError> {
        Ok(())
    }

    #[cfg(not(unix))]
    pub(super) fn check_replaceable(&self, _path: &str, _there: &Metadata) -> Result<(), PublishError> {
        Ok(())
    }
}

/// A path as the system takes it: the folder itself has a name.
#[cfg(unix)]
fn own(path: &str) -> &str {
    if path.is_empty() { "." } else { path }
}

/// Whether a user may not remove a file since it is somebody else's, in a folder where only its owner, the folder's and root
/// may do so (POSIX, `S_ISVTX`).
#[cfg(unix)]
fn is_kept_by_owner(user: u32, owner: u32, owner_of_folder: u32, mode_of_folder: u32) -> bool {
    const STICKY: u32 = 0o1000;
    mode_of_folder & STICKY != 0 && ![0, owner, owner_of_folder].contains(&user)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn in_a_folder_like_that_for_temporary_files_owners_alone_remove_files() {
        assert!(is_kept_by_owner(1000, 1001, 0, 0o1777));
        for (user, owner, owner_of_folder, mode) in [
            (1000, 1000, 0, 0o1777),
            (1000, 1001, 1000, 0o1777),
            (0, 1001, 1002, 0o1777),
            (1000, 1001, 0, 0o777),
        ] {
            assert!(
                !is_kept_by_owner(user, owner, owner_of_folder, mode),
                "{user} {owner} {owner_of_folder}"
            );
        }
    }
}
