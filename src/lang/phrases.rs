//! Where a title may be broken into lines without taking a word apart.

use super::chars::is_wide;

/// The parts of a text between which a line may end, each with the blanks behind it. Japanese has no blanks between words:
/// there a part begins where the script changes, but not before hiragana, which end a phrase, and no sign stands at an end
/// of a line that the rules of Japanese typesetting keep from it.
#[must_use]
pub fn phrases(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let class = BreakClass::of(c);
        if before.is_some_and(|before| may_break(before, class)) {
            parts.push(&text[start..at]);
            start = at;
        }
        before = Some(class);
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}

/// What a character is to the rules of line breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BreakClass {
    Blank,
    /// A letter or sign that is not wide.
    Narrow,
    Digit,
    Kanji,
    Katakana,
    Hiragana,
    /// A bracket that ends no line.
    Opening,
    /// A bracket or a mark that begins no line.
    Closing,
}

impl BreakClass {
    fn of(c: char) -> Self {
        match c {
            c if c.is_whitespace() => Self::Blank,
            '0'..='9' | '０'..='９' => Self::Digit,
            '「' | '『' | '（' | '［' | '｛' | '〈' | '《' | '【' | '〔' => Self::Opening,
            '」' | '』' | '）' | '］' | '｝' | '〉' | '》' | '】' | '〕' | '、' | '。' | '，' | '．'
            | '：' | '；' | '！' | '？' | '・' => Self::Closing,
            'ぁ'..='ゟ' => Self::Hiragana,
            'ァ'..='ヿ' | 'ㇰ'..='ㇿ' => Self::Katakana,
            c if is_wide(c) => Self::Kanji,
            _ => Self::Narrow,
        }
    }
}

fn may_break(before: BreakClass, after: BreakClass) -> bool {
    match (before, after) {
        (_, BreakClass::Blank | BreakClass::Closing | BreakClass::Hiragana)
        | (BreakClass::Opening, _)
        // A number and what it counts.
        | (BreakClass::Digit, BreakClass::Kanji | BreakClass::Narrow)
        | (BreakClass::Kanji | BreakClass::Narrow, BreakClass::Digit) => false,
        _ => before != after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_broken_between_words() {
        assert_eq!(
            phrases("Archive of the U.S.-Japan  Dialogue"),
            ["Archive ", "of ", "the ", "U.S.-Japan  ", "Dialogue"]
        );
        assert_eq!(phrases(""), [""; 0]);
    }

    #[test]
    fn japanese_is_broken_between_phrases() {
        assert_eq!(
            phrases("インターネットエコノミーに関する日米対話アーカイブ"),
            ["インターネットエコノミーに", "関する", "日米対話", "アーカイブ"]
        );
    }

    #[test]
    fn brackets_marks_and_numbers_stay_where_they_belong() {
        assert_eq!(
            phrases("第12回会合（東京・大阪）の記録、2010年"),
            ["第12回会合", "（東京・", "大阪）の", "記録、", "2010年"]
        );
    }
}
