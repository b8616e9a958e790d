//! A file that is changed, step by step, with what was done to it.

use std::ops::Range;

use crate::{
    diagnostic::{SourceFile, Sources},
    lang::Message,
    source::{NoteDraft, NoteSource, parse_note},
    yaml::Tree,
};

/// A change of a stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In bytes of the file.
    pub span: Range<usize>,
    /// What stands there then.
    pub text: String,
}

/// A file that is changed.
#[derive(Clone, Debug)]
pub struct WorkFile {
    /// Its path from the root.
    pub path: String,
    /// All that is in it.
    pub text: String,
    /// Where its YAML stands.
    pub yaml: Range<usize>,
    /// What was done, line by line.
    pub lines: Vec<Message>,
}

impl WorkFile {
    /// A file as it was read.
    #[must_use]
    pub fn new(file: &SourceFile) -> Self {
        let SourceFile { path, text, yaml } = file;
        Self { path: path.clone(), text: text.as_ref().to_owned(), yaml: yaml.clone(), lines: Vec::new() }
    }

    /// The shape of its YAML.
    #[must_use]
    pub fn tree(&self) -> Option<Tree> {
        Tree::within(&self.text, &self.yaml)
    }

    /// The same with changes, which do not overlap.
    #[must_use]
    pub fn edited(&self, edits: &[Edit]) -> Self {
        let mut edits: Vec<_> = edits.iter().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut text = String::with_capacity(self.text.len());
        let (mut at, mut yaml_end) = (0, self.yaml.end);
        for edit in edits.into_iter().filter(|edit| edit.span.start <= edit.span.end) {
            text.push_str(self.text.get(at..edit.span.start).unwrap_or_default());
            text.push_str(&edit.text);
            at = edit.span.end;
            if at <= self.yaml.end {
                yaml_end = (yaml_end + edit.text.len()).saturating_sub(edit.span.len());
            }
        }
        text.push_str(self.text.get(at..).unwrap_or_default());
        Self { text, yaml: self.yaml.start..yaml_end, path: self.path.clone(), lines: self.lines.clone() }
    }

    /// The line of a place, from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or_default().matches('\n').count() + 1
    }

    /// The note that the file now is, as it was read before in another form.
    #[must_use]
    pub fn note(&self, before: &NoteSource, before_yaml_end: usize) -> Option<NoteDraft> {
        let mut sources = Sources::default();
        let body_start = (before.body_start + self.yaml.end).checked_sub(before_yaml_end)?;
        let source = sources.add(SourceFile {
            path: self.path.clone(),
            text: self.text.as_str().into(),
            yaml: self.yaml.clone(),
        });
        let (kind, id, lang) = (before.kind, before.id.clone(), before.lang);
        parse_note(&NoteSource { source, kind, id, lang, body_start }, &sources).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_in_the_facts_move_their_end_and_those_below_do_not() {
        let text = "---\na: b\n---\nb\n";
        let file = WorkFile::new(&SourceFile { path: "x".into(), text: text.into(), yaml: 4..9 });
        let edit = |span, text: &str| Edit { span, text: text.into() };
        let edited = file.edited(&[edit(13..14, "B!"), edit(7..8, "long"), edit(9..9, "c: d\n")]);
        assert_eq!(edited.text, "---\na: long\nc: d\n---\nB!\n");
        assert_eq!(edited.text.get(edited.yaml.clone()), Some("a: long\nc: d\n"));
        assert_eq!(edited.line(13), 3);
    }
}
