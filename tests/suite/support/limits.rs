//! Runs the program within limits of memory and time.

use std::{
    env,
    fs::{self, File},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{Archive, Built};

/// The memory that a run may take, in KiB: 320 MiB. A list that grows is there twice while it is moved to a larger place.
const MEMORY: usize = 320 << 10;

/// When a run is taken for hanging. It is far more than any takes, also in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// Checks an archive, with its problems as JSON, within 320 MiB of memory.
///
/// `ulimit -d` bounds what a process allocates, stacks of threads included (`setrlimit(2)`, `RLIMIT_DATA`); beyond it an
/// allocation fails and the run with it. The number of threads is that of a small machine, since each has its stack.
#[track_caller]
pub(crate) fn check(archive: &Archive) -> Built {
    check_within(archive, MEMORY)
}

/// The same within so many KiB of memory.
#[track_caller]
fn check_within(archive: &Archive, memory: usize) -> Built {
    run(archive, &mut within(memory))
}

/// The program within so many KiB of memory.
fn within(memory: usize) -> Command {
    let program = env!("CARGO_BIN_EXE_taiwa");
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("ulimit -d {memory} && exec \"$0\" \"$@\"")).arg(program);
    command.env("RAYON_NUM_THREADS", "2");
    command
}

/// Builds an archive that holds the most that is read, within 600 MiB of memory.
#[track_caller]
pub(crate) fn built(archive: &Archive) -> Built {
    let mut command = within(600 << 10);
    command.arg("build").arg("--output").arg(archive.output());
    finished(archive, &mut command)
}

/// Checks an archive that is refused, within 200 MiB of memory.
#[track_caller]
pub(crate) fn refused(archive: &Archive) -> Built {
    check_within(archive, 200 << 10)
}

/// Asserts that a check within 200 MiB of memory tells just these problems, as [`Built::reported`] has them.
#[track_caller]
pub(crate) fn assert_refused(archive: &Archive, expected: &[&str]) {
    let checked = refused(archive);
    assert_eq!(checked.reported(), expected, "{}", checked.stderr);
}

/// Checks an archive that holds the most that is read, within 600 MiB of memory.
#[track_caller]
pub(crate) fn sound(archive: &Archive) -> Built {
    check_within(archive, 600 << 10)
}

/// Runs a command that ends in the program with the arguments of a check.
#[track_caller]
pub(crate) fn run(archive: &Archive, command: &mut Command) -> Built {
    finished(archive, command.args(["check", "--format", "json"]))
}

/// Runs a command of the program on an archive.
#[track_caller]
fn finished(archive: &Archive, command: &mut Command) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let [stdout, stderr] = ["stdout", "stderr"].map(|name| folder.path().join(name));
    let mut child = command
        .arg("--root")
        .arg(archive.root())
        .stdin(Stdio::null())
        .stdout(File::create(&stdout).unwrap())
        .stderr(File::create(&stderr).unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("the run was not over after {PATIENCE:?}");
        }
        thread::sleep(Duration::from_millis(5));
    };
    let [stdout, stderr] = [stdout, stderr].map(|file| fs::read_to_string(file).unwrap());
    let Some(status) = status.code() else { panic!("{status}: {stderr}") };
    Built { status, stdout, stderr, output: archive.output() }
}

/// Asserts that a check within the limits tells just these problems, as [`Built::reported`] has them.
#[track_caller]
pub(crate) fn assert_reported(archive: &Archive, expected: &[&str]) {
    let checked = check(archive);
    assert_eq!(checked.reported(), expected, "{}", checked.stderr);
    let errors = checked.problems().iter().any(|problem| problem["severity"] == "error");
    assert_eq!((checked.status, errors), (i32::from(errors), !expected.is_empty()), "{}", checked.stderr);
}

/// Asserts that a check within the limits tells this number of problems, all of this code and from this place on.
#[track_caller]
pub(crate) fn assert_many(archive: &Archive, count: usize, first: &str) {
    let checked = check(archive);
    let reported = checked.reported();
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    assert_eq!((reported.first().map(String::as_str), reported.len()), (Some(first), count));
    let code = first.rsplit(' ').next().unwrap();
    assert!(
        reported.iter().all(|reported| reported.ends_with(code)),
        "{:?}",
        reported.iter().find(|it| !it.ends_with(code))
    );
}
