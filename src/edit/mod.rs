//! Changes of notes and registries by the byte: all that is not to change stays as it is written. Nothing here reads or writes a
//! file.

mod leaves;
mod lines;
mod list_items;
mod record;
mod scalars;
mod work_file;

pub use leaves::{Leaf, leaves};
pub use lines::{blanks, insertion, line_start, lines_below, with_pair};
pub use list_items::{ItemPairs, with_items};
pub use record::{RecordInFile, is_repeated, item_with_id};
pub use scalars::scalar;
pub use work_file::{Edit, WorkFile};
