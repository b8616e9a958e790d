//! Addresses inside the site and out of it: how they are written and read, and the relative way from one to another.
//!
//! Inside the program an address of the site is the plain name of what stands there, composed (NFC). It is written
//! percent-encoded, and what an author wrote is read percent-decoded, by the functions here and no others.

use memchr::{memchr, memchr_iter, memchr2, memrchr};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::{borrow::Cow, net::Ipv6Addr, path::Path};

use crate::lang::nfc;

/// A relative path with `/` between folders, whatever the system puts there.
#[must_use]
pub fn joined(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// The file that stands at the address of its folder.
pub const INDEX: &str = "index.html";

/// How many bytes the name of a file or folder may have on most systems.
pub const MAX_NAME: usize = 255;

/// The way from a page back to the site's root: `../` for each folder of its address.
///
/// An address is written without a leading slash, such as `en/meetings/a/`.
#[must_use]
pub fn path_to_root(address: &str) -> String {
    "../".repeat(address.matches('/').count())
}

/// Writes the shortest way from a page to an address of the site, which may go on with `?` or `#`.
pub fn push_way(page: &str, address: &[u8], out: &mut Vec<u8>) {
    let end = memchr2(b'?', b'#', address).unwrap_or(address.len());
    let (name, more) = address.split_at(end);
    let page = page.as_bytes();
    let same = page.iter().zip(name).take_while(|(one, other)| one == other).count();
    let common = memrchr(b'/', &page[..same]).map_or(0, |at| at + 1);
    let up = memchr_iter(b'/', &page[common..]).count();
    let below = &name[common..];
    let is_page_itself = up == 0 && below.is_empty() && more.first() != Some(&b'#');
    // What comes before a colon would be a scheme.
    let is_like_scheme =
        || memchr(b':', below).is_some_and(|colon| memchr(b'/', below).is_none_or(|slash| colon < slash));
    if is_page_itself || (up == 0 && is_like_scheme()) {
        out.extend_from_slice(b"./");
    }
    for _ in 0..up {
        out.extend_from_slice(b"../");
    }
    out.extend_from_slice(below);
    out.extend_from_slice(more);
}

/// The file that an address is served from: a folder's `index.html`, or the address itself.
#[must_use]
pub fn file_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}{INDEX}")
    } else {
        address.to_owned()
    }
}

/// The address of a file: that of its folder where it is a folder's `index.html`.
#[must_use]
pub fn address_of(file: &str) -> &str {
    match file.strip_suffix(INDEX) {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => file,
    }
}

/// An address of the site without the slash that stands for its root.
#[must_use]
pub fn from_root(written: &str) -> &str {
    written.trim_start_matches('/')
}

/// What stands as it is in a written name: the signs that the reference for Markdown leaves, but for
/// those that have a meaning of their own in an address.
const IN_NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/')
    .remove(b'!')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b';')
    .remove(b'@')
    .remove(b'&')
    .remove(b'=')
    .remove(b'+')
    .remove(b'$')
    .remove(b',');

/// What stands as it is in an address that is one already.
const IN_ADDRESS: &AsciiSet = &IN_NAME.remove(b':').remove(b'?').remove(b'#');

/// The name of a page or file as an address says it.
#[must_use]
pub fn encoded(name: &str) -> Cow<'_, str> {
    utf8_percent_encode(name, IN_NAME).into()
}

/// A name as it is easily typed in an address: letters of all languages stand as they are.
#[must_use]
pub fn typed(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else {
            out.push_str(&encoded(c.encode_utf8(&mut [0; 4])));
        }
    }
    out
}

/// An address as it was written, with nothing in it that an address cannot hold. What is percent-encoded stays so.
#[must_use]
pub fn sound(written: &str) -> String {
    let host = end_of_numbers(written);
    let mut out = String::with_capacity(written.len());
    out.push_str(&written[..host]);
    for (at, part) in written[host..].split('%').enumerate() {
        let is_code = part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
        out.push_str(match at {
            0 => "",
            _ if is_code => "%",
            _ => "%25",
        });
        out.extend(utf8_percent_encode(part, IN_ADDRESS));
    }
    out
}

