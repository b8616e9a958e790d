//! XLIFF 1.2 (docs.oasis-open.org/xliff/v1.2): a `file` a record, a `trans-unit` a text.

use quick_xml::escape::escape;

use super::{
    codes::{MarkedPart, flat, marked},
    record::TranslationRecord,
    text_unit::{TextUnit, UnitState},
};
use crate::{
    artifact::sha256,
    html::allowed_in_xml,
    lang::{Lang, terms},
    model::Term,
    site::Site,
};

/// How many hexadecimal digits tell whether a translation is as it was.
const DIGITS: usize = 16;

/// What tells whether a translation is as it was when it left.
#[must_use]
pub(super) fn mark(target: Option<&[MarkedPart]>) -> String {
    let mut hash = sha256(target.map(flat).unwrap_or_default());
    hash.truncate(DIGITS);
    hash
}

/// The file, with these units of each record; a record without any is left out.
#[must_use]
pub fn written<'a>(
    records: impl IntoIterator<Item = (&'a TranslationRecord<'a>, Vec<&'a TextUnit>)>,
    site: &Site,
) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
    for (record, units) in records.into_iter().filter(|(_, units)| !units.is_empty()) {
        write_record(&mut xml, record, &units, site);
    }
    xml.push_str("</xliff>\n");
    xml
}

fn write_record(xml: &mut String, record: &TranslationRecord<'_>, units: &[&TextUnit], site: &Site) {
    let (source, target) = (record.source.lang, record.target.lang);
    let (name, original) = (env!("CARGO_PKG_NAME"), record.original());
    let original = escape(original.as_str());
    xml.extend([format!(
        " <file original=\"{original}\" source-language=\"{}\" target-language=\"{}\" datatype=\"x-{name}\">\n  <header>\n   \
         <tool tool-id=\"{name}\" tool-name=\"{name}\" tool-version=\"{}\"/>\n  </header>\n  <body>\n",
        source.code(),
        target.code(),
        env!("CARGO_PKG_VERSION"),
    )]);
    for unit in units {
        write_unit(xml, unit, [source, target], site);
    }
    xml.push_str("  </body>\n </file>\n");
}

fn write_unit(xml: &mut String, unit: &TextUnit, langs: [Lang; 2], site: &Site) {
    let marked = marked(unit);
    let mark = mark(marked.target.as_deref());
    xml.extend([format!(
        "   <trans-unit id=\"{}\" extradata=\"{mark}\" xml:space=\"preserve\">\n    <source>{}</source>\n",
        escape(unit.id.as_str()),
        elements(&marked.source)
    )]);
    if let Some(target) = &marked.target {
        let state = match unit.state {
            UnitState::Outdated => "needs-review-translation",
            UnitState::New | UnitState::Translated => "translated",
        };
        xml.extend([format!("    <target state=\"{state}\">{}</target>\n", elements(target))]);
    }
    for note in notes(&marked.source, langs, site) {
        let note = allowed_in_xml(note);
        xml.extend([format!("    <note annotates=\"source\">{}</note>\n", escape(note.as_ref()))]);
    }
    xml.push_str("   </trans-unit>\n");
}

fn elements(parts: &[MarkedPart]) -> String {
    let elements = parts.iter().map(|part| match part {
        MarkedPart::Text(text) => escape(allowed_in_xml(text.clone()).as_ref()).into_owned(),
        MarkedPart::Code { id, kind, written } => {
            let kind = kind.map(super::inline::CodeKind::name).unwrap_or_default();
            if written.is_empty() {
                format!("<x id=\"{id}\" ctype=\"{kind}\"/>")
            } else {
                let written = allowed_in_xml(written.clone());
                format!("<ph id=\"{id}\" ctype=\"{kind}\">{}</ph>", escape(written.as_ref()))
            }
        }
    });
    elements.collect()
}

/// The terms of the glossary that a source has, with what they are in the other language.
fn notes(source: &[MarkedPart], [from, to]: [Lang; 2], site: &Site) -> Vec<String> {
    let words = source.iter().map(|part| match part {
        MarkedPart::Text(text) => text.as_str(),
        MarkedPart::Code { .. } => " ",
    });
    let words: String = words.collect();
    let note = |term: &Term| {
        let [form, other] = [from, to].map(|lang| term.forms.get(lang));
        let (form, other) = (form?, other?);
        if !terms::has(from, &words, form) {
            return None;
        }
        let avoid = &term.avoid[to];
        let avoid = if avoid.is_empty() { String::new() } else { format!(" (avoid: {})", avoid.join(", ")) };
        Some(format!("{form} = {other}{avoid}"))
    };
    site.terms.iter().filter_map(note).collect()
}
