//! The glossary against the texts: forms to avoid, terms that one language of a pair lacks, and who uses which term.

mod first_uses;
mod glossary;

use rayon::prelude::*;
use std::collections::BTreeSet;

use super::{drift, facts::SiteFacts, linked::Linked, problems::Problems, registry_file::File};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::{Date, Lang, PerLang, ruby, say},
    model::{Alignment, Commitment, TermUse, Text, plain_text},
    source::{
        BodyDraft, NoteDraft, PieceDraft, Placeholder, Reference, ReferenceKind, RegistryDraft, UnitDraft,
        input::{EventInput, TextInput},
    },
    yaml::{Problem, Spot},
};
pub(super) use first_uses::TermLinks;
use glossary::{Form, Glossary};

/// A text in one or both languages, with its places.
struct Passage {
    texts: PerLang<Option<(String, Spot)>>,
    /// The titles of the records that a text refers to without words of its own.
    titles: PerLang<String>,
    /// Whether the two say the same, so that a term of the one belongs into the other.
    is_pair: bool,
    /// The language that the other's text was made from, if it was: a translation may use a term where its ground has
    /// other words.
    source_lang: Option<Lang>,
    commitment: Option<Id<Commitment>>,
}

/// Checks the texts of all meetings and events against the glossary. For each term, the meetings and commitments that use it.
pub(super) fn link(
    linked: &[Linked<'_>],
    alignments: &[Option<Alignment>],
    draft: &RegistryDraft,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Vec<Vec<TermUse>> {
    let mut term_uses = vec![Vec::new(); site.terms.len()];
    if site.terms.is_empty() {
        return term_uses;
    }
    let glossary = Glossary::new(&site.terms);
    let read = linked.par_iter().zip(alignments).map(|(linked, alignment)| {
        let mut found = Vec::new();
        let mut uses = BTreeSet::new();
        for passage in passages(linked, alignment.as_ref(), site) {
            let forms = forms(&passage, &glossary);
            uses.extend(forms.iter().flatten().map(|form| (form.term, passage.commitment)));
            check(&passage, &forms, &glossary, &mut found);
        }
        (found, uses)
    });
    let read: Vec<_> = read.collect();
    for (id, event) in &draft.events.1 {
        for passage in of_event(File(draft.events.0), id, event.as_ref()) {
            check(&passage, &forms(&passage, &glossary), &glossary, &mut problems.found);
        }
    }
    for (linked, (found, uses)) in linked.iter().zip(read) {
        problems.found.extend(found);
        let Some(meeting) = linked.meeting.filter(|id| !site.meetings[*id].facts.is_withdrawn()) else {
            continue;
        };
        for (term, commitment) in uses {
            let used = commitment.map_or(TermUse::Meeting(meeting), TermUse::Commitment);
            term_uses[term].push(used);
        }
    }
    term_uses
}

/// Every text of a meeting: title, summary, commitments, and the units of its notes.
fn passages(linked: &Linked<'_>, alignment: Option<&Alignment>, site: &SiteFacts) -> Vec<Passage> {
    let sides = &linked.note.front.sides;
    let is_pair = linked.is_aligned;
    let source_lang = drift::source_lang(linked.note.bodies);
    let of_front = |key: &str| {
        let texts = sides.each_ref().map(|file| {
            let file = file.as_ref()?;
            let text = if key == "title" { &file.value.title } else { &file.value.summary };
            Some((ruby::plain(text.as_ref()?), file.at([key.into()])))
        });
        Passage { texts, titles: PerLang::default(), is_pair, source_lang, commitment: None }
    };
    let commitments = linked.commitments.iter().flat_map(|commitment| {
        ["title", "text"].map(|key| {
            let texts = commitment.pair.sides.each_ref().map(|file| {
                let file = file.as_ref()?;
                let text = if key == "title" { &file.value.title } else { &file.value.text };
                Some((ruby::plain(text.as_ref()?), file.at([key.into()])))
            });
            Passage { texts, titles: PerLang::default(), is_pair, source_lang, commitment: commitment.id }
        })
    });
    let front = [of_front("title"), of_front("summary")].into_iter().chain(commitments);
    front.chain(of_notes(linked, alignment, site)).collect()
}

/// Every text of an event that is in both languages. One that stands for both has no term of the other in it.
fn of_event(file: File, id: &str, event: Option<&EventInput>) -> Vec<Passage> {
    let Some(event) = event else { return Vec::new() };
    let texts = [("title", &event.title), ("place", &event.place), ("summary", &event.summary)];
    let passages = texts.into_iter().filter_map(|(key, text)| {
        let Some(TextInput::Each(each)) = text else { return None };
        let texts = PerLang::of(|lang| {
            let spot = file.at([id, key, lang.code()].map(Into::into));
            Some((ruby::plain(each.get(lang)?), spot))
        });
        let titles = PerLang::default();
        Some(Passage { texts, titles, is_pair: true, source_lang: None, commitment: None })
    });
    passages.collect()
}

/// The units of the notes: in pairs, or each by itself.
fn of_notes(linked: &Linked<'_>, alignment: Option<&Alignment>, site: &SiteFacts) -> Vec<Passage> {
    let notes = linked.note.bodies;
    let source_lang = drift::source_lang(linked.note.bodies);
    let text = |lang: Lang, at: usize| {
        let note = notes[lang]?;
        let unit = note.body.units.get(at)?;
        Some((text_of(&note.body, unit), Spot::Bytes(note.source, unit.span.clone())))
    };
    let alone = |lang: Lang, at: usize| {
        let mut texts = PerLang::default();
        texts[lang] = text(lang, at);
        Passage { texts, titles: PerLang::default(), is_pair: false, source_lang, commitment: None }
    };
    let day = linked.meeting.map(|id| site.meetings[id].facts.date.first_day());
    let Some(alignment) = alignment else {
        let units = |lang: Lang| 0..notes[lang].map_or(0, |note| note.body.units.len());
        return Lang::ALL.into_iter().flat_map(|lang| units(lang).map(move |at| alone(lang, at))).collect();
    };
    let mut passages = Vec::new();
    for row in &alignment.rows {
        if row.is_pair {
            let texts = PerLang::of(|lang| text(lang, row.units[lang].start));
            let titles = PerLang::of(|lang| titles(notes[lang], row.units[lang].start, site, day));
            passages.push(Passage {
                texts,
                titles,
                is_pair: alignment.is_aligned,
                source_lang,
                commitment: None,
            });
        } else {
            for lang in Lang::ALL {
                passages.extend(row.units[lang].clone().map(|at| alone(lang, at)));
            }
        }
    }
    passages
}

/// The text of a unit; what references show in their own words is no part of it.
fn text_of(body: &BodyDraft, unit: &UnitDraft) -> String {
    let pieces = body.pieces.get(unit.pieces.clone()).unwrap_or_default().iter();
    let html = pieces.filter_map(|piece| match piece {
        PieceDraft::Html(part) => Some(part.of(&body.html)),
        PieceDraft::Placeholder(_) => None,
    });
    plain_text(&html.collect::<String>())
}

/// The titles that a unit shows in the places of references: of organizations, the names on a day.
fn titles(note: Option<&NoteDraft>, unit: usize, site: &SiteFacts, day: Option<Date>) -> String {
    let Some((note, unit)) = note.and_then(|note| Some((note, note.body.units.get(unit)?))) else {
        return String::new();
    };
    let pieces = note.body.pieces.get(unit.pieces.clone()).unwrap_or_default().iter();
    let titles = pieces.filter_map(|piece| match piece {
        PieceDraft::Placeholder(Placeholder::Title(reference)) => title(reference, site, day)?.get(note.lang),
        _ => None,
    });
    titles.map(ruby::plain).collect::<Vec<_>>().join("\n")
}

fn title<'s>(reference: &Reference, site: &'s SiteFacts, day: Option<Date>) -> Option<&'s Text> {
    let id = reference.id.as_str();
    Some(match reference.kind {
        ReferenceKind::Meeting => &site.meetings[site.meetings.find(id)?].facts.title,
        ReferenceKind::Commitment => site.commitments[site.commitments.find(id)?].facts.name(),
        ReferenceKind::Track => &site.tracks[site.tracks.find(id)?].title,
        ReferenceKind::Delegation => &site.delegations[site.delegations.find(id)?].name,
        ReferenceKind::Organization => site.organizations[site.organizations.find(id)?].name_at(day),
        ReferenceKind::Person => &site.people[site.people.find(id)?].name,
        ReferenceKind::Event => &site.events[site.events.find(id)?].title,
        ReferenceKind::Document => &site.documents[site.documents.find(id)?].title,
    })
}

