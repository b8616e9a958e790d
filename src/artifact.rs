//! A file of the site, finished in memory.

use sha2::{Digest, Sha256};
use std::{path::PathBuf, sync::Arc};

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Where it lies in the output, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

impl Artifact {
    /// Whether a file made in memory holds this text.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        match &self.content {
            Content::Bytes(bytes) => std::str::from_utf8(bytes).is_ok_and(|own| own.contains(text)),
            Content::Copy(_) => false,
        }
    }
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<Vec<u8>>),
    /// A copy of this file.
    Copy(PathBuf),
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Arc::new(bytes))
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

/// The SHA-256 of some bytes, in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal digits, two a byte.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
