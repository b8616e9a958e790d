//! The desk: files that offices and translators work on, made of the archive, and what they send back. Nothing here reads or
//! writes a file.

pub mod brief;
pub mod import;
pub mod sheet;
pub mod translate;
