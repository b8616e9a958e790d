//! One line of a text that is no YAML, taken apart as its author meant it.

/// A line, with its place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Where it begins.
    pub(super) start: usize,
    /// What it holds, without its end.
    pub(super) text: &'t str,
}

impl<'t> Line<'t> {
    /// The line that a byte is on.
    pub(super) fn at(text: &'t str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        Self { start, text: line.trim_end() }
    }

    /// The nearest line above that is neither empty nor a comment.
    pub(super) fn above(self, text: &'t str) -> Option<Self> {
        let mut line = self;
        loop {
            line = Self::at(text, line.start.checked_sub(1)?);
            let inner = line.text.trim_start();
            if !inner.is_empty() && !inner.starts_with('#') {
                return Some(line);
            }
        }
    }

    /// The nearest line below that is neither empty nor a comment.
    pub(super) fn below(self, text: &'t str) -> Option<Self> {
        let mut line = self;
        loop {
            let next = line.start + text.get(line.start..)?.find('\n')? + 1;
            line = Self::at(text, next);
            let inner = line.text.trim_start();
            if !inner.is_empty() && !inner.starts_with('#') {
                return Some(line);
            }
            if next >= text.len() {
                return None;
            }
        }
    }

    /// How far it is set in.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// Where the first thing behind the indentation and the `- ` of a list stands.
    pub(super) fn content(self) -> usize {
        let mut rest = self.text.trim_start();
        while let Some(inner) = rest.strip_prefix("- ") {
            rest = inner.trim_start();
        }
        self.text.len() - rest.len()
    }

    /// Whether it begins an item of a list.
    pub(super) fn is_item(self) -> bool {
        let inner = self.text.trim_start();
        inner == "-" || inner.starts_with("- ")
    }

    /// Its key, without the colon.
    pub(super) fn key(self) -> Option<&'t str> {
        let rest = self.text.get(self.content()..)?;
        let end = rest.find(": ").or_else(|| rest.strip_suffix(':').map(str::len))?;
        rest.get(..end).filter(|key| !key.is_empty() && !key.contains([' ', '"', '\'', '[', '{', ',']))
    }

    /// Where its value begins: behind the key, or where there is none, behind the indentation.
    pub(super) fn value_start(self) -> usize {
        let content = self.content();
        let behind = self.key().map_or(content, |key| content + key.len() + 1);
        let rest = self.text.get(behind..).unwrap_or_default();
        self.text.len() - rest.trim_start().len()
    }

    /// Its value, without a comment behind it.
    pub(super) fn value(self) -> &'t str {
        let value = self.text.get(self.value_start()..).unwrap_or_default();
        match value.find(" #") {
            Some(comment) if !value.starts_with(['"', '\'']) => value[..comment].trim_end(),
            _ => value,
        }
    }

    /// Where its colon is, if the value was written right behind it: `title:First`.
    pub(super) fn glued_colon(self) -> Option<usize> {
        if self.key().is_some() {
            return None;
        }
        let content = self.content();
        let (key, value) = self.text.get(content..)?.split_once(':')?;
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        (is_key && !value.is_empty() && !value.starts_with("//")).then_some(content + key.len())
    }
}
