//! The texts of a record that are translated, one by one, with what the translation says now.

use std::ops::Range;

use super::inline::{Inline, Markup, inlines};
use crate::{
    diagnostic::Sources,
    lang::{Lang, PerLang},
    model::{Alignment, Part, UnitKind},
    plan::{commitment_anchor, commitment_title_anchor},
    source::{
        BodyDraft, Front, NoteDraft, NoteKind, Stamps,
        input::{CommitmentInput, MeetingInput},
    },
};

/// How a translation stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitState {
    /// There is none.
    New,
    /// It was made from an earlier text.
    Outdated,
    /// It is current, or nothing says what it was made from.
    Translated,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitPlace {
    /// Under this key of the front matter.
    Note(&'static str),
    /// Under this key of a commitment.
    Commitment(String, &'static str),
    /// In the body.
    Body {
        /// Its bytes in the file of the source.
        source: Range<usize>,
        /// Its bytes in the file of the translation; nothing where that has no body.
        target: Option<Range<usize>>,
    },
}

/// A text that is translated.
#[derive(Clone, Debug)]
pub struct TextUnit {
    /// Its name in its record, which lasts.
    pub id: String,
    /// Where it stands.
    pub place: UnitPlace,
    /// How it is written.
    pub markup: Markup,
    /// The source.
    pub source: Vec<Inline>,
    /// The translation.
    pub target: Option<Vec<Inline>>,
    /// How it stands to the source.
    pub state: UnitState,
}

/// A record that is translated.
pub struct TranslationRecord<'a> {
    /// The note that is translated.
    pub source: &'a NoteDraft,
    /// The translation.
    pub target: &'a NoteDraft,
    /// Its texts.
    pub units: Vec<TextUnit>,
    /// How many blocks have no counterpart.
    pub unpaired: usize,
}

impl TranslationRecord<'_> {
    /// The path of its source from the root.
    #[must_use]
    pub fn original(&self) -> String {
        original(self.source)
    }
}

/// The path of a note from the root.
#[must_use]
pub fn original(note: &NoteDraft) -> String {
    let folder = match note.kind() {
        NoteKind::Meeting => "meetings",
        NoteKind::Page => "pages",
    };
    format!("content/{folder}/{}.{}.md", note.id, note.lang.code())
}

/// The record of two notes, if the one is or may be a translation of the other.
#[must_use]
pub fn record<'a>(
    source: &'a NoteDraft,
    target: &'a NoteDraft,
    stamps: &Stamps,
    sources: &Sources,
) -> TranslationRecord<'a> {
    let changed = changed(source, target, stamps);
    let mut units = front_units(source, target, &changed);
    let unpaired = body_units(source, target, &changed, sources, &mut units);
    TranslationRecord { source, target, units, unpaired }
}

/// What is outdated in a translation.
enum Changed {
    Nothing,
    Everything,
    Parts(Vec<Part>),
}

impl Changed {
    fn state(&self, part: &Part, has_target: bool) -> UnitState {
        match self {
            _ if !has_target => UnitState::New,
            Self::Everything => UnitState::Outdated,
            Self::Parts(parts) if parts.contains(part) => UnitState::Outdated,
            Self::Nothing | Self::Parts(_) => UnitState::Translated,
        }
    }
}

fn changed(source: &NoteDraft, target: &NoteDraft, stamps: &Stamps) -> Changed {
    let Some(stamp) = target.version().and_then(|version| version.translated_from.as_ref()) else {
        return Changed::Nothing;
    };
    if stamp.eq_ignore_ascii_case(&source.translatable()) {
        return Changed::Nothing;
    }
    let earlier = stamps.parts(&target.name(), stamp);
    let parts = earlier.map(|earlier| source.fingerprint().changed_since(earlier)).unwrap_or_default();
    if parts.is_empty() { Changed::Everything } else { Changed::Parts(parts) }
}

fn front_units(source: &NoteDraft, target: &NoteDraft, changed: &Changed) -> Vec<TextUnit> {
    let mut units = Vec::new();
    let mut push = |id: String, place, part: &Part, texts: [Option<&String>; 2]| {
        let [source, target] = texts.map(|text| text.map(|text| text.trim()).filter(|text| !text.is_empty()));
        let Some(source) = source.map(|text| inlines(text, Markup::Ruby)) else { return };
        let target = target.map(|text| inlines(text, Markup::Ruby));
        let state = changed.state(part, target.is_some());
        units.push(TextUnit { id, place, markup: Markup::Ruby, source, target, state });
    };
    let fronts = [source, target].map(|note| &note.front);
    push("_title".into(), UnitPlace::Note("title"), &Part::Title, fronts.map(|it| texts(it)[0]));
    push("_summary".into(), UnitPlace::Note("summary"), &Part::Summary, fronts.map(|it| texts(it)[1]));
    // The place is no part of what is stamped: it is new or there.
    push(
        "_place".into(),
        UnitPlace::Note("place"),
        &Part::Section("_place".into()),
        fronts.map(|it| texts(it)[2]),
    );
    for commitment in commitments(fronts[0]) {
        let Some(id) = &commitment.id else { continue };
        let other = commitments(fronts[1]).find(|it| it.id.as_ref() == Some(id));
        let part = Part::Commitment(id.clone());
        let mut text = |anchor: String, key, get: fn(&CommitmentInput) -> Option<&String>| {
            let place = UnitPlace::Commitment(id.clone(), key);
            push(anchor, place, &part, [get(commitment), other.and_then(get)]);
        };
        text(commitment_title_anchor(id), "title", |it| it.title.as_ref());
        // A source may have its verb in one language alone.
        if other.is_some_and(|it| it.verb.is_some()) {
            text(format!("{}.verb", commitment_anchor(id)), "verb", |it| it.verb.as_ref());
        }
        text(commitment_anchor(id), "text", |it| it.text.as_ref());
    }
    units
}

