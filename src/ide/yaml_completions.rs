//! What is offered in front matter and registries: keys, ids and the values of keys.

use std::collections::HashSet;

use super::{
    archive::{ContentFile, FileParts, KnownArchive, OpenDocument},
    candidates::{Candidate, candidates},
    completion::Completion,
    kinds::{CompletionKind, NamedKind},
    matching::{fitting, fitting_words},
    scan::PlaceInYaml,
    schema_place::FileSchema,
    yaml_cursor::{YamlCursor, values},
};
use crate::{
    rename::{JUDGES, NameForm, RenameKind},
    yaml::{Step, is_word},
};

/// What may be written at the cursor.
pub(super) fn yaml_completions(
    archive: KnownArchive<'_>,
    document: OpenDocument<'_>,
    parts: &FileParts<'_>,
    cursor: usize,
) -> Vec<Completion> {
    let Some(at) = YamlCursor::at(parts.text, &parts.yaml, cursor) else { return Vec::new() };
    let typed = parts.text.get(at.span.start..cursor).unwrap_or_default();
    let schema = FileSchema::of(parts.file.schema());
    let place = YamlPlace { archive, document, parts, at: &at, typed };
    let mut found = Vec::new();
    if at.place != PlaceInYaml::Value {
        found.extend(place.keys(&schema));
    }
    if at.place != PlaceInYaml::Key {
        found.extend(place.ids());
        found.extend(place.values(&schema));
    }
    found
}

struct YamlPlace<'a, 'c> {
    archive: KnownArchive<'a>,
    document: OpenDocument<'a>,
    parts: &'c FileParts<'a>,
    at: &'c YamlCursor,
    typed: &'c str,
}

