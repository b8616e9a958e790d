//! The output folder: only what changed is written, and only what a build wrote is removed.

use crate::support::{self, Archive, read, site, write};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::Path,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::SystemTime,
};
use taiwa::{
    artifact::{Artifact, Content},
    publish::{self, Output, PublishError},
};

fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let files = support::files(folder).into_keys().filter(|path| !path.starts_with(".taiwa/"));
    files.map(|path| (path.clone(), fs::metadata(folder.join(path)).unwrap().modified().unwrap())).collect()
}

/// Sets every file's time back, so that a write shows even where the clock is coarse.
fn age(folder: &Path) {
    for path in support::files(folder).keys() {
        let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        File::options().append(true).open(folder.join(path)).unwrap().set_modified(long_ago).unwrap();
    }
}

#[test]
fn unchanged_files_keep_their_bytes_and_times() {
    let archive = Archive::two_meetings();
    let before = archive.build().ok().files();
    age(&archive.output());
    let times_before = times(&archive.output());
    let built = archive.build().ok();
    assert_eq!(built.files(), before);
    assert_eq!(times(&built.output), times_before);
    assert!(built.stdout.contains(" 0 files written, "), "{}", built.stdout);
    assert!(built.stdout.contains(&format!(" {} unchanged, 0 removed", before.len())), "{}", built.stdout);
}

#[test]
fn a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file() {
    let archive = Archive::new().file("content/static/docs/a/b.txt", "in a folder");
    archive.build().ok();
    let archive = archive.without("content/static/docs/a/b.txt");
    fs::remove_dir(archive.root().join("content/static/docs/a")).unwrap();
    let archive = archive.file("content/static/docs/a", "a file");
    assert_eq!(archive.build().ok().page("docs/a"), "a file");
    let archive = archive.without("content/static/docs/a").file("content/static/docs/a/b.txt", "again");
    let built = archive.build().ok();
    assert_eq!(built.page("docs/a/b.txt"), "again");
    let archive = archive.without("content/static/docs/a/b.txt");
    assert!(!archive.build().ok().output.join("docs").exists());
}

#[test]
fn only_what_changed_is_written() {
    let archive = Archive::two_meetings().append("content/meetings/b.en.md", "A text.\n");
    let archive = archive.append("content/meetings/b.ja.md", "文。\n");
    archive.build().ok();
    age(&archive.output());
    let before = times(&archive.output());
    let archive = archive.edit("content/meetings/b.ja.md", "文。", "新しい文。");
    let built = archive.build().ok();
    let after = times(&built.output);
    let changed: Vec<_> =
        after.iter().filter(|(path, time)| before[*path] != **time).map(|(path, _)| path).collect();
    let expected = [
        "SHA256SUMS",
        "data/archive.json",
        "data/corpus.tmx",
        "data/search/index.json",
        "data/search/texts/ja/0.json",
        "data/search/words/0.bin",
        "en/meetings/b/parallel/index.html",
        "ja/meetings/b/index.html",
        "ja/meetings/b/parallel/index.html",
    ];
    assert_eq!(changed, expected);
    assert!(built.stdout.contains(" 9 files written, "), "{}", built.stdout);
}

#[test]
fn smaller_copies_stand_beside_long_text_files_and_hold_the_same() {
    let archive = Archive::two_meetings();
    let plain = archive.build().published().files();
    let output = archive.build_with(&["--compress"]).published();
    let pressed = output.files();
    for (path, bytes) in &plain {
        let is_long = bytes.len() >= 1000 && path != "SHA256SUMS";
        let small = pressed.get(&format!("{path}.gz"));
        assert_eq!(small.is_some(), is_long, "{path}");
        assert_eq!(pressed.contains_key(&format!("{path}.br")), is_long, "{path}");
        if let Some(small) = small {
            // The few bytes before the data hold neither a name nor a time.
            assert_eq!(small[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], "{path}");
            assert!(small.len() < bytes.len(), "{path}");
        }
        assert!(path == "SHA256SUMS" || pressed[path] == *bytes, "{path}");
    }
    let sums = String::from_utf8(pressed["SHA256SUMS"].clone()).unwrap();
    assert!(sums.contains("  en/index.html.gz\n") && sums.contains("  en/index.html.br\n"), "{sums}");
    // Without the option they go again.
    assert_eq!(archive.build().published().files(), plain);
}

