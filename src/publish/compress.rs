//! Smaller copies of text files, for servers that hand these out as they are.

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::{
    borrow::Cow,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::PublishError;
use crate::{
    artifact::{Artifact, Content},
    path::MAX_NAME,
    plan,
};

/// What is worth compressing, by the ending of its name: text, and what is like text. Of the site's own files, their media
/// type says so too.
const ENDINGS: [&str; 12] =
    ["css", "csv", "html", "ics", "js", "json", "svg", "tbx", "tmx", "txt", "xml", "md"];

/// The endings of the copies.
pub(super) const SMALLER: [&str; 2] = ["gz", "br"];

/// What is shorter, in bytes, fits into the first packet as it is.
const SHORTEST: usize = 1000;

/// Of 0 to 9.
const GZIP_LEVEL: u32 = 9;

/// Of 0 to 11; the highest takes ten times as long for some hundredths less.
const BROTLI_QUALITY: i32 = 9;

/// A `.gz` and a `.br` of a text file, where they are smaller. The same file gives the same bytes. Where another file of the
/// site has such a name already, it stays; where the name would be too long, there is none.
///
/// # Errors
///
/// When a file that is to be copied cannot be read.
pub fn smaller(artifact: &Artifact, is_taken: impl Fn(&str) -> bool) -> Result<Vec<Artifact>, PublishError> {
    if is_text(&artifact.path) { both(artifact, is_taken) } else { Ok(Vec::new()) }
}

/// Whether a file has the name of a smaller copy of another.
#[must_use]
pub fn is_smaller(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| SMALLER.contains(&ending))
}

fn is_text(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
        || plan::media_type(path).is_some_and(plan::is_text)
}

fn both(artifact: &Artifact, is_taken: impl Fn(&str) -> bool) -> Result<Vec<Artifact>, PublishError> {
    let (bytes, file): (Cow<'_, [u8]>, PathBuf) = match &artifact.content {
        Content::Bytes(bytes) => (bytes.as_slice().into(), artifact.path.clone().into()),
        Content::Large(large) => (large.bytes().into(), artifact.path.clone().into()),
        Content::Copy(from) => {
            let read = from.read().map_err(|error| PublishError::Unpublished(from.place(), error))?;
            (read.into(), from.place())
        }
    };
    let io = |error| PublishError::Unpublished(file.clone(), error);
    if bytes.len() < SHORTEST {
        return Ok(Vec::new());
    }
    let made = [gzip(&bytes).map_err(io)?, brotli(&bytes).map_err(io)?];
    let smaller = SMALLER.into_iter().zip(made).filter_map(|(ending, small)| {
        let path = format!("{}.{ending}", artifact.path);
        let name = path.rsplit('/').next().unwrap_or(&path);
        let is_wanted = small.len() < bytes.len() && name.len() <= MAX_NAME && !is_taken(&path);
        is_wanted.then(|| Artifact { path, content: small.into() })
    });
    Ok(smaller.collect())
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // No name and no time: both would be of this build, not of the file.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &parameters)?;
    Ok(out)
}
