//! From files to drafts: what is written, with its places, before anything is known of what it refers to.

mod addresses;
mod body;
mod body_events;
mod brackets;
mod characters;
mod footnotes;
mod front_matter;
mod headings;
pub mod input;
mod leavings;
mod listing;
mod note;
mod pictures;
mod raw_html;
mod registry;
mod remedies;
mod stamps;
mod strays;
mod table;
mod texts;
mod translatable;
mod units;
mod unread;
mod walk;

pub use body::{BodyDraft, PieceDraft, Reference, ReferenceKind};
pub use body_events::{Address, Hole};
pub use leavings::is_passed_over;
pub use note::{Front, NoteDraft, NoteKind, parse_note};
pub use registry::{RegistryDraft, parse_registries};
pub use stamps::Stamps;
pub use texts::{Changes, Texts};
pub use units::UnitDraft;
pub use unread::Unread;
pub use walk::{Before, Inventory, NoteSource, StaticFile, note_name, walk};
