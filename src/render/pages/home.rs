//! The home page: what the site is, and the newest of it.

use crate::{
    model::Commitment,
    plan::{self, ListKind, PictureFile, picture_address},
    render::{
        cards::{CommitmentCard, KindCountView, MeetingCard, pick},
        context::LanguageContext,
        dialogues::DialogueView,
        head::{PageContent, PageHead},
        json_ld::Node,
        matrix::MatrixView,
        overview::{KindOutcomesView, OpenTrackView},
        string_keys::{StringKeys, key, keys},
        threads,
        timeline_picture::TimelineView,
        view::{PageTemplate, view},
    },
};

view! {
    /// The home page.
    struct HomePage<'a> {
        /// The dialogues.
        dialogues: Vec<DialogueView<'a>>,
        /// How many meetings were held, and how many tracks and organizations there are.
        counts: Vec<CountView>,
        /// Where the commitments stand that can be carried out, by kind.
        outcomes: Vec<KindOutcomesView>,
        /// How many commitments there are of each kind that cannot be carried out.
        kinds: Vec<KindCountView>,
        /// The tracks, each with how many of its commitments are open.
        tracks: Vec<OpenTrackView>,
        /// Whether there are more tracks.
        more_tracks: bool,
        /// The meetings whose day is still to come, the next first.
        planned: Vec<MeetingCard>,
        /// The newest meetings of those that were held, the newest first.
        recent: Vec<MeetingCard>,
        /// The same by tracks, with some more.
        matrix: MatrixView,
        /// The newest of them.
        latest: Option<LatestView>,
        /// The meetings and events in time, as a picture.
        timeline: Option<TimelineView>,
        /// The commitments that most later meetings took up.
        continued: Vec<ContinuedView>,
    }
}

impl PageTemplate for HomePage<'_> {
    const TEMPLATE: &'static str = "home.html";
    const STRINGS: &'static [StringKeys] =
        &[keys("count-{}", &["meetings", "tracks", "organizations"]), key("taken-up-at")];
}

view! {
    /// How much there is of something.
    struct CountView {
        /// Of what: `meetings`, `tracks` or `organizations`.
        key: &'static str,
        /// How many, in words.
        text: String,
        /// The address of their list.
        url: String,
    }
}

view! {
    /// The newest meeting.
    struct LatestView {
        /// The meeting.
        meeting: MeetingCard,
        /// Its first commitments.
        commitments: Vec<CommitmentCard>,
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

/// How many of the newest meetings the home page lists, how many points of the newest, and how many meetings its matrix has.
const RECENT: usize = 5;

const POINTS: usize = 10;

const MATRIX: usize = 15;

/// How many of the newest meetings and events the picture of time shows.
const TIMELINE: usize = 60;

/// How many tracks the home page lists.
const TRACKS: usize = 20;

/// How many commitments the home page lists as those taken up most.
const CONTINUED: usize = 5;

impl LanguageContext<'_> {
    pub(super) fn home(&self) -> PageContent<'_> {
        let (planned, newest): (Vec<_>, Vec<_>) =
            self.lists.meetings.records.iter().copied().partition(|id| self.site.meetings[*id].is_planned);
        let next: Vec<_> = planned.iter().rev().take(RECENT).copied().collect();
        let recent = &newest[..RECENT.min(newest.len())];
        let latest = newest.first().map(|id| {
            let commitments = &self.site.meetings[*id].commitments;
            let first = &commitments[..POINTS.min(commitments.len())];
            LatestView {
                meeting: self.cards.meetings[id.index()].clone(),
                commitments: pick(&self.cards.commitments, first),
            }
        });
        let tracks = self.open_tracks(TRACKS);
        let (outcomes, kinds) = self.kind_outcomes();
        let structured = Some(self.website());
        let head = PageHead { structured, feed: self.feed_of_site(), ..self.head_of_site() };
        head.with(HomePage {
            dialogues: self.site.dialogues.ids().map(|id| self.dialogue_view(id)).collect(),
            counts: self.counts(newest.len()),
            outcomes,
            kinds,
            more_tracks: self.site.tracks.len() > tracks.len(),
            tracks,
            planned: pick(&self.cards.meetings, &next),
            recent: pick(&self.cards.meetings, recent),
            matrix: self.matrix(&newest[..MATRIX.min(newest.len())]),
            latest,
            timeline: self.newest_in_time(),
            continued: self.most_continued(CONTINUED),
        })
    }

    /// The picture of the newest meetings and events; where that is all of them, with the file of the whole.
    fn newest_in_time(&self) -> Option<TimelineView> {
        let picture = self.timeline_picture(&self.lists.timeline.records, TIMELINE)?;
        let address = || picture_address(self.site, PictureFile::Timeline, self.lang);
        Some(TimelineView { file: (!picture.left_out).then(address), ..picture })
    }

    fn counts(&self, meetings: usize) -> Vec<CountView> {
        let site = self.site;
        let counts = [
            (ListKind::Meetings, meetings),
            (ListKind::Tracks, site.tracks.len()),
            (ListKind::Organizations, site.organizations.len()),
        ];
        let counts = counts.into_iter().map(|(list, n)| {
            let name = list.name();
            let text = self.strings.count(&format!("count-{name}"), n);
            CountView { key: name, text, url: plan::address(self.lang, &plan::list_path(list)) }
        });
        counts.collect()
    }

    /// The commitments that most later meetings took up, two at the least, the most first; of two alike, the earlier first.
    fn most_continued(&self, limit: usize) -> Vec<ContinuedView> {
        let site = self.site;
        let is_first = |it: &Commitment| threads::earlier(it).next().is_none();
        let first = site.commitments.iter().filter(|(_, it)| is_first(it) && !it.backlinks.is_empty());
        let mut counted: Vec<_> =
            first.map(|(id, _)| (threads::meetings_after(site, id), id)).filter(|(n, _)| *n > 1).collect();
        counted.sort_by_key(|(n, id)| (std::cmp::Reverse(*n), *id));
        let most = counted.into_iter().take(limit).map(|(n, id)| ContinuedView {
            commitment: self.cards.commitments[id.index()].clone(),
            meetings_text: self.strings.count("taken-up-at", n),
            last: self.cards.meetings[self.threads.last_mention(id).index()].clone(),
        });
        most.collect()
    }

    fn website(&self) -> Node {
        let config = &self.site.config;
        let home = plan::address(self.lang, "");
        Node::new(
            "WebSite",
            [
                ("@id", self.fragment(&home, "website")),
                ("url", self.url(&home)),
                ("name", Some(self.plain(&config.title))),
                ("description", self.own(config.description.as_ref())),
                ("inLanguage", Some(self.lang.code().into())),
                ("publisher", self.organization_named(config.publisher.as_ref())),
                ("license", self.license()),
            ],
        )
    }
}
