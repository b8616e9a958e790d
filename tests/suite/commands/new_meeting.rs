//! `taiwa new meeting`: two files that hold what the archive knows, with blanks for the rest.

use crate::support::{Archive, Built, assert_reported, files};
use std::fs;
use taiwa::model::Kind;

const ID: &str = "2026-03-02-city";
const EN: &str = "content/meetings/2026-03-02-city.en.md";
const JA: &str = "content/meetings/2026-03-02-city.ja.md";

/// A new archive, as `init` makes it.
fn archive() -> Archive {
    let archive = Archive::empty();
    archive.run(&["init", "--quiet"]).ok();
    archive
}

/// The same with a second dialogue, which has no meeting.
fn two_dialogues() -> Archive {
    with_ports(archive())
}

fn with_ports(archive: Archive) -> Archive {
    archive.append(
        "content/dialogues.yaml",
        "ports:\n  title: {en: Ports, ja: 港}\n  parties: [country-b, country-a]\n",
    )
}

fn new(archive: &Archive, id: &str, more: &[&str]) -> Built {
    archive.run(&[&["new", "meeting", id], more].concat())
}

/// A line of the English file of a meeting that was just made, without the note behind it.
#[track_caller]
fn line(archive: &Archive, id: &str, key: &str) -> String {
    new(archive, id, &["--quiet"]).ok();
    let text = fs::read_to_string(archive.root().join(format!("content/meetings/{id}.en.md"))).unwrap();
    let line =
        text.lines().find(|line| line.trim_start_matches('#').starts_with(&format!("{key}:"))).unwrap();
    line.split(" #").next().unwrap().trim_end().to_owned()
}

/// The archive with the blanks of the new meeting filled in, as a person would.
fn filled(archive: Archive) -> Archive {
    archive
        .edit(EN, "\ntitle:\n", "\ntitle: Second meeting\n")
        .edit(EN, "\nplace:\n", "\nplace: Riverton\n")
        .edit(JA, "\ntitle:\n", "\ntitle: 第2回会合\n")
        .edit(JA, "\nplace:\n", "\nplace: リバートン\n")
}

/// A file with every example in use: the sign is gone from the lines of each.
fn with_examples(archive: Archive, path: &str) -> Archive {
    let text = fs::read_to_string(archive.root().join(path)).unwrap();
    let mut is_example = false;
    let mut used = 0;
    let lines = text.lines().map(|line| {
        let rest = line.strip_prefix('#');
        is_example = rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_alphabetic()) || (is_example && rest.starts_with("  "))
        });
        used += usize::from(is_example);
        format!("{}\n", rest.filter(|_| is_example).unwrap_or(line))
    });
    let text: String = lines.collect();
    assert!(used >= 5, "{text}");
    archive.file(path, text)
}

#[track_caller]
fn assert_refused(built: &Built, status: i32, message: &str) {
    let expected = format!("error: {message}\n");
    assert_eq!((built.status, built.stderr.as_str(), built.stdout.as_str()), (status, expected.as_str(), ""));
}

#[test]
fn what_was_made_and_what_comes_next_is_reported() {
    let archive = archive();
    let built = new(&archive, ID, &[]).ok();
    let root = archive.root().display();
    let expected = format!("made {EN}\nmade {JA}\nfill them in, then run: taiwa check --root {root}\n");
    assert_eq!(built.stdout, expected);
    assert_eq!(new(&archive, "quiet", &["--quiet"]).ok().stdout, "");
}

#[test]
fn each_blank_is_reported_at_its_place_until_it_is_filled() {
    let archive = archive();
    new(&archive, ID, &[]).ok();
    assert_reported(
        &archive,
        &[
            "meetings/2026-03-02-city.en.md:7:1 missing-field",
            "meetings/2026-03-02-city.en.md:17:1 missing-field",
            "meetings/2026-03-02-city.ja.md:7:1 missing-field",
            "meetings/2026-03-02-city.ja.md:11:1 missing-field",
        ],
    );
    let problems = archive.check().problems();
    assert_eq!(problems[0]["message"], "`title` has no value");
    assert_eq!(
        problems[0]["help"],
        "write a value after it; where it may be left out, you can also delete the line"
    );
    let archive = filled(archive);
    assert_eq!(archive.run(&["check", "--strict"]).ok().stdout, "0 errors, 0 warnings\n");
    let page = archive.build_with(&["--strict"]).ok().page("ja/meetings/2026-03-02-city/");
    for part in ["第2回会合", "リバートン", "2026年（令和8年）3月2日（月）", "A国", "B国"]
    {
        assert!(page.contains(part), "`{part}` is not in:\n{page}");
    }
    assert!(!page.contains("Markdown"), "{page}");
}

