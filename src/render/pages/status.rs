//! What the words for kinds, outcomes, versions and relations mean.

use crate::{
    model::{Kind, Outcome, Relation, Status, VersionStatus},
    plan::ListKind,
    render::{
        context::LanguageContext,
        head::PageContent,
        string_keys::{StringKeys, keys},
        view::{PageTemplate, view},
    },
};

view! {
    /// What the words for kinds, outcomes, versions and relations mean.
    struct StatusPage<'a> {
        /// The kinds of commitments.
        kinds: Vec<DefinitionView<'a>>,
        /// What may have become of them.
        outcomes: Vec<DefinitionView<'a>>,
        /// The kinds of texts.
        versions: Vec<DefinitionView<'a>>,
        /// The relations between commitments.
        relations: Vec<DefinitionView<'a>>,
    }
}

impl PageTemplate for StatusPage<'_> {
    const TEMPLATE: &'static str = "status.html";
    const STRINGS: &'static [StringKeys] = &[
        keys("kind-{}", Kind::NAMES),
        keys("kind-{}-definition", Kind::NAMES),
        keys("outcome-{}", &Outcome::SIGNS),
        keys("outcome-{}-definition", &Outcome::SIGNS),
        keys("version-{}", VersionStatus::NAMES),
        keys("version-{}-definition", VersionStatus::NAMES),
        keys("relation-{}", Relation::NAMES),
        keys("relation-{}-definition", Relation::NAMES),
    ];
}

view! {
    /// A word with its meaning.
    struct DefinitionView<'a> {
        /// The id of what it stands for.
        id: &'static str,
        /// The word.
        name: &'a str,
        /// What it means.
        definition: &'a str,
    }
}

impl LanguageContext<'_> {
    pub(super) fn status(&self) -> PageContent<'_> {
        let define = |prefix: &str, names: &[&'static str]| -> Vec<DefinitionView<'_>> {
            let definitions = names.iter().map(|name| {
                let key = format!("{prefix}-{name}");
                DefinitionView {
                    id: name,
                    name: self.strings.plain(&key),
                    definition: self.strings.plain(&format!("{key}-definition")),
                }
            });
            definitions.collect()
        };
        // First what nobody knows, which most have, then assessments, then later records.
        let known = Status::NAMES.iter().chain(Relation::NAMES).filter(|name| Outcome::SIGNS.contains(name));
        let outcomes: Vec<_> = [Outcome::Unknown.name()].into_iter().chain(known.copied()).collect();
        self.head_of_list(ListKind::Status).with(StatusPage {
            kinds: define("kind", Kind::NAMES),
            outcomes: define("outcome", &outcomes),
            versions: define("version", VersionStatus::NAMES),
            relations: define("relation", Relation::NAMES),
        })
    }
}
