//! What a page says of a translation whose ground has changed since.

use super::{
    context::LanguageContext,
    string_keys::{StringKeys, key, keys},
    text,
    view::{Html, view},
};
use crate::{
    id::Id,
    lang::PerLang,
    model::{Body, Commitment, Meeting, Page, Part, TranslationState},
    plan::{self, meeting_address},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] =
    &[key("outdated-notice"), keys("part-{}", &["title", "summary", "beginning", "gone"])];

view! {
    /// What a page says of a translation that is outdated.
    struct OutdatedView<'a> {
        /// That it was made from an earlier text.
        notice: &'a str,
        /// What has changed since; empty where that is not known.
        parts: Vec<ChangedPartView>,
    }
}

view! {
    /// A part of a text that has changed.
    struct ChangedPartView {
        /// What it is called.
        label: Html,
        /// Where it stands in the other language; nothing where it is there no more.
        url: Option<String>,
    }
}

impl LanguageContext<'_> {
    /// The notice on the page of a meeting.
    pub(super) fn outdated_meeting(&self, id: Id<Meeting>) -> Option<OutdatedView<'_>> {
        let meeting = &self.site.meetings[id];
        let address = meeting_address(meeting, self.lang.other());
        let parts = self.changed(&meeting.states)?.iter().map(|part| {
            let label = match part {
                Part::Commitment(id) => self.commitment_named(meeting, id),
                part => self.part_named(part, &meeting.bodies),
            };
            self.part(part, label, &address)
        });
        Some(self.notice(parts.collect()))
    }

    /// The notice on the page of a commitment: where its own text has changed or it is not known what has.
    pub(super) fn outdated_commitment(&self, id: Id<Commitment>) -> Option<OutdatedView<'_>> {
        let commitment = &self.site.commitments[id];
        let changed = self.changed(&self.site.meetings[commitment.meeting].states)?;
        let is_own = |part: &Part| matches!(part, Part::Commitment(name) if *name == commitment.id);
        (changed.is_empty() || changed.iter().any(is_own)).then(|| self.notice(Vec::new()))
    }

    /// The notice on a plain page.
    pub(super) fn outdated_page(&self, id: Id<Page>) -> Option<OutdatedView<'_>> {
        let page = &self.site.pages[id];
        let address = plan::address(self.lang.other(), &plan::plain_page_path(&page.id));
        let parts = self.changed(&page.states)?.iter();
        let parts = parts.map(|part| self.part(part, self.part_named(part, &page.bodies), &address));
        Some(self.notice(parts.collect()))
    }

    /// What has changed since the text in this language was made, if it is outdated; nothing where that is not known.
    fn changed<'s>(&self, states: &'s PerLang<TranslationState>) -> Option<&'s [Part]> {
        match &states[self.lang] {
            TranslationState::Outdated(changed) => Some(changed),
            _ => None,
        }
    }

    fn notice(&self, parts: Vec<ChangedPartView>) -> OutdatedView<'_> {
        OutdatedView { notice: self.strings.plain("outdated-notice"), parts }
    }

    /// A part with its name as HTML and its place in the other language; one without a name is there no more.
    fn part(&self, part: &Part, label: Option<String>, address: &str) -> ChangedPartView {
        let anchor = match part {
            Part::Commitment(id) => format!("#commitment-{id}"),
            Part::Section(anchor) if !anchor.is_empty() => format!("#{anchor}"),
            _ => String::new(),
        };
        let url = label.is_some().then(|| format!("{address}{anchor}"));
        let label = label.unwrap_or_else(|| self.said("part-gone"));
        ChangedPartView { label: Html::new(label), url }
    }

    /// What a part of a text is called, as HTML.
    fn part_named(&self, part: &Part, bodies: &PerLang<Option<Body>>) -> Option<String> {
        match part {
            Part::Title => Some(self.said("part-title")),
            Part::Summary => Some(self.said("part-summary")),
            Part::Section(anchor) if anchor.is_empty() => Some(self.said("part-beginning")),
            Part::Section(anchor) => self.heading(bodies, anchor),
            Part::Commitment(_) => None,
        }
    }

    fn said(&self, key: &str) -> String {
        text::escape(self.strings.plain(key))
    }

    /// The text of a commitment, as HTML.
    fn commitment_named(&self, meeting: &Meeting, id: &str) -> Option<String> {
        let mut commitments = meeting.commitments.iter().map(|id| &self.site.commitments[*id]);
        commitments
            .find(|commitment| commitment.id == id)
            .map(|it| text::markup(it.facts.name(), self.lang, self.strings))
    }

    /// The heading with an anchor, as HTML: in this language or, where it has none there, in the other.
    fn heading(&self, bodies: &PerLang<Option<Body>>, anchor: &str) -> Option<String> {
        [self.lang, self.lang.other()].into_iter().find_map(|lang| {
            let headings = &bodies[lang].as_ref()?.headings;
            let heading = headings.iter().find(|heading| heading.id.as_ref() == anchor)?;
            let shown = text::escape(&heading.text);
            let is_own = lang == self.lang;
            Some(if is_own { shown } else { text::in_other(&shown, self.lang, lang, self.strings) })
        })
    }
}
