//! Days, and months of which the day is not known.

use std::fmt;
use strum::{IntoStaticStr, VariantNames};

use super::{Date, DateError};

/// The length of `2012-10-01`.
const DAY_LENGTH: usize = 10;

/// The length of `2012-10`.
const MONTH_LENGTH: usize = 7;

/// How much of a date is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Precision {
    /// The day.
    Day,
    /// The month and its year.
    Month,
}

/// A day, or a month of which the day is not known.
///
/// The order is that of the first days; of equal ones, the day comes before the month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PartialDate {
    /// The day, or the first of the month.
    first: Date,
    precision: Precision,
}

impl PartialDate {
    /// The day written exactly as `YYYY-MM-DD`, or the month as `YYYY-MM`, in ASCII digits.
    ///
    /// # Errors
    ///
    /// [`DateError::FormOfDayOrMonth`] for any other writing; else those of [`Date::parse`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let parsed = match text.len() {
            MONTH_LENGTH => Date::parse(&format!("{text}-01")).map(Self::month_of),
            _ => Date::parse(text).map(Self::from),
        };
        parsed.map_err(|error| if error == DateError::Form { DateError::FormOfDayOrMonth } else { error })
    }

    /// The month in which a day lies.
    #[must_use]
    pub fn month_of(day: Date) -> Self {
        Self { first: day.first_of_month(), precision: Precision::Month }
    }

    /// How much is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The day, where it is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// The day or, of a month, its first: what counts where a day is needed.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.first
    }

    /// The day or, of a month, its last.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Day => self.first,
            Precision::Month => self.first.last_of_month(),
        }
    }

    /// The Western year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.first.month()
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        Self { first: day, precision: Precision::Day }
    }
}

impl fmt::Display for PartialDate {
    /// The ISO form, `2011-06-09` or `2011-06`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Day => self.first.fmt(f),
            Precision::Month => write!(f, "{:04}-{:02}", self.year(), self.month()),
        }
    }
}

/// What an id begins with, where it is written as a day, in the calendar or not, or as a month: `2010-11-01-tokyo`,
/// `2012-10-tokyo`. A number behind the month is no part of a name, and there is no month 13: `2012-13` may be a term.
#[must_use]
pub fn date_prefix(id: &str) -> Option<&str> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = id.split('-');
    let [year, month] = [parts.next()?, parts.next()?];
    if [(year, 4), (month, 2)].iter().any(|(part, length)| !is_number(part) || part.len() != *length) {
        return None;
    }
    match parts.next() {
        Some(day) if is_number(day) => id.get(..DAY_LENGTH).filter(|_| day.len() == 2),
        _ => id.get(..MONTH_LENGTH).filter(|month| PartialDate::parse(month).is_ok()),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date of the test")
    }

    #[test]
    fn a_month_is_written_without_a_day_and_comes_back() {
        for (text, precision) in [("2012-10", Precision::Month), ("2012-10-01", Precision::Day)] {
            assert_eq!((date(text).to_string().as_str(), date(text).precision()), (text, precision));
        }
        assert_eq!(date("2012-10").day(), None);
        assert_eq!(date("2012-10-05").day(), Date::parse("2012-10-05").ok());
    }

    #[test]
    fn a_month_has_all_of_its_days() {
        for (month, first, last) in
            [("2012-02", "2012-02-01", "2012-02-29"), ("9999-12", "9999-12-01", "9999-12-31")]
        {
            assert_eq!(date(month).first_day().to_string(), first);
            assert_eq!(date(month).last_day().to_string(), last);
        }
        assert_eq!(date("2012-02-03").first_day(), date("2012-02-03").last_day());
    }

    #[test]
    fn a_month_stands_where_its_first_day_does() {
        let mut dates = ["2012-10-02", "2012-10", "2012-10-01", "2012-09-30", "2012-11"].map(date);
        dates.sort();
        let sorted = dates.map(|it| it.to_string());
        assert_eq!(sorted, ["2012-09-30", "2012-10-01", "2012-10", "2012-10-02", "2012-11"]);
    }

    #[test]
    fn other_forms_are_refused() {
        for text in
            ["", "2012", "2012-1", "2012-10-1", "2012/10", "2012-10-", "201-010", "２０１２-10", "2012年"]
        {
            assert_eq!(PartialDate::parse(text), Err(DateError::FormOfDayOrMonth), "{text}");
        }
        assert_eq!(PartialDate::parse("2012-13"), Err(DateError::NoSuchMonth { month: 13 }));
        assert_eq!(PartialDate::parse("0000-01"), Err(DateError::NoSuchYear));
    }

    #[test]
    fn an_id_may_begin_with_a_date() {
        for (id, date) in [
            ("2010-11-01-tokyo", "2010-11-01"),
            ("2010-11-01", "2010-11-01"),
            ("2026-02-30-city", "2026-02-30"),
            ("2012-10-tokyo", "2012-10"),
            ("2012-10-5g-forum", "2012-10"),
            ("2012-10", "2012-10"),
        ] {
            assert_eq!(date_prefix(id), Some(date));
        }
        for id in [
            "",
            "2012",
            "2012-tokyo",
            "2026-03-040-city",
            "2012-13-term",
            "2012-1-x",
            "second-2012-10",
            "20121-0",
        ] {
            assert_eq!(date_prefix(id), None, "{id}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_an_error(text in "[-0-9０年a ]{0,12}") {
            if let Ok(date) = PartialDate::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
