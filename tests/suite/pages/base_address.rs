//! The address where a site will stand, however it is written.

use crate::support::{Archive, assert_reported};

fn based(base: &str) -> Archive {
    Archive::two_meetings().edit("content/site.yaml", "title:", &format!("base_url: {base}\ntitle:"))
}

/// The files that say where the site stands.
const ABSOLUTE: [&str; 9] = [
    "sitemap.xml",
    "robots.txt",
    "en/feed.xml",
    "en/tracks/cloud/feed.xml",
    "en/calendar.ics",
    "en/meetings/a/",
    "ja/meetings/a/",
    "404.html",
    "data/archive.json",
];

#[test]
fn an_address_in_japanese_is_ascii_wherever_it_stands() {
    const ASCII: &str = "https://xn--r8jz45g.jp/%E5%AF%BE%E8%A9%B1/";
    let written = "https://例え.jp/対話/";
    let files = |archive: Archive, arguments: &[&str]| archive.build_with(arguments).published().files();
    let expected = files(based(ASCII), &[]);
    let settings = files(based(written), &[]);
    assert_eq!(settings.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (path, bytes) in settings.iter().filter(|(path, _)| !path.starts_with(".taiwa")) {
        assert!(bytes == &expected[path], "{path}");
        assert!(!String::from_utf8_lossy(bytes).contains("例え.jp"), "{path}");
    }
    let archive = Archive::two_meetings();
    let built = archive.build_with(&["--base-url", written]).published();
    for address in ABSOLUTE.iter().filter(|address| **address != "404.html") {
        let page = built.page(address);
        assert!(page.contains(ASCII) || *address == "en/calendar.ics", "{address}");
        assert!(!page.contains("例え.jp") && !page.contains("/対話/"), "{address}");
    }
    assert!(built.page("404.html").contains("/%E5%AF%BE%E8%A9%B1/"));
    let calendar = built.page("en/calendar.ics").replace("\r\n ", "");
    assert!(calendar.contains("UID:a@xn--r8jz45g.jp\r\n"), "{calendar}");
    assert!(calendar.contains(&format!("URL:{ASCII}en/meetings/a/\r\n")), "{calendar}");
}

#[test]
fn the_ids_of_events_name_the_host_without_its_port() {
    for (base, host) in [
        ("https://archive.example:8443/", "archive.example"),
        ("https://[2001:db8::1]:8443/a/", "[2001:db8::1]"),
        ("https://[2001:db8::1]/", "[2001:db8::1]"),
    ] {
        let archive = based(&format!("\"{base}\""));
        let built = archive.build().published();
        assert!(built.page("en/calendar.ics").contains(&format!("UID:a@{host}\r\n")), "{base}");
    }
}

#[test]
fn an_address_that_nothing_can_be_put_behind_is_refused_in_both_places() {
    for (base, message, help) in [
        (
            "https://user:pw@archive.example/",
            "everybody could read the user that this address names",
            "write `https://archive.example/`",
        ),
        (
            "https://archive.example/a/../b/",
            "`.` and `..` have no place in the address of a site",
            "write `https://archive.example/b/`",
        ),
        ("https://archive.example//a/", "a part of this address is empty", "write one `/` between two parts"),
        ("https://archive.example/a|b/", "an address cannot hold `|`", "write `%7C`"),
        (
            "https://archive.example/?a",
            "addresses of the site are put behind this one, which ends at its `?`",
            "write it without what follows",
        ),
        (
            "https://archive.example:99999/",
            "`https://archive.example:99999/` is not an address: invalid port number",
            "check what stands before the path",
        ),
    ] {
        let archive = based(base);
        assert_reported(&archive, &["site.yaml:1:11 invalid-value"]);
        let problem = archive.check().problems().remove(0);
        assert_eq!((&problem["message"], &problem["help"]), (&message.into(), &help.into()));
        let built = Archive::new().build_with(&["--base-url", base]);
        assert_eq!(built.status, 2);
        assert!(built.stderr.contains(&format!("--base-url {base}: {message}; {help}")), "{}", built.stderr);
        assert!(!built.output.exists());
    }
}

#[test]
fn what_is_no_address_of_the_web_is_refused_in_both_places() {
    for base in ["archive.example", "ftp://archive.example/"] {
        assert_reported(&based(base), &["site.yaml:1:11 unsafe-link"]);
        assert_eq!(Archive::new().build_with(&["--base-url", base]).status, 2);
    }
}
