//! Texts as words and codes: what a translator may change, and what stands in XLIFF as an inline element.

/// What a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// A reference to a record, or its beginning or end around words of its own.
    Reference,
    /// The beginning or the end of a link or picture.
    Link,
    /// Code.
    Code,
    /// The beginning or the end of emphasis.
    Emphasis,
    /// A word with its reading.
    Ruby,
    /// The mark of a footnote.
    Footnote,
    /// An HTML tag.
    Html,
    /// A comment, which does not leave.
    Comment,
    /// A redaction, which does not leave.
    Redaction,
    /// The beginning of a line in a quotation or an item.
    Line,
    /// What divides the cells and rows of a table.
    Cell,
}

impl CodeKind {
    /// The word for it in `ctype`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Reference => "x-reference",
            Self::Link => "x-link",
            Self::Code => "x-code",
            Self::Emphasis => "x-emphasis",
            Self::Ruby => "x-ruby",
            Self::Footnote => "x-footnote",
            Self::Html => "x-html",
            Self::Comment => "x-comment",
            Self::Redaction => "x-redaction",
            Self::Line => "x-line",
            Self::Cell => "x-cell",
        }
    }

    /// Whether what is written stays in the archive.
    pub(super) fn is_hidden(self) -> bool {
        matches!(self, Self::Comment | Self::Redaction)
    }

    /// Whether a translation may do without it, or have one more.
    pub(super) fn is_optional(self) -> bool {
        matches!(self, Self::Ruby | Self::Line)
    }
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A code as it is written.
    Code(CodeKind, String),
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// A text of the front matter, with ruby alone.
    Ruby,
    /// A block of Markdown.
    Markdown,
    /// A table of Markdown.
    Table,
}

/// The words and codes of a text, which joined are its bytes.
#[must_use]
pub(super) fn inlines(text: &str, markup: Markup) -> Vec<Inline> {
    let mut scan = Scan { markup, found: Vec::new(), depth: 0 };
    scan.read(text);
    scan.found
}

/// How deep labels of links may be nested.
const MAX_DEPTH: usize = 16;

struct Scan {
    markup: Markup,
    found: Vec<Inline>,
    depth: usize,
}

impl Scan {
    fn read(&mut self, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = self.code(rest).unwrap_or_else(|| {
                let escaped = rest.chars().nth(1).filter(|c| first == '\\' && c.is_ascii_punctuation());
                let length = first.len_utf8() + escaped.map_or(0, char::len_utf8);
                self.push_text(&rest[..length]);
                length
            });
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.found.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => self.found.push(Inline::Text(text.to_owned())),
        }
    }

    fn push(&mut self, kind: CodeKind, written: &str) -> usize {
        self.found.push(Inline::Code(kind, written.to_owned()));
        written.len()
    }

    /// Takes the code that a text begins with: its length.
    fn code(&mut self, rest: &str) -> Option<usize> {
        if let Some(length) = ruby(rest) {
            return Some(self.push(CodeKind::Ruby, &rest[..length]));
        }
        if self.markup == Markup::Ruby {
            return None;
        }
        match rest.chars().next()? {
            '`' => code_span(rest).map(|length| self.push(CodeKind::Code, &rest[..length])),
            '*' => {
                let length = rest.len() - rest.trim_start_matches('*').len();
                Some(self.push(CodeKind::Emphasis, &rest[..length]))
            }
            '<' => {
                let is_comment = rest.starts_with("<!--");
                let length = if is_comment { through(rest, "-->") } else { tag(rest) };
                let kind = if is_comment { CodeKind::Comment } else { CodeKind::Html };
                length.map(|length| self.push(kind, &rest[..length]))
            }
            '[' | '!' => self.bracket(rest),
            '\n' => self.line(rest),
            '|' if self.markup == Markup::Table => Some(self.push(CodeKind::Cell, "|")),
            _ => None,
        }
    }

    /// A line break with what begins the next line, or with the whole line that divides a table.
    fn line(&mut self, rest: &str) -> Option<usize> {
        let length = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\t', '>']).len();
        if self.markup == Markup::Table {
            let row = rest.get(1..)?.lines().next().unwrap_or_default();
            let is_rule = row.contains('-') && row.chars().all(|c| "|:- \t\r".contains(c));
            let length = if is_rule { row.len() + 1 } else { 1 };
            return Some(self.push(CodeKind::Cell, &rest[..length]));
        }
        (length > 1).then(|| self.push(CodeKind::Line, &rest[..length]))
    }

    fn bracket(&mut self, rest: &str) -> Option<usize> {
        if rest.starts_with("[[") {
            return self.reference(rest);
        }
        if rest.starts_with("[^") {
            return through(rest, "]").map(|length| self.push(CodeKind::Footnote, &rest[..length]));
        }
        let open = if rest.starts_with("![") { 2 } else { 1 };
        if !rest.starts_with('[') && open == 1 {
            return None;
        }
        let label = closing(rest.get(open..)?, '[', ']')? + open;
        let after = rest.get(label + 1..)?;
        let end = match after.chars().next()? {
            '(' => closing(after.get(1..)?, '(', ')')? + 2,
            '[' => closing(after.get(1..)?, '[', ']')? + 2,
            _ => return None,
        };
        self.around(rest, CodeKind::Link, open, label, label + 1 + end)
    }

    fn reference(&mut self, rest: &str) -> Option<usize> {
        let end = through(rest, "]]")?;
        let inner = rest.get(2..end - 2)?;
        if inner.starts_with("redacted:") {
            return Some(self.push(CodeKind::Redaction, &rest[..end]));
        }
        match inner.find('|') {
            Some(bar) => self.around(rest, CodeKind::Reference, 2 + bar + 1, end - 2, end),
            None => Some(self.push(CodeKind::Reference, &rest[..end])),
        }
    }

    /// Words between two codes.
    fn around(&mut self, rest: &str, kind: CodeKind, start: usize, stop: usize, end: usize) -> Option<usize> {
        if self.depth == MAX_DEPTH {
            return None;
        }
        let (open, words, close) = (rest.get(..start)?, rest.get(start..stop)?, rest.get(stop..end)?);
        self.push(kind, open);
        self.depth += 1;
        self.read(words);
        self.depth -= 1;
        self.push(kind, close);
        Some(end)
    }
}

