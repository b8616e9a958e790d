//! Addresses inside the site, and the relative way from one to another.

use std::path::Path;

/// A relative path with `/` between folders, whatever the system puts there.
#[must_use]
pub fn joined(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// The file that stands at the address of its folder.
pub const INDEX: &str = "index.html";

/// The way from a page back to the site's root: `../` for each folder of its address.
///
/// An address is written without a leading slash, such as `en/meetings/a/`.
#[must_use]
pub fn way_to_root(address: &str) -> String {
    "../".repeat(address.matches('/').count())
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

/// The address that a link inside the site leads to, without what it asks for, and the anchor there, which may be empty.
#[must_use]
pub fn ends_of(link: &str) -> (&str, &str) {
    let (way, anchor) = link.split_once('#').unwrap_or((link, ""));
    (address_of(way.split_once('?').map_or(way, |(way, _)| way)), anchor)
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
        assert_eq!(way_to_root(""), "");
        assert_eq!(way_to_root("404.html"), "");
        assert_eq!(way_to_root("en/meetings/a/"), "../../../");
    }

    #[test]
    fn folders_are_named_from_inside_out() {
        assert_eq!(folders_of("en/meetings/a/").collect::<Vec<_>>(), ["en/meetings/a", "en/meetings", "en"]);
        assert_eq!(folders_of("en/feed.xml").collect::<Vec<_>>(), ["en"]);
    }

    #[test]
    fn a_link_has_an_address_and_an_anchor() {
        assert_eq!(ends_of("en/a/?q=1#b"), ("en/a/", "b"));
        assert_eq!(ends_of("en/a/index.html#b?c"), ("en/a/", "b?c"));
        assert_eq!(ends_of("en/feed.xml"), ("en/feed.xml", ""));
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
