//! `rows:` — rows that a table always has.

use super::defaults;
use super::scene::Scene;
use crate::catalog::{Catalog, Column, Trigger};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, Model, TableId};
use crate::source::{Node, NodeKind, Span};
use crate::spec::{Entries, ManagedSpec};
use std::collections::{BTreeMap, BTreeSet};

/// Puts the rows of all tables into their hints.
pub(super) fn rows(scene: &Scene<'_>, catalog: &mut Catalog, findings: &mut Vec<Diagnostic>) {
    for id in scene.tables() {
        let draft = scene.draft(id);
        if let Some(first) = draft.spec.rows.first().filter(|_| draft.managed == ManagedSpec::No) {
            let message = format!("rows of `{}`, which is somebody else's", draft.name);
            let finding = Diagnostic::new(Code::Contradiction, place(first, draft.key), message);
            findings.push(finding.help("leave `rows` out, or say `managed: partly`"));
        }
        let mut keys = BTreeSet::new();
        let mut made = Vec::new();
        for spec in &draft.spec.rows {
            let row = row(scene, id, spec, findings);
            let key: Vec<Option<String>> = draft.primary_key().iter().map(|name| row.get(*name).cloned()).collect();
            check_key(scene, id, spec, &key, findings);
            if !key.is_empty() && !keys.insert(key) {
                let finding = Diagnostic::new(Code::InvalidRow, place(spec, draft.key), "two rows have the same key");
                findings.push(finding.help("remove one of them"));
            }
            made.push(row);
        }
        if let Some(table) = catalog.tables.get_mut(&draft.name) {
            table.hints.rows = made;
        }
    }
}

/// Rows that leave out what nothing else gives: they could not be put into a new table.
pub(super) fn whole(scene: &Scene<'_>, model: &Model, findings: &mut Vec<Diagnostic>) {
    for table in &model.tables {
        let draft = scene.draft(table.id);
        let Some(object) = model.base.tables.get(&table.name).filter(|_| !draft.spec.rows.is_empty()) else { continue };
        let filled: Vec<&str> = table.filled().map(|column| table.column(column).name.as_str()).collect();
        let before =
            |trigger: &Trigger| trigger.timing == "BEFORE" && trigger.events.iter().any(|e| e.event == "INSERT");
        if object.triggers.values().any(before) {
            continue;
        }
        let columns = object.columns.iter().filter(|column| is_asked(column, &model.base));
        let asked: Vec<&str> =
            columns.map(|column| column.name.as_str()).filter(|name| !filled.contains(name)).collect();
        for (spec, row) in draft.spec.rows.iter().zip(&object.hints.rows) {
            // What is left out is likely to be what is mistyped.
            if spec.iter().any(|(name, _)| draft.column(name).is_none()) {
                continue;
            }
            let given = |name: &str| row.contains_key(name) || spec.iter().any(|(key, _)| key.value == name);
            let missing: Vec<&str> = asked.iter().copied().filter(|name| !given(name)).collect();
            if !missing.is_empty() && !missing.iter().any(|name| draft.primary_key().contains(name)) {
                let message =
                    format!("the row does not give {}, which is NOT NULL and has no default", missing.join(", "));
                let finding = Diagnostic::new(Code::InvalidRow, place(spec, draft.key), message);
                findings.push(finding.help("give it a value in each row, or a default"));
            }
        }
    }
}

/// Nothing but the row itself gives the column a value.
fn is_asked(column: &Column, catalog: &Catalog) -> bool {
    let by_type =
        || catalog.domains.values().any(|domain| domain.name.sql() == column.data_type && domain.default.is_some());
    let given = column.default.is_some() || column.generated.is_some() || column.identity.is_some();
    column.not_null && !given && !by_type()
}

fn place(row: &Entries<Node>, otherwise: Span) -> Span {
    row.first().map_or(otherwise, |(name, _)| name.span)
}

/// A row is found again by its primary key, which it must give.
fn check_key(
    scene: &Scene<'_>,
    id: TableId,
    spec: &Entries<Node>,
    key: &[Option<String>],
    findings: &mut Vec<Diagnostic>,
) {
    let draft = scene.draft(id);
    let names = draft.primary_key();
    let missing: Vec<&str> =
        names.iter().zip(key).filter(|(_, value)| value.is_none()).map(|(name, _)| *name).collect();
    if names.is_empty() || !missing.is_empty() {
        let message = match names.is_empty() {
            true => format!("`{}` has no primary key by which its rows are found again", draft.name),
            false => format!("the row does not give its key: {}", missing.join(", ")),
        };
        let finding = Diagnostic::new(Code::InvalidRow, place(spec, draft.key), message);
        findings.push(finding.help("rows are upserted by the primary key: give it a value in each"));
    }
}

fn row(
    scene: &Scene<'_>,
    id: TableId,
    spec: &Entries<Node>,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let mut row = BTreeMap::new();
    for (name, node) in spec {
        let Some(column) = scene.column(id, name, findings) else { continue };
        if let Some(sql) = value(scene, id, column, node, findings) {
            row.insert(name.value.clone(), sql);
        }
    }
    row
}

/// A value as SQL: by the rules of defaults, but that NULL is a value and that other scalars than numbers, truth
/// values and SQL are literals of the column's type.
fn value(
    scene: &Scene<'_>,
    table: TableId,
    column: ColumnId,
    node: &Node,
    findings: &mut Vec<Diagnostic>,
) -> Option<String> {
    let typed = scene.typed(table, column);
    let data_type = &typed.data_type;
    match &node.kind {
        NodeKind::Null if typed.not_null => {
            let message = format!("`{}` is NOT NULL", scene.column_name(table, column));
            findings.push(Diagnostic::new(Code::InvalidRow, node.span, message).help("give it a value"));
            None
        }
        NodeKind::Null => Some("NULL".to_owned()),
        NodeKind::Scalar { text, .. } if is_literal(&data_type.base, text) && !data_type.array => {
            findings.extend(super::fits::literal(scene, data_type, text, node.span).map(of_row));
            Some(format!("{}::{}", crate::catalog::quote_literal(text), data_type.sql))
        }
        NodeKind::Scalar { .. } if matches!(data_type.base.as_str(), "json" | "jsonb") && !data_type.array => {
            Some(format!("{}::{}", crate::catalog::quote_literal(&defaults::json(node)), data_type.sql))
        }
        _ => {
            let mut found = Vec::new();
            let value = defaults::default(scene, data_type, node, None, &mut found);
            findings.extend(found.into_iter().map(of_row));
            value
        }
    }
}

/// A value that a column cannot have is a row that it cannot have.
fn of_row(mut finding: Diagnostic) -> Diagnostic {
    if finding.code == Code::InvalidDefault {
        finding.code = Code::InvalidRow;
    }
    finding
}

fn is_literal(base: &str, text: &str) -> bool {
    let sql = text.contains('(') || text.contains("::") || text.starts_with('\'');
    let numeric = matches!(
        base,
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision" | "boolean" | "json" | "jsonb" | ""
    );
    !sql && !numeric
}
