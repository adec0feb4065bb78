//! `one_of:` — the texts that a column may have.

use super::scene::Scene;
use crate::catalog::{quote_identifier, quote_literal};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{DataType, TypeKind, suggestion};
use crate::source::{Span, Spanned};
use crate::spec::Text;
use std::collections::BTreeMap;

/// Types whose values are certainly no texts. Of all others, as those of an extension, nothing is said.
const NO_TEXTS: &[&str] =
    &["bigint", "boolean", "bytea", "double precision", "integer", "json", "jsonb", "numeric", "real", "smallint"];

/// The condition that it stands for.
pub(super) fn condition(column: &str, values: &[Text]) -> String {
    let values: Vec<String> = values.iter().map(|value| quote_literal(value)).collect();
    format!("{} in ({})", quote_identifier(column), values.join(", "))
}

/// Finds values that the column cannot have, or has twice.
pub(super) fn check(
    scene: &Scene<'_>,
    column: &Text,
    data_type: &DataType,
    values: &Spanned<Vec<Text>>,
    findings: &mut Vec<Diagnostic>,
) {
    let base = scene.names.beneath(data_type).last().unwrap_or(data_type);
    if data_type.array || base.array || NO_TEXTS.contains(&base.base.as_str()) {
        let message = format!("`one_of` lists texts, and `{}` is {}", column.value, data_type.sql);
        let help = instead(column, data_type.array || base.array, &values.value);
        findings.push(Diagnostic::new(Code::Contradiction, values.span, message).help(help));
    } else if values.value.is_empty() {
        let message = format!("`one_of` lists nothing, so `{}` could have no value", column.value);
        let finding = Diagnostic::new(Code::Contradiction, values.span, message);
        findings.push(finding.help("list the texts that it may have, or leave `one_of` out"));
    } else {
        repeated(&values.value, findings);
        of_enum(scene, base, &values.value, findings);
    }
}

/// What says the same of numbers and lists.
fn instead(column: &Text, array: bool, values: &[Text]) -> String {
    let name = quote_identifier(column);
    let number = |value: &Text| !array && value.parse::<f64>().is_ok_and(f64::is_finite);
    let literal = |value: &Text| if number(value) { value.value.clone() } else { quote_literal(value) };
    let listed: Vec<String> = values.iter().map(literal).collect();
    match array {
        true => format!("write `check: \"{name} <@ array[{}]\"`", listed.join(", ")),
        false => format!("write `check: \"{name} in ({})\"`", listed.join(", ")),
    }
}

fn repeated(values: &[Text], findings: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for value in values {
        if let Some(other) = seen.insert(value.as_str(), value.span) {
            findings.push(super::duplicate("value", value, value.span, other).help("leave one of them out"));
        }
    }
}

fn of_enum(scene: &Scene<'_>, base: &DataType, values: &[Text], findings: &mut Vec<Diagnostic>) {
    let declared = base.declared.as_ref().and_then(|name| scene.names.types.get(name));
    let Some(TypeKind::Enum(labels)) = declared else { return };
    for value in values.iter().filter(|value| !labels.contains(&value.value)) {
        let message = format!("`{}` is not a value of the enum {}", value.value, base.base);
        let finding = Diagnostic::new(Code::InvalidWord, value.span, message);
        findings.push(finding.help(match suggestion(value, labels.iter().map(String::as_str)) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("use some of {}", labels.join(", ")),
        }));
    }
}
