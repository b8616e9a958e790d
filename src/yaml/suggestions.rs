//! What to write in the place of a value or key that a record cannot take, where it shows what its author meant.

use serde_yaml::Value;

use super::{
    Pointer, Step, foreign_keys,
    forms::is_key,
    type_check::{ExpectedType, KnownWords},
};
use crate::{
    diagnostic::did_you_mean,
    lang::{Date, Lang, Message, WrittenDate, nfkc, say, written_date},
};

/// The keys of a text in both languages.
const LANGUAGES: [&str; 2] = ["en", "ja"];

/// What texts of notes may be.
const STATUSES: [&str; 6] = [
    "authentic",
    "official-translation",
    "provisional-translation",
    "summary",
    "archive-translation",
    "not-stated",
];

/// The keys of dates that may be months.
const DATES: [&str; 4] = ["date", "from", "to", "until"];

/// The suggestion for a value of another type than is expected.
pub(super) fn of_type(
    expected: &ExpectedType,
    found: &Value,
    pointer: &Pointer,
    written: &str,
) -> Option<Message> {
    let key = last_key(pointer);
    match (expected, found) {
        (ExpectedType::Record, Value::String(_)) if key == Some("version") => {
            let status = STATUSES.iter().find(|status| **status == written)?;
            Some(say!("write-status", status))
        }
        (ExpectedType::Record, _) if key == Some("locales") => locale(written),
        (ExpectedType::Word(known), _) => Some(say!("one-of", words = known.join(", "))),
        (ExpectedType::Number, Value::String(_))
            if let Some(number) = key.and_then(|key| number(key, written)) =>
        {
            Some(number)
        }
        // YAML takes `2012.10` for a number.
        (_, Value::Number(number)) if number.is_f64() => {
            let is_date = key.is_some_and(|key| DATES.contains(&key));
            match written_date(written).filter(|_| is_date)? {
                WrittenDate::Date(date) => Some(say!("write", what = date)),
                WrittenDate::YearTo(_) => None,
            }
        }
        _ => of_shape(expected, found, pointer, written),
    }
}

/// What values of a type look like.
fn of_shape(expected: &ExpectedType, found: &Value, pointer: &Pointer, written: &str) -> Option<Message> {
    let has_glued_dash = written.starts_with('-') && !written.starts_with("- ");
    Some(match (expected, found) {
        (ExpectedType::List, _) if has_glued_dash => say!("space-behind-hyphens"),
        (ExpectedType::List, Value::Mapping(_)) if !written.starts_with('{') => {
            say!("list-of-lines")
        }
        (ExpectedType::List, Value::String(_) | Value::Mapping(_)) => {
            say!("list-in-brackets")
        }
        (ExpectedType::Record, Value::String(_)) => say!("fact-per-line"),
        (ExpectedType::Record, Value::Sequence(_)) => {
            say!("fact-per-line-alone")
        }
        (ExpectedType::Text, Value::Sequence(_)) => say!("one-value-no-brackets"),
        (ExpectedType::Text, Value::Mapping(_)) => say!("one-value-no-braces"),
        (ExpectedType::Number, _) => say!("number-in-digits"),
        (ExpectedType::Boolean, _) => say!("true-or-nothing"),
        (ExpectedType::Map, Value::Sequence(_)) if pointer.0.is_empty() => {
            say!("record-under-id")
        }
        _ => return None,
    })
}

/// The locale that was written without its language.
fn locale(written: &str) -> Option<Message> {
    let tag = written.trim_matches(['[', ']', ' ']);
    let has_tag = |lang: &Lang| lang.locale().regions().any(|it| it.tag.eq_ignore_ascii_case(tag));
    let lang = Lang::ALL.into_iter().find(has_tag)?.code();
    Some(say!("write-locale", lang, tag))
}

fn last_key(pointer: &Pointer) -> Option<&str> {
    match pointer.0.last()? {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    }
}

/// The suggestion for a word that is none of those known in its place, and the one that is meant.
pub(super) fn of_word(word: &str, known: KnownWords, pointer: &Pointer) -> (Message, Option<&'static str>) {
    let near = did_you_mean(word, known.iter().copied()).or_else(|| synonym(word, &WORDS, known));
    let meant = near.or_else(|| with_part(word, known));
    let help = match meant {
        Some(near) => say!("did-you-mean", meant = near),
        None if word == "planned" => PLANNED,
        None if last_key(pointer) == Some("release") => {
            say!("one-of-releases", words = known.join(", "), day = EXAMPLE)
        }
        None => say!("one-of", words = known.join(", ")),
    };
    (help, meant)
}

/// The only word that has another as one of its parts, as `press-release` has `press`. Who is a chair alone is no co-chair.
fn with_part(word: &str, known: KnownWords) -> Option<&'static str> {
    let has_part = |known: &&&str| !known.starts_with("co-") && known.split('-').any(|part| part == word);
    let mut found = known.iter().filter(has_part);
    found.next().copied().filter(|_| found.next().is_none())
}

