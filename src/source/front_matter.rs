//! Splits a note into front matter and body.

use std::ops::Range;

use crate::{
    diagnostic::{Code, SourceId},
    lang::say,
    yaml::{Problem, Spot},
};

/// The largest front matter that is read, in bytes.
const MAX_FRONT_MATTER: usize = 1 << 20;

/// The two parts of a note, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// The YAML between the two lines `---`.
    pub(super) yaml: Range<usize>,
    /// Where the body begins.
    pub(super) body_start: usize,
}

/// Why a note has no front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SplitError {
    Missing,
    /// It is in TOML, as Hugo and Zola have it.
    Toml,
    Unclosed,
    TooLarge,
}

impl SplitError {
    pub(super) fn problem(self, source: SourceId) -> Problem {
        let top = Spot::Value(source, crate::yaml::Pointer::default());
        match self {
            Self::Missing => Problem::new(Code::MissingFrontMatter, top, say!("no-front-matter"))
                .help(say!("begin-front-matter")),
            Self::Toml => Problem::new(Code::MissingFrontMatter, top, say!("toml-front-matter"))
                .help(say!("write-yaml")),
            Self::Unclosed => Problem::new(Code::MissingFrontMatter, top, say!("front-matter-not-closed"))
                .help(say!("end-front-matter")),
            Self::TooLarge => {
                let message = say!("large-front-matter", limit = MAX_FRONT_MATTER >> 20);
                Problem::new(Code::TooLarge, top, message)
            }
        }
    }
}

/// The byte after a byte-order mark, or the first.
pub(super) fn after_mark(text: &str) -> usize {
    text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len()
}

/// Finds the front matter between the first line `---` and the next.
pub(super) fn split(text: &str) -> Result<Split, SplitError> {
    let start = after_mark(text);
    let mut at = start;
    let mut yaml_start = None;
    for line in text[start..].split_inclusive('\n') {
        let is_fence = line.trim_end() == "---";
        let after = at + line.len();
        match yaml_start {
            None if line.trim_end() == "+++" => return Err(SplitError::Toml),
            None if !is_fence => return Err(SplitError::Missing),
            None => yaml_start = Some(after),
            Some(begin) if is_fence && at - begin > MAX_FRONT_MATTER => return Err(SplitError::TooLarge),
            Some(begin) if is_fence => return Ok(Split { yaml: begin..at, body_start: after }),
            Some(_) => {}
        }
        at = after;
    }
    Err(if yaml_start.is_some() { SplitError::Unclosed } else { SplitError::Missing })
}

/// The YAML of a note that somebody is writing, and where its body begins: without a closing line, all is YAML so far.
#[must_use]
pub fn unfinished_parts(text: &str) -> (Range<usize>, Option<usize>) {
    match split(text) {
        Ok(Split { yaml, body_start }) => (yaml, Some(body_start)),
        Err(SplitError::Unclosed) => {
            let start = text.find('\n').map_or(text.len(), |end| end + 1);
            (start..text.len(), None)
        }
        Err(SplitError::Missing | SplitError::Toml | SplitError::TooLarge) => (0..0, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_closed_yet_is_yaml() {
        assert_eq!(unfinished_parts("\u{feff}---\r\na: 1\r\n"), (8..14, None));
        assert_eq!(unfinished_parts("---\na: 1\n---\nText"), (4..9, Some(13)));
        assert_eq!(unfinished_parts("Text"), (0..0, None));
    }

    #[test]
    fn front_matter_stands_between_two_fences() {
        let text = "\u{feff}---\r\na: 1\r\n---\r\nBody\r\n---\r\n";
        let split = split(text).unwrap_or(Split { yaml: 0..0, body_start: 0 });
        assert_eq!(&text[split.yaml], "a: 1\r\n");
        assert_eq!(&text[split.body_start..], "Body\r\n---\r\n");
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(split(""), Err(SplitError::Missing));
        assert_eq!(split("Text\n"), Err(SplitError::Missing));
        assert_eq!(split("+++\ntitle = \"A\"\n+++\n"), Err(SplitError::Toml));
        assert_eq!(split("---\na: 1\n"), Err(SplitError::Unclosed));
        let large = format!("---\n{}---\n", "a: 1\n".repeat(300_000));
        assert_eq!(split(&large), Err(SplitError::TooLarge));
        assert_eq!(split("---\n---\n").map(|split| split.body_start), Ok(8));
    }
}
