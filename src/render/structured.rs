//! What search engines are told of a page: a block of JSON-LD in the words of schema.org.
//!
//! It says what the record states and nothing more. Addresses are absolute, so a site that does not know where it
//! stands leaves them out. A record is one thing and its page another: the record's own id ends in a fragment.

mod node;

use serde::Serialize;

use super::{
    LanguageContext,
    page::{Step, in_lang},
    text,
    view::Html,
};
use crate::{
    id::Id,
    lang::{Date, Lang, ruby},
    model::{
        Commitment, Delegation, DelegationKind, Document, Meeting, Mode, Organization, Page, Person, Role,
        Text, Version,
    },
    plan::{self, ListKind, PageKind, PlannedPage, meeting_address},
};
use node::{Node, Property, Value};

/// How a text stands to that of the other language, in the words of schema.org.
type Relation = &'static str;

/// A block of JSON-LD: what the page is about, and the way to it.
#[derive(Serialize)]
struct Block {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

impl LanguageContext<'_> {
    /// The block of a page, to which `trail` leads, to stand in a `script` element. None where search engines are not to
    /// keep the page, or where its text is the other language's.
    pub(super) fn structured(&self, page: &PlannedPage, title: &str, trail: &[Step<'_>]) -> Option<Html> {
        if !self.is_listed(page) || !page.has_version(self.site, self.lang) {
            return None;
        }
        let trail = (!trail.is_empty()).then(|| self.breadcrumbs(trail, title.to_owned(), &page.address));
        let graph: Vec<Node> = trail.into_iter().chain(self.described(page)).collect();
        let block = Block { context: "https://schema.org", graph };
        (!block.graph.is_empty()).then(|| Html::new(for_script(&block)))
    }

    /// What the page is about.
    fn described(&self, page: &PlannedPage) -> Option<Node> {
        let node = match page.kind {
            PageKind::Home => self.website(),
            PageKind::Meeting(id) => self.event(id, page),
            PageKind::Commitment(id) => self.commitment_node(id, page),
            PageKind::Organization(id) => self.whole_organization(id),
            PageKind::Person(id) => self.whole_person(id),
            PageKind::List(ListKind::Downloads) => self.dataset(page),
            PageKind::Page(id) => self.plain_page_node(&self.site.pages[id], page),
            _ => return None,
        };
        Some(node)
    }

    /// The way from home down to a page, the page included.
    fn breadcrumbs(&self, trail: &[Step<'_>], title: String, address: &str) -> Node {
        let above = trail.iter().map(|step| (step.title.plain(self.lang), step.url.as_str()));
        let items = above.chain([(title, address)]).zip(1..).map(|((name, url), position)| {
            let properties = [
                ("position", Some(Value::Number(position))),
                ("name", Some(name.into())),
                ("item", self.url(url)),
            ];
            Node::new("ListItem", properties)
        });
        Node::new("BreadcrumbList", [("itemListElement", Some(items.collect()))])
    }

    fn website(&self) -> Node {
        let config = &self.site.config;
        let home = plan::address(self.lang, "");
        Node::new(
            "WebSite",
            [
                ("@id", self.fragment(&home, "website")),
                ("url", self.url(&home)),
                ("name", Some(self.plain(&config.title))),
                ("description", self.own(config.description.as_ref())),
                ("inLanguage", Some(self.lang.code().into())),
                ("publisher", self.organization_named(config.publisher.as_ref())),
                ("license", self.license()),
            ],
        )
    }

    fn event(&self, id: Id<Meeting>, page: &PlannedPage) -> Node {
        let meeting = &self.site.meetings[id];
        let day = meeting.date.start();
        let dialogue = self.site.dialogues[meeting.dialogue].title_on(day);
        let attendees = self.attendees(meeting);
        let documents: Vec<_> = meeting.documents.iter().map(|id| self.document_node(*id)).collect();
        Node::new(
            "Event",
            [
                ("@id", self.fragment(&page.address, "event")),
                ("url", self.url(&page.address)),
                ("name", Some(self.plain(&meeting.title))),
                ("description", self.own(meeting.summary.as_ref())),
                ("startDate", Some(day.to_string().into())),
                ("endDate", Some(meeting.date.end().to_string().into())),
                ("eventAttendanceMode", meeting.mode.map(attendance_mode)),
                ("location", self.location(meeting)),
                ("superEvent", Some(Node::new("EventSeries", [("name", Some(self.plain(dialogue)))]).into())),
                ("organizer", meeting.host.map(|host| self.delegation_node(host).into())),
                ("subjectOf", (!documents.is_empty()).then(|| documents.into_iter().collect())),
                ("attendee", (!attendees.is_empty()).then(|| attendees.into_iter().collect())),
                ("mainEntityOfPage", Some(self.web_page(&meeting.title, &meeting.versions, page).into())),
            ],
        )
    }

    /// A document that the record of a meeting rests on, under its title in the language that it is in.
    fn document_node(&self, id: Id<Document>) -> Node {
        let document = &self.site.documents[id];
        let written = document.language.as_deref().and_then(Lang::from_code);
        let title = written.and_then(|lang| document.title.get(lang)).map(|title| ruby::plain(title).into());
        let file =
            document.file.as_deref().and_then(|file| self.site.config.below_base(file)).map(Value::from);
        Node::new(
            "DigitalDocument",
            [
                ("name", title.or_else(|| Some(self.plain(&document.title)))),
                ("url", document.url.clone().map(Value::from).or(file)),
                ("archivedAt", document.archived.clone().map(Value::from)),
                ("inLanguage", document.language.clone().map(Value::from)),
                ("datePublished", document.date.map(|day| day.to_string().into())),
                ("publisher", self.organization_named(document.publisher.as_ref())),
            ],
        )
    }

    /// The archive as data, on the page from which it can be downloaded.
    fn dataset(&self, page: &PlannedPage) -> Node {
        let config = &self.site.config;
        let file = |address: &str, kind: &'static str| {
            Node::new(
                "DataDownload",
                [("contentUrl", self.url(address)), ("encodingFormat", Some(kind.into()))],
            )
        };
        let tables = plan::TABLES.map(|name| file(&plan::table_address(name), "text/csv"));
        let files = [file(plan::ARCHIVE, "application/json"), file(plan::CORPUS, "application/x-tmx+xml")];
        let languages = config.languages.iter().map(|lang| lang.code());
        Node::new(
            "Dataset",
            [
                ("@id", self.fragment(&page.address, "dataset")),
                ("url", self.url(&page.address)),
                ("name", Some(self.plain(&config.title))),
                ("description", config.description.as_ref().map(|it| self.plain(it))),
                ("inLanguage", Some(languages.collect())),
                ("creator", self.organization_named(config.publisher.as_ref())),
                ("license", self.license()),
                ("isAccessibleForFree", Some(Value::YesNo(true))),
                ("distribution", Some(files.into_iter().chain(tables).collect())),
            ],
        )
    }

    /// The place, where one is stated. That a meeting was by video, too, is told with the address of its page, which
    /// search engines ask of such a location: where the site does not know its own, it is left out.
    fn location(&self, meeting: &Meeting) -> Option<Value> {
        let name = meeting.place.as_ref().map(|place| self.plain(place));
        let place = |name| Node::new("Place", [("name", Some(name))]);
        let online = |name| {
            let url = self.url(&meeting_address(meeting, self.lang))?;
            Some(Node::new("VirtualLocation", [("name", name), ("url", Some(url))]))
        };
        match meeting.mode {
            Some(Mode::Virtual) => online(name).map(Value::from),
            Some(Mode::Hybrid) => match (name.map(place), online(None)) {
                (Some(place), Some(online)) => Some([place, online].into_iter().collect()),
                (place, online) => place.or(online).map(Value::from),
            },
            _ => name.map(|name| place(name).into()),
        }
    }

    /// The bodies and people that are named, delegation by delegation.
    fn attendees(&self, meeting: &Meeting) -> Vec<Node> {
        let day = Some(meeting.date.start());
        let mut attendees = Vec::new();
        for there in &meeting.delegations {
            let people = there.heads.iter().map(|head| head.person).chain(there.people.iter().copied());
            attendees.extend(people.map(|id| self.person_node(id, [])));
            attendees.extend(there.organizations.iter().map(|id| self.organization_node(*id, day, [])));
        }
        attendees
    }

    fn commitment_node(&self, id: Id<Commitment>, page: &PlannedPage) -> Node {
        let commitment = &self.site.commitments[id];
        let (meeting, track) = (&self.site.meetings[commitment.meeting], &self.site.tracks[commitment.track]);
        let record = [
            ("@id", self.url(&meeting_address(meeting, self.lang))),
            ("name", Some(self.plain(&meeting.title))),
        ];
        let subject = [
            ("url", self.url(&plan::record_address(ListKind::Tracks, &track.id, self.lang))),
            ("name", Some(self.plain(&track.title))),
        ];
        let mut node = Node::new(
            "CreativeWork",
            [
                ("@id", self.fragment(&page.address, "commitment")),
                ("url", self.url(&page.address)),
                ("text", Some(self.plain(&commitment.text))),
                ("inLanguage", Some(self.lang.code().into())),
                ("isPartOf", Some(Node::new("WebPage", record).into())),
                ("about", Some(Node::new("Thing", subject).into())),
            ],
        );
        if let Some(relation) = self.translation(&meeting.versions, page) {
            let id = self.fragment(&in_lang(&page.address, self.lang.other()), "commitment");
            self.add_translation(&mut node, relation, id, None);
        }
        node
    }

    fn plain_page_node(&self, record: &Page, page: &PlannedPage) -> Node {
        let mut node = self.web_page(&record.title, &record.versions, page);
        if let Some(summary) = self.own(record.summary.as_ref()) {
            node.add("description", summary);
        }
        node
    }

    /// The page itself, as a part of the site.
    fn web_page(&self, title: &Text, versions: &[Version; 2], page: &PlannedPage) -> Node {
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
            self.add_translation(&mut node, relation, id, Some(title));
        }
        node
    }

