//! The home page and the lists: what each template is given.

use std::collections::HashMap;
use tera::{Map, Value};

use super::{Shelf, cards::pick, records::part, text, values};
use crate::{
    id::Id,
    lang::{SortedBy, date_text, order::Collation},
    model::{Kind, Meeting, Organization, Person, Relation, Status, Text, Track, VersionStatus},
    plan::{ListKind, PlannedPage, meeting_address, published},
};

/// How many of the newest meetings the home page lists, and how many its matrix has.
const RECENT: usize = 10;
const MATRIX: usize = 15;

/// How many of the newest meetings the pictures of time show, on the home page and on their own.
const HOME_TIMELINE: usize = 60;
const TIMELINE: usize = 1000;

/// How many commitments the home page lists as those taken up most.
const CONTINUED: usize = 5;

impl Shelf<'_> {
    pub(super) fn list(&self, list: ListKind, page: &PlannedPage) -> (&'static str, Map) {
        match list {
            ListKind::Meetings => {
                ("meetings.html", values! { years: self.years(part(&self.newest_first(), page)) })
            }
            ListKind::Commitments => ("commitments.html", values! { groups: self.all_commitments(page) }),
            ListKind::Tracks => ("tracks.html", values! { tracks: part(&self.cards.tracks, page).to_vec() }),
            ListKind::Delegations => {
                ("delegations.html", values! { delegations: part(&self.cards.delegations, page).to_vec() })
            }
            ListKind::Organizations => {
                let participation = self.participation_table(page);
                let sections = self.organizations(page);
                ("organizations.html", values! { sections: sections, participation: participation })
            }
            ListKind::People => ("people.html", values! { sections: self.people(page) }),
            ListKind::Timeline => {
                let meetings: Vec<_> = published(self.site).collect();
                let years = self.years(part(&meetings, page));
                let picture = (page.number == 1).then(|| self.timeline(&meetings, TIMELINE));
                ("timeline.html", values! { years: years, picture: picture.flatten() })
            }
            ListKind::Matrix => {
                ("matrix.html", values! { matrix: self.matrix(part(&self.newest_first(), page)) })
            }
            ListKind::Glossary => ("glossary.html", self.glossary(page)),
            ListKind::Status => ("status.html", self.definitions()),
            ListKind::Coverage => ("coverage.html", self.coverage(page)),
            ListKind::Downloads => ("downloads.html", self.downloads()),
        }
    }

    fn newest_first(&self) -> Vec<Id<Meeting>> {
        published(self.site).rev().collect()
    }

    pub(super) fn home(&self) -> Map {
        let newest = self.newest_first();
        let recent = &newest[..RECENT.min(newest.len())];
        let latest = newest.first().map(|id| {
            let commitments = &self.site.meetings[*id].commitments;
            let first = &commitments[..RECENT.min(commitments.len())];
            Value::from(values! {
                meeting: self.cards.meetings[id.index()].clone(),
                commitments: pick(&self.cards.commitments, first),
            })
        });
        values! {
            dialogues: self.dialogues(),
            counts: self.counts(newest.len()),
            recent: pick(&self.cards.meetings, recent),
            matrix: self.matrix(&newest[..MATRIX.min(newest.len())]),
            latest: latest,
            timeline: self.timeline(&published(self.site).collect::<Vec<_>>(), HOME_TIMELINE),
            continued: self.most_continued(CONTINUED),
        }
    }

    fn dialogues(&self) -> Vec<Value> {
        let dialogues = self.site.dialogues.iter().map(|(_, dialogue)| {
            values! {
                title: text::html(&dialogue.title, self.lang),
                abbreviation: dialogue.abbreviation.clone(),
                summary: dialogue.summary.as_ref().map(|it| text::html(it, self.lang)),
                former: self.former(&dialogue.names),
                meetings_text: self.strings.count("count-meetings", dialogue.meetings.len()),
                parties: pick(&self.cards.delegations, &dialogue.parties),
            }
            .into()
        });
        dialogues.collect()
    }

    fn counts(&self, meetings: usize) -> Vec<Value> {
        let site = self.site;
        let commitments = published(site).map(|id| site.meetings[id].commitments.len()).sum();
        let counts = [
            (ListKind::Meetings, meetings),
            (ListKind::Commitments, commitments),
            (ListKind::Tracks, site.tracks.len()),
            (ListKind::Organizations, site.organizations.len()),
        ];
        let counts = counts.into_iter().map(|(list, n)| {
            let name = list.name();
            let said = self.strings.count(&format!("count-{name}"), n);
            values! { key: name, text: said, url: format!("{}/{name}/", self.lang.code()) }.into()
        });
        counts.collect()
    }

    /// Meetings under their years, in the order given.
    fn years(&self, meetings: &[Id<Meeting>]) -> Vec<Value> {
        let mut years: Vec<(Id<Meeting>, Vec<Value>)> = Vec::new();
        let year = |id: Id<Meeting>| self.site.meetings[id].date.start().year();
        for &id in meetings {
            let card = self.cards.meetings[id.index()].clone();
            match years.last_mut() {
                Some((first, list)) if year(*first) == year(id) => list.push(card),
                _ => years.push((id, vec![card])),
            }
        }
        let years = years.into_iter().map(|(first, meetings)| {
            // The year of a change of era shows the era of its first meeting.
            let label = date_text::year(self.lang, self.site.meetings[first].date.start());
            values! { year: i64::from(year(first)), label: label, meetings: meetings }.into()
        });
        years.collect()
    }

    fn all_commitments(&self, page: &PlannedPage) -> Vec<Value> {
        let all = published(self.site).flat_map(|id| self.site.meetings[id].commitments.iter().copied());
        self.groups(&all.collect::<Vec<_>>(), page)
    }

    /// Meetings by tracks, with the number of commitments.
    fn matrix(&self, meetings: &[Id<Meeting>]) -> Value {
        let rows: Vec<Value> = meetings.iter().map(|id| self.matrix_row(*id)).collect();
        values! { tracks: self.cards.tracks.clone(), rows: rows }.into()
    }

    fn matrix_row(&self, id: Id<Meeting>) -> Value {
        let meeting = &self.site.meetings[id];
        let mut counts: HashMap<Id<Track>, usize> = HashMap::new();
        for commitment in &meeting.commitments {
            *counts.entry(self.site.commitments[*commitment].track).or_default() += 1;
        }
        let cells = self.site.tracks.iter().map(|(track, record)| {
            let n = counts.get(&track).copied().unwrap_or_default();
            let url = format!("{}#track-{}", meeting_address(meeting, self.lang), record.id);
            Value::from(values! { n: n, url: (n > 0).then_some(url) })
        });
        values! {
            meeting: self.cards.meetings[id.index()].clone(),
            cells: cells.collect::<Vec<_>>(),
            total: meeting.commitments.len(),
        }
        .into()
    }

    fn organizations(&self, page: &PlannedPage) -> Vec<Value> {
        let sorted: Vec<Sorted<Organization>> = self.sorted(
            self.site
                .organizations
                .iter()
                .map(|(id, it)| (id, self.sort_text(&it.name, it.reading.as_deref()), it.reading.is_some())),
        );
        self.sections(part(&sorted, page), |id| self.cards.organizations[id.index()].clone())
    }

    fn people(&self, page: &PlannedPage) -> Vec<Value> {
        let sorted: Vec<Sorted<Person>> = self.sorted(
            self.site.people.iter().map(|(id, it)| (id, self.person_sort_text(it), it.reading.is_some())),
        );
        self.sections(part(&sorted, page), |id| self.person_with_roles(id))
    }

    /// Where no reading counts, the family name does.
    fn person_sort_text(&self, person: &Person) -> String {
        let part =
            |part: &Option<Text>| part.as_ref().and_then(|text| text.get(self.lang)).map(str::to_owned);
        match (self.lang.locale().sorted_by, part(&person.family), part(&person.given)) {
            (SortedBy::Name, Some(family), Some(given)) => format!("{family} {given}"),
            _ => self.sort_text(&person.name, person.reading.as_deref()),
        }
    }

    fn person_with_roles(&self, id: Id<Person>) -> Value {
        let card = &self.cards.people[id.index()];
        let roles: Vec<_> =
            self.site.people[id].roles.iter().map(|role| text::markup(&role.title, self.lang)).collect();
        let mut card = card.as_map().cloned().unwrap_or_default();
        let roles =
            (!roles.is_empty()).then(|| Value::safe_string(&roles.join(self.lang.locale().separator)));
        card.insert("roles_text".into(), Value::from(roles));
        card.into()
    }

    /// What a name is sorted by.
    fn sort_text(&self, name: &Text, reading: Option<&str>) -> String {
        match (self.lang.locale().sorted_by, reading) {
            (SortedBy::Reading, Some(reading)) => reading.to_owned(),
            _ => text::plain(name, self.lang),
        }
    }

    fn sorted<T>(&self, records: impl Iterator<Item = (Id<T>, String, bool)>) -> Vec<Sorted<T>> {
        let collation = Collation::new(self.lang);
        let index_row = self.lang.locale().index_row;
        let mut sorted: Vec<_> = records
            .map(|(id, sort_text, has_reading)| {
                // Without a reading only kana tell their row.
                let row = index_row.and_then(|index_row| index_row(&sort_text));
                let is_last = index_row.is_some() && row.is_none() && !has_reading;
                (is_last, collation.key(&sort_text), Sorted { id, row })
            })
            .collect();
        sorted.sort_by(|a, b| (a.0, &a.1, a.2.id).cmp(&(b.0, &b.1, b.2.id)));
        sorted.into_iter().map(|(_, _, sorted)| sorted).collect()
    }

    /// Under the rows of the syllabary in Japanese; one list in a language without rows.
    fn sections<T>(&self, sorted: &[Sorted<T>], card: impl Fn(Id<T>) -> Value) -> Vec<Value> {
        let mut sections: Vec<(Option<&str>, Vec<Value>)> = Vec::new();
        for record in sorted {
            match sections.last_mut() {
                Some((row, list)) if *row == record.row => list.push(card(record.id)),
                _ => sections.push((record.row, vec![card(record.id)])),
            }
        }
        let other = self.strings.plain("other-rows");
        let sections = sections.into_iter().map(|(row, items)| {
            let heading = self.lang.locale().index_row.map(|_| row.unwrap_or(&other));
            values! { heading: heading, items: items }.into()
        });
        sections.collect()
    }

    fn definitions(&self) -> Map {
        let define = |prefix: &str, names: &[&str]| -> Vec<Value> {
            let definitions = names.iter().map(|name| {
                let key = format!("{prefix}-{name}");
                values! {
                    id: *name,
                    name: self.strings.plain(&key),
                    definition: self.strings.plain(&format!("{key}-definition")),
                }
                .into()
            });
            definitions.collect()
        };
        let mut statuses = Status::ALL.map(Status::name).to_vec();
        statuses.push("superseded");
        values! {
            kinds: define("kind", &Kind::ALL.map(Kind::name)),
            statuses: define("status", &statuses),
            versions: define("version", &VersionStatus::ALL.map(VersionStatus::name)),
            relations: define("relation", &Relation::ALL.map(Relation::name)),
        }
    }
}

/// A record in its place, with its row of the syllabary.
struct Sorted<T> {
    id: Id<T>,
    row: Option<&'static str>,
}
