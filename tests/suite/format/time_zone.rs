//! Whose day it is: `time_zone` of site.yaml.

use crate::support::{Archive, assert_reported, help};
use std::time::{SystemTime, UNIX_EPOCH};

const ZONE: &str = "title: {en: Test archive, ja: 試験アーカイブ}\ntime_zone: ";

fn archive(zone: &str) -> Archive {
    Archive::new().file("content/site.yaml", format!("{ZONE}{zone}\n"))
}

/// The day of now, so many hours ahead of UTC.
fn day(hours: i64) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let moment = jiff::Timestamp::from_second(i64::try_from(since).unwrap() + hours * 3600).unwrap();
    moment.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

#[test]
fn an_embargo_ends_with_the_day_of_the_time_zone() {
    // Between the two ends of the world lie 26 hours: it is never the same day there.
    let east = day(14);
    for (zone, is_published) in [("Pacific/Kiritimati", true), ("Etc/GMT+12", false)] {
        let release = format!("date: 2010-11-01\nrelease: {{embargoed-until: {east}}}");
        let archive = archive(zone).meeting("m", &release);
        assert_eq!(archive.build().ok().has("en/meetings/m/"), is_published, "{zone}");
        assert!(archive.build_with(&["--as-of", &east]).ok().has("en/meetings/m/"), "{zone}");
    }
}

#[test]
fn without_a_time_zone_the_day_is_that_of_utc() {
    for (day, is_published) in [(day(0), true), (day(24), false)] {
        let release = format!("date: 2010-11-01\nrelease: {{embargoed-until: {day}}}");
        let archive = Archive::new().meeting("m", &release);
        assert_eq!(archive.build().ok().has("en/meetings/m/"), is_published, "{day}");
    }
}

#[test]
fn a_time_zone_that_is_not_there_is_an_invalid_value() {
    for (zone, way_out) in [
        ("Asia/Tokio", "did you mean `Asia/Tokyo`?"),
        ("Tokyo", "did you mean `Asia/Tokyo`?"),
        ("New York", "did you mean `America/New_York`?"),
        ("日本時間", "write its name in the IANA database, such as Asia/Tokyo, America/New_York or UTC"),
    ] {
        let archive = archive(zone).meeting("m", "date: 2010-11-01");
        assert_reported(&archive, &["site.yaml:2:12 invalid-value"]);
        assert_eq!(help(&archive), way_out, "{zone}");
    }
    assert_reported(&archive("''").meeting("m", "date: 2010-11-01"), &["site.yaml:2:12 invalid-value"]);
    for zone in ["UTC", "America/Argentina/Buenos_Aires", "Asia/Tokyo", "Europe/Paris"] {
        assert_reported(&archive(zone).meeting("m", "date: 2010-11-01"), &[]);
    }
}

/// One that is spelt nearly so lies hours away, and an embargo would end early.
#[test]
fn no_time_zone_is_offered_for_how_an_abbreviation_or_an_offset_is_spelt() {
    const BY_NAME: &str = "write its name in the IANA database, such as Asia/Tokyo, America/New_York or UTC";
    const BY_PLACE: &str = "an offset is not enough: name a place whose clocks show it, such as Asia/Tokyo";
    for (zone, way_out) in [
        ("JST", "did you mean `Asia/Tokyo`?"),
        ("jst", "did you mean `Asia/Tokyo`?"),
        ("EDT", "did you mean `America/New_York`?"),
        ("ET", "did you mean `America/New_York`?"),
        ("CDT", "did you mean `America/Chicago`?"),
        ("PST", "did you mean `America/Los_Angeles`?"),
        ("KST", "did you mean `Asia/Seoul`?"),
        ("CEST", "did you mean `Europe/Paris`?"),
        ("Z", "did you mean `UTC`?"),
        ("IST", BY_NAME),
        ("UTX", BY_NAME),
        ("West", BY_NAME),
        ("GMT+9", BY_PLACE),
        ("UTC+9", BY_PLACE),
        ("+09:00", BY_PLACE),
        ("JST-9", BY_PLACE),
        ("Etc/GMT+19", BY_PLACE),
        ("Lima", "did you mean `America/Lima`?"),
    ] {
        let archive = archive(&format!("'{zone}'")).meeting("m", "date: 2010-11-01");
        assert_reported(&archive, &["site.yaml:2:12 invalid-value"]);
        assert_eq!(help(&archive), way_out, "{zone}");
    }
    for zone in ["GMT", "UTC", "CET", "Etc/GMT-9"] {
        assert_reported(&archive(zone).meeting("m", "date: 2010-11-01"), &[]);
    }
}
