//! The day that a cell says.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::cells::CellValue;
use crate::lang::{Date, Message, nfkc, read_day, say, written_date};

/// The first number that is a day after the wrong leap day of 1900, and the last.
const SERIALS: std::ops::RangeInclusive<f64> = 61.0..=2_958_465.0;

/// The day that a cell says: a date of a spreadsheet, its number, or a text as people write days.
///
/// # Errors
///
/// What to write instead.
pub(super) fn day(value: &CellValue) -> Result<Date, Message> {
    match value {
        CellValue::Day(serial, is_1904) => of_serial(*serial, *is_1904),
        CellValue::Number(number) => of_number(*number),
        value => of_text(&value.text()),
    }
    .ok_or_else(|| help(&value.text()))
}

fn help(text: &str) -> Message {
    match read_day(text) {
        Err(help) if help.name() != "write" => say!("such-as-day", problem = help),
        _ => say!("write-as-day"),
    }
}

/// The least number that is taken for a day where nothing else says so, in 1950: what is less may be a year.
const LEAST_BARE: f64 = 18_264.0;

/// `46356`, or the digits `20261130`.
fn of_number(number: f64) -> Option<Date> {
    match number {
        _ if number > *SERIALS.end() => of_text(&number.to_string()),
        _ if number >= LEAST_BARE => of_serial(number, false),
        _ => None,
    }
}

fn of_serial(serial: f64, is_1904: bool) -> Option<Date> {
    // The epoch of 1904 has no wrong leap day.
    let is_day = SERIALS.contains(&serial) || (is_1904 && (0.0..*SERIALS.end()).contains(&serial));
    let (year, month, day, ..) =
        ExcelDateTime::new(serial.floor(), ExcelDateTimeType::DateTime, is_1904).to_ymd_hms_milli();
    is_day.then(|| Date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()).flatten()
}

fn of_text(text: &str) -> Option<Date> {
    let text = nfkc(text);
    let text = without_time(text.trim());
    if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_number(text.parse().ok()?);
    }
    written_date(text)?.day()
}

/// `2026-11-30` of `2026-11-30T00:00:00` and `2026-11-30 00:00`.
fn without_time(text: &str) -> &str {
    match text.split_at_checked(10) {
        Some((day, rest)) if rest.starts_with(['T', 't', ' ']) => {
            let is_time =
                rest.len() > 1 && rest[1..].chars().all(|c| c.is_ascii_digit() || ":.Z".contains(c));
            if is_time { day } else { text }
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn said(value: &CellValue) -> String {
        day(value).map_or_else(|help| help.text(Lang::En), |day| day.to_string())
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "2026-11-30",
            "2026/11/30",
            "2026.11.30",
            "20261130",
            "２０２６年１１月３０日",
            "令和8年11月30日",
            "令和８年１１月３０日",
            "30 November 2026",
            "Nov. 30, 2026",
            "2026-11-30T00:00:00",
            "2026-11-30 00:00:00.000",
            "46356",
            " 2026-11-30\u{3000}",
        ] {
            assert_eq!(said(&CellValue::Text(text.into())), "2026-11-30", "{text}");
        }
        for value in [
            CellValue::Number(46_356.0),
            CellValue::Number(20_261_130.0),
            CellValue::Day(46_356.75, false),
            CellValue::Day(44_894.0, true),
        ] {
            assert_eq!(said(&value), "2026-11-30", "{value:?}");
        }
        assert_eq!(said(&CellValue::Day(61.0, false)), "1900-03-01");
    }

    #[test]
    fn what_is_no_day_is_told_how_to_write_one() {
        let form = "a date is written as YYYY-MM-DD";
        for (value, help) in [
            (CellValue::Text("11/30/2026".into()), format!("{form}, such as 2026-11-30")),
            (CellValue::Text("2026-11".into()), format!("{form}: the day is needed too, such as 2026-11-30")),
            (CellValue::Text("2026-02-30".into()), "February 2026 has 28 days, such as 2026-11-30".into()),
            (CellValue::Text("soon".into()), format!("{form}, such as 2026-11-30")),
            (CellValue::Number(2026.0), format!("{form}: the day is needed too, such as 2026-11-30")),
            (CellValue::Number(f64::NAN), format!("{form}, such as 2026-11-30")),
            (CellValue::Number(-1.0), format!("{form}, such as 2026-11-30")),
            (CellValue::Number(1e300), format!("{form}, such as 2026-11-30")),
            (CellValue::Day(60.0, false), format!("{form}, such as 2026-11-30")),
            (CellValue::Day(f64::INFINITY, true), format!("{form}, such as 2026-11-30")),
            (CellValue::Nothing, format!("{form}, such as 2026-11-30")),
        ] {
            assert_eq!(said(&value), help, "{value:?}");
        }
    }
}
