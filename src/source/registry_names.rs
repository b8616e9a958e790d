//! The names of the registries' files, and what was meant by others.

use crate::diagnostic::did_you_mean;

/// The registries, by the name of their file.
pub(super) const REGISTRIES: [&str; 8] = [
    "site.yaml",
    "dialogues.yaml",
    "delegations.yaml",
    "organizations.yaml",
    "people.yaml",
    "tracks.yaml",
    "events.yaml",
    "glossary.yaml",
];

/// The registry that a file of YAML is called after.
pub(super) fn registry_of_stem(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    let stem = lower.strip_suffix(".yaml").or_else(|| lower.strip_suffix(".yml"))?;
    REGISTRIES.into_iter().find(|known| known.strip_suffix(".yaml") == Some(stem))
}

/// The registry that a stray file was meant to be, by its slot.
pub(super) fn registry(name: &str) -> Option<usize> {
    let near = near(name, &REGISTRIES)?;
    REGISTRIES.iter().position(|known| *known == near)
}

/// The known name that one is nearest to.
pub(super) fn near<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let same = known.iter().copied().find(|known| known.eq_ignore_ascii_case(name));
    same.or_else(|| did_you_mean(&name.to_ascii_lowercase(), known.iter().copied()))
}
