//! The records that a statement may hold: each sentence or item under an operative verb.

use std::collections::BTreeSet;

use super::{
    actors::{Carriers, carriers, is_actor},
    document::{StatementBlock, StatementText},
    found_dates::{FoundDate, found_dates},
    inline::with_marks,
    names::KnownNames,
    operative::{OperativeVerb, operative_verb},
    sentences::sentences,
    short_name::{new_id, short_name},
    tracks::{TrackChoice, Tracks},
    verbs::VerbTable,
};
use crate::{
    lang::{Date, Lang, Message, say},
    model::Kind,
};

/// What proposals are made by.
#[derive(Debug)]
pub(super) struct ProposalContext<'a> {
    /// The verbs.
    pub(super) verbs: &'a VerbTable,
    /// The names of records.
    pub(super) names: &'a KnownNames,
    /// The tracks.
    pub(super) tracks: &'a Tracks,
    /// The parties of the dialogue.
    pub(super) parties: &'a [String],
    /// The last day of the meeting, if it is known.
    pub(super) day: Option<Date>,
}

/// A record that a statement may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    /// Its id.
    pub(super) id: String,
    /// Its short name.
    pub(super) title: String,
    /// What it is.
    pub(super) kind: Kind,
    /// The verb as written.
    pub(super) verb: String,
    /// The sentence, or the words before a list with the item.
    pub(super) text: String,
    /// Its track.
    pub(super) track: TrackChoice,
    /// Who carries it.
    pub(super) carriers: Carriers,
    /// By when.
    pub(super) due: Option<FoundDate>,
    /// What the kind goes by.
    pub(super) reason: Message,
    /// Where it stands.
    pub(super) origin: Origin,
}

/// Where a proposal stands in its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// Which block.
    pub(super) block: usize,
    /// Which sentence of the block; of an item under a verb before the list, none.
    pub(super) sentence: Option<usize>,
}

/// The sentence before a list, and its verb.
#[derive(Clone)]
struct Lead {
    sentence: String,
    verb: Option<OperativeVerb>,
    /// Whether it refers to what stands below 記.
    is_record: bool,
    /// How deep the item is that it stands in, if it does.
    depth: Option<usize>,
}

/// The records that a statement may hold, in order.
pub(super) fn proposals(document: &StatementText, reading: &ProposalContext<'_>) -> Vec<Proposal> {
    let mut search =
        Search { document, reading, heading: None, lead: None, ids: BTreeSet::new(), found: Vec::new() };
    for at in 0..document.blocks.len() {
        search.block(at);
    }
    search.found
}

struct Search<'a> {
    document: &'a StatementText,
    reading: &'a ProposalContext<'a>,
    heading: Option<String>,
    lead: Option<Lead>,
    ids: BTreeSet<String>,
    found: Vec<Proposal>,
}

