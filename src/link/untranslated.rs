//! Language files in which nothing is translated yet: of all that such a file lacks, one thing is said.

use std::collections::{BTreeMap, HashSet};

use crate::{
    diagnostic::{Code, SourceId},
    lang::{Message, say},
    yaml::Problem,
};

const HELP: Message = say!("translate-file");

/// Puts one problem in the place of all missing texts of each of these files, where the first one is reported.
pub(super) fn fold(found: Vec<Problem>, untranslated: &HashSet<SourceId>) -> Vec<Problem> {
    let file_of = |problem: &Problem| {
        let file = problem.spot.source().filter(|_| problem.code == Code::MissingTranslation);
        file.filter(|file| untranslated.contains(file))
    };
    let mut counts: BTreeMap<SourceId, usize> = BTreeMap::new();
    found.iter().filter_map(file_of).for_each(|file| *counts.entry(file).or_default() += 1);
    let folded = found.into_iter().filter_map(|problem| match file_of(&problem) {
        Some(file) => counts.remove(&file).map(|count| {
            let message = say!("nothing-translated", count);
            Problem { message, ..problem }.help(HELP)
        }),
        None => Some(problem),
    });
    folded.collect()
}
