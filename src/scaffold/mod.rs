//! Makes what people begin with: a new archive, and the two files of a new meeting.
//!
//! Nothing of anybody's is ever overwritten: each file is new, or nothing is made at all. Beginnings of these very files, as a
//! killed run leaves them, are made whole.

mod archive;
mod files;
mod meeting;
mod translation;
mod write;

pub use archive::{ArchiveError, new_archive};
pub use files::write_files;
pub use meeting::{MeetingError, MeetingRequest, new_meeting};
pub use translation::translation_file;
pub use write::WriteError;
