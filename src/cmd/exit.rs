//! How a run ends.

use std::{io, process::ExitCode};

use crate::lang::Message;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Well.
    Success,
    /// The content has errors, and nothing was published.
    Content,
    /// The command line asks for something that cannot be.
    Usage,
    /// The machine failed us: disk, permission.
    Machine,
    /// The client of `lsp` did not keep to the protocol, which names this code.
    Protocol,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Content | Exit::Protocol => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        })
    }
}

/// Why a command ended early: what to print, and how to exit.
pub(super) struct CommandError {
    pub(super) exit: Exit,
    pub(super) message: Message,
}

impl CommandError {
    pub(super) fn usage(message: impl Into<Message>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    pub(super) fn content(message: impl Into<Message>) -> Self {
        Self { exit: Exit::Content, message: message.into() }
    }

    pub(super) fn machine(message: impl Into<Message>) -> Self {
        Self { exit: Exit::Machine, message: message.into() }
    }
}

impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        Self::machine(Message::verbatim(error))
    }
}
