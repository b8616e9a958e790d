//! Events in events.yaml.

use schemars::{JsonSchema, Schema};
use serde::Deserialize;
use serde_json::Value;

use super::{
    document::DocumentInput,
    forms::{Address, Identifier},
    lists::List,
    meeting::DateInput,
    registries::TextInput,
    texts::RegistryTexts,
};
use crate::model::EventKind;

/// An event: what matters to a dialogue and is no meeting of it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventInput {
    /// Required: its title. Example: `{en: Launch of the River Partnership, ja: 河川パートナーシップの発足}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Required: the day, or the first and the last, where it was held; a month where the day is not known. Examples:
    /// `2021-05-27`, `{from: 2021-05-27, to: 2021-05-28}`, `2021-05`
    #[schemars(required)]
    pub date: Option<DateInput>,
    /// Optional: what it is. Without it, nothing is said of it.
    pub kind: Option<EventKind>,
    /// Optional: where it was held. Example: `{en: South City, ja: 南市}`
    pub place: Option<TextInput>,
    /// Optional: what it was about, in a sentence or two.
    pub summary: Option<TextInput>,
    /// Optional: the ids of the tracks that it has to do with. Example: `[floods]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub tracks: List<String>,
    /// Optional: its documents, with the same keys as those of a meeting.
    #[schemars(transform = whole_documents)]
    pub documents: List<DocumentInput<TextInput>>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/events/river-launch/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for EventInput {
    fn join_lines(&mut self) {
        for text in [&mut self.title, &mut self.place, &mut self.summary] {
            text.join_lines();
        }
        self.documents.iter_mut().flatten().flatten().for_each(RegistryTexts::join_lines);
    }
}

/// Requires what an event's document has no second file to say.
fn whole_documents(list: &mut Schema) {
    require(list, "/items", "title");
    require(list, "/items/properties/signatories/items", "delegation");
}

fn require(list: &mut Schema, record: &str, key: &str) {
    let Some(Value::Object(record)) = list.pointer_mut(record) else { return };
    if let Value::Array(keys) = record.entry("required").or_insert_with(|| Vec::<Value>::new().into()) {
        keys.push(key.into());
    }
}
