//! What `--help` says below the options: how to begin, and examples.

pub(super) const TOP: &str = "\
Examples:
  taiwa init my-archive                                 a new archive with an example meeting
  taiwa new meeting 2026-03-02-city --root my-archive   the files of a new meeting
  taiwa serve --root my-archive --open                  the site in the browser, while you write
  taiwa check --root my-archive                         every problem, with its place
  taiwa build --root my-archive                         the site, in my-archive/output/

Exit codes: 0 well, 1 the content has errors, 2 wrong usage, 3 the machine failed (disk, permission)

`taiwa COMMAND --help` tells more of a command.";

pub(super) const INIT: &str = "\
The folder must be empty, but for names that begin with a dot, such as .git. Nothing is overwritten.
What a run that was killed left there is made whole.
The notes in the registries are in the language of the run.
Of the common options, --root, --language and --quiet count here.

Examples:
  taiwa init my-archive   in a new folder
  taiwa init              in the current folder";

pub(super) const NEW: &str = "\
Example:
  taiwa new meeting 2026-03-02-city";

pub(super) const NEW_MEETING: &str = "\
Writes content/meetings/ID.en.md and ID.ja.md, with the next number and both parties of the dialogue.
What has no value yet is told by `taiwa check`. Nothing is overwritten.
Of the common options, --root, --format and --quiet count here.

Examples:
  taiwa new meeting 2026-03-02-city                  held on 2 March 2026
  taiwa new meeting preparatory --date 2026-01-15    an id without a date
  taiwa new meeting 2026-03-02-city --dialogue water  where the archive has several dialogues";

pub(super) const BUILD: &str = "\
With any error in the content nothing is published, and the output stays as it was.

Examples:
  taiwa build                                the archive in the current folder, into output/
  taiwa build --root my-archive              an archive in another folder
  taiwa build --strict --base-url https://archive.example/dialogue/
  taiwa build --as-of 2026-12-01             as the site will be on that day
  taiwa build --watch                        again at every change, for a server of your own
  taiwa build --host netlify                 with what Netlify reads beside the site
  taiwa build --drafts --output preview      with drafts, for your own eyes";

#[cfg(feature = "serve")]
pub(super) const SERVE: &str = "\
The site is served from memory, drafts and embargoed records included; nothing is written. A save is on the
open page at once. Where the content has errors, they are shown over the last good page. Ctrl-C ends it.

Each block of a text and each fact has a link to its line, for vscode, vscode-insiders, vscodium, cursor,
windsurf, zed, idea, pycharm, webstorm, phpstorm, subl, txmt, mvim, or the address that you give.

Examples:
  taiwa serve                      at http://127.0.0.1:8010/
  taiwa serve --open               and in the browser
  taiwa serve --editor zed         pages lead to their lines in Zed
  taiwa serve --port 0             at any free port
  taiwa serve --poll               on network drives and in containers, where saves go unnoticed
  taiwa serve --interface 0.0.0.0  for other devices on the network";

pub(super) const CHECK: &str = "\
The exit code is 1 where there are errors; with --strict, also where there are warnings.

Examples:
  taiwa check                     the archive in the current folder
  taiwa check --strict            warnings count as errors
  taiwa check --format github     annotations for a GitHub workflow";

pub(super) const STAMP: &str = "\
Run it when a translation says what the other language's text says now. It writes one line of the file,
`translated_from` under `version`, and what the text was into content/stamps.txt. When the other text
changes, check tells that the translation is outdated, and its page shows what has changed.

