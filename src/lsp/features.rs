//! What is known of a place in a text, as the protocol has it.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse,
    CompletionTextEdit, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Documentation,
    GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverContents, HoverParams, Location, MarkupContent,
    OneOf, PrepareRenameResponse, ReferenceParams, RenameParams, SymbolKind, TextDocumentPositionParams,
    TextEdit, WorkspaceEdit, WorkspaceSymbol, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::{answers::Refusal, documents::ShownDocument, positions::LineIndex, renames, session::Session};
use crate::{
    ide::{self, CompletionKind, KnownArchive, NamedKind, OpenDocument, TextPlace},
    lang::say,
    pipeline::Checked,
    rename::{RenameKind, Renaming},
};

/// A place in a document that is open, with all that is known.
struct AskedPlace<'s> {
    archive: KnownArchive<'s>,
    document: OpenDocument<'s>,
    lines: LineIndex<'s>,
    offset: usize,
}

fn known(checked: &Checked) -> KnownArchive<'_> {
    KnownArchive { site: checked.site(), sources: &checked.sources, plan: checked.plan() }
}

fn document(shown: &ShownDocument) -> Option<OpenDocument<'_>> {
    Some(OpenDocument { path: shown.path.as_deref()?, text: &shown.text })
}

/// The place that is asked for: nothing where the document is not open, is not of the archive, or the archive cannot be read.
fn asked<'s>(session: &'s Session, at: &TextDocumentPositionParams) -> Option<AskedPlace<'s>> {
    let shown = session.documents.find(&at.text_document.uri)?;
    let lines = session.lines(shown);
    let offset = lines.byte(at.position);
    Some(AskedPlace { archive: known(session.checked()?), document: document(shown)?, lines, offset })
}

/// What is offered at the cursor. It is asked for with every letter: what was checked last is good enough.
pub(super) fn completions(session: &mut Session, params: &CompletionParams) -> Option<CompletionResponse> {
    session.archive_before();
    let at = asked(session, &params.text_document_position)?;
    let found = ide::completions(&at.archive, at.document, at.offset).into_iter().enumerate();
    let kind = &session.abilities.documentation;
    let items = found.map(|(index, found)| CompletionItem {
        label: found.label,
        kind: Some(completion_kind(found.kind)),
        detail: found.detail,
        documentation: found
            .documentation
            .map(|text| Documentation::MarkupContent(MarkupContent { kind: kind.clone(), value: text })),
        // The order is ours, and so is what fits: a title in either language finds an id.
        sort_text: Some(format!("{index:05}")),
        filter_text: at.document.text.get(found.replaced.start..at.offset).map(str::to_owned),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(
            at.lines.range(&found.replaced),
            found.inserted,
        ))),
        ..CompletionItem::default()
    });
    Some(CompletionResponse::List(CompletionList { is_incomplete: true, items: items.collect() }))
}

/// What is known of what stands at a place.
pub(super) fn hover(session: &mut Session, params: &HoverParams) -> Option<Hover> {
    session.archive_before();
    let at = asked(session, &params.text_document_position_params)?;
    let found = ide::hover(&at.archive, at.document, at.offset, session.language())?;
    let kind = session.abilities.hover.clone();
    let contents = HoverContents::Markup(MarkupContent { kind, value: found.markdown });
    Some(Hover { contents, range: Some(at.lines.range(&found.range)) })
}

/// Where what is named at a place is written.
pub(super) fn definitions(
    session: &mut Session,
    params: &GotoDefinitionParams,
) -> Option<GotoDefinitionResponse> {
    session.archive();
    let at = asked(session, &params.text_document_position_params)?;
    let found = ide::definitions(&at.archive, at.document, at.offset);
    Some(GotoDefinitionResponse::Array(locations(session, &found)))
}

/// Every place that names what is named at a place.
pub(super) fn references(session: &mut Session, params: &ReferenceParams) -> Option<Vec<Location>> {
    session.archive();
    let at = asked(session, &params.text_document_position)?;
    let with_definition = params.context.include_declaration;
    let found = ide::references(&at.archive, at.document, at.offset, with_definition);
    Some(locations(session, &found))
}

/// What a document holds.
pub(super) fn document_symbols(
    session: &Session,
    params: &DocumentSymbolParams,
) -> Option<DocumentSymbolResponse> {
    let shown = session.documents.find(&params.text_document.uri)?;
    let lines = session.lines(shown);
    let symbols = ide::document_symbols(document(shown)?);
    let symbols = symbols.into_iter().map(|symbol| document_symbol(symbol, &lines));
    Some(DocumentSymbolResponse::Nested(symbols.collect()))
}

