//! What is written into the output folder, and what is kept out of it.

mod hosts;
mod ledger;
mod permissions;
mod publishing;
mod publishing_beside_others;
mod publishing_over_changed_files;
mod release;
mod unpublished_events;
mod unpublished_names;
