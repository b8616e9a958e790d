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
use crate::lang::Lang;

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
        let remedy = "has more text than a note may hold; import the statement alone, without its annexes";
        return Err(ReadError(format!("{} {remedy}", file.name)));
    }
    let document = structure::document(blocks, lang);
    if document.blocks.is_empty() && document.title.is_none() {
        return Err(ReadError(format!("{} holds no text; name a file that does", file.name)));
    }
    Ok(document)
}

fn blocks(file: StatementFile<'_>, lang: Option<Lang>) -> Result<(Vec<StatementBlock>, Lang), ReadError> {
    let of = |text: &str| lang.unwrap_or_else(|| language_of(text));
    match file_kind(file.name, file.bytes)? {
        StatementKind::Word => {
            let blocks =
                docx_file::blocks(file.bytes).map_err(|wrong| ReadError(format!("{} {wrong}", file.name)))?;
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
                let remedy =
                    "has no text that can be read, as of a scan; save the statement as .docx or .txt";
                return Err(ReadError(format!("{} {remedy}", file.name)));
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
    text.ok_or_else(|| {
        let remedy =
            "is no text in UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP; save it in UTF-8 and import it again";
        ReadError(format!("{} {remedy}", file.name))
    })
}
