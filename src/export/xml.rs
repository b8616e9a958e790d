//! What the XML files have in common.

use quick_xml::{Writer, events::BytesText};
use std::{borrow::Cow, io};

/// Writes an element that holds a text.
pub(super) fn write_text<W: io::Write>(xml: &mut Writer<W>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// The text without the characters that XML has no place for. Notes that hold one are refused; this makes sure.
pub(super) fn allowed<'t>(text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
    let text = text.into();
    let is_allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    // Most texts have neither a control nor the byte that those last two begin with.
    let is_simple = text.bytes().filter(|byte| *byte < b' ' || *byte == 0xef).count() == 0;
    if is_simple || text.chars().all(is_allowed) {
        text
    } else {
        text.chars().filter(|c| is_allowed(*c)).collect()
    }
}
