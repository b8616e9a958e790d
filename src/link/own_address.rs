//! The site's own addresses written in full, in whatever way.

use url::Url;

use crate::{config::host_of, path};

/// What an address of the web leads to in the site that stands at a base address, without the leading slash and decoded;
/// none for one that leads elsewhere. Scheme, user, case, codes and ways around do not matter: what answers is the same.
pub(super) fn inside(url: &str, base: &str) -> Option<String> {
    let url = web(url)?;
    // Most addresses are elsewhere: the base is read for the others alone.
    if url.host_str()?.trim_end_matches('.') != host_of(base)?.trim_end_matches('.') {
        return None;
    }
    let base = web(base).filter(|base| port(base) == port(&url))?;
    let (way, base) = (parts(&url), parts(&base));
    let is_of_base = way.len() >= base.len() && way.iter().zip(&base).all(|(one, other)| one == other);
    let folder = if url.path().ends_with('/') && way.len() > base.len() { "/" } else { "" };
    is_of_base.then(|| way[base.len()..].join("/") + folder)
}

fn web(url: &str) -> Option<Url> {
    Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// The port, but for those that one does not write.
fn port(url: &Url) -> Option<u16> {
    url.port().filter(|port| ![80, 443].contains(port))
}

/// The parts of the path, decoded; servers pass over empty ones.
fn parts(url: &Url) -> Vec<String> {
    let way = path::decoded(url.path());
    way.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The addresses of the web that stand in HTML, whether as links or as words.
pub(super) fn written_in(html: &str) -> Vec<String> {
    if !html.contains("://") {
        return Vec::new();
    }
    let lower = html.to_ascii_lowercase();
    let starts = ["http://", "https://"].into_iter().flat_map(|scheme| lower.match_indices(scheme));
    starts
        .map(|(at, _)| {
            let rest = &html[at..];
            let is_end = |c: char| c.is_whitespace() || "<>\"'「」『』（）()、。，".contains(c);
            let url = &rest[..rest.find(is_end).unwrap_or(rest.len())];
            url.replace("&amp;", "&").trim_end_matches(['.', ',', ';', ':', '!', '?', '*']).to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_site_is_known_in_whatever_way_it_is_written() {
        for url in [
            "https://archive.example/talks/secret/F.txt",
            "http://archive.example/talks/secret/F.txt?v=1#page",
            "HTTPS://ARCHIVE.EXAMPLE/talks/secret/F.txt",
            "https://archive.example:443/talks/secret/F.txt",
            "http://archive.example.:80/talks/secret/F.txt",
            "https://archive.example/t%61lks/secret%2FF.txt",
            "https://archive.example/talks/../talks//secret/F.txt",
            "https://u:p@archive.example/talks/secret/F.txt",
            "https://archive.example\\talks\\secret\\F.txt",
        ] {
            let found = inside(url, "https://archive.example/talks/");
            assert_eq!(found.as_deref(), Some("secret/F.txt"), "{url}");
        }
        for (url, base) in [
            ("https://archive.example/talks2/F.txt", "https://archive.example/talks/"),
            ("https://archive.example/F.txt", "https://archive.example/talks/"),
            ("https://other.example/talks/F.txt", "https://archive.example/talks/"),
            ("https://archive.example:8443/talks/F.txt", "https://archive.example/talks/"),
            ("mailto:a@archive.example", "https://archive.example/"),
        ] {
            assert_eq!(inside(url, base), None, "{url}");
        }
        assert_eq!(inside("https://例え.jp/ja/", "https://xn--r8jz45g.jp/").as_deref(), Some("ja/"));
        assert_eq!(inside("https://a.example/b/", "https://a.example/b/").as_deref(), Some(""));
    }

    #[test]
    fn addresses_are_read_out_of_html() {
        assert_eq!(
            written_in("<p>See https://a.example/b?c=1&amp;d=2. 「HTTP://A.example/e」</p>"),
            ["HTTP://A.example/e", "https://a.example/b?c=1&d=2"]
        );
    }
}
