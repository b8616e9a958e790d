//! The facts at the top of the notes that import makes.

use indexmap::IndexMap;
use std::fmt::Write as _;

use super::{
    actors::Carriers,
    document::StatementText,
    found_dates::{FoundDate, found_dates},
    participants::FoundParticipation,
    place::HeldPlace,
    proposals::Proposal,
    request::ImportRequest,
    scalar::{comment, inner_scalar, scalar},
    tracks::TrackChoice,
};
use crate::{
    lang::{DateRange, Lang, PartialDate},
    model::Kind,
};

/// All that a meeting's first note says above its text.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) document: &'a StatementText,
    pub(super) dialogue: Option<&'a str>,
    pub(super) held: &'a HeldPlace,
    pub(super) delegations: &'a IndexMap<String, FoundParticipation>,
    pub(super) proposals: &'a [Proposal],
}

/// What every note that import made begins with.
pub(super) const MARK: &str = "# Made by taiwa import";

/// The line that says what a note was made from.
pub(super) fn made_from(request: &ImportRequest<'_>) -> String {
    let file = comment(request.file_name);
    let file = file.trim_start_matches("# ");
    format!("{MARK} from {file}. A draft: a person checks every line before its release.")
}

/// The facts of the first note, between its two lines.
pub(super) fn first(facts: &Facts<'_>, request: &ImportRequest<'_>) -> String {
    let mut out = format!("---\n{}\n", made_from(request));
    title(&mut out, facts.document);
    line(&mut out, facts.dialogue, "dialogue", "# dialogue: the statement names none that the archive knows");
    let date = facts.held.date.map(date_value);
    line(&mut out, date.as_deref(), "date", "# date: no day was found in the statement");
    let place = facts.held.place.as_deref().map(scalar);
    if facts.held.is_virtual {
        out.push_str("mode: virtual\n");
    } else {
        line(&mut out, place.as_deref(), "place", "# place: none was found in the statement");
    }
    delegations(&mut out, facts.delegations);
    if facts.proposals.is_empty() {
        out.push_str("# commitments: no sentence with an operative verb was found\n");
    } else {
        out.push_str("commitments:\n");
    }
    let document = request.document_id();
    for proposal in facts.proposals {
        commitment(&mut out, proposal, &document);
    }
    ending(&mut out, facts.document, request);
    out.push_str("release: draft\n---\n");
    out
}

fn title(out: &mut String, document: &StatementText) {
    let value = document.title.as_deref().map(scalar);
    if value.is_some() {
        out.push_str("# The title is that of the document; give the meeting a short one.\n");
    }
    line(out, value.as_deref(), "title", "# title: none was found in the statement");
}

fn line(out: &mut String, value: Option<&str>, key: &str, otherwise: &str) {
    match value {
        Some(value) => writeln!(out, "{key}: {value}"),
        None => writeln!(out, "{otherwise}"),
    }
    .unwrap_or_default();
}

fn date_value(date: DateRange) -> String {
    match date.single() {
        Some(date) => date.to_string(),
        None => format!("{{from: {}, to: {}}}", date.start(), date.end()),
    }
}

fn delegations(out: &mut String, delegations: &IndexMap<String, FoundParticipation>) {
    if delegations.is_empty() {
        out.push_str("# delegations: the parties of the dialogue are not known\n");
        return;
    }
    out.push_str("delegations:\n");
    for (id, participation) in delegations {
        let FoundParticipation { head, organizations, people, others } = participation;
        if *participation == FoundParticipation::default() {
            // A comment, since the statement may name some that the registries do not have.
            let _ = writeln!(out, "  # nobody of the registries was found in the statement\n  {id}: {{}}");
            continue;
        }
        let _ = writeln!(out, "  {id}:");
        if let Some(head) = head {
            heads(out, head);
        }
        if !organizations.is_empty() {
            let _ = writeln!(out, "    organizations: [{}]", organizations.join(", "));
        }
        if !people.is_empty() {
            let _ = writeln!(out, "    people: [{}]", people.join(", "));
        }
        if *others {
            out.push_str("    others: true\n");
        }
    }
}

