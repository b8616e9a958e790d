//! The problems found while linking, and the checks that many records share.

use crate::{
    diagnostic::{Code, did_you_mean},
    id::is_id,
    lang::Date,
    yaml::{Problem, Spot},
};

/// Collects problems.
#[derive(Debug, Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    pub(super) fn missing(&mut self, spot: Spot, field: &str) {
        self.push(Problem::new(Code::MissingField, spot, format!("the field `{field}` is missing")));
    }

    /// Reads a day; one that is not a day is told.
    pub(super) fn date(&mut self, text: &str, spot: impl FnOnce() -> Spot) -> Option<Date> {
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(error) => {
                let problem = Problem::new(Code::InvalidDate, spot(), format!("`{text}` is not a date"));
                self.push(problem.help(error.to_string()));
                None
            }
        }
    }

    /// Tells an id that is not one.
    pub(super) fn check_id(&mut self, id: &str, spot: impl FnOnce() -> Spot) {
        if !is_id(id) {
            let problem = Problem::new(Code::InvalidId, spot(), format!("`{id}` is not an id"))
                .help("an id has lower-case letters a–z and digits, in parts joined by single hyphens");
            self.push(problem);
        }
    }

    /// Tells a name that no record has, with the nearest that one has.
    pub(super) fn unknown<'a>(
        &mut self,
        code: Code,
        what: &str,
        name: &str,
        spot: Spot,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let suggestion = did_you_mean(name, known);
        let message = format!("no {what} is called `{name}`");
        self.push(Problem::new(code, spot, message).suggest(suggestion));
    }

    /// Takes an address over if a browser may be sent there.
    pub(super) fn url(&mut self, url: Option<&String>, spot: impl FnOnce() -> Spot) -> Option<String> {
        let url = url?;
        let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let has_space = url.contains(|c: char| c.is_whitespace() || c.is_control());
        if matches!(scheme.as_deref(), Some("http" | "https")) && !has_space {
            return Some(url.clone());
        }
        let problem = Problem::new(Code::UnsafeLink, spot(), format!("`{url}` is not an address"));
        self.push(problem.help("an address begins with https:// or http:// and has no blanks"));
        None
    }
}
