//! The site's root, as it stands in what pages show, and the way there from each page.
//!
//! Before each address of the site stands a sign that no text has. So what is made for one page can stand on any other; when
//! a page is whole, each address becomes the shortest way to it from there: `../b/` on `en/meetings/a/`.

use memchr::memchr_iter;

/// What stands before the addresses of the site until a page is whole. The format refuses this character everywhere.
pub(super) const ROOT: &str = "\u{1}";

/// The expressions of templates that have one value on all pages, with it.
pub const CONSTANTS: [(&str, &str); 1] = [("page.root", ROOT)];

/// The page with the way from it, as `put` writes it, in the place of each address of the site.
pub(super) fn with_ways(html: &[u8], put: impl Fn(&[u8], &mut Vec<u8>)) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len());
    let mut done = 0;
    for at in memchr_iter(ROOT.as_bytes()[0], html) {
        let start = at + ROOT.len();
        let rest = html.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| ends_address(*byte)).unwrap_or(rest.len());
        out.extend_from_slice(&html[done..at]);
        put(&rest[..length], &mut out);
        done = start + length;
    }
    out.extend_from_slice(&html[done..]);
    out
}

/// Whether an address has ended: at the end of a value of an attribute or of `url()`, or where a text or another address goes on.
fn ends_address(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || byte == ROOT.as_bytes()[0]
        || matches!(byte, b'"' | b'\'' | b')' | b'<' | b'>')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::push_way;

    #[test]
    fn each_address_of_the_site_becomes_the_way_from_the_page() {
        let html = "<a href=\"\u{1}en/b/\">b</a> <code>href=\"../../en/b/\"</code> <img src='\u{1}x.svg'> \
                    <a href=\"\u{1}en/a/#x\">x</a> <p data-root=\"\u{1}\">\u{1}en/a/</p>";
        let expected = "<a href=\"../b/\">b</a> <code>href=\"../../en/b/\"</code> <img src='../../x.svg'> \
                        <a href=\"#x\">x</a> <p data-root=\"../../\">./</p>";
        let ways = with_ways(html.as_bytes(), |address, out| push_way("en/a/", address, out));
        assert_eq!(String::from_utf8(ways), Ok(expected.to_owned()));
    }

    #[test]
    fn addresses_may_stand_beside_each_other() {
        let ways =
            with_ways("\u{1}\u{1}en/b/\u{1}en/".as_bytes(), |address, out| push_way("en/a/", address, out));
        assert_eq!(String::from_utf8(ways), Ok("../../../b/../".to_owned()));
    }

    #[test]
    fn an_address_with_a_quote_in_it_leads_where_it_did() {
        let html = "<a href=\"\u{1}docs/it's(1)/a.pdf\">".as_bytes();
        let ways = with_ways(html, |address, out| push_way("docs/it/", address, out));
        assert_eq!(String::from_utf8(ways), Ok("<a href=\"../it's(1)/a.pdf\">".to_owned()));
    }
}
