//! Puts random bytes into every kind of file that taiwa reads, and looks for panics: `cargo run --release --example
//! random_bytes -- RUNS [SEED]`.
//!
//! Each run changes one file of an archive (strings and templates of a theme, registries, notes, the ledger, the stamps, the
//! lists that builds keep for themselves), checks the archive, tells what was found in every format, and builds it now and
//! then. The same seed makes the same runs. A file that causes a panic is written to `target/random-bytes/`. Progress goes
//! to standard error: a million runs take an hour or more of two processors.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs, io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    thread,
};
use taiwa::{
    config::Options,
    diagnostic::{write_github, write_json, write_sarif, write_text},
    lang::{Date, Lang},
    pipeline::{self, Checked, Workspace},
    source::Changes,
};
use walkdir::WalkDir;

#[path = "../tests/suite/support/numbers.rs"]
mod numbers;
use numbers::Numbers;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A build follows one check of so many; it takes as long as some hundred of them, since it renders every page.
const BUILDS: usize = 200;

/// The lists that builds keep are changed in one run of so many; only a build reads them.
const LISTS: usize = 50;

/// So many runs change files of one kind: a change between kinds may cost a theme that is read anew.
const STRETCH: usize = 20;

/// Progress is reported after so many runs.
const TOLD: usize = 10_000;

/// Text that has a meaning somewhere, or characters of more than one byte, or neither.
const PIECES: [&str; 48] = [
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{feff}",
    "\u{200b}",
    "\u{2028}",
    "\u{202e}",
    "\u{e0041}",
    "\u{3000}",
    "\r",
    "\r\n",
    "\t",
    "\n\n",
    "日本",
    "対話：",
    "é",
    "𠮷",
    "葛󠄀",
    "👩‍👩‍👧",
    "\"",
    "'",
    "`",
    "{",
    "}",
    "{{",
    "}}",
    "{%",
    "%}",
    "[[",
    "]]",
    "[",
    "]",
    "<!--",
    "-->",
    "<",
    "&#0;",
    "|",
    "---\n",
    "- ",
    ": ",
    "：",
    "#",
    "&a",
    "*a",
    "!!binary",
    "{ $x ->\n",
    "99999999999999999999",
    "../",
];

fn main() -> Outcome<()> {
    let mut arguments = env::args().skip(1);
    let runs: usize = arguments.next().as_deref().unwrap_or("1000").parse()?;
    let seed: u64 = arguments.next().as_deref().unwrap_or("1").parse()?;
    let threads = thread::available_parallelism()?.get();
    let found = thread::scope(|scope| {
        let searches: Vec<_> = (0..threads)
            .map(|number| scope.spawn(move || search(runs.div_ceil(threads), seed + number as u64)))
            .collect();
        searches
            .into_iter()
            .map(|search| search.join().unwrap_or(Err("a search ended".into())))
            .collect::<Vec<_>>()
    });
    let mut sound = 0;
    for found in found {
        sound += found?;
    }
    println!("{runs} runs, {sound} of them sound, no panic");
    Ok(())
}

/// How many runs were of an archive that could be built. Ends at the first panic.
fn search(runs: usize, seed: u64) -> Result<usize, String> {
    let mut archive = Archive::new(seed).map_err(|error| error.to_string())?;
    // The generator must not begin with zero.
    let mut numbers = Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut sound = 0;
    let mut kind = "";
    for run in 0..runs {
        if run % STRETCH == 0 {
            kind = pick_kind(&mut numbers);
        }
        let (path, bytes) = archive.change(kind, &mut numbers);
        let Ok(done) = catch_unwind(AssertUnwindSafe(|| archive.run(&path, &bytes, run % BUILDS == 0)))
        else {
            let kept = keep(&path, &bytes).map_err(|error| error.to_string())?;
            return Err(format!("run {run} of seed {seed} panicked over {path}; see {}", kept.display()));
        };
        sound += usize::from(done.map_err(|error| format!("{path}: {error}"))?);
        if (run + 1) % TOLD == 0 {
            eprintln!("seed {seed}: {} runs, {sound} of them sound", run + 1);
        }
    }
    Ok(sound)
}

/// Writes what caused a panic where it can be found.
fn keep(path: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let file = Path::new("target/random-bytes").join(path.replace('/', "-"));
    fs::create_dir_all("target/random-bytes")?;
    fs::write(&file, bytes)?;
    Ok(file)
}

/// A sound archive, in a folder that lasts as long as the value, of which one file at a time is another.
struct Archive {
    folder: tempfile::TempDir,
    workspace: Workspace,
    options: Options,
    /// Every file that is changed, by its path below the folder.
    files: BTreeMap<String, Vec<u8>>,
    /// The file that the last run changed.
    before: Option<String>,
}

