//! What each file of the output was made from: one whose origin is the same now, and that nobody touched since, is not
//! made again.

use foldhash::HashMap;
use rayon::prelude::*;
use std::{
    collections::HashSet,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};
use xxhash_rust::xxh3::{Xxh3, xxh3_64, xxh3_128};

use super::{
    Staged,
    checksums::Sum,
    held::HeldFolder,
    line::{of_a_line, on_a_line},
};
use crate::{
    artifact::{of_hexadecimal, push_hexadecimal},
    folder::FileState,
    path::folders_of,
    plan::OWN_FOLDER,
};

/// How many lines are held at a time, and how many of them one thread makes.
const AT_ONCE: usize = 1 << 14;
const BY_ONE: usize = 1 << 9;

/// The first words of the list, with the number of its form.
const FORM: &str = "taiwa-made 6";

/// What keeps Git from the folder.
const IGNORE: (&str, &str) = (
    ".gitignore",
    "# What builds keep for themselves; it may be deleted.\n\
     # ビルドが自身のために置くファイルです。削除しても構いません。\n*\n",
);

/// A file as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileRecord {
    /// A hash of everything that it could show.
    pub(super) inputs: u128,
    /// The SHA-256 of its bytes.
    pub(super) sum: [u8; 32],
    pub(super) state: FileState,
}

impl FileRecord {
    /// The file as it stands.
    pub(super) fn kept(&self, path: &str) -> Staged {
        let sum = Sum { path: path.to_owned(), bytes: self.sum };
        Staged { sum, is_new: false, state: self.state, is_made: false, inputs: Some(self.inputs) }
    }
}

/// The files of the last build, by path.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct BuildManifest {
    files: HashMap<String, FileRecord>,
}

impl BuildManifest {
    fn parse(text: &str, first_line: &str) -> Option<Self> {
        let (list, hash) = text.strip_suffix('\n')?.rsplit_once('\n')?;
        let (first, lines) = list.split_once('\n').unwrap_or((list, ""));
        if first != first_line || hash != hash_text(xxh3_128(list.as_bytes())) {
            return None;
        }
        let lines: Vec<&str> = lines.lines().collect();
        let files: Option<_> = lines.par_iter().map(|line| record(line)).collect();
        Some(Self { files: files? })
    }

    /// Whether it is the list of these files.
    pub(super) fn is_of(&self, staged: &[&Staged]) -> bool {
        let mut count = 0;
        let files = staged.iter().filter_map(|file| listed(file, file.state)).inspect(|_| count += 1);
        let is_same = { files }.all(|(path, record)| self.get(path).is_some_and(|known| *known == record));
        is_same && count == self.files.len()
    }

    pub(super) fn get(&self, path: &str) -> Option<&FileRecord> {
        self.files.get(path)
    }

    /// All files that were made from these inputs.
    pub(super) fn made_from(&self, inputs: u128) -> Vec<(&str, &FileRecord)> {
        let files = self.files.iter().filter(|(_, file)| file.inputs == inputs);
        let mut files: Vec<_> = files.map(|(path, file)| (path.as_str(), file)).collect();
        files.sort_unstable_by_key(|(path, _)| *path);
        files
    }
}

/// A file that a list tells of: it is silent of one of whose inputs nothing is known.
fn listed(file: &Staged, state: FileState) -> Option<(&str, FileRecord)> {
    Some((file.path(), FileRecord { inputs: file.inputs?, sum: file.sum.bytes, state }))
}

/// The file that holds the list of an output. It lies outside of the output, since its hashes tell when a draft changes.
/// Nothing is lost with it: without it the next build makes everything.
pub(super) struct ManifestFile {
    root: PathBuf,
    name: String,
    /// Who makes the files, and how.
    maker: String,
}

impl ManifestFile {
    /// The list of an output, in the folder of its archive.
    pub(super) fn new(root: &Path, output: &Path, maker: String) -> Self {
        let output = output.canonicalize().unwrap_or_else(|_| output.to_owned());
        let name = format!("{:016x}.made", xxh3_64(output.as_os_str().as_encoded_bytes()));
        Self { root: root.to_owned(), name, maker }
    }

    /// The list that the same program made in the same way, when the list of what was written had this sum. Any other, or
    /// none, names nothing.
    pub(super) fn read(&self, written: &[u8; 32]) -> BuildManifest {
        let read = || {
            let mut text = String::new();
            self.folder()?.open_list(&self.name)?.read_to_string(&mut text)?;
            Ok::<_, io::Error>(text)
        };
        read()
            .ok()
            .and_then(|text| BuildManifest::parse(&text, &self.first_line(written)))
            .unwrap_or_default()
    }

