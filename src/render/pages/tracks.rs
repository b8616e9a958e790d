//! The list of the tracks.

use crate::{
    plan::{ListKind, PlannedPage},
    render::{
        cards::TrackCard,
        context::LanguageContext,
        groups::places,
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The tracks.
    struct TracksPage {
        /// The tracks.
        tracks: Vec<TrackCard>,
    }
}

impl PageTemplate for TracksPage {
    const TEMPLATE: &'static str = "tracks.html";
}

impl LanguageContext<'_> {
    pub(super) fn tracks(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Tracks)
            .with(TracksPage { tracks: self.cards.tracks.range(places(page)).cloned().collect() })
    }
}
