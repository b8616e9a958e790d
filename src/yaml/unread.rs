//! Values that are in a file and were not read, since their key is misspelt or what holds them has another shape. It was
//! reported; that they are missing, here or for the other language, is not.

use std::collections::HashMap;

use super::{
    Pointer, Problem, Spot, Step, Tree,
    tree::ValueKind,
    trees::{Trees, tree},
};
use crate::{
    diagnostic::{Code, SourceId, Sources},
    lang::Lang,
};

/// The known keys that misspelt ones were meant to be, by file.
pub(super) struct UnreadKeys(HashMap<SourceId, Vec<Pointer>>);

impl UnreadKeys {
    /// Those of which these problems tell.
    pub(super) fn new(problems: &[Problem]) -> Self {
        let mut keys: HashMap<SourceId, Vec<Pointer>> = HashMap::new();
        for problem in problems {
            if let (Some(source), Some(meant)) = (problem.spot.source(), &problem.meant) {
                keys.entry(source).or_default().push(meant.as_ref().clone());
            }
        }
        Self(keys)
    }

    /// Whether a problem only follows from what was not read.
    pub(super) fn explains(&self, problem: &Problem, sources: &Sources, trees: &mut Trees) -> bool {
        if problem.needs.as_ref().is_some_and(|needs| self.has(needs, sources, trees)) {
            return true;
        }
        match problem.code {
            Code::MissingField => self.has(&problem.spot, sources, trees),
            // What the other file says would stand in the same place here.
            Code::MissingTranslation => {
                let there = problem.related.first().map(|(spot, _)| spot);
                matches!((problem.spot.source(), there), (Some(here), Some(Spot::Value(_, way)))
                    if self.is_unread(here, way, sources, trees))
            }
            _ => false,
        }
    }

    /// Whether one of these values, or that in the other language's file, was not read.
    fn has(&self, spot: &Spot, sources: &Sources, trees: &mut Trees) -> bool {
        match spot {
            Spot::Value(source, way) => {
                self.is_unread(*source, way, sources, trees)
                    || counterpart(*source, sources)
                        .is_some_and(|counterpart| self.is_unread(counterpart, way, sources, trees))
            }
            Spot::Either(spots) => spots.iter().any(|spot| self.has(spot, sources, trees)),
            _ => false,
        }
    }

    fn is_unread(&self, source: SourceId, way: &Pointer, sources: &Sources, trees: &mut Trees) -> bool {
        let is_misspelt = |keys: &Vec<Pointer>| keys.iter().any(|key| way.0.starts_with(&key.0));
        self.0.get(&source).is_some_and(is_misspelt)
            || tree(source, sources, trees).is_some_and(|tree| is_barred(tree, way))
    }
}

/// Whether a way meets a map in the place of a list, or the other way round, or a text in that of a list or of a record of
/// records. A text in the place of a record may be its short form.
fn is_barred(tree: &Tree, way: &Pointer) -> bool {
    let mut value = tree;
    for (at, step) in way.0.iter().enumerate() {
        let is_last = at + 1 == way.0.len();
        match (&value.kind, step) {
            (ValueKind::Map(entries), Step::Index(_)) => return !entries.is_empty(),
            (ValueKind::List(items), Step::Key(_)) => return !items.is_empty(),
            (ValueKind::Scalar(text, _), step) if !is_last || matches!(step, Step::Index(_)) => {
                return !text.trim().is_empty();
            }
            _ => {}
        }
        match value.step(step) {
            Some(inner) => value = inner,
            None => return false,
        }
    }
    false
}

/// The file of the same note in the other language.
fn counterpart(source: SourceId, sources: &Sources) -> Option<SourceId> {
    let (name, code) = sources.path(source).strip_suffix(".md")?.rsplit_once('.')?;
    sources.find(&format!("{name}.{}.md", Lang::from_code(code)?.other().code()))
}
