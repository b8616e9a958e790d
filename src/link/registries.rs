//! The registries' records, with their references to one another.

use indexmap::IndexMap;
use std::iter;

use super::{
    aliases, days, events,
    facts::{
        DelegationFacts, DialogueFacts, Named, OrganizationFacts, PersonFacts, SiteFacts, TermFacts,
        TrackFacts,
    },
    languages::languages,
    outsiders,
    problems::{Problems, RecordKind},
    regions::regions,
    registry_file::{File, checked_text, find, items, records, required, summary, text},
    time_zone::time_zone,
};
use crate::{
    config::{self, Config, FontFile, License, Options},
    diagnostic::Code,
    id::{Id, Table},
    lang::{DateRange, Lang, Message, PerLang, begins_word, is_reading, say},
    model::{Former, Role, Text},
    site::AliasTarget,
    source::{
        RegistryDraft,
        input::{
            DelegationInput, DialogueInput, OrganizationInput, PersonInput, SiteInput, TermInput, TextInput,
        },
    },
    yaml::{Problem, Spot, Step},
};

/// site.yaml; the command line's base address and theme take the place of its own. With it, the languages that the
/// program does not know.
pub(super) fn config(
    draft: &RegistryDraft,
    options: &Options,
    problems: &mut Problems,
) -> (Config, Vec<(Spot, String)>) {
    let (source, site) = &draft.site;
    let file = File(*source);
    let mut top =
        |field: &str, value: &Option<TextInput>| checked_text(file, [field.into()], value.as_ref(), problems);
    let (title, description) = (top("title", &site.title), top("description", &site.description));
    let publisher = top("publisher", &site.publisher);
    let title = title.unwrap_or_else(|| {
        if !problems.unread.is_site {
            problems.missing(file.at(["title".into()]), "title");
        }
        Text::default()
    });
    let license = site.license.as_ref().map(|license| License {
        name: checked_text(file, ["license".into(), "name".into()], license.name.as_ref(), problems)
            .unwrap_or_default(),
        url: problems.url(license.url.as_ref(), || file.at(["license".into(), "url".into()])),
    });
    let contact =
        problems.address(site.contact.as_ref(), config::contact_address, || file.at(["contact".into()]));
    let levels = site.levels.iter().flatten();
    let levels = levels.filter_map(|(id, level)| {
        let yaml_path = ["levels".into(), id.as_str().into()];
        Some((id.clone(), checked_text(file, yaml_path, level.as_ref(), problems)?))
    });
    let levels: IndexMap<_, _> = levels.collect();
    let (languages, unknown) = languages(site.languages.as_ref(), file, problems);
    let regions = regions(site.locales.as_ref(), file, problems);
    let time_zone = time_zone(site.time_zone.as_deref(), || file.at(["time_zone".into()]), problems);
    let config = Config {
        title,
        description,
        publisher,
        base_url: base_url(site, options, file, problems),
        languages,
        regions,
        as_of: options.as_of.day(&time_zone),
        latest_today: match site.time_zone {
            Some(_) => options.as_of.day(&time_zone),
            None => options.as_of.latest_day(),
        },
        time_zone,
        theme: theme_name(draft, options),
        share_font: site
            .share_font
            .as_ref()
            .map(|path| FontFile { path: path.clone(), spot: file.at(["share_font".into()]) }),
        license,
        contact,
        levels,
    };
    (config, unknown)
}

/// The name of the theme, which may be loaded before anything is linked.
#[must_use]
pub fn theme_name(draft: &RegistryDraft, options: &Options) -> String {
    let (_, site) = &draft.site;
    options.theme.clone().or_else(|| site.theme.clone()).unwrap_or_else(|| "default".into())
}

fn base_url(site: &SiteInput, options: &Options, file: File, problems: &mut Problems) -> Option<String> {
    let url = options.base_url.as_ref().or(site.base_url.as_ref());
    problems.address(url, config::base_url, || file.at(["base_url".into()]))
}

/// Fills the tables of everything that is not a note.
pub(super) fn link(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    link_tracks(draft, site, problems);
    link_delegations(draft, site, problems);
    link_dialogues(draft, site, problems);
    link_organizations(draft, site, problems);
    link_people(draft, site, problems);
    events::link(draft, site, problems);
    let (source, terms) = &draft.glossary;
    for (index, term) in items(Some(terms)) {
        site.terms.push(term_of(File(*source), index, term, problems));
    }
}

