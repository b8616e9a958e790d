//! The files for programs: data, feeds, schemas.

mod corpus;
mod data;
mod feeds;
mod schema;
