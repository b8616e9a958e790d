//! data/glossary.tbx: the glossary for translation tools (TBX version 3, ISO 30042:2019; the dialect TBX-Basic, tbxinfo.net).

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::{
    io::{self, Write},
    sync::Arc,
};

use super::facts::one_line;
use crate::{
    artifact::{Artifact, Large},
    html::allowed_in_xml,
    lang::{Lang, ruby},
    model::Term,
    plan::{files, term_anchor},
    site::Site,
};

/// What TBX-Basic calls the form to use, and one to be avoided.
const PREFERRED: &str = "preferredTerm-admn-sts";
const AVOIDED: &str = "deprecatedTerm-admn-sts";

/// The glossary. Without any term the file is there all the same, so that its address lasts.
pub(super) fn glossary(site: &Arc<Site>) -> Artifact {
    let site = site.clone();
    let content = Large::new(move |to| {
        write(&mut Writer::new_with_indent(&mut *to, b' ', 1), &site)?;
        to.write_all(b"\n")
    });
    Artifact { path: files::GLOSSARY.into(), content: content.into() }
}

fn write<W: Write>(xml: &mut Writer<W>, site: &Site) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let kind = [
        ("type", "TBX-Basic"),
        ("style", "dca"),
        ("xml:lang", "en"),
        ("xmlns", "urn:iso:std:iso:30042:ed-2"),
    ];
    xml.create_element("tbx").with_attributes(kind).write_inner_content(|xml| {
        write_header(xml, site)?;
        xml.create_element("text").write_inner_content(|xml| {
            xml.create_element("body").write_inner_content(|xml| {
                let mut terms = site.terms.iter().enumerate();
                terms.try_for_each(|(at, term)| write_concept(xml, at, term))
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn write_header<W: Write>(xml: &mut Writer<W>, site: &Site) -> io::Result<()> {
    let title = site.config.title.nearest(Lang::En).map(|(_, title)| title).unwrap_or_default();
    xml.create_element("tbxHeader").write_inner_content(|xml| {
        xml.create_element("fileDesc").write_inner_content(|xml| {
            xml.create_element("titleStmt").write_inner_content(|xml| write_text(xml, "title", title))?;
            xml.create_element("sourceDesc")
                .write_inner_content(|xml| write_text(xml, "p", "The glossary of this archive."))?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// A pair of terms, with the id that the page of the glossary has for it.
fn write_concept<W: Write>(xml: &mut Writer<W>, at: usize, term: &Term) -> io::Result<()> {
    let id = term_anchor(at);
    xml.create_element("conceptEntry").with_attribute(("id", id.as_str())).write_inner_content(|xml| {
        for lang in Lang::ALL {
            let Some(preferred) = term.forms.get(lang) else { continue };
            let section = xml.create_element("langSec").with_attribute(("xml:lang", lang.code()));
            section.write_inner_content(|xml| {
                if let Some(note) = term.note.as_ref().and_then(|note| note.get(lang)) {
                    write_text(xml, "note", note)?;
                }
                write_term(xml, preferred, PREFERRED)?;
                term.avoid[lang].iter().try_for_each(|form| write_term(xml, form, AVOIDED))
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_term<W: Write>(xml: &mut Writer<W>, form: &str, status: &str) -> io::Result<()> {
    xml.create_element("termSec").write_inner_content(|xml| {
        write_text(xml, "term", form)?;
        let note = xml.create_element("termNote").with_attribute(("type", "administrativeStatus"));
        note.write_text_content(BytesText::new(status))?;
        Ok(())
    })?;
    Ok(())
}

/// Writes an element that holds a text.
fn write_text<W: Write>(xml: &mut Writer<W>, name: &str, text: &str) -> io::Result<()> {
    let text = one_line(allowed_in_xml(ruby::plain(text)).into_owned());
    xml.create_element(name).write_text_content(BytesText::new(&text))?;
    Ok(())
}
