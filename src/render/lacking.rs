//! The parts of a record that one language lacks and the other has.

use crate::{
    lang::Lang,
    model::{Body, Meeting, Page, Text},
    site::Site,
};

/// The words of the parts, as in the keys of strings; of a meeting without a file in the language, none.
pub(super) fn of_meeting(site: &Site, meeting: &Meeting, lang: Lang) -> Vec<&'static str> {
    let lacks = |text: Option<&Text>| text.is_some_and(|text| !text.is_empty() && text.get(lang).is_none());
    let heads = || meeting.delegations.iter().flat_map(|it| &it.heads);
    let commitments = || meeting.commitments.iter().map(|id| &site.commitments[*id]);
    let due = |text: &Option<crate::model::Due>| lacks(text.as_ref().and_then(|due| due.text.as_ref()));
    let parts = [
        ("title", lacks(Some(&meeting.title))),
        ("summary", lacks(meeting.summary.as_ref())),
        ("place", lacks(meeting.place.as_ref())),
        ("roles", heads().any(|head| lacks(head.role.as_ref()))),
        ("commitments", commitments().any(|it| lacks(Some(&it.text)))),
        ("due", commitments().any(|it| due(&it.due))),
        ("assessments", commitments().flat_map(|it| &it.assessments).any(|it| lacks(it.note.as_ref()))),
        ("corrections", meeting.corrections.iter().any(|it| lacks(Some(&it.note)))),
    ];
    of(&meeting.bodies, lang, &parts)
}

/// The same of a page.
pub(super) fn of_page(page: &Page, lang: Lang) -> Vec<&'static str> {
    let lacks = |text: Option<&Text>| text.is_some_and(|text| !text.is_empty() && text.get(lang).is_none());
    let parts = [("title", lacks(Some(&page.title))), ("summary", lacks(page.summary.as_ref()))];
    of(&page.bodies, lang, &parts)
}

fn of(bodies: &[Option<Body>; 2], lang: Lang, parts: &[(&'static str, bool)]) -> Vec<&'static str> {
    let [Some(own), Some(other)] = [lang, lang.other()].map(|lang| bodies[lang.index()].as_ref()) else {
        return Vec::new();
    };
    let lacks_text = own.units.is_empty() && !other.units.is_empty();
    let missing = parts.iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| *part);
    missing.chain(lacks_text.then_some("text")).collect()
}
