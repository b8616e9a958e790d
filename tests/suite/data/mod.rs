//! The files for programs: data, feeds, schemas.

mod archive;
mod corpus;
mod feeds;
mod files;
mod glossary;
mod schema;
