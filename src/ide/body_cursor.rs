//! Where the cursor stands in the text of a note.

use std::ops::Range;

/// What the cursor stands in, as far as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BodyCursor {
    /// Between `[[` and `]]`, before the bar of a label: all that stands there.
    Reference {
        span: Range<usize>,
        /// Whether brackets or a label follow.
        is_closed: bool,
    },
    /// The address of a link or a picture.
    Address { span: Range<usize>, is_picture: bool },
    /// The anchor in the braces of a heading, behind `#`.
    HeadingAnchor { span: Range<usize> },
}

impl BodyCursor {
    /// What is at a place of a text.
    pub(super) fn at(text: &str, body_start: usize, cursor: usize) -> Option<Self> {
        let line_start =
            text.get(body_start..cursor)?.rfind('\n').map_or(body_start, |at| body_start + at + 1);
        let rest = text.get(cursor..)?;
        let line_end = cursor + rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = BodyLine { text, start: line_start, end: line_end, cursor };
        line.reference().or_else(|| line.address()).or_else(|| line.heading_anchor())
    }
}

struct BodyLine<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    cursor: usize,
}

impl BodyLine<'_> {
    fn before(&self) -> &str {
        self.text.get(self.start..self.cursor).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..self.end).unwrap_or_default()
    }

    fn reference(&self) -> Option<BodyCursor> {
        let open = self.before().rfind("[[")?;
        let typed = self.before().get(open + 2..)?;
        if typed.contains(['|', ']', '[']) {
            return None;
        }
        let start = self.start + open + 2;
        let after = self.after();
        let close = after.find(['|', ']', '[', '\\']).unwrap_or(after.len());
        let is_closed = after.get(close..).is_some_and(|rest| rest.starts_with(['|', ']', '\\']));
        // Without an end, what follows is the text of the note.
        let end = if is_closed { close } else { word_length(after) };
        Some(BodyCursor::Reference { span: start..self.cursor + end, is_closed })
    }

    fn address(&self) -> Option<BodyCursor> {
        let before = self.before();
        let (start, is_picture) = self.inline_start().or_else(|| definition_start(before))?;
        let typed = before.get(start..)?;
        let typed_start = start + typed.len() - typed.trim_start_matches([' ', '<']).len();
        let typed = before.get(typed_start..)?;
        if typed.contains([')', ' ', '>', '"']) {
            return None;
        }
        let after = self.after();
        let end = after.find([')', ' ', '>', '"', ']']).unwrap_or(after.len());
        Some(BodyCursor::Address { span: self.start + typed_start..self.cursor + end, is_picture })
    }

    /// Where the address of a link begins, and whether the link is a picture.
    fn inline_start(&self) -> Option<(usize, bool)> {
        let before = self.before();
        let open = before.rfind("](")?;
        let label = before.get(..open)?.rfind('[')?;
        let is_picture = before.get(..label).is_some_and(|before| before.ends_with('!'));
        Some((open + 2, is_picture))
    }

    fn heading_anchor(&self) -> Option<BodyCursor> {
        let before = self.before();
        let open = before.rfind("{#").filter(|_| before.starts_with("##"))?;
        let typed = before.get(open + 2..)?;
        if typed.contains(['}', ' ']) {
            return None;
        }
        let after = self.after();
        let end = after.find(['}', ' ']).unwrap_or(after.len());
        Some(BodyCursor::HeadingAnchor { span: self.start + open + 2..self.cursor + end })
    }
}

/// Where the address of a definition such as `[name]: /address` begins.
fn definition_start(line: &str) -> Option<(usize, bool)> {
    let is_definition = line.starts_with('[') && !line.starts_with("[^");
    is_definition.then(|| line.find("]: ")).flatten().map(|at| (at + 3, false))
}

/// How long what an id may hold goes on.
fn word_length(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | ':'))).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(marked: &str) -> String {
        let cursor = marked.find('‸').unwrap_or(marked.len());
        let text = marked.replace('‸', "");
        let written = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default().to_owned();
        match BodyCursor::at(&text, 0, cursor) {
            None => "-".into(),
            Some(BodyCursor::Reference { span, is_closed }) => {
                format!("[[{}{}", written(&span), if is_closed { "]" } else { "" })
            }
            Some(BodyCursor::Address { span, is_picture }) => {
                format!("{}({}", if is_picture { "!" } else { "" }, written(&span))
            }
            Some(BodyCursor::HeadingAnchor { span }) => format!("#{}", written(&span)),
        }
    }

    #[test]
    fn the_cursor_is_in_a_reference_a_link_or_a_heading() {
        for (marked, expected) in [
            ("分野は[[‸", "[["),
            ("分野は[[tr‸、次に", "[[tr"),
            ("a [[track:cl‸oud]] b", "[[track:cloud]"),
            ("a [[track:cl‸oud|the cloud]] b", "[[track:cloud]"),
            ("a [[track:cloud|the ‸cloud]] b", "-"),
            ("a [[track:cloud]] ‸", "-"),
            ("[a](#cl‸ouds) b", "(#clouds"),
            ("[a](‸", "("),
            ("![a](/pi‸) b", "!(/pi"),
            ("[a](/en/ \"t‸\")", "-"),
            ("[a](</en/‸>)", "(/en/"),
            ("[a]: /en/‸", "(/en/"),
            ("## クラウド {#cl‸}", "#cl"),
            ("## クラウド {#cl} ‸", "-"),
            ("a {#cl‸}", "-"),
            ("a\n‸", "-"),
            ("", "-"),
        ] {
            assert_eq!(at(marked), expected, "{marked}");
        }
    }
}
