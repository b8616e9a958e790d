//! Files among the notes that are not named as notes are: what each was meant to be. A draft with a wrong ending must not
//! be sent to where it would be published.

use std::collections::HashSet;

use super::registry_names::{self, REGISTRIES};
use crate::{
    diagnostic::{Code, SourceId},
    id::is_id,
    lang::{Lang, Message, nfkc, say},
    yaml::{Problem, Spot},
};

/// What the names of Markdown files end with.
const MARKDOWN: [&str; 7] = ["md", "markdown", "mdown", "mdwn", "mkd", "mdx", "rmd"];

/// What the names of plain texts end with.
const TEXTS: [&str; 2] = ["txt", "text"];

/// What people write for a language.
const LANGUAGES: [(&str, Lang); 9] = [
    ("en", Lang::En),
    ("eng", Lang::En),
    ("english", Lang::En),
    ("英語", Lang::En),
    ("ja", Lang::Ja),
    ("jp", Lang::Ja),
    ("jpn", Lang::Ja),
    ("japanese", Lang::Ja),
    ("日本語", Lang::Ja),
];

/// A note's id and its language, as far as they can be reported from a name that is not one of a note.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) id: String,
    pub(super) lang: Option<Lang>,
}

/// What a file was meant to be, by its name and by whether it begins with facts. Nothing for what is no note at all.
pub(super) fn meant(name: &str, has_facts: bool) -> Option<Meant> {
    let name = nfkc(name).to_lowercase();
    let mut parts = name.split(['.', ' ']).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let within = rest.iter().find_map(|part| language(part));
    let glued = || {
        let (id, code) = first.rsplit_once(['-', '_'])?;
        Some((id, language(code)?))
    };
    let (id, lang) = match (within, glued()) {
        (None, Some((id, lang))) => (id, Some(lang)),
        _ => (first, within),
    };
    let ends_as_text = rest.last().is_none_or(|last| TEXTS.contains(last) || language(last).is_some());
    let is_note = has_facts
        || rest.iter().any(|part| MARKDOWN.contains(part))
        || (lang.is_some() && ends_as_text && !rest.is_empty());
    is_note.then(|| Meant { id: id.to_owned(), lang })
}

/// Whether a file is called as Markdown is.
pub(super) fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| MARKDOWN.contains(&ending.as_str()))
}

fn language(word: &str) -> Option<Lang> {
    LANGUAGES.iter().find(|(known, _)| *known == word).map(|(_, lang)| *lang)
}

impl Meant {
    /// The names that the file may have been meant to have, but for those that other files have.
    fn free(&self, notes: &HashSet<(&str, Lang)>) -> Vec<Lang> {
        let meant = Lang::ALL.into_iter().filter(|lang| self.lang.is_none_or(|meant| meant == *lang));
        meant.filter(|lang| !notes.contains(&(self.id.as_str(), *lang))).collect()
    }

    /// Whether the name tells enough for a file of this id to be missed elsewhere.
    fn is_certain(&self, has_facts: bool, free: &[Lang]) -> bool {
        is_id(&self.id) && (self.lang.is_some() || has_facts || free.len() == 1)
    }
}

/// What is told of a file among the notes.
pub(super) struct MisnamedFile {
    pub(super) problem: Problem,
    /// The id of the note that it was meant to be, where there is no such note.
    pub(super) note: Option<String>,
    /// The registry that it was meant to be, by its slot.
    pub(super) registry: Option<usize>,
}

/// Tells of a file in a folder of notes; these notes are there.
pub(super) fn report(
    source: SourceId,
    name: &str,
    folder: &str,
    has_facts: bool,
    notes: &HashSet<(&str, Lang)>,
) -> MisnamedFile {
    let reported = |message: Message| Problem::new(Code::InvalidValue, Spot::Bytes(source, 0..0), message);
    let is_yaml = [".yaml", ".yml"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending));
    if let Some(slot) = registry_names::registry(name).filter(|_| is_yaml) {
        let registry = REGISTRIES[slot];
        let problem = reported(say!("registry-elsewhere", name, folder));
        let problem = problem.help(say!("registry-place", registry));
        return MisnamedFile { problem, note: None, registry: Some(slot) };
    }
    let [first, second] = Lang::ALL.map(|lang| format!("ID.{}.md", lang.code()));
    let names = say!("or", one = first, other = second);
    let problem = reported(say!("note-without-language"));
    let Some(meant) = meant(name, has_facts) else {
        let help = say!("names-of-files", folder, names);
        return MisnamedFile { problem: problem.help(help), note: None, registry: None };
    };
    let free = meant.free(notes);
    let id = &meant.id;
    let names_of_free: Vec<_> = free.iter().map(|lang| format!("{id}.{}.md", lang.code())).collect();
    let choices = names_of_free.iter().map(|name| say!("named", name));
    let choices = choices.reduce(|one, other| say!("or", one, other));
    let help = if !meant.is_certain(has_facts, &free) {
        say!("names-of-notes", folder, names)
    } else if let Some(names) = choices {
        say!("did-you-mean-file", names)
    } else {
        say!("note-has-files", id)
    };
    let is_missed = meant.is_certain(has_facts, &free) && !free.is_empty();
    let mut problem = problem.help(help);
    for name in names_of_free.into_iter().filter(|_| is_missed) {
        problem = problem.rename_file(name);
    }
    MisnamedFile { problem, note: is_missed.then_some(meant.id), registry: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_was_meant_to_be_is_reported_from_it() {
        let meant = |name: &str| meant(name, false).map(|meant| (meant.id, meant.lang));
        for name in [
            "a-b.ja.txt",
            "a-b.ja.md.txt",
            "A-b.JA.MD",
            "a-b.jp.md",
            "a-b.ja.markdown",
            "a-b.md.ja",
            "a-b.ja",
            "a-b-ja.md",
            "a-b_jp.md",
            "a-b.ja (1).md",
            "a-b.ja のコピー.md",
            "a-b．ja．md",
        ] {
            assert_eq!(meant(name), Some(("a-b".to_owned(), Some(Lang::Ja))), "{name}");
        }
        assert_eq!(meant("a-b.md"), Some(("a-b".to_owned(), None)));
        for name in ["a.txt", "a.pdf", "a.ja.pdf", "a-ja", "a.docx", "picture.en.png"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
