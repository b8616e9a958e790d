//! `taiwa rename`: a record gets another id, and whatever named it names it still.

use crate::support::{Archive, Built, assert_reported, files};
use std::{collections::BTreeMap, fs};

pub(crate) const A_EN: &str = "content/meetings/a.en.md";
pub(crate) const A_JA: &str = "content/meetings/a.ja.md";
pub(crate) const B_EN: &str = "content/meetings/2011/b.en.md";
pub(crate) const B_JA: &str = "content/meetings/2011/b.ja.md";

/// Two meetings in which everything is named that can be renamed, in front matter, references and links.
pub(crate) fn archive() -> Archive {
    let a_en = "title: Meeting a\ndate: 2010-11-01\nhost: jp\n\
                delegations:\n  us: {heads: [jane-doe], organizations: [state]}\n  jp:\n    heads: [{person: taro-yamada, as: Minister}] # the head\n\
                commitments:\n  - id: promise\n    kind: undertaking\n    track: [cloud, open-internet]\n    delegations: [us, jp]\n\
                \x20   organizations: [state, mic]\n    text: Promise.\n    assessments: [{status: fulfilled, date: 2011-12-01, by: jp, source: paper}]\n\
                documents:\n  - {id: paper, title: Paper, url: https://archive.example/en/meetings/a/, signatories: [{person: jane-doe, delegation: us, as: X}]}";
    let a_ja = "title: 会合a\nversion: {status: archive-translation, from: en}\ndelegations: {jp: {heads: [{person: taro-yamada, as: 大臣}]}}\n\
                commitments: [{id: promise, text: 約束する。}]\ndocuments: [{id: paper, signatories: [{as: 甲}]}]";
    let body = "The [[person:jane-doe]] of [[delegation:us]] and [[organization:state|them]] on [[track:cloud]]: \
                [[commitment:a/promise]], [here](#commitment-promise), [there](/en/meetings/a/#commitment-promise).\n";
    let b_en = "---\r\ntitle: Meeting b\r\ndate: 2011-11-01\r\ndelegations: {us: {}, 'jp': {}}\r\n\
                commitments: # kept\r\n- {id: promise, kind: report, track: \"cloud\", delegations: [jp], text: Done., fulfills: [a/promise]}\r\n---\r\n\
                After [[meeting:a]], [[commitment:a/promise|as promised]] (`[[meeting:a]]`, a):\r\n[page][p]\r\n\r\n[p]: /en/meetings/a/\r\n";
    let b_ja = "---\ntitle: 会合b\ncommitments: [{id: promise, text: 完了。}]\n---\n[[meeting:a]]の後。[約束](/ja/commitments/a/promise/)。[頁](/ja/meetings/a/)\n";
    Archive::new()
        .append("content/site.yaml", "base_url: https://archive.example/\n")
        .note("a", "en", a_en, body)
        .note("a", "ja", a_ja, &body.replace(" of ", "、").replace("The ", ""))
        .file(B_EN, b_en)
        .file(B_JA, b_ja)
        .file(
            "content/pages/p.en.md",
            "---\ntitle: P\n---\n[[track:cloud]], [c](/en/tracks/cloud/feed.xml)\n",
        )
        .file("content/pages/p.ja.md", "---\ntitle: 頁\n---\n[[track:cloud]]、[c](/ja/tracks/cloud/)\n")
}

