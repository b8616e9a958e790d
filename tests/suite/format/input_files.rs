//! What lies in an archive: leavings are passed over, what nothing reads is reported, and what is read is what was checked.

#![cfg(unix)]
use crate::support::{Archive, assert_reported, help, read, site, write};
use std::{fs, os::unix::fs::symlink, path::Path, process::Command, time::SystemTime};

fn sound() -> Archive {
    Archive::from(&site("good/minimal"))
}

/// Writes a file of the same length with the same date.
fn replace(file: &Path, text: &str, is_in_place: bool) {
    let date = SystemTime::UNIX_EPOCH + std::time::Duration::from_hours(438_288);
    if !is_in_place {
        fs::remove_file(file).unwrap();
    }
    fs::write(file, text).unwrap();
    fs::File::options().write(true).open(file).unwrap().set_modified(date).unwrap();
}

#[test]
fn what_editors_and_systems_leave_behind_is_no_part_of_the_archive() {
    let mut archive = sound();
    let names = [
        "Thumbs.db",
        "desktop.ini",
        "~$first.en.md",
        "#first.en.md#",
        "first.en.md~",
        "._first.en.md",
        ".~lock.a.odt#",
        ".x.odt.swn",
        "x~RF1a2b.TMP",
        ".goutputstream-ABC",
        "first.en.md.bak",
        "first.en.md___jb_tmp___",
        "x.lnk",
        "4913",
        "System Volume Information/x.db",
        "$RECYCLE.BIN/x.md",
        "@eaDir/x.md",
        ".git/config",
    ];
    for folder in ["", "meetings/", "pages/", "static/docs/"] {
        for name in names {
            archive = archive.file(&format!("content/{folder}{name}"), "rubbish");
        }
        symlink("someone@machine.123:1", archive.root().join(format!("content/{folder}.#first.en.md")))
            .unwrap();
    }
    archive = archive.file("content/static/.well-known/security.txt", "Contact: mailto:a@b.example");
    archive = archive.file("content/static/backup.bak.pdf", "sound").file("content/static/.nojekyll", "");
    let built = archive.build().ok();
    let published: Vec<_> = built.files().into_keys().filter(|path| path.contains("docs/")).collect();
    assert_eq!(published, Vec::<String>::new());
    for sound in [".well-known/security.txt", "backup.bak.pdf", ".nojekyll"] {
        assert!(built.has(sound), "{sound}");
    }
}

#[test]
fn a_folder_of_another_name_is_reported() {
    let archive = sound().file("content/Meetings/a.en.md", "x").file("content/drafts/a.txt", "x");
    assert_reported(&archive, &["Meetings:1:1 invalid-value", "drafts:1:1 invalid-value"]);
    let problems = archive.check().problems();
    assert_eq!(problems[0]["message"], "nothing is read from the folder `Meetings`");
    assert_eq!(problems[0]["help"], "did you mean `meetings`?");
    assert!(problems[1]["help"].as_str().unwrap().contains("meetings/ or pages/"));
}

#[test]
fn a_note_outside_of_its_folder_is_reported() {
    let archive = sound().file("content/talk.en.md", "---\ntitle: A\n---\n");
    assert_reported(&archive, &["talk.en.md:1:1 invalid-value"]);
    assert_eq!(help(&archive), "move it into meetings/ or, if it is a plain page, into pages/");
}

#[test]
fn a_registry_of_another_ending_is_reported_and_not_missed_elsewhere() {
    for name in ["people.yml", "People.yaml", "people.yaml.txt", "peple.yaml"] {
        let archive = sound().file(&format!("content/{name}"), "{}");
        assert_eq!(help(&archive), "did you mean `people.yaml`?", "{name}");
    }
    let archive = Archive::new().promise("a", "2010-11-01", "");
    let tracks = archive.root().join("content/tracks.yaml");
    fs::rename(&tracks, tracks.with_extension("yml")).unwrap();
    assert_reported(&archive, &["tracks.yml:1:1 invalid-value"]);
    let other = sound().file("content/minutes.docx", "x");
    assert_eq!(help(&other), "files to be published belong in static/");
}

#[test]
fn files_for_people_may_lie_in_the_content_folder() {
    sound()
        .file("content/README.md", "x")
        .file("content/LICENSE", "x")
        .file("content/.gitkeep", "")
        .build()
        .ok();
}

