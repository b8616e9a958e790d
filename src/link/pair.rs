//! A record in its two language files: facts that must agree, texts that stand side by side.

use foldhash::{HashMap, HashMapExt};

use super::{problems::Problems, yaml_path::YamlPath};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{Lang, Message, PerLang, say},
    model::Text,
    yaml::{Problem, Spot, Step},
};

/// A record as one language file has it.
#[derive(Debug)]
pub(super) struct Side<'a, T> {
    pub(super) source: SourceId,
    pub(super) yaml_path: YamlPath<'a>,
    pub(super) value: &'a T,
}

/// The file of a note in each language, where there is one.
pub(super) type Files = PerLang<Option<SourceId>>;

/// The record in a note that a text belongs to.
pub(super) struct Record<'n, T> {
    /// The files of the note.
    pub(super) files: Files,
    /// What it is called; nothing for the note itself.
    pub(super) name: &'n str,
    /// Where it stands in a file that has it.
    pub(super) at: fn(&Side<'_, T>) -> Spot,
}

impl<T> Record<'static, T> {
    /// A whole note.
    pub(super) fn note(files: Files) -> Self {
        Self { files, name: "", at: |side| top(side.source) }
    }
}

/// The first line of a note.
pub(super) fn top(source: SourceId) -> Spot {
    Spot::Bytes(source, 0..3)
}

/// Reports what a file lacks and the other has.
pub(super) fn missing(spot: Spot, what: &Message, lang: Lang) -> Problem {
    let other = lang.other().code();
    let message = say!("missing-here", what, file = other);
    Problem::new(Code::MissingTranslation, spot, message).help(say!("write-here"))
}

/// What a text is called: its key and, around it, those of its record.
fn what(keys: &[&str], record: &str) -> Message {
    let around = Some(record).filter(|record| !record.is_empty());
    let names = keys.iter().rev().copied().chain(around).map(|name| say!("named", name));
    names.reduce(|inner, outer| say!("of", inner, outer)).unwrap_or_else(|| Message::verbatim(""))
}

impl<T> Side<'_, T> {
    /// Where a value inside the record stands.
    pub(super) fn at(&self, steps: impl IntoIterator<Item = Step>) -> Spot {
        Spot::Value(self.source, self.yaml_path.pointer(steps))
    }
}

/// A record as its two language files have it; at least one does.
#[derive(Debug)]
pub(super) struct Pair<'a, T> {
    pub(super) sides: PerLang<Option<Side<'a, T>>>,
}

impl<'a, T> Pair<'a, T> {
    /// The sides that are there, English first.
    pub(super) fn sides(&self) -> impl Iterator<Item = (Lang, &Side<'a, T>)> {
        self.sides.entries().filter_map(|(lang, side)| Some((lang, side.as_ref()?)))
    }

    /// A fact: written in either file or, the same, in both. Two that differ are an error that shows both places.
    pub(super) fn fact<U: PartialEq>(
        &self,
        key: &str,
        problems: &mut Problems,
        get: impl Fn(&'a T) -> Option<&'a U>,
    ) -> Option<&'a U> {
        let mut stated = self.sides().filter_map(|(_, side)| Some((side, get(side.value)?)));
        let (first, fact) = stated.next()?;
        if let Some((second, other)) = stated.next()
            && fact != other
        {
            problems.conflict(key, second.at([key.into()]), first.at([key.into()]));
        }
        Some(fact)
    }

