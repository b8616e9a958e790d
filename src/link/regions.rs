//! The regions that site.yaml names by its `locales`: those whose way of writing a language is known.

use super::{problems::Problems, registry_file::File};
use crate::{
    diagnostic::Code,
    lang::{Lang, PerLang, Region},
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
            let message = format!("`{tag}` is not a locale of `{}` that is known here", lang.code());
            problems.push(Problem::new(Code::InvalidValue, spot, message).help(known(lang)));
            default
        })
    })
}

/// The suggestion: all that may be written.
fn known(lang: Lang) -> String {
    let tags: Vec<_> = lang.locale().regions().map(|region| format!("`{}`", region.tag)).collect();
    format!("write {}", tags.join(" or "))
}
