//! What is offered in the text of a note: references, addresses, anchors and terms.

use std::ops::Range;

use super::{
    archive::{ContentFile, FileParts, KnownArchive, OpenDocument},
    body_cursor::BodyCursor,
    candidates::{Candidate, candidates, documents, records, terms, titles},
    completion::Completion,
    kinds::{CompletionKind, NamedKind},
    matching::{MOST, fitting, fitting_words},
    mention::{NamedTarget, page_record},
    note_text::NoteText,
    plan_titles::page_title,
};
use crate::{
    lang::{Lang, ruby},
    path,
    plan::{self, PageKind},
    rename::{NameForm, RenameKind},
    source::{NoteKind, ReferenceKind},
};

/// How many letters of a term are typed before it is offered.
const TERM_LETTERS: usize = 2;

/// What may be written at the cursor.
pub(super) fn body_completions(
    archive: KnownArchive<'_>,
    document: OpenDocument<'_>,
    parts: &FileParts<'_>,
    body_start: usize,
    cursor: usize,
) -> Vec<Completion> {
    let place = BodyPlace { archive, document, parts, cursor };
    match BodyCursor::at(parts.text, body_start, cursor) {
        Some(BodyCursor::Reference { span, is_closed }) => place.references(&span, is_closed),
        Some(BodyCursor::Address { span, is_picture: true }) => place.files(&span, true),
        Some(BodyCursor::Address { span, .. }) => place.addresses(&span),
        Some(BodyCursor::HeadingAnchor { span }) => place.anchors_of_other_language(&span),
        None => place.terms(body_start),
    }
}

struct BodyPlace<'a, 'c> {
    archive: KnownArchive<'a>,
    document: OpenDocument<'a>,
    parts: &'c FileParts<'a>,
    cursor: usize,
}

