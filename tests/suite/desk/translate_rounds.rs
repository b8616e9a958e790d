//! The texts of random archives go to a translator and come back: untouched, they change no byte; translated, they change just
//! what was.

use crate::support::{Archive, files, workspace};
use proptest::{prelude::*, sample::Index};
use serde_yaml::Value;
use std::{collections::BTreeMap, fmt::Write as _};
use taiwa::{
    lang::Lang,
    pipeline::{self, TranslationChoice, TranslationImport},
};

/// What a translator adds to a text: nothing that is in a random archive.
const MARKS: [&str; 6] = ["改", ": 改", " #改", "'改'", "\"改\"", ", 改 }"];

/// A text of the front matter, and how YAML has it.
#[derive(Clone, Debug)]
struct Text {
    words: String,
    style: u8,
    has_comment: bool,
}

fn text(words: &'static [&'static str]) -> impl Strategy<Value = Text> {
    let words = prop::collection::vec(prop::sample::select(words), 1..5);
    (words, 0..5_u8, any::<bool>()).prop_map(|(words, style, has_comment)| Text {
        words: words.concat().trim().to_owned(),
        style,
        has_comment,
    })
}

fn english() -> impl Strategy<Value = Text> {
    text(&["They promise ", "it's ", "a: b ", "#1 ", "the \"plan\", ", "{cloud|kuraudo} ", "[x] ", "100% "])
}

fn japanese() -> impl Strategy<Value = Text> {
    text(&["双方は", "約束: ", "「会合」", "it's", " #印", "{総務省|そうむしょう}", "、[一] ", "\"計画\""])
}

/// Whether YAML reads a text without quotes as that, in a list in brackets too.
fn is_plain(words: &str) -> bool {
    let read: Result<Value, _> = serde_yaml::from_str(&format!("[{words}]"));
    read.is_ok_and(|read| read == Value::Sequence(vec![Value::from(words)]))
}

impl Text {
    /// On one line, in braces too.
    fn flow(&self) -> String {
        match self.style {
            0 | 3 if is_plain(&self.words) => self.words.clone(),
            1 => serde_json::to_string(&self.words).unwrap(),
            _ => format!("'{}'", self.words.replace('\'', "''")),
        }
    }

    /// Behind a key in lines, which stand this far in.
    fn block(&self, indentation: &str) -> String {
        match self.style {
            3 => format!(">-\n{indentation}  {}", self.words),
            4 => format!("|\n{indentation}  {}", self.words),
            _ => self.flow() + if self.has_comment { " # 秘密 secret" } else { "" },
        }
    }
}

/// A text in both languages; the translation may be missing.
#[derive(Clone, Debug)]
struct Pair {
    en: Text,
    ja: Option<Text>,
}

fn pair() -> impl Strategy<Value = Pair> {
    (english(), prop::option::weighted(0.7, japanese())).prop_map(|(en, ja)| Pair { en, ja })
}

/// A commitment, in braces or in lines, with or without what may stand in it.
#[derive(Clone, Debug)]
struct Commitment {
    is_flow: bool,
    text: Pair,
    due: Option<Pair>,
    note: Option<Pair>,
    forum: Option<Pair>,
}

fn commitment() -> impl Strategy<Value = Commitment> {
    let some = || prop::option::of(pair());
    (any::<bool>(), pair(), some(), some(), some()).prop_map(|(is_flow, text, due, note, forum)| Commitment {
        is_flow,
        text,
        due,
        note,
        forum,
    })
}

