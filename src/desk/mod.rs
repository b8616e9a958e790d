//! The desk: files that offices and translators work on, and what the archive takes from them. Nothing here reads or writes a
//! file.

pub mod import;
