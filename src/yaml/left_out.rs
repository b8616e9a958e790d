//! The text of a file without what a record cannot take. All else is in its place.

use std::ops::Range;

use super::{Tree, ends::sign_of_block, tree::ValueKind};

/// A text, and where it begins in its file. Values and places are those of the file.
pub(super) struct LeftOut {
    pub(super) text: String,
    pub(super) offset: usize,
}

impl LeftOut {
    /// Puts YAML's word for nothing in the place of a value, so that no index of a list shifts.
    pub(super) fn blank(&mut self, value: &Tree) {
        let (start, end) = (value.span.start - self.offset, value.span.end - self.offset);
        // Behind the sign of a block or a tag, the word would be a text.
        if let Some(sign) = sign_of_block(&self.text, start) {
            self.clear(sign);
        }
        if value.tag.is_some()
            && let Some(last) = self.text[..start].rfind('!')
        {
            let tag = self.text[..=last].trim_end_matches('!').len();
            let length = self.text[tag..start].find(char::is_whitespace).unwrap_or(start - tag);
            self.clear(tag..tag + length);
        }
        self.clear(start..end);
        if start < end {
            self.text.replace_range(start..=start, "~");
        }
    }

    /// Blanks each alias of a value that was left out with what holds it. `tree` is the shape of the file.
    pub(super) fn blank_aliases(&mut self, tree: &Tree) {
        let anchored = tree.anchored();
        tree.each(&mut |value| {
            let ValueKind::Alias(anchor) = value.kind else { return };
            let is_left_out = |value: &Tree| self.text[value.span.start - self.offset..].starts_with(' ');
            if anchored.get(&anchor).is_some_and(|value| is_left_out(value)) && !is_left_out(value) {
                self.blank(value);
            }
        });
    }

    /// Takes an entry of a map out: in a flow collection, with the comma that parts it from the next.
    pub(super) fn remove(&mut self, range: &Range<usize>) {
        let mut start = range.start - self.offset;
        let mut end = range.end - self.offset;
        // Of a key without a value, the colon; in brackets there may be none.
        let behind = self.text[end..].trim_start_matches(' ');
        if behind.starts_with(':') {
            end = self.text.len() - behind.len() + 1;
        }
        let after = self.text[end..].trim_start();
        if after.starts_with(',') {
            end = self.text.len() - after.len() + 1;
        } else if after.starts_with([']', '}']) {
            let before = self.text[..start].trim_end();
            start = before.strip_suffix(',').map_or(start, str::len);
        }
        self.clear(start..end);
    }

    /// Puts blanks in the place of a part of the text, and leaves its line breaks.
    fn clear(&mut self, place: Range<usize>) {
        let blanks = self.text[place.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
        let blanks: String = blanks.collect();
        self.text.replace_range(place, &blanks);
    }
}
