//! The output folder where somebody changed or replaced files of the site: what is not as a build wrote it is not ours.

use crate::support::{Archive, files, read, write};
use std::{fs, path::Path};

const PAGE: &str = "ja/meetings/b/index.html";

/// An archive that was built, and whose next build writes `PAGE` and removes `x/y/z.txt`.
fn changed() -> Archive {
    let archive = Archive::two_meetings();
    archive.build().ok();
    let archive = archive.append("content/meetings/b.ja.md", "変更。\n");
    archive.append("content/meetings/b.en.md", "A change.\n").without("content/static/x/y/z.txt")
}

/// Asserts that a build names this file, and that it changes nothing.
#[track_caller]
fn refuses(archive: &Archive, path: &str, way: &str) {
    let site = |folder: &Path| {
        let mut files = files(folder);
        files.retain(|path, _| !path.starts_with(".taiwa/lock"));
        files
    };
    let before = site(&archive.output());
    let built = archive.build();
    assert_eq!(built.status, 3, "{}", built.stderr);
    assert!(built.stderr.contains(&format!("output/{path} ")), "{}", built.stderr);
    assert!(built.stderr.contains(&format!("use --force to {way} it")), "{}", built.stderr);
    assert!(site(&archive.output()) == before, "{path}");
}

#[test]
fn a_file_of_others_in_the_place_of_one_that_was_written_is_not_overwritten() {
    // A text of the same length is reported from ours too.
    for length in [4, 0] {
        let archive = changed();
        let place = archive.output().join(PAGE);
        let length = if length == 0 { fs::metadata(&place).unwrap().len() } else { length };
        fs::remove_file(&place).unwrap();
        write(&place, &vec![b'm'; usize::try_from(length).unwrap()]);
        refuses(&archive, PAGE, "overwrite");
        assert!(archive.build_with(&["--force"]).ok().page("ja/meetings/b/").contains("変更"));
        archive.build().ok();
    }
}

#[test]
fn a_file_of_others_in_the_place_of_one_that_goes_is_not_removed() {
    let archive = changed();
    write(&archive.output().join("x/y/z.txt"), b"a colleague's own");
    refuses(&archive, "x/y/z.txt", "remove");
    fs::rename(archive.output().join("x/y/z.txt"), archive.output().join("x/y/mine.txt")).unwrap();
    let built = archive.build().ok();
    assert!(built.has("x/y/mine.txt") && !built.has("x/y/z.txt"));
    let archive = changed();
    write(&archive.output().join("x/y/z.txt"), b"a colleague's own");
    assert!(!archive.build_with(&["--force"]).ok().has("x/y/z.txt"));
}

#[test]
fn a_file_that_was_changed_since_where_a_folder_belongs_is_not_overwritten() {
    let archive = Archive::new().file("content/static/papers", "a file");
    archive.build().ok();
    write(&archive.output().join("papers"), b"another");
    let archive = archive.without("content/static/papers").file("content/static/papers/a.txt", "a");
    refuses(&archive, "papers", "overwrite");
    write(&archive.output().join("papers"), b"a file");
    assert_eq!(read(archive.build().ok().output.join("papers/a.txt")), "a");
}

#[test]
fn a_file_that_was_changed_since_in_a_folder_where_a_file_belongs_stays() {
    let archive = Archive::new().file("content/static/papers/a.txt", "a");
    archive.build().ok();
    write(&archive.output().join("papers/a.txt"), b"mine");
    let archive = archive.without("content/static/papers/a.txt");
    fs::remove_dir(archive.root().join("content/static/papers")).unwrap();
    let archive = archive.file("content/static/papers", "a file");
    let built = archive.build();
    assert_eq!(built.status, 3);
    assert!(built.stderr.contains("papers/a.txt"), "{}", built.stderr);
    assert_eq!(read(built.output.join("papers/a.txt")), "mine");
}

