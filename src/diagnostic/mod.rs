//! What went wrong, where, and what to do about it.

mod code;
mod excerpt;
mod github;
mod json;
mod positions;
mod record;
mod sarif;
mod shown;
mod sources;
mod suggestions;
mod text;

pub use code::{Code, Severity};
pub use excerpt::{Excerpt, excerpts};
pub use github::write_github;
pub use json::write_json;
pub use positions::positions;
pub use record::{Diagnostic, Fix, Related, sort};
pub use sarif::write_sarif;
pub use shown::{shown, shown_message};
pub use sources::{Place, SourceFile, SourceId, Sources};
pub use suggestions::{Suggestions, did_you_mean};
pub use text::write_text;
