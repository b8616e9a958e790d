//! What search engines are told of a page: a block of JSON-LD in the words of schema.org.
//!
//! It says what the record states and nothing more. Addresses are absolute, so a site that does not know where it
//! stands leaves them out. A record is one thing and its page another: the record's own id ends in a fragment.

use serde::Serialize;

use super::{
    context::LanguageContext,
    frame::in_lang,
    head::TrailStep,
    json_ld::{Node, Property, Value},
    text,
    view::Html,
};
use crate::{
    id::Id,
    lang::{Date, Lang, PerLang, ruby},
    model::{Delegation, DelegationKind, Organization, Person, Text, Version},
    plan::{self, ListKind, PlannedPage},
};

/// How a text stands to that of the other language, in the words of schema.org.
type TranslationRelation = &'static str;

/// A block of JSON-LD: what the page is about, and the way to it.
#[derive(Serialize)]
struct JsonLdBlock {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

impl LanguageContext<'_> {
    /// The block of a page, to which `trail` leads, to stand in a `script` element. None where search engines are not to
    /// keep the page, or where its text is the other language's.
    pub(super) fn structured(
        &self,
        page: &PlannedPage,
        title: &str,
        trail: &[TrailStep<'_>],
        about: Option<Node>,
    ) -> Option<Html> {
        if !page.is_canonical(self.site) {
            return None;
        }
        let trail = (!trail.is_empty()).then(|| self.breadcrumbs(trail, title.to_owned()));
        let graph: Vec<Node> = trail.into_iter().chain(about).collect();
        let block = JsonLdBlock { context: "https://schema.org", graph };
        (!block.graph.is_empty()).then(|| Html::new(for_script(&block)))
    }

    /// What a page is about, made only where search engines are told of it.
    pub(super) fn about(&self, page: &PlannedPage, make: impl FnOnce() -> Node) -> Option<Node> {
        page.is_canonical(self.site).then(make)
    }

    /// The way from home down to a page, the page included.
    fn breadcrumbs(&self, trail: &[TrailStep<'_>], title: String) -> Node {
        let above = trail.iter().map(|step| (step.title.plain(self.lang), self.url(&step.url)));
        // The last is the page itself, whose address search engines do not need here.
        let items = above.chain([(title, None)]).zip(1..).map(|((name, url), position)| {
            let properties =
                [("position", Some(Value::Number(position))), ("name", Some(name.into())), ("item", url)];
            Node::new("ListItem", properties)
        });
        Node::new("BreadcrumbList", [("itemListElement", Some(items.collect()))])
    }

    /// The page itself, as a part of the site.
    pub(super) fn web_page(&self, title: &Text, versions: &PerLang<Version>, page: &PlannedPage) -> Node {
        let home = plan::address(self.lang, "");
        let site =
            [("@id", self.fragment(&home, "website")), ("name", Some(self.plain(&self.site.config.title)))];
        let mut node = Node::new(
            "WebPage",
            [
                ("@id", self.url(&page.address)),
                ("name", Some(self.plain(title))),
                ("inLanguage", Some(self.lang.code().into())),
                ("isPartOf", Some(Node::new("WebSite", site).into())),
            ],
        );
        if let Some(relation) = self.translation(versions, page) {
            let id = self.url(&in_lang(&page.address, self.lang.other()));
            self.add_translation(&mut node, relation, id, title);
        }
        node
    }

    /// Whether a text was made from the other language's, or the other from it.
    fn translation(&self, versions: &PerLang<Version>, page: &PlannedPage) -> Option<TranslationRelation> {
        let other = self.lang.other();
        let is_made = |lang: Lang| versions[lang].is_made_from(lang.other());
        match self.lang {
            _ if !page.has_version(self.site, other) => None,
            lang if is_made(lang) => Some("translationOfWork"),
            _ if is_made(other) => Some("workTranslation"),
            _ => None,
        }
    }

    /// Says how a text stands to that of the other language, which has this id and title.
    fn add_translation(
        &self,
        node: &mut Node,
        relation: TranslationRelation,
        id: Option<Value>,
        title: &Text,
    ) {
        let other = self.lang.other();
        let name = title.get(other).map(|title| ruby::plain(title).into());
        let properties = [("@id", id), ("name", name), ("inLanguage", Some(other.code().into()))];
        node.add(relation, Node::new(node.kind, properties).into());
    }

    pub(super) fn delegation_node(&self, id: Id<Delegation>) -> Node {
        let delegation = &self.site.delegations[id];
        Node::new(kind_of(delegation), [("name", Some(self.plain(&delegation.name)))])
    }

    /// An organization under its name on a day, with further properties.
    pub(super) fn organization_node<const N: usize>(
        &self,
        id: Id<Organization>,
        day: Option<Date>,
        more: [Property; N],
    ) -> Node {
        let organization = &self.site.organizations[id];
        let kind = kind_of(&self.site.delegations[organization.delegation]);
        let address = plan::record_address(ListKind::Organizations, &organization.id, self.lang);
        let name = self.plain(organization.name_at(day));
        let own = [("@id", self.fragment(&address, "organization")), ("name", Some(name))];
        Node::new(kind, own.into_iter().chain(more))
    }

    pub(super) fn person_node<const N: usize>(&self, id: Id<Person>, more: [Property; N]) -> Node {
        let person = &self.site.people[id];
        let address = plan::record_address(ListKind::People, &person.id, self.lang);
        let own = [("@id", self.fragment(&address, "person")), ("name", Some(self.plain(&person.name)))];
        Node::new("Person", own.into_iter().chain(more))
    }

    /// A body of which nothing is known but its name.
    pub(super) fn organization_named(&self, name: Option<&Text>) -> Option<Value> {
        name.map(|name| Node::new("Organization", [("name", Some(self.plain(name)))]).into())
    }

    /// The address of the license of the archive's texts.
    pub(super) fn license(&self) -> Option<Value> {
        self.site.config.license.as_ref()?.url.clone().map(Value::from)
    }

    pub(super) fn plain(&self, text: &Text) -> Value {
        text::plain(text, self.lang).into()
    }

    /// A text where there is one in the page's language.
    pub(super) fn own(&self, text: Option<&Text>) -> Option<Value> {
        text.and_then(|text| text.get(self.lang)).map(|text| ruby::plain(text).into())
    }

    pub(super) fn url(&self, address: &str) -> Option<Value> {
        self.site.config.absolute(address).map(Value::from)
    }

    pub(super) fn fragment(&self, address: &str, fragment: &str) -> Option<Value> {
        self.site.config.absolute(address).map(|url| format!("{url}#{fragment}").into())
    }
}

fn kind_of(delegation: &Delegation) -> &'static str {
    match delegation.kind {
        Some(DelegationKind::Government) => "GovernmentOrganization",
        Some(
            DelegationKind::Private
            | DelegationKind::InternationalOrganization
            | DelegationKind::CivilSociety
            | DelegationKind::Academia,
        )
        | None => "Organization",
    }
}

/// JSON in which no text can close the `script` element around it.
fn for_script(block: &JsonLdBlock) -> String {
    // Values made here always have a form in JSON.
    let text = serde_json::to_string(block).unwrap_or_default();
    if text.contains('<') { text.replace('<', "\\u003c") } else { text }
}
