//! Dates and ranges as each language writes them on a page.
//!
//! | ends of the range | Japanese | English (US) | English (UK) |
//! |---|---|---|---|
//! | one day | `2010年（平成22年）11月1日（月）` | `November 1, 2010` | `1 November 2010` |
//! | days of a month | `2011年（平成23年）6月9日〜10日` | `June 9–10, 2011` | `9–10 June 2011` |
//! | days of a year | `2011年（平成23年）6月30日〜7月1日` | `June 30 – July 1, 2011` | `30 June – 1 July 2011` |
//! | days of two eras | `2019年（平成31年）4月30日〜2019年（令和元年）5月1日` | `April 30 – May 1, 2019` | `30 April – 1 May 2019` |
//! | days of two years | `2019年（令和元年）12月31日〜2020年（令和2年）1月1日` | `December 31, 2019 – January 1, 2020` | `31 December 2019 – 1 January 2020` |
//! | one month | `2012年（平成24年）10月` | `October 2012` | `October 2012` |
//! | months of a year | `2012年（平成24年）10月〜11月` | `October–November 2012` | `October–November 2012` |
//! | a month of two eras | `1989年（昭和64年・平成元年）1月` | `January 1989` | `January 1989` |
//!
//! Japanese joins with 〜 (U+301C) and shows the weekday of a single day only. English joins with an en dash, and with
//! a spaced one where an end holds spaces itself. The short form has no era and no weekday and cuts the English month
//! to three letters.

use super::{Date, DateRange, PartialDate, era::year_ja, months::month_en};

const WEEKDAYS_JA: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// How dates are written in a language, as one of its regions does it.
#[derive(Debug)]
pub struct DateFormat {
    long: fn(DateRange) -> String,
    /// The same for tables.
    short: fn(DateRange) -> String,
    month: fn(PartialDate) -> String,
    year: fn(PartialDate) -> String,
}

impl DateFormat {
    /// The day, month or range in full, in Japanese with the era and, of a day, the weekday.
    pub fn long(&self, date: impl Into<DateRange>) -> String {
        (self.long)(date.into())
    }

    /// The day, month or range for tables and timelines: `Jun 9–10, 2011`, `2011年6月9日〜10日`.
    pub fn short(&self, date: impl Into<DateRange>) -> String {
        (self.short)(date.into())
    }

    /// The month of a day and its year, for tables: `November 2010`, `2010年11月`.
    pub fn year_month(&self, date: impl Into<PartialDate>) -> String {
        (self.month)(date.into())
    }

    /// The year as the heading of what happened in it, in Japanese with the era of the day: `2010`, `2010年（平成22年）`.
    pub fn year(&self, date: impl Into<PartialDate>) -> String {
        (self.year)(date.into())
    }
}

/// English as the United States write it.
pub(super) const ENGLISH_US: DateFormat = DateFormat {
    long: |range| range_en(range, month_en, DayOrder::MonthFirst),
    short: |range| range_en(range, month_short, DayOrder::MonthFirst),
    month: year_month_en,
    year: |date| date.year().to_string(),
};

/// English as the United Kingdom writes it.
pub(super) const ENGLISH_GB: DateFormat = DateFormat {
    long: |range| range_en(range, month_en, DayOrder::DayFirst),
    short: |range| range_en(range, month_short, DayOrder::DayFirst),
    ..ENGLISH_US
};

pub(super) const JAPANESE: DateFormat = DateFormat {
    long: |range| {
        let weekday = range.single().and_then(PartialDate::day).map(weekday_ja);
        range_ja(range, year_ja) + &weekday.unwrap_or_default()
    },
    short: |range| range_ja(range, western_year),
    month: |date| format!("{}{}月", western_year(date), date.month()),
    year: year_ja,
};

/// Which stands first in English, before the year.
#[derive(Clone, Copy)]
enum DayOrder {
    /// `June 9, 2011`
    MonthFirst,
    /// `9 June 2011`
    DayFirst,
}

fn month_short(month: i8) -> &'static str {
    month_en(month).get(..3).unwrap_or_default()
}

fn year_month_en(date: PartialDate) -> String {
    format!("{} {}", month_en(date.month()), date.year())
}

/// A day, month or range, its months written by `month`.
fn range_en(range: DateRange, month: fn(i8) -> &'static str, order: DayOrder) -> String {
    let (from, to) = (range.start(), range.end());
    let [first, last] = [from, to].map(|date| month(date.month()));
    let year = to.year();
    let in_full = |date: PartialDate| date_en(date, month, order);
    if from == to {
        return in_full(from);
    }
    match (from.day(), to.day()) {
        _ if from.year() != year => format!("{} – {}", in_full(from), in_full(to)),
        (None, None) => format!("{first}–{last} {year}"),
        (Some(from), Some(to)) => {
            let is_one_month = from.month() == to.month();
            let (from, to) = (from.day(), to.day());
            match order {
                DayOrder::MonthFirst if is_one_month => format!("{first} {from}–{to}, {year}"),
                DayOrder::MonthFirst => format!("{first} {from} – {last} {to}, {year}"),
                DayOrder::DayFirst if is_one_month => format!("{from}–{to} {last} {year}"),
                DayOrder::DayFirst => format!("{from} {first} – {to} {last} {year}"),
            }
        }
        // A day and a month: what they share is not left out, lest the day be taken for one of the month.
        _ => format!("{} – {}", in_full(from), in_full(to)),
    }
}

