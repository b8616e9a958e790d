//! What site.yaml says, and what the command line asks for.

mod base;
mod contact;

pub use base::{BaseError, base_url, is_web_address, web_address};
pub use contact::contact_address;

use indexmap::IndexMap;
use std::path::PathBuf;

use crate::{
    lang::{Date, DateFormat, Lang, PerLang, Region, Zone},
    model::Text,
    path,
    yaml::Spot,
};

/// What a run was asked to do. Everything that is not content comes in here: no stage asks the clock or the system.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that holds content/, themes/ and output/.
    pub root: PathBuf,
    /// Where the site lands.
    pub output: PathBuf,
    /// The base address, when it is not site.yaml's.
    pub base_url: Option<String>,
    /// The theme, when it is not site.yaml's.
    pub theme: Option<String>,
    /// Whether drafts and embargoed records are shown.
    pub drafts: bool,
    /// The day that the site is of.
    pub as_of: AsOf,
    /// Whether a warning counts as an error.
    pub strict: bool,
    /// Whether files of others in the output may be overwritten.
    pub force: bool,
    /// The language in which is said what is wrong.
    pub language: Lang,
}

/// How far the earliest time zone is ahead of UTC.
const HOURS_AHEAD: i64 = 14;

/// What tells the day that a site is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The command line.
    Day(Date),
    /// The clock, so many seconds after the beginning of 1970 in UTC: which day it is then, the site's time zone says.
    Clock(i64),
}

impl AsOf {
    /// The day in a time zone.
    #[must_use]
    pub fn day(self, zone: &Zone) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Clock(seconds) => zone.day(seconds),
        }
    }

    /// The day where it begins first.
    #[must_use]
    pub fn latest_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Clock(seconds) => Zone::default().day(seconds.saturating_add(HOURS_AHEAD * 3600)),
        }
    }
}

impl From<Date> for AsOf {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

/// The settings of a site.
#[derive(Debug)]
pub struct Config {
    /// Its title.
    pub title: Text,
    /// What it is.
    pub description: Option<Text>,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// Where it will stand, as [`base_url`] gives it. Without it, nothing absolute is written.
    pub base_url: Option<String>,
    /// Its languages, in the order in which they are shown.
    pub languages: [Lang; 2],
    /// The region of each language whose way of writing it is used.
    pub regions: PerLang<&'static Region>,
    /// Whose days its days are.
    pub time_zone: Zone,
    /// The day that it is of.
    pub as_of: Date,
    /// The last day that may be today for those who write: another than the site's only where it has no time zone.
    pub latest_today: Date,
    /// The name of its theme.
    pub theme: String,
    /// What the image for shared links is set in.
    pub share_font: Option<FontFile>,
    /// The license of its texts.
    pub license: Option<License>,
    /// Where readers report a mistake, as [`contact_address`] gives it.
    pub contact: Option<String>,
    /// The titles of the levels of meetings.
    pub levels: IndexMap<String, Text>,
}

/// A font that site.yaml names.
#[derive(Debug)]
pub struct FontFile {
    /// Its path in the `static/` of the content or of the theme.
    pub path: String,
    /// Where it is named.
    pub spot: Spot,
}

/// A license.
#[derive(Debug)]
pub struct License {
    /// Its name.
    pub name: Text,
    /// Its text.
    pub url: Option<String>,
}

impl Config {
    /// How dates are written in a language.
    #[must_use]
    pub fn dates(&self, lang: Lang) -> &'static DateFormat {
        &self.regions[lang].dates
    }

    /// The path of the base address, which a page that is served at any depth needs: `/` without one.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let after_scheme =
            self.base_url.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
        after_scheme.and_then(|rest| rest.find('/').map(|at| &rest[at..])).unwrap_or("/")
    }

    /// The host of the base address, without a port.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.base_url.as_deref().and_then(host_of)
    }

    /// The absolute address of an address of the site.
    #[must_use]
    pub fn absolute(&self, address: &str) -> Option<String> {
        self.below_base(&path::encoded(address))
    }

    /// The absolute address of a link inside the site, which is encoded already.
    #[must_use]
    pub fn below_base(&self, link: &str) -> Option<String> {
        self.base_url.as_ref().map(|base| [base, link].concat())
    }
}

/// The host of a base address in the form that [`base_url`] gives, without a port.
#[must_use]
pub fn host_of(base: &str) -> Option<&str> {
    let (_, rest) = base.split_once("://")?;
    let host = rest.split('/').next()?;
    // The colons of an address of IPv6 stand in brackets.
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    Some(host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name))
}
