//! Each code of a problem of the notes' text: what brings it about, and the exact place where it is reported.

use crate::support::{Archive, assert_reported, help};

#[test]
fn an_anchor_is_an_id() {
    assert_reported(&Archive::notes("## 概要 {#総務省}\n"), &["meetings/a.en.md:6:9 invalid-id"]);
    assert_reported(&Archive::notes("\n## Cloud {#Cloud_1}\n"), &["meetings/a.en.md:7:12 invalid-id"]);
}

#[test]
fn invalid_value_in_notes() {
    assert_reported(
        &Archive::notes("An empty [[]] and [[cloud]] and [[tack:cloud]].\n"),
        &[
            "meetings/a.en.md:6:10 invalid-value",
            "meetings/a.en.md:6:19 invalid-value",
            "meetings/a.en.md:6:33 invalid-value",
        ],
    );
    assert_reported(
        &Archive::notes("a\u{202e}b\u{7}\n"),
        &["meetings/a.en.md:6:2 invalid-value", "meetings/a.en.md:6:4 invalid-value"],
    );
}

#[test]
fn a_reference_inside_a_link_is_an_invalid_value() {
    assert_reported(
        &Archive::notes("[in a [[track:cloud]] link](https://a.example)\n"),
        &["meetings/a.en.md:6:7 invalid-value"],
    );
}

#[test]
fn a_broken_link_and_a_picture_that_is_not_there() {
    assert_reported(
        &Archive::notes("[a](/en/meetigs/)\n\n[b](other.md)\n\n![c](/none.png)\n"),
        &[
            "meetings/a.en.md:6:5 broken-link",
            "meetings/a.en.md:8:5 broken-link",
            "meetings/a.en.md:10:6 unsafe-link",
        ],
    );
    assert_eq!(help(&Archive::notes("[a](/en/meetigs/)")), "did you mean `/en/meetings/`?");
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\ndocuments: [{id: d, title: D, file: none.pdf}]"),
        &["meetings/a.en.md:5:37 broken-link"],
    );
}

#[test]
fn missing_anchor() {
    assert_reported(
        &Archive::notes("## One {#one}\n\n[a](#one) [b](#tow)\n"),
        &["meetings/a.en.md:8:15 missing-anchor"],
    );
}

#[test]
fn a_reference_has_a_text_or_no_bar() {
    for (written, column) in [("[[track:cloud|]]", 3), ("[[track:cloud| ]]", 3), ("[[redacted:]]", 3)] {
        let place = format!("meetings/a.en.md:6:{column} invalid-value");
        assert_reported(&Archive::notes(&format!("A {written} b.\n")), &[&place]);
    }
    let archive = Archive::notes("| A |\n|---|\n| [[track:cloud\\|the cloud]] |\n");
    assert!(archive.build().ok().page("en/meetings/a/").contains(">the cloud</a></td>"));
}

#[test]
fn an_anchor_of_another_page_must_be_there() {
    let archive = Archive::notes("[good](/en/status/#kinds) [bad](/en/status/#sorts)\n");
    assert_reported(&archive, &["meetings/a.en.md:6:33 missing-anchor"]);
    let archive = Archive::notes("[bad](/en/search/?q=a#sorts) [bad](/en/status/index.html#sorts)\n");
    assert_reported(
        &archive,
        &["meetings/a.en.md:6:7 missing-anchor", "meetings/a.en.md:6:36 missing-anchor"],
    );
}

#[test]
fn raw_html() {
    let archive = Archive::notes("a <b>c</b>\n\n<div>x</div>\n\n<sup class=\"x\">y</sup>\n");
    let reported = archive.check().reported();
    assert!(reported.contains(&"meetings/a.en.md:6:3 raw-html".to_owned()), "{reported:?}");
    assert!(reported.contains(&"meetings/a.en.md:8:1 raw-html".to_owned()), "{reported:?}");
    assert!(reported.contains(&"meetings/a.en.md:10:1 raw-html".to_owned()), "{reported:?}");
    assert!(reported.iter().all(|reported| reported.ends_with("raw-html")), "{reported:?}");
}

