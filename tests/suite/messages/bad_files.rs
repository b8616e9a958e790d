//! Files that are not what an archive expects: each is reported in its place, and nothing hangs or fails.

use crate::support::{
    Archive,
    limits::{assert_reported, check},
};

const EN: &str = "content/meetings/a.en.md";
const FRONT: &str = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";

/// An archive with one meeting in both languages.
fn sound() -> Archive {
    Archive::new().note("a", "en", FRONT, "Text.\n").note("a", "ja", "title: 会合a", "本文。\n")
}

#[test]
fn a_note_without_front_matter_is_reported() {
    let archive = Archive::new()
        .file("content/meetings/a.en.md", "Just text.\n")
        .file("content/meetings/b.en.md", "---\ntitle: Never closed\n")
        .file("content/meetings/c.en.md", "")
        .file("content/meetings/d.en.md", "\u{feff}")
        .file("content/meetings/e.en.md", "\n---\ntitle: After a blank line\n---\n");
    let expected =
        ["a", "b", "c", "d", "e"].map(|id| format!("meetings/{id}.en.md:1:1 missing-front-matter"));
    assert_reported(&archive, &expected.each_ref().map(String::as_str));
}

#[test]
fn empty_registries_are_as_none() {
    let registries = ["organizations", "people", "glossary"];
    let archive = registries
        .iter()
        .fold(sound(), |archive, name| archive.file(&format!("content/{name}.yaml"), "# nothing yet\n"));
    assert_reported(&archive, &[]);
    assert_reported(&sound().file("content/site.yaml", ""), &["site.yaml:1:1 missing-field"]);
}

#[test]
fn front_matter_that_is_no_map_is_an_invalid_value() {
    for (front, place) in [("- title: A\n- b", "2:1"), ("just text", "2:1"), ("[a, b]", "2:1")] {
        let archive = sound().note("a", "en", front, "");
        assert_reported(&archive, &[&format!("meetings/a.en.md:{place} invalid-value")]);
    }
    assert_reported(&sound().file("content/tracks.yaml", "- cloud\n"), &["tracks.yaml:1:1 invalid-value"]);
}

#[test]
fn invalid_utf8_is_reported_where_it_begins() {
    let bytes = b"---\ntitle: \xe4\xbc\x9a\xe5\n---\n";
    assert_reported(&Archive::new().file(EN, bytes), &["meetings/a.en.md:2:9 invalid-utf8"]);
    // A note in Shift_JIS, and a registry in UTF-16.
    let shift_jis = b"---\ntitle: \x89\xef\x8d\x87\n---\n";
    assert_reported(&Archive::new().file(EN, shift_jis), &["meetings/a.en.md:2:8 invalid-utf8"]);
    assert_reported(
        &sound().file("content/people.yaml", b"\xff\xfea\0:\0"),
        &["people.yaml:1:1 invalid-utf8"],
    );
}

#[test]
fn nul_and_other_control_characters_are_reported_where_they_stand() {
    let archive = sound().note("a", "en", FRONT, "a\0b\n\u{1b}[31mc\n");
    assert_reported(&archive, &["meetings/a.en.md:6:2 invalid-value", "meetings/a.en.md:7:1 invalid-value"]);
    assert_reported(
        &sound().edit(EN, "Meeting a", "Meeting\0a"),
        &["meetings/a.en.md:2:15 invalid-value", "meetings/a.en.md:2:15 yaml-syntax"],
    );
}

#[test]
fn characters_that_no_file_may_hold_are_reported_as_escapes_and_references_too() {
    for (title, written) in
        [("\\0", "U+0000"), ("\\u202e", "U+202E"), ("\\x1b[1m", "U+001B"), ("\\uFFFE", "U+FFFE")]
    {
        let archive = sound().edit(EN, "Meeting a", &format!("\"Meeting {title}\""));
        assert_reported(&archive, &["meetings/a.en.md:2:8 invalid-value"]);
        assert_eq!(
            check(&archive).problems()[0]["message"],
            format!("the character {written} does not belong in a text")
        );
    }
    let registry = sound().edit("content/tracks.yaml", "en: Open Internet", "en: \"Open \\u2066Internet\"");
    assert_reported(&registry, &["tracks.yaml:2:29 invalid-value"]);
    let body = "a &#x202e; [c](https://c.example/&#x202a; \"&#8294;\") <abbr title=\"&#xFFFF;\">d</abbr>\n";
    let reported =
        ["6:3", "6:34", "6:44", "6:67"].map(|place| format!("meetings/a.en.md:{place} invalid-value"));
    assert_reported(&sound().note("a", "en", FRONT, body), &reported.each_ref().map(String::as_str));
    // What Markdown shows as it is written, and blanks, are fine.
    let body = "`&#x202e;` \\&#x202e; &#9; &amp;#x202e; &#x202e\n\n    &#x202e;\n";
    assert_reported(&sound().note("a", "en", FRONT, body).note("a", "ja", "title: 会合a", body), &[]);
    assert_reported(&sound().edit(EN, "Meeting a", "\"Meeting\\r\\n\\ta\""), &[]);
}

