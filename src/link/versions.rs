//! What the text of each language of a note is, as its file says.

use super::{
    known::{Known, Resolved},
    pair::{Pair, Side},
    problems::Problems,
};
use crate::{
    diagnostic::Code,
    lang::{Lang, PerLang, say},
    model::Version,
    source::input::VersionInput,
    yaml::{Problem, Spot},
};

/// What a note's texts are. Two texts that each say to be made from the other are reported.
pub(super) fn versions<T>(
    pair: &Pair<'_, T>,
    known: &Known<'_>,
    problems: &mut Problems,
    get: fn(&T) -> Option<&VersionInput>,
) -> PerLang<Version> {
    let mut versions = PerLang::<Version>::default();
    let mut made_from = Vec::new();
    for (lang, side) in pair.sides() {
        if let Some(input) = get(side.value) {
            let version = version(input, lang, side, known, problems);
            made_from.extend(version.from.map(|_| at(side, "from")));
            versions[lang] = version;
        }
    }
    if let [first, second] = made_from.as_slice() {
        problems.push(circle(first.clone(), second.clone()));
    }
    versions
}

/// Where a word on the version of a file stands.
fn at<T>(side: &Side<'_, T>, field: &'static str) -> Spot {
    side.at(["version".into(), field.into()])
}

fn circle(first: Spot, second: Spot) -> Problem {
    let message = say!("made-from-each-other");
    Problem::new(Code::ConflictingFact, second, message)
        .related(first, say!("other-file-says"))
        .help(say!("delete-from"))
}

fn version<T>(
    input: &VersionInput,
    lang: Lang,
    side: &Side<'_, T>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Version {
    let from = input.from.as_deref().and_then(|code| {
        let from = Lang::from_code(code).filter(|from| *from != lang);
        if from.is_none() {
            let message = say!("not-other-language", lang = code);
            let problem = Problem::new(Code::InvalidValue, at(side, "from"), message);
            problems.push(problem.help(say!("write-plain", what = lang.other().code())));
        }
        from
    });
    let source = input.source.as_ref().and_then(|name| known.document(name, || at(side, "source"), problems));
    Version {
        status: input.status.unwrap_or_default(),
        from,
        by: input.by.clone(),
        source: match source {
            Some(Resolved::There(id)) => Some(id),
            _ => None,
        },
        translated_from: input.translated_from.clone(),
    }
}
