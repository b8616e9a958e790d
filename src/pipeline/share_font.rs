//! The font that site.yaml names for the image for shared links: where it lies, and whether it will do.

use std::io::{self, Read};

use crate::{
    config::FontFile,
    diagnostic::{Code, did_you_mean},
    lang::{Message, say},
    render::{MissingLetters, ShareFont, missing_letters},
    site::Site,
    theme::ThemeFiles,
    yaml::Problem,
};

/// How long a font may be, in MiB.
const LIMIT: u64 = 64;

/// How many missing letters a message names.
const NAMED: usize = 10;

/// The font, where there is one that can be read; what is wrong with it is reported.
pub(super) fn share_font(
    site: &Site,
    theme: Option<&ThemeFiles>,
    problems: &mut Vec<Problem>,
) -> Option<ShareFont> {
    let (named, theme) = (site.config.share_font.as_ref()?, theme?);
    let problem = match bytes(&named.path, site, theme) {
        Some(Ok(bytes)) => match ShareFont::read(bytes) {
            Some(font) => {
                let missing = missing_letters(site, &font);
                problems.extend(missing.into_iter().map(|missing| lacks(named, &missing)));
                return Some(font);
            }
            None => no_font(named),
        },
        Some(Err(error)) => invalid(named, say!("static-unreadable", file = named.path, error)),
        None => not_there(named, site, theme),
    };
    problems.push(problem);
    None
}

/// The bytes of the file, which the content may have or else the theme; none where neither has it.
fn bytes(path: &str, site: &Site, theme: &ThemeFiles) -> Option<io::Result<Vec<u8>>> {
    match site.static_file(path) {
        Some(file) => Some(file.file.open().and_then(limited)),
        None => theme.statics.get(path).cloned().map(Ok),
    }
}

fn limited(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take((LIMIT << 20) + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT << 20 {
        return Err(io::Error::other(format!("it is larger than {LIMIT} MiB")));
    }
    Ok(bytes)
}

fn not_there(named: &FontFile, site: &Site, theme: &ThemeFiles) -> Problem {
    let path = named.path.as_str();
    let files = site.statics.iter().map(|file| file.address.as_str());
    let near = did_you_mean(path, files.chain(theme.statics.keys().map(String::as_str)));
    let problem = invalid(named, say!("no-font-file", path));
    match near {
        Some(_) => problem.suggest(path, near),
        None => problem.help(say!("font-path")),
    }
}

fn no_font(named: &FontFile) -> Problem {
    invalid(named, say!("no-font", file = named.path)).help(say!("name-font"))
}

fn lacks(named: &FontFile, missing: &MissingLetters) -> Problem {
    let letters = &missing.letters;
    let shown: Vec<_> = letters.iter().take(NAMED).map(|c| format!("`{c}`")).collect();
    let more = if letters.len() > NAMED {
        say!("and-more", count = letters.len() - NAMED)
    } else {
        Message::verbatim("")
    };
    let of = missing.title.map_or(say!("years-of-meetings"), |lang| say!("title-in", lang = lang.code()));
    let message = say!("lacks-letters", file = named.path, of, letters = shown.join(", "), more);
    Problem::new(Code::MissingLetter, named.spot.clone(), message).help(say!("font-with-letters"))
}

fn invalid(named: &FontFile, message: Message) -> Problem {
    Problem::new(Code::InvalidValue, named.spot.clone(), message)
}
