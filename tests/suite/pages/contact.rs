//! Where readers report a mistake: `contact` of site.yaml, at the foot of every page.

use crate::support::{Archive, assert_reported, help, page::texts, run};
use std::fs;
use tempfile::TempDir;

const WORDS: [(&str, &str); 2] = [("en", "Report a mistake"), ("ja", "誤りの連絡")];

/// Two meetings, with a `contact` on line 2 of site.yaml.
fn archive(contact: &str) -> Archive {
    Archive::two_meetings().append("content/site.yaml", &format!("contact: {contact}\n"))
}

#[test]
fn every_page_with_a_foot_leads_there_in_its_language() {
    for (contact, href) in [
        ("https://archive.example/report/", "https://archive.example/report/"),
        ("'https://例え.jp/誤り?a=[1]&b'", "https://xn--r8jz45g.jp/%E8%AA%A4%E3%82%8A?a=%5B1%5D&amp;b"),
        ("mailto:editors@archive.example", "mailto:editors@archive.example"),
        ("MAILTO:a@b.example?subject=x&body=y", "MAILTO:a@b.example?subject=x&amp;body=y"),
    ] {
        // Below a base address, which changes nothing of it.
        let archive = archive(contact);
        let built = archive.build_with(&["--base-url", "https://archive.example/x/"]).published();
        let mut pages = 0;
        for (path, page) in built.pages() {
            let Some((_, foot)) = page.split_once("<footer class=\"site\">") else { continue };
            let (_, words) =
                WORDS.into_iter().find(|(lang, _)| path.starts_with(&format!("{lang}/"))).unwrap();
            let link = format!("<a href=\"{href}\">{words}</a>");
            assert_eq!((foot.matches(&link).count(), page.matches(words).count()), (1, 1), "{path}");
            pages += 1;
        }
        assert!(pages > 40, "{pages}");
    }
}

#[test]
fn without_it_no_page_has_the_link() {
    let archive = Archive::two_meetings();
    let built = archive.build().ok();
    for (path, page) in built.pages() {
        assert!(WORDS.iter().all(|(_, words)| !page.contains(words)), "{path}");
    }
    assert!(!built.page("data/archive.json").contains("contact"));
}

#[test]
fn it_is_in_the_data() {
    let data = archive("mailto:a@例え.jp").build().ok().page("data/archive.json");
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["site"]["contact"], "mailto:a@%E4%BE%8B%E3%81%88.jp");
}

#[test]
fn what_is_no_address_is_refused_with_the_right_one_where_it_can_be_told() {
    const OTHERWISE: &str = "an address begins with https://, http:// or mailto: and has no blanks";
    for (contact, way_out) in [
        ("editors@archive.example", "write `mailto:editors@archive.example`"),
        ("'mailto: editors@archive.example'", "write `mailto:editors@archive.example`"),
        ("mailto：editors＠archive.example", "write `mailto:editors@archive.example`"),
        ("mailto://editors@archive.example", "write `mailto:editors@archive.example`"),
        ("The editors <editors@archive.example>", "write `mailto:editors@archive.example`"),
        ("https://me@archive.example/", "write `https://archive.example/`"),
        ("https://archive..example/", "check what stands before the path"),
        ("mailto:editors", OTHERWISE),
        ("mailto:a@archive.example?subject=a mistake", OTHERWISE),
        ("archive.example/report/", OTHERWISE),
        ("/en/pages/about/", OTHERWISE),
        ("javascript:alert(1)", OTHERWISE),
        ("tel:+81-3-0000-0000", OTHERWISE),
    ] {
        let archive = archive(contact);
        assert_reported(&archive, &["site.yaml:2:10 unsafe-link"]);
        assert_eq!(help(&archive), way_out, "{contact}");
    }
    assert_reported(&archive("[a@archive.example]"), &["site.yaml:2:10 invalid-value"]);
}

/// The pages of the archive of this repository quote the link by its words.
#[test]
fn the_link_that_pages_speak_of_is_at_their_foot() {
    let (root, output) = (env!("CARGO_MANIFEST_DIR"), TempDir::new().unwrap());
    run(&["build", "--root", root, "--output", output.path().to_str().unwrap()]).ok();
    for (lang, quoted) in [("en", "“Report a mistake”"), ("ja", "「誤りの連絡」")] {
        for name in ["about", "method", "accessibility"] {
            let file = output.path().join(format!("{lang}/pages/{name}/index.html"));
            let page = fs::read_to_string(file).unwrap();
            let link = texts(&page, ".imprint a[href^='mailto:']").concat();
            assert_eq!(texts(&page, ".prose").concat().matches(quoted).count(), 1, "{lang} {name}");
            assert!(!link.is_empty() && quoted.contains(&link), "{link}");
        }
    }
}
