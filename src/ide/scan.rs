//! A text of YAML that is scanned: what its signs are, and the way so far.

use std::ops::Range;

use crate::yaml::Step;

/// What may stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceInYaml {
    /// A key of a map.
    Key,
    /// A value.
    Value,
    /// The first key of a map, or a value: nothing tells yet.
    Either,
}

/// A key or a value as far as it is written; an empty one where the cursor stands and nothing else does.
#[derive(Debug)]
pub(super) struct YamlWord<'s> {
    /// The way to the value; of a key, to its map.
    pub(super) way: &'s [Step],
    pub(super) place: PlaceInYaml,
    /// Without its quotes.
    pub(super) span: Range<usize>,
    pub(super) is_quoted: bool,
    /// Whether a colon stands right before it, without the blank that must follow.
    pub(super) is_at_colon: bool,
}

/// A text that is scanned.
pub(super) struct YamlScan<'t, 'v> {
    pub(super) text: &'t str,
    pub(super) end: usize,
    pub(super) cursor: usize,
    pub(super) way: Vec<Step>,
    pub(super) visitor: &'v mut dyn FnMut(&YamlWord<'_>),
}

impl YamlScan<'_, '_> {
    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied().filter(|_| at < self.end)
    }

    pub(super) fn visit(&mut self, place: PlaceInYaml, span: Range<usize>, is_quoted: bool) {
        (self.visitor)(&YamlWord { way: &self.way, place, span, is_quoted, is_at_colon: false });
    }

    /// Nothing stands at the cursor.
    pub(super) fn visit_nothing(&mut self, place: PlaceInYaml) {
        let span = self.cursor..self.cursor;
        let before = self.cursor.checked_sub(1).and_then(|before| self.byte(before));
        let is_at_colon = place == PlaceInYaml::Value && before == Some(b':');
        (self.visitor)(&YamlWord { way: &self.way, place, span, is_quoted: false, is_at_colon });
    }

    /// Where the words of a line end, and where the next line begins.
    pub(super) fn line_ends(&self, at: usize) -> [usize; 2] {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        let newline = rest.find('\n').map_or(self.end, |newline| at + newline);
        let words = self.text.get(at..newline).unwrap_or_default().strip_suffix('\r');
        [words.map_or(newline, |words| at + words.len()), (newline + 1).min(self.end.max(newline))]
    }

    pub(super) fn after_blanks(&self, at: usize) -> usize {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        self.end.min(at + rest.len() - rest.trim_start_matches([' ', '\t']).len())
    }

    pub(super) fn is_blank_at(&self, at: usize, line_end: usize) -> bool {
        at >= line_end || matches!(self.byte(at), Some(b' ' | b'\t'))
    }

    /// A key that a line begins with, and where its colon ends.
    pub(super) fn key(&self, start: usize, line_end: usize) -> Option<(Range<usize>, usize)> {
        let line = self.text.get(start..line_end)?;
        let is_colon = |at: usize| self.byte(at) == Some(b':') && self.is_blank_at(at + 1, line_end);
        if let Some(quote) = line.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let end = start + 1 + line.get(1..)?.find(quote)?;
            let colon = self.after_blanks(end + 1);
            return is_colon(colon).then_some((start + 1..end, colon + 1));
        }
        if line.starts_with(['[', '{', '#', '&', '*', '!', '|', '>', '%', '@']) {
            return None;
        }
        let line = line.find(" #").map_or(line, |comment| line.get(..comment).unwrap_or_default());
        let colon = line.match_indices(':').map(|(at, _)| start + at).find(|at| is_colon(*at))?;
        let key = self.text.get(start..colon)?.trim_end();
        Some((start..start + key.len(), colon + 1))
    }

    /// What stands in quotes, and where they end. Quotes that are not closed end with their line.
    pub(super) fn quoted(&self, start: usize, column: Option<usize>) -> (Range<usize>, usize) {
        let quote = self.byte(start);
        let mut at = start + 1;
        while let Some(byte) = self.byte(at) {
            match byte {
                b'\\' if quote == Some(b'"') => at += 1,
                b'\'' if quote == Some(byte) && self.byte(at + 1) == Some(b'\'') => at += 1,
                byte if quote == Some(byte) => return (start + 1..at, at + 1),
                b'\n' if self.begins_pair(at + 1, column) => break,
                _ => {}
            }
            at += 1;
        }
        let end = self.line_ends(start)[0];
        (start + 1..end.max(start + 1), end.max(start + 1))
    }

    /// Whether a line begins with a key or a hyphen that stands as far to the left as what is open.
    pub(super) fn begins_pair(&self, at: usize, column: Option<usize>) -> bool {
        let Some(column) = column else { return false };
        let [line_end, _] = self.line_ends(at);
        let start = self.after_blanks(at).min(line_end);
        let is_item = || self.byte(start) == Some(b'-') && self.is_blank_at(start + 1, line_end);
        start < line_end && start - at <= column && (is_item() || self.key(start, line_end).is_some())
    }
}
