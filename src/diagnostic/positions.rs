//! Lines and columns of all places that a list of diagnostics speaks of.

use super::{Diagnostic, Place, SourceId, Sources};

/// The places of diagnostics as lines and columns, counted in one pass over each file: thousands of problems of one file
/// cost no more than the file is long.
pub(super) struct Positions(Vec<((SourceId, usize), (usize, usize))>);

impl Positions {
    /// Looks up the places of all diagnostics.
    pub(super) fn of(diagnostics: &[Diagnostic], sources: &Sources) -> Self {
        let related = |it: &Diagnostic| it.related.iter().map(|it| it.place.clone()).collect::<Vec<_>>();
        let places = diagnostics.iter().flat_map(|it| related(it).into_iter().chain([it.place.clone()]));
        let mut bytes: Vec<_> =
            places.flat_map(|it| [(it.source, it.span.start), (it.source, it.span.end)]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut found = Vec::with_capacity(bytes.len());
        for of_file in bytes.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(source, _)) = of_file.first() else { continue };
            let text = &sources.file(source).text;
            let mut cursor = Cursor::new(text);
            found.extend(of_file.iter().map(|&(_, byte)| ((source, byte), cursor.advance(byte))));
        }
        Self(found)
    }

    /// Line and column of a place's beginning, both from 1; the column counts characters. A byte-order mark is no
    /// character.
    pub(super) fn start(&self, place: &Place) -> (usize, usize) {
        self.at(place.source, place.span.start)
    }

    /// Line and column of a place's end.
    pub(super) fn end(&self, place: &Place) -> (usize, usize) {
        self.at(place.source, place.span.end.max(place.span.start))
    }

    fn at(&self, source: SourceId, byte: usize) -> (usize, usize) {
        let found = self.0.binary_search_by_key(&(source, byte), |(key, _)| *key);
        found.ok().and_then(|at| self.0.get(at)).map_or((1, 1), |(_, position)| *position)
    }
}

/// The line and column of each of these bytes of a text, which come in their order.
#[must_use]
pub fn positions(text: &str, bytes: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut cursor = Cursor::new(text);
    bytes.into_iter().map(|byte| cursor.advance(byte)).collect()
}

/// A position in a text that only moves on.
struct Cursor<'t> {
    text: &'t str,
    byte: usize,
    line: usize,
    column: usize,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, byte: text.len() - text.trim_start_matches('\u{feff}').len(), line: 1, column: 1 }
    }

    fn advance(&mut self, byte: usize) -> (usize, usize) {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        // Nothing lies between where the byte is inside a byte-order mark.
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        let last_line = between.rfind('\n').map_or(0, |newline| newline + 1);
        if last_line > 0 {
            self.line += between.bytes().filter(|byte| *byte == b'\n').count();
            self.column = 1;
        }
        self.column += between.get(last_line..).unwrap_or_default().chars().count();
        self.byte = self.byte.max(byte);
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let text = "\u{feff}題: あい\n\nb: 総務省x\r\n";
        let mut add =
            |path: &str| sources.add(SourceFile { path: path.into(), text: text.into(), yaml: 0..0 });
        let files = [add("b"), add("a")];
        let at = |needle| text.find(needle).unwrap_or_default();
        let places: Vec<_> = files
            .iter()
            .flat_map(|source| [99, at("x"), at("い"), at("題"), 1].map(|byte| (*source, byte)))
            .map(|(source, byte)| Place { source, span: byte..byte })
            .collect();
        let code = crate::diagnostic::Code::InvalidValue;
        let diagnostics: Vec<_> = places
            .iter()
            .map(|place| Diagnostic {
                severity: code.severity(),
                code,
                place: place.clone(),
                message: String::new(),
                help: None,
                is_suggestion: false,
                related: Vec::new(),
                fixes: Vec::new(),
            })
            .collect();
        let positions = Positions::of(&diagnostics, &sources);
        let found: Vec<_> = places.iter().map(|place| positions.start(place)).collect();
        let expected = [(4, 1), (3, 7), (1, 5), (1, 1), (1, 1)];
        assert_eq!(found, [expected, expected].concat());
    }
}
