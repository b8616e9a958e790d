//! Runs `taiwa lsp` on an archive, and speaks to it as an editor does.

use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use super::Archive;

/// How long is waited for what must come; far more than it takes, also in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// An editor with its server, which runs as long as the value.
pub(crate) struct Editor {
    child: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    root: PathBuf,
    asked: i32,
    /// The texts that are open, by path, with their versions.
    pub(crate) open: BTreeMap<String, (i32, String)>,
    /// What was told last of each file, by path.
    pub(crate) told: BTreeMap<String, Vec<Value>>,
    /// What the server says of itself.
    pub(crate) offered: Value,
}

/// The abilities of an editor that can make and rename files.
pub(crate) fn able() -> Value {
    json!({"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}, "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename", "delete"]}}})
}

impl Editor {
    /// Opens the folder of an archive.
    #[track_caller]
    pub(crate) fn of(archive: &Archive) -> Self {
        Self::with(archive.root(), &able())
    }

    /// Opens a folder with an editor of these abilities.
    #[track_caller]
    pub(crate) fn with(root: &Path, abilities: &Value) -> Self {
        Self::started(root).opened(abilities)
    }

    /// Opens the folder in which it was started.
    #[track_caller]
    pub(crate) fn opened(mut self, abilities: &Value) -> Self {
        let folder = self.uri("");
        let given = json!({"processId": null, "rootUri": folder, "capabilities": abilities,
            "workspaceFolders": [{"uri": folder, "name": "archive"}]});
        self.offered = self.ask("initialize", &given).unwrap();
        self.tell("initialized", &json!({}));
        self
    }

    /// Starts the server, and says nothing yet.
    pub(crate) fn started(root: &Path) -> Self {
        Self::with_arguments(root, &[])
    }

    /// The same with further arguments.
    pub(crate) fn with_arguments(root: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_taiwa"))
            .args(["lsp", "--as-of", "2026-11-22"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, messages) = mpsc::channel();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let root = root.canonicalize().unwrap();
        let stdin = child.stdin.take();
        let (open, told) = Default::default();
        Self { child, stdin, messages, root, asked: 0, open, told, offered: Value::Null }
    }

    /// The address of a file by its path from the root.
    pub(crate) fn uri(&self, path: &str) -> String {
        url::Url::from_file_path(self.root.join(path)).unwrap().to_string()
    }

    /// The path of a file of the archive by its address.
    #[track_caller]
    pub(crate) fn path(&self, uri: &Value) -> String {
        let file = url::Url::parse(uri.as_str().unwrap()).unwrap().to_file_path().unwrap();
        file.strip_prefix(&self.root).unwrap().to_str().unwrap().to_owned()
    }

    /// Sends bytes as they are. A server that is gone takes none.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        if let Some(stdin) = &mut self.stdin {
            let _ = stdin.write_all(bytes).and_then(|()| stdin.flush());
        }
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub(crate) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request, and returns its number.
    pub(crate) fn begin(&mut self, method: &str, params: &Value) -> i32 {
        self.asked += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params}));
        self.asked
    }

    /// Sends a request, and waits for its answer.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Result<Value, (i64, String)> {
        let asked = self.begin(method, params);
        self.answer(asked)
    }

    /// Waits for the answer to a request: its result, or the code and the message of its error.
    #[track_caller]
    pub(crate) fn answer(&mut self, asked: i32) -> Result<Value, (i64, String)> {
        let message = self.until(|it| it["id"] == asked && it.get("method").is_none());
        match message.get("error") {
            None => Ok(message["result"].clone()),
            Some(error) => {
                Err((error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned()))
            }
        }
    }

    /// Waits for a message, noting what is told meanwhile.
    #[track_caller]
    pub(crate) fn until(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let message = self
                .messages
                .recv_timeout(left)
                .unwrap_or_else(|error| panic!("the server says nothing: {error}"));
            if message["method"] == "textDocument/publishDiagnostics" {
                let params = &message["params"];
                let path = self.path(&params["uri"]);
                let told = params["diagnostics"].as_array().unwrap().clone();
                if told.is_empty() {
                    self.told.remove(&path)
                } else {
                    self.told.insert(path, told)
                };
            }
            if is_wanted(&message) {
                return message;
            }
        }
    }

    /// The text of a file as the editor has it.
    pub(crate) fn text(&self, path: &str) -> String {
        let open = self.open.get(path).map(|(_, text)| text.clone());
        open.unwrap_or_else(|| {
            let bytes = fs::read(self.root.join(path)).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        })
    }

    /// Opens a file.
    #[track_caller]
    pub(crate) fn open(&mut self, path: &str) {
        let text = fs::read_to_string(self.root.join(path)).unwrap();
        self.open_with(path, &text);
    }

    /// Opens a file with a text that is not on the disk.
    #[track_caller]
    pub(crate) fn open_with(&mut self, path: &str, text: &str) {
        let item = json!({"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": item}));
        self.open.insert(path.to_owned(), (1, text.to_owned()));
        self.settle(path);
    }

    /// Puts words in the place of others, which stand once in the text.
    #[track_caller]
    pub(crate) fn replace(&mut self, path: &str, from: &str, to: &str) {
        let text = self.open[path].1.clone();
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}: {text}");
        let at = text.find(from).unwrap();
        self.edit(path, at, at + from.len(), to);
    }

    /// Puts a text in the place of bytes, and waits until the server has checked that.
    #[track_caller]
    pub(crate) fn edit(&mut self, path: &str, from: usize, to: usize, text: &str) {
        let before = &self.open[path].1;
        let range = json!({"start": position(before, from), "end": position(before, to)});
        let after = [&before[..from], text, &before[to..]].concat();
        let change = json!({"range": range, "text": text});
        self.changed(path, &after, &json!([change]));
        self.settle(path);
    }

    /// Tells of changes that make a text, and does not wait.
    pub(crate) fn changed(&mut self, path: &str, after: &str, changes: &Value) {
        let version = self.open[path].0 + 1;
        let document = json!({"uri": self.uri(path), "version": version});
        self.tell("textDocument/didChange", &json!({"textDocument": document, "contentChanges": changes}));
        self.open.insert(path.to_owned(), (version, after.to_owned()));
    }

    /// Closes a file without saving it, and waits until the server has checked that.
    #[track_caller]
    pub(crate) fn close(&mut self, path: &str) {
        self.tell("textDocument/didClose", &json!({"textDocument": {"uri": self.uri(path)}}));
        self.open.remove(path);
        self.look(&[]);
    }

    /// Says that files changed on the disk, and waits until the server has looked.
    #[track_caller]
    pub(crate) fn look(&mut self, paths: &[&str]) {
        let changes: Vec<_> = paths.iter().map(|path| json!({"uri": self.uri(path), "type": 2})).collect();
        self.tell("workspace/didChangeWatchedFiles", &json!({"changes": changes}));
        // A symbol is asked of the archive as it is: it is checked for that, and what is wrong is told before the next answer.
        self.ask("workspace/symbol", &json!({"query": "no such thing"})).unwrap();
        self.barrier();
    }

    /// Waits until the server has checked the text of a file as it is now, and told all.
    #[track_caller]
    pub(crate) fn settle(&mut self, path: &str) {
        let (uri, version) = (self.uri(path), self.open[path].0);
        self.until(|it| it["params"]["uri"] == uri.as_str() && it["params"]["version"] == version);
        self.barrier();
    }

    #[track_caller]
    fn barrier(&mut self) {
        let refused = self.ask("taiwa/nothing", &Value::Null);
        assert_eq!(refused.unwrap_err().0, -32601);
    }

    /// What is said of the problems that the client was told of.
    pub(crate) fn messages(&self) -> Vec<String> {
        let all = self.told.values().flatten();
        all.map(|it| it["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Each problem that was told as `path:line:column code`, counted as the protocol does, the path without `content/`.
    pub(crate) fn reported(&self) -> Vec<String> {
        let all = self.told.iter().flat_map(|(path, told)| told.iter().map(move |it| (path, it)));
        let reported = all.map(|(path, it)| {
            let start = &it["range"]["start"];
            let path = path.strip_prefix("content/").unwrap_or(path);
            format!("{path}:{}:{} {}", start["line"], start["character"], it["code"].as_str().unwrap_or("-"))
        });
        reported.collect()
    }

    /// The parameters that name a place in an open file: that of the `^` in words that stand there without it.
    #[track_caller]
    pub(crate) fn at(&self, path: &str, words: &str) -> Value {
        let text = &self.open[path].1;
        let (before, after) = words.split_once('^').unwrap();
        let found = text.find(&[before, after].concat());
        let at = found.unwrap_or_else(|| panic!("no `{words}` in {text}")) + before.len();
        json!({"textDocument": {"uri": self.uri(path)}, "position": position(text, at)})
    }

    /// Makes the changes of an edit, as an editor does that saves all files at once.
    #[track_caller]
    pub(crate) fn apply(&self, edit: &Value) {
        for change in edit["documentChanges"].as_array().unwrap() {
            let file = |key: &str| self.root.join(self.path(&change[key]));
            match change["kind"].as_str() {
                Some("create") => fs::write(file("uri"), "").unwrap(),
                Some("rename") => {
                    assert!(!file("newUri").exists());
                    fs::rename(file("oldUri"), file("newUri")).unwrap();
                }
                _ => {
                    let path = self.path(&change["textDocument"]["uri"]);
                    let text = fs::read_to_string(self.root.join(&path)).unwrap();
                    fs::write(self.root.join(&path), edited(&text, change["edits"].as_array().unwrap()))
                        .unwrap();
                }
            }
        }
    }

    /// Closes the input, or whatever is left of it, and waits for the end: how it ended, and what it said on standard error.
    #[track_caller]
    pub(crate) fn end(mut self) -> (ExitStatus, String) {
        drop(self.stdin.take());
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "the server does not end");
            thread::sleep(Duration::from_millis(10));
        };
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (status, said)
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A text after edits, none of which touches another.
pub(crate) fn edited(text: &str, edits: &[Value]) -> String {
    let mut edits: Vec<_> = edits
        .iter()
        .map(|edit| {
            let at = |end: &str| byte(text, &edit["range"][end]);
            (at("start"), at("end"), edit["newText"].as_str().unwrap())
        })
        .collect();
    edits.sort_unstable();
    let mut out = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        out.replace_range(start..end, new);
    }
    out
}

/// The line and the column of a byte, in UTF-16.
pub(crate) fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let line = before.rsplit('\n').next().unwrap();
    json!({"line": before.matches('\n').count(), "character": line.encode_utf16().count()})
}

/// The byte at a line and a column in UTF-16.
pub(crate) fn byte(text: &str, position: &Value) -> usize {
    let (line, column) = (position["line"].as_u64().unwrap(), position["character"].as_u64().unwrap());
    let start: usize = text.split_inclusive('\n').take(usize::try_from(line).unwrap()).map(str::len).sum();
    let mut left = usize::try_from(column).unwrap();
    let rest = text[start..].char_indices().find(|(_, c)| {
        let is_there = left == 0;
        left = left.saturating_sub(c.len_utf16());
        is_there
    });
    rest.map_or(text.len(), |(at, _)| start + at)
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        length = line.strip_prefix("Content-Length: ")?.trim().parse().ok()?;
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}
