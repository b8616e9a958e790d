//! Where the sentences of a paragraph end.

use crate::lang::Lang;

/// Words before a stop that ends no sentence.
const SHORT: [&str; 12] = ["mr", "mrs", "ms", "dr", "no", "art", "para", "st", "vs", "e.g", "i.e", "jr"];

/// Words that begin a sentence even behind an abbreviation such as `U.S.`.
const OPENERS: [&str; 12] =
    ["The", "In", "Both", "They", "Participants", "On", "It", "At", "This", "These", "As", "We"];

/// The sentences of a paragraph, without blanks around them.
pub(super) fn sentences(text: &str, lang: Lang) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '「' | '『' | '（' => depth += 1,
            '」' | '』' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + c.len_utf8();
        let is_end = match lang {
            Lang::Ja => c == '。' && depth == 0,
            Lang::En => ".!?".contains(c) && ends_english(&text[start..at], &text[end..]),
        };
        if is_end {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// Whether a stop between these ends a sentence.
fn ends_english(before: &str, after: &str) -> bool {
    let next = after.trim_start();
    if next.len() == after.len() || !next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || "(\"“".contains(c)).next().unwrap_or_default();
    let is_initial = word.rsplit('.').next().is_some_and(|part| part.chars().count() == 1);
    let is_short = SHORT.contains(&word.to_lowercase().as_str());
    let opener = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !is_short && (!is_initial || OPENERS.contains(&opener))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text =
            "Companies of the U.S. and Japan met. Mr. North spoke in Washington, D.C. The two sides agreed.";
        assert_eq!(
            sentences(text, Lang::En),
            [
                "Companies of the U.S. and Japan met.",
                "Mr. North spoke in Washington, D.C.",
                "The two sides agreed."
            ]
        );
        assert_eq!(
            sentences("確認した。「一致。」とした。次", Lang::Ja),
            ["確認した。", "「一致。」とした。", "次"]
        );
    }
}
