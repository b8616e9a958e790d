//! Paths in lists of one file a line.

use std::borrow::Cow;

/// What a line cannot hold, and what stands for it.
const ESCAPES: [(char, char); 3] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r')];

/// A path as a line can hold it.
pub(super) fn on_a_line(path: &str) -> Cow<'_, str> {
    if !path.contains(['\\', '\n', '\r']) {
        return path.into();
    }
    let mut line = String::new();
    for c in path.chars() {
        match ESCAPES.iter().find(|(escaped, _)| *escaped == c) {
            Some((_, sign)) => line.extend(['\\', *sign]),
            None => line.push(c),
        }
    }
    line.into()
}

/// The path that a line holds.
pub(super) fn of_a_line(line: &str) -> String {
    if !line.contains('\\') {
        return line.to_owned();
    }
    let mut path = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        let sign = if c == '\\' { chars.next() } else { None };
        path.push(ESCAPES.iter().find(|(_, known)| Some(*known) == sign).map_or(c, |(escaped, _)| *escaped));
    }
    path
}
