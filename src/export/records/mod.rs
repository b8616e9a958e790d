//! The records of data/, each declared once: archive.json, its schema, the tables and their description are made from
//! these declarations.

mod column;
mod commitments;
mod declaration;
mod events;
mod meetings;
mod notes;
mod registries;
mod values;

pub(super) use column::{Cells, Column, ColumnType, Columns};
pub(super) use commitments::{carriers, commitments};
pub(super) use events::events;
pub(super) use meetings::{documents, meetings, presences, withdrawn};
pub(super) use notes::pages;
pub(super) use registries::{delegations, dialogues, organizations, people, settings, terms, tracks};
