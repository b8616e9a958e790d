//! How to cite a record: a line of plain text, and the same for programs that keep references.

mod formats;

use fluent_bundle::FluentValue;

use super::{Shelf, page::shortened, text, views::CitationView};
use crate::{
    id::Id,
    lang::{Lang, Words, date_text},
    model::{Commitment, Meeting, VersionStatus},
    plan::PlannedPage,
};
use formats::Reference;

type Args = Vec<(&'static str, FluentValue<'static>)>;

impl Shelf<'_> {
    /// The citation of a meeting whose text stands in this language.
    pub(super) fn cite_meeting<'p>(
        &self,
        id: Id<Meeting>,
        shown: Lang,
        page: &'p PlannedPage,
    ) -> CitationView<'p> {
        let meeting = &self.site.meetings[id];
        let args = self.of_meeting(meeting);
        let text = self.strings.get("citation-meeting", &args);
        let reference = Reference {
            key: format!("{}.{}", meeting.id, self.lang.code()),
            title: self.strings.get("citation-title", &args),
            ..self.reference(meeting, shown, page)
        };
        citation(text, reference, page)
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
        let mut args = self.of_meeting(meeting);
        let full = text::plain(&commitment.text, self.lang);
        let words = shortened(full.trim_end_matches(['.', '。']), self.lang);
        let name = format!("{}/{}", meeting.id, commitment.id);
        args.extend([("text", words.into()), ("reference", name.into())]);
        let text = self.strings.get("citation-commitment", &args);
        let reference = Reference {
            key: format!("{}.{}.{}", meeting.id, commitment.id, self.lang.code()),
            title: full,
            part: Some(self.strings.get("citation-part", &args)),
            ..self.reference(meeting, shown, page)
        };
        citation(text, reference, page)
    }

    /// What is the same for a meeting and its commitments.
    fn reference(&self, meeting: &Meeting, shown: Lang, page: &PlannedPage) -> Reference {
        let config = &self.site.config;
        Reference {
            key: String::new(),
            title: String::new(),
            container: text::plain(&config.title, self.lang),
            publisher: config.publisher.as_ref().map(|it| text::plain(it, self.lang)),
            date: meeting.date,
            language: shown.code(),
            address: config.absolute(&page.address),
            part: None,
            version: self.of_version(meeting, shown),
            separator: match self.lang.locale().words {
                Words::Spaced { .. } => " ",
                Words::Joined => "",
            },
        }
    }

    fn of_meeting(&self, meeting: &Meeting) -> Args {
        let dialogue = self.site.dialogues[meeting.dialogue].title_on(meeting.date.start());
        let plain = |it| text::plain(it, self.lang);
        vec![
            ("meeting", plain(&meeting.title).into()),
            ("dialogue", plain(dialogue).into()),
            ("date", date_text::range(self.lang, meeting.date).into()),
            ("site", plain(&self.site.config.title).into()),
        ]
    }

    /// What the text is, and the document that it is or was made from; of a translation, that of the other text.
    fn of_version(&self, meeting: &Meeting, shown: Lang) -> Vec<String> {
        let [version, other] = [shown, shown.other()].map(|lang| &meeting.versions[lang.index()]);
        let source = version.source.or_else(|| other.source.filter(|_| version.status.is_translation()));
        let status = Some(version.status).filter(|status| *status != VersionStatus::NotStated);
        let status = status.map(|status| {
            let label = self.strings.plain(&format!("version-{}", status.name()));
            self.strings.get("citation-version", &[("version", label.into())])
        });
        let source = source.map(|id| {
            let document = &self.site.documents[id];
            let title = ("title", text::plain(&document.title, self.lang).into());
            let file = || self.site.config.absolute(document.file.as_deref()?);
            match document.url.clone().or_else(file) {
                Some(address) => {
                    self.strings.get("citation-source-address", &[title, ("address", address.into())])
                }
                None => self.strings.get("citation-source", &[title]),
            }
        });
        status.into_iter().chain(source).collect()
    }
}

/// The address is shown in full; its link stays inside the site.
fn citation(text: String, reference: Reference, page: &PlannedPage) -> CitationView<'_> {
    let (bibtex, ris, csl) = (reference.bibtex(), reference.ris(), reference.csl());
    CitationView {
        text,
        version: reference.version.join(reference.separator),
        address: reference.address,
        url: &page.address,
        title: reference.title,
        publisher: reference.publisher,
        iso: reference.date.start().to_string(),
        language: reference.language,
        bibtex,
        ris,
        csl,
    }
}