#[test]
fn what_an_earlier_build_wrote_and_this_one_does_not_is_removed() {
    let archive = Archive::two_meetings();
    let before = archive.build().ok().files();
    let archive = archive
        .without("content/meetings/b.en.md")
        .without("content/meetings/b.ja.md")
        .without("content/static/x/y/z.txt");
    let built = archive.build().ok();
    let after = built.files();
    let gone: Vec<_> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    let expected = [
        "en/commitments/b/promise/index.html",
        "en/meetings/b/cite.bib",
        "en/meetings/b/cite.json",
        "en/meetings/b/cite.ris",
        "en/meetings/b/index.html",
        "en/meetings/b/parallel/index.html",
        "en/timeline/timeline.svg",
        "ja/commitments/b/promise/index.html",
        "ja/meetings/b/cite.bib",
        "ja/meetings/b/cite.json",
        "ja/meetings/b/cite.ris",
        "ja/meetings/b/index.html",
        "ja/meetings/b/parallel/index.html",
        "ja/timeline/timeline.svg",
        "x/y/z.txt",
    ];
    assert_eq!(gone, expected);
    assert!(built.stdout.contains(", 15 removed"), "{}", built.stdout);
    for folder in ["en/meetings/b", "en/commitments/b", "x"] {
        assert!(!built.output.join(folder).exists(), "{folder} was left empty");
    }
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let archive =
        Archive::new().file("content/static/papers", "a file").file("content/static/notes/a.txt", "a");
    archive.build().ok();
    let archive = archive.without("content/static/papers").without("content/static/notes/a.txt");
    fs::remove_dir(archive.root().join("content/static/notes")).unwrap();
    let archive = archive.file("content/static/papers/a.txt", "a").file("content/static/notes", "a file");
    let built = archive.build().ok();
    assert_eq!(read(built.output.join("papers/a.txt")), "a");
    assert_eq!(read(built.output.join("notes")), "a file");
}

#[test]
fn a_lost_or_broken_list_removes_nothing_and_harms_nothing() {
    let archive = Archive::two_meetings();
    let before = archive.build().ok().files();
    write(&archive.output().join(".taiwa/written.json"), b"{ broken");
    assert_eq!(archive.build().ok().files(), before);
    let archive = archive.append("content/meetings/b.ja.md", "変更。\n");
    assert!(archive.build().published().page("ja/meetings/b/").contains("変更"));
    let before = archive.build().published().files();
    fs::remove_dir_all(archive.output().join(".taiwa")).unwrap();
    assert_eq!(archive.build().published().files(), before);
}

#[test]
fn what_a_killed_build_left_behind_is_cleared_away() {
    let archive = Archive::two_meetings();
    let before = archive.build().ok().files();
    write(&archive.output().join(".taiwa/new/17"), b"half a fi");
    fs::remove_file(archive.output().join("en/meetings/a/index.html")).unwrap();
    let built = archive.build().ok();
    assert_eq!(built.files(), before);
    assert!(!built.output.join(".taiwa/new").exists());
}

/// The output of a site of which nothing else is kept.
fn output(site: &Path) -> Result<Output, PublishError> {
    Output::open(publish::OutputOptions {
        folder: site,
        root: site.parent().unwrap(),
        maker: String::new(),
        force: false,
    })
}

/// The list of what was written is there from before the first file takes its place, also in a folder made for the site.
#[test]
fn a_build_that_ends_halfway_into_a_new_folder_is_made_good_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let publish = |text: &str, lose: Option<&str>| {
        let output = output(&site).unwrap();
        let stage = |path: &str| {
            let content = Content::from(text.to_owned());
            output.stage(&Artifact { path: path.to_owned(), content }, None).unwrap()
        };
        let staged = vec![stage("a/index.html"), stage("b/index.html")];
        if let Some(lost) = lose {
            fs::remove_dir_all(site.join(".taiwa/new").join(lost)).unwrap();
        }
        output.publish(&staged)
    };
    assert!(matches!(publish("old", Some("b")), Err(PublishError::Halfway(..))));
    assert_eq!(read(site.join("a/index.html")), "old");
    assert_eq!(publish("new", None).unwrap().written, 3);
    assert_eq!(["a", "b"].map(|name| read(site.join(name).join("index.html"))), ["new", "new"]);
}

/// As where a process has builds made and starts programs beside them: each of these holds its open files for a moment.
#[test]
fn a_build_that_has_ended_refuses_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                let _ = Command::new("a-program-that-is-not-there").spawn();
            }
        });
        let busy = (0..500).filter(|_| output(&site).is_err()).count();
        is_over.store(true, Ordering::Relaxed);
        assert_eq!(busy, 0);
    });
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let lock = File::options().write(true).open(archive.output().join(".taiwa/lock")).unwrap();
    lock.lock().unwrap();
    let before = times(&archive.output());
    let archive = archive.append("content/meetings/b.ja.md", "変更。\n");
    let built = archive.build();
    assert_eq!(built.status, 3, "{}", built.stderr);
    assert!(built.stderr.contains("output"), "{}", built.stderr);
    assert_eq!(times(&built.output), before);
    lock.unlock().unwrap();
    assert!(archive.build().published().page("ja/meetings/b/").contains("変更"));
}

