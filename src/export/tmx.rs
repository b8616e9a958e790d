//! data/corpus.tmx: the texts of both languages in pairs, for translation memories (TMX 1.4, gala-global.org/tmx-14b).

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::{
    io::{self, Write},
    sync::Arc,
};

use super::{
    facts::{one_line, unit_text},
    xml::allowed,
};
use crate::{
    artifact::{Artifact, Large},
    lang::{Lang, ruby},
    link::Site,
    model::{Body, Meeting, Piece, Target, Text, TranslationState, Unit},
    plan::{self, parallel_address},
};

/// The corpus: every text that stands in both languages and says the same in them. Without any it is there all the
/// same, so that its address lasts.
pub(super) fn corpus(site: &Arc<Site>) -> Artifact {
    let site = site.clone();
    let content = Large::new(move |to| {
        write(&mut Writer::new_with_indent(&mut *to, b' ', 1), &site)?;
        to.write_all(b"\n")
    });
    Artifact { path: plan::CORPUS.into(), content: content.into() }
}

/// A text in both languages.
struct Pair<'a> {
    meeting: &'a Meeting,
    /// The anchor of its row on the parallel page.
    anchor: String,
    texts: [String; 2],
}

fn write<W: Write>(xml: &mut Writer<W>, site: &Site) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("tmx").with_attribute(("version", "1.4")).write_inner_content(|xml| {
        let header = [
            ("creationtool", env!("CARGO_PKG_NAME")),
            ("creationtoolversion", env!("CARGO_PKG_VERSION")),
            ("segtype", "paragraph"),
            ("o-tmf", env!("CARGO_PKG_NAME")),
            ("adminlang", "en"),
            ("srclang", "*all*"),
            ("datatype", "plaintext"),
        ];
        xml.create_element("header").with_attributes(header).write_empty()?;
        xml.create_element("body").write_inner_content(|xml| {
            let meetings = site.meetings.iter().map(|(_, meeting)| meeting);
            let mut pairs = meetings.filter(|meeting| meeting.is_paired()).flat_map(|it| pairs(site, it));
            pairs.try_for_each(|pair| write_pair(xml, site, &pair))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn write_pair<W: Write>(xml: &mut Writer<W>, site: &Site, pair: &Pair<'_>) -> io::Result<()> {
    let id = format!("{}#{}", pair.meeting.id, pair.anchor);
    let unit = xml.create_element("tu").with_attribute(("tuid", id.as_str()));
    unit.write_inner_content(|xml| {
        for lang in Lang::ALL {
            let address = format!("{}#{}", parallel_address(pair.meeting, lang), pair.anchor);
            let address = site.config.absolute(&address).unwrap_or_else(|| format!("/{address}"));
            write_property(xml, "x-address", lang, &address)?;
        }
        for lang in Lang::ALL {
            write_property(xml, "x-version", lang, pair.meeting.versions[lang.index()].status.name())?;
        }
        for lang in Lang::ALL {
            // Such a pair may no longer say the same in both languages.
            let state = &pair.meeting.states[lang.index()];
            if matches!(state, TranslationState::Outdated(_)) {
                write_property(xml, "x-state", lang, state.name())?;
            }
        }
        Lang::ALL.into_iter().try_for_each(|lang| write_version(xml, lang, &pair.texts[lang.index()]))
    })?;
    Ok(())
}

fn write_property<W: Write>(xml: &mut Writer<W>, name: &str, lang: Lang, value: &str) -> io::Result<()> {
    let name = format!("{name}-{}", lang.code());
    let property = xml.create_element("prop").with_attribute(("type", name.as_str()));
    property.write_text_content(BytesText::new(value))?;
    Ok(())
}

fn write_version<W: Write>(xml: &mut Writer<W>, lang: Lang, text: &str) -> io::Result<()> {
    let version = xml.create_element("tuv").with_attribute(("xml:lang", lang.code()));
    version.write_inner_content(|xml| {
        xml.create_element("seg").write_text_content(BytesText::new(text))?;
        Ok(())
    })?;
    Ok(())
}

/// The pairs of a meeting: title, summary, notes, commitments.
fn pairs<'a>(site: &'a Site, meeting: &'a Meeting) -> Vec<Pair<'a>> {
    let pair = |anchor: &str, texts: [String; 2]| Pair { meeting, anchor: anchor.to_owned(), texts };
    let title = pair("_title", of_text(&meeting.title));
    let summary = meeting.summary.as_ref().map(|summary| pair("_summary", of_text(summary)));
    let notes = of_notes(site, meeting).into_iter().map(|(anchor, texts)| pair(anchor, texts));
    let commitments = meeting.commitments.iter().map(|id| {
        let commitment = &site.commitments[*id];
        pair(&format!("commitment-{}", commitment.id), of_text(&commitment.text))
    });
    let all = [title].into_iter().chain(summary).chain(notes).chain(commitments);
    all.filter(|pair| pair.texts.iter().all(|text| !text.is_empty())).collect()
}

fn of_text(text: &Text) -> [String; 2] {
    Lang::ALL
        .map(|lang| text.get(lang).map(|text| one_line(&allowed(&ruby::plain(text)))).unwrap_or_default())
}

/// The rows of one unit against one, with their anchors.
fn of_notes<'a>(site: &Site, meeting: &'a Meeting) -> Vec<(&'a str, [String; 2])> {
    let ([Some(en), Some(ja)], Some(alignment)) = (&meeting.bodies, &meeting.alignment) else {
        return Vec::new();
    };
    let bodies = [en, ja];
    let rows = alignment.pairs().map(|(row, units)| {
        let texts = Lang::ALL.map(|lang| {
            let body = bodies[lang.index()];
            let unit = body.units.get(units[lang.index()]);
            unit.and_then(|unit| of_unit(site, meeting, body, unit, lang)).unwrap_or_default()
        });
        (row.anchor.as_str(), texts)
    });
    rows.collect()
}

/// The text of a unit; none where it names a record that has no title in its language, which would mix the two.
fn of_unit(site: &Site, meeting: &Meeting, body: &Body, unit: &Unit, lang: Lang) -> Option<String> {
    let day = Some(meeting.date.start());
    let title = |target: &Target| site.title(target, day).and_then(|title| title.get(lang));
    let pieces = body.pieces.get(unit.pieces.clone())?;
    let is_whole = pieces.iter().all(|piece| match piece {
        Piece::Title(target) => title(target).is_some(),
        _ => true,
    });
    let text = body.text(unit.pieces.clone(), |target| ruby::plain(title(target).unwrap_or_default()));
    is_whole.then(|| unit_text(unit.kind, &allowed(&text)))
}
