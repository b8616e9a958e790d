//! Addresses inside the site, each as short as it can be from the page that it is on.
//!
//! What pages show is made once for all of them, with addresses from the site's root. On a page, the way to the root stands
//! before each: `../../../en/meetings/b/` on `en/meetings/a/`. From there, `../b/` is the same.

use memchr::{memmem, memrchr2};

use crate::path;

/// The page with its addresses shortened: of attributes only, never in a text that shows one.
pub(super) fn shorter(html: Vec<u8>, address: &str) -> Vec<u8> {
    let root = path::path_to_root(address);
    if root.is_empty() {
        return html;
    }
    let begin = ["=\"", &root].concat();
    let mut out = Vec::with_capacity(html.len());
    let mut done = 0;
    for at in memmem::find_iter(&html, begin.as_bytes()) {
        let start = at + begin.len();
        let rest = html.get(start..).unwrap_or_default();
        let Some(to) = rest.iter().position(|byte| *byte == b'"').and_then(|end| rest.get(..end)) else {
            break;
        };
        if !is_in_tag(&html[..at]) {
            continue;
        }
        if let Ok(to) = str::from_utf8(to) {
            out.extend_from_slice(&html[done..at + 2]);
            out.extend_from_slice(path::from_page(address, to).as_bytes());
            done = start + to.len();
        }
    }
    out.extend_from_slice(&html[done..]);
    out
}

/// Whether what comes next is inside of a tag: these signs stand for themselves nowhere else.
fn is_in_tag(before: &[u8]) -> bool {
    memrchr2(b'<', b'>', before).is_some_and(|at| before[at] == b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shortened_in_a_tag_and_nowhere_else() {
        let html = "<p><a href=\"../../en/b/\">b</a> <code>a href=\"../../en/b/\"</code> <img src=\"../../x.svg\"> \
                    <a href=\"../../en/a/\">a</a> <a href=\"../../en/a/#x\">x</a>";
        let expected = "<p><a href=\"../b/\">b</a> <code>a href=\"../../en/b/\"</code> <img src=\"../../x.svg\"> \
                        <a href=\"./\">a</a> <a href=\"#x\">x</a>";
        assert_eq!(String::from_utf8(shorter(html.into(), "en/a/")), Ok(expected.to_owned()));
        assert_eq!(shorter(html.into(), ""), html.as_bytes());
    }
}
