//! Reports which files of an archive changed: the system says where to look, and the bytes decide.
//!
//! What opens or reads a file, or writes the same into it, changes nothing. A burst of events is one change.

mod record;
mod signals;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    lang::{Message, say},
    source::Changes,
};
use record::{Doubt, FolderRecord, relative};
use signals::{ChangeListener, Signal};

/// After this much silence a burst is over.
const QUIET: Duration = Duration::from_millis(20);

/// The longest that a burst is waited for.
const LONGEST: Duration = Duration::from_millis(300);

/// How often is looked where the system does not tell.
const INTERVAL: Duration = Duration::from_millis(700);

/// After this long without a change is asked whether something else is over.
const PATIENCE: Duration = Duration::from_secs(20);

/// How files are watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchMethod {
    /// The system tells.
    Events,
    /// The folders are looked through again and again, for file systems that do not tell.
    Polled,
}

/// Watches content/ and themes/ below a root.
pub struct Watch {
    root: PathBuf,
    record: FolderRecord,
    listener: Option<ChangeListener>,
    warn: Box<dyn Fn(&Message) + Send>,
}

impl Watch {
    /// Begins to watch: what changes from now on is reported. Where the system cannot tell, that is a warning, and the
    /// folders are looked through again and again.
    pub fn start(root: &Path, method: WatchMethod, warn: impl Fn(&Message) + Send + 'static) -> Self {
        // The system names what changed by where it really lies.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut watch = Self { record: FolderRecord::default(), listener: None, warn: Box::new(warn), root };
        if method == WatchMethod::Events {
            match ChangeListener::new(&watch.root) {
                Ok(listener) => watch.listener = Some(listener),
                Err(why) => watch.warn(&why),
            }
        }
        watch.record = FolderRecord::new(&watch.root);
        watch
    }

    /// Waits for the next change. What it names has other bytes than before, is new, or is gone. Nothing is named where
    /// something else is over first, which is asked now and then.
    pub fn wait(&mut self, is_over: impl Fn() -> bool) -> Changes {
        loop {
            let changes = match self.places() {
                ChangedPlaces::Some(places) => {
                    Changes::Paths(places.iter().flat_map(|it| self.record.look(it, Doubt::Bytes)).collect())
                }
                ChangedPlaces::Everywhere(doubt) => {
                    let changed = self.record.look_everywhere(doubt);
                    if changed.is_empty() || doubt == Doubt::Dates {
                        Changes::Paths(changed)
                    } else {
                        Changes::All
                    }
                }
            };
            if changes != Changes::Paths(BTreeSet::new()) || is_over() {
                return changes;
            }
        }
    }

    /// Waits until there is something to look at.
    fn places(&mut self) -> ChangedPlaces {
        let Some(listener) = &mut self.listener else {
            thread::sleep(INTERVAL);
            return ChangedPlaces::Everywhere(Doubt::Dates);
        };
        let signals = burst(&listener.signals, if listener.is_deaf { INTERVAL } else { PATIENCE });
        if signals.iter().any(|signal| matches!(signal, Signal::Full)) {
            self.listener = None;
            self.warn(&say!("watch-limit"));
            return ChangedPlaces::Everywhere(Doubt::Bytes);
        }
        let mut places = BTreeSet::new();
        for signal in signals {
            match signal {
                Signal::Changed(path) => match relative(&self.root, &path) {
                    Some(path) if path.contains('/') => {
                        places.insert(path);
                    }
                    // One of the folders themselves, or the root: what was heard of may be another folder by now.
                    Some(path) if path.is_empty() || record::FOLDERS.contains(&path.as_str()) => {
                        listener.is_deaf = true;
                    }
                    Some(_) => {}
                    None => return ChangedPlaces::Everywhere(Doubt::Bytes),
                },
                Signal::Missed | Signal::Full => return ChangedPlaces::Everywhere(Doubt::Bytes),
            }
        }
        if listener.is_deaf {
            if let Err(why) = listener.listen(&self.root) {
                self.listener = None;
                self.warn(&why);
            }
            return ChangedPlaces::Everywhere(Doubt::Bytes);
        }
        ChangedPlaces::Some(places)
    }

    fn warn(&self, why: &Message) {
        (self.warn)(&say!("polled-instead", why, ms = INTERVAL.as_millis()));
    }
}

/// Where something may have changed.
enum ChangedPlaces {
    /// At these paths from the root.
    Some(BTreeSet<String>),
    /// Anywhere.
    Everywhere(Doubt),
}

/// The signals up to the next silence; none, where nothing came for some time.
fn burst(signals: &Receiver<Signal>, patience: Duration) -> Vec<Signal> {
    let mut burst = match signals.recv_timeout(patience) {
        Ok(signal) => vec![signal],
        Err(RecvTimeoutError::Timeout) => return Vec::new(),
        // Nobody will tell any more.
        Err(RecvTimeoutError::Disconnected) => return vec![Signal::Full],
    };
    let end = Instant::now() + LONGEST;
    while let Ok(signal) = signals.recv_timeout(QUIET.min(end.saturating_duration_since(Instant::now()))) {
        burst.push(signal);
    }
    burst
}

#[cfg(test)]
mod tests;
