//! A file of the registries: its records and their texts, and where they stand.

use super::{
    facts::{Named, SiteFacts},
    problems::{Problems, RecordKind},
};
use crate::{
    diagnostic::{Code, SourceId},
    id::{Id, Table, is_id, made_id},
    lang::{Lang, say},
    model::{Text, Track},
    source::input::{Registry, TextInput},
    yaml::{Pointer, Problem, Spot, Step},
};

/// A file of the registries, to point into.
#[derive(Clone, Copy)]
pub(super) struct File(pub(super) Option<SourceId>);

impl File {
    pub(super) fn at(self, steps: impl IntoIterator<Item = Step>) -> Spot {
        match self.0 {
            Some(source) => Spot::Value(source, Pointer(steps.into_iter().collect())),
            None => Spot::Either(Vec::new()),
        }
    }
}

/// A text that says something in some language.
pub(super) fn text(input: Option<&TextInput>) -> Option<Text> {
    let text = match input? {
        TextInput::Same(text) if text.trim().is_empty() => return None,
        TextInput::Same(text) => Text::same(text),
        TextInput::Each(each) => {
            let said = |lang| each.get(lang).filter(|text| !text.trim().is_empty());
            Lang::ALL.into_iter().fold(Text::default(), |text, lang| text.with(lang, said(lang)))
        }
    };
    Some(text).filter(|text| !text.is_empty())
}

/// The records of a registry. One with nothing in it misses its fields, like any other.
pub(super) fn records<'a, T: Clone + Default>(
    file: File,
    registry: &'a Registry<T>,
    kind: RecordKind,
    problems: &mut Problems,
) -> Vec<(&'a str, T)> {
    for id in registry.keys().filter(|id| !is_id(id)) {
        problems.check_id(id, || key_spot(file, id));
        // Others name it by the id that it should have.
        problems.broken.insert((kind.code, made_id(id)));
    }
    registry.iter().map(|(id, record)| (id.as_str(), record.clone().unwrap_or_default())).collect()
}

fn key_spot(file: File, id: &str) -> Spot {
    match file.0 {
        Some(source) => Spot::Key(source, Pointer::from([id])),
        None => Spot::Either(Vec::new()),
    }
}

/// The text at the end of a way; one that a language lacks is reported.
pub(super) fn checked_text(
    file: File,
    yaml_path: impl IntoIterator<Item = Step>,
    input: Option<&TextInput>,
    problems: &mut Problems,
) -> Option<Text> {
    let text = text(input)?;
    if let (Some(source), Some(lang)) = (file.0, Lang::ALL.into_iter().find(|lang| text.get(*lang).is_none()))
    {
        let yaml_path = Pointer(yaml_path.into_iter().collect());
        let name = yaml_path.0.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        });
        let (code, name) = (lang.code(), name.unwrap_or_default());
        let refused = Spot::Value(source, yaml_path.then(code));
        let message = say!("one-language", name, lang = code);
        let problem = Problem::new(Code::MissingTranslation, Spot::Key(source, yaml_path), message);
        let help = say!("write-languages-of-text");
        problems.push(problem.help(help).unless_at(refused));
    }
    Some(text)
}

/// A text that a record must have.
pub(super) fn required(
    file: File,
    id: &str,
    field: &str,
    value: Option<&TextInput>,
    problems: &mut Problems,
) -> Text {
    checked_text(file, [id.into(), field.into()], value, problems).unwrap_or_else(|| {
        problems.missing(file.at([id.into(), field.into()]), field);
        Text::default()
    })
}

/// What a record is, in a sentence or two.
pub(super) fn summary(
    file: File,
    id: &str,
    value: Option<&TextInput>,
    problems: &mut Problems,
) -> Option<Text> {
    checked_text(file, [id.into(), "summary".into()], value, problems)
}

/// The items of a list that were not refused, with their places.
pub(super) fn items<T>(list: Option<&Vec<Option<T>>>) -> Vec<(usize, &T)> {
    list.into_iter().flatten().enumerate().filter_map(|(index, item)| Some((index, item.as_ref()?))).collect()
}

/// The tracks of these names, with their places in a list; one that stands twice is reported, and taken once.
pub(super) fn tracks<'a>(
    names: impl IntoIterator<Item = (usize, &'a String)>,
    site: &SiteFacts,
    problems: &mut Problems,
    spot: impl Fn(usize) -> Spot,
) -> Vec<Id<Track>> {
    let mut tracks = Vec::new();
    for (index, name) in names {
        let parts: Vec<_> = name.split(',').map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| site.tracks.find(part).is_some()) {
            let problem = Problem::new(Code::UnknownTrack, spot(index), say!("no-track", name));
            problems.push(problem.help(say!("write-tracks", names = parts.join(", "))));
            continue;
        }
        let found = find(&site.tracks, name, RecordKind::TRACK, problems, || spot(index));
        let Some(track) = found else { continue };
        if tracks.contains(&track) {
            let message = say!("track-twice", name);
            problems.push(Problem::new(Code::DuplicateId, spot(index), message).help(say!("delete-one")));
        } else {
            tracks.push(track);
        }
    }
    tracks
}

/// The record of this name; one that is not there is reported.
pub(super) fn find<T, R: Named>(
    table: &Table<T, R>,
    name: &str,
    kind: RecordKind,
    problems: &mut Problems,
    spot: impl FnOnce() -> Spot,
) -> Option<Id<T>> {
    let found = table.find(name);
    if found.is_none() {
        problems.unknown(kind, name, spot(), table.iter().map(|(_, record)| record.name()));
    }
    found
}
