//! A meeting with its notes.

use crate::{
    id::Id,
    model::{
        Body, Capacity, Commitment, Document, DocumentOwner, Meeting, Mode, Participation, Piece, Target,
        Track,
    },
    plan::{PlannedPage, meeting_address, parallel_address},
    render::{
        body::HeadingView,
        cards::{CommitmentCard, DelegationCard, DocumentCard, MeetingCard, PersonCard, TrackCard, pick},
        citation::CitationView,
        context::LanguageContext,
        corrections::CorrectionView,
        documents::DocumentGroupView,
        drift::OutdatedView,
        head::{PageContent, PageHead},
        json_ld::{Node, Value},
        mentions::{Mentions, NameView},
        string_keys::{StringKeys, key, keys},
        text,
        versions::VersionView,
        view::{Html, PageTemplate, view},
    },
    theme::level_key,
};

view! {
    /// A meeting with its notes.
    struct MeetingPage<'a> {
        /// The meeting.
        meeting: MeetingCard,
        /// How it was held, in words: in person, online or both.
        mode: Option<&'a str>,
        /// The level of those who met.
        level: Option<Html>,
        /// The name of the delegation that was the host.
        host: Option<Html>,
        /// The delegations that took part.
        participations: Vec<ParticipationView<'a>>,
        /// How many people and organizations the list of them names, in words, where there are too many to read past.
        named: Option<String>,
        /// The headings of the notes.
        contents: Vec<HeadingView<'a>>,
        /// The notes.
        body: Option<Html>,
        /// Whether texts are missing in the page's language, so that the page shows those of the other.
        fallback: bool,
        /// What the page says of that: of the whole record, or of the part that is missing.
        fallback_notice: Option<&'a str>,
        /// What the page says where its translation is outdated.
        outdated: Option<OutdatedView<'a>>,
        /// The address of the parallel page.
        parallel: Option<String>,
        /// The code of the language of the notes.
        body_lang: &'static str,
        /// What kind of text the notes are; of a meeting that is planned and has none, nothing.
        version: Option<VersionView<'a>>,
        /// The commitments, by track.
        tracks: Vec<TrackGroupView>,
        /// Tracks that were talked about with nothing recorded.
        discussed: Vec<TrackCard>,
        /// The documents of the meeting, by what they are.
        documents: Vec<DocumentGroupView<'a>>,
        /// Documents of other meetings that this one rests on or names.
        cited: Vec<DocumentCard>,
        /// The same of events.
        cited_of_events: Vec<DocumentCard>,
        /// What was corrected after publication.
        corrections: Vec<CorrectionView>,
        /// The meeting before.
        previous: Option<MeetingCard>,
        /// The meeting after.
        next: Option<MeetingCard>,
        /// What the meetings before and after are called.
        order: MeetingOrderView,
        /// The dialogue.
        dialogue: MeetingDialogueView,
        /// How to cite the meeting.
        citation: CitationView<'a>,
    }
}

impl PageTemplate for MeetingPage<'_> {
    const TEMPLATE: &'static str = "meeting.html";
    const STRINGS: &'static [StringKeys] = &[
        keys("mode-{}", Mode::NAMES),
        keys("capacity-{}", Capacity::NAMES),
        keys("{}", ORDER),
        keys("{}-of-dialogue", ORDER),
        key("participants-named"),
    ];
}

/// How many people and organizations are listed before the list is folded.
const FOLDED: usize = 12;

/// What the meetings before and after are called: both, and each as it was held and as it is planned.
const ORDER: &[&str; 5] = &[
    "meeting-order",
    "previous-meeting",
    "next-meeting",
    "previous-meeting-planned",
    "next-meeting-planned",
];

view! {
    /// The way a delegation took part in a meeting.
    struct ParticipationView<'a> {
        /// The delegation.
        delegation: DelegationCard,
        /// Its heads.
        heads: Vec<HeadView<'a>>,
        /// Its organizations, under the names they had then.
        organizations: Vec<NameView<'a>>,
        /// Its other people.
        people: Vec<PersonCard>,
        /// Whether there were others whom the source does not name.
        others: bool,
    }
}

view! {
    /// The head of a delegation.
    struct HeadView<'a> {
        /// The person.
        person: PersonCard,
        /// The office, as published.
        role: Option<Html>,
        /// In what capacity, in words: as a co-chair, or for somebody else.
        capacity: Option<&'a str>,
        /// Whether the person attended online.
        online: bool,
    }
}

view! {
    /// Commitments of a meeting in one track.
    struct TrackGroupView {
        /// The track.
        track: TrackCard,
        /// The commitments.
        commitments: Vec<CommitmentCard>,
    }
}

view! {
    /// The dialogue of a meeting.
    struct MeetingDialogueView {
        /// The title that it had then.
        title: Html,
        /// The address of its page, where the site has several dialogues.
        url: Option<String>,
    }
}

view! {
    /// What the meetings before and after are called, with their dialogue where the site has several.
    struct MeetingOrderView {
        /// Both.
        label: String,
        /// The one before.
        previous: String,
        /// The one after.
        next: String,
    }
}

