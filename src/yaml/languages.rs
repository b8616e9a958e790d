//! A text in both languages where the format has a plain one.

use super::{Tree, syntax::in_quotes, tree::ValueKind};
use crate::lang::{Lang, Message, say};

/// What to write for a map of languages: in a note, this file's text alone.
pub(super) fn in_language(value: &Tree, path: &str) -> Option<Message> {
    let ValueKind::Map(entries) = &value.kind else { return None };
    let text = |lang: Lang| match &entries.find(lang.code())?.value.kind {
        ValueKind::Scalar(text, _) => Some(text.as_str()),
        _ => None,
    };
    if entries.iter().any(|entry| Lang::from_code(&entry.key).is_none()) {
        return None;
    }
    let name = path.strip_suffix(".md").and_then(|name| name.rsplit_once('.'));
    let Some((_, lang)) = name.and_then(|(name, code)| Some((name, Lang::from_code(code)?))) else {
        return Some(say!("one-plain-text"));
    };
    let other = lang.other().code();
    let here = text(lang).filter(|text| text.chars().count() <= 60);
    let here = here.map_or_else(String::new, |text| format!(": `{}`", plain(text)));
    Some(say!("text-of-language", here, other))
}

/// A text as it is written behind its key.
pub(super) fn plain(text: &str) -> String {
    let needs_quotes =
        text.contains(": ") || text.contains(" #") || text.contains(['"', '\'', '[', ']', '{', '}', ',']);
    let quoted = if needs_quotes { in_quotes(text) } else { None };
    quoted.unwrap_or_else(|| text.to_owned())
}
