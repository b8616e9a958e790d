//! YAML into records: one event pass for positions, repeated keys and limits, then serde for the types.
//!
//! Where serde refuses, each value is tried at its own place, and what is wrong is reported and left out: one run reports
//! every mistake of a file. Positions are not kept with the values: a [`Spot`] names a value by its path, and is
//! turned into a place only when there is something to tell.

mod braces;
mod breaks;
mod ends;
mod escapes;
mod folds;
mod foreign_keys;
mod forms;
mod full_width;
mod languages;
mod left_out;
mod line;
mod locate;
mod meant;
mod mend;
mod narrowed;
mod pointer;
mod problem;
mod shapes;
mod suggestions;
mod syntax;
mod traps;
mod tree;
mod trees;
mod type_check;
mod unread;

pub use ends::is_word;
pub use locate::locate;
pub use mend::read;
pub use pointer::{Pointer, Step};
pub use problem::{Problem, Spot, shown};
pub use tree::{MAX_NESTING, Map, MapEntry, Tree, ValueKind};
