//! The tables of the data, data/*.csv (RFC 4180), and what describes them, data/datapackage.json.

mod commitments;
mod meetings;
mod package;
mod registries;
mod table;

use rayon::prelude::*;

use crate::{artifact::Artifact, plan, site::Site};
use table::Table;

/// What makes each table, in the order in which they are described.
const TABLES: [fn(&Site) -> Table; 15] = [
    registries::dialogues,
    meetings::meetings,
    commitments::commitments,
    commitments::carriers,
    commitments::relations,
    commitments::assessments,
    registries::delegations,
    registries::organizations,
    registries::people,
    registries::roles,
    registries::tracks,
    meetings::participation,
    meetings::documents,
    meetings::corrections,
    meetings::withdrawn,
];

/// Every table, and the description of them all. One without a row is there all the same, so that its address lasts.
pub(super) fn tables(site: &Site) -> Vec<Artifact> {
    let tables: Vec<Table> = TABLES.par_iter().map(|table| table(site)).collect();
    let package = package::package(site, &tables);
    let tables = tables
        .into_iter()
        .map(|table| Artifact { path: plan::table_address(table.name), content: table.csv.into() });
    [package].into_iter().chain(tables).collect()
}
