//! Every page of the site, once, with its address. Two things at one address are refused.

mod addresses;
mod citations;
mod claimed;
pub mod files;
mod lists;
mod others;
mod pictures;
mod portable;
mod site_files;

pub use addresses::{
    address, alias_path, commitment_address, commitment_anchor, commitment_path, commitment_title_anchor,
    document_anchor, kind_address, list_path, meeting_address, owner_address, page_address, parallel_address,
    plain_page_path, record_address, record_path, target_address, term_anchor, withdrawn_commitment_address,
};
pub use citations::{CitationFile, CitationFormat, CitedThing};
pub use lists::{ListKind, TimelineRecord, listed_commitments, of_kind, published, timeline};
pub use pictures::{PictureFile, picture_address};
pub use site_files::{
    dataset, download_key, download_keys, downloads, file_at, is_text, lasting_files, media_type, site_files,
    text_types, withdrawn_files,
};

use foldhash::{HashSet, HashSetExt};

use crate::{
    diagnostic::{Code, Suggestions},
    id::Id,
    lang::{Lang, Message, SortedBy, order::Collation, ruby, say},
    model::{Commitment, Delegation, Dialogue, Event, Kind, Meeting, Organization, Page, Person, Track},
    path,
    site::{InsideLink, Site},
    yaml::{Problem, Spot},
};
use claimed::{ClaimedAddresses, Clash};
use others::{Other, others};

/// How many items of a list stand on one page.
pub const PAGE_LENGTH: usize = 200;

/// The folder in the output that publishing keeps for itself; no address of the site lies in it.
pub const OWN_FOLDER: &str = ".taiwa";

/// The folder of the theme's files, whose names are made from what is in them. Static files may lie beside them.
pub const ASSETS: &str = "assets";

/// A page with its address.
#[derive(Clone, Debug)]
pub struct PlannedPage {
    /// From the site's root, without the leading slash.
    pub address: String,
    /// What it shows.
    pub kind: PageKind,
    /// Its language; the pages of both have the first of the site.
    pub lang: Lang,
    /// Which part of a long list, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

impl PlannedPage {
    /// Whether the page's text is there in a language, rather than fallen back to the other.
    #[must_use]
    pub fn has_version(&self, site: &Site, lang: Lang) -> bool {
        match self.kind {
            PageKind::Meeting(id) => site.meetings[id].has(lang),
            PageKind::Commitment(id) => site.commitments[id].facts.text.get(lang).is_some(),
            PageKind::Page(id) => site.pages[id].bodies[lang].is_some(),
            _ => true,
        }
    }

    /// Whether the record that the page shows was withdrawn.
    #[must_use]
    pub fn is_withdrawn(&self, site: &Site) -> bool {
        match self.kind {
            PageKind::Meeting(id) | PageKind::Parallel(id) | PageKind::WithdrawnCommitment(id) => {
                site.meetings[id].is_withdrawn()
            }
            PageKind::Commitment(id) => site.meetings[site.commitments[id].meeting].is_withdrawn(),
            PageKind::Page(id) => site.pages[id].is_withdrawn,
            _ => false,
        }
    }

    /// Whether it is a file that a page offers, and no page itself.
    #[must_use]
    pub fn is_file_of_page(&self) -> bool {
        matches!(self.kind, PageKind::Picture(_) | PageKind::Citations(_))
    }

    /// Whether search engines are to keep the page.
    #[must_use]
    pub fn is_listed(&self, site: &Site) -> bool {
        !matches!(self.kind, PageKind::NotFound | PageKind::Alias(_) | PageKind::Parallel(_))
            && !self.is_file_of_page()
            && !self.is_withdrawn(site)
    }

