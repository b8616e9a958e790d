//! data/corpus.tmx: the texts of both languages in pairs, for translation memories (TMX 1.4, gala-global.org/tmx-14b).

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesStart, BytesText, Event},
};
use std::{
    borrow::Cow,
    io::{self, Write},
    sync::Arc,
};

use super::facts::{one_line, unit_text};
use crate::{
    artifact::{Artifact, Large},
    html::allowed_in_xml,
    lang::{Lang, PerLang, ruby},
    model::{Body, Commitment, Meeting, Piece, Target, Text, TranslationState, Unit},
    plan::{commitment_anchor, commitment_title_anchor, files, parallel_address},
    site::Site,
};

/// The corpus: every text that stands in both languages and says the same in them. Without any it is there all the
/// same, so that its address lasts.
pub(super) fn corpus(site: &Arc<Site>) -> Artifact {
    let site = site.clone();
    let content = Large::new(move |to| {
        write(&mut Writer::new_with_indent(&mut *to, b' ', 1), &site)?;
        to.write_all(b"\n")
    });
    Artifact { path: files::CORPUS.into(), content: content.into() }
}

/// A text in both languages.
struct TextPair<'a> {
    /// The anchor of its row on the parallel page.
    anchor: Cow<'a, str>,
    texts: PerLang<String>,
}

/// The beginnings of the elements of a pair in each language, made once.
struct Tags {
    address: PerLang<BytesStart<'static>>,
    version: PerLang<BytesStart<'static>>,
    state: PerLang<BytesStart<'static>>,
    text: PerLang<BytesStart<'static>>,
}

impl Tags {
    fn new() -> Self {
        let property = |name: &str| {
            PerLang::of(|lang| {
                let name = format!("{name}-{}", lang.code());
                BytesStart::new("prop").with_attributes([("type", name.as_str())])
            })
        };
        Self {
            address: property("x-address"),
            version: property("x-version"),
            state: property("x-state"),
            text: PerLang::of(|lang| BytesStart::new("tuv").with_attributes([("xml:lang", lang.code())])),
        }
    }
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
            let tags = Tags::new();
            let mut meetings = site.meetings.iter().map(|(_, meeting)| meeting).filter(|it| it.is_paired());
            meetings.try_for_each(|meeting| write_meeting(xml, &tags, site, meeting))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn write_meeting<W: Write>(
    xml: &mut Writer<W>,
    tags: &Tags,
    site: &Site,
    meeting: &Meeting,
) -> io::Result<()> {
    let pages = PerLang::of(|lang| {
        let address = parallel_address(meeting, lang);
        site.config.absolute(&address).unwrap_or_else(|| format!("/{address}"))
    });
    for TextPair { anchor, texts } in pairs(site, meeting) {
        let id = format!("{}#{anchor}", meeting.id);
        let unit = xml.create_element("tu").with_attribute(("tuid", id.as_str()));
        unit.write_inner_content(|xml| {
            for (tag, page) in tags.address.iter().zip(&pages) {
                write_element(xml, tag, &format!("{page}#{anchor}"))?;
            }
            for (tag, version) in tags.version.iter().zip(&meeting.versions) {
                write_element(xml, tag, version.status.name())?;
            }
            for (tag, state) in tags.state.iter().zip(&meeting.states) {
                // Such a pair may no longer say the same in both languages.
                if matches!(state, TranslationState::Outdated(_)) {
                    write_element(xml, tag, state.name())?;
                }
            }
            tags.text.iter().zip(&texts).try_for_each(|(tag, text)| write_version(xml, tag, text))
        })?;
    }
    Ok(())
}

fn write_version<W: Write>(xml: &mut Writer<W>, tag: &BytesStart<'_>, text: &str) -> io::Result<()> {
    xml.write_event(Event::Start(tag.borrow()))?;
    write_element(xml, &BytesStart::new("seg"), text)?;
    xml.write_event(Event::End(tag.to_end()))
}

/// Writes an element that holds a text.
fn write_element<W: Write>(xml: &mut Writer<W>, tag: &BytesStart<'_>, text: &str) -> io::Result<()> {
    xml.write_event(Event::Start(tag.borrow()))?;
    xml.write_event(Event::Text(BytesText::new(text)))?;
    xml.write_event(Event::End(tag.to_end()))
}

/// The pairs of a meeting: title, summary, notes, commitments.
fn pairs<'a>(site: &'a Site, meeting: &'a Meeting) -> impl Iterator<Item = TextPair<'a>> {
    let title = TextPair { anchor: "_title".into(), texts: of_text(&meeting.facts.title) };
    let summary = meeting.facts.summary.as_ref();
    let summary = summary.map(|summary| TextPair { anchor: "_summary".into(), texts: of_text(summary) });
    let commitments = meeting.commitments.iter().flat_map(|id| {
        let Commitment { id, facts, .. } = &site.commitments[*id];
        let title = facts.title.as_ref();
        let title =
            title.map(|it| TextPair { anchor: commitment_title_anchor(id).into(), texts: of_text(it) });
        let text = TextPair { anchor: commitment_anchor(id).into(), texts: of_text(&facts.text) };
        title.into_iter().chain([text])
    });
    let all = [title].into_iter().chain(summary).chain(of_notes(site, meeting)).chain(commitments);
    all.filter(|pair| pair.texts.iter().all(|text| !text.is_empty()))
}

fn of_text(text: &Text) -> PerLang<String> {
    let one_line = |text| one_line(allowed_in_xml(ruby::plain(text)).into_owned());
    PerLang::of(|lang| text.get(lang).map(one_line).unwrap_or_default())
}

/// The rows of one unit against one.
fn of_notes<'a>(site: &'a Site, meeting: &'a Meeting) -> impl Iterator<Item = TextPair<'a>> {
    let notes = meeting.bodies.as_refs().both().zip(meeting.alignment.as_ref());
    notes.into_iter().flat_map(move |(bodies, alignment)| {
        alignment.pairs().map(move |(row, units)| {
            let texts = PerLang::of(|lang| {
                let body = bodies[lang];
                let unit = body.units.get(units[lang]);
                unit.and_then(|unit| of_unit(site, meeting, body, unit, lang)).unwrap_or_default()
            });
            TextPair { anchor: row.anchor.as_str().into(), texts }
        })
    })
}

/// The text of a unit; none where it names a record that has no title in its language, which would mix the two.
fn of_unit(site: &Site, meeting: &Meeting, body: &Body, unit: &Unit, lang: Lang) -> Option<String> {
    let day = Some(meeting.facts.date.first_day());
    let title = |target: &Target| site.title(target, day).and_then(|title| title.get(lang));
    let pieces = body.pieces.get(unit.pieces.clone())?;
    let is_whole = pieces.iter().all(|piece| match piece {
        Piece::Title(target) => title(target).is_some(),
        _ => true,
    });
    let text = body.text(unit.pieces.clone(), |target| ruby::plain(title(target).unwrap_or_default()));
    is_whole.then(|| unit_text(unit.kind, allowed_in_xml(text).into_owned()))
}
