//! Ranges of days or months.

use std::{error::Error, fmt};

use super::{Date, Lang, Message, PartialDate, Precision, say};

/// A range of days or months, both ends included; a single one is a range with equal ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DateRange {
    from: PartialDate,
    to: PartialDate,
}

impl DateRange {
    /// The range from one day or month to another.
    ///
    /// # Errors
    ///
    /// [`ReversedRange`] if `to` is over before `from` begins.
    pub fn new(from: PartialDate, to: PartialDate) -> Result<Self, ReversedRange> {
        let is_in_order = from.first_day() <= to.last_day();
        if is_in_order { Ok(Self { from, to }) } else { Err(ReversedRange { from, to }) }
    }

    /// The first day or month.
    #[must_use]
    pub fn start(self) -> PartialDate {
        self.from
    }

    /// The last day or month, included.
    #[must_use]
    pub fn end(self) -> PartialDate {
        self.to
    }

    /// The first day; a month counts as its first.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.from.first_day()
    }

    /// The last day that the range can have.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.to.last_day()
    }

    /// How much is known of both ends.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.from.precision().max(self.to.precision())
    }

    /// The day or month, if the range is a single one.
    #[must_use]
    pub fn single(self) -> Option<PartialDate> {
        (self.from == self.to).then_some(self.from)
    }

    /// Whether a day of this range can be one of the other.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }
}

impl<D: Into<PartialDate>> From<D> for DateRange {
    fn from(date: D) -> Self {
        let date = date.into();
        Self { from: date, to: date }
    }
}

/// A range that ends before it starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReversedRange {
    /// The start as written.
    pub from: PartialDate,
    /// The end as written.
    pub to: PartialDate,
}

impl ReversedRange {
    /// What is wrong, in words.
    #[must_use]
    pub fn message(self) -> Message {
        say!("is-before", to = self.to, from = self.from)
    }
}

impl fmt::Display for ReversedRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(Lang::En))
    }
}

impl Error for ReversedRange {}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date of the test")
    }

    #[test]
    fn a_range_does_not_run_backwards() {
        let (from, to) = (date("2011-06-09"), date("2011-06-10"));
        let range = DateRange::new(from, to).expect("in order");
        assert_eq!(range.single(), None);
        assert_eq!(DateRange::from(from).single(), Some(from));
        let error = DateRange::new(to, from).expect_err("reversed");
        assert_eq!(error.to_string(), "2011-06-09 is before 2011-06-10");
        let error = DateRange::new(date("2012-11"), date("2012-10")).expect_err("reversed");
        assert_eq!(error.to_string(), "2012-10 is before 2012-11");
    }

    #[test]
    fn an_end_may_be_the_month_in_which_the_other_lies() {
        for (from, to) in [("2012-10-05", "2012-10"), ("2012-10", "2012-10-05")] {
            let range = DateRange::new(date(from), date(to)).expect("in order");
            assert_eq!(range.precision(), Precision::Month);
        }
        DateRange::new(date("2012-11-05"), date("2012-10")).expect_err("reversed");
    }

    #[test]
    fn ranges_overlap_where_they_can_have_a_day_in_common() {
        let range = |from, to| DateRange::new(date(from), date(to)).expect("in order");
        let two_months = range("2012-10", "2012-11");
        for inner in ["2012-10", "2012-10-01", "2012-11-30"] {
            assert!(
                two_months.overlaps(date(inner).into()) && DateRange::from(date(inner)).overlaps(two_months)
            );
        }
        for outer in ["2012-09", "2012-09-30", "2012-12-01"] {
            assert!(!two_months.overlaps(date(outer).into()));
        }
    }
}