#[test]
fn every_example_of_the_files_holds() {
    let archive = archive();
    new(&archive, ID, &[]).ok();
    let archive = with_examples(with_examples(filled(archive), EN), JA);
    let checked = archive.run(&["check", "--strict", "--drafts"]).ok();
    assert_eq!(checked.stdout, "0 errors, 0 warnings\n");
    let built = archive.build_with(&["--drafts"]).ok();
    for lang in ["en", "ja"] {
        assert!(built.has(&format!("{lang}/commitments/2026-03-02-city/short-name/")));
    }
    assert!(!archive.build().ok().has("en/meetings/2026-03-02-city/"), "it is a draft");
}

#[test]
fn the_choices_stand_in_each_file_in_its_language() {
    let archive = archive();
    new(&archive, ID, &[]).ok();
    let text = |path| fs::read_to_string(archive.root().join(path)).unwrap();
    let (english, japanese) = (text(EN), text(JA));
    for kind in Kind::ALL {
        let choice = format!("\n#   {} ", kind.name());
        assert!(english.contains(&choice) && japanese.contains(&choice), "{choice}");
    }
    assert!(english.contains("\n#   water-supply      Water supply\n"), "{english}");
    assert!(japanese.contains("\n#   water-supply      水道\n"), "{japanese}");
}

#[test]
fn a_title_with_a_line_break_stays_in_its_note() {
    let archive = archive().edit(
        "content/tracks.yaml",
        "title: {en: Water supply, ja: 水道}",
        "title: \"Two\\nlines: [\\u2028[\"",
    );
    new(&archive, ID, &[]).ok();
    // Of the line break that nobody sees there is a warning.
    let reported = filled(archive).check();
    assert_eq!(
        (reported.status, reported.reported()),
        (0, vec!["tracks.yaml:9:10 invisible-character".to_owned()])
    );
}

#[test]
fn the_day_is_the_one_that_is_given_or_that_the_id_begins_with() {
    let archive = archive();
    assert_eq!(line(&archive, "2026-03-02-city", "date"), "date: 2026-03-02");
    assert_eq!(line(&archive, "2026-03-03", "date"), "date: 2026-03-03");
    for without in ["preparatory", "2026-03-040-city", "2026-02-30-city", "2026"] {
        assert_eq!(line(&archive, without, "date"), "date:", "{without}");
    }
    assert_eq!(line(&archive, "2026-03-harbour", "date"), "date: 2026-03");
    assert_eq!(line(&archive, "2026-04", "date"), "date: 2026-04");
    new(&archive, "2026-06-talks", &["--date", "2026-06", "--quiet"]).ok();
    let text = fs::read_to_string(archive.root().join("content/meetings/2026-06-talks.en.md")).unwrap();
    assert!(
        text.contains("\ndate: 2026-06                     # of several months: {from: 2026-06, to: …}\n"),
        "{text}"
    );
    new(&archive, "2026-05-01-night", &["--date", "2026-05-02", "--quiet"]).ok();
    let text = fs::read_to_string(archive.root().join("content/meetings/2026-05-01-night.en.md")).unwrap();
    assert!(text.contains("\ndate: 2026-05-02 "), "{text}");
    let refused = new(&archive, "x", &["--date", "2026-02-30"]);
    assert_refused(&refused, 2, "--date 2026-02-30 is not a date: February 2026 has 28 days");
    for (written, help) in [
        ("Oct 2026", "write `2026-10`"),
        ("2026-1", "write `2026-01`"),
        (
            "2026-13",
            "there is no month 13; October is written as `2026-10`, and its first day as `2026-10-01`",
        ),
        ("soon", "a date is written as YYYY-MM-DD, or as YYYY-MM where the day is not known"),
    ] {
        let refused = new(&archive, "x", &["--date", written]);
        assert_refused(&refused, 2, &format!("--date {written} is not a date: {help}"));
    }
}

#[test]
fn the_number_is_the_next_of_the_dialogue() {
    let archive = archive();
    assert_eq!(line(&archive, "2026-03-02-city", "number"), "number: 2");
    let first = "content/meetings/2026-03-02-city.en.md";
    let archive = archive.edit(first, "number: 2 ", "number: 7 ");
    assert_eq!(line(&archive, "2027-03-02-city", "number"), "number: 8");
    let archive = with_ports(archive);
    new(&archive, "harbour", &["--dialogue", "ports", "--quiet"]).ok();
    let text = fs::read_to_string(archive.root().join("content/meetings/harbour.en.md")).unwrap();
    assert!(text.contains("\nnumber: 1 "), "{text}");
    assert!(text.contains("\ndialogue: ports\n"), "{text}");
    assert!(text.contains("\n  country-b: {}\n  country-a: {}\n"), "{text}");
}

