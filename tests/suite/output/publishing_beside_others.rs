//! The output folder where others have files too: nothing of theirs is touched, nor anything out of it reached.

use crate::support::{Archive, files, read, write};
use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

#[test]
fn files_of_others_are_not_touched() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let others = [".git/config", "CNAME", "en/meetings/b/notes.txt", "x/mine.txt", "mine/index.html"];
    for path in others {
        write(&archive.output().join(path), b"mine");
    }
    let archive = archive
        .without("content/meetings/b.en.md")
        .without("content/meetings/b.ja.md")
        .without("content/static/x/y/z.txt");
    let built = archive.build().ok();
    for path in others {
        assert_eq!(read(built.output.join(path)), "mine", "{path}");
    }
    assert!(!built.has("en/meetings/b/index.html") && !built.has("x/y/z.txt"));
}

#[test]
fn a_file_of_others_at_an_address_of_the_site_stops_everything() {
    let archive = Archive::two_meetings();
    write(&archive.output().join("ja/timeline/index.html"), b"mine");
    let built = archive.build();
    assert_eq!(built.status, 3);
    assert!(built.stderr.contains("ja/timeline/index.html"), "{}", built.stderr);
    assert!(built.stderr.contains("--force"), "{}", built.stderr);
    let files: Vec<_> = built.files().into_keys().collect();
    assert_eq!(files, ["ja/timeline/index.html"], "nothing was published");
    let built = archive.build_with(&["--force"]).ok();
    assert!(built.page("ja/timeline/").contains("年表"));
    archive.build().ok();
}

#[test]
fn a_file_of_others_where_a_folder_belongs_stops_everything() {
    let archive = Archive::two_meetings();
    write(&archive.output().join("ja/meetings"), b"mine");
    let built = archive.build();
    assert_eq!(built.status, 3);
    assert!(built.stderr.contains("ja/meetings") && built.stderr.contains("--force"), "{}", built.stderr);
    assert_eq!(built.files().len(), 1);
    assert!(archive.build_with(&["--force"]).ok().has("ja/meetings/a/"));
}

#[test]
fn a_file_of_others_with_the_bytes_of_an_authors_file_stays() {
    let archive = Archive::two_meetings().file("content/static/CNAME", "archive.example\n");
    write(&archive.output().join("CNAME"), b"archive.example\n");
    archive.build().ok();
    archive.build().ok();
    let archive = archive.without("content/static/CNAME");
    assert!(archive.build().ok().has("CNAME"));
    let archive = archive.file("content/static/CNAME", "another.example\n");
    assert_eq!(archive.build().status, 3);
    archive.build_with(&["--force"]).ok();
    assert!(!archive.without("content/static/CNAME").build().ok().has("CNAME"), "it was taken over");
}

#[test]
fn a_list_that_names_files_elsewhere_reaches_none() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let victim = archive.root().join("dir/victim");
    write(&victim, b"mine");
    let list = archive.output().join(".taiwa/written.json");
    for name in ["../dir/victim", "en/../../dir/victim", victim.to_str().unwrap()] {
        let sum = taiwa::artifact::sha256("mine");
        let text = read(&list).replacen("\"404.html\"", &format!("{name:?}: {sum:?}, \"404.html\""), 1);
        // The form of earlier versions, with names alone, is no other way out.
        for text in [text, format!("{{\"files\": [{name:?}]}}")] {
            write(&list, text.as_bytes());
            archive.build().ok();
            assert_eq!(read(&victim), "mine", "{name}");
        }
    }
}

#[test]
fn a_folder_where_a_file_belongs_goes_if_nothing_of_others_is_in_it() {
    let archive = Archive::two_meetings();
    let before = archive.build().ok().files();
    for path in ["robots.txt", "en/index.html"] {
        fs::remove_file(archive.output().join(path)).unwrap();
        fs::create_dir_all(archive.output().join(path).join("empty/too")).unwrap();
    }
    assert_eq!(archive.build().ok().files(), before);
    fs::remove_file(archive.output().join("robots.txt")).unwrap();
    write(&archive.output().join("robots.txt/mine"), b"mine");
    for options in [&[][..], &["--force"]] {
        let built = archive.build_with(options);
        assert_eq!(built.status, 3);
        assert!(built.stderr.contains("robots.txt/mine was not written by taiwa"), "{}", built.stderr);
        assert!(!built.stderr.contains("--force"), "{}", built.stderr);
    }
    assert_eq!(read(archive.output().join("robots.txt/mine")), "mine");
}

#[cfg(unix)]
#[test]
fn a_link_among_what_builds_keep_for_themselves_is_not_followed() {
    for name in ["lock", "written.json", "written.new", "new"] {
        let archive = Archive::two_meetings();
        archive.build().ok();
        let victim = archive.root().join("victim");
        write(&victim, b"mine");
        let link = archive.output().join(".taiwa").join(name);
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(&victim, &link).unwrap();
        let archive = archive.append("content/meetings/b.ja.md", "変更。\n");
        let built = archive.build();
        assert_eq!(built.status, 3);
        assert!(built.stderr.contains("is a symbolic link inside the output"), "{}", built.stderr);
        assert_eq!(read(&victim), "mine", "{name}");
    }
}

