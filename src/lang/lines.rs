//! A text in lines of some width, for pictures, which break none themselves.

use super::chars::is_wide;

/// What may not begin a line in Japanese: closing signs, small kana and the like.
const NO_START: &str =
    "、。，．・：；？！」』）】〕〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜…％,.:;?!)]}";

/// What may not end one.
const NO_END: &str = "「『（【〔〈《([{";

/// The text in lines that are at most so wide, a letter being 1 and a wide character 2. Lines break between words and,
/// where words are not spaced, between characters; what has no such place is broken anywhere. A blank that a line ends
/// with stays with it.
#[must_use]
pub fn lines(text: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = line_end(rest, width);
        lines.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(' ');
    }
    lines
}

/// How wide a text is, a letter being 1 and a wide character 2.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

fn width_of(c: char) -> usize {
    if is_wide(c) { 2 } else { 1 }
}

/// Where the first line of a text ends.
fn line_end(text: &str, width: usize) -> usize {
    let mut used = 0;
    let mut last_break = None;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            last_break = Some(at);
        }
        used += width_of(c);
        // A blank at the end of a line takes no room.
        if used > width && c != ' ' && before.is_some() {
            return last_break.unwrap_or(at);
        }
        before = Some(c);
    }
    text.len()
}

fn may_break(before: char, after: char) -> bool {
    if before == ' ' {
        return true;
    }
    (is_wide(before) || is_wide(after))
        && after != ' '
        && !NO_START.contains(after)
        && !NO_END.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_breaks_between_words_and_keeps_the_blank() {
        assert_eq!(lines("Sharing good practice", 13), ["Sharing good ", "practice"]);
        assert_eq!(lines("", 13), [""; 0]);
    }

    #[test]
    fn a_word_without_a_break_is_broken_anywhere() {
        assert_eq!(lines("abcdefgh ij", 3), ["abc", "def", "gh ", "ij"]);
    }

    #[test]
    fn no_japanese_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() {
        assert_eq!(lines("青少年の、保護", 8), ["青少年", "の、保護"]);
        assert_eq!(lines("これは「雲」だ", 8), ["これは", "「雲」だ"]);
        assert_eq!(lines("日本ICT会議", 8), ["日本ICT", "会議"]);
    }

    #[test]
    fn one_character_is_a_line_where_there_is_no_room() {
        assert_eq!(lines("日本", 1), ["日", "本"]);
        assert_eq!(width("日本 a"), 6);
    }
}
