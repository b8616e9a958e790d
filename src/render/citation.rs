//! How to cite a record: a line of plain text on its page, and the same in files for programs that keep references.

mod formats;

use fluent_bundle::FluentArgs;
use std::borrow::Cow;

use super::{
    string_keys::{StringKeys, key, keys},
    {context::LanguageContext, text, view::view},
};
use crate::{
    id::Id,
    lang::{DateRange, Lang, Words},
    model::{Commitment, Event, Meeting, VersionStatus},
    plan::{self, CitationFile, CitedThing, ListKind, PlannedPage},
};
use formats::CitedRecord;

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    key("citation-meeting"),
    key("citation-commitment"),
    key("citation-event"),
    key("citation-title"),
    key("citation-part"),
    key("citation-version"),
    key("citation-source"),
    key("citation-source-address"),
    keys("version-{}", VersionStatus::NAMES),
];

view! {
    /// How to cite a record.
    struct CitationView<'a> {
        /// The line to copy.
        text: String,
        /// The address of the record in full, to be shown.
        address: Option<String>,
        /// The address of the record, to link to.
        url: &'a str,
        /// What its text is and rests on, in sentences; empty where nothing is stated.
        version: String,
        /// The title of the record, for programs.
        title: String,
        /// Who publishes the archive.
        publisher: Option<String>,
        /// The first day of the meeting or event, as `2010-11-01`; `2010-11` where the day is not known.
        iso: String,
        /// The code of the language that the text is in.
        language: &'static str,
        /// The address of the folder of the files for reference managers: `cite.bib` (BibTeX), `cite.ris` (RIS) and `cite.json`
        /// (CSL-JSON). Those of a commitment are its meeting's.
        folder: Cow<'a, str>,
    }
}

/// A record to be cited.
struct Cited<'a> {
    meeting: &'a Meeting,
    /// One of the meeting's, if it is that which is cited.
    commitment: Option<&'a Commitment>,
    /// The language in which the record's text stands.
    shown: Lang,
}

