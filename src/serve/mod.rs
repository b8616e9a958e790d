//! The preview's server: pages from memory, and news of every rebuild to the browsers that show them.
//!
//! Only what is served is swapped, whole, when a build stands; a request is answered from what stands when it comes.

mod address;
mod answer;
mod body;
mod editor;
mod events;
mod opened;
mod pages;
mod state;

use axum::{Router, routing::get, serve::ListenerExt};
use std::{
    io,
    net::{IpAddr, SocketAddr, TcpListener},
    sync::Arc,
};
use tokio::runtime::{Builder, Runtime};

use crate::{
    diagnostic::{Diagnostic, Sources, excerpts},
    lang::{Message, say},
    pipeline::Preview,
    source::Changes,
};
use state::{Failure, ServerState};

pub use editor::{EditorLinks, editor_form, editor_names, form_of_command, is_loopback};
pub use state::ThemeReport;

/// How many ports after a taken one are tried.
const TRIED: u16 = 100;

/// A port that was taken for the preview.
pub struct Port {
    listener: TcpListener,
    /// Where it is.
    pub address: SocketAddr,
}

/// Why a port cannot be had.
#[derive(Debug)]
pub enum PortError {
    /// Another program has it; the next that is free.
    Taken(u16, Option<u16>),
    /// The system refused.
    Refused(SocketAddr, io::Error),
}

impl PortError {
    /// Why, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Taken(port, None) => say!("port-taken", port),
            Self::Taken(port, Some(free)) => say!("port-taken-but", port, free),
            Self::Refused(address, error) => say!("port-refused", address, error),
        }
    }
}

/// Takes a port of an interface; of 0, any that is free.
///
/// # Errors
///
/// See [`PortError`].
pub fn listen(interface: IpAddr, port: u16) -> Result<Port, PortError> {
    let address = SocketAddr::new(interface, port);
    let bind = |address| {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        Ok(Port { address: listener.local_addr()?, listener })
    };
    bind(address).map_err(|error: io::Error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            let mut after = port.saturating_add(1)..=port.saturating_add(TRIED);
            let free = after.find(|port| TcpListener::bind(SocketAddr::new(interface, *port)).is_ok());
            PortError::Taken(port, free)
        }
        _ => PortError::Refused(address, error),
    })
}

/// A server that runs until it is dropped.
pub struct Server {
    state: Arc<ServerState>,
    _runtime: Runtime,
}

impl Server {
    /// Begins to serve. Until something is shown, every page says that the site is being built.
    ///
    /// # Errors
    ///
    /// When the system refuses threads or the port.
    pub fn start(port: Port, links: Option<EditorLinks<'_>>, report: ThemeReport) -> io::Result<Self> {
        let editor = links.and_then(|links| editor::form_for(port.address.ip(), links));
        let state = Arc::new(ServerState::new(port.address, editor, report));
        let runtime =
            Builder::new_multi_thread().worker_threads(2).max_blocking_threads(16).enable_all().build()?;
        let all = get(answer::answer).fallback(answer::not_allowed).with_state(state.clone());
        let routes: Router = Router::new().fallback_service(all);
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(port.listener)?
        };
        // A browser is not to wait for the second half of small news. Where the socket refuses, it is slower and well.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        runtime.spawn(async move { axum::serve(listener, routes).await });
        Ok(Self { state, _runtime: runtime })
    }

    /// Shows a site from now on, and tells every browser. How many pages had to be rendered for those that are open.
    ///
    /// # Errors
    ///
    /// When the theme cannot render its pages: then what was shown before stays, with what is wrong over it.
    pub fn show(&self, mut preview: Preview, changes: &Changes) -> Result<usize, (Vec<Diagnostic>, Sources)> {
        if self.state.theme_version() != Some(preview.theme_version())
            && let Err((diagnostics, sources)) = preview.try_theme()
        {
            self.fail(&diagnostics, &sources);
            return Err((diagnostics, sources));
        }
        if self.state.editor.is_some() {
            preview.mark_units();
        }
        Ok(self.state.show(preview, changes))
    }

    /// Shows what is wrong, over the site that stood last.
    pub fn fail(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        self.state.fail(Failure::of(&excerpts(diagnostics, sources)));
    }

    /// Shows that the archive cannot be read at all, over the site that stood last.
    pub fn fail_whole(&self, message: &str) {
        self.state.fail(Failure::whole(message));
    }

    /// The path below which the site stands.
    #[must_use]
    pub fn base_path(&self) -> String {
        self.state.base_path()
    }
}
