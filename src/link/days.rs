//! Days that can hardly be: before what they follow on, or still to come.

use super::{Site, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::{Date, DateRange},
    yaml::{Problem, Spot},
};

/// How many years ahead a meeting may be planned.
const YEARS_AHEAD: i16 = 5;

/// Tells a meeting that is planned too far ahead to be meant.
pub(super) fn tell_far(date: DateRange, site: &Site, spot: impl FnOnce() -> Spot, problems: &mut Problems) {
    if is_far(date, site) {
        let today = site.config.as_of;
        let message = format!("the meeting is dated {}, more than five years after {today}", date.start());
        tell(message, spot(), problems);
    }
}

/// Whether the day of a meeting can hardly be meant; nothing is told then that only follows from it.
fn is_far(date: DateRange, site: &Site) -> bool {
    date.start() > site.config.as_of.in_years(YEARS_AHEAD)
}

/// Tells what was done on a day before the meeting that it follows on.
pub(super) fn tell_early(
    what: &str,
    day: Date,
    meeting: Option<DateRange>,
    site: &Site,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    let meeting = meeting.filter(|meeting| day < meeting.start() && !is_far(*meeting, site));
    if let Some(meeting) = meeting.map(DateRange::start) {
        tell(format!("{what} {day}, before the meeting of {meeting}"), spot(), problems);
    }
}

/// Tells what was done on a day that is still to come.
pub(super) fn tell_future(
    what: &str,
    day: Date,
    site: &Site,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    if day > site.config.latest_today {
        let message = format!("{what} {day}, which is after today, {}", site.config.as_of);
        tell(message, spot(), problems);
    }
}

/// Tells a meeting whose id begins with another day than its own.
pub(super) fn tell_other_id(
    id: &str,
    date: DateRange,
    site: &Site,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    let Some(day) = first_day(id) else { return };
    if !is_far(date, site) && !Date::parse(day).is_ok_and(|day| date.contains(day)) {
        let message =
            format!("the name of the file begins with {day}, and the meeting is dated {}", range(date));
        let problem = Problem::new(Code::DoubtfulFact, spot(), message);
        problems.push(
            problem.help("correct the date here, or the name of the files if they were never published"),
        );
    }
}

/// What an id begins with, where it is written as a day.
fn first_day(id: &str) -> Option<&str> {
    let (day, rest) = id.split_at_checked(10)?;
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (is_day && (rest.is_empty() || rest.starts_with('-'))).then_some(day)
}

fn range(date: DateRange) -> String {
    match date.single() {
        Some(day) => day.to_string(),
        None => format!("{} to {}", date.start(), date.end()),
    }
}

fn tell(message: String, spot: Spot, problems: &mut Problems) {
    problems.push(Problem::new(Code::DoubtfulFact, spot, message).help("correct the date"));
}