pub(crate) fn content(archive: &Archive) -> BTreeMap<String, String> {
    let files = files(&archive.root().join("content")).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

pub(super) fn read(archive: &Archive, path: &str) -> String {
    fs::read_to_string(archive.root().join(path)).unwrap()
}

pub(super) fn rename(archive: &Archive, kind: &str, old: &str, new: &str) -> Built {
    archive.run(&["rename", kind, old, new])
}

/// Asserts that the content is the same but for these words, and that check has nothing more to tell than before.
#[track_caller]
fn assert_renamed(archive: &Archive, command: [&str; 3], changes: &[(&str, &[(&str, &str)])]) {
    let reported = archive.check().reported();
    let mut expected = content(archive);
    for (path, words) in changes {
        let text = expected.get_mut(*path).unwrap_or_else(|| panic!("no file {path}"));
        for (from, to) in *words {
            assert!(text.contains(from), "`{from}` in {path}");
            *text = text.replace(from, to);
        }
    }
    let [kind, old, new] = command;
    rename(archive, kind, old, new).ok();
    let found = content(archive);
    for (path, text) in &expected {
        assert_eq!(found.get(path), Some(text), "{path}");
    }
    assert_eq!(found.len(), expected.len());
    assert_eq!(archive.check().reported(), reported);
}

#[test]
fn a_track_is_renamed_wherever_it_is_named() {
    let archive = archive();
    assert_reported(&archive, &[]);
    let reference = ("[[track:cloud]]", "[[track:clouds]]");
    assert_renamed(
        &archive,
        ["track", "cloud", "clouds"],
        &[
            ("tracks.yaml", &[("cloud:", "clouds:")]),
            ("meetings/a.en.md", &[("[cloud,", "[clouds,"), reference]),
            ("meetings/a.ja.md", &[reference]),
            ("meetings/2011/b.en.md", &[("\"cloud\"", "\"clouds\"")]),
            ("pages/p.en.md", &[reference, ("/en/tracks/cloud/", "/en/tracks/clouds/")]),
            ("pages/p.ja.md", &[reference, ("/ja/tracks/cloud/", "/ja/tracks/clouds/")]),
        ],
    );
}

#[test]
fn people_organizations_delegations_and_dialogues_are_renamed() {
    assert_renamed(
        &archive(),
        ["person", "jane-doe", "j-doe"],
        &[
            ("people.yaml", &[("jane-doe:", "j-doe:")]),
            ("meetings/a.en.md", &[("jane-doe", "j-doe")]),
            ("meetings/a.ja.md", &[("jane-doe", "j-doe")]),
        ],
    );
    assert_renamed(
        &archive(),
        ["organization", "mic", "soumu"],
        &[
            ("organizations.yaml", &[("mic:", "soumu:")]),
            ("people.yaml", &[("organization: mic", "organization: soumu")]),
            ("meetings/a.en.md", &[("[state, mic]", "[state, soumu]")]),
        ],
    );
    assert_renamed(
        &archive(),
        ["delegation", "jp", "japan"],
        &[
            ("delegations.yaml", &[("jp:", "japan:")]),
            ("dialogues.yaml", &[("jp]", "japan]")]),
            ("organizations.yaml", &[("delegation: jp", "delegation: japan")]),
            (
                "meetings/a.en.md",
                &[
                    ("host: jp", "host: japan"),
                    ("  jp:\n", "  japan:\n"),
                    ("[us, jp]", "[us, japan]"),
                    ("by: jp", "by: japan"),
                ],
            ),
            ("meetings/a.ja.md", &[("{jp:", "{japan:")]),
            ("meetings/2011/b.en.md", &[("'jp'", "'japan'"), ("[jp]", "[japan]")]),
        ],
    );
    assert_renamed(
        &archive(),
        ["dialogue", "policy", "talks"],
        &[("dialogues.yaml", &[("policy:", "talks:")])],
    );
    let other = "other: {title: {en: Other, ja: 別の対話}, parties: [us, jp], part_of: policy}\n";
    let several = archive().append("content/dialogues.yaml", other);
    assert_renamed(
        &several.edit("content/meetings/a.en.md", "host: jp", "host: jp\ndialogue: policy").edit(
            B_EN,
            "title: Meeting b",
            "title: Meeting b\r\ndialogue: other",
        ),
        ["dialogue", "policy", "talks"],
        &[
            ("dialogues.yaml", &[("policy:", "talks:"), ("part_of: policy", "part_of: talks")]),
            ("meetings/a.en.md", &[("dialogue: policy", "dialogue: talks")]),
        ],
    );
}

/// The archive with an event that texts refer to and link to, and another whose document names its address.
pub(super) fn with_events() -> Archive {
    let events = "summit: {title: {en: Summit, ja: 首脳会合}, date: 2010-10-01, tracks: [cloud], documents: [{id: sheet, title: Sheet}]} # summit\n\
                  summit-2: # after summit\n  title: {en: The summit, ja: 第2回}\n  date: 2011-10-01\n  documents:\n    \
                  - {id: report, title: On summit, url: https://archive.example/en/events/summit/#document-sheet}\n";
    archive()
        .file("content/events.yaml", events)
        .append(A_EN, "[[event:summit]], [[event:summit-2]], summit: [[document:sheet]]\n")
        .append(A_JA, "[[event: summit |会合]]、[行事](/ja/events/summit/#document-sheet)\n")
        .append("content/pages/p.en.md", "<https://archive.example/en/events/summit/> `[[event:summit]]`\n")
}

#[test]
fn an_event_is_renamed_wherever_it_is_named() {
    let archive = with_events();
    assert_reported(&archive, &[]);
    assert_renamed(
        &archive,
        ["event", "summit", "river-summit"],
        &[
            (
                "events.yaml",
                &[
                    ("summit: {title", "river-summit: {title"),
                    ("/en/events/summit/", "/en/events/river-summit/"),
                ],
            ),
            ("meetings/a.en.md", &[("[[event:summit]]", "[[event:river-summit]]")]),
            (
                "meetings/a.ja.md",
                &[("event: summit ", "event: river-summit "), ("/events/summit/", "/events/river-summit/")],
            ),
            ("pages/p.en.md", &[("/en/events/summit/", "/en/events/river-summit/")]),
        ],
    );
    for (old, new, status, message) in [
        ("sumit-2", "x", 2, "no event is called `sumit-2`; did you mean `summit-2`?"),
        ("river-summit", "summit-2", 2, "another event is called `summit-2` already"),
    ] {
        let done = rename(&archive, "event", old, new);
        assert_eq!((done.status, done.stderr.contains(message)), (status, true), "{}", done.stderr);
    }
}

#[test]
fn a_commitment_is_renamed_in_both_files_and_by_its_anchors() {
    let own = ("#commitment-promise", "#commitment-pledge");
    let reference = ("[[commitment:a/promise", "[[commitment:a/pledge");
    assert_renamed(
        &archive(),
        ["commitment", "a/promise", "pledge"],
        &[
            ("meetings/a.en.md", &[("id: promise", "id: pledge"), reference, own]),
            ("meetings/a.ja.md", &[("id: promise", "id: pledge"), reference, own]),
            ("meetings/2011/b.en.md", &[("[a/promise]", "[a/pledge]"), reference]),
            ("meetings/2011/b.ja.md", &[("/ja/commitments/a/promise/", "/ja/commitments/a/pledge/")]),
        ],
    );
}

#[test]
fn both_files_of_a_meeting_are_renamed() {
    let archive = archive();
    let before = content(&archive);
    let done = rename(&archive, "meeting", "b", "c").ok();
    let mut expected = before.clone();
    for lang in ["en", "ja"] {
        let text = expected.remove(&format!("meetings/2011/b.{lang}.md")).unwrap();
        expected.insert(format!("meetings/2011/c.{lang}.md"), text);
    }
    assert_eq!(content(&archive), expected);
    assert_eq!(
        done.stdout,
        "content/meetings/2011/b.en.md -> c.en.md\ncontent/meetings/2011/b.ja.md -> c.ja.md\nb is now `c`, by 2 changes\n"
    );
    rename(&archive, "meeting", "a", "2010-11-01-city").ok();
    let after = content(&archive);
    let b_en = expected["meetings/2011/c.en.md"]
        .replace("fulfills: [a/", "fulfills: [2010-11-01-city/")
        .replace(
            "After [[meeting:a]], [[commitment:a/",
            "After [[meeting:2010-11-01-city]], [[commitment:2010-11-01-city/",
        )
        .replace("/en/meetings/a/", "/en/meetings/2010-11-01-city/");
    assert_eq!(after["meetings/2011/c.en.md"], b_en);
    let a_en = &after["meetings/2010-11-01-city.en.md"];
    assert!(a_en.contains("url: https://archive.example/en/meetings/2010-11-01-city/"), "{a_en}");
    assert!(a_en.contains("](/en/meetings/2010-11-01-city/#commitment-promise)"), "{a_en}");
    assert_reported(&archive, &[]);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let archive = archive();
    let before = content(&archive);
    let foreseen = archive.run(&["rename", "meeting", "a", "z", "--dry-run"]).ok();
    assert_eq!(content(&archive), before);
    let done = rename(&archive, "meeting", "a", "z").ok();
    let lines = |built: &Built| built.stdout.lines().rev().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&foreseen), lines(&done));
    assert!(
        foreseen.stdout.ends_with("nothing was written, for --dry-run: a is now `z`, by 14 changes\n"),
        "{}",
        foreseen.stdout
    );
    assert!(
        done.stdout.contains("content/meetings/2011/b.en.md:6: a/promise -> z/promise\n"),
        "{}",
        done.stdout
    );
    assert!(
        done.stdout.contains("content/meetings/2011/b.en.md:11: /en/meetings/a/ -> /en/meetings/z/\n"),
        "{}",
        done.stdout
    );
}

