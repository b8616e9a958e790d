//! The only writer: puts finished files into the output folder.
//!
//! Only what changed is written, all of it to temporary names and then renamed, so that a reader or a kill never meets
//! half a file, and a full disk leaves the old site. Only what an earlier build wrote is removed or overwritten: a list of
//! it is kept in `.taiwa/` in the output.

mod checksums;
mod compress;
mod staging;

pub use checksums::checksums;
pub use compress::compressed;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fmt, fs, io,
    path::{Path, PathBuf},
};

use self::staging::{Staged, is_same};
use crate::{artifact::Artifact, path::folders_of, plan::OWN_FOLDER};

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

/// Why nothing, or not everything, was published.
#[derive(Debug)]
pub enum PublishError {
    /// Another build writes into the same folder.
    Busy(PathBuf),
    /// A file that no build wrote stands where one of the site's belongs. Nothing was published.
    Foreign(PathBuf),
    /// A symbolic link stands where a folder or file of the site belongs. Nothing was published.
    Link(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
    /// The system refused, the disk being full or without permission. Nothing was published.
    Unpublished(PathBuf, io::Error),
    /// The system refused to put a file into its place, or to take one away, when others were in theirs.
    Halfway(PathBuf, io::Error),
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(path) => write!(f, "another build is writing into {}", path.display()),
            Self::Foreign(path) => write!(
                f,
                "{} was not written by taiwa and stands where a file of the site belongs; move it away, or use --force to \
                 overwrite it",
                path.display()
            ),
            Self::Link(path) => {
                write!(f, "{} is a symbolic link inside the output, which is never followed", path.display())
            }
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Unpublished(path, error) => {
                write!(f, "{}: {error}; nothing was published, the output is as it was", path.display())
            }
            Self::Halfway(path, error) => write!(
                f,
                "{}: {error}; the output holds whole files of the old and of the new site, and the next build makes it good",
                path.display()
            ),
        }
    }
}

impl std::error::Error for PublishError {}

impl PublishError {
    /// The same, where something was published before.
    fn halfway(self) -> Self {
        match self {
            Self::Unpublished(path, error) => Self::Halfway(path, error),
            other => other,
        }
    }
}

/// The files that builds wrote.
#[derive(Default, Serialize, Deserialize)]
struct Written {
    files: BTreeSet<String>,
}

/// Publishes the files of a site into a folder, which is made if it is not there.
///
/// # Errors
///
/// See [`PublishError`]. What is in the folder stays as it was, or is a mixture of whole old and new files that the next
/// build makes good.
pub fn publish(artifacts: &[Artifact], output: &Path, force: bool) -> Result<Report, PublishError> {
    let own = output.join(OWN_FOLDER);
    if is_link(&own) {
        return Err(PublishError::Link(own));
    }
    make_folder(output)?;
    make_folder(&own)?;
    let lock = own.join("lock");
    let lock = fs::File::create(&lock).map_err(|error| PublishError::Unpublished(lock, error))?;
    lock.try_lock().map_err(|_| PublishError::Busy(output.to_owned()))?;
    let known = own.join("written.json");
    let before = read_list(&known);
    let folders = folders(artifacts);
    check(artifacts, &folders, &before, output, force)?;

    let stage = own.join("new");
    // What a killed build left behind.
    let _ = fs::remove_dir_all(&stage);
    make_folder(&stage)?;
    let site = NewSite { folders, before, known, output };
    let done = Staged::new(artifacts, output, &stage).and_then(|staged| site.publish(artifacts, &staged));
    let _ = fs::remove_dir_all(&stage);
    done
}

/// What is to be published, with what stands there.
struct NewSite<'a> {
    folders: BTreeSet<&'a str>,
    before: Written,
    /// Where the list of what was written is kept.
    known: PathBuf,
    output: &'a Path,
}

impl NewSite<'_> {
    fn publish(self, artifacts: &[Artifact], staged: &Staged<'_>) -> Result<Report, PublishError> {
        let now: BTreeSet<String> = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
        let is_listed = self.before.files == now;
        if !is_listed {
            // From here on a killed build knows all its files, old and new.
            let all = self.before.files.union(&now).cloned().collect();
            write_list(&self.known, &Written { files: all }, PublishError::Unpublished)?;
        }
        // Removals come last, but for files that stand in the way of folders, and folders in the way of files.
        let is_in_the_way = |path: &String| {
            self.folders.contains(path.as_str()) || folders_of(path).any(|it| now.contains(it))
        };
        let gone = self.before.files.difference(&now);
        let (first, last): (Vec<&String>, Vec<&String>) = gone.partition(|path| is_in_the_way(path));
        let mut removed = remove_all(self.output, &first)?;
        for folder in self.folders.iter().map(|folder| self.output.join(folder)) {
            clear_way(&folder)?;
            make_folder(&folder).map_err(|failed| if removed > 0 { failed.halfway() } else { failed })?;
        }
        staged.place()?;
        removed += remove_all(self.output, &last)?;
        if !is_listed {
            write_list(&self.known, &Written { files: now }, PublishError::Halfway)?;
        }
        Ok(Report { written: staged.len(), unchanged: artifacts.len() - staged.len(), removed })
    }
}

