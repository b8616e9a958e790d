//! Earlier addresses of records: each leads to its record, whatever file it stands in.

use crate::support::{Archive, assert_reported, page::assert_holds};

/// The base archive in which a record of every kind has an earlier address, and one meeting names them all.
fn aliased() -> Archive {
    let facts = "host: jp\ncommitments:\n  - {id: share, kind: undertaking, track: cloud, delegations: [us, jp], \
                 organizations: [mic], text: Share., aliases: [/en/commitments/a/give/]}";
    Archive::new()
        .meeting("a", &format!("date: 2010-11-01\n{facts}"))
        .note("a", "ja", "title: 会合a\ncommitments: [{id: share, text: 共有する。}]", "")
        .edit(
            "content/tracks.yaml",
            "cloud: {",
            "cloud: {aliases: [/en/tracks/clouds/, /ja/tracks/clouds/], ",
        )
        .edit("content/delegations.yaml", "us: {name", "us: {aliases: [/en/delegations/usa/], name")
        .edit("content/organizations.yaml", "state: {", "state: {aliases: [/en/organizations/dos/], ")
        .edit("content/people.yaml", "jane-doe:", "jane-doe:\n  aliases:\n    - /ja/people/j-doe/")
        .file(
            "content/events.yaml",
            "launch: {title: {en: The launch, ja: 発足}, date: 2010-10-01, aliases: [/en/events/start/]}\n\
             fair: {title: {en: Fair, ja: 見本市}, date: 2009-10-01, aliases: [/ja/events/show/]}\n",
        )
        .edit("content/dialogues.yaml", "policy:", "policy:\n  aliases: [/en/dialogues/old/]")
}

#[test]
fn an_earlier_address_of_any_record_leads_to_it() {
    let archive = aliased();
    let built = archive.build_with(&["--strict"]).ok();
    for (alias, target, title) in [
        ("en/tracks/clouds/", "en/tracks/cloud/", "Cloud computing"),
        ("ja/tracks/clouds/", "ja/tracks/cloud/", "クラウド"),
        ("en/delegations/usa/", "en/delegations/us/", "United States"),
        ("en/organizations/dos/", "en/organizations/state/", "Department of State"),
        ("ja/people/j-doe/", "ja/people/jane-doe/", "ジェーン・ドウ"),
        ("en/commitments/a/give/", "en/commitments/a/share/", "Share."),
        ("en/events/start/", "en/events/launch/", "The launch"),
        ("ja/events/show/", "ja/events/fair/", "見本市"),
    ] {
        let page = built.resolved(alias);
        assert_holds(&page, &format!("<a href=\"/{target}\""));
        assert_holds(&page, title);
    }
    assert!(!built.has("en/dialogues/old/"), "a dialogue has no page");
}

#[test]
fn mistakes_are_answered_like_those_of_meetings() {
    for (file, from, to, reported) in [
        ("tracks", "cloud: {", "cloud: {aliases: [old/], ", "tracks.yaml:1:19 invalid-value"),
        ("tracks", "cloud: {", "cloud: {aliases: [/en/tracks/], ", "tracks.yaml:1:19 url-collision"),
        // A folder in the place of the file of a page.
        ("tracks", "cloud: {", "cloud: {aliases: [/en/index.html/t/], ", "tracks.yaml:1:19 url-collision"),
        ("tracks", "cloud: {", "cloud: {aliases: [/en/index.html/], ", "tracks.yaml:1:19 url-collision"),
        (
            "delegations",
            "us: {",
            "us: {aliases: [/en/delegations/jp/], ",
            "delegations.yaml:1:16 url-collision",
        ),
        ("people", "jane-doe:", "jane-doe:\n  aliases: [/en/../]", "people.yaml:8:13 invalid-value"),
        (
            "organizations",
            "state: {",
            "state: {aliases: [/en/con/], ",
            "organizations.yaml:1:19 unportable-name",
        ),
        ("dialogues", "policy:", "policy:\n  aliases: [here]", "dialogues.yaml:2:13 invalid-value"),
    ] {
        let archive = Archive::new().edit(&format!("content/{file}.yaml"), from, to);
        assert_reported(&archive, &[reported]);
    }
    let events = "summit: {title: Summit, date: 2010-05-01, aliases: [summit, /en/events/fair/, /en/events/meet/]}\n\
                  fair: {title: Fair, date: 2010-05-02, aliases: [/en/events/meet/, /en/tracks/cloud/]}\n";
    assert_reported(
        &Archive::new().file("content/events.yaml", events),
        &[
            "events.yaml:1:53 invalid-value",
            "events.yaml:1:61 url-collision",
            "events.yaml:2:49 url-collision",
            "events.yaml:2:67 url-collision",
        ],
    );
    let promise = Archive::new().promise("a", "2010-11-01", "aliases: [/en/a, /en/meetings/a/]");
    assert_reported(
        &promise,
        &["meetings/a.en.md:11:15 invalid-value", "meetings/a.en.md:11:22 url-collision"],
    );
}