#[test]
fn a_page_that_was_changed_by_hand_is_not_overwritten_though_the_site_is_the_same() {
    let archive = Archive::two_meetings();
    archive.build().ok();
    write(&archive.output().join("robots.txt"), b"User-agent: none\n");
    refuses(&archive, "robots.txt", "overwrite");
    fs::remove_file(archive.output().join("robots.txt")).unwrap();
    assert!(archive.build().ok().has("robots.txt"));
}

/// A length and a date can be made alike.
#[cfg(unix)]
#[test]
fn a_file_of_others_with_the_length_and_date_of_ours_is_reported_from_it() {
    let archive = changed();
    for path in ["x/y/z.txt", PAGE] {
        let place = archive.output().join(path);
        let before = fs::metadata(&place).unwrap();
        let length = usize::try_from(before.len()).unwrap();
        fs::remove_file(&place).unwrap();
        write(&place, &vec![b'm'; length]);
        let opened = fs::File::options().write(true).open(&place).unwrap();
        opened.set_modified(before.modified().unwrap()).unwrap();
        refuses(&archive, path, if path == PAGE { "overwrite" } else { "remove" });
        fs::remove_file(&place).unwrap();
    }
}

/// As `git checkout` of a branch that was published: the times are others, and perhaps what was noted of them is lost.
#[test]
fn files_with_the_same_bytes_stay_the_builds_own() {
    for is_known in [true, false] {
        let archive = changed();
        if !is_known {
            fs::remove_dir_all(archive.root().join(".taiwa")).unwrap();
        }
        for (path, bytes) in files(&archive.output()) {
            if !path.starts_with(".taiwa/") {
                fs::remove_file(archive.output().join(&path)).unwrap();
                write(&archive.output().join(&path), &bytes);
            }
        }
        let built = archive.build().ok();
        assert!(built.page("ja/meetings/b/").contains("変更") && !built.has("x/y/z.txt"));
    }
}

/// A list of names alone, as earlier versions wrote it, is believed once.
#[test]
fn a_list_of_an_earlier_version_is_read_and_gets_sums() {
    let archive = changed();
    let list = archive.output().join(".taiwa/written.json");
    let names: Vec<_> =
        files(&archive.output()).into_keys().filter(|path| !path.starts_with(".taiwa/")).collect();
    write(&list, format!("{{\"files\": {names:?}}}").as_bytes());
    let built = archive.build().ok();
    assert!(built.page("ja/meetings/b/").contains("変更") && !built.has("x/y/z.txt"));
    write(&archive.output().join(PAGE), b"mine");
    let archive = archive.append("content/meetings/b.ja.md", "再び。\n");
    refuses(&archive, PAGE, "overwrite");
}

/// A kill may leave any of the files old or new; both are on the list that was written before.
#[test]
fn what_an_unfinished_build_announced_is_its_own() {
    let archive = changed();
    let list = archive.output().join(".taiwa/written.json");
    let (old_list, old) = (read(&list), fs::read(archive.output().join(PAGE)).unwrap());
    archive.build().ok();
    let sums = |list: &str| {
        let line = list.lines().find(|line| line.contains(PAGE)).unwrap();
        line.split('"').nth(3).unwrap().to_owned()
    };
    let new_list = read(&list);
    let (before, after) = (sums(&old_list), sums(&new_list));
    assert_ne!(before, after);
    write(&archive.output().join(PAGE), &old);
    refuses(&archive, PAGE, "overwrite");
    write(&list, new_list.replace(&after, &format!("{before} {after}")).as_bytes());
    assert!(archive.build().ok().page("ja/meetings/b/").contains("変更"));
    assert_eq!(sums(&read(&list)), after);
}

