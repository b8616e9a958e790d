//! SHA256SUMS: the sum of every file of the site, in the form that `sha256sum --check` reads.

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use super::PublishError;
use crate::{
    artifact::{Artifact, Content, hexadecimal, sha256},
    plan,
};

/// The sums of these files, sorted by path.
///
/// # Errors
///
/// When a file that is to be copied cannot be read.
pub fn checksums(artifacts: &[Artifact]) -> Result<Artifact, PublishError> {
    let mut lines: Vec<(&str, String)> = artifacts
        .par_iter()
        .map(|artifact| Ok((artifact.path.as_str(), sum(&artifact.content)?)))
        .collect::<Result<_, PublishError>>()?;
    lines.sort_unstable();
    let text: String = lines.iter().map(|(path, sum)| line(path, sum)).collect();
    Ok(Artifact { path: plan::CHECKSUMS.into(), content: text.into() })
}

fn sum(content: &Content) -> Result<String, PublishError> {
    match content {
        Content::Bytes(bytes) => Ok(sha256(bytes)),
        Content::Copy(from) => {
            sum_of_file(from).map_err(|error| PublishError::Unpublished(from.clone(), error))
        }
    }
}

fn sum_of_file(file: &Path) -> io::Result<String> {
    let mut file = fs::File::open(file)?;
    let mut sum = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part)? {
            0 => return Ok(hexadecimal(&sum.finalize())),
            length => sum.update(part.get(..length).unwrap_or_default()),
        }
    }
}

/// A name that a line cannot hold as it is stands escaped, and the line says so with its first character.
fn line(path: &str, sum: &str) -> String {
    if path.contains(['\\', '\n', '\r']) {
        let path = path.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
        format!("\\{sum}  {path}\n")
    } else {
        format!("{sum}  {path}\n")
    }
}
