//! What Markdown makes of a text, in words.

use crate::lang::{Message, say};

/// What an element is called.
pub(super) fn noun(element: &str) -> Message {
    match element {
        "list" => say!("a-list-of-text"),
        "heading" => say!("block-heading"),
        "quotation" => say!("block-quotation"),
        "code" => say!("code"),
        "picture" => say!("picture"),
        "link" => say!("link"),
        "footnote" => say!("block-footnote"),
        "reference" => say!("reference"),
        "emphasis" => say!("emphasis"),
        "ruby" => say!("ruby"),
        element => Message::verbatim(element),
    }
}
