//! An archive that is open in an editor: its texts, what was checked of it last, and what the editor was told.

use lsp_types::{DidChangeTextDocumentParams, DidOpenTextDocumentParams, InitializeParams, Uri};
use std::{
    collections::BTreeSet,
    mem,
    path::{Path, PathBuf},
    rc::Rc,
};

use super::{
    abilities::ClientAbilities,
    diagnostics::Published,
    documents::{ShownDocument, ShownDocuments},
    places,
    positions::LineIndex,
};
use crate::{
    config::{AsOf, Options},
    lang::Lang,
    pipeline::{Checked, Workspace},
    source::Changes,
};

/// Takes what changed on the disk, and says whether anybody listens still.
pub type ChangeReport = Box<dyn Fn(Changes) -> bool + Send>;

/// Begins to watch the files below a root.
pub type StartWatch = Box<dyn Fn(PathBuf, ChangeReport)>;

/// What a server is started with.
pub struct LspSetup {
    /// What an archive is checked with. Its root is that of a client that names none.
    pub options: Options,
    /// The day that the site is of, when it is asked for.
    pub as_of: Box<dyn Fn() -> AsOf>,
    /// Whether the client's locale decides in which language it is spoken to.
    pub is_locale_heard: bool,
    /// Watches for a client that does not; without it, what changed is looked for when a file is saved.
    pub watch: Option<StartWatch>,
}

/// An archive that is open in an editor.
pub(super) struct Session {
    pub(super) root: PathBuf,
    pub(super) abilities: ClientAbilities,
    pub(super) documents: ShownDocuments,
    pub(super) workspace: Workspace,
    pub(super) setup: Rc<LspSetup>,
    pub(super) published: Published,
    /// Whether the client was told what was checked last.
    pub(super) is_published: bool,
    /// Whether the client is ready to be told anything.
    pub(super) is_begun: bool,
    /// Whether somebody tells what changes on the disk.
    pub(super) is_watched: bool,
    /// What was checked last; nothing where the archive cannot be read at all.
    checked: Option<Checked>,
    /// What was checked before.
    gone: Vec<Checked>,
    /// Why the archive cannot be read at all.
    failure: Option<String>,
    /// What may have changed on the disk since.
    changes: Option<Changes>,
    /// The files whose texts in the editor are others since.
    edited: BTreeSet<String>,
}

impl Session {
    pub(super) fn new(setup: Rc<LspSetup>, params: &InitializeParams) -> Self {
        let root = root(params, &setup.options.root);
        let locale = params.locale.as_deref().filter(|_| setup.is_locale_heard);
        let language = locale.map_or(setup.options.language, Lang::of_locale);
        let output = root.join("output");
        let options = Options { root: root.clone(), output, language, ..setup.options.clone() };
        Self {
            abilities: ClientAbilities::new(params),
            documents: ShownDocuments::default(),
            workspace: Workspace::new(options),
            published: Published::default(),
            is_published: false,
            is_begun: false,
            is_watched: true,
            checked: None,
            gone: Vec::new(),
            failure: None,
            changes: Some(Changes::All),
            edited: BTreeSet::new(),
            setup,
            root,
        }
    }

    /// The language in which the client is spoken to.
    pub(super) fn language(&self) -> Lang {
        self.workspace.options().language
    }

    pub(super) fn open(&mut self, params: DidOpenTextDocumentParams) {
        let opened = self.documents.open(&self.root, params);
        self.edited.extend(opened.path.clone());
    }

    /// Whether the document is open.
    pub(super) fn change(&mut self, params: &DidChangeTextDocumentParams) -> bool {
        let changed = self.documents.change(params, self.abilities.unit);
        self.edited.extend(changed.and_then(|document| document.path.clone()));
        changed.is_some()
    }

    pub(super) fn close(&mut self, uri: &Uri) {
        let Some(closed) = self.documents.close(uri) else { return };
        if let Some(path) = closed.path {
            // What the file says now is not known: it was not read while it was open.
            self.changed(Changes::Paths([path.clone()].into()));
            self.edited.insert(path);
        }
    }

