//! Days as they are written, read with what is wrong with them.

use super::{days, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::{
        Date, DateError, DateRange, Message, PartialDate, nfkc, read_day, read_partial_date, say,
        written_date, written_range,
    },
    source::input::DateInput,
    yaml::{Problem, Spot},
};

impl Problems {
    /// Reads a day that may be to come, by so many years.
    pub(super) fn date_ahead(&mut self, text: &str, years: i16, spot: impl FnOnce() -> Spot) -> Option<Date> {
        let spot = spot();
        let date = self.date(text, || spot.clone())?;
        days::report_far_year(date.into(), years, || spot, self);
        Some(date)
    }

    /// Reads a day or month that may be to come, by so many years.
    pub(super) fn partial_date_ahead(
        &mut self,
        text: &str,
        years: i16,
        spot: impl FnOnce() -> Spot,
    ) -> Option<PartialDate> {
        let spot = spot();
        let date = self.partial_date(text, || spot.clone())?;
        days::report_far_year(date, years, || spot, self);
        Some(date)
    }

    /// Reads a day; one that is not a day is reported.
    pub(super) fn date(&mut self, text: &str, spot: impl FnOnce() -> Spot) -> Option<Date> {
        match read_day(text) {
            Ok(date) => {
                days::report_early_year(date.into(), spot, self);
                Some(date)
            }
            Err(help) => {
                let is_narrow = Date::parse(&nfkc(text)).is_err();
                self.push_date(text, help, is_narrow, spot());
                None
            }
        }
    }

    /// Reads a day, or a month of which the day is not known; what is neither is reported.
    pub(super) fn partial_date(&mut self, text: &str, spot: impl FnOnce() -> Spot) -> Option<PartialDate> {
        match read_partial_date(text) {
            Ok(date) => {
                days::report_early_year(date, spot, self);
                Some(date)
            }
            Err(help) => {
                let is_narrow = PartialDate::parse(&nfkc(text)).is_err();
                self.push_date(text, help, is_narrow, spot());
                None
            }
        }
    }

    /// Reads a day or month, or the first and the last of several. Where each stands: the whole, or the date under a key.
    pub(super) fn days(
        &mut self,
        written: &DateInput,
        spot: impl Fn(Option<&'static str>) -> Spot,
    ) -> Option<DateRange> {
        let range = match written {
            DateInput::Single(date) => return self.single_date(date, || spot(None)),
            DateInput::Range(range) => range,
        };
        let mut date = |field, date: &Option<String>| {
            if let Some(date) = date {
                self.partial_date(date, || spot(Some(field)))
            } else {
                self.missing(spot(Some(field)), field);
                None
            }
        };
        let (from, to) = (date("from", &range.from), date("to", &range.to));
        let (from, to) = from.zip(to)?;
        DateRange::new(from, to)
            .map_err(|error| {
                let message = say!("backwards-range", error = error.message());
                self.push(Problem::new(Code::InvalidDate, spot(Some("to")), message));
            })
            .ok()
    }

    fn single_date(&mut self, date: &str, spot: impl FnOnce() -> Spot) -> Option<DateRange> {
        let Some((from, to)) = written_range(date) else {
            return self.partial_date(date, spot).map(DateRange::from);
        };
        let problem = Problem::new(Code::InvalidDate, spot(), say!("not-a-date", date));
        self.push(problem.help(say!("write-range", from, to)));
        None
    }

    /// Reads the day by which something is due: by itself, or beside words of the source. What is none is reported with the
    /// form in which words go with their day.
    pub(super) fn due(&mut self, text: &str, is_beside: bool, spot: impl FnOnce() -> Spot) -> Option<Date> {
        let Err(error) = Date::parse(text) else { return self.date_ahead(text, days::FAR_YEARS, spot) };
        let written = written_date(text).filter(|_| error == DateError::Form);
        let help = match written {
            Some(written) if is_beside || written.day().is_some() => {
                say!("write", what = written.last_day())
            }
            _ if error != DateError::Form => error.message(),
            _ if is_beside => say!("last-day", error = error.message()),
            Some(written) => {
                let day = written.last_day();
                let words =
                    if text.contains([',', ':', '"']) { format!("{text:?}") } else { text.to_owned() };
                say!("write-words-and-day", words, day)
            }
            None => say!("write-day-or-words"),
        };
        let is_narrow = Date::parse(&nfkc(text)).is_err();
        self.push_date(text, help, is_narrow, spot());
        None
    }

    /// Reports what is no date. One that is right but for full-width digits or signs is a matter of these.
    fn push_date(&mut self, text: &str, help: Message, is_narrow: bool, spot: Spot) {
        let problem = Problem::new(Code::InvalidDate, spot, say!("not-a-date", date = text)).help(help);
        self.push(if is_narrow { problem } else { problem.narrowed(text) });
    }
}