/// What the archive holds by a name.
pub(super) fn workspace_symbols(
    session: &mut Session,
    params: &WorkspaceSymbolParams,
) -> Option<WorkspaceSymbolResponse> {
    session.archive();
    let found = ide::workspace_symbols(&known(session.checked()?), &params.query);
    let symbols = found.into_iter().filter_map(|(symbol, path)| {
        let place = TextPlace { path, range: symbol.selection };
        Some(WorkspaceSymbol {
            name: symbol.name,
            kind: symbol_kind(symbol.kind),
            tags: None,
            container_name: symbol.detail,
            location: OneOf::Left(locations(session, &[place]).pop()?),
            data: None,
        })
    });
    Some(WorkspaceSymbolResponse::Nested(symbols.collect()))
}

/// What would be renamed at a place.
pub(super) fn prepare_rename(
    session: &mut Session,
    params: &TextDocumentPositionParams,
) -> Option<PrepareRenameResponse> {
    session.archive();
    let at = asked(session, params)?;
    let named = ide::named_at(&at.archive, at.document, at.offset)?;
    let placeholder = at.document.text.get(named.range.clone())?.to_owned();
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: at.lines.range(&named.range), placeholder })
}

/// The edit that gives what is named at a place another id.
pub(super) fn rename(session: &mut Session, params: &RenameParams) -> Result<WorkspaceEdit, Refusal> {
    session.archive();
    let at = asked(session, &params.text_document_position);
    let named = at.and_then(|at| ide::named_at(&at.archive, at.document, at.offset));
    let named = named.ok_or_else(|| renames::refused(session, &say!("nothing-to-rename")))?;
    let renaming = Renaming::new(named.kind, &named.id, &params.new_name);
    let renaming = renaming.map_err(|why| renames::refused(session, &why))?;
    renames::edit(session, &renaming)
}

/// Places as the protocol has them. The texts are those that were checked last.
fn locations(session: &Session, places: &[TextPlace]) -> Vec<Location> {
    let Some(sources) = session.checked().map(|checked| &checked.sources) else { return Vec::new() };
    let mut lines: Option<(&str, LineIndex<'_>)> = None;
    let locations = places.iter().filter_map(|place| {
        let file = sources.file(sources.find(&place.path)?);
        // They come file by file.
        if lines.as_ref().is_none_or(|(path, _)| *path != file.path) {
            lines = Some((&file.path, session.lines_of(&file.path, &file.text)));
        }
        let (_, lines) = lines.as_ref()?;
        Some(Location::new(session.uri(&place.path)?, lines.range(&place.range)))
    });
    locations.collect()
}

fn document_symbol(symbol: ide::Symbol, lines: &LineIndex<'_>) -> DocumentSymbol {
    let children = symbol.children.into_iter().map(|symbol| document_symbol(symbol, lines));
    #[allow(deprecated, reason = "the protocol's type has a field that is not used any more")]
    DocumentSymbol {
        // A name that is empty is not allowed.
        name: if symbol.name.trim().is_empty() { "…".to_owned() } else { symbol.name },
        detail: symbol.detail,
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: lines.range(&symbol.range),
        selection_range: lines.range(&symbol.selection),
        children: Some(children.collect()),
    }
}

fn completion_kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Name(_) | CompletionKind::Anchor => CompletionItemKind::REFERENCE,
        CompletionKind::Key => CompletionItemKind::FIELD,
        CompletionKind::Value => CompletionItemKind::ENUM_MEMBER,
        CompletionKind::Reference => CompletionItemKind::KEYWORD,
        CompletionKind::File => CompletionItemKind::FILE,
    }
}

fn symbol_kind(kind: ide::SymbolKind) -> SymbolKind {
    let named = match kind {
        ide::SymbolKind::Named(named) => named,
        ide::SymbolKind::Heading => return SymbolKind::STRING,
        ide::SymbolKind::Setting => return SymbolKind::PROPERTY,
    };
    match named {
        NamedKind::Record(RenameKind::Meeting | RenameKind::Event) => SymbolKind::EVENT,
        NamedKind::Record(RenameKind::Person) => SymbolKind::VARIABLE,
        NamedKind::Record(RenameKind::Commitment) => SymbolKind::OBJECT,
        NamedKind::Record(_) => SymbolKind::NAMESPACE,
        NamedKind::Document | NamedKind::Page => SymbolKind::FILE,
        NamedKind::Level | NamedKind::Term => SymbolKind::CONSTANT,
    }
}
