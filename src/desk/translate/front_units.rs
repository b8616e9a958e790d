//! The texts of the front matter: those of the record itself, of who took part, of its commitments and documents.

use super::{
    inline::{Markup, inlines},
    outdated::Changed,
    text_unit::{TextStep, TextUnit, UnitPlace},
};
use crate::{
    lang::Lang,
    model::Part,
    plan::{commitment_anchor, commitment_title_anchor},
    source::{
        Front, NoteDraft,
        input::{
            AssessmentInput, CommitmentInput, CorrectionInput, DueInput, HeadInput, MeetingInput,
            ParticipationInput, SignatoryInput, TextInput,
        },
    },
};

/// The texts of the front matter that the source has.
#[must_use]
pub(super) fn front_units(source: &NoteDraft, target: &NoteDraft, changed: &Changed) -> Vec<TextUnit> {
    let mut units = FrontUnits { changed, units: Vec::new() };
    let part = |name: &str| Part::Section(name.into());
    match (&source.front, &target.front) {
        (Front::Meeting(from), Front::Meeting(to)) => {
            let meetings = [from.as_ref(), to.as_ref()];
            units.note("title", &Part::Title, meetings.map(|it| it.title.as_ref()));
            units.note("summary", &Part::Summary, meetings.map(|it| it.summary.as_ref()));
            // The place is no part of what is stamped: it is new or there. So are the other texts without a part.
            units.note("place", &part("_place"), meetings.map(|it| it.place.as_ref()));
            units.offices(meetings);
            units.commitments(meetings, source.lang.other());
            units.signatories(meetings);
            units.corrections(meetings);
        }
        (Front::Page(from), Front::Page(to)) => {
            let pages = [from.as_ref(), to.as_ref()];
            units.note("title", &Part::Title, pages.map(|it| it.title.as_ref()));
            units.note("summary", &Part::Summary, pages.map(|it| it.summary.as_ref()));
        }
        _ => {}
    }
    units.units
}

/// Texts of the front matter, as far as they are found.
struct FrontUnits<'c> {
    changed: &'c Changed,
    units: Vec<TextUnit>,
}

