//! A reference in the formats of programs that keep them: BibTeX, RIS and CSL-JSON.

use serde::Serialize;
use std::borrow::Cow;

use crate::{
    lang::{DateRange, PartialDate},
    plan::CitationFormat,
};

/// The names of the months as BibTeX has them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A record to be cited.
pub(super) struct CitedRecord {
    /// What it is called in a list of references: ASCII, without blanks.
    pub(super) key: String,
    /// Its title.
    pub(super) title: String,
    /// The archive that it is in.
    pub(super) container: String,
    /// Who publishes the archive.
    pub(super) publisher: Option<String>,
    /// The days of the meeting or event.
    pub(super) date: DateRange,
    /// The language of the text, as a language tag.
    pub(super) language: &'static str,
    /// The address of its page.
    pub(super) address: Option<String>,
    /// What it is a part of.
    pub(super) part: Option<String>,
    /// What its text is and rests on, in sentences.
    pub(super) version: Vec<String>,
    /// What stands between sentences.
    pub(super) separator: &'static str,
}

/// A file of references, in their order.
pub(super) fn file(format: CitationFormat, references: &[CitedRecord]) -> String {
    let (texts, between): (Vec<_>, _) = match format {
        CitationFormat::BibTex => (references.iter().map(CitedRecord::bibtex).collect(), "\n\n"),
        CitationFormat::Ris => (references.iter().map(CitedRecord::ris).collect(), "\n"),
        CitationFormat::CslJson => (references.iter().map(CitedRecord::csl).collect(), ",\n"),
    };
    let text = texts.join(between);
    if format == CitationFormat::CslJson { format!("[{text}]\n") } else { text + "\n" }
}

impl CitedRecord {
    /// An entry of BibTeX, with the further fields that BibLaTeX reads.
    fn bibtex(&self) -> String {
        let start = self.date.start();
        let [from, until] = [start, self.date.end()].map(|day| day.to_string());
        let days = if from == until { from } else { [&from, "/", &until].concat() };
        let month = MONTHS.get(usize::from(start.month().unsigned_abs()).saturating_sub(1)).copied();
        let (year, note) = (format!("{:04}", start.year()), self.note());
        let fields = [
            // Twice in braces: styles leave the case of its words as it is.
            ("title", "{{", Some(for_tex(&self.title)), "}}"),
            ("howpublished", "{", Some(for_tex(&self.container)), "}"),
            ("publisher", "{", self.publisher.as_deref().map(for_tex), "}"),
            ("year", "{", Some(year.as_str().into()), "}"),
            ("month", "", month.map(Cow::from), ""),
            ("date", "{", Some(days.as_str().into()), "}"),
            ("language", "{", Some(for_tex(self.language)), "}"),
            // An address is taken as it stands; a brace in one has another name there.
            (
                "url",
                "{",
                self.address.as_ref().map(|it| it.replace('{', "%7B").replace('}', "%7D").into()),
                "}",
            ),
            ("note", "{", note.as_deref().map(for_tex), "}"),
        ];
        let mut entry = ["@misc{", &self.key].concat();
        for (name, open, value, close) in fields {
            let Some(value) = value else { continue };
            entry.extend([",\n  ", name, " = ", open, &value, close]);
        }
        entry + "\n}"
    }

    /// A record of RIS.
    fn ris(&self) -> String {
        let start = self.date.start();
        // Year, month, day and a name of the date, each of which may be left out.
        let day = start.day().map(|day| format!("{:02}", day.day())).unwrap_or_default();
        let day = format!("{:04}/{:02}/{day}/", start.year(), start.month());
        let (year, note) = (format!("{:04}", start.year()), self.note());
        let lines = [
            ("TY", Some("ELEC")),
            ("ID", Some(self.key.as_str())),
            ("TI", Some(&self.title)),
            ("T2", Some(&self.container)),
            ("PB", self.publisher.as_deref()),
            ("PY", Some(&year)),
            ("DA", Some(&day)),
            ("LA", Some(self.language)),
            ("UR", self.address.as_deref()),
            ("N1", note.as_deref()),
        ];
        let mut record = String::new();
        for (tag, value) in lines {
            let Some(value) = value else { continue };
            record.extend([tag, "  - ", &on_one_line(value), "\n"]);
        }
        record + "ER  - "
    }

    /// An item of the Citation Style Language.
    fn csl(&self) -> String {
        let mut days = vec![self.date.start()];
        days.extend(Some(self.date.end()).filter(|_| self.date.single().is_none()));
        let note = self.note();
        let item = Item {
            id: &self.key,
            kind: "webpage",
            title: on_one_line(&self.title),
            container: on_one_line(&self.container),
            issued: Issued { parts: days.into_iter().map(date_parts).collect() },
            language: self.language,
            publisher: self.publisher.as_deref().map(on_one_line),
            address: self.address.as_deref(),
            note: note.as_deref().map(on_one_line),
        };
        // Text and numbers always have a form in JSON.
        serde_json::to_string(&item).unwrap_or_default()
    }

    fn note(&self) -> Option<String> {
        let sentences = self.joined(self.part.iter().chain(&self.version));
        (!sentences.is_empty()).then_some(sentences)
    }

    /// Sentences one after the other. After an address, which nothing may be taken into, there is a blank.
    pub(super) fn joined<'s>(&self, sentences: impl Iterator<Item = &'s String>) -> String {
        let mut text = String::new();
        for sentence in sentences {
            if !text.is_empty() {
                let is_closed = text.ends_with(['.', '。']);
                text.push_str(if is_closed { self.separator } else { " " });
            }
            text.push_str(sentence);
        }
        text
    }
}

