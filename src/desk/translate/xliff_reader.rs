//! Reads an XLIFF that came back: bounded, without entities of its own, each unit with its line.

use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};

use super::{codes::MarkedPart, translation_problem::TranslationProblem};
use crate::{
    diagnostic::Code,
    lang::{Message, say},
};

/// How long a file may be, in bytes.
pub const MAX_XLIFF: u64 = 32 << 20;

/// How deep elements may be nested.
const MAX_DEPTH: usize = 64;

/// A record that came back.
#[derive(Debug, Default)]
pub struct ReturnedFile {
    /// The path of its source.
    pub original: String,
    /// The language of the translation, as it is named.
    pub target_lang: String,
    /// Its line.
    pub line: usize,
    /// Its units.
    pub units: Vec<ReturnedUnit>,
}

impl ReturnedFile {
    /// A problem at its line.
    #[must_use]
    pub fn problem(&self, code: Code, message: Message) -> TranslationProblem {
        TranslationProblem::at(self.line, code, message)
    }
}

/// A unit that came back.
#[derive(Debug, Default)]
pub struct ReturnedUnit {
    /// Its name.
    pub id: String,
    /// Its line.
    pub line: usize,
    /// What told the translation when it left.
    pub mark: String,
    /// Whether it is finished.
    pub is_finished: bool,
    /// The source.
    pub source: Vec<MarkedPart>,
    /// The translation.
    pub target: Option<Vec<MarkedPart>>,
    /// An element that taiwa does not write.
    pub foreign: Option<String>,
}

/// The records of a file.
///
/// # Errors
///
/// What is wrong with the file.
pub fn read(bytes: &[u8]) -> Result<Vec<ReturnedFile>, TranslationProblem> {
    if bytes.len() as u64 > MAX_XLIFF {
        let message = say!("xliff-too-large", limit = MAX_XLIFF >> 20);
        return Err(TranslationProblem::of_file(Code::TooLarge, message));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| TranslationProblem::of_file(Code::InvalidUtf8, say!("xliff-not-utf8")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parse = Parse { text, files: Vec::new(), open: Vec::new(), line: 1, at: 0, is_xliff: false };
    parse.run()?;
    Ok(parse.files)
}

struct Parse<'t> {
    text: &'t str,
    files: Vec<ReturnedFile>,
    /// The names of the elements that are open.
    open: Vec<String>,
    /// The line of a place up to which line breaks were counted.
    line: usize,
    at: usize,
    is_xliff: bool,
}

/// Which text of a unit is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum UnitSide {
    Source,
    Target,
}

