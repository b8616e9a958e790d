//! Assessments come into the notes that hold the records: one item of a list each, and every other byte stays.

use std::collections::BTreeMap;

use super::{assessment_row::AssessmentRow, row::name, sheet_problem::SheetProblem};
use crate::{
    diagnostic::{Code, SourceFile},
    edit::{ItemPairs, Leaf, WorkFile, is_repeated, item_with_id, leaves, with_items},
    lang::{Lang, Message, PerLang, say},
    site::Site,
    yaml::{Pointer, Step, Tree, ValueKind},
};

const KEY: &str = "assessments";

/// The file of a meeting in a language.
#[derive(Clone, Copy, Debug)]
pub struct MeetingNote<'a> {
    /// The meeting's id.
    pub id: &'a str,
    /// The language.
    pub lang: Lang,
    /// The file as it was read.
    pub file: &'a SourceFile,
}

/// A file with more assessments.
#[derive(Debug)]
pub struct EditedNote {
    /// Its path from the root.
    pub path: String,
    /// All that is in it.
    pub text: String,
    /// What was added, line by line.
    pub lines: Vec<Message>,
}

/// The files with all assessments of the rows.
///
/// # Errors
///
/// What cannot be written, each at the row's cell.
pub fn edited_notes(
    notes: &[MeetingNote<'_>],
    rows: &[AssessmentRow],
    site: &Site,
) -> Result<Vec<EditedNote>, Vec<SheetProblem>> {
    let mut files = MeetingFiles { site, files: BTreeMap::new() };
    for note in notes {
        let files = files.files.entry(note.id.to_owned()).or_default();
        files[note.lang] = Some(WorkFile::new(note.file));
    }
    // What stands further down is added later: the lines that were named stay where they are.
    let mut rows: Vec<_> = rows.iter().map(|row| (files.place(row), row)).collect();
    rows.sort_by_key(|(place, _)| *place);
    let problems: Vec<_> = rows.into_iter().filter_map(|(_, row)| files.add(row).err()).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let files = files.files.into_values().flat_map(|files| files.into_iter().flatten());
    let edited = files.filter(|file| !file.lines.is_empty());
    Ok(edited.map(|WorkFile { path, text, lines, .. }| EditedNote { path, text, lines }).collect())
}

/// The files of meetings as they are so far.
struct MeetingFiles<'a> {
    site: &'a Site,
    files: BTreeMap<String, PerLang<Option<WorkFile>>>,
}

/// A commitment in a file.
struct Found {
    /// The shape of the file.
    tree: Tree,
    /// Its place in the list of commitments.
    index: usize,
    /// How many assessments it has.
    length: usize,
}

impl Found {
    fn new(file: &WorkFile, id: &str) -> Option<Self> {
        let tree = file.tree()?;
        let commitments = tree.step(&"commitments".into())?;
        let index = item_with_id(commitments, id)?;
        let list = commitments.step(&index.into())?.step(&KEY.into()).map(|list| &list.kind);
        let length = if let Some(ValueKind::List(items)) = list { items.len() } else { 0 };
        Some(Self { tree, index, length })
    }

    /// Whether its list has the facts of assessments, rather than remarks alone.
    fn is_judged(&self) -> bool {
        let list = self.record().and_then(|record| record.step(&KEY.into())).map(|list| &list.kind);
        matches!(list, Some(ValueKind::List(items)) if items.iter().any(|item| has_key(item, "status")))
    }

    fn record(&self) -> Option<&Tree> {
        self.tree.step(&"commitments".into())?.step(&self.index.into())
    }
}

