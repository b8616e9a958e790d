//! Meetings that look like copies of one another.

use foldhash::{HashMap, HashMapExt};

use super::{note::Note, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::{Lang, Message, say},
    model::MeetingFacts,
    source::input::MeetingInput,
    yaml::{Problem, Spot},
};

/// A meeting with its files.
type WrittenMeeting<'a> = (&'a Note<'a, MeetingInput>, &'a MeetingFacts);

/// Reports each meeting that has the number, or the title and the date, of another one of its dialogue. A withdrawn meeting
/// makes way for another.
pub(super) fn report<'a>(meetings: impl Iterator<Item = WrittenMeeting<'a>>, problems: &mut Problems) {
    let mut numbers: HashMap<_, Vec<WrittenMeeting<'_>>> = HashMap::new();
    let mut titles: HashMap<_, WrittenMeeting<'_>> = HashMap::new();
    for (note, meeting) in meetings.filter(|(_, meeting)| !meeting.is_withdrawn()) {
        if let Some(number) = meeting.number {
            let before = numbers.entry((meeting.dialogue, number)).or_default();
            if let Some((first, _)) = before.iter().find(|(_, before)| are_counted_together(before, meeting))
            {
                let message = say!("number-taken", number);
                push(message, note.front.at("number"), first.front.at("number"), problems);
            }
            before.push((note, meeting));
        }
        let reported = Lang::ALL.into_iter().find_map(|lang| {
            let title = meeting.title.get(lang)?;
            let (first, _) =
                *titles.entry((meeting.dialogue, meeting.date, title)).or_insert((note, meeting));
            let place = |note: &Note<'_, MeetingInput>| {
                note.front.sides[lang].as_ref().map(|side| side.at(["title".into()]))
            };
            (first.id != note.id).then(|| place(note).zip(place(first)))?
        });
        if let Some((here, first)) = reported {
            let message = say!("same-title-and-date");
            push(message, here, first, problems);
        }
    }
}

/// Whether two meetings of a dialogue share one count: those of two levels may each have their own.
fn are_counted_together(one: &MeetingFacts, other: &MeetingFacts) -> bool {
    one.level.is_none() || other.level.is_none() || one.level == other.level
}

fn push(message: Message, here: Spot, first: Spot, problems: &mut Problems) {
    let problem = Problem::new(Code::DoubtfulFact, here, message).related(first, say!("other-one"));
    problems.push(problem.help(say!("correct-copy")));
}