fn link_tracks(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    let file = File(draft.tracks.0);
    for (id, ref input) in records(file, &draft.tracks.1, RecordKind::TRACK, problems) {
        let title = required(file, id, "title", input.title.as_ref(), problems);
        let summary = summary(file, id, input.summary.as_ref(), problems);
        let aliases = aliases::of_record(file, id, input.aliases.as_ref(), problems);
        let track = site.tracks.push(id.into(), TrackFacts { id: id.into(), title, summary });
        site.add_registry_aliases(aliases, AliasTarget::Track(track));
    }
}

fn link_delegations(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    let file = File(draft.delegations.0);
    for (id, ref input) in records(file, &draft.delegations.1, RecordKind::DELEGATION, problems) {
        let delegation = delegation(file, id, input, problems);
        let aliases = aliases::of_record(file, id, input.aliases.as_ref(), problems);
        let delegation = site.delegations.push(id.into(), delegation);
        site.add_registry_aliases(aliases, AliasTarget::Delegation(delegation));
    }
    let inputs = records(file, &draft.delegations.1, RecordKind::DELEGATION, &mut Problems::default());
    let sides = inputs.iter().map(|(id, input)| {
        let beside = input.side.as_ref()?;
        let spot = || file.at([(*id).into(), "side".into()]);
        let found = find(&site.delegations, beside, RecordKind::DELEGATION, problems, spot);
        outsiders::side_of_another(site.delegations.find(id)?, found, spot, problems)
    });
    site.sides = sides.collect();
}

fn delegation(file: File, id: &str, input: &DelegationInput, problems: &mut Problems) -> DelegationFacts {
    DelegationFacts {
        id: id.into(),
        name: required(file, id, "name", input.name.as_ref(), problems),
        kind: input.kind,
        country: country(file, id, input, problems),
    }
}

/// The country of a delegation. The European Union's code is reserved for it in ISO 3166-1.
fn country(file: File, id: &str, input: &DelegationInput, problems: &mut Problems) -> Option<String> {
    let written = input.country.as_ref()?;
    let is_country = |code: &str| code == "EU" || rust_iso3166::from_alpha2(code).is_some();
    if is_country(written) {
        return Some(written.clone());
    }
    let message = say!("not-a-country", written);
    let problem = Problem::new(Code::InvalidValue, file.at([id.into(), "country".into()]), message);
    let upper = written.to_ascii_uppercase();
    let meant = match upper.as_str() {
        "UK" => Some("GB"),
        code => is_country(code)
            .then_some(code)
            .or_else(|| rust_iso3166::from_alpha3(code).map(|country| country.alpha2))
            .or_else(|| {
                rust_iso3166::ALL.iter().find(|it| it.name.eq_ignore_ascii_case(written)).map(|it| it.alpha2)
            }),
    };
    problems.push(problem.help(match meant {
        Some(code) => say!("write", what = code),
        None => say!("write-country"),
    }));
    None
}

fn link_dialogues(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    let file = File(draft.dialogues.0);
    for (id, ref input) in records(file, &draft.dialogues.1, RecordKind::DIALOGUE, problems) {
        let aliases = aliases::of_record(file, id, input.aliases.as_ref(), problems);
        if let Some(dialogue) = dialogue(file, id, input, site, problems) {
            let dialogue = site.dialogues.push(id.to_owned(), dialogue);
            site.add_registry_aliases(aliases, AliasTarget::Dialogue(dialogue));
        } else {
            problems.broken.insert((Code::UnknownDialogue, id.to_owned()));
        }
    }
    link_wholes(draft, file, site, problems);
}

fn link_wholes(draft: &RegistryDraft, file: File, site: &mut SiteFacts, problems: &mut Problems) {
    site.wholes = vec![None; site.dialogues.len()];
    for (id, ref input) in records(file, &draft.dialogues.1, RecordKind::DIALOGUE, &mut Problems::default()) {
        let Some(written) = &input.part_of else { continue };
        let spot = || file.at([id.into(), "part_of".into()]);
        let found = find(&site.dialogues, written, RecordKind::DIALOGUE, problems, spot);
        let (Some(whole), Some(this)) = (found, site.dialogues.find(id)) else { continue };
        let above = iter::successors(Some(whole), |it| site.whole(*it));
        match circle(this, whole, above, &site.dialogues) {
            Some(message) => {
                let problem = Problem::new(Code::InvalidValue, spot(), message);
                problems.push(problem.help(say!("other-dialogue")));
            }
            None => site.wholes[this.index()] = Some(whole),
        }
    }
}

/// What is wrong where a record is to be a part of one that is itself, or a part of it.
fn circle<T, R: Named>(
    this: Id<T>,
    whole: Id<T>,
    mut above: impl Iterator<Item = Id<T>>,
    table: &Table<T, R>,
) -> Option<Message> {
    let [own, other] = [this, whole].map(|id| table[id].name());
    above
        .any(|above| above == this)
        .then(|| if this == whole { say!("part-of-itself", own) } else { say!("part-already", other, own) })
}

