//! After any edits, a build over the last one and the preview are equal to a fresh build: the same files, the same problems.
//!
//! The edits are of every kind of file: notes, registries, static files of the same size and date, themes; and links and
//! pipes come and go among them.

#![cfg(unix)]

use crate::support::{
    self, Archive,
    numbers::Numbers,
    site,
    workspace::{built, options, reported},
    write,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};
use taiwa::{
    config::Options,
    pipeline::{self, Preview, Workspace},
    source::Changes,
};
use walkdir::WalkDir;

/// How many edits each of the four tests makes: as many as `TAIWA_TEST_STEPS` says, or a few.
fn steps() -> usize {
    std::env::var("TAIWA_TEST_STEPS").map_or(20, |steps| steps.parse().unwrap())
}

#[test]
fn with_drafts_the_site_is_that_of_a_fresh_build() {
    compare(0x5DEE_CE66_D1CE_4E5B, true);
}

#[test]
fn with_drafts_and_other_edits_it_is_so_too() {
    compare(0x2545_F491_4F6C_DD1D, true);
}

#[test]
fn without_drafts_the_site_is_that_of_a_fresh_build() {
    compare(0x9E37_79B9_7F4A_7C15, false);
}

#[test]
fn without_drafts_and_with_other_edits_it_is_so_too() {
    compare(0x0BF5_8476_D1CE_4E5B, false);
}

/// Edits an archive step by step, and compares what a workspace makes of it with what a fresh build does.
fn compare(seed: u64, drafts: bool) {
    let mut edits = Edits::new(seed);
    let options = Options { drafts, ..options(edits.archive.root()) };
    let mut workspace = Workspace::new(options.clone());
    let output = tempfile::tempdir().unwrap();
    let mut changes = Changes::All;
    let mut published = 0;
    let steps = steps();
    for step in 0..steps {
        let at = format!("step {step}: {changes:?}");
        let (mut checked, mut fresh) = match (workspace.check(&changes), pipeline::check(&options)) {
            (Ok(checked), Ok(fresh)) => (checked, fresh),
            // A theme that cannot be read is no site.
            (Err(again), Err(anew)) => {
                assert_eq!(again.to_string(), anew.to_string(), "{at}");
                changes = Changes::Paths(edits.next(false));
                continue;
            }
            (again, anew) => panic!("{at}: {:?}, {:?}", again.err(), anew.err()),
        };
        assert_eq!(reported(&checked), reported(&fresh), "{at}");
        let again = built(&mut checked, &options.root, output.path(), false).map(|(files, _)| files);
        let anew = tempfile::tempdir().unwrap();
        let anew = built(&mut fresh, &options.root, anew.path(), false).map(|(files, _)| files);
        assert_same(again.as_ref(), anew.as_ref(), &at);
        let is_sound = anew.is_some();
        published += usize::from(is_sound);
        // As the server does, page by page.
        let is_tried = step % 10 == 0;
        if let (true, Ok(preview), Some(anew)) = (is_tried, Preview::new(checked, false), anew) {
            for (path, bytes) in anew {
                let Some(page) = preview.page(&path) else { continue };
                assert!(*preview.render(page).ok().unwrap() == *bytes, "{at}: {path}");
            }
        }
        changes = Changes::Paths(edits.next(is_sound));
    }
    // The edits leave enough sound sites for the comparison to mean something.
    assert!(published > steps / 5, "{published} of {steps}");
}

#[track_caller]
fn assert_same(
    again: Option<&BTreeMap<String, Vec<u8>>>,
    anew: Option<&BTreeMap<String, Vec<u8>>>,
    at: &str,
) {
    assert_eq!(again.is_some(), anew.is_some(), "{at}");
    let (Some(again), Some(anew)) = (again, anew) else { return };
    for (path, bytes) in again {
        assert!(anew.get(path) == Some(bytes), "{at}: {path}");
    }
    assert_eq!(again.len(), anew.len(), "{at}");
}

/// An archive that is edited at random.
struct Edits {
    archive: Archive,
    first: BTreeMap<String, Vec<u8>>,
    numbers: Numbers,
    /// A file that no archive may show.
    outside: tempfile::NamedTempFile,
}

impl Edits {
    fn new(seed: u64) -> Self {
        let archive = Archive::from(&site("good/full"));
        let _ = fs::remove_dir_all(archive.root().join("expected"));
        let first = support::files(archive.root());
        let outside = tempfile::NamedTempFile::new().unwrap();
        fs::write(outside.path(), "what lies outside").unwrap();
        Self { archive, first, numbers: Numbers(seed), outside }
    }

