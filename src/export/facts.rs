//! What every file for machines tells of a record: how it is named, where it stands, when it last changed.

use std::borrow::Cow;

use crate::{
    id::Id,
    lang::{Date, Lang},
    model::{Commitment, Meeting, Text, UnitKind},
    plan::published,
    site::Site,
};

/// The reference by which a commitment is named elsewhere: `meeting/commitment`.
pub(super) fn reference(site: &Site, id: Id<Commitment>) -> String {
    let commitment = &site.commitments[id];
    format!("{}/{}", site.meetings[commitment.meeting].id, commitment.id)
}

/// The title of a meeting among those of other dialogues: where there are any, it is followed by what its own is called.
pub(super) fn title_among_all<'a>(site: &Site, meeting: &'a Meeting) -> Cow<'a, Text> {
    let title = &meeting.facts.title;
    if !site.has_several_dialogues() {
        return Cow::Borrowed(title);
    }
    let dialogue = site.dialogues[meeting.facts.dialogue].short_title_on(meeting.facts.date.first_day());
    let both = |lang| match (title.get(lang)?, dialogue.get(lang)) {
        (title, Some(dialogue)) => Some(format!("{title} — {dialogue}")),
        (title, None) => Some(title.to_owned()),
    };
    Cow::Owned(
        Lang::ALL.into_iter().fold(Text::default(), |text, lang| text.with(lang, both(lang).as_deref())),
    )
}

/// The last day that a meeting's record tells of: its end, or a later correction or assessment.
pub(super) fn meeting_updated(site: &Site, meeting: &Meeting) -> Date {
    let commitments = meeting.commitments.iter().map(|id| commitment_updated(site, *id));
    commitments.fold(corrected(meeting), Date::max)
}

/// When what has no meeting was last changed, where something must be said.
pub(super) const NEVER: &str = "1970-01-01";

/// The last day that anything of the archive tells of, but for meetings that are still to come.
pub(super) fn last_change(site: &Site) -> Option<Date> {
    let held = published(site).map(|id| &site.meetings[id]).filter(|meeting| !meeting.is_planned);
    held.map(|meeting| meeting_updated(site, meeting)).max()
}

/// The last day that a commitment's record tells of.
pub(super) fn commitment_updated(site: &Site, id: Id<Commitment>) -> Date {
    let commitment = &site.commitments[id];
    let assessments = commitment.assessments.iter().map(|it| it.date);
    assessments.fold(corrected(&site.meetings[commitment.meeting]), Date::max)
}

fn corrected(meeting: &Meeting) -> Date {
    meeting.facts.corrections.iter().map(|it| it.date).fold(meeting.facts.date.end().first_day(), Date::max)
}

/// The text of a unit of notes: of code as it is, of others in one line.
pub(super) fn unit_text(kind: UnitKind, text: String) -> String {
    if kind == UnitKind::Code { text } else { one_line(text) }
}

/// The text in one line: where lines were broken and how cells were set apart is no part of it.
pub(super) fn one_line(text: String) -> String {
    // Whether words are set apart by one blank each, in a form that is looked at many bytes at a time.
    let bytes = text.as_bytes();
    let others = bytes.iter().filter(|byte| **byte != b' ' && byte.is_ascii_whitespace()).count();
    let twice = bytes.iter().zip(bytes.iter().skip(1)).filter(|two| *two == (&b' ', &b' ')).count();
    if others + twice == 0 && text.trim_ascii().len() == text.len() {
        return text;
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_cells_become_one_line() {
        for (text, line) in [
            ("", ""),
            (" ", ""),
            ("a", "a"),
            ("a b", "a b"),
            ("a  b", "a b"),
            ("a\nb", "a b"),
            ("a\tb c\r\nd ", "a b c d"),
            (" 会合の 記録\n議事録", "会合の 記録 議事録"),
            ("会合\u{3000}記録", "会合\u{3000}記録"),
        ] {
            assert_eq!(one_line(text.to_owned()), line, "{text:?}");
        }
    }
}
