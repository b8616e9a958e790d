//! Times what an editor waits for: from a letter that is typed to the problems, and a completion after it.
//!
//! `cargo bench --bench editor` prints medians of this repository's archive and of one of 1,000 meetings (examples/corpus.rs).

#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panicking")]

#[path = "../examples/corpus.rs"]
#[allow(dead_code, reason = "the example's own main is not called")]
mod corpus;

use lsp_server::{Message, Notification, Request};
use mimalloc::MiMalloc;
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufReader, PipeReader, PipeWriter, pipe},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};
use taiwa::{
    config::Options,
    lang::{Date, Lang},
    lsp::{self, LspSetup},
};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// How many letters are typed.
const LETTERS: usize = 40;

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    report("this repository's archive", here);
    let generated = tempfile::tempdir().unwrap();
    corpus::write(1000, generated.path()).unwrap();
    report("1,000 meetings", generated.path());
}

fn report(name: &str, root: &Path) {
    let notes = walkdir::WalkDir::new(root.join("content/meetings")).sort_by_file_name();
    let notes = notes.into_iter().map(|it| it.unwrap().into_path());
    let note = notes.filter(|path| path.to_string_lossy().ends_with(".en.md")).last().unwrap();
    let mut client = Client::start(root, &note);
    let [problems, completion] = client.typed();
    println!("{name}: {problems:.1?} from a letter to the problems, {completion:.1?} for a completion");
}

/// An editor with one note open, and a server in a thread of this program.
struct Client {
    input: PipeWriter,
    output: BufReader<PipeReader>,
    uri: String,
    line: usize,
    version: i32,
    asked: i32,
}

impl Client {
    fn start(root: &Path, note: &Path) -> Self {
        let (server_input, input) = pipe().unwrap();
        let (output, server_output) = pipe().unwrap();
        let options = options(root.to_owned());
        thread::spawn(move || {
            let as_of = options.as_of;
            let setup =
                LspSetup { options, as_of: Box::new(move || as_of), is_locale_heard: false, watch: None };
            // It ends with this program.
            drop(lsp::run(setup, server_input, server_output));
        });
        let text = fs::read_to_string(note).unwrap();
        let uri = url::Url::from_file_path(note).unwrap().to_string();
        let output = BufReader::new(output);
        let mut client = Self { input, output, uri, line: text.lines().count(), version: 0, asked: 0 };
        client.ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
        client.tell("initialized", json!({}));
        let text = format!("{}\n\n", text.trim_end());
        client.line = text.lines().count();
        let item = json!({"uri": client.uri, "languageId": "markdown", "version": 0, "text": text});
        client.tell("textDocument/didOpen", json!({"textDocument": item}));
        client.told();
        client
    }

    /// Types a reference again and again: the median times to the problems, and of a completion.
    fn typed(&mut self) -> [Duration; 2] {
        let (mut problems, mut completions) = (Vec::new(), Vec::new());
        let mut column = 0;
        for letter in "[[track:c [[person:a ".chars().cycle().take(LETTERS) {
            let place = json!({"line": self.line, "character": column});
            column += 1;
            self.version += 1;
            let start = Instant::now();
            let document = json!({"uri": self.uri, "version": self.version});
            let change = json!({"range": {"start": place, "end": place}, "text": letter.to_string()});
            self.tell(
                "textDocument/didChange",
                json!({"textDocument": document, "contentChanges": [change]}),
            );
            self.told();
            problems.push(start.elapsed());
            let start = Instant::now();
            let at = json!({"textDocument": {"uri": self.uri}, "position": {"line": self.line, "character": column}});
            self.ask("textDocument/completion", at);
            completions.push(start.elapsed());
        }
        [median(problems), median(completions)]
    }

    /// Waits for what is wrong with the text as it is now.
    fn told(&mut self) {
        loop {
            if let Message::Notification(told) = self.next()
                && told.params["version"] == self.version
                && told.params["uri"] == self.uri
            {
                return;
            }
        }
    }

    fn tell(&mut self, method: &str, params: Value) {
        let message = Message::Notification(Notification { method: method.to_owned(), params });
        message.write(&mut self.input).unwrap();
    }

    fn ask(&mut self, method: &str, params: Value) {
        self.asked += 1;
        let request = Request { id: self.asked.into(), method: method.to_owned(), params };
        Message::Request(request).write(&mut self.input).unwrap();
        while !matches!(self.next(), Message::Response(_)) {}
    }

    fn next(&mut self) -> Message {
        Message::read(&mut self.output).unwrap().unwrap()
    }
}

fn options(root: PathBuf) -> Options {
    Options {
        output: root.join("output"),
        root,
        base_url: None,
        theme: None,
        drafts: false,
        as_of: Date::parse("2026-11-22").unwrap().into(),
        strict: false,
        force: false,
        language: Lang::En,
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