fn texts(front: &Front) -> [Option<&String>; 3] {
    match front {
        Front::Meeting(it) => [it.title.as_ref(), it.summary.as_ref(), it.place.as_ref()],
        Front::Page(it) => [it.title.as_ref(), it.summary.as_ref(), None],
    }
}

fn commitments(front: &Front) -> impl Iterator<Item = &CommitmentInput> {
    let meeting: Option<&MeetingInput> = match front {
        Front::Meeting(meeting) => Some(meeting),
        Front::Page(_) => None,
    };
    meeting.and_then(|meeting| meeting.commitments.as_ref()).into_iter().flatten().flatten()
}

/// Adds the blocks of the bodies, pair by pair; how many have no counterpart.
fn body_units(
    source: &NoteDraft,
    target: &NoteDraft,
    changed: &Changed,
    sources: &Sources,
    units: &mut Vec<TextUnit>,
) -> usize {
    let is_missing = target.body.is_missing();
    let sides = [source, if is_missing { source } else { target }];
    let bodies = sides.map(|note| (&note.body, sources.file(note.source).text.as_ref()));
    let shapes = bodies.map(|(body, _)| body.shapes());
    // The rows are those of the parallel page, in the order of languages.
    let by_lang = PerLang::of(|lang| usize::from(lang != source.lang));
    let alignment = Alignment::of(by_lang.map(|side| shapes[side].as_slice()));
    let mut section = Part::Section(String::new());
    for (row, at) in alignment.pairs() {
        let [at, other] = [source.lang, source.lang.other()].map(|lang| at[lang]);
        let Some(unit) = bodies[0].0.units.get(at) else { continue };
        if let UnitKind::Heading(heading) = unit.kind
            && let Some(heading) = bodies[0].0.headings.get(heading)
        {
            section = Part::Section(heading.id.as_ref().into());
        }
        let markup = if unit.kind == UnitKind::Table { Markup::Table } else { Markup::Markdown };
        let spans = [(bodies[0], at), (bodies[1], other)].map(|((body, text), at)| words(body, text, at));
        let [Some(from), Some(to)] = spans else { continue };
        let text = |(_, text): (_, &str), span: &Range<usize>| {
            inlines(text.get(span.clone()).unwrap_or_default(), markup)
        };
        let source: Vec<_> = text(bodies[0], &from);
        let has_words = source.iter().any(|it| matches!(it, Inline::Text(text) if !text.trim().is_empty()));
        if unit.kind == UnitKind::Code || !has_words {
            continue;
        }
        let target = (!is_missing).then(|| text(bodies[1], &to));
        let state = changed.state(&section, target.is_some());
        let place = UnitPlace::Body { source: from, target: (!is_missing).then_some(to) };
        units.push(TextUnit { id: row.anchor.as_str().into(), place, markup, source, target, state });
    }
    alignment.unpaired().map(|row| row.units[source.lang].len().max(1)).sum()
}

/// Where the words of a unit stand in its file: without the mark that begins the block, and what ends it.
#[must_use]
pub(super) fn words(body: &BodyDraft, text: &str, at: usize) -> Option<Range<usize>> {
    let unit = body.units.get(at)?;
    let next = body.units.get(at + 1).map_or(text.len(), |next| next.span.start);
    let end = unit.span.end.min(next.max(unit.span.start));
    let written = text.get(unit.span.start..end)?.trim_end();
    let start = written.len() - without_mark(written, unit.kind).len();
    let mut end = written.len();
    if matches!(unit.kind, UnitKind::Heading(_)) {
        end = written.find('\n').unwrap_or(end);
        let line = written.get(..end)?.trim_end();
        let id = line.rfind("{#").filter(|_| line.ends_with('}'));
        end = line.get(..id.unwrap_or(line.len()))?.trim_end().len();
    }
    (start <= end).then(|| unit.span.start + start..unit.span.start + end)
}

fn without_mark(written: &str, kind: UnitKind) -> &str {
    let rest = match kind {
        UnitKind::Heading(_) => written.trim_start_matches('#'),
        UnitKind::Item(Some(_)) => {
            written.trim_start_matches(|c: char| c.is_ascii_digit()).get(1..).unwrap_or_default()
        }
        UnitKind::Item(None) | UnitKind::Definition | UnitKind::Quotation => {
            written.get(1..).unwrap_or_default()
        }
        UnitKind::Footnote => written.split_once("]:").map_or(written, |(_, rest)| rest),
        _ => written,
    };
    rest.trim_start()
}

/// The language that a record is translated into, if it is.
#[must_use]
pub fn target_lang(notes: PerLang<&NoteDraft>, wanted: Option<Lang>, usual: Lang) -> Option<Lang> {
    let is_source = |lang: Lang| {
        let (own, other) = (notes[lang], notes[lang.other()]);
        own.is_source_of(other) || own.is_authentic() || own.is_summary()
    };
    // A summary says the same as the other text only where that is a translation of it.
    let fit =
        |lang: Lang| !is_source(lang) && (!notes[lang.other()].is_summary() || notes[lang].is_translation());
    if let Some(lang) = wanted {
        return Some(lang).filter(|lang| fit(*lang));
    }
    let translated = Lang::ALL.into_iter().find(|lang| notes[lang.other()].is_source_of(notes[*lang]));
    [translated, Some(usual), Some(usual.other())].into_iter().flatten().find(|lang| fit(*lang))
}
