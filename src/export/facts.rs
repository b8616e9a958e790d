//! What every file for machines tells of a record: how it is named, where it stands, when it last changed.

use crate::{
    id::Id,
    lang::Date,
    link::Site,
    model::{Commitment, Meeting, UnitKind},
};

/// The reference by which a commitment is named elsewhere: `meeting/commitment`.
pub(super) fn reference(site: &Site, id: Id<Commitment>) -> String {
    let commitment = &site.commitments[id];
    format!("{}/{}", site.meetings[commitment.meeting].id, commitment.id)
}

/// The last day that a meeting's record tells of: its end, or a later correction or assessment.
pub(super) fn meeting_updated(site: &Site, meeting: &Meeting) -> Date {
    let commitments = meeting.commitments.iter().map(|id| commitment_updated(site, *id));
    commitments.fold(corrected(meeting), Date::max)
}

/// The last day that a commitment's record tells of.
pub(super) fn commitment_updated(site: &Site, id: Id<Commitment>) -> Date {
    let commitment = &site.commitments[id];
    let assessments = commitment.assessments.iter().map(|it| it.date);
    assessments.fold(corrected(&site.meetings[commitment.meeting]), Date::max)
}

fn corrected(meeting: &Meeting) -> Date {
    meeting.corrections.iter().map(|it| it.date).fold(meeting.date.end(), Date::max)
}

/// The text of a unit of notes: of code as it is, of others in one line.
pub(super) fn unit_text(kind: UnitKind, text: &str) -> String {
    if kind == UnitKind::Code { text.to_owned() } else { one_line(text) }
}

/// The text in one line: where lines were broken and how cells were set apart is no part of it.
pub(super) fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
