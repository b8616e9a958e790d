//! The time zone that site.yaml names.

use super::problems::Problems;
use crate::{
    diagnostic::Code,
    lang::Zone,
    yaml::{Problem, Spot},
};

/// The zone of this name; one that is not there is told, and UTC stands in its place.
pub(super) fn time_zone(name: Option<&str>, spot: impl FnOnce() -> Spot, problems: &mut Problems) -> Zone {
    let Some(name) = name else { return Zone::default() };
    Zone::find(name).unwrap_or_else(|| {
        let names = Zone::names();
        let near = nearest(name, &names, problems);
        let problem = Problem::new(Code::InvalidValue, spot(), format!("no time zone is called `{name}`"));
        problems.push(match near {
            Some(near) => problem.suggest(Some(near)),
            None => problem
                .help("write its name in the IANA database, such as Asia/Tokyo, America/New_York or UTC"),
        });
        Zone::default()
    })
}

/// The name that is meant: most often the city alone, or a slip in the whole.
fn nearest<'n>(name: &str, names: &'n [String], problems: &mut Problems) -> Option<&'n str> {
    let same = |text: &str| text.to_lowercase().replace([' ', '-'], "_");
    let city = |it: &&String| it.rsplit('/').next().is_some_and(|city| same(city) == same(name));
    let of_city = names.iter().find(city).map(String::as_str);
    of_city.or_else(|| problems.suggestions.near(name, names.iter().map(String::as_str)))
}
