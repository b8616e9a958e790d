//! Time zones: which day it is where. The zones are the program's own, so that no machine's answer differs.

use jiff::{
    Timestamp,
    tz::{TimeZone, TimeZoneDatabase},
};

use super::Date;

/// A time zone; UTC, where none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::UTC)
    }
}

impl Zone {
    /// The zone of this name, such as `Asia/Tokyo`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        TimeZoneDatabase::bundled().get(name).ok().map(Self)
    }

    /// The names of all zones.
    #[must_use]
    pub fn names() -> Vec<String> {
        TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect()
    }

    /// The day in the zone, so many seconds after the beginning of 1970 in UTC.
    #[must_use]
    pub fn day(&self, seconds: i64) -> Date {
        let last = if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
        let moment = Timestamp::from_second(seconds).unwrap_or(last);
        Date::from(self.0.to_datetime(moment).date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 28 November 2026, 20:24 in UTC.
    const EVENING: i64 = 1_795_897_440;

    fn day(zone: &str) -> String {
        Zone::find(zone).map(|zone| zone.day(EVENING).to_string()).unwrap_or_default()
    }

    #[test]
    fn a_day_begins_earlier_in_the_east() {
        assert_eq!(Zone::default().day(EVENING).to_string(), "2026-11-28");
        assert_eq!(day("UTC"), "2026-11-28");
        assert_eq!(day("Asia/Tokyo"), "2026-11-29");
        assert_eq!(day("America/New_York"), "2026-11-28");
        assert_eq!(
            Zone::find("America/New_York").map(|zone| zone.day(EVENING + 5 * 3600).to_string()),
            Some("2026-11-28".to_owned())
        );
        assert_eq!(Zone::find("Tokyo"), None);
    }

    #[test]
    fn no_moment_is_beyond_the_days_there_are() {
        assert_eq!(Zone::default().day(i64::MAX).year(), 9999);
        assert!(Zone::default().day(i64::MIN).year() < 0);
    }
}