impl Commitment {
    fn english(&self, id: usize) -> String {
        let facts = "kind: undertaking, track: cloud, delegations: [us, jp]";
        let due = self.due.as_ref().map(|it| format!("due: {{text: {}, by: 2011-12-31}}", it.en.flow()));
        let note = self.note.as_ref().map(|it| {
            let note = it.en.flow();
            format!(
                "assessments: [{{status: fulfilled, date: 2012-01-01, by: archive, source: minutes, note: {note}}}]"
            )
        });
        let forum = self.forum.as_ref().map(|it| {
            let ja = it.ja.as_ref().map(|ja| format!(", ja: {}", ja.flow())).unwrap_or_default();
            format!("forums: [OECD, {{en: {}{ja}}}]", it.en.flow())
        });
        let more: Vec<_> = [due, note, forum].into_iter().flatten().collect();
        if self.is_flow {
            let more = more.iter().fold(String::new(), |all, it| all + ", " + it);
            return format!("  - {{id: c{id}, {facts}, text: {}{more}}} # c{id}\n", self.text.en.flow());
        }
        let facts = facts.replacen(", ", "\n    ", 2);
        let more = more.iter().fold(String::new(), |all, it| all + "    " + it + "\n");
        format!("  # c{id}\n  - id: c{id}\n    {facts}\n    text: {}\n{more}", self.text.en.block("    "))
    }

    /// Nothing, where no text is translated.
    fn japanese(&self, id: usize) -> String {
        let there = |pair: Option<&Pair>| pair.and_then(|it| it.ja.as_ref()).map(Text::flow);
        let due = there(self.due.as_ref()).map(|it| format!("due: {{text: {it}}}"));
        let note = there(self.note.as_ref()).map(|it| format!("assessments: [{{note: {it}}}]"));
        let text = self.text.ja.as_ref();
        let [flow, block] = [|it: &Text| it.flow(), |it: &Text| it.block("    ")];
        let written = if self.is_flow { flow } else { block };
        let text = text.map(|it| format!("text: {}", written(it)));
        let pairs: Vec<_> = [Some(format!("id: c{id}")), due, note, text].into_iter().flatten().collect();
        match (pairs.len(), self.is_flow) {
            (1, _) => String::new(),
            (_, true) => format!("  - {{{}}} # c{id}\n", pairs.join(", ")),
            (_, false) => format!("  - {}\n", pairs.join("\n    ")),
        }
    }
}

/// A block of the notes: what it is, and its parts.
#[derive(Clone, Debug)]
struct Block {
    kind: u8,
    parts: Vec<usize>,
}

const PARTS: [[&str; 2]; 9] = [
    ["The sides met", "双方は会合した"],
    ["*often*", "*度々*"],
    ["**of both**", "**双方の**"],
    ["[[organization:mic]]", "[[organization:mic]]"],
    ["[[track:cloud|the cloud]]", "[[track:cloud|クラウド]]"],
    ["`code`", "`code`"],
    ["[a link](https://a.example/x)", "[リンク](https://a.example/x)"],
    ["H<sub>2</sub>O", "H<sub>2</sub>O"],
    ["x<!-- secret -->", "{総務省|そうむしょう}<!-- 秘密 -->"],
];

fn block() -> impl Strategy<Value = Block> {
    (0..6_u8, prop::collection::vec(0..PARTS.len(), 1..5)).prop_map(|(kind, parts)| Block { kind, parts })
}

impl Block {
    fn written(&self, at: usize, lang: usize) -> String {
        let parts: Vec<_> = self.parts.iter().map(|part| PARTS[*part][lang]).collect();
        let first = ["Words: ", "文："][lang];
        let words = format!("{first}{}", parts.join(" "));
        match self.kind {
            0 => format!("## {} {{#h{at}}}\n\n", ["Talks", "協議"][lang]),
            1 => format!("- {words}\n- {first}\n\n"),
            2 => format!("> {words}\n\n"),
            3 => format!("| {first} | {first} |\n|---|---|\n| {first} | 1 |\n\n"),
            _ => format!("{words}\n\n"),
        }
    }
}

/// A meeting in two files.
#[derive(Clone, Debug)]
struct Meeting {
    title: Pair,
    summary: Option<Pair>,
    office: Option<Pair>,
    commitments: Vec<Commitment>,
    blocks: Vec<Block>,
    has_notes: bool,
}

fn meeting() -> impl Strategy<Value = Meeting> {
    let some = || prop::option::of(pair());
    let commitments = prop::collection::vec(commitment(), 1..4);
    let blocks = prop::collection::vec(block(), 0..5);
    (pair(), some(), some(), commitments, blocks, any::<bool>()).prop_map(
        |(title, summary, office, commitments, blocks, has_notes)| Meeting {
            title,
            summary,
            office,
            commitments,
            blocks,
            has_notes,
        },
    )
}

