//! content/stamps.txt: what each part of a text was when a translation was made from it.
//!
//! The stamp in a translation tells that its ground has changed; this file tells where. `taiwa stamp` writes it, one
//! line a translation: `meetings/ID.LANG HASH PART=HASH …`. Without it everything works but the names of what changed.

use std::collections::BTreeMap;

use super::note_file::NoteKind;
use crate::{
    diagnostic::{Code, SourceFile, SourceId},
    lang::{Lang, say},
    model::{Fingerprint, Part},
    yaml::{self, Problem, Spot},
};

/// What a new file begins with.
const HEADER: &str = "\
# What each translation was made from. `taiwa stamp` writes this file; with it a page can say what has changed since.
# 各訳文の翻訳時の元の文の記録です。`taiwa stamp` が書き込みます。その後に変わった箇所をページに示すために用います。
";

/// A note of a kind, an id and a language.
pub(super) type NoteName = (NoteKind, String, Lang);

/// The texts that translations were made from, by the translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps(BTreeMap<NoteName, Fingerprint>);

impl Stamps {
    /// The parts of the text with this hash that a translation was made from, if they are known.
    #[must_use]
    pub fn parts(&self, translation: &NoteName, hash: &str) -> Option<&[(Part, String)]> {
        let ground = self.0.get(translation).filter(|ground| ground.whole.eq_ignore_ascii_case(hash))?;
        Some(&ground.parts)
    }

    /// Remembers the text that a translation was made from.
    pub fn insert(&mut self, translation: NoteName, ground: Fingerprint) {
        self.0.insert(translation, ground);
    }

    /// Each translation with the text that it was made from, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&NoteName, &Fingerprint)> {
        self.0.iter()
    }

    /// Forgets the translations that are there no more.
    pub fn retain(&mut self, is_there: impl Fn(&NoteName) -> bool) {
        self.0.retain(|name, _| is_there(name));
    }

    /// Reads the file; a line that is none of its lines is reported.
    pub(super) fn parse(source: SourceId, file: &SourceFile, problems: &mut Vec<Problem>) -> Self {
        let mut stamps = Self::default();
        let mut at = 0;
        let others = file.text.split_inclusive('\n').filter_map(|line| {
            let start = at;
            at += line.len();
            let entry = line.trim_start_matches('\u{feff}').trim();
            if entry.is_empty() || entry.starts_with('#') {
                return None;
            }
            let Some((name, ground)) = parse_entry(entry) else {
                let spot = Spot::Bytes(source, start..start + line.trim_end().len());
                let problem = Problem::new(Code::InvalidValue, spot, say!("malformed-stamp"));
                return Some(problem.help(say!("stamp-again")));
            };
            stamps.insert(name, ground);
            None
        });
        problems.extend(yaml::shown(others));
        stamps
    }
}

impl std::fmt::Display for Stamps {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(HEADER)?;
        for ((kind, id, lang), ground) in &self.0 {
            write!(out, "{}/{id}.{} {}", folder(*kind), lang.code(), ground.whole)?;
            for (part, hash) in &ground.parts {
                match part {
                    Part::Title => write!(out, " title={hash}")?,
                    Part::Summary => write!(out, " summary={hash}")?,
                    Part::Commitment(id) => write!(out, " commitment:{id}={hash}")?,
                    Part::Section(anchor) => write!(out, " section:{anchor}={hash}")?,
                }
            }
            out.write_str("\n")?;
        }
        Ok(())
    }
}

fn folder(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Meeting => "meetings",
        NoteKind::Page => "pages",
    }
}

fn parse_entry(line: &str) -> Option<(NoteName, Fingerprint)> {
    let mut words = line.split_whitespace();
    let (folder, name) = words.next()?.split_once('/')?;
    let kind = match folder {
        "meetings" => NoteKind::Meeting,
        "pages" => NoteKind::Page,
        _ => return None,
    };
    let (id, lang) = name.rsplit_once('.')?;
    let name = (kind, id.to_owned(), Lang::from_code(lang)?);
    let whole = words.next()?.to_owned();
    let parts = words.map(parse_part).collect::<Option<Vec<_>>>()?;
    Some((name, Fingerprint { whole, parts }))
}

fn parse_part(word: &str) -> Option<(Part, String)> {
    let (part, hash) = word.rsplit_once('=')?;
    let part = match part.split_once(':') {
        None if part == "title" => Part::Title,
        None if part == "summary" => Part::Summary,
        Some(("commitment", id)) => Part::Commitment(id.to_owned()),
        Some(("section", anchor)) => Part::Section(anchor.to_owned()),
        _ => return None,
    };
    Some((part, hash.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Stamps, usize) {
        let file = SourceFile { path: "content/stamps.txt".into(), text: text.into(), yaml: 0..0 };
        let mut problems = Vec::new();
        let stamps = Stamps::parse(SourceId::default(), &file, &mut problems);
        (stamps, problems.len())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut stamps = Stamps::default();
        let parts = vec![
            (Part::Title, "1".to_owned()),
            (Part::Summary, "2".to_owned()),
            (Part::Commitment("cloud".into()), "3".to_owned()),
            (Part::Section(String::new()), "4".to_owned()),
            (Part::Section("s1-2".into()), "5".to_owned()),
        ];
        let ground = Fingerprint { whole: "abc".into(), parts: parts.clone() };
        let name = (NoteKind::Meeting, "2010-11-01-tokyo".to_owned(), Lang::Ja);
        stamps.insert(name.clone(), ground);
        let text = stamps.to_string();
        assert!(text.ends_with(
            "\nmeetings/2010-11-01-tokyo.ja abc title=1 summary=2 commitment:cloud=3 section:=4 section:s1-2=5\n"
        ));
        assert_eq!(read(&text), (stamps.clone(), 0));
        assert_eq!(stamps.parts(&name, "ABC"), Some(parts.as_slice()));
        assert_eq!(stamps.parts(&name, "abd"), None);
    }

    #[test]
    fn other_lines_are_reported() {
        assert_eq!(read("\u{feff}# a\r\n\r\nx\r\nmeetings/a.fr 1\nmeetings/a.ja 1 b=2\n").1, 3);
    }
}
