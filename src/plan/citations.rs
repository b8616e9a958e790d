//! How records are cited, in files that reference managers open: one of each format for a meeting with its commitments, and
//! for an event.

use super::{
    addresses::{meeting_address, record_address},
    lists::ListKind,
};
use crate::{
    id::Id,
    lang::Lang,
    model::{Event, Meeting},
    site::Site,
};

/// A file of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitationFile {
    /// What it says how to cite.
    pub of: CitedThing,
    /// The format.
    pub format: CitationFormat,
}

/// What a file of citations is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitedThing {
    /// A meeting, and each of its commitments.
    Meeting(Id<Meeting>),
    /// An event.
    Event(Id<Event>),
}

/// A format of reference managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationFormat {
    /// BibTeX, with the further fields of BibLaTeX.
    BibTex,
    /// RIS.
    Ris,
    /// JSON of the Citation Style Language.
    CslJson,
}

impl CitationFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::BibTex, Self::Ris, Self::CslJson];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }

    /// The name of a file of it.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::BibTex => "cite.bib",
            Self::Ris => "cite.ris",
            Self::CslJson => "cite.json",
        }
    }
}

/// The files of a site, with the address of each in a language. What is withdrawn is not cited.
pub(super) fn citations(site: &Site, lang: Lang) -> impl Iterator<Item = (String, CitationFile)> {
    let meetings = site.meetings.iter().filter(|(_, meeting)| !meeting.is_withdrawn());
    let meetings = meetings.map(move |(id, it)| (meeting_address(it, lang), CitedThing::Meeting(id)));
    let events = site.events.iter();
    let events =
        events.map(move |(id, it)| (record_address(ListKind::Events, &it.id, lang), CitedThing::Event(id)));
    meetings.chain(events).flat_map(|(folder, of)| {
        let file =
            move |format: CitationFormat| (folder.clone() + format.file(), CitationFile { of, format });
        CitationFormat::ALL.into_iter().map(file)
    })
}
