//! Dialogues as pages show them, and the links from what all of them share to what each has of it.

use super::{
    cards::{DelegationCard, LinkView, pick},
    context::LanguageContext,
    former_names::FormerView,
    json_ld::Node,
    string_keys::{StringKeys, key},
    text,
    view::{Html, view},
};
use crate::{
    id::Id,
    lang::Date,
    model::{Dialogue, Meeting},
    plan::{self, ListKind},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] =
    &[key("count-meetings"), key("number-of-meeting"), key("number-in-dialogue")];

view! {
    /// A dialogue.
    struct DialogueView<'a> {
        /// The address of its page, where the site has several dialogues.
        url: Option<String>,
        /// Its title.
        title: Html,
        /// Its abbreviation.
        abbreviation: Option<&'a str>,
        /// What it is about.
        summary: Option<Html>,
        /// The titles it had before.
        former: Vec<FormerView>,
        /// How many meetings it has, in words.
        meetings_text: String,
        /// Its two parties.
        parties: Vec<DelegationCard>,
        /// The dialogue that it is a part of.
        part_of: Option<LinkView>,
        /// The dialogues that are a part of it.
        parts: Vec<LinkView>,
    }
}

/// What the page of a dialogue has of a list that all dialogues share.
#[derive(Clone, Copy)]
pub(super) enum DialogueSection {
    Meetings,
    Commitments,
    Matrix,
    Timeline,
}

impl LanguageContext<'_> {
    pub(super) fn dialogue_view(&self, id: Id<Dialogue>) -> DialogueView<'_> {
        let dialogue = &self.site.dialogues[id];
        DialogueView {
            url: self.dialogue_url(id),
            title: text::html(&dialogue.title, self.lang, self.strings),
            abbreviation: dialogue.abbreviation.as_deref(),
            summary: dialogue.summary.as_ref().map(|it| text::html(it, self.lang, self.strings)),
            former: self.former(&dialogue.names),
            meetings_text: self.strings.count("count-meetings", self.held(&dialogue.meetings)),
            parties: pick(&self.cards.delegations, &dialogue.parties),
            part_of: dialogue.part_of.map(|whole| self.dialogue_link(whole, "")),
            parts: dialogue.parts.iter().map(|part| self.dialogue_link(*part, "")).collect(),
        }
    }

    /// The address of a dialogue's page, where the site has several.
    pub(super) fn dialogue_url(&self, id: Id<Dialogue>) -> Option<String> {
        let dialogue = &self.site.dialogues[id];
        let has_page = self.site.has_several_dialogues();
        has_page.then(|| plan::record_address(ListKind::Dialogues, &dialogue.id, self.lang))
    }

    /// The dialogues of a site that has several.
    pub(super) fn dialogue_links(&self) -> Vec<LinkView> {
        let several = self.site.dialogues.ids().filter(|_| self.site.has_several_dialogues());
        several.map(|id| self.dialogue_link(id, "")).collect()
    }

    /// For each of several dialogues that has a meeting, what its page has of a list.
    pub(super) fn by_dialogue(&self, section: DialogueSection) -> Vec<LinkView> {
        let several = self.site.dialogues.iter().filter(|_| self.site.has_several_dialogues());
        let with_meetings = several.filter(|(_, dialogue)| !dialogue.meetings.is_empty());
        with_meetings.map(|(id, dialogue)| self.dialogue_link(id, anchor(section, dialogue))).collect()
    }

    fn dialogue_link(&self, id: Id<Dialogue>, anchor: &str) -> LinkView {
        let dialogue = &self.site.dialogues[id];
        LinkView {
            url: plan::record_address(ListKind::Dialogues, &dialogue.id, self.lang) + anchor,
            title: text::html(&dialogue.title, self.lang, self.strings),
        }
    }

    /// What a meeting's dialogue is called in a sentence.
    pub(super) fn short_dialogue(&self, meeting: &Meeting) -> String {
        let dialogue = &self.site.dialogues[meeting.facts.dialogue];
        text::plain(&dialogue.short_title_on(meeting.facts.date.first_day()), self.lang)
    }

    /// Which meeting of which dialogue it is, in plain text, where there are several.
    pub(super) fn number_in_dialogue(&self, meeting: &Meeting) -> Option<String> {
        let dialogue = self.site.has_several_dialogues().then(|| self.short_dialogue(meeting))?;
        let Some(n) = meeting.facts.number else { return Some(dialogue) };
        let number = self.strings.get("number-of-meeting", &[("n", n.into())]);
        let args = [("dialogue", dialogue.into()), ("number", number.into())];
        Some(self.strings.get("number-in-dialogue", &args))
    }

    /// How many of these meetings are not still to come.
    fn held(&self, meetings: &[Id<Meeting>]) -> usize {
        meetings.iter().filter(|id| !self.site.meetings[**id].is_planned).count()
    }

    /// A dialogue under its title on a day, for search engines.
    pub(super) fn dialogue_node(&self, id: Id<Dialogue>, day: Date) -> Node {
        let address = self.dialogue_url(id);
        let of_page = |address: &String| self.fragment(address, "dialogue");
        let name = self.plain(self.site.dialogues[id].title_on(day));
        let properties = [
            ("@id", address.as_ref().and_then(of_page)),
            ("url", address.as_ref().and_then(|address| self.url(address))),
            ("name", Some(name)),
        ];
        Node::new("EventSeries", properties)
    }
}

/// The anchor of a section. A single meeting makes no picture, and its list is its timeline.
fn anchor(section: DialogueSection, dialogue: &Dialogue) -> &'static str {
    match section {
        DialogueSection::Timeline if dialogue.meetings.len() > 1 => "#_timeline",
        DialogueSection::Timeline | DialogueSection::Meetings => "#_meetings",
        DialogueSection::Commitments => "#_commitments",
        DialogueSection::Matrix => "#_matrix",
    }
}
