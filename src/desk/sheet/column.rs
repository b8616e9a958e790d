//! The columns of a sheet.

use strum::{IntoStaticStr, VariantArray};

/// A column of a sheet, called by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(super) enum SheetColumn {
    /// The commitment, as `<meeting>/<commitment>`.
    Id,
    /// When the meeting was held, and its title in both languages.
    Meeting,
    /// The title of the main track in both languages.
    Track,
    /// The text in English.
    TextEn,
    /// The text in Japanese.
    TextJa,
    /// How it stands.
    Status,
    /// The day of the judgement.
    Date,
    /// Who judged.
    By,
    /// The document that says so.
    Source,
    /// A remark.
    Note,
}

impl SheetColumn {
    /// Every column, in order.
    pub(super) const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// How many of the first columns the archive fills in, and nobody else.
    pub(super) const FIXED: usize = 5;

    /// The header.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// The place among all columns.
    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// Whether the archive fills it in, and nobody else.
    pub(super) fn is_fixed(self) -> bool {
        self.index() < Self::FIXED
    }
}
