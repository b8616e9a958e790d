//! What people bring along from Hugo, Jekyll, Zola and `MkDocs`: keys of their front matter, and their settings.

use crate::support::{Archive, assert_reported, help};

/// A meeting with this line in its front matter.
fn with(line: &str) -> Archive {
    Archive::new().meeting("a", &format!("date: 2010-11-01\n{line}"))
}

const ADDRESS: &str = "leave it out: the name of the file is the id, which makes the address; earlier addresses go into `aliases`";
const TRACKS: &str = "the subjects are in tracks.yaml: name them by `track` in each commitment, and by \
                      `discussed: [ID]` where nothing was recorded";
const THEME: &str = "leave it out: what a page looks like is a matter of the theme";
const CHANGED: &str =
    "leave it out; tell what was changed after publication in `corrections: [{date: …, note: …}]`";

#[test]
fn a_key_of_another_generator_is_answered_with_ours() {
    for (line, expected) in [
        ("draft: true", "write `release: draft`"),
        ("draft: false", "leave it out: a record is published unless `release` says otherwise"),
        ("published: false", "write `release: draft`"),
        ("status: draft", "write `release: draft`"),
        (
            "publishDate: 2026-12-24T09:00:00Z",
            "write `release: {embargoed-until: 2026-12-24}`, or leave it out if that day has passed",
        ),
        ("expiryDate: 2026-12-24", "leave it out: nothing expires; `release: withdrawn` takes a record back"),
        ("slug: first-meeting", ADDRESS),
        ("url: /first/", ADDRESS),
        ("permalink: /first/", ADDRESS),
        ("lastmod: 2026-01-01", CHANGED),
        ("last_modified_at: 2026-01-01", CHANGED),
        ("tags: [cloud]", TRACKS),
        ("categories:\n  - cloud", TRACKS),
        ("layout: post", THEME),
        ("template: meeting.html", THEME),
        (
            "author: Jane",
            "leave it out: who took part is in `delegations`, and who publishes the archive is `publisher` in site.yaml",
        ),
        (
            "weight: 3",
            "leave it out: records are in the order of their days, registries in that of their file",
        ),
        (
            "lang: en",
            "leave it out: the name of the file tells the language, as in `ID.en.md` and `ID.ja.md`",
        ),
        ("description: A meeting.", "did you mean `summary`?"),
        ("redirect_from: [/en/a/]", "did you mean `aliases`?"),
    ] {
        let archive = with(line);
        assert_reported(&archive, &["meetings/a.en.md:5:1 unknown-key"]);
        assert_eq!(help(&archive), expected, "{line}");
    }
}

#[test]
fn a_plain_page_has_no_subjects() {
    let archive = Archive::new()
        .file("content/pages/a.en.md", "---\ntitle: A\ntags: [cloud]\n---\n")
        .file("content/pages/a.ja.md", "---\ntitle: 甲\n---\n");
    assert_reported(&archive, &["pages/a.en.md:3:1 unknown-key"]);
    assert_eq!(help(&archive), "leave it out: only meetings have subjects");
}

#[test]
fn keys_of_registries_are_answered_as_before() {
    let archive = Archive::new().edit("content/site.yaml", "title:", "weight: 1\ntitle:");
    assert!(help(&archive).starts_with("keys here: "), "{}", help(&archive));
}

#[test]
fn front_matter_in_toml_is_said_to_be_that() {
    let archive = with("").file("content/meetings/a.ja.md", "+++\ntitle = \"会合a\"\n+++\n");
    assert_reported(&archive, &["meetings/a.ja.md:1:1 missing-front-matter"]);
    assert_eq!(
        help(&archive),
        "write it in YAML: `key: value` in the place of `key = value`, between two lines `---`"
    );
}

#[test]
fn settings_of_another_generator_lead_to_ours_where_ours_are_missing() {
    for name in ["config.toml", "hugo.yaml", "_config.yml", "mkdocs.yml", "site.yaml"] {
        let archive = Archive::new().without("content/site.yaml").file(name, "title: A\n");
        let problems = archive.check().problems();
        assert_eq!(problems.len(), 1, "{problems:?}");
        let message = format!(
            "the archive has no site.yaml, which holds its settings; `{name}` beside content/ is not read"
        );
        assert_eq!(problems[0]["message"], message);
        assert_eq!(
            problems[0]["help"],
            "make content/site.yaml, beginning with what the archive is called: `title: {en: …, ja: …}`"
        );
    }
    let message = Archive::new().without("content/site.yaml").check().problems()[0]["message"].clone();
    assert_eq!(message, "the archive has no site.yaml, which holds its settings");
}

#[test]
fn settings_of_another_tool_beside_a_sound_archive_are_nobodys_business() {
    assert_reported(&Archive::new().file("hugo.toml", "").file("mkdocs.yml", ""), &[]);
}

#[test]
fn settings_of_another_generator_among_the_content_lead_to_ours() {
    let archive = Archive::new().file("content/hugo.toml", "title = 'A'\n");
    assert_reported(&archive, &["hugo.toml:1:1 invalid-value"]);
    assert_eq!(help(&archive), "the settings of the site are in content/site.yaml");
}