#[test]
fn a_static_file_of_the_same_size_and_date_is_published_anew() {
    for is_in_place in [true, false] {
        let archive = sound().file("content/static/f.txt", "aaa").file("content/static/g/h.txt", "xxx");
        let files = ["content/static/f.txt", "content/static/g/h.txt"].map(|path| archive.root().join(path));
        for file in &files {
            replace(file, "aaa", true);
        }
        archive.build().ok();
        for file in &files {
            replace(file, "bbb", is_in_place);
        }
        let built = archive.build().ok();
        assert_eq!((built.page("f.txt"), built.page("g/h.txt")), ("bbb".into(), "bbb".into()));
        let sums = read(built.output.join("SHA256SUMS"));
        let listed = sums.lines().find(|line| line.ends_with("  f.txt")).unwrap();
        assert!(listed.starts_with(&taiwa::artifact::sha256("bbb")), "{listed}");
    }
}

#[test]
fn a_pipe_among_the_files_is_reported_and_not_waited_for() {
    for path in
        ["content/meetings/a.en.md", "content/tracks.yaml", "content/static/a.pdf", "content/ledger.txt"]
    {
        let archive = sound().file("content/static/b.pdf", "b");
        let _ = fs::remove_file(archive.root().join(path));
        assert!(Command::new("mkfifo").arg(archive.root().join(path)).status().unwrap().success());
        let problems = archive.check().problems();
        let reported =
            problems.iter().find(|it| it["path"] == path).unwrap_or_else(|| panic!("{path}: {problems:?}"));
        assert_eq!(reported["message"], "this cannot be read: it is no ordinary file", "{path}");
    }
}

#[test]
fn a_file_that_becomes_a_link_while_a_build_runs_is_never_read_through_it() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.txt");
    write(&secret, b"what lies outside");
    let archive = sound().file("content/static/f.txt", "ours");
    let file = archive.root().join("content/static/f.txt");
    let (link, plain) = (archive.root().join("link"), archive.root().join("plain"));
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                symlink(&secret, &link).unwrap();
                fs::rename(&link, &file).unwrap();
                write(&plain, b"ours");
                fs::rename(&plain, &file).unwrap();
            }
        });
        for _ in 0..40 {
            let _ = fs::remove_dir_all(archive.output());
            let built = archive.build();
            let published = fs::read_to_string(built.output.join("f.txt")).unwrap_or_else(|_| "none".into());
            assert!(published == "ours" || (published == "none" && built.status != 0), "{published}");
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn the_name_that_was_meant_is_shown_where_there_is_no_line_to_show() {
    let archive = sound().file("content/Static/a.txt", "").file("content/tracks.yml", "");
    let reported = archive.run(&["check"]).stderr;
    for meant in ["help: did you mean `static`?", "help: did you mean `tracks.yaml`?"] {
        assert!(reported.contains(meant), "{reported}");
    }
}

/// An archive whose theme has one file beside the default's.
fn themed() -> Archive {
    let settings = read(sound().root().join("content/site.yaml"));
    sound().file("content/site.yaml", format!("{settings}theme: own\n")).file("themes/own/static/a.txt", "a")
}

#[test]
fn leavings_in_a_theme_are_not_published() {
    let names = ["Thumbs.db", "desktop.ini", "~$a.docx", "a.css~", "#a#", "._a.css"];
    let archive =
        names.iter().fold(themed(), |archive, name| archive.file(&format!("themes/own/static/{name}"), "x"));
    let plain_archive = themed();
    let (plain, beside) = (plain_archive.build(), archive.build());
    assert_eq!((plain.status, beside.status), (0, 0), "{}", beside.stderr);
    assert_eq!(beside.files(), plain.files());
}

#[test]
fn a_link_in_a_theme_is_followed_to_a_file_of_it_alone() {
    let archive = themed();
    let place = |name: &str| archive.root().join("themes/own/static").join(name);
    symlink("a.txt", place("b.txt")).unwrap();
    let built = archive.build();
    assert_eq!(built.status, 0, "{}", built.stderr);
    assert!(built.files().keys().any(|path| path.contains("b.")));
    symlink("/etc/hostname", place("c.txt")).unwrap();
    let refused = archive.build();
    assert!(refused.status != 0 && refused.stderr.contains("c.txt"), "{}", refused.stderr);
}

#[test]
fn a_pipe_in_a_theme_is_reported_and_not_waited_for() {
    for path in ["themes/own/static/p.txt", "themes/own/templates/home.html", "themes/own/strings/en.ftl"] {
        let archive = themed();
        let pipe = archive.root().join(path);
        fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let refused = archive.build();
        assert!(refused.status != 0 && refused.stderr.contains(path), "{}", refused.stderr);
        assert!(refused.stderr.contains("it is no ordinary file"), "{}", refused.stderr);
    }
}
