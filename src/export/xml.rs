//! What the XML files have in common.

use quick_xml::{Writer, events::BytesText};
use std::{borrow::Cow, io};

/// Writes an element that holds a text.
pub(super) fn write_text<W: io::Write>(xml: &mut Writer<W>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// The text without the characters that XML has no place for. Notes that hold one are refused; this makes sure.
pub(super) fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    if text.chars().all(is_allowed) {
        Cow::Borrowed(text)
    } else {
        text.chars().filter(|c| is_allowed(*c)).collect()
    }
}
