//! The preview as a browser sees it: what is served, what a save changes, and what is told of mistakes.

#![cfg(feature = "serve")]
use crate::support::{self, Archive, preview::Preview, preview::until, site};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

const NOTE: &str = "content/meetings/first.en.md";

fn full() -> Archive {
    Archive::from(&site("good/full"))
}

fn minimal() -> Archive {
    Archive::from(&site("good/minimal"))
}

/// Changes a file of an archive whose preview runs.
fn save(archive: &Archive, path: &str, from: &str, to: &str) {
    let file = archive.root().join(path);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "`{from}` in {path}");
    fs::write(file, text.replace(from, to)).unwrap();
}

#[test]
fn every_file_of_a_build_is_served_below_the_path_of_its_address() {
    let archive = full();
    let preview = Preview::of(&archive);
    assert_eq!(preview.base, "/talks/");
    assert_eq!(other_than_built(&archive, &preview), Vec::<String>::new());
    let root = preview.ask("GET", "/", "");
    assert_eq!((root.status, root.header("location")), (307, "/talks/"));
    let folder = preview.get("en/meetings");
    assert_eq!((folder.status, folder.header("location")), (307, "/talks/en/meetings/"));
}

/// The files of a fresh build that the preview does not serve, or not with the same bytes; pages have its script besides.
fn other_than_built(archive: &Archive, preview: &Preview) -> Vec<String> {
    let built = archive.build_with(&["--as-of", "2026-11-22", "--drafts"]).published();
    let is_other = |(path, bytes): (String, Vec<u8>)| {
        let answer = preview.get(path.strip_suffix("index.html").unwrap_or(&path));
        let is_page = Path::new(path.as_str()).extension().is_some_and(|it| it == "html");
        let has_script = answer.text().contains("/_taiwa/preview.js");
        let body = if is_page { answer.page().into_bytes() } else { answer.body };
        (answer.status != 200 || body != bytes || has_script != is_page).then_some(path)
    };
    built.files().into_iter().filter_map(is_other).collect()
}

#[test]
fn after_edits_renames_and_deletions_it_serves_what_a_fresh_build_has() {
    let archive = full();
    let preview = Preview::of(&archive);
    let third = "content/meetings/third.en.md";
    let at = |path: &str| archive.root().join(path);
    let steps: [&dyn Fn(); 6] = [
        &|| save(&archive, third, "Only in English so far.", "In English alone, one more time."),
        &|| save(&archive, "content/tracks.yaml", "Radio waves", "Waves"),
        &|| fs::rename(at(third), at("content/meetings/2014/last.en.md")).unwrap(),
        &|| fs::rename(at("content/meetings/2014"), at("content/meetings/of-2014")).unwrap(),
        &|| fs::remove_file(at("content/meetings/of-2014/last.en.md")).unwrap(),
        &|| fs::write(at("content/static/new.txt"), "new").unwrap(),
    ];
    for (number, step) in steps.into_iter().enumerate() {
        step();
        let same = until(|| other_than_built(&archive, &preview).is_empty().then_some(()));
        assert!(same.is_some(), "step {number}: {:?}", other_than_built(&archive, &preview));
    }
}

#[test]
fn nothing_is_written() {
    let archive = minimal();
    let before = support::files(archive.root());
    let preview = Preview::of(&archive);
    preview.get("en/");
    save(&archive, NOTE, "The two sides met.", "They met.");
    preview.shows("en/meetings/first/", "They met.");
    save(&archive, NOTE, "They met.", "The two sides met.");
    preview.shows("en/meetings/first/", "The two sides met.");
    assert!(before == support::files(archive.root()));
}

#[test]
fn drafts_are_shown_and_marked() {
    let preview = Preview::of(&full());
    let page = preview.get("en/meetings/sketch/").page();
    assert!(page.contains("A meeting in draft") && page.contains("class=\"tag draft\""), "{page}");
}