/// A day or a month, the month written by `month`.
fn date_en(date: PartialDate, month: fn(i8) -> &'static str, order: DayOrder) -> String {
    let (month, year) = (month(date.month()), date.year());
    match (date.day().map(Date::day), order) {
        (None, _) => format!("{month} {year}"),
        (Some(day), DayOrder::MonthFirst) => format!("{month} {day}, {year}"),
        (Some(day), DayOrder::DayFirst) => format!("{day} {month} {year}"),
    }
}

fn western_year(date: PartialDate) -> String {
    format!("{}年", date.year())
}

fn weekday_ja(day: Date) -> String {
    format!("（{}）", WEEKDAYS_JA[day.weekday_index()])
}

/// A day or a month behind its year.
fn date_ja(date: PartialDate, year: &str) -> String {
    let day = date.day().map(|day| format!("{}日", day.day()));
    format!("{year}{}月{}", date.month(), day.unwrap_or_default())
}

/// A day, month or range, its years written by `year`.
///
/// What two years share is left out, unless they are written differently: then both ends stand in full.
fn range_ja(range: DateRange, year: fn(PartialDate) -> String) -> String {
    let (from, to) = (range.start(), range.end());
    let start = date_ja(from, &year(from));
    if from == to {
        return start;
    }
    let end = match (from.day(), to.day()) {
        _ if year(from) != year(to) => date_ja(to, &year(to)),
        (Some(from), Some(to)) if from.month() == to.month() => format!("{}日", to.day()),
        _ => date_ja(to, ""),
    };
    format!("{start}〜{end}")
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    const EN: DateFormat = ENGLISH_US;
    const GB: DateFormat = ENGLISH_GB;
    const JA: DateFormat = JAPANESE;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date of the test")
    }

    fn days(from: &str, to: &str) -> DateRange {
        DateRange::new(date(from), date(to)).expect("a range of the test")
    }

    #[test]
    fn a_single_day_has_era_and_weekday_in_japanese() {
        assert_eq!(JA.long(date("2010-11-01")), "2010年（平成22年）11月1日（月）");
        assert_eq!(EN.long(date("2010-11-01")), "November 1, 2010");
        assert_eq!(JA.long(date("1872-12-31")), "1872年12月31日（火）");
        assert_eq!(JA.long(date("2019-05-01")), "2019年（令和元年）5月1日（水）");
    }

    #[test]
    fn a_range_within_a_month_repeats_the_day_only() {
        let two_days = days("2011-06-09", "2011-06-10");
        assert_eq!(JA.long(two_days), "2011年（平成23年）6月9日〜10日");
        assert_eq!(EN.long(two_days), "June 9–10, 2011");
    }

    #[test]
    fn equal_ends_are_one_date() {
        let day = date("2011-06-09");
        assert_eq!(EN.long(days("2011-06-09", "2011-06-09")), "June 9, 2011");
        assert_eq!(EN.short(day), "Jun 9, 2011");
        assert_eq!(GB.short(day), "9 Jun 2011");
        assert_eq!(JA.short(day), "2011年6月9日");
    }

    #[test]
    fn a_range_over_two_months_repeats_the_month() {
        let turn = days("2011-06-30", "2011-07-01");
        assert_eq!(JA.long(turn), "2011年（平成23年）6月30日〜7月1日");
        assert_eq!(EN.long(turn), "June 30 – July 1, 2011");
    }

    #[test]
    fn a_range_over_two_eras_stands_in_full_in_japanese() {
        let turn = days("2019-04-30", "2019-05-01");
        assert_eq!(JA.long(turn), "2019年（平成31年）4月30日〜2019年（令和元年）5月1日");
        assert_eq!(EN.long(turn), "April 30 – May 1, 2019");
        let in_a_month = days("1989-01-07", "1989-01-08");
        assert_eq!(JA.long(in_a_month), "1989年（昭和64年）1月7日〜1989年（平成元年）1月8日");
    }

    #[test]
    fn a_range_over_two_years_stands_in_full() {
        let turn = days("2019-12-31", "2020-01-01");
        assert_eq!(JA.long(turn), "2019年（令和元年）12月31日〜2020年（令和2年）1月1日");
        assert_eq!(EN.long(turn), "December 31, 2019 – January 1, 2020");
    }

    #[test]
    fn short_ranges_leave_out_era_and_weekday() {
        assert_eq!(EN.short(days("2011-06-09", "2011-06-10")), "Jun 9–10, 2011");
        assert_eq!(JA.short(days("2011-06-09", "2011-06-10")), "2011年6月9日〜10日");
        assert_eq!(EN.short(days("2019-04-30", "2019-05-01")), "Apr 30 – May 1, 2019");
        assert_eq!(JA.short(days("2019-04-30", "2019-05-01")), "2019年4月30日〜5月1日");
        assert_eq!(EN.short(days("2019-12-31", "2020-01-01")), "Dec 31, 2019 – Jan 1, 2020");
        assert_eq!(JA.short(days("2019-12-31", "2020-01-01")), "2019年12月31日〜2020年1月1日");
    }

    #[test]
    fn a_month_has_its_year() {
        assert_eq!(EN.year_month(date("2010-11-01")), "November 2010");
        assert_eq!(JA.year_month(date("2010-11-01")), "2010年11月");
        assert_eq!(EN.year(date("2010-11-01")), "2010");
        assert_eq!(JA.year(date("2010-11-01")), "2010年（平成22年）");
    }

    #[test]
    fn ranges_in_japanese_use_the_wave_dash() {
        assert!(JA.long(days("2011-06-09", "2011-06-10")).contains('\u{301C}'));
    }

    #[test]
    fn the_united_kingdom_writes_the_day_first() {
        assert_eq!(GB.long(date("2024-04-30")), "30 April 2024");
        for (from, to, long, short) in [
            ("2011-06-09", "2011-06-10", "9–10 June 2011", "9–10 Jun 2011"),
            ("2019-04-30", "2019-05-01", "30 April – 1 May 2019", "30 Apr – 1 May 2019"),
            ("2019-12-31", "2020-01-01", "31 December 2019 – 1 January 2020", "31 Dec 2019 – 1 Jan 2020"),
            ("2012-10", "2012-11", "October–November 2012", "Oct–Nov 2012"),
            ("2012-10-28", "2012-11", "28 October 2012 – November 2012", "28 Oct 2012 – Nov 2012"),
        ] {
            assert_eq!((GB.long(days(from, to)).as_str(), GB.short(days(from, to)).as_str()), (long, short));
        }
        assert_eq!(
            (GB.year_month(date("2010-11-01")), GB.year(date("2010-11"))),
            ("November 2010".into(), "2010".into())
        );
    }

    #[test]
    fn a_month_of_which_the_day_is_not_known_has_none() {
        let month = date("2012-10");
        assert_eq!((EN.long(month).as_str(), EN.short(month).as_str()), ("October 2012", "Oct 2012"));
        assert_eq!(
            (JA.long(month).as_str(), JA.short(month).as_str()),
            ("2012年（平成24年）10月", "2012年10月")
        );
        assert_eq!(JA.long(date("1872-12")), "1872年12月");
        assert_eq!(JA.year(month), "2012年（平成24年）");
        assert_eq!(JA.year_month(month), "2012年10月");
    }

    #[test]
    fn a_month_in_which_the_era_changed_shows_both() {
        assert_eq!(JA.long(date("1989-01")), "1989年（昭和64年・平成元年）1月");
        assert_eq!(JA.long(date("2019-05")), "2019年（令和元年）5月");
        assert_eq!(JA.short(date("1989-01")), "1989年1月");
        assert_eq!(EN.long(date("1989-01")), "January 1989");
        assert_eq!(
            JA.long(days("1989-01", "1989-02")),
            "1989年（昭和64年・平成元年）1月〜1989年（平成元年）2月"
        );
        assert_eq!(JA.long(days("2019-04", "2019-05")), "2019年（平成31年）4月〜2019年（令和元年）5月");
    }

    #[test]
    fn several_months_repeat_what_differs() {
        for (from, to, en, ja) in [
            ("2012-10", "2012-11", "October–November 2012", "2012年（平成24年）10月〜11月"),
            (
                "2012-12",
                "2013-01",
                "December 2012 – January 2013",
                "2012年（平成24年）12月〜2013年（平成25年）1月",
            ),
            ("2012-10-28", "2012-11", "October 28, 2012 – November 2012", "2012年（平成24年）10月28日〜11月"),
            ("2012-10", "2012-11-02", "October 2012 – November 2, 2012", "2012年（平成24年）10月〜11月2日"),
            ("2012-10-05", "2012-10", "October 5, 2012 – October 2012", "2012年（平成24年）10月5日〜10月"),
        ] {
            assert_eq!((EN.long(days(from, to)).as_str(), JA.long(days(from, to)).as_str()), (en, ja));
        }
        assert_eq!(EN.short(days("2012-10", "2012-11")), "Oct–Nov 2012");
        assert_eq!(JA.short(days("2012-10", "2012-11")), "2012年10月〜11月");
    }
}
