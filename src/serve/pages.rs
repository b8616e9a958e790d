//! What stands at an address of the site.

use std::sync::Arc;
use tokio::task::JoinError;
use xxhash_rust::xxh3::Xxh3;

use super::state::{PreviewState, ServerState};
use crate::{artifact::Content, folder::InputFile, path, pipeline::RenderError, plan::files};

/// The file of the page for what is missing.
pub(super) const NOT_FOUND: &str = "404.html";

/// What is at an address.
pub(super) enum Lookup {
    /// A page.
    Page(ServedPage),
    /// The page for what is missing.
    Missing(Option<ServedPage>),
    /// A file made in memory.
    Bytes(Arc<Vec<u8>>),
    /// A file on the disk.
    File(InputFile),
    /// A folder, which has a page but was asked for without its last slash.
    Folder,
    /// A page that the theme cannot render.
    Broken,
}

/// A page's bytes with a name for what it shows.
pub(super) struct ServedPage {
    pub(super) bytes: Arc<Vec<u8>>,
    pub(super) name: String,
}

/// Looks up an address, from the site's root and without a leading slash.
///
/// # Errors
///
/// When the thread that looks it up ends early.
pub(super) async fn find(
    state: &Arc<ServerState>,
    site: &Arc<PreviewState>,
    address: &str,
) -> Result<Lookup, JoinError> {
    let there = in_thread(state, site, address, look_up).await?;
    if let Some(found) = there {
        return Ok(found);
    }
    if has_extension(address)
        && let Some(content) = site.export(address).await
    {
        return tokio::task::spawn_blocking(move || of_content(&content)).await;
    }
    in_thread(state, site, NOT_FOUND, |state, site, file| {
        shown(state, site, file).map_or(Lookup::Broken, Lookup::Missing)
    })
    .await
}

/// Does what takes long where no other request waits for it.
async fn in_thread<T: Send + 'static>(
    state: &Arc<ServerState>,
    site: &Arc<PreviewState>,
    address: &str,
    task: fn(&ServerState, &PreviewState, &str) -> T,
) -> Result<T, JoinError> {
    let (state, site, address) = (state.clone(), site.clone(), address.to_owned());
    tokio::task::spawn_blocking(move || task(&state, &site, &address)).await
}

/// A page or file of its own; not what is made for machines.
fn look_up(state: &ServerState, site: &PreviewState, address: &str) -> Option<Lookup> {
    let file = path::file_of(address);
    let preview = &site.preview;
    if let Some(page) = preview.page(&file) {
        let shown = shown(state, site, &file);
        // It is a page of the plan, but nothing that a script can be added to.
        if let (Ok(Some(file)), true) = (&shown, page.is_file_of_page()) {
            return Some(Lookup::Bytes(file.bytes.clone()));
        }
        return Some(shown.map_or(Lookup::Broken, |shown| shown.map_or(Lookup::Missing(None), Lookup::Page)));
    }
    if let Some(file) = preview.static_file(address) {
        return Some(Lookup::File(file.to_owned()));
    }
    if let Some(content) = preview.asset(address) {
        return Some(of_content(content));
    }
    if address == files::SHARE_IMAGE {
        // A mistake of the theme was reported when it was tried.
        let drawn = preview.share_image();
        return drawn.map_or(Some(Lookup::Broken), |image| image.map(|image| of_content(&image.content)));
    }
    preview.page(&format!("{address}/index.html")).map(|_| Lookup::Folder)
}

/// The page of a file, or the page for what is missing: what a browser shows that asks for the file.
pub(super) fn shown_at(state: &ServerState, site: &PreviewState, file: &str) -> Option<ServedPage> {
    let file = if site.preview.page(file).is_some() { file } else { NOT_FOUND };
    shown(state, site, file).ok().flatten()
}

fn shown(state: &ServerState, site: &PreviewState, file: &str) -> Result<Option<ServedPage>, RenderError> {
    let Some(page) = site.preview.page(file) else { return Ok(None) };
    let bytes = state.page(site, page)?;
    Ok(Some(ServedPage { name: name(site, &bytes), bytes }))
}

/// A name that changes with what the page shows, but not with its styles, which a browser can change without a reload.
/// A static file may be part of any page.
fn name(site: &PreviewState, bytes: &[u8]) -> String {
    let mut hasher = Xxh3::new();
    hasher.update(&site.statics.to_le_bytes());
    let text = String::from_utf8_lossy(bytes);
    let mut text = text.as_ref();
    while let Some((at, style)) = next_style(site, text) {
        hasher.update(&text.as_bytes()[..at]);
        text = &text[at + style.len()..];
    }
    hasher.update(text.as_bytes());
    format!("{:032x}", hasher.digest128())
}

fn next_style<'s>(site: &'s PreviewState, text: &str) -> Option<(usize, &'s str)> {
    let styles = site.preview.styles();
    styles.filter_map(|style| Some((text.find(style)?, style))).min()
}

fn of_content(content: &Content) -> Lookup {
    match content {
        Content::Bytes(bytes) => Lookup::Bytes(bytes.clone()),
        Content::Copy(file) => Lookup::File(file.clone()),
        Content::Large(large) => Lookup::Bytes(Arc::new(large.bytes())),
    }
}

/// Whether an address names a file rather than a folder.
fn has_extension(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or_default();
    // Browsers ask for this one by themselves, and what is made for machines is much to make for nothing.
    name.contains('.') && name != "favicon.ico"
        || name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}
