//! Texts of records as HTML: escaped, with ruby, and marked where they are in the other language.

use super::view::Html;
pub(super) use crate::html::escape;
use crate::{
    lang::{Lang, ruby},
    model::Text,
};

/// The text as HTML in a language; in the other language's words, marked so, where this one has none.
pub(super) fn html(text: &Text, lang: Lang) -> Html {
    Html::new(markup(text, lang))
}

/// As [`html`], to be put into more HTML.
pub(super) fn markup(text: &Text, lang: Lang) -> String {
    match text.nearest(lang) {
        Some((own, text)) if own == lang => ruby::html(text),
        Some((other, text)) => format!("<span lang=\"{}\">{}</span>", other.code(), ruby::html(text)),
        None => String::new(),
    }
}

/// The text without markup; of ruby, the base.
pub(super) fn plain(text: &Text, lang: Lang) -> String {
    text.nearest(lang).map(|(_, text)| ruby::plain(text)).unwrap_or_default()
}

/// The language of [`plain`], where it is not the one asked for.
pub(super) fn foreign(text: &Text, lang: Lang) -> Option<&'static str> {
    text.nearest(lang).map(|(own, _)| own).filter(|own| *own != lang).map(Lang::code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_the_other_language_is_marked() {
        let text = Text::default().with(Lang::En, Some("A & B"));
        assert_eq!(markup(&text, Lang::En), "A &amp; B");
        assert_eq!(markup(&text, Lang::Ja), "<span lang=\"en\">A &amp; B</span>");
        assert_eq!(plain(&text, Lang::Ja), "A & B");
    }

    #[test]
    fn ruby_shows_in_html_and_not_in_plain_text() {
        let text = Text::same("{総務省|そうむしょう}は");
        assert!(markup(&text, Lang::Ja).starts_with("<ruby>総務省<rp>"));
        assert_eq!(plain(&text, Lang::Ja), "総務省は");
    }
}