impl<'a> BodyPlace<'a, '_> {
    fn typed(&self, from: usize) -> &'a str {
        self.parts.text.get(from..self.cursor).unwrap_or_default()
    }

    /// What a reference may name: before the colon kinds of records, and records of all kinds by their titles.
    fn references(&self, span: &Range<usize>, is_closed: bool) -> Vec<Completion> {
        let end = if is_closed { "" } else { "]]" };
        let typed = self.typed(span.start);
        if let Some((word, id)) = typed.split_once(':') {
            let kinds = ReferenceKind::ALL.into_iter();
            let kind = kinds.into_iter().find(|(_, known)| *known == word.trim());
            let Some((kind, _)) = kind else { return Vec::new() };
            let start = span.start + word.len() + 1 + id.len() - id.trim_start().len();
            let names = fitting(self.of_kind(kind), id);
            let replaced = start..span.end;
            return names
                .iter()
                .map(|it| Completion::name(it, &replaced, format!("{}{end}", it.id)))
                .collect();
        }
        let words = ReferenceKind::ALL.map(|(_, word)| word);
        let kinds = fitting_words(words, typed, |word| word).into_iter().map(|word| Completion {
            label: word.to_owned(),
            detail: None,
            documentation: None,
            kind: CompletionKind::Reference,
            replaced: span.clone(),
            inserted: format!("{word}:"),
        });
        let mut found: Vec<_> = kinds.collect();
        if !typed.trim().is_empty() {
            let all = ReferenceKind::ALL.into_iter().flat_map(|(kind, _)| self.of_kind(kind));
            let named = fitting(all, typed).into_iter().filter_map(|it| Some((reference_word(it.kind)?, it)));
            found.extend(named.map(|(word, it)| {
                let name = format!("{word}:{}", it.id);
                let inserted = format!("{name}{end}");
                Completion { label: name, ..Completion::name(&it, span, inserted) }
            }));
            found.truncate(MOST);
        }
        found
    }

    fn of_kind(&self, kind: ReferenceKind) -> Vec<Candidate<'a>> {
        match RenameKind::of_reference(kind) {
            Some(RenameKind::Commitment) => candidates(self.archive.site, NameForm::Commitment),
            Some(kind) => records(self.archive.site, kind),
            None => documents(self.archive.site),
        }
    }

    /// Static files by their addresses; of a picture only pictures.
    fn files(&self, span: &Range<usize>, is_picture: bool) -> Vec<Completion> {
        const PICTURES: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"];
        let typed = path::decoded(self.typed(span.start).trim_start_matches('/'));
        let files = self.archive.site.statics.iter().map(|file| file.address.as_str());
        let is_wanted = |file: &&str| {
            let lower = file.to_ascii_lowercase();
            !is_picture || PICTURES.iter().any(|ending| lower.ends_with(ending))
        };
        let files = fitting_words(files.filter(is_wanted), &typed, |file| *file).into_iter().take(MOST);
        let file = |address: &str| {
            let steps: Vec<_> = address.split('/').map(path::typed).collect();
            let written = format!("/{}", steps.join("/"));
            Completion {
                label: format!("/{address}"),
                detail: None,
                documentation: None,
                kind: CompletionKind::File,
                replaced: span.clone(),
                inserted: written,
            }
        };
        files.map(file).collect()
    }

    /// Places of this note, pages and files of the site, and places of other notes.
    fn addresses(&self, span: &Range<usize>) -> Vec<Completion> {
        let typed = self.typed(span.start);
        if let Some((page, anchor)) = typed.split_once('#') {
            let start = span.start + page.len() + 1;
            return self.anchors(page, anchor, &(start..span.end));
        }
        if typed.is_empty() {
            return self.anchors("", "", span).into_iter().map(with_sign).chain(self.pages(span)).collect();
        }
        if !typed.starts_with('/') {
            return self.pages(span);
        }
        let mut found = self.pages(span);
        found.extend(self.files(span, false));
        found
    }

    /// The pages of the site: those in the note's language first.
    fn pages(&self, span: &Range<usize>) -> Vec<Completion> {
        let lang = self.archive.lang_of(self.document);
        let typed = self.typed(span.start);
        let site = self.archive.site;
        let pages = self.archive.plan.iter().filter(|page| {
            let is_page = !page.is_file_of_page()
                && !matches!(page.kind, PageKind::Alias(_) | PageKind::NotFound | PageKind::Root);
            // Titles have no slash: what begins with one is looked for in addresses alone.
            let may_fit = typed.strip_prefix('/').is_none_or(|typed| page.address.contains(typed));
            is_page && page.number == 1 && may_fit
        });
        let mut known: Vec<_> = pages
            .map(|page| {
                let title = page_title(site, page.kind);
                let titles = title.map(|title| titles(site, title)).unwrap_or_default();
                let id = format!("/{}", page.address);
                (page.lang != lang, Candidate { titles, ..Candidate::unknown(id, NamedKind::Page) })
            })
            .collect();
        known.sort_by_key(|(is_other, _)| *is_other);
        let names = fitting(known.into_iter().map(|(_, page)| page), typed);
        names.iter().map(|it| Completion::name(it, span, it.id.to_string())).collect()
    }

    /// The anchors on the page of an address; without one, on that of this note.
    fn anchors(&self, page: &str, typed: &str, replaced: &Range<usize>) -> Vec<Completion> {
        let Some((kind, id, lang)) = self.note_at(page) else { return Vec::new() };
        let notes = self.archive.notes(self.document, kind, &id, lang);
        let text = notes.iter().find(|note| note.file.lang() == Some(lang)).and_then(NoteText::of);
        let headings = text.map(|text| text.headings()).unwrap_or_default();
        let headings = headings.into_iter().map(|heading| (heading.anchor, heading.text));
        let anchors: Vec<_> = headings.chain(self.commitment_anchors(kind, &id, lang)).collect();
        anchors_fitting(&anchors, typed, replaced)
    }

    /// The note that the page of an address shows.
    fn note_at(&self, page: &str) -> Option<(NoteKind, String, Lang)> {
        if let (true, ContentFile::Note(kind, id, lang)) = (page.is_empty(), self.parts.file) {
            return Some((kind, id.to_owned(), lang));
        }
        let page = path::from_root(page);
        let lang = page.split('/').next().and_then(Lang::from_code)?;
        match page_record(page, 0)?.mention {
            NamedTarget::Record(RenameKind::Meeting, id) => Some((NoteKind::Meeting, id, lang)),
            NamedTarget::Page(id) => Some((NoteKind::Page, id, lang)),
            _ => None,
        }
    }

    fn commitment_anchors(&self, kind: NoteKind, id: &str, lang: Lang) -> Vec<(String, String)> {
        let site = self.archive.site;
        let meeting = site.meetings.find(id).filter(|_| kind == NoteKind::Meeting);
        let commitments = meeting.map(|id| site.meetings[id].commitments.as_slice()).unwrap_or_default();
        let anchors = commitments.iter().map(|id| {
            let commitment = &site.commitments[*id];
            let name = commitment.facts.name().nearest(lang).map(|(_, name)| ruby::plain(name));
            (plan::commitment_anchor(&commitment.id), name.unwrap_or_default())
        });
        anchors.collect()
    }

    /// The anchors that the headings of the other language have and those of this note have not.
    fn anchors_of_other_language(&self, span: &Range<usize>) -> Vec<Completion> {
        let ContentFile::Note(kind, id, lang) = self.parts.file else { return Vec::new() };
        let here = NoteText::of(self.parts).map(|text| text.headings()).unwrap_or_default();
        // What is typed now is one of them.
        let is_here = |anchor: &str| {
            here.iter().any(|it| it.anchor == anchor && !(it.span.start..=it.span.end).contains(&self.cursor))
        };
        let notes = self.archive.notes(self.document, kind, id, lang.other());
        let other = notes.iter().find(|note| note.file.lang() == Some(lang.other()));
        let headings = other.and_then(NoteText::of).map(|text| text.headings()).unwrap_or_default();
        let missing = headings.into_iter().filter(|it| it.is_authored && !is_here(&it.anchor));
        let missing: Vec<_> = missing.map(|heading| (heading.anchor, heading.text)).collect();
        anchors_fitting(&missing, self.typed(span.start), span)
    }

    /// The terms of the glossary that begin as the text before the cursor ends, in either language.
    fn terms(&self, body_start: usize) -> Vec<Completion> {
        let Some(lang) = self.parts.file.lang() else { return Vec::new() };
        let before = self.parts.text.get(body_start..self.cursor).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let found = terms(self.archive.site, lang).into_iter().filter_map(|term| {
            let length = term.titles.iter().filter_map(|form| begun(line, form)).max()?;
            let replaced = self.cursor - length..self.cursor;
            Some(Completion::name(&term, &replaced, term.id.to_string()))
        });
        found.collect()
    }
}

