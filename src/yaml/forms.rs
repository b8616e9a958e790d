//! Maps that were written without their braces behind another key.

use crate::lang::{Lang, Message, say};

/// The keys that a record has where its value may be one of several, by the key in front of it.
const FORMS: [(&str, &[&str]); 5] = [
    ("release", &["embargoed-until"]),
    ("date", &["from", "to"]),
    ("due", &["text", "by"]),
    ("version", &["status", "from", "by", "source"]),
    ("license", &["name", "url"]),
];

/// Those who take part for a delegation.
const LISTS: [&str; 3] = ["heads", "organizations", "people"];

/// How to write keys and values that stand behind another key on its line; none where they look like a text.
pub(super) fn in_map(key: &str, value: &str) -> Option<Message> {
    let value = value.split(" #").next()?.trim_end();
    let (inner, rest) = value.split_once(": ")?;
    let is_of_language = Lang::from_code(inner).is_some();
    let is_form = FORMS.iter().any(|(outer, keys)| *outer == key && keys.contains(&inner));
    let is_bare = is_key(rest);
    let written = match (key, inner) {
        _ if is_form || is_of_language => format!("{{{value}}}"),
        ("heads", "person") if is_bare => format!("[{{{value}}}]"),
        (_, list) if LISTS.contains(&list) && is_bare => format!("{{{list}: [{rest}]}}"),
        (_, list) if LISTS.contains(&list) && rest.starts_with('[') => format!("{{{value}}}"),
        (_, "others") if matches!(rest, "true" | "false") => format!("{{{value}}}"),
        _ => return None,
    };
    Some(say!("write-braces", key, written))
}

/// Whether a text could be a key of the format.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}
