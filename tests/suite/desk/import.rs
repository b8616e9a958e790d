//! `taiwa import`: what is read from a statement, and what is proposed.

use super::statements::{ID, import, note, real_archive, records, statement, values, water_archive};
use crate::support::{Archive, files, read};
use taiwa::desk::import::DEFAULT_VERBS;

const STATEMENT: &str = "joint-press-statement-2010-11-01.txt";

#[test]
fn the_statement_of_the_first_meeting_gives_thirteen_records_and_nothing_else() {
    let archive = real_archive();
    import(&archive, &statement(STATEMENT), ID, &[]).ok();
    let note = note(&archive, ID, "en");
    let recognize = "recognize the importance of";
    let towards = "recognize the importance of working towards";
    let of_both = |words: &str, verb: &str| format!("{words} [us, jp] {verb}");
    assert_eq!(
        records(&note),
        [
            of_both("shared-view -", recognize),
            of_both("shared-view cloud", "shared views on the necessity of"),
            of_both("shared-view cloud", recognize),
            of_both("shared-view cloud", recognize),
            of_both("shared-view cloud", recognize),
            of_both("shared-view cybersecurity", towards),
            of_both("shared-view cybersecurity", towards),
            of_both("shared-view cybersecurity", towards),
            of_both("shared-view open-internet", recognize),
            of_both("shared-view open-internet", recognize),
            of_both("shared-view open-internet", recognize),
            of_both("shared-view -", "will continue to increase"),
            of_both("next-meeting process", "plan to hold"),
        ]
    );
    let due = values(&note, "due");
    assert_eq!(due.last().unwrap(), "{text: in 2011, by: 2011-12-31}");
    assert_eq!(due.iter().filter(|due| *due != "-").count(), 1);
    // What is in doubt says why.
    let doubt = "# Kind by the verb “will continue to increase”; in doubt, since nobody acts in the sentence";
    assert!(note.contains(doubt), "{note}");
    for title in values(&note, "title") {
        assert!((8..=64).contains(&title.len()), "{title}");
    }
}

#[test]
fn the_facts_of_the_meeting_are_those_of_the_statement() {
    let archive = real_archive();
    import(&archive, &statement(STATEMENT), ID, &["--authentic"]).ok();
    let note = note(&archive, ID, "en");
    let front = note.split("commitments:\n").next().unwrap();
    let expected = "\
title: Joint Press Statement for the US - JAPAN Policy Cooperation Dialogue on the Internet Economy The First Director-General Level Meeting
dialogue: internet-economy
date: 2010-11-01
place: Tokyo
delegations:
  us:
    heads:
      # named first
      - person: philip-verveer
        as: Ambassador
    organizations: [state, fcc, doc, dhs]
  jp:
    heads:
      # named first
      - person: hajime-tonegawa
        as: Director General of the Global ICT Strategy Bureau
    organizations: [mic, mofa, meti]
";
    assert!(front.ends_with(expected), "{front}");
    let ending = "    kind: joint-statement
    title: Joint Press Statement for the US - JAPAN Policy Cooperation Dialogue on the Internet Economy The First Director-General Level Meeting
    language: en
    date: 2010-11-01
    # sha256 of the file: b79a9426abf75637a5f1b6d42a31e03039f33ab4fd389b2a381c3eff8f9341cb
version: {status: authentic, source: 2010-11-01-imported-statement-en}
release: draft
---
";
    assert!(note.contains(ending), "{note}");
}

#[test]
fn the_text_keeps_its_structure() {
    let archive = real_archive();
    import(&archive, &statement(STATEMENT), ID, &[]).ok();
    let note = note(&archive, ID, "en");
    let body = note.split("release: draft\n---\n").nth(1).unwrap();
    let headings: Vec<_> = body.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(
        headings,
        [
            "## Cloud computing technology {#cloud-computing-technology}",
            "## Enhancing security of commercial networks {#enhancing-security-commercial-networks}",
            "## Openness of the Internet and the freedom to connect and communicate {#openness-internet-freedom-connect-communicate}",
        ]
    );
    assert_eq!(body.lines().filter(|line| line.starts_with("- ")).count(), 9);
    // A page break parted these words.
    assert!(body.contains("international principles on cloud-related technologies.\n"), "{body}");
    assert!(body.contains("Ambassador [[person:philip-verveer|Philip Verveer]] and officials"), "{body}");
    assert!(!body.contains("<sup>"));
}

