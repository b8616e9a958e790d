//! Pages: from the plan and the site to finished files, one by one or all in parallel.
//!
//! Records that many pages show (a commitment is on its own page, its meeting's, its track's and its delegations')
//! are turned into template values once a language, and shared.

mod body;
mod cards;
mod changes;
mod citation;
mod context;
mod corrections;
mod dialogues;
mod documents;
mod drift;
mod former_names;
mod frame;
mod groups;
mod head;
mod json_ld;
mod lazy;
mod lineage_lanes;
mod lineage_picture;
mod lists;
mod matrix;
mod mentions;
mod menus;
mod narrowing;
mod overview;
mod pages;
mod picture;
mod raster;
mod renderer;
mod root;
mod sections;
mod share_font;
mod share_image;
mod share_lines;
mod site;
mod sizes;
mod string_keys;
mod structured;
mod text;
mod thread;
mod threads;
mod timeline_lanes;
mod timeline_picture;
mod timeline_words;
mod versions;
mod view;
mod years;

pub use pages::{Template, required_strings, templates};
pub use renderer::{Renderer, all, each};
pub use root::CONSTANTS;
pub use share_font::ShareFont;
pub use share_image::{MissingLetters, ShareImage, missing_letters};
pub use site::shared;
pub use view::{Description, Field, ValueShape};
