//! What is served: one snapshot at a time, swapped whole.

use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};
use tokio::sync::{OnceCell, watch};

use crate::{
    artifact::{Artifact, Content},
    diagnostic::{Diagnostic, Excerpt, Sources},
    pipeline::{Preview, RenderError},
    plan::{PlannedPage, files},
    source::Changes,
};

/// How many pages are kept. A preview shows few at a time; one that is not kept is rendered again.
const MAX_KEPT: usize = 300;

/// How many problems a browser is reported.
const MAX_REPORTED: usize = 50;

/// Reports what is wrong with the theme, found while a page was rendered for a browser.
pub type ThemeReport = Box<dyn Fn(&[Diagnostic], &Sources) + Send + Sync>;

/// What all requests share.
pub(super) struct ServerState {
    pub(super) address: SocketAddr,
    /// Distinguishes one run of the server from the next.
    pub(super) run: String,
    /// The form of an address that opens a file of the archive in an editor, if pages have such links.
    pub(super) editor: Option<String>,
    now: watch::Sender<Arc<Snapshot>>,
    rendered: Mutex<HashMap<String, Rendered>>,
    /// How many browsers show each page.
    open: Mutex<BTreeMap<String, usize>>,
    /// Sites that stood before, for as long as a request may hold them.
    gone: Mutex<Vec<Arc<PreviewState>>>,
    report: ThemeReport,
}

/// A page as it was rendered after a rebuild.
struct Rendered {
    number: usize,
    bytes: Arc<Vec<u8>>,
}

/// What is served between two rebuilds.
#[derive(Default)]
pub(super) struct Snapshot {
    /// Counts the rebuilds.
    pub(super) number: usize,
    /// The site that stood last.
    pub(super) site: Option<Arc<PreviewState>>,
    /// What is wrong, where the last build does not stand.
    pub(super) failure: Option<Failure>,
    /// The addresses of the pages whose notes were saved.
    pub(super) edited: Vec<String>,
}

/// A site that stands.
pub(super) struct PreviewState {
    pub(super) preview: Preview,
    /// What is made for machines, when the first asks for it.
    exports: OnceCell<Vec<Artifact>>,
    /// The sums of all files; nothing where one of them cannot be had.
    sums: OnceCell<Option<Artifact>>,
    /// Counts the rebuilds after which a static file was another.
    pub(super) statics: usize,
    number: usize,
    rendered: AtomicUsize,
}

/// What is wrong, as browsers are reported.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Failure {
    /// Where the archive cannot be read at all, why.
    message: Option<String>,
    problems: Vec<serde_json::Value>,
    /// How many more problems there are.
    more: usize,
}

impl PreviewState {
    /// What is made for machines at an address. It is made once: other requests wait for it without a thread of their own,
    /// and it is finished even where nobody waits any more.
    pub(super) async fn export(self: &Arc<Self>, address: &str) -> Option<Content> {
        let (site, is_sums) = (self.clone(), address == files::CHECKSUMS);
        let made = tokio::spawn(async move {
            site.exports.get_or_init(|| site.made(|site, _| site.preview.exports())).await;
            if is_sums {
                site.sums.get_or_init(|| site.made(|site, exports| site.preview.checksums(exports))).await;
            }
        });
        made.await.ok()?;
        let exports = self.exports.get()?;
        let sums = self.sums.get().and_then(Option::as_ref).filter(|_| is_sums);
        let export = sums.or_else(|| exports.iter().find(|export| export.path == address))?;
        Some(export.content.clone())
    }

    /// Makes something of the site, and of what is made for machines so far, in a thread of its own.
    async fn made<T: Default + Send + 'static>(self: &Arc<Self>, task: fn(&Self, &[Artifact]) -> T) -> T {
        let site = self.clone();
        let task = move || task(&site, site.exports.get().map_or(&[], Vec::as_slice));
        tokio::task::spawn_blocking(task).await.unwrap_or_default()
    }
}

impl Failure {
    pub(super) fn of(excerpts: &[Excerpt<'_>]) -> Self {
        // Warnings stop nothing: what has to be mended comes first.
        let (errors, warnings): (Vec<_>, Vec<_>) = excerpts.iter().partition(|it| it.is_error());
        let problems = errors
            .into_iter()
            .chain(warnings)
            .take(MAX_REPORTED)
            .filter_map(|it| serde_json::to_value(it).ok());
        let more = excerpts.len().saturating_sub(MAX_REPORTED);
        Self { message: None, problems: problems.collect(), more }
    }

    pub(super) fn whole(message: &str) -> Self {
        Self { message: Some(message.to_owned()), ..Self::default() }
    }
}

impl ServerState {
    pub(super) fn new(address: SocketAddr, editor: Option<String>, report: ThemeReport) -> Self {
        let start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            address,
            run: format!("{:x}", start.as_nanos()),
            editor,
            now: watch::Sender::default(),
            rendered: Mutex::default(),
            open: Mutex::default(),
            gone: Mutex::default(),
            report,
        }
    }

