//! Folders and files that may not be read or written: the cause is named, and nothing is lost.

#![cfg(unix)]
use crate::support::{Archive, Built, copy_program};
use std::{
    collections::BTreeMap,
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::Path,
    process::Command,
};
use tempfile::TempDir;

/// An archive of somebody whom permissions stop. Root is let through everywhere, so root becomes nobody.
struct Owned {
    archive: Archive,
    program: TempDir,
}

impl Owned {
    /// Two meetings and a static file.
    fn new() -> Self {
        let archive = Archive::new()
            .promise("a", "2010-11-01", "")
            .promise("b", "2011-11-01", "")
            .file("content/static/papers/a.txt", "a");
        let program = tempfile::tempdir().unwrap();
        fs::set_permissions(program.path(), Permissions::from_mode(0o755)).unwrap();
        copy_program(program.path());
        let owned = Self { archive, program };
        owned.give();
        owned
    }

    fn is_root(&self) -> bool {
        fs::metadata(self.program.path()).unwrap().uid() == 0
    }

    /// Gives everything in the archive's folder to the one who builds.
    fn give(&self) {
        if self.is_root() {
            let root = self.archive.root();
            assert!(Command::new("chown").args(["-R", "65534:65534"]).arg(root).status().unwrap().success());
        }
    }

    /// The same archive with a text changed that stands on every page, and without the meeting `b`.
    fn changed(mut self) -> Self {
        self.archive = self
            .archive
            .edit("content/site.yaml", "Test archive", "Other archive")
            .without("content/meetings/b.en.md")
            .without("content/meetings/b.ja.md");
        self.give();
        self
    }

    fn mode(&self, path: &str, mode: u32) {
        fs::set_permissions(self.archive.root().join(path), Permissions::from_mode(mode)).unwrap();
    }

    fn build(&self) -> Built {
        self.run(&["build"])
    }

    fn run(&self, arguments: &[&str]) -> Built {
        let program = self.program.path().join("taiwa");
        let mut command = if self.is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        let done = command.args(arguments).arg("--root").arg(self.archive.root()).output().unwrap();
        Built {
            status: done.status.code().unwrap(),
            stdout: String::from_utf8(done.stdout).unwrap(),
            stderr: String::from_utf8(done.stderr).unwrap(),
            output: self.archive.output(),
        }
    }

    /// What a build from nothing gives.
    fn built_anew(&self) -> BTreeMap<String, Vec<u8>> {
        let output = self.archive.root().join("nothing");
        let mut built = self.archive.build_with(&["--output", output.to_str().unwrap()]).published();
        built.output = output;
        built.files()
    }

    /// Asserts that a build fails for want of permission at a place of the archive's folder, and says just this.
    #[track_caller]
    fn refuses(&self, path: &str, rest: &str) -> Built {
        let built = self.build();
        let file = self.archive.root().join(path);
        let said = format!("error: {}: Permission denied (os error 13){rest}\n", file.display());
        assert_eq!((built.status, built.stderr.as_str()), (3, said.as_str()), "{}", built.stdout);
        built
    }

    /// Asserts that the next build gives the bytes of a build from nothing, and leaves nothing else.
    #[track_caller]
    fn recovers(&self) {
        assert_eq!(self.build().ok().files(), self.built_anew());
    }
}

const AS_IT_WAS: &str = "; nothing was published, the output is as it was";

#[test]
fn an_output_that_cannot_be_made_is_named() {
    let owned = Owned::new();
    owned.mode("", 0o555);
    let built = owned.refuses("output", AS_IT_WAS);
    assert!(!built.output.exists());
    owned.mode("", 0o755);
    owned.recovers();
}

#[test]
fn an_empty_output_that_cannot_be_written_is_named() {
    let owned = Owned::new();
    fs::create_dir(owned.archive.output()).unwrap();
    owned.mode("output", 0o555);
    let built = owned.refuses("output/.taiwa", AS_IT_WAS);
    assert!(built.files().is_empty());
}

/// As where the last build was made by another user.
#[test]
fn a_site_of_somebody_elses_stays_as_it_is() {
    let owned = Owned::new();
    let before = owned.build().ok().files();
    let owned = owned.changed();
    for path in ["output/.taiwa/lock", "output/.taiwa"] {
        owned.mode(path, 0o555);
    }
    let built = owned.refuses("output/.taiwa/lock", AS_IT_WAS);
    assert_eq!(built.files(), before);
    owned.mode("output/.taiwa/lock", 0o755);
    let built = owned.refuses("output/.taiwa/new", AS_IT_WAS);
    assert_eq!(built.files(), before);
    owned.mode("output/.taiwa", 0o755);
    owned.recovers();
}

/// A site that cannot take its places as a whole does not begin to.
#[test]
fn a_file_that_cannot_be_replaced_or_removed_is_named_before_anything_changes() {
    for folder in ["output/en/timeline", "output/en/meetings/b", "output/en/meetings", "output/en"] {
        let owned = Owned::new();
        let before = owned.build().ok().files();
        let owned = owned.changed();
        owned.mode(folder, 0o555);
        // Of the file that goes, its folder is reported as well.
        let built = owned.refuses(folder, AS_IT_WAS);
        assert_eq!(built.files(), before);
        owned.mode(folder, 0o755);
        owned.recovers();
        assert!(!owned.archive.output().join("en/meetings/b").exists());
    }
}

