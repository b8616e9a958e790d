//! `taiwa lsp`, as an editor speaks to it.

mod actions;
mod diagnostics;
mod features;
mod protocol;
mod random_texts;
mod renames;
