//! What the watched files held when they were last looked at.

use cap_std::fs::Metadata;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    hash::Hash,
    io::{self, Read},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::{
    folder::{FileState, Folder},
    path,
    source::is_passed_over,
};

/// The folders that are watched, below the root.
pub(super) const FOLDERS: [&str; 2] = ["content", "themes"];

/// A file larger than this is judged by its length and date.
const LARGE: u64 = 64 << 20;

/// A date says little of a file that changed so lately: the next change may come within its smallest step.
const RECENT: Duration = Duration::from_secs(3);

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Files with another length or date than before.
    Dates,
    /// The bytes of every file.
    Bytes,
}

/// What every file held.
#[derive(Debug, Default)]
pub(super) struct FolderRecord {
    root: PathBuf,
    files: BTreeMap<String, Held>,
}

#[derive(Clone, Debug)]
struct Held {
    /// None of a file that cannot be opened.
    state: Option<FileState>,
    /// Whether its date may lie about the next change.
    is_recent: bool,
    /// A hash of the bytes; none of a file that cannot be read.
    bytes: Option<u128>,
}

impl FolderRecord {
    /// Looks at everything for the first time.
    pub(super) fn new(root: &Path) -> Self {
        let mut record = Self { root: root.to_owned(), files: BTreeMap::new() };
        record.look_everywhere(Doubt::Bytes);
        record
    }

    /// Looks at both folders, and tells the files that changed.
    pub(super) fn look_everywhere(&mut self, doubt: Doubt) -> BTreeSet<String> {
        FOLDERS.into_iter().flat_map(|folder| self.look(folder, doubt)).collect()
    }

    /// Looks at a file or at everything in a folder, and tells the files that changed.
    pub(super) fn look(&mut self, path: &str, doubt: Doubt) -> Vec<String> {
        let mut changed = Vec::new();
        let mut gone = self.below(path);
        let name = path.split('/').next().unwrap_or_default();
        let folder = Folder::open(&self.root.join(name)).ok();
        for path in self.there(path) {
            gone.remove(&path);
            let before = self.files.get(&path);
            let below = Path::new(path.strip_prefix(name).unwrap_or(&path).trim_start_matches('/'));
            let file = folder.as_ref().map_or(Err(io::ErrorKind::NotFound.into()), |it| it.open_file(below));
            let Some(held) = Held::now(&file, before, doubt) else { continue };
            if before.is_none_or(|before| before.bytes != held.bytes || before.length() != held.length()) {
                changed.push(path.clone());
            }
            self.files.insert(path, held);
        }
        for path in gone {
            self.files.remove(&path);
            changed.push(path);
        }
        changed
    }

    /// The files that were at this path or below it.
    fn below(&self, path: &str) -> BTreeSet<String> {
        let folder = format!("{path}/");
        let inside = self.files.range(folder.clone()..).map(|(inside, _)| inside);
        let inside = inside.take_while(|inside| inside.starts_with(&folder)).cloned();
        inside.chain(self.files.contains_key(path).then(|| path.to_owned())).collect()
    }

    /// The files that are at this path or below it.
    fn there(&self, path: &str) -> Vec<String> {
        let is_watched = FOLDERS.iter().any(|it| path.split('/').next() == Some(*it));
        if !is_watched || is_passed_over(path) {
            return Vec::new();
        }
        let name = |entry: &DirEntry| relative(&self.root, entry.path()).unwrap_or_default();
        let walk = WalkDir::new(self.root.join(path)).follow_links(true).into_iter();
        // What cannot be looked into is not there; that it cannot be read is reported when it is.
        let files = walk.filter_entry(|entry| !is_passed_over(&name(entry))).flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|entry| name(&entry)).collect()
    }
}

impl Held {
    fn length(&self) -> Option<u64> {
        self.state.map(|state| state.length)
    }

    /// What a file holds now; none where nothing speaks for a change.
    fn now(file: &io::Result<fs::File>, before: Option<&Self>, doubt: Doubt) -> Option<Self> {
        let there = file.as_ref().ok().and_then(|file| Metadata::from_file(file).ok());
        let state = there.as_ref().map(FileState::new);
        let is_same = before.is_some_and(|it| it.state == state && !it.is_recent);
        if is_same && doubt == Doubt::Dates {
            return None;
        }
        let modified = there.and_then(|there| there.modified().ok());
        let age = modified.and_then(|modified| SystemTime::now().duration_since(modified.into_std()).ok());
        let is_recent = age.is_none_or(|age| age < RECENT);
        let bytes = match (file, state) {
            (_, Some(state)) if state.length > LARGE => Some(hash_state(state)),
            (Ok(file), _) => hash_bytes(file).ok(),
            (Err(_), _) => None,
        };
        Some(Self { state, is_recent, bytes })
    }
}

fn hash_state(state: FileState) -> u128 {
    let mut hasher = Xxh3::new();
    state.hash(&mut hasher);
    hasher.digest128()
}

fn hash_bytes(mut file: &fs::File) -> io::Result<u128> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(xxh3_128(&bytes))
}

/// A path from the root, with `/` between folders.
pub(super) fn relative(root: &Path, file: &Path) -> Option<String> {
    Some(path::joined(file.strip_prefix(root).ok()?))
}
