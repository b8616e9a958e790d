//! Line breaks that only one of the two readers of YAML takes for such: U+2028 and U+2029 (YAML 1.1, section 4.2; no more
//! in YAML 1.2, section 5.4).

use std::borrow::Cow;

use super::Tree;

const BREAKS: [char; 2] = ['\u{2028}', '\u{2029}'];

/// The text with each value that holds such a break between quotes, so that both readers take it for a part of the value.
/// What was blanked stays blank.
pub(super) fn quoted<'t>(text: &'t str, tree: &Tree, offset: usize) -> Cow<'t, str> {
    if !text.contains(BREAKS) {
        return Cow::Borrowed(text);
    }
    let mut values = Vec::new();
    tree.each_scalar(&mut |scalar, value, is_plain| {
        if is_plain && value.contains(BREAKS) {
            let span = &scalar.span;
            values.push((span.start.saturating_sub(offset)..span.end.saturating_sub(offset), value));
        }
    });
    let mut quoted = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (range, value) in values {
        let Some(written) = text.get(range.clone()).filter(|written| written.contains(BREAKS)) else {
            continue;
        };
        push_between(text.get(at..range.start).unwrap_or_default(), &mut quoted);
        // A text in JSON is one between double quotes in YAML, but for the breaks.
        let escaped = serde_json::to_string(value).unwrap_or_else(|_| written.to_owned());
        quoted.push_str(&escaped.replace(BREAKS[0], "\\L").replace(BREAKS[1], "\\P"));
        at = range.end;
    }
    push_between(text.get(at..).unwrap_or_default(), &mut quoted);
    Cow::Owned(quoted)
}

/// What stands between such values; a comment goes on to the end of its line.
fn push_between(text: &str, quoted: &mut String) {
    for line in text.split_inclusive('\n') {
        let is_comment = line.trim_start().starts_with('#');
        if is_comment { quoted.push_str(&line.replace(BREAKS, " ")) } else { quoted.push_str(line) }
    }
}
