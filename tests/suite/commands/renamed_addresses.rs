//! Published addresses of a record that gets another id: they lead on.

use super::rename::{archive, content, published, read, rename, with_events};
use crate::support::assert_reported;

#[test]
fn published_addresses_of_a_meeting_lead_on() {
    let archive = published();
    let ledger = read(&archive, "content/ledger.txt");
    let done = rename(&archive, "meeting", "a", "c").ok();
    let en = read(&archive, "content/meetings/c.en.md");
    assert!(en.contains("\naliases: [/en/meetings/a/, /ja/meetings/a/]\n---\n"), "{en}");
    assert!(
        en.contains("source: paper}]\n    aliases: [/en/commitments/a/promise/, /ja/commitments/a/promise/]\ndocuments:"),
        "{en}"
    );
    assert!(!read(&archive, "content/meetings/c.ja.md").contains("aliases"));
    assert!(
        done.stdout.contains("content/meetings/a.en.md:2: new alias: /en/meetings/a/, /ja/meetings/a/\n"),
        "{}",
        done.stdout
    );
    assert_eq!(read(&archive, "content/ledger.txt"), ledger);
    assert_reported(&archive, &[]);
    let built = archive.build().ok();
    assert!(built.resolved("ja/commitments/a/promise/").contains("<a href=\"/ja/commitments/c/promise/\""));
}

#[test]
fn published_addresses_of_a_commitment_and_of_registries_lead_on() {
    let archive = published();
    rename(&archive, "commitment", "a/promise", "pledge").ok();
    rename(&archive, "person", "jane-doe", "j-doe").ok();
    rename(&archive, "delegation", "jp", "japan").ok();
    let people = read(&archive, "content/people.yaml");
    assert!(
        people.contains(
            "  given: {en: Jane, ja: ジェーン}\n  aliases: [/en/people/jane-doe/, /ja/people/jane-doe/]\n"
        ),
        "{people}"
    );
    let delegations = read(&archive, "content/delegations.yaml");
    assert!(
        delegations.contains("country: JP, aliases: [/en/delegations/jp/, /ja/delegations/jp/]}"),
        "{delegations}"
    );
    assert_reported(&archive, &[]);
}

#[test]
fn published_addresses_of_an_event_lead_on() {
    let archive = with_events();
    archive.run(&["ledger"]).ok();
    let before = content(&archive);
    rename(&archive, "event", "summit", "river-summit").ok();
    let events = read(&archive, "content/events.yaml");
    let alias = "title: Sheet}], aliases: [/en/events/summit/, /ja/events/summit/]} # summit\n";
    assert!(events.contains(alias), "{events}");
    assert_reported(&archive, &[]);
    let built = archive.build().ok();
    assert!(built.resolved("ja/events/summit/").contains("<a href=\"/ja/events/river-summit/\""));
    let done = rename(&archive, "event", "summit-2", "summit");
    assert_eq!(done.status, 1);
    assert!(
        done.stderr.contains("/en/events/summit/ is an earlier address of another record"),
        "{}",
        done.stderr
    );
    rename(&archive, "event", "river-summit", "summit").ok();
    let after = content(&archive);
    assert_eq!(after, before);
}

#[test]
fn the_feed_of_a_track_is_told_and_its_pages_lead_on() {
    let archive = published();
    let done = rename(&archive, "track", "cloud", "clouds").ok();
    assert!(done.stdout.contains("/en/tracks/cloud/feed.xml was published and is gone"), "{}", done.stdout);
    let tracks = read(&archive, "content/tracks.yaml");
    assert!(tracks.contains("aliases: [/en/tracks/cloud/, /ja/tracks/cloud/]}"), "{tracks}");
    let reported = archive.check().reported();
    assert_eq!(reported.len(), 2, "{reported:?}");
    assert!(reported.iter().all(|it| it.ends_with("vanished-address")), "{reported:?}");
}

#[test]
fn a_record_that_gets_its_old_id_again_takes_its_address_back() {
    let archive = published();
    let before = content(&archive);
    rename(&archive, "person", "jane-doe", "j-doe").ok();
    rename(&archive, "person", "j-doe", "jane-doe").ok();
    assert_eq!(content(&archive), before);
    rename(&archive, "meeting", "a", "c").ok();
    rename(&archive, "meeting", "c", "a").ok();
    assert_eq!(content(&archive), before);
}

#[test]
fn what_was_not_published_gets_no_alias() {
    let archive = archive();
    archive.run(&["ledger"]).ok();
    let archive = archive.append("content/tracks.yaml", "new: {title: {en: New, ja: 新}}\n");
    rename(&archive, "track", "new", "newer").ok();
    assert!(read(&archive, "content/tracks.yaml").ends_with("newer: {title: {en: New, ja: 新}}\n"));
}
