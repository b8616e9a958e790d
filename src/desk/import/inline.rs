//! Inline Markdown: read as plain text, and plain text written so that it reads the same.

use super::numbering::marker;
use crate::lang::is_odd;

/// Words without inline markup: emphasis, code, links (their words), references, elements, escapes. The mark of a footnote stays.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = element(rest).or_else(|| reference(rest, &mut out)).or_else(|| link(rest, &mut out));
        rest = match taken {
            Some(length) => &rest[length..],
            None => character(c, rest, &mut out),
        };
    }
    out
}

/// Takes one character, or two where the first is an escape.
fn character<'t>(c: char, rest: &'t str, out: &mut String) -> &'t str {
    let behind = &rest[c.len_utf8()..];
    match (c, behind.chars().next()) {
        ('\\', Some(escaped)) if escaped.is_ascii_punctuation() => {
            out.push(escaped);
            &behind[escaped.len_utf8()..]
        }
        ('*' | '`', _) => behind,
        // Odd characters would not be allowed in a note.
        (c, _) if is_odd(c) => behind,
        (c, _) => {
            out.push(c);
            behind
        }
    }
}

/// The length of an element's tag or a comment.
fn element(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    if inner.starts_with("!--") {
        return inner.find("-->").map(|end| 1 + end + 3);
    }
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = inner.find('>').filter(|end| *end < 200)?;
    Some(1 + end + 1)
}

/// Takes the words of `[[kind:id|words]]`.
fn reference(text: &str, out: &mut String) -> Option<usize> {
    let inner = text.strip_prefix("[[")?;
    let end = inner.find("]]")?;
    let words = inner[..end].rsplit(['|', ':']).next()?;
    out.push_str(words);
    Some(2 + end + 2)
}

/// Takes the words of `[words](address)` and `![words](address)`.
fn link(text: &str, out: &mut String) -> Option<usize> {
    let inner = text.strip_prefix("![").or_else(|| text.strip_prefix('['))?;
    let (words, behind) = inner.split_once("](").filter(|(words, _)| !words.contains(['[', ']']))?;
    let end = behind.find(')')?;
    out.push_str(&plain(words));
    Some(text.len() - behind.len() + end + 1)
}

/// Plain text without the marks of footnotes, and what is to stand for each, by its label.
pub(super) fn with_marks(text: &str, mark: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("[^") {
        out.push_str(before);
        rest = behind;
        if let Some((label, behind)) = behind.split_once(']').filter(|(label, _)| !label.contains('[')) {
            out.push_str(&mark(label));
            rest = behind;
        } else {
            out.push('[');
        }
    }
    out.push_str(rest);
    out
}

/// Plain text as Markdown that reads the same; marks of footnotes stay what they are.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_footnote = c == '[' && text[at..].starts_with("[^");
        let is_entity =
            c == '&' && text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#');
        if "\\*`<".contains(c) || (c == '[' && !is_footnote) || is_entity {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The same at the beginning of a line, where it must become neither a heading nor a list.
pub(super) fn line_start(markdown: &str) -> String {
    let first = markdown.chars().next();
    if first.is_some_and(|c| "#>+-|~:=".contains(c)) {
        return format!("\\{markdown}");
    }
    let is_numbered = first.is_some_and(|c| c.is_ascii_digit()) && marker(markdown).is_some();
    match markdown.find(['.', ')']).filter(|_| is_numbered) {
        Some(at) => format!("{}\\{}", &markdown[..at], &markdown[at..]),
        None => markdown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_plain_text() {
        for (text, expected) in [
            ("November 1<sup>st</sup>, 2010", "November 1st, 2010"),
            ("**two** words", "two words"),
            ("[the text](https://x.example/a)", "the text"),
            ("by [[organization:mic|the Ministry]]", "by the Ministry"),
            ("a note[^1]", "a note[^1]"),
            ("1 < 2", "1 < 2"),
            (r"a \* b", "a * b"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn what_is_escaped_reads_as_it_was() {
        for text in [
            "a * b",
            "# 1",
            "[a](b)",
            "<b>",
            "1. x",
            "- x",
            "a note[^1]",
            "x|y",
            "~~~",
            ": x",
            "a &amp; b",
            r"back\slash",
        ] {
            assert_eq!(plain(&line_start(&escaped(text))), text);
        }
    }
}
