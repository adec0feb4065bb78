//! What a condition compares a column with: texts that it can have.

use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{ColumnUse, Expression, TypeKind, place, suggestion};
use crate::model::{ColumnId, TableId};
use crate::spec::Text;

/// Finds a column that is no condition, and texts that the column beside them never has.
pub(super) fn check(
    scene: &Scene<'_>,
    table: TableId,
    (text, expression): (&Text, &Expression),
    stands: &str,
    findings: &mut Vec<Diagnostic>,
) {
    for used in &expression.columns {
        let Some(id) = scene.draft(table).column(&used.column).map(ColumnId::new) else { continue };
        if used.start == 0 && used.end == expression.sql.len() {
            findings.extend(no_condition(scene, (table, id), text, stands));
        } else if let Some(labels) = labels(scene, table, id) {
            findings.extend(no_label(&labels, used, text, expression));
        }
    }
}

/// A bare column, where a condition belongs.
fn no_condition(scene: &Scene<'_>, (table, id): (TableId, ColumnId), text: &Text, stands: &str) -> Option<Diagnostic> {
    let found = &scene.typed(table, id).data_type;
    let plain = found.declared.is_none() && !found.base.contains('.') && !found.sql.is_empty();
    let asks = matches!(stands, "when" | "becomes" | "check" | "where");
    if !asks || !plain || found.sql == "boolean" {
        return None;
    }
    let message = format!("`{}` is {}, and no condition", scene.column_name(table, id), found.sql);
    Some(Diagnostic::new(Code::InvalidSql, text.span, message).help("compare it with something, or ask `is not null`"))
}

/// All texts that the column can have, where that is known.
fn labels<'s>(scene: &'s Scene<'_>, table: TableId, id: ColumnId) -> Option<Vec<&'s str>> {
    let (_, spec) = scene.draft(table).columns.get(id.index())?;
    let data_type = &scene.typed(table, id).data_type;
    let base = scene.names.beneath(data_type).last().filter(|base| !base.array && !data_type.array)?;
    match (&spec.one_of, base.declared.as_ref().and_then(|name| scene.names.types.get(name))) {
        (Some(values), _) => Some(values.value.iter().map(|value| value.as_str()).collect()),
        (None, Some(TypeKind::Enum(labels))) => Some(labels.iter().map(String::as_str).collect()),
        _ => None,
    }
}

/// `status = 'publishd'`: plainly compared, with a text that is nothing but written out.
fn no_label(labels: &[&str], used: &ColumnUse, text: &Text, expression: &Expression) -> Option<Diagnostic> {
    let sql = expression.sql.as_str();
    let before = sql.get(..used.start)?.trim_end();
    let behind = sql.get(used.end..)?.trim_start();
    let behind = ["=", "<>", "!="].iter().find_map(|sign| behind.strip_prefix(sign))?.trim_start();
    let (literal, rest) = behind.strip_prefix('\'')?.split_once('\'')?;
    let computed = rest.trim_start().starts_with(['\'', ':', '|']) || before.ends_with(|c: char| "|+-*/%:".contains(c));
    if computed || labels.contains(&literal) {
        return None;
    }
    let start = sql.len() - rest.len() - literal.len() - 1;
    // Names that got their schema have moved what stands behind them.
    let lead = text.len() - text.trim_start().len();
    let span = match sql == text.trim() {
        true => place(text, text.span, lead + start, lead + start + literal.len()),
        false => text.span,
    };
    let finding = Diagnostic::new(Code::InvalidWord, span, format!("`{}` is never `{literal}`", used.column));
    Some(finding.help(match suggestion(literal, labels.iter().copied()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("it is one of {}", labels.join(", ")),
    }))
}
