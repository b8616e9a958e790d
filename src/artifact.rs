//! A file of the site, in memory or ready to be written.

use sha2::{Digest, Sha256};
use std::{
    fmt,
    io::{self, BufWriter, Write},
    sync::Arc,
};

use crate::folder::InputFile;

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Where it lies in the output, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

impl Artifact {
    /// The text of a file made in memory.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            Content::Copy(_) | Content::Large(_) => None,
        }
    }
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<Vec<u8>>),
    /// A copy of this file.
    Copy(InputFile),
    /// What is too much to be held in memory.
    Large(Large),
}

/// Where a large content is written to.
pub type Buffered<'w> = BufWriter<&'w mut dyn Write>;

/// How much is written at a time, in bytes.
const AT_ONCE: usize = 1 << 16;

/// Writes a content.
type Writes = dyn Fn(&mut Buffered<'_>) -> io::Result<()> + Send + Sync;

/// A content that is made while it is written, the same each time.
#[derive(Clone)]
pub struct Large(Arc<Writes>);

impl Large {
    /// What this function writes.
    pub fn new(write: impl Fn(&mut Buffered<'_>) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(write))
    }

    /// All of it, where it has to be in memory after all.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Memory refuses nothing.
        let _ = self.write(&mut bytes);
        bytes
    }

    /// Writes all of it.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut buffered = BufWriter::with_capacity(AT_ONCE, to);
        (self.0)(&mut buffered)?;
        buffered.flush()
    }
}

impl fmt::Debug for Large {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Large")
    }
}

impl From<Large> for Content {
    fn from(large: Large) -> Self {
        Self::Large(large)
    }
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
    const_hex::encode(Sha256::digest(bytes))
}

/// Adds bytes in hexadecimal digits to a text.
pub fn push_hexadecimal<const N: usize>(text: &mut String, bytes: &[u8; N]) {
    text.push_str(const_hex::Buffer::<N>::new().format(bytes));
}

/// So many bytes in hexadecimal digits.
#[must_use]
pub fn of_hexadecimal<const N: usize>(digits: &str) -> Option<[u8; N]> {
    const_hex::decode_to_array(digits).ok()
}
