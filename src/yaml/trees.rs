//! The shapes of files that problems stand in.

use std::collections::BTreeMap;

use super::Tree;
use crate::diagnostic::{SourceId, Sources};

/// The shapes of files, each read once; none of one that cannot be read.
pub(super) type Trees = BTreeMap<SourceId, Option<Tree>>;

/// The shape of a file.
pub(super) fn tree<'a>(source: SourceId, sources: &Sources, trees: &'a mut Trees) -> Option<&'a Tree> {
    trees
        .entry(source)
        .or_insert_with(|| {
            let file = sources.file(source);
            Tree::within(&file.text, &file.yaml)
        })
        .as_ref()
}
