//! Names of earlier times.

use super::{
    context::LanguageContext,
    text,
    view::{Html, view},
};
use crate::model::Former;

view! {
    /// A name of earlier times.
    struct FormerView {
        /// The name.
        name: Html,
        /// The last day on which it was valid.
        until: String,
    }
}

impl LanguageContext<'_> {
    pub(super) fn former(&self, names: &[Former]) -> Vec<FormerView> {
        let names = names.iter().map(|former| FormerView {
            name: text::html(&former.name, self.lang, self.strings),
            until: self.dates().long(former.until),
        });
        names.collect()
    }
}
