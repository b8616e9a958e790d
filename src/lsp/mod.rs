//! The language server: what editors ask of an archive while it is written, over the Language Server Protocol.
//!
//! The texts that an editor shows stand over those of the files, saved or not, and are checked by the same pipeline. Nothing
//! here writes a file: every change is an edit that the editor makes.

mod abilities;
mod actions;
mod answers;
mod diagnostics;
mod dispatch;
mod documents;
mod edits;
mod features;
mod frames;
mod places;
mod positions;
mod renames;
mod reports;
mod server;
mod session;

pub use server::{LspEnd, LspError, run};
pub use session::{ChangeReport, LspSetup, StartWatch};
