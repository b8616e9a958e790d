//! The time zone that site.yaml names.

use super::problems::Problems;
use crate::{
    diagnostic::Code,
    lang::{Message, Zone, say},
    yaml::{Problem, Spot},
};

/// The places of well-known abbreviations. Those that stand for several places far from each other, such as IST, are not here.
const PLACES: [(&str, &[&str]); 19] = [
    ("Asia/Tokyo", &["JST", "JDT"]),
    ("Asia/Seoul", &["KST", "KDT"]),
    ("Asia/Hong_Kong", &["HKT"]),
    ("Asia/Singapore", &["SGT"]),
    ("Asia/Bangkok", &["ICT"]),
    ("Asia/Jakarta", &["WIB"]),
    ("America/New_York", &["EST", "EDT", "ET"]),
    ("America/Chicago", &["CST", "CDT", "CT"]),
    ("America/Denver", &["MST", "MDT", "MT"]),
    ("America/Los_Angeles", &["PST", "PDT", "PT"]),
    ("America/Anchorage", &["AKST", "AKDT"]),
    ("Europe/London", &["BST"]),
    ("Europe/Paris", &["CET", "CEST"]),
    ("Europe/Moscow", &["MSK"]),
    ("Australia/Sydney", &["AEST", "AEDT"]),
    ("Australia/Adelaide", &["ACST", "ACDT"]),
    ("Australia/Perth", &["AWST"]),
    ("Pacific/Auckland", &["NZST", "NZDT"]),
    ("UTC", &["Z"]),
];

/// The names that hold no place: areas of old names, and offsets whose sign says the contrary of what one takes it for.
const NO_PLACES: [&str; 9] = [
    "Australia/North",
    "Australia/South",
    "Australia/West",
    "Brazil/",
    "Canada/",
    "Chile/",
    "Etc/",
    "Mexico/",
    "US/",
];

const BY_NAME: Message = say!("zone-by-name");
const BY_PLACE: Message = say!("zone-by-place");

/// The zone of this name; one that is not there is reported, and UTC stands in its place.
pub(super) fn time_zone(name: Option<&str>, spot: impl FnOnce() -> Spot, problems: &mut Problems) -> Zone {
    let Some(name) = name else { return Zone::default() };
    Zone::find(name).unwrap_or_else(|| {
        let names = Zone::names();
        let near = nearest(name, &names, problems);
        let problem = Problem::new(Code::InvalidValue, spot(), say!("no-zone", name));
        problems.push(match near {
            Some(near) => problem.suggest(name, Some(near)),
            None if has_digit(name) => problem.help(BY_PLACE),
            None => problem.help(BY_NAME),
        });
        Zone::default()
    })
}

/// The name that is meant: that of a well-known abbreviation, the city alone, or a slip in the whole. An abbreviation or an
/// offset that is like another by its spelling lies hours from it: an embargo would end too early.
fn nearest<'n>(name: &str, names: &'n [String], problems: &mut Problems) -> Option<&'n str> {
    if has_digit(name) {
        return None;
    }
    let same = |text: &str| text.trim().to_lowercase().replace([' ', '-'], "_");
    let abbreviations = |of: &[&str]| of.iter().any(|it| same(it) == same(name));
    if let Some((place, _)) = PLACES.iter().find(|(_, of)| abbreviations(of)) {
        return names.iter().map(String::as_str).find(|it| it == place);
    }
    let names = || names.iter().map(String::as_str).filter(|it| is_place(it));
    let of_city = names().find(|it| it.rsplit('/').next().is_some_and(|city| same(city) == same(name)));
    if of_city.is_some() || is_abbreviation(name) {
        return of_city;
    }
    problems.suggestions.near(name, names())
}

fn has_digit(name: &str) -> bool {
    name.contains(char::is_numeric)
}

fn is_abbreviation(name: &str) -> bool {
    let is_short = name.len() <= 4 || name.len() == 5 && !name.contains(|c: char| c.is_ascii_lowercase());
    is_short && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a name of the database is one of a place.
fn is_place(name: &str) -> bool {
    !has_digit(name) && !is_abbreviation(name) && !NO_PLACES.iter().any(|area| name.starts_with(area))
}
