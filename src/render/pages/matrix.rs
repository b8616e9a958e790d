//! The meetings by tracks.

use std::collections::HashMap;

use crate::{
    id::Id,
    model::{Meeting, Track},
    plan::{ListKind, PlannedPage, meeting_address},
    render::{
        cards::{MeetingCard, TrackCard},
        context::LanguageContext,
        groups::part,
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings by tracks.
    struct MatrixPage {
        /// The table.
        matrix: MatrixView,
    }
}

impl PageTemplate for MatrixPage {
    const TEMPLATE: &'static str = "matrix.html";
}

view! {
    /// A table of meetings by tracks.
    struct MatrixView {
        /// Whether a cell says that a track was talked about with nothing recorded.
        discussed: bool,
        /// The columns.
        tracks: Vec<TrackCard>,
        /// The rows, the newest meeting first.
        rows: Vec<MatrixRowView>,
    }
}

view! {
    /// A meeting in the table.
    struct MatrixRowView {
        /// The meeting.
        meeting: MeetingCard,
        /// A cell for every track.
        cells: Vec<MatrixCellView>,
        /// How many commitments the meeting made.
        total: usize,
    }
}

view! {
    /// The commitments of a meeting in a track.
    struct MatrixCellView {
        /// How many there are.
        n: usize,
        /// The address of their list on the meeting's page, where there are any.
        url: Option<String>,
        /// Whether the track was talked about with nothing recorded.
        discussed: bool,
    }
}

impl LanguageContext<'_> {
    pub(super) fn matrix_page(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Matrix)
            .with(MatrixPage { matrix: self.matrix(part(&self.newest_first(), page)) })
    }

    /// Meetings by tracks, with the number of commitments.
    pub(super) fn matrix(&self, meetings: &[Id<Meeting>]) -> MatrixView {
        let rows = meetings.iter().map(|id| self.matrix_row(*id)).collect();
        let discussed = meetings.iter().any(|id| !self.site.meetings[*id].facts.discussed.is_empty());
        MatrixView { discussed, tracks: self.cards.tracks.all(), rows }
    }

    fn matrix_row(&self, id: Id<Meeting>) -> MatrixRowView {
        let meeting = &self.site.meetings[id];
        let mut counts: HashMap<Id<Track>, usize> = HashMap::new();
        for commitment in &meeting.commitments {
            for track in &self.site.commitments[*commitment].facts.tracks {
                *counts.entry(*track).or_default() += 1;
            }
        }
        let cells = self.site.tracks.iter().map(|(track, record)| {
            let n = counts.get(&track).copied().unwrap_or_default();
            let url = format!("{}#track-{}", meeting_address(meeting, self.lang), record.id);
            MatrixCellView {
                n,
                url: (n > 0).then_some(url),
                discussed: meeting.facts.discussed.contains(&track),
            }
        });
        MatrixRowView {
            meeting: self.cards.meetings[id.index()].clone(),
            cells: cells.collect(),
            total: meeting.commitments.len(),
        }
    }
}