    /// Whether a text was made from the other language's, or the other from it.
    fn translation(&self, versions: &[Version; 2], page: &PlannedPage) -> Option<Relation> {
        let other = self.lang.other();
        let is_made = |lang: Lang| versions[lang.index()].is_made_from(lang.other());
        match self.lang {
            _ if !page.has_version(self.site, other) => None,
            lang if is_made(lang) => Some("translationOfWork"),
            _ if is_made(other) => Some("workTranslation"),
            _ => None,
        }
    }

    /// Says how a text stands to that of the other language, which has this id and title.
    fn add_translation(&self, node: &mut Node, relation: Relation, id: Option<Value>, title: Option<&Text>) {
        let other = self.lang.other();
        let name = title.and_then(|title| title.get(other)).map(|title| ruby::plain(title).into());
        let properties = [("@id", id), ("name", name), ("inLanguage", Some(other.code().into()))];
        node.add(relation, Node::new(node.kind, properties).into());
    }

    fn delegation_node(&self, id: Id<Delegation>) -> Node {
        let delegation = &self.site.delegations[id];
        Node::new(kind_of(delegation), [("name", Some(self.plain(&delegation.name)))])
    }

    /// An organization under its name on a day, with further properties.
    fn organization_node<const N: usize>(
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

    fn whole_organization(&self, id: Id<Organization>) -> Node {
        let organization = &self.site.organizations[id];
        let parent = organization.parent.map(|parent| self.organization_node(parent, None, []).into());
        let properties = [
            ("alternateName", organization.abbreviation.clone().map(Value::from)),
            ("sameAs", organization.url.clone().map(Value::from)),
            ("parentOrganization", parent),
        ];
        self.organization_node(id, None, properties)
    }

    fn person_node<const N: usize>(&self, id: Id<Person>, more: [Property; N]) -> Node {
        let person = &self.site.people[id];
        let address = plan::record_address(ListKind::People, &person.id, self.lang);
        let own = [("@id", self.fragment(&address, "person")), ("name", Some(self.plain(&person.name)))];
        Node::new("Person", own.into_iter().chain(more))
    }

    fn whole_person(&self, id: Id<Person>) -> Node {
        let person = &self.site.people[id];
        let roles: Vec<Node> = person.roles.iter().filter_map(|role| self.role(person, role)).collect();
        let properties = [
            ("familyName", self.own(person.family.as_ref())),
            ("givenName", self.own(person.given.as_ref())),
            ("affiliation", (!roles.is_empty()).then(|| roles.into_iter().collect())),
        ];
        self.person_node(id, properties)
    }

    /// A role in a body, with its days, as schema.org puts them between a person and an organization.
    fn role(&self, person: &Person, role: &Role) -> Option<Node> {
        let organization = self.organization_node(role.organization?, self.day_of_role(person, role), []);
        let day = |day: Option<Date>| day.map(|day| day.to_string().into());
        let properties = [
            ("roleName", Some(self.plain(&role.title))),
            ("startDate", day(role.from)),
            ("endDate", day(role.until)),
            ("affiliation", Some(organization.into())),
        ];
        Some(Node::new("OrganizationRole", properties))
    }

    /// A body of which nothing is known but its name.
    fn organization_named(&self, name: Option<&Text>) -> Option<Value> {
        name.map(|name| Node::new("Organization", [("name", Some(self.plain(name)))]).into())
    }

    /// The address of the license of the archive's texts.
    fn license(&self) -> Option<Value> {
        self.site.config.license.as_ref()?.url.clone().map(Value::from)
    }

    fn plain(&self, text: &Text) -> Value {
        text::plain(text, self.lang).into()
    }

    /// A text where there is one in the page's language.
    fn own(&self, text: Option<&Text>) -> Option<Value> {
        text.and_then(|text| text.get(self.lang)).map(|text| ruby::plain(text).into())
    }

    fn url(&self, address: &str) -> Option<Value> {
        self.site.config.absolute(address).map(Value::from)
    }

    fn fragment(&self, address: &str, fragment: &str) -> Option<Value> {
        self.site.config.absolute(address).map(|url| format!("{url}#{fragment}").into())
    }
}

fn kind_of(delegation: &Delegation) -> &'static str {
    match delegation.kind {
        Some(DelegationKind::Government) => "GovernmentOrganization",
        Some(DelegationKind::Private) | None => "Organization",
    }
}

fn attendance_mode(mode: Mode) -> Value {
    let mode = match mode {
        Mode::InPerson => "Offline",
        Mode::Virtual => "Online",
        Mode::Hybrid => "Mixed",
    };
    format!("https://schema.org/{mode}EventAttendanceMode").into()
}

/// JSON in which no text can close the `script` element around it.
fn for_script(block: &Block) -> String {
    // Values made here always have a form in JSON.
    let text = serde_json::to_string(block).unwrap_or_default();
    if text.contains('<') { text.replace('<', "\\u003c") } else { text }
}
