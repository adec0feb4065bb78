//! From sources to a specification. Every object declares its keys once; nothing here looks a name up.

mod access;
mod can;
mod combine;
mod form;
mod functions;
mod keys;
mod merge;
mod objects;
mod partition;
mod reader;
mod root;
mod scalar;
mod table;
#[cfg(test)]
mod tests;
mod types;
mod words;

use serde_json::{Value, json};

use form::{Form, Schemas};
use reader::Reader;

use super::{Spec, TableSpec};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{NodeKind, Source, Sources, Span, Spanned, yaml};

/// Parses all files of a model into one specification. Goes on after an error.
pub fn parse(sources: &Sources) -> (Spec, Vec<Diagnostic>) {
    let mut reader = Reader::new(sources);
    let mut whole: Option<Spec> = None;
    for source in sources.iter() {
        let Some(spec) = read_file(&mut reader, source) else { continue };
        whole = Some(match whole {
            None => spec,
            Some(earlier) => merge::files(&mut reader, earlier, spec),
        });
    }
    let spec = with_defaults(&mut reader, whole);
    (spec, reader.findings)
}

/// The JSON Schema of the language, for editors.
pub fn json_schema() -> Value {
    let mut schemas = Schemas::default();
    let root = Spec::schema(&mut schemas);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "schemagen model",
        "allOf": [root],
        "definitions": schemas.definitions,
    })
}

/// A model as a person would have written it: short forms where they say it all, a table's access keys first.
pub fn format(spec: &Spec) -> String {
    Spec::write(spec).map(|root| root.to_text()).unwrap_or_default()
}

/// The keys of one table, a line each or more.
pub fn format_table(table: &TableSpec) -> String {
    TableSpec::write(table).map(|keys| keys.to_lines()).unwrap_or_default()
}

fn read_file(reader: &mut Reader<'_>, source: &Source) -> Option<Spec> {
    let (node, findings) = yaml::parse(source);
    reader.findings.extend(findings);
    let node = node?;
    match node.kind {
        NodeKind::Null => {
            let start = Span::new(source.id, 0, 0);
            let finding = Diagnostic::new(Code::EmptyModel, start, format!("nothing is written in `{}`", source.path));
            reader.report(finding.help("begin with `schemagen: 1`; `schemagen init` writes a model to start from"));
            None
        }
        NodeKind::Mapping(_) => Spec::read(reader, &node),
        _ => reader.wrong_shape(&node, "the keys of a model"),
    }
}

fn with_defaults(reader: &mut Reader<'_>, spec: Option<Spec>) -> Spec {
    let Some(mut spec) = spec else { return Spec::default() };
    if spec.version.value == 0 && !reader.findings.iter().any(|finding| finding.code == Code::UnsupportedVersion) {
        let start = Span::new(crate::source::SourceId(0), 0, 0);
        let finding = Diagnostic::new(Code::MissingKey, start, "a model needs `schemagen`");
        reader.report(finding.help("begin with `schemagen: 1`, the version of the language"));
    }
    refuse_through_children(reader, &spec);
    if spec.postgres.value == 0 {
        spec.postgres.value = 15;
    }
    if spec.schema.value.is_empty() {
        spec.schema.value = "public".to_owned();
    }
    spec
}

/// `through: <child table>` has no meaning yet.
fn refuse_through_children(reader: &mut Reader<'_>, spec: &Spec) {
    for (_, table) in &spec.tables {
        for through in table.allow.iter().filter_map(|rule| rule.through.as_ref()) {
            let is_column = table.columns.iter().any(|(column, _)| *column == *through);
            if !is_column && spec.tables.iter().any(|(name, _)| name == through) {
                let message = format!("`through` a table, `{}`, is reserved for a later version", through.value);
                let finding = Diagnostic::new(Code::ReservedWord, through.span, message);
                reader.report(finding.help(format!("write `to: {}.<column of a principal>`", through.value)));
            }
        }
    }
}

/// Whether the author wrote the key that this came from.
fn is_written<T>(value: &Spanned<T>) -> bool {
    value.span.end > value.span.start
}
