//! Days in running text, in all forms that the program reads.

use crate::lang::{Date, DateRange, Lang, WrittenDate, nfkc, written_date, written_range};

/// What a text says of a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundDate {
    /// Its words.
    pub(super) words: String,
    /// The day, the month, or the first and the last; nothing of a year.
    pub(super) date: Option<DateRange>,
    /// The last day that it allows.
    pub(super) last: Date,
}

/// How many words or letters may make one date.
const MOST_WORDS: usize = 9;
const MOST_LETTERS: usize = 36;

/// Every time that a text names, in order.
pub(super) fn found_dates(text: &str, lang: Lang) -> Vec<FoundDate> {
    match lang {
        Lang::En => english(text),
        Lang::Ja => japanese(text),
    }
}

fn english(text: &str) -> Vec<FoundDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = MOST_WORDS.min(words.len() - at);
        let window = (1..=longest).rev().find_map(|length| {
            let words = words[at..at + length].join(" ");
            let words = words.trim_matches(|c: char| ",.;:()".contains(c));
            let is_dated = words.bytes().any(|byte| byte.is_ascii_digit());
            is_dated.then(|| read(words)).flatten().map(|date| (length, date))
        });
        match window {
            Some((length, date)) => {
                found.push(date);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn japanese(text: &str) -> Vec<FoundDate> {
    let text = with_ranges(&without_brackets(&nfkc(text)));
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let is_start = "令平昭大明".contains(chars[at]) || chars[at].is_ascii_digit();
        let longest = MOST_LETTERS.min(chars.len() - at);
        let window = (4..=longest).rev().filter(|_| is_start).find_map(|length| {
            let words: String = chars[at..at + length].iter().collect();
            let is_whole = !words.ends_with('に');
            is_whole.then(|| read(words.trim())).flatten().map(|date| (length, date))
        });
        match window {
            Some((length, date)) => {
                found.push(date);
                at += length;
            }
            // The rest of a number is none.
            None if chars[at].is_ascii_digit() => {
                at += chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
            }
            None => at += 1,
        }
    }
    found
}

/// The text in which two days that are named together are the first and the last: 6日・7日, 6日及び7日.
fn with_ranges(text: &str) -> String {
    let mut text = text.to_owned();
    for sign in ["日及び", "日・", "日、", "日と"] {
        let places: Vec<_> = text.match_indices(sign).map(|(at, _)| at).collect();
        for at in places.into_iter().rev() {
            let behind = at + sign.len();
            let digits = text[behind..].find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
            if digits > 0 && text[behind + digits..].starts_with(['日', '月']) {
                text.replace_range(at..behind, "日から");
            }
        }
    }
    text
}

/// The text without what stands in brackets, such as the day of the week or the year of the era.
fn without_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The time that words mean which say nothing else.
fn read(words: &str) -> Option<FoundDate> {
    // A bare year is one only where a word or 年 says so.
    let is_number = words.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        return None;
    }
    // `13–14 May 2024`
    let joined = words.replace('–', "-").replace(" and ", "-");
    let range = written_range(words).or_else(|| written_range(&joined));
    if let Some((first, last)) = range {
        let date = DateRange::new(first, last).ok()?;
        return Some(FoundDate { words: words.to_owned(), date: Some(date), last: last.last_day() });
    }
    let written = written_date(words)?;
    let date = match written {
        WrittenDate::Date(date) => DateRange::new(date, date).ok(),
        WrittenDate::YearTo(_) => None,
    };
    Some(FoundDate { words: words.to_owned(), date, last: written.last_day() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str, lang: Lang) -> Vec<String> {
        let shown = |found: FoundDate| match found.date {
            Some(date) if date.single().is_some() => date.start().to_string(),
            Some(date) => format!("{} {}", date.start(), date.end()),
            None => format!("to {}", found.last),
        };
        found_dates(text, lang).into_iter().map(shown).collect()
    }

    #[test]
    fn days_are_found_in_running_text() {
        for (text, expected) in [
            ("On November 1st, 2010, the first meeting was held in Tokyo.", "2010-11-01"),
            ("It was held on Monday, 1 November 2010.", "2010-11-01"),
            ("They met on June 9-10, 2011, in Washington.", "2011-06-09 2011-06-10"),
            ("Held in Lakeside on 13–14 May 2024", "2024-05-13 2024-05-14"),
            ("on November 10 and 11, 2021", "2021-11-10 2021-11-11"),
            ("They plan to hold the second meeting in 2011 to go on.", "to 2011-12-31"),
            ("There are 2010 reasons.", ""),
        ] {
            assert_eq!(days(text, Lang::En).join("; "), expected, "{text}");
        }
        for (text, expected) in [
            ("令和２年９月１６日（水）から17日（木）まで、東京で開催された。", "2020-09-16 2020-09-17"),
            ("平成22年11月1日、東京において", "2010-11-01"),
            ("令和6年2月6日（火）・7日（水）　東京都内", "2024-02-06 2024-02-07"),
            ("令和6年2月6日及び7日に", "2024-02-06 2024-02-07"),
            ("2010年（平成22年）11月1日（月）に", "2010-11-01"),
            ("次回会合を2021年に開催する", "to 2021-12-31"),
            ("第11回会合", ""),
        ] {
            assert_eq!(days(text, Lang::Ja).join("; "), expected, "{text}");
        }
    }
}
