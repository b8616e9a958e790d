//! Diagnostics as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), one log with one run.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::io::{self, Write};

use super::{Code, Diagnostic, Place, Severity, Sources, positions::Positions};
use crate::path;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes one log. It holds a rule for every code, whether the run reported it or not.
///
/// # Errors
///
/// Those of the writer.
pub fn write_sarif(out: &mut impl Write, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code)).collect();
    let positions = Positions::of(diagnostics, sources);
    let results = Results { diagnostics, sources, positions };
    let driver = json!({ "name": "taiwa", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = Run { column_kind: "unicodeCodePoints", results, tool: json!({ "driver": driver }) };
    let log = Log { schema: SCHEMA, runs: [run], version: "2.1.0" };
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"  ");
    log.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, formatter))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<'a>; 1],
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    column_kind: &'static str,
    results: Results<'a>,
    tool: Value,
}

/// Each result is made when it is written: of all together, memory would take many times what is written.
struct Results<'a> {
    diagnostics: &'a [Diagnostic],
    sources: &'a Sources,
    positions: Positions,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.diagnostics.iter().map(|it| result(it, self.sources, &self.positions)))
    }
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.meaning() },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, sources: &Sources, positions: &Positions) -> Value {
    let text = match &diagnostic.help {
        Some(help) => format!("{}; {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let related: Vec<Value> = diagnostic
        .related
        .iter()
        .map(|related| {
            let mut location = location(&related.place, sources, positions);
            location["message"] = json!({ "text": related.message });
            location
        })
        .collect();
    let rule = Code::ALL.iter().position(|code| *code == diagnostic.code);
    json!({
        "ruleId": diagnostic.code.name(),
        "ruleIndex": rule,
        "level": level(diagnostic.severity),
        "message": { "text": text },
        "locations": [location(&diagnostic.place, sources, positions)],
        "relatedLocations": related,
    })
}

fn location(place: &Place, sources: &Sources, positions: &Positions) -> Value {
    let (start_line, start_column) = positions.start(place);
    let (end_line, end_column) = positions.end(place);
    let region = json!({
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
    });
    let artifact = json!({ "uri": path::encoded(sources.path(place.source)), "uriBaseId": "%SRCROOT%" });
    json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } })
}
