//! A value of another shape than the format has in its place, written as it was meant.

use super::{
    Pointer, Step, Tree, ends::is_word, forms::is_key, languages::plain, tree::ValueKind,
    type_check::ExpectedType,
};
use crate::lang::{Message, PartialDate, say};

/// How items are written that are maps, by the key of their list; `@` is what a text alone most likely says.
const ITEMS: [(&str, &str); 6] = [
    ("commitments", "{id: @, kind: …, track: …, delegations: […], text: …}"),
    ("documents", "{id: @, title: …}"),
    ("signatories", "{person: @, delegation: …}"),
    ("assessments", "{status: @, date: …, by: …, source: …}"),
    ("corrections", "{date: …, note: @}"),
    ("roles", "{organization: …, title: @}"),
];

/// The key of what an item is called, by the key of its list.
const NAMES: [(&str, &str); 4] =
    [("commitments", "id"), ("documents", "id"), ("signatories", "person"), ("heads", "person")];

/// Keys under which a name alone is meant.
const NAMING: [&str; 8] =
    ["id", "name", "track", "person", "organization", "delegation", "document", "source"];

/// The longest value that a suggestion repeats.
const SHORT: usize = 120;

/// What to write for a value, where it shows what is meant.
pub(super) fn meant(
    expected: &ExpectedType,
    pointer: &Pointer,
    value: &Tree,
    written: &str,
) -> Option<Message> {
    let key = last_key(pointer);
    let form = match expected {
        _ if written.contains('\n') || written.len() > SHORT => None,
        ExpectedType::List => list(key?, value, written),
        ExpectedType::Map if key == Some("delegations") => {
            let names = names(value)?;
            let sides: Vec<_> = names.iter().map(|name| format!("{name}: {{}}")).collect();
            Some(format!("{{{}}}", sides.join(", ")))
        }
        ExpectedType::Record => record(pointer, value),
        ExpectedType::Word(known) => text(value).filter(|text| known.contains(&text.as_str())),
        ExpectedType::Described(_) if key == Some("date") => range(value).or_else(|| text(value)),
        ExpectedType::Described(_) | ExpectedType::Text => text(value),
        ExpectedType::Boolean => boolean(value),
        _ => None,
    }?;
    Some(match key {
        Some(key) => say!("write-pair", key, value = form),
        None => say!("write", what = form),
    })
}

fn last_key(pointer: &Pointer) -> Option<&str> {
    match pointer.0.last()? {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    }
}

/// The key of the list or map that holds a value.
fn outer_key(pointer: &Pointer) -> Option<&str> {
    pointer.0.iter().rev().skip(1).find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    })
}

fn found<'f>(table: &[(&str, &'f str)], key: &str) -> Option<&'f str> {
    table.iter().find(|(known, _)| *known == key).map(|(_, found)| *found)
}

/// A list where something else stands.
fn list(key: &str, value: &Tree, written: &str) -> Option<String> {
    let form = found(&ITEMS, key);
    match &value.kind {
        // A list whose hyphens have no space behind them.
        ValueKind::Scalar(text, _) if text.starts_with('-') => None,
        ValueKind::Scalar(text, _) => {
            let items = match form {
                Some(form) => filled(form, &plain(text)),
                None => names(value)?.join(", "),
            };
            Some(format!("[{items}]"))
        }
        ValueKind::Map(_) if written.starts_with('{') => {
            let items = by_name(key, value).or_else(|| {
                let is_item = form.is_some() || key == "heads" || key == "forums";
                if is_item { Some(written.to_owned()) } else { text(value) }
            })?;
            Some(format!("[{items}]"))
        }
        _ => None,
    }
}

/// The form of an item with what a text says. What is no id is none of these.
fn filled(form: &str, text: &str) -> String {
    let takes_id = form.contains("id: @") || form.contains("person: @");
    form.replace('@', if takes_id && !is_key(text) { "…" } else { text })
}

/// The items of a map from their names to what is said of each: as maps with their names, or the names alone.
fn by_name(key: &str, value: &Tree) -> Option<String> {
    let ValueKind::Map(entries) = &value.kind else { return None };
    let name_key = found(&NAMES, key);
    let items = entries.iter().map(|entry| match &entry.value.kind {
        ValueKind::Map(inner) if inner.is_empty() && name_key.is_none() => Some(entry.key.clone()),
        ValueKind::Map(inner) => {
            let facts = inner.iter().map(|fact| Some(format!(", {}: {}", fact.key, scalar(&fact.value)?)));
            let facts: Option<String> = facts.collect();
            Some(format!("{{{}: {}{}}}", name_key?, entry.key, facts?))
        }
        _ => None,
    });
    let items: Option<Vec<_>> = items.collect();
    items.map(|items| items.join(", "))
}

/// A map of facts where a text or list stands: an item of a list, or who took part for a delegation.
fn record(pointer: &Pointer, value: &Tree) -> Option<String> {
    let outer = outer_key(pointer)?;
    if outer == "delegations" {
        return Some(format!("{{heads: [{}]}}", names(value)?.join(", ")));
    }
    let is_item = matches!(pointer.0.last(), Some(Step::Index(_)));
    found(&ITEMS, outer).filter(|_| is_item).and_then(|form| Some(filled(form, &scalar(value)?)))
}

/// A text where a list or map holds one alone.
fn text(value: &Tree) -> Option<String> {
    match &value.kind {
        ValueKind::List(items) => match items.as_slice() {
            [only] => text(only).or_else(|| scalar(only)),
            _ => None,
        },
        ValueKind::Map(entries) => match &**entries {
            [only] if NAMING.contains(&only.key.as_str()) => scalar(&only.value),
            [only] if matches!(&only.value.kind, ValueKind::Map(inner) if inner.is_empty()) => {
                Some(only.key.clone())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The first day or month and the last, where a list has both.
fn range(value: &Tree) -> Option<String> {
    let ValueKind::List(items) = &value.kind else { return None };
    let [from, to] = items.as_slice() else { return None };
    let [from, to] = [scalar(from)?, scalar(to)?];
    let are_dates = [&from, &to].iter().all(|date| PartialDate::parse(date).is_ok());
    are_dates.then(|| format!("{{from: {from}, to: {to}}}"))
}

/// The words of YAML for yes and no.
fn boolean(value: &Tree) -> Option<String> {
    let word = scalar(value)?.trim_matches(['"', '\'']).to_lowercase();
    Some(match word.as_str() {
        "true" | "yes" | "y" | "on" | "online" => "true".to_owned(),
        "false" | "no" | "n" | "off" => "false".to_owned(),
        _ => return None,
    })
}

/// Names with commas between them, or those of a list.
fn names(value: &Tree) -> Option<Vec<String>> {
    match &value.kind {
        ValueKind::Scalar(text, _) => {
            let is_name =
                |name: &str| !name.is_empty() && !name.contains(['[', ']', '{', '}', '#', ':', '"']);
            let names: Vec<_> = text.split(',').map(|name| name.trim().to_owned()).collect();
            names.iter().all(|name| is_name(name)).then_some(names)
        }
        ValueKind::List(items) => items.iter().map(scalar).collect(),
        _ => None,
    }
}

/// A value as it is written in a list or map in brackets.
fn scalar(value: &Tree) -> Option<String> {
    match &value.kind {
        ValueKind::Scalar(text, true) => Some(plain(text)),
        ValueKind::Scalar(text, false) if is_word(text) => Some(plain(text)),
        ValueKind::Scalar(text, false) => Some(format!("'{}'", text.replace('\'', "''"))),
        _ => None,
    }
}
