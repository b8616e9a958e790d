//! A second theme, `paper`: it takes the place of one template, one block of all pages, one component, a string and
//! the style sheet. Everything else stays the default theme's.

use crate::support::{Archive, site};
use std::collections::BTreeMap;

type Pages = BTreeMap<String, String>;

/// The pages of the fixture in a theme.
fn pages(theme: &str) -> Pages {
    let archive = Archive::from(&site("good/full"));
    let arguments = ["--as-of", "2026-11-22", "--color", "never", "--theme", theme];
    archive.build_with(&arguments).published().pages()
}

/// The text between two marks, and the whole with a word in its place, for each place where they stand.
fn without(page: &str, start: &str, end: &str, word: &str) -> String {
    let mut parts = page.split(start);
    let mut left = parts.next().unwrap().to_owned();
    for part in parts {
        left.extend([word, part.split_once(end).unwrap().1]);
    }
    left
}

/// The address of the style sheet, as pages have it.
fn style(page: &str) -> String {
    let address = page.split("assets/style.").nth(1).unwrap().split('"').next().unwrap();
    format!("assets/style.{address}")
}

/// A page without what the theme asks to be otherwise on every page.
fn common(path: &str, page: &str) -> String {
    let page = page.replace(&style(page), "STYLE");
    let page = ["Made with", "Printed with", "作成ソフトウェア", "組版"]
        .iter()
        .fold(page, |page, words| page.replace(&format!("<dt>{words}</dt>"), "<dt>MADE WITH</dt>"));
    let page = without(&page, "\n<p class=\"colophon\">", "</p>", "");
    let page = without(&page, "\n<ol class=\"paper\">", "</ol>", "MEETINGS");
    // The page of a person writes its meetings without the component.
    if path.contains("/people/") {
        page
    } else {
        without(&page, "\n<ol class=\"meetings\">", "</ol>", "MEETINGS")
    }
}

#[test]
fn what_the_theme_asks_for_is_there() {
    let pages = pages("paper");
    let tracks = &pages["en/tracks/index.html"];
    assert!(tracks.contains("<table class=\"paper\">") && !tracks.contains("<ul class=\"cards\">"));
    assert!(tracks.contains("commitments</td>"), "{tracks}");
    let colophon = |path: &str| pages[path].matches("class=\"colophon\"").count();
    for path in ["en/index.html", "ja/index.html", "en/tracks/index.html", "en/meetings/first/index.html"] {
        assert_eq!(colophon(path), 1, "{path}");
    }
    assert_eq!(colophon("index.html"), 0, "the door has a shell of its own");
    assert!(pages["en/index.html"].contains("> Set for reading on paper.</p>"));
    assert!(pages["ja/index.html"].contains("> 紙で読むための版です。</p>"));
    let meetings = &pages["en/meetings/index.html"];
    assert!(meetings.contains("<ol class=\"paper\">") && !meetings.contains("<ol class=\"meetings\">"));
    assert!(pages["en/delegations/north/index.html"].contains("<ol class=\"paper\">"));
}

#[test]
fn numbers_are_said_as_each_language_says_them() {
    let pages = pages("paper");
    let (english, japanese) = (&pages["en/meetings/index.html"], &pages["ja/meetings/index.html"]);
    for said in ["no commitments", "one commitment<", "7 commitments"] {
        assert!(english.contains(said), "{said}: {english}");
    }
    for said in ["成果事項なし", "成果事項1件", "成果事項7件"] {
        assert!(japanese.contains(said), "{said}: {japanese}");
    }
}

#[test]
fn everything_else_is_the_default_themes() {
    let (own, default) = (pages("paper"), pages("default"));
    assert_eq!(own.keys().collect::<Vec<_>>(), default.keys().collect::<Vec<_>>());
    let is_own = |path: &str| path.ends_with("/tracks/index.html");
    let rest: Vec<_> = own.keys().filter(|path| !is_own(path)).collect();
    assert_eq!(rest.len(), own.len() - 2);
    for path in rest {
        assert_eq!(common(path, &own[path]), common(path, &default[path]), "{path}");
    }
}

#[test]
fn its_files_are_published_beside_those_of_the_default_theme() {
    let archive = Archive::from(&site("good/full"));
    let built = archive.build_with(&["--as-of", "2026-11-22", "--theme", "paper"]).published();
    let files = built.files();
    let asset = |start: &str| {
        let name = files.keys().find(|path| path.starts_with(start)).unwrap();
        String::from_utf8(files[name].clone()).unwrap()
    };
    assert!(asset("assets/mark.").starts_with("<svg"));
    assert!(asset("assets/style.").contains("font-family: serif"));
    assert_eq!(files.keys().filter(|path| path.starts_with("assets/style.")).count(), 1);
}
