//! The home page and the lists: what each template is given.

use std::collections::HashMap;

use super::{
    LanguageContext,
    cards::pick,
    records::part,
    text,
    view::{Html, PageData, page_data},
    views::{
        CommitmentsPage, CountView, DefinitionView, DelegationsPage, DialogueView, HomePage, LatestView,
        ListedPersonView, MatrixCellView, MatrixPage, MatrixRowView, MatrixView, MeetingCard,
        MeetingGroupView, MeetingsPage, OrganizationSectionView, OrganizationsPage, PeoplePage,
        PeopleSectionView, StatusPage, TimelinePage, TracksPage, YearView,
    },
};
use crate::{
    id::Id,
    lang::{SortedBy, date_text, order::Collation},
    model::{Kind, Meeting, Organization, Person, Relation, Status, Text, Track, VersionStatus},
    plan::{self, ListKind, PlannedPage, meeting_address, published},
};

/// How many of the newest meetings the home page lists, and how many its matrix has.
const RECENT: usize = 10;
const MATRIX: usize = 15;

/// How many of the newest meetings the pictures of time show, on the home page and on their own.
const HOME_TIMELINE: usize = 60;
const TIMELINE: usize = 1000;

/// How many commitments the home page lists as those taken up most.
const CONTINUED: usize = 5;

