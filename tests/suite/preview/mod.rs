//! The preview, and builds over builds.

mod editor;
mod preview_edits;
mod preview_faults;
mod random_edits;
mod server;
