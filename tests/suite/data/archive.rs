//! The folder of data: archive.json with its schema, the tables with their description, and the sums of all files.

use crate::support::{Archive, Built, assert_reported, files, site};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt::Write as _};

const OPTIONS: [&str; 2] = ["--as-of", "2026-11-22"];

/// The archive with everything, built in a folder that lasts as long as the first value.
fn full() -> (Archive, Built) {
    let archive = Archive::from(&site("good/full"));
    let built = archive.build_with(&OPTIONS).published();
    (archive, built)
}

/// A meeting that says little, with one commitment.
fn talks() -> Archive {
    let english = "title: '=1+1'\nsummary: '{A|a} & \"B\"'\ndate: {from: 2010-11-01, to: 2010-11-02}\nplace: Tokyo\n\
        number: 1\nmode: in-person\nhost: jp\n\
        delegations: {us: {heads: [{person: jane-doe, as: Chair}], others: true}, jp: {organizations: [mic]}}\n\
        commitments:\n  - {id: share, kind: undertaking, track: cloud, delegations: [us, jp], organizations: [mic], \
        text: Share it., verb: will, due: 2011-12-31, forums: [APEC, OECD], \
        assessments: [{status: fulfilled, date: 2012-01-05, by: us, source: statement}]}\n\
        documents: [{id: statement, title: Statement, url: 'https://x.example/?a=1,2', date: 2010-11-02}]\n\
        version: {status: summary, source: statement}\ncorrections: [{date: 2011-01-01, note: A name.}]";
    let japanese = "title: 協議\nsummary: '「概」要'\nplace: 東京\ndelegations: {us: {heads: [{person: jane-doe, as: 議長}]}}\nversion: {status: archive-translation, from: en}\n\
        commitments: [{id: share, text: 共有する。}]\ncorrections: [{date: 2011-01-01, note: 氏名。}]";
    let (body, notes) = (
        "## Cloud {#cloud}\n\n1. *Said* by the [[organization:mic]].\n",
        "## クラウド {#cloud}\n\n1. [[organization:mic]]による。\n",
    );
    Archive::new().note("talks", "en", english, body).note("talks", "ja", japanese, notes)
}

fn json(built: &Built, address: &str) -> Value {
    serde_json::from_str(&built.page(address)).unwrap()
}