#[test]
fn unsafe_link() {
    assert_reported(
        &Archive::notes("[a](javascript:alert(1))\n\n[b](//host/x)\n\n![c](https://a.example/x.png)\n"),
        &[
            "meetings/a.en.md:6:5 unsafe-link",
            "meetings/a.en.md:8:5 unsafe-link",
            "meetings/a.en.md:10:6 unsafe-link",
        ],
    );
    assert_reported(
        &Archive::new().meeting("a", "date: 2010-11-01\ndocuments: [{id: d, title: D, url: 'ftp://x'}]"),
        &["meetings/a.en.md:5:36 unsafe-link"],
    );
}

#[test]
fn ambiguous_emphasis() {
    let archive = bodies("Before.\n", "前に\n_「強調」_の\n");
    assert_reported(&archive, &["meetings/a.ja.md:5:1 ambiguous-emphasis"]);
}

#[test]
fn an_anchor_that_the_page_has_already_is_a_duplicate() {
    let front = "title: A\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01\n\
                 commitments: [{id: promise, kind: report, track: cloud, delegations: [us], text: Promise}]\n\
                 documents: [{id: paper, title: Paper}]";
    let text = "## One {#track-cloud}\n\n## Two {#commitment-promise}\n\n## Three {#document-paper}\n\n\
                ## Four {#fn-1}\n\nNote.[^n]\n\n[^n]: A footnote.\n";
    let japanese = "title: 会合\nversion: {status: summary}\ncommitments: [{id: promise, text: 約束}]";
    let archive = Archive::new().note("a", "en", front, text).note("a", "ja", japanese, "要約。\n");
    assert_reported(
        &archive,
        &[
            "meetings/a.en.md:8:10 duplicate-id",
            "meetings/a.en.md:10:10 duplicate-id",
            "meetings/a.en.md:12:12 duplicate-id",
            "meetings/a.en.md:14:11 duplicate-id",
        ],
    );
}

/// An archive with one meeting whose notes in both languages are these; the Japanese ones begin at line 4.
fn bodies(en: &str, ja: &str) -> Archive {
    Archive::notes(en).note("a", "ja", "title: 会合a", ja)
}

#[test]
fn unpaired_block() {
    let en = "## Cloud {#cloud}\n\nA paragraph.\n\n- one\n- two\n";
    let ja = "## クラウド {#cloud}\n\n段落。\n\n- 一\n- 二\n";
    assert_reported(&bodies(en, ja), &[]);
    let more = "## クラウド {#cloud}\n\n段落。\n\nもう一つの段落。\n\n- 一\n- 二\n";
    assert_reported(&bodies(en, more), &["meetings/a.ja.md:8:1 unpaired-block"]);
    let related = &bodies(en, more).check().problems()[0]["related"][0];
    assert_eq!((&related["path"], &related["line"]), (&"content/meetings/a.en.md".into(), &10.into()));
    assert_reported(
        &bodies(en, "## クラウド {#cloud}\n\n段落。\n"),
        &["meetings/a.en.md:10:1 unpaired-block"],
    );
    let related = &bodies(en, "## クラウド {#cloud}\n\n段落。\n").check().problems()[0]["related"][0];
    assert_eq!((&related["path"], &related["line"]), (&"content/meetings/a.ja.md".into(), &6.into()));
    // A text that was not made from the other stands beside it as it is.
    let summary = bodies(en, "").note("a", "ja", "title: 会合a\nversion: {status: summary}", more);
    assert_reported(&summary, &[]);
    // A body that is not there is reported as such.
    assert_reported(&bodies(en, ""), &["meetings/a.ja.md:1:1 missing-translation"]);
}

/// An archive with these notes and a glossary of one pair.
fn terms(en: &str, ja: &str) -> Archive {
    let pair = "- en: cloud computing\n  ja: クラウドコンピューティング\n  avoid: {ja: [クラウド・コンピューティング]}\n";
    bodies(en, ja).file("content/glossary.yaml", pair)
}

#[test]
fn avoided_term() {
    let archive = terms("On cloud computing.\n", "これからの\nクラウド・コンピューティングについて。\n");
    assert_reported(&archive, &["meetings/a.ja.md:5:1 avoided-term"]);
    assert_eq!(help(&archive), "write `クラウドコンピューティング`");
    // Whatever the other file says.
    assert_reported(
        &terms("On clouds.\n", "クラウド・コンピューティング\n"),
        &["meetings/a.ja.md:4:1 avoided-term"],
    );
}

