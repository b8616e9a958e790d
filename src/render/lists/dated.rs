//! Lists by date.

use crate::lang::PartialDate;

/// A list by date, with the places where its years begin.
pub(in crate::render) struct Dated<T> {
    pub(in crate::render) records: Vec<T>,
    pub(in crate::render) years: Vec<YearStart>,
}

/// Where a year begins in a list.
pub(in crate::render) struct YearStart {
    pub(in crate::render) place: usize,
    /// The day of the record there.
    pub(in crate::render) day: PartialDate,
}

impl<T: Copy> Dated<T> {
    pub(super) fn new(records: Vec<T>, day: impl Fn(T) -> PartialDate) -> Self {
        let mut years: Vec<YearStart> = Vec::new();
        for (place, record) in records.iter().enumerate() {
            let day = day(*record);
            if years.last().is_none_or(|latest| latest.day.year() != day.year()) {
                years.push(YearStart { place, day });
            }
        }
        Self { records, years }
    }
}
