//! What notes and registries may hold, and what the site makes of it.

mod addresses;
mod aliases;
mod bodies;
mod comments;
mod corrections;
mod delegation_kind;
mod folded_texts;
mod full_width;
mod glossary;
mod hidden_characters;
mod ids;
mod input_files;
mod languages;
mod links;
mod markdown;
mod misnamed_notes;
mod names;
mod names_on_systems;
mod pictures;
mod planned;
mod summaries;
mod tables_and_footnotes;
mod time_zone;
mod translations;
mod two_files;
