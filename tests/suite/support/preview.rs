//! Runs `taiwa serve` on an archive, and asks it for pages as a browser does.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use super::Archive;

/// How long is waited for what must come; far more than it takes, also in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A preview that runs as long as the value.
pub(crate) struct Preview {
    child: Child,
    /// What it printed, line by line.
    printed: Arc<Mutex<Vec<String>>>,
    pub(crate) port: u16,
    /// The path below which the site stands.
    pub(crate) base: String,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header, by its name in lower case; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The page as a build has it: without the script of the preview.
    pub(crate) fn page(&self) -> String {
        let text = self.text();
        let Some(start) = text.find("<script src=\"/_taiwa/preview.js\"") else { return text };
        let end = start + text[start..].find("</script>\n").unwrap() + "</script>\n".len();
        text[..start].to_owned() + &text[end..]
    }
}

impl Preview {
    /// Starts it, and waits until it has an address.
    #[track_caller]
    pub(crate) fn of(archive: &Archive) -> Self {
        Self::with(archive, &[])
    }

    /// Starts it with further arguments.
    #[track_caller]
    pub(crate) fn with(archive: &Archive, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_taiwa"))
            .args(["serve", "--port", "0", "--color", "never", "--as-of", "2026-11-22", "--root"])
            .arg(archive.root())
            .args(arguments)
            // Who runs the tests may have an editor that pages lead to.
            .env_remove("VISUAL")
            .env_remove("EDITOR")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let printed = Arc::new(Mutex::new(Vec::new()));
        listen(child.stdout.take().unwrap(), printed.clone());
        listen(child.stderr.take().unwrap(), printed.clone());
        let mut preview = Self { child, printed, port: 0, base: String::new() };
        let address = preview.line("  (Ctrl-C ends the preview)");
        let address = address.strip_prefix("http://127.0.0.1:").unwrap().split(' ').next().unwrap();
        let (port, base) = address.split_once('/').unwrap();
        preview.port = port.parse().unwrap();
        preview.base = format!("/{base}");
        preview
    }

    /// Waits for a line that holds a text.
    #[track_caller]
    pub(crate) fn line(&self, text: &str) -> String {
        let find = || self.printed().into_iter().find(|line| line.contains(text));
        until(find).unwrap_or_else(|| panic!("no line with `{text}` in {:#?}", self.printed()))
    }

    /// All lines so far.
    pub(crate) fn printed(&self) -> Vec<String> {
        self.printed.lock().unwrap().clone()
    }

    /// Its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Sends bytes and returns whatever comes back.
    pub(crate) fn raw(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // The server may have enough before everything is sent.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Asks for a path as it is, with further header lines.
    #[track_caller]
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = if headers.starts_with("Host:") { "" } else { "Host: localhost\r\n" };
        let request = format!("{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n");
        parse(&self.raw(request.as_bytes()))
    }

    /// Gets an address of the site, which is written from its root without a leading slash.
    #[track_caller]
    pub(crate) fn get(&self, address: &str) -> Answer {
        self.ask("GET", &format!("{}{address}", self.base), "")
    }

    /// Waits until the page at an address holds a text.
    #[track_caller]
    pub(crate) fn shows(&self, address: &str, text: &str) {
        let is_shown = || self.get(address).text().contains(text).then_some(());
        until(is_shown).unwrap_or_else(|| panic!("no `{text}` at {address}: {:#?}", self.printed()));
    }

    /// Opens the stream of events of a page.
    pub(crate) fn events(&self, file: &str) -> Events {
        let mut stream = self.connect();
        let request = format!("GET /_taiwa/events?file={file} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        Events(BufReader::new(stream))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The news of a page.
pub(crate) struct Events(BufReader<TcpStream>);

impl Events {
    /// The next message.
    #[track_caller]
    pub(crate) fn next(&mut self) -> serde_json::Value {
        let start = Instant::now();
        loop {
            let mut line = String::new();
            assert!(start.elapsed() < PATIENCE, "nothing new");
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// The next message that is as wanted.
    #[track_caller]
    pub(crate) fn until(&mut self, is_wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let mut last = None;
        loop {
            let news = self.next();
            if is_wanted(&news) {
                return news;
            }
            assert_ne!(last.replace(news.clone()), Some(news), "the same again");
        }
    }
}

/// Tries again until there is something, or for too long.
pub(crate) fn until<T>(find: impl Fn() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        match find() {
            None if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(10)),
            found => return found,
        }
    }
}

fn listen(output: impl Read + Send + 'static, printed: Arc<Mutex<Vec<String>>>) {
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            printed.lock().unwrap().push(line);
        }
    });
}

#[track_caller]
fn parse(answer: &[u8]) -> Answer {
    let end = answer.windows(4).position(|it| it == b"\r\n\r\n").unwrap_or_else(|| {
        panic!("no answer: {}", String::from_utf8_lossy(answer));
    });
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let (first, rest) = head.split_once("\r\n").unwrap_or((&head, ""));
    let headers = rest.split("\r\n").filter_map(|line| line.split_once(": "));
    Answer {
        status: first.split(' ').nth(1).unwrap().parse().unwrap(),
        headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
        body: answer[end + 4..].to_vec(),
    }
}