impl LanguageContext<'_> {
    pub(super) fn list(&self, list: ListKind, page: &PlannedPage) -> PageData {
        match list {
            ListKind::Meetings => {
                page_data(MeetingsPage { years: self.years(part(&self.newest_first(), page)) })
            }
            ListKind::Commitments => page_data(CommitmentsPage { groups: self.all_commitments(page) }),
            ListKind::Tracks => {
                page_data(TracksPage { tracks: part(&self.cards.tracks.all(), page).to_vec() })
            }
            ListKind::Delegations => {
                page_data(DelegationsPage { delegations: part(&self.cards.delegations.all(), page).to_vec() })
            }
            ListKind::Organizations => {
                let participation = self.participation_table(page);
                page_data(OrganizationsPage { sections: self.organizations(page), participation })
            }
            ListKind::People => page_data(PeoplePage { sections: self.people(page) }),
            ListKind::Timeline => {
                let meetings: Vec<_> = published(self.site).collect();
                let years = self.years(part(&meetings, page));
                let picture = (page.number == 1).then(|| self.timeline(&meetings, TIMELINE));
                page_data(TimelinePage { years, picture: picture.flatten() })
            }
            ListKind::Matrix => {
                page_data(MatrixPage { matrix: self.matrix(part(&self.newest_first(), page)) })
            }
            ListKind::Glossary => self.glossary(page),
            ListKind::Status => page_data(self.definitions()),
            ListKind::Coverage => self.coverage(page),
            ListKind::Corrections => self.all_corrections(page),
            ListKind::Search => page_data(self.search(page)),
            ListKind::Downloads => page_data(self.downloads()),
        }
    }

    fn newest_first(&self) -> Vec<Id<Meeting>> {
        published(self.site).rev().collect()
    }

    pub(super) fn home(&self) -> PageData {
        let (planned, newest): (Vec<_>, Vec<_>) =
            self.newest_first().into_iter().partition(|id| self.site.meetings[*id].is_planned);
        let next: Vec<_> = planned.iter().rev().take(RECENT).copied().collect();
        let recent = &newest[..RECENT.min(newest.len())];
        let latest = newest.first().map(|id| {
            let commitments = &self.site.meetings[*id].commitments;
            let first = &commitments[..RECENT.min(commitments.len())];
            LatestView {
                meeting: self.cards.meetings[id.index()].clone(),
                commitments: pick(&self.cards.commitments, first),
            }
        });
        page_data(HomePage {
            dialogues: self.dialogues(),
            counts: self.counts(newest.len()),
            planned: pick(&self.cards.meetings, &next),
            recent: pick(&self.cards.meetings, recent),
            matrix: self.matrix(&newest[..MATRIX.min(newest.len())]),
            latest,
            timeline: self.timeline(&published(self.site).collect::<Vec<_>>(), HOME_TIMELINE),
            continued: self.most_continued(CONTINUED),
        })
    }

    fn dialogues(&self) -> Vec<DialogueView<'_>> {
        let dialogues = self.site.dialogues.iter().map(|(_, dialogue)| DialogueView {
            title: text::html(&dialogue.title, self.lang, self.strings),
            abbreviation: dialogue.abbreviation.as_deref(),
            summary: dialogue.summary.as_ref().map(|it| text::html(it, self.lang, self.strings)),
            former: self.former(&dialogue.names),
            meetings_text: self.strings.count("count-meetings", self.held(&dialogue.meetings)),
            parties: pick(&self.cards.delegations, &dialogue.parties),
        });
        dialogues.collect()
    }

    /// How many of these meetings are not still to come.
    fn held(&self, meetings: &[Id<Meeting>]) -> usize {
        meetings.iter().filter(|id| !self.site.meetings[**id].is_planned).count()
    }

    fn counts(&self, meetings: usize) -> Vec<CountView> {
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
            let text = self.strings.count(&format!("count-{name}"), n);
            CountView { key: name, text, url: plan::address(self.lang, &plan::list_path(list)) }
        });
        counts.collect()
    }

    /// Meetings under their years, in the order given.
    fn years(&self, meetings: &[Id<Meeting>]) -> Vec<YearView> {
        let mut years: Vec<(Id<Meeting>, Vec<MeetingCard>)> = Vec::new();
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
            YearView { year: i64::from(year(first)), label, meetings }
        });
        years.collect()
    }

    fn all_commitments(&self, page: &PlannedPage) -> Vec<MeetingGroupView> {
        let all = published(self.site).flat_map(|id| self.site.meetings[id].commitments.iter().copied());
        self.groups(&all.collect::<Vec<_>>(), page)
    }

    /// Meetings by tracks, with the number of commitments.
    fn matrix(&self, meetings: &[Id<Meeting>]) -> MatrixView {
        let rows = meetings.iter().map(|id| self.matrix_row(*id)).collect();
        MatrixView { tracks: self.cards.tracks.all(), rows }
    }

    fn matrix_row(&self, id: Id<Meeting>) -> MatrixRowView {
        let meeting = &self.site.meetings[id];
        let mut counts: HashMap<Id<Track>, usize> = HashMap::new();
        for commitment in &meeting.commitments {
            *counts.entry(self.site.commitments[*commitment].track).or_default() += 1;
        }
        let cells = self.site.tracks.iter().map(|(track, record)| {
            let n = counts.get(&track).copied().unwrap_or_default();
            let url = format!("{}#track-{}", meeting_address(meeting, self.lang), record.id);
            MatrixCellView { n, url: (n > 0).then_some(url) }
        });
        MatrixRowView {
            meeting: self.cards.meetings[id.index()].clone(),
            cells: cells.collect(),
            total: meeting.commitments.len(),
        }
    }

    pub(super) fn organizations(&self, page: &PlannedPage) -> Vec<OrganizationSectionView> {
        let sorted: Vec<Sorted<Organization>> = self.sorted(
            self.site
                .organizations
                .iter()
                .map(|(id, it)| (id, self.sort_text(&it.name, it.reading.as_deref()), it.reading.is_some())),
        );
        let sections = self.sections(part(&sorted, page), |id| self.cards.organizations[id.index()].clone());
        sections.map(|(heading, items)| OrganizationSectionView { heading, items }).collect()
    }

    pub(super) fn people(&self, page: &PlannedPage) -> Vec<PeopleSectionView> {
        let sorted: Vec<Sorted<Person>> = self.sorted(
            self.site.people.iter().map(|(id, it)| (id, self.person_sort_text(it), it.reading.is_some())),
        );
        let sections = self.sections(part(&sorted, page), |id| self.person_with_roles(id));
        sections.map(|(heading, items)| PeopleSectionView { heading, items }).collect()
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

    fn person_with_roles(&self, id: Id<Person>) -> ListedPersonView {
        let roles: Vec<_> = self.site.people[id]
            .roles
            .iter()
            .map(|role| text::markup(&role.title, self.lang, self.strings))
            .collect();
        let roles = (!roles.is_empty()).then(|| Html::new(roles.join(self.lang.locale().separator)));
        ListedPersonView { person: self.cards.people[id.index()].clone(), roles }
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
    fn sections<T, I>(
        &self,
        sorted: &[Sorted<T>],
        card: impl Fn(Id<T>) -> I,
    ) -> impl Iterator<Item = (Option<String>, Vec<I>)> {
        let mut sections: Vec<(Option<&str>, Vec<I>)> = Vec::new();
        for record in sorted {
            match sections.last_mut() {
                Some((row, list)) if *row == record.row => list.push(card(record.id)),
                _ => sections.push((record.row, vec![card(record.id)])),
            }
        }
        let other = self.strings.plain("other-rows");
        let has_rows = self.lang.locale().index_row.is_some();
        sections
            .into_iter()
            .map(move |(row, items)| (has_rows.then(|| row.unwrap_or(other).to_owned()), items))
    }

    fn definitions(&self) -> StatusPage<'_> {
        let define = |prefix: &str, names: &[&'static str]| -> Vec<DefinitionView<'_>> {
            let definitions = names.iter().map(|name| {
                let key = format!("{prefix}-{name}");
                DefinitionView {
                    id: name,
                    name: self.strings.plain(&key),
                    definition: self.strings.plain(&format!("{key}-definition")),
                }
            });
            definitions.collect()
        };
        let mut statuses = Status::NAMES.to_vec();
        statuses.push("superseded");
        StatusPage {
            kinds: define("kind", Kind::NAMES),
            statuses: define("status", &statuses),
            versions: define("version", VersionStatus::NAMES),
            relations: define("relation", Relation::NAMES),
        }
    }
}

/// A record in its place, with its row of the syllabary.
struct Sorted<T> {
    id: Id<T>,
    row: Option<&'static str>,
}
