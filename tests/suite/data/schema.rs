//! The schemas for editors: valid in themselves, as lenient as the reader, and as strict.

use crate::support::{Archive, examples, files, run, site};
use serde_json::Value;
use std::path::Path;

const KINDS: [&str; 11] = [
    "site",
    "dialogues",
    "delegations",
    "organizations",
    "people",
    "tracks",
    "events",
    "glossary",
    "verbs",
    "meeting",
    "page",
];

/// The schema of a kind, as the program prints it.
fn schema(kind: &str) -> Value {
    serde_json::from_str(&run(&["schema", kind]).ok().stdout).unwrap()
}

/// A text as an editor reads it.
fn value(yaml: &str) -> Value {
    let value: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
    serde_json::to_value(value).unwrap()
}

/// Where a schema refuses a text, each place once.
fn refused(schema: &Value, yaml: &str) -> Vec<String> {
    let value = value(yaml);
    let drafts = [jsonschema::draft202012::new(schema).unwrap(), jsonschema::draft7::new(schema).unwrap()];
    // Many editors know no draft later than 7.
    let [places, older] = drafts.map(|validator| {
        let places = validator.iter_errors(&value).map(|error| error.instance_path().to_string());
        let mut places: Vec<_> = places.collect();
        places.dedup();
        places
    });
    assert_eq!(places, older, "{yaml}");
    places
}

/// The kind of a content file and its YAML; `None` for a file that is no record.
fn yaml_of<'t>(path: &'t str, text: &'t str) -> Option<(&'t str, &'t str)> {
    if let Some(name) = path.strip_suffix(".yaml") {
        return Some((name, text));
    }
    let kind = path.split_once('/')?.0.strip_suffix('s')?;
    let front = text.trim_start_matches('\u{feff}').strip_prefix("---\n").unwrap();
    Some((kind, front.split_once("\n---").unwrap().0))
}

/// Asserts that every file of a content folder is what its schema describes, and returns how many there are.
#[track_caller]
fn assert_valid(content: &Path) -> usize {
    let schemas = KINDS.map(|kind| (kind, schema(kind)));
    let files = files(content).into_iter().filter(|(path, _)| !path.starts_with("static/"));
    let files = files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    let mut count = 0;
    for (path, text) in files {
        let Some((kind, yaml)) = yaml_of(&path, &text) else { continue };
        let (_, schema) = schemas.iter().find(|(name, _)| *name == kind).unwrap();
        assert_eq!(refused(schema, yaml), [""; 0], "{}", content.join(path).display());
        count += 1;
    }
    count
}

#[test]
fn every_schema_is_one_of_2020_12() {
    for kind in KINDS {
        let schema = schema(kind);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{kind}");
        assert!(jsonschema::meta::is_valid(&schema), "{kind}");
    }
}

