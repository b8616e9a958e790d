//! Lines and columns as the protocol counts them, and the bytes of a text.

use lsp_types::{Position, PositionEncodingKind, Range};
use std::ops;

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ColumnUnit {
    /// Bytes.
    Utf8,
    /// What a character takes in UTF-16: one unit, or two.
    #[default]
    Utf16,
}

impl ColumnUnit {
    /// The one of those that a client offers that costs least; UTF-16 if it offers none.
    pub(super) fn of(offered: Option<&[PositionEncodingKind]>) -> Self {
        let has_utf8 = offered.is_some_and(|offered| offered.contains(&PositionEncodingKind::UTF8));
        if has_utf8 { Self::Utf8 } else { Self::Utf16 }
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// A text by its lines.
#[derive(Debug)]
pub(super) struct LineIndex<'t> {
    text: &'t str,
    unit: ColumnUnit,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// The lines of a text that an editor shows.
    pub(super) fn of_buffer(text: &'t str, unit: ColumnUnit) -> Self {
        Self::from(text, unit, 0)
    }

    /// The lines of a file, of which an editor does not show the byte-order mark.
    pub(super) fn of_file(text: &'t str, unit: ColumnUnit) -> Self {
        Self::from(text, unit, text.len() - text.trim_start_matches('\u{feff}').len())
    }

    fn from(text: &'t str, unit: ColumnUnit, start: usize) -> Self {
        let bytes = text.as_bytes();
        let ends_line =
            |at: &usize| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = [start].into_iter().chain((start..bytes.len()).filter(ends_line).map(|at| at + 1));
        Self { text, unit, starts: starts.collect() }
    }

    /// The byte at a position; behind the end of a line or of the text, that end.
    pub(super) fn byte(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.starts.get(line) else { return self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\r', '\n']);
        let mut columns = 0;
        for (at, c) in line.char_indices() {
            columns += self.unit.width(c);
            // A column inside of a character is that of its beginning.
            if columns > position.character as usize {
                return start + at;
            }
        }
        start + line.len()
    }

    /// The bytes of a range; none where it ends before it begins.
    pub(super) fn bytes(&self, range: Range) -> ops::Range<usize> {
        let start = self.byte(range.start);
        start..self.byte(range.end).max(start)
    }

    /// The position of a byte.
    pub(super) fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let before = self.text.get(self.starts[line]..byte).unwrap_or_default();
        let column = match self.unit {
            ColumnUnit::Utf8 => before.len(),
            ColumnUnit::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        Position::new(number(line), number(column))
    }

    /// The range of a stretch.
    pub(super) fn range(&self, span: &ops::Range<usize>) -> Range {
        Range::new(self.position(span.start), self.position(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "題: 😀x\r\nb\rc\n\nend";

    #[test]
    fn columns_count_what_was_agreed_on() {
        let x = TEXT.find('x').unwrap_or_default();
        let at = |unit| LineIndex::of_buffer(TEXT, unit).position(x);
        assert_eq!((at(ColumnUnit::Utf16), at(ColumnUnit::Utf8)), (Position::new(0, 5), Position::new(0, 9)));
    }

    #[test]
    fn every_position_leads_back_to_its_byte() {
        for unit in [ColumnUnit::Utf8, ColumnUnit::Utf16] {
            let lines = LineIndex::of_buffer(TEXT, unit);
            for (byte, _) in TEXT.char_indices().filter(|(at, _)| !TEXT[..*at].ends_with('\r')) {
                assert_eq!(lines.byte(lines.position(byte)), byte);
            }
            assert_eq!(lines.position(TEXT.len()), Position::new(4, 3));
        }
    }

    #[test]
    fn what_lies_behind_an_end_or_in_a_character_is_taken_back() {
        let lines = LineIndex::of_buffer(TEXT, ColumnUnit::Utf16);
        let at = |line, column| lines.byte(Position::new(line, column));
        let face = TEXT.find('😀').unwrap_or_default();
        assert_eq!((at(0, 3), at(0, 4), at(0, 99)), (face, face, face + 5));
        assert_eq!(&TEXT[at(1, 9)..=at(1, 9)], "\r");
        assert_eq!((at(4, 9), at(9, 0)), (TEXT.len(), TEXT.len()));
        assert_eq!(lines.bytes(Range::new(Position::new(3, 0), Position::new(0, 0))), at(3, 0)..at(3, 0));
    }

    #[test]
    fn of_a_file_the_byte_order_mark_is_no_column() {
        let text = "\u{feff}ab\nc";
        let lines = LineIndex::of_file(text, ColumnUnit::Utf16);
        assert_eq!(lines.position(4), Position::new(0, 1));
        assert_eq!(lines.byte(Position::new(0, 0)), 3);
        assert_eq!(lines.position(0), Position::new(0, 0));
        assert_eq!(lines.position(6), Position::new(1, 0));
    }
}
