//! SHA256SUMS: the sum of every file of the site, in the form that `sha256sum --check` reads.

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::{
    borrow::Cow,
    io::{self, Read, Write},
};

use super::{PublishError, line::on_a_line};
use crate::{
    artifact::{Artifact, Content, push_hexadecimal},
    plan::files,
};

/// How long a line is but for its path: the sum, two blanks, the end.
const LINE: usize = 64 + 3;

/// The SHA-256 of a file of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum {
    pub(super) path: String,
    pub(super) bytes: [u8; 32],
}

impl Sum {
    /// Sums up a file.
    ///
    /// # Errors
    ///
    /// When a file that is to be copied cannot be read.
    pub fn new(artifact: &Artifact) -> Result<Self, PublishError> {
        let bytes = match &artifact.content {
            Content::Bytes(bytes) => Sha256::digest(bytes.as_slice()).into(),
            Content::Copy(from) => {
                let sum = from.open().and_then(sum_of);
                sum.map_err(|error| PublishError::Unpublished(from.place(), error))?
            }
            Content::Large(large) => {
                let mut summing = Summing::new(io::sink());
                let written = large.write(&mut summing);
                written.map_err(|error| PublishError::Unpublished(artifact.path.clone().into(), error))?;
                summing.sum()
            }
        };
        Ok(Self { path: artifact.path.clone(), bytes })
    }
}

/// Sums up what is written through it.
pub(super) struct Summing<W> {
    pub(super) to: W,
    sum: Sha256,
}

impl<W> Summing<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to, sum: Sha256::new() }
    }

    /// The SHA-256 of what was written.
    pub(super) fn sum(self) -> [u8; 32] {
        self.sum.finalize().into()
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.to.write(bytes)?;
        self.sum.update(bytes.get(..length).unwrap_or_default());
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The list of these sums, sorted by path.
#[must_use]
pub fn checksums<'s>(sums: impl IntoIterator<Item = &'s Sum>) -> Artifact {
    let mut sums: Vec<&Sum> = sums.into_iter().collect();
    sums.par_sort_unstable();
    let mut text = String::with_capacity(sums.iter().map(|sum| LINE + sum.path.len()).sum());
    for sum in sums {
        push_line(&mut text, sum);
    }
    Artifact { path: files::CHECKSUMS.into(), content: text.into() }
}

/// Sums up what is read.
pub(super) fn sum_of(mut from: impl Read) -> io::Result<[u8; 32]> {
    let mut sum = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match from.read(&mut part)? {
            0 => return Ok(sum.finalize().into()),
            length => sum.update(part.get(..length).unwrap_or_default()),
        }
    }
}

/// A name that a line cannot hold as it is stands escaped, and the line says so with its first character.
fn push_line(text: &mut String, sum: &Sum) {
    let path = on_a_line(&sum.path);
    if matches!(path, Cow::Owned(_)) {
        text.push('\\');
    }
    push_hexadecimal(text, &sum.bytes);
    text.extend(["  ", &path, "\n"]);
}
