//! `--help`: what it says holds.

use crate::support::{Archive, read, run};
use clap::{CommandFactory, Parser};
use taiwa::cli::Cli;

/// The words that lead to each command, such as `new meeting`; first none, for the program itself.
fn commands() -> Vec<Vec<String>> {
    fn add(command: &clap::Command, way: &[String], found: &mut Vec<Vec<String>>) {
        found.push(way.to_owned());
        for inner in command.get_subcommands() {
            add(inner, &[way, &[inner.get_name().to_owned()]].concat(), found);
        }
    }
    let mut found = Vec::new();
    add(&Cli::command(), &[], &mut found);
    found
}

fn help(way: &[String], flag: &str) -> String {
    let words: Vec<_> = way.iter().map(String::as_str).chain([flag]).collect();
    run(&words).ok().stdout
}

#[test]
fn every_example_is_a_command_line_that_can_be_typed() {
    let mut examples = Vec::new();
    for way in commands() {
        let text = help(&way, "--help");
        let lines = text.lines().filter(|line| line.starts_with("  taiwa "));
        for line in lines {
            // What follows is a remark, or where the output goes.
            let example = line.trim_start().split("  ").next().unwrap().split(" > ").next().unwrap().trim();
            assert!(Cli::try_parse_from(example.split(' ')).is_ok(), "{example}");
            examples.push(example.to_owned());
        }
    }
    for command in ["init", "new meeting", "build", "serve", "check", "schema", "completions"] {
        let start = format!("taiwa {command}");
        assert!(examples.iter().any(|example| example.starts_with(&start)), "{start} in {examples:#?}");
    }
}

#[test]
fn the_help_fits_on_a_screen_of_110_columns() {
    for way in commands() {
        for flag in ["-h", "--help"] {
            let text = help(&way, flag);
            // The values of an argument are listed by clap in one line.
            let lines = text.lines().map(|line| line.split(" [possible values").next().unwrap());
            let long: Vec<_> = lines.filter(|line| line.chars().count() > 110).collect();
            assert!(long.is_empty(), "{way:?}: {long:#?}");
        }
    }
}

#[test]
fn the_output_and_the_address_have_a_short_option() {
    let archive = Archive::two_meetings();
    let output = tempfile::tempdir().unwrap();
    let folder = output.path().join("site");
    archive.build_with(&["-o", folder.to_str().unwrap(), "-u", "https://short.example/"]).ok();
    assert!(read(folder.join("sitemap.xml")).contains("<loc>https://short.example/en/</loc>"));
}

#[test]
fn the_names_of_other_generators_mean_ours_and_are_not_listed() {
    let archive = Archive::two_meetings();
    let output = tempfile::tempdir().unwrap();
    for option in ["-d", "--destination"] {
        let folder = output.path().join(option.trim_start_matches('-'));
        archive.build_with(&[option, folder.to_str().unwrap()]).ok();
        assert!(folder.join("en/index.html").is_file(), "{option}");
    }
    let archive = archive.edit("content/meetings/a.en.md", "title:", "release: draft\ntitle:");
    assert!(archive.build_with(&["-D"]).ok().has("en/meetings/a/"));
    let typed = ["taiwa", "server", "-p", "0", "-O", "-D"];
    assert!(Cli::try_parse_from(typed).is_ok());
    for way in commands() {
        let text = help(&way, "--help");
        for hidden in ["destination", "taiwa server", "-d,"] {
            assert!(!text.contains(hidden), "{hidden} in {way:?}: {text}");
        }
    }
    // What the desk writes is a file, and `-o` is its own there.
    assert!(Cli::try_parse_from(["taiwa", "brief", "-o", "brief.md"]).is_ok());
    assert!(Cli::try_parse_from(["taiwa", "brief", "-d", "brief.md"]).is_err());
}

#[test]
fn a_shell_that_is_not_known_is_refused_with_those_that_are() {
    let built = run(&["completions", "tcsh"]);
    assert_eq!(built.status, 2);
    assert!(built.stderr.contains("[possible values: bash, zsh, fish]"), "{}", built.stderr);
}

#[test]
fn the_completions_name_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let script = run(&["completions", shell]).ok().stdout;
        for way in commands().iter().skip(1) {
            let name = way.last().unwrap();
            assert!(script.contains(name), "{name} is not in the completions of {shell}");
        }
    }
}
