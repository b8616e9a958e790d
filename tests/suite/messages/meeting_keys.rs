//! Short names, sources, several tracks and forums of commitments; `discussed`; heads; documents.

use crate::support::Archive;

/// A meeting with these facts beside the required ones, from line 5 on.
fn meeting(more: &str) -> Archive {
    let front = format!("title: Meeting\ndate: 2020-03-02\ndelegations: {{us: {{}}, jp: {{}}}}\n{more}");
    Archive::new().note("m", "en", &front, "").note("m", "ja", "title: 会合", "")
}

/// A commitment with these lines, from line 7 on; its facts stand in lines 6 and 7.
fn commitment(lines: &str) -> Archive {
    let track = if lines.contains("track:") { "" } else { "track: cloud, " };
    let text = "text: Share it.";
    let front =
        format!("commitments:\n  - {{id: a, kind: report, {track}delegations: [us], {text}, {lines}}}");
    let front = format!("title: Meeting\ndate: 2020-03-02\ndelegations: {{us: {{}}, jp: {{}}}}\n{front}");
    let ja = "title: 会合\ncommitments: [{id: a, text: 共有する。}]";
    Archive::new().note("m", "en", &front, "").note("m", "ja", ja, "")
}

#[track_caller]
fn assert_reported(archive: &Archive, expected: &[(&str, &str)]) {
    let checked = archive.check();
    let found: Vec<_> = checked.problems();
    let found: Vec<_> = found
        .iter()
        .map(|it| {
            let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
            (text("code"), format!("{} {}", text("message"), text("help")))
        })
        .collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((code, message), (expected, part)) in found.iter().zip(expected) {
        assert!(code == expected && message.contains(part), "{code} {message}");
    }
}

#[test]
fn a_short_name_is_missed_in_the_other_language() {
    assert_reported(
        &commitment("title: Sharing"),
        &[("missing-translation", "`title` of `a` is missing here")],
    );
}

#[test]
fn a_source_is_a_document_of_the_archive() {
    assert_reported(&commitment("sources: [papr]"), &[("unknown-document", "no document is called `papr`")]);
}

#[test]
fn several_tracks_are_each_looked_up_and_stand_once() {
    assert_reported(
        &commitment("track: [cloud, clowd]"),
        &[("unknown-track", "no track is called `clowd` did you mean `cloud`?")],
    );
    assert_reported(
        &commitment("track: [cloud, cloud]"),
        &[("duplicate-id", "the track `cloud` stands twice in this list")],
    );
    assert_reported(&commitment("track: []"), &[("missing-field", "`track` is missing")]);
}

#[test]
fn a_forum_has_its_name_in_both_languages() {
    assert_reported(
        &commitment("forums: [APEC, {en: OECD}]"),
        &[("missing-translation", "the name of this forum is missing in `ja` write `{en: …, ja: …}`")],
    );
}

#[test]
fn what_was_only_discussed_has_nothing_recorded() {
    let both = commitment("organizations: []").edit(
        "content/meetings/m.en.md",
        "commitments:",
        "discussed: [cloud]\ncommitments:",
    );
    assert_reported(
        &both,
        &[("doubtful-fact", "something of the track `cloud` is recorded below delete it here")],
    );
    assert_reported(&meeting("discussed: [clowd]"), &[("unknown-track", "did you mean `cloud`?")]);
    assert_reported(&meeting("discussed: [cloud]"), &[]);
}

#[test]
fn documents_say_who_signed_for_whom() {
    let signed = |by: &str| {
        let archive = meeting(&format!(
            "documents: [{{id: d, title: Accord, url: 'https://a.example/', signatories: [{by}]}}]"
        ));
        archive.edit(
            "content/meetings/m.ja.md",
            "title: 会合",
            "title: 会合\ndocuments: [{id: d, title: 覚書}]",
        )
    };
    assert_reported(&signed("{person: jane-doe, delegation: us}"), &[]);
    assert_reported(
        &signed("{person: jane-do, delegation: us}"),
        &[("unknown-person", "did you mean `jane-doe`?")],
    );
    assert_reported(&signed("{person: jane-doe}"), &[("missing-field", "`delegation` is missing")]);
    assert_reported(&signed("{delegation: us}"), &[("missing-field", "`person` is missing")]);
    assert_reported(
        &signed("{name: Jane Doe, delegation: us}"),
        &[("missing-translation", "`signatories` of `name` of `d` is missing here")],
    );
}

#[test]
fn a_file_has_the_sum_that_its_record_names() {
    let with = |sum: &str| {
        let archive = meeting(&format!("documents: [{{id: d, title: Text, file: a.txt, sha256: {sum}}}]"))
            .edit("content/meetings/m.ja.md", "title: 会合", "title: 会合\ndocuments: [{id: d, title: 文}]");
        archive.file("content/static/a.txt", "Hello\nWorld\n")
    };
    let right = "cc37937f1366919e300be784838d0f648684e2934fde66cd97e333ae51239761";
    assert_reported(&with(right), &[]);
    assert_reported(&with(&right.to_uppercase()), &[]);
    let other = right.replace("cc", "dd");
    assert_reported(&with(&other), &[("invalid-value", &format!("has another SHA-256: {right}"))]);
    assert_reported(&with("abc"), &[("invalid-value", "is not a SHA-256, which has 64 hexadecimal digits")]);
}

#[test]
fn a_country_has_a_code_of_two_letters() {
    for (written, help) in
        [("JPN", "write `JP`"), ("jp", "write `JP`"), ("UK", "write `GB`"), ("Q1", "ISO 3166-1")]
    {
        let archive = Archive::new().append(
            "content/delegations.yaml",
            &format!("third: {{name: {{en: Third, ja: 第三}}, country: {written}}}\n"),
        );
        assert_reported(&archive, &[("invalid-value", help)]);
    }
}

#[test]
fn what_is_missing_in_a_draft_is_a_warning() {
    let draft = meeting("release: draft\ncommitments: [{id: a, text: Share it.}, {kind: report}]");
    let draft = draft.edit("content/meetings/m.en.md", "date: 2020-03-02\n", "");
    let checked = draft.check();
    assert_eq!(checked.status, 0, "{}", checked.stdout);
    let severities: Vec<_> = checked.problems().iter().map(|it| it["severity"].clone()).collect();
    assert!(severities.len() > 3 && severities.iter().all(|it| it == "warning"), "{}", checked.stdout);
    let published = draft.edit("content/meetings/m.en.md", "release: draft\n", "");
    assert_eq!(published.check().status, 1);
}
