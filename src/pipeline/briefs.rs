//! Briefs: what a checked archive has for those who prepare a meeting.

use std::io;

use crate::{
    config::Options,
    desk::brief::{self, BriefFormat},
    diagnostic::{Diagnostic, Sources, did_you_mean},
    lang::{Lang, PerLang},
};

/// Why no brief was made.
pub enum BriefError {
    /// The archive has errors.
    Content(Vec<Diagnostic>, Sources),
    /// No meeting has this id, among those that may be shown; perhaps that of another is meant.
    UnknownMeeting(Option<String>),
    /// There is no meeting that was held or is to come.
    NoMeeting,
    /// The library that writes documents failed.
    Unwritable,
    /// The content folder cannot be read at all.
    Unreadable(io::Error),
}

/// The brief for a meeting, by its id, or for the next one: its bytes, and the id of the meeting.
///
/// # Errors
///
/// [`BriefError`].
pub fn make_brief(
    options: &Options,
    meeting: Option<&str>,
    langs: &[Lang],
    format: BriefFormat,
) -> Result<(Vec<u8>, String), BriefError> {
    let checked = super::check(options).map_err(BriefError::Unreadable)?;
    let site = &checked.site;
    let Some(look) = checked.look.as_ref().filter(|_| checked.is_publishable(options.strict)) else {
        return Err(BriefError::Content(checked.diagnostics, checked.sources));
    };
    let shown = || site.meetings.iter().filter(|(_, meeting)| !meeting.is_withdrawn());
    let id = match meeting {
        Some(name) => shown().find(|(_, it)| it.id == name).map(|(id, _)| id).ok_or_else(|| {
            let near = did_you_mean(name, shown().map(|(_, meeting)| meeting.id.as_str()));
            BriefError::UnknownMeeting(near.map(str::to_owned))
        })?,
        None => brief::default_meeting(site).ok_or(BriefError::NoMeeting)?,
    };
    let strings = PerLang::of(|lang| look.renderer.theme().strings(lang));
    let brief = brief::brief(site, strings, id, langs);
    let bytes = brief::written(&brief, format).ok_or(BriefError::Unwritable)?;
    Ok((bytes, site.meetings[id].id.clone()))
}
