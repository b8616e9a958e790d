//! How many commitments there are of each kind. Kinds are counted apart: one number would give a shared view and an
//! undertaking the same weight.

use crate::{
    id::Id,
    lang::Lang,
    model::{Commitment, Kind},
    plan,
    render::{
        string_keys::{StringKeys, keys},
        view::view,
    },
    site::Site,
    theme::Strings,
};

/// The strings that are asked for here.
pub(in crate::render) const STRINGS: &[StringKeys] = &[keys("count-{}", Kind::NAMES)];

view! {
    /// How many commitments there are of a kind.
    struct KindCountView {
        /// The kind, such as `shared-view`.
        id: &'static str,
        /// How many.
        n: usize,
        /// The same in words, such as `54 shared views`.
        text: String,
        /// The address of the page of the kind.
        url: String,
    }
}

/// The kinds that these commitments are of, each with how many there are.
pub(in crate::render) fn kind_counts(
    site: &Site,
    lang: Lang,
    strings: &Strings,
    commitments: impl IntoIterator<Item = Id<Commitment>>,
) -> Vec<KindCountView> {
    counted_kinds(lang, strings, &count_kinds(site, commitments))
}

/// How many of these commitments are of each kind, in the order in which kinds are explained.
pub(in crate::render) fn count_kinds(
    site: &Site,
    commitments: impl IntoIterator<Item = Id<Commitment>>,
) -> Vec<usize> {
    let mut counts = vec![0; Kind::ALL.len()];
    for id in commitments {
        counts[site.commitments[id].facts.kind as usize] += 1;
    }
    counts
}

/// Each kind of which there are any, by how many there are of every kind.
pub(in crate::render) fn counted_kinds(
    lang: Lang,
    strings: &Strings,
    counts: &[usize],
) -> Vec<KindCountView> {
    let counted = Kind::ALL.iter().zip(counts.iter().copied()).filter(|(_, n)| *n > 0);
    let counted = counted.map(|(kind, n)| KindCountView {
        id: kind.name(),
        n,
        text: strings.count(&format!("count-{}", kind.name()), n),
        url: plan::kind_address(*kind, lang),
    });
    counted.collect()
}