#[test]
fn missing_term() {
    let archive = terms("On cloud\ncomputing.\n", "雲について。\n");
    assert_reported(&archive, &["meetings/a.ja.md:4:1 missing-term"]);
    let problem = &archive.check().problems()[0];
    assert_eq!(
        problem["message"],
        "`クラウドコンピューティング` is missing here: the other language has `cloud computing`"
    );
    assert_eq!(problem["related"][0]["line"], 6);
    let back = terms("On clouds.\n", "クラウドコンピューティングについて。\n");
    assert_reported(&back, &["meetings/a.en.md:6:1 missing-term"]);
    // A translation may have the term where the text it was made from has other words.
    let translated =
        back.edit("content/meetings/a.ja.md", "title: 会合a", "title: 会合a\nversion: {from: en}");
    assert_reported(&translated, &[]);
}

#[test]
fn a_term_in_another_width_or_ending_is_there() {
    for (en, ja) in [
        ("On cloud computing.\n", "クラウドコンピューティングについて。\n"),
        ("On Cloud-computing.\n", "ｸﾗｳﾄﾞｺﾝﾋﾟｭｰﾃｨﾝｸﾞについて。\n"),
        ("On **cloud** computing.\n", "**クラウド**コンピューティングについて。\n"),
        ("On `x`.\n", "クラウドについて。\n"),
    ] {
        assert_reported(&terms(en, ja), &[]);
    }
}

#[test]
fn terms_are_looked_for_in_facts_as_well() {
    let glossary = "- {en: cloud, ja: クラウド, avoid: {ja: [雲]}}\n";
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .edit("content/meetings/a.en.md", "title: ", "summary: On the cloud.\ntitle: ")
        .edit("content/meetings/a.ja.md", "title: ", "summary: 青い雲について。\ntitle: ")
        .file("content/glossary.yaml", glossary);
    assert_reported(&archive, &["meetings/a.ja.md:2:12 avoided-term"]);
}

#[test]
fn terms_are_looked_for_in_events_as_well() {
    let glossary = "- {en: cloud, ja: クラウド, avoid: {ja: [雲]}}\n";
    let events = "summit:\n  title: {en: Cloud summit, ja: 会合}\n  date: 2010-05-01\n  place: Cloud Hall\n  \
                  summary: {en: On it., ja: 青い雲について。}\n\
                  fair: {title: {en: Cloud fair, ja: クラウド見本市}, date: 2010-05-02, place: {en: Cloud, ja: 広間}}\n";
    let archive = Archive::new().file("content/glossary.yaml", glossary).file("content/events.yaml", events);
    assert_reported(
        &archive,
        &["events.yaml:2:33 missing-term", "events.yaml:5:31 avoided-term", "events.yaml:6:87 missing-term"],
    );
    let problem = &archive.check().problems()[0];
    assert_eq!(problem["message"], "`クラウド` is missing here: the other language has `cloud`");
    assert_eq!((&problem["related"][0]["line"], &problem["related"][0]["column"]), (&2.into(), &15.into()));
}

#[test]
fn notes_that_do_not_say_the_same_are_not_checked_for_terms() {
    let archive = terms("On cloud computing.\n", "雲について。\n");
    let summary =
        archive.edit("content/meetings/a.ja.md", "title: 会合a", "title: 会合a\nversion: {status: summary}");
    assert_reported(&summary, &[]);
}

#[test]
fn a_term_in_the_title_that_a_reference_shows_is_there() {
    let glossary = "- {en: cloud services, ja: クラウドサービス}\n";
    let tracks = "cloud: {title: {en: Cloud services, ja: クラウドサービス}}\n";
    let archive = bodies("On cloud services.\n", "[[track:cloud]]について。\n")
        .file("content/glossary.yaml", glossary)
        .file("content/tracks.yaml", tracks);
    assert_reported(&archive, &[]);
    let own_words = archive.edit("content/meetings/a.ja.md", "[[track:cloud]]", "[[track:cloud|雲]]");
    assert_reported(&own_words, &["meetings/a.ja.md:4:1 missing-term"]);
}

