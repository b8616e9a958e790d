//! Events: their facts, and their documents in the form of those of notes.

use super::{
    aliases, days,
    facts::{EventFacts, SiteFacts},
    pair::{Pair, Side},
    problems::{Problems, RecordKind},
    registry_file::{File, checked_text, items, records, required, summary, tracks},
    yaml_path::YamlPath,
};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{PerLang, say},
    model::Text,
    site::AliasTarget,
    source::{
        RegistryDraft,
        input::{DateInput, DocumentInput, EventInput, TextInput},
    },
};

/// The documents of an event as they are written.
pub(super) struct EventDocuments<'a> {
    pub(super) event: &'a str,
    source: SourceId,
    yaml_path: YamlPath<'a>,
    /// Each with its place in the list.
    documents: Vec<(usize, PerLang<DocumentInput>)>,
}

impl EventDocuments<'_> {
    /// Each document as two files of a note would have it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair<'_, DocumentInput>> {
        self.documents.iter().map(|(index, document)| Pair {
            sides: document.each_ref().map(|value| {
                let yaml_path = YamlPath::Item(&self.yaml_path, "documents", *index);
                Some(Side { source: self.source, yaml_path, value })
            }),
        })
    }
}

/// The documents of all events, in the order of the file.
pub(super) fn documents(draft: &RegistryDraft) -> Vec<EventDocuments<'_>> {
    let Some(source) = draft.events.0 else { return Vec::new() };
    let events = draft.events.1.iter().filter_map(|(id, event)| Some((id.as_str(), event.as_ref()?)));
    let events = events.map(|(event, input)| {
        let documents = items(input.documents.as_ref()).into_iter();
        EventDocuments {
            event,
            source,
            yaml_path: YamlPath::Record(event),
            documents: documents.map(|(index, document)| (index, document.per_language())).collect(),
        }
    });
    events.collect()
}

/// Gives the events their places, by date.
pub(super) fn link(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    let file = File(draft.events.0);
    let mut events = Vec::new();
    for (id, ref input) in records(file, &draft.events.1, RecordKind::EVENT, problems) {
        let aliases = aliases::of_record(file, id, input.aliases.as_ref(), problems);
        match facts(file, id, input, site, problems) {
            Some(facts) => events.push((facts, aliases)),
            None => {
                problems.broken.insert((Code::UnknownEvent, id.to_owned()));
            }
        }
    }
    events.sort_by(|(a, _), (b, _)| (a.date, &a.id).cmp(&(b.date, &b.id)));
    for (event, aliases) in events {
        let event = site.events.push(event.id.clone(), event);
        site.add_registry_aliases(aliases, AliasTarget::Event(event));
    }
}

fn facts(
    file: File,
    id: &str,
    input: &EventInput,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<EventFacts> {
    let title = required(file, id, "title", input.title.as_ref(), problems);
    let place = checked_text(file, [id.into(), "place".into()], input.place.as_ref(), problems);
    let summary = summary(file, id, input.summary.as_ref(), problems);
    let track_spot = |index: usize| file.at([id.into(), "tracks".into(), index.into()]);
    let tracks = tracks(items(input.tracks.as_ref()), site, problems, track_spot);
    for (index, document) in items(input.documents.as_ref()) {
        check_texts(file, id, index, document, problems);
    }
    let Some(written) = &input.date else {
        problems.missing(file.at([id.into(), "date".into()]), "date");
        return None;
    };
    let spot = |end: Option<&str>| file.at([id, "date"].into_iter().chain(end).map(Into::into));
    let date = problems.days(written, spot)?;
    let is_range = matches!(written, DateInput::Range(_));
    days::report_far(&say!("event-itself"), date, site, |end| spot(is_range.then_some(end)), problems);
    Some(EventFacts { id: id.into(), title, date, kind: input.kind, place, summary, tracks })
}

/// Reports what a language lacks of the names and offices of those who signed. What a document is called, and by whom it was
/// published, may be there in its own language alone, as in notes.
fn check_texts(
    file: File,
    event: &str,
    index: usize,
    document: &DocumentInput<TextInput>,
    problems: &mut Problems,
) {
    for (place, signatory) in items(document.signatories.as_ref()) {
        for (field, text) in [("name", &signatory.name), ("as", &signatory.office)] {
            let yaml_path = [
                event.into(),
                "documents".into(),
                index.into(),
                "signatories".into(),
                place.into(),
                field.into(),
            ];
            let _: Option<Text> = checked_text(file, yaml_path, text.as_ref(), problems);
        }
    }
}
