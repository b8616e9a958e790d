//! Where the text of a note names records: its references, and its links to addresses. What is code, a comment or prose names
//! none.

use std::{borrow::Cow, collections::HashSet, ops::Range};

use super::{kind::RenameKind, renaming::NameForm};
use crate::source::{Address, NoteDraft, PieceDraft, Placeholder, Reference};

/// A reference or a link of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameInBody<'d> {
    /// Where the name stands: the id of a reference, the address of a link.
    pub span: Range<usize>,
    /// What it means.
    pub value: Cow<'d, str>,
    /// How it names a record.
    pub form: NameForm,
}

/// Everything that names something in the text of a note that was parsed from this file.
#[must_use]
pub fn names_in_body<'d>(text: &str, draft: &'d NoteDraft) -> Vec<NameInBody<'d>> {
    let defined: HashSet<&str> = draft.body.definitions.iter().map(|it| &*it.address).collect();
    let names = draft.body.pieces.iter().filter_map(|piece| match piece {
        PieceDraft::Placeholder(Placeholder::Open(it) | Placeholder::Title(it)) => Some(reference(text, it)),
        PieceDraft::Placeholder(Placeholder::Link(it)) => link(text, &defined, it),
        PieceDraft::Placeholder(Placeholder::Picture(it)) => Some(picture(text, it)),
        _ => None,
    });
    names.chain(draft.body.definitions.iter().map(|it| definition(text, it))).collect()
}

fn reference<'d>(text: &str, reference: &'d Reference) -> NameInBody<'d> {
    let form = match RenameKind::of_reference(reference.kind) {
        Some(RenameKind::Commitment) => NameForm::Commitment,
        Some(kind) => NameForm::Id(kind),
        None => NameForm::Document,
    };
    let span = within(text, &reference.span, ":", &reference.id);
    NameInBody { span, value: Cow::Borrowed(&reference.id), form }
}

/// A link with an address of its own, and none that names a definition, which stands elsewhere.
fn link<'d>(text: &str, defined: &HashSet<&str>, link: &'d Address) -> Option<NameInBody<'d>> {
    let written = text.get(link.span.clone()).unwrap_or_default();
    if written != &*link.address && defined.contains(&*link.address) {
        return None;
    }
    let start = link.span.start + written.len() - written.trim_start_matches(['<', ' ']).len();
    let end = link.span.end.max(start);
    Some(NameInBody { span: start..end, value: Cow::Borrowed(&link.address), form: NameForm::Web })
}

fn picture<'d>(text: &str, picture: &'d Address) -> NameInBody<'d> {
    let span = within(text, &picture.span, "](", &picture.address);
    NameInBody { span, value: Cow::Borrowed(&picture.address), form: NameForm::File }
}

fn definition<'d>(text: &str, definition: &'d Address) -> NameInBody<'d> {
    let span = within(text, &definition.span, "]:", &definition.address);
    NameInBody { span, value: Cow::Borrowed(&definition.address), form: NameForm::Web }
}

/// Where a name stands in what is written around it, behind a sign; all of that where it is not written as it is meant.
fn within(text: &str, around: &Range<usize>, sign: &str, name: &str) -> Range<usize> {
    let written = text.get(around.clone()).unwrap_or_default();
    let before = written.find(sign).map_or(0, |at| at + sign.len());
    let found = written.get(before..).and_then(|rest| rest.find(name));
    found.map_or(around.clone(), |at| around.start + before + at..around.start + before + at + name.len())
}