/// How many bytes of a term stand at the end of a line: at least some letters, and not within another word.
fn begun(line: &str, form: &str) -> Option<usize> {
    let form = form.to_lowercase();
    let starts = line.char_indices().rev().take(form.chars().count());
    let fitting = starts.filter_map(|(at, first)| {
        let typed = line.get(at..)?.to_lowercase();
        let is_begun = typed.chars().count() >= TERM_LETTERS && form.starts_with(&typed);
        let before = line.get(..at)?.chars().next_back();
        let is_within = first.is_ascii_alphanumeric() && before.is_some_and(|c| c.is_ascii_alphanumeric());
        (is_begun && !is_within).then_some(line.len() - at)
    });
    fitting.max()
}

fn with_sign(anchor: Completion) -> Completion {
    Completion { label: format!("#{}", anchor.label), inserted: format!("#{}", anchor.inserted), ..anchor }
}

/// The word that names records of a kind in a reference.
fn reference_word(kind: NamedKind) -> Option<&'static str> {
    let mut known = ReferenceKind::ALL.into_iter();
    let named = |kind| RenameKind::of_reference(kind).map_or(NamedKind::Document, NamedKind::Record);
    known.find(|(known, _)| named(*known) == kind).map(|(_, word)| word)
}

fn anchors_fitting(anchors: &[(String, String)], typed: &str, replaced: &Range<usize>) -> Vec<Completion> {
    let known = anchors.iter().map(|(anchor, text)| Candidate {
        titles: vec![text.as_str()],
        ..Candidate::unknown(anchor.as_str(), NamedKind::Page)
    });
    let names = fitting(known, typed).into_iter().map(|it| Completion {
        kind: CompletionKind::Anchor,
        ..Completion::name(&it, replaced, it.id.to_string())
    });
    names.collect()
}
