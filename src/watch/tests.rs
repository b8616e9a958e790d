#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

use super::*;
use crate::lang::Lang;
use std::{
    fs,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver},
    },
};
use tempfile::TempDir;

/// How long is waited for a change that must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long is waited for one that must not.
const SILENCE: Duration = Duration::from_millis(600);

/// A folder that is watched by a thread of its own.
struct Watched {
    folder: TempDir,
    changes: Receiver<Changes>,
}

fn archive() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in ["content/site.yaml", "content/meetings/a.en.md", "content/static/a.pdf"] {
        write(folder.path(), path, "one");
    }
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn watched(way: WatchMethod) -> Watched {
    let folder = archive();
    let mut watch = Watch::start(folder.path(), way, |warning| panic!("{warning:?}"));
    let (sender, changes) = mpsc::channel();
    thread::spawn(move || while sender.send(watch.wait(|| false)).is_ok() {});
    Watched { folder, changes }
}

impl Watched {
    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Every path that is reported before it is silent; the test fails where nothing is.
    fn changed(&self) -> BTreeSet<String> {
        let mut changed = Changes::Paths(BTreeSet::new());
        let mut patience = PATIENCE;
        while let Ok(changes) = self.changes.recv_timeout(patience) {
            changed.extend(changes);
            patience = SILENCE;
        }
        match changed {
            Changes::Paths(paths) => {
                assert!(!paths.is_empty(), "nothing was told");
                paths
            }
            Changes::All => BTreeSet::from(["all".to_owned()]),
        }
    }

    fn assert_silent(&self) {
        assert_eq!(self.changes.recv_timeout(SILENCE).ok(), None);
    }
}

