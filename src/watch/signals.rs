//! What the system tells of the folders.

use notify::{ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
};

use super::record::FOLDERS;
use crate::lang::{Message, say};

/// Something that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// Something may have changed here.
    Changed(PathBuf),
    /// More happened than could be reported.
    Missed,
    /// No more can be watched.
    Full,
}

/// Hears what the system tells.
pub(super) struct ChangeListener {
    pub(super) signals: Receiver<Signal>,
    /// Whether a folder has to be listened to anew, since it came, went or was another.
    pub(super) is_deaf: bool,
    watcher: RecommendedWatcher,
}

impl ChangeListener {
    /// Begins to listen; where that cannot be, why.
    pub(super) fn new(root: &Path) -> Result<Self, Message> {
        let (sender, signals) = mpsc::channel();
        let hear = move |event| {
            for signal in of_event(event) {
                // Once nobody listens, there is nothing to tell.
                let _ = sender.send(signal);
            }
        };
        let watcher = notify::recommended_watcher(hear).map_err(|error| describe(&error))?;
        let mut listener = Self { signals, is_deaf: false, watcher };
        listener.try_listen(root).map_err(|error| describe(&error))?;
        Ok(listener)
    }

    /// Listens to the folders that are there now. Where one is not, it goes on being deaf; where there are too many to
    /// listen to, why.
    pub(super) fn listen(&mut self, root: &Path) -> Result<(), Message> {
        for folder in FOLDERS {
            let _ = self.watcher.unwatch(&root.join(folder));
        }
        let _ = self.watcher.unwatch(root);
        match self.try_listen(root) {
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => Err(describe(&error)),
            done => {
                self.is_deaf = done.is_err();
                Ok(())
            }
        }
    }

    fn try_listen(&mut self, root: &Path) -> notify::Result<()> {
        // The root itself tells when one of the folders comes or goes.
        self.watcher.watch(root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| root.join(folder)) {
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

fn of_event(event: notify::Result<Event>) -> Vec<Signal> {
    match event {
        Ok(event) if event.need_rescan() => vec![Signal::Missed],
        // To open or read a file changes nothing; and reading is what is done upon a signal.
        Ok(event) if event.kind.is_access() => Vec::new(),
        Ok(event) => event.paths.into_iter().map(Signal::Changed).collect(),
        Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => vec![Signal::Full],
        Err(_) => vec![Signal::Missed],
    }
}

fn describe(error: &notify::Error) -> Message {
    match error.kind {
        ErrorKind::MaxFilesWatch => say!("watch-limit"),
        _ => say!("no-watch", error),
    }
}