#[test]
fn without_a_kind_one_schema_holds_them_all() {
    let all: Value = serde_json::from_str(&run(&["schema"]).ok().stdout).unwrap();
    assert!(jsonschema::meta::is_valid(&all));
    let kinds: Vec<_> = all["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(kinds, KINDS);
    for kind in KINDS {
        let mut alone = schema(kind);
        alone.as_object_mut().unwrap().shift_remove("$schema");
        assert_eq!(all["$defs"][kind], alone, "{kind}");
    }
}

#[test]
fn a_kind_that_is_none_is_wrong_usage() {
    let done = run(&["schema", "meetings"]);
    assert_eq!(done.status, 2);
    assert!(done.stderr.contains("a similar value exists: 'meeting'"), "{}", done.stderr);
}

#[test]
fn the_real_archive_is_valid() {
    assert!(assert_valid(Path::new("content")) > 40);
}

#[test]
fn the_good_sites_are_valid() {
    assert_eq!(assert_valid(&site("good/full/content")), 23);
    assert_eq!(assert_valid(&site("good/minimal/content")), 5);
    assert_eq!(assert_valid(&site("base/content")), 6);
}

#[test]
fn the_documented_archive_is_valid() {
    let archive = examples::archive(&std::fs::read_to_string("docs/content.md").unwrap());
    assert_eq!(assert_valid(&archive.root().join("content")), 16);
}

/// What an editor takes for a number or a truth value is a text to the program.
#[test]
fn numbers_are_texts_where_texts_are_meant() {
    let archive = Archive::new()
        .append("content/tracks.yaml", "5: {title: 2010, summary: {en: 1.5, ja: true}}\n")
        .meeting(
            "2010",
            "date: 2010-11-01\nsummary: 2010\nplace: true\nnumber: 0x1f\ncommitments:\n  - {id: 1, kind: report, \
             track: 5, delegations: [us], verb: 1.5, text: -3, forums: [8], due: {text: 2011}}\ndocuments:\n  \
             - {id: 7, title: 1984, publisher: 3M, language: en}\nversion: {source: 7}",
        )
        .note("2010", "ja", "title: 2010\nplace: 東京\nversion: {by: 1}\nsummary: 1\ncommitments: [{id: 1, text: 3, due: {text: 2011}}]", "")
        .promise("later", "2011-01-01", "continues: [2010/1]");
    archive.build().ok();
    assert_eq!(assert_valid(&archive.root().join("content")), 10);
}

#[test]
fn what_stands_in_the_other_file_is_not_missed() {
    let meeting = schema("meeting");
    for half in [
        "title: 第1回会合",
        "{title: t, commitments: [{id: a}, {id: b, text: c}]}",
        "{title: t, commitments: [{id: a, assessments: [{note: c}]}]}",
        "{title: t, documents: [{id: a, publisher: b}]}",
    ] {
        assert_eq!(refused(&meeting, half), [""; 0], "{half}");
    }
}

/// The kind, the text, and the place where it is refused.
const BAD: [(&str, &str, &str); 52] = [
    ("site", "{description: d}", ""),
    ("site", "{title: {en: a, ja: b, fr: c}}", "/title"),
    ("site", "{title: [a, b]}", "/title"),
    ("site", "{title: 1.5}", "/title"),
    ("site", "{title: t, base_url: archive.example}", "/base_url"),
    ("site", "{title: t, base_url: 'ftp://archive.example/'}", "/base_url"),
    ("site", "{title: t, base_url: 'https://user:pw@archive.example/'}", "/base_url"),
    ("site", "{title: t, base_url: 'https://archive.example/?a'}", "/base_url"),
    ("site", "{title: t, contact: editors@archive.example}", "/contact"),
    ("site", "{title: t, contact: 'mailto:'}", "/contact"),
    ("site", "{title: t, contact: 'https://me@archive.example/'}", "/contact"),
    ("site", "{title: t, contact: /en/pages/about/}", "/contact"),
    ("site", "{title: t, languages: [en, fr]}", "/languages/1"),
    ("site", "{title: t, levels: {Director General: a}}", "/levels"),
    ("dialogues", "{talks: {title: t}}", "/talks"),
    ("dialogues", "{talks: {title: t, parties: [us]}}", "/talks/parties"),
    ("dialogues", "{talks: {title: t, parties: [us, jp, eu]}}", "/talks/parties"),
    ("dialogues", "{talks: {title: t, parties: [us, jp], names: [{title: a}]}}", "/talks/names/0"),
    ("delegations", "{us: {name: n, kind: goverment}}", "/us/kind"),
    ("delegations", "{US: {name: n}}", ""),
    ("delegations", "{us: }", "/us"),
    ("organizations", "{mic: {name: n}}", "/mic"),
    ("organizations", "{mic: {name: n, delegation: JP}}", "/mic/delegation"),
    ("people", "{a: {name: n, roles: [{title: t, from: 2010}]}}", "/a/roles/0/from"),
    ("people", "{a: {name: n, role: chair}}", "/a"),
    ("tracks", "[{title: t}]", ""),
    ("tracks", "{cloud_1: {title: t}}", ""),
    ("events", "{summit: {title: t}}", "/summit"),
    ("events", "{summit: {title: t, date: 2010-05-01, kind: sumit}}", "/summit/kind"),
    ("events", "{summit: {title: t, date: 2010-05-01, documents: [{id: a}]}}", "/summit/documents/0"),
    ("glossary", "[{en: cloud}]", "/0"),
    ("glossary", "[{en: a, ja: b, avoid: {ja: c}}]", "/0/avoid/ja"),
    ("glossary", "{en: a, ja: b}", ""),
    ("meeting", "{tilte: t}", ""),
    ("meeting", "{title: }", "/title"),
    ("meeting", "{title: {en: a, ja: b}}", "/title"),
    ("meeting", "{title: t, date: 20101101}", "/date"),
    ("meeting", "{title: t, date: 2010/11/01}", "/date"),
    ("meeting", "{title: t, date: {from: 2010-11-01}}", "/date"),
    ("meeting", "{title: t, number: first}", "/number"),
    ("meeting", "{title: t, mode: in-persn}", "/mode"),
    ("meeting", "{title: t, delegations: {us: {heads: [{as: Chair}]}}}", "/delegations/us/heads/0"),
    ("meeting", "{title: t, delegations: [us, jp]}", "/delegations"),
    ("meeting", "{title: t, commitments: [{id: a}, {id: Cloud}]}", "/commitments/1/id"),
    ("meeting", "{title: t, commitments: [{id: a, kind: promise}]}", "/commitments/0/kind"),
    ("meeting", "{title: t, commitments: [{id: a, continues: [b]}]}", "/commitments/0/continues/0"),
    ("meeting", "{title: t, release: {embargoed-until: tomorrow}}", "/release"),
    ("meeting", "{title: t, aliases: [en/first/]}", "/aliases/0"),
    ("verbs", "{welcomes: {en: [delight in]}}", ""),
    ("verbs", "{welcome: {en: delight in}}", "/welcome/en"),
    ("page", "{title: t, date: 2010-11-01}", ""),
    ("page", "{title: t, version: {status: final}}", "/version/status"),
];

#[test]
fn mistakes_are_refused_at_their_place() {
    let schemas = KINDS.map(|kind| (kind, schema(kind)));
    for (kind, yaml, place) in BAD {
        let (_, schema) = schemas.iter().find(|(name, _)| *name == kind).unwrap();
        assert_eq!(refused(schema, yaml), [place], "{kind}: {yaml}");
    }
}

#[test]
fn the_settings_in_the_documentation_name_every_registry() {
    let page = std::fs::read_to_string("docs/editors.md").unwrap();
    let settings = page.split("```json").nth(1).unwrap().split("```").next().unwrap();
    let settings: Value = serde_json::from_str(settings).unwrap();
    let expected = KINDS[..9]
        .iter()
        .map(|kind| (format!("./schemas/{kind}.json"), Value::from(format!("content/{kind}.yaml"))));
    assert_eq!(settings["yaml.schemas"], expected.collect::<Value>());
    assert!(page.contains(&format!("for kind in {}; do", KINDS.join(" "))));
}
