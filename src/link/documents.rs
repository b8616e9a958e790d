//! The documents of meetings.

use foldhash::{HashMap, HashMapExt};

use super::{
    days,
    facts::SiteFacts,
    linked::{Linked, LinkedDocument},
    note::shown_files,
    pair::{Files, Pair, Record},
    problems::{Problems, RecordKind},
    registry_file::find,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::{Date, DateRange, PartialDate, nfc},
    model::{Document, Meeting, Signatory, Signer},
    path,
    source::input::{DocumentInput, SignatoryInput},
    yaml::Problem,
};

/// Makes the documents of all meetings; an id used twice is reported.
pub(super) fn link(linked: &mut [Linked<'_>], site: &mut SiteFacts, problems: &mut Problems) {
    let mut known: HashMap<&str, Pair<'_, DocumentInput>> = HashMap::new();
    for linked in linked {
        let front = &linked.note.front;
        let [records, repeated] =
            front.records("documents", |it| it.documents.as_ref(), |it| it.id.as_ref(), problems);
        // What repeats an id is looked into all the same.
        for (name, pair) in &repeated {
            problems.look_into(false, |problems| {
                let signatories = signatories(name, pair, Files::default(), site, problems);
                document(name, pair, None, signatories, site, problems)
            });
        }
        for (name, pair) in records {
            problems.check_id(name, || pair.at("id"));
            if let Some(before) = known.get(name) {
                // The file of the other language, under another name, which was reported.
                if pair.sides().chain(before.sides()).all(|(_, side)| problems.is_half(side.source)) {
                    continue;
                }
                let message = format!("another document has the id `{name}`");
                let problem = Problem::new(Code::DuplicateId, pair.at("id"), message)
                    .related(before.at("id"), "first here");
                problems.push(problem);
                let signatories = signatories(name, &pair, Files::default(), site, problems);
                document(name, &pair, None, signatories, site, problems);
                known.insert(name, pair);
                continue;
            }
            let signatories = signatories(name, &pair, shown_files(front), site, problems);
            let document = document(name, &pair, linked.meeting, signatories.clone(), site, problems);
            report_days(&pair, linked.date, site, problems);
            let id = document.map(|document| site.documents.push(name.to_owned(), document));
            let file = pair.sides().find_map(|(_, side)| side.value.file.as_deref());
            let file = file.map(|file| file_named(file, site));
            let url = |get: fn(&DocumentInput) -> Option<&String>| {
                pair.sides().find_map(|(_, side)| get(side.value)).map(String::as_str)
            };
            let urls = [url(|it| it.url.as_ref()), url(|it| it.archived.as_ref())];
            let title = pair.text(|it| it.title.as_ref());
            linked.documents.push(LinkedDocument { name, id, file, urls, title, signatories });
            known.insert(name, pair);
        }
    }
}

/// Reports a document that was looked at on a day to come, or published on one that is after its meeting too.
fn report_days(
    pair: &Pair<'_, DocumentInput>,
    meeting: Option<DateRange>,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let written =
        |get: fn(&DocumentInput) -> Option<&String>| pair.sides().find_map(|(_, side)| get(side.value));
    let retrieved = written(|it| it.retrieved.as_ref()).and_then(|day| Date::parse(day).ok());
    let date = written(|it| it.date.as_ref()).and_then(|date| PartialDate::parse(date).ok());
    if let Some(day) = retrieved {
        days::report_future("the retrieval is dated", day, site, || pair.at("retrieved"), problems);
    }
    if let (Some(retrieved), Some(date)) = (retrieved, date) {
        days::report_retrieval(retrieved, date, || pair.at("retrieved"), problems);
    }
    // What is prepared for a meeting to come may have its day.
    let is_after = |date: &PartialDate| meeting.is_none_or(|it| date.first_day() > it.last_day());
    if let Some(date) = date.filter(is_after) {
        days::report_future("the document is dated", date, site, || pair.at("date"), problems);
    }
}

fn document(
    name: &str,
    pair: &Pair<'_, DocumentInput>,
    meeting: Option<Id<Meeting>>,
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
        let problem =
            Problem::new(Code::BrokenLink, pair.at("file"), format!("there is no file static/{file}"));
        problems.push(problem.help("put it into content/static/"));
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
        meeting: meeting?,
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
    let message = match (is_sum, has_file) {
        (true, true) => return Some(written.to_ascii_lowercase()),
        (true, false) => "there is no `file` that could have this sum".to_owned(),
        (false, _) => format!("`{written}` is not a SHA-256, which has 64 hexadecimal digits"),
    };
    problems.push(Problem::new(Code::InvalidValue, pair.at("sha256"), message));
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
            let message = "a signatory has either `person` or `name`";
            let problem = Problem::new(Code::InvalidValue, pair.at("name"), message);
            problems.push(problem.help("delete `name`: that of the person is shown"));
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