/// Where the host ends that is an address of IPv6, whose brackets belong to it; 0 for any other.
fn end_of_numbers(url: &str) -> usize {
    let numbers = || {
        let start = url.find("://[")? + "://[".len();
        let end = start + url[start..].find(']')?;
        url[start..end].parse::<Ipv6Addr>().ok().map(|_| end + 1)
    };
    numbers().unwrap_or(0)
}

/// A part of an address, percent-decoded; none where that is no text.
#[must_use]
pub fn decode(written: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(written).decode_utf8().ok()
}

/// The name that is written so in an address, composed. What cannot be decoded is taken as it stands, and names nothing.
#[must_use]
pub fn decoded(written: &str) -> String {
    nfc(&decode(written).unwrap_or(Cow::Borrowed(written))).into_owned()
}

/// The name of the file that a link inside the site leads to, and what the link says behind it, as it is written.
fn file_of_link(link: &str) -> (String, &str) {
    let (way, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    (decoded(way), rest)
}

/// The address that a link inside the site leads to, without what it asks for, and the anchor there, which may be empty.
#[must_use]
pub fn ends_of(link: &str) -> (String, String) {
    let (file, rest) = file_of_link(link);
    let anchor = rest.split_once('#').map_or("", |(_, anchor)| anchor);
    (address_of(&file).to_owned(), decoded(anchor))
}

/// A link inside the site, however it was written, as an address says it.
#[must_use]
pub fn link(written: &str) -> String {
    let (file, rest) = file_of_link(written);
    [encoded(&file), sound(rest).into()].concat()
}

/// The folders that an address or file lies in, inner before outer; the innermost of a folder's page is its own.
pub fn folders_of(address: &str) -> impl Iterator<Item = &str> {
    address.rmatch_indices('/').map(|(at, _)| &address[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_root_has_one_step_a_folder() {
        assert_eq!(path_to_root(""), "");
        assert_eq!(path_to_root("404.html"), "");
        assert_eq!(path_to_root("en/meetings/a/"), "../../../");
    }

    #[test]
    fn the_way_from_a_page_is_the_shortest() {
        for (page, address, way) in [
            ("en/meetings/a/", "en/meetings/b/", "../b/"),
            ("en/meetings/a/", "en/meetings/a/", "./"),
            ("en/meetings/a/", "en/meetings/a/#x", "#x"),
            ("en/meetings/a/", "en/meetings/a/?q=1", "./?q=1"),
            ("en/meetings/a/", "en/meetings/a/cite.bib", "cite.bib"),
            ("en/meetings/a/", "en/meetings/a", "../a"),
            ("en/meetings/a/", "en/meetings/#b/", "../#b/"),
            ("en/meetings/a/", "en/", "../../"),
            ("en/meetings/a/", "ja/meetings/a/", "../../../ja/meetings/a/"),
            ("en/meetings/a/", "", "../../../"),
            ("en/", "en/a:b/", "./a:b/"),
            ("en/雲/", "en/霧/", "../霧/"),
            ("", "en/", "en/"),
        ] {
            let mut written = Vec::new();
            push_way(page, address.as_bytes(), &mut written);
            assert_eq!(String::from_utf8(written).as_deref(), Ok(way), "{page} {address}");
        }
    }

    #[test]
    fn folders_are_named_from_inside_out() {
        assert_eq!(folders_of("en/meetings/a/").collect::<Vec<_>>(), ["en/meetings/a", "en/meetings", "en"]);
        assert_eq!(folders_of("en/feed.xml").collect::<Vec<_>>(), ["en"]);
    }

    #[test]
    fn a_link_has_an_address_and_an_anchor() {
        let ends = |address: &str, anchor: &str| (address.to_owned(), anchor.to_owned());
        assert_eq!(ends_of("en/a/?q=1#b"), ends("en/a/", "b"));
        assert_eq!(ends_of("en/a/index.html#b?c"), ends("en/a/", "b?c"));
        assert_eq!(ends_of("en/feed.xml"), ends("en/feed.xml", ""));
        assert_eq!(ends_of("a%23b%3fc.pdf?d#%65"), ends("a#b?c.pdf", "e"));
    }

    #[test]
    fn a_name_is_written_encoded_and_read_decoded() {
        for (name, written) in [
            ("docs/a b.txt", "docs/a%20b.txt"),
            ("r#1.pdf", "r%231.pdf"),
            ("q?x.pdf", "q%3Fx.pdf"),
            ("a%20b.pdf", "a%2520b.pdf"),
            ("100%.pdf", "100%25.pdf"),
            ("資料.txt", "%E8%B3%87%E6%96%99.txt"),
            ("a:b\\[c]`\"<d>|^{}", "a%3Ab%5C%5Bc%5D%60%22%3Cd%3E%7C%5E%7B%7D"),
            ("a-b_c.d~e!f*g'h(i);j@k&l=m+n$o,p", "a-b_c.d~e!f*g'h(i);j@k&l=m+n$o,p"),
        ] {
            assert_eq!(encoded(name), written);
            assert_eq!(decoded(written), name);
            assert_eq!(link(written), written);
        }
    }

    #[test]
    fn what_is_written_in_other_ways_is_read_alike() {
        for written in
            ["ガイド 1.pdf", "カ\u{3099}イト\u{3099}%201.pdf", "%e3%82%ab%e3%82%99%E3%82%A4ド%20%31.pdf"]
        {
            assert_eq!(decoded(written), "ガイド 1.pdf", "{written}");
            assert_eq!(link(written), "%E3%82%AC%E3%82%A4%E3%83%89%201.pdf", "{written}");
        }
        // No text, and no code.
        for written in ["%FF", "100%", "%", "%4", "%zz"] {
            assert_eq!(decoded(written), written);
        }
    }

    #[test]
    fn an_address_is_made_sound_and_what_is_encoded_stays() {
        for (written, expected) in [
            ("https://a.example/?q=\\[b]`\"<>", "https://a.example/?q=%5C%5Bb%5D%60%22%3C%3E"),
            ("https://a.example/%5c%20%E4%BC%9A?a=1&b=2#c", "https://a.example/%5c%20%E4%BC%9A?a=1&b=2#c"),
            ("https://a.example/会%", "https://a.example/%E4%BC%9A%25"),
            ("https://a.example/%4x%é", "https://a.example/%254x%25%C3%A9"),
            ("https://[2001:db8::1]:80/[a]", "https://[2001:db8::1]:80/%5Ba%5D"),
            ("https://[a]/", "https://%5Ba%5D/"),
            ("mailto:a@b.example?subject=c", "mailto:a@b.example?subject=c"),
        ] {
            assert_eq!(sound(written), expected);
            assert_eq!(sound(expected), expected);
        }
        assert_eq!(link("a b/?c=[d]#%20"), "a%20b/?c=%5Bd%5D#%20");
    }

    #[test]
    fn a_typed_name_keeps_its_letters() {
        assert_eq!(typed("docs/資料 #1.pdf"), "docs/資料%20%231.pdf");
        assert_eq!(typed("a\u{3000}b"), "a%E3%80%80b");
        assert_eq!(decoded(&typed("100%/資料 #1?.pdf")), "100%/資料 #1?.pdf");
    }

    #[test]
    fn a_folder_is_served_from_its_index() {
        assert_eq!(file_of(""), "index.html");
        assert_eq!(file_of("ja/"), "ja/index.html");
        assert_eq!(file_of("sitemap.xml"), "sitemap.xml");
        for address in ["", "ja/", "sitemap.xml", "reindex.html"] {
            assert_eq!(address_of(&file_of(address)), address);
        }
    }
}
