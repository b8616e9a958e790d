//! How commitments go on through the meetings: threads, the page of a track, its picture.

use super::{
    cards::{CommitmentCard, MeetingCard, TrackCard},
    records::MeetingGroupView,
};
use crate::render::view::{Html, view};

view! {
    /// A commitment with those it goes back to and those that go back to it.
    struct ThreadView<'a> {
        /// All of them, the earliest meeting first.
        entries: Vec<EntryView<'a>>,
        /// Whether changed words are marked somewhere.
        marks: bool,
        /// Whether there are more, farther away.
        more: bool,
        /// The track, where all are listed.
        track: TrackCard,
    }
}

view! {
    /// A commitment in a thread.
    struct EntryView<'a> {
        /// The commitment.
        commitment: CommitmentCard,
        /// Whether it is the one of the page.
        current: bool,
        /// What it has to do with earlier ones.
        links: Vec<EntryLinkView<'a>>,
        /// How its words differ from those of the commitment it restates.
        changes: Option<ChangesView>,
    }
}

view! {
    /// What a commitment has to do with an earlier one.
    struct EntryLinkView<'a> {
        /// The relation, in words.
        label: &'a str,
        /// The day of the earlier one's meeting, in short.
        date: String,
        /// The address of the earlier one; nothing where it is the one of the page.
        url: Option<String>,
    }
}

view! {
    /// A wording beside the one before.
    struct ChangesView {
        /// The day of the wording before, in short.
        date: String,
        /// The text with its changes marked by `<ins>` and `<del>`; nothing where the words are the same.
        html: Option<Html>,
    }
}

view! {
    /// A commitment that later meetings took up.
    struct ContinuedView {
        /// The commitment.
        commitment: CommitmentCard,
        /// How many meetings took it up, in words.
        meetings_text: String,
        /// The last meeting that mentioned it.
        last: MeetingCard,
    }
}

view! {
    /// A track.
    struct TrackPage<'a> {
        /// The track.
        track: TrackCard,
        /// How many of its commitments stand how; empty where none goes on from another.
        counts: Vec<StandingView>,
        /// How they go on from one another, as a picture; only on the first page.
        picture: Option<LineageView>,
        /// The same as lists; only on the first page.
        threads: Vec<ThreadListView<'a>>,
        /// Its commitments, by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

view! {
    /// How many commitments stand in one way.
    struct StandingView {
        /// The way: `taken-up`, `latest` or `once`.
        name: &'static str,
        /// The same in words.
        label: String,
        /// How many, in words.
        text: String,
        /// How many.
        n: usize,
    }
}

view! {
    /// Commitments that go on from one another.
    struct ThreadListView<'a> {
        /// The earliest meeting first.
        entries: Vec<EntryView<'a>>,
    }
}

view! {
    /// The picture of a track, in pixels: a column for every meeting, a lane for every line of commitments.
    struct LineageView {
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// Where the lines of the columns end.
        bottom: i32,
        /// The meetings.
        columns: Vec<ColumnView>,
        /// The lines between commitments, each as the `d` of a path.
        lines: Vec<String>,
        /// The first words of each lane.
        labels: Vec<LabelView>,
        /// The commitments.
        nodes: Vec<NodeView>,
    }
}

view! {
    /// A meeting in the picture.
    struct ColumnView {
        /// Where its line is.
        x: i32,
        /// Where its label begins.
        label_x: i32,
        /// Its year and month.
        label: String,
        /// The address of its page.
        url: String,
        /// Its title.
        title: String,
    }
}

view! {
    /// The first words of a lane.
    struct LabelView {
        /// Where they begin.
        x: i32,
        /// Their line.
        y: i32,
        /// The words.
        text: String,
        /// The code of their language, where it is not the page's.
        lang: Option<&'static str>,
    }
}

view! {
    /// A commitment in the picture.
    struct NodeView {
        /// Its shape, as the `d` of a path.
        d: String,
        /// How it stands: `taken-up`, `latest` or `once`.
        standing: &'static str,
        /// The address of its page.
        url: String,
        /// What it says to those who do not see it.
        label: String,
    }
}
