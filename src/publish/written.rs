//! The list of what builds wrote, with the sum of each file: nothing else in the output is ever overwritten or removed.

use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    io::{self, BufWriter, Read},
    path::{Component, Path, PathBuf},
};

use super::{PublishError, checksums::Summing, held::HeldFolder};
use crate::artifact::{of_hexadecimal, push_hexadecimal};

/// The name of the list, and of the new one before it takes its place.
pub(super) const LIST: &str = "written.json";
pub(super) const NEW_LIST: &str = "written.new";

/// The SHA-256 of a file's bytes.
pub(super) type Digest = [u8; 32];

/// The bytes that a file may have which builds wrote: those of the last build and, where it was not finished, those of the
/// builds before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bytes {
    /// Any of these.
    Known(Vec<Digest>),
    /// Any at all: earlier versions listed names alone.
    Any,
}

impl Bytes {
    fn has(&self, sum: &Digest) -> bool {
        match self {
            Self::Known(sums) => sums.contains(sum),
            Self::Any => true,
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Any);
        }
        text.split(' ').map(of_hexadecimal).collect::<Option<_>>().map(Self::Known)
    }
}

/// As the list holds it: a file that may have any bytes has no sum.
impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        if let Self::Known(sums) = self {
            for sum in sums {
                if !text.is_empty() {
                    text.push(' ');
                }
                push_hexadecimal(&mut text, sum);
            }
        }
        serializer.serialize_str(&text)
    }
}

/// The list as it is read.
#[derive(Deserialize)]
struct ListedFile {
    files: ListedFiles,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ListedFiles {
    Sums(BTreeMap<String, String>),
    /// What earlier versions wrote.
    Names(Vec<String>),
}

/// The files that builds wrote, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Written {
    files: BTreeMap<String, Bytes>,
}

impl Written {
    /// Reads the list in a folder, with the sum of its bytes. One that is not there, or cannot be read, names nothing; nor
    /// does a line of it a file elsewhere.
    pub(super) fn read(own: &HeldFolder) -> (Self, Digest) {
        let mut bytes = Vec::new();
        let read = own.open_list(LIST).and_then(|mut list| list.read_to_end(&mut bytes));
        if read.is_err() {
            bytes.clear();
        }
        (Self::parse(&bytes), Sha256::digest(&bytes).into())
    }

    fn parse(bytes: &[u8]) -> Self {
        let mut files: BTreeMap<_, _> =
            match serde_json::from_slice(bytes).ok().map(|ListedFile { files }| files) {
                Some(ListedFiles::Sums(files)) => files
                    .into_iter()
                    .filter_map(|(path, sums)| Some((path, Bytes::of_text(&sums)?)))
                    .collect(),
                Some(ListedFiles::Names(files)) => files.into_iter().map(|path| (path, Bytes::Any)).collect(),
                None => BTreeMap::new(),
            };
        // Whoever could change it must not reach a file outside of the output.
        files.retain(|path, _| Path::new(path).components().all(|part| matches!(part, Component::Normal(_))));
        Self { files }
    }

    /// The list of a build that wrote these files.
    pub(super) fn of<'f>(files: impl Iterator<Item = (&'f str, Digest)>) -> Self {
        Self { files: files.map(|(path, sum)| (path.to_owned(), Bytes::Known(vec![sum]))).collect() }
    }

    /// A list of the same files, in which each may also be as the other list says.
    pub(super) fn or(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (path, bytes) in &other.files {
            match (both.files.get_mut(path), bytes) {
                (Some(Bytes::Any), _) => {}
                (Some(Bytes::Known(sums)), Bytes::Known(more)) => {
                    let new: Vec<_> = more.iter().filter(|sum| !sums.contains(sum)).copied().collect();
                    sums.extend(new);
                }
                _ => {
                    both.files.insert(path.clone(), bytes.clone());
                }
            }
        }
        both
    }

    /// Writes the list whole, or leaves the one that is there as it is. The sum of its bytes comes back.
    ///
    /// # Errors
    ///
    /// Of the given kind, when the system refuses.
    pub(super) fn write(
        &self,
        own: &HeldFolder,
        failed: fn(PathBuf, io::Error) -> PublishError,
    ) -> Result<Digest, PublishError> {
        let write = || {
            let mut to = BufWriter::new(Summing::new(own.create(NEW_LIST)?));
            serde_json::to_writer_pretty(&mut to, self)?;
            let sum = to.into_inner()?.sum();
            own.dir.rename(NEW_LIST, &own.dir, LIST)?;
            Ok(sum)
        };
        write().map_err(|error| {
            // Half a list would only take room.
            let _ = own.dir.remove_file(NEW_LIST);
            failed(own.place(LIST), error)
        })
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether a build wrote a file of this path, whatever its bytes.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a build wrote any bytes there, so that nobody else's can be reported from them.
    pub(super) fn may_be_any(&self, path: &str) -> bool {
        matches!(self.files.get(path), Some(Bytes::Any))
    }

    /// Whether a build wrote these bytes there.
    pub(super) fn wrote(&self, path: &str, sum: &Digest) -> bool {
        self.files.get(path).is_some_and(|bytes| bytes.has(sum))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn read(text: &str) -> Written {
        Written::parse(text.as_bytes())
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let old = Written::of([("a", [1; 32]), ("b", [2; 32])].into_iter());
        let both = old.or(&Written::of([("b", [3; 32]), ("c", [4; 32])].into_iter()));
        let folder = tempfile::tempdir().unwrap();
        let own = HeldFolder::make(folder.path()).unwrap();
        let sum = both.write(&own, PublishError::Io).unwrap();
        let (read, sum_read) = Written::read(&own);
        assert_eq!((&read, sum_read), (&both, sum));
        assert!(read.wrote("b", &[2; 32]) && read.wrote("b", &[3; 32]) && !read.wrote("b", &[1; 32]));
        assert!(read.paths().eq(["a", "b", "c"]));
        assert_eq!(both.or(&both), both);
    }

    #[test]
    fn a_list_of_names_alone_allows_any_bytes() {
        let old = read(r#"{"files": ["a", "../b", "/c"]}"#);
        assert!(old.paths().eq(["a"]) && old.may_be_any("a") && old.wrote("a", &[1; 32]));
        let announced = old.or(&Written::of([("a", [1; 32])].into_iter()));
        assert!(announced.may_be_any("a"));
    }

    #[test]
    fn what_is_no_sum_allows_nothing() {
        for text in [r#"{"files": {"a": "12"}}"#, r#"{"files": {"a": 7}}"#, r#"{"files": 7}"#, "[]", "{", ""]
        {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