impl Search<'_> {
    fn block(&mut self, at: usize) {
        let document = self.document;
        match &document.blocks[at] {
            StatementBlock::Heading { text, .. } => {
                self.heading = Some(text.clone());
                self.lead = self.lead.take().filter(|lead| lead.is_record);
            }
            // 記 parts what is set down from the words before it.
            StatementBlock::Paragraph(text) if text == "記" => {}
            StatementBlock::Paragraph(text) => self.paragraph(at, text),
            StatementBlock::Item { text, depth, .. } => self.item(at, text, *depth),
            StatementBlock::Table(_) | StatementBlock::Footnote { .. } => {}
        }
    }

    fn paragraph(&mut self, at: usize, text: &str) {
        let sentences = sentences(text, self.document.lang);
        let next = self.document.blocks.get(at + 1);
        let is_record = matches!(next, Some(StatementBlock::Paragraph(text)) if text == "記");
        let has_list = is_record || matches!(next, Some(StatementBlock::Item { .. }));
        self.lead = None;
        // What stands behind a list closes the whole.
        let before = at.checked_sub(1).and_then(|at| self.document.blocks.get(at));
        if matches!(before, Some(StatementBlock::Item { .. })) && !has_list {
            self.heading = None;
        }
        let list = has_list.then_some(Lead { sentence: String::new(), verb: None, is_record, depth: None });
        self.sentences(at, &sentences, list.as_ref());
    }

    /// The sentences of a paragraph, or of an item with a list of its own; the last may lead to that list.
    fn sentences(&mut self, at: usize, sentences: &[&str], list: Option<&Lead>) {
        for (place, sentence) in sentences.iter().enumerate() {
            let is_last = place + 1 == sentences.len();
            let verb = self.verb(sentence);
            match (list, verb) {
                (Some(list), verb) if is_last && leads(sentence, self.document.lang) => {
                    self.lead = Some(Lead { sentence: (*sentence).to_owned(), verb, ..list.clone() });
                }
                (_, Some(verb)) => {
                    self.sentence(sentence, &verb, Origin { block: at, sentence: Some(place) });
                }
                (_, None) => {}
            }
        }
    }

    fn item(&mut self, at: usize, text: &str, depth: usize) {
        let sentences = sentences(text, self.document.lang);
        self.lead = self.lead.take().filter(|lead| lead.depth.is_none_or(|outer| outer < depth));
        let next = self.document.blocks.get(at + 1);
        if matches!(next, Some(StatementBlock::Item { depth: inner, .. }) if *inner > depth) {
            let lead = Lead { sentence: String::new(), verb: None, is_record: false, depth: Some(depth) };
            return self.sentences(at, &sentences, Some(&lead));
        }
        let own: Vec<_> = sentences
            .iter()
            .enumerate()
            .filter_map(|(place, sentence)| Some((place, *sentence, self.verb(sentence)?)))
            .filter(|(_, _, verb)| verb.has_actor)
            .collect();
        if own.is_empty() {
            self.under_lead(at, text);
        }
        for (place, sentence, verb) in own {
            self.sentence(sentence, &verb, Origin { block: at, sentence: Some(place) });
        }
    }

    fn verb(&self, sentence: &str) -> Option<OperativeVerb> {
        let lang = self.document.lang;
        let is_actor = |words: &str| is_actor(words, self.reading.names, lang);
        operative_verb(sentence, lang, self.reading.verbs, &is_actor)
    }

    fn sentence(&mut self, sentence: &str, verb: &OperativeVerb, origin: Origin) {
        let lang = self.document.lang;
        let name = match (lang, verb.has_actor) {
            (Lang::En, true) => &sentence[verb.end..],
            (Lang::En, false) => sentence[..verb.start].rsplit(',').next().unwrap_or(sentence),
            (Lang::Ja, _) => match sentence[..verb.start].split_once("は、") {
                // 次回会合は、東京で開催する
                Some((topic, _)) if verb.kind == Kind::NextMeeting && names_meeting(topic, lang) => topic,
                _ => &sentence[..verb.start],
            },
        };
        // Words that end with their verb say nothing by themselves.
        if lang == Lang::En && verb.has_actor && !name.contains(char::is_alphabetic) {
            return;
        }
        let carriers = carriers(sentence, verb.start, self.reading.parties, self.reading.names, lang);
        let written = &sentence[verb.start..verb.end];
        let reason = say!("by-verb", verb = written);
        self.push(sentence, name, (verb, written), carriers, reason, origin);
    }

    fn under_lead(&mut self, at: usize, item: &str) {
        let Some(Lead { sentence, verb: Some(verb), .. }) = self.lead.clone() else { return };
        let lang = self.document.lang;
        let text = self.with_lead(&sentence, item);
        // The item may go on with the verb: `intend to` and `continue to share`.
        let verb =
            self.verb(&text).filter(|whole| lang == Lang::En && whole.start == verb.start).unwrap_or(verb);
        let carriers = carriers(&sentence, verb.start, self.reading.parties, self.reading.names, lang);
        let whole = if lang == Lang::En { &text } else { &sentence };
        let written = &whole[verb.start..verb.end];
        let reason = say!("by-verb-before-list", verb = written);
        self.push(&text, item, (&verb, written), carriers, reason, Origin { block: at, sentence: None });
    }

    fn push(
        &mut self,
        text: &str,
        name: &str,
        (verb, written): (&OperativeVerb, &str),
        carriers: Carriers,
        reason: Message,
        origin: Origin,
    ) {
        let lang = self.document.lang;
        let [text, name] = [text, name].map(|words| with_marks(words, |_| String::new()));
        let (kind, doubt) = kind(&text, verb, lang);
        let title = short_name(&name, lang);
        // The next meeting is of all subjects.
        let is_of_section = |heading: &&str| kind != Kind::NextMeeting || names_meeting(heading, lang);
        let heading = self.heading.as_deref().filter(is_of_section);
        let id = new_id(&title, &format!("point-{}", self.found.len() + 1), &mut self.ids);
        self.found.push(Proposal {
            id,
            title,
            kind,
            verb: written.to_owned(),
            track: self.reading.tracks.choose(&text, heading),
            carriers,
            due: due(&text, kind, lang, self.reading.day),
            text,
            reason: match doubt {
                Some(doubt) => say!("reason-with-doubt", reason, doubt),
                None => reason,
            },
            origin,
        });
    }

    /// An item with the words before its list, as one sentence.
    fn with_lead(&self, lead: &str, item: &str) -> String {
        let lead = lead.trim_end_matches([':', '：', '。', '.', ' ']);
        let item = ["; and", "; or", ", and", ", or"]
            .iter()
            .fold(item, |item, end| item.strip_suffix(end).unwrap_or(item));
        match self.document.lang {
            Lang::Ja => format!("{lead}：{item}"),
            Lang::En => {
                let mut letters = item.chars();
                let first = letters.next().unwrap_or_default();
                let is_name = self.reading.names.mentions(item).iter().any(|mention| mention.start == 0);
                let is_word = letters.clone().next().is_some_and(char::is_lowercase);
                let item: String = if is_word && !is_name {
                    first.to_lowercase().chain(letters).collect()
                } else {
                    item.to_owned()
                };
                let stop = if item.ends_with(['.', '!', '?']) { "" } else { "." };
                format!("{lead} {}{stop}", item.trim_end_matches([';', ',']))
            }
        }
    }
}

