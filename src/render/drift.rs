//! What a page says of a translation whose ground has changed since.

use tera::{Map, Value};

use super::{Shelf, text, values};
use crate::{
    id::Id,
    lang::ruby,
    model::{Body, Commitment, Meeting, Page, Part, TranslationState},
};

/// An outdated translation: what has changed since, where that is known.
struct Drift<'s> {
    changed: Option<&'s [Part]>,
}

impl Shelf<'_> {
    /// The notice on the page of a meeting.
    pub(super) fn outdated_meeting(&self, id: Id<Meeting>) -> Option<Value> {
        let meeting = &self.site.meetings[id];
        let address = format!("{}/meetings/{}/", self.lang.other().code(), meeting.id);
        let drift = self.drift(&meeting.states)?;
        Some(self.outdated(&drift, &address, &meeting.bodies, |part| self.commitment_named(meeting, part)))
    }

    /// The notice on the page of a commitment: where its own text has changed or it is not known what has.
    pub(super) fn outdated_commitment(&self, id: Id<Commitment>) -> Option<Value> {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        let drift = self.drift(&meeting.states)?;
        let is_own = |part: &Part| matches!(part, Part::Commitment(name) if *name == commitment.id);
        let concerns = drift.changed.is_none_or(|parts| parts.iter().any(is_own));
        concerns.then(|| self.outdated(&Drift { changed: None }, "", &[None, None], |_| None))
    }

    /// The notice on a plain page.
    pub(super) fn outdated_page(&self, id: Id<Page>) -> Option<Value> {
        let page = &self.site.pages[id];
        let address = format!("{}/pages/{}/", self.lang.other().code(), page.id);
        Some(self.outdated(&self.drift(&page.states)?, &address, &page.bodies, |_| None))
    }

    /// How the text in this language is outdated, if it is.
    fn drift<'s>(&self, states: &'s [TranslationState; 2]) -> Option<Drift<'s>> {
        match &states[self.lang.index()] {
            TranslationState::Outdated(changed) => Some(Drift { changed: changed.as_deref() }),
            _ => None,
        }
    }

    fn outdated(
        &self,
        drift: &Drift<'_>,
        address: &str,
        bodies: &[Option<Body>; 2],
        commitment: impl Fn(&str) -> Option<String>,
    ) -> Value {
        let parts = drift.changed.unwrap_or_default().iter().map(|part| {
            let (label, anchor) = match part {
                Part::Title => (Some(self.said("part-title")), String::new()),
                Part::Summary => (Some(self.said("part-summary")), String::new()),
                Part::Commitment(id) => (commitment(id), format!("#commitment-{id}")),
                Part::Section(anchor) if anchor.is_empty() => {
                    (Some(self.said("part-beginning")), String::new())
                }
                Part::Section(anchor) => (self.heading(bodies, anchor), format!("#{anchor}")),
            };
            match label {
                Some(label) => part_value(&label, Some(format!("{address}{anchor}"))),
                None => part_value(&self.said("part-gone"), None),
            }
        });
        let parts: Vec<Value> = parts.collect();
        values! { notice: self.strings.plain("outdated-notice"), parts: parts }.into()
    }

    fn said(&self, key: &str) -> String {
        text::escape(&self.strings.plain(key))
    }

    /// The text of a commitment, as HTML.
    fn commitment_named(&self, meeting: &Meeting, id: &str) -> Option<String> {
        let mut commitments = meeting.commitments.iter().map(|id| &self.site.commitments[*id]);
        commitments.find(|commitment| commitment.id == id).map(|it| text::markup(&it.text, self.lang))
    }

    /// The heading with an anchor, as HTML: in this language or, where it has none there, in the other.
    fn heading(&self, bodies: &[Option<Body>; 2], anchor: &str) -> Option<String> {
        [self.lang, self.lang.other()].into_iter().find_map(|lang| {
            let headings = &bodies[lang.index()].as_ref()?.headings;
            let heading = headings.iter().find(|heading| heading.id.as_ref() == anchor)?;
            let shown = text::escape(&ruby::plain(&heading.text));
            let is_own = lang == self.lang;
            Some(if is_own { shown } else { format!("<span lang=\"{}\">{shown}</span>", lang.code()) })
        })
    }
}

fn part_value(label: &str, url: Option<String>) -> Value {
    let part: Map = values! { label: Value::safe_string(label), url: url };
    part.into()
}