#[test]
fn what_is_not_sound_is_refused_and_nothing_is_written() {
    let archive = archive()
        .append("content/tracks.yaml", "old: {title: Old, aliases: [/en/tracks/older/]}\n")
        .file("content/static/ja/tracks/taken/x.txt", "x");
    let before = content(&archive);
    for (arguments, status, message) in [
        (["track", "clowd", "x"], 2, "no track is called `clowd`; did you mean `cloud`?"),
        (["track", "quantum", "x"], 2, "no track is called `quantum`"),
        (["meeting", "none", "x"], 2, "no meeting is called `none`"),
        (
            ["commitment", "a/promised", "x"],
            2,
            "no commitment of `a` is called `promised`; did you mean `promise`?",
        ),
        (["commitment", "promise", "x"], 2, "write it with its meeting, as MEETING/ID"),
        (["commitment", "a/promise", "b/promise"], 2, "a commitment stays in its meeting"),
        (["commitment", "aaa/promise", "x"], 2, "no meeting is called `aaa`"),
        (["track", "cloud", "Cloud"], 2, "`Cloud` is not an id"),
        (["track", "cloud", "cloud"], 2, "the track is called `cloud` already"),
        (["track", "cloud", "open-internet"], 2, "another track is called `open-internet` already"),
        (["meeting", "a", "b"], 2, "another meeting is called `b` already"),
        (["delegation", "jp", "archive"], 2, "no delegation can be called `archive`"),
        (
            ["track", "cloud", "older"],
            1,
            "/en/tracks/older/ is an earlier address of another record, in content/tracks.yaml",
        ),
        (["track", "cloud", "taken"], 1, "static/ja/tracks/taken/x.txt"),
    ] {
        let [kind, old, new] = arguments;
        let done = rename(&archive, kind, old, new);
        assert_eq!(done.status, status, "{arguments:?}: {}", done.stderr);
        assert!(done.stderr.contains(message), "{arguments:?}: {}", done.stderr);
        assert_eq!(content(&archive), before);
    }
}

