//! The commands beside build, check and serve.

mod help;
mod init;
mod japanese;
mod new_meeting;
pub(crate) mod rename;
mod renamed_addresses;
mod stamp;