#[test]
fn a_number_that_cannot_be_reported_is_a_blank() {
    let before = archive();
    assert_eq!(line(&before, "2019-03-02-city", "number"), "number:", "a later meeting has a number");
    let unread = archive().file("content/meetings/bytes.en.md", [0xff, 0xfe]);
    assert_eq!(line(&unread, ID, "number"), "number:", "a meeting cannot be read");
    let broken = archive().file("content/meetings/syntax.en.md", "---\ntitle: [\n---\n");
    assert_eq!(line(&broken, ID, "number"), "number:", "a meeting's facts cannot be read");
    let example = "content/meetings/2020-04-01-example-city.en.md";
    let unnumbered = archive().edit(example, "number: 1\n", "");
    assert_eq!(line(&unnumbered, ID, "number"), "#number: 1", "meetings have no numbers");
    let last = archive().edit(example, "number: 1\n", "number: 4294967295\n");
    assert_eq!(line(&last, ID, "number"), "number:", "there is no greater number");
}

#[test]
fn a_meeting_that_is_there_is_never_touched() {
    let archive = archive().file("content/meetings/old/years/talk.ja.md", "---\ntitle: 会合\n---\n");
    let before = files(archive.root());
    let message = "the meeting is there already, in content/meetings/old/years/talk.ja.md; choose another id";
    assert_refused(&new(&archive, "talk", &[]), 2, message);
    assert_eq!(files(archive.root()), before);

    let unread = archive.file("content/meetings/bytes.en.md", [0xff, 0xfe]);
    let message = "the meeting is there already, in content/meetings/bytes.en.md; choose another id";
    assert_refused(&new(&unread, "bytes", &[]), 2, message);
}

#[test]
fn an_id_that_is_none_is_refused_with_what_one_is() {
    let rule = "an id has lower-case letters a–z and digits, in parts joined by single hyphens";
    let archive = archive();
    let meant = format!("`2026_03 City` is not an id: {rule}; did you mean `2026-03-city`?");
    assert_refused(&new(&archive, "2026_03 City", &[]), 2, &meant);
    assert_refused(&new(&archive, "東京", &[]), 2, &format!("`東京` is not an id: {rule}"));
    assert_refused(
        &new(&archive, "../up", &[]),
        2,
        &format!("`../up` is not an id: {rule}; did you mean `up`?"),
    );
    assert_refused(&new(&archive, "", &[]), 2, &format!("`` is not an id: {rule}"));
}

#[test]
fn the_dialogue_must_be_there_and_must_be_named_among_several() {
    let archive = two_dialogues();
    let message = "the archive has several dialogues; name one with --dialogue: `water`, `ports`";
    assert_refused(&new(&archive, ID, &[]), 2, message);
    let near = "no dialogue is called `watr`; did you mean `water`?";
    assert_refused(&new(&archive, ID, &["--dialogue", "watr"]), 2, near);
    let far = "no dialogue is called `trade`; content/dialogues.yaml has `water`, `ports`";
    assert_refused(&new(&archive, ID, &["--dialogue", "trade"]), 2, far);
    assert!(!archive.root().join(EN).exists());
}

#[test]
fn dialogues_that_cannot_be_read_are_reported_like_in_a_check() {
    let archive =
        archive().file("content/dialogues.yaml", "water: [\n").file("content/tracks.yaml", "floods: [\n");
    let built = new(&archive, ID, &["--format", "json"]);
    assert_eq!(built.reported(), ["dialogues.yaml:1:8 yaml-syntax"], "{}", built.stdout);
    assert_eq!((built.status, built.stderr.as_str()), (1, ""));
    let archive = archive.without("content/dialogues.yaml");
    let message = "content/dialogues.yaml has no dialogue that the meeting could belong to; write one there";
    assert_refused(&new(&archive, ID, &[]), 1, message);
    assert!(!archive.root().join(EN).exists());
}

#[test]
fn mistakes_elsewhere_do_not_stop_it() {
    let archive = archive()
        .file("content/tracks.yaml", "floods: [\n")
        .file("content/delegations.yaml", "country-a: {nme: x}\n")
        .file("content/site.yaml", "tilte: x\n")
        .edit("content/dialogues.yaml", "title: {en: Water Dialogue", "titel: {en: Water Dialogue")
        .file("content/meetings/readme.txt", "")
        .file("content/meetings/bare.en.md", "no facts");
    new(&archive, ID, &[]).ok();
    let text = fs::read_to_string(archive.root().join(EN)).unwrap();
    assert!(text.contains("\n  country-a: {}\n  country-b: {}\n"), "{text}");
}

