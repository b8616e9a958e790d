//! Names that many systems take for one, and names that some cannot hold.

use crate::support::{Archive, assert_reported};
use std::collections::BTreeSet;

/// An archive with a meeting that has an alias.
fn aliased(alias: &str) -> Archive {
    Archive::new().meeting("m1", &format!("date: 2010-11-01\naliases: [{alias}]"))
}

/// What is told of an archive: code, path, message and help.
fn reported(archive: &Archive) -> Vec<[String; 4]> {
    let problems = archive.check().problems();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    problems.iter().map(|it| ["code", "path", "message", "help"].map(|key| text(&it[key]))).collect()
}

#[test]
fn an_alias_that_differs_from_a_page_only_in_case_collides() {
    for alias in ["/EN/meetings/m1/", "/en/MEETINGS/", "/en/Meetings/M1/", "/JA/"] {
        assert_reported(&aliased(alias), &["meetings/m1.en.md:5:11 url-collision"]);
    }
    let [code, path, message, help] = reported(&aliased("/EN/meetings/m1/")).remove(0);
    assert_eq!((code.as_str(), path.as_str()), ("url-collision", "content/meetings/m1.en.md"));
    assert_eq!(message, "the name /EN/meetings/m1 is the same as /en/meetings/m1 on many systems");
    assert_eq!(
        help,
        "Windows and macOS do not tell upper case from lower case in names; choose another name"
    );
    for alias in ["/en/meetings/m2/", "/old/2010/", "/Old/First-Meeting/"] {
        aliased(alias).build_with(&["--strict"]).ok();
    }
}

#[test]
fn static_files_that_differ_only_in_case_collide_and_links_to_both_are_whole() {
    let archive = Archive::new()
        .file("content/static/docs/Report.pdf", "one")
        .file("content/static/docs/report.pdf", "other")
        .note(
            "m1",
            "en",
            "title: M\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}",
            "[a](/docs/report.pdf) [b](/docs/Report.pdf)\n",
        )
        .note("m1", "ja", "title: 会合", "[a](/docs/report.pdf) [b](/docs/Report.pdf)\n");
    assert_reported(&archive, &["static/docs/report.pdf:1:1 url-collision"]);
    let found = reported(&archive);
    assert_eq!(found[0][2], "the name /docs/report.pdf is the same as /docs/Report.pdf on many systems");
}

#[test]
fn names_of_the_sites_own_files_are_taken_in_any_case() {
    for name in
        ["sha256sums", "Robots.txt", "Data/Archive.json", "DATA/SEARCH/x.json", "Index.html", ".TAIWA/x"]
    {
        let archive = Archive::new().file(&format!("content/static/{name}"), "mine");
        assert_reported(&archive, &[&format!("static/{name}:1:1 url-collision")]);
    }
}

#[test]
fn letters_beyond_ascii_are_compared_without_case_too() {
    let archive =
        Archive::new().file("content/static/Ärger.pdf", "one").file("content/static/ärger.pdf", "other");
    assert_reported(&archive, &["static/ärger.pdf:1:1 url-collision"]);
    let sound = Archive::new().file("content/static/か.pdf", "one").file("content/static/が.pdf", "other");
    assert_reported(&sound, &[]);
}

#[test]
fn a_folder_in_two_cases_is_reported_once() {
    let archive = Archive::new()
        .file("content/static/EN/a.pdf", "a")
        .file("content/static/EN/b.pdf", "b")
        .file("content/static/EN/deep/c.pdf", "c")
        .note("m1", "en", "title: M\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}", "[b](/EN/b.pdf)\n")
        .note("m1", "ja", "title: 会合", "[b](/EN/b.pdf)\n");
    assert_reported(&archive, &["static/EN/a.pdf:1:1 url-collision"]);
    let [_, _, message, help] = reported(&archive).remove(0);
    assert_eq!(message, "the folder /EN/ is the same as /en/ on many systems");
    assert_eq!(help, "Windows and macOS do not tell upper case from lower case in names; write both alike");
    // Folders of the static files among themselves, whichever is written in lower case.
    let archive =
        Archive::new().file("content/static/Docs/a.pdf", "a").file("content/static/docs/b.pdf", "b");
    assert_reported(&archive, &["static/docs/b.pdf:1:1 url-collision"]);
    Archive::new()
        .file("content/static/Docs/a.pdf", "a")
        .file("content/static/Docs/b.pdf", "b")
        .file("content/static/en/statement.pdf", "c")
        .build_with(&["--strict"])
        .ok();
}

#[test]
fn a_folder_beside_that_of_the_themes_files_is_reported_in_another_case() {
    let archive =
        Archive::new().file("content/static/Assets/a.pdf", "a").file("content/static/Assets/b.pdf", "b");
    assert_reported(&archive, &["static/Assets/a.pdf:1:1 url-collision"]);
    let [_, _, message, help] = reported(&archive).remove(0);
    assert_eq!(message, "the folder /Assets/ is the same as /assets/ on many systems");
    assert_eq!(help, "Windows and macOS do not tell upper case from lower case in names; write both alike");
    for (name, message) in [
        ("assets", "the address /assets is taken by another page or file"),
        ("ASSETS", "the name /ASSETS is the same as /assets on many systems"),
    ] {
        let archive = Archive::new().file(&format!("content/static/{name}"), "mine");
        assert_reported(&archive, &[&format!("static/{name}:1:1 url-collision")]);
        assert_eq!(reported(&archive)[0][2], message);
    }
    assert_reported(&aliased("/Assets/"), &["meetings/m1.en.md:5:11 url-collision"]);
    let sound = Archive::new()
        .file("content/static/assets/mine.pdf", "a")
        .file("content/static/docs/Assets/b.pdf", "b");
    assert!(sound.build_with(&["--strict"]).ok().has("assets/mine.pdf"));
}

