//! All tests of the program as its users meet it, in one crate so that one change is linked once. Each folder is a subject;
//! `cargo test --test suite format::links` runs the tests of one file.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

mod commands;
mod data;
#[cfg(feature = "desk")]
mod desk;
mod format;
mod house;
mod ide;
#[cfg(feature = "lsp")]
mod lsp;
mod messages;
mod output;
mod pages;
mod preview;
mod support;