#[test]
fn parties_that_are_not_known_are_a_blank() {
    let archive = archive().file("content/dialogues.yaml", "water:\n  title: Water\n");
    assert_eq!(line(&archive, ID, "delegations"), "delegations:");
}

#[test]
fn when_one_file_cannot_be_made_neither_is() {
    let archive = archive();
    fs::create_dir(archive.root().join(JA)).unwrap();
    let built = new(&archive, ID, &[]);
    assert_eq!(built.status, 3, "{}", built.stderr);
    assert!(built.stderr.contains("2026-03-02-city.ja.md"), "{}", built.stderr);
    assert!(!archive.root().join(EN).exists());
}

/// As after a kill: the first file may be whole, and the one after it ends halfway or is not there.
#[test]
fn what_a_killed_run_left_is_made_whole() {
    let before = archive();
    new(&before, ID, &["--quiet"]).ok();
    let whole = files(before.root());
    let [english, japanese] = [EN, JA].map(|path| whole[path].clone());
    let inside_a_character = japanese.iter().position(|byte| *byte > 0x80).unwrap() + 1;
    let cuts = |bytes: &[u8]| [0, 1, 10, bytes.len() / 2, bytes.len() - 1];
    let first = cuts(&english).map(|cut| (cut, None));
    let second =
        cuts(&japanese).into_iter().chain([inside_a_character]).map(|cut| (english.len(), Some(cut)));
    for (cut, more) in first.into_iter().chain(second).chain([(english.len(), None)]) {
        let archive = archive().file(EN, &english[..cut]);
        let archive = match more {
            Some(cut) => archive.file(JA, &japanese[..cut]),
            None => archive,
        };
        let built = new(&archive, ID, &[]).ok();
        assert!(built.stdout.starts_with(&format!("made {EN}\nmade {JA}\n")), "{}", built.stdout);
        assert!(files(archive.root()) == whole, "{cut} {more:?}");
    }
}

#[test]
fn what_is_begun_otherwise_is_left_alone() {
    let made = archive();
    new(&made, ID, &["--quiet"]).ok();
    let whole = fs::read_to_string(made.root().join(EN)).unwrap();
    let half = whole[..whole.len() / 2].to_owned();
    let refused = |archive: &Archive, path: &str| {
        let before = files(archive.root());
        let message = format!("the meeting is there already, in {path}; choose another id");
        assert_refused(&new(archive, ID, &[]), 2, &message);
        assert!(files(archive.root()) == before, "{path}");
    };
    // All of both is no beginning: somebody may be about to fill it in.
    refused(&made, EN);
    refused(&archive().file(EN, format!("{half}mine")), EN);
    refused(&archive().file(EN, format!("{whole}\n")), EN);
    refused(&archive().file(EN, &half).file(JA, "---\ntitle: 会合\n---\n"), JA);
    let elsewhere = "content/meetings/2026/2026-03-02-city.en.md";
    refused(&archive().file(elsewhere, &half), elsewhere);
    refused(&archive().file(elsewhere, ""), elsewhere);
    let dialogues = with_ports(archive()).file(EN, &half);
    refused(&dialogues, EN);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_new_file_stays() {
    let archive = archive().file("content/meetings/other.txt", "");
    let link = archive.root().join(EN);
    std::os::unix::fs::symlink("other.txt", &link).unwrap();
    let built = new(&archive, ID, &[]);
    assert_eq!(built.status, 2, "{}", built.stderr);
    assert_eq!(fs::read_link(link).unwrap().to_str(), Some("other.txt"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_content_is_not_written_through() {
    let outside = Archive::empty();
    let archive = archive();
    fs::remove_dir_all(archive.root().join("content/meetings")).unwrap();
    std::os::unix::fs::symlink(outside.root(), archive.root().join("content/meetings")).unwrap();
    let built = new(&archive, ID, &[]);
    assert_eq!(built.status, 3, "{}", built.stderr);
    assert!(built.stderr.ends_with("this link leads out of the content folder\n"), "{}", built.stderr);
    assert!(files(outside.root()).is_empty());
}

#[test]
fn without_an_archive_the_way_to_one_is_reported() {
    let empty = Archive::empty();
    let message = format!(
        "{} has no folder content/; name the archive's folder with --root, or make an archive with `taiwa init`",
        empty.root().display()
    );
    assert_refused(&new(&empty, ID, &[]), 2, &message);
}
