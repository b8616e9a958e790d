//! The bodies of notes and pages: what their references and links lead to.

use super::{
    aliases::aliases,
    commitments::LinkedCommitment,
    drift,
    facts::SiteFacts,
    known::{Known, Resolved},
    linked::Linked,
    meetings::release,
    naming::{Names, Unshown},
    note::{Note, shown_files},
    pair::Record,
    problems::{Problems, RecordKind, each},
    registry_file::find,
    terms::TermLinks,
    versions::versions,
};
use crate::{
    config::{Options, web_address},
    diagnostic::{Code, SourceId},
    id::Id,
    lang::{Lang, PerLang, say},
    model::{Body, Meeting, Page, Piece, Release, Target, TranslationState, Unit},
    path,
    site::{AliasTarget, InsideLink},
    source::{
        Address, BodyDraft, PieceDraft, Placeholder, Reference, ReferenceKind, Stamps, input::PageInput,
    },
    yaml::{Problem, Spot},
};

/// What bodies are linked by, beside the site.
#[derive(Clone, Copy)]
pub(super) struct LinkContext<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) stamps: &'a Stamps,
    pub(super) options: &'a Options,
}

/// The texts below the facts of a meeting.
#[derive(Default)]
pub(super) struct LinkedBodies {
    pub(super) states: PerLang<TranslationState>,
    pub(super) bodies: PerLang<Option<Body>>,
}

