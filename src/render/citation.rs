//! How to cite a record: a line of plain text, and the same for programs that keep references.

mod formats;

use fluent_bundle::FluentValue;

use super::{
    string_keys::{StringKeys, key, keys},
    {
        context::LanguageContext,
        text,
        view::{Html, view},
    },
};
use crate::{
    id::Id,
    lang::{DateRange, Lang, Words},
    model::{Commitment, Event, Meeting, VersionStatus},
    plan::PlannedPage,
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
        /// The same as an entry of BibTeX.
        bibtex: Html,
        /// The same as a record of RIS.
        ris: Html,
        /// The same as a list of CSL-JSON.
        csl: Html,
    }
}

type Args = Vec<(&'static str, FluentValue<'static>)>;

/// A record to be cited, on its page.
struct Cited<'a> {
    meeting: &'a Meeting,
    /// One of the meeting's, if it is that which is cited.
    commitment: Option<&'a Commitment>,
    /// The language in which the record's text stands.
    shown: Lang,
}

impl LanguageContext<'_> {
    /// The citation of a meeting whose text stands in this language.
    pub(super) fn cite_meeting<'p>(
        &self,
        id: Id<Meeting>,
        shown: Lang,
        page: &'p PlannedPage,
    ) -> CitationView<'p> {
        let meeting = &self.site.meetings[id];
        self.cite(&Cited { meeting, commitment: None, shown }, &page.address)
    }

    /// The citation of a commitment whose text stands in this language.
    pub(super) fn cite_commitment<'p>(
        &self,
        id: Id<Commitment>,
        shown: Lang,
        page: &'p PlannedPage,
    ) -> CitationView<'p> {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        let cited = Cited { meeting, commitment: Some(commitment), shown };
        self.cite(&cited, &page.address)
    }

    /// The citation of an event.
    pub(super) fn cite_event<'p>(&self, id: Id<Event>, page: &'p PlannedPage) -> CitationView<'p> {
        let Event { id, title, date, .. } = &self.site.events[id];
        let shown = if title.get(self.lang).is_some() { self.lang } else { self.lang.other() };
        let title = text::plain(title, self.lang);
        let reference = CitedRecord {
            // A meeting may have the same id.
            key: format!("event:{id}.{}", self.lang.code()),
            title: title.clone(),
            ..self.reference(*date, shown, &page.address)
        };
        let args = [
            ("event", title.into()),
            ("date", self.dates().long(*date).into()),
            ("site", reference.container.clone().into()),
        ];
        citation(self.strings.get("citation-event", &args), reference, &page.address)
    }

    fn cite<'p>(&self, cited: &Cited<'_>, address: &'p str) -> CitationView<'p> {
        let mut args = self.args(cited.meeting);
        let meeting = &cited.meeting.id;
        let (line, key, title, part) = match cited.commitment {
            None => {
                let title = self.strings.get("citation-title", &args);
                ("citation-meeting", meeting.clone(), title, None)
            }
            Some(Commitment { id, facts, .. }) => {
                let full = text::plain(facts.name(), self.lang);
                let words = text::shortened(full.trim_end_matches(['.', '。']), self.lang);
                let name = format!("{meeting}/{id}");
                args.extend([("text", words.into()), ("reference", name.into())]);
                let part = self.strings.get("citation-part", &args);
                ("citation-commitment", format!("{meeting}.{id}"), full, Some(part))
            }
        };
        let reference = CitedRecord {
            key: format!("{key}.{}", self.lang.code()),
            title,
            part,
            version: self.of_version(cited),
            ..self.reference(cited.meeting.facts.date, cited.shown, address)
        };
        citation(self.strings.get(line, &args), reference, address)
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

    fn args(&self, meeting: &Meeting) -> Args {
        let plain = |it| text::plain(it, self.lang);
        let dialogue = self.site.dialogues[meeting.facts.dialogue].title_on(meeting.facts.date.first_day());
        vec![
            ("meeting", plain(&meeting.facts.title).into()),
            ("dialogue", plain(dialogue).into()),
            ("date", self.dates().long(meeting.facts.date).into()),
            ("site", plain(&self.site.config.title).into()),
        ]
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

/// The address is shown in full; its link stays inside the site.
fn citation(text: String, reference: CitedRecord, url: &str) -> CitationView<'_> {
    let [bibtex, ris, csl] =
        [reference.bibtex(), reference.ris(), reference.csl()].map(|text| Html::text(&text));
    CitationView {
        text,
        version: reference.joined(reference.version.iter()),
        address: reference.address,
        url,
        title: reference.title,
        publisher: reference.publisher,
        iso: reference.date.start().to_string(),
        language: reference.language,
        bibtex,
        ris,
        csl,
    }
}
