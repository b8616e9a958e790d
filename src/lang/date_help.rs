//! What to write in the place of a text that is no date.

use super::{Date, DateError, PartialDate, WrittenDate, written_date};

/// The day that a text is.
///
/// # Errors
///
/// What to write instead, in words; where that cannot be said, what is wrong.
pub fn read_day(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|error| match written_date(text) {
        Some(written) if error == DateError::Form => match written.day() {
            Some(day) => format!("write `{day}`"),
            None => format!("{error}: the day is needed too"),
        },
        _ => error.to_string(),
    })
}

/// The day or month that a text is.
///
/// # Errors
///
/// As for [`read_day`].
pub fn read_partial_date(text: &str) -> Result<PartialDate, String> {
    PartialDate::parse(text).map_err(|error| match (error, written_date(text)) {
        (DateError::FormOfDayOrMonth, Some(WrittenDate::Date(date))) => format!("write `{date}`"),
        (DateError::FormOfDayOrMonth, Some(WrittenDate::YearTo(_))) => {
            format!("{error}: the month is needed too")
        }
        (DateError::NoSuchMonth { .. }, _) => {
            let year = text.split('-').next().unwrap_or_default();
            format!("{error}; October is written as `{year}-10`, and its first day as `{year}-10-01`")
        }
        _ => error.to_string(),
    })
}
