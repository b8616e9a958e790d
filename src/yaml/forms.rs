//! What to write in the place of a value in a wrong form, where what was written shows what its author did.

use super::{Pointer, Step};
use crate::{
    diagnostic::{Code, did_you_mean},
    lang::{Date, Lang, WrittenDate, nfkc, written_date},
};

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

/// The suggestion for a refused value or key.
pub(super) fn suggestion(code: Code, message: &str, pointer: &Pointer, written: &str) -> Option<String> {
    let expects = |what: &str| message.starts_with(&format!("expected {what}, found the text"));
    let has_glued_dash = written.starts_with('-') && !written.starts_with("- ");
    let key = pointer.0.last().and_then(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    let help = match code {
        Code::UnknownKey if written.contains(':') => "write a space behind the colon",
        Code::InvalidValue if has_glued_dash && message.starts_with("expected a list, found") => {
            "write a space behind each `-`"
        }
        Code::InvalidValue if expects("a list") => "write a list in brackets: `[one, two]`",
        Code::InvalidValue if message == "expected a list, found a map" && !written.starts_with('{') => {
            "begin each item of the list with a hyphen, `- `, and set its other lines in by two spaces more"
        }
        Code::InvalidValue if expects("a map of keys and values") && key == Some("version") => {
            let status = STATUSES.iter().find(|status| **status == written)?;
            return Some(format!("write `version: {{status: {status}}}`"));
        }
        Code::InvalidValue if expects("a map of keys and values") && key == Some("locales") => {
            let has_tag =
                |lang: &Lang| lang.locale().regions().any(|it| it.tag.eq_ignore_ascii_case(written));
            let lang = Lang::ALL.into_iter().find(has_tag)?.code();
            return Some(format!("write `locales: {{{lang}: {written}}}`"));
        }
        Code::InvalidValue if expects("a map of keys and values") => {
            "write each fact on a line of its own, as `key: value`"
        }
        // YAML takes `2012.10` for a number.
        Code::InvalidValue if message.contains("found floating point") => {
            let is_date = key.is_some_and(|key| DATES.contains(&key));
            return match written_date(written).filter(|_| is_date)? {
                WrittenDate::Date(date) => Some(format!("write `{date}`")),
                WrittenDate::YearTo(_) => None,
            };
        }
        Code::InvalidValue if expects("a whole number") => return number(key?, written),
        _ => return None,
    };
    Some(help.to_owned())
}

/// The number in `第2回` or `No. 2`.
fn number(key: &str, written: &str) -> Option<String> {
    let text = nfkc(written);
    let mut digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let number: u32 = digits.next()?.parse().ok()?;
    // A lone number in full-width digits is a matter of these.
    let is_bare = text.bytes().all(|byte| byte.is_ascii_digit());
    (digits.next().is_none() && !is_bare).then(|| format!("write `{key}: {number}`"))
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

/// The keys that a record has where its value may be one of several, by the key in front of it.
const FORMS: [(&str, &[&str]); 5] = [
    ("release", &["embargoed-until"]),
    ("date", &["from", "to"]),
    ("due", &["text", "by"]),
    ("version", &["status", "from", "by", "source"]),
    ("license", &["name", "url"]),
];

/// Those who take part for a delegation.
const LISTS: [&str; 3] = ["heads", "organizations", "people"];

/// How to write keys and values that stand behind another key on its line; none where they look like a text.
pub(super) fn in_map(key: &str, value: &str) -> Option<String> {
    let value = value.split(" #").next()?.trim_end();
    let (inner, rest) = value.split_once(": ")?;
    let is_of_language = Lang::from_code(inner).is_some();
    let is_form = FORMS.iter().any(|(outer, keys)| *outer == key && keys.contains(&inner));
    let is_bare = is_key(rest);
    let written = match (key, inner) {
        _ if is_form || is_of_language => format!("{{{value}}}"),
        ("heads", "person") if is_bare => format!("[{{{value}}}]"),
        (_, list) if LISTS.contains(&list) && is_bare => format!("{{{list}: [{rest}]}}"),
        (_, list) if LISTS.contains(&list) && rest.starts_with('[') => format!("{{{value}}}"),
        (_, "others") if matches!(rest, "true" | "false") => format!("{{{value}}}"),
        _ => return None,
    };
    Some(format!("write it in braces: `{key}: {written}`"))
}

/// Where a key belongs that stands one step too far out.
pub(super) fn outer_form(key: &str, value: &str, known: &[String]) -> Option<String> {
    let is_here = key == "embargoed-until" && known.iter().any(|known| known == "release");
    is_here.then(|| format!("write `release: {{{key}: {}}}`", value.trim()))
}

/// Serde's words in those of somebody who writes notes.
pub(super) fn reword(said: &str) -> (String, Option<String>) {
    if let Some(rest) = said.strip_prefix("unknown variant `") {
        let (value, known) = rest.split_once('`').unwrap_or((rest, ""));
        let known = quoted(known);
        let words = known.iter().copied().filter(|known| !known.starts_with('{'));
        let help = match (in_form(value, &known), did_you_mean(value, words)) {
            (Some(form), _) => format!("write it in braces, without quotes: `{form}`"),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) => format!("one of: {}", known.join(", ")),
        };
        return (format!("`{value}` is none of the values known here"), Some(help));
    }
    let rest = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "));
    match rest.and_then(|rest| rest.split_once(", expected ")) {
        Some((found, expected)) => {
            let found = found.replace("unit value", "nothing").replace("sequence", "a list");
            let found = found.replace("map", "a map").replace("string ", "the text ");
            let expected = plain_words(expected);
            (format!("expected {expected}, found {found}"), None)
        }
        None => (said.to_owned(), None),
    }
}

/// A value that was written without the braces of the form that is known here: `embargoed-until: 2026-12-01` or a day
/// alone for `{embargoed-until: …}`.
fn in_form(value: &str, known: &[&str]) -> Option<String> {
    let inner = known.iter().find_map(|known| known.strip_prefix('{')?.strip_suffix('}'))?;
    let (key, _) = inner.split_once(": ")?;
    let word = key.split('-').next()?;
    let day = value.split(|c: char| !(c.is_ascii_digit() || c == '-')).map(|part| part.trim_matches('-'));
    let day = day.filter(|part| !part.is_empty()).find(|part| Date::parse(part).is_ok());
    let is_meant = value.starts_with(word) || day.is_some();
    is_meant.then(|| day.map_or_else(|| format!("{{{inner}}}"), |day| format!("{{{key}: {day}}}")))
}

fn plain_words(expected: &str) -> String {
    match expected {
        "a string" => "a text".into(),
        "a sequence" => "a list".into(),
        "a boolean" => "`true` or `false`".into(),
        "u32" => "a whole number".into(),
        "field identifier" => "a key".into(),
        other if other.starts_with("struct ") => "a map of keys and values".into(),
        other => other.into(),
    }
}

/// The names between backticks.
pub(super) fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Whether a text could be a key of the format.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}
