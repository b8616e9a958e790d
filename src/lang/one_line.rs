//! A plain text on one line: a title or a summary may be written over several, which are not to show.

use std::borrow::Cow;

use super::{
    Lang,
    breaks::{End, end_of, soft_break},
    ruby,
};

/// The text without blanks at its ends (U+3000 is one), its lines joined by a blank or, by the rule of [`soft_break`], by
/// nothing.
#[must_use]
pub fn one_line(text: &str, lang: Lang) -> Cow<'_, str> {
    let text = text.trim();
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    let mut before = "";
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !before.is_empty() && !is_joined(before, line, lang) {
            joined.push(' ');
        }
        joined.push_str(line);
        before = line;
    }
    Cow::Owned(joined)
}

/// Whether two lines are joined without a blank. Of ruby, the base text counts.
#[must_use]
pub fn is_joined(before: &str, after: &str, lang: Lang) -> bool {
    let before = end_of(&ruby::plain(before), End::Last);
    !soft_break(lang, before, end_of(&ruby::plain(after), End::First))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang::{En, Ja};

    #[test]
    fn ends_are_trimmed() {
        for text in ["会合", " 会合\n", "\u{3000}会合\u{3000}", "\n\n会合\r\n", "会合\t"] {
            assert_eq!(one_line(text, Ja), "会合", "{text:?}");
        }
        assert_eq!(one_line("\u{3000}\n", Ja), "");
    }

    #[test]
    fn lines_are_joined_as_the_language_is_written() {
        assert_eq!(one_line("水位情報の\n共有", Ja), "水位情報の共有");
        assert_eq!(one_line("水位情報の\n\n  共有\n", Ja), "水位情報の共有");
        assert_eq!(one_line("参加者は、\nICT分野", Ja), "参加者は、ICT分野");
        assert_eq!(one_line("{総務省|そうむしょう}\nMIC", Ja), "{総務省|そうむしょう}MIC");
        assert_eq!(one_line("Japan\nUS", Ja), "Japan US");
        assert_eq!(one_line("한국\n어", Ja), "한국 어");
        assert_eq!(one_line("the first\nmeeting", En), "the first meeting");
        assert_eq!(one_line("MIC\n総務省", En), "MIC 総務省");
        assert_eq!(one_line("総務\n省", En), "総務省");
    }

    #[test]
    fn blanks_inside_of_a_line_stay() {
        assert_eq!(one_line("第1回 会合", Ja), "第1回 会合");
        assert_eq!(one_line("国際  会議", Ja), "国際  会議");
    }
}
