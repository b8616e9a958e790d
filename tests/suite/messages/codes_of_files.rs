//! Each code of a problem of files, addresses and themes: what brings it about, and the exact place where it is reported.

use crate::support::{Archive, assert_reported, help};

const EN: &str = "content/meetings/a.en.md";

#[test]
fn yaml_syntax() {
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .edit(EN, "date: 2010-11-01", "date: [2010-11-01")
        .without("content/meetings/a.ja.md");
    let checked = archive.check();
    assert_eq!(checked.problems().len(), 1, "{}", checked.stdout);
    assert_eq!(checked.problems()[0]["code"], "yaml-syntax");
    assert_eq!(checked.problems()[0]["path"], EN);
}

#[test]
fn what_a_file_that_cannot_be_read_would_have_said_is_not_missed() {
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .promise("b", "2011-11-01", "fulfills: [a/promise]")
        .edit(EN, "date: 2010-11-01", "date: [2010-11-01");
    let reported = archive.check().reported();
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert!(reported[0].ends_with("yaml-syntax"), "{reported:?}");
}

#[test]
fn a_full_width_comma_between_ids_is_reported_as_such() {
    let archive = Archive::new().edit("content/dialogues.yaml", "[us, jp]", "[us， jp]");
    let reported = archive.check().reported();
    assert!(reported.contains(&"dialogues.yaml:3:13 full-width-syntax".to_owned()), "{reported:?}");
    let problems = archive.check().problems();
    let comma = problems.iter().find(|it| it["code"] == "full-width-syntax").unwrap();
    assert_eq!(comma["help"], "write it in half-width: `us, jp`");
}

#[test]
fn url_collision() {
    let archive = Archive::new().file("content/static/en/index.html", "mine");
    assert_reported(&archive, &["static/en/index.html:1:1 url-collision"]);
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\naliases: [/en/meetings/]"),
        &["meetings/a.en.md:5:11 url-collision"],
    );
    assert_reported(
        &Archive::new().file("content/static/robots.txt", "mine"),
        &["static/robots.txt:1:1 url-collision"],
    );
}

#[test]
fn template_error() {
    let archive = Archive::new().edit("content/site.yaml", "title:", "theme: own\ntitle:").file(
        "themes/own/templates/home.html",
        "{% extends \"base.html\" %}\n{% block main %}{{ nothing_there }}",
    );
    let reported = archive.check().problems();
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert_eq!(
        (&reported[0]["code"], &reported[0]["path"]),
        (&"template-error".into(), &"themes/own/templates/home.html".into())
    );
}

#[test]
fn a_template_that_fails_while_rendering_is_reported_in_its_place() {
    let archive = Archive::new()
        .edit("content/site.yaml", "title:", "theme: own\ntitle:")
        .file("themes/own/templates/home.html", "<p>\n{{ nothing_there }}\n</p>\n");
    let built = archive.build_with(&["--format", "json"]);
    assert_eq!(built.status, 1);
    assert_eq!(built.reported(), ["themes/own/templates/home.html:2:4 template-error"]);
    assert!(!built.output.exists());
}

#[test]
fn missing_string() {
    let archive = Archive::new()
        .edit("content/site.yaml", "title:", "theme: own\ntitle:")
        .file("themes/own/templates/home.html", "{{ s.no_such_string }}\n");
    assert_reported(
        &archive,
        &[
            "themes/own/templates/home.html:1:6 missing-string",
            "themes/own/templates/home.html:1:6 missing-string",
        ],
    );
    let archive = Archive::new()
        .edit("content/site.yaml", "title:", "theme: own\ntitle:")
        .file("themes/own/strings/en.ftl", "# A string of its own.\nonly-english = Only here\n");
    assert_reported(&archive, &["themes/own/strings/en.ftl:2:1 missing-string"]);
}

#[test]
fn a_theme_that_is_not_there_is_reported_where_it_is_named() {
    let archive = Archive::new().edit("content/site.yaml", "title:", "theme: none\ntitle:");
    assert_reported(&archive, &["site.yaml:1:8 invalid-value"]);
}

#[test]
fn missing_translation() {
    let archive = Archive::new().promise("a", "2010-11-01", "").without("content/meetings/a.ja.md");
    assert_reported(&archive, &["meetings/a.en.md:1:1 missing-translation"]);
    assert_eq!(help(&archive), "the other file is called a.ja.md");
}
