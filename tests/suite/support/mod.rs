//! Builds an archive in a folder of its own, runs the program on it, and looks at what came out.

#[cfg(feature = "lsp")]
pub(crate) mod editor;
pub(crate) mod examples;
pub(crate) mod limits;
pub(crate) mod numbers;
pub(crate) mod page;
pub(crate) mod preview;
pub(crate) mod records;
pub(crate) mod sound;
pub(crate) mod templates;
pub(crate) mod workspace;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;
use walkdir::WalkDir;

/// An archive in a folder that lasts as long as the value.
pub(crate) struct Archive {
    folder: TempDir,
}

impl Archive {
    /// The base archive: settings and registries, no meeting.
    pub(crate) fn new() -> Self {
        Self::from(&site("base"))
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A copy of a folder.
    pub(crate) fn from(folder: &Path) -> Self {
        let archive = Self::empty();
        for (path, bytes) in files(folder) {
            write(&archive.root().join(path), &bytes);
        }
        archive
    }

    /// The same with this file.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        write(&self.root().join(path), content.as_ref());
        self
    }

    /// The same with a note: its language, its front matter and its text.
    pub(crate) fn note(self, id: &str, lang: &str, front: &str, body: &str) -> Self {
        let front = front.trim_end();
        self.file(&format!("content/meetings/{id}.{lang}.md"), format!("---\n{front}\n---\n{body}"))
    }

    /// The same with both files of a meeting, the English one with this front matter beside title and parties.
    pub(crate) fn meeting(self, id: &str, front: &str) -> Self {
        self.note(id, "en", &format!("title: Meeting {id}\ndelegations: {{us: {{}}, jp: {{}}}}\n{front}"), "")
            .note(id, "ja", &format!("title: 会合{id}"), "")
    }

    /// The base archive with one meeting whose English notes, from line 6 on, are these. The Japanese are a summary of its
    /// own: nothing is set against the English.
    pub(crate) fn notes(text: &str) -> Self {
        let front = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
        let japanese = "title: 会合a\nversion: {status: summary}";
        Self::new().note("a", "en", front, text).note("a", "ja", japanese, "要約。\n")
    }

    /// The same with a meeting that made one commitment, `promise`; `more` are further lines of the commitment.
    pub(crate) fn promise(self, id: &str, date: &str, more: &str) -> Self {
        let more =
            if more.is_empty() { String::new() } else { format!("\n    {}", more.replace('\n', "\n    ")) };
        let front = format!(
            "date: {date}\ncommitments:\n  - id: promise\n    kind: undertaking\n    track: cloud\n    \
             delegations: [us, jp]\n    text: Promise of {id}{more}"
        );
        let japanese = format!("title: 会合{id}\ncommitments: [{{id: promise, text: {id}の約束}}]");
        self.meeting(id, &front).note(id, "ja", &japanese, "")
    }

    /// The base archive with two meetings of one commitment each, and a static file.
    pub(crate) fn two_meetings() -> Self {
        Self::new()
            .promise("a", "2010-11-01", "")
            .promise("b", "2011-11-01", "")
            .file("content/static/x/y/z.txt", "z")
    }

    /// The same with a file's text changed in one place.
    pub(crate) fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let file = self.root().join(path);
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        fs::write(file, text.replace(from, to)).unwrap();
        self
    }

    /// The same with a text at the end of a file.
    pub(crate) fn append(self, path: &str, text: &str) -> Self {
        let file = self.root().join(path);
        let before = fs::read_to_string(&file).unwrap();
        self.file(path, before + text)
    }

    /// The same without this file.
    pub(crate) fn without(self, path: &str) -> Self {
        fs::remove_file(self.root().join(path)).unwrap();
        self
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn output(&self) -> PathBuf {
        self.root().join("output")
    }

    /// Builds the archive.
    pub(crate) fn build(&self) -> Built {
        self.run(&["build"])
    }

    /// Builds the archive with further arguments.
    pub(crate) fn build_with(&self, arguments: &[&str]) -> Built {
        self.run(&[&["build"], arguments].concat())
    }

    /// Checks the archive, with its problems as JSON.
    pub(crate) fn check(&self) -> Built {
        self.run(&["check", "--format", "json"])
    }

    /// Runs any command on the archive.
    pub(crate) fn run(&self, arguments: &[&str]) -> Built {
        let root = self.root().to_str().unwrap();
        let mut built = run(&[arguments, &["--root", root]].concat());
        built.output = self.output();
        built
    }
}

