//! Texts as YAML writes them.

/// A text as a value on one line: plain where that reads the same, else in single quotes.
pub(super) fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) }
}

/// A text as a value inside of `{ }` or `[ ]`.
pub(super) fn inner_scalar(text: &str) -> String {
    if is_plain(text) && !text.contains([',', '[', ']', '{', '}']) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let is_word = first.is_some_and(|c| c.is_alphabetic() || c == '「' || c == '（');
    let is_special = ["true", "false", "null", "yes", "no", "on", "off"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    is_word
        && !is_special
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.contains(['\t', '\n'])
}

/// A text as a comment: on one line, whatever it holds.
pub(super) fn comment(text: &str) -> String {
    let words: Vec<_> = text.split(|c: char| c.is_whitespace() || crate::lang::is_odd(c)).collect();
    format!("# {}", words.join(" ").trim())
}
