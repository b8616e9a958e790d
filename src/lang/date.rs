//! Civil dates: days in a place, never instants.

use super::{Lang, Message, say};
use std::error::Error;
use std::fmt;

/// A day of the proleptic Gregorian calendar, from year 1 to 9999 as it is read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day written exactly as `YYYY-MM-DD` in ASCII digits.
    ///
    /// # Errors
    ///
    /// [`DateError::Form`] for any other writing, [`DateError::NoSuchYear`], [`DateError::NoSuchMonth`] and
    /// [`DateError::NoSuchDay`] for a date that the calendar does not have.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (year, month, day) = digits(text).ok_or(DateError::Form)?;
        if year == 0 {
            return Err(DateError::NoSuchYear);
        }
        let first = jiff::civil::Date::new(year, month, 1).map_err(|_| DateError::NoSuchMonth { month })?;
        jiff::civil::Date::new(year, month, day).map(Self).map_err(|_| DateError::NoSuchDay {
            year,
            month,
            days: first.days_in_month(),
        })
    }

    /// The same day so many years later; the last day there is, for a year beyond it.
    #[must_use]
    pub fn in_years(self, years: i16) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().years(years)))
    }

    /// The day after; none after the last there is.
    #[must_use]
    pub fn tomorrow(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// The first day of the month.
    pub(super) fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The last day of the month.
    pub(super) fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The Western year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days since Monday: 0 for Monday, 6 for Sunday.
    pub(super) fn weekday_index(self) -> usize {
        usize::from(self.0.weekday().to_monday_zero_offset().unsigned_abs())
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self(date)
    }
}

impl fmt::Display for Date {
    /// The ISO form, `2011-06-09`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// Why a text is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateError {
    /// The text is not four digits, two and two, joined by hyphens.
    Form,
    /// The text is neither that nor four digits and two.
    FormOfDayOrMonth,
    /// The year is 0: the year 1 follows on the year 1 before it.
    NoSuchYear,
    /// The month is not 1 to 12.
    NoSuchMonth {
        /// The month as written.
        month: i8,
    },
    /// The month is too short for the day, or the day is 0.
    NoSuchDay {
        /// The year as written.
        year: i16,
        /// The month as written.
        month: i8,
        /// The number of days that this month has.
        days: i8,
    },
}

impl DateError {
    /// What is wrong, in words.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Form => say!("date-form"),
            Self::FormOfDayOrMonth => say!("partial-date-form"),
            Self::NoSuchYear => say!("no-year-0"),
            Self::NoSuchMonth { month } => say!("no-month", month),
            Self::NoSuchDay { year, month, days } => {
                say!("days-of-month", name = super::months::month_en(month), month, year, days)
            }
        }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(Lang::En))
    }
}

impl Error for DateError {}

/// Year, month and day of a text of the right form, whatever their values.
fn digits(text: &str) -> Option<(i16, i8, i8)> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let well_formed = bytes.iter().enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if !well_formed {
        return None;
    }
    Some((text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?))
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date of the test")
    }

    #[test]
    fn the_iso_form_comes_back() {
        for text in ["2010-11-01", "2012-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
        assert_eq!(Date::parse("0000-01-01"), Err(DateError::NoSuchYear));
    }

    #[test]
    fn other_forms_are_refused() {
        let forms = [
            "",
            "20240501",
            "2024-5-1",
            "2024-05-01T00:00",
            "+2024-05-1",
            " 2024-05-01",
            "2024/05/01",
            "２０２４-05-01",
            "2024-05-０",
            "-024-05-01",
            "2024年5月",
        ];
        for text in forms {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_explained() {
        let error = Date::parse("2011-02-30").expect_err("February is short");
        assert_eq!(error, DateError::NoSuchDay { year: 2011, month: 2, days: 28 });
        assert_eq!(error.to_string(), "February 2011 has 28 days");
        assert_eq!(Date::parse("2026-13-40"), Err(DateError::NoSuchMonth { month: 13 }));
        assert_eq!(Date::parse("2026-04-00"), Err(DateError::NoSuchDay { year: 2026, month: 4, days: 30 }));
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_an_error(text in "[-0-9０年a ]{0,12}") {
            if let Ok(date) = Date::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
