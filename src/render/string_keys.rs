//! The strings that a file of the program asks a theme for.

/// Keys of strings: one or, where `{}` stands in it, one for each of some names.
#[derive(Clone, Copy)]
pub(super) struct StringKeys {
    pattern: &'static str,
    names: &'static [&'static str],
}

/// One key.
pub(super) const fn key(key: &'static str) -> StringKeys {
    StringKeys { pattern: key, names: &[""] }
}

/// The key for each name.
pub(super) const fn keys(pattern: &'static str, names: &'static [&'static str]) -> StringKeys {
    StringKeys { pattern, names }
}

impl StringKeys {
    /// The keys themselves.
    pub(super) fn all(self) -> impl Iterator<Item = String> {
        self.names.iter().map(move |name| self.pattern.replace("{}", name))
    }
}
