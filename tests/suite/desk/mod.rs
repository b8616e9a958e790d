//! What goes out to offices, and what comes back from them.

mod brief;
mod import;
mod import_files;
mod import_japanese;
mod import_properties;
mod import_refusals;
mod import_twin;
mod sheet;
mod sheet_cells;
mod sheet_export;
mod sheet_files;
mod sheet_import;
mod sheet_japanese;
mod sheet_rounds;
mod statements;
mod translate;
mod translate_details;
mod translate_import;
mod translate_rounds;
