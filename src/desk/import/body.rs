//! The text of a statement as Markdown.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    document::{StatementBlock, StatementText},
    inline::{escaped, line_start},
    names::{KnownName, KnownNames},
    short_name::new_id,
};

/// How far a list in a list is indented: behind the number of the outer one.
pub(super) const INDENT: usize = 4;

/// The text with ids at its headings; the first use of a name that the registries know is a reference.
pub(super) fn body(document: &StatementText, heading_ids: &[String], names: &KnownNames) -> String {
    let mut out = String::new();
    let mut known = BTreeSet::new();
    let mut ids = heading_ids.iter();
    let mut was_item = false;
    let mut number = 0;
    for block in &document.blocks {
        let is_item = matches!(block, StatementBlock::Item { .. });
        let is_apart = !is_item || !was_item;
        if !out.is_empty() && is_apart {
            out.push('\n');
        }
        was_item = is_item;
        number = match block {
            StatementBlock::Item { number: Some(0), .. } => number + 1,
            StatementBlock::Item { number: Some(own), .. } => *own,
            StatementBlock::Item { number: None, .. } => number,
            _ => 0,
        };
        match block {
            StatementBlock::Heading { depth, text, .. } => {
                let id = ids.next().map_or_else(String::new, |id| format!(" {{#{id}}}"));
                let _ = writeln!(out, "{} {}{id}", "#".repeat(*depth), escaped(text));
            }
            StatementBlock::Paragraph(text) => {
                out.push_str(&line_start(&referring(text, names, &mut known)));
                out.push('\n');
            }
            StatementBlock::Item { depth, number: own, text } => {
                let sign = if own.is_some() { format!("{number}.") } else { "-".to_owned() };
                let text = line_start(&referring(text, names, &mut known));
                let _ = writeln!(out, "{}{sign} {text}", " ".repeat(INDENT * depth));
            }
            StatementBlock::Table(rows) => out.push_str(&table(rows)),
            StatementBlock::Footnote { label, text } => {
                let _ = writeln!(out, "[^{label}]: {}", line_start(&escaped(text)));
            }
        }
    }
    out
}

/// The ids of a statement's headings, in order.
pub(super) fn heading_ids(document: &StatementText) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut ids = Vec::new();
    for block in &document.blocks {
        if let StatementBlock::Heading { text, id, .. } = block {
            let otherwise = format!("section-{}", ids.len() + 1);
            ids.push(match id {
                Some(id) if taken.insert(id.clone()) => id.clone(),
                _ => new_id(text, &otherwise, &mut taken),
            });
        }
    }
    ids
}

/// A text in Markdown in which names that were not used before refer to their records.
fn referring(text: &str, names: &KnownNames, known: &mut BTreeSet<(&'static str, String)>) -> String {
    let mut out = String::new();
    let mut end = 0;
    for mention in names.mentions(text) {
        let kind = match mention.named {
            KnownName::Organization => "organization",
            KnownName::Person => "person",
            KnownName::Delegation => continue,
        };
        let words = &text[mention.start..mention.end];
        if words.contains(['|', ']', '[']) || !known.insert((kind, mention.id.clone())) {
            continue;
        }
        out.push_str(&escaped(&text[end..mention.start]));
        let _ = write!(out, "[[{kind}:{}|{words}]]", mention.id);
        end = mention.end;
    }
    out.push_str(&escaped(&text[end..]));
    out
}

fn table(rows: &[Vec<String>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let line = |row: &Vec<String>| {
        let cells = (0..width)
            .map(|at| row.get(at).map_or_else(String::new, |cell| escaped(cell).replace('|', "\\|")));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}\n", " --- |".repeat(width)));
    }
    lines.concat()
}
