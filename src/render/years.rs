//! The years of a list, as ways to their places in it.

use super::{context::LanguageContext, view::view};
use crate::{
    lang::PartialDate,
    plan::{PAGE_LENGTH, page_address},
};

view! {
    /// A year of a list.
    struct YearLinkView {
        /// The year, in Japanese with its era.
        label: String,
        /// Where it begins in the list.
        url: String,
    }
}

impl LanguageContext<'_> {
    /// The years of a list at an address, each with its first place in it. The days are those of what is listed, in the order
    /// of the list, and so are the years.
    pub(super) fn year_links(
        &self,
        days: impl Iterator<Item = PartialDate>,
        list: &str,
        anchor: fn(i16) -> String,
    ) -> Vec<YearLinkView> {
        let mut years: Vec<(i16, YearLinkView)> = Vec::new();
        for (place, day) in days.enumerate() {
            if years.last().is_none_or(|(year, _)| *year != day.year()) {
                let page = page_address(list, place / PAGE_LENGTH + 1);
                let url = format!("{page}#{}", anchor(day.year()));
                years.push((day.year(), YearLinkView { label: self.dates().year(day), url }));
            }
        }
        years.into_iter().map(|(_, year)| year).collect()
    }
}

/// The place of a year in a list of commitments.
pub(super) fn year_anchor(year: i16) -> String {
    format!("y{year}")
}

/// The place of a year in a list that has a heading for it.
pub(super) fn year_heading(year: i16) -> String {
    format!("_y{year}")
}
