//! The address where a site will stand: in one form, and in ASCII, whatever way it was written.

use url::Url;

use crate::{
    diagnostic::Code,
    lang::{Message, nfc, say},
    path,
};

/// Why a text cannot be the address of a site.
#[derive(Debug, PartialEq, Eq)]
pub struct BaseError {
    /// The kind of the problem.
    pub code: Code,
    /// What is wrong.
    pub message: Message,
    /// The suggestion.
    pub help: Message,
}

/// What an address is, for those who wrote something else.
const NO_ADDRESS: Message = say!("web-address-rule");

/// The signs that the path of an address has no place for, as RFC 3986 has it.
const NO_PATH: &str = "\"<>[]\\^`{|}";

/// Whether a text is an absolute address of the web: http or https, with a host, without blanks.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let is_odd = text.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = text.split_once("://").filter(|_| !is_odd);
    parts.is_some_and(|(scheme, rest)| {
        ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
            && !rest.starts_with('/')
            && !rest.is_empty()
    })
}

/// Reads the address of a site: its host becomes ASCII (punycode) and its path percent-encoded, as sitemaps, feeds and
/// calendars need it. It ends in a slash.
///
/// # Errors
///
/// Where nothing can be put behind the text, or it would lead elsewhere than it says, or is no address.
pub fn base_url(text: &str) -> Result<String, BaseError> {
    if !is_web_address(text) {
        return refused(Code::UnsafeLink, say!("not-an-address", address = text), NO_ADDRESS);
    }
    let text = nfc(text);
    if let Some(sign) = text.chars().find(|c| matches!(c, '?' | '#')) {
        let message = say!("base-ends", sign);
        return refused(Code::InvalidValue, message, say!("without-rest"));
    }
    let (host, path) = parts(&text);
    check_path(path)?;
    let url = sound(&parsed(&text, Code::InvalidValue)?);
    check_user(host, &url, Code::InvalidValue)?;
    if path.split('/').any(is_dots) {
        let message = say!("dots-in-address");
        return refused(Code::InvalidValue, message, say!("write", what = url));
    }
    Ok(url)
}

/// Reads an address that leads out of the site: its host becomes ASCII (punycode), and what an address cannot hold is
/// percent-encoded. The rest stays as it is written.
///
/// # Errors
///
/// Where the text is no address, or browsers cannot be sent there, or it names a user.
pub fn web_address(text: &str) -> Result<String, BaseError> {
    if !is_web_address(text) {
        return refused(Code::UnsafeLink, say!("not-an-address", address = text), NO_ADDRESS);
    }
    let url = parsed(text, Code::UnsafeLink)?;
    let start = text.find("://").map_or(0, |at| at + "://".len());
    let end = text[start..].find(['/', '\\', '?', '#']).map_or(text.len(), |at| start + at);
    let (host, rest) = (&text[start..end], &text[end..]);
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    // What browsers take for a slash there would else be encoded, as a part of the host.
    let rest = rest.strip_prefix('\\').map_or(rest.to_owned(), |rest| format!("/{rest}"));
    let in_ascii = [&text[..start], url.host_str().unwrap_or_default(), &port, &path::sound(&rest)].concat();
    check_user(host, &in_ascii, Code::UnsafeLink)?;
    Ok(if host.is_ascii() { path::sound(&[&text[..end], &rest].concat()) } else { in_ascii })
}

/// The address as browsers read it, if they can. The parser lets a part of a host be empty, which no name can have.
fn parsed(text: &str, code: Code) -> Result<Url, BaseError> {
    let help = say!("check-host");
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => return refused(code, say!("not-an-address-for", address = text, error), help),
    };
    let name = url.domain().unwrap_or("host");
    if name.strip_suffix('.').unwrap_or(name).split('.').any(str::is_empty) {
        return refused(code, say!("empty-host-part", address = text), help);
    }
    Ok(url)
}

fn check_user(host: &str, without: &str, code: Code) -> Result<(), BaseError> {
    if host.contains('@') {
        let message = say!("user-in-address");
        return refused(code, message, say!("write", what = without));
    }
    Ok(())
}

fn refused<T>(code: Code, message: Message, help: Message) -> Result<T, BaseError> {
    Err(BaseError { code, message, help })
}

/// What stands between the scheme and the path, and the path.
fn parts(text: &str) -> (&str, &str) {
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    rest.split_at(rest.find(['/', '\\']).unwrap_or(rest.len()))
}

/// Refuses a path that browsers and other programs would read in several ways.
fn check_path(path: &str) -> Result<(), BaseError> {
    if let Some(sign) = path.chars().find(|c| NO_PATH.contains(*c)) {
        let help = match sign {
            '\\' => say!("write-slash"),
            _ => say!("write", what = format!("%{:02X}", u32::from(sign))),
        };
        return refused(Code::InvalidValue, say!("sign-in-address", sign), help);
    }
    if path.contains("//") {
        return refused(Code::InvalidValue, say!("empty-address-part"), say!("write-one-slash"));
    }
    let is_code = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    if path.split('%').skip(1).any(|rest| !is_code(rest)) {
        return refused(Code::InvalidValue, say!("percent-in-address"), say!("write-percent"));
    }
    Ok(())
}

