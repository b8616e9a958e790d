//! The files of a theme: those inside the binary, and those that take their place.

use include_dir::{Dir, include_dir};
use std::{
    collections::BTreeMap,
    hash::Hash,
    io::{self, Read},
    path::Path,
};
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::Xxh3;

use crate::{
    diagnostic::{SourceFile, SourceId, Sources},
    folder::{Folder, InputFile},
    path::joined,
    source::is_read,
};

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// What stands before the name of a template of the default theme that another takes the place of.
pub(super) const REPLACED: &str = "default/";

/// The files of a theme, by name.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    /// The templates, by name such as `meeting.html`; one of the default theme that a theme replaces is
    /// `default/meeting.html`.
    pub templates: BTreeMap<String, ThemeText>,
    /// The strings, by language code; a theme's own file comes after the default's and takes precedence key by key.
    pub strings: BTreeMap<String, Vec<ThemeText>>,
    /// The files that are published, by name.
    pub statics: BTreeMap<String, Vec<u8>>,
}

/// A text of a theme with its place.
#[derive(Clone, Debug)]
pub struct ThemeText {
    /// The file, to point into.
    pub source: SourceId,
    /// The text.
    pub text: String,
}

/// Whether there is a theme of this name below the root. The default theme is everywhere.
#[must_use]
pub fn exists(root: &Path, name: &str) -> bool {
    name == "default" || root.join("themes").join(name).is_dir()
}

/// Reads the theme of this name below the root: the default theme with what `themes/<name>/` puts in its place.
///
/// `Ok(None)` means that there is no such theme.
///
/// # Errors
///
/// When a file of the theme cannot be read or is not UTF-8 where it must be.
pub fn read(root: &Path, name: &str, sources: &mut Sources) -> io::Result<Option<ThemeFiles>> {
    let mut files = ThemeFiles::default();
    for (path, bytes) in embedded(&DEFAULT) {
        files.take(&format!("themes/default/{path}"), &path, bytes.to_vec(), sources)?;
    }
    let folder = root.join("themes").join(name);
    if !folder.is_dir() {
        return Ok((name == "default").then_some(files));
    }
    let held = Folder::open(&folder)?;
    // The folder itself may have any name, and may be a link.
    let is_wanted = |entry: &DirEntry| entry.depth() == 0 || is_read(&entry.file_name().to_string_lossy());
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(is_wanted) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
        let path = joined(below);
        let Some(kind) = ThemeFileKind::of(&path) else { continue };
        let bytes = read_file(&InputFile::new(&held, below), kind)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", entry.path().display())))?;
        files.take(&format!("themes/{name}/{path}"), &path, bytes, sources)?;
    }
    Ok(Some(files))
}

/// What a file of a theme is for, by its path in the theme.
#[derive(Clone, Copy)]
enum ThemeFileKind<'p> {
    /// A file that is published, by its name.
    Static(&'p str),
    /// A template, by its name.
    Template(&'p str),
    /// Strings, by the code of their language.
    Strings(&'p str),
}

impl<'p> ThemeFileKind<'p> {
    /// None for a picture of the theme, a license and the like: none of them is the site's.
    fn of(path: &'p str) -> Option<Self> {
        let of_strings = || path.strip_prefix("strings/")?.strip_suffix(".ftl").map(Self::Strings);
        let of_templates = || path.strip_prefix("templates/").map(Self::Template);
        path.strip_prefix("static/").map(Self::Static).or_else(of_templates).or_else(of_strings)
    }

    /// How long a file may be, in MiB.
    fn limit(self) -> u64 {
        match self {
            Self::Static(_) => 64,
            Self::Template(_) | Self::Strings(_) => 1,
        }
    }
}

/// Reads a file. A link is followed to a file of the theme; anything else that is no file is reported.
fn read_file(file: &InputFile, kind: ThemeFileKind<'_>) -> io::Result<Vec<u8>> {
    let (mut bytes, limit) = (Vec::new(), kind.limit());
    file.open()?.take((limit << 20) + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit << 20 {
        return Err(io::Error::other(format!("the file is larger than {limit} MiB")));
    }
    Ok(bytes)
}

fn embedded<'a>(folder: &'a Dir<'a>) -> Vec<(String, &'a [u8])> {
    let mut found: Vec<_> = folder
        .files()
        .map(|file| (file.path().to_string_lossy().replace('\\', "/"), file.contents()))
        .collect();
    for inner in folder.dirs() {
        found.extend(embedded(inner));
    }
    found.sort();
    found
}

impl ThemeFiles {
    /// A hash of all names and contents.
    #[must_use]
    pub fn version(&self) -> u128 {
        let mut hasher = Xxh3::new();
        for (name, file) in &self.templates {
            (name, &file.text).hash(&mut hasher);
        }
        for (code, files) in &self.strings {
            code.hash(&mut hasher);
            for file in files {
                file.text.hash(&mut hasher);
            }
        }
        self.statics.hash(&mut hasher);
        hasher.digest128()
    }

    fn take(&mut self, full: &str, path: &str, bytes: Vec<u8>, sources: &mut Sources) -> io::Result<()> {
        let kind = match ThemeFileKind::of(path) {
            Some(ThemeFileKind::Static(name)) => {
                self.statics.insert(name.to_owned(), bytes);
                return Ok(());
            }
            Some(kind) => kind,
            None => return Ok(()),
        };
        let text = String::from_utf8(bytes)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, format!("{full} is not UTF-8")))?;
        let file = SourceFile { path: full.to_owned(), text: text.as_str().into(), yaml: 0..0 };
        let source = sources.add(file);
        if let ThemeFileKind::Template(name) = kind {
            let replaced = self.templates.insert(name.to_owned(), ThemeText { source, text });
            // Kept, so that the one in its place can build on it. The default theme on disk takes its own place whole.
            if let Some(replaced) = replaced.filter(|_| !full.starts_with("themes/default/")) {
                self.templates.insert(format!("{REPLACED}{name}"), replaced);
            }
        } else if let ThemeFileKind::Strings(code) = kind {
            let same = self.strings.entry(code.to_owned()).or_default();
            // The default theme on disk is the default theme: it takes its own place whole.
            if full.starts_with("themes/default/") {
                same.clear();
            }
            same.push(ThemeText { source, text });
        }
        Ok(())
    }
}
