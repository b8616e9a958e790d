//! The address at which readers report mistakes: of the web or of a mailbox.

use super::base::{BaseError, is_web_address, web_address};
use crate::{
    diagnostic::Code,
    lang::{Message, nfkc, say},
    path,
};

/// What such an address is, for those who wrote something else.
const NO_ADDRESS: Message = say!("address-or-mailbox");

/// The signs that neither part of a mailbox has without quotes.
const NO_MAILBOX: &str = "\"()[]<>\\,;:@/?#";

/// Reads the address at which readers report mistakes: one that leads out of the site, or `mailto:` with a mailbox. What
/// an address cannot hold is percent-encoded.
///
/// # Errors
///
/// Where the text is neither, with the address of the mailbox that it names, if it names one.
pub fn contact_address(text: &str) -> Result<String, BaseError> {
    if is_web_address(text) {
        return web_address(text);
    }
    if is_mail_address(text) {
        return Ok(path::sound(text));
    }
    let help = mailbox_in(text).map(|mailbox| say!("write-mailto", mailbox));
    Err(BaseError {
        code: Code::UnsafeLink,
        message: say!("not-an-address", address = text),
        help: help.unwrap_or(NO_ADDRESS),
    })
}

/// Whether a text is `mailto:` with mailboxes, without blanks.
fn is_mail_address(text: &str) -> bool {
    let is_odd = text.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = text.split_once(':').filter(|(scheme, _)| !is_odd && scheme.eq_ignore_ascii_case("mailto"));
    parts.is_some_and(|(_, rest)| rest.split('?').next().unwrap_or(rest).split(',').all(is_mailbox))
}

/// Whether a text is a mailbox, `name@host`.
fn is_mailbox(text: &str) -> bool {
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || NO_MAILBOX.contains(c);
    let parts = text.split_once('@').filter(|(name, host)| !name.contains(is_odd) && !host.contains(is_odd));
    parts.is_some_and(|(name, host)| !name.is_empty() && host.split('.').all(|part| !part.is_empty()))
}

/// The mailbox that a text was meant to name: alone, behind `mailto:` in whatever way, or in `< >` behind a name.
fn mailbox_in(text: &str) -> Option<String> {
    let text = nfkc(text);
    let inner = text.split_once('<').and_then(|(_, rest)| rest.split('>').next()).unwrap_or(&text);
    let scheme = inner.get(.."mailto:".len()).filter(|start| start.eq_ignore_ascii_case("mailto:"));
    let rest = inner.get(scheme.map_or(0, str::len)..)?;
    let mailbox = rest.trim_start_matches('/').trim();
    is_mailbox(mailbox).then(|| mailbox.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn an_address_of_the_web_or_of_a_mailbox_is_taken_over() {
        for (written, expected) in [
            ("https://archive.example/report/?a=b#c", "https://archive.example/report/?a=b#c"),
            ("https://例え.jp/誤り", "https://xn--r8jz45g.jp/%E8%AA%A4%E3%82%8A"),
            ("mailto:a@archive.example", "mailto:a@archive.example"),
            ("MailTo:a.b+c@archive.example", "MailTo:a.b+c@archive.example"),
            ("mailto:a@b.example,c@d.example?subject=100%", "mailto:a@b.example,c@d.example?subject=100%25"),
            ("mailto:a@例え.jp", "mailto:a@%E4%BE%8B%E3%81%88.jp"),
        ] {
            assert_eq!(contact_address(written), Ok(expected.to_owned()), "{written}");
            assert_eq!(contact_address(expected), Ok(expected.to_owned()), "{expected}");
        }
    }

    #[test]
    fn what_is_neither_is_refused_with_the_mailbox_that_it_names() {
        for written in [
            "a@archive.example",
            "a＠archive.example",
            "mailto: a@archive.example",
            "mailto：a@archive.example",
            "mailto://a@archive.example",
            "The editors <a@archive.example>",
            "<mailto:a@archive.example>",
        ] {
            let help = contact_address(written).err().map(|error| error.help.text(Lang::En));
            assert_eq!(help.as_deref(), Some("write `mailto:a@archive.example`"), "{written}");
        }
        for written in [
            "",
            "mailto:",
            "mailto:?subject=a",
            "mailto:a",
            "mailto:a@",
            "mailto:@archive.example",
            "mailto:a@archive..example",
            "mailto:a@b@archive.example",
            "mailto:a@archive.example?subject=a b",
            "archive.example",
            "/en/pages/about/",
            "ftp://a@archive.example/",
            "javascript:a@archive.example",
            "対話",
        ] {
            let error = contact_address(written).err();
            let reported = error.as_ref().map(|error| (error.code, error.help.text(Lang::En)));
            assert_eq!(reported, Some((Code::UnsafeLink, NO_ADDRESS.text(Lang::En))), "{written}");
        }
        let user = contact_address("https://a@archive.example/").err().map(|error| error.help.text(Lang::En));
        assert_eq!(user.as_deref(), Some("write `https://archive.example/`"));
    }
}