    /// What is served now.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        self.now.borrow().clone()
    }

    /// What is served now, and from now on each time it changes.
    pub(super) fn snapshots(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.now.subscribe()
    }

    pub(super) fn theme_version(&self) -> Option<u128> {
        self.snapshot().site.as_ref().map(|site| site.preview.theme_version())
    }

    pub(super) fn base_path(&self) -> String {
        self.snapshot().site.as_ref().map_or("/", |site| site.preview.base_path()).to_owned()
    }

    /// Serves another site; how many pages had to be rendered for the browsers that show them.
    pub(super) fn show(&self, preview: Preview, changes: &Changes) -> usize {
        let before = self.snapshot();
        let number = before.number + 1;
        let is_static = |path: &String| path.starts_with("content/static/");
        let has_statics = *changes == Changes::All || paths(changes).iter().any(is_static);
        let statics = before.site.as_ref().map(|site| site.statics).unwrap_or_default();
        let statics = statics + usize::from(has_statics);
        let edited =
            paths(changes).iter().filter_map(|path| preview.page_of_note(path).map(str::to_owned)).collect();
        let site = Arc::new(PreviewState {
            preview,
            exports: OnceCell::new(),
            sums: OnceCell::new(),
            statics,
            number,
            rendered: AtomicUsize::new(0),
        });
        self.now.send_replace(Arc::new(Snapshot { number, site: Some(site.clone()), failure: None, edited }));
        let open: BTreeSet<String> = lock(&self.open).keys().cloned().collect();
        for page in open.iter().filter_map(|file| site.preview.page(file)) {
            // What cannot be rendered is reported to whoever shows it.
            let _ = self.page(&site, page);
        }
        lock(&self.gone).extend(before.site.clone());
        drop(before);
        self.forget();
        site.rendered.load(Ordering::Relaxed)
    }

    /// Takes the sites down that no request holds any more. A site is large: a request that was the last to hold one
    /// would have to wait until all of it is taken down.
    fn forget(&self) {
        let mut gone = lock(&self.gone);
        let (held, done): (Vec<_>, Vec<_>) = gone.drain(..).partition(|site| Arc::strong_count(site) > 1);
        *gone = held;
        drop(gone);
        drop(done);
    }

    /// Goes on serving what stood last, with what is wrong.
    pub(super) fn fail(&self, failure: Failure) {
        let before = self.snapshot();
        let (number, site) = (before.number + 1, before.site.clone());
        self.now.send_replace(Arc::new(Snapshot {
            number,
            site,
            failure: Some(failure),
            edited: Vec::new(),
        }));
    }

    /// A page, rendered if it was not since the last rebuild.
    pub(super) fn page(&self, site: &PreviewState, page: &PlannedPage) -> Result<Arc<Vec<u8>>, RenderError> {
        let known = |pages: &HashMap<String, Rendered>| {
            let rendered = pages.get(&page.address).filter(|it| it.number == site.number);
            rendered.map(|it| it.bytes.clone())
        };
        if let Some(bytes) = known(&lock(&self.rendered)) {
            return Ok(bytes);
        }
        let bytes = site.preview.render(page);
        let bytes = bytes.inspect_err(|(diagnostics, sources)| (self.report)(diagnostics, sources))?;
        let mut rendered = lock(&self.rendered);
        // A browser may have asked for it at the same moment: it was rendered twice, and counts once.
        if let Some(other) = known(&rendered) {
            return Ok(other);
        }
        let before = rendered.get(&page.address);
        if before.is_none_or(|before| *before.bytes != *bytes) {
            site.rendered.fetch_add(1, Ordering::Relaxed);
        }
        // A request that began before the last rebuild does not put an old page over a new one.
        if before.is_none_or(|before| before.number <= site.number) {
            if rendered.len() >= MAX_KEPT {
                rendered.clear();
            }
            rendered.insert(page.address.clone(), Rendered { number: site.number, bytes: bytes.clone() });
        }
        Ok(bytes)
    }

    /// Notes that a browser shows a page, for as long as the value lives.
    pub(super) fn open(self: &Arc<Self>, file: String) -> OpenPage {
        *lock(&self.open).entry(file.clone()).or_default() += 1;
        OpenPage { state: self.clone(), file }
    }
}

/// A page that a browser shows.
pub(super) struct OpenPage {
    state: Arc<ServerState>,
    pub(super) file: String,
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut open = lock(&self.state.open);
        if let Some(count) = open.get_mut(&self.file) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.file);
            }
        }
    }
}

/// What is behind a lock: nothing that is changed under one is ever left half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The paths that changed; none where anything may have.
fn paths(changes: &Changes) -> BTreeSet<String> {
    match changes {
        Changes::All => BTreeSet::new(),
        Changes::Paths(paths) => paths.clone(),
    }
}
