//! The strings that a file of the program asks a theme for.

/// Keys of strings.
#[derive(Clone, Copy)]
pub(super) enum StringKeys {
    /// One or, where `{}` stands in it, one for each of some names.
    Each { pattern: &'static str, names: &'static [&'static str] },
    /// Those that something else lists.
    Listed(fn() -> Vec<String>),
}

/// One key.
pub(super) const fn key(key: &'static str) -> StringKeys {
    StringKeys::Each { pattern: key, names: &[""] }
}

/// The key for each name.
pub(super) const fn keys(pattern: &'static str, names: &'static [&'static str]) -> StringKeys {
    StringKeys::Each { pattern, names }
}

/// The keys that a function lists.
pub(super) const fn listed_keys(list: fn() -> Vec<String>) -> StringKeys {
    StringKeys::Listed(list)
}

impl StringKeys {
    /// The keys themselves.
    pub(super) fn all(self) -> Vec<String> {
        match self {
            Self::Each { pattern, names } => names.iter().map(|name| pattern.replace("{}", name)).collect(),
            Self::Listed(list) => list(),
        }
    }
}
