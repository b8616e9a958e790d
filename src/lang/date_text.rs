//! Dates and ranges as each language writes them on a page.
//!
//! | ends of the range | Japanese | English |
//! |---|---|---|
//! | one day | `2010年（平成22年）11月1日（月）` | `November 1, 2010` |
//! | one month | `2011年（平成23年）6月9日〜10日` | `June 9–10, 2011` |
//! | one year | `2011年（平成23年）6月30日〜7月1日` | `June 30 – July 1, 2011` |
//! | two eras in a year | `2019年（平成31年）4月30日〜2019年（令和元年）5月1日` | `April 30 – May 1, 2019` |
//! | two years | `2019年（令和元年）12月31日〜2020年（令和2年）1月1日` | `December 31, 2019 – January 1, 2020` |
//!
//! Japanese joins with 〜 (U+301C) and shows the weekday of a single day only. English joins days with an en
//! dash, and with a spaced one where an end holds spaces itself. The short form has no era and no weekday and cuts
//! the English month to three letters.

use super::{Date, DateRange, Lang, months::month_en, year_ja};

const WEEKDAYS_JA: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// The day in full, in Japanese with era and weekday.
#[must_use]
pub fn long(lang: Lang, date: Date) -> String {
    (lang.locale().dates.day)(date)
}

/// The range in full; equal ends give what [`long`] gives.
#[must_use]
pub fn range(lang: Lang, range: DateRange) -> String {
    match range.single() {
        Some(date) => long(lang, date),
        None => (lang.locale().dates.days)(range),
    }
}

/// The range for tables and timelines: `Jun 9–10, 2011`, `2011年6月9日〜10日`.
#[must_use]
pub fn short(lang: Lang, range: DateRange) -> String {
    (lang.locale().dates.short)(range)
}

/// The month and its year: `November 2010`, `2010年11月`.
#[must_use]
pub fn year_month(lang: Lang, date: Date) -> String {
    (lang.locale().dates.month)(date)
}

/// The year as the heading of what happened in it, in Japanese with the era of the day: `2010`, `2010年（平成22年）`.
#[must_use]
pub fn year(lang: Lang, date: Date) -> String {
    (lang.locale().dates.year)(date)
}

/// How a language writes dates.
#[derive(Debug)]
pub(super) struct DateRules {
    day: fn(Date) -> String,
    /// A range of more than one day.
    days: fn(DateRange) -> String,
    /// A range of one day or more, for tables.
    short: fn(DateRange) -> String,
    month: fn(Date) -> String,
    year: fn(Date) -> String,
}

pub(super) const ENGLISH: DateRules = DateRules {
    day: |date| day_en(date, month_en),
    days: |range| range_en(range, month_en),
    short: |range| match range.single() {
        Some(date) => day_en(date, month_short),
        None => range_en(range, month_short),
    },
    month: |date| format!("{} {}", month_en(date.month()), date.year()),
    year: |date| date.year().to_string(),
};

pub(super) const JAPANESE: DateRules = DateRules {
    day: |date| format!("{}（{}）", day_ja(date, &year_ja(date)), WEEKDAYS_JA[date.weekday_index()]),
    days: |range| range_ja(range, year_ja),
    short: |range| match range.single() {
        Some(date) => day_ja(date, &western_year(date)),
        None => range_ja(range, western_year),
    },
    month: |date| format!("{}{}月", western_year(date), date.month()),
    year: year_ja,
};

fn month_short(month: i8) -> &'static str {
    month_en(month).get(..3).unwrap_or_default()
}

fn day_en(date: Date, month: fn(i8) -> &'static str) -> String {
    format!("{} {}, {}", month(date.month()), date.day(), date.year())
}

fn western_year(date: Date) -> String {
    format!("{}年", date.year())
}

fn day_ja(date: Date, year: &str) -> String {
    format!("{year}{}月{}日", date.month(), date.day())
}

/// A range of more than one day, its years written by `year`.
///
/// What two years share is left out, unless they are written differently: then both ends stand in full.
fn range_ja(range: DateRange, year: fn(Date) -> String) -> String {
    let (from, to) = (range.start(), range.end());
    let start = day_ja(from, &year(from));
    if year(from) != year(to) {
        format!("{start}〜{}", day_ja(to, &year(to)))
    } else if from.month() != to.month() {
        format!("{start}〜{}", day_ja(to, ""))
    } else {
        format!("{start}〜{}日", to.day())
    }
}

