//! Values in half-width.
use crate::lang::{Message, say};

/// The plain form of a value that holds full-width letters, digits or signs, or stands in quotes that YAML does not
/// know; with a suggestion. None where it is plain already, or Japanese.
pub(super) fn narrowed(text: &str) -> Option<Message> {
    let pairs = [('＂', '＂'), ('＇', '＇'), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』')];
    let pair = pairs.iter().find(|(open, close)| is_between(text, *open, *close));
    let bare = pair.map_or(text, |(open, close)| text.trim_start_matches(*open).trim_end_matches(*close));
    let narrow = bare.chars().map(|c| match c {
        '\u{3000}' => ' ',
        '、' => ',',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    let narrow: String = narrow.collect();
    // What stays Japanese is a text, and no mistyped sign.
    if narrow == text || narrow.is_empty() || !narrow.is_ascii() {
        return None;
    }
    Some(match pair {
        Some((open, close)) => say!("write-without-brackets", open, close, narrow),
        None => say!("write-half-width", narrow),
    })
}

/// Whether a text begins with one sign and ends with another.
pub(super) fn is_between(text: &str, open: char, close: char) -> bool {
    text.strip_prefix(open).is_some_and(|rest| rest.ends_with(close))
}
