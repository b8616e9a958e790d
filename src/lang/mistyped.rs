//! Signs of ruby and of comments that are mistyped, in notes and in texts of records.

use std::ops::Range;

use super::{Message, is_east_asian_script, say};

/// What a comment begins with.
pub const COMMENT: &str = "<!--";

/// Ruby with a full-width sign.
pub struct Ruby {
    /// The first of its signs that is full-width.
    pub sign: char,
    /// Where that stands.
    pub place: Range<usize>,
    /// The ruby as it was meant.
    pub meant: String,
}

/// `{base｜reading}`, `｛base|reading｝`.
#[must_use]
pub fn ruby(line: &str) -> Vec<Ruby> {
    let opens = line.char_indices().filter(|(_, c)| matches!(c, '{' | '｛'));
    opens.filter_map(|(at, open)| ruby_at(line, at, open)).collect()
}

fn ruby_at(line: &str, at: usize, open: char) -> Option<Ruby> {
    let start = at + open.len_utf8();
    let inner = line.get(start..)?;
    let length = inner.find(['{', '｛', '}', '｝'])?;
    let (base, reading) = inner.get(..length)?.split_once(['|', '｜'])?;
    let is_whole = inner.get(length..)?.starts_with(['}', '｝'])
        && !base.trim().is_empty()
        && !reading.contains(['|', '｜']);
    if !is_whole || !reading.chars().any(is_east_asian_script) {
        return None;
    }
    let signs = [at, start + base.len(), start + length].into_iter();
    let mut signs = signs.filter_map(|at| Some((at, line.get(at..)?.chars().next()?)));
    let (at, sign) = signs.find(|(_, c)| !c.is_ascii())?;
    Some(Ruby { sign, place: at..at + sign.len_utf8(), meant: format!("{{{base}|{reading}}}") })
}

/// What is said of it.
#[must_use]
pub fn of_ruby(sign: char) -> Message {
    say!("full-width-ruby", sign)
}

/// The beginnings of comments: `<!--`, and what was meant for it, such as `＜!--`, `<！－－`, `<!—` and `<!-`.
#[must_use]
pub fn comments(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut done = 0;
    while let Some(at) = line.get(done..).and_then(|rest| rest.find(ANGLES)).map(|at| done + at) {
        let rest = line.get(at..).unwrap_or_default();
        // A run of them is looked through once.
        done = line.len() - rest.trim_start_matches(ANGLES).len();
        found.extend(comment_at(line, at, done));
    }
    found
}

const ANGLES: [char; 4] = ['<', '＜', '‹', '〈'];

fn comment_at(line: &str, at: usize, bang: usize) -> Option<Range<usize>> {
    let inner = line.get(bang..)?.strip_prefix(['!', '！'])?;
    let behind = inner.trim_start_matches(|c: char| "-－‐‑–—―−ー".contains(c));
    let place = at..line.len() - behind.len();
    let is_right = line.get(place.clone())?.starts_with(COMMENT);
    (behind.len() < inner.len()).then(|| if is_right { at..at + COMMENT.len() } else { place })
}

/// What is said of one that is mistyped.
#[must_use]
pub fn of_comment(written: &str) -> Message {
    say!("no-comment", written)
}