#[test]
fn mistakes_that_may_hide_a_name_are_told_and_others_do_not_matter() {
    let archive = archive().edit(B_JA, "title: 会合b", "title: [会合b").edit(
        "content/people.yaml",
        "jane-doe:",
        "jane-doe:\n  rolls: []",
    );
    let before = content(&archive);
    let done = rename(&archive, "track", "cloud", "clouds");
    assert_eq!(done.status, 1);
    assert!(
        done.stderr.contains("error[yaml-syntax]") && done.stderr.contains("error[unknown-key]"),
        "{}",
        done.stderr
    );
    assert!(done.stdout.starts_with("nothing was renamed"), "{}", done.stdout);
    assert_eq!(content(&archive), before);
    let archive = self::archive().edit(A_EN, "host: jp", "host: jpn").edit(A_EN, "date: 2010-11-01\n", "");
    rename(&archive, "track", "cloud", "clouds").ok();
}

#[test]
fn a_record_that_is_there_twice_is_not_renamed() {
    let archive = archive().file("content/meetings/copy/a.en.md", "---\ntitle: A\n---\n");
    let done = rename(&archive, "meeting", "a", "c");
    assert_eq!(done.status, 1);
    assert!(
        done.stderr.contains("content/meetings/copy/a.en.md are both the meeting `a`"),
        "{}",
        done.stderr
    );
    let archive = self::archive().edit(A_JA, "[{id: promise,", "[{id: promise, text: x}, {id: promise,");
    let done = rename(&archive, "commitment", "a/promise", "c");
    assert_eq!(
        (done.status, done.stderr.contains("has two commitments `promise`")),
        (1, true),
        "{}",
        done.stderr
    );
}

/// The archive with its addresses in the ledger.
pub(super) fn published() -> Archive {
    let archive = archive();
    archive.run(&["ledger"]).ok();
    archive
}

#[test]
fn translations_that_were_current_stay_so_and_others_do_not_become_it() {
    let stamped = || {
        let archive = archive();
        archive.run(&["stamp", A_JA]).ok();
        archive
    };
    for command in
        [["commitment", "a/promise", "pledge"], ["person", "jane-doe", "j-doe"], ["meeting", "a", "c"]]
    {
        let archive = stamped();
        assert_reported(&archive, &[]);
        let [kind, old, new] = command;
        let done = rename(&archive, kind, old, new).ok();
        assert!(
            done.stdout.contains("content/meetings/a.ja.md: stamped as current, as it was\n"),
            "{}",
            done.stdout
        );
        assert_reported(&archive, &[]);
        let file = if kind == "meeting" { "content/meetings/c.ja.md" } else { A_JA };
        let again = archive.run(&["stamp", file]).ok();
        assert!(again.stdout.ends_with("is current already\n"), "{}", again.stdout);
    }
    let archive = stamped().edit(A_EN, "title: Meeting a", "title: The meeting a");
    rename(&archive, "commitment", "a/promise", "pledge").ok();
    assert_reported(&archive, &["meetings/a.ja.md:3:67 outdated-translation"]);
    let problem = &archive.check().problems()[0];
    assert_eq!(problem["related"][0]["message"], "changed since: the title");
}