#[test]
fn line_ends_of_any_kind_and_a_byte_order_mark_are_fine() {
    let plain = sound().build().ok().page("en/meetings/a/");
    let windows = |lang: &str, front: &str, body: &str| {
        let text = format!("\u{feff}---\n{front}\n---\n{body}").replace('\n', "\r\n");
        (format!("content/meetings/a.{lang}.md"), text)
    };
    let (english, text) = windows("en", FRONT, "Text.\n");
    let (japanese, 本文) = windows("ja", "title: 会合a", "本文。\n");
    let archive = sound().file(&english, text).file(&japanese, 本文);
    assert_eq!(archive.build().ok().page("en/meetings/a/"), plain);
    let archive = archive.edit(EN, "2010-11-01", "2010-11-31");
    assert_reported(&archive, &["meetings/a.en.md:4:7 invalid-date"]);
}

#[test]
fn too_large_files_and_front_matter_are_refused() {
    let big = "x".repeat((8 << 20) + 1);
    assert_reported(&sound().note("a", "en", FRONT, &big), &["meetings/a.en.md:1:1 too-large"]);
    assert_reported(&sound().file("content/people.yaml", big), &["people.yaml:1:1 too-large"]);
    let front = format!("{FRONT}\nsummary: {}", "x".repeat(2 << 20));
    assert_reported(&sound().note("a", "en", &front, ""), &["meetings/a.en.md:1:1 too-large"]);
}

