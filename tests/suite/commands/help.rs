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

/// What the program answers where the system speaks this language.
fn answered(locale: &str, words: &[&str]) -> (i32, String, String) {
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_taiwa"))
        .args(words)
        .env_clear()
        .env("LC_ALL", locale)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (program.status.code().unwrap(), text(program.stdout), text(program.stderr))
}

const STAMP: &str = "\
訳文を「最新」とする。相手の言語の今の文から訳したことを記録する

使い方: taiwa stamp [OPTIONS] <FILE>...

引数:
  <FILE>...  訳文のあるファイル。content/meetings/2026-03-02-city.ja.md など
";

#[test]
fn the_help_is_in_japanese_where_the_system_or_an_option_says_so() {
    for (locale, words) in [
        ("ja_JP.UTF-8", &["stamp", "--help"][..]),
        ("ja", &["stamp", "-h"]),
        ("C", &["--language", "ja", "stamp", "--help"]),
        ("C", &["stamp", "--help", "--language=ja"]),
    ] {
        let (status, help, _) = answered(locale, words);
        assert_eq!(status, 0);
        assert!(help.starts_with(STAMP), "{help}");
    }
    for (locale, words) in
        [("C", &["--help"][..]), ("de_DE", &["--help"]), ("ja_JP", &["--help", "--language", "en"])]
    {
        assert!(answered(locale, words).1.starts_with("Turns the notes"), "{locale}");
    }
}

#[test]
fn what_is_wrong_with_a_command_line_is_said_in_japanese_too() {
    for (words, said) in [
        (&["biuld"][..], "`biuld` というコマンドはありません。もしかして: build"),
        (&["check", "--strikt"], "`--strikt` という引数はありません。もしかして: --strict"),
        (&["completions", "tcsh"], "`<SHELL>` の値に `tcsh` は使えません。使える値: bash、zsh、fish"),
        (&["stamp"], "必要な引数がありません: <FILE>..."),
        (&["check", "--root"], "`--root <DIR>` の値がありません"),
    ] {
        let (status, _, refused) = answered("ja_JP.UTF-8", words);
        assert_eq!(status, 2, "{words:?}");
        assert_eq!(refused, format!("エラー: {said}（詳しくは --help）\n"));
    }
}
