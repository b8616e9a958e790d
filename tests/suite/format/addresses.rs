//! Addresses of files: written percent-encoded, read percent-decoded, and the same in every form of Unicode; and addresses
//! that lead out, which hold nothing that an address cannot hold.

use crate::support::{self, Archive, Built, assert_reported, help, page::assert_holds};
use std::fs;

const BASE: [&str; 2] = ["--base-url", "https://x.example/"];

/// Names of files with signs of their own in an address, each with its address.
#[cfg(unix)]
const ODD: [(&str, &str); 7] = [
    ("r#1.pdf", "r%231.pdf"),
    ("q?x.pdf", "q%3Fx.pdf"),
    ("a%20b.pdf", "a%2520b.pdf"),
    ("100%.pdf", "100%25.pdf"),
    ("a b.pdf", "a%20b.pdf"),
    ("[\"<a:b>\"]`\\.pdf", "%5B%22%3Ca%3Ab%3E%22%5D%60%5C.pdf"),
    ("資料.pdf", "%E8%B3%87%E6%96%99.pdf"),
];

/// ガイド.pdf as some systems name it, decomposed, and as it is typed.
const DECOMPOSED: &str = "カ\u{3099}イト\u{3099}.pdf";
const COMPOSED: &str = "ガイド.pdf";
const GUIDE: &str = "%E3%82%AC%E3%82%A4%E3%83%89.pdf";

fn page(archive: &Archive) -> String {
    archive.build().published().resolved("en/meetings/a/")
}

/// The names of the files below a folder of the output.
fn names(built: &Built, folder: &str) -> Vec<String> {
    let files = built.files().into_keys();
    files.filter_map(|path| path.strip_prefix(folder).map(str::to_owned)).collect()
}