fn heads(out: &mut String, (person, office): &(String, Option<String>)) {
    let _ = writeln!(out, "    heads:\n      # named first\n      - person: {person}");
    if let Some(office) = office {
        let _ = writeln!(out, "        as: {}", scalar(office));
    }
}

fn commitment(out: &mut String, proposal: &Proposal, document: &str) {
    let kind: &'static str = proposal.kind.into();
    let (track, by) = track(&proposal.track);
    // Notes are the same whoever runs the import: a second run compares them.
    let reason = proposal.reason.text(Lang::En);
    let _ = writeln!(out, "  {}", comment(&format!("Kind by {reason}. {by}")));
    let _ = writeln!(out, "  - id: {}", proposal.id);
    let _ = writeln!(out, "    title: {}", scalar(&proposal.title));
    let _ = writeln!(out, "    kind: {kind}");
    if let Some(track) = track {
        let _ = writeln!(out, "    track: {track}");
    }
    carriers(out, &proposal.carriers);
    let _ = writeln!(out, "    verb: {}", scalar(&proposal.verb));
    let _ = writeln!(out, "    text: {}", scalar(&proposal.text));
    if let Some(due) = &proposal.due {
        let _ = writeln!(out, "    due: {}", due_value(due));
    }
    let _ = writeln!(out, "    sources: [{document}]");
}

/// The track, if there is one, and what it goes by.
pub(super) fn track(choice: &TrackChoice) -> (Option<&str>, String) {
    match choice {
        TrackChoice::Track(track, words) => (Some(track), format!("Track by: {}.", words.join(", "))),
        TrackChoice::Several(tracks) => {
            (None, format!("Track: as near to each of {}; choose one.", tracks.join(", ")))
        }
        TrackChoice::None => (None, "Track: none has words of this text; choose one.".to_owned()),
    }
}

fn carriers(out: &mut String, carriers: &Carriers) {
    if carriers.delegations.is_empty() {
        out.push_str("    # delegations: the sentence does not say who\n");
    } else {
        let _ = writeln!(out, "    delegations: [{}]", carriers.delegations.join(", "));
    }
    if !carriers.organizations.is_empty() {
        let _ = writeln!(out, "    organizations: [{}]", carriers.organizations.join(", "));
    }
}

fn due_value(due: &FoundDate) -> String {
    match due.date.and_then(DateRange::single).and_then(PartialDate::day) {
        Some(day) => day.to_string(),
        None => format!("{{text: {}, by: {}}}", inner_scalar(&due.words), due.last),
    }
}

/// The document and what the text is.
fn ending(out: &mut String, document: &StatementText, request: &ImportRequest<'_>) {
    let id = request.document_id();
    let _ = writeln!(out, "documents:\n  - id: {id}\n    kind: {}", document_kind(&document.whole_title));
    if let Some(title) = &document.title {
        let _ = writeln!(out, "    title: {}", scalar(title));
    }
    let _ = writeln!(out, "    language: {}", document.lang.code());
    if let Some(date) = document_date(document) {
        let _ = writeln!(out, "    date: {date}");
    }
    match request.kept_file {
        Some(file) => {
            let _ = writeln!(out, "    file: {}\n    sha256: {}", scalar(file), request.sha256);
        }
        // A sum without a file would be an error: nothing could be checked against it.
        None => {
            let _ = writeln!(out, "    # sha256 of the file: {}", request.sha256);
        }
    }
    let status = if request.is_authentic { "authentic" } else { "not-stated" };
    let _ = writeln!(out, "version: {{status: {status}, source: {id}}}");
}

/// The day that the title ends with, or that stands alone at the top.
fn document_date(document: &StatementText) -> Option<String> {
    let lang = document.lang;
    let single = |found: FoundDate| found.date.and_then(DateRange::single);
    let of_title = found_dates(&document.whole_title, lang).into_iter().find_map(single);
    let is_alone = |text: &&str| text.chars().count() <= 30;
    let at_top = document.blocks.iter().take(3).filter_map(|block| block.text()).filter(is_alone);
    let date = of_title.or_else(|| at_top.flat_map(|text| found_dates(text, lang)).find_map(single));
    date.map(|date| date.to_string())
}

