//! What is told of mistakes: each in its place, with the suggestion.

mod bad_files;
mod bad_input;
mod codes;
mod codes_of_files;
mod codes_of_notes;
mod dates;
mod diagnostics;
mod doubtful_facts;
mod events;
mod formats;
mod from_other_generators;
mod japanese;
mod large_registries;
mod large_texts;
mod meeting_keys;
mod outsiders;
mod unread;
mod wrong_shapes;
mod yaml_meant;
mod yaml_syntax;
mod yaml_traps;
