//! From a request to its answer.

use super::{
    address,
    body::{self, OWN_FOLDER},
    events, opened,
    pages::{self, Lookup},
    state::{ServerState, Snapshot},
};
use crate::path;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, Response, StatusCode, Uri, header, uri::Authority},
};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// Answers any request.
pub(super) async fn answer(State(state): State<Arc<ServerState>>, request: Request) -> Response<Body> {
    let mut response = match refused(&state, &request) {
        Some(refused) => refused,
        None => served(state, request).await,
    };
    body::seal(&mut response);
    response
}

/// Answers what would change something: a preview is only looked at.
pub(super) async fn not_allowed(State(state): State<Arc<ServerState>>, request: Request) -> Response<Body> {
    let mut response = refused(&state, &request).unwrap_or_else(|| {
        let text = "A preview is only looked at: ask for it with GET or HEAD.\n";
        body::answer(StatusCode::METHOD_NOT_ALLOWED, PLAIN, text, request.headers())
    });
    body::seal(&mut response);
    response
}

/// What is not this server's to answer.
fn refused(state: &ServerState, request: &Request) -> Option<Response<Body>> {
    let asked = request.headers();
    if is_of_another_site(asked) {
        let text = "Pages of other sites may lead to this preview, but not load anything from it.\n";
        return Some(body::answer(StatusCode::FORBIDDEN, PLAIN, text, asked));
    }
    let hosts = asked.get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let mut hosts = hosts.chain(request.uri().authority().map(Authority::as_str)).peekable();
    if hosts.peek().is_none() {
        return Some(body::answer(StatusCode::BAD_REQUEST, PLAIN, "The request names no host.\n", asked));
    }
    let foreign = hosts.find(|host| !address::is_own_host(host, state.address.ip()))?;
    let text = format!(
        "This preview is not {foreign}. It answers to localhost and to {} alone, so that no page of another site can \
         read it through the browser.\n",
        state.address
    );
    Some(body::answer(StatusCode::MISDIRECTED_REQUEST, PLAIN, text, asked))
}

/// Whether a page of another site asks, but for a reader who follows a link (Fetch Metadata, W3C). Whether something loads
/// would tell that page what the preview has.
fn is_of_another_site(asked: &HeaderMap) -> bool {
    let is = |name: &str, value: &str| asked.get(name).is_some_and(|it| it == value);
    let is_foreign = is("sec-fetch-site", "cross-site") || is("sec-fetch-site", "same-site");
    is_foreign && !(is("sec-fetch-mode", "navigate") && is("sec-fetch-dest", "document"))
}

async fn served(state: Arc<ServerState>, request: Request) -> Response<Body> {
    let asked = request.headers();
    let Some(path) = address::path(request.uri().path()) else {
        return body::answer(StatusCode::BAD_REQUEST, PLAIN, "This is no address of a site.\n", asked);
    };
    if let Some(own) =
        path.strip_prefix('/').and_then(|path| path.strip_prefix(OWN_FOLDER)?.strip_prefix('/'))
    {
        return self::own(&state, own, request.uri(), asked);
    }
    let snapshot = state.snapshot();
    let Some(site) = snapshot.site.clone() else { return stand_in(&state, &snapshot, asked) };
    let base = site.preview.base_path().to_owned();
    // A base path may be written with escapes; what is asked for is not.
    let plain = address::path(&base).unwrap_or_else(|| base.clone());
    let Some(address) = path.strip_prefix(&plain).map(str::to_owned) else {
        if path == "/" || format!("{path}/") == plain {
            return moved(&base);
        }
        return not_there(state, snapshot, request).await;
    };
    match pages::find(&state, &site, &address).await {
        Ok(found) => respond(&state, &snapshot, &address, found, request).await,
        Err(_) => body::answer(
            StatusCode::INTERNAL_SERVER_ERROR,
            PLAIN,
            "The page cannot be shown.\n",
            request.headers(),
        ),
    }
}

/// What lies outside the path of the site: the page for what is missing, which works at any depth.
async fn not_there(state: Arc<ServerState>, snapshot: Arc<Snapshot>, request: Request) -> Response<Body> {
    let shown = {
        let (state, snapshot) = (state.clone(), snapshot.clone());
        let shown = move || snapshot.site.as_ref().and_then(|site| pages::shown_at(&state, site, ""));
        tokio::task::spawn_blocking(shown).await.ok().flatten()
    };
    // Not by the path: below the site's, it may be that of a page, which shows something else.
    respond(&state, &snapshot, pages::NOT_FOUND, Lookup::Missing(shown), request).await
}

async fn respond(
    state: &ServerState,
    snapshot: &Snapshot,
    address: &str,
    found: Lookup,
    request: Request,
) -> Response<Body> {
    let asked = request.headers();
    let page = |shown: &pages::ServedPage| {
        body::with_script(&shown.bytes, state, snapshot.number, &path::file_of(address), &shown.name)
    };
    match found {
        Lookup::Page(shown) => body::answer(StatusCode::OK, HTML, page(&shown), asked),
        Lookup::Missing(Some(shown)) => body::answer(StatusCode::NOT_FOUND, HTML, page(&shown), asked),
        Lookup::Missing(None) => body::answer(StatusCode::NOT_FOUND, PLAIN, "Nothing is here.\n", asked),
        Lookup::Bytes(bytes) => body::answer(StatusCode::OK, &body::kind(address), bytes.to_vec(), asked),
        Lookup::Folder => moved(&format!("{}/", request.uri().path())),
        Lookup::Broken => {
            let html = body::with_script(
                body::stand_in(true).as_bytes(),
                state,
                snapshot.number,
                &path::file_of(address),
                "",
            );
            body::answer(StatusCode::INTERNAL_SERVER_ERROR, HTML, html, asked)
        }
        Lookup::File(file) => match opened::service(file).try_call(request).await {
            Ok(response) => {
                let mut response = response.map(Body::new);
                if response.headers().contains_key(header::CONTENT_TYPE) {
                    body::set(&mut response, header::CONTENT_TYPE, &body::kind(address));
                }
                response
            }
            Err(error) => {
                let text = format!("The file cannot be read: {error}\n");
                body::answer(StatusCode::INTERNAL_SERVER_ERROR, PLAIN, text, &HeaderMap::new())
            }
        },
    }
}

/// The server's own files.
fn own(state: &Arc<ServerState>, name: &str, uri: &Uri, asked: &HeaderMap) -> Response<Body> {
    match name {
        "events" => events::events(state, uri.query().unwrap_or_default()),
        "preview.js" => body::answer(StatusCode::OK, &body::kind(name), include_str!("preview.js"), asked),
        "preview.css" => body::answer(StatusCode::OK, &body::kind(name), include_str!("preview.css"), asked),
        _ => body::answer(StatusCode::NOT_FOUND, PLAIN, "Nothing is here.\n", asked),
    }
}

fn stand_in(state: &ServerState, snapshot: &Snapshot, asked: &HeaderMap) -> Response<Body> {
    let html = body::stand_in(snapshot.failure.is_some());
    let html = body::with_script(html.as_bytes(), state, snapshot.number, "", "");
    body::answer(StatusCode::SERVICE_UNAVAILABLE, HTML, html, asked)
}

fn moved(to: &str) -> Response<Body> {
    let mut response = body::answer(StatusCode::TEMPORARY_REDIRECT, PLAIN, Vec::new(), &HeaderMap::new());
    body::set(&mut response, header::LOCATION, to);
    response
}
