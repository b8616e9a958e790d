//! Every place that names the same as the cursor.

use std::ops::Range;

use super::{
    archive::{FileParts, KnownArchive, OpenDocument, TextPlace, clamped},
    blocks::scan_blocks,
    declarations::declarations,
    mention::{NamedTarget, by_form, named_thing},
    note_text::NoteText,
    scan::PlaceInYaml,
};
use crate::{path, rename::NameForm, yaml::Tree};

/// Every place that names what is named at the cursor, in the order of paths; those where it is declared only if they are
/// wanted.
#[must_use]
pub fn references(
    archive: &KnownArchive<'_>,
    document: OpenDocument<'_>,
    offset: usize,
    with_definition: bool,
) -> Vec<TextPlace> {
    let Some(parts) = FileParts::of(document) else { return Vec::new() };
    let cursor = clamped(document.text, offset);
    let Some(named) = named_thing(*archive, &parts, cursor) else { return Vec::new() };
    let declared = declarations(*archive, document, &named.mention);
    let mut found = Vec::new();
    for file in archive.files(document).filter(|file| may_name(file.text, &named.mention)) {
        let mut add = |range| found.push(TextPlace { path: file.path.to_owned(), range });
        in_yaml(*archive, &file, &named.mention, &mut add);
        in_body(*archive, &file, &named.mention, &mut add);
    }
    found.retain(|place| !declared.contains(place));
    if with_definition {
        found.extend(declared);
    }
    found.sort_by(|one, other| (&one.path, one.range.start).cmp(&(&other.path, other.range.start)));
    found.dedup();
    found
}

/// Whether a text may name it: most files do not, and are not read.
fn may_name(text: &str, mention: &NamedTarget) -> bool {
    let name = match mention {
        NamedTarget::Record(_, id) => id.rsplit('/').next().unwrap_or_default(),
        NamedTarget::Document(id) | NamedTarget::Level(id) | NamedTarget::Page(id) => id,
        NamedTarget::Anchor(_, _, anchor) => anchor,
        NamedTarget::File(address) => {
            let name = address.rsplit('/').next().unwrap_or_default();
            return text.contains(name)
                || text.contains(&*path::encoded(name))
                || text.contains(&path::typed(name));
        }
        // Prose is not looked through.
        NamedTarget::Term(_) => return false,
    };
    text.contains(name)
}

fn in_yaml(
    archive: KnownArchive<'_>,
    file: &FileParts<'_>,
    mention: &NamedTarget,
    add: &mut impl FnMut(Range<usize>),
) {
    let naming = file.file.naming();
    let mut names: Vec<(Range<usize>, NameForm)> = Vec::new();
    match Tree::within(file.text, &file.yaml) {
        Some(tree) => {
            let found = naming.names(&tree).into_iter();
            names.extend(found.map(|name| (inner(file.text, name.span, name.value), name.form)));
        }
        // It cannot be read as it is typed now.
        None => scan_blocks(file.text, file.yaml.clone(), usize::MAX, &mut |word| {
            let form = naming.form_at(word.way, word.place == PlaceInYaml::Key);
            names.extend(form.map(|form| (word.span.clone(), form)));
        }),
    }
    for (span, form) in names {
        let value = file.text.get(span.clone()).unwrap_or_default();
        same(archive, file, mention, form, value, &span).into_iter().for_each(&mut *add);
    }
}

/// Where a value stands without its quotes.
fn inner(text: &str, span: Range<usize>, value: &str) -> Range<usize> {
    let written = text.get(span.clone()).unwrap_or_default();
    match written.find(value) {
        Some(at) => span.start + at..span.start + at + value.len(),
        None => span,
    }
}

fn in_body(
    archive: KnownArchive<'_>,
    file: &FileParts<'_>,
    mention: &NamedTarget,
    add: &mut impl FnMut(Range<usize>),
) {
    let body = file.body_start.and_then(|start| file.text.get(start..));
    if !body.is_some_and(|body| may_name(body, mention)) {
        return;
    }
    let Some(text) = NoteText::of(file) else { return };
    for name in text.names() {
        same(archive, file, mention, name.form, &name.value, &name.span).into_iter().for_each(&mut *add);
    }
}

/// The part of a value that names it: its end or its beginning, as of a commitment with its meeting.
fn same(
    archive: KnownArchive<'_>,
    file: &FileParts<'_>,
    mention: &NamedTarget,
    form: NameForm,
    value: &str,
    span: &Range<usize>,
) -> Option<Range<usize>> {
    let named = [span.end, span.start].into_iter();
    let mut named = named.filter_map(|cursor| by_form(archive, file.file, form, value, span.clone(), cursor));
    named.find(|named| named.mention == *mention).map(|named| named.range)
}