/// Writes a file of the archive itself whole, or leaves it as it is. A link is written through.
///
/// # Errors
///
/// [`PublishError::Io`], when the system refuses.
pub fn replace(file: &Path, text: &str) -> Result<(), PublishError> {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // A name that begins with a dot is no content, should it be left behind.
    let new = file.with_file_name(format!(".{name}.new"));
    let io = |error: io::Error| PublishError::Io(file.clone(), error);
    fs::write(&new, text).map_err(io)?;
    if let Ok(there) = fs::metadata(&file) {
        fs::set_permissions(&new, there.permissions()).map_err(io)?;
    }
    fs::rename(&new, &file).map_err(io)
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink())
}

/// Takes a file away that stands where a folder belongs; that it may go was checked before.
fn clear_way(folder: &Path) -> Result<(), PublishError> {
    match fs::symlink_metadata(folder) {
        Ok(there) if there.is_file() => {
            fs::remove_file(folder).map_err(|error| PublishError::Halfway(folder.to_owned(), error))
        }
        _ => Ok(()),
    }
}

fn make_folder(folder: &Path) -> Result<(), PublishError> {
    fs::create_dir_all(folder).map_err(|error| PublishError::Unpublished(folder.to_owned(), error))
}

fn read_list(list: &Path) -> Written {
    fs::read(list).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write_list(
    list: &Path,
    written: &Written,
    failed: fn(PathBuf, io::Error) -> PublishError,
) -> Result<(), PublishError> {
    let io = |error: io::Error| failed(list.to_owned(), error);
    let text = serde_json::to_vec_pretty(written).map_err(|error| io(error.into()))?;
    let new = list.with_extension("new");
    fs::write(&new, text).and_then(|()| fs::rename(&new, list)).map_err(|error| {
        // Half a list would only take room.
        let _ = fs::remove_file(&new);
        io(error)
    })
}

/// The folders that the files need, outer before inner.
fn folders(artifacts: &[Artifact]) -> BTreeSet<&str> {
    let mut folders = BTreeSet::new();
    for artifact in artifacts {
        for folder in folders_of(&artifact.path) {
            // Where a folder is known, so are those around it.
            if !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}

/// Refuses to begin where something of somebody else's stands in the way.
fn check(
    artifacts: &[Artifact],
    folders: &BTreeSet<&str>,
    before: &Written,
    output: &Path,
    force: bool,
) -> Result<(), PublishError> {
    for folder in folders {
        let folder = output.join(folder);
        match fs::symlink_metadata(&folder) {
            Ok(there) if there.is_symlink() => return Err(PublishError::Link(folder)),
            Ok(there) if !there.is_dir() && !is_own_file(&folder, before, output) && !force => {
                return Err(PublishError::Foreign(folder));
            }
            _ => {}
        }
    }
    artifacts.par_iter().try_for_each(|artifact| {
        if before.files.contains(&artifact.path) {
            return Ok(());
        }
        let file = output.join(&artifact.path);
        match fs::symlink_metadata(&file) {
            Err(_) => Ok(()),
            Ok(there) if there.is_symlink() => Err(PublishError::Link(file)),
            Ok(there) if there.is_dir() => match foreign_file(&file, before, output) {
                None => Ok(()),
                Some(foreign) => Err(PublishError::Foreign(foreign)),
            },
            Ok(_) if force || is_same(&file, &artifact.content).unwrap_or(false) => Ok(()),
            Ok(_) => Err(PublishError::Foreign(file)),
        }
    })
}

/// A file below a folder that no build wrote.
fn foreign_file(folder: &Path, before: &Written, output: &Path) -> Option<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Some(folder.to_owned()) };
    entries.flatten().map(|entry| entry.path()).find_map(|path| match fs::symlink_metadata(&path) {
        Ok(there) if there.is_dir() => foreign_file(&path, before, output),
        _ => (!is_own_file(&path, before, output)).then_some(path),
    })
}

fn is_own_file(file: &Path, before: &Written, output: &Path) -> bool {
    let parts = file.strip_prefix(output).unwrap_or(file).components();
    let path = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    before.files.contains(&path)
}

/// Removes files of an earlier build; how many were there.
fn remove_all(output: &Path, paths: &[&String]) -> Result<usize, PublishError> {
    let mut removed = 0;
    for path in paths {
        removed += usize::from(remove(output, path)?);
    }
    Ok(removed)
}

/// Removes a file of an earlier build, and the folders that it leaves empty. Whether it was there.
fn remove(output: &Path, path: &str) -> Result<bool, PublishError> {
    let file = output.join(path);
    if folders_of(path).any(|folder| is_link(&output.join(folder))) {
        return Ok(false);
    }
    match fs::remove_file(&file) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(PublishError::Halfway(file, error)),
    }
    for folder in folders_of(path) {
        // A folder that still holds something stays.
        if fs::remove_dir(output.join(folder)).is_err() {
            break;
        }
    }
    Ok(true)
}