/// What a run left behind.
pub(crate) struct Built {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) output: PathBuf,
}

impl Built {
    /// The same, if the run ended well and found nothing to tell.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""), "{}", self.stdout);
        self
    }

    /// The same, if the run ended well; warnings may have been reported.
    #[track_caller]
    pub(crate) fn published(self) -> Self {
        assert_eq!(self.status, 0, "{}", self.stderr);
        self
    }

    /// The text of the page at an address.
    #[track_caller]
    pub(crate) fn page(&self, address: &str) -> String {
        let file = self.output.join(file_of(address));
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// The page at an address, on which every link has the address of the site that it leads to.
    #[track_caller]
    pub(crate) fn resolved(&self, address: &str) -> String {
        page::resolved(address, &self.page(address))
    }

    /// Whether something stands at an address.
    pub(crate) fn has(&self, address: &str) -> bool {
        self.output.join(file_of(address)).exists()
    }

    /// Every file of the site with its bytes; what the program keeps for itself is left out.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = files(&self.output);
        files.retain(|path, _| !path.starts_with(".taiwa/"));
        files
    }

    /// Every HTML file of the site.
    pub(crate) fn pages(&self) -> BTreeMap<String, String> {
        let is_page = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "html");
        let files = self.files().into_iter().filter(|(path, _)| is_page(path));
        files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
    }

    /// The problems of a run with `--format json`.
    pub(crate) fn problems(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Each problem of a run with `--format json` as `path:line:column code`, the path without `content/`.
    pub(crate) fn reported(&self) -> Vec<String> {
        let problems = self.problems();
        let reported = problems.iter().map(|problem| {
            let text = |key: &str| problem[key].as_str().unwrap().to_owned();
            let path = text("path");
            let path = path.strip_prefix("content/").unwrap_or(&path);
            format!("{path}:{}:{} {}", problem["line"], problem["column"], text("code"))
        });
        reported.collect()
    }
}

/// Asserts that a check tells just these problems, as [`Built::reported`] has them.
#[track_caller]
pub(crate) fn assert_reported(archive: &Archive, expected: &[&str]) {
    let checked = archive.check();
    assert_eq!(checked.reported(), expected, "{}", checked.stdout);
    let errors = checked.problems().iter().any(|problem| problem["severity"] == "error");
    assert_eq!(checked.status, i32::from(errors));
}

/// The help of the only problem.
#[track_caller]
pub(crate) fn help(archive: &Archive) -> String {
    let problems = archive.check().problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems[0]["help"].as_str().unwrap().to_owned()
}

/// Runs the program in the current folder.
pub(crate) fn run(arguments: &[&str]) -> Built {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taiwa"));
    command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("LC_ALL", "C");
    let done = command.output().unwrap();
    Built {
        status: done.status.code().unwrap(),
        stdout: String::from_utf8(done.stdout).unwrap(),
        stderr: String::from_utf8(done.stderr).unwrap(),
        output: PathBuf::new(),
    }
}

/// The folder of a fixture site.
pub(crate) fn site(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name)
}

/// The file that an address is served from.
pub(crate) fn file_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

/// Every file below a folder, by its path with `/`, with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries =
        WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let files = entries.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap();
        let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_str().unwrap()).collect();
        (parts.join("/"), fs::read(entry.path()).unwrap())
    });
    files.collect()
}

/// The text of a file.
pub(crate) fn read(file: impl AsRef<Path>) -> String {
    fs::read_to_string(file).unwrap()
}

/// Puts a copy of the program into a folder. Another program copies it: what other tests start at that moment would hold a copy of
/// this one's open for writing, and the system runs no such file.
pub(crate) fn copy_program(folder: &Path) -> PathBuf {
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_taiwa")).arg(folder).status();
    assert!(copied.unwrap().success());
    folder.join("taiwa")
}

/// Writes a file with the folders it needs.
pub(crate) fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

/// Each problem of the notes of [`Archive::notes`] as `line:column code: message (help)`, lines counted from the first of
/// the notes.
pub(crate) fn said_of_notes(problems: &[serde_json::Value]) -> Vec<String> {
    let said = problems.iter().map(|problem| {
        let word = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let line = problem["line"].as_u64().unwrap() - 5;
        format!("{line}:{} {}: {} ({})", problem["column"], word("code"), word("message"), word("help"))
    });
    said.collect()
}
