//! The news that a browser gets: after each rebuild, what its page shows now.

use axum::{
    body::Body,
    http::Response,
    response::{
        IntoResponse, Sse,
        sse::{Event, KeepAlive},
    },
};
use serde_json::json;
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio_stream::{StreamExt, wrappers::WatchStream};

use super::{
    pages,
    state::{OpenPage, ServerState, Snapshot},
};
use crate::path;

/// How often a silent stream says that it is still there; where it cannot, the browser is gone.
const ALIVE: Duration = Duration::from_secs(10);

/// How soon a browser asks again when the stream broke off.
const RETRY: Duration = Duration::from_millis(500);

/// The stream of a browser that shows a page, named by `file=…`.
pub(super) fn events(state: &Arc<ServerState>, query: &str) -> Response<Body> {
    let file = query.strip_prefix("file=").unwrap_or_default();
    let page = Arc::new(state.open(path::decoded(file)));
    let state = state.clone();
    let news = WatchStream::new(state.snapshots()).then(move |snapshot| {
        let (state, page) = (state.clone(), page.clone());
        // To know what the page shows it may have to be rendered.
        async move { tokio::task::spawn_blocking(move || message(&state, &snapshot, &page)).await }
    });
    let events = news.map(|text| {
        let text = text.unwrap_or_default();
        Ok::<_, Infallible>(Event::default().retry(RETRY).data(text))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}

fn message(state: &ServerState, snapshot: &Snapshot, page: &OpenPage) -> String {
    let site = snapshot.site.as_deref();
    let shown = site.and_then(|site| pages::shown_at(state, site, &page.file));
    let base = site.map_or("/", |site| site.preview.base_path());
    let styles: Vec<_> = site.into_iter().flat_map(|site| site.preview.styles()).collect();
    let edited: Vec<_> = snapshot.edited.iter().map(|address| format!("{base}{address}")).collect();
    let places = || {
        let preview = &site?.preview;
        Some(preview.places(preview.page(&page.file)?))
    };
    json!({
        "run": state.run,
        "number": snapshot.number,
        "shown": shown.map(|shown| shown.name),
        "styles": styles,
        "edited": edited,
        "failure": snapshot.failure,
        // Where what the page shows is written; nothing where no editor is known.
        "places": state.editor.as_ref().and_then(|_| places()).unwrap_or_default(),
    })
    .to_string()
}
