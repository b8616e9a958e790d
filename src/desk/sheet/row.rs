//! What a sheet says of each commitment.

use std::borrow::Cow;

use super::column::SheetColumn;
use crate::{
    cell_text::restored,
    id::Id,
    lang::{Lang, nfc, ruby},
    model::{Commitment, Text},
    site::Site,
};

/// How long a text of a cell may be, in units of UTF-16: Excel itself holds 32,767.
const MAX_TEXT: usize = 32_000;

/// What a sheet says of a commitment: the cells that nobody fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentRow {
    /// In the order of the columns.
    pub cells: [String; SheetColumn::FIXED],
}

/// The rows of all commitments that can be carried out, in the order of the site.
#[must_use]
pub fn rows(site: &Site) -> Vec<CommitmentRow> {
    let able = site.commitments.iter().filter(|(_, commitment)| commitment.facts.kind.has_outcome());
    able.map(|(id, _)| row(site, id)).collect()
}

/// The row of a commitment.
pub(super) fn row(site: &Site, id: Id<Commitment>) -> CommitmentRow {
    let commitment = &site.commitments[id];
    let (meeting, facts) = (&site.meetings[commitment.meeting], &commitment.facts);
    let text = |lang| facts.text.get(lang).map(shown).unwrap_or_default();
    let cells = [
        name(site, id),
        format!("{} {}", meeting.facts.date.start(), in_both(&meeting.facts.title)),
        in_both(&site.tracks[facts.track].title),
        text(Lang::En),
        text(Lang::Ja),
    ];
    CommitmentRow { cells: cells.map(bounded) }
}

/// What a commitment is called everywhere.
pub(super) fn name(site: &Site, id: Id<Commitment>) -> String {
    let commitment = &site.commitments[id];
    [&site.meetings[commitment.meeting].id, "/", &commitment.id].concat()
}

/// A text in both languages, one below the other; once, where they say the same.
pub(super) fn in_both(text: &Text) -> String {
    let mut lines: Vec<_> = Lang::ALL.into_iter().filter_map(|lang| text.get(lang)).map(shown).collect();
    lines.dedup();
    lines.join("\n")
}

/// A text as a cell shows it, which has no ruby.
fn shown(text: &str) -> String {
    ruby::plain(text)
}

fn bounded(text: String) -> String {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_TEXT
    });
    match end {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// Whether a cell says what it is to say: spreadsheets compose letters, break lines in ways of their own, and keep or drop
/// the apostrophe before what could be a formula.
pub(super) fn says(cell: &str, expected: &str) -> bool {
    cell == expected || comparable(cell) == comparable(expected)
}

fn comparable(text: &str) -> String {
    let composed: Cow<'_, str> = nfc(restored(text));
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_do_to_a_text_is_no_change() {
        for (cell, expected) in [
            ("a\r\nb", "a\nb"),
            ("a b ", "a\nb"),
            ("カ\u{3099}", "ガ"),
            ("'=1+1", "=1+1"),
            ("=1+1", "'=1+1"),
            ("", ""),
        ] {
            assert!(says(cell, expected), "{cell:?}");
        }
        for (cell, expected) in [("a", "b"), ("ab", "a b"), ("", "a"), ("'a", "a")] {
            assert!(!says(cell, expected), "{cell:?}");
        }
    }

    #[test]
    fn a_text_that_no_cell_can_hold_is_cut() {
        let long = bounded("𠮷".repeat(20_000));
        assert_eq!(long.encode_utf16().count(), MAX_TEXT + 1);
        assert!(long.ends_with("𠮷…"));
        assert_eq!(bounded("a".repeat(MAX_TEXT)).len(), MAX_TEXT);
    }
}
