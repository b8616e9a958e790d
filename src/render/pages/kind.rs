//! A kind of commitment, with all commitments of the kind.

use crate::{
    model::Kind,
    plan::{self, ListKind, PlannedPage},
    render::{
        context::LanguageContext,
        groups::MeetingGroupView,
        head::{PageContent, PageHead},
        narrowing::NarrowingView,
        string_keys::{StringKeys, keys},
        view::{PageTemplate, view},
    },
};

view! {
    /// A kind of commitment.
    struct KindPage<'a> {
        /// The kind, such as `shared-view`.
        id: &'static str,
        /// What the kind means.
        definition: &'a str,
        /// How many there are, in words.
        count: String,
        /// The ways from here to a part of the list.
        narrowing: NarrowingView,
        /// Its commitments by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl PageTemplate for KindPage<'_> {
    const TEMPLATE: &'static str = "kind.html";
    const STRINGS: &'static [StringKeys] = &[
        keys("kind-{}", Kind::NAMES),
        keys("kind-{}-definition", Kind::NAMES),
        keys("count-{}", Kind::NAMES),
    ];
}

impl LanguageContext<'_> {
    pub(super) fn kind(&self, kind: Kind, page: &PlannedPage) -> PageContent<'_> {
        let list = &self.lists.of_kind[kind as usize];
        let key = format!("kind-{}", kind.name());
        let definition = self.strings.plain(&format!("{key}-definition"));
        let head = PageHead {
            description: Some(definition.to_owned()),
            trail: self.trail(Some(ListKind::Commitments)),
            ..PageHead::new(self.strings.plain(&key), ListKind::Commitments.name())
        };
        head.with(KindPage {
            id: kind.name(),
            definition,
            count: self.strings.count(&format!("count-{}", kind.name()), list.records.len()),
            narrowing: self.narrowing(list, &plan::kind_address(kind, self.lang)),
            groups: self.groups(&list.records, page),
        })
    }
}
