//! The repository itself: its content, its docs and its layers.

mod circles;
mod content;
mod docs;
mod docs_content;
mod docs_data;
mod docs_themes;
mod layers;
mod messages;
mod properties;
mod strings;
mod verbs;