Examples:
  taiwa stamp content/meetings/2026-03-02-city.ja.md
  taiwa stamp content/meetings/*.ja.md";

pub(super) const RENAME: &str = "\
The id changes in the record's own files, in the registries and front matter that name it, in [[kind:id]]
and in links to its pages; prose stays. Where content/ledger.txt has its addresses, they become aliases.
Translations that were current stay so. If a run is stopped, the same command finishes what it began.
Of the common options, --root, --base-url, --format and --quiet count here.

Examples:
  taiwa rename track clowd cloud
  taiwa rename meeting 2026-03-02-city 2026-03-03-city --dry-run
  taiwa rename commitment 2026-03-02-city/gauges share-gauges";

#[cfg(feature = "desk")]
pub(super) const IMPORT: &str = "\
The draft has the text of the statement, what it says of the meeting, and a proposal for each sentence or item
with an operative verb. Comments in it say what each goes by; a person decides. A second run with --lang and the
statement in the other language fills in the other file. Nothing that was edited is overwritten.
Of the common options, --root, --format and --quiet count here.

Examples:
  taiwa import statement.txt --meeting 2026-03-02-city --dry-run
  taiwa import statement.txt --meeting 2026-03-02-city --authentic --keep-file
  taiwa import statement-ja.txt --meeting 2026-03-02-city --lang ja";

#[cfg(feature = "desk")]
pub(super) const SHEET: &str = "\
Examples:
  taiwa sheet export commitments.xlsx
  taiwa sheet import commitments.xlsx --dry-run";

#[cfg(feature = "desk")]
pub(super) const SHEET_EXPORT: &str = "\
The sheet has a row for each undertaking, continuation, recommendation and next meeting. Those who fill it in
choose a status, a day, who judges and a document; a second sheet explains that in English and Japanese.
A file that is there is left as it is without --force. Drafts and embargoed records need --drafts.
Of the common options, all but --output count here.

Examples:
  taiwa sheet export commitments.xlsx          a workbook with drop-downs and locked cells
  taiwa sheet export commitments.csv           a table of text
  taiwa sheet export commitments.xlsx --force  in the place of an earlier one";

#[cfg(feature = "desk")]
pub(super) const SHEET_IMPORT: &str = "\
Each row that is filled in becomes an assessment in the note that holds the commitment; every other byte stays.
What is wrong is told by cell, and nothing is written then. A second import of the same sheet changes nothing.
Of the common options, all but --output and --drafts count here.

Examples:
  taiwa sheet import commitments.xlsx --dry-run   what would be added, line by line
  taiwa sheet import commitments.xlsx             adds it
  taiwa sheet import commitments.csv --strict     refuses what causes a warning too";

#[cfg(feature = "desk")]
pub(super) const BRIEF: &str = "\
By policy track: what the meetings so far recorded last, in which words, what is open, due and changed, and who
came last time. Summaries are said to be summaries. Drafts and embargoed records need --drafts, and every page
says so then. A file that is there and differs is left as it is without --force.

Examples:
  taiwa brief                                    Markdown, in both languages
  taiwa brief 2026-03-02-city -o brief.docx      for a meeting to come, for Word
  taiwa brief --lang ja -o brief.html            the newest state, in Japanese, for a browser";

pub(super) const LEDGER: &str = "\
From then on build and check refuse to lose an address that is recorded (`vanished-address`).
Run it after each release; drafts and embargoed records never enter.

Examples:
  taiwa ledger                    what the archive in the current folder publishes today
  taiwa ledger --as-of 2026-12-01";

#[cfg(feature = "lsp")]
pub(super) const LSP: &str = "\
An editor starts it, speaks to it on standard input and output, and ends it. What is open in the editor stands
over the files, saved or not; nothing is written. The archive is the folder that is open in the editor.
Of the common options, --drafts, --as-of, --base-url and --theme count here, and --root where the editor names no
folder.

Example:
  taiwa lsp   the command to set in an editor, for Markdown and YAML";

pub(super) const COMPLETIONS: &str = "\
Examples:
  taiwa completions bash > ~/.local/share/bash-completion/completions/taiwa
  taiwa completions zsh > ~/.zfunc/_taiwa            (a folder of your fpath)
  taiwa completions fish > ~/.config/fish/completions/taiwa.fish

Open a new shell afterwards.";

pub(super) const SCHEMA: &str = "\
Examples:
  taiwa schema                          everything, each kind under `$defs`
  taiwa schema meeting > meeting.json   the front matter of a meeting";
#[cfg(feature = "desk")]
pub(super) const TRANSLATE: &str = "\
Examples:
  taiwa translate export -o to-translate.xlf
  taiwa translate import to-translate.xlf --dry-run";
#[cfg(feature = "desk")]
pub(super) const TRANSLATE_EXPORT: &str = "\
The file has what is new or outdated, in drafts and embargoed records too: a `file` for each record, a `trans-unit`
for each text or block. References, readings, emphasis, code and links are inline elements. Comments and redacted
passages stay in the archive. The last translation is the target; notes name the terms of the glossary.
Of the common options, all but --output and --drafts count here.

Examples:
  taiwa translate export -o to-translate.xlf              all that is new or outdated
  taiwa translate export 2026-03-02-city --all -o t.xlf  all of one meeting
  taiwa translate export --to en > to-english.xlf         what is translated into English";
#[cfg(feature = "desk")]
pub(super) const TRANSLATE_IMPORT: &str = "\
A unit is finished if it is approved or its state is `translated`, `final` or `signed-off`. Its target replaces that
text alone; every other byte stays. A unit whose source has changed, or whose inline elements do not agree, is refused,
and the others are taken. A record that changed is stamped as current if all of it is finished.
Of the common options, all but --output and --drafts count here.

Examples:
  taiwa translate import translated.xlf --dry-run   what would be changed, line by line
  taiwa translate import translated.xlf             changes it";