#[test]
fn the_output_is_never_where_the_input_is() {
    let archive = Archive::two_meetings().file("themes/own/strings/en.ftl", "");
    let before = support::files(archive.root());
    for output in [
        "content",
        "content/site",
        "content/static/../../content",
        "none/../content",
        "none/../themes/x",
        "none/..",
        "themes",
        "themes/own",
        "themes/x",
        ".",
        "",
    ] {
        let path = archive.root().join(output);
        let built = archive.build_with(&["--output", path.to_str().unwrap()]);
        assert_eq!(built.status, 2, "{output}: {}", built.stderr);
    }
    let above = archive.root().parent().unwrap().to_str().unwrap().to_owned();
    assert_eq!(archive.build_with(&["--output", &above]).status, 2);
    assert_eq!(support::files(archive.root()), before);
}

#[test]
fn an_output_among_what_builds_keep_for_themselves_is_refused() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let before = support::files(archive.root());
    for output in [".taiwa", ".taiwa/site", "site/../.taiwa/a/b", "output/.taiwa", "output/.taiwa/new"] {
        let path = archive.root().join(output);
        for command in ["build", "check"] {
            let done = archive.run(&[command, "--output", path.to_str().unwrap()]);
            let expected = format!(
                "error: the output {} lies at or in a folder .taiwa/, where builds keep notes of their own; choose another \
                 folder\n",
                path.display()
            );
            assert_eq!((done.status, done.stderr), (2, expected));
        }
    }
    assert!(support::files(archive.root()) == before);
    // Where the archive itself lies does not matter.
    let outer = Archive::empty();
    let root = outer.root().join(".taiwa/archive");
    for (path, bytes) in support::files(&archive.root().join("content")) {
        support::write(&root.join("content").join(path), &bytes);
    }
    support::run(&["build", "--root", root.to_str().unwrap()]).ok();
}

#[test]
fn the_output_may_be_any_other_folder() {
    let archive = Archive::two_meetings();
    let elsewhere = archive.root().join("deep/er/site");
    archive.build_with(&["--output", elsewhere.to_str().unwrap()]).ok();
    assert!(elsewhere.join("en/index.html").exists());
    assert!(!archive.output().exists());
}

#[cfg(unix)]
mod links {
    use super::{Archive, age, fs, read, times, write};
    use std::os::unix::fs::symlink;

    #[test]
    fn a_linked_output_is_written_through() {
        let archive = Archive::two_meetings();
        fs::create_dir(archive.root().join("real")).unwrap();
        symlink("real", archive.output()).unwrap();
        archive.build().ok();
        assert!(archive.root().join("real/en/meetings/a/index.html").exists());
        assert!(archive.output().is_symlink());
    }

    #[test]
    fn a_link_to_the_content_is_no_output() {
        let archive = Archive::two_meetings();
        symlink("content", archive.output()).unwrap();
        assert_eq!(archive.build().status, 2);
    }

    #[test]
    fn a_link_in_the_place_of_a_folder_is_not_followed() {
        let archive = Archive::two_meetings().file("victim/keep.txt", "mine");
        fs::create_dir(archive.output()).unwrap();
        symlink("../victim", archive.output().join("en")).unwrap();
        for arguments in [&[][..], &["--force"]] {
            let built = archive.build_with(arguments);
            assert_eq!(built.status, 3, "{}", built.stderr);
            assert!(built.stderr.contains("en"), "{}", built.stderr);
            assert_eq!(victims(&archive), ["keep.txt"]);
        }
    }

    #[test]
    fn a_link_in_the_place_of_a_file_is_not_followed() {
        let archive = Archive::two_meetings().file("victim/keep.txt", "mine");
        fs::create_dir(archive.output()).unwrap();
        symlink("../victim/keep.txt", archive.output().join("robots.txt")).unwrap();
        assert_eq!(archive.build().status, 3);
        archive.build_with(&["--force"]);
        assert_eq!(read(archive.root().join("victim/keep.txt")), "mine");
    }

    #[test]
    fn a_published_file_turned_into_a_link_is_not_followed() {
        let archive = Archive::two_meetings().file("victim/keep.txt", "mine");
        archive.build().ok();
        fs::remove_file(archive.output().join("robots.txt")).unwrap();
        symlink("../victim/keep.txt", archive.output().join("robots.txt")).unwrap();
        archive.build();
        assert_eq!(read(archive.root().join("victim/keep.txt")), "mine");
    }

