//! Texts go to a translator as XLIFF, and finished translations come back into the language files.

mod body_units;
mod codes;
mod finished;
mod front_units;
mod inline;
mod note_text;
mod outdated;
mod record;
mod text_unit;
mod translation_problem;
mod whole_body;
mod xliff_file;
mod xliff_reader;

pub use finished::{FinishedRecord, finish_record};
pub use record::{TranslationRecord, original, record, target_lang};
pub use text_unit::{TextUnit, UnitState};
pub use translation_problem::{TranslationProblem, report};
pub use xliff_file::written;
pub use xliff_reader::{MAX_XLIFF, ReturnedFile, ReturnedUnit, read};
