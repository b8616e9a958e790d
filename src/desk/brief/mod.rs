//! What both sides said last, for those who prepare a meeting: by track, with what is open, due and changed, and who came.

mod blocks;
mod docx_file;
mod format;
mod html_file;
mod markdown_file;
mod people;
mod records;
mod sections;
mod tracks;
mod words;

pub use blocks::{Brief, BriefBlock, BriefPart, Cell};
pub use format::BriefFormat;

use crate::{
    id::Id,
    lang::{Lang, PerLang},
    model::Meeting,
    site::Site,
    theme::Strings,
};

/// The meeting that is prepared where none is named: the first that is still to come or, where none is, the newest.
#[must_use]
pub fn default_meeting(site: &Site) -> Option<Id<Meeting>> {
    let planned = site.meetings.iter().find(|(_, meeting)| meeting.is_planned && !meeting.is_withdrawn());
    let newest = || site.meetings.iter().rfind(|(_, meeting)| meeting.is_held());
    planned.or_else(newest).map(|(id, _)| id)
}

/// The brief for a meeting, in these languages. One for a meeting that was held goes up to that meeting.
#[must_use]
pub fn brief(site: &Site, strings: PerLang<&Strings>, meeting: Id<Meeting>, langs: &[Lang]) -> Brief {
    let parts = langs.iter().map(|lang| sections::part(site, strings[*lang], meeting, *lang));
    Brief { parts: parts.collect() }
}

/// A brief as a file: its bytes. `None` if the library that writes it fails.
#[must_use]
pub fn written(brief: &Brief, format: BriefFormat) -> Option<Vec<u8>> {
    match format {
        BriefFormat::Docx => docx_file::written(brief),
        BriefFormat::Html => Some(html_file::written(brief).into_bytes()),
        BriefFormat::Markdown => Some(markdown_file::written(brief).into_bytes()),
    }
}