impl LanguageContext<'_> {
    pub(super) fn meeting(&self, id: Id<Meeting>, page: &PlannedPage) -> PageContent<'_> {
        let meeting = &self.site.meetings[id];
        let card = self.cards.meetings[id.index()].clone();
        let corrections = self.corrections(&meeting.facts.corrections);
        if meeting.is_withdrawn() {
            return self.withdrawn(id, page);
        }
        let day = meeting.facts.date.first_day();
        let shown = self.shown(&meeting.bodies);
        let body_lang = shown.map_or(self.lang, |(lang, _)| lang);
        // The notes name an organization in full the first time; the list of who took part always does.
        let (mentions, listed) = (Mentions::default(), Mentions::default());
        let participations = meeting
            .facts
            .delegations
            .iter()
            .map(|there| self.participation(there, meeting, &listed))
            .collect();
        let neighbour = |id: Option<Id<Meeting>>| id.map(|id| self.cards.meetings[id.index()].clone());
        let dialogue = &self.site.dialogues[meeting.facts.dialogue];
        let is_of_meeting =
            |id: &Id<Document>| matches!(self.site.documents[*id].owner, DocumentOwner::Meeting(_));
        let cited = self.cited(meeting, shown.map(|(_, body)| body));
        let (cited, cited_of_events): (Vec<_>, Vec<_>) = cited.into_iter().partition(is_of_meeting);
        self.meeting_head(id, page).with(MeetingPage {
            meeting: card,
            mode: meeting.facts.mode.map(|mode| self.strings.plain(&format!("mode-{}", mode.name()))),
            level: meeting.facts.level.as_deref().map(|id| self.level(id)),
            host: meeting
                .facts
                .host
                .map(|host| text::html(&self.site.delegations[host].name, self.lang, self.strings)),
            participations,
            named: self.named(meeting),
            contents: shown.map(|(_, body)| Self::contents(body)).unwrap_or_default(),
            body: shown
                .filter(|(_, body)| !body.pieces.is_empty())
                .map(|(lang, body)| self.body_of(lang, body, Some(day), &mentions)),
            fallback: !meeting.has(self.lang) || body_lang != self.lang,
            fallback_notice: self.fallback_notice(&meeting.bodies, body_lang, "text"),
            outdated: self.outdated_meeting(id),
            parallel: meeting.has_parallel().then(|| parallel_address(meeting, self.lang)),
            body_lang: body_lang.code(),
            version: (!meeting.is_only_planned()).then(|| self.version(&meeting.versions[body_lang])),
            tracks: self.by_track(&meeting.commitments),
            discussed: pick(&self.cards.tracks, &meeting.facts.discussed),
            documents: self.by_kind(&meeting.documents),
            cited: pick(&self.cards.documents, &cited),
            cited_of_events: pick(&self.cards.documents, &cited_of_events),
            corrections,
            previous: neighbour(meeting.previous),
            next: neighbour(meeting.next),
            order: self.meeting_order(meeting),
            dialogue: MeetingDialogueView {
                title: text::html(dialogue.title_on(day), self.lang, self.strings),
                url: self.dialogue_url(meeting.facts.dialogue),
            },
            citation: self.cite_meeting(id, page),
        })
    }

    fn meeting_head(&self, id: Id<Meeting>, page: &PlannedPage) -> PageHead<'_> {
        let meeting = &self.site.meetings[id];
        PageHead {
            description: self.description(meeting.facts.summary.as_ref()),
            structured: self.about(page, || self.meeting_node(id, page)),
            ..self.head_of_meeting(meeting)
        }
    }

    fn meeting_order(&self, meeting: &Meeting) -> MeetingOrderView {
        let dialogue = self.site.has_several_dialogues().then(|| self.short_dialogue(meeting));
        let label = |key: &str| match &dialogue {
            Some(dialogue) => {
                let args = [("dialogue", dialogue.as_str().into())];
                self.strings.get(&format!("{key}-of-dialogue"), &args)
            }
            None => self.strings.plain(key).to_owned(),
        };
        let is_planned = |id: Option<Id<Meeting>>| id.is_some_and(|id| self.site.meetings[id].is_planned);
        let [order, previous, next, previous_planned, next_planned] = ORDER;
        MeetingOrderView {
            label: label(order),
            previous: label(if is_planned(meeting.previous) { previous_planned } else { previous }),
            next: label(if is_planned(meeting.next) { next_planned } else { next }),
        }
    }

    /// A level in words: those of site.yaml or, where it has none, of the theme.
    fn level(&self, id: &str) -> Html {
        match self.site.config.levels.get(id) {
            Some(title) => text::html(title, self.lang, self.strings),
            None => Html::escaped(self.strings.plain(&level_key(id))),
        }
    }

    /// How many took part by name, where they are many.
    fn named(&self, meeting: &Meeting) -> Option<String> {
        let named = |it: &Participation| it.heads.len() + it.people.len() + it.organizations.len();
        let n = meeting.facts.delegations.iter().map(named).sum();
        (n > FOLDED).then(|| self.strings.count("participants-named", n))
    }

    fn participation(
        &self,
        there: &Participation,
        meeting: &Meeting,
        mentions: &Mentions,
    ) -> ParticipationView<'_> {
        let heads = there.heads.iter().map(|head| {
            let role = head.office.as_ref().map(|role| text::html(role, self.lang, self.strings));
            HeadView {
                person: self.cards.people[head.person.index()].clone(),
                role,
                capacity: head.capacity.map(|it| self.strings.plain(&format!("capacity-{}", it.name()))),
                online: head.online,
            }
        });
        let day = Some(meeting.facts.date.first_day());
        let organizations = there.organizations.iter().map(|id| self.mentioned(*id, day, mentions));
        ParticipationView {
            delegation: self.cards.delegations[there.delegation.index()].clone(),
            heads: heads.collect(),
            organizations: organizations.collect(),
            people: pick(&self.cards.people, &there.people),
            others: there.others,
        }
    }

    /// Commitments under each of their tracks, in the order of the tracks.
    fn by_track(&self, commitments: &[Id<Commitment>]) -> Vec<TrackGroupView> {
        let mut tracks: Vec<(Id<Track>, Vec<Id<Commitment>>)> = Vec::new();
        for &id in commitments {
            for track in &self.site.commitments[id].facts.tracks {
                match tracks.iter_mut().find(|(known, _)| known == track) {
                    Some((_, list)) => list.push(id),
                    None => tracks.push((*track, vec![id])),
                }
            }
        }
        tracks.sort_by_key(|(track, _)| *track);
        let groups = tracks.into_iter().map(|(track, commitments)| TrackGroupView {
            track: self.cards.tracks[track.index()].clone(),
            commitments: pick(&self.cards.commitments, &commitments),
        });
        groups.collect()
    }

    /// Documents of other meetings and of events that this one rests on or names.
    fn cited(&self, meeting: &Meeting, body: Option<&Body>) -> Vec<Id<Document>> {
        let sources = meeting.versions.iter().filter_map(|version| version.source);
        let commitments = meeting.commitments.iter().map(|id| &self.site.commitments[*id]);
        let judged = commitments.flat_map(|commitment| {
            commitment.assessments.iter().map(|it| it.source).chain(commitment.sources.iter().copied())
        });
        let named = body.into_iter().flat_map(|body| &body.pieces).filter_map(|piece| match piece {
            Piece::Open(Target::Document(id)) | Piece::Title(Target::Document(id)) => Some(*id),
            _ => None,
        });
        let mut cited: Vec<_> =
            sources.chain(judged).chain(named).filter(|id| !meeting.documents.contains(id)).collect();
        cited.sort_unstable();
        cited.dedup();
        cited
    }

    fn meeting_node(&self, id: Id<Meeting>, page: &PlannedPage) -> Node {
        let meeting = &self.site.meetings[id];
        let day = meeting.facts.date.first_day();
        let dialogue = self.dialogue_node(meeting.facts.dialogue, day);
        Node::new(
            "Event",
            [
                ("@id", self.fragment(&page.address, "event")),
                ("url", self.url(&page.address)),
                ("name", Some(self.plain(&meeting.facts.title))),
                ("description", self.own(meeting.facts.summary.as_ref())),
                ("startDate", Some(meeting.facts.date.start().to_string().into())),
                ("endDate", Some(meeting.facts.date.end().to_string().into())),
                ("eventAttendanceMode", meeting.facts.mode.map(attendance_mode)),
                ("location", self.location(meeting)),
                ("superEvent", Some(dialogue.into())),
                ("organizer", meeting.facts.host.map(|host| self.delegation_node(host).into())),
            ],
        )
    }

    /// The place, where one is stated. That a meeting was by video, too, is reported with the address of its page, which
    /// search engines ask of such a location: where the site does not know its own, it is left out.
    fn location(&self, meeting: &Meeting) -> Option<Value> {
        let name = meeting.facts.place.as_ref().map(|place| self.plain(place));
        let place = |name| Node::new("Place", [("name", Some(name))]);
        let online = |name| {
            let url = self.url(&meeting_address(meeting, self.lang))?;
            Some(Node::new("VirtualLocation", [("name", name), ("url", Some(url))]))
        };
        match meeting.facts.mode {
            Some(Mode::Virtual) => online(name).map(Value::from),
            Some(Mode::Hybrid) => match (name.map(place), online(None)) {
                (Some(place), Some(online)) => Some([place, online].into_iter().collect()),
                (place, online) => place.or(online).map(Value::from),
            },
            _ => name.map(|name| place(name).into()),
        }
    }
}

fn attendance_mode(mode: Mode) -> Value {
    let mode = match mode {
        Mode::InPerson => "Offline",
        Mode::Virtual => "Online",
        Mode::Hybrid => "Mixed",
    };
    format!("https://schema.org/{mode}EventAttendanceMode").into()
}
