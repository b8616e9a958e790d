//! A commitment, with its thread and what became of it.

use crate::{
    id::Id,
    model::{Assessment, Commitment, Due, Outcome, Relation, Status},
    plan::PlannedPage,
    render::{
        cards::{CommitmentCard, DocumentCard, MeetingCard, judge, pick},
        citation::CitationView,
        context::LanguageContext,
        drift::OutdatedView,
        head::{PageContent, PageHead},
        mentions::{Mentions, NameView},
        string_keys::{StringKeys, keys},
        text,
        thread::ThreadView,
        versions::VersionView,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// A commitment.
    struct CommitmentPage<'a> {
        /// The commitment.
        commitment: CommitmentCard,
        /// Its text, where it has a short name; else that is its text.
        text: Option<Html>,
        /// The id of its meeting, a slash and its own.
        reference: String,
        /// The operative verb; where the page's language has none, that of the other, marked so.
        verb: Option<Html>,
        /// The organizations that answer for it.
        organizations: Vec<NameView<'a>>,
        /// When it is due, as a date or in the words of its source.
        due: Option<Html>,
        /// The documents that it stands in.
        sources: Vec<DocumentCard>,
        /// Names of forums.
        forums: Vec<Html>,
        /// What it goes back to and what goes back to it; nothing where it stands alone.
        thread: Option<ThreadView<'a>>,
        /// Commitments that have to do with it and are no part of the thread.
        related: Vec<CommitmentCard>,
        /// The last meeting after its own that mentioned it, if any did.
        last_mention: Option<MeetingCard>,
        /// How to cite the commitment.
        citation: CitationView<'a>,
        /// The newest judgement of each who judged what became of it.
        assessments: Vec<AssessmentView<'a>>,
        /// The judgements before those, the newest first.
        earlier_assessments: Vec<AssessmentView<'a>>,
        /// What later records say of it, where nobody judged.
        later: Vec<LaterRecordsView<'a>>,
        /// Whether its text is missing in the page's language, so that the page shows that of the other.
        fallback: bool,
        /// What the page says of that: of the whole record, or of the part that is missing.
        fallback_notice: Option<&'a str>,
        /// What the page says where its translation is outdated.
        outdated: Option<OutdatedView<'a>>,
        /// What kind of text it is.
        version: VersionView<'a>,
        /// The commitment before in the meeting.
        previous: Option<CommitmentCard>,
        /// The commitment after in the meeting.
        next: Option<CommitmentCard>,
    }
}

impl PageTemplate for CommitmentPage<'_> {
    const TEMPLATE: &'static str = "commitment.html";
    const STRINGS: &'static [StringKeys] = &[keys("outcome-{}", Status::NAMES)];
}

view! {
    /// What one side says of a commitment.
    struct AssessmentView<'a> {
        /// The id of the status, such as `in-progress`.
        status_id: &'static str,
        /// The same in words.
        status: &'a str,
        /// Its day.
        date: String,
        /// Its day as `2010-11-01`.
        iso: String,
        /// Who says so.
        by: Html,
        /// The address of the page of that delegation.
        by_url: Option<String>,
        /// The document that says so.
        source: DocumentCard,
        /// A note.
        note: Option<Html>,
    }
}

view! {
    /// The later records that are one thing to a commitment.
    struct LaterRecordsView<'a> {
        /// The relation, such as `continues`.
        id: &'static str,
        /// What that makes of the commitment, in words.
        label: &'a str,
        /// The records, the earliest first.
        commitments: Vec<CommitmentCard>,
    }
}