/// However the folder and the link come and go: a build that meets the link is refused, or ends halfway, and the next
/// makes it good.
#[cfg(unix)]
#[test]
fn a_folder_that_becomes_a_link_while_a_build_runs_is_not_written_through() {
    let archive = (0..60).fold(Archive::new(), |archive, number| {
        archive.file(&format!("content/static/docs/{number}.txt"), "of the site")
    });
    archive.build().ok();
    let outside = tempfile::tempdir().unwrap();
    let (folder, aside) = (archive.output().join("docs"), archive.output().join("aside"));
    for turn in 0..20 {
        for number in 0..60 {
            write(&outside.path().join(format!("{number}.txt")), b"mine");
            let text = format!("of turn {turn}");
            write(&archive.root().join(format!("content/static/docs/{number}.txt")), text.as_bytes());
        }
        // Files are overwritten in one turn, and removed in the next.
        let gone = archive.root().join("content/static/docs/59.txt");
        if turn % 2 == 1 {
            fs::remove_file(gone).unwrap();
        }
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    if fs::rename(&folder, &aside).is_ok() {
                        std::os::unix::fs::symlink(outside.path(), &folder).unwrap();
                        thread::sleep(Duration::from_millis(1));
                        fs::remove_file(&folder).unwrap();
                        fs::rename(&aside, &folder).unwrap();
                    }
                    thread::sleep(Duration::from_millis(1));
                }
            });
            archive.build();
            is_over.store(true, Ordering::Relaxed);
        });
        let left = files(outside.path());
        assert!(left.len() == 60 && left.values().all(|bytes| bytes == b"mine"), "turn {turn}");
    }
    let text = "of turn 19";
    archive.build_with(&["--force"]).ok();
    assert_eq!(read(folder.join("0.txt")), text);
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_among_what_builds_keep_for_themselves_is_named() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    for name in ["lock", "written.json", "written.new"] {
        let place = archive.output().join(".taiwa").join(name);
        let kept = fs::read(&place).ok();
        let _ = fs::remove_file(&place);
        assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success());
        assert_no_plain_file(&archive, name);
        fs::remove_file(&place).unwrap();
        fs::create_dir(&place).unwrap();
        assert_no_plain_file(&archive, name);
        fs::remove_dir(&place).unwrap();
        let socket = std::os::unix::net::UnixListener::bind(&place).unwrap();
        assert_no_plain_file(&archive, name);
        drop(socket);
        fs::remove_file(&place).unwrap();
        if let Some(bytes) = kept {
            fs::write(&place, bytes).unwrap();
        }
    }
    archive.build().ok();
}

#[cfg(unix)]
fn assert_no_plain_file(archive: &Archive, name: &str) {
    let built = archive.build();
    assert_eq!(built.status, 3, "{name}");
    let reported =
        format!(".taiwa/{name} is no plain file, and builds keep a file of their own there; move it away");
    assert!(built.stderr.contains(&reported), "{}", built.stderr);
}

#[test]
fn a_file_of_the_archive_that_cannot_be_replaced_leaves_no_new_one_behind() {
    let folder = tempfile::tempdir().unwrap();
    // A folder cannot be replaced by a file, but that shows only when the new file is there.
    fs::create_dir(folder.path().join("ledger.txt")).unwrap();
    assert!(taiwa::publish::replace(&folder.path().join("ledger.txt"), "text").is_err());
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names, ["ledger.txt"]);
}

#[test]
fn a_file_of_others_with_the_same_bytes_is_taken_over() {
    let archive = Archive::two_meetings();
    write(&archive.output().join("x/y/z.txt"), b"z");
    assert!(archive.build().ok().has("x/y/z.txt"));
}

/// What builds note beside content/, as it lies there after a build.
#[cfg(unix)]
fn noted(archive: &Archive) -> std::path::PathBuf {
    let names = fs::read_dir(archive.root().join(".taiwa")).unwrap().map(|entry| entry.unwrap().path());
    names.into_iter().find(|path| path.extension().is_some_and(|it| it == "made")).unwrap()
}

#[cfg(unix)]
#[test]
fn a_file_that_has_two_names_keeps_its_bytes_under_the_other() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let (list, own) = (noted(&archive), archive.output().join(".taiwa"));
    let new = list.with_file_name(format!(".{}.new", list.file_name().unwrap().to_str().unwrap()));
    let places = [own.join("lock"), own.join("written.new"), new];
    for (number, place) in places.iter().enumerate() {
        let mine = archive.root().join(format!("mine-{number}"));
        write(&mine, b"mine");
        let _ = fs::remove_file(place);
        fs::hard_link(&mine, place).unwrap();
    }
    let archive = archive.edit("content/meetings/b.ja.md", "bの約束", "別の約束");
    archive.build().ok();
    for number in 0..places.len() {
        assert_eq!(read(archive.root().join(format!("mine-{number}"))), "mine");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_link_in_the_place_of_what_is_noted_is_neither_waited_for_nor_followed() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let list = noted(&archive);
    for place in [list.with_file_name(format!(".{}.new", list.file_name().unwrap().to_str().unwrap())), list]
    {
        let _ = fs::remove_file(&place);
        assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success());
        archive.build().ok();
    }
    let folder = archive.root().join(".taiwa");
    fs::remove_dir_all(&folder).unwrap();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), &folder).unwrap();
    archive.build().ok();
    assert!(files(outside.path()).is_empty());
}

/// A line of what is said can be a command of a workflow.
#[cfg(unix)]
#[test]
fn a_line_break_in_a_name_begins_no_line_of_what_is_said() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    fs::remove_file(archive.output().join("robots.txt")).unwrap();
    write(&archive.output().join("robots.txt/x\n::error::mine"), b"mine");
    let said = archive.build().stderr;
    assert!(said.contains("robots.txt/x\\n::error::mine was not written by taiwa"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}
