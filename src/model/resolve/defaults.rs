//! Defaults: text where the column is text-like, YAML where it is JSON or an array, SQL elsewhere.

use super::scene::Scene;
use crate::catalog::{quote_literal, without_length};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{DataType, TypeKind, suggestion};
use crate::source::{Node, NodeKind, ScalarStyle};
use crate::spec::Text;

/// What kind of values a type has, as far as defaults go.
enum Shape<'a> {
    Text,
    Enum(&'a [String]),
    Json,
    Other,
}

/// The default as SQL.
pub(super) fn default(
    scene: &Scene<'_>,
    data_type: &DataType,
    node: &Node,
    one_of: Option<&[Text]>,
    findings: &mut Vec<Diagnostic>,
) -> Option<String> {
    let shape = shape(scene, data_type);
    match &node.kind {
        NodeKind::Null => {
            let finding = Diagnostic::new(Code::InvalidDefault, node.span, "NULL is not a default");
            findings.push(finding.help("leave `default` out: a nullable column is NULL without one"));
            None
        }
        NodeKind::Scalar { text, .. } => Some(scalar(scene, (data_type, &shape), (node, text), one_of, findings)),
        NodeKind::Sequence(_) | NodeKind::Mapping(_) if matches!(shape, Shape::Json) && !data_type.array => {
            Some(format!("{}::{}", quote_literal(&json(node)), data_type.sql))
        }
        NodeKind::Sequence(items) if data_type.array => array(data_type, node, items, findings),
        NodeKind::Mapping(entries) if data_type.array && entries.is_empty() => {
            Some(format!("'{{}}'::{}", without_length(&data_type.sql)))
        }
        _ => {
            let message = format!("a column of type {} has no YAML list or map as its default", data_type.sql);
            findings.push(Diagnostic::new(Code::InvalidDefault, node.span, message).help("write the value as SQL"));
            None
        }
    }
}

fn shape<'a>(scene: &'a Scene<'_>, data_type: &DataType) -> Shape<'a> {
    let data_type = scene.names.beneath(data_type).last().unwrap_or(data_type);
    if data_type.array && data_type.declared.is_none() && !matches!(data_type.base.as_str(), "json" | "jsonb") {
        return Shape::Other;
    }
    match data_type.declared.as_ref().and_then(|name| scene.names.types.get(name)) {
        Some(TypeKind::Enum(labels)) => Shape::Enum(labels),
        Some(_) => Shape::Other,
        None => match data_type.base.as_str() {
            "text" | "character varying" | "character" | "bpchar" | "name" => Shape::Text,
            "json" | "jsonb" => Shape::Json,
            base if base == "citext" || base.ends_with(".citext") => Shape::Text,
            _ => Shape::Other,
        },
    }
}

fn scalar(
    scene: &Scene<'_>,
    (data_type, shape): (&DataType, &Shape<'_>),
    (node, text): (&Node, &str),
    one_of: Option<&[Text]>,
    findings: &mut Vec<Diagnostic>,
) -> String {
    let sql = text.contains('(') || text.contains("::") || text.starts_with('\'');
    if let Some(meant) = truth(text).filter(|_| data_type.sql == "boolean") {
        let finding = Diagnostic::new(Code::InvalidDefault, node.span, format!("`{text}` is not how SQL says {meant}"));
        findings.push(finding.help(format!("write `{meant}`")));
        return meant.to_string();
    }
    let value = matches!(shape, Shape::Text | Shape::Enum(_)) && !data_type.array && !sql;
    if !value {
        let looks_like_yaml = text.starts_with(['{', '[']);
        if looks_like_yaml && (data_type.array || matches!(shape, Shape::Json)) {
            let message = format!("`{text}` in quotes is SQL, and not the SQL of a {}", data_type.sql);
            let finding = Diagnostic::new(Code::InvalidDefault, node.span, message);
            findings.push(finding.help(format!("write it without quotes: `default: {text}`")));
        } else {
            let before = findings.len();
            let value = scene.constant(text, node.span, "default", findings);
            if findings.len() == before {
                findings.extend(super::fits::sql(scene, data_type, &value));
            }
            return value.sql;
        }
    }
    if let Shape::Enum(labels) = shape {
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        check_label(text, &labels, &format!("the enum {}", data_type.base), node, findings);
    }
    if let Some(values) = one_of {
        let values: Vec<&str> = values.iter().map(|value| value.as_str()).collect();
        check_label(text, &values, "its `one_of`", node, findings);
    }
    if matches!(shape, Shape::Text) {
        findings.extend(super::fits::literal(scene, data_type, text, node.span));
    }
    format!("{}::{}", quote_literal(text), without_length(&data_type.sql))
}

/// What YAML, and others, take for a truth value.
fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "1" => Some(true),
        "no" | "n" | "off" | "0" => Some(false),
        _ => None,
    }
}

fn check_label(text: &str, labels: &[&str], what: &str, node: &Node, findings: &mut Vec<Diagnostic>) {
    if labels.contains(&text) {
        return;
    }
    let finding = Diagnostic::new(Code::InvalidDefault, node.span, format!("`{text}` is not a value of {what}"));
    findings.push(finding.help(match suggestion(text, labels.iter().copied()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("use one of {}", labels.join(", ")),
    }));
}

/// `'{a,b}'::text[]`, as PostgreSQL writes array constants.
fn array(data_type: &DataType, node: &Node, items: &[Node], findings: &mut Vec<Diagnostic>) -> Option<String> {
    let json_items = matches!(data_type.base.as_str(), "json" | "jsonb");
    let mut parts = Vec::new();
    for item in items {
        parts.push(match &item.kind {
            NodeKind::Null => "NULL".to_owned(),
            _ if json_items => quoted(&json(item)),
            NodeKind::Scalar { text, .. } => quoted(text),
            NodeKind::Sequence(_) | NodeKind::Mapping(_) => {
                let finding =
                    Diagnostic::new(Code::InvalidDefault, node.span, "a list in a list is not understood here");
                findings.push(finding.help("write the value as SQL: `default: \"'{{1,2}}'::integer[]\"`"));
                return None;
            }
        });
    }
    Some(format!("{}::{}", quote_literal(&format!("{{{}}}", parts.join(","))), without_length(&data_type.sql)))
}

/// An element of an array constant.
fn quoted(text: &str) -> String {
    let plain = !text.is_empty()
        && !text.eq_ignore_ascii_case("null")
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/' | '@' | '+'));
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// A YAML value as JSON, keys in the author's order.
pub(super) fn json(node: &Node) -> String {
    match &node.kind {
        NodeKind::Null => "null".to_owned(),
        NodeKind::Scalar { text, style: ScalarStyle::Plain } if is_json_word(text) => text.clone(),
        NodeKind::Scalar { text, .. } => string(text),
        NodeKind::Sequence(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        NodeKind::Mapping(entries) => {
            let fields = entries.iter().map(|(key, value)| format!("{}: {}", string(key), json(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Numbers and truth values are not quoted.
fn is_json_word(text: &str) -> bool {
    matches!(text, "true" | "false") || serde_json::from_str::<serde_json::Number>(text).is_ok()
}

fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
