//! The documents of meetings and events.

use foldhash::{HashMap, HashMapExt};

use super::{
    days,
    events::EventDocuments,
    facts::SiteFacts,
    linked::{Linked, LinkedDocument, LinkedEvent},
    note::shown_files,
    pair::{Files, Pair, Record},
    problems::{Problems, RecordKind},
    registry_file::find,
};
use crate::{
    diagnostic::Code,
    lang::{Date, DateRange, PartialDate, nfc, say},
    model::{Document, DocumentOwner, Signatory, Signer},
    path,
    site::FileSum,
    source::input::{DocumentInput, SignatoryInput},
    yaml::Problem,
};

/// Makes the documents of all meetings and then of all events; an id used twice is reported. The events with theirs.
pub(super) fn link<'a>(
    linked: &mut [Linked<'a>],
    events: &'a [EventDocuments<'a>],
    site: &mut SiteFacts,
    problems: &mut Problems,
) -> Vec<LinkedEvent<'a>> {
    let mut documents = Documents { known: HashMap::new(), site, problems };
    for linked in linked {
        let owner = linked.meeting.map(DocumentOwner::Meeting);
        let front = &linked.note.front;
        let [records, repeated] =
            front.records("documents", |it| it.documents.as_ref(), |it| it.id.as_ref(), documents.problems);
        // What repeats an id is looked into all the same.
        for (name, pair) in &repeated {
            documents.problems.look_into(false, |problems| {
                let signatories = signatories(name, pair, Files::default(), documents.site, problems);
                document(name, pair, None, signatories, documents.site, problems)
            });
        }
        let context = DocumentContext { owner, files: shown_files(front), date: linked.date };
        let own = records.into_iter().filter_map(|(name, pair)| documents.add(name, pair, context));
        linked.documents.extend(own);
    }
    events.iter().map(|event| documents.add_event(event)).collect()
}

/// The record that lists a document.
#[derive(Clone, Copy)]
struct DocumentContext {
    /// The record, if the site has it.
    owner: Option<DocumentOwner>,
    /// The files in which its texts should be.
    files: Files,
    /// Its days.
    date: Option<DateRange>,
}

/// The documents as far as they are linked.
struct Documents<'a, 'p> {
    known: HashMap<&'a str, Pair<'a, DocumentInput>>,
    site: &'p mut SiteFacts,
    problems: &'p mut Problems,
}

impl<'a> Documents<'a, '_> {
    fn add_event(&mut self, event: &'a EventDocuments<'a>) -> LinkedEvent<'a> {
        let id = self.site.events.find(event.event);
        let date = id.map(|id| self.site.events[id].date);
        // What a language lacks was reported with the event.
        let context = DocumentContext { owner: id.map(DocumentOwner::Event), files: Files::default(), date };
        let mut documents = Vec::new();
        for pair in event.pairs() {
            let name = pair.sides().find_map(|(_, side)| side.value.id.as_deref());
            match name.filter(|name| !name.is_empty()) {
                Some(name) => documents.extend(self.add(name, pair, context)),
                None => self.problems.missing(pair.at("id"), "id"),
            }
        }
        LinkedEvent { id, documents }
    }

    /// Makes a document; one whose id another has is looked into and then is none.
    fn add(
        &mut self,
        name: &'a str,
        pair: Pair<'a, DocumentInput>,
        DocumentContext { owner, files, date }: DocumentContext,
    ) -> Option<LinkedDocument<'a>> {
        let Self { known, site, problems } = self;
        problems.check_id(name, || pair.at("id"));
        if let Some(before) = known.get(name) {
            // The file of the other language, under another name, which was reported.
            if pair.sides().chain(before.sides()).all(|(_, side)| problems.is_half(side.source)) {
                return None;
            }
            let message = say!("document-id-taken", id = name);
            let problem = Problem::new(Code::DuplicateId, pair.at("id"), message)
                .related(before.at("id"), say!("first-here"));
            problems.push(problem);
            let signatories = signatories(name, &pair, Files::default(), site, problems);
            document(name, &pair, None, signatories, site, problems);
            known.insert(name, pair);
            return None;
        }
        let signatories = signatories(name, &pair, files, site, problems);
        let document = document(name, &pair, owner, signatories.clone(), site, problems);
        let sha256 = document.as_ref().and_then(|document| document.sha256.clone());
        report_days(&pair, date, site, problems);
        let id = document.map(|document| site.documents.push(name.to_owned(), document));
        let file = pair.sides().find_map(|(_, side)| side.value.file.as_deref());
        let file = file.map(|file| file_named(file, site));
        let url = |get: fn(&DocumentInput) -> Option<&String>| {
            pair.sides().find_map(|(_, side)| get(side.value)).map(String::as_str)
        };
        let sum = file.clone().zip(sha256);
        site.file_sums.extend(sum.map(|(file, sha256)| FileSum { spot: pair.at("sha256"), file, sha256 }));
        let urls = [url(|it| it.url.as_ref()), url(|it| it.archived.as_ref())];
        let title = pair.text(|it| it.title.as_ref());
        known.insert(name, pair);
        Some(LinkedDocument { name, id, file, urls, title, signatories })
    }
}

