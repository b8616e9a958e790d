//! What changed in the words between a commitment and its restatement.

use foldhash::{HashMap, HashMapExt};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::text::escape;
use crate::lang::{
    Lang, Words,
    words::{self, Word},
};

/// The least part of two texts, of a hundred, that must be the same for the later to count as a restatement.
const SAME: usize = 50;

/// How two wordings stand to each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum WordChanges {
    /// The same words.
    None,
    /// The later text as HTML: what came in as `<ins>`, what went as `<del>`.
    Marked(String),
    /// Texts of their own.
    Apart,
}

/// Compares the words of two texts in one language.
pub(super) fn changes(lang: Lang, earlier: &str, later: &str) -> WordChanges {
    let (old, new) = (words::words(lang, earlier), words::words(lang, later));
    let all = length(&old) + length(&new);
    let is_apart = |same: usize| 2 * same * 100 < all * SAME;
    let numbered = Numbered::new(&old, &new);
    // No order of their words could make them one text: most texts that only have to do with each other end here.
    if is_apart(numbered.common) {
        return WordChanges::Apart;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &numbered.old, &numbered.new);
    let parts = parts(lang, &ops, &old, &new);
    let same = parts.iter().filter(|part| part.is_same).map(|part| length(part.new)).sum();
    if 2 * same == all {
        WordChanges::None
    } else if is_apart(same) {
        WordChanges::Apart
    } else {
        WordChanges::Marked(marked(&parts))
    }
}

/// The words of two texts as numbers, the same for the same word.
struct Numbered {
    old: Vec<usize>,
    new: Vec<usize>,
    /// The length of what both have, in whatever order.
    common: usize,
}

impl Numbered {
    fn new(old: &[Word<'_>], new: &[Word<'_>]) -> Self {
        let mut numbers = HashMap::with_capacity(old.len() + new.len());
        let all = old.iter().chain(new).map(|word| {
            let next = numbers.len();
            *numbers.entry(word.text).or_insert(next)
        });
        let mut old_numbers: Vec<usize> = all.collect();
        let new_numbers = old_numbers.split_off(old.len());
        let mut left = vec![0_usize; numbers.len()];
        for number in &old_numbers {
            left[*number] += 1;
        }
        let mut common = 0;
        for (number, word) in new_numbers.iter().zip(new) {
            if left[*number] > 0 {
                left[*number] -= 1;
                common += word.text.chars().count();
            }
        }
        Self { old: old_numbers, new: new_numbers, common }
    }
}

fn length(words: &[Word<'_>]) -> usize {
    words.iter().map(|word| word.text.chars().count()).sum()
}

/// A part of both texts: the same in both, or changed.
#[derive(Clone, Copy)]
struct ComparedPart<'w, 'a> {
    is_same: bool,
    old: &'w [Word<'a>],
    new: &'w [Word<'a>],
}

/// The parts in order, no two changed ones beside each other. A small word that two changes have between them goes
/// with them, since words that stand alone among marks cannot be read.
fn parts<'w, 'a>(
    lang: Lang,
    ops: &[DiffOp],
    old: &'w [Word<'a>],
    new: &'w [Word<'a>],
) -> Vec<ComparedPart<'w, 'a>> {
    let small = match lang.locale().words {
        Words::Spaced { .. } => 3,
        Words::Joined => 1,
    };
    let mut spans: Vec<(bool, std::ops::Range<usize>, std::ops::Range<usize>)> = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let is_inside = index > 0 && index + 1 < ops.len();
        let is_small = || length(new.get(op.new_range()).unwrap_or_default()) <= small;
        let is_same = matches!(op, DiffOp::Equal { .. }) && !(is_inside && is_small());
        match spans.last_mut().filter(|(is_last_same, ..)| *is_last_same == is_same) {
            Some((_, old, new)) => {
                old.end = op.old_range().end;
                new.end = op.new_range().end;
            }
            None => spans.push((is_same, op.old_range(), op.new_range())),
        }
    }
    let parts = spans.into_iter().map(|(is_same, at, to)| ComparedPart {
        is_same,
        old: old.get(at).unwrap_or_default(),
        new: new.get(to).unwrap_or_default(),
    });
    parts.collect()
}

fn marked(parts: &[ComparedPart<'_, '_>]) -> String {
    let mut html = String::new();
    for part in parts {
        if part.is_same {
            push(&mut html, part.new, None);
        } else {
            push(&mut html, part.old, Some("del"));
            push(&mut html, part.new, Some("ins"));
        }
    }
    html
}

/// Adds words; the blank before them stays outside the element.
fn push(html: &mut String, words: &[Word<'_>], element: Option<&str>) {
    let Some(first) = words.first() else { return };
    if first.after_blank {
        html.push(' ');
    }
    if let Some(name) = element {
        html.extend(["<", name, ">"]);
    }
    for (at, word) in words.iter().enumerate() {
        if at > 0 && word.after_blank {
            html.push(' ');
        }
        html.push_str(&escape(word.text));
    }
    if let Some(name) = element {
        html.extend(["</", name, ">"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(lang: Lang, earlier: &str, later: &str) -> String {
        match changes(lang, earlier, later) {
            WordChanges::Marked(html) => html,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn english_words_that_changed_are_marked() {
        let earlier = "Share good practice in the use of cloud services, in both countries.";
        let later = "Share good practice in the use of data & cloud services, in both countries and beyond.";
        assert_eq!(
            marked(Lang::En, earlier, later),
            "Share good practice in the use of <ins>data &amp;</ins> cloud services, in both countries \
             <ins>and beyond</ins>."
        );
    }

    #[test]
    fn japanese_runs_that_changed_are_marked() {
        let earlier = "クラウドサービスの利用に関する優良事例を共有する。";
        let later = "クラウドサービスの安全な利用に関する優良事例を継続して共有する。";
        assert_eq!(
            marked(Lang::Ja, earlier, later),
            "クラウドサービスの<ins>安全な</ins>利用に関する優良事例を<ins>継続して</ins>共有する。"
        );
    }

    #[test]
    fn a_small_word_between_two_changes_goes_with_them() {
        let earlier = "Both sides confirmed the use of networks in trade, industry and research policy.";
        let later = "Both sides confirmed the growth of data in trade, industry and research policy.";
        assert_eq!(
            marked(Lang::En, earlier, later),
            "Both sides confirmed the <del>use of networks</del> <ins>growth of data</ins> in trade, industry and \
             research policy."
        );
    }

    #[test]
    fn the_same_words_are_no_change_and_other_words_no_restatement() {
        assert_eq!(changes(Lang::En, "Share  data.", "Share data."), WordChanges::None);
        assert_eq!(changes(Lang::En, "Share data.", "Hold a seminar on spectrum."), WordChanges::Apart);
        assert_eq!(changes(Lang::Ja, "情報を共有する。", "周波数に関する講習会を開く。"), WordChanges::Apart);
    }
}
