//! A line on the terminal that says what long work is at.

use std::{
    io::{self, IsTerminal, Write},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::lang::{Lang, Message};

/// How long work may take before it is worth a line.
const PATIENCE: Duration = Duration::from_secs(1);
const LONG: Duration = Duration::from_hours(1);

/// Shows the stage of the work, once it takes longer than a second, until it is dropped. Nothing where standard error
/// is no terminal.
pub(super) struct Progress {
    stages: Option<Sender<String>>,
    shown: Option<JoinHandle<()>>,
    lang: Lang,
}

impl Progress {
    /// Begins with a stage.
    pub(super) fn new(stage: &Message, lang: Lang, is_quiet: bool) -> Self {
        if is_quiet || !io::stderr().is_terminal() {
            return Self { stages: None, shown: None, lang };
        }
        let (stages, received) = mpsc::channel();
        let mut stage = stage.text(lang);
        let shown = thread::spawn(move || {
            let mut wait = PATIENCE;
            let mut is_drawn = false;
            loop {
                match received.recv_timeout(wait) {
                    Ok(next) => stage = next,
                    Err(RecvTimeoutError::Disconnected) => break,
                    // The time to be patient is over: from now on the line is there, and changes with the stage.
                    Err(RecvTimeoutError::Timeout) => wait = LONG,
                }
                if wait == LONG {
                    draw(&stage);
                    is_drawn = true;
                }
            }
            if is_drawn {
                draw("");
            }
        });
        Self { stages: Some(stages), shown: Some(shown), lang }
    }

    /// Goes on to the next stage.
    pub(super) fn stage(&self, stage: &Message) {
        if let Some(stages) = &self.stages {
            // Where nobody shows it any more, nobody misses it.
            let _ = stages.send(stage.text(self.lang));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.stages = None;
        if let Some(shown) = self.shown.take() {
            let _ = shown.join();
        }
    }
}

/// Writes the line anew; a terminal that cannot be written to is no reason to stop.
fn draw(stage: &str) {
    let mut terminal = io::stderr();
    let _ = write!(terminal, "\r\u{1b}[K{stage}");
    let _ = terminal.flush();
}