impl Archive {
    fn new(seed: u64) -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix(&format!("taiwa-{seed}-")).tempdir()?;
        let root = folder.path();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/good/full");
        copy(&fixture.join("content"), &root.join("content"))?;
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default"), &root.join("themes/own"))?;
        let options = Options {
            root: root.to_owned(),
            output: root.join("output"),
            base_url: None,
            theme: None,
            drafts: true,
            as_of: Date::parse("2026-11-22")?.into(),
            strict: false,
            force: true,
            language: Lang::En,
        };
        let mut checked = pipeline::check(&options)?;
        pipeline::record(&checked, &options)?;
        fs::write(root.join("content/stamps.txt"), stamps())?;
        pipeline::build(&mut checked, &options, pipeline::BuildExtras::default())?
            .ok_or("the archive must be sound")?;
        let mut files = BTreeMap::new();
        for folder in ["content", "themes", "output/.taiwa", ".taiwa"] {
            files.extend(texts(root, folder)?);
        }
        Ok(Self { workspace: Workspace::new(options.clone()), folder, options, files, before: None })
    }

    /// A file of a kind, and other bytes for it.
    fn change(&self, kind_of_file: &str, numbers: &mut Numbers) -> (String, Vec<u8>) {
        let files: Vec<&String> = self.files.keys().filter(|path| kind(path) == kind_of_file).collect();
        let path = (*numbers.pick(&files)).clone();
        let mut bytes = self.files[&path].clone();
        for _ in 0..=numbers.below(4) {
            mutate(&mut bytes, numbers);
        }
        (path, bytes)
    }

    /// Checks the archive with a file of these bytes, and builds it if that is asked for, or if a build reads the file.
    /// Whether it could be built.
    fn run(&mut self, path: &str, bytes: &[u8], is_built: bool) -> Result<bool, String> {
        let root = self.folder.path().to_owned();
        let place = root.join(path);
        fs::write(&place, bytes).map_err(|error| error.to_string())?;
        let changed = [Some(path.to_owned()), self.before.take()].into_iter().flatten();
        let checked = self.workspace.check(&Changes::Paths(changed.collect()));
        let mut is_sound = false;
        // Where the whole folder or the theme cannot be read, that is an answer too.
        if let Ok(mut checked) = checked {
            report(&checked);
            is_sound = checked.is_publishable(false);
            if is_sound && (is_built || kind(path) == "lists") {
                // What stands in the way is reported, and put right.
                if pipeline::build(&mut checked, &self.options, pipeline::BuildExtras::default()).is_err() {
                    let _ = fs::remove_dir_all(self.options.output.join(".taiwa"));
                }
                report(&checked);
            }
        }
        self.before = Some(path.to_owned());
        let parent = place.parent().unwrap_or(&root);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&place, &self.files[path]))
            .map_err(|error| error.to_string())?;
        Ok(is_sound)
    }
}

/// A kind of file to change, as often as the others of its group, however many files it has. Files of a theme, which is then
/// read anew, and lists of builds, which only builds read, take long and are changed less often.
fn pick_kind(numbers: &mut Numbers) -> &'static str {
    let kinds = match numbers.below(LISTS) {
        0 => &["lists"][..],
        1..=5 => &["strings", "templates"],
        _ => &["ledger", "stamps", "notes", "registries"],
    };
    let kind: &&'static str = numbers.pick(kinds);
    kind
}

/// What a file is, so that each kind is tried as often.
fn kind(path: &str) -> &'static str {
    match path {
        _ if path.starts_with("output/") || path.starts_with(".taiwa/") => "lists",
        _ if path.contains("/strings/") => "strings",
        _ if path.starts_with("themes/") => "templates",
        "content/ledger.txt" => "ledger",
        "content/stamps.txt" => "stamps",
        _ if path.starts_with("content/meetings/") || path.starts_with("content/pages/") => "notes",
        _ => "registries",
    }
}

fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let at = numbers.below(bytes.len() + 1);
    let end = (at + numbers.below(40)).min(bytes.len());
    match numbers.below(8) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let stretch = bytes[at..end].to_vec();
            let other = numbers.below(bytes.len() + 1);
            bytes.splice(other..other, stretch);
        }
        3 => {
            let random = (0..=numbers.below(8)).map(|_| u8::try_from(numbers.below(256)).unwrap_or(0));
            let random: Vec<u8> = random.collect();
            bytes.splice(at..at, random);
        }
        4 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << numbers.below(8);
            }
        }
        5 => {
            let many = numbers.pick(&PIECES).repeat(numbers.below(100));
            bytes.splice(at..at, many.into_bytes());
        }
        _ => {
            bytes.splice(at..at, numbers.pick(&PIECES).bytes());
        }
    }
}

/// Reports what was found, in every format.
fn report(checked: &Checked) {
    let (found, sources) = (&checked.diagnostics, &checked.sources);
    let reported = write_text(&mut io::sink(), found, sources, Lang::Ja)
        .and_then(|()| write_json(&mut io::sink(), found, sources))
        .and_then(|()| write_github(&mut io::sink(), found, sources))
        .and_then(|()| write_sarif(&mut io::sink(), found, sources));
    drop(reported);
}

fn stamps() -> String {
    let hash = "0".repeat(64);
    format!("meetings/first.ja {hash} title={hash} commitment:share={hash} section:waves={hash}\n")
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for (path, bytes) in texts(from, "")? {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap_or(to))?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// The files below a folder, by their path below the root.
fn texts(root: &Path, folder: &str) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(root.join(folder)) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path: PathBuf = entry.path().strip_prefix(root)?.to_owned();
            files.insert(path.to_string_lossy().replace('\\', "/"), fs::read(entry.path())?);
        }
    }
    Ok(files)
}
