//! A record gets another id: what is to be changed in which file, so that everything that named it names it still. Nothing here
//! reads or writes a file.

mod addresses;
mod alias_key;
mod alias_lists;
mod archive;
mod bodies;
mod body_names;
mod earlier;
mod kind;
mod places;
mod plan;
mod refusals;
mod renaming;
mod stamps;
mod yaml_names;

pub use addresses::{AddressChange, root_end};
pub use archive::ReadArchive;
pub use body_names::{NameInBody, names_in_body};
pub use kind::RenameKind;
pub use places::{NameInYaml, NamingFile};
pub use plan::{MovedFile, RenamePlan, RenamedFile, plan};
pub use refusals::RenameRefusal;
pub use renaming::{JUDGES, NameForm, Renaming};
