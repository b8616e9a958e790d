//! A track: which of its commitments were taken up again, and how they go on from one another.

use std::collections::HashMap;

use crate::{
    id::Id,
    model::{Commitment, Track},
    plan::{ListKind, PlannedPage, files::track_feed_address},
    render::{
        cards::{EventCard, MeetingCard, TrackCard, pick},
        context::LanguageContext,
        groups::MeetingGroupView,
        head::{FeedLinkView, PageContent, PageHead},
        lineage_picture::LineageView,
        string_keys::{StringKeys, key, keys},
        text,
        thread::EntryView,
        threads,
        threads::Standing,
        view::{PageTemplate, view},
    },
};

view! {
    /// A track.
    struct TrackPage<'a> {
        /// The track.
        track: TrackCard,
        /// The meetings that talked about it with nothing recorded; only on the first page.
        discussed: Vec<MeetingCard>,
        /// The events that have to do with it; only on the first page.
        events: Vec<EventCard>,
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

impl PageTemplate for TrackPage<'_> {
    const TEMPLATE: &'static str = "track.html";
    const STRINGS: &'static [StringKeys] =
        &[key("count-commitments"), key("feed-of-track"), keys("standing-{}", &Standing::NAMES)];
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

/// How many threads the picture and its list have at the most, the newest.
const THREADS: usize = 300;

impl LanguageContext<'_> {
    pub(super) fn track(&self, id: Id<Track>, page: &PlannedPage) -> PageContent<'_> {
        let track = &self.site.tracks[id];
        let standings: Vec<_> =
            track.commitments.iter().map(|id| Standing::of(self.site, &self.site.commitments[*id])).collect();
        // Where nothing goes on from anything, there is nothing to be distinguished.
        let goes_on = standings.iter().any(|standing| *standing != Standing::Once);
        let reported = [Standing::TakenUp, Standing::Latest, Standing::Once];
        let counts = reported.into_iter().filter(|_| goes_on).filter_map(|standing| {
            let n = standings.iter().filter(|it| **it == standing).count();
            let name = standing.name();
            let (label, text) = (
                self.strings.plain(&format!("standing-{name}")).to_owned(),
                self.strings.count("count-commitments", n),
            );
            (n > 0).then_some(StandingView { name, label, text, n })
        });
        let threads = if page.number == 1 { self.threads_of(track) } else { Vec::new() };
        self.track_head(track).with(TrackPage {
            track: self.cards.tracks[id.index()].clone(),
            discussed: if page.number == 1 {
                pick(&self.cards.meetings, &track.discussed)
            } else {
                Vec::new()
            },
            events: if page.number == 1 { pick(&self.cards.events, &track.events) } else { Vec::new() },
            counts: counts.collect(),
            picture: self.lineage_picture(&threads),
            threads: threads.iter().map(|thread| self.thread_list(thread)).collect(),
            groups: self.groups(&track.commitments, page),
        })
    }

    fn track_head(&self, track: &Track) -> PageHead<'_> {
        PageHead {
            description: self.description(track.summary.as_ref()),
            feed: self.feed_of_track(track),
            ..self.head_of_record(&track.title, ListKind::Tracks)
        }
    }

    /// The feed of a track; none without a base address.
    fn feed_of_track(&self, track: &Track) -> Option<FeedLinkView> {
        self.site.config.base_url.as_ref()?;
        let title = text::plain(&track.title, self.lang);
        let title = self.strings.get("feed-of-track", &[("title", title.into())]);
        Some(FeedLinkView { title, url: track_feed_address(track, self.lang) })
    }

    /// The commitments of a track that go on from one another, by thread, the thread that began first foremost.
    fn threads_of(&self, track: &Track) -> Vec<Vec<Id<Commitment>>> {
        let own: HashMap<_, usize> = track.commitments.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut heads: Vec<usize> = (0..track.commitments.len()).collect();
        for (at, id) in track.commitments.iter().enumerate() {
            for before in threads::earlier(&self.site.commitments[*id]).filter_map(|id| own.get(&id)) {
                let (one, other) = (head(&mut heads, at), head(&mut heads, *before));
                heads[one.max(other)] = one.min(other);
            }
        }
        let mut threads: Vec<Vec<Id<Commitment>>> = vec![Vec::new(); heads.len()];
        for (at, id) in track.commitments.iter().enumerate() {
            threads[head(&mut heads, at)].push(*id);
        }
        threads.retain(|thread| thread.len() > 1);
        threads.drain(..threads.len().saturating_sub(THREADS));
        threads
    }

    fn thread_list(&self, thread: &[Id<Commitment>]) -> ThreadListView<'_> {
        ThreadListView { entries: thread.iter().map(|id| self.entry(*id, None)).collect() }
    }
}

/// The place that stands for a whole thread: the earliest of it.
fn head(heads: &mut [usize], mut at: usize) -> usize {
    while heads[at] != at {
        heads[at] = heads[heads[at]];
        at = heads[at];
    }
    at
}
