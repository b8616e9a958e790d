//! The image that other sites show with a link to this one: a template of the theme in SVG, drawn to a PNG of one size.

use std::hash::Hash;
use xxhash_rust::xxh3::Xxh3;

use super::{
    raster,
    share_font::ShareFont,
    share_lines::{FittedTitles, Room, fit},
    view::{PageTemplate, page_data, view},
};
use crate::{
    artifact::Artifact,
    lang::{Lang, ruby},
    plan::files::SHARE_IMAGE,
    site::Site,
    theme::{Theme, ThemeError},
};

/// Where the titles stand in the image.
const ROOM: Room = Room { left: 80, top: 196, width: 1040, height: 310 };

/// What a title ends with that is longer than its room: the first that the font has.
const CUT: [&str; 2] = ["…", "..."];

view! {
    /// The image for shared links, which is drawn in 1200 by 630 pixels. It is no page, and gets nothing else but the words.
    /// Every text is set in `share_font`, whatever `font-family` says.
    struct SharePicture {
        /// The title in each language, but for one that the font cannot write.
        titles: Vec<ShareTitleView>,
        /// The size of the titles.
        size: usize,
        /// The years of the meetings, such as `2010–2026`.
        years: Option<String>,
    }
}

impl PageTemplate for SharePicture {
    const TEMPLATE: &'static str = "share.svg";
}

view! {
    /// A title on the image for shared links.
    struct ShareTitleView {
        /// The code of its language.
        lang: &'static str,
        /// Its lines.
        lines: Vec<ShareLineView>,
    }
}

view! {
    /// A line of a title on the image for shared links.
    struct ShareLineView {
        /// What it says.
        text: String,
        /// Where it begins, from the left.
        x: usize,
        /// Where it stands, from the top.
        y: usize,
    }
}

/// A text of the image, and what the font lacks of it.
pub struct MissingLetters {
    /// The key of the text in site.yaml; of the years none.
    pub title: Option<Lang>,
    /// The letters.
    pub letters: Vec<char>,
}

/// What the image leaves out, as the font does not have all letters of it.
#[must_use]
pub fn missing_letters(site: &Site, font: &ShareFont) -> Vec<MissingLetters> {
    let titles = titles(site).into_iter().map(|(lang, title)| (Some(lang), title));
    let texts = titles.chain(years(site).map(|years| (None, years)));
    let missing = texts.map(|(title, text)| MissingLetters { title, letters: font.missing(&text) });
    missing.filter(|it| !it.letters.is_empty()).collect()
}

/// Whether a site has an image: its address is known, and the font can write one of its titles.
pub(super) fn is_drawn(site: &Site, font: &ShareFont) -> bool {
    site.config.base_url.is_some() && !written_titles(site, font).is_empty()
}

/// An image that can be drawn.
pub struct ShareImage {
    svg: String,
    font: ShareFont,
}

impl ShareImage {
    /// The image of a site.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub(super) fn new(site: &Site, font: &ShareFont, theme: &Theme) -> Result<Self, ThemeError> {
        let data = page_data(picture(site, font));
        let svg = theme.render(site.config.languages[0], data.template, &data.context)?;
        Ok(Self { svg: String::from_utf8_lossy(&svg).into_owned(), font: font.clone() })
    }

    /// A hash of all that it is made from.
    #[must_use]
    pub fn inputs(&self) -> u128 {
        let mut hasher = Xxh3::new();
        (SHARE_IMAGE, &self.svg, self.font.bytes()).hash(&mut hasher);
        hasher.digest128()
    }

    /// Draws it.
    ///
    /// # Errors
    ///
    /// Where the template is no SVG that can be drawn with the font.
    pub fn draw(&self) -> Result<Artifact, ThemeError> {
        let png = raster::png(&self.svg, &self.font).map_err(|message| ThemeError {
            place: Some((SharePicture::TEMPLATE.to_owned(), 0..0)),
            message,
        })?;
        Ok(Artifact { path: SHARE_IMAGE.to_owned(), content: png.into() })
    }
}

fn picture(site: &Site, font: &ShareFont) -> SharePicture {
    let written = written_titles(site, font);
    let texts: Vec<&str> = written.iter().map(|(_, title)| title.as_str()).collect();
    let sign = CUT.into_iter().find(|sign| font.missing(sign).is_empty()).unwrap_or_default();
    let FittedTitles { size, titles } = fit(&texts, ROOM, sign, font.measure());
    let line = |(text, y): (String, u16)| ShareLineView { text, x: ROOM.left.into(), y: y.into() };
    let titles = written.iter().zip(titles).map(|((lang, _), lines)| ShareTitleView {
        lang: lang.code(),
        lines: lines.into_iter().map(line).collect(),
    });
    SharePicture {
        titles: titles.collect(),
        size: size.into(),
        years: years(site).filter(|years| font.missing(years).is_empty()),
    }
}

/// The titles that the font can write.
fn written_titles(site: &Site, font: &ShareFont) -> Vec<(Lang, String)> {
    let mut titles = titles(site);
    titles.retain(|(_, title)| font.missing(title).is_empty());
    titles
}

/// The title in each language in which it is written; one that is the same in both, once.
fn titles(site: &Site) -> Vec<(Lang, String)> {
    let config = &site.config;
    let written =
        config.languages.iter().filter_map(|lang| Some((*lang, ruby::plain(config.title.get(*lang)?))));
    let mut titles: Vec<_> = written.filter(|(_, title)| !title.trim().is_empty()).collect();
    titles.dedup_by(|one, other| one.1 == other.1);
    titles
}

/// The years of the first meeting and of the last that was held.
fn years(site: &Site) -> Option<String> {
    let held = site.meetings.iter().filter(|(_, meeting)| meeting.is_held());
    let years: Vec<i16> = held.map(|(_, meeting)| meeting.facts.date.first_day().year()).collect();
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some(if first == last { first.to_string() } else { format!("{first}–{last}") })
}
