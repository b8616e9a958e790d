//! The files of the index, handed out some at a time.

use xxhash_rust::xxh3::Xxh3;

use crate::{artifact::Artifact, export::out::Out, plan::files::SEARCH};

/// How many records are taken at a time, and how many files handed out: the texts and tokens of all take more memory than
/// anything else of a build.
pub(super) const AT_ONCE: usize = 256;

/// The files of the index, as they are made.
pub(super) struct Index<'o> {
    /// Changes with any byte of the files, so that a browser never reads old and new parts together.
    version: Xxh3,
    /// Those that were not handed out yet.
    files: Vec<Artifact>,
    out: Out<'o>,
}

impl<'o> Index<'o> {
    /// One without files.
    pub(super) fn new(out: Out<'o>) -> Self {
        Self { version: Xxh3::new(), files: Vec::new(), out }
    }

    /// What changes with any byte of the files that were taken.
    pub(super) fn version(&self) -> String {
        format!("{:016x}", self.version.digest())
    }

    /// Takes a file by its name in the index.
    pub(super) fn give(&mut self, name: &str, bytes: Vec<u8>) {
        self.version.update(name.as_bytes());
        self.version.update(&bytes);
        self.files.push(Artifact { path: format!("{SEARCH}/{name}"), content: bytes.into() });
        if self.files.len() == AT_ONCE {
            (self.out)(std::mem::take(&mut self.files));
        }
    }

    pub(super) fn finish(self) {
        (self.out)(self.files);
    }
}
