//! The tables of meetings: the meetings, who took part, their documents and corrections, and what was withdrawn.

use super::table::{Columns, Table};
use crate::{
    export::facts::meeting_updated,
    lang::Lang,
    model::{Correction, Document, Meeting, Mode, Participation, Text, TranslationState, VersionStatus},
    plan::{meeting_address, published},
    site::Site,
};

fn shown(site: &Site) -> impl Iterator<Item = &Meeting> {
    published(site).map(|id| &site.meetings[id])
}

/// A meeting a row.
pub(super) fn meetings(site: &Site) -> Table {
    let modes = Mode::NAMES;
    let columns = Columns::new("meetings", "The meetings, by date")
        .id("What the meeting is called in other tables", |it: &&Meeting| it.id.as_str())
        .reference("dialogue_id", "dialogues", "The dialogue it belongs to", |it| {
            Some(site.dialogues[it.dialogue].id.as_str())
        })
        .number("number", "Its number in the dialogue", |it| it.number)
        .date("from", "The first day, by the calendar of the place", |it| Some(it.date.start()))
        .date("to", "The last day; of a meeting of one day, the same", |it| Some(it.date.end()))
        .text("title", "The title", |it| Some(&it.title))
        .text("summary", "What it was, in a sentence or two", |it| it.summary.as_ref())
        .text("place", "Where it was held", |it| it.place.as_ref())
        .word("mode", "How it was held", modes, |it| it.mode.map(Mode::name))
        .optional("level", "The id of its level", |it| it.level.as_deref())
        .reference("host_id", "delegations", "Who hosted it", |it| {
            it.host.map(|id| site.delegations[id].id.as_str())
        });
    with_versions(site, columns)
        .date("updated", "The last day that the record tells of", |it| Some(meeting_updated(site, it)))
        .each("page", "The address of its page, from the site’s root", |it, lang| {
            Some(meeting_address(it, lang))
        })
        .rows(shown(site))
}

/// What the texts are.
fn with_versions<'a>(site: &'a Site, columns: Columns<'a, &'a Meeting>) -> Columns<'a, &'a Meeting> {
    let version = |it: &&'a Meeting, lang: Lang| &it.versions[lang.index()];
    columns
        .each_word("version", "What the text is", VersionStatus::NAMES, move |it, lang| {
            it.has(lang).then(|| version(it, lang).status.name())
        })
        .each_word(
            "state",
            "How the text stands to the other language’s",
            TranslationState::NAMES,
            |it, lang| Some(it.states[lang.index()].name()),
        )
        .each_reference(
            "source",
            "documents",
            "The document that the text is, or was made from",
            move |it, lang| version(it, lang).source.map(|id| site.documents[id].id.as_str()),
        )
}

/// Who was there, a row each.
struct There<'a> {
    meeting: &'a Meeting,
    delegation: &'a str,
    part: &'static str,
    organization: Option<&'a str>,
    person: Option<&'a str>,
    role: Option<&'a Text>,
    others: bool,
}

/// The ways to be there.
const PARTS: [&str; 4] = ["delegation", "organization", "head", "member"];

/// A delegation, an organization or a person at a meeting a row.
pub(super) fn participation(site: &Site) -> Table {
    let there = shown(site).flat_map(|meeting| {
        let delegations = meeting.delegations.iter();
        delegations.flat_map(move |participation| there(site, meeting, participation))
    });
    Columns::new("participation", "Who took part in which meeting")
        .reference("meeting_id", "meetings", "The meeting", |it: &There<'_>| Some(it.meeting.id.clone()))
        .reference("delegation_id", "delegations", "The delegation", |it| Some(it.delegation.to_owned()))
        .word(
            "part",
            "What the row names: the delegation, an organization, who is named first, or who else",
            &PARTS,
            |it| Some(it.part),
        )
        .reference("organization_id", "organizations", "The organization", |it| {
            it.organization.map(str::to_owned)
        })
        .reference("person_id", "people", "The person", |it| it.person.map(str::to_owned))
        .text("role", "The role as published", |it| it.role)
        .flag("others", "Whether the source’s list of the delegation ends in “and others”", |it| {
            it.others
        })
        .rows(there)
}

fn there<'a>(site: &'a Site, meeting: &'a Meeting, here: &'a Participation) -> Vec<There<'a>> {
    let delegation = site.delegations[here.delegation].id.as_str();
    let row = |part: usize| There {
        meeting,
        delegation,
        part: PARTS[part],
        organization: None,
        person: None,
        role: None,
        others: false,
    };
    let person = |id| Some(site.people[id].id.as_str());
    let own = There { others: here.others, ..row(0) };
    let organizations = here
        .organizations
        .iter()
        .map(|id| There { organization: Some(site.organizations[*id].id.as_str()), ..row(1) });
    let heads =
        here.heads.iter().map(|it| There { person: person(it.person), role: it.role.as_ref(), ..row(2) });
    let members = here.people.iter().map(|id| There { person: person(*id), ..row(3) });
    [own].into_iter().chain(organizations).chain(heads).chain(members).collect()
}

/// A document a row.
pub(super) fn documents(site: &Site) -> Table {
    let documents = site.documents.iter().map(|(_, it)| it);
    Columns::new("documents", "The documents that meetings list")
        .id("What the document is called in other tables", |it: &&Document| it.id.as_str())
        .reference("meeting_id", "meetings", "The meeting that lists it", |it| {
            Some(site.meetings[it.meeting].id.as_str())
        })
        .text("title", "The title", |it| Some(&it.title))
        .text("publisher", "Who published it", |it| it.publisher.as_ref())
        .optional("language", "The language it is in, as a language tag", |it| it.language.as_deref())
        .date("date", "When it was published", |it| it.date)
        .optional("url", "Its address elsewhere", |it| it.url.as_deref())
        .optional("file", "Its copy in this site, as a link from the site’s root: percent-encoded", |it| {
            it.file.as_deref()
        })
        .date("retrieved", "When it was last looked at", |it| it.retrieved)
        .optional("archived", "The address of a copy that an archive of the web keeps", |it| {
            it.archived.as_deref()
        })
        .rows(documents.filter(|it| !site.meetings[it.meeting].is_withdrawn()))
}

/// A correction a row.
pub(super) fn corrections(site: &Site) -> Table {
    let corrections = shown(site).flat_map(|meeting| meeting.corrections.iter().map(move |it| (meeting, it)));
    Columns::new("corrections", "What was corrected after publication")
        .reference("meeting_id", "meetings", "The meeting", |(meeting, _): &(&Meeting, &Correction)| {
            Some(meeting.id.as_str())
        })
        .date("date", "When", |(_, it)| Some(it.date))
        .text("note", "What", |(_, it)| Some(&it.note))
        .rows(corrections)
}

/// A withdrawn meeting a row: nothing is told but which it was.
pub(super) fn withdrawn(site: &Site) -> Table {
    let withdrawn = site.meetings.iter().map(|(_, it)| it).filter(|it| it.is_withdrawn());
    Columns::new("withdrawn", "The meetings that were withdrawn, which no other table has")
        .id(
            "The id of the meeting, by which its address still says that it was withdrawn",
            |it: &&Meeting| it.id.as_str(),
        )
        .rows(withdrawn)
}