    /// Writes the list of these files of an output in their order, as they are when they are in their places. They were moved
    /// there with their folders where these were not there before.
    pub(super) fn write(
        &self,
        staged: &[&Staged],
        output: &HeldFolder,
        new_folders: &HashSet<&str>,
        written: &[u8; 32],
    ) {
        let new = format!(".{}.new", self.name);
        let write = || {
            let folder = self.folder()?;
            if folder.metadata(IGNORE.0).is_err() {
                folder.create(IGNORE.0)?.write_all(IGNORE.1.as_bytes())?;
            }
            let files = placed(staged, output, new_folders);
            let written =
                folder.create(&new).and_then(|to| write_lines(&files, &self.first_line(written), to));
            let placed = written.and_then(|()| folder.dir.rename(&new, &folder.dir, &self.name));
            // Half a list would only take room.
            placed.inspect_err(|_| drop(folder.dir.remove_file(&new)))
        };
        // Where it cannot be written, as beside an archive that may only be read, builds are slower and no worse.
        let _ = write();
    }

    /// The folder in which it lies. A link in its place is not followed.
    fn folder(&self) -> io::Result<HeldFolder> {
        HeldFolder::open_at(&self.root)?.inner(OWN_FOLDER).map_err(io::Error::other)
    }

    fn first_line(&self, written: &[u8; 32]) -> String {
        let mut line = format!("{FORM} ");
        push_hexadecimal(&mut line, written);
        line.extend([" ", &self.maker]);
        line
    }
}

/// The files that a list tells of. To move a file changes what the system says of it; to move a folder around it does not.
fn placed<'s>(
    staged: &[&'s Staged],
    output: &HeldFolder,
    new_folders: &HashSet<&str>,
) -> Vec<(&'s str, FileRecord)> {
    let placed = staged.par_iter().filter_map(|file| {
        let is_in_new = || folders_of(file.path()).next().is_some_and(|folder| new_folders.contains(folder));
        let is_moved = file.is_new && !is_in_new();
        let state = if is_moved { FileState::new(&output.metadata(file.path()).ok()?) } else { file.state };
        listed(file, state)
    });
    placed.collect()
}

fn write_lines(files: &[(&str, FileRecord)], first_line: &str, mut to: impl Write) -> io::Result<()> {
    let mut hasher = Xxh3::new();
    let mut put = |text: &str| {
        hasher.update(text.as_bytes());
        to.write_all(text.as_bytes())
    };
    put(first_line)?;
    for some in files.chunks(AT_ONCE) {
        let lines: Vec<String> = some.par_chunks(BY_ONE).map(lines).collect();
        lines.iter().try_for_each(|lines| put(lines))?;
    }
    // The last line tells that the list is whole, and as it was written.
    writeln!(to, "\n{}", hash_text(hasher.digest128()))?;
    to.flush()
}

/// Lines of the list, each with the line break before it.
fn lines(files: &[(&str, FileRecord)]) -> String {
    let mut lines = String::new();
    for (path, FileRecord { inputs, sum, state }) in files {
        let FileState { length, modified, change } = state;
        lines.push('\n');
        push_hexadecimal(&mut lines, &inputs.to_be_bytes());
        lines.push(' ');
        push_hexadecimal(&mut lines, sum);
        lines.extend([" ", &length.to_string(), " ", &modified.to_string()]);
        for number in change {
            lines.extend([" ", &number.to_string()]);
        }
        lines.extend([" ", &on_a_line(path)]);
    }
    lines
}

fn hash_text(hash: u128) -> String {
    format!("{hash:032x}")
}

/// A line of the list, with the path.
fn record(line: &str) -> Option<(String, FileRecord)> {
    let mut parts = line.splitn(8, ' ');
    let inputs = of_hexadecimal(parts.next()?).map(u128::from_be_bytes)?;
    let sum = of_hexadecimal(parts.next()?)?;
    let (length, modified) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let mut number = || parts.next()?.parse().ok();
    let state = FileState { length, modified, change: [number()?, number()?, number()?] };
    Some((of_a_line(parts.next()?), FileRecord { inputs, sum, state }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn list() -> Vec<(&'static str, FileRecord)> {
        let record = |path, n: u128| {
            let state = FileState { length: 7, modified: 1_700_000_000_123_456_789, change: [-1, 2, 3] };
            (path, FileRecord { inputs: n << 100, sum: [0xa5; 32], state })
        };
        vec![record("a\nname\\n with blanks 名.txt", 2), record("en/index.html", 1)]
    }

    fn written(maker: &str) -> String {
        let mut bytes = Vec::new();
        write_lines(&list(), maker, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn made() -> BuildManifest {
        BuildManifest { files: list().into_iter().map(|(path, record)| (path.to_owned(), record)).collect() }
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let text = written("one maker");
        assert_eq!(BuildManifest::parse(&text, "one maker"), Some(made()));
        assert_eq!(BuildManifest::parse(&text, "one"), None);
        assert_eq!(BuildManifest::parse(&text, "one maker "), None);
        assert_eq!(BuildManifest::parse(&text, "another maker"), None);
    }

    #[test]
    fn a_list_that_was_cut_or_changed_names_nothing() {
        let text = written("m");
        assert!(BuildManifest::parse(&text, "m").is_some());
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            assert_eq!(BuildManifest::parse(&text[..cut], "m"), None, "{cut}");
        }
        assert_eq!(BuildManifest::parse(&text.replace("index", "other"), "m"), None);
    }
}
