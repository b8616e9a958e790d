//! Days as people write them, for those who wrote one in another form than `YYYY-MM-DD`.

use super::{Date, PartialDate, era::year_of_era, normal::nfkc};

/// What a text means that is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenDate {
    /// A day or a month.
    Date(PartialDate),
    /// A year, of which this is the last day.
    YearTo(Date),
}

impl WrittenDate {
    /// The day, where the text says it.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Date(date) => date.day(),
            Self::YearTo(_) => None,
        }
    }

    /// The day; of a month or a year, its last.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Date(date) => date.last_day(),
            Self::YearTo(day) => day,
        }
    }
}

/// What a text means that is a date and nothing else: `2020/4/1`, `April 1, 2020`, `令和2年4月1日`, `2024-04`, `in 2025`.
#[must_use]
pub fn written_date(text: &str) -> Option<WrittenDate> {
    // What is longer says more than a date.
    if text.len() > 60 {
        return None;
    }
    let text = nfkc(text).to_lowercase();
    let text = text.trim();
    japanese(text).or_else(|| numeric(text)).or_else(|| english(text))
}

/// What stands between the first and the last of several days.
const BETWEEN: [&str; 10] = ["から", "〜", "~", "–", "—", "―", " to ", " until ", " through ", " - "];

/// The first and the last of several days or months, where a text says these and nothing else: `2020年4月1日〜2日`,
/// `April 1-2, 2020`, `2020-04-01 to 2020-04-02`, `October–November 2012`.
#[must_use]
pub fn written_range(text: &str) -> Option<(PartialDate, PartialDate)> {
    if text.len() > 80 {
        return None;
    }
    let text = nfkc(text).to_lowercase();
    let text = text.trim().trim_end_matches("まで");
    let date = |text: &str| match written_date(text)? {
        WrittenDate::Date(date) => Some(date),
        WrittenDate::YearTo(_) => None,
    };
    let is_range =
        |(first, last): &(PartialDate, PartialDate)| first.precision() == last.precision() && first < last;
    let range = |first: &str, last: &str| date(first).zip(date(last)).filter(is_range);
    let parts = BETWEEN.iter().find_map(|between| text.split_once(between));
    if let Some((first, last)) = parts {
        let (first, last) = (first.trim(), last.trim());
        return completions(first, last).into_iter().find_map(|(first, last)| range(&first, &last));
    }
    // As ISO 8601 has it. `2012/10` is a month.
    if let Some((first, last)) = text.split_once('/').filter(|(_, last)| !last.contains('/')) {
        return range(first, last);
    }
    // `April 1-2, 2020`
    let at = text
        .match_indices('-')
        .map(|(at, _)| at)
        .find(|at| text[..*at].ends_with(|c: char| c.is_ascii_digit()))?;
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let first_day = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_month = text.contains(|c: char| c.is_ascii_alphabetic());
    if has_month { range(&format!("{before}{rest}"), &format!("{first_day}{behind}")) } else { None }
}

/// The two ends of a range, each with what stands only with the other.
fn completions(first: &str, last: &str) -> Vec<(String, String)> {
    let own = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    let mut found = vec![own(first, last)];
    // Of the first day, the year and the month go with the last day too.
    for sign in ['年', '月', '-', '/', '.'] {
        found.extend(
            first
                .match_indices(sign)
                .map(|(at, sign)| (first.to_owned(), format!("{}{last}", &first[..at + sign.len()]))),
        );
    }
    // Of the last day, the year goes with the first too: `April 30 - May 1, 2020`.
    found.extend(last.rsplit_once([' ', ',']).map(|(_, year)| (format!("{first} {year}"), last.to_owned())));
    // `April 1 to 2, 2020`
    found.extend(
        first
            .split_once(' ')
            .zip(last.rsplit_once([' ', ',']))
            .map(|((month, _), (_, year))| (format!("{first} {year}"), format!("{month} {last}"))),
    );
    found
}

/// The day, month or year of these numbers.
fn date_of(year: i16, month: Option<i8>, day: Option<i8>) -> Option<WrittenDate> {
    let parse = |month: i8, day: i8| Date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok();
    let date = match (month, day) {
        (Some(month), Some(day)) => WrittenDate::Date(parse(month, day)?.into()),
        (Some(month), None) => WrittenDate::Date(PartialDate::month_of(parse(month, 1)?)),
        (None, _) => WrittenDate::YearTo(parse(12, 31)?),
    };
    (1800..2200).contains(&year).then_some(date)
}

/// `2020年4月1日`, `令和2年4月`, `令和元年`, `令和7年度`, which ends in March.
fn japanese(text: &str) -> Option<WrittenDate> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (year, rest) = text.split_once('年')?;
    let year = match year.parse() {
        Ok(year) => year,
        Err(_) => year_of_era(year)?,
    };
    let rest =
        ["に", "まで", "中", "末"].iter().fold(rest, |rest, end| rest.strip_suffix(end).unwrap_or(rest));
    if rest == "度" {
        return date_of(year + 1, Some(3), Some(31)).map(|date| WrittenDate::YearTo(date.last_day()));
    }
    let Some((month, rest)) = rest.split_once('月') else {
        return rest.is_empty().then(|| date_of(year, None, None)).flatten();
    };
    let month = month.parse().ok()?;
    if rest.is_empty() {
        return date_of(year, Some(month), None);
    }
    let day = rest.strip_suffix('日')?.parse().ok()?;
    date_of(year, Some(month), Some(day))
}

