//! `build --host`: what Netlify and Cloudflare Pages read beside the site.

use crate::support::{Archive, read, write};
use std::fmt::Write;

/// Earlier addresses of a meeting, and one of a track, in Japanese.
fn archive() -> Archive {
    Archive::two_meetings()
        .append("content/tracks.yaml", "water: {title: {en: Water, ja: 水}, aliases: [/ja/水/]}\n")
        .edit(
            "content/meetings/a.en.md",
            "date: 2010-11-01",
            "date: 2010-11-01\naliases: [/en/2010/first/, /en/old/]",
        )
}

/// What `_headers` holds, where everything is below a path.
fn headers(base: &str) -> String {
    let mut text = format!(
        "{base}*
  Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
{base}assets/*
  Cache-Control: public, max-age=31536000, immutable
"
    );
    let tables = "dialogues meetings commitments carriers relations assessments delegations organizations people roles \
                  tracks events participation documents signatories corrections withdrawn";
    let tables: Vec<_> = tables.split(' ').map(|table| format!("data/{table}.csv text/csv")).collect();
    let files = [
        "data/archive.json application/json",
        "data/archive.schema.json application/json",
        "data/corpus.tmx application/x-tmx+xml",
        "data/glossary.tbx application/x-tbx+xml",
        "data/datapackage.json application/json",
        &tables.join("\n"),
        "en/feed.xml application/atom+xml",
        "ja/feed.xml application/atom+xml",
        "en/tracks/:id/feed.xml application/atom+xml",
        "ja/tracks/:id/feed.xml application/atom+xml",
        "en/calendar.ics text/calendar",
        "ja/calendar.ics text/calendar",
        "SHA256SUMS text/plain",
        "sitemap.xml text/xml",
        "robots.txt text/plain",
    ];
    for file in files.join("\n").lines() {
        let (path, media_type) = file.split_once(' ').unwrap();
        write!(text, "{base}{path}\n  Content-Type: {media_type}; charset=utf-8\n").unwrap();
    }
    text
}

#[test]
fn netlify_leads_on_from_earlier_addresses_and_sends_the_policy() {
    let archive = archive();
    let built = archive.build_with(&["--host", "netlify", "--base-url", "https://x.example"]).ok();
    let redirects = "\
/en/2010/first/ /en/meetings/a/ 301!
/en/old/ /en/meetings/a/ 301!
/ja/%E6%B0%B4/ /ja/tracks/water/ 301!
";
    let mut lines: Vec<_> = redirects.lines().collect();
    let text = read(built.output.join("_redirects"));
    let mut found: Vec<_> = text.lines().collect();
    lines.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, lines);
    assert_eq!(read(built.output.join("_headers")), headers("/"));
    let sums = read(built.output.join("SHA256SUMS"));
    assert!(sums.contains("  _headers\n") && sums.contains("  _redirects\n"));
}

#[test]
fn below_a_path_every_address_begins_with_it() {
    let archive = archive().append("content/site.yaml", "base_url: https://x.example/dialogue/\n");
    let built = archive.build_with(&["--host", "netlify"]).published();
    let text = read(built.output.join("_redirects"));
    assert!(text.contains("/dialogue/en/old/ /dialogue/en/meetings/a/ 301!\n"), "{text}");
    assert!(text.ends_with("\n/dialogue/* /dialogue/404.html 404\n"), "{text}");
    assert_eq!(read(built.output.join("_headers")), headers("/dialogue/"));
    let built = archive.build_with(&["--host", "cloudflare"]).published();
    let text = read(built.output.join("_redirects"));
    assert!(text.contains("/dialogue/en/old/ /dialogue/en/meetings/a/ 301\n"), "{text}");
    assert!(!text.contains("404"), "Cloudflare Pages finds the page in the folder by itself: {text}");
    assert_eq!(read(built.output.join("_headers")), headers("/dialogue/"));
}

#[test]
fn the_next_build_for_no_host_takes_the_files_away() {
    let archive = archive();
    let without = archive.build().published().files();
    let with = archive.build_with(&["--host", "cloudflare", "--compress"]).published();
    assert!(with.has("_headers") && with.has("_redirects"));
    assert!(!with.has("_headers.gz") && !with.has("_redirects.br"), "no browser asks for them");
    assert_eq!(archive.build().published().files(), without);
}

#[test]
fn a_file_of_others_is_not_overwritten() {
    let archive = archive();
    write(&archive.output().join("_headers"), b"mine");
    let built = archive.build_with(&["--host", "netlify"]);
    assert_eq!(built.status, 3);
    assert!(built.stderr.contains("_headers") && built.stderr.contains("--force"), "{}", built.stderr);
    assert_eq!(read(archive.output().join("_headers")), "mine");
    archive.build_with(&["--host", "netlify", "--force"]).published();
    assert_ne!(read(archive.output().join("_headers")), "mine");
}

#[test]
fn a_file_of_the_archive_with_such_a_name_is_its_own_without_a_host_and_an_error_with_one() {
    let archive = archive().file("content/static/_redirects", "/x /y 301\n");
    let built = archive.build().published();
    assert_eq!(read(built.output.join("_redirects")), "/x /y 301\n");
    let built = archive.build_with(&["--host", "cloudflare", "--format", "json"]);
    assert_eq!((built.status, built.reported()), (1, vec!["static/_redirects:1:1 url-collision".to_owned()]));
    assert_eq!(built.problems()[0]["message"], "`--host cloudflare` writes /_redirects itself");
}

#[test]
fn what_cloudflare_does_not_follow_is_told() {
    let mut aliases: Vec<_> = (1..=2000).map(|number| format!("/en/old/{number}/")).collect();
    let archive = |aliases: &[String]| {
        let list = format!("date: 2010-11-01\naliases:\n  - {}", aliases.join("\n  - "));
        Archive::two_meetings().edit("content/meetings/a.en.md", "date: 2010-11-01", &list)
    };
    let asked = ["--host", "cloudflare", "--format", "json"];
    assert_eq!(archive(&aliases).build_with(&asked).published().reported(), Vec::<String>::new());
    aliases.push("/en/old/last/".to_owned());
    let archive_over = archive(&aliases);
    let built = archive_over.build_with(&asked).published();
    assert_eq!(built.reported(), ["meetings/a.en.md:2006:5 host-limit"]);
    let message = "Cloudflare Pages follows 2000 redirects, and the site has 2001 earlier addresses";
    assert_eq!(built.problems()[0]["message"], message);
    assert!(built.page("en/old/last/").contains("meetings/a/\""), "a page leads on");
    let built = archive_over.build_with(&[&asked[..], &["--strict"]].concat());
    assert_eq!(built.status, 1);
    assert_eq!(archive_over.build_with(&["--host", "netlify", "--format", "json"]).published().stdout, "");
    let long = [format!("/en/{}", "水/".repeat(110))];
    let built = archive(&long).build_with(&asked).published();
    assert_eq!(built.reported(), ["meetings/a.en.md:6:5 host-limit"]);
}
