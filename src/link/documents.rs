//! The documents of meetings.

use foldhash::{HashMap, HashMapExt};

use super::{
    days,
    facts::SiteFacts,
    linked::{Linked, LinkedDocument},
    pair::Pair,
    problems::Problems,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::{Date, DateRange, nfc},
    model::{Document, Meeting},
    path,
    source::input::DocumentInput,
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
            problems.look_into(false, |problems| document(name, pair, None, site, problems));
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
                document(name, &pair, None, site, problems);
                known.insert(name, pair);
                continue;
            }
            let document = document(name, &pair, linked.meeting, site, problems);
            report_days(&pair, linked.date, site, problems);
            let id = document.map(|document| site.documents.push(name.to_owned(), document));
            let file = pair.sides().find_map(|(_, side)| side.value.file.as_deref());
            let file = file.map(|file| file_named(file, site));
            let url = |get: fn(&DocumentInput) -> Option<&String>| {
                pair.sides().find_map(|(_, side)| get(side.value)).map(String::as_str)
            };
            let urls = [url(|it| it.url.as_ref()), url(|it| it.archived.as_ref())];
            let title = pair.text(|it| it.title.as_ref());
            linked.documents.push(LinkedDocument { name, id, file, urls, title });
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
    let day = |get: fn(&DocumentInput) -> Option<&String>| {
        let written = pair.sides().find_map(|(_, side)| get(side.value));
        written.and_then(|day| Date::parse(day).ok())
    };
    if let Some(day) = day(|it| it.retrieved.as_ref()) {
        days::report_future("the retrieval is dated", day, site, || pair.at("retrieved"), problems);
    }
    if let (Some(retrieved), Some(date)) = (day(|it| it.retrieved.as_ref()), day(|it| it.date.as_ref())) {
        days::report_retrieval(retrieved, date, || pair.at("retrieved"), problems);
    }
    // What is prepared for a meeting to come may have its day.
    if let Some(day) = day(|it| it.date.as_ref()).filter(|day| meeting.is_none_or(|it| *day > it.end())) {
        days::report_future("the document is dated", day, site, || pair.at("date"), problems);
    }
}

fn document(
    name: &str,
    pair: &Pair<'_, DocumentInput>,
    meeting: Option<Id<Meeting>>,
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
    let mut day = |field: &'static str, get: fn(&DocumentInput) -> Option<&String>| {
        let day = pair.fact(field, problems, get)?;
        problems.date(day, || pair.at(field))
    };
    let (date, retrieved): (Option<Date>, Option<Date>) =
        (day("date", |it| it.date.as_ref()), day("retrieved", |it| it.retrieved.as_ref()));
    let language = pair.fact("language", problems, |it| it.language.as_ref()).cloned();
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
    })
}

/// The name of the file that a record names by `file`: as it is written, or, where there is none of this name, read as
/// an address. There need not be such a file.
fn file_named(written: &str, site: &SiteFacts) -> String {
    let written = path::from_root(written);
    let name = nfc(written);
    if site.static_file(&name).is_some() { name.into_owned() } else { path::decoded(written) }
}