impl<'a> YamlPlace<'a, '_> {
    /// The keys that the map may have and has not, and the ids that are keys.
    fn keys(&self, schema: &FileSchema) -> Vec<Completion> {
        let others = self.at.other_keys(self.parts.text, &self.parts.yaml);
        let keys = schema.keys(&self.at.way).into_iter().filter(|(key, _)| !others.contains(key));
        let keys = fitting_words(keys, self.typed, |it| it.0).into_iter().map(|(key, meaning)| Completion {
            label: key.to_owned(),
            detail: None,
            documentation: meaning.map(str::to_owned),
            kind: CompletionKind::Key,
            replaced: self.at.span.clone(),
            inserted: self.as_key(key),
        });
        // The keys of a registry are the records themselves.
        let is_own = matches!(self.parts.file, ContentFile::Registry(..));
        let form = self.parts.file.naming().form_at(&self.at.way, true).filter(|_| !is_own);
        let ids = form.map(|form| candidates(self.archive.site, form)).unwrap_or_default();
        let ids = ids.into_iter().filter(|it| !others.contains(it.id.as_ref()));
        let ids = fitting(ids, self.typed);
        let ids = ids.iter().map(|it| Completion::name(it, &self.at.span, self.as_key(&it.id)));
        ids.chain(keys).collect()
    }

    /// A key with its colon, unless that stands there.
    fn as_key(&self, key: &str) -> String {
        let rest = self.parts.text.get(self.at.span.end..).unwrap_or_default();
        let rest = rest.strip_prefix(['"', '\'']).filter(|_| self.at.is_quoted).unwrap_or(rest);
        let has_colon = rest.trim_start_matches(' ').starts_with(':');
        if has_colon || self.at.is_quoted { key.to_owned() } else { format!("{key}: ") }
    }

    /// The ids that the value may be.
    fn ids(&self) -> Vec<Completion> {
        let naming = self.parts.file.naming();
        if let Some(form) = naming.form_at(&self.at.way, false) {
            return self.of_form(form, "");
        }
        // In a list that has no item yet, the hyphen is missing too.
        let item: Vec<Step> = self.at.way.iter().cloned().chain([Step::Index(0)]).collect();
        match naming.form_at(&item, false).filter(|_| self.at.place == PlaceInYaml::Either) {
            Some(form) => self.of_form(form, "- "),
            None => Vec::new(),
        }
    }

    fn of_form(&self, form: NameForm, before: &str) -> Vec<Completion> {
        let file = |address: &str| Completion {
            label: address.to_owned(),
            detail: None,
            documentation: None,
            kind: CompletionKind::File,
            replaced: self.at.span.clone(),
            inserted: self.as_value(address, before),
        };
        match form {
            NameForm::File => {
                let files = self.archive.site.statics.iter().map(|file| file.address.as_str());
                fitting_words(files, self.typed, |file| *file).into_iter().map(file).collect()
            }
            NameForm::OwnCommitment => self.of_other_language("commitments", RenameKind::Commitment.into()),
            NameForm::OwnDocument => self.of_other_language("documents", NamedKind::Document),
            form => {
                let known = candidates(self.archive.site, form);
                let mut known = if form == NameForm::Document { self.own_documents(known) } else { known };
                let others = self.others_in_list();
                known.retain(|it| !others.contains(it.id.as_ref()));
                let names = fitting(known, self.typed);
                let names = names.iter();
                let names =
                    names.map(|it| Completion::name(it, &self.at.span, self.as_value(&it.id, before)));
                let judges = JUDGES.iter().filter(|_| form == NameForm::Judge);
                let judges = judges
                    .filter(|word| word.starts_with(self.typed))
                    .map(|word| Completion { kind: CompletionKind::Value, ..file(word) });
                names.chain(judges).collect()
            }
        }
    }

    /// A value as YAML reads it.
    fn as_value(&self, value: &str, before: &str) -> String {
        let blank = if self.at.is_at_colon { " " } else { "" };
        let is_plain = self.at.is_quoted || is_word(value);
        if is_plain { format!("{blank}{before}{value}") } else { format!("{blank}{before}'{value}'") }
    }

    /// What the list at the cursor has beside what is typed.
    fn others_in_list(&self) -> HashSet<&'a str> {
        let Some((Step::Index(_), list)) = self.at.way.split_last() else { return HashSet::new() };
        let others = values(self.parts.text, &self.parts.yaml, |way| {
            way.len() == list.len() + 1 && way.starts_with(list)
        });
        others.into_iter().filter(|(_, span)| *span != self.at.span).map(|(value, _)| value).collect()
    }

    /// The documents, those of this file first, which may be newer than what was checked.
    fn own_documents(&self, known: Vec<Candidate<'a>>) -> Vec<Candidate<'a>> {
        let own = self.ids_in(self.parts, "documents");
        let is_own = |it: &Candidate<'_>| own.contains(it.id.as_ref());
        let (mut first, rest): (Vec<_>, Vec<_>) = known.into_iter().partition(is_own);
        let has = |first: &[Candidate<'_>], id: &str| first.iter().any(|it| it.id == id);
        let new: Vec<_> = own.into_iter().filter(|id| !has(&first, id)).collect();
        first.extend(new.into_iter().map(|id| Candidate::unknown(id, NamedKind::Document)));
        first.sort_by(|one, other| one.id.cmp(&other.id));
        first.into_iter().chain(rest).collect()
    }

    /// The ids that the items of a list have in a file.
    fn ids_in<'t>(&self, parts: &FileParts<'t>, list: &str) -> HashSet<&'t str> {
        let found = values(parts.text, &parts.yaml, |way| match way {
            [.., Step::Key(key), Step::Index(_), Step::Key(id)] => key == list && id == "id",
            _ => false,
        });
        let others =
            found.into_iter().filter(|(_, span)| parts.path != self.parts.path || *span != self.at.span);
        others.map(|(id, _)| id).filter(|id| !id.is_empty()).collect()
    }

    /// The ids of a list that the note of the other language has and this one has not.
    fn of_other_language(&self, list: &str, kind: NamedKind) -> Vec<Completion> {
        let ContentFile::Note(note, meeting, lang) = self.parts.file else { return Vec::new() };
        let here = self.ids_in(self.parts, list);
        let notes = self.archive.notes(self.document, note, meeting, lang.other());
        let others = notes.iter().filter(|note| note.path != self.parts.path);
        let others = others.flat_map(|other| self.ids_in(other, list));
        let mut missing: Vec<_> = others.filter(|id| !here.contains(id)).collect();
        missing.sort_unstable();
        let form = if kind == NamedKind::Document { NameForm::Document } else { NameForm::Commitment };
        let known = candidates(self.archive.site, form);
        let own = |id: &'a str| {
            let name = if form == NameForm::Commitment { format!("{meeting}/{id}") } else { id.to_owned() };
            let known = known.iter().find(|it| it.id == name).cloned();
            let known = known.unwrap_or_else(|| Candidate::unknown(id, kind));
            Candidate { id: id.into(), day: None, ..known }
        };
        let names = fitting(missing.into_iter().map(own), self.typed);
        names.iter().map(|it| Completion::name(it, &self.at.span, self.as_value(&it.id, ""))).collect()
    }

    /// The words that the value may be.
    fn values(&self, schema: &FileSchema) -> Vec<Completion> {
        let known = schema.values(&self.at.way);
        let fitting = fitting_words(known, self.typed, |it| it.0).into_iter();
        let values = fitting.map(|(value, meaning)| Completion {
            label: value.to_owned(),
            detail: None,
            documentation: meaning.map(str::to_owned),
            kind: CompletionKind::Value,
            replaced: self.at.span.clone(),
            inserted: if self.at.is_at_colon { format!(" {value}") } else { value.to_owned() },
        });
        values.collect()
    }
}
