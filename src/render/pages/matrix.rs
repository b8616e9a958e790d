//! The meetings by tracks.

use std::collections::{BTreeSet, HashMap};

use crate::{
    id::Id,
    model::{Meeting, Track},
    plan::{ListKind, PlannedPage, meeting_address},
    render::{
        cards::{KindCountView, LinkView, MeetingCard, TrackCard, pick},
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::part,
        head::PageContent,
        lazy::LazyTable,
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings by tracks.
    struct MatrixPage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
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
        /// How many commitments the meetings of the table made, of each kind.
        kinds: Vec<KindCountView>,
        /// How many all of them made.
        total: usize,
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
        /// A cell for every column.
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
        self.head_of_list(ListKind::Matrix).with(MatrixPage {
            by_dialogue: self.by_dialogue(DialogueSection::Matrix),
            matrix: self.matrix(part(&self.newest_first(), page)),
        })
    }

    /// Meetings by all tracks, with the number of commitments.
    pub(super) fn matrix(&self, meetings: &[Id<Meeting>]) -> MatrixView {
        let tracks: Vec<_> = self.site.tracks.ids().collect();
        self.matrix_of(&self.cards.meetings, meetings, &tracks)
    }

    /// Meetings, with these cards, by these tracks.
    pub(super) fn matrix_of(
        &self,
        cards: &LazyTable<MeetingCard>,
        meetings: &[Id<Meeting>],
        tracks: &[Id<Track>],
    ) -> MatrixView {
        let row = |id: &Id<Meeting>| self.matrix_row(*id, cards[id.index()].clone(), tracks);
        let rows = meetings.iter().map(row).collect();
        let discussed = meetings.iter().any(|id| !self.site.meetings[*id].facts.discussed.is_empty());
        let made = meetings.iter().flat_map(|id| self.site.meetings[*id].commitments.iter().copied());
        let kinds = self.kind_counts(made);
        let total = kinds.iter().map(|kind| kind.n).sum();
        MatrixView { kinds, total, discussed, tracks: pick(&self.cards.tracks, tracks), rows }
    }

    /// The tracks in which these meetings set something down, or which they talked about; all, where there are none.
    pub(super) fn tracks_of(&self, meetings: &[Id<Meeting>]) -> Vec<Id<Track>> {
        let meetings = meetings.iter().map(|id| &self.site.meetings[*id]);
        let named = meetings.flat_map(|meeting| {
            let commitments = meeting.commitments.iter().map(|id| &self.site.commitments[*id].facts.tracks);
            commitments.flatten().chain(&meeting.facts.discussed).copied()
        });
        let named: BTreeSet<_> = named.collect();
        let is_of = |id: &Id<Track>| named.is_empty() || named.contains(id);
        self.site.tracks.ids().filter(is_of).collect()
    }

    fn matrix_row(&self, id: Id<Meeting>, card: MeetingCard, tracks: &[Id<Track>]) -> MatrixRowView {
        let meeting = &self.site.meetings[id];
        let mut counts: HashMap<Id<Track>, usize> = HashMap::new();
        for commitment in &meeting.commitments {
            for track in &self.site.commitments[*commitment].facts.tracks {
                *counts.entry(*track).or_default() += 1;
            }
        }
        let cells = tracks.iter().map(|track| {
            let n = counts.get(track).copied().unwrap_or_default();
            let name = &self.site.tracks[*track].id;
            let url = format!("{}#track-{name}", meeting_address(meeting, self.lang));
            MatrixCellView {
                n,
                url: (n > 0).then_some(url),
                discussed: meeting.facts.discussed.contains(track),
            }
        });
        MatrixRowView { meeting: card, cells: cells.collect(), total: meeting.commitments.len() }
    }
}