    /// Notes that files may be others on the disk.
    pub(super) fn changed(&mut self, changes: Changes) {
        match &mut self.changes {
            Some(before) => before.extend(changes),
            none => *none = Some(changes),
        }
    }

    /// Whether a file is of the archive, by its path from the root.
    pub(super) fn is_input(path: &str) -> bool {
        ["content", "themes"].contains(&path.split('/').next().unwrap_or_default())
    }

    /// Whether something changed since the archive was checked last.
    pub(super) fn is_stale(&self) -> bool {
        self.changes.is_some() || !self.edited.is_empty()
    }

    /// Whether another day has come since.
    pub(super) fn is_another_day(&self) -> bool {
        self.workspace.is_another_day((self.setup.as_of)())
    }

    /// The archive as it is now, checked again if anything changed; nothing where it cannot be read at all.
    pub(super) fn archive(&mut self) -> Option<&Checked> {
        if self.is_stale() || (self.checked.is_none() && self.failure.is_none()) {
            self.check();
        }
        self.checked.as_ref()
    }

    /// Sees to it that the archive was checked once.
    pub(super) fn archive_before(&mut self) {
        if self.checked.is_none() {
            self.archive();
        }
    }

    /// Lets go of what was checked before: it is large, and nobody waits now.
    pub(super) fn tidy(&mut self) {
        self.gone.clear();
    }

    /// What was checked last, which may be older than the texts.
    pub(super) fn checked(&self) -> Option<&Checked> {
        self.checked.as_ref()
    }

    /// Whether the archive was checked, whatever came of it.
    pub(super) fn is_checked(&self) -> bool {
        self.checked.is_some() || self.failure.is_some()
    }

    /// Why the archive cannot be read at all.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// Checks the archive with the texts of the editor over those of the files.
    pub(super) fn check(&mut self) {
        for path in mem::take(&mut self.edited) {
            let text = self.documents.at(&path).map(|document| document.text.as_str());
            self.workspace.set_text(&path, text);
        }
        self.workspace.set_as_of((self.setup.as_of)());
        self.is_published = false;
        let changes = self.changes.take().unwrap_or_else(|| Changes::Paths(BTreeSet::new()));
        match self.workspace.check(&changes) {
            Ok(checked) => {
                self.gone.extend(self.checked.replace(checked));
                self.failure = None;
            }
            Err(error) => {
                self.checked = None;
                self.failure = Some(error.to_string());
                // What was read until then is not known.
                self.workspace.forget();
            }
        }
    }

    /// The lines of a document.
    pub(super) fn lines<'d>(&self, document: &'d ShownDocument) -> LineIndex<'d> {
        LineIndex::of_buffer(&document.text, self.abilities.unit)
    }

    /// The lines of a text of the archive: as the editor shows it, where it does.
    pub(super) fn lines_of<'t>(&self, path: &str, text: &'t str) -> LineIndex<'t> {
        match self.documents.at(path) {
            Some(_) => LineIndex::of_buffer(text, self.abilities.unit),
            None => LineIndex::of_file(text, self.abilities.unit),
        }
    }

    /// The address of a file by its path from the root: the editor's own, where it shows the file.
    pub(super) fn uri(&self, path: &str) -> Option<Uri> {
        self.documents.at(path).map(|it| it.uri.clone()).or_else(|| places::uri(&self.root, path))
    }
}

/// The first folder that the client names and that holds an archive; where none does, the first, and where it names none, the
/// one of the command line.
fn root(params: &InitializeParams, otherwise: &Path) -> PathBuf {
    let folders = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
    #[allow(deprecated, reason = "older clients name their folder so")]
    let folders: Vec<_> = folders.chain(&params.root_uri).filter_map(places::folder).collect();
    let with_archive = folders.iter().find(|folder| places::holds_archive(folder));
    with_archive.or(folders.first()).cloned().unwrap_or_else(|| otherwise.to_owned())
}
