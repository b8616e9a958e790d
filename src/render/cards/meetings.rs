//! Meetings and their documents.

use super::{
    carded::{Carded, Maker},
    kind_counts::KindCountView,
};
use crate::{
    id::Id,
    model::{Document, DocumentOwner, Meeting, ReadExtent, Signatory, Signer},
    plan::{ListKind, document_anchor, owner_address},
    render::{
        string_keys::{StringKeys, key, keys},
        text,
        view::{Card, Html, view},
    },
};

/// The strings that are asked for here.
pub(in crate::render) const STRINGS: &[StringKeys] =
    &[key("number-of-meeting"), key("number-in-dialogue"), keys("document-read-{}", ReadExtent::NAMES)];

/// A meeting as many pages show it.
pub(in crate::render) type MeetingCard = Card<MeetingView<'static>>;

view! {
    /// A meeting.
    struct MeetingView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// Its number, in words.
        number: Option<String>,
        /// Where the site has several dialogues, its own in short, with the number that it has there; on the page of the
        /// dialogue, the number alone.
        in_dialogue: Option<Html>,
        /// The day or days in full.
        date: String,
        /// The day or days in short.
        date_short: String,
        /// The first day as `2010-11-01`, for `<time datetime>`; `2010-11` where the day is not known.
        iso: String,
        /// Where it was held.
        place: Option<Html>,
        /// What it was about.
        summary: Option<Html>,
        /// How many commitments it made.
        commitments: usize,
        /// How many of each kind.
        kinds: Vec<KindCountView>,
        /// Whether it is shown only because drafts were asked for.
        draft: bool,
        /// Whether its day is still to come.
        planned: bool,
        /// Whether it was withdrawn.
        withdrawn: bool,
    }
}

/// Among which meetings a card stands.
#[derive(Clone, Copy)]
pub(in crate::render) enum MeetingsShown {
    /// Those of any dialogue.
    OfAll,
    /// Those of its own.
    OfDialogue,
}

impl Carded for Meeting {
    type Inner = MeetingsShown;
    type View<'a> = MeetingView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, among: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let number = self.facts.number.map(|n| maker.strings.get("number-of-meeting", &[("n", n.into())]));
        let commitments: &[_] = if self.is_withdrawn() { &[] } else { &self.commitments };
        MeetingView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Meetings, &self.id),
            title: maker.html(&self.facts.title),
            title_plain: text::plain(&self.facts.title, maker.lang),
            in_dialogue: match among {
                MeetingsShown::OfAll => in_dialogue(self, number.as_deref(), maker),
                MeetingsShown::OfDialogue => number.as_deref().map(Html::escaped),
            },
            number,
            date: maker.dates().long(self.facts.date),
            date_short: maker.dates().short(self.facts.date),
            iso: self.facts.date.start().to_string(),
            place: maker.optional(self.facts.place.as_ref()),
            summary: maker.optional(self.facts.summary.as_ref()),
            commitments: commitments.len(),
            kinds: maker.kind_counts(commitments),
            draft: self.is_draft,
            planned: self.is_planned,
            withdrawn: self.is_withdrawn(),
        }
    }
}

/// Which meeting of which dialogue it is, where there are several.
fn in_dialogue(meeting: &Meeting, number: Option<&str>, maker: &Maker<'_>) -> Option<Html> {
    let several = maker.site.has_several_dialogues();
    let dialogue = several.then(|| &maker.site.dialogues[meeting.facts.dialogue])?;
    let title = dialogue.short_title_on(meeting.facts.date.first_day());
    let title = text::markup(&title, maker.lang, maker.strings);
    // Both are HTML already, and the message is plain text between them.
    Some(Html::new(match number {
        Some(number) => {
            // In a narrow column a line may end within the title, but not within the number.
            let number = format!("<span class=\"whole\">{}</span>", text::escape(number));
            let args = [("dialogue", title.into()), ("number", number.into())];
            maker.strings.get("number-in-dialogue", &args)
        }
        None => title,
    }))
}