/// Who is not root cannot give files to others: for them, the rule alone is tested, beside it.
#[test]
fn a_file_of_another_user_where_owners_alone_remove_files_is_named_before_anything_changes() {
    let owned = Owned::new();
    if !owned.is_root() {
        return;
    }
    let before = owned.build().ok().files();
    let owned = owned.changed();
    for path in ["output/en/timeline", "output/en/timeline/index.html"] {
        std::os::unix::fs::chown(owned.archive.root().join(path), Some(0), Some(0)).unwrap();
    }
    owned.mode("output/en/timeline", 0o1777);
    let built = owned.build();
    assert_eq!(built.status, 3);
    let file = owned.archive.output().join("en/timeline/index.html");
    let said = format!("error: {}: Operation not permitted (os error 1){AS_IT_WAS}\n", file.display());
    assert_eq!(built.stderr, said);
    assert_eq!(built.files(), before);
    owned.give();
    owned.recovers();
}

#[test]
fn a_file_that_cannot_be_read_is_not_taken_for_the_builds_own() {
    let owned = Owned::new();
    owned.build().ok();
    owned.mode("output/en/timeline/index.html", 0o000);
    owned.refuses("output/en/timeline/index.html", AS_IT_WAS);
    owned.mode("output/en/timeline/index.html", 0o644);
    owned.recovers();
}

#[test]
fn a_folder_that_cannot_be_read_takes_nothing_from_the_site() {
    let owned = Owned::new();
    let deep = owned.archive.root().join("content/meetings/deep");
    fs::create_dir(&deep).unwrap();
    for name in ["b.en.md", "b.ja.md"] {
        fs::rename(deep.parent().unwrap().join(name), deep.join(name)).unwrap();
    }
    owned.give();
    let before = owned.build().ok().files();
    for path in ["content/meetings/deep", "content/static/papers", "content/static"] {
        owned.mode(path, 0o000);
        let built = owned.build();
        owned.mode(path, 0o755);
        let reported = format!(
            "error[outside-content]: this cannot be read: Permission denied (os error 13)\n--> {path}\n"
        );
        assert!(built.stderr.contains(&reported), "{path}: {}", built.stderr);
        assert_eq!(built.status, 1, "{path}");
        assert_eq!(built.files(), before, "{path}");
    }
    owned.recovers();
}

#[test]
fn a_content_folder_that_cannot_be_read_is_named() {
    let owned = Owned::new();
    let before = owned.build().ok().files();
    owned.mode("content", 0o000);
    let built = owned.build();
    owned.mode("content", 0o755);
    let content = owned.archive.root().join("content");
    let said =
        format!("error: the folder {} cannot be read: Permission denied (os error 13)\n", content.display());
    assert_eq!((built.status, built.stderr.as_str()), (3, said.as_str()));
    assert_eq!(built.files(), before);
}

#[test]
fn a_static_file_that_cannot_be_read_is_named() {
    let owned = Owned::new();
    let before = owned.build().ok().files();
    owned.mode("content/static/papers/a.txt", 0o000);
    let built = owned.refuses("content/static/papers/a.txt", AS_IT_WAS);
    assert_eq!(built.files(), before);
    assert!(Path::new(&built.output).join("papers/a.txt").exists());
}

/// The files that a renaming cannot write are named, and the next one writes them.
#[test]
fn a_renaming_that_fails_in_the_middle_is_finished_by_the_next() {
    let owned = Owned::new();
    owned.mode("content/meetings", 0o555);
    let done = owned.run(&["rename", "meeting", "a", "c"]);
    let message = "c.en.md: Permission denied (os error 13); these are not done: content/meetings/a.en.md -> c.en.md, \
                   content/meetings/a.ja.md -> c.ja.md; run the same command again to finish\n";
    assert_eq!((done.status, done.stderr.ends_with(message)), (3, true), "{}", done.stderr);
    let done = owned.run(&["rename", "track", "cloud", "clouds"]);
    assert_eq!(
        (done.status, done.stderr.contains("first run: taiwa rename meeting a c")),
        (1, true),
        "{}",
        done.stderr
    );
    owned.mode("content/meetings", 0o755);
    owned.run(&["rename", "meeting", "a", "c"]).ok();
    owned.mode("content/meetings", 0o555);
    let done = owned.run(&["rename", "track", "cloud", "clouds"]);
    let left = "these are not done: content/meetings/b.en.md, content/meetings/c.en.md, content/tracks.yaml";
    assert_eq!((done.status, done.stderr.contains(left)), (3, true), "{}", done.stderr);
    owned.mode("content/meetings", 0o755);
    owned.run(&["rename", "track", "cloud", "clouds"]).ok();
    owned.recovers();
    assert!(owned.build().ok().files().contains_key("en/tracks/clouds/index.html"));
}
