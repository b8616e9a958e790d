//! The languages that site.yaml names: two of those that are known, each once.

use super::{problems::Problems, registry_file::File};
use crate::{
    diagnostic::Code,
    lang::{Lang, Message, say},
    yaml::{Problem, Spot},
};

/// The languages of a site in their order, and the codes that the program does not know, each with its place. What they
/// lack is known when the theme's strings are.
pub(super) fn languages(
    written: Option<&Vec<Option<String>>>,
    file: File,
    problems: &mut Problems,
) -> ([Lang; 2], Vec<(Spot, String)>) {
    let Some(written) = written else { return (Lang::ALL, Vec::new()) };
    let reported = problems.found.len();
    if let count @ (0 | 1) = written.len() {
        let number = if count == 0 { "none" } else { "one" };
        let spot = file.at(["languages".into()]);
        problems.push(invalid(spot, say!("two-languages", count = number)).help(both()));
    }
    let mut known: Vec<Lang> = Vec::new();
    let mut unknown = Vec::new();
    for (index, code) in written.iter().enumerate() {
        // What was refused was reported.
        let Some(code) = code else { continue };
        let spot = file.at(["languages".into(), index.into()]);
        match Lang::from_code(code) {
            _ if index >= 2 => {
                let message = say!("one-language-too-many", code);
                problems.push(invalid(spot, message).help(both()));
            }
            Some(lang) if known.contains(&lang) => {
                problems.push(invalid(spot, say!("language-twice", code)).help(both()));
            }
            Some(lang) => known.push(lang),
            None => match Lang::meant_by(code) {
                Some(meant) => {
                    let problem = invalid(spot, say!("language-code", code));
                    problems.push(problem.suggest(code, Some(meant.code())));
                }
                None => unknown.push((spot, code.clone())),
            },
        }
    }
    match known.as_slice() {
        &[first, second] if problems.found.len() == reported => ([first, second], unknown),
        _ => (Lang::ALL, unknown),
    }
}

fn invalid(spot: Spot, message: Message) -> Problem {
    Problem::new(Code::InvalidValue, spot, message)
}

/// The suggestion: the two languages in either order.
fn both() -> Message {
    let [first, second] = Lang::ALL.map(Lang::code);
    say!("write-languages", first, second)
}
