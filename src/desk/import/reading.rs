//! From the bytes of a file to a statement.

use super::{
    document::{StatementBlock, StatementText},
    docx_file,
    draft::language_of,
    encoding,
    file_kind::{StatementKind, file_kind},
    html_file, pdf_text, plain_text,
    read_error::ReadError,
    structure,
};
use crate::lang::{Lang, say};

/// The most text that is read: front matter, in which much of it stands again, may have 1 MiB.
const MAX_TEXT: usize = 400 << 10;

/// A file that holds a statement.
#[derive(Clone, Copy, Debug)]
pub struct StatementFile<'a> {
    /// Its name, without its folder.
    pub name: &'a str,
    /// All that is in it.
    pub bytes: &'a [u8],
    /// The text of a PDF, as a program for that has read it.
    pub pdf_text: Option<&'a str>,
}

/// The statement in a file, in the language that is given or else in that of its letters.
///
/// # Errors
///
/// [`ReadError`], if the file is not what its name says, or nothing can be read in it.
pub fn read(file: StatementFile<'_>, lang: Option<Lang>) -> Result<StatementText, ReadError> {
    let (blocks, lang) = blocks(file, lang)?;
    let size: usize = blocks.iter().filter_map(StatementBlock::text).map(str::len).sum();
    if size > MAX_TEXT {
        return Err(ReadError(say!("statement-too-long", file = file.name)));
    }
    let document = structure::document(blocks, lang);
    if document.blocks.is_empty() && document.title.is_none() {
        return Err(ReadError(say!("statement-without-text", file = file.name)));
    }
    Ok(document)
}

fn blocks(file: StatementFile<'_>, lang: Option<Lang>) -> Result<(Vec<StatementBlock>, Lang), ReadError> {
    let of = |text: &str| lang.unwrap_or_else(|| language_of(text));
    match file_kind(file.name, file.bytes)? {
        StatementKind::Word => {
            let blocks = docx_file::blocks(file.bytes)
                .map_err(|problem| ReadError(say!("word-file-refused", file = file.name, problem)))?;
            let words: String = blocks.iter().filter_map(|block| block.text()).collect();
            Ok((blocks, of(&words)))
        }
        StatementKind::Html => {
            let text = text(file, true)?;
            let lang = of(&html_file::words(&text));
            Ok((html_file::blocks(&text, lang), lang))
        }
        StatementKind::Pdf => {
            let text = file.pdf_text.unwrap_or_default();
            if text.trim().is_empty() {
                return Err(ReadError(say!("pdf-without-text", file = file.name)));
            }
            let lang = of(text);
            let spaced = (lang == Lang::Ja).then(|| pdf_text::japanese(text));
            Ok((plain_text::blocks(spaced.as_deref().unwrap_or(text), lang), lang))
        }
        StatementKind::Text | StatementKind::Markdown => {
            let text = text(file, false)?;
            Ok((plain_text::blocks(&text, of(&text)), of(&text)))
        }
    }
}

fn text(file: StatementFile<'_>, is_page: bool) -> Result<String, ReadError> {
    let text = encoding::decoded(file.bytes, is_page).map(|(text, _)| text);
    text.ok_or_else(|| ReadError(say!("statement-encoding-unknown", file = file.name)))
}
