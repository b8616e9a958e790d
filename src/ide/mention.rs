//! What a place in a text names.

use std::ops::Range;

use super::{
    archive::{ContentFile, FileParts, KnownArchive},
    body_cursor::BodyCursor,
    scan::PlaceInYaml,
    yaml_cursor::YamlCursor,
};
use crate::{
    lang::Lang,
    path, plan,
    rename::{JUDGES, NameForm, RenameKind, root_end},
    source::{NoteKind, ReferenceKind},
};

/// What may be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NamedTarget {
    /// A record with an id; a commitment by MEETING/ID.
    Record(RenameKind, String),
    /// A document, by its id.
    Document(String),
    /// A level of meetings, by its id.
    Level(String),
    /// A plain page, by its id.
    Page(String),
    /// A place in a note: its kind, its id and the anchor.
    Anchor(NoteKind, String, String),
    /// A static file, by its address.
    File(String),
    /// A term of the glossary, by its place.
    Term(usize),
}

/// What is named at a place, and where its name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedThing {
    pub(super) mention: NamedTarget,
    pub(super) range: Range<usize>,
}

/// What is named at the cursor.
pub(super) fn named_thing(
    archive: KnownArchive<'_>,
    parts: &FileParts<'_>,
    cursor: usize,
) -> Option<NamedThing> {
    match parts.body_start {
        Some(start) if cursor >= start => in_body(archive, parts, start, cursor),
        _ => in_yaml(archive, parts, cursor),
    }
}

fn in_yaml(archive: KnownArchive<'_>, parts: &FileParts<'_>, cursor: usize) -> Option<NamedThing> {
    let at = YamlCursor::at(parts.text, &parts.yaml, cursor)?;
    let form = parts.file.naming().form_at(&at.way, at.place == PlaceInYaml::Key)?;
    let value = parts.text.get(at.span.clone())?;
    by_form(archive, parts.file, form, value, at.span, cursor)
}

/// What a value of a form names.
pub(super) fn by_form(
    archive: KnownArchive<'_>,
    file: ContentFile<'_>,
    form: NameForm,
    value: &str,
    span: Range<usize>,
    cursor: usize,
) -> Option<NamedThing> {
    if value.trim().is_empty() {
        return None;
    }
    let whole = |mention| Some(NamedThing { mention, range: span.clone() });
    match form {
        NameForm::Judge if JUDGES.contains(&value) => None,
        NameForm::Judge => whole(NamedTarget::Record(RenameKind::Delegation, value.to_owned())),
        NameForm::Id(kind) => whole(NamedTarget::Record(kind, value.to_owned())),
        NameForm::OwnCommitment => {
            whole(NamedTarget::Record(RenameKind::Commitment, format!("{}/{value}", file.meeting()?)))
        }
        NameForm::Commitment => Some(commitment(value, span, cursor)),
        NameForm::Document | NameForm::OwnDocument => whole(NamedTarget::Document(value.to_owned())),
        NameForm::Level => whole(NamedTarget::Level(value.to_owned())),
        NameForm::File => {
            // Its name itself or, where no file has that, its address.
            let name = value.trim_start_matches('/');
            let is_name = archive.site.static_file(name).is_some();
            whole(NamedTarget::File(if is_name { name.to_owned() } else { path::decoded(name) }))
        }
        NameForm::Web => address(archive, file, value, span, cursor),
    }
}

/// A commitment with its meeting: the part that the cursor is in.
fn commitment(value: &str, span: Range<usize>, cursor: usize) -> NamedThing {
    match value.split_once('/') {
        Some((meeting, _)) if cursor <= span.start + meeting.len() => NamedThing {
            mention: NamedTarget::Record(RenameKind::Meeting, meeting.to_owned()),
            range: span.start..span.start + meeting.len(),
        },
        Some((meeting, _)) => NamedThing {
            mention: NamedTarget::Record(RenameKind::Commitment, value.to_owned()),
            range: span.start + meeting.len() + 1..span.end,
        },
        None => {
            NamedThing { mention: NamedTarget::Record(RenameKind::Meeting, value.to_owned()), range: span }
        }
    }
}

fn in_body(
    archive: KnownArchive<'_>,
    parts: &FileParts<'_>,
    body_start: usize,
    cursor: usize,
) -> Option<NamedThing> {
    let Some(at) = BodyCursor::at(parts.text, body_start, cursor) else {
        return term(archive, parts, body_start, cursor);
    };
    match at {
        BodyCursor::Reference { span, .. } => {
            let written = parts.text.get(span.clone())?;
            let (word, id) = written.split_once(':')?;
            let start = span.start + word.len() + 1 + id.len() - id.trim_start().len();
            let id = id.trim();
            let (kind, _) = ReferenceKind::ALL.into_iter().find(|(_, known)| *known == word.trim())?;
            let form = match RenameKind::of_reference(kind) {
                Some(RenameKind::Commitment) => NameForm::Commitment,
                Some(kind) => NameForm::Id(kind),
                None => NameForm::Document,
            };
            by_form(archive, parts.file, form, id, start..start + id.len(), cursor)
        }
        BodyCursor::Address { span, is_picture } => {
            let value = parts.text.get(span.clone())?;
            let form = if is_picture { NameForm::File } else { NameForm::Web };
            by_form(archive, parts.file, form, value, span, cursor)
        }
        BodyCursor::HeadingAnchor { span } => {
            let ContentFile::Note(kind, id, _) = parts.file else { return None };
            let anchor = parts.text.get(span.clone())?.to_owned();
            Some(NamedThing { mention: NamedTarget::Anchor(kind, id.to_owned(), anchor), range: span })
        }
    }
}