/// A file that became a folder before a kill is on the list as both.
#[test]
fn a_build_that_ended_between_a_file_and_a_folder_of_its_name_is_made_good() {
    let archive = Archive::new().file("content/static/papers", "a file");
    archive.build().ok();
    let list = archive.output().join(".taiwa/written.json");
    let line = format!("\"papers\": {:?},", taiwa::artifact::sha256("a file"));
    assert!(read(&list).contains(&line));
    let archive = archive.without("content/static/papers").file("content/static/papers/a.txt", "a");
    archive.build().ok();
    let text = read(&list);
    write(&list, text.replacen("\"papers/a.txt\"", &format!("{line}\n\"papers/a.txt\""), 1).as_bytes());
    assert_eq!(read(archive.build().ok().output.join("papers/a.txt")), "a");
    let archive = archive.without("content/static/papers/a.txt");
    fs::remove_dir(archive.root().join("content/static/papers")).unwrap();
    let archive = archive.file("content/static/papers", "a file");
    archive.build().ok();
    let gone = format!("\"papers/a.txt\": {:?},", taiwa::artifact::sha256("a"));
    let text = read(&list);
    write(&list, text.replacen("\"papers\"", &format!("{gone}\n\"papers\""), 1).as_bytes());
    assert_eq!(read(archive.build().ok().output.join("papers")), "a file");
}

/// Mounts are seen only by the shell that makes them. Where the system lets nobody make any, as in some containers, the test
/// can be left out with `TAIWA_TEST_WITHOUT_MOUNTS=1`.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_or_file_that_is_a_mount_of_its_own_is_named_before_anything_changes() {
    const SCRIPT: &str = r#"
        mkdir "$1/other" && mount -t tmpfs tmpfs "$1/other" 2>/dev/null && cp -a "$1/output/ja/." "$1/other/" || exit 77
        mount --bind "$1/other" "$1/output/ja" || exit 77
        "$2" build --root "$1"; echo "status $?"; ls "$1/output/x/y"
        umount "$1/output/ja" && cp -a "$1/output/ja" "$1/same" && mount --bind "$1/same" "$1/output/ja" || exit 77
        "$2" build --root "$1"; echo "status $?"
        umount "$1/output/ja" || exit 77
        for file in ja/meetings/b/index.html x/y/z.txt; do
            cp "$1/output/$file" "$1/file" && mount --bind "$1/file" "$1/output/$file" || exit 77
            "$2" build --root "$1"; echo "status $?"; ls "$1/output/x/y"
            umount "$1/output/$file" || exit 77
        done
        for folder in x x/y; do
            mkdir -p "$1/empty" && mount --bind "$1/empty" "$1/output/$folder" || exit 77
            "$2" build --root "$1"; echo "status $?"
            umount "$1/output/$folder" && ls "$1/output/x/y" || exit 77
        done
        mkdir "$1/output/.taiwa/new" && mount --bind "$1/same" "$1/output/.taiwa/new" || exit 77
        "$2" build --root "$1"; echo "status $?"; ls "$1/same/index.html"
        umount "$1/output/.taiwa/new" || exit 77"#;
    let archive = changed();
    let mut shell = std::process::Command::new("unshare");
    shell.args(["--mount", "--map-root-user", "sh", "-c", SCRIPT, "sh"]).arg(archive.root());
    if std::env::var_os("TAIWA_TEST_WITHOUT_MOUNTS").is_some() {
        return;
    }
    let done = shell.arg(env!("CARGO_BIN_EXE_taiwa")).output().unwrap();
    let (out, reported) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    let kept = format!("{}/same/index.html", archive.root().display());
    let expected = format!(
        "status 3\nz.txt\nstatus 3\nstatus 3\nz.txt\nstatus 3\nz.txt\n\
         status 3\nz.txt\nstatus 3\nz.txt\nstatus 3\n{kept}\n"
    );
    assert_eq!(out, expected, "{reported}");
    assert_eq!(reported.matches("output/ja is a mount of its own").count(), 2, "{reported}");
    for file in [PAGE, "x/y/z.txt", "x", "x/y", ".taiwa/new"] {
        assert!(reported.contains(&format!("output/{file} is a mount of its own")), "{reported}");
    }
    archive.build().ok();
}
