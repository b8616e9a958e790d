//! Japanese eras, shown beside the Western year from 1873, when Japan took up the Gregorian calendar.

use super::{Date, PartialDate};

/// The first day on which an era is shown, the era's name, and the Western year of its year 1; latest first.
const ERAS: [((i16, i8, i8), &str, i16); 5] = [
    ((2019, 5, 1), "令和", 2019),
    ((1989, 1, 8), "平成", 1989),
    ((1926, 12, 25), "昭和", 1926),
    ((1912, 7, 30), "大正", 1912),
    ((1873, 1, 1), "明治", 1868),
];

/// The era's name and the year in it (1 for 元年), or `None` before 1873.
fn era(date: Date) -> Option<(&'static str, i32)> {
    let day = (date.year(), date.month(), date.day());
    let (_, name, first) = ERAS.into_iter().find(|(from, _, _)| *from <= day)?;
    Some((name, i32::from(date.year() - first) + 1))
}

/// The Western year of one of an era, such as `令和2` or `平成元`.
pub(super) fn year_of_era(text: &str) -> Option<i16> {
    let (number, first) =
        ERAS.into_iter().find_map(|(_, name, first)| Some((text.strip_prefix(name)?, first)))?;
    let number: i16 =
        if number == "元" { 1 } else { number.parse().ok().filter(|number| (1..100).contains(number))? };
    Some(first + number - 1)
}

/// The year in Japanese, the Western one first: `2010年（平成22年）`, `2019年（令和元年）`, `1872年`. A month in which the era
/// changed has both: which of them its day had is not known.
pub(super) fn year_ja(date: PartialDate) -> String {
    let year = date.year();
    let [first, last] = [date.first_day(), date.last_day()].map(year_in_era);
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{year}年（{first}・{last}）"),
        (Some(only), _) | (None, Some(only)) => format!("{year}年（{only}）"),
        (None, None) => format!("{year}年"),
    }
}

/// `平成22年`, `令和元年`.
fn year_in_era(date: Date) -> Option<String> {
    era(date).map(|(name, year)| match year {
        1 => format!("{name}元年"),
        _ => format!("{name}{year}年"),
    })
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use icu_calendar::cal::Japanese;

    fn year(text: &str) -> String {
        year_ja(PartialDate::parse(text).expect("a date of the test"))
    }

    #[test]
    fn eras_change_on_their_day_and_begin_with_gannen() {
        assert_eq!(year("1912-07-29"), "1912年（明治45年）");
        assert_eq!(year("1912-07-30"), "1912年（大正元年）");
        assert_eq!(year("1926-12-24"), "1926年（大正15年）");
        assert_eq!(year("1926-12-25"), "1926年（昭和元年）");
        assert_eq!(year("1989-01-07"), "1989年（昭和64年）");
        assert_eq!(year("1989-01-08"), "1989年（平成元年）");
        assert_eq!(year("2019-04-30"), "2019年（平成31年）");
        assert_eq!(year("2019-05-01"), "2019年（令和元年）");
        assert_eq!(year("2010-11-01"), "2010年（平成22年）");
    }

    #[test]
    fn no_era_is_shown_before_1873() {
        assert_eq!(year("1872-12-31"), "1872年");
        assert_eq!(year("1873-01-01"), "1873年（明治6年）");
    }

    #[test]
    fn a_month_in_which_the_era_changed_shows_both() {
        assert_eq!(year("2012-10"), "2012年（平成24年）");
        assert_eq!(year("1989-01"), "1989年（昭和64年・平成元年）");
        assert_eq!(year("1989-02"), "1989年（平成元年）");
        assert_eq!(year("1926-12"), "1926年（大正15年・昭和元年）");
        assert_eq!(year("1912-07"), "1912年（明治45年・大正元年）");
        // This era began with its month.
        assert_eq!(year("2019-04"), "2019年（平成31年）");
        assert_eq!(year("2019-05"), "2019年（令和元年）");
        assert_eq!(year("1872-12"), "1872年");
    }

    #[test]
    fn the_table_agrees_with_icu_on_every_day() {
        let calendar = Japanese::new();
        let last = jiff::civil::date(2035, 12, 31);
        let mut days = 0;
        for day in
            jiff::civil::date(1873, 1, 1).series(jiff::Span::new().days(1)).take_while(|day| *day <= last)
        {
            let iso = icu_calendar::Date::try_new_iso(
                day.year().into(),
                day.month().unsigned_abs(),
                day.day().unsigned_abs(),
            );
            let theirs = iso.expect("a day").to_calendar(calendar).era_year();
            let name = match theirs.era.as_str() {
                "meiji" => "明治",
                "taisho" => "大正",
                "showa" => "昭和",
                "heisei" => "平成",
                "reiwa" => "令和",
                other => panic!("{day} in {other}"),
            };
            let ours = era(Date::parse(&day.to_string()).expect("an ISO date"));
            assert_eq!(ours, Some((name, theirs.year)), "{day}");
            days += 1;
        }
        assert_eq!(days, 59_534);
    }
}