#[test]
fn names_that_are_no_notes_or_no_ids_are_reported() {
    let archive = Archive::new()
        .file("content/meetings/notes.md", "x")
        .file("content/meetings/a.fr.md", "x")
        .file("content/meetings/.en.md", "x")
        .file("content/meetings/picture.png", "x");
    assert_reported(
        &archive,
        &[
            "meetings/a.fr.md:1:1 invalid-value",
            "meetings/notes.md:1:1 invalid-value",
            "meetings/picture.png:1:1 invalid-value",
        ],
    );
    for name in ["two words", "会合", "A", "a.b", "a_b", "-a", "a\\b"] {
        let archive = Archive::new().note(name, "en", FRONT, "").note(name, "ja", "title: 会合", "");
        let expected = ["en", "ja"].map(|lang| format!("meetings/{name}.{lang}.md:2:1 invalid-id"));
        assert_reported(&archive, &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn ids_that_differ_only_by_case_are_not_two_notes() {
    let front = FRONT.replace("title: ", "title: Another ");
    let archive = sound().note("A", "en", &front, "").note("A", "ja", "title: 会合A", "");
    assert_reported(&archive, &["meetings/A.en.md:2:1 invalid-id", "meetings/A.ja.md:2:1 invalid-id"]);
}

#[test]
fn a_meeting_in_japanese_alone_works_with_a_warning() {
    let archive = Archive::new().note("a", "ja", &FRONT.replace("Meeting a", "会合a"), "本文。\n");
    let checked = check(&archive);
    assert_eq!(
        (checked.reported(), checked.status),
        (vec!["meetings/a.ja.md:1:1 missing-translation".into()], 0)
    );
    assert!(archive.build().published().page("en/meetings/a/").contains("会合a"));
}

#[test]
fn a_folder_with_the_name_of_a_note_is_reported() {
    let archive = sound().file("content/meetings/b.en.md/c.txt", "x");
    assert_reported(
        &archive,
        &["meetings/b.en.md:1:1 invalid-value", "meetings/b.en.md/c.txt:1:1 invalid-value"],
    );
}

#[cfg(unix)]
mod unix {
    use std::{
        ffi::OsStr,
        fs::{self, Permissions},
        os::unix::{
            ffi::OsStrExt,
            fs::{MetadataExt, PermissionsExt, symlink},
        },
        process::Command,
    };
    use tempfile::TempDir;

    use super::*;
    use crate::support::{copy_program, limits};

    fn with_link(archive: Archive, target: &str, link: &str) -> Archive {
        symlink(target, archive.root().join(link)).unwrap();
        archive
    }

    fn with_pipe(archive: Archive, path: &str) -> Archive {
        let made = Command::new("mkfifo").arg(archive.root().join(path)).status().unwrap();
        assert!(made.success());
        archive
    }

    #[test]
    fn links_out_of_the_content_folder_are_not_followed() {
        let archive = sound().file("secret.txt", "secret").file("content/static/a.txt", "a");
        let archive = with_link(archive, "../../secret.txt", "content/static/b.txt");
        let archive = with_link(archive, "a.txt", "content/static/c.txt");
        let archive = with_link(archive, "../..", "content/static/d");
        let archive = with_link(archive, "../../secret.txt", "content/meetings/e.en.md");
        let archive = with_link(archive, "../secret.txt", "content/glossary.yaml");
        let reported = ["glossary.yaml", "meetings/e.en.md", "static/b.txt", "static/d"];
        let reported = reported.map(|path| format!("{path}:1:1 outside-content"));
        assert_reported(&archive, &reported.each_ref().map(String::as_str));
    }

    #[test]
    fn links_that_lead_nowhere_are_reported() {
        let archive = sound().file("content/static/b.txt", "b");
        let archive = with_link(archive, "gone", "content/static/a.txt");
        let archive = with_link(archive, "gone.md", "content/meetings/b.en.md");
        let archive = with_link(archive, "gone.yaml", "content/glossary.yaml");
        let archive = with_link(archive, "gone", "content/pages");
        let reported = ["glossary.yaml", "meetings/b.en.md", "pages", "static/a.txt"];
        let reported = reported.map(|path| format!("{path}:1:1 outside-content"));
        assert_reported(&archive, &reported.each_ref().map(String::as_str));
    }

    #[test]
    fn links_in_a_circle_are_reported() {
        let archive = with_link(sound(), ".", "content/meetings/loop");
        let archive = with_link(archive, "self", "content/meetings/self");
        assert_reported(
            &archive,
            &["meetings/loop:1:1 outside-content", "meetings/self:1:1 outside-content"],
        );
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let archive = sound().file("content/static/a.txt", "a");
        let archive = with_pipe(archive, "content/meetings/b.en.md");
        let archive = with_pipe(archive, "content/static/pipe");
        let archive = with_pipe(archive, "content/glossary.yaml");
        let archive = with_link(archive, "pipe", "content/static/link");
        let reported = ["glossary.yaml", "meetings/b.en.md", "static/link", "static/pipe"];
        let reported = reported.map(|path| format!("{path}:1:1 outside-content"));
        assert_reported(&archive, &reported.each_ref().map(String::as_str));
        let message = &check(&archive).problems()[0]["message"];
        assert_eq!(message, "this cannot be read: it is no ordinary file");
    }

    #[test]
    fn a_name_that_is_no_utf8_is_reported() {
        let archive = sound();
        let name = OsStr::from_bytes(b"\x89\xef.en.md");
        fs::write(archive.root().join("content/meetings").join(name), format!("---\n{FRONT}\n---\n"))
            .unwrap();
        let reported = check(&archive).reported();
        assert!(
            reported.contains(&"meetings/\u{fffd}\u{fffd}.en.md:2:1 invalid-id".to_owned()),
            "{reported:?}"
        );
    }

    /// Files without permission, read as somebody whom it stops: root is let through, so root becomes nobody first.
    #[test]
    fn files_without_permission_are_reported() {
        let archive = sound().file("content/static/a.txt", "a").file("content/meetings/deep/b.en.md", "x");
        let closed = ["content/meetings/a.ja.md", "content/glossary.yaml", "content/meetings/deep"];
        let archive = archive.file("content/glossary.yaml", "[]");
        let root = archive.root().to_owned();
        let set =
            |path: &str, mode| fs::set_permissions(root.join(path), Permissions::from_mode(mode)).unwrap();
        set("", 0o755);
        for path in closed {
            set(path, 0o000);
        }
        let program = TempDir::new().unwrap();
        let checked = if fs::metadata(&root).unwrap().uid() == 0 {
            fs::set_permissions(program.path(), Permissions::from_mode(0o755)).unwrap();
            let copy = copy_program(program.path());
            let mut command = Command::new("setpriv");
            limits::run(
                &archive,
                command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(copy),
            )
        } else {
            limits::run(&archive, &mut Command::new(env!("CARGO_BIN_EXE_taiwa")))
        };
        set("content/meetings/deep", 0o755);
        let reported = ["glossary.yaml", "meetings/a.ja.md", "meetings/deep"];
        assert_eq!(
            checked.reported(),
            reported.map(|path| format!("{path}:1:1 outside-content")),
            "{}",
            checked.stderr
        );
        let message = &checked.problems()[1]["message"];
        assert_eq!(message, "this cannot be read: Permission denied (os error 13)");
    }
}
