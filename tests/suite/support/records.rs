//! The facts of an archive, read from its own files without the program.

use serde_yaml::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// A meeting that anybody may read, with what its two files say of it.
#[derive(Debug, Default)]
pub(crate) struct Meeting {
    pub(crate) id: String,
    pub(crate) dialogue: String,
    pub(crate) date: String,
    pub(crate) delegations: BTreeSet<String>,
    pub(crate) organizations: BTreeSet<String>,
    pub(crate) people: BTreeSet<String>,
    pub(crate) commitments: Vec<Commitment>,
}

/// A commitment.
#[derive(Debug, Default)]
pub(crate) struct Commitment {
    pub(crate) id: String,
    pub(crate) kind: String,
    /// Its operative verb in each language that has one, by the language's code.
    pub(crate) verbs: BTreeMap<String, String>,
    pub(crate) tracks: Vec<String>,
    pub(crate) delegations: BTreeSet<String>,
    pub(crate) organizations: BTreeSet<String>,
    pub(crate) lineage: BTreeSet<String>,
}

const RELATIONS: [&str; 7] =
    ["fulfills", "continues", "revises", "supersedes", "reports-on", "responds-to", "related"];

/// The front matter of one of a meeting's files, behind the code of its language.
type Side = (String, Value);

/// A registry: a map from id to record.
pub(crate) fn registry(content: &Path, name: &str) -> BTreeMap<String, Value> {
    let text = fs::read_to_string(content.join(name)).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// The published meetings below a content folder, by date.
pub(crate) fn meetings(content: &Path) -> Vec<Meeting> {
    let dialogues = registry(content, "dialogues.yaml");
    let mut notes: BTreeMap<String, Vec<Side>> = BTreeMap::new();
    for (path, bytes) in super::files(&content.join("meetings")) {
        let name = path.rsplit('/').next().unwrap();
        let [id, lang, _] = name.split('.').collect::<Vec<_>>().try_into().unwrap();
        let front = front_matter(&String::from_utf8(bytes).unwrap());
        notes.entry(id.to_owned()).or_default().push((lang.to_owned(), front));
    }
    let published =
        notes.into_iter().filter(|(_, sides)| sides.iter().all(|(_, side)| is_published(&side["release"])));
    let mut meetings: Vec<_> = published.map(|(id, sides)| meeting(id, &sides)).collect();
    for meeting in meetings.iter_mut().filter(|meeting| meeting.dialogue.is_empty()) {
        meeting.dialogue.clone_from(dialogues.keys().next().unwrap());
    }
    meetings.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    meetings
}

fn front_matter(note: &str) -> Value {
    let rest = note.trim_start_matches('\u{feff}').strip_prefix("---\n").unwrap();
    serde_yaml::from_str(&rest[..rest.find("\n---").unwrap()]).unwrap()
}

fn is_published(release: &Value) -> bool {
    release.is_null() || release.as_str() == Some("published")
}

fn meeting(id: String, sides: &[Side]) -> Meeting {
    let mut meeting = Meeting { id, ..Meeting::default() };
    for (_, side) in sides {
        if let Some(dialogue) = side["dialogue"].as_str() {
            dialogue.clone_into(&mut meeting.dialogue);
        }
        if let Some(day) = side["date"].as_str().or(side["date"]["from"].as_str()) {
            day.clone_into(&mut meeting.date);
        }
        for (name, there) in side["delegations"].as_mapping().into_iter().flatten() {
            meeting.delegations.insert(text(name));
            meeting.organizations.extend(list(&there["organizations"]));
            meeting.people.extend(list(&there["people"]));
            let heads = there["heads"].as_sequence().into_iter().flatten();
            meeting
                .people
                .extend(heads.map(|head| if head.is_string() { text(head) } else { text(&head["person"]) }));
        }
    }
    meeting.commitments = commitments(sides);
    meeting
}

fn commitments(sides: &[Side]) -> Vec<Commitment> {
    let mut found: Vec<Commitment> = Vec::new();
    let inputs = sides.iter().flat_map(|(lang, side)| {
        side["commitments"].as_sequence().into_iter().flatten().map(move |input| (lang, input))
    });
    for (lang, input) in inputs {
        let id = text(&input["id"]);
        let at = found.iter().position(|known| known.id == id).unwrap_or_else(|| {
            found.push(Commitment { id, ..Commitment::default() });
            found.len() - 1
        });
        let commitment = &mut found[at];
        if let Some(kind) = input["kind"].as_str() {
            kind.clone_into(&mut commitment.kind);
        }
        commitment.verbs.extend(input["verb"].as_str().map(|verb| (lang.clone(), verb.to_owned())));
        match &input["track"] {
            serde_yaml::Value::Sequence(tracks) => commitment.tracks = tracks.iter().map(text).collect(),
            track if track.is_string() => commitment.tracks = vec![text(track)],
            _ => {}
        }
        commitment.delegations.extend(list(&input["delegations"]));
        commitment.organizations.extend(list(&input["organizations"]));
        commitment.lineage.extend(RELATIONS.iter().flat_map(|relation| list(&input[*relation])));
    }
    found
}

fn list(value: &Value) -> Vec<String> {
    value.as_sequence().into_iter().flatten().map(text).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
