//! The pages of single records: what each template is given.

use super::{
    LanguageContext,
    body::Placement,
    cards::pick,
    mentions::Mentions,
    text,
    view::{Html, PageData, page_data},
    views::{
        AliasPage, AssessmentView, AttendanceView, CommitmentCard, CommitmentPage, CorrectionView,
        DelegationPage, FormerView, HeadView, LinkView, MeetingCard, MeetingGroupView, MeetingPage,
        OrganizationPage, ParticipationView, PersonPage, PlainPage, RoleView, TitleView, TrackGroupView,
        VersionView, WithdrawnPage,
    },
};
use crate::{
    id::Id,
    lang::{Date, Lang, date_text},
    model::{
        Assessment, Body, Commitment, Correction, Delegation, Document, Due, Former, Meeting, Organization,
        Page, Participation, Party, Person, Piece, Role, Target, Track, Version,
    },
    path,
    plan::{self, ListKind, PAGE_LENGTH, PlannedPage, parallel_address},
    site::AliasTarget,
    theme::level_key,
};

impl LanguageContext<'_> {
    pub(super) fn meeting(&self, id: Id<Meeting>, page: &PlannedPage) -> PageData {
        let meeting = &self.site.meetings[id];
        let card = self.cards.meetings[id.index()].clone();
        let corrections = self.corrections(&meeting.corrections);
        if meeting.is_withdrawn() {
            return self.withdrawn(id);
        }
        let day = meeting.date.start();
        let shown = self.shown(&meeting.bodies);
        let body_lang = shown.map_or(self.lang, |(lang, _)| lang);
        // The page names organizations in this order: first the delegations', then those of the notes.
        let mentions = Mentions::default();
        let participations =
            meeting.delegations.iter().map(|there| self.participation(there, meeting, &mentions)).collect();
        let neighbour = |id: Option<Id<Meeting>>| id.map(|id| self.cards.meetings[id.index()].clone());
        let dialogue = &self.site.dialogues[meeting.dialogue];
        page_data(MeetingPage {
            meeting: card,
            mode: meeting.mode.map(|mode| self.strings.plain(&format!("mode-{}", mode.name()))),
            level: meeting.level.as_deref().map(|id| self.level(id)),
            host: meeting
                .host
                .map(|host| text::html(&self.site.delegations[host].name, self.lang, self.strings)),
            participations,
            contents: shown.map(|(_, body)| Self::contents(body)).unwrap_or_default(),
            body: shown
                .filter(|(_, body)| !body.pieces.is_empty())
                .map(|(lang, body)| self.body_of(lang, body, Some(day), &mentions, page)),
            fallback: !meeting.has(self.lang) || body_lang != self.lang,
            fallback_notice: self.fallback_notice(&meeting.bodies, body_lang, "text"),
            outdated: self.outdated_meeting(id),
            parallel: meeting.has_parallel().then(|| parallel_address(meeting, self.lang)),
            body_lang: body_lang.code(),
            version: (!meeting.is_only_planned()).then(|| self.version(&meeting.versions[body_lang.index()])),
            tracks: self.by_track(&meeting.commitments),
            documents: pick(&self.cards.documents, &meeting.documents),
            cited: pick(&self.cards.documents, &self.cited(meeting, shown.map(|(_, body)| body))),
            corrections,
            previous: neighbour(meeting.previous),
            next: neighbour(meeting.next),
            dialogue: TitleView { title: text::html(dialogue.title_on(day), self.lang, self.strings) },
            citation: self.cite_meeting(id, body_lang, page),
        })
    }

    /// A level in words: those of site.yaml or, where it has none, of the theme.
    fn level(&self, id: &str) -> Html {
        match self.site.config.levels.get(id) {
            Some(title) => text::html(title, self.lang, self.strings),
            None => Html::escaped(self.strings.plain(&level_key(id))),
        }
    }

    /// What stands at the addresses of a withdrawn meeting.
    pub(super) fn withdrawn(&self, id: Id<Meeting>) -> PageData {
        let card = self.cards.meetings[id.index()].clone();
        let corrections = self.corrections(&self.site.meetings[id].corrections);
        page_data(WithdrawnPage { meeting: Some(card), corrections })
    }

    /// The HTML of a body on a page that has named these organizations.
    fn body_of(
        &self,
        lang: Lang,
        body: &Body,
        day: Option<Date>,
        mentions: &Mentions,
        page: &PlannedPage,
    ) -> Html {
        let root = path::way_to_root(&page.address);
        self.body(body, &Placement { lang, root: &root, day, mentions: Some(mentions), beside: None })
    }

    /// The body to show: in this language or, where there is none or nothing in it, in the other.
    fn shown<'b>(&self, bodies: &'b [Option<Body>; 2]) -> Option<(Lang, &'b Body)> {
        let there = || {
            let langs = [self.lang, self.lang.other()].into_iter();
            langs.filter_map(|lang| Some((lang, bodies[lang.index()].as_ref()?)))
        };
        there().find(|(_, body)| !body.pieces.is_empty()).or_else(|| there().next())
    }

    /// What a page says where the other language stands in: for all of a record, or for a part of it.
    fn fallback_notice(&self, bodies: &[Option<Body>; 2], shown: Lang, part: &str) -> Option<&str> {
        if bodies[self.lang.index()].is_none() {
            return Some(self.strings.plain("fallback-notice"));
        }
        (shown != self.lang).then(|| self.strings.plain(&format!("fallback-{part}-notice")))
    }

    fn participation(
        &self,
        there: &Participation,
        meeting: &Meeting,
        mentions: &Mentions,
    ) -> ParticipationView<'_> {
        let heads = there.heads.iter().map(|head| {
            let role = head.role.as_ref().map(|role| text::html(role, self.lang, self.strings));
            HeadView { person: self.cards.people[head.person.index()].clone(), role }
        });
        let day = Some(meeting.date.start());
        let organizations = there.organizations.iter().map(|id| self.mentioned(*id, day, mentions));
        ParticipationView {
            delegation: self.cards.delegations[there.delegation.index()].clone(),
            heads: heads.collect(),
            organizations: organizations.collect(),
            people: pick(&self.cards.people, &there.people),
            others: there.others,
        }
    }

    /// Commitments under their tracks, in the order of the tracks.
    fn by_track(&self, commitments: &[Id<Commitment>]) -> Vec<TrackGroupView> {
        let mut tracks: Vec<(Id<Track>, Vec<Id<Commitment>>)> = Vec::new();
        for &id in commitments {
            let track = self.site.commitments[id].track;
            match tracks.iter_mut().find(|(known, _)| *known == track) {
                Some((_, list)) => list.push(id),
                None => tracks.push((track, vec![id])),
            }
        }
        tracks.sort_by_key(|(track, _)| *track);
        let groups = tracks.into_iter().map(|(track, commitments)| TrackGroupView {
            track: self.cards.tracks[track.index()].clone(),
            commitments: pick(&self.cards.commitments, &commitments),
        });
        groups.collect()
    }

    /// Documents of other meetings that this one rests on or names.
    fn cited(&self, meeting: &Meeting, body: Option<&Body>) -> Vec<Id<Document>> {
        let sources = meeting.versions.iter().filter_map(|version| version.source);
        let commitments = meeting.commitments.iter().map(|id| &self.site.commitments[*id]);
        let judged = commitments.flat_map(|commitment| commitment.assessments.iter().map(|it| it.source));
        let named = body.into_iter().flat_map(|body| &body.pieces).filter_map(|piece| match piece {
            Piece::Open(Target::Document(id)) | Piece::Title(Target::Document(id)) => Some(*id),
            _ => None,
        });
        let mut cited: Vec<_> =
            sources.chain(judged).chain(named).filter(|id| !meeting.documents.contains(id)).collect();
        cited.sort_unstable();
        cited.dedup();
        cited
    }

    pub(super) fn version<'v>(&'v self, version: &'v Version) -> VersionView<'v> {
        let status = version.status.name();
        VersionView {
            status_id: status,
            label: self.strings.plain(&format!("version-{status}")),
            definition: self.strings.plain(&format!("version-{status}-definition")),
            from: version.from.map(|lang| self.strings.plain(&format!("language-{}", lang.code()))),
            by: version.by.as_deref(),
            source: version.source.map(|id| self.cards.documents[id.index()].clone()),
        }
    }

    fn corrections(&self, corrections: &[Correction]) -> Vec<CorrectionView> {
        let is_first = |at: usize| at == 0 || corrections[at - 1].date != corrections[at].date;
        let corrections = corrections.iter().enumerate().map(|(at, correction)| CorrectionView {
            anchor: is_first(at).then(|| correction.anchor()),
            ..self.correction(correction)
        });
        corrections.collect()
    }

    /// A correction, wherever it is shown.
    pub(super) fn correction(&self, correction: &Correction) -> CorrectionView {
        CorrectionView {
            anchor: None,
            date: date_text::long(self.lang, correction.date),
            iso: correction.date.to_string(),
            note: text::html(&correction.note, self.lang, self.strings),
        }
    }

    pub(super) fn commitment(&self, id: Id<Commitment>, page: &PlannedPage) -> PageData {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        if meeting.is_withdrawn() {
            return self.withdrawn(commitment.meeting);
        }
        let at = meeting.commitments.iter().position(|other| *other == id).unwrap_or_default();
        let neighbour = |at: Option<usize>| {
            let id = meeting.commitments.get(at?)?;
            Some(self.cards.commitments[id.index()].clone())
        };
        let fallback = commitment.text.get(self.lang).is_none();
        let text_lang = if fallback { self.lang.other() } else { self.lang };
        let assessments = commitment.assessments.iter().map(|it| self.assessment(it));
        // Under the names that they had when they answered for it.
        let (day, mentions) = (Some(meeting.date.start()), Mentions::default());
        let organizations = commitment.organizations.iter().map(|id| self.mentioned(*id, day, &mentions));
        page_data(CommitmentPage {
            commitment: self.cards.commitments[id.index()].clone(),
            reference: format!("{}/{}", meeting.id, commitment.id),
            organizations: organizations.collect(),
            due: commitment.due.as_ref().and_then(|due| self.due(due)),
            forums: commitment.forums.iter().map(String::as_str).collect(),
            thread: self.thread(id),
            related: self.related(commitment),
            last_mention: self.cards.meetings[self.threads.last_mention(id).index()].clone(),
            citation: self.cite_commitment(id, text_lang, page),
            assessments: assessments.collect(),
            fallback,
            fallback_notice: self.fallback_notice(&meeting.bodies, text_lang, "commitment"),
            verb: commitment.verb.as_ref().map(|verb| text::html(verb, self.lang, self.strings)),
            outdated: self.outdated_commitment(id),
            version: self.version(&meeting.versions[text_lang.index()]),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        })
    }

    /// The source's words for when; a day alone as a date.
    fn due(&self, due: &Due) -> Option<Html> {
        match (&due.text, due.by) {
            (Some(words), _) => Some(text::html(words, self.lang, self.strings)),
            (None, Some(day)) => Some(Html::escaped(&date_text::long(self.lang, day))),
            (None, None) => None,
        }
    }

    fn assessment(&self, assessment: &Assessment) -> AssessmentView<'_> {
        let (by, by_url) = match assessment.by {
            Party::Delegation(id) => {
                let delegation = &self.site.delegations[id];
                let url = plan::record_address(ListKind::Delegations, &delegation.id, self.lang);
                (text::html(&delegation.name, self.lang, self.strings), Some(url))
            }
            Party::Archive => (Html::escaped(self.strings.plain("party-archive")), None),
            Party::ThirdParty => (Html::escaped(self.strings.plain("party-third-party")), None),
        };
        let status = assessment.status.name();
        AssessmentView {
            status_id: status,
            status: self.strings.plain(&format!("status-{status}")),
            date: date_text::long(self.lang, assessment.date),
            iso: assessment.date.to_string(),
            by,
            by_url,
            source: self.cards.documents[assessment.source.index()].clone(),
            note: assessment.note.as_ref().map(|note| text::html(note, self.lang, self.strings)),
        }
    }

    /// A part of a list of commitments by meeting, the newest meeting first.
    pub(super) fn groups(&self, commitments: &[Id<Commitment>], page: &PlannedPage) -> Vec<MeetingGroupView> {
        // Every list of them is in the order of the meetings.
        let meeting = |id: Id<Commitment>| self.site.commitments[id].meeting;
        let newest = commitments.chunk_by(|a, b| meeting(*a) == meeting(*b)).rev().flatten().copied();
        let mut groups: Vec<(Id<Meeting>, Vec<CommitmentCard>)> = Vec::new();
        for id in newest.skip((page.number - 1) * PAGE_LENGTH).take(PAGE_LENGTH) {
            let meeting = meeting(id);
            let commitment = self.cards.commitments[id.index()].clone();
            match groups.last_mut() {
                Some((latest, group)) if *latest == meeting => group.push(commitment),
                _ => groups.push((meeting, vec![commitment])),
            }
        }
        let groups = groups.into_iter().map(|(meeting, commitments)| MeetingGroupView {
            meeting: self.cards.meetings[meeting.index()].clone(),
            commitments,
        });
        groups.collect()
    }

    /// A part of a list of meetings, the newest first.
    fn newest(&self, meetings: &[Id<Meeting>], page: &PlannedPage) -> Vec<MeetingCard> {
        let newest: Vec<_> = meetings.iter().rev().copied().collect();
        pick(&self.cards.meetings, part(&newest, page))
    }

    pub(super) fn delegation(&self, id: Id<Delegation>, page: &PlannedPage) -> PageData {
        let delegation = &self.site.delegations[id];
        page_data(DelegationPage {
            delegation: self.cards.delegations[id.index()].clone(),
            organizations: pick(&self.cards.organizations, part(&delegation.organizations, page)),
            groups: self.groups(&delegation.commitments, page),
            meetings: self.newest(&delegation.meetings, page),
        })
    }

    pub(super) fn organization(&self, id: Id<Organization>, page: &PlannedPage) -> PageData {
        let organization = &self.site.organizations[id];
        page_data(OrganizationPage {
            organization: self.cards.organizations[id.index()].clone(),
            former: self.former(&organization.names),
            parent: organization.parent.map(|parent| self.cards.organizations[parent.index()].clone()),
            children: pick(&self.cards.organizations, &organization.children),
            website: organization.url.as_deref(),
            people: pick(&self.cards.people, part(&organization.people, page)),
            meetings: self.newest(&organization.meetings, page),
            groups: self.groups(&organization.commitments, page),
        })
    }

    pub(super) fn former(&self, names: &[Former]) -> Vec<FormerView> {
        let names = names.iter().map(|former| FormerView {
            name: text::html(&former.name, self.lang, self.strings),
            until: date_text::long(self.lang, former.until),
        });
        names.collect()
    }

    pub(super) fn person(&self, id: Id<Person>, page: &PlannedPage) -> PageData {
        let person = &self.site.people[id];
        let newest: Vec<_> = person.meetings.iter().rev().copied().collect();
        let meetings = part(&newest, page).iter().filter_map(|meeting| self.attendance(id, *meeting));
        page_data(PersonPage {
            person: self.cards.people[id.index()].clone(),
            roles: self.roles(person),
            meetings: meetings.collect(),
        })
    }

    fn attendance(&self, person: Id<Person>, meeting: Id<Meeting>) -> Option<AttendanceView> {
        let there = self.site.meetings[meeting].delegations.iter().find(|there| {
            there.heads.iter().any(|head| head.person == person) || there.people.contains(&person)
        })?;
        let head = there.heads.iter().find(|head| head.person == person);
        let role = head.and_then(|head| head.role.as_ref());
        Some(AttendanceView {
            meeting: self.cards.meetings[meeting.index()].clone(),
            role: role.map(|role| text::html(role, self.lang, self.strings)),
            delegation: self.cards.delegations[there.delegation.index()].clone(),
        })
    }

    fn roles(&self, person: &Person) -> Vec<RoleView<'_>> {
        let mentions = Mentions::default();
        let roles = person.roles.iter().map(|role| {
            let day = self.day_of_role(person, role);
            let organization = role.organization.map(|id| self.mentioned(id, day, &mentions));
            RoleView {
                title: text::html(&role.title, self.lang, self.strings),
                organization,
                from: role.from.map(|day| date_text::long(self.lang, day)),
                until: role.until.map(|day| date_text::long(self.lang, day)),
            }
        });
        roles.collect()
    }

    /// The day whose names go with a role: the end of the term or, where that is not known, when the person was last seen
    /// in it.
    pub(super) fn day_of_role(&self, person: &Person, role: &Role) -> Option<Date> {
        let last_seen = person.meetings.iter().map(|id| self.site.meetings[*id].date.end()).max();
        role.until.or(last_seen.max(role.from))
    }

    pub(super) fn plain_page(&self, id: Id<Page>, page: &PlannedPage) -> PageData {
        let record = &self.site.pages[id];
        if record.is_withdrawn {
            return page_data(WithdrawnPage { meeting: None, corrections: Vec::new() });
        }
        let shown = self.shown(&record.bodies);
        let body_lang = shown.map_or(self.lang, |(lang, _)| lang);
        let version = &record.versions[body_lang.index()];
        let is_stated = version.status != crate::model::VersionStatus::NotStated;
        page_data(PlainPage {
            contents: shown.map(|(_, body)| Self::contents(body)).unwrap_or_default(),
            body: shown.map(|(lang, body)| self.body_of(lang, body, None, &Mentions::default(), page)),
            outdated: self.outdated_page(id),
            fallback: body_lang != self.lang,
            fallback_notice: self.fallback_notice(&record.bodies, body_lang, "text"),
            body_lang: body_lang.code(),
            version: is_stated.then(|| self.version(version)),
        })
    }

    pub(super) fn alias(&self, index: usize) -> PageData {
        let url = plan::address(self.lang, &plan::alias_path(self.site, &self.site.aliases[index]));
        let title = Html::escaped(&self.alias_title(index));
        page_data(AliasPage { target: LinkView { url, title } })
    }

    /// The title of the record that an earlier address leads to.
    pub(super) fn alias_title(&self, index: usize) -> String {
        let title = match self.site.aliases[index].target {
            AliasTarget::Meeting(id) => &self.site.meetings[id].title,
            AliasTarget::Page(id) => &self.site.pages[id].title,
        };
        text::plain(title, self.lang)
    }
}

/// The part of a list that stands on a page.
pub(super) fn part<'l, T>(list: &'l [T], page: &PlannedPage) -> &'l [T] {
    let start = ((page.number - 1) * PAGE_LENGTH).min(list.len());
    &list[start..(start + PAGE_LENGTH).min(list.len())]
}