/// An item of CSL-JSON.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: Cow<'a, str>,
    #[serde(rename = "container-title")]
    container: Cow<'a, str>,
    issued: Issued,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Cow<'a, str>>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Cow<'a, str>>,
}

/// The days of an item.
#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: Vec<Vec<i16>>,
}

fn date_parts(date: PartialDate) -> Vec<i16> {
    let day = date.day().map(|day| day.day().into());
    [date.year(), date.month().into()].into_iter().chain(day).collect()
}

/// The text with what TeX would take for its own written by its name, on one line.
fn for_tex(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c == ' ' || (in_tex(c).is_none() && !c.is_whitespace())) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match in_tex(c) {
            Some(name) => out.push_str(name),
            None => out.push(if c.is_whitespace() { ' ' } else { c }),
        }
    }
    out.into()
}

/// How TeX writes a character that it would take for its own. Braces by their names: programs that read BibTeX count each
/// brace, whatever stands before it, and one too few or too many would end the entry elsewhere.
fn in_tex(c: char) -> Option<&'static str> {
    Some(match c {
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '\\' => "\\textbackslash{}",
        '&' => "\\&",
        '%' => "\\%",
        '$' => "\\$",
        '#' => "\\#",
        '_' => "\\_",
        _ => return None,
    })
}

/// The text without line breaks, which would end a value.
fn on_one_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c != ' ' && c.is_whitespace();
    if text.trim().len() == text.len() && !text.contains("  ") && !text.contains(breaks) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn reference() -> CitedRecord {
        let day = |text| PartialDate::parse(text).unwrap();
        CitedRecord {
            key: "talks.en".into(),
            title: "Talks on 100% of R&D".into(),
            container: "Archive".into(),
            publisher: None,
            date: DateRange::new(day("2011-06-09"), day("2011-06-10")).unwrap(),
            language: "en",
            address: Some("https://archive.example/en/meetings/talks/".into()),
            part: None,
            version: vec!["Text: Summary.".into(), "Source: Statement.".into()],
            separator: " ",
        }
    }

    #[test]
    fn a_reference_is_an_entry_of_bibtex() {
        let expected = "@misc{talks.en,
  title = {{Talks on 100\\% of R\\&D}},
  howpublished = {Archive},
  year = {2011},
  month = jun,
  date = {2011-06-09/2011-06-10},
  language = {en},
  url = {https://archive.example/en/meetings/talks/},
  note = {Text: Summary. Source: Statement.}
}";
        assert_eq!(reference().bibtex(), expected);
    }

    #[test]
    fn a_reference_is_a_record_of_ris() {
        let expected = "TY  - ELEC\nID  - talks.en\nTI  - Talks on 100% of R&D\nT2  - Archive\nPY  - 2011\n\
            DA  - 2011/06/09/\nLA  - en\nUR  - https://archive.example/en/meetings/talks/\n\
            N1  - Text: Summary. Source: Statement.\nER  - ";
        assert_eq!(reference().ris(), expected);
    }

    #[test]
    fn a_reference_is_an_item_of_csl() {
        let expected = serde_json::json!({
            "id": "talks.en",
            "type": "webpage",
            "title": "Talks on 100% of R&D",
            "container-title": "Archive",
            "issued": {"date-parts": [[2011, 6, 9], [2011, 6, 10]]},
            "language": "en",
            "URL": "https://archive.example/en/meetings/talks/",
            "note": "Text: Summary. Source: Statement.",
        });
        assert_eq!(serde_json::from_str::<serde_json::Value>(&reference().csl()).unwrap(), expected);
    }

    #[test]
    fn what_tex_would_take_for_its_own_is_escaped() {
        assert_eq!(
            for_tex("a_b {c} 1^2 ~ \\d\n#1 $"),
            "a\\_b \\textbraceleft{}c\\textbraceright{} 1\\textasciicircum{}2 \\textasciitilde{} \\textbackslash{}d \\#1 \\$"
        );
    }

    #[test]
    fn no_text_ends_an_entry_of_bibtex() {
        for text in
            ["A { B", "A } B", "}}", "\\", "\\}", "{\\", "%", "\"", "},\n  year = {1}", "}\n}\n@misc{x,"]
        {
            let text = text.to_owned();
            let reference = CitedRecord {
                title: text.clone(),
                container: text.clone(),
                publisher: Some(text.clone()),
                address: Some("https://archive.example/{/".into()),
                version: vec![text],
                ..reference()
            };
            let entry = reference.bibtex();
            let mut depth = 0;
            let end = entry.char_indices().find(|(_, c)| {
                depth += i32::from(*c == '{') - i32::from(*c == '}');
                *c == '}' && depth == 0
            });
            assert_eq!(end, Some((entry.len() - 1, '}')), "{entry}");
            assert_eq!(entry.lines().filter(|line| line.starts_with("  ")).count(), 9, "{entry}");
        }
    }

    #[test]
    fn a_text_of_several_lines_is_one_line_of_each_format() {
        let title = "First\nER  - \r\nTY  - BOOK\u{2028}\u{85}end";
        let reference = CitedRecord { title: title.into(), ..reference() };
        let line = "First ER - TY - BOOK end";
        assert!(reference.bibtex().contains(&format!("{{{{{}}}}}", "First ER  -   TY  - BOOK  end")));
        assert!(reference.ris().contains(&format!("\nTI  - {line}\n")));
        assert!(reference.csl().contains(&format!("\"title\":\"{line}\"")));
    }
}
