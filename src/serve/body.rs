//! The bodies of answers, and what the headers say of them.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header},
};
use xxhash_rust::xxh3::xxh3_128;

use super::state::ServerState;
use crate::{html::escape, plan};

/// The folder of the server's own files, which no page of the site can be in.
pub(super) const OWN_FOLDER: &str = "_taiwa";

/// What every page must work under.
pub(super) const POLICY: &str =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";

/// A page with the script that keeps it up to date: what its file is, and a name for what it shows.
pub(super) fn with_script(
    html: &[u8],
    state: &ServerState,
    number: usize,
    file: &str,
    name: &str,
) -> Vec<u8> {
    let editor = state.editor.as_ref().map(|form| format!(" data-editor=\"{}\"", escape(form)));
    let editor = editor.unwrap_or_default();
    let script = format!(
        "<script src=\"/{OWN_FOLDER}/preview.js\" data-run=\"{}\" data-number=\"{number}\" data-file=\"{}\" data-shown=\"{name}\"{editor}></script>\n",
        state.run,
        escape(file)
    );
    let end = html.windows(7).rposition(|it| it.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    [&html[..end], script.as_bytes(), &html[end..]].concat()
}

/// The page that stands in for a site that does not stand.
pub(super) fn stand_in(is_broken: bool) -> String {
    let (english, japanese) = if is_broken {
        (
            "The site does not stand yet: its content has errors.",
            "内容にエラーがあるため、サイトをまだ表示できません。",
        )
    } else {
        ("The site is being built …", "サイトを作成しています…")
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>taiwa</title>\n<link rel=\"stylesheet\" href=\"/{OWN_FOLDER}/preview.css\">\n</head>\n<body class=\"taiwa-stand-in\">\n\
         <main>\n<h1>{english}</h1>\n<p lang=\"ja\">{japanese}</p>\n</main>\n</body>\n</html>\n"
    )
}

/// An answer with a body, or without, where the browser has it already.
pub(super) fn answer(
    status: StatusCode,
    kind: &str,
    body: impl Into<Vec<u8>>,
    asked: &HeaderMap,
) -> Response<Body> {
    let body = body.into();
    let tag = format!("\"{:032x}\"", xxh3_128(&body));
    let is_known = status == StatusCode::OK && is_known(asked, &tag);
    let (status, body) = if is_known { (StatusCode::NOT_MODIFIED, Vec::new()) } else { (status, body) };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    set(&mut response, header::ETAG, &tag);
    if !is_known {
        set(&mut response, header::CONTENT_TYPE, kind);
    }
    response
}

fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    let tags = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|tags| tags.split(',')).any(|known| {
        let known = known.trim();
        known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
    })
}

/// What every answer says.
pub(super) fn seal(response: &mut Response<Body>) {
    set(response, header::CONTENT_SECURITY_POLICY, POLICY);
    set(response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // No page of another origin shows anything of a preview, or learns whether it is there.
    set(response, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    // Kept, but asked for each time whether it still is the same.
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        set(response, header::CACHE_CONTROL, "no-cache");
    }
}

pub(super) fn set(response: &mut Response<Body>, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// The content type of a file by its address, with the encoding that all texts of a site have.
pub(super) fn kind(path: &str) -> String {
    let guessed = mime_guess::from_path(path).first_or_octet_stream();
    let kind = plan::media_type(path).unwrap_or(guessed.essence_str());
    if plan::is_text(kind) { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_say_their_encoding() {
        assert_eq!(kind("en/index.html"), "text/html; charset=utf-8");
        assert_eq!(kind("a.css"), "text/css; charset=utf-8");
        assert_eq!(kind("sitemap.xml"), "text/xml; charset=utf-8");
        assert_eq!(kind("favicon.svg"), "image/svg+xml; charset=utf-8");
        assert_eq!(kind("a.pdf"), "application/pdf");
        assert_eq!(kind("CNAME"), "application/octet-stream");
    }

    #[test]
    fn files_of_the_site_are_what_the_plan_says() {
        assert_eq!(kind("SHA256SUMS"), "text/plain; charset=utf-8");
        assert_eq!(kind("data/corpus.tmx"), "application/x-tmx+xml; charset=utf-8");
        assert_eq!(kind("data/people.csv"), "text/csv; charset=utf-8");
        assert_eq!(kind("en/feed.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(kind("ja/tracks/cloud/feed.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(kind("en/calendar.ics"), "text/calendar; charset=utf-8");
        assert_eq!(kind("data/search/index.json"), "application/json; charset=utf-8");
        assert_eq!(kind("data/search/records.bin"), "application/octet-stream");
    }
}
