//! What to write in the place of a text that is no date.

use super::{Date, DateError, Message, PartialDate, WrittenDate, say, written_date};

/// The day that a text is.
///
/// # Errors
///
/// What to write instead, in words; where that cannot be said, what is wrong.
pub fn read_day(text: &str) -> Result<Date, Message> {
    Date::parse(text).map_err(|error| match written_date(text) {
        Some(written) if error == DateError::Form => match written.day() {
            Some(day) => say!("write", what = day),
            None => say!("day-needed", error = error.message()),
        },
        _ => error.message(),
    })
}

/// The day or month that a text is.
///
/// # Errors
///
/// As for [`read_day`].
pub fn read_partial_date(text: &str) -> Result<PartialDate, Message> {
    PartialDate::parse(text).map_err(|error| match (error, written_date(text)) {
        (DateError::FormOfDayOrMonth, Some(WrittenDate::Date(date))) => say!("write", what = date),
        (DateError::FormOfDayOrMonth, Some(WrittenDate::YearTo(_))) => {
            say!("month-needed", error = error.message())
        }
        (DateError::NoSuchMonth { .. }, _) => {
            let year = text.split('-').next().unwrap_or_default();
            say!("october", error = error.message(), year)
        }
        _ => error.message(),
    })
}