/// Whether a sentence leads to the list behind it.
fn leads(sentence: &str, lang: Lang) -> bool {
    let words: &[&str] = match lang {
        Lang::En => &["following", "as follows", "below"],
        Lang::Ja => &["以下", "次の", "下記", "左記"],
    };
    sentence.ends_with([':', '：']) || words.iter().any(|word| sentence.contains(word))
}

/// The kind of a record, and what is in doubt about it.
fn kind(sentence: &str, verb: &OperativeVerb, lang: Lang) -> (Kind, Option<Message>) {
    let name: &'static str = verb.kind.into();
    if !verb.has_actor {
        let doubt = match verb.kind {
            Kind::SharedView => say!("nobody-acts"),
            _ => say!("doubt-of-kind", kind = name),
        };
        return (Kind::SharedView, Some(doubt));
    }
    if verb.kind == Kind::NextMeeting && !names_meeting(sentence, lang) {
        return (Kind::Undertaking, Some(say!("names-no-meeting")));
    }
    (verb.kind, None)
}

fn names_meeting(words: &str, lang: Lang) -> bool {
    let meetings: &[&str] = match lang {
        Lang::En => &["meeting", "dialogue", "round", "session", "talks", "conference"],
        Lang::Ja => &["会合", "対話", "会議", "協議"],
    };
    let lower = words.to_lowercase();
    meetings.iter().any(|word| lower.contains(word))
}

/// By when something is to be done: of the next meeting any later time, of others only one that a word makes the end.
fn due(text: &str, kind: Kind, lang: Lang, day: Option<Date>) -> Option<FoundDate> {
    if !kind.has_outcome() {
        return None;
    }
    let is_end = |found: &FoundDate| {
        let ends: &[&str] = match lang {
            Lang::En => &["by ", "until ", "within ", "before "],
            Lang::Ja => &["まで", "末", "中"],
        };
        let words = found.words.to_lowercase();
        kind == Kind::NextMeeting
            || match lang {
                Lang::En => ends.iter().any(|end| words.starts_with(end)),
                Lang::Ja => ends.iter().any(|end| words.ends_with(end)),
            }
    };
    let is_later = |found: &FoundDate| day.is_none_or(|day| found.last > day);
    found_dates(text, lang).into_iter().find(|found| is_later(found) && is_end(found))
}
