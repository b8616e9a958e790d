//! How to cite a record: a line of plain text, and the same for programs that keep references.

mod formats;

use fluent_bundle::FluentValue;

use super::{Shelf, page::shortened, text, view::Later, views::CitationView};
use crate::{
    id::Id,
    lang::{DateRange, Lang, Words, date_text},
    model::{Commitment, Meeting, Text, VersionStatus},
    plan::PlannedPage,
};
use formats::Reference;

type Args = Vec<(&'static str, FluentValue<'static>)>;

/// What the citation of a record is made from, but for what every page is given.
#[derive(Hash)]
struct Cited<'a> {
    meeting: &'a str,
    title: &'a Text,
    dialogue: &'a Text,
    date: DateRange,
    /// The id and the text of a commitment, if one is cited.
    commitment: Option<(&'a str, &'a Text)>,
    /// The language in which the record's text stands.
    shown: Lang,
    /// What that text is.
    status: VersionStatus,
    /// The document that it is or was made from: its title, its address elsewhere, its file.
    source: Option<(&'a Text, Option<&'a str>, Option<&'a str>)>,
    /// The address of the record's page.
    address: &'a str,
}

impl Shelf<'_> {
    /// The citation of a meeting whose text stands in this language.
    pub(super) fn cite_meeting<'s>(
        &'s self,
        id: Id<Meeting>,
        shown: Lang,
        page: &'s PlannedPage,
    ) -> Later<'s, CitationView<'s>> {
        Later::new(self.citable(&self.site.meetings[id], shown, page), |cited| self.cite(&cited))
    }

    /// The citation of a commitment whose text stands in this language.
    pub(super) fn cite_commitment<'s>(
        &'s self,
        id: Id<Commitment>,
        shown: Lang,
        page: &'s PlannedPage,
    ) -> Later<'s, CitationView<'s>> {
        let commitment = &self.site.commitments[id];
        let cited = Cited {
            commitment: Some((&commitment.id, &commitment.text)),
            ..self.citable(&self.site.meetings[commitment.meeting], shown, page)
        };
        Later::new(cited, |cited| self.cite(&cited))
    }

    fn citable<'s>(&'s self, meeting: &'s Meeting, shown: Lang, page: &'s PlannedPage) -> Cited<'s> {
        let [version, other] = [shown, shown.other()].map(|lang| &meeting.versions[lang.index()]);
        // Of a translation, that of the other text.
        let source = version.source.or_else(|| other.source.filter(|_| version.status.is_translation()));
        let source = source.map(|id| {
            let document = &self.site.documents[id];
            (&document.title, document.url.as_deref(), document.file.as_deref())
        });
        Cited {
            meeting: &meeting.id,
            title: &meeting.title,
            dialogue: self.site.dialogues[meeting.dialogue].title_on(meeting.date.start()),
            date: meeting.date,
            commitment: None,
            shown,
            status: version.status,
            source,
            address: &page.address,
        }
    }

    fn cite<'c>(&self, cited: &Cited<'c>) -> CitationView<'c> {
        let mut args = self.args(cited);
        let (line, key, title, part) = match cited.commitment {
            None => {
                let title = self.strings.get("citation-title", &args);
                ("citation-meeting", cited.meeting.to_owned(), title, None)
            }
            Some((id, text)) => {
                let full = text::plain(text, self.lang);
                let words = shortened(full.trim_end_matches(['.', '。']), self.lang);
                let name = format!("{}/{id}", cited.meeting);
                args.extend([("text", words.into()), ("reference", name.into())]);
                let part = self.strings.get("citation-part", &args);
                ("citation-commitment", format!("{}.{id}", cited.meeting), full, Some(part))
            }
        };
        let config = &self.site.config;
        let reference = Reference {
            key: format!("{key}.{}", self.lang.code()),
            title,
            container: text::plain(&config.title, self.lang),
            publisher: config.publisher.as_ref().map(|it| text::plain(it, self.lang)),
            date: cited.date,
            language: cited.shown.code(),
            address: config.absolute(cited.address),
            part,
            version: self.of_version(cited),
            separator: match self.lang.locale().words {
                Words::Spaced { .. } => " ",
                Words::Joined => "",
            },
        };
        citation(self.strings.get(line, &args), reference, cited.address)
    }

    fn args(&self, cited: &Cited<'_>) -> Args {
        let plain = |it| text::plain(it, self.lang);
        vec![
            ("meeting", plain(cited.title).into()),
            ("dialogue", plain(cited.dialogue).into()),
            ("date", date_text::range(self.lang, cited.date).into()),
            ("site", plain(&self.site.config.title).into()),
        ]
    }

    /// What the text is, and the document that it is or was made from.
    fn of_version(&self, cited: &Cited<'_>) -> Vec<String> {
        let status = Some(cited.status).filter(|status| *status != VersionStatus::NotStated);
        let status = status.map(|status| {
            let label = self.strings.plain(&format!("version-{}", status.name()));
            self.strings.get("citation-version", &[("version", label.into())])
        });
        let source = cited.source.map(|(title, url, file)| {
            let title = ("title", text::plain(title, self.lang).into());
            let address = url.map(str::to_owned).or_else(|| self.site.config.below_base(file?));
            match address {
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
fn citation(text: String, reference: Reference, url: &str) -> CitationView<'_> {
    let (bibtex, ris, csl) = (reference.bibtex(), reference.ris(), reference.csl());
    CitationView {
        text,
        version: reference.version.join(reference.separator),
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