#[test]
fn a_term_in_the_name_that_an_organization_had_then_is_there() {
    let glossary = "- {en: radio office, ja: 電波局}\n";
    let organizations = "\noffice:\n  delegation: jp\n  name: {en: Ministry, ja: 通信省}\n  \
                         names: [{until: 2011-01-01, name: {en: Radio Office, ja: 電波局}}]\n";
    let archive = bodies("At the radio office.\n", "[[organization:office]]で。\n")
        .file("content/glossary.yaml", glossary)
        .append("content/organizations.yaml", organizations);
    assert_reported(&archive, &[]);
}

#[test]
fn no_field_for_an_address_takes_one_that_runs_or_leads_elsewhere_unseen() {
    let addresses = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\\tjavascript:alert(1)",
        "java\\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//host.example/",
        "\\\\\\\\host.example/",
        "https:///host.example/",
        "https://host.example/\\r\\nX: y",
    ];
    for address in addresses {
        let document = format!(
            "date: 2010-11-01\ndocuments:\n- id: paper\n  title: Paper\n  url: \"{address}\"\n  archived: \"{address}\""
        );
        let archive = Archive::new()
            .meeting("a", &document)
            .append(
                "content/site.yaml",
                &format!(
                    "base_url: \"{address}\"\nlicense:\n  name: L\n  url: \"{address}\"\ncontact: \"{address}\"\n"
                ),
            )
            .append("content/organizations.yaml", &format!("  url: \"{address}\"\n"));
        let reported = [
            "meetings/a.en.md:8:8",
            "meetings/a.en.md:9:13",
            "organizations.yaml:7:8",
            "site.yaml:2:11",
            "site.yaml:5:8",
            "site.yaml:6:10",
        ];
        let reported = reported.map(|place| format!("{place} unsafe-link"));
        assert_reported(&archive, &reported.each_ref().map(String::as_str));
    }
}

/// The host of an address is what a browser looks up: one that it cannot, or that carries a user, is refused wherever it stands.
#[test]
fn an_address_that_leads_out_has_a_host_and_no_user() {
    for (address, message, help) in [
        (
            "https://u:pw@h.example/",
            "everybody could read the user that this address names",
            "write `https://h.example/`",
        ),
        (
            "https://h.example:99999/",
            "`https://h.example:99999/` is not an address: invalid port number",
            "check what stands before the path",
        ),
        (
            "https://a..example/",
            "`https://a..example/` is not an address: a part of its host is empty",
            "check what stands before the path",
        ),
    ] {
        let document =
            format!("date: 2010-11-01\ndocuments:\n- id: paper\n  title: Paper\n  url: \"{address}\"");
        let archive = Archive::new()
            .meeting("a", &document)
            .edit(
                "content/meetings/a.ja.md",
                "title: 会合a",
                "title: 会合a\ndocuments: [{id: paper, title: 文書}]",
            )
            .append("content/site.yaml", &format!("license: {{name: L, url: \"{address}\"}}\n"))
            .append("content/organizations.yaml", &format!("  url: \"{address}\"\n"))
            .append("content/meetings/a.en.md", &format!("[x]({address})\n"))
            .append("content/meetings/a.ja.md", "文。\n");
        let reported =
            ["meetings/a.en.md:8:8", "meetings/a.en.md:10:5", "organizations.yaml:7:8", "site.yaml:2:25"];
        let reported = reported.map(|place| format!("{place} unsafe-link"));
        assert_reported(&archive, &reported.each_ref().map(String::as_str));
        for problem in archive.check().problems() {
            assert_eq!((&problem["message"], &problem["help"]), (&message.into(), &help.into()));
        }
    }
}

#[test]
fn an_address_that_leads_out_is_written_with_an_ascii_host() {
    let document = "date: 2010-11-01\ndocuments: [{id: paper, title: Paper, url: 'https://例え.jp/x'}]";
    let archive = Archive::new()
        .meeting("a", document)
        .edit(
            "content/meetings/a.ja.md",
            "title: 会合a",
            "title: 会合a\ndocuments: [{id: paper, title: 文書}]",
        )
        .append("content/meetings/a.en.md", "[x](https://例え.jp/y)\n")
        .append("content/meetings/a.ja.md", "文。\n");
    let page = archive.build().ok().page("en/meetings/a/");
    for address in ["https://xn--r8jz45g.jp/x", "https://xn--r8jz45g.jp/y"] {
        assert!(page.contains(&format!("href=\"{address}\"")), "{address}");
    }
}
