//! The search page.

use super::{
    cards::TrackCard,
    lists::{OrganizationSectionView, PeopleSectionView},
};
use crate::render::view::view;

view! {
    /// The search page: what its script needs, and the ways in without one.
    struct SearchPage {
        /// The folder of the index, from the site's root.
        index: &'static str,
        /// What results can be narrowed down by.
        filters: Vec<FilterView>,
        /// The tracks, up to 200.
        tracks: Vec<TrackCard>,
        /// The first 200 organizations, under the rows of the syllabary in Japanese.
        organizations: Vec<OrganizationSectionView>,
        /// The first 200 people, likewise.
        people: Vec<PeopleSectionView>,
        /// The years in which meetings were held, the newest first.
        years: Vec<YearLinkView>,
    }
}

view! {
    /// Something that results can be narrowed down by.
    struct FilterView {
        /// Its name in the address of a search.
        name: &'static str,
        /// What it is called.
        label: String,
        /// The choices.
        options: Vec<OptionView>,
    }
}

view! {
    /// A choice of a filter.
    struct OptionView {
        /// Its value in the address of a search.
        value: String,
        /// What it is called.
        label: String,
        /// The code of the label's language, where it is not the page's.
        lang: Option<&'static str>,
    }
}

view! {
    /// A year with its place on the timeline.
    struct YearLinkView {
        /// The year, in Japanese with its era.
        label: String,
        /// Its address.
        url: String,
    }
}
