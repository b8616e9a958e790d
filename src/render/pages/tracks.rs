//! The list of the tracks.

use crate::{
    plan::PlannedPage,
    render::{
        cards::TrackCard,
        context::LanguageContext,
        groups::part,
        view::{Page, PageData, page_data, view},
    },
};

view! {
    /// The tracks.
    struct TracksPage {
        /// The tracks.
        tracks: Vec<TrackCard>,
    }
}

impl Page for TracksPage {
    const TEMPLATE: &'static str = "tracks.html";
}

impl LanguageContext<'_> {
    pub(in crate::render) fn tracks(&self, page: &PlannedPage) -> PageData {
        page_data(TracksPage { tracks: part(&self.cards.tracks.all(), page).to_vec() })
    }
}
