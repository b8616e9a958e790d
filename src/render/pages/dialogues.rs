//! The list of several dialogues: under each those that are a part of it.

use crate::{
    id::Id,
    model::Dialogue,
    plan::{ListKind, PlannedPage},
    render::{
        context::LanguageContext,
        dialogues::DialogueView,
        groups::part,
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The dialogues.
    struct DialoguesPage<'a> {
        /// The dialogues, each followed by those that are a part of it.
        dialogues: Vec<DialogueBranchView<'a>>,
    }
}

impl PageTemplate for DialoguesPage<'_> {
    const TEMPLATE: &'static str = "dialogues.html";
}

view! {
    /// A dialogue in the tree.
    struct DialogueBranchView<'a> {
        /// The dialogue.
        dialogue: DialogueView<'a>,
        /// Whether the next one is a part of it, so that a list begins inside its item.
        opens: bool,
        /// How many lists end after its item.
        closes: usize,
    }
}

impl LanguageContext<'_> {
    pub(super) fn dialogues(&self, page: &PlannedPage) -> PageContent<'_> {
        let tree = self.tree_of_dialogues();
        let shown = part(&tree, page);
        let depths = depths(shown.iter().map(|(_, level)| *level));
        let after = depths.iter().skip(1).copied().chain([0]);
        let dialogues =
            shown.iter().zip(depths.iter().zip(after)).map(|((id, _), (depth, next))| DialogueBranchView {
                dialogue: self.dialogue_view(*id),
                opens: next > *depth,
                closes: depth.saturating_sub(next),
            });
        self.head_of_list(ListKind::Dialogues).with(DialoguesPage { dialogues: dialogues.collect() })
    }

    /// Each dialogue with its level, and after it its parts.
    fn tree_of_dialogues(&self) -> Vec<(Id<Dialogue>, usize)> {
        let roots = self.site.dialogues.iter().filter(|(_, dialogue)| dialogue.part_of.is_none());
        let mut open: Vec<_> = roots.rev().map(|(id, _)| (id, 0)).collect();
        let mut tree = Vec::new();
        while let Some((id, level)) = open.pop() {
            tree.push((id, level));
            open.extend(self.site.dialogues[id].parts.iter().rev().map(|part| (*part, level + 1)));
        }
        tree
    }
}

/// How deep each of these levels lies below those of them that are above it: a part of the tree may begin inside it.
fn depths(levels: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut above: Vec<usize> = Vec::new();
    let depths = levels.map(|level| {
        while above.last().is_some_and(|last| *last >= level) {
            above.pop();
        }
        above.push(level);
        above.len() - 1
    });
    depths.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_tree_begins_at_no_depth() {
        assert_eq!(depths([0, 1, 2, 1, 0].into_iter()), [0, 1, 2, 1, 0]);
        assert_eq!(depths([2, 2, 1, 2, 0].into_iter()), [0, 0, 0, 1, 0]);
    }
}
