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
    let (yaml_path, base) = (parts(&url), parts(&base));
    let is_of_base =
        yaml_path.len() >= base.len() && yaml_path.iter().zip(&base).all(|(one, other)| one == other);
    let folder = if url.path().ends_with('/') && yaml_path.len() > base.len() { "/" } else { "" };
    is_of_base.then(|| yaml_path[base.len()..].join("/") + folder)
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
    let yaml_path = path::decoded(url.path());
    yaml_path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What may be addresses of the site that stands at a base address in a text or in HTML, whether as links or as words. One
/// that begins with the host's name gets a scheme.
pub(super) fn written_in(text: &str, base: &str) -> Vec<String> {
    let host = host_of(base).unwrap_or_default();
    let lower = text.to_ascii_lowercase();
    let with_scheme = ["http://", "https://"].into_iter().flat_map(|scheme| lower.match_indices(scheme));
    let is_begun = |at: usize| {
        let before = lower.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || "-._/@".contains(c))
    };
    let alone = lower.match_indices(host).filter(|(at, _)| !host.is_empty() && is_begun(*at));
    let starts = with_scheme.map(|(at, _)| (at, "")).chain(alone.map(|(at, _)| (at, "https://")));
    let mut urls = Vec::new();
    for (at, scheme) in starts {
        let rest = text.get(at..).unwrap_or_default();
        let is_end = |c: char| c.is_whitespace() || "<>\"'「」『』（）()、。，".contains(c);
        let url = up_to(rest, is_end);
        // In Japanese the sentence may go on without a blank.
        let ascii = up_to(url, |c| !c.is_ascii());
        urls.push(format!("{scheme}{}", trimmed(url)));
        urls.extend((ascii != url).then(|| format!("{scheme}{}", trimmed(ascii))));
    }
    urls
}

fn up_to(text: &str, is_end: impl Fn(char) -> bool) -> &str {
    text.find(is_end).and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Without the signs of the sentence that it ends.
fn trimmed(url: &str) -> String {
    url.replace("&amp;", "&").trim_end_matches(['.', ',', ';', ':', '!', '?', '*']).to_owned()
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
    fn addresses_are_read_out_of_texts() {
        let read = |text| written_in(text, "https://a.example/");
        assert_eq!(
            read("<p>See https://a.example/b?c=1&amp;d=2. 「HTTP://A.example/e」</p>"),
            ["HTTP://A.example/e", "https://a.example/b?c=1&d=2"]
        );
        assert_eq!(
            read("A.Example/b.pdfは（a.example/c）"),
            ["https://A.Example/b.pdfは", "https://A.Example/b.pdf", "https://a.example/c"]
        );
        assert!(read("Write to mail@a.example, see www.a.example or na.example.").is_empty());
    }
}