fn forms(passage: &Passage, glossary: &Glossary<'_>) -> PerLang<Vec<Form>> {
    PerLang::of(|lang| match &passage.texts[lang] {
        Some((text, _)) => glossary.forms_in(text, lang),
        None => Vec::new(),
    })
}

fn check(passage: &Passage, forms: &PerLang<Vec<Form>>, glossary: &Glossary<'_>, found: &mut Vec<Problem>) {
    let Some(texts) = passage.texts.as_refs().both().filter(|_| passage.is_pair) else { return };
    for lang in Lang::ALL {
        let (_, spot) = texts[lang];
        let other = lang.other();
        for form in &forms[lang] {
            let Some(written) = glossary.written(*form, lang) else { continue };
            let within = Spot::Within(Box::new(spot.clone()), written.to_owned());
            if form.avoided.is_some() {
                found.push(avoided(*form, written, within, lang, glossary));
                continue;
            }
            let (other_text, other_spot) = texts[other];
            let is_reported = forms[other].iter().any(|known| known.term == form.term);
            let is_asked = passage.source_lang.is_none_or(|source_lang| source_lang == lang);
            let titles = &passage.titles[other];
            let has_term = |text: &str| glossary.has_term(form.term, text, other);
            if is_asked && !is_reported && !has_term(other_text) && !has_term(titles) {
                found.push(missing(*form, written, within, other, other_spot, glossary));
            }
        }
    }
}

fn avoided(form: Form, written: &str, spot: Spot, lang: Lang, glossary: &Glossary<'_>) -> Problem {
    let problem = Problem::new(Code::AvoidedTerm, spot, say!("avoided-form", written));
    match glossary.preferred(form.term, lang) {
        Some(preferred) => problem.help(say!("write", what = preferred)),
        None => problem,
    }
}

fn missing(
    form: Form,
    written: &str,
    there: Spot,
    lang: Lang,
    spot: &Spot,
    glossary: &Glossary<'_>,
) -> Problem {
    let preferred = glossary.preferred(form.term, lang).unwrap_or_default();
    let message = say!("term-missing", preferred, written);
    let place = Spot::Within(Box::new(spot.clone()), String::new());
    Problem::new(Code::MissingTerm, place, message)
        .related(there, say!("term-there"))
        .help(say!("write-term"))
}