fn set(paths: &[&str]) -> BTreeSet<String> {
    paths.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn a_save_is_reported_and_what_changes_no_byte_is_not() {
    let watched = watched(WatchMethod::Events);
    let root = watched.root();
    fs::read(root.join("content/meetings/a.en.md")).unwrap();
    write(root, "content/meetings/a.en.md", "one");
    write(root, "content/meetings/.a.en.md.swp", "an editor's own");
    write(root, "content/static/a.pdf~", "an editor's own");
    write(root, "output/index.html", "a build's own");
    watched.assert_silent();
    write(root, "content/meetings/a.en.md", "two");
    assert_eq!(watched.changed(), set(&["content/meetings/a.en.md"]));
    // As editors save: a new file takes the place of the old.
    write(root, "content/meetings/.new", "six");
    fs::rename(root.join("content/meetings/.new"), root.join("content/meetings/a.en.md")).unwrap();
    assert_eq!(watched.changed(), set(&["content/meetings/a.en.md"]));
    write(root, "content/static/a.pdf", "two");
    assert_eq!(watched.changed(), set(&["content/static/a.pdf"]));
}

#[test]
fn folders_come_move_and_go() {
    let watched = watched(WatchMethod::Events);
    let root = watched.root();
    write(root, "content/meetings/2010/deep/b.en.md", "b");
    write(root, "content/meetings/2010/c.en.md", "c");
    assert_eq!(
        watched.changed(),
        set(&["content/meetings/2010/deep/b.en.md", "content/meetings/2010/c.en.md"])
    );
    fs::rename(root.join("content/meetings/2010"), root.join("content/meetings/2011")).unwrap();
    let moved = [
        "content/meetings/2010/c.en.md",
        "content/meetings/2010/deep/b.en.md",
        "content/meetings/2011/c.en.md",
        "content/meetings/2011/deep/b.en.md",
    ];
    assert_eq!(watched.changed(), set(&moved));
    write(root, "content/meetings/2011/deep/b.en.md", "after the move");
    assert_eq!(watched.changed(), set(&["content/meetings/2011/deep/b.en.md"]));
    fs::remove_dir_all(root.join("content/meetings/2011")).unwrap();
    assert_eq!(watched.changed(), set(&moved[2..]));
    write(root, "themes/own/templates/home.html", "a theme that was not there");
    assert_eq!(watched.changed(), set(&["all"]));
    write(root, "themes/own/templates/home.html", "another");
    assert_eq!(watched.changed(), set(&["themes/own/templates/home.html"]));
}

#[test]
fn a_hundred_files_at_once_are_few_changes() {
    let watched = watched(WatchMethod::Events);
    for number in 0..100 {
        write(watched.root(), &format!("content/meetings/{}/m{number}.en.md", number % 7), "new");
    }
    let mut all = BTreeSet::new();
    let mut count = 0;
    while all.len() < 100 {
        let Ok(Changes::Paths(paths)) = watched.changes.recv_timeout(PATIENCE) else { panic!("{all:?}") };
        all.extend(paths);
        count += 1;
    }
    assert!(count <= 5, "{count} changes");
    watched.assert_silent();
}

#[test]
fn the_content_may_go_and_come_back() {
    let watched = watched(WatchMethod::Events);
    let (here, there) = (watched.root().join("content"), watched.root().join("away"));
    fs::rename(&here, &there).unwrap();
    watched.changed();
    fs::rename(&there, &here).unwrap();
    watched.changed();
    write(watched.root(), "content/meetings/a.en.md", "after that");
    assert_eq!(watched.changed(), set(&["content/meetings/a.en.md"]));
    fs::remove_dir_all(&here).unwrap();
    watched.changed();
    write(watched.root(), "content/meetings/a.en.md", "a new one");
    watched.changed();
    write(watched.root(), "content/meetings/a.en.md", "and a change of it");
    assert_eq!(watched.changed(), set(&["content/meetings/a.en.md"]));
}

#[test]
fn without_the_systems_help_the_folders_are_looked_through() {
    let watched = watched(WatchMethod::Polled);
    watched.assert_silent();
    // The same length, and perhaps the same date.
    write(watched.root(), "content/meetings/a.en.md", "two");
    assert_eq!(watched.changed(), set(&["content/meetings/a.en.md"]));
    fs::remove_file(watched.root().join("content/static/a.pdf")).unwrap();
    assert_eq!(watched.changed(), set(&["content/static/a.pdf"]));
}

#[test]
fn where_more_happened_than_was_reported_everything_is_compared() {
    let folder = archive();
    let mut watch = Watch::start(folder.path(), WatchMethod::Events, |warning| panic!("{warning:?}"));
    let (sender, signals) = mpsc::channel();
    watch.listener.as_mut().unwrap().signals = signals;
    sender.send(Signal::Missed).unwrap();
    write(folder.path(), "content/meetings/a.en.md", "unheard");
    assert_eq!(watch.wait(|| false), Changes::All);
    // Where nothing changed after all, nothing is reported: the next news is of the next change.
    sender.send(Signal::Missed).unwrap();
    thread::sleep(LONGEST);
    let (later, root) = (sender.clone(), folder.path().canonicalize().unwrap());
    thread::spawn(move || {
        thread::sleep(LONGEST * 2);
        write(&root, "content/site.yaml", "heard");
        later.send(Signal::Changed(root.join("content/site.yaml"))).unwrap();
    });
    assert_eq!(watch.wait(|| false), Changes::Paths(set(&["content/site.yaml"])));
}

#[test]
fn it_waits_no_longer_than_until_something_else_is_over() {
    let folder = archive();
    let mut watch = Watch::start(folder.path(), WatchMethod::Polled, |warning| panic!("{warning:?}"));
    assert_eq!(watch.wait(|| true), Changes::Paths(set(&[])));
}

#[test]
fn at_the_systems_limit_it_goes_on_by_itself_and_says_so() {
    let folder = archive();
    let warnings = Arc::new(Mutex::new(Vec::new()));
    let changed = warnings.clone();
    let mut watch = Watch::start(folder.path(), WatchMethod::Events, move |warning| {
        changed.lock().unwrap().push(warning.text(Lang::En));
    });
    let (sender, signals) = mpsc::channel();
    watch.listener.as_mut().unwrap().signals = signals;
    sender.send(Signal::Full).unwrap();
    write(folder.path(), "content/meetings/a.en.md", "unheard");
    assert_eq!(watch.wait(|| false), Changes::All);
    write(folder.path(), "content/meetings/a.en.md", "by itself");
    assert_eq!(watch.wait(|| false), Changes::Paths(set(&["content/meetings/a.en.md"])));
    let warnings = warnings.lock().unwrap().join("\n");
    assert!(warnings.contains("limit of watched files") && warnings.contains("--poll"), "{warnings}");
}
