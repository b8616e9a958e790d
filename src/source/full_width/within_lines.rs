//! Signs within a line: links, references, ruby, emphasis, code, footnotes.

use super::super::nouns::noun;
use std::ops::Range;

use super::{
    super::text_lines::{TextBlock, TextLine},
    Sign,
};
use crate::lang::{mistyped, say};

/// What a line has that holds any of the signs below, but for pairs: most have none.
const MARKS: [char; 10] = ['[', '［', ']', '］', '{', '｛', '<', '＜', '‹', '〈'];

/// The signs within the lines of a block.
pub(super) fn signs(text: &str, block: &TextBlock) -> Vec<Sign> {
    let mut found = Vec::new();
    for words in block.words() {
        let line = text.get(words.clone()).unwrap_or_default();
        if !line.contains(MARKS) {
            continue;
        }
        let signs = [links(line), references(line), ruby(line), footnotes(line), comments(line)];
        found.extend(signs.into_iter().flatten().map(|sign| sign.moved(words.start)));
    }
    found.extend(pair(text, block, '＊', '*', 2, "emphasis"));
    found.extend(pair(text, block, '｀', '`', 1, "code"));
    found
}

/// The first full-width character of some.
fn full_width(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, c)| matches!(c, '！'..='～'))
}

/// The half-width form of a full-width sign.
fn half(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn halves(text: &str) -> String {
    text.chars().map(half).collect()
}

/// The first full-width sign of a part of a text, with the whole part in half-width signs.
fn sign_at(text: &str, part: Range<usize>, what: &str) -> Option<Sign> {
    let written = text.get(part.clone())?;
    let (at, c) = full_width(written)?;
    let message = say!("full-width-makes-no", sign = c, what = noun(what));
    let place = part.start + at..part.start + at + c.len_utf8();
    Some(Sign::new(place, message, say!("write", what = halves(written))))
}

/// `[words]（address）`, `［words］(address)`, with `！` before it too.
fn links(line: &str) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut done = 0;
    for (close, c) in line.char_indices().filter(|(_, c)| matches!(c, ']' | '］')) {
        let address = close + c.len_utf8();
        let Some(length) = address_length(line.get(address..).unwrap_or_default()) else { continue };
        let before = line.get(done..close).unwrap_or_default();
        let open = before.rfind(['[', '［']).map(|at| done + at);
        done = address + length;
        let Some(open) = open else { continue };
        let address = line.get(address..address + length).unwrap_or_default();
        let is_picture = is_picture(address) && line.get(..open).is_some_and(|it| it.ends_with('！'));
        let (what, mark) = if is_picture { ("picture", "!") } else { ("link", "") };
        let words = open + width(line, open);
        let start = if is_picture { open - '！'.len_utf8() } else { open };
        // Between the brackets all signs are right.
        let sign = sign_at(line, start..words, what).or_else(|| sign_at(line, close..done, what));
        let written = line.get(words..close).unwrap_or_default();
        let help = say!("write-link", mark, written, address = halves(address));
        found.extend(sign.map(|sign| Sign { help, ..sign }));
    }
    found
}

const LONGEST_ADDRESS: usize = 2000;

/// The length of an address in brackets that a text begins with.
fn address_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '（'])?;
    // What is longer is none, and would be looked through again and again.
    let end = inner.char_indices().take(LONGEST_ADDRESS).find(|(_, c)| matches!(c, ')' | '）'))?.0;
    let address = inner.get(..end)?;
    let plain = halves(address);
    let beginnings = ["/", "#", "http:", "https:", "mailto:", "www."];
    let is_address =
        beginnings.iter().any(|it| plain.starts_with(it)) && !plain.contains(char::is_whitespace);
    let end = text.len() - inner.len() + address.len();
    is_address.then(|| end + width(text, end))
}

/// Whether an address, in brackets or without, is that of a picture.
pub(in super::super) fn is_picture(address: &str) -> bool {
    let address = address.trim_end_matches([')', '）']).to_ascii_lowercase();
    [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"].iter().any(|it| address.ends_with(it))
}

/// How many bytes the character at a place has.
fn width(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// `［［kind:id］］`, `[[kind:id］］`.
fn references(line: &str) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut done = 0;
    while let Some(at) = line.get(done..).and_then(|rest| rest.find(['[', '［'])).map(|at| done + at) {
        done = at + width(line, at);
        let Some(end) = reference_end(line.get(at..).unwrap_or_default()) else { continue };
        found.extend(sign_at(line, at..at + end, "reference"));
        done = at + end;
    }
    found
}

/// How long the reference is that a text begins with, whichever its brackets are.
fn reference_end(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['[', '［'])?.strip_prefix(['[', '［'])?;
    let written = inner.get(..inner.find(['[', '［', ']', '］'])?)?;
    let (kind, _) = written.split_once([':', '：'])?;
    if kind.is_empty() || !kind.chars().all(|c| half(c).is_ascii_alphabetic()) {
        return None;
    }
    let close = inner.get(written.len()..)?;
    let brackets = close.chars().take(2).take_while(|c| matches!(c, ']' | '］'));
    let length: usize = brackets.map(char::len_utf8).sum();
    (length > 0).then_some(text.len() - close.len() + length)
}

