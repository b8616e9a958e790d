//! Earlier addresses of records: how they are read.

use super::{
    facts::AliasDraft,
    pair::Pair,
    problems::Problems,
    registry_file::{File, items},
};
use crate::{
    diagnostic::Code,
    lang::say,
    path,
    yaml::{Problem, Spot},
};

/// The earlier addresses of a record in notes.
pub(super) fn aliases<'a, T>(
    front: &Pair<'a, T>,
    problems: &mut Problems,
    get: impl Fn(&'a T) -> Option<&'a Vec<Option<String>>>,
) -> Vec<AliasDraft> {
    let written = front.list("aliases", problems, get);
    written.filter_map(|(index, alias)| read(alias, front.item("aliases", index), problems)).collect()
}

/// The earlier addresses of a record of a registry.
pub(super) fn of_record(
    file: File,
    id: &str,
    aliases: Option<&Vec<Option<String>>>,
    problems: &mut Problems,
) -> Vec<AliasDraft> {
    let written = items(aliases).into_iter();
    let spot = |index: usize| file.at([id.into(), "aliases".into(), index.into()]);
    written.filter_map(|(index, alias)| read(alias, spot(index), problems)).collect()
}

fn read(alias: &str, spot: Spot, problems: &mut Problems) -> Option<AliasDraft> {
    let address = alias.strip_prefix('/').map(path::decoded).filter(|address| is_clean(address));
    if address.is_none() {
        let message = say!("not-own-address", address = alias);
        let problem = Problem::new(Code::InvalidValue, spot.clone(), message).help(say!("alias-form"));
        problems.push(problem);
    }
    Some(AliasDraft { address: address?, spot })
}

/// Whether an address is a folder below the root that a file system and a browser read alike.
fn is_clean(address: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || "-._~".contains(c);
    address.strip_suffix('/').is_some_and(|folders| {
        folders.split('/').all(|part| {
            !part.is_empty()
                && part.len() <= path::MAX_NAME
                && !part.starts_with('.')
                && part.chars().all(allowed)
        })
    })
}
