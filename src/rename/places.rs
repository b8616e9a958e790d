//! Where front matter and registries name records: by the ways to the values, for each kind of file.

use std::ops::Range;

use super::{kind::RenameKind as Kind, renaming::NameForm};
use crate::yaml::{Step, Tree, ValueKind};

/// A way to values, and how they name a record. `#` is every item of a list, `*` every value of a map, and `@`, at the
/// end, every key of one.
type NamePattern = (&'static str, NameForm);

const MEETING: &[NamePattern] = &[
    ("level", NameForm::Level),
    ("version.source", NameForm::Document),
    ("dialogue", NameForm::Id(Kind::Dialogue)),
    ("host", NameForm::Id(Kind::Delegation)),
    ("delegations.@", NameForm::Id(Kind::Delegation)),
    ("delegations.*.heads.#", NameForm::Id(Kind::Person)),
    ("delegations.*.heads.#.person", NameForm::Id(Kind::Person)),
    ("delegations.*.organizations.#", NameForm::Id(Kind::Organization)),
    ("delegations.*.people.#", NameForm::Id(Kind::Person)),
    ("discussed.#", NameForm::Id(Kind::Track)),
    ("commitments.#.id", NameForm::OwnCommitment),
    ("commitments.#.track", NameForm::Id(Kind::Track)),
    ("commitments.#.track.#", NameForm::Id(Kind::Track)),
    ("commitments.#.delegations.#", NameForm::Id(Kind::Delegation)),
    ("commitments.#.organizations.#", NameForm::Id(Kind::Organization)),
    ("commitments.#.fulfills.#", NameForm::Commitment),
    ("commitments.#.continues.#", NameForm::Commitment),
    ("commitments.#.revises.#", NameForm::Commitment),
    ("commitments.#.supersedes.#", NameForm::Commitment),
    ("commitments.#.reports-on.#", NameForm::Commitment),
    ("commitments.#.responds-to.#", NameForm::Commitment),
    ("commitments.#.related.#", NameForm::Commitment),
    ("commitments.#.sources.#", NameForm::Document),
    ("commitments.#.assessments.#.by", NameForm::Judge),
    ("commitments.#.assessments.#.source", NameForm::Document),
    ("documents.#.id", NameForm::OwnDocument),
    ("documents.#.file", NameForm::File),
    ("documents.#.signatories.#.person", NameForm::Id(Kind::Person)),
    ("documents.#.signatories.#.delegation", NameForm::Id(Kind::Delegation)),
    ("documents.#.url", NameForm::Web),
    ("documents.#.archived", NameForm::Web),
];

const PAGE: &[NamePattern] = &[("version.source", NameForm::Document)];

/// Those of each registry, by its file.
const REGISTRIES: &[(&str, &[NamePattern])] = &[
    (
        "content/site.yaml",
        &[
            ("levels.@", NameForm::Level),
            ("share_font", NameForm::File),
            ("license.url", NameForm::Web),
            ("contact", NameForm::Web),
        ],
    ),
    (
        "content/dialogues.yaml",
        &[
            ("@", NameForm::Id(Kind::Dialogue)),
            ("*.parties.#", NameForm::Id(Kind::Delegation)),
            ("*.part_of", NameForm::Id(Kind::Dialogue)),
        ],
    ),
    (
        "content/delegations.yaml",
        &[("@", NameForm::Id(Kind::Delegation)), ("*.side", NameForm::Id(Kind::Delegation))],
    ),
    (
        "content/organizations.yaml",
        &[
            ("@", NameForm::Id(Kind::Organization)),
            ("*.delegation", NameForm::Id(Kind::Delegation)),
            ("*.parent", NameForm::Id(Kind::Organization)),
            ("*.url", NameForm::Web),
        ],
    ),
    (
        "content/people.yaml",
        &[("@", NameForm::Id(Kind::Person)), ("*.roles.#.organization", NameForm::Id(Kind::Organization))],
    ),
    ("content/tracks.yaml", &[("@", NameForm::Id(Kind::Track))]),
    (
        "content/events.yaml",
        &[
            ("@", NameForm::Id(Kind::Event)),
            ("*.tracks.#", NameForm::Id(Kind::Track)),
            ("*.documents.#.id", NameForm::OwnDocument),
            ("*.documents.#.file", NameForm::File),
            ("*.documents.#.signatories.#.person", NameForm::Id(Kind::Person)),
            ("*.documents.#.signatories.#.delegation", NameForm::Id(Kind::Delegation)),
            ("*.documents.#.url", NameForm::Web),
            ("*.documents.#.archived", NameForm::Web),
        ],
    ),
];

/// A kind of file whose YAML names records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamingFile<'p> {
    /// A meeting.
    Meeting,
    /// A page.
    Page,
    /// A registry, by its path.
    Registry(&'p str),
}

/// A value or a key that names a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameInYaml<'t> {
    /// Where it stands, with its quotes.
    pub span: Range<usize>,
    /// What it means.
    pub value: &'t str,
    /// Whether it stands without quotes on its line.
    pub(super) is_plain: bool,
    /// How it names a record.
    pub form: NameForm,
}

impl NamingFile<'_> {
    fn patterns(self) -> &'static [NamePattern] {
        match self {
            Self::Meeting => MEETING,
            Self::Page => PAGE,
            Self::Registry(path) => {
                let patterns = REGISTRIES.iter().find(|(known, _)| *known == path);
                patterns.map_or(&[], |(_, patterns)| patterns)
            }
        }
    }

    /// Everything that names records in the YAML of such a file.
    #[must_use]
    pub fn names(self, tree: &Tree) -> Vec<NameInYaml<'_>> {
        found(tree, self.patterns())
    }

    /// How the value at the end of a way names a record; with `is_key`, each key of the map there.
    #[must_use]
    pub fn form_at(self, way: &[Step], is_key: bool) -> Option<NameForm> {
        let patterns = self.patterns().iter();
        let mut fitting = patterns.filter(|(pattern, _)| is_way(pattern, way, is_key));
        fitting.next().map(|(_, form)| *form)
    }
}