/// Whether a text begins with a reference of which a bracket or the colon is full-width.
pub(in super::super) fn begins_reference(text: &str) -> bool {
    reference_end(text).and_then(|end| full_width(text.get(..end)?)).is_some()
}

/// The full-width sign in a reference, as it stands between the brackets, that keeps it from being read.
pub(in super::super) fn reference_sign(written: &str) -> Option<(Range<usize>, char)> {
    let (at, c) = written.char_indices().find(|(_, c)| matches!(c, '：' | '｜' | '［' | '］'))?;
    Some((at..at + c.len_utf8(), half(c)))
}

/// `{base｜reading}`, `｛base|reading｝`.
fn ruby(line: &str) -> Vec<Sign> {
    let reported = mistyped::ruby(line).into_iter().map(|found| {
        let message = mistyped::of_ruby(found.sign);
        Sign::new(found.place, message, say!("write", what = found.meant))
    });
    reported.collect()
}

/// `［^a］`, `[＾a]`.
fn footnotes(line: &str) -> Vec<Sign> {
    let mut found = Vec::new();
    for (at, open) in line.char_indices().filter(|(_, c)| matches!(c, '[' | '［')) {
        let Some(inner) = line.get(at + open.len_utf8()..).and_then(|rest| rest.strip_prefix(['^', '＾']))
        else {
            continue;
        };
        let label = inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let Some(behind) = label.strip_prefix([']', '］']).filter(|_| label.len() < inner.len()) else {
            continue;
        };
        found.extend(sign_at(line, at..line.len() - behind.len(), "footnote"));
    }
    found
}

/// `＜!--`, `<！－－`, `<!—` and `<!-`: what was meant for nobody is read by all.
fn comments(line: &str) -> Vec<Sign> {
    let found = mistyped::comments(line).into_iter().filter_map(|place| {
        let written = line.get(place.clone()).filter(|written| *written != mistyped::COMMENT)?;
        let help = say!("write-comment");
        Some(Sign::new(place, mistyped::of_comment(written), help))
    });
    found.collect()
}

/// `＊＊words＊＊` and the like: the first of two runs of a sign, with the same number in each.
fn pair(text: &str, block: &TextBlock, sign: char, half: char, least: usize, what: &str) -> Option<Sign> {
    if !block.words().any(|words| text.get(words.clone()).is_some_and(|words| words.contains(sign))) {
        return None;
    }
    let runs = block.lines.iter().flat_map(|line| runs(text, line, [sign, half], least));
    let runs: Vec<_> = runs.collect();
    let is_full = |run: &Range<usize>| text.get(run.clone()).is_some_and(|run| run.contains(sign));
    let opens =
        |run: &Range<usize>| text.get(run.end..).is_some_and(|it| !it.starts_with(char::is_whitespace));
    let closes =
        |run: &Range<usize>| text.get(..run.start).is_some_and(|it| !it.ends_with(char::is_whitespace));
    let first = runs.windows(2).find(|two| {
        (is_full(&two[0]) || is_full(&two[1]))
            && opens(&two[0])
            && closes(&two[1])
            && two[0].end < two[1].start
    })?;
    let run = first.iter().find(|run| is_full(run))?;
    let written = text.get(run.clone())?;
    let message = say!("full-width-signs", written, what = noun(what));
    let code = format!("&#x{:x};", u32::from(sign));
    let help = say!("write-or-sign", what = half.to_string().repeat(written.chars().count()), code);
    Some(Sign::new(run.clone(), message, help))
}

/// The runs of signs in a line, of a full-width sign and its half-width form, of just so many.
fn runs(text: &str, line: &TextLine, signs: [char; 2], count: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for words in &line.words {
        let mut at = words.start;
        let end = words.end;
        while let Some(start) = text.get(at..end).and_then(|rest| rest.find(signs)).map(|found| at + found) {
            let rest = text.get(start..end).unwrap_or_default();
            let run = rest.get(..rest.len() - rest.trim_start_matches(signs).len()).unwrap_or_default();
            at = start + run.len();
            if run.chars().count() == count {
                found.push(start..at);
            }
        }
    }
    found
}

/// An anchor `｛#id｝` behind a heading.
pub(super) fn anchor(text: &str, block: &TextBlock) -> Option<Sign> {
    let words = block.words().last()?;
    let line = text.get(words.clone())?;
    let at = line.rfind(['{', '｛'])?;
    let inner = line.get(at + width(line, at)..)?;
    let is_anchor = inner.starts_with(['#', '＃']) && inner.trim_end().ends_with(['}', '｝']);
    let sign = sign_at(line, at..line.trim_end().len(), "anchor").filter(|_| is_anchor)?;
    Some(sign.moved(words.start))
}
