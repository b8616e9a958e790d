//! YAML into records: one event pass for positions, repeated keys and limits, then serde for the types.
//!
//! A value that serde refuses is reported with its place, blanked, and the rest is read again, so that one run tells
//! every mistake of a file. Positions are not kept with the values: a [`Spot`] names a value by its path, and is
//! turned into a place only when there is something to tell.

mod braces;
mod breaks;
mod ends;
mod escapes;
mod folds;
mod forms;
mod full_width;
mod languages;
mod line;
mod locate;
mod meant;
mod mend;
mod narrowed;
mod pointer;
mod problem;
mod syntax;
mod traps;
mod tree;
mod trees;
mod unread;

pub use ends::is_word;
pub use locate::locate;
pub use mend::read;
pub use pointer::{Pointer, Step};
pub use problem::{Problem, Spot, shown};
pub use tree::{MAX_NESTING, Map, MapEntry, Tree, ValueKind};
