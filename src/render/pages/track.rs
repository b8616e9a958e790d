//! A track: which of its commitments were taken up again, and how they go on from one another.

use std::{cmp::Reverse, collections::HashMap};

use crate::{
    id::Id,
    model::{Commitment, Track},
    plan::{ListKind, PictureFile, PlannedPage, files::track_feed_address, picture_address},
    render::{
        cards::{CommitmentCard, EventCard, MeetingCard, TrackCard, pick},
        context::LanguageContext,
        groups::{part, places},
        head::{FeedLinkView, PageContent, PageHead},
        lineage_picture::LineageView,
        string_keys::{StringKeys, key},
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
        /// How its commitments go on, in a sentence; only with the picture.
        going_on: Option<String>,
        /// How they go on from one another, as a picture; only on the first page.
        picture: Option<LineageView>,
        /// The same as lists, the thread with the newest meeting first; only on the first page.
        threads: Vec<ThreadListView<'a>>,
        /// Its commitments: first those that can be carried out, and of each kind the newest first.
        rows: Vec<TrackRowView>,
    }
}

impl PageTemplate for TrackPage<'_> {
    const TEMPLATE: &'static str = "track.html";
    const STRINGS: &'static [StringKeys] =
        &[key("track-going-on"), key("track-longest"), key("track-drawn"), key("feed-of-track")];
}

view! {
    /// A commitment of a track.
    struct TrackRowView {
        /// The commitment.
        commitment: CommitmentCard,
        /// Whether it is the first of its kind.
        first: bool,
        /// The last meeting after its own that mentioned it, if any did.
        last_mention: Option<MeetingCard>,
    }
}

view! {
    /// Commitments that go on from one another.
    struct ThreadListView<'a> {
        /// The newest meeting first.
        entries: Vec<EntryView<'a>>,
    }
}

/// How many commitments the picture and its list have at the most, the newest.
const DRAWN: usize = 300;

impl LanguageContext<'_> {
    pub(super) fn track(&self, id: Id<Track>, page: &PlannedPage) -> PageContent<'_> {
        let track = &self.site.tracks[id];
        let threads = if page.number == 1 { self.threads_of(track) } else { Vec::new() };
        let drawn = drawn(&threads);
        self.track_head(track).with(TrackPage {
            track: self.cards.tracks[id.index()].clone(),
            discussed: if page.number == 1 {
                pick(&self.cards.meetings, &track.discussed)
            } else {
                Vec::new()
            },
            events: if page.number == 1 { pick(&self.cards.events, &track.events) } else { Vec::new() },
            going_on: self.going_on(track, &threads),
            picture: self.lineage_of_track(id, &drawn),
            threads: drawn.iter().map(|thread| self.thread_list(thread)).collect(),
            rows: self.track_rows(id, page),
        })
    }

    /// A part of the commitments of a track: first those that can be carried out, and of each kind the newest first.
    fn track_rows(&self, track: Id<Track>, page: &PlannedPage) -> Vec<TrackRowView> {
        let kind = |id: Id<Commitment>| self.site.commitments[id].facts.kind;
        let ids = &self.lists.of_track[track.index()];
        let rows = part(ids, page).iter().enumerate().map(|(at, id)| {
            let (own, last) = (self.site.commitments[*id].meeting, self.threads.last_mention(*id));
            let place = places(page).start + at;
            TrackRowView {
                commitment: self.cards.commitments[id.index()].clone(),
                first: place.checked_sub(1).is_none_or(|before| kind(ids[before]) != kind(*id)),
                last_mention: (last != own).then(|| self.cards.meetings[last.index()].clone()),
            }
        });
        rows.collect()
    }

    /// How many commitments of a track were taken up again, and how long its longest thread is; nothing where none was.
    fn going_on(&self, track: &Track, threads: &[Vec<Id<Commitment>>]) -> Option<String> {
        let meeting = |id: &Id<Commitment>| &self.site.meetings[self.site.commitments[*id].meeting];
        let is_taken_up =
            |id: &&Id<Commitment>| Standing::of(self.site, &self.site.commitments[**id]) == Standing::TakenUp;
        let n = track.commitments.iter().filter(is_taken_up).count();
        let year = |id: &Id<Commitment>| meeting(id).facts.date.start().year();
        let span = |thread: &Vec<Id<Commitment>>| {
            let mut held = thread.iter().filter(|id| meeting(id).is_held()).map(year);
            let first = held.next()?;
            Some((first, held.next_back().unwrap_or(first)))
        };
        let (from, to) = threads.iter().filter_map(span).max_by_key(|(from, to)| to - from)?;
        let args = [("n", n.into()), ("of", track.commitments.len().into())];
        let sentence = (n > 0).then(|| self.strings.get("track-going-on", &args))?;
        let years = [("from", from.to_string().into()), ("to", to.to_string().into())];
        let longest = (from < to).then(|| self.strings.get("track-longest", &years));
        let is_whole = threads.iter().map(Vec::len).sum::<usize>() <= DRAWN;
        let cut = (!is_whole).then(|| self.strings.count("track-drawn", DRAWN));
        Some(self.as_one_text([sentence].into_iter().chain(longest).chain(cut)))
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

    fn lineage_of_track(&self, id: Id<Track>, threads: &[Vec<Id<Commitment>>]) -> Option<LineageView> {
        self.lineage_picture(threads, picture_address(self.site, PictureFile::Track(id), self.lang))
    }

    /// The picture of a track, with the sentence on how its commitments go on.
    pub(super) fn whole_lineage(&self, id: Id<Track>) -> (Option<LineageView>, Option<String>) {
        let track = &self.site.tracks[id];
        let threads = self.threads_of(track);
        (self.lineage_of_track(id, &drawn(&threads)), self.going_on(track, &threads))
    }

    /// The commitments of a track that go on from one another, by thread, the thread with the newest meeting first.
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
        let last = |thread: &Vec<Id<Commitment>>| thread.last().map(|id| self.site.commitments[*id].meeting);
        threads.sort_by_key(|thread| Reverse(last(thread)));
        threads
    }

    fn thread_list(&self, thread: &[Id<Commitment>]) -> ThreadListView<'_> {
        ThreadListView { entries: thread.iter().rev().map(|id| self.entry(*id, None)).collect() }
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

/// Of threads, what the picture has: the newest commitments, in the threads that they still make.
fn drawn(threads: &[Vec<Id<Commitment>>]) -> Vec<Vec<Id<Commitment>>> {
    let mut newest: Vec<_> = threads.iter().flatten().copied().collect();
    newest.sort_unstable_by_key(|id| Reverse(*id));
    let first = newest.get(DRAWN - 1).copied();
    let is_drawn = |id: &Id<Commitment>| first.is_none_or(|first| *id >= first);
    let threads = threads.iter().map(|thread| thread.iter().copied().filter(is_drawn).collect::<Vec<_>>());
    threads.filter(|thread| thread.len() > 1).collect()
}
