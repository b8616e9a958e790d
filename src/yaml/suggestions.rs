//! What to write in the place of a value or key that a record cannot take, where it shows what its author meant.

use serde_yaml::Value;

use super::{
    Pointer, Step,
    forms::is_key,
    type_check::{ExpectedType, KnownWords},
};
use crate::{
    diagnostic::did_you_mean,
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

/// The suggestion for a value of another type than is expected.
pub(super) fn of_type(
    expected: &ExpectedType,
    found: &Value,
    pointer: &Pointer,
    written: &str,
) -> Option<String> {
    let has_glued_dash = written.starts_with('-') && !written.starts_with("- ");
    let help = match (expected, found) {
        (ExpectedType::List, _) if has_glued_dash => "write a space behind each `-`",
        (ExpectedType::List, Value::String(_)) => "write a list in brackets: `[one, two]`",
        (ExpectedType::List, Value::Mapping(_)) if !written.starts_with('{') => {
            "begin each item of the list with a hyphen, `- `, and set its other lines in by two spaces more"
        }
        (ExpectedType::Record, Value::String(_)) if last_key(pointer) == Some("version") => {
            let status = STATUSES.iter().find(|status| **status == written)?;
            return Some(format!("write `version: {{status: {status}}}`"));
        }
        (ExpectedType::Record, Value::String(_)) if last_key(pointer) == Some("locales") => {
            let has_tag =
                |lang: &Lang| lang.locale().regions().any(|it| it.tag.eq_ignore_ascii_case(written));
            let lang = Lang::ALL.into_iter().find(has_tag)?.code();
            return Some(format!("write `locales: {{{lang}: {written}}}`"));
        }
        (ExpectedType::Record, Value::String(_)) => "write each fact on a line of its own, as `key: value`",
        // YAML takes `2012.10` for a number.
        (_, Value::Number(number)) if number.is_f64() => {
            let is_date = last_key(pointer).is_some_and(|key| DATES.contains(&key));
            return match written_date(written).filter(|_| is_date)? {
                WrittenDate::Date(date) => Some(format!("write `{date}`")),
                WrittenDate::YearTo(_) => None,
            };
        }
        (ExpectedType::Number, Value::String(_)) => return number(last_key(pointer)?, written),
        _ => return None,
    };
    Some(help.to_owned())
}

fn last_key(pointer: &Pointer) -> Option<&str> {
    match pointer.0.last()? {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    }
}

/// The suggestion for a word that is none of those known in its place.
pub(super) fn of_word(word: &str, known: KnownWords, pointer: &Pointer) -> String {
    match did_you_mean(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if last_key(pointer) == Some("release") => {
            format!("one of: {}, {{embargoed-until: {EXAMPLE}}}", known.join(", "))
        }
        None => format!("one of: {}", known.join(", ")),
    }
}

/// A day on which an embargo may end.
const EXAMPLE: &str = "2026-12-01";

/// The embargo that was written without its braces: `embargoed-until: 2026-12-01`, or its day alone.
pub(super) fn embargo(word: &str, pointer: &Pointer) -> Option<String> {
    let parts = word.split(|c: char| !(c.is_ascii_digit() || c == '-')).map(|part| part.trim_matches('-'));
    let day = parts.filter(|part| !part.is_empty()).find(|part| Date::parse(part).is_ok());
    let day = day.or_else(|| word.starts_with("embargoed").then_some(EXAMPLE))?;
    let help = format!("write it in braces, without quotes: `{{embargoed-until: {day}}}`");
    (last_key(pointer) == Some("release")).then_some(help)
}

/// The suggestion for a key that a record does not have, and the one of its keys that is meant.
pub(super) fn of_key(key: &str, written: &str, known: KnownWords) -> (Option<String>, Option<&'static str>) {
    let near = did_you_mean(key, known.iter().copied());
    let help = match near {
        _ if written.contains(':') => Some("write a space behind the colon".to_owned()),
        Some(near) => Some(format!("did you mean `{near}`?")),
        None => (!known.is_empty()).then(|| format!("keys here: {}", known.join(", "))),
    };
    (help, near)
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

/// Where a key belongs that stands one step too far out.
pub(super) fn outer_form(key: &str, value: &str, known: KnownWords) -> Option<String> {
    let is_here = key == "embargoed-until" && known.contains(&"release");
    is_here.then(|| format!("write `release: {{{key}: {}}}`", value.trim()))
}
