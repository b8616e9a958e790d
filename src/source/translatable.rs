//! The part of a note that can be translated, as bytes to be hashed: facts are no part of it.
//!
//! Title, LF, summary, LF; for each commitment in the order of ids: id, TAB, verb, TAB, text, LF; then the body with LF
//! line ends, in NFC, without blanks at the ends of lines, with one LF at its end. What is absent is empty.

use sha2::{Digest, Sha256};
use std::borrow::Cow;

use super::{
    body::BodyDraft,
    input::{CommitmentInput, Front},
};
use crate::{
    artifact::sha256,
    lang,
    model::{Part, UnitKind},
};

/// How many hexadecimal digits of a part's hash are kept: it only has to tell a change.
const PART_DIGITS: usize = 12;

/// The hash of the whole of a note, of which this is the text below the front matter.
pub(super) fn whole(front: &Front, text: &str) -> String {
    let mut whole = Sha256::new();
    for (_, text) in facts(front) {
        whole.update(text);
    }
    whole.update(normal_lines(text).as_bytes());
    const_hex::encode(whole.finalize())
}

/// The beginnings of the hashes of its parts. The places of the body are counted from the beginning of `file`, and from
/// `start` on.
pub(super) fn parts(front: &Front, file: &str, start: usize, body: &BodyDraft) -> Vec<(Part, String)> {
    let facts = facts(front).map(|(part, text)| (part, short_hash(&text)));
    let sections = sections(file, start, body).into_iter();
    let sections = sections.map(|(anchor, text)| (Part::Section(anchor.into()), normal_lines(text)));
    let sections = sections.filter(|(_, text)| !text.is_empty());
    facts.chain(sections.map(|(part, text)| (part, short_hash(&text)))).collect()
}

/// What can be translated of the front matter.
fn facts(front: &Front) -> impl Iterator<Item = (Part, String)> {
    let (title, summary, commitments) = match front {
        Front::Meeting(meeting) => (&meeting.title, &meeting.summary, meeting.commitments.as_ref()),
        Front::Page(page) => (&page.title, &page.summary, None),
    };
    let mut commitments: Vec<_> = commitments.into_iter().flatten().flatten().collect();
    commitments.sort_by_key(|commitment| &commitment.id);
    let commitments =
        commitments.into_iter().map(|it| (Part::Commitment(written(it.id.as_ref()).into()), line(it)));
    let title = (Part::Title, format!("{}\n", written(title.as_ref())));
    let summary = (Part::Summary, format!("{}\n", written(summary.as_ref())));
    [title, summary].into_iter().chain(commitments)
}

fn written(text: Option<&String>) -> &str {
    text.map(String::as_str).unwrap_or_default()
}

fn line(commitment: &CommitmentInput) -> String {
    let CommitmentInput { id, verb, text, .. } = commitment;
    format!("{}\t{}\t{}\n", written(id.as_ref()), written(verb.as_ref()), written(text.as_ref()))
}

/// The text before the first heading, and the text from each heading to the next, each with the heading's anchor.
fn sections<'t>(file: &'t str, start: usize, body: &'t BodyDraft) -> Vec<(&'t str, &'t str)> {
    let mut sections = Vec::new();
    let (mut anchor, mut start) = ("", start);
    for unit in &body.units {
        let UnitKind::Heading(at) = unit.kind else { continue };
        let Some(heading) = body.headings.get(at) else { continue };
        sections.push((anchor, file.get(start..unit.span.start).unwrap_or_default()));
        (anchor, start) = (heading.id.as_ref(), unit.span.start);
    }
    sections.push((anchor, file.get(start..).unwrap_or_default()));
    sections
}

/// The text with LF line ends, in NFC, without blanks at the ends of lines, and with one LF at its end; nothing where
/// there is nothing.
fn normal_lines(text: &str) -> Cow<'_, str> {
    let text = match lang::nfc(text) {
        // Most texts are so already, but for blank lines at their end.
        Cow::Borrowed(text) if !text.split('\n').any(ends_blank) => match text.trim_end_matches('\n').len() {
            0 => return "".into(),
            end if end < text.len() => return text[..=end].into(),
            _ => Cow::Borrowed(text),
        },
        text => text,
    };
    let mut out = String::with_capacity(text.len() + 1);
    for line in text.lines() {
        out.push_str(line.trim_end_matches(BLANKS));
        out.push('\n');
    }
    out.truncate(out.trim_end_matches('\n').len());
    if !out.is_empty() {
        out.push('\n');
    }
    out.into()
}

/// What may stand unseen at the end of a line.
const BLANKS: [char; 3] = [' ', '\t', '\r'];

fn ends_blank(line: &str) -> bool {
    line.ends_with(BLANKS)
}

fn short_hash(text: &str) -> String {
    let mut hash = sha256(text);
    hash.truncate(PART_DIGITS);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        lang::Lang,
        source::{body, input::MeetingInput},
    };

    fn hash(text: &str) -> String {
        sha256(text)
    }

    #[test]
    fn lines_are_normalised() {
        let known = "cc37937f1366919e300be784838d0f648684e2934fde66cd97e333ae51239761";
        for text in ["Hello \r\nWorld\r\n", "Hello\nWorld\n", "Hello\t\nWorld", "Hello\nWorld\n\n \n"] {
            assert_eq!(hash(&normal_lines(text)), known, "{text:?}");
        }
        assert_eq!(normal_lines("カ\u{3099}"), "ガ\n");
        assert_eq!(normal_lines(" \n\n"), "");
        assert_eq!(normal_lines("\na"), "\na\n");
    }

    #[test]
    fn the_whole_is_title_summary_commitments_and_body() {
        let commitment = |id: &str, verb: Option<&str>, text: &str| {
            Some(CommitmentInput {
                id: Some(id.into()),
                verb: verb.map(Into::into),
                text: Some(text.into()),
                ..CommitmentInput::default()
            })
        };
        let meeting = MeetingInput {
            title: Some("T".into()),
            place: Some("a fact".into()),
            commitments: Some(vec![commitment("b", None, "B."), commitment("a", Some("welcome"), "A.")]),
            ..MeetingInput::default()
        };
        let text = "One.\n\n## Two {#two}\n\nThree.\n";
        let front = Front::Meeting(Box::new(meeting));
        assert_eq!(
            whole(&front, text),
            hash("T\n\na\twelcome\tA.\nb\t\tB.\nOne.\n\n## Two {#two}\n\nThree.\n")
        );
        let part = |part: Part, text: &str| (part, hash(text)[..12].to_owned());
        let expected = [
            part(Part::Title, "T\n"),
            part(Part::Summary, "\n"),
            part(Part::Commitment("a".into()), "a\twelcome\tA.\n"),
            part(Part::Commitment("b".into()), "b\t\tB.\n"),
            part(Part::Section(String::new()), "One.\n"),
            part(Part::Section("two".into()), "## Two {#two}\n\nThree.\n"),
        ];
        let above = "---\ntitle: T\n---\n";
        let body = body::parse(text, Lang::En).0.shifted(above.len());
        assert_eq!(parts(&front, &format!("{above}{text}"), above.len(), &body), expected);
    }

    #[test]
    fn a_page_without_anything_is_two_empty_lines() {
        let front = Front::Page(Box::default());
        assert_eq!(whole(&front, ""), hash("\n\n"));
    }
}
