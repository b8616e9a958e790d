//! The only writer: puts finished files into the output folder.
//!
//! Only what changed is written, to a temporary name and then renamed, so that a reader or a kill never meets half a
//! file. Only what an earlier build wrote is removed or overwritten: a list of it is kept in `.taiwa/` in the output.

mod checksums;
mod compress;

pub use checksums::checksums;
pub use compress::compressed;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fmt, fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
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
        }
    }
}

impl std::error::Error for PublishError {}

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
    let temporary = own.join("new");
    if is_link(&own) {
        return Err(PublishError::Link(own));
    }
    make_folder(&own)?;
    let lock =
        fs::File::create(own.join("lock")).map_err(|error| PublishError::Io(own.join("lock"), error))?;
    lock.try_lock().map_err(|_| PublishError::Busy(output.to_owned()))?;
    let known = own.join("written.json");
    let before = read_list(&known);
    let folders = folders(artifacts);
    check(artifacts, &folders, &before, output, force)?;

    let now: BTreeSet<String> = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
    let gone: Vec<&String> = before.files.difference(&now).collect();
    if before.files != now {
        // From here on a killed build knows all its files, old and new.
        let all = before.files.union(&now).cloned().collect();
        write_list(&known, &Written { files: all })?;
    }
    // What a killed build left behind.
    let _ = fs::remove_dir_all(&temporary);
    make_folder(&temporary)?;
    // Removals come last, but for files that stand in the way of folders, and folders in the way of files.
    let is_in_the_way =
        |path: &String| folders.contains(path.as_str()) || folders_of(path).any(|it| now.contains(it));
    let (first, last): (Vec<&String>, Vec<&String>) = gone.into_iter().partition(|path| is_in_the_way(path));
    let mut removed = remove_all(output, &first)?;
    for folder in &folders {
        clear_way(&output.join(folder))?;
        make_folder(&output.join(folder))?;
    }
    let report = write_all(artifacts, output, &temporary)?;
    removed += remove_all(output, &last)?;
    let _ = fs::remove_dir_all(&temporary);
    if before.files != now {
        write_list(&known, &Written { files: now })?;
    }
    Ok(Report { removed, ..report })
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
            fs::remove_file(folder).map_err(|error| PublishError::Io(folder.to_owned(), error))
        }
        _ => Ok(()),
    }
}

fn make_folder(folder: &Path) -> Result<(), PublishError> {
    fs::create_dir_all(folder).map_err(|error| PublishError::Io(folder.to_owned(), error))
}

fn read_list(list: &Path) -> Written {
    fs::read(list).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write_list(list: &Path, written: &Written) -> Result<(), PublishError> {
    let io = |error: io::Error| PublishError::Io(list.to_owned(), error);
    let text = serde_json::to_vec_pretty(written).map_err(|error| io(error.into()))?;
    let new = list.with_extension("new");
    fs::write(&new, text).map_err(io)?;
    fs::rename(&new, list).map_err(io)
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

/// Writes what is new or changed.
fn write_all(artifacts: &[Artifact], output: &Path, temporary: &Path) -> Result<Report, PublishError> {
    let number = AtomicUsize::new(0);
    let written: Result<Vec<bool>, PublishError> = artifacts
        .par_iter()
        .map(|artifact| {
            let file = output.join(&artifact.path);
            let io = |error: io::Error| PublishError::Io(file.clone(), error);
            if is_same(&file, &artifact.content).map_err(io)? {
                return Ok(false);
            }
            let new = temporary.join(number.fetch_add(1, Ordering::Relaxed).to_string());
            write_new(&new, &artifact.content).map_err(io)?;
            fs::rename(&new, &file).map_err(io)?;
            Ok(true)
        })
        .collect();
    let written = written?;
    let count = written.iter().filter(|written| **written).count();
    Ok(Report { written: count, unchanged: written.len() - count, removed: 0 })
}

fn write_new(new: &Path, content: &Content) -> io::Result<()> {
    match content {
        Content::Bytes(bytes) => fs::File::create(new)?.write_all(bytes),
        // Not fs::copy: the mode of an author's file is none of the site's.
        Content::Copy(from) => io::copy(&mut fs::File::open(from)?, &mut fs::File::create(new)?).map(|_| ()),
    }
}

/// Whether a file holds just these bytes. A file that is not there holds none.
fn is_same(file: &Path, content: &Content) -> io::Result<bool> {
    let there = match fs::metadata(file) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    match content {
        Content::Bytes(bytes) => {
            Ok(there.len() == bytes.len() as u64 && fs::read(file)?.as_slice() == bytes.as_ref())
        }
        Content::Copy(from) => Ok(fs::metadata(from)?.len() == there.len()
            && is_same_file(fs::File::open(file)?, fs::File::open(from)?)?),
    }
}

fn is_same_file(one: fs::File, other: fs::File) -> io::Result<bool> {
    let mut one = io::BufReader::new(one).bytes();
    let mut other = io::BufReader::new(other).bytes();
    loop {
        match (one.next().transpose()?, other.next().transpose()?) {
            (None, None) => return Ok(true),
            (a, b) if a == b => {}
            _ => return Ok(false),
        }
    }
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
        Err(error) => return Err(PublishError::Io(file, error)),
    }
    for folder in folders_of(path) {
        // A folder that still holds something stays.
        if fs::remove_dir(output.join(folder)).is_err() {
            break;
        }
    }
    Ok(true)
}