#[test]
fn both_files_name_the_same_aliases_of_a_commitment() {
    let archive = Archive::new().promise("a", "2010-11-01", "aliases: [/en/x/]").edit(
        "content/meetings/a.ja.md",
        "{id: promise,",
        "{id: promise, aliases: [/en/y/],",
    );
    assert_reported(&archive, &["meetings/a.ja.md:3:38 conflicting-fact"]);
}

#[test]
fn the_commitments_of_a_withdrawn_meeting_keep_their_earlier_addresses() {
    let archive = Archive::new().promise("a", "2010-11-01", "aliases: [/en/commitments/a/give/]").edit(
        "content/meetings/a.en.md",
        "date:",
        "release: withdrawn\ndate:",
    );
    let built = archive.build().published();
    assert_holds(&built.resolved("en/commitments/a/give/"), "<a href=\"/en/commitments/a/promise/\"");
}

/// A track that only a draft names has no earlier address either; a published link to that address names the track.
#[test]
fn what_is_not_published_has_no_earlier_address() {
    let draft =
        "title: D\ndate: 2010-12-01\nrelease: draft\ndiscussed: [hidden]\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new()
        .promise("a", "2010-11-01", "")
        .append(
            "content/tracks.yaml",
            "hidden: {title: {en: Secret, ja: 秘密}, aliases: [/en/tracks/covert/]}\n",
        )
        .note("d", "en", draft, "[Old](/en/tracks/covert/)\n")
        .note("d", "ja", "title: 案", "[旧](/en/tracks/covert/)\n");
    let built = archive.build().ok();
    assert!(!built.has("en/tracks/covert/") && !built.has("en/tracks/hidden/"));
    assert!(built.files().values().all(|bytes| !String::from_utf8_lossy(bytes).contains("covert")));
    assert!(archive.build_with(&["--drafts"]).ok().has("en/tracks/covert/"));
    let page = "---\ntitle: P\n---\nSee the [track](/en/tracks/covert/).\n";
    let archive = archive
        .file("content/pages/p.en.md", page)
        .file("content/pages/p.ja.md", "---\ntitle: 頁\n---\n[分野](/en/tracks/covert/)を参照。\n");
    let built = archive.build().ok();
    assert!(built.has("en/tracks/covert/") && built.has("en/tracks/hidden/"));
}

/// What only a withdrawn meeting named is gone with it, and so are its earlier addresses: the ledger does not miss them.
#[test]
fn the_ledger_lets_go_of_what_went_with_a_withdrawn_meeting() {
    let archive = Archive::new()
        .meeting("a", "date: 2010-11-01\ndiscussed: [gone]")
        .promise("b", "2011-11-01", "")
        .append("content/tracks.yaml", "gone: {title: {en: Gone, ja: 消滅}, aliases: [/en/tracks/away/]}\n");
    archive.run(&["ledger"]).ok();
    let archive = archive.edit("content/meetings/a.en.md", "date:", "release: withdrawn\ndate:");
    let built = archive.build().published();
    assert!(!built.has("en/tracks/away/") && !built.has("en/tracks/gone/"));
}