#[cfg(unix)]
#[test]
fn the_file_of_a_document_is_named_as_it_is_and_linked_encoded() {
    for (name, address) in ODD {
        let file = name.replace('\\', "\\\\").replace('"', "\\\"");
        let documents =
            format!("date: 2010-11-01\ndocuments: [{{id: paper, title: Paper, file: \"docs/{file}\"}}]");
        let archive =
            Archive::new().meeting("a", &documents).file(&format!("content/static/docs/{name}"), "x");
        let built = archive.build_with(&BASE).published();
        let page = built.resolved("en/meetings/a/");
        assert_holds(&page, &format!("<a class=\"what\" href=\"/docs/{address}\""));
        assert_holds(&page, &format!("data-address=\"https://x.example/docs/{address}\""));
        assert_holds(&built.page("data/archive.json"), &format!("\"file\":\"docs/{address}\""));
        assert_holds(&built.page("data/documents.csv"), &format!(",docs/{address},"));
        assert!(built.has(&format!("docs/{name}")), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_encoded_address_leads_to_its_file() {
    for (name, address) in ODD {
        let text = format!("[a](/docs/{address}) ![b](/docs/{address})\n");
        let archive = Archive::notes(&text).file(&format!("content/static/docs/{name}"), "x");
        let page = page(&archive);
        assert_holds(&page, &format!("<a href=\"/docs/{address}\">a</a>"));
        assert_holds(&page, &format!("<img src=\"/docs/{address}\" alt=\"b\">"));
        let front = format!("date: 2010-11-01\ndocuments: [{{id: d, title: D, file: 'docs/{address}'}}]");
        let archive = Archive::new().meeting("a", &front).file(&format!("content/static/docs/{name}"), "x");
        assert_holds(&self::page(&archive), &format!("href=\"/docs/{address}\""));
    }
}

#[test]
fn every_way_to_write_an_address_leads_to_the_same_file() {
    let written = ["/docs/資料%201.txt", "</docs/資料 1.txt>", "/docs/%e8%b3%87%E6%96%99%20%31.txt"];
    for written in written {
        let archive = Archive::notes(&format!("[a]({written}) ![b]({written})\n"));
        let page = page(&archive.file("content/static/docs/資料 1.txt", "x"));
        assert_holds(&page, "<a href=\"/docs/%E8%B3%87%E6%96%99%201.txt\">a</a>");
        assert_holds(&page, "<img src=\"/docs/%E8%B3%87%E6%96%99%201.txt\"");
    }
    let page = page(&Archive::notes("[a](/en/%73tatus/?a=[b]#%6binds) [b](#%63)\n\n## C {#c}\n"));
    assert_holds(
        &page,
        "<a href=\"/en/status/?a=%5Bb%5D#%6binds\">a</a> <a href=\"/en/meetings/a/#c\">b</a>",
    );
}

#[test]
fn a_name_of_its_own_goes_before_what_it_would_mean_as_an_address() {
    let archive = Archive::new()
        .meeting("a", "date: 2010-11-01\ndocuments: [{id: d, title: D, file: docs/a%20b.txt}]")
        .file("content/static/docs/a b.txt", "decoded")
        .file("content/static/docs/a%20b.txt", "as it is");
    assert_holds(&page(&archive), "href=\"/docs/a%2520b.txt\"");
    let archive = archive.without("content/static/docs/a%20b.txt");
    assert_holds(&page(&archive), "href=\"/docs/a%20b.txt\"");
}

#[test]
fn a_link_to_a_name_that_is_no_address_is_reported_with_the_address() {
    let archive = Archive::notes("[a](/docs/a%20b.txt)\n").file("content/static/docs/a%20b.txt", "x");
    assert_reported(&archive, &["meetings/a.en.md:6:5 broken-link"]);
    assert_eq!(help(&archive), "did you mean `/docs/a%2520b.txt`?");
    let archive = Archive::notes("[a](/docs/資料1.txt)\n").file("content/static/docs/資料 1.txt", "x");
    assert_eq!(help(&archive), "did you mean `/docs/資料%201.txt`?");
    for wrong in ["/docs/%FF", "/%2e%2e/x", "/docs%5Ca.txt", "/docs/a.txt%00", "/docs/a.txt%23b"] {
        let archive = Archive::notes(&format!("[a]({wrong})\n")).file("content/static/docs/a.txt", "x");
        assert_reported(&archive, &["meetings/a.en.md:6:5 broken-link"]);
    }
}

#[test]
fn a_decomposed_name_is_found_and_published_composed() {
    let archive =
        Archive::notes(&format!("[a](/docs/{COMPOSED}) [b](/docs/{DECOMPOSED}) ![c](/docs/{GUIDE})\n"));
    let archive = archive.file(&format!("content/static/docs/{DECOMPOSED}"), "guide");
    let built = archive.build().ok();
    let page = built.resolved("en/meetings/a/");
    assert_eq!(page.matches(&format!("<a href=\"/docs/{GUIDE}\"")).count(), 2);
    assert_holds(&page, &format!("<img src=\"/docs/{GUIDE}\""));
    assert_eq!(names(&built, "docs/"), [COMPOSED]);
    assert!(built.page("SHA256SUMS").contains(&format!("  docs/{COMPOSED}\n")));
    for written in [COMPOSED, DECOMPOSED, GUIDE] {
        let front = format!("date: 2010-11-01\ndocuments: [{{id: d, title: D, file: docs/{written}}}]");
        let archive =
            Archive::new().meeting("a", &front).file(&format!("content/static/docs/{DECOMPOSED}"), "guide");
        assert_holds(&self::page(&archive), &format!("href=\"/docs/{GUIDE}\""));
    }
}

// Other systems hold only one of the two.
#[cfg(target_os = "linux")]
#[test]
fn two_names_that_are_one_composed_collide() {
    let archive = [COMPOSED, DECOMPOSED].into_iter().fold(Archive::notes("A.\n"), |archive, name| {
        archive.file(&format!("content/static/docs/{name}"), "x")
    });
    let reported = archive.check().reported();
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert!(reported[0].ends_with(":1:1 url-collision"), "{reported:?}");
}

#[test]
fn a_file_that_only_a_draft_names_is_not_published_however_it_is_written() {
    let draft = |text: &str, documents: &str| {
        let front = format!(
            "title: Talks\ndate: 2010-12-01\nrelease: draft\ndelegations: {{us: {{}}, jp: {{}}}}{documents}"
        );
        Archive::new()
            .promise("open", "2010-11-01", "")
            .note("talks", "en", &front, text)
            .note("talks", "ja", "title: 協議\nversion: {status: summary}", "要約。\n")
            .file(&format!("content/static/docs/{DECOMPOSED}"), "x")
            .file("content/static/docs/a b.txt", "x")
            .file("content/static/docs/free.txt", "x")
    };
    for guide in [COMPOSED, DECOMPOSED, GUIDE] {
        let file = |name: &str| format!("\ndocuments: [{{id: d, title: D, file: 'docs/{name}'}}]");
        let url =
            |link: &str| format!("\ndocuments: [{{id: d, title: D, url: 'https://x.example/docs/{link}'}}]");
        for archive in [
            draft(&format!("[a](/docs/{guide}?v=1#page-2) ![b](/docs/%61%20b.txt)\n"), ""),
            draft(&format!("![a](/docs/{guide}) [b](https://x.example/docs/a%20%62.txt)\n"), ""),
            draft("[b](</docs/a b.txt>)\n", &file(guide)),
            draft("[b](</docs/a b.txt>)\n", &url(guide)),
            draft(&format!("[a](https://x.example/docs/{guide})\n"), &file("a%20b.txt")),
        ] {
            assert_eq!(names(&archive.build_with(&BASE).ok(), "docs/"), ["free.txt"], "{guide}");
            let shown = archive.build_with(&[&BASE[..], &["--drafts"]].concat()).ok();
            assert_eq!(names(&shown, "docs/"), ["a b.txt", "free.txt", COMPOSED], "{guide}");
        }
    }
}

#[test]
fn an_alias_may_be_written_encoded() {
    for alias in ["/en/会合/", "/en/%E4%BC%9A%E5%90%88/", "/en/%E4%BC%9A合/"] {
        let archive = Archive::new().meeting("a", &format!("date: 2010-11-01\naliases: [{alias}]"));
        let built = archive.build_with(&BASE).ok();
        let page = built.resolved("en/会合/");
        assert_holds(&page, "<a href=\"/en/meetings/a/\">");
        assert_holds(&page, "<dd>https://x.example/en/%E4%BC%9A%E5%90%88/</dd>");
    }
    for wrong in ["/en/a%2Fb%20c/", "/en/%2e%2e/", "/en/%FF/", "/en/a%5Cb/"] {
        let archive = Archive::new().meeting("a", &format!("date: 2010-11-01\naliases: ['{wrong}']"));
        assert_reported(&archive, &["meetings/a.en.md:5:11 invalid-value"]);
    }
}

#[test]
fn the_ledger_keeps_names_and_reads_addresses() {
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .file("content/static/docs/資料 1.txt", "x")
        .file("content/static/docs/100%25.txt", "x")
        .file(&format!("content/static/docs/{DECOMPOSED}"), "x");
    archive.run(&["ledger"]).ok();
    let ledger = archive.root().join("content/ledger.txt");
    let text = fs::read_to_string(&ledger).unwrap();
    for name in ["資料 1.txt", "100%25.txt", COMPOSED] {
        assert!(text.contains(&format!("\n/docs/{name}\n")), "{text}");
    }
    let text = text.replace("資料 1.txt", "%E8%B3%87%E6%96%99%201.txt").replace(COMPOSED, DECOMPOSED);
    let text = text.replace("/docs/100%25.txt", "/docs/100%2525.txt");
    let archive = archive.file("content/ledger.txt", &text);
    assert_reported(&archive, &[]);
    archive.run(&["ledger"]).ok();
    assert_eq!(fs::read_to_string(&ledger).unwrap(), text);
    let archive = archive.without("content/static/docs/資料 1.txt");
    let reported = archive.check().reported();
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert!(reported[0].ends_with("vanished-address"));
}

#[cfg(unix)]
#[test]
fn a_name_and_what_it_would_mean_as_an_address_are_two_lines_of_the_ledger() {
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .file("content/static/a%20b.txt", "x")
        .file("content/static/end ", "x");
    archive.run(&["ledger"]).published();
    let archive = archive.file("content/static/a b.txt", "x");
    assert!(archive.run(&["ledger"]).published().stdout.starts_with("1 new of "));
    let text = fs::read_to_string(archive.root().join("content/ledger.txt")).unwrap();
    assert!(text.contains("\n/a b.txt\n") && text.contains("\n/a%20b.txt\n") && text.contains("\n/end%20\n"));
    assert_reported(&archive, &["static/end :1:1 unportable-name"]);
}

#[test]
fn addresses_that_lead_out_hold_only_what_an_address_can_hold() {
    for (written, href) in [
        ("<https://a.example?find=\\*>", "https://a.example?find=%5C*"),
        ("<https://a.example.`b>`", "https://a.example.%60b"),
        ("[a <https://a.example/?b=](uri)>", "https://a.example/?b=%5D(uri)"),
        ("<https://a.example/\\[\\>", "https://a.example/%5C%5B%5C"),
        ("[a](https://a.example/会?b=\"c\"#d)", "https://a.example/%E4%BC%9A?b=%22c%22#d"),
        ("[a](https://a.example/%e4%20b?c=%zz&d=100%)", "https://a.example/%e4%20b?c=%25zz&amp;d=100%25"),
        ("[a](https://[2001:db8::1]:80/)", "https://[2001:db8::1]:80/"),
        ("[a](<mailto:a\\\\b@a.example>)", "mailto:a%5Cb@a.example"),
    ] {
        assert_holds(&page(&Archive::notes(&format!("{written}\n"))), &format!("href=\"{href}\""));
    }
}

#[test]
fn addresses_of_records_hold_only_what_an_address_can_hold() {
    let written = "https://a.example/会[1]`?b=%20c%\\";
    let sound = "https://a.example/%E4%BC%9A%5B1%5D%60?b=%20c%25%5C";
    let documents = format!(
        "date: 2010-11-01\ndocuments: [{{id: d, title: D, url: '{written}', archived: '{written}&d'}}]"
    );
    let archive = Archive::new()
        .meeting("a", &documents)
        .append("content/site.yaml", &format!("license: {{name: {{en: L, ja: L}}, url: '{written}'}}\n"))
        .append(
            "content/organizations.yaml",
            &format!("office: {{delegation: jp, name: {{en: Office, ja: 局}}, url: '{written}'}}\n"),
        );
    let built = archive.build().ok();
    let page = built.resolved("en/meetings/a/");
    assert_holds(&page, &format!("<a class=\"what\" href=\"{sound}\""));
    assert_holds(&page, &format!("<a href=\"{sound}&amp;d\" rel=\"external\">"));
    assert_holds(&page, &format!("<a href=\"{sound}\" rel=\"license\">"));
    assert_holds(&built.page("en/organizations/office/"), &format!("<a href=\"{sound}\" rel=\"external\">"));
    assert_holds(&built.page("data/archive.json"), &format!("\"url\":\"{sound}\""));
}

#[cfg(feature = "serve")]
#[test]
fn the_preview_answers_to_the_composed_name() {
    let text = format!("[a](/docs/{COMPOSED})\n");
    let archive = Archive::notes(&text).file(&format!("content/static/docs/{DECOMPOSED}"), "guide");
    let preview = support::preview::Preview::of(&archive);
    preview.shows("en/meetings/a/", &format!("href=\"../../../docs/{GUIDE}\""));
    assert_eq!(preview.get(&format!("docs/{GUIDE}")).text(), "guide");
}
