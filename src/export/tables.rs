//! The tables of the data, data/*.csv (RFC 4180), and what describes them, data/datapackage.json.

mod package;
mod writer;

use rayon::prelude::*;

use super::records::{self, Column};
use crate::{artifact::Artifact, plan::files, site::Site};
use writer::{CsvTable, TableWriter};

/// What makes tables, each from one kind of records: what is a list in a record has a table of its own.
const TABLES: [fn(&Site) -> Vec<CsvTable>; 5] = [registries, people, meetings, documents, commitments];

/// Every table, and the description of them all. One without a row is there all the same, so that its address lasts.
pub(super) fn tables(site: &Site) -> Vec<Artifact> {
    let mut tables: Vec<CsvTable> = TABLES.par_iter().flat_map(|tables| tables(site)).collect();
    tables.sort_by_key(|table| files::TABLES.iter().position(|name| *name == table.name));
    let package = package::package(site, &tables);
    let tables = tables
        .into_iter()
        .map(|table| Artifact { path: files::table_address(table.name), content: table.csv.into() });
    [package].into_iter().chain(tables).collect()
}

fn registries(site: &Site) -> Vec<CsvTable> {
    vec![
        CsvTable::of("dialogues", "Series of meetings between two parties", records::dialogues(site)),
        CsvTable::of(
            "delegations",
            "The sides of the dialogues, and groups that take part beside them",
            records::delegations(site),
        ),
        CsvTable::of("organizations", "Ministries, agencies and associations", records::organizations(site)),
        CsvTable::of("tracks", "Policy tracks", records::tracks(site)),
        CsvTable::of(
            "events",
            "What matters to a dialogue and is no meeting of it, by date",
            records::events(site),
        ),
        CsvTable::of(
            "participation",
            "Who took part in which meeting, as the notes say; bodies above an office that took part have no row for that",
            records::presences(site),
        ),
        CsvTable::of(
            "withdrawn",
            "The meetings that were withdrawn, which no other table has",
            records::withdrawn(site),
        ),
    ]
}

fn people(site: &Site) -> Vec<CsvTable> {
    let mut people = TableWriter::new("people", "Who took part or is referred to");
    let mut roles = TableWriter::below(
        "roles",
        "What people were, and where",
        parent("person", "people", "The id of the person"),
    );
    for person in records::people(site) {
        roles.add_below(person.id, &person.roles);
        people.add(&person);
    }
    vec![people.finish(), roles.finish()]
}

fn meetings(site: &Site) -> Vec<CsvTable> {
    let mut meetings = TableWriter::new("meetings", "The meetings, by date");
    let about = "What was corrected after publication";
    let mut corrections =
        TableWriter::below("corrections", about, parent("meeting", "meetings", "The id of the meeting"));
    for meeting in records::meetings(site) {
        corrections.add_below(meeting.id, &meeting.corrections);
        meetings.add(&meeting);
    }
    vec![meetings.finish(), corrections.finish()]
}

fn documents(site: &Site) -> Vec<CsvTable> {
    let mut documents = TableWriter::new("documents", "The documents that meetings and events list");
    let about = "Who signed which document, in the order of the source";
    let mut signatories =
        TableWriter::below("signatories", about, parent("document", "documents", "The id of the document"));
    for document in records::documents(site) {
        signatories.add_below(document.id, &document.signatories);
        documents.add(&document);
    }
    vec![documents.finish(), signatories.finish()]
}

fn commitments(site: &Site) -> Vec<CsvTable> {
    let about = "What the meetings set down, by meeting and then in the order of the source";
    let mut commitments = TableWriter::new("commitments", about);
    let about = "What commitments say of earlier ones; only `related` has no direction";
    let mut relations = TableWriter::below(
        "relations",
        about,
        parent("from", "commitments", "The id of the commitment that says it"),
    );
    let about = "How commitments are judged, side by side; a commitment without a row has no assessment";
    let mut assessments = TableWriter::below(
        "assessments",
        about,
        parent("commitment", "commitments", "The id of the commitment"),
    );
    for commitment in records::commitments(site) {
        relations.add_below(&commitment.id, &commitment.relations);
        assessments.add_below(&commitment.id, &commitment.assessments);
        commitments.add(&commitment);
    }
    let about = "The delegations that carry each commitment, and the organizations that answer for it";
    let carriers = CsvTable::of("carriers", about, records::carriers(site));
    vec![commitments.finish(), carriers, relations.finish(), assessments.finish()]
}

/// The column that names the record of which a row is a part.
fn parent(name: &str, table: &'static str, about: &str) -> Column {
    Column { refers: Some(table), ..Column::new(&format!("{name}_id"), about) }
}
