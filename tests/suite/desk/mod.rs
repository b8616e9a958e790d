//! What goes out to offices, and what comes back from them.

mod brief;
mod sheet;
mod sheet_cells;
mod sheet_export;
mod sheet_files;
mod sheet_import;
mod sheet_rounds;
mod translate;
mod translate_import;
