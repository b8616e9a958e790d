//! The records of the whole archive, by their ids and titles.

use super::{
    archive::{KnownArchive, OpenDocument, TextPlace},
    candidates::{Candidate, documents, pages, records, terms},
    declarations::declarations,
    kinds::{NamedKind, SymbolKind},
    matching::fitting,
    mention::NamedTarget,
    symbols::Symbol,
};
use crate::{lang::ruby, rename::RenameKind};

/// How many records are shown.
const SHOWN: usize = 100;

/// The records whose id or title has what is looked for, the best first, each with the path of its file.
#[must_use]
pub fn workspace_symbols(archive: &KnownArchive<'_>, query: &str) -> Vec<(Symbol, String)> {
    let site = archive.site;
    let records = RenameKind::ALL.iter().flat_map(|kind| records(site, *kind));
    let terms = terms(site, site.config.languages[0]);
    let known = records.chain(documents(site)).chain(pages(site)).chain(terms);
    let found = fitting(known, query).into_iter().take(SHOWN);
    found.filter_map(|it| symbol(*archive, &it)).collect()
}

fn symbol(archive: KnownArchive<'_>, candidate: &Candidate<'_>) -> Option<(Symbol, String)> {
    let id = candidate.id.to_string();
    let mention = match candidate.kind {
        NamedKind::Record(kind) => NamedTarget::Record(kind, id.clone()),
        NamedKind::Document => NamedTarget::Document(id.clone()),
        NamedKind::Level => NamedTarget::Level(id.clone()),
        NamedKind::Page => NamedTarget::Page(id.clone()),
        NamedKind::Term => {
            let first = archive.site.config.languages[0];
            let mut terms = archive.site.terms.iter();
            NamedTarget::Term(terms.position(|term| term.forms.get(first) == Some(&id))?)
        }
    };
    let nothing_open = OpenDocument { path: "", text: "" };
    let TextPlace { path, range } = declarations(archive, nothing_open, &mention).into_iter().next()?;
    let titles: Vec<_> = candidate.titles.iter().map(|title| ruby::plain(title)).collect();
    let symbol = Symbol {
        name: if titles.is_empty() { id.clone() } else { titles.join(" · ") },
        detail: Some(id),
        kind: SymbolKind::Named(candidate.kind),
        range: range.clone(),
        selection: range,
        children: Vec::new(),
    };
    Some((symbol, path))
}
