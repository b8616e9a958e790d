//! The text of a Japanese PDF as it was written: programs that set it put blanks where a page has room.

/// The text without the blanks that only space letters: those between Japanese and Latin letters or digits. A full-width blank stands
/// for several, for that behind a number of a line in full-width digits, and for those before a line that stands further in than
/// the one above, since it begins a paragraph.
pub(super) fn japanese(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut above: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches(' ');
        let indentation = line.len() - words.len();
        let is_begun = above.is_some_and(|above| indentation > above);
        above = (!words.trim().is_empty()).then_some(indentation);
        out.push_str(if is_begun { "\u{3000}" } else { &line[..indentation] });
        push_words(words, &mut out);
    }
    out
}

fn push_words(words: &str, out: &mut String) {
    let mut rest = words;
    while let Some(at) = rest.find(' ') {
        let (before, blanks) = rest.split_at(at);
        out.push_str(before);
        rest = blanks.trim_start_matches(' ');
        let count = blanks.len() - rest.len();
        let sides = [before.chars().next_back(), rest.chars().next()];
        // A number at the beginning of a line may be that of a list.
        let is_first = words.len() == before.len() + blanks.len();
        let is_number = is_first && before.bytes().all(|byte| byte.is_ascii_digit());
        let is_wide_number = is_first && before.chars().all(|c| ('０'..='９').contains(&c));
        match sides.map(|side| side.map(is_japanese)) {
            [Some(true), Some(true)] if is_wide_number => out.push('\u{3000}'),
            [Some(true), Some(true)] if count > 1 => out.push('\u{3000}'),
            [Some(one), Some(other)] if one != other && !is_number => {}
            _ => out.push_str(&blanks[..count]),
        }
    }
    out.push_str(rest);
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_only_space_letters_are_left_out() {
        for (text, expected) in [
            ("令和 5 年 3 月 10 日\n", "令和5年3月10日\n"),
            ("水対話    第 3 回会合の結果\n", "水対話\u{3000}第3回会合の結果\n"),
            ("1 水位\n１ 水位\n(1) 水位\n", "1 水位\n１\u{3000}水位\n(1)水位\n"),
            ("米国ワシントン D.C. と Joint Statement を\n", "米国ワシントンD.C.とJoint Statementを\n"),
        ] {
            assert_eq!(japanese(text), expected);
        }
    }

    #[test]
    fn a_line_further_in_than_the_one_above_begins_a_paragraph() {
        let text = "４ 次回会合\n 双方は、次回会合を開\n催する。\n\n  以上\n";
        assert_eq!(japanese(text), "４\u{3000}次回会合\n\u{3000}双方は、次回会合を開\n催する。\n\n  以上\n");
    }
}
