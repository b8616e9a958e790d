//! The normal forms of Unicode that texts are compared in.

use icu_normalizer::{
    ComposingNormalizerBorrowed,
    properties::{CanonicalDecompositionBorrowed, Decomposed},
};
use std::borrow::Cow;

/// The text in the form NFC (Unicode Standard Annex 15): composed, otherwise as it is.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The text in the form NFKC (Unicode Standard Annex 15): composed, with full-width, half-width and other
/// compatibility characters as the usual ones.
#[must_use]
pub fn nfkc(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfkc().normalize(text)
}

/// The letter without the marks that are part of it: e of ế.
pub(super) fn base_letter(mut c: char) -> char {
    let decompositions = CanonicalDecompositionBorrowed::new();
    while let Decomposed::Expansion(base, _) = decompositions.decompose(c) {
        c = base;
    }
    c
}
