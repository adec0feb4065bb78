//! Changes as text and as JSON.

use super::change::{Aspect, Change, Owner, Severity, What};
use serde_json::{Value, json};

/// For people: a line for each object, with its differing parts below, `-` from and `+` to.
pub fn text(changes: &[Change]) -> String {
    changes.iter().map(one).collect()
}

fn one(change: &Change) -> String {
    match &change.what {
        What::Added(definition) => format!("+ {}\n{}", change.object, lines('+', Some(definition))),
        What::Removed(definition) => format!("- {}\n{}", change.object, lines('-', Some(definition))),
        What::Changed(aspects) => {
            let parts: String = aspects.iter().map(aspect).collect();
            format!("~ {}\n{parts}", change.object)
        }
    }
}

fn aspect(aspect: &Aspect) -> String {
    let (from, to) = (aspect.from.as_ref(), aspect.to.as_ref());
    format!("    {}\n{}{}", aspect.name, lines('-', from), lines('+', to))
}

fn lines(sign: char, text: Option<&String>) -> String {
    text.into_iter().flat_map(|text| text.lines()).map(|line| format!("    {sign} {line}\n")).collect()
}

/// For programs: a list of
/// `{"kind", "name", "schema", "relation", "change": "added"|"removed"|"changed", "severity", "from", "to", "aspects"}`;
/// the definitions stand in `from` and `to` of the object or of each of its aspects.
pub fn json(changes: &[Change]) -> Value {
    Value::Array(changes.iter().map(as_json).collect())
}

fn as_json(change: &Change) -> Value {
    let (schema, relation) = match &change.object.of {
        Owner::Database => (None, None),
        Owner::Schema(schema) => (Some(schema), None),
        Owner::Relation(relation) => (Some(&relation.schema), Some(&relation.name)),
    };
    let (word, from, to) = match &change.what {
        What::Added(definition) => ("added", None, Some(definition)),
        What::Removed(definition) => ("removed", Some(definition), None),
        What::Changed(_) => ("changed", None, None),
    };
    let aspects = match &change.what {
        What::Changed(aspects) => aspects.as_slice(),
        _ => &[],
    };
    let aspects: Vec<Value> =
        aspects.iter().map(|aspect| json!({"name": aspect.name, "from": aspect.from, "to": aspect.to})).collect();
    json!({
        "kind": change.object.kind, "name": change.object.name, "schema": schema, "relation": relation,
        "change": word, "severity": severity(change.severity), "from": from, "to": to, "aspects": aspects,
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Security => "security",
        Severity::Structure => "structure",
        Severity::Note => "note",
    }
}
