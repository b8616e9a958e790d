//! Times the stages of a build one by one, and whole builds: `cargo bench --bench stages`, or with a filter after `--`.
//!
//! The archives are those of examples/corpus.rs, in memory where the system has a folder for that. Every stage is given what
//! the one before made of the same archive.

#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panicking")]

#[path = "../examples/corpus.rs"]
#[allow(dead_code, reason = "the example's own main is not called")]
mod corpus;

use divan::{Bencher, black_box};
use mimalloc::MiMalloc;
use rayon::prelude::*;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use taiwa::{
    artifact::{Artifact, Content},
    config::Options,
    export,
    lang::{Date, Lang},
    link, pipeline,
    plan::{self, PlannedPage},
    publish::{self, Output},
    render::{self, Renderer},
    site::Site,
    source::{self, Before, Changes, Inventory, NoteDraft, RegistryDraft, Unread},
    theme::{self, Theme},
};
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// How many meetings the archives have.
const MEETINGS: [usize; 3] = [100, 1000, 5000];

fn main() {
    divan::main();
}

/// A folder in memory, or where temporary files lie.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// An archive, and what was made of it.
struct Archive {
    folder: TempDir,
}

impl Archive {
    fn of(meetings: usize) -> Self {
        let folder = folder();
        corpus::write(meetings, folder.path()).unwrap();
        Self { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn options(&self) -> Options {
        Options {
            root: self.root().to_owned(),
            output: self.output(),
            base_url: None,
            theme: None,
            drafts: false,
            as_of: Date::parse("2026-11-26").unwrap().into(),
            strict: false,
            force: false,
            language: Lang::En,
        }
    }

    fn output(&self) -> PathBuf {
        self.root().join("output")
    }

    fn read(&self) -> Inventory {
        source::walk(self.root(), &Before::default(), &Changes::All).unwrap()
    }

    fn parsed(&self) -> (RegistryDraft, Vec<Arc<NoteDraft>>) {
        let inventory = self.read();
        let registries = source::parse_registries(&inventory, &mut Unread::default(), &mut Vec::new());
        (registries, parse(&inventory))
    }

    fn linked(&self) -> Site {
        let (registries, drafts) = self.parsed();
        let (site, problems) =
            link::link(&registries, &drafts, Vec::new(), Unread::default(), &self.options());
        assert!(problems.is_empty());
        site
    }

    fn renderer(&self) -> (Renderer, Vec<PlannedPage>) {
        let site = self.linked();
        let (pages, _) = plan::plan(&site);
        let mut sources = self.read().sources;
        let files = theme::read(self.root(), "default", &mut sources).unwrap().unwrap();
        let theme = Theme::new(&files, &render::required_strings(), &render::CONSTANTS).ok().unwrap();
        (Renderer::new(Arc::new(site), Arc::new(theme), None, Vec::new), pages)
    }
}

fn parse(inventory: &Inventory) -> Vec<Arc<NoteDraft>> {
    let drafts = inventory.notes.par_iter().filter_map(|note| source::parse_note(note, &inventory.sources).0);
    drafts.map(Arc::new).collect()
}

fn render(renderer: &Renderer, pages: &[PlannedPage]) -> Vec<Artifact> {
    render::each(pages.par_iter(), |page| renderer.page(page)).ok().unwrap()
}

#[divan::bench(args = MEETINGS, sample_count = 10, sample_size = 1)]
fn stage_1_read(bencher: Bencher<'_, '_>, meetings: usize) {
    let archive = Archive::of(meetings);
    bencher.bench_local(|| archive.read());
}

#[divan::bench(args = MEETINGS, sample_count = 10, sample_size = 1)]
fn stage_2_parse(bencher: Bencher<'_, '_>, meetings: usize) {
    let inventory = Archive::of(meetings).read();
    bencher.bench_local(|| parse(&inventory));
}

#[divan::bench(args = MEETINGS, sample_count = 10, sample_size = 1)]
fn stage_3_link(bencher: Bencher<'_, '_>, meetings: usize) {
    let archive = Archive::of(meetings);
    let (registries, drafts) = archive.parsed();
    let options = archive.options();
    bencher.bench_local(|| link::link(&registries, &drafts, Vec::new(), Unread::default(), &options));
}

#[divan::bench(args = MEETINGS, sample_count = 10, sample_size = 1)]
fn stage_4_plan(bencher: Bencher<'_, '_>, meetings: usize) {
    let site = Archive::of(meetings).linked();
    bencher.bench_local(|| plan::plan(black_box(&site)));
}

#[divan::bench(args = MEETINGS, sample_count = 5, sample_size = 1)]
fn stage_5_export(bencher: Bencher<'_, '_>, meetings: usize) {
    let site = Arc::new(Archive::of(meetings).linked());
    let pages = Arc::new(plan::plan(&site).0);
    // The large files are made while they are written.
    let length = |file: &Artifact| match &file.content {
        Content::Bytes(bytes) => bytes.len(),
        Content::Large(large) => large.bytes().len(),
        Content::Copy(_) => 0,
    };
    bencher.bench_local(|| export::export(&site, &pages).par_iter().map(length).sum::<usize>());
}

/// All pages, with what they show made for the first time.
#[divan::bench(args = MEETINGS, sample_count = 5, sample_size = 1)]
fn stage_6_render(bencher: Bencher<'_, '_>, meetings: usize) {
    let archive = Archive::of(meetings);
    bencher.with_inputs(|| archive.renderer()).bench_local_refs(|(renderer, pages)| render(renderer, pages));
}

/// All pages into an empty folder.
#[divan::bench(args = MEETINGS, sample_count = 5, sample_size = 1)]
fn stage_7_publish(bencher: Bencher<'_, '_>, meetings: usize) {
    let archive = Archive::of(meetings);
    let (renderer, pages) = archive.renderer();
    let files = render(&renderer, &pages);
    bencher.with_inputs(folder).bench_local_refs(|folder| {
        let options = publish::OutputOptions {
            folder: &folder.path().join("output"),
            root: folder.path(),
            maker: String::new(),
            force: false,
        };
        let output = Output::open(options).unwrap();
        let stage = |file| output.stage(file, Some(1)).unwrap();
        let staged: Vec<_> = files.par_iter().map(stage).collect();
        output.publish(&staged).unwrap()
    });
}

fn build(options: &Options) {
    let mut checked = pipeline::check(options).unwrap();
    pipeline::build(&mut checked, options, pipeline::BuildExtras::default()).unwrap().unwrap();
}

/// The whole site into an empty folder.
#[divan::bench(args = MEETINGS, sample_count = 5, sample_size = 1)]
fn whole_1_new(bencher: Bencher<'_, '_>, meetings: usize) {
    let archive = Archive::of(meetings);
    let options = archive.options();
    let clear = || {
        let _ = fs::remove_dir_all(archive.output());
    };
    bencher.with_inputs(clear).bench_local_refs(|()| build(&options));
}

/// The whole site over one that is the same.
#[divan::bench(args = MEETINGS, sample_count = 5, sample_size = 1)]
fn whole_2_same(bencher: Bencher<'_, '_>, meetings: usize) {
    let archive = Archive::of(meetings);
    let options = archive.options();
    build(&options);
    bencher.bench_local(|| build(&options));
}