/// A range of more than one day, its months written by `month`.
fn range_en(range: DateRange, month: fn(i8) -> &'static str) -> String {
    let (from, to) = (range.start(), range.end());
    let (first, last) = (month(from.month()), month(to.month()));
    if from.year() != to.year() {
        format!("{first} {}, {} – {last} {}, {}", from.day(), from.year(), to.day(), to.year())
    } else if from.month() != to.month() {
        format!("{first} {} – {last} {}, {}", from.day(), to.day(), to.year())
    } else {
        format!("{first} {}–{}, {}", from.day(), to.day(), to.year())
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::lang::Lang::{En, Ja};

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date of the test")
    }

    fn days(from: &str, to: &str) -> DateRange {
        DateRange::new(date(from), date(to)).expect("a range of the test")
    }

    #[test]
    fn a_single_day_has_era_and_weekday_in_japanese() {
        assert_eq!(long(Ja, date("2010-11-01")), "2010年（平成22年）11月1日（月）");
        assert_eq!(long(En, date("2010-11-01")), "November 1, 2010");
        assert_eq!(long(Ja, date("1872-12-31")), "1872年12月31日（火）");
        assert_eq!(long(Ja, date("2019-05-01")), "2019年（令和元年）5月1日（水）");
    }

    #[test]
    fn a_range_within_a_month_repeats_the_day_only() {
        let two_days = days("2011-06-09", "2011-06-10");
        assert_eq!(range(Ja, two_days), "2011年（平成23年）6月9日〜10日");
        assert_eq!(range(En, two_days), "June 9–10, 2011");
    }

    #[test]
    fn equal_ends_are_one_date() {
        let day = date("2011-06-09");
        for lang in Lang::ALL {
            assert_eq!(range(lang, day.into()), long(lang, day));
        }
        assert_eq!(short(En, day.into()), "Jun 9, 2011");
        assert_eq!(short(Ja, day.into()), "2011年6月9日");
    }

    #[test]
    fn a_range_over_two_months_repeats_the_month() {
        let turn = days("2011-06-30", "2011-07-01");
        assert_eq!(range(Ja, turn), "2011年（平成23年）6月30日〜7月1日");
        assert_eq!(range(En, turn), "June 30 – July 1, 2011");
    }

    #[test]
    fn a_range_over_two_eras_stands_in_full_in_japanese() {
        let turn = days("2019-04-30", "2019-05-01");
        assert_eq!(range(Ja, turn), "2019年（平成31年）4月30日〜2019年（令和元年）5月1日");
        assert_eq!(range(En, turn), "April 30 – May 1, 2019");
        let in_a_month = days("1989-01-07", "1989-01-08");
        assert_eq!(range(Ja, in_a_month), "1989年（昭和64年）1月7日〜1989年（平成元年）1月8日");
    }

    #[test]
    fn a_range_over_two_years_stands_in_full() {
        let turn = days("2019-12-31", "2020-01-01");
        assert_eq!(range(Ja, turn), "2019年（令和元年）12月31日〜2020年（令和2年）1月1日");
        assert_eq!(range(En, turn), "December 31, 2019 – January 1, 2020");
    }

    #[test]
    fn short_ranges_leave_out_era_and_weekday() {
        assert_eq!(short(En, days("2011-06-09", "2011-06-10")), "Jun 9–10, 2011");
        assert_eq!(short(Ja, days("2011-06-09", "2011-06-10")), "2011年6月9日〜10日");
        assert_eq!(short(En, days("2019-04-30", "2019-05-01")), "Apr 30 – May 1, 2019");
        assert_eq!(short(Ja, days("2019-04-30", "2019-05-01")), "2019年4月30日〜5月1日");
        assert_eq!(short(En, days("2019-12-31", "2020-01-01")), "Dec 31, 2019 – Jan 1, 2020");
        assert_eq!(short(Ja, days("2019-12-31", "2020-01-01")), "2019年12月31日〜2020年1月1日");
    }

    #[test]
    fn a_month_has_its_year() {
        assert_eq!(year_month(En, date("2010-11-01")), "November 2010");
        assert_eq!(year_month(Ja, date("2010-11-01")), "2010年11月");
        assert_eq!(year(En, date("2010-11-01")), "2010");
        assert_eq!(year(Ja, date("2010-11-01")), "2010年（平成22年）");
    }

    #[test]
    fn ranges_in_japanese_use_the_wave_dash() {
        assert!(range(Ja, days("2011-06-09", "2011-06-10")).contains('\u{301C}'));
    }
}