/// What somebody means by a word that the format does not have.
fn synonym(word: &str, table: &[(&str, &'static str)], known: KnownWords) -> Option<&'static str> {
    let mut meant = table.iter().filter(|(written, _)| word.eq_ignore_ascii_case(written));
    meant.find(|(_, meant)| known.contains(meant)).map(|(_, meant)| *meant)
}

/// Words for what the format calls otherwise.
const WORDS: [(&str, &str); 4] =
    [("online", "virtual"), ("ngo", "civil-society"), ("promise", "undertaking"), ("all", "whole")];

/// The same of keys.
const KEYS: [(&str, &str); 18] = [
    ("held", "date"),
    ("start", "from"),
    ("end", "to"),
    ("until", "to"),
    ("date", "by"),
    ("embargoed", "embargoed-until"),
    ("until", "embargoed-until"),
    ("id", "person"),
    ("name", "person"),
    ("office", "as"),
    ("for", "delegation"),
    ("name", "title"),
    ("title", "name"),
    ("location", "place"),
    ("description", "summary"),
    ("excerpt", "summary"),
    ("abstract", "summary"),
    ("redirect_from", "aliases"),
];

/// What makes a meeting a planned one.
const PLANNED: Message = say!("planned-by-date");

/// A day on which an embargo may end.
const EXAMPLE: &str = "2026-12-01";

/// The embargo that was written without its braces: `embargoed-until: 2026-12-01`, or its day alone.
pub(super) fn embargo(word: &str, pointer: &Pointer) -> Option<Message> {
    let parts = word.split(|c: char| !(c.is_ascii_digit() || c == '-')).map(|part| part.trim_matches('-'));
    let day = parts.filter(|part| !part.is_empty()).find(|part| Date::parse(part).is_ok());
    let day = day.or_else(|| word.starts_with("embargoed").then_some(EXAMPLE))?;
    let help = say!("embargo-in-braces", day);
    (last_key(pointer) == Some("release")).then_some(help)
}

/// The suggestion for a key that a record does not have, and the one of its keys that is meant.
pub(super) fn of_key(key: &str, written: &str, known: KnownWords) -> (Option<Message>, Option<&'static str>) {
    let near = did_you_mean(key, known.iter().copied()).or_else(|| synonym(key, &KEYS, known));
    let lang = Lang::meant_by(key).filter(|lang| near.is_none() && known == LANGUAGES && key != lang.code());
    let near = near.or(lang.map(Lang::code));
    let help = match near {
        _ if written.contains(':') => Some(say!("space-behind-colon")),
        Some(near) => Some(say!("did-you-mean", meant = near)),
        None => (!known.is_empty()).then(|| say!("keys-here", keys = known.join(", "))),
    };
    (help, near)
}

/// The number in `第2回` or `No. 2`.
fn number(key: &str, written: &str) -> Option<Message> {
    let text = nfkc(written);
    let mut digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let number: u32 = digits.next()?.parse().ok()?;
    // A lone number in full-width digits is a matter of these.
    let is_bare = text.bytes().all(|byte| byte.is_ascii_digit());
    (digits.next().is_none() && !is_bare).then(|| say!("write-pair", key, value = number))
}

/// A text that was to be a map: its first key, and where the colon behind that is. The colon is full-width, or has no space
/// behind it.
pub(super) fn colon_of_map(written: &str) -> Option<(&str, usize, char)> {
    let line = written.lines().next()?;
    let at = line.find(['：', ':'])?;
    let sign = line[at..].chars().next()?;
    let key = line[..at].trim_end();
    let is_glued = sign == '：' || !line[at + 1..].starts_with([' ', '/']);
    (is_key(key) && is_glued).then_some((key, at, sign))
}

/// The key whose value a map has alone for a name, with what is said of it behind: of those who head a delegation.
pub(super) fn naming_key(known: KnownWords) -> Option<&'static str> {
    known.first().copied().filter(|key| *key == "person")
}

/// What to write for a key and its value, where a form of the format has both elsewhere.
pub(super) fn whole_form(key: &str, value: &str, known: KnownWords) -> Option<Message> {
    let is_of_note = known.contains(&"release");
    match (key, known) {
        ("embargoed-until", _) if is_of_note => Some(say!("write-release", key, value)),
        ("planned", _) if is_of_note => Some(PLANNED),
        ("status", _) if is_of_note && value == "planned" => Some(PLANNED),
        ("status", _) if is_of_note && value == "draft" => foreign_keys::counterpart("draft", "true", known),
        (_, ["text", "by"]) if Date::parse(value).is_ok() && key.contains(' ') => {
            Some(say!("write-due", text = key, by = value))
        }
        (_, ["person", "as", ..]) if key.contains('-') && is_key(key) => {
            let office = if value.starts_with('{') {
                value.trim_matches(['{', '}']).to_owned()
            } else {
                format!("as: {value}")
            };
            Some(say!("write-head", person = key, office))
        }
        _ if is_of_note => foreign_keys::counterpart(key, value, known),
        _ => None,
    }
}
