//! Square brackets of a body that hold the text of a link, as the parser does not see them where a reference stands in
//! that text.

use std::ops::Range;

/// The stretches between `[` and `](`, by their beginning, each with the furthest end so far.
pub(super) struct LinkTexts(Vec<(usize, usize)>);

impl LinkTexts {
    /// Finds them in one pass: brackets pair within a paragraph, and one behind a backslash is a character.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Vec::new();
        if !text.contains("](") {
            return Self(found);
        }
        let mut open = Vec::new();
        let (mut is_escaped, mut is_blank_line) = (false, false);
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'\n' if is_blank_line => open.clear(),
                b'[' if !is_escaped => open.push(at),
                b']' if !is_escaped => {
                    let is_link = text.as_bytes().get(at + 1) == Some(&b'(');
                    found.extend(open.pop().filter(|_| is_link).map(|begin| (begin, at)));
                }
                _ => {}
            }
            is_blank_line = byte == b'\n' || (is_blank_line && byte.is_ascii_whitespace());
            is_escaped = byte == b'\\' && !is_escaped;
        }
        found.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut found {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(found)
    }

    /// Whether a stretch lies within one of them.
    pub(super) fn hold(&self, span: &Range<usize>) -> bool {
        let before = self.0.partition_point(|(begin, _)| *begin < span.start);
        before.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, end)| *end >= span.end)
    }
}
