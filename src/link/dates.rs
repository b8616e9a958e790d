//! Days as they are written, read with what is wrong with them.

use super::{days, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::{Date, DateError, DateRange, WrittenDate, nfkc, written_date, written_range},
    source::input::DateInput,
    yaml::{Problem, Spot},
};

impl Problems {
    /// Reads a day that may be to come, by so many years.
    pub(super) fn date_ahead(&mut self, text: &str, years: i16, spot: impl FnOnce() -> Spot) -> Option<Date> {
        let spot = spot();
        let date = self.date(text, || spot.clone())?;
        days::report_far_year(date, years, || spot, self);
        Some(date)
    }

    /// Reads a day; one that is not a day is reported.
    pub(super) fn date(&mut self, text: &str, spot: impl FnOnce() -> Spot) -> Option<Date> {
        match Date::parse(text) {
            Ok(date) => {
                days::report_early_year(date, spot, self);
                Some(date)
            }
            Err(error) => {
                let problem = Problem::new(Code::InvalidDate, spot(), format!("`{text}` is not a date"));
                let help = match written_date(text).filter(|_| error == DateError::Form) {
                    Some(WrittenDate { day, is_day: true }) => format!("write `{day}`"),
                    Some(_) => format!("{error}: the day is needed too"),
                    None => error.to_string(),
                };
                self.push_date(problem.help(help), text);
                None
            }
        }
    }

    /// Reads a day, or the first and the last of several. Where each stands: the whole, or the day under a key.
    pub(super) fn days(
        &mut self,
        written: &DateInput,
        spot: impl Fn(Option<&'static str>) -> Spot,
    ) -> Option<DateRange> {
        let range = match written {
            DateInput::Day(day) => return self.single_day(day, || spot(None)),
            DateInput::Range(range) => range,
        };
        let mut day = |field, day: &Option<String>| {
            if let Some(day) = day {
                self.date(day, || spot(Some(field)))
            } else {
                self.missing(spot(Some(field)), field);
                None
            }
        };
        let (from, to) = (day("from", &range.from), day("to", &range.to));
        let (from, to) = from.zip(to)?;
        DateRange::new(from, to)
            .map_err(|error| {
                let message = format!("the range runs backwards: {error}");
                self.push(Problem::new(Code::InvalidDate, spot(Some("to")), message));
            })
            .ok()
    }

    fn single_day(&mut self, day: &str, spot: impl FnOnce() -> Spot) -> Option<DateRange> {
        let Some((from, to)) = written_range(day) else { return self.date(day, spot).map(DateRange::from) };
        let problem = Problem::new(Code::InvalidDate, spot(), format!("`{day}` is not a date"));
        self.push(problem.help(format!("write `{{from: {from}, to: {to}}}`")));
        None
    }

    /// Reads the day by which something is due: by itself, or beside words of the source. What is none is reported with the
    /// form in which words go with their day.
    pub(super) fn due(&mut self, text: &str, is_beside: bool, spot: impl FnOnce() -> Spot) -> Option<Date> {
        let Err(error) = Date::parse(text) else { return self.date_ahead(text, days::FAR_YEARS, spot) };
        let written = written_date(text).filter(|_| error == DateError::Form);
        let help = match written {
            Some(WrittenDate { day, is_day }) if is_day || is_beside => format!("write `{day}`"),
            _ if error != DateError::Form => error.to_string(),
            _ if is_beside => format!("{error}: the last day that the words allow"),
            Some(WrittenDate { day, .. }) => {
                let words = if text.contains([',', ':', '"']) { format!("{text:?}") } else { text.to_owned() };
                format!(
                    "write the words of the source and the last day that they allow: `{{text: {words}, by: {day}}}`"
                )
            }
            None => "write a day such as `2020-12-31`, or the words of the source and the last day that they allow: \
                     `{text: by the end of 2020, by: 2020-12-31}`"
                .to_owned(),
        };
        let problem = Problem::new(Code::InvalidDate, spot(), format!("`{text}` is not a date"));
        self.push_date(problem.help(help), text);
        None
    }

    /// A date that is right but for full-width digits or signs is a matter of these.
    fn push_date(&mut self, problem: Problem, text: &str) {
        let is_narrow = Date::parse(&nfkc(text)).is_err();
        self.push(if is_narrow { problem } else { problem.narrowed(text) });
    }
}
