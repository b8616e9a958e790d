//! Titles in lines: as large as they fit into their room, all of one size.

use crate::lang::phrases;

/// The sizes that are tried, in pixels, the largest first.
const SIZES: [u16; 11] = [68, 64, 60, 56, 52, 48, 44, 40, 36, 32, SMALLEST];

const SMALLEST: u16 = 28;

/// More than this never fit.
const MOST_LINES: usize = 20;

/// How far lines are apart, and how much farther titles are, in parts of the size.
const LINE: f32 = 1.3;
const GAP: f32 = 0.6;

/// The room for the titles, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) left: u16,
    pub(super) top: u16,
    pub(super) width: u16,
    pub(super) height: u16,
}

/// Titles in lines.
pub(super) struct FittedTitles {
    /// Their size, in pixels.
    pub(super) size: u16,
    /// The lines of each, with the places of their base lines.
    pub(super) titles: Vec<Vec<(String, u16)>>,
}

/// Fits titles into a room: the largest size at which all of them stand in it whole. Where not even the smallest does, each
/// gets as many lines as the others, and a sign takes the place of what is left.
pub(super) fn fit(titles: &[&str], room: Room, sign: &str, measure: impl Fn(&str) -> f32) -> FittedTitles {
    let titles: Vec<_> = titles.iter().map(|title| parts(title, &measure)).collect();
    let width = |size: u16| f32::from(room.width) / f32::from(size);
    let lines = |size: u16| -> Vec<_> { titles.iter().map(|title| broken(title, width(size))).collect() };
    let fits =
        |size: &u16| height(lines(*size).iter().map(Vec::len)) * f32::from(*size) <= f32::from(room.height);
    let (size, lines) = match SIZES.into_iter().find(fits) {
        Some(size) => (size, titles.iter().map(|title| balanced(title, width(size))).collect()),
        None => (SMALLEST, cut(lines(SMALLEST), f32::from(room.height) / f32::from(SMALLEST), sign)),
    };
    FittedTitles { size, titles: placed(lines, size, room.top) }
}

/// How high titles of so many lines are, in parts of their size.
#[allow(clippy::cast_precision_loss, reason = "few lines fit")]
fn height(lines: impl Iterator<Item = usize>) -> f32 {
    lines.map(|lines| lines as f32 * LINE + GAP).sum::<f32>() - GAP
}

/// The base line of each line, below the top of the room.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places of a small image")]
fn placed(titles: Vec<Vec<String>>, size: u16, top: u16) -> Vec<Vec<(String, u16)>> {
    let mut y = f32::from(top);
    let places = titles.into_iter().map(|lines| {
        let lines = lines.into_iter().map(|line| {
            y += f32::from(size) * LINE;
            (line, (y - f32::from(size) * (LINE - 1.0)).round() as u16)
        });
        let lines = lines.collect();
        y += f32::from(size) * GAP;
        lines
    });
    places.collect()
}

/// The titles cut to as many lines each as fit.
fn cut(mut titles: Vec<Vec<String>>, room: f32, sign: &str) -> Vec<Vec<String>> {
    let fits = |most: &usize| height(titles.iter().map(|lines| lines.len().min(*most))) <= room;
    let most = (1..MOST_LINES).rev().find(fits).unwrap_or(1);
    for lines in titles.iter_mut().filter(|lines| lines.len() > most) {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            // So that the line stays about as wide.
            last.pop();
            last.pop();
            last.truncate(last.trim_end().len());
            last.push_str(sign);
        }
    }
    titles
}

/// What stands on one line, or is broken only where it is wider than any line.
struct TitlePart<'t> {
    text: &'t str,
    width: f32,
    /// Without the blanks at its end.
    inked: f32,
    /// How wide each letter is.
    letters: Vec<(&'t str, f32)>,
}

fn parts<'t>(title: &'t str, measure: &impl Fn(&str) -> f32) -> Vec<TitlePart<'t>> {
    let part = |text: &'t str| {
        let letters = text.char_indices().map(|(at, c)| &text[at..at + c.len_utf8()]);
        let letters: Vec<_> = letters.map(|letter| (letter, measure(letter))).collect();
        let width = letters.iter().map(|(_, width)| width).sum();
        TitlePart { text, width, inked: measure(text.trim_end()), letters }
    };
    phrases(title).into_iter().map(part).collect()
}

/// A title in as few lines as can be, all about as wide.
fn balanced(title: &[TitlePart<'_>], width: f32) -> Vec<String> {
    let lines = broken(title, width);
    let narrower = (10..20_u16).map(|part| broken(title, width * f32::from(part) / 20.0));
    narrower.into_iter().find(|other| other.len() == lines.len()).unwrap_or(lines)
}

/// A title in lines of at most this width.
fn broken(title: &[TitlePart<'_>], width: f32) -> Vec<String> {
    let (mut lines, mut used) = (vec![String::new()], 0.0);
    let mut add = |text: &str, inked: f32, whole: f32| {
        match lines.last_mut() {
            Some(line) if line.is_empty() || used + inked <= width => line.push_str(text),
            _ => {
                lines.push(text.to_owned());
                used = 0.0;
            }
        }
        used += whole;
    };
    for part in title {
        if part.inked <= width {
            add(part.text, part.inked, part.width);
        } else {
            part.letters.iter().for_each(|(letter, wide)| add(letter, *wide, *wide));
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { left: 80, top: 200, width: 1040, height: 310 };

    /// Japanese is as wide as it is high, and English about half of that.
    fn measure(text: &str) -> f32 {
        text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 }).sum()
    }

    fn lines(titles: &[&str]) -> (u16, Vec<Vec<String>>) {
        let fitted = fit(titles, ROOM, "…", measure);
        let text = |lines: Vec<(String, u16)>| lines.into_iter().map(|(line, _)| line).collect();
        (fitted.size, fitted.titles.into_iter().map(text).collect())
    }

    #[test]
    fn a_short_title_stands_on_a_line_in_the_largest_size() {
        assert_eq!(
            lines(&["Water Dialogue", "水対話"]),
            (68, vec![vec!["Water Dialogue".to_owned()], vec!["水対話".to_owned()]])
        );
    }

    #[test]
    fn longer_titles_are_smaller_and_their_lines_are_about_as_wide() {
        let (size, titles) = lines(&[
            "Archive of the U.S.-Japan Dialogue on the Internet Economy",
            "インターネットエコノミーに関する日米対話アーカイブ",
        ]);
        assert_eq!(size, 52);
        assert_eq!(titles[0], ["Archive of the U.S.-Japan", "Dialogue on the Internet Economy"]);
        assert_eq!(titles[1], ["インターネットエコノミーに", "関する日米対話アーカイブ"]);
    }

    #[test]
    fn every_line_of_any_title_stands_in_the_room() {
        let long = "A title that nobody would give to an archive ".repeat(40);
        let word = "超".repeat(2000);
        for titles in [[long.as_str(), word.as_str()], [word.as_str(), "短い"], ["", " "]] {
            let fitted = fit(&titles, ROOM, "…", measure);
            for (line, y) in fitted.titles.iter().flatten() {
                assert!(measure(line) * f32::from(fitted.size) <= f32::from(ROOM.width), "{line}");
                assert!((ROOM.top..ROOM.top + ROOM.height).contains(y), "{y}: {line}");
            }
        }
        let (_, titles) = lines(&[&long, "短い"]);
        assert!(
            titles[0].last().is_some_and(|line| line.ends_with('…')) && titles[1] == ["短い"],
            "{titles:?}"
        );
    }
}
