//! Names the code, and builds anew when a file of the default theme comes, goes or changes: it is inside the program.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

/// What the program is made from, besides the theme, which has a version of its own.
const CODE: [&str; 3] = ["src", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=themes/default");
    let mut hasher = DefaultHasher::new();
    for part in CODE {
        println!("cargo:rerun-if-changed={part}");
        hash(Path::new(part), &mut hasher)?;
    }
    // What another program made is made again.
    println!("cargo:rustc-env=TAIWA_CODE={:016x}", hasher.finish());
    Ok(())
}

/// Hashes a file, or all files of a folder in their order. One that is not in the package is left out.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
        let mut entries = entries.collect::<io::Result<Vec<PathBuf>>>()?;
        entries.sort();
        entries.iter().try_for_each(|entry| hash(entry, hasher))
    } else if path.exists() {
        (path, fs::read(path)?).hash(hasher);
        Ok(())
    } else {
        Ok(())
    }
}