impl Meeting {
    fn archive(&self, is_crlf: bool) -> Archive {
        let mut en = format!("title: {}\ndate: 2010-11-01\n", self.title.en.block(""));
        let mut ja =
            self.title.ja.as_ref().map_or("title: 題\n".into(), |it| format!("title: {}\n", it.block("")));
        if let Some(summary) = &self.summary {
            writeln!(en, "summary: {}", summary.en.block("")).unwrap();
            let there = summary.ja.iter().map(|it| format!("summary: {}\n", it.block("")));
            ja.extend(there);
        }
        let head = |office: &Text| format!("{{person: jane-doe, as: {}}}", office.flow());
        let own = self.office.as_ref().map_or("jane-doe".to_owned(), |it| head(&it.en));
        writeln!(en, "delegations:\n  us:\n    heads: [{own}]\n  jp: {{}}").unwrap();
        let office = self.office.as_ref().and_then(|it| it.ja.as_ref());
        ja.extend(office.map(|it| format!("delegations: {{us: {{heads: [{}]}}}}\n", head(it))));
        en.push_str("documents: [{id: minutes, title: Minutes}]\ncommitments:\n");
        let texts = self.commitments.iter().enumerate();
        en.extend(texts.clone().map(|(id, it)| it.english(id)));
        let texts: String = texts.map(|(id, it)| it.japanese(id)).collect();
        if !texts.is_empty() {
            write!(ja, "commitments:\n{texts}").unwrap();
        }
        ja.push_str("version: {status: archive-translation, from: en}\n");
        let body =
            |lang| self.blocks.iter().enumerate().map(|(at, it)| it.written(at, lang)).collect::<String>();
        let japanese = if self.has_notes { body(1) } else { String::new() };
        let archive = Archive::new().note("a", "en", &en, &body(0)).note("a", "ja", &ja, &japanese);
        if !is_crlf {
            return archive;
        }
        ["content/meetings/a.en.md", "content/meetings/a.ja.md"].into_iter().fold(archive, |archive, path| {
            let text = crate::support::read(archive.root().join(path));
            archive.file(path, text.replace('\n', "\r\n"))
        })
    }
}