    /// Whether they are to keep it under its own address: one that has fallen back to the other language is that
    /// language's page.
    #[must_use]
    pub fn is_canonical(&self, site: &Site) -> bool {
        self.is_listed(site) && self.has_version(site, self.lang)
    }
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// Both languages, as equals.
    Root,
    /// What a server shows where nothing is.
    NotFound,
    /// What the site is.
    Home,
    /// A list of records.
    List(ListKind),
    /// A dialogue.
    Dialogue(Id<Dialogue>),
    /// A meeting.
    Meeting(Id<Meeting>),
    /// The notes of a meeting in both languages side by side.
    Parallel(Id<Meeting>),
    /// A commitment.
    Commitment(Id<Commitment>),
    /// What a withdrawn meeting had set down.
    WithdrawnCommitment(Id<Meeting>),
    /// The commitments of a kind.
    Kind(Kind),
    /// A track.
    Track(Id<Track>),
    /// An event.
    Event(Id<Event>),
    /// A delegation.
    Delegation(Id<Delegation>),
    /// An organization.
    Organization(Id<Organization>),
    /// A person.
    Person(Id<Person>),
    /// A plain page.
    Page(Id<Page>),
    /// A picture of a page, in a file of its own.
    Picture(PictureFile),
    /// How a record, and what belongs to it, is cited, in a file of its own.
    Citations(CitationFile),
    /// The earlier address of a record: its place among the site's aliases.
    Alias(usize),
}

/// The order in which the glossary of a language lists the terms, by their places.
#[must_use]
pub fn glossary_order(site: &Site, lang: Lang) -> Vec<usize> {
    let mut order: Vec<usize> = (0..site.terms.len()).collect();
    // Japanese terms have no reading to be sorted by: they keep the order of their file.
    if lang.locale().sorted_by == SortedBy::Name {
        let collation = Collation::new(lang);
        let form = |index: usize| {
            let forms = &site.terms[index].forms;
            forms.nearest(lang).map(|(_, form)| ruby::plain(form)).unwrap_or_default()
        };
        order.sort_by_cached_key(|index| (collation.key(&form(*index)), *index));
    }
    order
}

/// The address of each term below a language, by its place: the glossary is cut into parts in the language's order.
#[must_use]
pub fn term_paths(site: &Site, lang: Lang) -> Vec<String> {
    let list = list_path(ListKind::Glossary);
    let mut paths = vec![String::new(); site.terms.len()];
    for (place, index) in glossary_order(site, lang).into_iter().enumerate() {
        let page = page_address(&list, place / PAGE_LENGTH + 1);
        paths[index] = format!("{page}#{}", term_anchor(index));
    }
    paths
}

/// Lists every page. Problems: two things at one address, and links to addresses that the site does not have.
#[must_use]
pub fn plan(site: &Site) -> (Vec<PlannedPage>, Vec<Problem>) {
    let mut pages = Planner { pages: Vec::new() };
    let first = site.config.languages[0];
    pages.add(String::new(), PageKind::Root, first);
    pages.add("404.html".into(), PageKind::NotFound, first);
    let of_language = |lang| {
        let mut pages = Planner { pages: Vec::new() };
        pages.add_language(site, lang);
        pages.pages
    };
    let [one, other] = site.config.languages;
    let (one, other) = rayon::join(|| of_language(one), || of_language(other));
    pages.pages.extend(one);
    pages.pages.extend(other);
    for (index, alias) in site.aliases.iter().enumerate() {
        let lang = alias.address.split('/').next().and_then(Lang::from_code).unwrap_or(first);
        pages.add(alias.address.clone(), PageKind::Alias(index), lang);
    }
    let files = site_files(site);
    let others = others(site, &files);
    let mut problems = portable::problems(&others);
    let taken = report_collisions(&pages.pages, &others, &mut problems);
    report_broken_links(site, &taken, &mut problems);
    (pages.pages, problems)
}

struct Planner {
    pages: Vec<PlannedPage>,
}

impl Planner {
    fn add(&mut self, address: String, kind: PageKind, lang: Lang) {
        self.pages.push(PlannedPage { address, kind, lang, number: 1, of: 1 });
    }

    /// Adds as many pages as the longest list on it needs.
    fn add_long(&mut self, address: &str, kind: PageKind, lang: Lang, length: usize) {
        let of = length.div_ceil(PAGE_LENGTH).max(1);
        for number in 1..=of {
            let address = page_address(address, number);
            self.pages.push(PlannedPage { address, kind, lang, number, of });
        }
    }