#[test]
fn answers_say_what_they_are() {
    let archive = minimal()
        .file("content/static/a.pdf", b"0123456789")
        .file("content/static/notes/b.txt", "文")
        .file("content/static/empty/c", "");
    let preview = Preview::of(&archive);
    let policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";
    for (path, status, kind) in [
        ("en/", 200, "text/html; charset=utf-8"),
        ("nowhere/at/all/", 404, "text/html; charset=utf-8"),
        ("robots.txt", 200, "text/plain; charset=utf-8"),
        ("SHA256SUMS", 200, "text/plain; charset=utf-8"),
        ("data/corpus.tmx", 200, "application/x-tmx+xml; charset=utf-8"),
        ("notes/b.txt", 200, "text/plain; charset=utf-8"),
        ("a.pdf", 200, "application/pdf"),
        ("_taiwa/preview.js", 200, "text/javascript; charset=utf-8"),
        ("_taiwa/preview.css", 200, "text/css; charset=utf-8"),
    ] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (status, kind), "{path}");
        assert_eq!(answer.header("content-security-policy"), policy, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let head = preview.ask("HEAD", &format!("/{path}"), "");
        assert_eq!((head.status, head.body.len()), (status, 0), "{path}");
        assert_eq!(head.header("content-length"), answer.body.len().to_string(), "{path}");
        if status == 200 {
            let known = format!("If-None-Match: {}\r\n", answer.header("etag"));
            let again = preview.ask("GET", &format!("/{path}"), &known);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        }
    }
    let part = preview.ask("GET", "/a.pdf", "Range: bytes=2-4\r\n");
    assert_eq!((part.status, part.text().as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), "bytes 2-4/10");
    assert_eq!(preview.ask("GET", "/a.pdf", "Range: bytes=20-\r\n").status, 416);
    assert_eq!(preview.ask("POST", "/en/", "Content-Length: 0\r\n").status, 405);
}

#[test]
fn the_page_for_what_is_missing_works_at_any_depth() {
    let preview = Preview::of(&full());
    for path in ["/talks/en/a/b/c/", "/talks/x", "/elsewhere/"] {
        let answer = preview.ask("GET", path, "");
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.page().contains("href=\"/talks/assets/style."), "{path}");
    }
    // Outside of the site, a path is not that of the page which it would be inside: the news is of what is shown.
    let answer = preview.ask("GET", "/en/meetings/", "").text();
    let shown = answer.split("data-shown=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(answer.contains("data-file=\"404.html\""), "{answer}");
    assert_eq!(preview.events("404.html").next()["shown"], shown.as_str());
}

#[test]
fn a_save_is_on_the_page_and_in_the_news_of_those_who_see_it() {
    let archive = minimal();
    let preview = Preview::of(&archive);
    let (mut reader, mut other) =
        (preview.events("en%2Fmeetings%2Ffirst%2Findex.html"), preview.events("en%2Fstatus%2Findex.html"));
    let (first, unmoved) = (reader.next(), other.next());
    save(&archive, NOTE, "The two sides met.", "They met in the rain.");
    let news = reader.until(|news| news["number"] != first["number"]);
    assert_ne!(news["shown"], first["shown"]);
    assert_eq!(news["edited"], serde_json::json!(["/en/meetings/first/"]));
    assert!(preview.get("en/meetings/first/").text().contains("They met in the rain."));
    // A page that does not show the note is what it was.
    let same = other.until(|news| news["number"] != unmoved["number"]);
    assert_eq!(same["shown"], unmoved["shown"]);
    let line = preview.line("1 page rendered, in 0.");
    assert!(line.starts_with("content/meetings/first.en.md: "), "{line}");
}

#[test]
fn what_is_saved_with_the_same_bytes_is_no_change() {
    let archive = minimal();
    let preview = Preview::of(&archive);
    let before = preview.printed().len();
    let file = archive.root().join(NOTE);
    fs::write(&file, fs::read(&file).unwrap()).unwrap();
    save(&archive, "content/site.yaml", "Talks", "Old talks");
    preview.line("content/site.yaml: ");
    assert_eq!(preview.printed().len(), before + 1, "{:?}", preview.printed());
}

#[test]
fn a_mistake_is_reported_over_the_last_good_site_until_it_is_mended() {
    let archive = minimal();
    let preview = Preview::of(&archive);
    let mut events = preview.events("ja%2Findex.html");
    let good = events.next();
    save(&archive, "content/meetings/first.ja.md", "会談した。", "会談した。[[track:総務]]");
    let bad = events.until(|news| !news["failure"].is_null());
    assert_eq!(bad["shown"], good["shown"]);
    let problem = &bad["failure"]["problems"][0];
    assert_eq!(
        (&problem["code"], &problem["path"], &problem["line"], &problem["column"]),
        (&"unknown-track".into(), &"content/meetings/first.ja.md".into(), &5.into(), &6.into())
    );
    assert_eq!((&problem["before"], &problem["marked"]), (&"会談した。".into(), &"[[track:総務]]".into()));
    assert_eq!(preview.get("ja/").status, 200);
    // Another change that leaves the mistake does not tell it again.
    save(&archive, NOTE, "The two sides met.", "They met.");
    events.until(|news| news["number"].as_u64() > bad["number"].as_u64());
    save(&archive, "content/meetings/first.ja.md", "[[track:総務]]", "");
    assert_eq!(
        events.until(|news| news["failure"].is_null())["edited"],
        serde_json::json!(["/ja/meetings/first/"])
    );
    preview.shows("en/meetings/first/", "They met.");
    let reported = preview.printed().iter().filter(|line| line.starts_with("error[unknown-track]")).count();
    assert_eq!(reported, 1, "{:#?}", preview.printed());
}

