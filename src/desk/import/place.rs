//! Where a meeting was held, and on which days, as the statement says.

use super::{
    document::{StatementBlock, StatementText},
    found_dates::{FoundDate, found_dates},
    sentences::sentences,
};
use crate::lang::{DateRange, Lang};

/// What a statement says of the meeting itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeldPlace {
    /// The days or months.
    pub(super) date: Option<DateRange>,
    /// The place.
    pub(super) place: Option<String>,
    /// Whether it was held over a distance.
    pub(super) is_virtual: bool,
}

/// When and where the meeting was held.
pub(super) fn held(document: &StatementText) -> HeldPlace {
    let lang = document.lang;
    let texts: Vec<&str> = document.blocks.iter().filter_map(|block| block.text()).collect();
    let all: Vec<&str> = texts.iter().flat_map(|text| sentences(text, lang)).collect();
    let is_held = |sentence: &&&str| says_held(sentence, lang);
    let labels: &[&str] = match lang {
        Lang::En => &["date:", "dates:"],
        Lang::Ja => &["日時", "日程", "開催日", "期日"],
    };
    let places: &[&str] = match lang {
        Lang::En => &["place:", "venue:", "location:"],
        Lang::Ja => &["場所", "開催地", "開催場所"],
    };
    let day = |text: &str| found_dates(text, lang).into_iter().find_map(|found: FoundDate| found.date);
    let below = |labels: &[&str]| below_label(document, labels);
    let labelled = labelled(&texts, labels).and_then(&day).or_else(|| below(labels).and_then(&day));
    let sentence = || all.iter().filter(is_held).find_map(|sentence| day(sentence));
    let date = labelled.or_else(sentence).or_else(|| day(&document.whole_title));
    let date = date.or_else(|| texts.iter().find_map(|text| day(text)));
    let place = all.iter().filter(is_held).find_map(|sentence| place_in(sentence, lang));
    let place =
        place.or_else(|| self::labelled(&texts, places).map(|words| words.trim_end_matches('。').to_owned()));
    let remote: &[&str] = match lang {
        Lang::En => &["virtually", "online", "videoconference", "video conference", "teleconference"],
        Lang::Ja => &["オンライン", "テレビ会議", "ウェブ会議", "Web会議", "電話会議"],
    };
    let mut held_in = all.iter().filter(is_held);
    let is_virtual = held_in.any(|sentence| remote.iter().any(|word| sentence.contains(word)));
    HeldPlace { date, place: place.filter(|_| !is_virtual), is_virtual }
}

/// The words behind a label at the beginning of a text: `日時：令和2年9月16日`, `Place: Riverton`.
fn labelled<'t>(texts: &[&'t str], labels: &[&str]) -> Option<&'t str> {
    texts.iter().find_map(|text| {
        let lower = text.to_lowercase();
        let label = labels.iter().find(|label| lower.starts_with(**label))?;
        let rest =
            text.get(label.len()..)?.trim_start_matches(|c: char| c.is_whitespace() || "：:　".contains(c));
        let is_label = rest.len() < text.len() - label.len() || label.ends_with(':');
        (is_label && !rest.is_empty() && rest.chars().count() < 80).then_some(rest)
    })
}

/// The words below a heading that begins with a label.
fn below_label<'d>(document: &'d StatementText, labels: &[&str]) -> Option<&'d str> {
    document.blocks.windows(2).find_map(|pair| match pair {
        [StatementBlock::Heading { text, .. }, below] => {
            let label = text.to_lowercase();
            let is_label = labels.iter().any(|it| label.starts_with(it.trim_end_matches(':')));
            below.text().filter(|_| is_label && text.chars().count() <= 20)
        }
        _ => None,
    })
}

fn says_held(sentence: &str, lang: Lang) -> bool {
    match lang {
        Lang::En => {
            [" was held", " were held", " met ", " took place", " convened ", " held the ", " held their "]
                .iter()
                .any(|words| sentence.contains(words))
        }
        Lang::Ja => {
            // What is planned was not held.
            let is_past = ["開催され", "開催した", "開催しま", "行われ", "開かれ"];
            is_past.iter().any(|words| sentence.contains(words))
        }
    }
}

fn place_in(sentence: &str, lang: Lang) -> Option<String> {
    match lang {
        Lang::En => sentence.match_indices(" in ").find_map(|(at, _)| english_place(&sentence[at + 4..])),
        Lang::Ja => ["において", "にて", "で"].iter().find_map(|word| {
            sentence.match_indices(word).find_map(|(at, _)| japanese_place(&sentence[..at]))
        }),
    }
}

/// The capitalized words at the beginning, with `, D.C.` behind them.
fn english_place(rest: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split_whitespace() {
        let bare = word.trim_end_matches([',', ';', ':']);
        let is_initials = bare.contains('.') && bare.chars().all(|c| c.is_uppercase() || c == '.');
        let is_joined = words.last().is_none_or(|last: &&str| !last.ends_with(',') || is_initials);
        if !is_joined || !word.starts_with(char::is_uppercase) || is_month(bare) {
            break;
        }
        words.push(word);
        if word.ends_with([';', ':']) || (word.ends_with('.') && !is_initials) {
            break;
        }
    }
    let place = words.join(" ");
    let place = place.trim_end_matches([',', ';', ':']);
    let place = if place.contains(',') { place } else { place.trim_end_matches('.') };
    (!place.is_empty()).then(|| place.to_owned())
}

fn is_month(word: &str) -> bool {
    !found_dates(&format!("1 {word} 2000"), Lang::En).is_empty()
}

/// The run of kanji, katakana and Latin letters at the end.
fn japanese_place(before: &str) -> Option<String> {
    let is_part = |c: char| (c.is_alphanumeric() && !('ぁ'..='ん').contains(&c)) || "ー・．.Ｄ".contains(c);
    let start = before.char_indices().rev().take_while(|(_, c)| is_part(*c)).last().map(|(at, _)| at)?;
    let place = &before[start..];
    let has_digit = place.chars().any(char::is_numeric) || place.ends_with(['日', '形', '式']);
    (place.chars().count() >= 2 && !has_digit).then(|| place.to_owned())
}
