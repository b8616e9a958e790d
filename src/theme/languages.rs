//! What a language of site.yaml lacks that the program does not know.

use super::ThemeFiles;
use crate::{
    diagnostic::Code,
    lang::Lang,
    yaml::{Problem, Spot},
};

/// Reports what is missing for the language of this code: its strings in the theme or, where those are there, the rules
/// that stand in the program.
#[must_use]
pub fn unknown_language(code: &str, spot: &Spot, theme: &str, files: Option<&ThemeFiles>) -> Problem {
    let problem = |message: String| Problem::new(Code::InvalidValue, spot.clone(), message);
    let [first, second] = Lang::ALL.map(Lang::code);
    let known = format!("write [{first}, {second}] or [{second}, {first}]");
    let is_code = code.starts_with(|c: char| c.is_ascii_lowercase())
        && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !is_code {
        return problem(format!("`{code}` is not the code of a language")).help(known);
    }
    let file = format!("themes/{theme}/strings/{code}.ftl");
    if files.is_some_and(|files| files.strings.contains_key(code)) {
        let help = format!(
            "{file} is there, but how dates, names and lists are written in `{code}` stands in the program, \
             which a programmer has to extend; for now, {known}"
        );
        return problem(format!("taiwa knows no rules for `{code}`")).help(help);
    }
    let codes = files.into_iter().flat_map(|files| files.strings.keys());
    let present: Vec<String> = codes.map(|code| format!("{code}.ftl")).collect();
    let there_are = if present.is_empty() { "" } else { "; there are " };
    problem(format!("there is no strings file for `{code}`"))
        .help(format!("it would be {file}{there_are}{}; {known}", present.join(", ")))
}
