//! Writes the manual pages, one a command, into a folder: `cargo run --example manual -- DIR`.

use clap::CommandFactory;
use std::{env, error::Error, fs};
use taiwa::cli::Cli;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("name the folder for the manual pages")?;
    fs::create_dir_all(&folder)?;
    clap_mangen::generate_to(Cli::command(), &folder)?;
    for page in fs::read_dir(&folder)? {
        let page = page?.path();
        if page.extension().is_some_and(|extension| extension == "1") {
            fs::write(&page, with_examples_as_written(&fs::read_to_string(&page)?))?;
        }
    }
    Ok(())
}

/// A page whose last words, the examples, keep their lines, under a heading that says what they are.
fn with_examples_as_written(page: &str) -> String {
    let Some((before, rest)) = page.split_once(".SH EXTRA\n") else { return page.to_owned() };
    let (extra, after) = rest.split_at(rest.find(".SH ").unwrap_or(rest.len()));
    format!("{before}.SH NOTES AND EXAMPLES\n.nf\n{}\n.fi\n{after}", extra.trim_end())
}
