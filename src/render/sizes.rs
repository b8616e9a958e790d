//! How large the files are that can be downloaded.

use std::{collections::HashMap, sync::OnceLock};

use crate::artifact::{Artifact, Content};

/// The sizes of the files that are no pages, in bytes by their address. Where nobody has reported them, the files are made
/// when the first page asks.
pub(super) struct Sizes {
    known: OnceLock<HashMap<String, u64>>,
    files: Box<dyn Fn() -> Vec<Artifact> + Send + Sync>,
}

impl Sizes {
    pub(super) fn new(files: impl Fn() -> Vec<Artifact> + Send + Sync + 'static) -> Self {
        Self { known: OnceLock::new(), files: Box::new(files) }
    }

    /// Takes the sizes of files that were made.
    pub(super) fn know<'f>(&self, files: impl Iterator<Item = (&'f str, u64)>) {
        // What is known already is the same.
        let _ = self.known.set(files.map(|(path, size)| (path.to_owned(), size)).collect());
    }

    /// How long the file at an address is.
    pub(super) fn get(&self, address: &str) -> Option<u64> {
        self.known.get_or_init(|| sizes_of(&(self.files)())).get(address).copied()
    }
}

fn sizes_of(files: &[Artifact]) -> HashMap<String, u64> {
    let sizes = files.iter().filter_map(|file| match &file.content {
        Content::Bytes(bytes) => Some((file.path.clone(), bytes.len() as u64)),
        Content::Large(large) => Some((file.path.clone(), large.bytes().len() as u64)),
        Content::Copy(_) => None,
    });
    sizes.collect()
}
