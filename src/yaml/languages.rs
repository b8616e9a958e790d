//! A text in both languages where the format has a plain one.

use super::{Tree, syntax::in_quotes, tree::ValueKind};
use crate::lang::Lang;

/// What to write for a map of languages: in a note, this file's text alone.
pub(super) fn in_language(value: &Tree, path: &str) -> Option<String> {
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
        return Some("write one plain text here, the same for both languages".to_owned());
    };
    let other = lang.other().code();
    let here = text(lang).filter(|text| text.chars().count() <= 60);
    let here = here.map_or_else(String::new, |text| format!(": `{}`", plain(text)));
    Some(format!(
        "in a note, write a plain text in the language of the file{here}; the text in the other language goes into the \
         .{other}.md file, under the same key"
    ))
}

/// A text as it is written behind its key.
pub(super) fn plain(text: &str) -> String {
    let needs_quotes =
        text.contains(": ") || text.contains(" #") || text.contains(['"', '\'', '[', ']', '{', '}', ',']);
    let quoted = if needs_quotes { in_quotes(text) } else { None };
    quoted.unwrap_or_else(|| text.to_owned())
}