/// Whether a way is one of a pattern.
fn is_way(pattern: &str, way: &[Step], is_key: bool) -> bool {
    let mut parts = pattern.split('.');
    let is_fitting = |step: &Step| match (parts.next(), step) {
        (Some("#"), Step::Index(_)) | (Some("*"), Step::Key(_)) => true,
        (Some(part), Step::Key(key)) => part == key.as_str(),
        _ => false,
    };
    way.iter().all(is_fitting) && parts.next() == is_key.then_some("@") && parts.next().is_none()
}

fn found<'t>(tree: &'t Tree, patterns: &[NamePattern]) -> Vec<NameInYaml<'t>> {
    let mut found = Vec::new();
    for (pattern, form) in patterns {
        collect(tree, pattern, *form, &mut found);
    }
    found
}

fn collect<'t>(tree: &'t Tree, pattern: &str, form: NameForm, found: &mut Vec<NameInYaml<'t>>) {
    let (step, rest) = pattern.split_once('.').unwrap_or((pattern, ""));
    match (&tree.kind, step) {
        (ValueKind::Scalar(value, is_plain), "") => {
            found.push(NameInYaml {
                span: tree.span.clone(),
                value: value.trim(),
                is_plain: *is_plain,
                form,
            });
        }
        (ValueKind::List(items), "#") => items.iter().for_each(|item| collect(item, rest, form, found)),
        (ValueKind::Map(entries), "*") => {
            entries.iter().for_each(|entry| collect(&entry.value, rest, form, found));
        }
        (ValueKind::Map(entries), "@") => found.extend(entries.iter().map(|entry| NameInYaml {
            span: entry.key_span.clone(),
            value: &entry.key,
            // Which it is, its text tells.
            is_plain: true,
            form,
        })),
        (ValueKind::Map(entries), key) => {
            entries.find(key).into_iter().for_each(|entry| collect(&entry.value, rest, form, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::schema::{self, SchemaKind};

    #[test]
    #[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
    fn every_way_is_found() {
        let text = "host: a\ndelegations: {'z': {heads: [b, {person: \"c\"}]}}\ncommitments:\n  - track: d\n  - track: [e, f]\n";
        let tree = Tree::read(text, 0).unwrap().unwrap();
        let names = NamingFile::Meeting.names(&tree);
        let mut written: Vec<_> = names.iter().map(|name| &text[name.span.clone()]).collect();
        written.sort_unstable();
        assert_eq!(written, ["\"c\"", "'z'", "a", "b", "d", "e", "f"]);
    }

    /// The ways to ids that a schema has, in the form of the patterns.
    fn ways(schema: &Value, way: &str, found: &mut BTreeSet<String>) {
        let is_name = |schema: &Value| {
            schema["pattern"].as_str().is_some_and(|pattern| pattern.starts_with("^[a-z0-9]+(-[a-z0-9]+)*"))
        };
        let inner = |step: &str| if way.is_empty() { step.to_owned() } else { format!("{way}.{step}") };
        if is_name(schema) {
            found.insert(way.to_owned());
        }
        if is_name(&schema["propertyNames"]) {
            found.insert(inner("@"));
        }
        for (key, value) in schema["properties"].as_object().into_iter().flatten() {
            ways(value, &inner(key), found);
        }
        for (keyword, step) in [("items", "#"), ("additionalProperties", "*")] {
            if schema[keyword].is_object() {
                ways(&schema[keyword], &inner(step), found);
            }
        }
        for keyword in ["anyOf", "oneOf", "allOf"] {
            schema[keyword].as_array().into_iter().flatten().for_each(|part| ways(part, way, found));
        }
    }

    #[track_caller]
    fn assert_known(kind: SchemaKind, patterns: &[NamePattern]) {
        let mut found = BTreeSet::new();
        ways(&schema::of(kind), "", &mut found);
        let is_id = |form: NameForm| !matches!(form, NameForm::Web | NameForm::File);
        let known = patterns.iter().filter(|(_, form)| is_id(*form));
        let known: BTreeSet<_> = known.map(|(way, _)| (*way).to_owned()).collect();
        assert_eq!(found, known, "{}", kind.name());
    }

    #[test]
    fn the_patterns_are_all_places_where_the_format_has_ids() {
        assert_known(SchemaKind::Meeting, MEETING);
        assert_known(SchemaKind::Page, PAGE);
        assert_known(SchemaKind::Glossary, &[]);
        assert_known(SchemaKind::Verbs, &[]);
        for kind in SchemaKind::ALL {
            let path = format!("content/{}.yaml", kind.name());
            if let Some((_, patterns)) = REGISTRIES.iter().find(|(known, _)| *known == path) {
                assert_known(*kind, patterns);
            }
        }
        let kinds = SchemaKind::ALL.len();
        assert_eq!(REGISTRIES.len() + 4, kinds, "a kind of file is not looked through");
    }

    #[test]
    fn a_way_has_its_form() {
        let way = ["commitments".into(), 3.into(), "track".into()];
        let form = |way: &[Step], is_key| NamingFile::Meeting.form_at(way, is_key);
        assert_eq!(form(&way, false), Some(NameForm::Id(Kind::Track)));
        assert_eq!(form(&way[..2], false), None);
        assert_eq!(form(&["delegations".into()], true), Some(NameForm::Id(Kind::Delegation)));
        assert_eq!(form(&["delegations".into()], false), None);
    }
}