#[test]
fn a_draft_is_sound_and_published_nowhere() {
    let archive = real_archive();
    import(&archive, &statement(STATEMENT), ID, &["--keep-file"]).ok();
    let kept = archive.root().join(format!("content/static/statements/{ID}.en.txt"));
    assert_eq!(read(kept), read(statement(STATEMENT)));
    let checked = archive.check();
    let errors: Vec<_> = checked.problems().into_iter().filter(|it| it["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_second_run_changes_nothing_and_a_dry_run_writes_nothing() {
    let archive = real_archive();
    let before = files(archive.root());
    let dry = import(&archive, &statement(STATEMENT), ID, &["--dry-run", "--keep-file"]).ok();
    assert_eq!(files(archive.root()), before);
    assert!(
        dry.stdout.contains("next-meeting second-director-general-level-meeting-this-dialogue"),
        "{}",
        dry.stdout
    );
    assert!(dry.stdout.ends_with("nothing was written, for --dry-run\n"), "{}", dry.stdout);
    import(&archive, &statement(STATEMENT), ID, &[]).ok();
    let first = files(archive.root());
    let again = import(&archive, &statement(STATEMENT), ID, &[]).ok();
    assert_eq!(files(archive.root()), first);
    let expected = format!(
        "content/meetings/{ID}.en.md is there already, just as it would be written\nnothing was written\n"
    );
    assert_eq!(again.stdout, expected);
}

#[test]
fn a_numbered_japanese_release_is_read() {
    let archive = water_archive();
    import(&archive, &statement("water-release.ja.txt"), "third", &[]).ok();
    let note = note(&archive, "third", "ja");
    assert_eq!(
        records(&note),
        [
            "undertaking levels [north, south] 共有することで一致した",
            "undertaking levels [south] 決定した",
            "continuation floods [north, south] 継続することを確認した",
            "welcome floods [south] 歓迎した",
            "report floods [north] 報告した",
            "shared-view reservoirs [north, south] 確認しました",
            "next-meeting process [north, south] 開催することで一致した",
        ]
    );
    assert_eq!(values(&note, "due")[1], "{text: '2023年末まで', by: 2023-12-31}");
    assert_eq!(values(&note, "due")[6], "{text: 令和6年, by: 2024-12-31}");
    assert_eq!(values(&note, "organizations")[4], "[flood-bureau]");
    let facts = "title: 水対話　第3回会合の結果について
dialogue: water
date: {from: 2023-03-06, to: 2023-03-07}
place: リバートン
delegations:
  north:
    heads:
      # named first
      - person: ada-north
        as: 河川省局長
    others: true
  south:
    heads:
      # named first
      - person: hanako-minami
        as: 湖沼庁長官
    others: true
";
    assert!(note.contains(facts), "{note}");
    assert!(note.contains("    kind: press-release\n"), "{note}");
    assert!(note.contains("\n    date: 2023-03-10\n"), "{note}");
    assert!(note.contains("\n## 水位情報の共有 {#section-1}\n"), "{note}");
}

#[test]
fn a_communique_without_lists_is_read() {
    let archive = water_archive();
    import(&archive, &statement("water-communique.en.txt"), "fourth", &[]).ok();
    let note = note(&archive, "fourth", "en");
    assert_eq!(
        records(&note),
        [
            "shared-view floods [north, south] recognised that",
            "undertaking levels [north, south] agreed to",
            "undertaking floods [south] will publish",
            "welcome reservoirs [north] welcomed",
            "report levees [south] reported on",
            "continuation floods [north, south] decided to continue",
            "recommendation floods [north, south] encouraged",
            "next-meeting process [north, south] plan to hold",
        ]
    );
    assert_eq!(values(&note, "due")[1], "{text: by the end of 2025, by: 2025-12-31}");
    assert_eq!(values(&note, "due")[7], "{text: in 2026, by: 2026-12-31}");
    let facts = "title: Joint Communiqué of the Fourth Meeting of the Water Dialogue
dialogue: water
date: {from: 2024-05-13, to: 2024-05-14}
place: Lakeside
delegations:
  north:
    heads:
      # named first
      - person: ada-north
        as: Director General of the Ministry of Rivers
    others: true
  south:
    heads:
      # named first
      - person: hanako-minami
        as: Commissioner of the Lake Agency
";
    assert!(note.contains(facts), "{note}");
}

#[test]
fn an_archive_adds_verbs_of_its_own() {
    let verbs = "welcome:\n  en: [delight in]\nnone:\n  en: [welcome]\n";
    let archive = water_archive().file("content/verbs.yaml", verbs);
    let text =
        "Report of the Water Dialogue\n\nBoth sides delighted in the new floods. They welcomed the levees.\n";
    super::statements::import_bytes(&archive, "report.txt", text, "own-verbs").ok();
    assert_eq!(records(&note(&archive, "own-verbs", "en")), ["welcome floods [north, south] delighted in"]);
    // The file is none that checking complains of.
    let checked = archive.check();
    assert!(!checked.stdout.contains("verbs.yaml"), "{}", checked.stdout);
    let archive = water_archive().file("content/verbs.yaml", "promise:\n  en: [swear]\n");
    let refused = super::statements::import_bytes(&archive, "report.txt", text, "own-verbs");
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains("the format has no key `promise` here"), "{}", refused.stderr);
}

#[test]
fn a_mistake_in_the_verbs_is_told_by_check_at_its_place() {
    let verbs = "welcomes:\n  en: [delight in]\nreport:\n  de: [melden]\n  en: show\n";
    let archive = Archive::new().meeting("a", "date: 2010-11-01").file("content/verbs.yaml", verbs);
    let places = ["verbs.yaml:1:1 unknown-key", "verbs.yaml:4:3 unknown-key", "verbs.yaml:5:7 invalid-value"];
    crate::support::assert_reported(&archive, &places);
}

#[test]
fn a_name_that_had_gone_out_of_use_is_not_found() {
    let archive = water_archive();
    let text = |year: u32| {
        format!(
            "Notes of the Water Dialogue\n\nThe meeting was held in Riverton on 2 March {year}. The Water Level Bureau participated.\n"
        )
    };
    for (year, expected) in [(2020, true), (2021, false)] {
        let id = format!("of-{year}");
        super::statements::import_bytes(&archive, "notes.md", text(year), &id).ok();
        assert_eq!(note(&archive, &id, "en").contains("organizations: [flood-bureau]"), expected, "{year}");
    }
}

#[test]
fn what_is_not_found_is_left_out_with_a_comment() {
    let archive = water_archive();
    super::statements::import_bytes(&archive, "note.txt", "Something was said about rivers.\n", "bare").ok();
    let note = note(&archive, "bare", "en");
    for comment in [
        "# title: none was found in the statement",
        "# date: no day was found in the statement",
        "# place: none was found in the statement",
        "# commitments: no sentence with an operative verb was found",
    ] {
        assert!(note.contains(comment), "{comment} in {note}");
    }
}

#[test]
fn the_documentation_shows_the_verbs_that_the_program_has() {
    let page = read("docs/import.md");
    let shown = page.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let verbs = DEFAULT_VERBS.split_once("\n\n").unwrap().1;
    assert_eq!(shown, verbs);
}

#[test]
fn an_import_leaves_the_rest_of_the_archive_as_it_was() {
    let archive = water_archive();
    let before = files(archive.root());
    import(&archive, &statement("water-communique.en.txt"), "fourth", &[]).ok();
    let mut after = files(archive.root());
    after.retain(|path, _| !path.starts_with("content/meetings/fourth."));
    assert_eq!(after, before);
}

#[test]
fn numbered_paragraphs_with_lists_in_them_are_read() {
    let archive = water_archive();
    import(&archive, &statement("water-numbered.en.txt"), "fifth", &[]).ok();
    let note = note(&archive, "fifth", "en");
    assert_eq!(
        records(&note),
        [
            "shared-view levels [north, south] reaffirmed the importance of",
            "continuation floods [north, south] intend to continue",
            "undertaking levees [north, south] intend to",
            "undertaking reservoirs [north, south] intend to",
            "next-meeting - [north, south] look forward to the next",
        ]
    );
    assert_eq!(values(&note, "text")[2], "They intend to support levees.");
    assert!(note.contains("\ndate: {from: 2025-03-10, to: 2025-03-11}\nmode: virtual\n"), "{note}");
    // One who is in no registry is no head.
    assert!(note.contains("was found in the statement\n  south: {}\n"), "{note}");
    assert!(note.contains("        as: Director General\n    organizations: [rivers]\n"), "{note}");
    let list = "\n## Gauges {#gauges}\n\n3. North and South reaffirmed the importance of water levels that all can read. They intend to:\n    1. continue to share readings of floods;\n    2. support levees; and\n    3. explore new reservoirs.\n4. The side";
    assert!(note.contains(list), "{note}");
}

#[test]
fn the_release_of_a_ministry_is_read() {
    let archive = water_archive();
    import(&archive, &statement("water-result.ja.txt"), "sixth", &[]).ok();
    let note = note(&archive, "sixth", "ja");
    assert_eq!(
        records(&note),
        [
            "continuation floods [north, south] 継続することで一致しました",
            "welcome levees - 歓迎しました",
            "next-meeting process [north, south] 開催することで一致しました",
        ]
    );
    assert_eq!(values(&note, "title"), ["両国が連携して洪水の訓練", "堤防の工事の成果", "次回会合"]);
    // Of the dates, that of the release is not the one of the meeting.
    assert!(note.contains("\ndate: {from: 2026-02-06, to: 2026-02-07}\nplace: リバートン\n"), "{note}");
    assert!(note.contains("\n    date: 2026-02-09\n"), "{note}");
    let delegations = "delegations:
  north:
    heads:
      # named first
      - person: ada-north
        as: 河川局長
    organizations: [rivers, flood-bureau]
    others: true
  south:
    heads:
      # named first
      - person: hanako-minami
        as: 長官
    organizations: [lakes]
";
    assert!(note.contains(delegations), "{note}");
}