/// As after a kill in the middle: some files are written, one of two is moved.
#[test]
fn what_a_stopped_run_left_is_finished() {
    let whole = published();
    whole.run(&["stamp", A_JA]).ok();
    let start = content(&whole);
    rename(&whole, "meeting", "a", "c").ok();
    let end = content(&whole);
    for written in [&["stamps.txt"][..], &["stamps.txt", "meetings/2011/b.en.md", "meetings/a.en.md"]] {
        for moved in [false, true] {
            let mut archive = Archive::empty().file("content/.taiwa-rename", "meeting a c\n");
            for (path, text) in &start {
                let new = path.replace("meetings/a.", "meetings/c.");
                let text = if written.contains(&path.as_str()) { &end[&new] } else { text };
                let is_moved = moved && written.len() > 1 && path == "meetings/a.en.md";
                archive = archive.file(&format!("content/{}", if is_moved { &new } else { path }), text);
            }
            let other = rename(&archive, "track", "cloud", "x");
            assert_eq!(other.status, 1);
            assert!(other.stderr.contains("first run: taiwa rename meeting a c"), "{}", other.stderr);
            rename(&archive, "meeting", "a", "c").ok();
            for (path, text) in content(&archive) {
                assert_eq!(Some(&text), end.get(&path), "{path} after {written:?} {moved}");
            }
        }
    }
    let archive = whole.file("content/.taiwa-rename", "meeting a c\n");
    rename(&archive, "meeting", "a", "c").ok();
    assert_eq!(content(&archive), end);
}

/// Drafts name records too, and a note may lack its other language.
#[test]
fn drafts_and_notes_in_one_language_are_changed_too() {
    let draft = "title: D\nrelease: draft\ndate: 2012-01-01\ndelegations: {us: {}, jp: {}}\ndiscussed:\n  - >-\n    cloud";
    let archive = archive().note("d", "en", draft, "[[meeting:a|cloud]] `cloud`\n");
    rename(&archive, "track", "cloud", "clouds").ok();
    rename(&archive, "meeting", "a", "z").ok();
    rename(&archive, "meeting", "d", "e").ok();
    let note = read(&archive, "content/meetings/e.en.md");
    assert_eq!(
        note,
        format!("---\n{}\n---\n[[meeting:z|cloud]] `cloud`\n", draft.replace("    cloud", "    clouds"))
    );
}

/// Where the facts stand in the Japanese file, the aliases come there; where both files have some, into both.
#[test]
fn aliases_come_where_the_facts_or_other_aliases_are() {
    let facts = "date: 2012-01-01\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new()
        .note("d", "en", "title: D", "")
        .note("d", "ja", &format!("title: 丁\n{facts}"), "")
        .note("e", "en", &format!("title: E\n{facts}\naliases: [/en/x/]"), "")
        .note("e", "ja", "title: 戊\naliases:\n  - /en/x/", "");
    archive.run(&["ledger"]).ok();
    rename(&archive, "meeting", "d", "d-2").ok();
    rename(&archive, "meeting", "e", "e-2").ok();
    assert_eq!(read(&archive, "content/meetings/d-2.en.md"), "---\ntitle: D\n---\n");
    let japanese = read(&archive, "content/meetings/d-2.ja.md");
    assert!(japanese.contains("jp: {}}\naliases: [/en/meetings/d/, /ja/meetings/d/]\n---\n"), "{japanese}");
    let english = read(&archive, "content/meetings/e-2.en.md");
    assert!(english.contains("aliases: [/en/x/, /en/meetings/e/, /ja/meetings/e/]\n"), "{english}");
    let japanese = read(&archive, "content/meetings/e-2.ja.md");
    assert!(
        japanese.contains("aliases:\n  - /en/x/\n  - /en/meetings/e/\n  - /ja/meetings/e/\n"),
        "{japanese}"
    );
    assert_eq!(archive.check().status, 0);
}

#[test]
fn a_withdrawn_meeting_keeps_every_address() {
    let archive =
        published().edit(A_EN, "host: jp", "release: withdrawn\nhost: jp").file(B_EN, "---\ntitle: B\n---\n");
    let archive = archive.edit(B_JA, "[[meeting:a]]の後。[約束](/ja/commitments/a/promise/)。", "");
    let reported = archive.check().reported();
    rename(&archive, "meeting", "a", "c").ok();
    let built = archive.check();
    let vanished = built.reported().iter().filter(|it| it.ends_with("vanished-address")).count();
    assert_eq!((vanished, built.reported().len()), (0, reported.len()), "{:?}", built.reported());
}
