//! What a run is asked to do, from the arguments, the clock and the folders that are there.

use std::{
    io,
    path::{Component, Path, PathBuf, absolute},
    time::{SystemTime, UNIX_EPOCH},
};

use super::exit::CommandError;
use crate::{
    cli::{BuildArgs, Common},
    config::{AsOf, Options, base_url},
    lang::{Date, DateError, Lang, say},
    pipeline::BuildExtras,
    plan::OWN_FOLDER,
    theme,
};

/// The options of a run, checked.
pub(super) fn options(common: &Common, force: bool) -> Result<Options, CommandError> {
    let as_of = match &common.as_of {
        Some(day) => date("--as-of", day)?.into(),
        None => now(),
    };
    let root = archive(common)?;
    if let Some(theme) = common.theme.as_ref().filter(|theme| !theme::exists(root, theme)) {
        return Err(CommandError::usage(say!("theme-folder", theme)));
    }
    let options = Options { as_of, force, ..unchecked_options(common)? };
    check_output(&options.output, root)?;
    Ok(options)
}

/// The language in which is said what is wrong: the one that is asked for, or the system's.
pub(super) fn language(common: &Common) -> Lang {
    common.language.unwrap_or_else(system_language)
}

/// The language in which the system speaks to its user; English where it is none of ours.
pub(super) fn system_language() -> Lang {
    Lang::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// The same where it is not known yet which archive is meant.
pub(super) fn unchecked_options(common: &Common) -> Result<Options, CommandError> {
    let base = common.base_url.as_ref().map(|url| {
        base_url(url).map_err(|it| {
            let (problem, help) = (it.message, it.help);
            CommandError::usage(say!("base-url-refused", url, problem, help))
        })
    });
    let base_url = base.transpose()?;
    Ok(Options {
        root: common.root.clone(),
        output: common.output.clone().unwrap_or_else(|| common.root.join("output")),
        base_url,
        theme: common.theme.clone(),
        drafts: common.drafts,
        as_of: now(),
        strict: common.strict,
        force: false,
        language: language(common),
    })
}

/// What is asked for beside the site itself.
pub(super) fn extras(args: &BuildArgs) -> BuildExtras {
    BuildExtras { compress: args.compress, host: args.host }
}

/// Refuses an output among what is read, or among what builds keep for themselves.
fn check_output(output: &Path, root: &Path) -> Result<(), CommandError> {
    let place = real(output)?;
    for name in ["content", "themes"] {
        let folder = root.join(name);
        if overlaps(&place, &real(&folder)?) {
            let message = say!("output-overlaps", output = output.display(), folder = folder.display());
            return Err(CommandError::usage(message));
        }
    }
    let root = real(root)?;
    // The archive itself may lie in a folder of any name.
    let below = place.strip_prefix(&root).unwrap_or(Path::new(""));
    if below.components().any(|part| part.as_os_str() == OWN_FOLDER) {
        let message = say!("output-of-notes", output = output.display(), folder = OWN_FOLDER);
        return Err(CommandError::usage(message));
    }
    Ok(())
}

/// Refuses the option that names the folder of a site, where none is written.
#[cfg(feature = "desk")]
pub(super) fn refuse_output_option(common: &Common) -> Result<(), CommandError> {
    match &common.output {
        Some(_) => Err(CommandError::usage(say!("no-output-option"))),
        None => Ok(()),
    }
}

/// Refuses a file for people among what is read or published.
#[cfg(feature = "desk")]
pub(super) fn refuse_place(file: &Path, options: &Options) -> Result<(), CommandError> {
    let place = real(file)?;
    for folder in [options.root.join("content"), options.root.join("themes"), options.output.clone()] {
        if place.starts_with(real(&folder)?) {
            let message = say!("office-file-place", file = file.display(), folder = folder.display());
            return Err(CommandError::usage(message));
        }
    }
    Ok(())
}

/// The day that an option names.
pub(super) fn date(option: &str, day: &str) -> Result<Date, CommandError> {
    let refused = |problem: DateError| {
        CommandError::usage(say!("option-not-a-date", option, day, problem = problem.message()))
    };
    Date::parse(day).map_err(refused)
}

/// The root, which must hold an archive.
pub(super) fn archive(common: &Common) -> Result<&PathBuf, CommandError> {
    let root = &common.root;
    if root.join("content").is_dir() {
        return Ok(root);
    }
    Err(CommandError::usage(say!("no-content-folder", root = root.display())))
}

/// Whether the output would write into a folder that is read: the same, inside it, or around it.
fn overlaps(output: &Path, input: &Path) -> bool {
    output.starts_with(input) || input.starts_with(output)
}

/// Where a path really lies; the part of it that is not there yet is taken as written.
fn real(path: &Path) -> io::Result<PathBuf> {
    let mut there = absolute(path)?;
    let mut rest = Vec::new();
    loop {
        if let Ok(real) = there.canonicalize() {
            let mut path = real;
            for part in rest.iter().rev() {
                match Path::new(part).components().next() {
                    Some(Component::ParentDir) => {
                        path.pop();
                    }
                    _ => path.push(part),
                }
            }
            return Ok(path);
        }
        let Some(part @ (Component::Normal(_) | Component::ParentDir)) = there.components().next_back()
        else {
            return Ok(there);
        };
        rest.push(part.as_os_str().to_owned());
        there.pop();
    }
}

/// What the clock says. Which day that is, the site's time zone decides.
pub(super) fn now() -> AsOf {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    AsOf::Clock(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
