//! taiwa turns a folder of meeting notes into the public archive of a dialogue between two governments.
//!
//! Everything runs through one [`pipeline`]: walk, parse, link, plan, export, render, publish. docs/architecture.md
//! tells what each stage promises.

pub mod artifact;
pub mod cell_text;
pub mod cli;
pub mod cmd;
pub mod config;
#[cfg(feature = "desk")]
pub mod desk;
pub mod diagnostic;
pub mod edit;
pub mod export;
pub mod folder;
pub mod html;
pub mod id;
pub mod ide;
pub mod lang;
pub mod ledger;
pub mod link;
#[cfg(feature = "lsp")]
pub mod lsp;
pub mod model;
pub mod path;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod rename;
pub mod render;
pub mod scaffold;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod source;
pub mod stamp;
pub mod theme;
#[cfg(feature = "serve")]
pub mod watch;
pub mod yaml;
