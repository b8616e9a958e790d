//! Titles in lines: as large as they fit into their room, all of one size.

use crate::lang::phrases;

/// The sizes that are tried, in pixels, the largest first.
const SIZES: [u16; 11] = [68, 64, 60, 56, 52, 48, 44, 40, 36, 32, 28];

/// How far lines are apart, and how much farther titles are, in parts of the size.
const LINE: f32 = 1.3;
const GAP: f32 = 0.6;

/// What a title ends with that is longer than its room.
const CUT: char = '…';

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
/// gets as many lines as the others, and what is left of it is cut.
pub(super) fn fit(titles: &[&str], room: Room, measure: impl Fn(&str) -> f32) -> FittedTitles {
    let at = |size: u16| -> Vec<Vec<String>> {
        let width = f32::from(room.width) / f32::from(size);
        titles.iter().map(|title| balanced(title, width, &measure)).collect()
    };
    let fits = |size: u16, lines: &[Vec<String>]| height(lines) * f32::from(size) <= f32::from(room.height);
    let mut sizes = SIZES.into_iter().map(|size| (size, at(size)));
    let found = sizes.find(|(size, lines)| fits(*size, lines));
    let (size, lines) = found.unwrap_or_else(|| {
        let size = SIZES[SIZES.len() - 1];
        (size, cut(at(size), f32::from(room.height) / f32::from(size)))
    });
    FittedTitles { size, titles: placed(lines, size, room.top) }
}

/// How high titles are, in parts of their size.
fn height(titles: &[Vec<String>]) -> f32 {
    titles.iter().map(|lines| lines.iter().map(|_| LINE).sum::<f32>() + GAP).sum::<f32>() - GAP
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
fn cut(mut titles: Vec<Vec<String>>, room: f32) -> Vec<Vec<String>> {
    let limit = |titles: &[Vec<String>]| titles.iter().map(Vec::len).max().unwrap_or_default();
    while height(&titles) > room && limit(&titles) > 1 {
        let longest = limit(&titles) - 1;
        for lines in titles.iter_mut().filter(|lines| lines.len() > longest) {
            lines.truncate(longest);
            if let Some(last) = lines.last_mut() {
                // The sign takes the place of a letter, so that the line stays as wide.
                last.pop();
                last.pop();
                last.push(CUT);
            }
        }
    }
    titles
}

/// A title in as few lines as can be, all about as wide.
fn balanced(title: &str, width: f32, measure: &impl Fn(&str) -> f32) -> Vec<String> {
    let lines = broken(title, width, measure);
    let narrower = (10..20_u16).map(|part| broken(title, width * f32::from(part) / 20.0, measure));
    narrower.into_iter().find(|other| other.len() == lines.len()).unwrap_or(lines)
}

/// A title in lines of at most this width.
fn broken(title: &str, width: f32, measure: &impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut add = |part: &str| {
        let is_full = lines.last().is_some_and(|line| {
            !line.is_empty() && measure([line, part.trim_end()].concat().as_str()) > width
        });
        match lines.last_mut() {
            Some(line) if !is_full => line.push_str(part),
            _ => lines.push(part.to_owned()),
        }
    };
    for part in phrases(title) {
        if measure(part.trim_end()) <= width {
            add(part);
        } else {
            // A word that is wider than the image is broken anywhere.
            part.char_indices().for_each(|(at, c)| add(&part[at..at + c.len_utf8()]));
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
        let fitted = fit(titles, ROOM, measure);
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
            let fitted = fit(&titles, ROOM, measure);
            for (line, y) in fitted.titles.iter().flatten() {
                assert!(measure(line) * f32::from(fitted.size) <= f32::from(ROOM.width), "{line}");
                assert!((ROOM.top..ROOM.top + ROOM.height).contains(y), "{y}: {line}");
            }
        }
        let (_, titles) = lines(&[&long, "短い"]);
        assert!(titles[0].last().unwrap().ends_with('…') && titles[1] == ["短い"], "{titles:?}");
    }
}
