//! What a language of site.yaml lacks that the program does not know.

use super::ThemeFiles;
use crate::{
    diagnostic::Code,
    lang::{Lang, Message, say},
    yaml::{Problem, Spot},
};

/// Reports what is missing for the language of this code: its strings in the theme or, where those are there, the rules
/// that stand in the program.
#[must_use]
pub fn unknown_language(code: &str, spot: &Spot, theme: &str, files: Option<&ThemeFiles>) -> Problem {
    let problem = |message: Message| Problem::new(Code::InvalidValue, spot.clone(), message);
    let [first, second] = Lang::ALL.map(Lang::code);
    let known = say!("write-languages-alone", first, second);
    let is_code = code.starts_with(|c: char| c.is_ascii_lowercase())
        && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !is_code {
        return problem(say!("not-a-language", code)).help(known);
    }
    let file = format!("themes/{theme}/strings/{code}.ftl");
    if files.is_some_and(|files| files.strings.contains_key(code)) {
        let help = say!("rules-in-program", file, code, known);
        return problem(say!("unknown-language", code)).help(help);
    }
    let codes = files.into_iter().flat_map(|files| files.strings.keys());
    let present: Vec<String> = codes.map(|code| format!("{code}.ftl")).collect();
    let help = if present.is_empty() {
        say!("strings-file", file, known)
    } else {
        say!("strings-file-beside", file, present = present.join(", "), known)
    };
    problem(say!("no-strings", code)).help(help)
}