/// What a document is, by its title.
fn document_kind(title: &str) -> &'static str {
    let title = title.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let is_joint = has(&["joint", "共同"])
        && has(&["statement", "communiqué", "communique", "声明", "発表", "ステートメント"]);
    if is_joint || has(&["communiqué", "communique"]) {
        "joint-statement"
    } else if has(&["press release", "報道発表", "結果", "プレスリリース"]) {
        "press-release"
    } else if has(&["fact sheet", "ファクトシート"]) {
        "fact-sheet"
    } else if has(&["memorandum", "覚書"]) {
        "memorandum"
    } else if has(&["minutes", "議事録", "議事要旨"]) {
        "minutes"
    } else if has(&["annex", "附属", "別添"]) {
        "annex"
    } else if has(&["report", "報告"]) {
        "report"
    } else {
        "other"
    }
}

/// The facts of the second language's note.
pub(super) fn second(
    document: &StatementText,
    place: Option<&str>,
    offices: &[(String, Vec<(String, String)>)],
    commitments: &[SecondCommitment],
    request: &ImportRequest<'_>,
) -> String {
    let mut out = format!("---\n{}\n", made_from(request));
    title(&mut out, document);
    line(&mut out, place.map(scalar).as_deref(), "place", "# place: none was found in this text");
    if !offices.is_empty() {
        out.push_str("delegations:\n");
    }
    for (delegation, heads) in offices {
        let _ = writeln!(out, "  {delegation}:\n    heads:");
        for (person, office) in heads {
            let _ = writeln!(out, "      - person: {person}\n        as: {}", scalar(office));
        }
    }
    if !commitments.is_empty() {
        out.push_str("commitments:\n");
    }
    for SecondCommitment { id, words } in commitments {
        let _ = writeln!(out, "  - id: {id}");
        let Some(words) = words else {
            out.push_str("    # nothing at the same place of this text\n");
            continue;
        };
        let _ = writeln!(out, "    title: {}", scalar(&words.title));
        if let Some(verb) = &words.verb {
            let _ = writeln!(out, "    verb: {}", scalar(verb));
        }
        let _ = writeln!(out, "    text: {}", scalar(&words.text));
        if let Some(due) = &words.due {
            let _ = writeln!(out, "    due: {{text: {}}}", inner_scalar(due));
        }
    }
    ending(&mut out, document, request);
    out.push_str("---\n");
    out
}

/// A record in the second language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SecondCommitment {
    /// Its id.
    pub(super) id: String,
    /// What this language says, if it is at the same place.
    pub(super) words: Option<SecondWords>,
}

/// The words of a record in the second language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SecondWords {
    pub(super) title: String,
    pub(super) verb: Option<String>,
    pub(super) text: String,
    pub(super) due: Option<String>,
}

/// The note that waits for the second language.
pub(super) fn waiting<'i>(id: &str, lang: Lang, commitments: impl Iterator<Item = &'i str>) -> String {
    let code = lang.code();
    let mut out = format!(
        "---\n{MARK}, for the {} text, which is not there yet. To fill it in:\n# taiwa import FILE --meeting {id} --lang {code}\n",
        match lang {
            Lang::En => "English",
            Lang::Ja => "Japanese",
        }
    );
    let mut commitments = commitments.peekable();
    if commitments.peek().is_some() {
        out.push_str("commitments:\n");
    }
    for commitment in commitments {
        let _ = writeln!(out, "  - id: {commitment}");
    }
    out.push_str("---\n");
    out
}

/// Whether a note still waits for its language, as import made it.
pub(super) fn is_waiting(text: &str, id: &str, lang: Lang) -> bool {
    let commitments = text.lines().filter_map(|line| line.strip_prefix("  - id: "));
    text == waiting(id, lang, commitments)
}

/// A kind's word.
pub(super) fn word(kind: Kind) -> &'static str {
    kind.into()
}