#[test]
fn it_starts_with_mistakes_and_shows_the_site_when_they_are_mended() {
    let archive = minimal().edit(NOTE, "date: 2011-06-09", "date: 2011-06-31");
    let preview = Preview::of(&archive);
    let answer = preview.get("en/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("lang=\"ja\"") && answer.text().contains("/_taiwa/preview.js"));
    let mut events = preview.events("");
    assert_eq!(events.next()["failure"]["problems"][0]["code"], "invalid-date");
    save(&archive, NOTE, "2011-06-31", "2011-06-30");
    events.until(|news| news["failure"].is_null() && news["shown"].is_string());
    assert_eq!(preview.get("en/").status, 200);
}

#[test]
fn styles_change_under_a_page_and_other_files_of_the_theme_do_not() {
    let archive = minimal()
        .file("themes/own/static/style.css", "body { color: black }")
        .append("content/site.yaml", "theme: own\n");
    let preview = Preview::of(&archive);
    let mut events = preview.events("en%2Findex.html");
    let first = events.next();
    fs::write(archive.root().join("themes/own/static/style.css"), "body { color: navy }").unwrap();
    let restyled = events.until(|news| news["styles"] != first["styles"]);
    assert_eq!(restyled["shown"], first["shown"]);
    let style = restyled["styles"][0].as_str().unwrap().to_owned();
    assert_eq!(preview.get(&style).text(), "body { color: navy }");
    assert!(preview.get("en/").text().contains(&style));
    fs::create_dir_all(archive.root().join("themes/own/strings")).unwrap();
    fs::write(archive.root().join("themes/own/strings/en.ftl"), "nav-home = Porch\n").unwrap();
    events.until(|news| news["shown"] != first["shown"]);
    preview.shows("en/", "Porch");
}

#[test]
fn a_mistake_of_the_theme_is_reported_like_one_of_the_content() {
    let archive = minimal().append("content/site.yaml", "theme: own\n").file("themes/own/static/a.txt", "");
    let preview = Preview::of(&archive);
    let mut events = preview.events("en%2Findex.html");
    let first = events.next();
    let file = archive.root().join("themes/own/templates/status.html");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    for wrong in ["{% if %}", "{{ nothing.at.all }}"] {
        fs::write(&file, wrong).unwrap();
        let news = events.until(|news| !news["failure"].is_null());
        let problem = &news["failure"]["problems"][0];
        assert_eq!(problem["path"], "themes/own/templates/status.html", "{wrong}");
        assert_eq!(news["shown"], first["shown"], "{wrong}");
        assert_eq!(preview.get("en/status/").status, 200, "{wrong}");
        fs::remove_file(&file).unwrap();
        events.until(|news| news["failure"].is_null());
    }
}

#[test]
fn another_static_file_is_another_page_for_all_that_may_show_it() {
    let archive = minimal().file("content/static/a.svg", "<svg/>");
    let preview = Preview::of(&archive);
    let mut events = preview.events("en%2Findex.html");
    let first = events.next();
    fs::write(archive.root().join("content/static/a.svg"), "<svg></svg>").unwrap();
    events.until(|news| news["shown"] != first["shown"]);
    assert_eq!(preview.get("a.svg").text(), "<svg></svg>");
}

#[test]
fn a_build_that_watches_publishes_each_change_and_holds_back_mistakes() {
    let archive = minimal();
    let mut child = Command::new(env!("CARGO_BIN_EXE_taiwa"))
        .args(["build", "--watch", "--quiet", "--root"])
        .arg(archive.root())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let page = archive.output().join("en/meetings/first/index.html");
    let read = || fs::read_to_string(&page).unwrap_or_default();
    let shows = |text: &str| until(|| read().contains(text).then_some(()));
    let all = [
        shows("The two sides met."),
        {
            save(&archive, NOTE, "The two sides met.", "They met.");
            shows("They met.")
        },
        {
            save(&archive, NOTE, "date: 2011-06-09", "date: 2011-06-39");
            save(&archive, NOTE, "They met.", "They left.");
            thread::sleep(Duration::from_secs(1));
            shows("They met.")
        },
        {
            save(&archive, NOTE, "date: 2011-06-39", "date: 2011-06-08");
            shows("They left.")
        },
    ];
    let own = |folder: &Path| {
        let files = support::files(folder).into_iter();
        files.filter(|(path, _)| !path.starts_with(".taiwa/")).collect::<Vec<_>>()
    };
    let fresh = archive.root().join("fresh");
    archive.build_with(&["--output", fresh.to_str().unwrap()]).ok();
    let is_same = until(|| (own(&archive.output()) == own(&fresh)).then_some(()));
    let _ = child.kill();
    let _ = child.wait();
    assert_eq!((all, is_same), ([Some(()); 4], Some(())));
}