impl FrontUnits<'_> {
    /// Adds a text that the source has.
    fn push(&mut self, id: String, place: UnitPlace, part: &Part, texts: [Option<&String>; 2]) {
        let [source, target] = texts.map(|text| text.map(|text| text.trim()).filter(|text| !text.is_empty()));
        let Some(source) = source.map(|text| inlines(text, Markup::Ruby)) else { return };
        let target = target.map(|text| inlines(text, Markup::Ruby));
        let state = self.changed.state(part, target.is_some());
        self.units.push(TextUnit { id, place, markup: Markup::Ruby, source, target, state });
    }

    /// Adds a text of no part that is stamped.
    fn push_unstamped(&mut self, id: String, place: UnitPlace, texts: [Option<&String>; 2]) {
        let part = Part::Section(id.as_str().into());
        self.push(id, place, &part, texts);
    }

    /// A text of the record itself.
    fn note(&mut self, key: &str, part: &Part, texts: [Option<&String>; 2]) {
        self.push(format!("_{key}"), UnitPlace::Front(vec![key_step(key)]), part, texts);
    }

    fn offices(&mut self, [from, to]: [&MeetingInput; 2]) {
        for (name, participation) in from.delegations.iter().flatten() {
            let there = to.delegations.as_ref().and_then(|it| it.get(name)?.as_ref());
            let [own, there] = [participation.as_ref(), there].map(|it| {
                given(it.and_then(|it: &ParticipationInput| it.heads.as_ref())).collect::<Vec<&HeadInput>>()
            });
            let people: Vec<_> = own.iter().filter_map(|head| head.person.clone()).collect();
            for (at, head) in own.iter().enumerate() {
                let Some(person) = &head.person else { continue };
                let other = there.iter().find(|it| it.person.as_ref() == Some(person));
                let way = vec![
                    key_step("delegations"),
                    key_step(name),
                    TextStep::Head(at, people.clone()),
                    key_step("as"),
                ];
                let texts = [head.office.as_ref(), other.and_then(|it| it.office.as_ref())];
                self.push_unstamped(format!("_as.{name}.{person}"), UnitPlace::Front(way), texts);
            }
        }
    }

    fn commitments(&mut self, [from, to]: [&MeetingInput; 2], lang: Lang) {
        for commitment in given(from.commitments.as_ref()) {
            let Some(id) = &commitment.id else { continue };
            let other = given(to.commitments.as_ref()).find(|it| it.id.as_ref() == Some(id));
            let part = Part::Commitment(id.clone());
            let place = |key: &str| {
                UnitPlace::Front(vec![TextStep::Record("commitments", id.clone()), key_step(key)])
            };
            let texts = |get: fn(&CommitmentInput) -> Option<&String>| [get(commitment), other.and_then(get)];
            self.push(commitment_title_anchor(id), place("title"), &part, texts(|it| it.title.as_ref()));
            // A source may have its verb in one language alone.
            if other.is_some_and(|it| it.verb.is_some()) {
                let name = format!("{}.verb", commitment_anchor(id));
                self.push(name, place("verb"), &part, texts(|it| it.verb.as_ref()));
            }
            self.push(commitment_anchor(id), place("text"), &part, texts(|it| it.text.as_ref()));
            self.details(id, [Some(commitment), other], lang);
        }
    }

    /// The words of its due day, its forums and the notes of its assessments.
    fn details(&mut self, id: &str, sides: [Option<&CommitmentInput>; 2], lang: Lang) {
        let anchor = commitment_anchor(id);
        let record = || TextStep::Record("commitments", id.to_owned());
        let due = sides.map(|side| match side?.due.as_ref()? {
            DueInput::Words(words) => words.text.as_ref(),
            DueInput::Day(_) => None,
        });
        let way = vec![record(), TextStep::Map("due", "by"), key_step("text")];
        self.push_unstamped(format!("{anchor}.due"), UnitPlace::Front(way), due);
        // Both languages of a forum stand beside each other, in either file or, the same, in both.
        let forums = sides.into_iter().flatten().find_map(|side| side.forums.as_ref());
        for (at, forum) in forums.into_iter().flatten().enumerate() {
            let Some(TextInput::Each(each)) = forum else { continue };
            let [en, ja] = [each.en.as_ref(), each.ja.as_ref()];
            let texts = if lang == Lang::Ja { [en, ja] } else { [ja, en] };
            let way = vec![record(), TextStep::Item("forums", at), TextStep::lang(lang)];
            self.push_unstamped(format!("{anchor}.forum-{}", at + 1), UnitPlace::Shared(way), texts);
        }
        let notes = sides.map(|side| side.and_then(|side| side.assessments.as_ref()));
        for (at, texts) in by_place(notes, |it: &AssessmentInput| it.note.as_ref()) {
            let way = vec![record(), TextStep::Item("assessments", at), key_step("note")];
            self.push_unstamped(format!("{anchor}.assessment-{}", at + 1), UnitPlace::Front(way), texts);
        }
    }

    /// The offices of those who signed documents, and their names if no record of the registries has them.
    fn signatories(&mut self, [from, to]: [&MeetingInput; 2]) {
        for document in given(from.documents.as_ref()) {
            let Some(id) = &document.id else { continue };
            let other = given(to.documents.as_ref()).find(|it| it.id.as_ref() == Some(id));
            let lists = [Some(document), other].map(|it| it.and_then(|it| it.signatories.as_ref()));
            let mut texts = |key: &str, get: fn(&SignatoryInput) -> Option<&String>| {
                for (at, texts) in by_place(lists, get) {
                    let way = vec![
                        TextStep::Record("documents", id.clone()),
                        TextStep::Item("signatories", at),
                        key_step(key),
                    ];
                    let name = format!("_document.{id}.signatory-{}.{key}", at + 1);
                    self.push_unstamped(name, UnitPlace::Front(way), texts);
                }
            };
            texts("name", |it| it.name.as_ref());
            texts("as", |it| it.office.as_ref());
        }
    }

    fn corrections(&mut self, meetings: [&MeetingInput; 2]) {
        let lists = meetings.map(|it| it.corrections.as_ref());
        for (at, texts) in by_place(lists, |it: &CorrectionInput| it.note.as_ref()) {
            let way = vec![TextStep::Item("corrections", at), key_step("note")];
            self.push_unstamped(format!("_correction-{}", at + 1), UnitPlace::Front(way), texts);
        }
    }
}

fn key_step(key: &str) -> TextStep {
    TextStep::Key(key.to_owned())
}

fn given<T>(list: Option<&Vec<Option<T>>>) -> impl Iterator<Item = &T> {
    list.into_iter().flatten().flatten()
}

/// A text of each item of a list that the source has, with that of the translation in the same place.
fn by_place<'a, T>(
    [from, to]: [Option<&'a Vec<Option<T>>>; 2],
    get: fn(&T) -> Option<&String>,
) -> Vec<(usize, [Option<&'a String>; 2])> {
    let text = |list: Option<&'a Vec<Option<T>>>, at: usize| list?.get(at)?.as_ref().and_then(get);
    let length = from.map(Vec::len).unwrap_or_default();
    (0..length).map(|at| (at, [text(from, at), text(to, at)])).collect()
}