impl MeetingFiles<'_> {
    fn meeting(&self, row: &AssessmentRow) -> &str {
        &self.site.meetings[self.site.commitments[row.commitment].meeting].id
    }

    /// Where the record begins in the file with its facts.
    fn place(&self, row: &AssessmentRow) -> usize {
        let found = self.find(row);
        let facts = facts_lang(&found).and_then(|lang| found[lang].as_ref()?.record());
        facts.map_or(0, |record| record.span.start)
    }

    /// The record in each language.
    fn find(&self, row: &AssessmentRow) -> PerLang<Option<Found>> {
        let files = self.files.get(self.meeting(row));
        let id = &self.site.commitments[row.commitment].id;
        PerLang::of(|lang| Found::new(files?[lang].as_ref()?, id))
    }

    /// Adds the assessment of a row.
    fn add(&mut self, row: &AssessmentRow) -> Result<(), SheetProblem> {
        let found = self.find(row);
        let lang = facts_lang(&found);
        let lang = lang.ok_or_else(|| by_hand(row, self.site, &say!("facts-nowhere")))?;
        let index = found[lang].as_ref().map_or(0, |found| found.length);
        let mut item = facts(row, self.site);
        item.extend(row.note[lang].clone().map(|note| ("note", note)));
        self.extend(row, (lang, &found), index, item)?;
        match row.note[lang.other()].clone() {
            Some(note) => self.extend(row, (lang.other(), &found), index, vec![("note", note)]),
            None => Ok(()),
        }
    }

    /// Adds an item to the list of a file, so that it gets this place there.
    fn extend(
        &mut self,
        row: &AssessmentRow,
        (lang, found): (Lang, &PerLang<Option<Found>>),
        index: usize,
        item: ItemPairs,
    ) -> Result<(), SheetProblem> {
        let found = found[lang].as_ref().ok_or_else(|| lacking(row, lang))?;
        let mut items = vec![ItemPairs::new(); index.saturating_sub(found.length)];
        items.push(item);
        let meeting = self.meeting(row).to_owned();
        let site = self.site;
        let file = self.files.get_mut(&meeting).and_then(|files| files[lang].as_mut());
        let edited = file.as_ref().and_then(|file| edited(file, found, &items));
        let (Some(file), Some(edited)) = (file, edited) else {
            return Err(by_hand(row, site, &say!("not-extensible")));
        };
        let line = edited.line(first_difference(&file.text, &edited.text));
        let what: Vec<_> = items.iter().flatten().map(|(key, value)| format!("{key}: {value}")).collect();
        let name = name(site, row.commitment);
        let (facts, cell) = (what.join(", "), row.place.message());
        let added = say!("assessment-added", file = file.path, line, name, facts, cell);
        *file = edited;
        file.lines.push(added);
        Ok(())
    }
}

/// The language of the file that has the facts of the assessments or, where there is none yet, those of the record.
fn facts_lang(found: &PerLang<Option<Found>>) -> Option<Lang> {
    let which = |is_one: fn(&Found) -> bool| {
        Lang::ALL.into_iter().find(|lang| found[*lang].as_ref().is_some_and(is_one))
    };
    let has_kind = |found: &Found| found.record().is_some_and(|record| has_key(record, "kind"));
    which(Found::is_judged).or_else(|| which(has_kind))
}

/// The file with the items, in the first way in which YAML reads just what was there and them.
fn edited(file: &WorkFile, found: &Found, items: &[ItemPairs]) -> Option<WorkFile> {
    let place = Pointer::from([Step::from("commitments"), found.index.into(), KEY.into()]);
    if is_repeated(&found.tree, &place) {
        return None;
    }
    let list = ["commitments".to_owned(), found.index.to_string(), KEY.to_owned()];
    let mut expected = leaves(&found.tree, &[], None);
    for (at, item) in items.iter().enumerate() {
        let way = |keys: &[&str]| -> Vec<String> {
            let index = (found.length + at).to_string();
            list.iter().cloned().chain([index]).chain(keys.iter().map(|key| (*key).to_owned())).collect()
        };
        expected.push((way(&[]), "{}".to_owned()));
        expected.extend(item.iter().map(|(key, value)| (way(&[key]), value.clone())));
    }
    // The list itself may not have been there.
    let in_order = |mut leaves: Vec<Leaf>| {
        leaves.retain(|(way, _)| *way != list);
        leaves.sort();
        leaves
    };
    let expected = in_order(expected);
    let ways = with_items(&file.text, found.record()?, KEY, items);
    let mut edited = ways.into_iter().map(|edits| file.edited(&edits));
    edited.find(|edited| edited.tree().is_some_and(|tree| in_order(leaves(&tree, &[], None)) == expected))
}

fn has_key(record: &Tree, key: &str) -> bool {
    matches!(&record.kind, ValueKind::Map(entries) if entries.find(key).is_some())
}

fn facts(row: &AssessmentRow, site: &Site) -> ItemPairs {
    vec![
        ("status", row.status.name().to_owned()),
        ("date", row.date.to_string()),
        ("by", row.judge.clone()),
        ("source", site.documents[row.source].id.clone()),
    ]
}

fn first_difference(before: &str, after: &str) -> usize {
    let same = before.bytes().zip(after.bytes()).take_while(|(before, after)| before == after);
    after.floor_char_boundary(same.count())
}

fn by_hand(row: &AssessmentRow, site: &Site, why: &Message) -> SheetProblem {
    let message = say!("assessment-not-added", name = name(site, row.commitment), why);
    let problem = SheetProblem::at(row.place.clone(), Code::InvalidValue, message);
    problem.help(say!("add-by-hand"))
}

fn lacking(row: &AssessmentRow, lang: Lang) -> SheetProblem {
    let message = say!("remark-without-commitment", lang = lang.code());
    let problem = SheetProblem::at(row.note_place.clone(), Code::InvalidValue, message);
    problem.help(say!("remark-in-other-language", lang = lang.other().code()))
}
