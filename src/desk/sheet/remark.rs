//! The note of an assessment: a cell may hold it in both languages, each in lines of its own.

use crate::lang::{Lang, PerLang, is_east_asian_script, one_line};

/// What a cell says in each language, on one line. A line with kana is Japanese; one with other characters of Japanese is so if
/// it has no more Latin letters than these.
pub(super) fn in_languages(text: &str) -> PerLang<Option<String>> {
    PerLang::of(|lang| {
        let lines: Vec<_> =
            text.lines().filter(|line| !line.trim().is_empty() && language(line) == lang).collect();
        let joined = one_line(&lines.join("\n"), lang).into_owned();
        (!joined.is_empty()).then_some(joined)
    })
}

fn language(line: &str) -> Lang {
    let count = |is_one: fn(char) -> bool| line.chars().filter(|c| is_one(*c)).count();
    let (east_asian, latin) = (count(is_letter_of_east_asia), count(|c| c.is_ascii_alphabetic()));
    let is_japanese = count(is_kana) > 0 || (east_asian > 0 && east_asian >= latin);
    if is_japanese { Lang::Ja } else { Lang::En }
}

fn is_letter_of_east_asia(c: char) -> bool {
    is_east_asian_script(c) && c.is_alphanumeric()
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ff66}'..='\u{ff9d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_goes_to_its_language() {
        for (text, en, ja) in [
            ("Done in 2026.", Some("Done in 2026."), None),
            ("2026年に実施した。", None, Some("2026年に実施した。")),
            ("Done.\n実施した。", Some("Done."), Some("実施した。")),
            (
                "Begun,\nand gone on.\r\n\r\n着手し、\n継続中。",
                Some("Begun, and gone on."),
                Some("着手し、継続中。"),
            ),
            ("The ministry (総務省) reported it.", Some("The ministry (総務省) reported it."), None),
            ("APEC CBPRを促進", None, Some("APEC CBPRを促進")),
            ("完了", None, Some("完了")),
            ("5", Some("5"), None),
            (" \n", None, None),
        ] {
            let notes = in_languages(text);
            assert_eq!((notes[Lang::En].as_deref(), notes[Lang::Ja].as_deref()), (en, ja), "{text}");
        }
    }
}
