//! Texts of records as HTML: escaped, with ruby, and marked where they are in the other language.

use super::{
    string_keys::{StringKeys, keys},
    view::Html,
};
pub(super) use crate::html::escape;
use crate::{
    lang::{Lang, Words, is_joined, ruby},
    model::Text,
    theme::Strings,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[keys("in-language-{}", &Lang::CODES)];

/// The text as HTML in a language; in the other language's words, marked so, where this one has none. The strings are those
/// of the language.
pub(super) fn html(text: &Text, lang: Lang, strings: &Strings) -> Html {
    Html::new(markup(text, lang, strings))
}

/// As [`html`], to be put into more HTML.
pub(super) fn markup(text: &Text, lang: Lang, strings: &Strings) -> String {
    match text.nearest(lang) {
        Some((own, text)) if own == lang => ruby::html(text),
        Some((other, text)) => in_other(&ruby::html(text), lang, other, strings),
        None => String::new(),
    }
}

/// HTML in the other language in the place of a text, with the mark that says so: every page has the same.
pub(super) fn in_other(html: &str, lang: Lang, other: Lang, strings: &Strings) -> String {
    let mark = strings.plain(&format!("in-language-{}", other.code()));
    let blank = if is_joined("", mark, lang) { "" } else { " " };
    let code = other.code();
    format!("<span lang=\"{code}\">{html}</span>{blank}<span class=\"in-language\">{}</span>", escape(mark))
}

/// The text as HTML in the language in which it is written: a document is called what it calls itself.
pub(super) fn as_written(text: &Text, lang: Lang) -> Html {
    Html::new(match text.nearest(lang) {
        Some((own, text)) if own == lang => ruby::html(text),
        Some((other, text)) => format!("<span lang=\"{}\">{}</span>", other.code(), ruby::html(text)),
        None => String::new(),
    })
}

/// The text without markup; of ruby, the base.
pub(super) fn plain(text: &Text, lang: Lang) -> String {
    text.nearest(lang).map(|(_, text)| ruby::plain(text)).unwrap_or_default()
}

/// The language of [`plain`], where it is not the one asked for.
pub(super) fn foreign(text: &Text, lang: Lang) -> Option<&'static str> {
    text.nearest(lang).map(|(own, _)| own).filter(|own| *own != lang).map(Lang::code)
}

/// A long text cut for a title, between words.
pub(super) fn shortened(text: &str, lang: Lang) -> String {
    cut(text, lang, lang.locale().title_length)
}

/// A text of more characters than these, cut between words.
pub(super) fn cut(text: &str, lang: Lang, length: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(length) else { return text.to_owned() };
    let short = &text[..cut];
    let end = match lang.locale().words {
        Words::Spaced { .. } => short.rfind(' ').unwrap_or(cut),
        Words::Joined => cut,
    };
    format!("{}…", short[..end].trim_end_matches([',', ';', ':', '、', '。']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        let long =
            "Sharing good practice in the use of cloud services, in fields such as health care and education";
        assert_eq!(
            shortened(long, Lang::En),
            "Sharing good practice in the use of cloud services, in fields such as…"
        );
        assert_eq!(shortened("短い", Lang::Ja), "短い");
        assert_eq!(shortened(&"あ".repeat(40), Lang::Ja), format!("{}…", "あ".repeat(36)));
    }
}