    fn add_language(&mut self, site: &Site, lang: Lang) {
        self.add(address(lang, ""), PageKind::Home, lang);
        for &list in ListKind::ALL.iter().filter(|list| list.is_in(site)) {
            self.add_long(&address(lang, &list_path(list)), PageKind::List(list), lang, list.length(site));
        }
        self.add_dialogues(site, lang);
        for (id, meeting) in site.meetings.iter() {
            self.add(meeting_address(meeting, lang), PageKind::Meeting(id), lang);
            if meeting.has_parallel() {
                self.add(parallel_address(meeting, lang), PageKind::Parallel(id), lang);
            }
        }
        for id in site.commitments.ids() {
            self.add(commitment_address(site, id, lang), PageKind::Commitment(id), lang);
        }
        for (id, meeting) in site.meetings.iter() {
            for commitment in &meeting.withdrawn_commitments {
                self.add(
                    withdrawn_commitment_address(meeting, commitment, lang),
                    PageKind::WithdrawnCommitment(id),
                    lang,
                );
            }
        }
        for &kind in Kind::ALL {
            let length = of_kind(site, kind).count();
            self.add_long(&kind_address(kind, lang), PageKind::Kind(kind), lang, length);
        }
        for (id, track) in site.tracks.iter() {
            let address = record_address(ListKind::Tracks, &track.id, lang);
            self.add_long(&address, PageKind::Track(id), lang, track.commitments.len());
        }
        for (id, event) in site.events.iter() {
            self.add(record_address(ListKind::Events, &event.id, lang), PageKind::Event(id), lang);
        }
        for (id, record) in site.delegations.iter() {
            let address = record_address(ListKind::Delegations, &record.id, lang);
            let length = record.commitments.len().max(record.meetings.len()).max(record.organizations.len());
            self.add_long(&address, PageKind::Delegation(id), lang, length);
        }
        for (id, record) in site.organizations.iter() {
            let address = record_address(ListKind::Organizations, &record.id, lang);
            let length = record.commitments.len().max(site.attendance(id, ..).len()).max(record.people.len());
            self.add_long(&address, PageKind::Organization(id), lang, length);
        }
        for (id, person) in site.people.iter() {
            let address = record_address(ListKind::People, &person.id, lang);
            self.add_long(&address, PageKind::Person(id), lang, person.meetings.len());
        }
        for picture in pictures::pictures(site) {
            self.add(picture_address(site, picture, lang), PageKind::Picture(picture), lang);
        }
        for (address, file) in citations::citations(site, lang) {
            self.add(address, PageKind::Citations(file), lang);
        }
        for (id, page) in site.pages.iter() {
            self.add(address(lang, &plain_page_path(&page.id)), PageKind::Page(id), lang);
        }
    }

    /// Adds a page for each of several dialogues.
    fn add_dialogues(&mut self, site: &Site, lang: Lang) {
        for (id, dialogue) in site.dialogues.iter().filter(|_| site.has_several_dialogues()) {
            let address = record_address(ListKind::Dialogues, &dialogue.id, lang);
            let commitments = dialogue.meetings.iter().map(|id| site.meetings[*id].commitments.len()).sum();
            self.add_long(&address, PageKind::Dialogue(id), lang, dialogue.meetings.len().max(commitments));
        }
    }
}

/// Claims the address of every page and file.
fn report_collisions<'s>(
    pages: &'s [PlannedPage],
    others: &'s [Other<'s>],
    problems: &mut Vec<Problem>,
) -> ClaimedAddresses<'s> {
    // What publishing and the site itself keep whole folders for is nobody's address.
    let mut taken = ClaimedAddresses::new([OWN_FOLDER].into_iter().chain(site_files::folders()), pages.len());
    taken.claim_folder(ASSETS);
    let mut folders = HashSet::new();
    let mut claim = |address: &'s str, folded: &'s str, spot: Option<&Spot>| {
        let Err(clash) = taken.claim(address, folded) else { return };
        if let Clash::Folder(own, other) = clash
            && !folders.insert((own, other))
        {
            return;
        }
        let spot = spot.cloned().unwrap_or(Spot::Either(Vec::new()));
        problems.push(collision(address, &clash, spot));
    };
    // Ids are in lower case: the address of a page is folded as it is.
    for page in pages.iter().filter(|page| !matches!(page.kind, PageKind::Alias(_))) {
        claim(&page.address, &page.address, None);
    }
    for other in others {
        claim(other.address, &other.folded, other.spot);
    }
    taken
}

/// The problem of an address that something else has, or would have on many systems.
fn collision(address: &str, clash: &Clash<'_>, spot: Spot) -> Problem {
    let problem = |message: Message| Problem::new(Code::UrlCollision, spot, message);
    let (problem, advice) = match clash {
        Clash::Same => {
            return problem(say!("address-taken", address));
        }
        Clash::Alike(here, there) => (problem(say!("same-name", here, there)), say!("choose-name")),
        Clash::Folder(here, there) => (problem(say!("same-folder", here, there)), say!("write-alike")),
    };
    problem.help(say!("case-of-names", advice))
}

fn report_broken_links(site: &Site, taken: &ClaimedAddresses<'_>, problems: &mut Vec<Problem>) {
    let mut suggestions = Suggestions::default();
    for InsideLink { spot, address, .. } in &site.inside_links {
        if !taken.has(address) {
            let near = taken.alike(address).or_else(|| suggestions.near(address, taken.iter()));
            let near = near.map(|near| format!("/{}", path::typed(near)));
            let written = format!("/{}", path::typed(address));
            let problem = Problem::new(Code::BrokenLink, spot.clone(), say!("no-address", address));
            problems.push(match near {
                Some(near) => problem.help(say!("did-you-mean", meant = near)).replace(&written, &near),
                None => problem,
            });
        }
    }
}
