//! Corrections as pages show them.

use super::{
    context::LanguageContext,
    text,
    view::{Html, view},
};
use crate::model::Correction;

view! {
    /// A correction.
    struct CorrectionView {
        /// The id of its entry; on the page of its record, the first of a day has one.
        anchor: Option<String>,
        /// Its day.
        date: String,
        /// Its day as `2010-11-01`.
        iso: String,
        /// What was corrected.
        note: Html,
    }
}

impl LanguageContext<'_> {
    pub(super) fn corrections(&self, corrections: &[Correction]) -> Vec<CorrectionView> {
        let is_first = |at: usize| at == 0 || corrections[at - 1].date != corrections[at].date;
        let corrections = corrections.iter().enumerate().map(|(at, correction)| CorrectionView {
            anchor: is_first(at).then(|| correction.anchor()),
            ..self.correction(correction)
        });
        corrections.collect()
    }

    /// A correction, wherever it is shown.
    pub(super) fn correction(&self, correction: &Correction) -> CorrectionView {
        CorrectionView {
            anchor: None,
            date: self.dates().long(correction.date),
            iso: correction.date.to_string(),
            note: text::html(&correction.note, self.lang, self.strings),
        }
    }
}