fn content(archive: &Archive) -> BTreeMap<String, String> {
    let files = files(&archive.root().join("content")).into_iter();
    let notes = files.filter(|(path, _)| path != "stamps.txt");
    notes.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn exported(archive: &Archive) -> String {
    let choice = TranslationChoice { is_all: true, ..TranslationChoice::default() };
    let export = pipeline::export_translations(&workspace::options(archive.root()), &choice);
    export.unwrap_or_else(|_| panic!("the archive has errors")).text
}

fn import(archive: &Archive, xliff: &str) -> TranslationImport {
    let options = workspace::options(archive.root());
    let imported = pipeline::import_translations(&options, xliff.as_bytes(), false);
    imported.unwrap_or_else(|error| match error {
        pipeline::TranslationError::Content(found, _) => panic!("{found:?}\n{xliff}"),
        _ => panic!("the file was refused"),
    })
}

/// The units of an XLIFF, with what is before and after them.
fn units(xliff: &str) -> Vec<String> {
    xliff.split_inclusive("</trans-unit>\n").map(str::to_owned).collect()
}

/// What a unit is called, its source and its translation.
fn parts(unit: &str) -> Option<[&str; 3]> {
    let between = |from: &str, to: &str| unit.split_once(from)?.1.split_once(to).map(|(it, _)| it);
    let target = between("<target state=\"", "</target>").and_then(|it| it.split_once("\">"));
    Some([
        between("<trans-unit id=\"", "\"")?,
        between("<source>", "</source>")?,
        target.map_or("", |(_, target)| target),
    ])
}

/// The unit with a translation that says more.
fn translated(unit: &str, mark: &str) -> Option<String> {
    let [_, source, target] = parts(unit)?;
    let mark = mark.replace('"', "&quot;").replace('\'', "&apos;");
    Some(if unit.contains("<target") {
        unit.replacen("</target>", &format!("{mark}</target>"), 1)
    } else {
        let target = if target.is_empty() { source } else { target };
        let line = format!("</source>\n    <target state=\"translated\">{target}{mark}</target>");
        unit.replacen("</source>", &line, 1)
    })
}

/// All that the front matter says, without the stamp, blanks and marks.
fn said(note: &str) -> Value {
    let text = note.replace("\r\n", "\n");
    let front = text.strip_prefix("---\n").unwrap();
    let mut front: Value = serde_yaml::from_str(&front[..front.find("\n---").unwrap()]).unwrap();
    if let Some(version) = front.get_mut("version").and_then(Value::as_mapping_mut) {
        version.remove("translated_from");
    }
    without_marks(&mut front);
    front
}

fn without_marks(value: &mut Value) {
    match value {
        Value::String(text) => *text = unmarked(text).split_whitespace().collect(),
        Value::Sequence(items) => items.iter_mut().for_each(without_marks),
        Value::Mapping(pairs) => pairs.values_mut().for_each(without_marks),
        _ => {}
    }
}

fn unmarked(text: &str) -> String {
    // The longest come first: the bare one is part of each.
    MARKS.iter().rev().fold(text.to_owned(), |text, mark| text.replace(mark, ""))
}

fn body(note: &str) -> &str {
    let end = note.match_indices("\n---").next().unwrap().0;
    &note[end + 4..]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn texts_go_out_and_come_back(
        meeting in meeting(),
        is_crlf in any::<bool>(),
        is_stamped in any::<bool>(),
        chosen in prop::collection::vec((any::<Index>(), prop::sample::select(&MARKS[..])), 0..6),
    ) {
        let archive = meeting.archive(is_crlf);
        if is_stamped {
            archive.run(&["stamp", "content/meetings/a.ja.md"]).ok();
        }
        let before = content(&archive);
        let xliff = exported(&archive);
        prop_assert!(!xliff.contains("secret") && !xliff.contains("秘密"), "{}", xliff);
        let done = import(&archive, &xliff);
        prop_assert_eq!((done.changed, done.refused.len()), (0, 0));
        prop_assert_eq!(&content(&archive), &before);

        let mut all = units(&xliff);
        let mut marked: BTreeMap<usize, &str> = BTreeMap::new();
        let count = all.len() - 1;
        for (at, mark) in chosen.iter().filter(|_| count > 0) {
            marked.insert(at.index(count), *mark);
        }
        // Notes come into a file without any as a whole.
        let is_new_block = |unit: &str| {
            let [name, ..] = parts(unit).unwrap();
            !meeting.has_notes && !name.starts_with("commitment-") && (!name.starts_with('_') || name.starts_with("_."))
        };
        if marked.keys().any(|at| is_new_block(&all[*at])) {
            for (at, unit) in all.iter().enumerate().take(count) {
                if is_new_block(unit) {
                    marked.entry(at).or_insert("改");
                }
            }
        }
        let is_only_changed = marked.keys().all(|at| all[*at].contains("<target"));
        for (at, mark) in &marked {
            all[*at] = translated(&all[*at], mark).unwrap();
        }
        let done = import(&archive, &all.concat());
        prop_assert_eq!(done.refused, vec![]);
        prop_assert_eq!(done.changed, marked.len());

        let after = content(&archive);
        let came = units(&exported(&archive));
        for (old, new) in all.iter().zip(&came).take(count) {
            prop_assert_eq!(parts(old), parts(new));
        }
        for (path, text) in &before {
            let new = &after[path];
            if !path.starts_with("meetings/") || marked.is_empty() {
                prop_assert_eq!(text, new);
                continue;
            }
            if path.ends_with(".en.md") && !done.lines.iter().any(|line| line.text(Lang::En).contains(".forum-")) {
                prop_assert_eq!(text, new);
            }
            prop_assert_eq!(text.matches("# 秘密 secret").count(), new.matches("# 秘密 secret").count());
            if is_only_changed {
                prop_assert_eq!(said(text), said(new));
                prop_assert_eq!(body(text), unmarked(body(new)));
            }
        }
        let done = import(&archive, &came.concat());
        prop_assert_eq!((done.changed, done.refused.len()), (0, 0));
        prop_assert_eq!(content(&archive), after);
    }
}
