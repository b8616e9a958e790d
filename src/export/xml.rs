//! What the XML files have in common.

use quick_xml::{Writer, events::BytesText};
use std::io;

use crate::html::allowed_in_xml;

/// Writes an element that holds a text.
pub(super) fn write_text<W: io::Write>(xml: &mut Writer<W>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed_in_xml(text)))?;
    Ok(())
}
