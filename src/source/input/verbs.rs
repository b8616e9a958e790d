//! The table of operative verbs, which `import` goes by.

use schemars::JsonSchema;
use serde::Deserialize;

use super::lists::List;
use crate::model::Kind;

/// Operative verbs by the kind of record that they make, beside those of the program; of a verb that is in both, this kind counts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VerbTableInput {
    /// Optional: verbs of something to be done.
    pub undertaking: Option<VerbsInput>,
    /// Optional: verbs of something under way that is to go on.
    pub continuation: Option<VerbsInput>,
    /// Optional: verbs of a view that the sides hold together.
    pub shared_view: Option<VerbsInput>,
    /// Optional: verbs of something that the sides received well.
    pub welcome: Option<VerbsInput>,
    /// Optional: verbs of something that was reported as done.
    pub report: Option<VerbsInput>,
    /// Optional: verbs of something that was asked of the governments.
    pub recommendation: Option<VerbsInput>,
    /// Optional: verbs of the plan of a next meeting.
    pub next_meeting: Option<VerbsInput>,
    /// Optional: verbs that are taken out of the table.
    pub none: Option<VerbsInput>,
}

/// Operative verbs of both languages.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerbsInput {
    /// Optional: English verbs in their plain form; `*` at the end takes the next word. Example: `[agree to, will *]`
    pub en: List<String>,
    /// Optional: Japanese verbs up to their last kanji, or as they end. Example: `[合意, 実施する]`
    pub ja: List<String>,
}

impl VerbTableInput {
    /// The verbs of each kind, and at last those that are taken out.
    #[must_use]
    pub fn into_kinds(self) -> Vec<(Option<Kind>, VerbsInput)> {
        let kinds = [
            (Some(Kind::Undertaking), self.undertaking),
            (Some(Kind::Continuation), self.continuation),
            (Some(Kind::SharedView), self.shared_view),
            (Some(Kind::Welcome), self.welcome),
            (Some(Kind::Report), self.report),
            (Some(Kind::Recommendation), self.recommendation),
            (Some(Kind::NextMeeting), self.next_meeting),
            (None, self.none),
        ];
        kinds.into_iter().filter_map(|(kind, verbs)| Some((kind, verbs?))).collect()
    }
}