/// `2020/4/1`, `2020.04.01`, `20200401`, `2024-04`, `2025`.
fn numeric(text: &str) -> Option<WrittenDate> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return numeric(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]));
    }
    let mut parts = text.split(['-', '/', '.', '‐', '–', '−']).map(str::trim);
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut part = || parts.next().map(|part| part.parse::<i8>().ok().filter(|it| *it > 0));
    let (month, day) = (part(), part());
    if parts.next().is_some() || month == Some(None) || day == Some(None) {
        return None;
    }
    date_of(year, month.flatten(), day.flatten())
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Words around a month or year that leave its last day what it is.
const AROUND: [&str; 11] =
    ["in", "by", "the", "end", "of", "during", "within", "year", "on", "late", "until"];

/// `April 1, 2020`, `1st of April 2020`, `April 2020`, `in 2025`, `by the end of 2025`.
fn english(text: &str) -> Option<WrittenDate> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split(|c: char| c.is_whitespace() || ",.".contains(c)).filter(|word| !word.is_empty()) {
        let number =
            word.trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd").trim_end_matches("th");
        if let Ok(number) = number.parse::<i16>() {
            let place = if word.len() == 4 && number >= 1000 { &mut year } else { &mut day };
            if place.replace(number).is_some() {
                return None;
            }
        } else if let Some(at) = month_of(word) {
            if month.replace(at).is_some() {
                return None;
            }
        } else if !AROUND.contains(&word) {
            return None;
        }
    }
    let day = match day {
        // A number beside a year alone is no day.
        Some(_) if month.is_none() => return None,
        Some(day) => Some(i8::try_from(day).ok()?),
        None => None,
    };
    date_of(year?, month, day)
}

fn month_of(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    let month = i8::try_from(at + 1).ok()?;
    let name = super::months::month_en(month).to_lowercase();
    (name.starts_with(word) || word == "sept").then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, bool)> {
        written_date(text).map(|it| (it.last_day().to_string(), it.day().is_some()))
    }

    #[test]
    fn days_are_read_in_the_forms_that_people_write() {
        for day in [
            "2020/4/1",
            "2020.04.01",
            "2020-4-1",
            "20200401",
            "２０２０／４／１",
            "令和2年4月1日",
            "令和２年４月１日",
            "2020年4月1日",
            "2020 年 4 月 1 日",
            "April 1, 2020",
            "1 April 2020",
            "Apr. 1, 2020",
            "1st of April 2020",
        ] {
            assert_eq!(read(day), Some(("2020-04-01".into(), true)), "{day}");
        }
        assert_eq!(read("平成元年1月8日"), Some(("1989-01-08".into(), true)));
        assert_eq!(read("3 Sept 2013"), Some(("2013-09-03".into(), true)));
    }

    #[test]
    fn several_days_are_read_in_the_forms_in_which_people_write_them() {
        let range = |text: &str| written_range(text).map(|(first, last)| format!("{first} {last}"));
        for text in [
            "2020年4月1日〜2日",
            "2020年4月1日～4月2日",
            "令和2年4月1日から2日まで",
            "April 1-2, 2020",
            "1-2 April 2020",
            "April 1–2, 2020",
            "April 1 to April 2, 2020",
            "2020-04-01 to 2020-04-02",
            "2020-04-01〜02",
            "2020-04-01 - 2020-04-02",
            "2020/4/1~4/2",
        ] {
            assert_eq!(range(text).as_deref(), Some("2020-04-01 2020-04-02"), "{text}");
        }
        assert_eq!(range("30 April - 1 May 2020").as_deref(), Some("2020-04-30 2020-05-01"));
        for text in [
            "2012-10 to 2012-11",
            "2012-10 - 2012-11",
            "2012年10月〜11月",
            "October–November 2012",
            "Oct 2012 to Nov 2012",
        ] {
            assert_eq!(range(text).as_deref(), Some("2012-10 2012-11"), "{text}");
        }
        for text in [
            "2020-04-01",
            "April 2020",
            "2020",
            "2020-04-02 to 2020-04-01",
            "2011 to 2012",
            "spring to summer",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }

    #[test]
    fn of_a_month_or_year_the_last_day_is_meant() {
        for (text, last) in [
            ("2025", "2025-12-31"),
            ("in 2025", "2025-12-31"),
            ("by the end of 2025", "2025-12-31"),
            ("2025年", "2025-12-31"),
            ("2025年中", "2025-12-31"),
            ("令和7年末まで", "2025-12-31"),
            ("令和7年度", "2026-03-31"),
            ("2024-02", "2024-02-29"),
            ("2024/4", "2024-04-30"),
            ("April 2024", "2024-04-30"),
            ("2024年4月", "2024-04-30"),
            ("by June 2025", "2025-06-30"),
        ] {
            assert_eq!(read(text), Some((last.into(), false)), "{text}");
        }
    }

    #[test]
    fn a_month_is_one() {
        for text in [
            "2012-10",
            "2012/10",
            "2012.10",
            "2012-１０",
            "2012年10月",
            "平成24年10月",
            "Oct 2012",
            "October, 2012",
        ] {
            let date = match written_date(text) {
                Some(WrittenDate::Date(date)) => date.to_string(),
                other => format!("{other:?}"),
            };
            assert_eq!(date, "2012-10", "{text}");
        }
        for text in ["2012", "平成24年度"] {
            assert!(matches!(written_date(text), Some(WrittenDate::YearTo(_))), "{text}");
        }
    }

    #[test]
    fn what_says_more_than_a_date_or_none_is_left_alone() {
        for text in [
            "",
            "before the next meeting",
            "2020-13-01",
            "2020/2/30",
            "in fiscal 2025",
            "FY2025",
            "2025 or 2026",
            "2 2025",
            "4/1/2020",
            "年月日",
            "令和年",
            "99999999",
            "2020-04-01-05",
            "次回会合まで",
            "令和99999年",
            "昭和32767年",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
