//! Which records there are in which language.

use crate::{
    id::Id,
    lang::{Lang, PerLang},
    model::{Meeting, Page, TranslationState},
    plan::published,
    site::Site,
};

/// The states of the page: those of texts, and that of a record of which other parts are there.
pub(in crate::render) const STATES: [&str; 7] =
    ["current", "outdated", "unstamped", "partial", "missing", "summary", "not-translated"];

/// What all parts of the page are made from.
pub(in crate::render) struct Coverage {
    /// The meetings, the newest first, and then the pages.
    pub(in crate::render) lines: Vec<CoverageLine>,
    /// How many records are in each state.
    pub(in crate::render) totals: [PerLang<usize>; STATES.len()],
    /// How many rows of notes could not be paired.
    pub(in crate::render) unpaired: usize,
}

/// What the page says of a record.
pub(in crate::render) struct CoverageLine {
    /// Of each language, as the keys of strings have it.
    pub(in crate::render) states: PerLang<&'static str>,
    /// How many rows of its notes could not be paired, if they were set against each other.
    pub(in crate::render) unpaired: Option<usize>,
    pub(in crate::render) record: CoveredRecord,
}

/// A record of the page.
pub(in crate::render) enum CoveredRecord {
    Meeting(Id<Meeting>),
    Page(Id<Page>),
}

impl Coverage {
    pub(in crate::render) fn new(site: &Site) -> Self {
        let meetings = published(site).rev().map(|id| {
            let meeting = &site.meetings[id];
            let unpaired = meeting.alignment.as_ref().map(|alignment| alignment.unpaired().count());
            CoverageLine {
                states: states(&meeting.states, |lang| has_parts(site, meeting, lang)),
                unpaired,
                record: CoveredRecord::Meeting(id),
            }
        });
        let pages = site.pages.iter().filter(|(_, page)| !page.is_withdrawn).map(|(id, page)| CoverageLine {
            states: states(&page.states, |lang| page.title.get(lang).is_some()),
            unpaired: None,
            record: CoveredRecord::Page(id),
        });
        let lines: Vec<_> = meetings.chain(pages).collect();
        let count =
            |state| PerLang::of(|lang| lines.iter().filter(|line| line.states[lang] == state).count());
        let (totals, unpaired) = (STATES.map(count), lines.iter().filter_map(|line| line.unpaired).sum());
        Self { lines, totals, unpaired }
    }
}

/// Whether something of a meeting is there in a language, beside its text.
fn has_parts(site: &Site, meeting: &Meeting, lang: Lang) -> bool {
    let mut commitments = meeting.commitments.iter().map(|id| &site.commitments[*id]);
    meeting.facts.title.get(lang).is_some() || commitments.any(|it| it.facts.text.get(lang).is_some())
}

/// The states of a record in each language, by what is there where the text is missing.
fn states(states: &PerLang<TranslationState>, has_parts: impl Fn(Lang) -> bool) -> PerLang<&'static str> {
    PerLang::of(|lang| match &states[lang] {
        TranslationState::Missing if has_parts(lang) => "partial",
        state => state.name(),
    })
}