/// The longest term of the glossary at the cursor.
fn term(
    archive: KnownArchive<'_>,
    parts: &FileParts<'_>,
    body_start: usize,
    cursor: usize,
) -> Option<NamedThing> {
    let lang = parts.file.lang()?;
    let start = parts.text.get(body_start..cursor)?.rfind('\n').map_or(body_start, |at| body_start + at + 1);
    let rest = parts.text.get(cursor..)?;
    let line = parts.text.get(start..cursor + rest.find('\n').unwrap_or(rest.len()))?;
    let line = line.to_ascii_lowercase();
    let mut longest: Option<NamedThing> = None;
    for (index, term) in archive.site.terms.iter().enumerate() {
        let Some(form) = term.forms.get(lang).filter(|form| !form.is_empty()) else { continue };
        for (at, _) in line.match_indices(&form.to_ascii_lowercase()) {
            let range = start + at..start + at + form.len();
            let is_longer = longest.as_ref().is_none_or(|known| known.range.len() < range.len());
            if range.start <= cursor && cursor <= range.end && is_longer {
                longest = Some(NamedThing { mention: NamedTarget::Term(index), range });
            }
        }
    }
    longest
}

/// What an address names: a place in this note, a record by the address of its page, a place there, or a file.
fn address(
    archive: KnownArchive<'_>,
    file: ContentFile<'_>,
    value: &str,
    span: Range<usize>,
    cursor: usize,
) -> Option<NamedThing> {
    if let Some(anchor) = value.strip_prefix('#') {
        let ContentFile::Note(kind, id, _) = file else { return None };
        return Some(on_page(kind, id, &path::decoded(anchor), span.start + 1..span.end));
    }
    let start = root_end(value, archive.site.config.base_url.as_deref())?;
    let inner = value.get(start..)?;
    let (page, rest) = inner.split_at(inner.find(['?', '#']).unwrap_or(inner.len()));
    let anchor = rest.split_once('#').map(|(_, anchor)| anchor);
    let named = page_record(page, span.start + start);
    match (anchor, &named) {
        (Some(anchor), Some(NamedThing { mention, .. })) if cursor + anchor.len() >= span.end => {
            let range = span.end - anchor.len()..span.end;
            let anchor = path::decoded(anchor);
            match mention {
                NamedTarget::Record(RenameKind::Meeting, id) => {
                    Some(on_page(NoteKind::Meeting, id, &anchor, range))
                }
                NamedTarget::Page(id) => Some(on_page(NoteKind::Page, id, &anchor, range)),
                _ => named,
            }
        }
        _ => named.or_else(|| {
            let file = archive.site.static_file(&path::decoded(page))?;
            Some(NamedThing { mention: NamedTarget::File(file.address.clone()), range: span })
        }),
    }
}

/// What an anchor on the page of a note names.
fn on_page(kind: NoteKind, id: &str, anchor: &str, range: Range<usize>) -> NamedThing {
    let parts = [("commitment-", RenameKind::Commitment), ("track-", RenameKind::Track)];
    let record = parts.into_iter().filter(|_| kind == NoteKind::Meeting).find_map(|(start, kind)| {
        let own = anchor.strip_prefix(start)?;
        let own = own.strip_suffix(".title").unwrap_or(own);
        let name = if kind == RenameKind::Commitment { format!("{id}/{own}") } else { own.to_owned() };
        let at = range.start + start.len();
        Some(NamedThing { mention: NamedTarget::Record(kind, name), range: at..at + own.len() })
    });
    let document = || {
        let own = anchor.strip_prefix("document-")?;
        let start = range.end - own.len();
        Some(NamedThing { mention: NamedTarget::Document(own.to_owned()), range: start..range.end })
    };
    let heading = NamedTarget::Anchor(kind, id.to_owned(), anchor.to_owned());
    record.or_else(document).unwrap_or_else(|| NamedThing { mention: heading, range: range.clone() })
}

/// The record whose page is at an address, counted from the root of the site.
pub(super) fn page_record(page: &str, start: usize) -> Option<NamedThing> {
    let mut at = start;
    let mut steps = Vec::new();
    for step in page.split('/') {
        steps.push((path::decoded(step), at..at + step.len()));
        at += step.len() + 1;
    }
    let [(lang, _), (folder, _), (id, range), rest @ ..] = steps.as_slice() else { return None };
    Lang::from_code(lang)?;
    let named = |mention, range: &Range<usize>| Some(NamedThing { mention, range: range.clone() });
    if id.is_empty() {
        return None;
    }
    if plan::plain_page_path(id).split('/').next() == Some(folder) {
        return named(NamedTarget::Page(id.clone()), range);
    }
    let kind = RenameKind::ALL.iter().copied().find(|kind| kind.folder() == folder)?;
    match (kind, rest) {
        (RenameKind::Commitment, [(own, range), ..]) if !own.is_empty() => {
            named(NamedTarget::Record(kind, format!("{id}/{own}")), range)
        }
        (RenameKind::Commitment, _) => named(NamedTarget::Record(RenameKind::Meeting, id.clone()), range),
        _ => named(NamedTarget::Record(kind, id.clone()), range),
    }
}
