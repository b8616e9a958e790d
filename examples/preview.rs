//! Measures the preview on an archive that examples/corpus.rs made: `cargo run --release --example preview -- DIR`.
//!
//! It prints how long it takes from a save to the new bytes, with and without the wait for the end of a burst, and while
//! somebody reads on; how long requests wait meanwhile; and how much memory it takes, also after ten thousand edits.

use mimalloc::MiMalloc;
use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use taiwa::{
    cmd,
    config::Options,
    lang::{Date, Lang},
    path,
    pipeline::{Preview, Workspace},
    serve,
    source::Changes,
};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

const NOTE: &str = "content/meetings/5/meeting-500.en.md";
const TRACKS: &str = "content/tracks.yaml";
const OTHER: &str = "ja/commitments/meeting-900/commitment-3/";

/// What is edited: a file, how a mark is put into its text, and the page that shows it then.
struct Edit {
    what: &'static str,
    path: &'static str,
    page: &'static str,
    put: fn(&str, &str) -> String,
}

const EDITS: [Edit; 3] = [
    Edit {
        what: "note",
        path: NOTE,
        page: "en/meetings/meeting-500/",
        put: |text, mark| format!("{text}\n{mark}\n"),
    },
    Edit {
        what: "commitment",
        path: NOTE,
        page: "en/commitments/meeting-500/commitment-0/",
        put: |text, mark| text.replacen("    text: ", &format!("    text: {mark} "), 1),
    },
    Edit {
        what: "track's title",
        path: TRACKS,
        page: "en/tracks/track-7/",
        put: |text, mark| text.replace("Track 7", mark),
    },
];

impl Edit {
    /// The text that the file has, by its path.
    fn text<'t>(&self, note: &'t str, tracks: &'t str) -> &'t str {
        if self.path == NOTE { note } else { tracks }
    }

    /// Another text of the file, and what shows it.
    fn edited(&self, text: &str, number: usize) -> (String, String) {
        let mark = format!("Edit {number}.");
        ((self.put)(text, &mark), mark)
    }
}

fn main() -> Outcome<()> {
    let root = PathBuf::from(
        env::args().nth(1).ok_or("usage: preview DIR, where DIR is a corpus of 1000 meetings")?,
    );
    let note = fs::read_to_string(root.join(NOTE))?;
    let tracks = fs::read_to_string(root.join(TRACKS))?;
    let measured = measure(&root, &note, &tracks);
    fs::write(root.join(NOTE), note)?;
    fs::write(root.join(TRACKS), tracks)?;
    measured
}

fn measure(root: &Path, note: &str, tracks: &str) -> Outcome<()> {
    within(root, note, tracks)?;
    let start = Instant::now();
    let port = start_server(root)?;
    println!("first page after the start: {:.2} s", start.elapsed().as_secs_f64());
    saves_of_all(root, note, tracks, port, 1000, "to its new bytes")?;
    let is_done = Arc::new(AtomicBool::new(false));
    let reader = {
        let is_done = is_done.clone();
        thread::spawn(move || read_on(port, &is_done))
    };
    saves_of_all(root, note, tracks, port, 2000, "while somebody reads on")?;
    is_done.store(true, Ordering::Relaxed);
    let mut waits = reader.join().map_err(|_| "the reader failed")?;
    report(&format!("a reader's {} requests meanwhile", waits.len()), &mut waits);
    println!("memory at the most: {} MiB", memory("VmHWM")?);
    grow(root, note)
}

/// The same without a server and without waiting for the end of a burst: from the save to the bytes of the page.
fn within(root: &Path, note: &str, tracks: &str) -> Outcome<()> {
    let mut workspace = Workspace::new(options(root)?);
    let mut preview = shown(&mut workspace, &Changes::All)?;
    for edit in &EDITS {
        let mut times = Vec::new();
        for number in 0..40 {
            let (text, mark) = edit.edited(edit.text(note, tracks), number);
            let start = Instant::now();
            fs::write(root.join(edit.path), text)?;
            let before = preview;
            preview = shown(&mut workspace, &Changes::Paths(BTreeSet::from([edit.path.to_owned()])))?;
            let page = preview.page(&path::file_of(edit.page)).ok_or("no such page")?;
            let bytes = preview.render(page).map_err(|_| "the page cannot be rendered")?;
            times.push(start.elapsed());
            if !String::from_utf8_lossy(&bytes).contains(&mark) {
                return Err("the page does not show the edit".into());
            }
            drop(before);
        }
        report(&format!("without waiting: a {}", edit.what), &mut times);
    }
    Ok(())
}

fn options(root: &Path) -> Outcome<Options> {
    Ok(Options {
        root: root.to_owned(),
        output: root.join("output"),
        base_url: None,
        theme: None,
        drafts: true,
        as_of: Date::parse("2026-11-22")?.into(),
        strict: false,
        force: false,
        language: Lang::En,
    })
}

fn shown(workspace: &mut Workspace, changes: &Changes) -> Outcome<Preview> {
    let checked = workspace.check(changes)?;
    Preview::new(checked, false).map_err(|_| "the archive has errors".into())
}