/// A document as many pages show it.
pub(in crate::render) type DocumentCard = Card<DocumentView<'static>>;

view! {
    /// A document of a meeting or of an event.
    struct DocumentView<'a> {
        /// Its id.
        id: &'a str,
        /// The id of its entry on the page of its meeting or event.
        anchor: String,
        /// The address of that entry.
        url: String,
        /// Its title.
        title: Html,
        /// Where the document itself is: an address elsewhere or, where `external` is not so, in this site.
        href: Option<&'a str>,
        /// Whether `href` leads out of this site.
        external: bool,
        /// The address of the archive's own file of it, where `href` leads elsewhere.
        copy: Option<&'a str>,
        /// Who published it.
        publisher: Option<Html>,
        /// The language it is in, in words.
        language: Option<&'a str>,
        /// Its date.
        date: Option<String>,
        /// Its date as `2010-11-01`, or `2010-11` where the day is not known.
        iso: Option<String>,
        /// The day on which it was last looked up.
        retrieved: Option<String>,
        /// Who signed it.
        signatories: Vec<SignatoryView>,
        /// How much of it the editors of the archive have read, in words.
        read: Option<&'a str>,
        /// The address of a copy that an archive of the web keeps.
        archived: Option<&'a str>,
        /// Its meeting; nothing where an event lists it.
        meeting: Option<LinkView>,
        /// Its event; nothing where a meeting lists it.
        event: Option<LinkView>,
    }
}

view! {
    /// Somebody who signed a document.
    struct SignatoryView {
        /// The name.
        name: Html,
        /// The address of the person's page.
        url: Option<String>,
        /// The office as published.
        role: Option<Html>,
        /// The delegation for which it was signed.
        delegation: Html,
    }
}

view! {
    /// A record of which nothing more is shown than a link.
    struct LinkView {
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
    }
}

impl Carded for Document {
    type Inner = ();
    type View<'a> = DocumentView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let address = owner_address(maker.site, self.owner, maker.lang);
        let anchor = document_anchor(&self.id);
        let link = |title| Some(LinkView { url: address.clone(), title: maker.html(title) });
        let (meeting, event) = match self.owner {
            DocumentOwner::Meeting(id) => (link(&maker.site.meetings[id].facts.title), None),
            DocumentOwner::Event(id) => (None, link(&maker.site.events[id].title)),
        };
        let language = self.language.as_deref().map(|code| {
            let key = format!("language-{code}");
            if maker.strings.has(&key) { maker.strings.plain(&key) } else { code }
        });
        DocumentView {
            id: self.id.as_str(),
            url: format!("{address}#{anchor}"),
            anchor,
            title: text::as_written(&self.title, maker.lang),
            href: self.url.as_deref().or(self.file.as_deref()),
            external: self.url.is_some(),
            copy: self.url.as_ref().and(self.file.as_deref()),
            publisher: self.publisher.as_ref().map(|it| text::as_written(it, maker.lang)),
            language,
            date: self.date.map(|date| maker.dates().long(date)),
            iso: self.date.map(|date| date.to_string()),
            retrieved: self.retrieved.map(|date| maker.dates().long(date)),
            signatories: self.signatories.iter().map(|it| signatory(it, maker)).collect(),
            read: self.read.map(|it| maker.strings.plain(&format!("document-read-{}", it.name()))),
            archived: self.archived.as_deref(),
            meeting,
            event,
        }
    }
}

fn signatory(it: &Signatory, maker: &Maker<'_>) -> SignatoryView {
    let (name, url) = match &it.who {
        Signer::Person(id) => {
            let person = &maker.site.people[*id];
            (maker.html(&person.name), Some(maker.url(ListKind::People, &person.id)))
        }
        Signer::Named(name) => (maker.html(name), None),
    };
    SignatoryView {
        name,
        url,
        role: maker.optional(it.office.as_ref()),
        delegation: maker.html(&maker.site.delegations[it.delegation].name),
    }
}
