//! The second language of an imported meeting.

use super::statements::{ID, import, import_bytes, note, real_archive, statement, values, water_archive};
use crate::support::{Archive, files};
use std::fs;

const EN: &str = "joint-press-statement-2010-11-01.txt";
const JA: &str = "joint-press-statement-2010-11-01.ja.txt";

fn both() -> Archive {
    let archive = real_archive();
    import(&archive, &statement(EN), ID, &["--authentic"]).ok();
    import(&archive, &statement(JA), ID, &["--lang", "ja", "--authentic"]).ok();
    archive
}

#[test]
fn a_text_of_the_same_structure_fills_the_other_file() {
    let archive = both();
    let (en, ja) = (note(&archive, ID, "en"), note(&archive, ID, "ja"));
    let ids = |note: &str| {
        note.lines()
            .filter(|line| line.starts_with("  - id: "))
            .take(13)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&ja), ids(&en));
    let texts = values(&ja, "text");
    assert!(texts.iter().all(|text| text != "-"), "{ja}");
    assert_eq!(texts[8], "双方は、以下の重要性を認識した：世界的なインターネットのオープン性の維持");
    let verbs = values(&ja, "verb");
    assert_eq!(verbs[12], "開催する予定である");
    // The table has no verb of this sentence.
    assert_eq!(verbs[11], "-");
    assert_eq!(values(&ja, "due")[12], "{text: '2011年中'}");
    for words in [
        "place: 東京\n",
        "        as: 大使\n",
        "        as: 総務省情報通信国際戦略局長\n",
        "## クラウドコンピューティング技術 {#cloud-computing-technology}\n",
        "version: {status: authentic, source: 2010-11-01-imported-statement-ja}\n",
    ] {
        assert!(ja.contains(words), "{words} in {ja}");
    }
    let checked = archive.check();
    let errors: Vec<_> = checked.problems().into_iter().filter(|it| it["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn both_imports_change_nothing_when_they_are_run_again() {
    let archive = both();
    let before = files(archive.root());
    for (file, lang) in [(EN, "en"), (JA, "ja")] {
        let again = import(&archive, &statement(file), ID, &["--authentic"]).ok();
        assert!(again.stdout.contains(&format!("{ID}.{lang}.md is there already")), "{}", again.stdout);
    }
    assert_eq!(files(archive.root()), before);
}

#[test]
fn what_does_not_match_is_listed_and_left_out() {
    let archive = water_archive();
    let en = "Notes of the Water Dialogue\n\nBoth sides agreed to share data on floods. They welcomed the levees.\n\n## Levees\n\nBoth sides decided to build levees.\n";
    let ja = "水対話の第5回会合の記録\n\n双方は、洪水の情報を共有することで一致した。\n\n## 堤防\n\n双方は、堤防を築くことを決定した。\n";
    import_bytes(&archive, "notes.md", en, "fifth").ok();
    let filled = import_bytes(&archive, "notes-ja.md", ja, "fifth").ok();
    assert!(
        filled
            .stdout
            .contains("share-data-floods: nothing at the same place of this text; write it by hand\n"),
        "{}",
        filled.stdout
    );
    let note = note(&archive, "fifth", "ja");
    assert_eq!(values(&note, "text"), ["-", "-", "双方は、堤防を築くことを決定した。"]);
    assert!(note.contains("## 堤防 {#levees}\n"), "{note}");
}

#[test]
fn texts_of_other_structures_are_not_matched() {
    let archive = water_archive();
    let en = "Notes of the Water Dialogue\n\n## Floods\n\nBoth sides agreed to share data on floods.\n\n## Levees\n\nBoth sides decided to build levees.\n";
    let ja = "水対話の第5回会合の記録\n\n## 洪水\n\n双方は、洪水の情報を共有することで一致した。双方は、堤防を築くことを決定した。\n";
    import_bytes(&archive, "notes.md", en, "fifth").ok();
    let filled = import_bytes(&archive, "notes-ja.md", ja, "fifth").ok();
    assert!(filled.stdout.contains("the texts have 2 and 1 headings"), "{}", filled.stdout);
    assert_eq!(values(&note(&archive, "fifth", "ja"), "text"), ["-", "-"]);
}

#[test]
fn what_a_person_wrote_is_never_overwritten() {
    for lang in ["en", "ja"] {
        let archive = both();
        let file = archive.root().join(format!("content/meetings/{ID}.{lang}.md"));
        let edited = fs::read_to_string(&file)
            .unwrap()
            .replace("release: draft\n", "summary: x\nrelease: draft\n")
            .replace("place: 東京", "place: 東京都");
        fs::write(&file, &edited).unwrap();
        let name = if lang == "en" { EN } else { JA };
        let refused = import(&archive, &statement(name), ID, &["--authentic"]);
        assert_eq!(refused.status, 1, "{}", refused.stdout);
        assert!(refused.stderr.contains("is there already with other words"), "{}", refused.stderr);
        assert_eq!(fs::read_to_string(&file).unwrap(), edited);
    }
}
