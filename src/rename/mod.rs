//! A record's id becomes another: what is to be changed in which file.

mod addresses;
mod bodies;
mod kind;
mod leaves;
mod places;
mod renaming;
mod work_file;
mod yaml_names;

pub use kind::RenameKind;
pub use renaming::Renaming;