impl LanguageContext<'_> {
    pub(super) fn commitment(&self, id: Id<Commitment>, page: &PlannedPage) -> PageContent<'_> {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        if meeting.is_withdrawn() {
            return self.withdrawn(commitment.meeting, page);
        }
        let at = meeting.commitments.iter().position(|other| *other == id).unwrap_or_default();
        let neighbour = |at: Option<usize>| {
            let id = meeting.commitments.get(at?)?;
            Some(self.cards.commitments[id.index()].clone())
        };
        let fallback = commitment.facts.text.get(self.lang).is_none();
        let text_lang = if fallback { self.lang.other() } else { self.lang };
        let outcome = self.site.outcome(id);
        let (newest, earlier) = assessments(commitment, outcome.as_ref());
        let later = outcome.map(|outcome| outcome.by_relation()).unwrap_or_default();
        let last = self.threads.last_mention(id);
        // Under the names that they had when they answered for it.
        let (day, mentions) = (Some(meeting.facts.date.first_day()), Mentions::default());
        let organizations =
            commitment.facts.organizations.iter().map(|id| self.mentioned(*id, day, &mentions));
        self.commitment_head(id).with(CommitmentPage {
            commitment: self.cards.commitments[id.index()].clone(),
            text: commitment
                .facts
                .title
                .as_ref()
                .map(|_| text::html(&commitment.facts.text, self.lang, self.strings)),
            reference: format!("{}/{}", meeting.id, commitment.id),
            organizations: organizations.collect(),
            due: commitment.facts.due.as_ref().and_then(|due| self.due(due)),
            sources: pick(&self.cards.documents, &self.site.sources(id)),
            forums: commitment
                .facts
                .forums
                .iter()
                .map(|forum| text::html(forum, self.lang, self.strings))
                .collect(),
            thread: self.thread(id),
            related: self.related(commitment),
            last_mention: (last != commitment.meeting).then(|| self.cards.meetings[last.index()].clone()),
            citation: self.cite_commitment(id, page),
            assessments: newest.into_iter().map(|it| self.assessment(it)).collect(),
            earlier_assessments: earlier.into_iter().map(|it| self.assessment(it)).collect(),
            later: later.iter().map(|(relation, records)| self.later(*relation, records)).collect(),
            fallback,
            fallback_notice: self.fallback_notice(&meeting.bodies, text_lang, "commitment"),
            verb: commitment.facts.verb.as_ref().map(|verb| text::html(verb, self.lang, self.strings)),
            outdated: self.outdated_commitment(id),
            version: self.version(&meeting.versions[text_lang]),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        })
    }

    fn commitment_head(&self, id: Id<Commitment>) -> PageHead<'_> {
        let commitment = &self.site.commitments[id];
        let name = text::plain(commitment.facts.name(), self.lang);
        PageHead {
            title: text::shortened(&name, self.lang),
            description: Some(text::plain(&commitment.facts.text, self.lang)),
            trail: self.trail_below(&self.site.meetings[commitment.meeting]),
            ..self.head_of(commitment.facts.name(), "commitments")
        }
    }

    /// The source's words for when; a day alone as a date.
    fn due(&self, due: &Due) -> Option<Html> {
        match (&due.text, due.by) {
            (Some(words), _) => Some(text::html(words, self.lang, self.strings)),
            (None, Some(day)) => Some(Html::escaped(&self.dates().long(day))),
            (None, None) => None,
        }
    }

    fn assessment(&self, assessment: &Assessment) -> AssessmentView<'_> {
        let (by, by_url) = judge(self.site, self.lang, self.strings, assessment.by);
        let status = assessment.status.name();
        AssessmentView {
            status_id: status,
            status: self.strings.plain(&format!("outcome-{status}")),
            date: self.dates().long(assessment.date),
            iso: assessment.date.to_string(),
            by,
            by_url,
            source: self.cards.documents[assessment.source.index()].clone(),
            note: assessment.note.as_ref().map(|note| text::html(note, self.lang, self.strings)),
        }
    }

    /// What later records of one relation are to a commitment.
    fn later(&self, relation: Relation, records: &[Id<Commitment>]) -> LaterRecordsView<'_> {
        let id = relation.name();
        LaterRecordsView {
            id,
            label: self.strings.plain(&format!("outcome-{id}")),
            commitments: pick(&self.cards.commitments, records),
        }
    }

    /// Commitments that have to do with this one and are no part of its thread.
    fn related(&self, commitment: &Commitment) -> Vec<CommitmentCard> {
        let links = commitment.lineage.iter().chain(&commitment.backlinks);
        let mut ids: Vec<_> =
            links.filter(|(relation, _)| *relation == Relation::Related).map(|(_, id)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        pick(&self.cards.commitments, &ids)
    }
}

/// The judgements that tell what became of a commitment, and those before them, the newest first. Where nothing tells, those
/// that found nothing stand for them.
fn assessments<'c>(
    commitment: &'c Commitment,
    outcome: Option<&Outcome<'c>>,
) -> (Vec<&'c Assessment>, Vec<&'c Assessment>) {
    let newest = match outcome {
        Some(Outcome::Assessed(newest)) => newest.clone(),
        Some(Outcome::Unknown) => return (commitment.assessments.iter().collect(), Vec::new()),
        Some(Outcome::Recorded(_)) | None => return (Vec::new(), Vec::new()),
    };
    let is_earlier = |it: &&Assessment| {
        it.status != Status::NoEvidence && !newest.iter().any(|other| std::ptr::eq(*it, *other))
    };
    let mut earlier: Vec<_> = commitment.assessments.iter().filter(is_earlier).collect();
    earlier.sort_by_key(|it| std::cmp::Reverse(it.date));
    (newest, earlier)
}