#[test]
fn every_folder_of_the_sites_own_is_reported_in_another_case() {
    let archive = Archive::new().promise("m1", "2010-11-01", "");
    let built = archive.build().ok();
    let folders: BTreeSet<_> = built
        .files()
        .keys()
        .flat_map(|path| path.rmatch_indices('/').map(|(at, _)| path[..at].to_owned()).collect::<Vec<_>>())
        .collect();
    assert!(["assets", "data", "en/meetings/m1", "ja/commitments"].iter().all(|it| folders.contains(*it)));
    for folder in folders {
        let other = folder.to_ascii_uppercase();
        let archive = Archive::new()
            .promise("m1", "2010-11-01", "")
            .file(&format!("content/static/{other}/mine.pdf"), "mine");
        assert_reported(&archive, &[&format!("static/{other}/mine.pdf:1:1 url-collision")]);
    }
}

#[test]
fn a_link_in_another_case_is_broken_and_the_name_is_offered() {
    for link in ["/docs/report.pdf", "/DOCS/REPORT.PDF", "/Docs/Report.pdf"] {
        let archive = Archive::new()
            .file("content/static/docs/Report.pdf", "one")
            .note(
                "m1",
                "en",
                "title: M\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}",
                &format!("[a]({link})\n"),
            )
            .note("m1", "ja", "title: 会合", "[a](/docs/Report.pdf)\n");
        let found = reported(&archive);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0][0], "broken-link");
        assert_eq!(found[0][3], "did you mean `/docs/Report.pdf`?");
    }
}

#[test]
fn a_file_name_that_some_system_cannot_hold_is_reported() {
    let archive = Archive::new()
        .file("content/static/con.txt", "a")
        .file("content/static/docs/q?x.pdf", "b")
        .file("content/static/docs/a:b.pdf", "c")
        .file("content/static/docs/end.", "d")
        .file("content/static/aux/one.pdf", "e")
        .file("content/static/aux/two.pdf", "f")
        .file("content/static/docs/console.txt", "g")
        .file("content/static/docs/会議 1.pdf", "h");
    assert_reported(
        &archive,
        &[
            "static/aux/one.pdf:1:1 unportable-name",
            "static/con.txt:1:1 unportable-name",
            "static/docs/a:b.pdf:1:1 unportable-name",
            "static/docs/end.:1:1 unportable-name",
            "static/docs/q?x.pdf:1:1 unportable-name",
        ],
    );
    let found = reported(&archive);
    let texts: Vec<_> = found.iter().map(|[_, _, message, help]| (message.as_str(), help.as_str())).collect();
    assert_eq!(
        texts,
        [
            (
                "some systems cannot hold the name `aux`",
                "Windows keeps it for a device, whatever its ending; choose another name"
            ),
            (
                "some systems cannot hold the name `con.txt`",
                "Windows keeps it for a device, whatever its ending; choose another name"
            ),
            (
                "some systems cannot hold the name `a:b.pdf`",
                "Windows has no `:` in names; choose another name"
            ),
            (
                "some systems cannot hold the name `end.`",
                "Windows drops a dot or a blank at the end; choose another name"
            ),
            (
                "some systems cannot hold the name `q?x.pdf`",
                "Windows has no `?` in names; choose another name"
            ),
        ]
    );
    let built = archive.build().published();
    assert!(built.has("docs/q?x.pdf") && built.has("con.txt"));
}

#[test]
fn an_alias_that_some_system_cannot_hold_is_reported() {
    for alias in ["/en/con/", "/old/nul.2010/x/", "/old/end./", "/LPT1/"] {
        assert_reported(&aliased(alias), &["meetings/m1.en.md:5:11 unportable-name"]);
    }
    for alias in ["/en/console/", "/old/a.b/", "/old/com10/"] {
        aliased(alias).build_with(&["--strict"]).ok();
    }
}

#[test]
fn an_alias_that_no_system_can_hold_is_refused_and_the_longest_is_built() {
    let long = |bytes: usize| format!("/en/{}/", "a".repeat(bytes));
    assert_reported(&aliased(&long(256)), &["meetings/m1.en.md:5:11 invalid-value"]);
    assert_reported(&aliased(&format!("/{}/", "会".repeat(86))), &["meetings/m1.en.md:5:11 invalid-value"]);
    aliased(&long(255)).build_with(&["--strict"]).ok();
    aliased(&format!("/{}/", "会".repeat(85))).build_with(&["--strict", "--compress"]).ok();
}

#[test]
fn static_files_of_the_longest_name_are_built() {
    let archive =
        Archive::new().file(&format!("content/static/{}.txt", "a".repeat(251)), "text ".repeat(500));
    archive.build().ok();
    let built = archive.build_with(&["--compress"]).ok();
    assert_eq!(built.files().keys().filter(|path| path.starts_with("aaa")).count(), 1);
}