fn dialogue(
    file: File,
    id: &str,
    input: &DialogueInput,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<DialogueFacts> {
    let title = required(file, id, "title", input.title.as_ref(), problems);
    let written = items(input.parties.as_ref());
    let parties: Vec<_> = written
        .iter()
        .filter_map(|(index, party)| {
            let spot = || file.at([id.into(), "parties".into(), (*index).into()]);
            find(&site.delegations, party, RecordKind::DELEGATION, problems, spot)
        })
        .collect();
    if written.len() != 2 {
        let spot = file.at([id.into(), "parties".into()]);
        let message = say!("two-parties", count = written.len());
        problems.push(Problem::new(Code::InvalidValue, spot, message));
    } else if let &[(_, first), (index, second)] = written.as_slice()
        && first == second
    {
        let spot = file.at([id.into(), "parties".into(), index.into()]);
        let message = say!("one-party", first);
        problems.push(Problem::new(Code::InvalidValue, spot, message));
    }
    let names = items(input.names.as_ref()).into_iter().filter_map(|(index, name)| {
        let steps = [id.into(), "names".into(), index.into()];
        former(file, &steps, name.until.as_ref(), ("title", name.title.as_ref()), problems)
    });
    let names = by_day(names.collect());
    let &[first, second] = parties.as_slice() else { return None };
    Some(DialogueFacts {
        id: id.into(),
        title,
        abbreviation: input.abbreviation.clone(),
        parties: [first, second],
        summary: summary(file, id, input.summary.as_ref(), problems),
        names,
    })
}

fn by_day(mut names: Vec<Former>) -> Vec<Former> {
    names.sort_by_key(|name| name.until.last_day());
    names
}

fn former(
    file: File,
    steps: &[Step; 3],
    until: Option<&String>,
    (field, name): (&str, Option<&TextInput>),
    problems: &mut Problems,
) -> Option<Former> {
    let at = |field: &str| file.at(steps.iter().cloned().chain([field.into()]));
    let Some(until) = until else {
        problems.missing(at("until"), "until");
        return None;
    };
    let until = problems.partial_date_ahead(until, days::YEARS, || at("until"))?;
    let yaml_path = steps.iter().cloned().chain([field.into()]);
    if let Some(name) = checked_text(file, yaml_path, name, problems) {
        Some(Former { until, name })
    } else {
        problems.missing(at(field), field);
        None
    }
}

fn link_organizations(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    let file = File(draft.organizations.0);
    for (id, ref input) in records(file, &draft.organizations.1, RecordKind::ORGANIZATION, problems) {
        let aliases = aliases::of_record(file, id, input.aliases.as_ref(), problems);
        if let Some(organization) = organization(file, id, input, site, problems) {
            let organization = site.organizations.push(id.to_owned(), organization);
            site.add_registry_aliases(aliases, AliasTarget::Organization(organization));
        } else {
            problems.broken.insert((Code::UnknownOrganization, id.to_owned()));
        }
    }
    link_parents(draft, file, site, problems);
}

fn link_parents(draft: &RegistryDraft, file: File, site: &mut SiteFacts, problems: &mut Problems) {
    site.parents = vec![None; site.organizations.len()];
    for (id, ref input) in
        records(file, &draft.organizations.1, RecordKind::ORGANIZATION, &mut Problems::default())
    {
        let (Some(parent), Some(this)) = (&input.parent, site.organizations.find(id)) else { continue };
        let spot = || file.at([id.into(), "parent".into()]);
        let Some(parent) = find(&site.organizations, parent, RecordKind::ORGANIZATION, problems, spot) else {
            continue;
        };
        let above = iter::successors(Some(parent), |it| site.parent(*it));
        if let Some(message) = circle(this, parent, above, &site.organizations) {
            let problem = Problem::new(Code::InvalidValue, spot(), message);
            problems.push(problem.help(say!("other-parent")));
            continue;
        }
        outsiders::report_parent(this, parent, site, spot, problems);
        site.parents[this.index()] = Some(parent);
    }
}

fn organization(
    file: File,
    id: &str,
    input: &OrganizationInput,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<OrganizationFacts> {
    let name = required(file, id, "name", input.name.as_ref(), problems);
    let at = |field: &str| file.at([id.into(), field.into()]);
    let delegation = if let Some(name) = &input.delegation {
        find(&site.delegations, name, RecordKind::DELEGATION, problems, || at("delegation"))
    } else {
        problems.missing(at("delegation"), "delegation");
        None
    };
    let names = items(input.names.as_ref()).into_iter().filter_map(|(index, name)| {
        let steps = [id.into(), "names".into(), index.into()];
        former(file, &steps, name.until.as_ref(), ("name", name.name.as_ref()), problems)
    });
    let names = by_day(names.collect());
    let url = problems.url(input.url.as_ref(), || at("url"));
    Some(OrganizationFacts {
        id: id.into(),
        delegation: delegation?,
        name,
        abbreviation: input.abbreviation.clone(),
        reading: reading(input.reading.as_ref(), || at("reading"), problems),
        url,
        names,
    })
}

/// How a Japanese name is read; what is no kana is reported, since lists could not follow it.
fn reading(written: Option<&String>, spot: impl FnOnce() -> Spot, problems: &mut Problems) -> Option<String> {
    let written = written?;
    let (message, help) = if !is_reading(written) {
        let help = say!("write-reading");
        (say!("not-a-reading", written), help)
    } else if !begins_word(written) {
        let help = say!("begin-reading");
        (say!("begins-no-word", written), help)
    } else {
        return Some(written.clone());
    };
    let problem = Problem::new(Code::InvalidValue, spot(), message);
    problems.push(problem.help(help));
    Some(written.clone())
}

/// Reports each person whose name is not split, where the names of others are: lists show those in another form.
fn report_unsplit_names(file: File, people: &[(&str, PersonInput)], problems: &mut Problems) {
    let is_split = |it: &PersonInput| it.family.is_some() || it.given.is_some();
    if !people.iter().any(|(_, it)| is_split(it)) {
        return;
    }
    // A name that is missing is told already.
    for (id, _) in people.iter().filter(|(_, it)| it.name.is_some() && !is_split(it)) {
        let message = say!("unsplit-name", id);
        let help = say!("split-name");
        let spot = file.at([(*id).into(), "name".into()]);
        problems.push(Problem::new(Code::UnsplitName, spot, message).help(help));
    }
}

fn link_people(draft: &RegistryDraft, site: &mut SiteFacts, problems: &mut Problems) {
    let file = File(draft.people.0);
    let people = records(file, &draft.people.1, RecordKind::PERSON, problems);
    report_unsplit_names(file, &people, problems);
    for (id, ref input) in people {
        let person = PersonFacts {
            id: id.into(),
            name: required(file, id, "name", input.name.as_ref(), problems),
            family: text(input.family.as_ref()),
            given: text(input.given.as_ref()),
            reading: reading(input.reading.as_ref(), || file.at([id.into(), "reading".into()]), problems),
            roles: roles(file, id, input, site, problems),
        };
        let aliases = aliases::of_record(file, id, input.aliases.as_ref(), problems);
        let person = site.people.push(id.into(), person);
        site.add_registry_aliases(aliases, AliasTarget::Person(person));
    }
}

fn roles(file: File, id: &str, input: &PersonInput, site: &SiteFacts, problems: &mut Problems) -> Vec<Role> {
    let mut roles = Vec::new();
    for (index, role) in items(input.roles.as_ref()) {
        let at = |field: &str| file.at([id.into(), "roles".into(), index.into(), field.into()]);
        let organization = role.organization.as_ref().and_then(|name| {
            find(&site.organizations, name, RecordKind::ORGANIZATION, problems, || at("organization"))
        });
        let mut date = |field: &str, date: &Option<String>| {
            problems.partial_date_ahead(date.as_ref()?, days::YEARS, || at(field))
        };
        let (from, until) = (date("from", &role.from), date("until", &role.until));
        if let (Some(from), Some(until)) = (from, until)
            && DateRange::new(from, until).is_err()
        {
            let message = say!("role-backwards", until, from);
            problems.push(Problem::new(Code::InvalidDate, at("until"), message));
        }
        let yaml_path = [id.into(), "roles".into(), index.into(), "title".into()];
        match checked_text(file, yaml_path, role.title.as_ref(), problems) {
            Some(title) => roles.push(Role { organization, title, from, until }),
            None => problems.missing(at("title"), "title"),
        }
    }
    roles
}

fn term_of(file: File, index: usize, input: &TermInput, problems: &mut Problems) -> TermFacts {
    for field in Lang::ALL.into_iter().filter(|lang| input.form(*lang).is_none()).map(Lang::code) {
        problems.missing(file.at([index.into(), field.into()]), field);
    }
    let forms = Lang::ALL.into_iter().fold(Text::default(), |text, lang| text.with(lang, input.form(lang)));
    TermFacts {
        forms,
        avoid: PerLang::of(|lang| input.avoided(lang).map(str::to_owned).collect()),
        note: checked_text(file, [index.into(), "note".into()], input.note.as_ref(), problems),
    }
}