    /// The items of a list of facts, which both files may have.
    pub(super) fn list<U: PartialEq + 'a, G: Fn(&'a T) -> Option<&'a Vec<Option<U>>>>(
        &self,
        key: &str,
        problems: &mut Problems,
        get: G,
    ) -> impl Iterator<Item = (usize, &'a U)> + use<'a, T, U, G> {
        // What was refused was reported: a list with a gap is not set against the other.
        let mut lists = self.sides().filter_map(|(_, side)| get(side.value));
        let list = if lists.all(|list| list.iter().all(Option::is_some)) {
            self.fact(key, problems, get)
        } else {
            self.sides().find_map(|(_, side)| get(side.value))
        };
        list.into_iter().flatten().enumerate().filter_map(|(index, item)| Some((index, item.as_ref()?)))
    }

    /// A text, in each language whose file has it.
    pub(super) fn text(&self, get: impl Fn(&'a T) -> Option<&'a String>) -> Text {
        let mut text = Text::default();
        for (lang, side) in self.sides() {
            let said = get(side.value).map(String::as_str).filter(|text| !text.trim().is_empty());
            text = text.with(lang, said);
        }
        text
    }

    /// A text that should be there in every language whose file is there; one that is not is reported at its record, in the
    /// file that lacks it. The steps lead to it inside the record.
    pub(super) fn full_text(
        &self,
        steps: &[&'static str],
        record: &Record<'_, T>,
        problems: &mut Problems,
        get: impl Fn(&'a T) -> Option<&'a String>,
    ) -> Text {
        let text = self.text(get);
        for lang in Lang::ALL.into_iter().filter(|lang| text.get(*lang).is_none()) {
            let other = self.sides[lang.other()].as_ref();
            if let (Some(_), Some(there), Some(file)) = (text.get(lang.other()), other, record.files[lang]) {
                let own = self.sides[lang].as_ref();
                let yaml_path = || steps.iter().copied().map(Step::from);
                let spot = own.map_or_else(|| top(file), |own| (record.at)(own));
                let problem = missing(spot, &what(steps, record.name), lang);
                let problem = problem.related(there.at(yaml_path()), say!("other-file-says"));
                problems.push(match own {
                    Some(own) => problem.unless_at(own.at(yaml_path())),
                    None => problem,
                });
            }
        }
        text
    }

    /// The same of a text that may be missing altogether.
    pub(super) fn optional_full_text(
        &self,
        steps: &[&'static str],
        record: &Record<'_, T>,
        problems: &mut Problems,
        get: impl Fn(&'a T) -> Option<&'a String>,
    ) -> Option<Text> {
        Some(self.full_text(steps, record, problems, get)).filter(|text| !text.is_empty())
    }

    /// The language files that there are.
    pub(super) fn files(&self) -> Files {
        self.sides.each_ref().map(|side| side.as_ref().map(|side| side.source))
    }

    /// A text that may be missing altogether.
    pub(super) fn optional_text(&self, get: impl Fn(&'a T) -> Option<&'a String>) -> Option<Text> {
        Some(self.text(get)).filter(|text| !text.is_empty())
    }

    /// Where a value of this record stands: in the first file that has it.
    pub(super) fn spot(&self, steps: impl IntoIterator<Item = Step>) -> Spot {
        let steps: Vec<_> = steps.into_iter().collect();
        Spot::Either(self.sides().map(|(_, side)| side.at(steps.iter().cloned())).collect())
    }

    /// Where a key's value stands.
    pub(super) fn at(&self, key: &str) -> Spot {
        self.spot([key.into()])
    }

    /// Where an item of a list stands.
    pub(super) fn item(&self, key: &str, index: usize) -> Spot {
        self.spot([key.into(), index.into()])
    }

    /// The records of a list that both files may have, joined by id in the order of their first mention; and those whose
    /// id stands in the same list before, each by itself.
    pub(super) fn records<'p, U: 'a>(
        &'p self,
        key: &'p str,
        get: impl Fn(&'a T) -> Option<&'a Vec<Option<U>>>,
        id: impl Fn(&'a U) -> Option<&'a String>,
        problems: &mut Problems,
    ) -> [Vec<(&'a str, Pair<'p, U>)>; 2] {
        let mut repeated: Vec<(&'a str, Pair<'p, U>)> = Vec::new();
        let mut joined: Vec<(&'a str, Pair<'p, U>)> = Vec::new();
        let mut found: HashMap<&'a str, usize> = HashMap::new();
        for (lang, side) in self.sides() {
            for (index, record) in get(side.value).into_iter().flatten().enumerate() {
                let yaml_path = YamlPath::Item(&side.yaml_path, key, index);
                let id_spot =
                    |yaml_path: YamlPath<'_>| Spot::Value(side.source, yaml_path.pointer(["id".into()]));
                let name = record.as_ref().and_then(&id).filter(|name| !name.is_empty());
                let (Some(record), Some(name)) = (record, name) else {
                    problems.missing(id_spot(yaml_path), "id");
                    continue;
                };
                let at = *found.entry(name).or_insert_with(|| {
                    joined.push((name, Pair { sides: PerLang::default() }));
                    joined.len() - 1
                });
                let slot = &mut joined[at].1.sides[lang];
                if let Some(first) = slot {
                    let message = say!("id-twice", id = name);
                    let problem = Problem::new(Code::DuplicateId, id_spot(yaml_path), message)
                        .related(first.at(["id".into()]), say!("first-here"));
                    problems.push(problem);
                    let mut sides = PerLang::default();
                    sides[lang] = Some(Side { source: side.source, yaml_path, value: record });
                    repeated.push((name, Pair { sides }));
                } else {
                    *slot = Some(Side { source: side.source, yaml_path, value: record });
                }
            }
        }
        [joined, repeated]
    }

    /// The items of a list that both files may have, joined by their place in it.
    pub(super) fn by_place<'p, U: 'a>(
        &'p self,
        key: &'p str,
        get: impl Fn(&'a T) -> Option<&'a Vec<Option<U>>>,
    ) -> Vec<Pair<'p, U>> {
        let lists = self.sides.each_ref().map(|side| side.as_ref().and_then(|side| get(side.value)));
        let length = lists.iter().flatten().map(|list| list.len()).max().unwrap_or_default();
        let places = (0..length).filter_map(|index| {
            self.inner(
                |yaml_path| YamlPath::Item(yaml_path, key, index),
                |value| get(value)?.get(index)?.as_ref(),
            )
        });
        places.collect()
    }

    /// What lies one way further in, in both files, as one pair.
    pub(super) fn inner<'p, U: 'a>(
        &'p self,
        yaml_path: impl Fn(&'p YamlPath<'a>) -> YamlPath<'p>,
        get: impl Fn(&'a T) -> Option<&'a U>,
    ) -> Option<Pair<'p, U>> {
        let sides = PerLang::of(|lang| {
            let side = self.sides[lang].as_ref()?;
            Some(Side { source: side.source, yaml_path: yaml_path(&side.yaml_path), value: get(side.value)? })
        });
        sides.iter().any(Option::is_some).then_some(Pair { sides })
    }
}
