//! What goes out to offices, and what comes back from them.

mod import;
mod import_files;
mod import_properties;
mod import_refusals;
mod import_twin;
mod statements;