fn ruby(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('{')?;
    let end = inner.find(['}', '{', '\n'])?;
    let words = inner.get(..end).filter(|_| inner[end..].starts_with('}'))?;
    let (base, reading) = words.split_once('|')?;
    let is_one = !base.is_empty() && !reading.is_empty() && !reading.contains('|');
    is_one.then_some(end + 2)
}

fn code_span(rest: &str) -> Option<usize> {
    let run = rest.len() - rest.trim_start_matches('`').len();
    let (fence, inner) = rest.split_at(run);
    let mut at = 0;
    while let Some(found) = inner.get(at..)?.find(fence) {
        let start = at + found;
        let length = inner[start..].len() - inner[start..].trim_start_matches('`').len();
        if length == run {
            return Some(run + start + run);
        }
        at = start + length;
    }
    None
}

fn tag(rest: &str) -> Option<usize> {
    let is_tag = rest.get(1..)?.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    through(rest, ">").filter(|length| is_tag && !rest[..*length].contains('\n'))
}

fn through(rest: &str, end: &str) -> Option<usize> {
    rest.find(end).map(|at| at + end.len())
}

/// Where a bracket that was opened before is closed.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut is_escaped) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == close && depth == 0 => return Some(at),
            _ if c == close => depth -= 1,
            _ if c == open => depth += 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The bytes of a text.
    fn joined(parts: &[Inline]) -> String {
        let texts = parts.iter().map(|part| match part {
            Inline::Text(text) | Inline::Code(_, text) => text.as_str(),
        });
        texts.collect()
    }

    #[track_caller]
    fn assert_codes(text: &str, markup: Markup, codes: &[&str]) {
        let found = inlines(text, markup);
        assert_eq!(joined(&found), text);
        let found = found.iter().filter_map(|part| match part {
            Inline::Code(_, code) => Some(code.as_str()),
            Inline::Text(_) => None,
        });
        assert_eq!(found.collect::<Vec<_>>(), codes);
    }

    #[test]
    fn codes_are_what_a_translator_must_not_break() {
        let text = "A **b** [[track:x]] and [[track:x|the *x*]] `c` [d](/e \"f\").[^g]";
        let codes =
            ["**", "**", "[[track:x]]", "[[track:x|", "*", "*", "]]", "`c`", "[", "](/e \"f\")", "[^g]"];
        assert_codes(text, Markup::Markdown, &codes);
        assert_codes("{総務省|そうむしょう}と\\*\\{a|b}", Markup::Markdown, &["{総務省|そうむしょう}"]);
        assert_codes("a *b* {c|d}", Markup::Ruby, &["{c|d}"]);
        assert_codes("| a |\n|---|\n| b |", Markup::Table, &["|", "|", "\n|---|", "\n", "|", "|"]);
        assert_codes("a\n> b<!-- c -->\nd", Markup::Markdown, &["\n> ", "<!-- c -->"]);
    }

    proptest! {
        #[test]
        fn any_text_is_its_parts(text in "[ab`*\\[\\](){}|<>!^\\\\あ\n/-]{0,40}") {
            for markup in [Markup::Ruby, Markup::Markdown, Markup::Table] {
                prop_assert_eq!(joined(&inlines(&text, markup)), text.clone());
            }
        }
    }
}
