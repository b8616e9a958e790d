//! Meetings by tracks, with the number of commitments: a table and, where there is no room for one, a list.

use std::collections::HashMap;

use super::{
    cards::{KindCountView, MeetingCard, TrackCard, pick},
    context::LanguageContext,
    lazy::LazyTable,
    string_keys::{StringKeys, key},
    text,
    view::{Card, view},
};
use crate::{
    id::Id,
    model::{Meeting, Track},
    plan::meeting_address,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("matrix-cell"), key("matrix-points")];

/// The least numbers of commitments that deepen the tint of a cell.
const DEPTHS: [usize; 4] = [1, 2, 4, 7];

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
        /// The same by track: those with a number or a mark.
        by_track: Vec<TrackMeetingsView>,
    }
}

view! {
    /// A track with what the meetings of the table made in it.
    struct TrackMeetingsView {
        /// The track.
        track: TrackCard,
        /// The meetings with a number or a mark, the newest first.
        meetings: Vec<TrackMeetingView>,
    }
}

view! {
    /// A meeting in the list of a track.
    struct TrackMeetingView {
        /// The meeting.
        meeting: MeetingCard,
        /// What it made in the track.
        cell: Card<MatrixCellView>,
    }
}

view! {
    /// A meeting in the table.
    struct MatrixRowView {
        /// The meeting.
        meeting: MeetingCard,
        /// A cell for every column.
        cells: Vec<Card<MatrixCellView>>,
        /// How many commitments the meeting made.
        total: usize,
    }
}

view! {
    /// The commitments of a meeting in a track.
    struct MatrixCellView {
        /// How many there are.
        n: usize,
        /// How deep the tint is that shows their number: 0 for none, up to 4.
        depth: usize,
        /// The same in words, where there are any.
        text: Option<String>,
        /// The same in words, with the track and the meeting.
        label: Option<String>,
        /// The address of their list on the meeting's page, where there are any.
        url: Option<String>,
        /// Whether the track was talked about with nothing recorded.
        discussed: bool,
    }
}

impl LanguageContext<'_> {
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
        let titles: Vec<_> =
            tracks.iter().map(|id| text::plain(&self.site.tracks[*id].title, self.lang)).collect();
        let row = |id: &Id<Meeting>| self.matrix_row(*id, cards[id.index()].clone(), tracks, &titles);
        let rows: Vec<_> = meetings.iter().map(row).collect();
        let tracks = pick(&self.cards.tracks, tracks);
        let by_track = by_track(&tracks, &rows);
        let rows = rows.into_iter().map(MeetingRow::shown).collect();
        let discussed = meetings.iter().any(|id| !self.site.meetings[*id].facts.discussed.is_empty());
        let made = meetings.iter().flat_map(|id| self.site.meetings[*id].commitments.iter().copied());
        let kinds = self.kind_counts(made);
        let total = kinds.iter().map(|kind| kind.n).sum();
        MatrixView { kinds, total, discussed, tracks, rows, by_track }
    }

    /// The row of a meeting; the titles are those of the tracks.
    fn matrix_row(
        &self,
        id: Id<Meeting>,
        card: MeetingCard,
        tracks: &[Id<Track>],
        titles: &[String],
    ) -> MeetingRow {
        let meeting = &self.site.meetings[id];
        let mut counts: HashMap<Id<Track>, usize> = HashMap::new();
        for commitment in &meeting.commitments {
            for track in &self.site.commitments[*commitment].facts.tracks {
                *counts.entry(*track).or_default() += 1;
            }
        }
        let title = text::plain(&meeting.facts.title, self.lang);
        let cells = tracks.iter().zip(titles).map(|(track, track_title)| {
            let n = counts.get(track).copied().unwrap_or_default();
            let discussed = meeting.facts.discussed.contains(track);
            let label = || {
                let n = u32::try_from(n).unwrap_or(u32::MAX);
                let args =
                    [("n", n.into()), ("track", track_title.into()), ("meeting", title.as_str().into())];
                self.strings.get("matrix-cell", &args)
            };
            let url =
                || format!("{}#track-{}", meeting_address(meeting, self.lang), self.site.tracks[*track].id);
            let cell = MatrixCellView {
                n,
                depth: DEPTHS.iter().filter(|least| n >= **least).count(),
                text: (n > 0).then(|| self.strings.count("matrix-points", n)),
                label: (n > 0).then(label),
                url: (n > 0).then(url),
                discussed,
            };
            TrackCell { is_empty: n == 0 && !discussed, shown: Card::new(cell.into()) }
        });
        MeetingRow { meeting: card, cells: cells.collect(), total: meeting.commitments.len() }
    }
}

/// A meeting in the table, before it is shown.
struct MeetingRow {
    meeting: MeetingCard,
    cells: Vec<TrackCell>,
    total: usize,
}

struct TrackCell {
    is_empty: bool,
    shown: Card<MatrixCellView>,
}

impl MeetingRow {
    fn shown(self) -> MatrixRowView {
        let cells = self.cells.into_iter().map(|cell| cell.shown).collect();
        MatrixRowView { meeting: self.meeting, cells, total: self.total }
    }
}

/// The rows by track, without what is empty.
fn by_track(tracks: &[TrackCard], rows: &[MeetingRow]) -> Vec<TrackMeetingsView> {
    let of_track = tracks.iter().enumerate().map(|(at, track)| {
        let shown = rows.iter().filter(|row| !row.cells[at].is_empty);
        let meetings = shown
            .map(|row| TrackMeetingView { meeting: row.meeting.clone(), cell: row.cells[at].shown.clone() });
        TrackMeetingsView { track: track.clone(), meetings: meetings.collect() }
    });
    of_track.filter(|it| !it.meetings.is_empty()).collect()
}