/// Starts the program's own command in a thread, and waits for the first page.
fn start_server(root: &Path) -> Outcome<u16> {
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let (port_text, root) = (port.to_string(), root.display().to_string());
    let args = ["taiwa", "serve", "--quiet", "--port", &port_text, "--root", &root].map(Into::into);
    thread::spawn(move || cmd::run(args.into()));
    while !get(port, OTHER).is_ok_and(|page| page.contains("</html>") && page.starts_with("HTTP/1.1 200")) {
        thread::sleep(Duration::from_millis(5));
    }
    Ok(port)
}

fn saves_of_all(root: &Path, note: &str, tracks: &str, port: u16, first: usize, how: &str) -> Outcome<()> {
    for edit in &EDITS {
        let mut times = saves(root, edit, edit.text(note, tracks), port, first)?;
        report(&format!("save of a {} {how}", edit.what), &mut times);
        // The next shows its own page only.
        fs::write(root.join(edit.path), edit.text(note, tracks))?;
        thread::sleep(Duration::from_millis(300));
    }
    Ok(())
}

/// Saves a file again and again, and waits each time until the page shows it, as a browser does: it asks for the page once it
/// is told that there is another.
fn saves(root: &Path, edit: &Edit, text: &str, port: u16, first: usize) -> Outcome<Vec<Duration>> {
    let mut times = Vec::new();
    let mut news = News::listen(port, edit.page)?;
    for number in first..first + 30 {
        let (text, mark) = edit.edited(text, number);
        let start = Instant::now();
        fs::write(root.join(edit.path), text)?;
        loop {
            news.wait()?;
            if get(port, edit.page)?.contains(&mark) {
                break;
            }
        }
        times.push(start.elapsed());
        thread::sleep(Duration::from_millis(300));
    }
    Ok(times)
}

/// What the preview tells a browser that shows a page.
struct News(BufReader<TcpStream>);

impl News {
    fn listen(port: u16, address: &str) -> Outcome<Self> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let file = path::file_of(address);
        write!(stream, "GET /_taiwa/events?file={file} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        let mut news = Self(BufReader::new(stream));
        // What the page shows now.
        news.wait()?;
        Ok(news)
    }

    /// Waits until the preview tells something.
    fn wait(&mut self) -> Outcome<()> {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            if self.0.read_line(&mut line)? == 0 {
                return Err("the preview tells nothing any more".into());
            }
        }
        Ok(())
    }
}

/// Asks for a page without pause; how long each answer took.
fn read_on(port: u16, is_done: &AtomicBool) -> Vec<Duration> {
    let mut times = Vec::new();
    while !is_done.load(Ordering::Relaxed) {
        let start = Instant::now();
        if get(port, OTHER).is_ok() {
            times.push(start.elapsed());
        }
        thread::sleep(Duration::from_millis(5));
    }
    times
}

fn get(port: u16, address: &str) -> Outcome<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    write!(stream, "GET /{address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// Ten thousand edits of one note of a small archive: what is kept must not grow with them.
fn grow(root: &Path, note: &str) -> Outcome<()> {
    let folder = root.join("few");
    fs::create_dir_all(folder.join("content/meetings"))?;
    for name in ["site", "dialogues", "delegations", "tracks", "organizations"] {
        fs::copy(root.join(format!("content/{name}.yaml")), folder.join(format!("content/{name}.yaml")))?;
    }
    let note: String = note.split_inclusive('\n').filter(|line| !line.contains("continues:")).collect();
    let mut workspace = Workspace::new(options(&folder)?);
    let server = serve::Server::start(
        serve::listen([127, 0, 0, 1].into(), 0).map_err(|error| error.message().text(Lang::En))?,
        None,
        Box::new(|_, _| ()),
    )?;
    let mut sizes = Vec::new();
    for number in 0..10_000 {
        // Each under a name of its own: what was known of the last one has to go.
        let path = format!("content/meetings/meeting-{number}.en.md");
        fs::write(folder.join(&path), EDITS[0].edited(&note, number).0)?;
        let mut changes = BTreeSet::from([path]);
        if number > 0 {
            let before = format!("content/meetings/meeting-{}.en.md", number - 1);
            fs::remove_file(folder.join(&before))?;
            changes.insert(before);
        }
        let changes = Changes::Paths(changes);
        server.show(shown(&mut workspace, &changes)?, &changes).map_err(|_| "the theme has errors")?;
        if number % 2_000 == 1_999 {
            sizes.push(memory("VmRSS")?);
        }
    }
    fs::remove_dir_all(&folder)?;
    println!("memory after 2,000, 4,000, … and 10,000 edits, in MiB: {sizes:?}");
    Ok(())
}

/// A line of what Linux says of this process, in MiB.
fn memory(key: &str) -> Outcome<usize> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    let size = line.and_then(|line| line.split_whitespace().next()).ok_or("no such line")?;
    Ok(size.parse::<usize>()? / 1024)
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: usize| times.get((times.len() * part / 100).min(times.len().saturating_sub(1)));
    let text = |time: Option<&Duration>| {
        format!("{:.1} ms", time.copied().unwrap_or_default().as_secs_f64() * 1000.0)
    };
    println!(
        "{what}: median {}, 99 of 100 within {}, longest {}",
        text(at(50)),
        text(at(99)),
        text(times.last())
    );
}
