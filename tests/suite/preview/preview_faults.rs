//! What may befall a preview that runs all day: odd requests, vanished browsers, files in disorder.

#![cfg(feature = "serve")]
use crate::support::{Archive, preview::Preview, preview::until, run, site};
use std::{
    fs,
    io::Write,
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

const NOTE: &str = "content/meetings/first.en.md";

fn minimal() -> Archive {
    Archive::from(&site("good/minimal"))
}

fn note(text: &str) -> String {
    format!(
        "---\ntitle: First meeting\ndate: 2011-06-09\ndelegations: {{north: {{}}, south: {{}}}}\n---\n{text}\n"
    )
}

fn write(archive: &Archive, path: &str, text: impl AsRef<[u8]>) {
    fs::write(archive.root().join(path), text).unwrap();
}

#[test]
fn other_hosts_and_odd_paths_are_refused() {
    let preview = Preview::of(&minimal());
    for host in [
        "evil.example",
        "localhost.evil.example",
        "10.1.2.3",
        "[::1].evil.example",
        "[::1]:80.evil.example",
        "evil.example@localhost",
    ] {
        let answer = preview.ask("GET", "/en/", &format!("Host: {host}\r\n"));
        assert_eq!(answer.status, 421, "{host}");
        assert!(answer.text().contains("localhost") && !answer.text().contains("<html"), "{host}");
    }
    for host in ["localhost", "127.0.0.1:80", "[::1]", "archive.localhost:8010"] {
        assert_eq!(preview.ask("GET", "/en/", &format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for path in [
        "/..%2fCargo.toml",
        "/%2e%2e/content/site.yaml",
        "/../content/site.yaml",
        "/en/%00",
        "/en%5c..",
        "/%ff",
    ] {
        assert_eq!(preview.ask("GET", path, "").status, 400, "{path}");
    }
    let foreign =
        preview.raw(b"GET http://evil.example/en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert!(foreign.starts_with(b"HTTP/1.1 421"));
    assert!(preview.raw(b"GET /en/ HTTP/1.0\r\n\r\n").starts_with(b"HTTP/1.0 400"));
}

#[test]
fn a_request_of_a_mebibyte_does_no_harm() {
    let preview = Preview::of(&minimal());
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(1 << 20));
    let answer = preview.raw(long.as_bytes());
    // The server may close before the last byte was sent, and its answer be lost with that.
    let is_refused = answer.is_empty() || answer.starts_with(b"HTTP/1.1 4");
    assert!(is_refused, "{}", String::from_utf8_lossy(&answer));
    assert_eq!(preview.get("en/").status, 200);
}

#[test]
fn a_slow_browser_keeps_nobody_waiting() {
    let preview = Preview::of(&minimal());
    let mut slow: Vec<_> = (0..50).map(|_| preview.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"GET /en/ HT").unwrap();
    }
    let start = Instant::now();
    assert_eq!(preview.get("en/").status, 200);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn browsers_that_vanish_leave_nothing_behind() {
    let preview = Preview::of(&minimal());
    let count = || fs::read_dir(format!("/proc/{}/fd", preview.process())).unwrap().count();
    let before = count();
    let mut streams: Vec<_> = (0..200).map(|_| preview.events("en%2Findex.html")).collect();
    for stream in &mut streams {
        drop(stream.next());
    }
    assert!(count() >= before + 200);
    drop(streams);
    until(|| (count() <= before + 5).then_some(())).unwrap_or_else(|| panic!("{} of {before}", count()));
    assert_eq!(preview.get("en/").status, 200);
}

#[test]
fn a_taken_port_is_reported_with_the_next_that_is_free() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let archive = minimal();
    let done = run(&["serve", "--port", &port.to_string(), "--root", archive.root().to_str().unwrap()]);
    assert_eq!(done.status, 3, "{}", done.stderr);
    let reported = format!("another program has the port {port}; ");
    let free = done.stderr.split_once(&reported).unwrap_or_else(|| panic!("{}", done.stderr)).1;
    let free: u16 = free.split(' ').next().unwrap().parse().unwrap();
    assert!(free > port && done.stderr.contains(&format!("--port {free}")), "{}", done.stderr);
}

#[test]
fn five_hundred_saves_in_a_second_end_with_the_last() {
    let archive = minimal();
    let preview = Preview::of(&archive);
    for number in 0..500 {
        write(&archive, NOTE, note(&format!("Save {number} of them.")));
        thread::sleep(Duration::from_millis(2));
    }
    preview.shows("en/meetings/first/", "Save 499 of them.");
    let rebuilt = preview.printed().iter().filter(|line| line.contains("rendered, in")).count();
    assert!((1..100).contains(&rebuilt), "{rebuilt} rebuilds");
}

#[test]
fn the_content_folder_may_vanish_and_come_back() {
    let archive = minimal();
    let preview = Preview::of(&archive);
    let mut events = preview.events("en%2Findex.html");
    let first = events.next();
    let (here, there) = (archive.root().join("content"), archive.root().join("away"));
    fs::rename(&here, &there).unwrap();
    let news = events.until(|news| !news["failure"].is_null());
    assert!(news["failure"]["message"].as_str().unwrap().contains("content"), "{news}");
    assert_eq!((preview.get("en/").status, &news["shown"]), (200, &first["shown"]));
    fs::rename(&there, &here).unwrap();
    events.until(|news| news["failure"].is_null());
    write(&archive, NOTE, note("After it came back."));
    preview.shows("en/meetings/first/", "After it came back.");
}

#[test]
fn files_in_disorder_are_reported_and_mended() {
    let archive = minimal();
    let preview = Preview::of(&archive);
    let mut events = preview.events("en%2Findex.html");
    let whole = note("Whole again.");
    for (code, disorder) in [
        ("missing-front-matter", whole.as_bytes()[..40].to_vec()),
        ("invalid-utf8", [whole.as_bytes(), b"\xff"].concat()),
        ("missing-front-matter", Vec::new()),
    ] {
        write(&archive, NOTE, disorder);
        let news = events.until(|news| !news["failure"].is_null());
        let problems = news["failure"]["problems"].as_array().unwrap().clone();
        assert!(problems.iter().any(|it| it["code"] == code), "{code}: {problems:?}");
        write(&archive, NOTE, &whole);
        events.until(|news| news["failure"].is_null());
    }
    // A folder in the place of the file cannot be read by anyone.
    fs::remove_file(archive.root().join(NOTE)).unwrap();
    fs::create_dir(archive.root().join(NOTE)).unwrap();
    events.until(|news| !news["failure"].is_null());
    fs::remove_dir(archive.root().join(NOTE)).unwrap();
    write(&archive, NOTE, note("A file again."));
    preview.shows("en/meetings/first/", "A file again.");
}

#[test]
fn without_the_systems_help_saves_are_found_by_looking() {
    let archive = minimal();
    let preview = Preview::with(&archive, &["--poll"]);
    write(&archive, NOTE, note("Found by looking."));
    preview.shows("en/meetings/first/", "Found by looking.");
}

#[test]
#[cfg(unix)]
fn a_static_file_that_becomes_a_link_or_a_pipe_is_not_handed_out() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.txt");
    fs::write(&secret, "a secret").unwrap();
    let archive = minimal().file("content/static/f.txt", "ours");
    let file = archive.root().join("content/static/f.txt");
    let preview = Preview::of(&archive);
    assert_eq!(preview.get("f.txt").text(), "ours");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(&secret, &file).unwrap();
    for _ in 0..20 {
        let answer = preview.get("f.txt");
        assert!(answer.status >= 400 && !answer.text().contains("a secret"), "{}", answer.text());
        thread::sleep(Duration::from_millis(20));
    }
    fs::remove_file(&file).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
    for _ in 0..20 {
        assert!(preview.get("f.txt").status >= 400);
    }
    assert_eq!(preview.get("en/").status, 200);
    fs::remove_file(&file).unwrap();
    fs::write(&file, "0123456789").unwrap();
    until(|| (preview.get("f.txt").text() == "0123456789").then_some(())).unwrap();
    let part = preview.ask("GET", "/f.txt", "Host: localhost\r\nRange: bytes=2-4\r\n");
    assert_eq!((part.status, part.text()), (206, "234".into()));
}

/// The sums take a rendering of all pages: more readers of them than the server has threads must not stop it.
#[test]
fn many_who_ask_for_the_sums_of_all_files_do_not_keep_others_waiting() {
    let archive = minimal();
    let template = archive.root().join("themes/slow/templates/glossary.html");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    // Seconds of work, in a page that nobody asks for.
    fs::write(
        template,
        "{% for a in range(end=2000) %}{% for b in range(end=2000) %}{% endfor %}{% endfor %}",
    )
    .unwrap();
    let preview = Preview::with(&archive, &["--theme", "slow"]);
    let asked: Vec<_> = (0..40)
        .map(|_| {
            let mut stream = preview.connect();
            stream
                .write_all(b"GET /SHA256SUMS HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .unwrap();
            stream
        })
        .collect();
    let read = |mut stream: std::net::TcpStream| {
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
        (answer, Instant::now())
    };
    let (page, answers) = thread::scope(|scope| {
        let readers: Vec<_> = asked.into_iter().map(|stream| scope.spawn(move || read(stream))).collect();
        // All of them have begun.
        thread::sleep(Duration::from_millis(100));
        assert_eq!(preview.get("en/").status, 200);
        let page = Instant::now();
        (page, readers.into_iter().map(|reader| reader.join().unwrap()).collect::<Vec<_>>())
    });
    for (answer, time) in answers {
        assert!(page < time, "a page waited for the sums");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("  en/index.html\n"), "{answer}");
    }
}

#[test]
fn a_page_of_another_site_learns_nothing() {
    let archive = minimal().file("content/static/f.txt", "ours");
    let preview = Preview::of(&archive);
    let ask = |path: &str, headers: &str| preview.ask("GET", path, &format!("Host: localhost\r\n{headers}"));
    for path in ["/f.txt", "/en/", "/none.txt", "/_taiwa/preview.js"] {
        let answer = ask(path, "");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
        for site in ["cross-site", "same-site"] {
            let image =
                format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n");
            assert_eq!(ask(path, &image).status, 403, "{path}");
            let frame =
                format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n");
            assert_eq!(ask(path, &frame).status, 403, "{path}");
        }
    }
    let followed = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(ask("/en/", followed).status, 200);
    let own = ask("/f.txt", "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: no-cors\r\n");
    assert_eq!((own.status, own.text()), (200, "ours".into()));
}

#[test]
fn every_refusal_is_sealed_against_other_sites() {
    let preview = Preview::of(&minimal());
    for (method, path, headers, status) in [
        ("POST", "/en/", "Content-Length: 0\r\n", 405),
        ("PUT", "/f.txt", "Content-Length: 0\r\n", 405),
        ("OPTIONS", "*", "", 405),
        ("GET", "/%ff", "", 400),
        ("GET", "*", "", 400),
        ("POST", "/en/", "Host: evil.example\r\nContent-Length: 0\r\n", 421),
        ("POST", "/en/", "Sec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n", 403),
    ] {
        let answer = preview.ask(method, path, headers);
        assert_eq!(answer.status, status, "{method} {path}");
        for (name, value) in
            [("cross-origin-resource-policy", "same-origin"), ("x-content-type-options", "nosniff")]
        {
            assert_eq!(answer.header(name), value, "{method} {path}");
        }
        assert!(status != 405 || answer.header("allow") == "GET,HEAD", "{method} {path}");
    }
    let unnamed = preview.raw(b"GET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n");
    let unnamed = String::from_utf8(unnamed).unwrap();
    assert!(unnamed.starts_with("HTTP/1.1 400 "), "{unnamed}");
    assert!(unnamed.contains("\r\ncross-origin-resource-policy: same-origin\r\n"), "{unnamed}");
}
