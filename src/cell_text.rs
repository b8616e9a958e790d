//! The texts of cells in tables that spreadsheets open.

use std::borrow::Cow;

use crate::lang::is_ignorable;

/// What every file begins with: without it, Excel does not take it for UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How a text begins that a spreadsheet would take for a formula: programs differ, and those made for Japanese take the
/// full-width and small signs as well.
const FORMULA: [char; 14] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '\t', '\r'];

/// The text as no spreadsheet runs it. What stands before a sign and is not seen may be cut off by the program.
#[must_use]
pub fn defused(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_seen = |c: &char| FORMULA.contains(c) || !(c.is_whitespace() || is_ignorable(*c));
    let is_formula = text.chars().find(is_seen).is_some_and(|c| FORMULA.contains(&c));
    if is_formula { format!("'{text}").into() } else { text }
}

/// A text as it was before [`defused`].
#[must_use]
pub fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if matches!(defused(rest.into()), Cow::Owned(_)) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_gets_an_apostrophe() {
        for sign in FORMULA {
            for before in
                ["", "\n", " ", "\u{a0}", "\u{3000}", "\u{feff}", "\u{200b}", "\u{2060} \n", "\u{85}"]
            {
                let formula = format!("{before}{sign}1+1");
                let defused = defused(formula.as_str().into());
                assert_eq!(defused, format!("'{formula}"));
                assert_eq!(restored(&defused), formula);
            }
        }
        for text in [
            "",
            " ",
            "\n",
            "1-1",
            "a=b",
            " a=b",
            "'=1",
            "'a",
            "２",
            "　第1回",
            "–",
            "ー",
            "〜",
            "「＝」",
            "(=1)",
        ] {
            assert_eq!(defused(text.into()), text);
        }
        assert_eq!(["", "'a", "a", "=1"].map(restored), ["", "'a", "a", "=1"]);
    }
}
