//! New files of an archive that a command has made.

use std::path::Path;

use super::write::{WriteError, refuse_outside, write_whole};

/// Writes new files below a root, all of them or none; nothing is overwritten. A file that is there with just these bytes stays,
/// and the beginning of one, as a killed run leaves it, is made whole. No link leads out of the content folder.
///
/// # Errors
///
/// [`WriteError`]; nothing was written then.
pub fn write_files(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let content = root.join("content");
    for (path, _) in files {
        let folders = Path::new(path).ancestors().skip(1).filter(|folder| folder.starts_with("content"));
        for folder in folders {
            refuse_outside(&root.join(folder), &content)?;
        }
    }
    let files: Vec<_> = files.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice())).collect();
    write_whole(root, &files)
}
