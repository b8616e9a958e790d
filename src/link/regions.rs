//! The regions that site.yaml names by its `locales`: those whose way of writing a language is known.

use super::{problems::Problems, registry_file::File};
use crate::{
    diagnostic::Code,
    lang::{Lang, Message, PerLang, Region, say},
    source::input::LocalesInput,
    yaml::Problem,
};

/// The region of each language; one that is not known is reported, and the default stands in its place.
pub(super) fn regions(
    written: Option<&LocalesInput>,
    file: File,
    problems: &mut Problems,
) -> PerLang<&'static Region> {
    PerLang::of(|lang| {
        let default = &lang.locale().region;
        let Some(tag) = written.and_then(|it| it.get(lang)) else { return default };
        lang.locale().regions().find(|region| region.tag == tag).unwrap_or_else(|| {
            let spot = file.at(["locales".into(), lang.code().into()]);
            let message = say!("unknown-locale", tag, lang = lang.code());
            problems.push(Problem::new(Code::InvalidValue, spot, message).help(known(lang)));
            default
        })
    })
}

/// The suggestion: all that may be written.
fn known(lang: Lang) -> Message {
    let tags = lang.locale().regions().map(|region| say!("named", name = region.tag));
    let either = tags.reduce(|one, other| say!("or", one, other));
    say!("write-plain", what = either.unwrap_or_else(|| Message::verbatim("")))
}
