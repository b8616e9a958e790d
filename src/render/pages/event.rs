//! An event, with its documents and what rests on them.

use crate::{
    id::Id,
    model::Event,
    plan::{ListKind, PlannedPage},
    render::{
        cards::{CommitmentCard, EventCard, TrackCard, pick},
        citation::CitationView,
        context::LanguageContext,
        documents::DocumentGroupView,
        head::{PageContent, PageHead},
        json_ld::Node,
        view::{PageTemplate, view},
    },
};

view! {
    /// An event.
    struct EventPage<'a> {
        /// The event.
        event: EventCard,
        /// The tracks that it has to do with.
        tracks: Vec<TrackCard>,
        /// Its documents, by what they are.
        documents: Vec<DocumentGroupView<'a>>,
        /// The commitments that stand in its documents, by meeting.
        recorded: Vec<CommitmentCard>,
        /// The commitments that are assessed by its documents, by meeting.
        assessed: Vec<CommitmentCard>,
        /// The event before.
        previous: Option<EventCard>,
        /// The event after.
        next: Option<EventCard>,
        /// How to cite the event.
        citation: CitationView<'a>,
    }
}

impl PageTemplate for EventPage<'_> {
    const TEMPLATE: &'static str = "event.html";
}

impl LanguageContext<'_> {
    pub(super) fn event(&self, id: Id<Event>, page: &PlannedPage) -> PageContent<'_> {
        let event = &self.site.events[id];
        // They are in the order of their days.
        let (at, length) = (id.index(), self.site.events.len());
        let neighbour =
            |at: Option<usize>| at.filter(|at| *at < length).map(|at| self.cards.events[at].clone());
        self.event_head(id, page).with(EventPage {
            event: self.cards.events[at].clone(),
            tracks: pick(&self.cards.tracks, &event.tracks),
            documents: self.by_kind(&event.documents),
            recorded: pick(&self.cards.commitments, &event.recorded),
            assessed: pick(&self.cards.commitments, &event.assessed),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(at.checked_add(1)),
            citation: self.cite_event(id, page),
        })
    }

    fn event_head(&self, id: Id<Event>, page: &PlannedPage) -> PageHead<'_> {
        let event = &self.site.events[id];
        PageHead {
            description: self.description(event.summary.as_ref()),
            structured: self.about(page, || self.event_node(event, page)),
            ..self.head_of_record(&event.title, ListKind::Events)
        }
    }

    fn event_node(&self, event: &Event, page: &PlannedPage) -> Node {
        let place = |place| Node::new("Place", [("name", Some(self.plain(place)))]);
        Node::new(
            "Event",
            [
                ("@id", self.fragment(&page.address, "event")),
                ("url", self.url(&page.address)),
                ("name", Some(self.plain(&event.title))),
                ("description", self.own(event.summary.as_ref())),
                ("startDate", Some(event.date.start().to_string().into())),
                ("endDate", Some(event.date.end().to_string().into())),
                ("location", event.place.as_ref().map(|it| place(it).into())),
            ],
        )
    }
}