    /// Does something to the archive; the paths that may be others now. Mistakes stay for some steps, and then everything is
    /// good again.
    fn next(&mut self, is_sound: bool) -> BTreeSet<String> {
        if !is_sound && self.numbers.below(3) == 0 {
            return self.restore(|_| true);
        }
        let mut files = support::files(self.archive.root()).into_keys().collect::<Vec<_>>();
        files.retain(|path| !path.starts_with(".taiwa/"));
        let path = self.numbers.pick(&files).clone();
        let file = self.file(&path);
        match self.numbers.below(16) {
            0..5 => self.swap_words(&file),
            5 => append(&file, "\nOne more line, 一行。\n"),
            6 => self.cut(&file),
            7 => fs::remove_file(&file).unwrap(),
            8 => return self.rename(path),
            9 => return self.move_folder(&path),
            10 | 11 => self.write_same_size_and_date(&file),
            12 => self.put_link(&file),
            13 => put_pipe(&file),
            _ => {
                let mut numbers = Numbers(self.numbers.below(usize::MAX / 2) as u64 + 1);
                return self.restore(|_| numbers.below(3) > 0);
            }
        }
        BTreeSet::from([path])
    }

    fn file(&self, path: &str) -> PathBuf {
        self.archive.root().join(path)
    }

    /// A word here and there: mistakes come and go with it.
    fn swap_words(&mut self, file: &Path) {
        let text = text(file);
        let mut words: Vec<&str> = text.split(' ').collect();
        let (at, word) = (self.numbers.below(words.len()), *self.numbers.pick(&words));
        words[at] = word;
        fs::write(file, words.join(" ")).unwrap();
    }

    fn cut(&mut self, file: &Path) {
        let text = text(file);
        let lines: Vec<&str> = text.lines().collect();
        let kept = self.numbers.below(lines.len() + 1);
        fs::write(file, lines[..kept].join("\n")).unwrap();
    }

    fn rename(&mut self, path: String) -> BTreeSet<String> {
        let (stem, ending) = path.split_once('.').unwrap_or((&path, ""));
        let other = format!("{stem}-{}.{ending}", self.numbers.below(9));
        fs::rename(self.file(&path), self.file(&other)).unwrap();
        BTreeSet::from([path, other])
    }

    fn move_folder(&mut self, path: &str) -> BTreeSet<String> {
        let folder = Path::new(path).parent().unwrap().to_str().unwrap().to_owned();
        let name = format!("content/meetings/moved-{}", self.numbers.below(3));
        if folder.starts_with("content/meetings/") && !self.file(&name).exists() {
            fs::rename(self.file(&folder), self.file(&name)).unwrap();
        }
        BTreeSet::from([folder, name])
    }

    /// Other bytes of the same length, in the file or in another of its name, with the old date: as an unpacked archive or
    /// `rsync -t` leaves them.
    fn write_same_size_and_date(&mut self, file: &Path) {
        let date = fs::metadata(file).unwrap().modified().unwrap();
        let mut text = fs::read(file).unwrap();
        for byte in text.iter_mut().filter(|byte| byte.is_ascii_lowercase()) {
            if self.numbers.below(40) == 0 {
                *byte = b'a' + u8::try_from(self.numbers.below(26)).unwrap();
            }
        }
        if self.numbers.below(2) == 0 {
            fs::remove_file(file).unwrap();
        }
        fs::write(file, text).unwrap();
        fs::File::options().write(true).open(file).unwrap().set_modified(date).unwrap();
    }

    /// A link in the place of a file: to another file of the archive, out of it, to a folder, to itself, or to nothing.
    fn put_link(&mut self, file: &Path) {
        let files: Vec<_> = support::files(&self.file("content")).into_keys().collect();
        let target = match self.numbers.below(8) {
            0..4 => self.file("content").join(self.numbers.pick(&files)),
            4 => self.outside.path().to_owned(),
            5 => self.file("content/static"),
            6 => file.to_owned(),
            _ => self.file("content/nothing"),
        };
        fs::remove_file(file).unwrap();
        symlink(target, file).unwrap();
    }

    /// Puts files back as they were at first, as a checkout does; the paths that may be others now.
    fn restore(&self, mut is_wanted: impl FnMut(&str) -> bool) -> BTreeSet<String> {
        let root = self.archive.root();
        let mut changed = BTreeSet::new();
        for entry in WalkDir::new(root).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            if path.starts_with(".taiwa") {
                continue;
            }
            let is_odd = !entry.file_type().is_dir()
                && (!entry.file_type().is_file() || !self.first.contains_key(&path));
            if is_odd && is_wanted(&path) {
                fs::remove_file(entry.path()).unwrap();
                changed.insert(path);
            }
        }
        for (path, bytes) in &self.first {
            let file = root.join(path);
            let there = fs::symlink_metadata(&file);
            let is_there = there.as_ref().is_ok_and(fs::Metadata::is_file)
                && fs::read(&file).is_ok_and(|there| there == *bytes);
            // A link or a pipe that is not wanted away stays.
            let is_free = there.as_ref().map_or(true, fs::Metadata::is_file);
            if !is_there && is_free && is_wanted(path) {
                write(&file, bytes);
                changed.insert(path.clone());
            }
        }
        changed
    }
}

/// The text of a file; of a font, something that is no font any more.
fn text(file: &Path) -> String {
    String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()
}

fn append(file: &Path, more: &str) {
    fs::write(file, [&fs::read(file).unwrap(), more.as_bytes()].concat()).unwrap();
}

/// A pipe, which whoever opens it in good faith waits for.
fn put_pipe(file: &Path) {
    fs::remove_file(file).unwrap();
    assert!(Command::new("mkfifo").arg(file).status().unwrap().success());
}