impl Parse<'_> {
    fn run(&mut self) -> Result<(), TranslationProblem> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(self.text.len());
            self.move_to(start);
            let event = reader.read_event().map_err(|error| self.not_xml(&error))?;
            match event {
                Event::Eof => break,
                Event::DocType(_) => {
                    return Err(self.problem(say!("no-document-type")));
                }
                Event::Start(element) => self.start(&element, false)?,
                Event::Empty(element) => self.start(&element, true)?,
                Event::End(_) => {
                    self.open.pop();
                }
                Event::Text(text) => self.words(&text),
                Event::CData(text) => self.words(&text),
                Event::GeneralRef(reference) => self.reference(&reference)?,
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
        if !self.open.is_empty() || !self.is_xliff {
            return Err(self.problem(say!("no-whole-xliff")));
        }
        Ok(())
    }

    fn move_to(&mut self, at: usize) {
        self.line += self.text.get(self.at..at).unwrap_or_default().matches('\n').count();
        self.at = at.max(self.at);
    }

    fn problem(&self, message: Message) -> TranslationProblem {
        TranslationProblem::at(self.line, Code::InvalidValue, message)
    }

    fn not_xml(&self, error: &dyn std::fmt::Display) -> TranslationProblem {
        self.problem(say!("not-xml", error))
    }

    fn start(&mut self, element: &BytesStart<'_>, is_empty: bool) -> Result<(), TranslationProblem> {
        let name = element.local_name().as_ref().to_owned();
        let parent = self.open.last().cloned().unwrap_or_default();
        if self.open.len() >= MAX_DEPTH {
            return Err(self.problem(say!("elements-too-deep", most = MAX_DEPTH)));
        }
        match (parent.as_str(), name.as_str()) {
            ("", "xliff") if self.attribute(element, "version")?.starts_with("1.") => self.is_xliff = true,
            ("", _) => return Err(self.problem(say!("no-xliff"))),
            ("xliff", "file") => {
                let original = self.attribute(element, "original")?;
                let target_lang = self.attribute(element, "target-language")?;
                self.files.push(ReturnedFile { original, target_lang, line: self.line, units: Vec::new() });
            }
            ("body" | "group", "trans-unit") => self.unit(element)?,
            ("trans-unit", "target") => {
                let state = self.attribute(element, "state")?;
                if let Some(unit) = self.last() {
                    unit.is_finished |= ["translated", "final", "signed-off"].contains(&state.as_str());
                    unit.target = Some(Vec::new());
                }
            }
            _ => self.inline(element, &name)?,
        }
        if !is_empty {
            self.open.push(name);
        }
        Ok(())
    }

    fn unit(&mut self, element: &BytesStart<'_>) -> Result<(), TranslationProblem> {
        let [id, mark, approved] = ["id", "extradata", "approved"].map(|name| self.attribute(element, name));
        let is_finished = approved? == "yes";
        let unit =
            ReturnedUnit { id: id?, mark: mark?, line: self.line, is_finished, ..ReturnedUnit::default() };
        if let Some(file) = self.files.last_mut() {
            file.units.push(unit);
        }
        Ok(())
    }

    /// An element inside of a text.
    fn inline(&mut self, element: &BytesStart<'_>, name: &str) -> Result<(), TranslationProblem> {
        let Some((side, depth)) = self.side() else { return Ok(()) };
        let id = self.attribute(element, "id")?;
        let is_inside = depth > 0 && self.open.last().is_some_and(|open| open != "mrk");
        match name {
            "mrk" if !is_inside => {}
            "ph" | "x" if !is_inside => {
                if let Some(parts) = self.parts(side) {
                    parts.push(MarkedPart::Code { id, kind: None, written: String::new() });
                }
            }
            _ => {
                let name = name.to_owned();
                if let Some(unit) = self.last() {
                    unit.foreign = Some(name);
                }
            }
        }
        Ok(())
    }

    /// Which text is open, and how many elements in it.
    fn side(&self) -> Option<(UnitSide, usize)> {
        let unit = self.open.iter().rposition(|name| name == "trans-unit")?;
        let side = match self.open.get(unit + 1)?.as_str() {
            "source" => UnitSide::Source,
            "target" => UnitSide::Target,
            _ => return None,
        };
        Some((side, self.open.len() - unit - 2))
    }

    fn last(&mut self) -> Option<&mut ReturnedUnit> {
        self.files.last_mut()?.units.last_mut()
    }

    fn parts(&mut self, side: UnitSide) -> Option<&mut Vec<MarkedPart>> {
        let unit = self.last()?;
        match side {
            UnitSide::Source => Some(&mut unit.source),
            UnitSide::Target => unit.target.as_mut(),
        }
    }

    fn words(&mut self, words: &str) {
        let Some((side, _)) = self.side() else { return };
        let is_in_code = self.open.last().is_some_and(|open| open == "ph");
        let Some(parts) = self.parts(side) else { return };
        match parts.last_mut() {
            Some(MarkedPart::Code { written, .. }) if is_in_code => written.push_str(words),
            Some(MarkedPart::Text(before)) => before.push_str(words),
            _ => parts.push(MarkedPart::Text(words.to_owned())),
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), TranslationProblem> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            self.words(c.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let name: &str = reference;
        let c = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => return Err(self.problem(say!("no-entity", name))),
        };
        self.words(c);
        Ok(())
    }

    /// An attribute, empty if it is not there.
    fn attribute(&self, element: &BytesStart<'_>, name: &str) -> Result<String, TranslationProblem> {
        let found = element.try_get_attribute(name).map_err(|error| self.not_xml(&error))?;
        let Some(found) = found else { return Ok(String::new()) };
        let value = quick_xml::escape::unescape(&found.value).map_err(|error| self.not_xml(&error))?;
        Ok(value.into_owned())
    }
}