/// Resolves the bodies of all meetings, and makes the pages.
pub(super) fn link(
    linked: &[Linked<'_>],
    pages: &[Note<'_, PageInput>],
    context: LinkContext<'_>,
    site: &mut SiteFacts,
    unshown: &mut Unshown,
    problems: &mut Problems,
) -> Vec<LinkedBodies> {
    let terms = TermLinks::new(&site.terms);
    let notes = each(linked, problems, |linked, problems| {
        let states = drift::states(linked.note.bodies, context.stamps, problems);
        (states, resolved(linked, context.known, &terms, site, problems))
    });
    let texts = linked.iter().zip(notes).map(|(linked, (states, (mut bodies, links)))| {
        // Links of a note that is not published, or not whole, are looked up like all others.
        site.inside_links.extend(links);
        let is_withdrawn = linked.meeting.map(|id| site.meetings[id].facts.is_withdrawn());
        if is_withdrawn != Some(false) {
            let names = unshown.names(is_withdrawn.is_some());
            bodies.iter().flatten().for_each(|body| names.add_body(body, site));
            add_definitions(names, linked.note, site);
            // Which texts there were is all that is left of them.
            bodies = bodies.map(|body| body.map(|_| Body::default()));
        }
        LinkedBodies { states, bodies }
    });
    let texts = texts.collect();
    for note in pages {
        link_page(note, context, &terms, site, unshown, problems);
    }
    texts
}

/// Adds what definitions of links lead to, whether links use them or not: a note that is not published names it.
fn add_definitions<T>(names: &mut Names, note: &Note<'_, T>, site: &SiteFacts) {
    let drafts = note.bodies.iter().flatten();
    drafts.flat_map(|draft| &draft.body.definitions).for_each(|it| names.add_link(&it.address, site));
}

/// The bodies of a meeting, with their links to addresses of the site.
fn resolved(
    linked: &Linked<'_>,
    known: &Known<'_>,
    terms: &TermLinks,
    site: &SiteFacts,
    problems: &mut Problems,
) -> (PerLang<Option<Body>>, Vec<InsideLink>) {
    let own = own_anchors(linked);
    let mut bodies = PerLang::default();
    let mut inside = Vec::new();
    for (lang, side) in linked.note.front.sides() {
        let Some(draft) = linked.note.body(lang) else { continue };
        let is_published = linked.meeting.is_some();
        let mut resolver = Resolver { source: side.source, known, terms, own: &own, is_published, problems };
        let (body, links) = resolver.resolve(draft, lang, site);
        inside.extend(links);
        bodies[lang] = Some(body);
    }
    (bodies, inside)
}

/// The anchors that the page of a meeting has beside those of its text.
fn own_anchors(linked: &Linked<'_>) -> Vec<String> {
    let commitments = linked.commitments.iter().map(|it| format!("commitment-{}", it.name));
    let documents = linked.documents.iter().map(|it| format!("document-{}", it.name));
    let tracks = linked.commitments.iter().flat_map(LinkedCommitment::tracks);
    let tracks = tracks.map(|track| format!("track-{track}"));
    commitments.chain(documents).chain(tracks).collect()
}

fn link_page(
    note: &Note<'_, PageInput>,
    LinkContext { known, stamps, options }: LinkContext<'_>,
    terms: &TermLinks,
    site: &mut SiteFacts,
    unshown: &mut Unshown,
    problems: &mut Problems,
) {
    let front = &note.front;
    let title = front.full_text(&["title"], &Record::note(front.files()), problems, |it| it.title.as_ref());
    if title.is_empty() {
        problems.missing(front.at("title"), "title");
    }
    let record = Record::note(shown_files(front));
    let summary = front.optional_full_text(&["summary"], &record, problems, |it| it.summary.as_ref());
    let release = release(front, problems, |it| it.release.as_ref());
    let is_visible = release.is_visible(site.config.as_of, options.drafts);
    let mut bodies = PerLang::default();
    let versions = versions(front, known, problems, |it| it.version.as_ref());
    let mut inside = Vec::new();
    for (lang, side) in front.sides() {
        let Some(draft) = note.body(lang) else { continue };
        let mut resolver =
            Resolver { source: side.source, known, terms, own: &[], is_published: is_visible, problems };
        let (body, links) = resolver.resolve(draft, lang, site);
        bodies[lang] = Some(body);
        inside.extend(links);
    }
    let states = drift::states(note.bodies, stamps, problems);
    let aliases = aliases(front, problems, |it| it.aliases.as_ref());
    site.inside_links.extend(inside);
    let is_withdrawn = release == Release::Withdrawn;
    if is_withdrawn || !is_visible {
        let names = unshown.names(is_withdrawn);
        names.add_texts(std::iter::once(&title).chain(&summary), site);
        bodies.iter().flatten().for_each(|body| names.add_body(body, site));
        add_definitions(names, note, site);
        names.add_versions(&versions, site);
    }
    if !is_visible {
        return;
    }
    let page = match release {
        // Nothing is told of it but what it was called.
        Release::Withdrawn => Page { id: note.id.to_owned(), title, is_withdrawn: true, ..Page::default() },
        _ => Page { id: note.id.to_owned(), title, is_withdrawn: false, summary, versions, states, bodies },
    };
    let id = site.pages.push(note.id.to_owned(), page);
    site.add_aliases(aliases, AliasTarget::Page(id));
}

/// Resolves the references of one body.
struct Resolver<'r, 'p> {
    source: SourceId,
    known: &'r Known<'r>,
    terms: &'r TermLinks,
    own: &'r [String],
    is_published: bool,
    problems: &'p mut Problems,
}

impl Resolver<'_, '_> {
    fn resolve(&mut self, draft: &BodyDraft, lang: Lang, site: &SiteFacts) -> (Body, Vec<InsideLink>) {
        for (anchor, span) in draft.anchors.iter().filter(|(anchor, _)| self.own.contains(anchor)) {
            let message = say!("anchor-of-record", anchor);
            let spot = Spot::Bytes(self.source, span.clone());
            self.problems.push(Problem::new(Code::DuplicateId, spot, message));
        }
        let mut pieces = Vec::with_capacity(draft.pieces.len());
        // Where each piece of the draft begins among the pieces: one whose record is not there leaves none.
        let mut begins = Vec::with_capacity(draft.pieces.len() + 1);
        let mut inside = Vec::new();
        // For each open link, whether its target is there.
        let mut open = Vec::new();
        let mut uses = self.terms.first_uses(lang);
        for piece in &draft.pieces {
            begins.push(pieces.len());
            match piece {
                PieceDraft::Html(part) if open.is_empty() => uses.push(*part, &draft.html, &mut pieces),
                PieceDraft::Html(part) => pieces.push(Piece::Html(*part)),
                PieceDraft::Placeholder(Placeholder::Open(reference)) => {
                    let target = self.reference(reference, false, site);
                    open.push(target.is_some());
                    pieces.extend(target.map(Piece::Open));
                }
                PieceDraft::Placeholder(Placeholder::Title(reference)) => {
                    let target = self.reference(reference, true, site);
                    pieces.extend(target.map(Piece::Title));
                }
                PieceDraft::Placeholder(Placeholder::Link(address)) => {
                    open.push(true);
                    pieces.push(Piece::Open(self.link(address, draft, &mut inside)));
                }
                PieceDraft::Placeholder(Placeholder::Close) => {
                    if open.pop() == Some(true) {
                        pieces.push(Piece::Close);
                    }
                }
                PieceDraft::Placeholder(Placeholder::Picture(address)) => {
                    pieces.push(Piece::Picture(self.picture(address, site).into()));
                }
                PieceDraft::Placeholder(Placeholder::Redacted(what)) => {
                    pieces.push(Piece::Redacted(what.clone()));
                }
                PieceDraft::Placeholder(Placeholder::Table) => pieces.push(Piece::Table),
                PieceDraft::Placeholder(Placeholder::Heading(at)) => {
                    uses.is_in_heading = true;
                    pieces.push(Piece::Heading(*at));
                }
                PieceDraft::Placeholder(Placeholder::HeadingEnd(at)) => {
                    uses.is_in_heading = false;
                    pieces.push(Piece::HeadingEnd(*at));
                }
                PieceDraft::Placeholder(Placeholder::FootnoteMark(mark)) => {
                    pieces.push(Piece::FootnoteMark(*mark));
                }
                PieceDraft::Placeholder(Placeholder::Footnote(mark)) => pieces.push(Piece::Footnote(*mark)),
            }
        }
        begins.push(pieces.len());
        let units = draft.units.iter().map(|unit| {
            let pieces = begins[unit.pieces.start]..begins[unit.pieces.end];
            Unit { kind: unit.kind, pieces }
        });
        let units = units.collect();
        let begins = draft.units.iter().map(|unit| unit.span.start).collect();
        let headings = draft.headings.clone();
        (Body { html: draft.html.clone(), pieces, headings, units, begins }, inside)
    }

    fn reference(&mut self, reference: &Reference, is_titled: bool, site: &SiteFacts) -> Option<Target> {
        let source = self.source;
        let spot = || Spot::Bytes(source, reference.span.clone());
        let name = &reference.id;
        let problems = &mut *self.problems;
        match reference.kind {
            ReferenceKind::Track => {
                find(&site.tracks, name, RecordKind::TRACK, problems, spot).map(Target::Track)
            }
            ReferenceKind::Delegation => {
                find(&site.delegations, name, RecordKind::DELEGATION, problems, spot).map(Target::Delegation)
            }
            ReferenceKind::Organization => {
                find(&site.organizations, name, RecordKind::ORGANIZATION, problems, spot)
                    .map(Target::Organization)
            }
            ReferenceKind::Person => {
                find(&site.people, name, RecordKind::PERSON, problems, spot).map(Target::Person)
            }
            ReferenceKind::Event => {
                find(&site.events, name, RecordKind::EVENT, problems, spot).map(Target::Event)
            }
            ReferenceKind::Meeting => {
                let found = self.meeting(name, spot, site)?;
                self.shown(found, reference, Code::UnknownMeeting, is_titled).map(Target::Meeting)
            }
            ReferenceKind::Commitment => {
                let found = self.known.commitment(name, spot, problems)?;
                self.shown(found, reference, Code::UnknownCommitment, is_titled).map(Target::Commitment)
            }
            ReferenceKind::Document => {
                let found = self.known.document(name, spot, problems)?;
                self.shown(found, reference, Code::UnknownDocument, is_titled).map(Target::Document)
            }
        }
    }

    fn meeting(
        &mut self,
        name: &str,
        spot: impl FnOnce() -> Spot,
        site: &SiteFacts,
    ) -> Option<Resolved<Id<Meeting>>> {
        match site.meetings.find(name) {
            Some(id) => Some(Resolved::There(id)),
            None => self.known.lacking_meeting(name).or_else(|| {
                let known = self.known.meeting_names();
                self.problems.unknown(RecordKind::MEETING, name, spot(), known);
                None
            }),
        }
    }

    /// The record, if the site has it. What is not published has no name here: only a link with a text of its own
    /// can wait for it.
    fn shown<T>(
        &mut self,
        found: Resolved<T>,
        reference: &Reference,
        code: Code,
        is_titled: bool,
    ) -> Option<T> {
        match found {
            Resolved::There(target) => Some(target),
            Resolved::Broken => None,
            Resolved::Hidden => {
                if self.is_published && is_titled {
                    let spot = Spot::Bytes(self.source, reference.span.clone());
                    let problem = Problem::new(code, spot, say!("not-published", id = reference.id))
                        .help(say!("label-unpublished"));
                    self.problems.push(problem);
                }
                None
            }
        }
    }

    fn link(&mut self, link: &Address, draft: &BodyDraft, inside: &mut Vec<InsideLink>) -> Target {
        let spot = || Spot::Bytes(self.source, link.span.clone());
        if let Some(anchor) = link.address.strip_prefix('#') {
            let anchor = path::decoded(anchor);
            let is_known = anchor.is_empty() || draft.has_anchor(&anchor) || self.own.contains(&anchor);
            if !is_known {
                let known = draft.anchors.iter().map(|(name, _)| name.as_str());
                let message = say!("no-anchor", anchor);
                let near = self.problems.suggestions.near(&anchor, known);
                self.problems.push(Problem::new(Code::MissingAnchor, spot(), message).suggest(&anchor, near));
            }
            return Target::Anchor(anchor.into());
        }
        if let Some(written) = link.address.strip_prefix('/') {
            let (address, anchor) = path::ends_of(written);
            inside.push(InsideLink { spot: spot(), address, anchor });
            return Target::Inside(path::link(written).into());
        }
        let address = web_address(&link.address).unwrap_or_else(|_| path::sound(&link.address));
        Target::Outside(address.into())
    }

    /// The file that a picture shows; reported where there is none.
    fn picture(&mut self, picture: &Address, site: &SiteFacts) -> String {
        let address = path::decoded(path::from_root(&picture.address));
        if site.static_file(&address).is_none() {
            let message = say!("no-static-file", file = address);
            let spot = Spot::Bytes(self.source, picture.span.clone());
            self.problems.push(Problem::new(Code::UnsafeLink, spot, message));
        }
        address
    }
}
