//! The years of a list, as ways to their places in it.

use super::{context::LanguageContext, lists::YearStart, view::view};
use crate::plan::{PAGE_LENGTH, page_address};

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
    /// The years of a list at an address, each with its first place in it.
    pub(super) fn year_links(
        &self,
        years: &[YearStart],
        list: &str,
        anchor: fn(i16) -> String,
    ) -> Vec<YearLinkView> {
        let links = years.iter().map(|start| {
            let page = page_address(list, start.place / PAGE_LENGTH + 1);
            let url = format!("{page}#{}", anchor(start.day.year()));
            YearLinkView { label: self.dates().year(start.day), url }
        });
        links.collect()
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
