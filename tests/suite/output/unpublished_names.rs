//! What only unpublished records name is not published either; what nothing names is.

use crate::support::{self, Archive, Built, assert_reported};

/// The base archive with records and files that are named below, or by nothing.
fn archive() -> Archive {
    Archive::new()
        .promise("open", "2010-11-01", "")
        .append(
            "content/delegations.yaml",
            "secret-union: {name: {en: Secret Union, ja: 秘密連合}, kind: government, side: jp}\n\
             secret-industry: {name: {en: Secret Industry, ja: 秘密産業}, kind: private, side: secret-union}\n\
             free-side: {name: {en: Free Side, ja: 自由側}, kind: private, side: us}\n",
        )
        .append(
            "content/organizations.yaml",
            "secret-top: {delegation: secret-union, name: {en: Secret Top, ja: 秘密本部}}\n\
             secret-office: {delegation: jp, name: {en: Secret Office, ja: 秘密局}, parent: secret-top}\n\
             free-office: {delegation: jp, name: {en: Free Office, ja: 自由局}}\n",
        )
        .append(
            "content/people.yaml",
            "secret-head:\n  name: {en: Secret Head, ja: 秘密長}\n  family: {en: Secret, ja: 秘密}\n  roles: [{organization: secret-office, title: {en: Chief, ja: 局長}}]\n\
             free-head: {name: {en: Free Head, ja: 自由長}, family: {en: Free, ja: 自由}}\n",
        )
        .append(
            "content/tracks.yaml",
            "secret-track: {title: {en: Secret Track, ja: 秘密分野}}\nfree-track: {title: {en: Free Track, ja: 自由分野}}\n",
        )
        .file("content/static/docs/secret-plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("content/static/docs/secret-annex.txt", "secret annex")
        .file("content/static/docs/free.txt", "free")
}

/// The words that no file, and no file's name, may have.
const SECRETS: [&str; 9] = [
    "secret-union",
    "secret-top",
    "secret-office",
    "secret-head",
    "secret-track",
    "secret-plan",
    "secret-annex",
    "Secret",
    "秘密",
];

fn found(built: &Built) -> Vec<String> {
    let files = support::files(&built.output);
    let holds = |path: &str, bytes: &[u8], word: &str| {
        path.contains(word) || bytes.windows(word.len()).any(|part| part == word.as_bytes())
    };
    let words = SECRETS.into_iter();
    let found = words.flat_map(|word| {
        files
            .iter()
            .filter(move |(path, bytes)| holds(path, bytes, word))
            .map(move |(path, _)| format!("{word} in {path}"))
    });
    found.collect()
}

/// A meeting that is not published and names everything secret, each in another way.
fn secret_meeting(archive: Archive, release: &str) -> Archive {
    let front = format!(
        "title: Talks\ndate: 2010-12-01\nrelease: {release}\nhost: jp\n\
         delegations:\n  us: {{}}\n  jp: {{heads: [secret-head]}}\n  secret-industry: {{}}\n\
         commitments:\n  - {{id: promise, kind: undertaking, track: secret-track, delegations: [us, jp], text: T}}"
    );
    let body = "![Plan](/docs/secret-plan.svg) and [annex](/docs/secret-annex.txt?v=1#page-2).\n";
    archive.note("talks", "en", &front, body).note(
        "talks",
        "ja",
        "title: 協議\ncommitments: [{id: promise, text: 約束}]",
        "![図](/docs/secret-plan.svg)と[別添](/docs/secret-annex.txt)。\n",
    )
}

#[test]
fn what_only_an_unpublished_meeting_names_is_in_no_file() {
    for release in ["draft", "{embargoed-until: 2011-06-01}", "withdrawn"] {
        let archive = secret_meeting(archive(), release);
        let built = archive.build_with(&["--as-of", "2011-01-01", "--base-url", "https://x.example/"]).ok();
        assert_eq!(found(&built), Vec::<String>::new(), "{release}");
    }
}

/// What builds keep in the output for themselves may be uploaded with it.
#[test]
fn what_a_draft_says_leaves_no_trace_in_the_output() {
    let with = |title: &str| {
        secret_meeting(archive(), "draft").edit("content/meetings/talks.en.md", "title: Talks", title)
    };
    let archive = with("title: One name of it");
    let before = support::files(&archive.build().output);
    assert!(before.contains_key(".taiwa/written.json"));
    let archive = archive.edit("content/meetings/talks.en.md", "One name", "Another");
    assert!(support::files(&archive.build().output) == before);
    assert!(support::files(&with("title: A third").build().output) == before);
}

#[test]
fn what_nothing_names_is_published() {
    let archive = secret_meeting(archive(), "draft");
    let built = archive.build().ok();
    for address in [
        "docs/free.txt",
        "en/people/free-head/",
        "en/people/jane-doe/",
        "en/organizations/free-office/",
        "en/tracks/free-track/",
        "en/delegations/free-side/",
        "ja/tracks/open-internet/",
    ] {
        assert!(built.has(address), "{address}");
    }
}

#[test]
fn a_record_that_is_published_brings_what_it_names() {
    let all = [
        "people/secret-head",
        "organizations/secret-office",
        "organizations/secret-top",
        "tracks/secret-track",
    ];
    for (release, more) in [
        ("published", [].as_slice()),
        ("draft", &["--drafts"]),
        ("{embargoed-until: 2011-06-01}", &["--as-of", "2011-06-01"]),
    ] {
        let archive = secret_meeting(archive(), release);
        let built = archive.build_with(more).ok();
        for record in all {
            assert!(built.has(&format!("en/{record}/")), "{release}: {record}");
        }
        assert!(built.has("docs/secret-plan.svg") && built.has("docs/secret-annex.txt"), "{release}");
        assert!(built.page("SHA256SUMS").contains("docs/secret-plan.svg"));
    }
}

#[test]
fn what_a_published_record_names_too_stays() {
    let page = |body: &str| {
        secret_meeting(archive(), "draft")
            .file("content/pages/about.en.md", format!("---\ntitle: About\n---\n{body}\n"))
            .file("content/pages/about.ja.md", format!("---\ntitle: 概要\n---\n{body}\n"))
    };
    let archive = page("See [[person:secret-head]].");
    let built = archive.build().ok();
    for record in [
        "people/secret-head",
        "organizations/secret-office",
        "organizations/secret-top",
        "delegations/secret-union",
    ] {
        assert!(built.has(&format!("en/{record}/")), "{record}");
    }
    assert!(!built.has("en/tracks/secret-track/") && !built.has("docs/secret-plan.svg"));
    assert!(!built.has("en/delegations/secret-industry/"));
    let archive =
        page("See [the track](/en/tracks/secret-track/) and [the annex](/docs/secret-annex.txt#page-3).");
    let built = archive.build().ok();
    assert!(built.has("en/tracks/secret-track/") && built.has("docs/secret-annex.txt"));
    assert!(!built.has("en/people/secret-head/") && !built.has("docs/secret-plan.svg"));
    let archive = page("[[redacted: a line]] ![Plan](/docs/secret-plan.svg)");
    let built = archive.build().ok();
    assert!(built.has("docs/secret-plan.svg") && !built.has("docs/secret-annex.txt"));
}

#[test]
fn what_only_an_unpublished_page_names_is_in_no_file() {
    for release in ["draft", "{embargoed-until: 2060-06-01}", "withdrawn"] {
        let body = "[[person:secret-head]], [[track:secret-track|a track]], [[delegation:secret-industry]], \
                    ![Plan](/docs/secret-plan.svg), [annex](/docs/secret-annex.txt), [her](/ja/people/secret-head/)\n";
        let front = format!("---\nrelease: {release}\ntitle: ");
        let archive = archive()
            .file("content/pages/soon.en.md", format!("{front}Soon\n---\n{body}"))
            .file("content/pages/soon.ja.md", format!("{front}近日\n---\n{body}"));
        let built = archive.build().ok();
        assert_eq!(found(&built), Vec::<String>::new(), "{release}");
    }
}

#[test]
fn a_dialogue_of_unpublished_meetings_alone_is_in_no_file() {
    let archive = archive().append(
        "content/dialogues.yaml",
        "secret-talks: {title: {en: Secret Talks, ja: 秘密協議}, parties: [us, secret-union]}\n",
    );
    let archive = archive.edit(
        "content/meetings/open.en.md",
        "title: Meeting open",
        "title: Meeting open\ndialogue: policy",
    );
    let front = "title: Talks\ndialogue: secret-talks\ndate: 2010-12-01\nrelease: draft\ndelegations: {us: {}, secret-union: {}}";
    let archive = archive.note("talks", "en", front, "").note("talks", "ja", "title: 協議", "");
    let built = archive.build().ok();
    for word in ["Secret Talks", "秘密協議", "secret-talks"] {
        assert!(!found(&built).iter().any(|it| it.starts_with(word)), "{word}");
        assert!(
            built
                .files()
                .values()
                .all(|bytes| !bytes.windows(word.len()).any(|part| part == word.as_bytes()))
        );
    }
    // Organizations and people that nothing names are published, and with them what they name.
    assert!(built.has("en/delegations/secret-union/") && built.has("en/people/secret-head/"));
}

#[test]
fn a_dialogue_above_unpublished_ones_alone_is_in_no_file() {
    let dialogues = "secret-frame: {title: {en: Secret Frame, ja: 秘密枠組み}, parties: [us, jp]}\n\
                     secret-talks: {title: {en: Secret Talks, ja: 秘密協議}, parties: [us, jp], part_of: secret-frame}\n";
    let archive = archive().append("content/dialogues.yaml", dialogues).edit(
        "content/meetings/open.en.md",
        "title: Meeting open",
        "title: Meeting open\ndialogue: policy",
    );
    let front = |release: &str| {
        format!(
            "title: Talks\ndialogue: secret-talks\ndate: 2010-12-01\nrelease: {release}\ndelegations: {{us: {{}}, jp: {{}}}}"
        )
    };
    let archive = archive.note("talks", "en", &front("draft"), "").note("talks", "ja", "title: 協議", "");
    let built = archive.build().ok();
    let is_hidden = |word: &&str| {
        let holds = |bytes: &Vec<u8>| bytes.windows(word.len()).any(|part| part == word.as_bytes());
        !built.files().iter().any(|(path, bytes)| path.contains(*word) || holds(bytes))
    };
    assert!(["secret-frame", "Secret Frame", "secret-talks"].iter().all(is_hidden));
    // Only one is left, and it has no page of its own.
    assert!(!built.has("en/dialogues/"));
    // A page that is not published tells of a dialogue by its address.
    let page = "---\ntitle: Soon\nrelease: draft\n---\n[Talks](/en/dialogues/secret-talks/)\n";
    let archive = archive.without("content/meetings/talks.en.md").without("content/meetings/talks.ja.md");
    let archive = archive.file("content/pages/soon.en.md", page);
    let built = archive.build_with(&["--drafts"]).published();
    assert!(built.has("en/dialogues/secret-frame/"));
    assert!(!archive.build().published().has("en/dialogues/"));
}

#[test]
fn an_address_written_in_full_names_a_file_of_the_site() {
    let front = "title: Talks\ndate: 2010-12-01\nrelease: draft\ndelegations: {us: {}, jp: {}}\n\
                 documents: [{id: paper, title: Paper, url: 'https://x.example/docs/secret-annex.txt'}]";
    let archive = archive()
        .note("talks", "en", front, "[plan](https://x.example/docs/secret-plan.svg)\n")
        .note("talks", "ja", "title: 協議", "[図](https://x.example/docs/secret-plan.svg)\n");
    let built = archive.build_with(&["--base-url", "https://x.example"]).ok();
    assert!(!built.has("docs/secret-annex.txt") && !built.has("docs/secret-plan.svg"));
    let built = archive.build_with(&["--base-url", "https://y.example"]).ok();
    assert!(built.has("docs/secret-annex.txt") && built.has("docs/secret-plan.svg"));
}

#[test]
fn a_file_of_a_draft_stays_hidden_in_whatever_way_its_address_is_written() {
    let built = |body: &str| {
        let front = "title: Talks\ndate: 2010-12-01\nrelease: draft\ndelegations: {us: {}, jp: {}}";
        let archive = archive().note("talks", "en", front, &format!("{body}\n"));
        let archive = archive.note("talks", "ja", "title: 協議", "文。\n");
        let built = archive.build_with(&["--base-url", "https://x.example/talks"]).ok();
        ["docs/secret-annex.txt", "docs/free.txt"].map(|file| built.has(file))
    };
    for body in [
        "[a](http://x.example/talks/docs/secret-annex.txt)",
        "[a](HTTPS://X.EXAMPLE/talks/docs/secret-annex.txt)",
        "[a](https://x.example:443/talks/docs/secret-annex.txt)",
        "[a](https://x.example/t%61lks/docs/secret-annex.txt)",
        "[a](https://x.example/talks/../talks/docs/secret-annex.txt)",
        "See https://x.example/talks/docs/secret-annex.txt.",
        "Text.\n\n[a]: https://x.example/talks/docs/secret-annex.txt",
        "Text.\n\n[a]: /docs/secret-annex.txt",
    ] {
        assert_eq!(built(body), [false, true], "{body}");
    }
    assert_eq!(built("[a](https://x.example/docs/secret-annex.txt)"), [true, true]);
}

#[test]
fn an_address_in_a_fact_of_a_draft_hides_its_file_unless_a_published_record_names_it_too() {
    let address = "https://x.example/talks/docs/secret-annex.txt";
    for front in [
        format!("summary: The annex is at {address}."),
        "place: x.example/talks/docs/secret-annex.txt".to_owned(),
        format!("documents: [{{id: d, title: 'Annex ({address})', url: 'https://other.example/'}}]"),
        format!(
            "commitments: [{{id: c, kind: undertaking, track: free-track, delegations: [us], text: 'See {address}.'}}]"
        ),
    ] {
        let built = |release: &str| {
            let facts = format!(
                "title: Talks\ndate: 2010-12-01\nrelease: {release}\ndelegations: {{us: {{}}, jp: {{}}}}\n{front}"
            );
            let archive = archive().note("talks", "en", &facts, "Text.\n");
            let archive = archive.note("talks", "ja", "title: 協議", "文。\n");
            archive
                .build_with(&["--base-url", "https://x.example/talks"])
                .published()
                .has("docs/secret-annex.txt")
        };
        assert_eq!([built("draft"), built("published")], [false, true], "{front}");
    }
}

#[test]
fn a_smaller_copy_goes_where_its_file_goes() {
    for (release, is_there) in [("draft", false), ("published", true)] {
        let archive = secret_meeting(archive(), release);
        let archive = archive.file("content/static/docs/secret-annex.txt.gz", "secret annex, smaller");
        let archive = archive.file("content/static/docs/free.txt.gz", "free");
        let built = archive.build_with(&["--compress"]).ok();
        assert_eq!(built.has("docs/secret-annex.txt.gz"), is_there, "{release}");
        assert!(built.has("docs/free.txt.gz"));
    }
}

#[test]
fn the_icon_of_the_site_is_named_by_every_page() {
    let body = "---\ntitle: Soon\nrelease: draft\n---\n![Icon](/favicon.svg)\n";
    let archive = archive().file("content/static/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let archive = archive.file("content/pages/soon.en.md", body).file("content/pages/soon.ja.md", body);
    assert!(archive.build().ok().has("favicon.svg"));
}

#[test]
fn what_went_with_a_withdrawn_record_has_not_vanished() {
    let archive = secret_meeting(archive(), "published");
    let recorded = archive.run(&["ledger", "--base-url", "https://x.example"]).ok();
    assert!(recorded.stdout.contains("ledger"), "{}", recorded.stdout);
    let archive = archive.edit("content/meetings/talks.en.md", "release: published", "release: withdrawn");
    let built = archive.build_with(&["--base-url", "https://x.example"]).ok();
    assert_eq!(found(&built).len(), 0);
    assert!(built.page("en/commitments/talks/promise/").contains("withdrawn"));
    let archive = archive.edit("content/meetings/talks.en.md", "release: withdrawn", "release: draft");
    let reported = archive.check().reported();
    assert!(reported.iter().any(|it| it.ends_with("vanished-address")), "{reported:?}");
}

#[test]
fn a_word_of_a_draft_changes_what_the_next_build_publishes() {
    let archive = secret_meeting(archive(), "draft");
    assert!(archive.build().ok().has("en/people/free-head/"));
    let archive = archive.append("content/meetings/talks.en.md", "\nWith [[person:free-head]].\n");
    let archive = archive.append("content/meetings/talks.ja.md", "\n[[person:free-head]]も。\n");
    let built = archive.build().ok();
    assert!(!built.has("en/people/free-head/") && !built.page("en/people/").contains("Free Head"));
}

#[test]
fn a_broken_link_of_a_draft_is_reported_too() {
    let archive = Archive::new()
        .meeting("a", "date: 2010-11-01\nrelease: draft")
        .append("content/meetings/a.en.md", "[x](/en/nothing/)")
        .append("content/meetings/a.ja.md", "[x](/en/nothing/)");
    assert_reported(&archive, &["meetings/a.en.md:7:5 broken-link", "meetings/a.ja.md:4:5 broken-link"]);
}