impl LanguageContext<'_> {
    /// The citation of a meeting, on its page.
    pub(super) fn cite_meeting<'p>(&self, id: Id<Meeting>, page: &'p PlannedPage) -> CitationView<'p> {
        self.cite(&self.cited_meeting(id), page, page.address.as_str().into())
    }

    /// The citation of a commitment, on its page.
    pub(super) fn cite_commitment<'p>(&self, id: Id<Commitment>, page: &'p PlannedPage) -> CitationView<'p> {
        let cited = self.cited_commitment(id);
        let folder = plan::meeting_address(cited.meeting, self.lang);
        self.cite(&cited, page, folder.into())
    }

    /// The citation of an event, on its page.
    pub(super) fn cite_event<'p>(&self, id: Id<Event>, page: &'p PlannedPage) -> CitationView<'p> {
        let event = &self.site.events[id];
        let reference = self.event_reference(event, &page.address);
        let args = [
            ("event", reference.title.clone().into()),
            ("date", self.dates().long(event.date).into()),
            ("site", reference.container.clone().into()),
        ];
        citation(self.strings.get("citation-event", &args), reference, page, page.address.as_str().into())
    }

    /// What a file of citations says.
    pub(super) fn citations(&self, file: CitationFile) -> String {
        let references =
            match file.of {
                CitedThing::Event(id) => {
                    let event = &self.site.events[id];
                    vec![self.event_reference(
                        event,
                        &plan::record_address(ListKind::Events, &event.id, self.lang),
                    )]
                }
                CitedThing::Meeting(id) => {
                    let meeting = self.cited_meeting(id);
                    let mut args = self.args(meeting.meeting);
                    args.set("reference", meeting.name());
                    let address = plan::meeting_address(meeting.meeting, self.lang);
                    let mut references = vec![self.reference_of(&meeting, &args, &address)];
                    for id in &meeting.meeting.commitments {
                        let cited = self.cited_commitment(*id);
                        args.set("reference", cited.name());
                        let address = plan::commitment_address(self.site, *id, self.lang);
                        // It stands among others, so it says what it is a part of.
                        let part = Some(self.strings.format("citation-part", &args));
                        references.push(CitedRecord { part, ..self.reference_of(&cited, &args, &address) });
                    }
                    references
                }
            };
        formats::file(file.format, &references)
    }

    fn cited_meeting(&self, id: Id<Meeting>) -> Cited<'_> {
        let meeting = &self.site.meetings[id];
        let shown = self.shown(&meeting.bodies).map_or(self.lang, |(lang, _)| lang);
        Cited { meeting, commitment: None, shown }
    }

    fn cited_commitment(&self, id: Id<Commitment>) -> Cited<'_> {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        let shown = commitment.facts.text.nearest(self.lang).map_or(self.lang, |(lang, _)| lang);
        Cited { meeting, commitment: Some(commitment), shown }
    }

    fn cite<'p>(&self, cited: &Cited<'_>, page: &'p PlannedPage, folder: Cow<'p, str>) -> CitationView<'p> {
        let mut args = self.args(cited.meeting);
        let line = match cited.commitment {
            None => "citation-meeting",
            Some(commitment) => {
                let name = text::plain(commitment.facts.name(), self.lang);
                let words = text::shortened(name.trim_end_matches(['.', '。']), self.lang);
                args.set("text", words);
                args.set("reference", cited.name());
                "citation-commitment"
            }
        };
        let text = self.strings.format(line, &args);
        citation(text, self.reference_of(cited, &args, &page.address), page, folder)
    }

    fn reference_of(&self, cited: &Cited<'_>, args: &FluentArgs<'_>, address: &str) -> CitedRecord {
        let title = match cited.commitment {
            None => self.strings.format("citation-title", args),
            Some(commitment) => text::plain(commitment.facts.name(), self.lang),
        };
        CitedRecord {
            key: format!("{}.{}", cited.name().replace('/', "."), self.lang.code()),
            title,
            version: self.of_version(cited),
            ..self.reference(cited.meeting.facts.date, cited.shown, address)
        }
    }

    fn event_reference(&self, event: &Event, address: &str) -> CitedRecord {
        let Event { id, title, date, .. } = event;
        let shown = if title.get(self.lang).is_some() { self.lang } else { self.lang.other() };
        CitedRecord {
            // A meeting may have the same id.
            key: format!("event:{id}.{}", self.lang.code()),
            title: text::plain(title, self.lang),
            ..self.reference(*date, shown, address)
        }
    }

    /// What the reference to a record of some days says of the archive.
    fn reference(&self, date: DateRange, shown: Lang, address: &str) -> CitedRecord {
        let config = &self.site.config;
        CitedRecord {
            key: String::new(),
            title: String::new(),
            container: text::plain(&config.title, self.lang),
            publisher: config.publisher.as_ref().map(|it| text::plain(it, self.lang)),
            date,
            language: shown.code(),
            address: config.absolute(address),
            part: None,
            version: Vec::new(),
            separator: match self.lang.locale().words {
                Words::Spaced { .. } => " ",
                Words::Joined => "",
            },
        }
    }

    /// What the citations of a meeting and of its commitments have in common.
    fn args(&self, meeting: &Meeting) -> FluentArgs<'static> {
        let plain = |it| text::plain(it, self.lang);
        let dialogue = self.site.dialogues[meeting.facts.dialogue].title_on(meeting.facts.date.first_day());
        let mut args = FluentArgs::with_capacity(6);
        args.set("meeting", plain(&meeting.facts.title));
        args.set("dialogue", plain(dialogue));
        args.set("date", self.dates().long(meeting.facts.date));
        args.set("site", plain(&self.site.config.title));
        args
    }

    /// What the text is, and the document that it is or was made from; of a translation, that of the other text.
    fn of_version(&self, cited: &Cited<'_>) -> Vec<String> {
        let versions = &cited.meeting.versions;
        let [version, other] = [cited.shown, cited.shown.other()].map(|lang| &versions[lang]);
        let of_version = version.source.or_else(|| other.source.filter(|_| version.status.is_translation()));
        let named = cited.commitment.map(|it| it.sources.as_slice()).unwrap_or_default();
        let sources = named.iter().copied().chain(of_version.filter(|_| named.is_empty()));
        let status = Some(version.status).filter(|status| *status != VersionStatus::NotStated);
        let status = status.map(|status| {
            let label = self.strings.plain(&format!("version-{}", status.name()));
            self.strings.get("citation-version", &[("version", label.into())])
        });
        let sources = sources.map(|id| {
            let document = &self.site.documents[id];
            let title = ("title", text::plain(&document.title, self.lang).into());
            let below_base = || self.site.config.below_base(document.file.as_deref()?);
            let address = document.url.clone().or_else(below_base);
            match address {
                Some(address) => {
                    self.strings.get("citation-source-address", &[title, ("address", address.into())])
                }
                None => self.strings.get("citation-source", &[title]),
            }
        });
        status.into_iter().chain(sources).collect()
    }
}

impl Cited<'_> {
    /// What it is called among all records.
    fn name(&self) -> String {
        let meeting = &self.meeting.id;
        self.commitment.map_or_else(|| meeting.clone(), |it| format!("{meeting}/{}", it.id))
    }
}

/// The address is shown in full; its link stays inside the site.
fn citation<'p>(
    text: String,
    reference: CitedRecord,
    page: &'p PlannedPage,
    folder: Cow<'p, str>,
) -> CitationView<'p> {
    CitationView {
        text,
        version: reference.joined(reference.version.iter()),
        address: reference.address,
        url: &page.address,
        title: reference.title,
        publisher: reference.publisher,
        iso: reference.date.start().to_string(),
        language: reference.language,
        folder,
    }
}