    #[test]
    fn a_published_folder_turned_into_a_link_is_not_followed() {
        let archive = Archive::two_meetings();
        archive.build().ok();
        fs::rename(archive.output().join("en"), archive.root().join("victim")).unwrap();
        symlink("../victim", archive.output().join("en")).unwrap();
        let before = times(&archive.root().join("victim"));
        let unchanged = archive.build();
        let archive = archive.file("content/tracks.yaml", "cloud: {title: {en: Another, ja: 別}}\n");
        for built in [unchanged, archive.build()] {
            assert_eq!(built.status, 3, "{}", built.stderr);
            assert!(built.stderr.contains("is a symbolic link inside the output"), "{}", built.stderr);
        }
        assert_eq!(times(&archive.root().join("victim")), before);
    }

    #[test]
    fn what_lies_behind_a_link_is_not_removed() {
        let archive = Archive::two_meetings();
        archive.build().ok();
        fs::rename(archive.output().join("x"), archive.root().join("victim")).unwrap();
        symlink("../victim", archive.output().join("x")).unwrap();
        let archive = archive.without("content/static/x/y/z.txt");
        archive.build();
        assert_eq!(read(archive.root().join("victim/y/z.txt")), "z");
    }

    #[test]
    fn the_programs_own_folder_turned_into_a_link_is_not_followed() {
        let archive = Archive::two_meetings();
        write(&archive.root().join("victim/new/keep.txt"), b"mine");
        write(&archive.root().join("victim/lock"), b"mine");
        fs::create_dir(archive.output()).unwrap();
        symlink("../victim", archive.output().join(".taiwa")).unwrap();
        archive.build();
        assert_eq!(read(archive.root().join("victim/new/keep.txt")), "mine");
        assert_eq!(read(archive.root().join("victim/lock")), "mine");
    }

    #[test]
    fn a_linked_static_file_is_copied_with_its_bytes() {
        let archive = Archive::two_meetings();
        symlink("x/y/z.txt", archive.root().join("content/static/also.txt")).unwrap();
        let built = archive.build().ok();
        assert!(!built.output.join("also.txt").is_symlink());
        assert_eq!(read(built.output.join("also.txt")), "z");
        age(&built.output);
        let before = times(&built.output);
        archive.build().ok();
        assert_eq!(times(&built.output), before);
    }

    fn victims(archive: &Archive) -> Vec<String> {
        super::support::files(&archive.root().join("victim")).into_keys().collect()
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let archive = Archive::from(&site("good/full"));
    let as_of = ["--as-of", "2026-11-22"];
    let first = archive.build_with(&as_of).published().files();
    fs::remove_dir_all(archive.output()).unwrap();
    assert_eq!(archive.build_with(&as_of).published().files(), first);
}

#[test]
fn the_order_in_which_the_content_was_written_leaves_no_trace() {
    let as_of = ["--as-of", "2026-11-22"];
    let backwards = Archive::empty();
    let files = support::files(&site("good/full"));
    for (path, bytes) in files.iter().rev() {
        write(&backwards.root().join(path), bytes);
    }
    let one = Archive::from(&site("good/full"));
    assert_eq!(backwards.build_with(&as_of).published().files(), one.build_with(&as_of).published().files());
}

#[test]
fn folders_below_meetings_do_not_count() {
    let flat = Archive::two_meetings();
    let deep = Archive::two_meetings();
    for name in ["a.en.md", "a.ja.md", "b.en.md"] {
        let from = deep.root().join("content/meetings").join(name);
        let to = deep.root().join("content/meetings/z/2010").join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(from, to).unwrap();
    }
    assert_eq!(deep.build().ok().files(), flat.build().ok().files());
}

#[test]
fn an_alias_never_leads_out_of_the_output() {
    for alias in
        ["/../escaped/", "/a/../../escaped/", "/.git/", "//escaped/", "/a//b/", "/a\\..\\b/", "/.taiwa/x/"]
    {
        let meeting = Archive::new().meeting("a", &format!("date: 2010-11-01\naliases: ['{alias}']"));
        assert_eq!(meeting.build().status, 1, "{alias} of a meeting");
        let front = format!("---\ntitle: P\naliases: ['{alias}']\n---\n");
        let page = Archive::new()
            .file("content/pages/p.en.md", front)
            .file("content/pages/p.ja.md", "---\ntitle: P\n---\n");
        assert_eq!(page.build().status, 1, "{alias} of a page");
        assert!(!page.root().join("escaped").exists(), "{alias}");
    }
}

#[test]
fn a_static_file_never_takes_the_programs_own_place() {
    let archive = Archive::new().file("content/static/.taiwa/written.json", "{\"files\":[]}");
    let built = archive.build();
    assert_eq!(built.status, 1, "{}", built.stdout);
    assert!(!built.output.exists());
}