/// Whether a part of a path stands for its folder or the one around it; a dot may be written as a code.
fn is_dots(part: &str) -> bool {
    matches!(part.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

/// The address without a user, with a slash at its end. What the parser gives is ASCII.
fn sound(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let slash = if url.path().ends_with('/') { "" } else { "/" };
    [url.scheme(), "://", host, &port, url.path(), slash].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_base_address_is_made_ascii() {
        for (written, expected) in [
            ("https://archive.example", "https://archive.example/"),
            ("https://archive.example/water", "https://archive.example/water/"),
            ("HTTPS://Archive.Example:8443/Water/", "https://archive.example:8443/Water/"),
            ("https://archive.example:443/", "https://archive.example/"),
            ("https://例え.jp/対話/", "https://xn--r8jz45g.jp/%E5%AF%BE%E8%A9%B1/"),
            ("https://例え。jp", "https://xn--r8jz45g.jp/"),
            ("https://ａｒｃｈｉｖｅ.example/", "https://archive.example/"),
            ("https://カ\u{3099}.jp/カ\u{3099}/", "https://xn--mck.jp/%E3%82%AC/"),
            ("https://bücher.example/a%20b/%7e/", "https://xn--bcher-kva.example/a%20b/%7e/"),
            ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a/"),
            ("https://archive.example/a'b(c)/", "https://archive.example/a'b(c)/"),
        ] {
            let base = base_url(written);
            assert_eq!(base, Ok(expected.to_owned()), "{written}");
            assert_eq!(base_url(expected), Ok(expected.to_owned()), "{expected}");
        }
    }

    #[test]
    fn an_address_that_leads_out_gets_an_ascii_host_and_stays_otherwise() {
        for (written, expected) in [
            ("https://a.example", "https://a.example"),
            ("HTTPS://A.example:443/../b?c=[d]#e", "HTTPS://A.example:443/../b?c=%5Bd%5D#e"),
            ("https://例え.jp/x/例", "https://xn--r8jz45g.jp/x/%E4%BE%8B"),
            ("https://例え.jp:8080?a=@b", "https://xn--r8jz45g.jp:8080?a=@b"),
            ("https://a.example/@user", "https://a.example/@user"),
            ("https://[2001:db8::1]:80/a", "https://[2001:db8::1]:80/a"),
            ("https://a.example./", "https://a.example./"),
            ("https://a.example\\b", "https://a.example/b"),
        ] {
            assert_eq!(web_address(written), Ok(expected.to_owned()), "{written}");
            assert_eq!(web_address(expected), Ok(expected.to_owned()), "{expected}");
        }
        for (written, help) in [
            ("https://u:pw@h.example/a", "write `https://h.example/a`"),
            ("https://u@例え.jp", "write `https://xn--r8jz45g.jp`"),
            ("https://h.example:99999/", "check what stands before the path"),
            ("https://a..example/", "check what stands before the path"),
            ("https://xn--a.jp/", "check what stands before the path"),
            ("/a", "an address begins with https:// or http:// and has no blanks"),
        ] {
            let error = web_address(written).err();
            let reported = error.as_ref().map(|error| (error.code, error.help.text(Lang::En)));
            assert_eq!(reported, Some((Code::UnsafeLink, help.to_owned())), "{written}");
        }
    }

    #[test]
    fn what_is_no_base_address_is_refused_with_the_way_out() {
        for (written, help) in [
            ("https://user:pw@archive.example/a", "write `https://archive.example/a/`"),
            ("https://@archive.example/", "write `https://archive.example/`"),
            ("https://archive.example/a/../b/", "write `https://archive.example/b/`"),
            ("https://archive.example/./a", "write `https://archive.example/a/`"),
            ("https://archive.example/a/%2E%2e/b", "write `https://archive.example/b/`"),
            ("https://archive.example/a?b", "write it without what follows"),
            ("https://archive.example?b", "write it without what follows"),
            ("https://archive.example/#a", "write it without what follows"),
            ("https://archive.example//a/", "write one `/` between two parts"),
            ("https://archive.example/a//", "write one `/` between two parts"),
            ("https://archive.example\\a\\", "write `/` between two parts"),
            ("https://archive.example/a|b/", "write `%7C`"),
            ("https://archive.example/[a]/", "write `%5B`"),
            ("https://archive.example/100%/", "write `%25`"),
            ("https://archive.example/%é0/", "write `%25`"),
            ("https://archive.example:99999/", "check what stands before the path"),
            ("https://a<b.example/", "check what stands before the path"),
            ("https://xn--a/", "check what stands before the path"),
            ("https://a..example/", "check what stands before the path"),
            ("https://.example/", "check what stands before the path"),
            ("https://xn--a.jp/", "check what stands before the path"),
            ("https://:80/", "check what stands before the path"),
        ] {
            let error = base_url(written).err();
            let reported = error.as_ref().map(|error| (error.code, error.help.text(Lang::En)));
            assert_eq!(reported, Some((Code::InvalidValue, help.to_owned())), "{written}");
        }
        for written in ["", "archive.example", "ftp://archive.example/", "https:///a", "https://a b/"] {
            assert_eq!(base_url(written).err().map(|error| error.code), Some(Code::UnsafeLink), "{written}");
        }
    }
}