/// Reports a document that was looked at on a day to come, or published on one that is after its meeting or event too.
fn report_days(
    pair: &Pair<'_, DocumentInput>,
    owner: Option<DateRange>,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let written =
        |get: fn(&DocumentInput) -> Option<&String>| pair.sides().find_map(|(_, side)| get(side.value));
    let retrieved = written(|it| it.retrieved.as_ref()).and_then(|day| Date::parse(day).ok());
    let date = written(|it| it.date.as_ref()).and_then(|date| PartialDate::parse(date).ok());
    if let Some(day) = retrieved {
        days::report_future(&say!("retrieval-dated"), day, site, || pair.at("retrieved"), problems);
    }
    if let (Some(retrieved), Some(date)) = (retrieved, date) {
        days::report_retrieval(retrieved, date, || pair.at("retrieved"), problems);
    }
    // What is prepared for a day to come may have that day.
    let is_after = |date: &PartialDate| owner.is_none_or(|it| date.first_day() > it.last_day());
    if let Some(date) = date.filter(is_after) {
        days::report_future(&say!("document-dated"), date, site, || pair.at("date"), problems);
    }
}

fn document(
    name: &str,
    pair: &Pair<'_, DocumentInput>,
    owner: Option<DocumentOwner>,
    signatories: Vec<Signatory>,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<Document> {
    let title = pair.text(|it| it.title.as_ref());
    if title.is_empty() {
        problems.missing(pair.at("title"), "title");
    }
    let url = pair.fact("url", problems, |it| it.url.as_ref());
    let url = problems.url(url, || pair.at("url"));
    let archived = pair.fact("archived", problems, |it| it.archived.as_ref());
    let archived = problems.url(archived, || pair.at("archived"));
    let file = pair.fact("file", problems, |it| it.file.as_ref());
    let file = file.map(|file| file_named(file, site));
    if let Some(file) = &file
        && site.static_file(file).is_none()
    {
        let problem = Problem::new(Code::BrokenLink, pair.at("file"), say!("no-static-file", file));
        problems.push(problem.help(say!("put-into-static")));
    }
    let date = pair.fact("date", problems, |it| it.date.as_ref());
    let date = date.and_then(|date| problems.partial_date(date, || pair.at("date")));
    let retrieved = pair.fact("retrieved", problems, |it| it.retrieved.as_ref());
    let retrieved = retrieved.and_then(|day| problems.date(day, || pair.at("retrieved")));
    let language = pair.fact("language", problems, |it| it.language.as_ref()).cloned();
    let kind = pair.fact("kind", problems, |it| it.kind.as_ref()).copied();
    let read = pair.fact("read", problems, |it| it.read.as_ref()).copied();
    let sha256 = sha256(pair, file.is_some(), problems);
    Some(Document {
        id: name.to_owned(),
        owner: owner?,
        title,
        url,
        file: file.map(|file| path::encoded(&file).into_owned()),
        publisher: pair.optional_text(|it| it.publisher.as_ref()),
        language,
        date,
        retrieved,
        archived,
        kind,
        read,
        signatories,
        sha256,
    })
}

/// The sum that a document's file is to have.
fn sha256(pair: &Pair<'_, DocumentInput>, has_file: bool, problems: &mut Problems) -> Option<String> {
    let written = pair.fact("sha256", problems, |it| it.sha256.as_ref())?;
    let is_sum = written.len() == 64 && written.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (message, help) = match (is_sum, has_file) {
        (true, true) => return Some(written.to_ascii_lowercase()),
        (true, false) => {
            let help = say!("sum-needs-file");
            (say!("sum-without-file"), help)
        }
        (false, _) => {
            let message = say!("not-a-sum", written);
            (message, say!("write-digits"))
        }
    };
    problems.push(Problem::new(Code::InvalidValue, pair.at("sha256"), message).help(help));
    None
}

fn signatories(
    document: &str,
    pair: &Pair<'_, DocumentInput>,
    files: Files,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Vec<Signatory> {
    let signatories = pair.by_place("signatories", |it| it.signatories.as_ref());
    signatories.iter().filter_map(|pair| signatory(document, pair, files, site, problems)).collect()
}

fn signatory(
    document: &str,
    pair: &Pair<'_, SignatoryInput>,
    files: Files,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<Signatory> {
    let record = Record { files, name: document, at: |side| side.at([]) };
    let office = pair.optional_full_text(&["as", "signatories"], &record, problems, |it| it.office.as_ref());
    let person = pair.fact("person", problems, |it| it.person.as_ref());
    let name = pair.optional_full_text(&["name", "signatories"], &record, problems, |it| it.name.as_ref());
    let delegation = pair.fact("delegation", problems, |it| it.delegation.as_ref());
    if delegation.is_none() {
        problems.missing(pair.at("delegation"), "delegation");
    }
    let delegation = delegation.and_then(|name| {
        find(&site.delegations, name, RecordKind::DELEGATION, problems, || pair.at("delegation"))
    });
    let who = match (person, name) {
        (Some(_), Some(_)) => {
            let message = say!("person-or-name");
            let problem = Problem::new(Code::InvalidValue, pair.at("name"), message);
            problems.push(problem.help(say!("delete-name")));
            None
        }
        (Some(person), None) => {
            find(&site.people, person, RecordKind::PERSON, problems, || pair.at("person")).map(Signer::Person)
        }
        (None, Some(name)) => Some(Signer::Named(name)),
        (None, None) => {
            problems.missing(pair.at("person"), "person");
            None
        }
    };
    Some(Signatory { who: who?, delegation: delegation?, office })
}

/// The name of the file that a record names by `file`: as it is written, or, where there is none of this name, read as
/// an address. There need not be such a file.
fn file_named(written: &str, site: &SiteFacts) -> String {
    let written = path::from_root(written);
    let name = nfc(written);
    if site.static_file(&name).is_some() { name.into_owned() } else { path::decoded(written) }
}
