//! Lists and maps in brackets, closed or not.

use std::ops::Range;

use super::scan::{PlaceInYaml, YamlScan};
use crate::yaml::{MAX_NESTING, Step};

/// A list or a map that is open.
struct FlowLevel {
    is_map: bool,
    /// How long the way to it is.
    steps: usize,
    /// Whether the colon of a pair was met.
    is_behind_colon: bool,
    /// Whether the value is there, so that a comma must come.
    has_value: bool,
}

/// What stands in brackets.
pub(super) struct Flow<'s, 't, 'v> {
    scan: &'s mut YamlScan<'t, 'v>,
    /// The column of the key that it is the value of.
    column: Option<usize>,
    levels: Vec<FlowLevel>,
}

impl<'s, 't, 'v> Flow<'s, 't, 'v> {
    pub(super) fn new(scan: &'s mut YamlScan<'t, 'v>, column: Option<usize>) -> Self {
        Self { scan, column, levels: Vec::new() }
    }

    /// Takes it from its first bracket on: where it ends. If it is not closed, that is where the next pair begins.
    pub(super) fn take(mut self, start: usize) -> usize {
        let steps = self.scan.way.len();
        let mut at = start;
        loop {
            let (next, is_ended) = self.after_blanks(at);
            at = next;
            if is_ended {
                break;
            }
            at = self.sign(at);
            if self.levels.is_empty() {
                break;
            }
        }
        self.scan.way.truncate(steps);
        at
    }

    /// What may stand at a place where nothing does.
    fn place(&self) -> Option<PlaceInYaml> {
        let level = self.levels.last().filter(|level| !level.has_value)?;
        let is_key = level.is_map && !level.is_behind_colon;
        Some(if is_key { PlaceInYaml::Key } else { PlaceInYaml::Value })
    }

    /// Goes over blanks, lines and comments: where what follows begins, and whether that is no part of the brackets.
    fn after_blanks(&mut self, start: usize) -> (usize, bool) {
        let mut at = start;
        let mut is_ended = false;
        while let Some(byte) = self.scan.byte(at) {
            match byte {
                b'\n' if self.scan.begins_pair(at + 1, self.column) => {
                    is_ended = true;
                    break;
                }
                b' ' | b'\t' | b'\r' | b'\n' => at += 1,
                b'#' if at > start => at = self.scan.line_ends(at)[0],
                _ => break,
            }
        }
        let is_closed = matches!(self.scan.byte(at), None | Some(b',' | b']' | b'}' | b'\n'));
        let cursor = self.scan.cursor;
        let is_here = start <= cursor && (cursor < at || (cursor == at && is_closed));
        if let Some(place) = self.place().filter(|_| is_here) {
            self.scan.visit_nothing(place);
        }
        if is_ended { (at + 1, true) } else { (at, self.scan.byte(at).is_none()) }
    }

    fn sign(&mut self, at: usize) -> usize {
        match self.scan.byte(at) {
            Some(byte @ (b'[' | b'{')) => self.open(at, byte == b'{'),
            Some(b']' | b'}') => {
                if let Some(level) = self.levels.pop() {
                    self.scan.way.truncate(level.steps);
                }
                self.end_value();
                at + 1
            }
            Some(b',') => {
                self.next_item();
                at + 1
            }
            Some(b':') if self.is_colon(at) => {
                if let Some(level) = self.levels.last_mut() {
                    level.is_behind_colon = true;
                    level.has_value = false;
                }
                at + 1
            }
            Some(b'"' | b'\'') => {
                let (span, end) = self.scan.quoted(at, self.column);
                self.word(span, true);
                end
            }
            _ => self.plain(at),
        }
    }

    fn open(&mut self, at: usize, is_map: bool) -> usize {
        let steps = self.scan.way.len();
        if self.levels.len() + steps >= MAX_NESTING {
            // No reader takes it; the rest of the line has no meaning.
            return self.scan.line_ends(at)[0].max(at + 1);
        }
        self.levels.push(FlowLevel { is_map, steps, is_behind_colon: false, has_value: false });
        if !is_map {
            self.scan.way.push(Step::Index(0));
        }
        at + 1
    }

    fn end_value(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            level.has_value = true;
        }
    }

    fn next_item(&mut self) {
        let Some(level) = self.levels.last_mut() else { return };
        level.has_value = false;
        level.is_behind_colon = false;
        let index = match self.scan.way.get(level.steps) {
            Some(Step::Index(index)) => Some(index + 1),
            _ => None,
        };
        self.scan.way.truncate(level.steps);
        self.scan.way.extend(index.map(Step::Index));
    }

    fn is_colon(&self, at: usize) -> bool {
        let next = self.scan.byte(at + 1);
        let before = at.checked_sub(1).and_then(|before| self.scan.byte(before));
        matches!(next, None | Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b'[' | b']' | b'{' | b'}'))
            || matches!(before, Some(b'"' | b'\''))
    }

    fn word(&mut self, span: Range<usize>, is_quoted: bool) {
        let is_key = self.levels.last().is_some_and(|level| level.is_map && !level.is_behind_colon);
        if is_key {
            let steps = self.levels.last().map_or(0, |level| level.steps);
            self.scan.way.truncate(steps);
            self.scan.visit(PlaceInYaml::Key, span.clone(), is_quoted);
            let key = self.scan.text.get(span).unwrap_or_default();
            self.scan.way.push(Step::from(key));
        } else {
            self.scan.visit(PlaceInYaml::Value, span, is_quoted);
        }
        self.end_value();
    }

    fn plain(&mut self, start: usize) -> usize {
        let mut at = start;
        while let Some(byte) = self.scan.byte(at) {
            let is_comment = byte == b'#' && at > start && self.scan.byte(at - 1) == Some(b' ');
            let is_end = matches!(byte, b',' | b'[' | b']' | b'{' | b'}' | b'\n') || is_comment;
            if is_end || (byte == b':' && self.is_colon(at)) {
                break;
            }
            at += 1;
        }
        let written = self.scan.text.get(start..at).unwrap_or_default();
        let words = written.trim_end();
        if words.is_empty() {
            return at.max(start + 1);
        }
        self.word(start..start + words.len(), false);
        start + words.len()
    }
}
