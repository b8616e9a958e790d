//! What an editor asks for while somebody writes: what may be written here, what this is, where it is declared and where else it
//! is named. Bytes in, bytes out: nothing here reads a file, speaks a protocol or knows the time.

mod archive;
mod blocks;
mod body_completions;
mod body_cursor;
mod candidates;
mod completion;
mod completions;
mod declarations;
mod definitions;
mod flow;
mod hover;
mod kinds;
mod matching;
mod mention;
mod named;
mod note_text;
mod plan_titles;
mod record_cards;
mod references;
mod scan;
mod schema_place;
mod symbols;
mod workspace_symbols;
mod yaml_completions;
mod yaml_cursor;

pub use archive::{KnownArchive, OpenDocument, TextPlace};
pub use completion::Completion;
pub use completions::completions;
pub use definitions::definitions;
pub use hover::{Hover, hover};
pub use kinds::{CompletionKind, NamedKind, SymbolKind};
pub use named::{NamedRecord, named_at};
pub use references::references;
pub use symbols::{Symbol, document_symbols};
pub use workspace_symbols::workspace_symbols;
