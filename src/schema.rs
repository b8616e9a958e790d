//! JSON Schemas of what people write, made from the very types that read it, so that editors complete and check.

use schemars::{
    JsonSchema, Schema,
    generate::{SchemaGenerator, SchemaSettings},
    transform::transform_subschemas,
};
use serde_json::{Map, Value, json};
use strum::{IntoStaticStr, VariantArray};

use crate::source::input::{
    ById, DelegationInput, DialogueInput, EventInput, MeetingInput, OrganizationInput, PageInput,
    PersonInput, SiteInput, TermInput, TrackInput, VerbTableInput,
};

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum SchemaKind {
    /// site.yaml.
    Site,
    /// dialogues.yaml.
    Dialogues,
    /// delegations.yaml.
    Delegations,
    /// organizations.yaml.
    Organizations,
    /// people.yaml.
    People,
    /// tracks.yaml.
    Tracks,
    /// events.yaml.
    Events,
    /// glossary.yaml.
    Glossary,
    /// verbs.yaml.
    Verbs,
    /// The front matter of a meeting.
    Meeting,
    /// The front matter of a page.
    Page,
}

impl SchemaKind {
    /// Every kind: the registries, then the front matter.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The word for it on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is, for people.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Site => "site.yaml: the archive as a whole",
            Self::Dialogues => "dialogues.yaml: the dialogues, by id",
            Self::Delegations => "delegations.yaml: the delegations, by id",
            Self::Organizations => "organizations.yaml: the organizations, by id",
            Self::People => "people.yaml: the people, by id",
            Self::Tracks => "tracks.yaml: the policy tracks, by id",
            Self::Events => "events.yaml: what matters to the dialogue and is no meeting of it, by id",
            Self::Glossary => "glossary.yaml: the list of terms",
            Self::Verbs => "verbs.yaml: verbs for `taiwa import`, by kind",
            Self::Meeting => "The front matter of a meeting",
            Self::Page => "The front matter of a page",
        }
    }
}

/// The schema of one kind.
#[must_use]
pub fn of(kind: SchemaKind) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".into(), schemars::consts::meta_schemas::DRAFT2020_12.into());
    schema.append(&mut titled(kind));
    schema.into()
}

/// One schema that holds that of every kind under `$defs`, by its name.
#[must_use]
pub fn of_everything() -> Value {
    let kinds = SchemaKind::ALL.iter().map(|kind| (kind.name().to_owned(), titled(*kind).into()));
    json!({
        "$schema": schemars::consts::meta_schemas::DRAFT2020_12,
        "title": "The registries and the front matter of a taiwa archive",
        "$defs": kinds.collect::<Map<_, _>>(),
    })
}

/// A kind's schema under its title.
fn titled(kind: SchemaKind) -> Map<String, Value> {
    let mut schema = match kind {
        SchemaKind::Site => bare::<SiteInput>(),
        SchemaKind::Dialogues => bare::<ById<DialogueInput>>(),
        SchemaKind::Delegations => bare::<ById<DelegationInput>>(),
        SchemaKind::Organizations => bare::<ById<OrganizationInput>>(),
        SchemaKind::People => bare::<ById<PersonInput>>(),
        SchemaKind::Tracks => bare::<ById<TrackInput>>(),
        SchemaKind::Events => bare::<ById<EventInput>>(),
        SchemaKind::Glossary => bare::<Vec<TermInput>>(),
        SchemaKind::Verbs => bare::<VerbTableInput>(),
        SchemaKind::Meeting => bare::<MeetingInput>(),
        SchemaKind::Page => bare::<PageInput>(),
    };
    let mut titled = Map::from_iter([("title".to_owned(), kind.title().into())]);
    titled.append(&mut schema);
    titled
}

/// The schema of a type, whole in itself, without `$schema` and title.
fn bare<T: JsonSchema>() -> Map<String, Value> {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        // References would be shorter, but editors lose a key's description beside one.
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<T>();
    as_read(&mut schema);
    let keywords = schema.as_object_mut().map(std::mem::take).unwrap_or_default();
    keywords.into_iter().filter(|(keyword, _)| keyword != "title").collect()
}

/// Makes a schema say what the reader takes: a value is there or its key is not, and a number may stand for a text.
fn as_read(schema: &mut Schema) {
    tidy(schema);
    if schema.get("type").is_some_and(|kind| kind == "string") && !is_narrowed(schema) {
        schema.insert("type".into(), json!(["string", "number", "boolean"]));
    }
    transform_subschemas(&mut as_read, schema);
}

/// Makes a schema say that a value is there or its key is not, and nothing that only a Rust program knows.
pub(crate) fn tidy(schema: &mut Schema) {
    refuse_null(schema);
    // The width of a number is nothing that a validator knows.
    if schema.get("format").is_some_and(|format| format == "uint32") {
        schema.remove("format");
        schema.insert("maximum".into(), u32::MAX.into());
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = joined(description);
    }
}

/// Whether more is known of a text than that it is one.
fn is_narrowed(schema: &Schema) -> bool {
    ["const", "enum", "pattern", "format"].iter().any(|keyword| schema.get(*keyword).is_some())
}

/// Every value may be absent; but what is written has one.
fn refuse_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (keyword, value) in only {
            schema.ensure_object().entry(keyword).or_insert(value);
        }
    }
}

/// A comment's text with the lines of each paragraph joined.
fn joined(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
