//! Days that can hardly be: before what they follow on, or still to come.

use super::{facts::SiteFacts, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::{Date, DateRange, Message, PartialDate, Precision, date_prefix, say},
    yaml::{Problem, Spot},
};

/// How many years ahead a meeting may be planned, and a role or a name may end.
pub(super) const YEARS: i16 = 5;

/// How many years ahead something may be due, or an embargo end.
pub(super) const FAR_YEARS: i16 = 50;

/// The first year that a day can be meant to have.
const FIRST_YEAR: i16 = 1850;

/// Reports a meeting, or an event, that is planned too far ahead to be meant, or ends so.
pub(super) fn report_far(
    what: &Message,
    date: DateRange,
    site: &SiteFacts,
    spot: impl FnOnce(&'static str) -> Spot,
    problems: &mut Problems,
) {
    let today = site.config.as_of;
    let is_far = |date: PartialDate| date.first_day() > today.in_years(YEARS);
    let (says, date, end) = match (date.start(), date.end()) {
        (start, _) if is_far(start) => (say!("is-dated"), start, "from"),
        (_, end) if is_far(end) => match end.precision() {
            Precision::Day => (say!("ends-on"), end, "to"),
            Precision::Month => (say!("ends-in"), end, "to"),
        },
        _ => return,
    };
    report(say!("far-ahead", what, says, date, today), spot(end), problems);
}

/// Reports a day before anything of which there are records here.
pub(super) fn report_early_year(date: PartialDate, spot: impl FnOnce() -> Spot, problems: &mut Problems) {
    if is_early(date.first_day()) {
        report(say!("before-year", date, year = FIRST_YEAR), spot(), problems);
    }
}

/// Reports a day that is further ahead than so many years.
pub(super) fn report_far_year(
    date: PartialDate,
    years: i16,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    if let Some(today) = problems.today.filter(|today| date.first_day() > today.in_years(years)) {
        report(say!("years-ahead", date, years, today), spot(), problems);
    }
}

/// Whether the day of a meeting can hardly be meant; nothing is reported then that only follows from it.
fn is_doubtful(date: DateRange, site: &SiteFacts) -> bool {
    date.end().first_day() > site.config.as_of.in_years(YEARS) || is_early(date.first_day())
}

fn is_early(day: Date) -> bool {
    day.year() < FIRST_YEAR
}

/// Reports what was done on a day before the meeting that it follows on.
pub(super) fn report_early(
    what: &Message,
    day: Date,
    meeting: Option<DateRange>,
    site: &SiteFacts,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    let is_reported = |meeting: DateRange| is_early(day) || is_doubtful(meeting, site);
    let meeting = meeting.filter(|meeting| day < meeting.first_day() && !is_reported(*meeting));
    if let Some(meeting) = meeting.map(DateRange::start) {
        report(say!("before-meeting", what, day, meeting), spot(), problems);
    }
}

/// Reports a document that was looked at before it was there.
pub(super) fn report_retrieval(
    retrieved: Date,
    date: PartialDate,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    if retrieved < date.first_day() && !is_early(retrieved) {
        report(say!("retrieved-before", retrieved, date), spot(), problems);
    }
}

/// Reports what was done on a day that is still to come.
pub(super) fn report_future(
    what: &Message,
    date: impl Into<PartialDate>,
    site: &SiteFacts,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    let date = date.into();
    if date.first_day() > site.config.latest_today {
        let message = say!("after-today", what, date, today = site.config.as_of);
        report(message, spot(), problems);
    }
}

/// Reports a meeting whose id begins with another day or month than its own.
pub(super) fn report_other_id(
    id: &str,
    date: DateRange,
    site: &SiteFacts,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    let Some(written) = date_prefix(id) else { return };
    let is_own = |date_of_id| date.overlaps(DateRange::from(date_of_id));
    if !is_doubtful(date, site) && !PartialDate::parse(written).is_ok_and(is_own) {
        let message = say!("file-name-date", written, date = range(date));
        let problem = Problem::new(Code::DoubtfulFact, spot(), message);
        problems.push(problem.help(say!("correct-date-or-name")));
    }
}

fn range(date: DateRange) -> Message {
    match date.single() {
        Some(date) => Message::verbatim(date),
        None => say!("from-to", from = date.start(), to = date.end()),
    }
}

fn report(message: Message, spot: Spot, problems: &mut Problems) {
    problems.push(Problem::new(Code::DoubtfulFact, spot, message).help(say!("correct-date")));
}
