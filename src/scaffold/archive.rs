//! A new archive that builds: settings, registries, an example meeting and a page, each with notes on the format.

use std::{fs, io, path::Path};

use super::write::{NewFile, WriteError, is_beginning, is_whole, write_whole};
use crate::{
    lang::{Lang, Message, MessageList, say},
    path::folders_of,
};

macro_rules! files {
    ($($path:literal $text:literal,)*) => {
        /// Every file of a new archive, with its text, in which `@name@` stands for the note of that name.
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("archive/", $text))),)*];
    };
}

// Git would obey a file called .gitignore among these.
files! {
    ".gitignore" "gitignore",
    "content/site.yaml" "content/site.yaml",
    "content/dialogues.yaml" "content/dialogues.yaml",
    "content/delegations.yaml" "content/delegations.yaml",
    "content/organizations.yaml" "content/organizations.yaml",
    "content/people.yaml" "content/people.yaml",
    "content/tracks.yaml" "content/tracks.yaml",
    "content/glossary.yaml" "content/glossary.yaml",
    "content/meetings/2020-04-01-example-city.en.md" "content/meetings/2020-04-01-example-city.en.md",
    "content/meetings/2020-04-01-example-city.ja.md" "content/meetings/2020-04-01-example-city.ja.md",
    "content/pages/about.en.md" "content/pages/about.en.md",
    "content/pages/about.ja.md" "content/pages/about.ja.md",
    "output/.gitkeep" "gitkeep",
}

/// How many names of what is in the way are reported.
const MAX_NAMES: usize = 3;

/// Why no archive was made.
#[derive(Debug)]
pub enum ArchiveError {
    /// The folder holds these names.
    NotEmpty(Vec<String>),
    /// It is no folder.
    NotAFolder,
    /// The system refused.
    Write(WriteError),
}

impl ArchiveError {
    /// Why, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotEmpty(all) => {
                let names = MessageList(all.iter().take(MAX_NAMES).map(Message::verbatim).collect());
                match all.len().saturating_sub(MAX_NAMES) {
                    0 => say!("folder-not-empty", names),
                    more => say!("folder-holds-more", names, more),
                }
            }
            Self::NotAFolder => say!("file-and-no-folder"),
            Self::Write(error) => error.message(),
        }
    }
}

impl From<WriteError> for ArchiveError {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

/// Makes an archive in a folder that is empty or not there yet, and returns how many files it has. The notes in its registries
/// are in the language; those in a file of one language are in that.
///
/// Names that begin with a dot, such as `.git`, may be there, but for those that a new archive has itself. What a run left
/// that was killed is made whole.
///
/// # Errors
///
/// See [`ArchiveError`]; the folder is then as it was.
pub fn new_archive(folder: &Path, lang: Lang) -> Result<usize, ArchiveError> {
    let files = FILES.iter().map(|(path, text)| (*path, with_notes(text, lang)));
    let archive = ArchiveFiles { folder, files: files.collect() };
    let names = names(folder)?;
    let obstacles: Vec<_> = names.into_iter().filter(|name| is_obstacle(name)).collect();
    let is_begun = !archive.is_made() && obstacles.iter().all(|name| archive.is_leaving(name));
    if !obstacles.is_empty() && !is_begun {
        return Err(ArchiveError::NotEmpty(obstacles));
    }
    let files: Vec<NewFile<'_>> =
        archive.files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes())).collect();
    write_whole(folder, &files)?;
    Ok(files.len())
}

/// The text of a file with its notes in a language. All lines of a note begin as the line that names it does.
fn with_notes(text: &'static str, lang: Lang) -> String {
    let with_note = |line: &'static str| {
        let note = line.split_once('@').and_then(|(before, rest)| {
            let (name, after) = rest.split_once('@')?;
            let note = Message::new(name).text(lang);
            let lines: Vec<_> = note.lines().map(|line| format!("{before}{line}")).collect();
            Some(format!("{}{after}", lines.join("\n")))
        });
        note.unwrap_or_else(|| line.to_owned())
    };
    text.split_inclusive('\n').map(with_note).collect()
}

/// The files of a new archive, and where they are to be.
struct ArchiveFiles<'f> {
    folder: &'f Path,
    files: Vec<(&'static str, String)>,
}

impl ArchiveFiles<'_> {
    fn is_made(&self) -> bool {
        self.files.iter().all(|(path, text)| is_whole(&self.folder.join(path), text.as_bytes()))
    }

    /// Whether a path below the folder holds nothing but beginnings of what a new archive has there: files up to some byte,
    /// and folders with some of them.
    fn is_leaving(&self, path: &str) -> bool {
        let place = self.folder.join(path);
        if let Some((_, text)) = self.files.iter().find(|(file, _)| *file == path) {
            return is_beginning(&place, text.as_bytes());
        }
        let is_folder = fs::symlink_metadata(&place).is_ok_and(|there| there.is_dir());
        let is_known = self.files.iter().any(|(file, _)| folders_of(file).any(|folder| folder == path));
        let is_left =
            |names: Vec<String>| names.iter().all(|name| self.is_leaving(&format!("{path}/{name}")));
        is_folder && is_known && names(&place).is_ok_and(is_left)
    }
}

fn is_obstacle(name: &str) -> bool {
    !name.starts_with('.') || FILES.iter().any(|(path, _)| path.split('/').next() == Some(name))
}

/// The names in a folder, sorted. One that is not there has none.
fn names(folder: &Path) -> Result<Vec<String>, ArchiveError> {
    let failed = |error| WriteError::Io(folder.to_owned(), error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(_) if folder.is_file() => return Err(ArchiveError::NotAFolder),
        Err(error) => return Err(failed(error).into()),
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<_> = names.collect::<io::Result<_>>().map_err(failed)?;
    names.sort_unstable();
    Ok(names)
}
