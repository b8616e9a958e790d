//! A dialogue of several: its meetings, in time and by tracks, and what they set down.

use std::iter;

use crate::{
    id::Id,
    model::Dialogue,
    plan::{ListKind, PictureFile, PlannedPage, TimelineRecord, picture_address, record_address},
    render::{
        cards::{MeetingCard, pick},
        context::LanguageContext,
        dialogues::DialogueView,
        groups::{MeetingGroupView, newest_part},
        head::{PageContent, PageHead, Title, TrailStep},
        json_ld::{Node, Value},
        matrix::MatrixView,
        timeline_picture::{PICTURED, TimelineView},
        view::{PageTemplate, view},
    },
};

view! {
    /// A dialogue.
    struct DialoguePage<'a> {
        /// The dialogue.
        dialogue: DialogueView<'a>,
        /// Its meetings in time, as a picture; only on the first page, and none of a single meeting.
        picture: Option<TimelineView>,
        /// Its meetings, the newest first.
        meetings: Vec<MeetingCard>,
        /// The same by tracks: those of the dialogue.
        matrix: MatrixView,
        /// Its commitments by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl PageTemplate for DialoguePage<'_> {
    const TEMPLATE: &'static str = "dialogue.html";
}

impl LanguageContext<'_> {
    pub(super) fn dialogue(&self, id: Id<Dialogue>, page: &PlannedPage) -> PageContent<'_> {
        let meetings = &self.site.dialogues[id].meetings;
        let newest: Vec<_> = newest_part(meetings, page).copied().collect();
        let cards = &self.cards.meetings_of_dialogue;
        let is_first = page.number == 1;
        self.dialogue_head(id, page).with(DialoguePage {
            dialogue: self.dialogue_view(id),
            picture: is_first.then(|| self.timeline_of_dialogue(id)).flatten(),
            meetings: pick(cards, &newest),
            matrix: self.matrix_of(cards, &newest, &self.lists.tracks_of_dialogue[id.index()]),
            groups: self.groups_of(cards, &self.lists.of_dialogue[id.index()], page),
        })
    }

    /// The picture of the newest meetings of a dialogue.
    pub(super) fn timeline_of_dialogue(&self, id: Id<Dialogue>) -> Option<TimelineView> {
        let meetings = self.site.dialogues[id].meetings.iter();
        let in_time: Vec<_> = meetings.copied().map(TimelineRecord::Meeting).collect();
        let file = picture_address(self.site, PictureFile::Dialogue(id), self.lang);
        Some(TimelineView { file: Some(file), ..self.timeline_picture(&in_time, PICTURED)? })
    }

    fn dialogue_head(&self, id: Id<Dialogue>, page: &PlannedPage) -> PageHead<'_> {
        let site = self.site;
        let dialogue = &site.dialogues[id];
        let head = self.head_of_record(&dialogue.title, ListKind::Dialogues);
        let mut above: Vec<_> =
            iter::successors(dialogue.part_of, |id| site.dialogues[*id].part_of).collect();
        above.reverse();
        let above = above.into_iter().map(|id| {
            let whole = &site.dialogues[id];
            let url = record_address(ListKind::Dialogues, &whole.id, self.lang);
            TrailStep { title: Title::Of(&whole.title), url }
        });
        PageHead {
            description: self.description(dialogue.summary.as_ref()),
            structured: self.about(page, || self.whole_dialogue(id)),
            trail: head.trail.into_iter().chain(above).collect(),
            ..head
        }
    }

    fn whole_dialogue(&self, id: Id<Dialogue>) -> Node {
        let today = self.site.config.as_of;
        let dialogue = &self.site.dialogues[id];
        let mut node = self.dialogue_node(id, today);
        let more = [
            ("alternateName", dialogue.abbreviation.clone().map(Value::from)),
            ("description", self.own(dialogue.summary.as_ref())),
            ("superEvent", dialogue.part_of.map(|whole| self.dialogue_node(whole, today).into())),
            ("organizer", Some(dialogue.parties.iter().map(|party| self.delegation_node(*party)).collect())),
        ];
        for (name, value) in more {
            if let Some(value) = value {
                node.add(name, value);
            }
        }
        node
    }
}
