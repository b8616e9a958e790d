//! The keys and values of YAML that somebody is typing, with the way to each by indentation and brackets: `yaml::Tree` reads what
//! is finished, and has nothing to say of the rest. What is wrong in one place does not hide what stands in others.

use std::ops::Range;

use super::{
    flow::Flow,
    scan::{PlaceInYaml, YamlScan, YamlWord},
};
use crate::yaml::{MAX_NESTING, Step};

/// Visits each key and each value of YAML, in the order of the text.
pub(super) fn scan_blocks(
    text: &str,
    yaml: Range<usize>,
    cursor: usize,
    visitor: &mut dyn FnMut(&YamlWord<'_>),
) {
    let end = yaml.end.min(text.len());
    let scan = YamlScan { text, end, cursor, way: Vec::new(), visitor };
    let mut blocks = BlockScan { scan, frames: Vec::new() };
    let mut at = yaml.start;
    while at < end {
        at = blocks.line(at).max(at + 1);
    }
    let before = text.get(yaml.start..end).unwrap_or_default();
    if cursor == end && (before.is_empty() || before.ends_with('\n')) {
        blocks.blank(0);
    }
}

/// A step of the way, in block style.
#[derive(Clone, Copy)]
struct BlockFrame {
    /// The column of its key or its hyphen.
    column: usize,
    /// Whether something stands behind the key on its line.
    has_value: bool,
}

/// What is scanned line by line.
struct BlockScan<'t, 'v> {
    scan: YamlScan<'t, 'v>,
    /// One for each step of the way.
    frames: Vec<BlockFrame>,
}

impl BlockScan<'_, '_> {
    /// Takes one line and those that belong to its value: where the next one begins.
    fn line(&mut self, at: usize) -> usize {
        let [line_end, next] = self.scan.line_ends(at);
        let start = self.scan.after_blanks(at).min(line_end);
        if start >= line_end {
            if (at..=line_end).contains(&self.scan.cursor) {
                self.blank(self.scan.cursor - at);
            }
            return next;
        }
        if self.scan.byte(start) == Some(b'#') {
            return next;
        }
        self.items(start, start - at, line_end, next)
    }

    /// What may stand at the cursor, in a line in which nothing does.
    fn blank(&mut self, column: usize) {
        let (way, frames) = (self.scan.way.clone(), self.frames.clone());
        let is_sibling = self.leave(column);
        if is_sibling {
            self.scan.visit_nothing(PlaceInYaml::Key);
        } else if !self.frames.last().is_some_and(|frame| frame.has_value) {
            self.scan.visit_nothing(PlaceInYaml::Either);
        }
        (self.scan.way, self.frames) = (way, frames);
    }

    /// Takes the hyphens that a line begins with, and what stands behind them.
    fn items(&mut self, mut start: usize, mut column: usize, line_end: usize, next: usize) -> usize {
        let mut is_first = false;
        while self.scan.byte(start) == Some(b'-') && self.scan.is_blank_at(start + 1, line_end) {
            if self.scan.way.len() >= MAX_NESTING {
                return next;
            }
            self.enter_item(column);
            let inner = self.scan.after_blanks(start + 1).min(line_end);
            if inner >= line_end {
                if start + 1 < self.scan.cursor && self.scan.cursor <= line_end {
                    self.scan.visit_nothing(PlaceInYaml::Either);
                }
                return next;
            }
            column += inner - start;
            start = inner;
            is_first = true;
        }
        match self.scan.key(start, line_end) {
            Some((key, colon)) => self.pair(key, colon, column, line_end, next),
            None => self.bare(start, column, line_end, next, is_first),
        }
    }

    fn enter_item(&mut self, column: usize) {
        while self.frames.last().is_some_and(|frame| frame.column > column) {
            self.pop();
        }
        let is_next = self.frames.last().is_some_and(|frame| frame.column == column);
        match self.scan.way.last_mut() {
            Some(Step::Index(index)) if is_next => *index += 1,
            _ => self.push(Step::Index(0), column),
        }
    }

    fn push(&mut self, step: Step, column: usize) {
        self.scan.way.push(step);
        self.frames.push(BlockFrame { column, has_value: false });
    }

    fn pop(&mut self) {
        self.scan.way.pop();
        self.frames.pop();
    }

    /// Leaves what lies as deep as a column, or deeper: whether a key stands in the same column.
    fn leave(&mut self, column: usize) -> bool {
        let mut is_sibling = false;
        while self.frames.last().is_some_and(|frame| frame.column >= column) {
            let is_key = matches!(self.scan.way.last(), Some(Step::Key(_)));
            is_sibling |= is_key && self.frames.last().is_some_and(|frame| frame.column == column);
            self.pop();
        }
        is_sibling
    }

    /// A key and its value.
    fn pair(
        &mut self,
        key: Range<usize>,
        colon: usize,
        column: usize,
        line_end: usize,
        next: usize,
    ) -> usize {
        self.leave(column);
        if self.scan.way.len() >= MAX_NESTING {
            return next;
        }
        let is_quoted =
            self.scan.byte(colon.saturating_sub(2)).is_some_and(|byte| matches!(byte, b'"' | b'\''));
        self.scan.visit(PlaceInYaml::Key, key.clone(), is_quoted);
        let name = self.scan.text.get(key).unwrap_or_default();
        self.push(Step::from(name), column);
        let value = self.value_start(colon, line_end);
        if value >= line_end || self.scan.byte(value) == Some(b'#') {
            let is_inside = (colon..=line_end).contains(&self.scan.cursor) && self.scan.cursor <= value;
            if is_inside {
                self.scan.visit_nothing(PlaceInYaml::Value);
            }
            return next;
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.has_value = true;
        }
        if matches!(self.scan.byte(value), Some(b'|' | b'>')) {
            return self.after_block_text(next, column);
        }
        self.value(value, line_end, PlaceInYaml::Value)
    }

    /// Where a value begins, behind its anchor and its tag.
    fn value_start(&self, at: usize, line_end: usize) -> usize {
        let mut at = self.scan.after_blanks(at).min(line_end);
        while matches!(self.scan.byte(at), Some(b'&' | b'!')) && at < line_end {
            let rest = self.scan.text.get(at..line_end).unwrap_or_default();
            let end = rest.find([' ', '\t']).map_or(line_end, |end| at + end);
            at = self.scan.after_blanks(end).min(line_end);
        }
        at
    }

    /// A value, or a key that has no colon yet.
    fn bare(&mut self, start: usize, column: usize, line_end: usize, next: usize, is_first: bool) -> usize {
        let is_sibling = self.leave(column);
        if !is_first && !is_sibling && self.frames.last().is_some_and(|frame| frame.has_value) {
            // It goes on with the value above.
            return next;
        }
        let place = if is_sibling { PlaceInYaml::Key } else { PlaceInYaml::Either };
        let start = self.value_start(start, line_end);
        if matches!(self.scan.byte(start), Some(b'|' | b'>')) {
            return self.after_block_text(next, column.saturating_sub(1));
        }
        if start >= line_end { next } else { self.value(start, line_end, place) }
    }

    /// A value in the style that it begins in: where the next line begins.
    fn value(&mut self, start: usize, line_end: usize, place: PlaceInYaml) -> usize {
        let column = self.frames.last().map(|frame| frame.column);
        let end = match self.scan.byte(start) {
            Some(b'[' | b'{') => Flow::new(&mut self.scan, column).take(start),
            Some(b'"' | b'\'') => {
                let (span, end) = self.scan.quoted(start, column);
                self.scan.visit(PlaceInYaml::Value, span, true);
                end
            }
            _ => {
                let line = self.scan.text.get(start..line_end).unwrap_or_default();
                let words = line.find(" #").map_or(line, |at| line.get(..at).unwrap_or_default()).trim_end();
                self.scan.visit(place, start..start + words.len(), false);
                return self.scan.line_ends(start)[1];
            }
        };
        // A list that is not closed ends where a line begins.
        let begins_line = end > start && self.scan.byte(end - 1) == Some(b'\n');
        if begins_line { end } else { self.scan.line_ends(end)[1] }
    }

    fn after_block_text(&self, mut at: usize, column: usize) -> usize {
        while at < self.scan.end {
            let [line_end, next] = self.scan.line_ends(at);
            let start = self.scan.after_blanks(at).min(line_end);
            if start < line_end && start - at <= column {
                break;
            }
            at = next.max(at + 1);
        }
        at
    }
}
