//! `taiwa ledger` records what was published, and from then on no address is lost unnoticed.

use crate::support::{Archive, assert_reported, files, help, site};
use std::{collections::BTreeSet, fs};

const LEDGER: &str = "content/ledger.txt";

fn one() -> Archive {
    Archive::new().promise("a", "2010-11-01", "").file("content/static/papers/a.pdf", "a")
}

fn text(archive: &Archive) -> String {
    fs::read_to_string(archive.root().join(LEDGER)).unwrap()
}

/// The addresses of the ledger, without comments.
fn recorded(archive: &Archive) -> Vec<String> {
    text(archive).lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn every_page_and_file_is_recorded_sorted_and_once() {
    let archive = one()
        .file("content/static/CNAME", "archive.example")
        .file("content/static/.nojekyll", "")
        .edit("content/meetings/a.en.md", "date: 2010-11-01", "date: 2010-11-01\naliases: [/en/first/]");
    let done = archive.run(&["ledger"]).ok();
    let recorded = recorded(&archive);
    let built = archive.build().ok();
    let pages = built.pages().into_keys();
    let pages = pages.filter(|path| path != "404.html" && !path.ends_with("/parallel/index.html"));
    let mut expected: BTreeSet<_> =
        pages.map(|path| format!("/{}", path.strip_suffix("index.html").unwrap_or(&path))).collect();
    // The parts of the search index come and go.
    let is_lasting = |path: &String| path.starts_with("data/") && !path.starts_with("data/search/");
    let data = built.files().into_keys().filter(|path| is_lasting(path) || path.ends_with("calendar.ics"));
    expected.extend(data.map(|path| format!("/{path}")));
    expected.insert("/papers/a.pdf".to_owned());
    assert!(expected.contains("/data/corpus.tmx") && expected.contains("/ja/calendar.ics"));
    assert!(expected.contains("/en/first/") && expected.contains("/ja/commitments/a/promise/"));
    assert_eq!(recorded, expected.into_iter().collect::<Vec<_>>());
    let number = recorded.len();
    assert_eq!(done.stdout, format!("{number} new of {number} addresses recorded in content/ledger.txt\n"));
    assert!(text(&archive).starts_with("# The addresses that this archive has published."));
    assert!(
        text(&archive).contains("\n# このファイルには、公開したページとファイルのアドレスを記録しています。")
    );
    assert!(!built.files().contains_key("ledger.txt"));
}

#[test]
fn a_ledger_without_anything_new_keeps_its_bytes() {
    let archive = one();
    archive.run(&["ledger"]).ok();
    let own = format!("\u{feff}# Ours\r\n{}", text(&archive).replace('\n', "\r\n"));
    let archive = archive.file(LEDGER, &own);
    let number = recorded(&archive).len() - 1;
    let done = archive.run(&["ledger"]).ok();
    assert_eq!(done.stdout, format!("content/ledger.txt holds all {number} addresses already\n"));
    assert_eq!(text(&archive), own);
    assert_reported(&archive, &[]);
    let archive = archive.promise("b", "2011-11-01", "");
    archive.run(&["ledger"]).ok();
    let lines: Vec<_> = text(&archive).split("\r\n").map(str::to_owned).collect();
    let at = lines.iter().position(|line| line == "/en/meetings/b/").unwrap();
    assert_eq!((lines[at - 1].as_str(), lines[0].as_str()), ("/en/meetings/a/", "\u{feff}# Ours"));
}

/// An archive that had a second meeting when its ledger was written: `/en/meetings/b/` and so on are gone.
fn lost() -> Archive {
    let archive = one().promise("b", "2011-11-01", "");
    archive.run(&["ledger"]).ok();
    archive.without("content/meetings/b.en.md").without("content/meetings/b.ja.md")
}

/// What is told of an archive with such lines in its ledger.
fn with(lines: &str) -> Archive {
    one().file(LEDGER, lines)
}

#[test]
fn a_lost_address_stops_build_check_and_ledger_and_stays_recorded() {
    let archive = lost();
    let before = text(&archive);
    let line = |address: &str| before.lines().position(|line| line == address).unwrap() + 1;
    let reported = |address: &str| format!("ledger.txt:{}:1 vanished-address", line(address));
    let expected =
        ["/en/commitments/b/promise/", "/en/meetings/b/", "/ja/commitments/b/promise/", "/ja/meetings/b/"];
    assert_eq!(archive.check().reported(), expected.map(reported));
    for (command, said) in [("build", "nothing was published"), ("ledger", "nothing was recorded")] {
        let done = archive.run(&[command]);
        assert_eq!((done.status, done.stdout), (1, format!("{said}: 4 errors, 0 warnings\n")), "{command}");
    }
    assert!(!archive.output().exists());
    assert_eq!(text(&archive), before);
}

#[test]
fn the_way_out_is_that_of_what_stood_there() {
    let only = "; delete this line only if the address was never public";
    for (address, way) in [
        (
            "/en/meetings/b/",
            "bring the record back, or give the new one `aliases: [/en/meetings/b/]`; to take it back openly, keep it \
             with `release: withdrawn`",
        ),
        (
            "/ja/commitments/b/promise/",
            "bring the commitment back, or give the one that takes its place, or its meeting, \
             `aliases: [/ja/commitments/b/promise/]`",
        ),
        (
            "/en/tracks/old/",
            "bring the record back with the same id, or give the one that takes its place `aliases: [/en/tracks/old/]`",
        ),
        ("/papers/b.pdf", "put the file back into static/, at the same place"),
    ] {
        let archive = with(&format!("# Published\n{address}\n"));
        assert_reported(&archive, &["ledger.txt:2:1 vanished-address"]);
        assert_eq!(help(&archive), format!("{way}{only}"));
    }
}

#[test]
fn an_alias_keeps_a_lost_address() {
    let aliases = "aliases: [/en/meetings/b/, /ja/meetings/b/, /en/commitments/b/promise/, \
                   /ja/commitments/b/promise/]";
    let archive =
        lost().edit("content/meetings/a.en.md", "date: 2010-11-01", &format!("date: 2010-11-01\n{aliases}"));
    let page = archive.build().ok().resolved("ja/meetings/b/");
    assert!(page.contains("<a href=\"/ja/meetings/a/\""), "{page}");
    assert!(!page.contains("http-equiv=\"refresh\""), "{page}");
}

#[test]
fn a_withdrawn_page_says_so_and_nothing_else() {
    let archive = Archive::new()
        .file("content/pages/about.en.md", "---\ntitle: About\nsummary: Secret.\n---\nSecret.\n")
        .file("content/pages/about.ja.md", "---\ntitle: 概要\nsummary: 秘密。\n---\n秘密。\n");
    archive.run(&["ledger"]).ok();
    let archive = archive.edit("content/pages/about.en.md", "summary:", "release: withdrawn\nsummary:");
    let built = archive.build().ok();
    let (english, japanese) = (built.page("en/pages/about/"), built.page("ja/pages/about/"));
    assert!(english.contains("<h1>About</h1>") && english.contains("withdrawn"), "{english}");
    assert!(japanese.contains("<h1>概要</h1>"), "{japanese}");
    for (path, text) in built.files() {
        let text = String::from_utf8_lossy(&text);
        assert!(!text.contains("Secret") && !text.contains("秘密"), "{path}");
    }
    assert!(!built.page("en/").contains("pages/about"), "no navigation leads there");
}

#[test]
fn a_withdrawn_record_keeps_its_addresses_and_those_of_its_files() {
    let front = "date: 2010-11-01\ndocuments: [{id: paper, title: Paper, file: papers/a.pdf}]";
    let archive = one().edit("content/meetings/a.en.md", "date: 2010-11-01", front);
    archive.run(&["ledger"]).ok();
    assert!(recorded(&archive).contains(&"/papers/a.pdf".to_owned()));
    let archive =
        archive.edit("content/meetings/a.en.md", "date: 2010-11-01", "date: 2010-11-01\nrelease: withdrawn");
    let built = archive.build().ok();
    assert!(!built.has("papers/a.pdf") && built.has("en/meetings/a/"));
}

#[test]
fn what_is_not_published_is_not_recorded() {
    let archive = one().promise("b", "2011-11-01", "").edit(
        "content/meetings/b.en.md",
        "date: 2011-11-01",
        "date: 2011-11-01\nrelease: {embargoed-until: 2026-12-01}",
    );
    let refused = archive.run(&["ledger", "--drafts"]);
    assert_eq!((refused.status, archive.root().join(LEDGER).exists()), (2, false), "{}", refused.stderr);
    archive.run(&["ledger", "--as-of", "2026-11-30"]).ok();
    assert!(!text(&archive).contains("/b/"));
    archive.run(&["ledger", "--as-of", "2026-12-01"]).ok();
    assert!(text(&archive).contains("\n/en/meetings/b/\n"));
}

#[test]
fn the_later_parts_of_a_long_list_are_not_recorded() {
    let people = |number: usize| {
        let people: Vec<_> =
            (0..number).map(|it| format!("p{it}: {{name: {{en: P{it}, ja: 人{it}}}}}\n")).collect();
        people.concat()
    };
    let archive = Archive::new().file("content/people.yaml", people(201));
    archive.run(&["ledger"]).ok();
    assert!(archive.build().ok().has("en/people/page/2/"));
    assert!(!text(&archive).contains("/page/"));
}

#[test]
fn lines_that_are_no_addresses_are_reported_in_their_places() {
    let archive =
        with("# Published\r\n\r\n/en/\r\n  en/tracks/\r\nhttps://archive.example/en/\r\n/en/../x/\r\n");
    assert_reported(
        &archive,
        &["ledger.txt:4:3 invalid-value", "ledger.txt:5:1 invalid-value", "ledger.txt:6:1 invalid-value"],
    );
}

#[test]
fn a_record_that_cannot_be_read_has_not_vanished() {
    let archive = one();
    archive.run(&["ledger"]).ok();
    let archive = archive.edit("content/meetings/a.en.md", "date: 2010-11-01", "date: 2010-11-31");
    assert_reported(&archive, &["meetings/a.en.md:4:7 invalid-date"]);
}

#[test]
fn hidden_files_beside_what_is_written_stay_as_they_are() {
    let names =
        [".ledger.txt.new", ".stamps.txt.new", "meetings/.a.ja.md.new", ".taiwa-1.new", ".taiwa-2.new"];
    let hidden = |archive: Archive| {
        names.iter().fold(archive, |archive, name| archive.file(&format!("content/{name}"), "mine"))
    };
    let archive = hidden(one());
    archive.run(&["ledger"]).ok();
    archive.run(&["stamp", "content/meetings/a.ja.md"]).ok();
    for name in names {
        assert_eq!(fs::read_to_string(archive.root().join("content").join(name)).unwrap(), "mine", "{name}");
    }
    // Nothing more is left, and nothing of it is content.
    let left = files(archive.root()).into_keys().filter(|path| path.contains("/.")).count();
    assert_eq!(left, names.len());
    assert_reported(&archive, &[]);
    assert!(recorded(&archive).iter().all(|address| !address.contains(".new")));
}

#[cfg(unix)]
#[test]
fn a_ledger_that_leads_out_of_the_content_is_refused() {
    let archive = Archive::from(&site("base")).file("secret.txt", "/en/secret/\n");
    std::os::unix::fs::symlink(archive.root().join("secret.txt"), archive.root().join(LEDGER)).unwrap();
    assert_reported(&archive, &["ledger.txt:1:1 outside-content"]);
    assert_eq!(archive.run(&["ledger"]).status, 1);
    assert_eq!(fs::read_to_string(archive.root().join("secret.txt")).unwrap(), "/en/secret/\n");
}