/// The rows of a table, each as its cells, the first row first.
fn rows(built: &Built, name: &str) -> Vec<Vec<String>> {
    let text = built.page(&format!("data/{name}.csv"));
    let text = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{name} has no byte order mark"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// The cells of a column, without its name.
fn column(built: &Built, table: &str, name: &str) -> Vec<String> {
    let rows = rows(built, table);
    let at =
        rows[0].iter().position(|field| field == name).unwrap_or_else(|| panic!("{table} has no {name}"));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[track_caller]
fn assert_valid(built: &Built) {
    let schema = json(built, "data/archive.schema.json");
    assert!(jsonschema::meta::is_valid(&schema));
    let archive = json(built, "data/archive.json");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator.iter_errors(&archive).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_archive_is_as_its_schema_says() {
    let (_archive, built) = full();
    assert_valid(&built);
    let minimal = Archive::from(&site("good/minimal"));
    assert_valid(&minimal.build().published());
}

#[test]
fn the_schema_refuses_what_is_not_in_the_format() {
    let (_archive, built) = full();
    let schema = jsonschema::validator_for(&json(&built, "data/archive.schema.json")).unwrap();
    let archive = json(&built, "data/archive.json");
    for (pointer, value) in [
        ("/meetings/0/mode", json!("by post")),
        ("/commitments/0/kind", json!("promise")),
        ("/meetings/0/title", json!("one text")),
        ("/meetings/0/summary", json!(null)),
        ("/tracks/0/id", json!(1)),
    ] {
        let mut wrong = archive.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&wrong), "{pointer}");
    }
    let mut more = archive.clone();
    more["meetings"][0]["agreed"] = json!(true);
    assert!(!schema.is_valid(&more));
}

#[test]
fn a_record_is_written_as_it_is() {
    let archive = talks();
    let written = json(&archive.build().ok(), "data/archive.json");
    let mut meeting = written["meetings"][0].clone();
    // What the hash of a text is, other tests tell.
    meeting["versions"]["ja"].as_object_mut().unwrap().remove("translated_from");
    let expected = json!({
        "id": "talks", "dialogue": "policy", "number": 1, "from": "2010-11-01", "to": "2010-11-02", "precision": "day",
        "title": {"en": "=1+1", "ja": "協議"}, "summary": {"en": "A & \"B\"", "ja": "「概」要"},
        "place": {"en": "Tokyo", "ja": "東京"}, "mode": "in-person", "host": "jp",
        "delegations": [
            {"delegation": "us", "heads": [{"person": "jane-doe", "role": {"en": "Chair", "ja": "議長"}}], "others": true},
            {"delegation": "jp", "organizations": ["mic"], "others": false},
        ],
        "versions": {
            "en": {"status": "summary", "state": "summary", "source": "statement"},
            "ja": {"status": "archive-translation", "state": "unstamped", "from": "en"},
        },
        "notes": {
            "en": [
                {"kind": "heading", "level": 2, "anchor": "cloud", "text": "Cloud"},
                {"kind": "item", "number": 1,
                 "text": "Said by the Ministry of Internal Affairs and Communications."},
            ],
            "ja": [
                {"kind": "heading", "level": 2, "anchor": "cloud", "text": "クラウド"},
                {"kind": "item", "number": 1, "text": "総務省による。"},
            ],
        },
        "corrections": [{"date": "2011-01-01", "note": {"en": "A name.", "ja": "氏名。"}}],
        "updated": "2012-01-05",
        "addresses": {"en": "en/meetings/talks/", "ja": "ja/meetings/talks/"},
    });
    assert_eq!(meeting, expected);
    let commitment = json!({
        "id": "talks/share", "meeting": "talks", "kind": "undertaking", "track": "cloud", "tracks": ["cloud"],
        "delegations": ["us", "jp"], "organizations": ["mic"], "verb": {"en": "will"},
        "text": {"en": "Share it.", "ja": "共有する。"}, "due": {"by": "2011-12-31"},
        "forums": [{"en": "APEC", "ja": "APEC"}, {"en": "OECD", "ja": "OECD"}], "sources": ["statement"],
        "superseded": false,
        "outcome": "assessed",
        "assessments": [{"status": "fulfilled", "date": "2012-01-05", "by": "us", "source": "statement"}],
        "updated": "2012-01-05",
        "addresses": {"en": "en/commitments/talks/share/", "ja": "ja/commitments/talks/share/"},
    });
    assert_eq!(written["commitments"], json!([commitment]));
}

#[test]
fn what_is_withheld_is_reported_as_a_gap() {
    let archive = Archive::new().meeting("talks", "date: 2010-11-01").note(
        "talks",
        "ja",
        "title: 協議",
        "総務省は[[redacted: 氏名; 総務省の求めによる]]と述べた。\n",
    );
    let written = json(&archive.build().published(), "data/archive.json");
    let expected = json!([{"kind": "paragraph", "text": "総務省はと述べた。", "redacted": ["氏名; 総務省の求めによる"]}]);
    assert_eq!(written["meetings"][0]["notes"]["ja"], expected);
}

#[test]
fn a_table_is_read_rightly_by_spreadsheets() {
    let archive = talks();
    let built = archive.build().ok();
    let text = built.page("data/meetings.csv");
    let expected = "\u{feff}id,dialogue_id,number,from,to,precision,title_en,title_ja,summary_en,summary_ja,place_en,place_ja,mode,\
        level,host_id,discussed,version_en,version_ja,state_en,state_ja,source_en,source_ja,updated,page_en,page_ja\r\n\
        talks,policy,1,2010-11-01,2010-11-02,day,'=1+1,協議,\"A & \"\"B\"\"\",「概」要,Tokyo,東京,in-person,,jp,,summary,\
        archive-translation,summary,unstamped,statement,,2012-01-05,en/meetings/talks/,ja/meetings/talks/\r\n";
    assert_eq!(text, expected);
    let package = json(&built, "data/datapackage.json");
    assert!(package["description"].as_str().unwrap().contains("begins with an apostrophe"), "{package}");
}

#[test]
fn a_formula_behind_blanks_or_in_full_width_is_a_text_too() {
    let facts = "date: 2010-11-01\ndelegations: {us: {}, jp: {}}\nplace: \"\\u00A0+1\"";
    let archive = Archive::new()
        .note("talks", "en", &format!("title: \"\\n=1+1\"\n{facts}\nsummary: -5 degrees"), "")
        .note("talks", "ja", "title: ＝1+1\nplace: \"　＠東京\"\nsummary: \"\\uFEFF－5度\"", "");
    let text = archive.build().published().page("data/meetings.csv");
    for cell in ["'=1+1", "'＝1+1", "'+1", "'＠東京", "'-5 degrees", "'\u{feff}－5度"] {
        assert!(text.contains(&format!(",{cell},")), "{cell} in {text}");
    }
    assert!(text.contains(",2010-11-01,"), "{text}");
}

#[test]
fn who_took_part_and_who_carries_what_has_a_row_each() {
    let archive = talks();
    let built = archive.build().ok();
    assert_eq!(
        rows(&built, "participation")[1..],
        [
            ["talks", "us", "delegation", "", "", "", "", "", "", "true"],
            ["talks", "us", "head", "", "jane-doe", "Chair", "議長", "", "", "false"],
            ["talks", "jp", "delegation", "", "", "", "", "", "", "false"],
            ["talks", "jp", "organization", "mic", "", "", "", "", "", "false"],
        ]
    );
    assert_eq!(
        rows(&built, "carriers")[1..],
        [["talks/share", "us", ""], ["talks/share", "jp", ""], ["talks/share", "jp", "mic"]]
    );
}

#[test]
fn every_reference_between_tables_leads_to_a_row() {
    let (_archive, built) = full();
    let package = json(&built, "data/datapackage.json");
    let mut checked = 0;
    for resource in package["resources"].as_array().unwrap() {
        let name = resource["name"].as_str().unwrap();
        let schema = &resource["schema"];
        let fields: Vec<&str> =
            schema["fields"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(rows(&built, name)[0], fields, "{name}");
        for key in schema["foreignKeys"].as_array().into_iter().flatten() {
            let field = key["fields"][0].as_str().unwrap();
            let table = key["reference"]["resource"].as_str().unwrap_or(name);
            let there: BTreeSet<String> = column(&built, table, "id").into_iter().collect();
            for value in column(&built, name, field).iter().filter(|value| !value.is_empty()) {
                assert!(there.contains(value), "{name}: {field} {value}");
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn the_description_of_a_table_has_its_size_and_sum() {
    let (_archive, built) = full();
    let files = built.files();
    for resource in json(&built, "data/datapackage.json")["resources"].as_array().unwrap() {
        let bytes = &files[&format!("data/{}", resource["path"].as_str().unwrap())];
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"].as_str().unwrap(), format!("sha256:{}", sum(bytes)));
    }
}

#[test]
fn of_a_withdrawn_meeting_only_its_id_is_reported() {
    let (_archive, built) = full();
    assert_eq!(rows(&built, "withdrawn"), [["id"], ["gone"]]);
    assert_eq!(json(&built, "data/archive.json")["withdrawn"], json!(["gone"]));
    for (path, bytes) in built.files().iter().filter(|(path, _)| path.starts_with("data/")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("taken back") && !text.contains("on request."), "{path}");
    }
    assert!(!column(&built, "meetings", "id").contains(&"gone".to_owned()));
}

fn sum(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        write!(text, "{byte:02x}").unwrap();
    }
    text
}

#[test]
fn every_file_has_its_sum() {
    let archive =
        Archive::from(&site("good/full")).file("content/static/.well-known/a b.txt", "dots and blanks");
    let built = archive.build_with(&OPTIONS).published();
    let mut files = built.files();
    let sums = String::from_utf8(files.remove("SHA256SUMS").unwrap()).unwrap();
    assert!(files.contains_key(".well-known/a b.txt") && files.contains_key("statements/first.txt"));
    let expected: Vec<_> = files.iter().map(|(path, bytes)| format!("{}  {path}", sum(bytes))).collect();
    assert_eq!(sums, expected.join("\n") + "\n");
}

#[test]
fn no_other_file_takes_the_place_of_one() {
    let (_archive, built) = full();
    let statics = files(&site("good/full/content/static"));
    let pages = built.pages();
    let own = built.files().into_keys().filter(|path| {
        !pages.contains_key(path) && !path.starts_with("assets/") && !statics.contains_key(path)
    });
    let own: Vec<String> = own.collect();
    assert!(own.len() > 20, "{own:?}");
    let archive = own.iter().fold(Archive::from(&site("good/full")), |archive, path| {
        archive.file(&format!("content/static/{path}"), "mine")
    });
    let reported = archive.check().reported();
    let refused = reported.iter().filter(|reported| reported.ends_with("url-collision"));
    let expected: Vec<String> = own.iter().map(|path| format!("static/{path}:1:1 url-collision")).collect();
    assert_eq!(refused.collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
}

#[test]
fn addresses_of_data_are_recorded() {
    let archive = talks();
    archive.run(&["ledger"]).ok();
    let ledger = std::fs::read_to_string(archive.root().join("content/ledger.txt")).unwrap();
    for address in ["/data/archive.json", "/data/meetings.csv", "/en/calendar.ics"] {
        assert!(ledger.contains(&format!("\n{address}\n")), "{address}");
    }
    assert!(!ledger.contains("feed.xml"), "without an address of the site there is no feed");
    assert_reported(&archive, &[]);
}
