//! Partitioned tables and their partitions.

use super::draft::Draft;
use super::names::{invalid_word, split};
use super::tables::Tables;
use crate::catalog::{Column, ObjectName, PartitionBy, PartitionOf, QualifiedName, Table, TableHints, quote_literal};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::TableId;
use crate::source::Span;
use crate::spec::{PartitionBySpec, PartitionSpec, Text};

/// `partition_by:` of a table.
pub(super) fn partition_by(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let draft = tables.scene.draft(id);
    let Some(spec) = &draft.spec.partition_by else {
        if let Some((name, _)) = draft.spec.partitions.first() {
            let finding = Diagnostic::new(Code::Incomplete, name.span, "partitions of a table that is not partitioned");
            tables.findings.push(finding.help("add `partition_by: {range: [column]}`"));
        }
        return;
    };
    let strategy = spec.strategy.to_ascii_uppercase();
    if !matches!(strategy.as_str(), "RANGE" | "LIST" | "HASH") {
        tables.findings.push(invalid_word("`partition_by`", &spec.strategy, &["range", "list", "hash"]));
    }
    one_column_of_a_list(&strategy, spec, tables.findings);
    let keys = super::keys::sql_keys(tables, id, &spec.keys, "partition_by");
    if let Some((name, _)) = draft.spec.with.first() {
        let message = "storage parameters of a partitioned table, which stores nothing itself";
        let finding = Diagnostic::new(Code::Contradiction, name.span, message);
        tables
            .findings
            .push(finding.help("give them to a partition of its own: a table with `partition_of` and `with`"));
    }
    unique_keys_hold(tables, table, spec, &keys.iter().filter_map(|key| key.column.clone()).collect::<Vec<_>>());
    let keys: Vec<String> = keys.into_iter().map(|key| key.sql).collect();
    table.partition_by = Some(PartitionBy { definition: format!("{strategy} ({})", keys.join(", ")) });
}

/// `list: [a, b]`
fn one_column_of_a_list(strategy: &str, spec: &PartitionBySpec, findings: &mut Vec<Diagnostic>) {
    if let Some(second) = spec.keys.get(1).filter(|_| strategy == "LIST") {
        let finding = Diagnostic::new(Code::Contradiction, second.span, "a list has the values of one column");
        findings.push(finding.help("partition by one of them, or by `range`"));
    }
}

/// A unique key of a partitioned table has all the columns that it is partitioned by.
fn unique_keys_hold(tables: &mut Tables<'_, '_>, table: &Table, spec: &PartitionBySpec, keys: &[String]) {
    for key in table.primary_key.iter().chain(table.uniques.values()) {
        // That there is no such column was said already.
        let known = |name: &String| table.columns.iter().any(|column| column.name == *name);
        if let Some(missing) = keys.iter().find(|name| known(name) && !key.columns.contains(name)) {
            let message = format!("the key `{}` lacks `{missing}`, by which the table is partitioned", key.name);
            let finding = Diagnostic::new(Code::Contradiction, spec.strategy.span, message);
            tables.findings.push(finding.help(format!("add `{missing}` to the key")));
        }
    }
}

/// The names of a table's partitions: authors choose them.
pub(super) fn names(draft: &Draft<'_>) -> Vec<(QualifiedName, Span)> {
    draft.spec.partitions.iter().map(|(key, _)| (child_name(&draft.name, key), key.span)).collect()
}

/// The partitions of a table, each a table of its own.
pub(super) fn partitions(tables: &mut Tables<'_, '_>, id: TableId, parent: &Table) {
    let draft = tables.scene.draft(id);
    for (key, spec) in &draft.spec.partitions {
        let name = child_name(&parent.name, key);
        // a partition is called after its table, and goes with it to another name
        let old = parent.hints.renamed_from.as_ref().map(|old| QualifiedName::new(&parent.name.schema, old));
        let old = old.map(|old| child_name(&old, key).name).filter(|old| *old != name.name);
        let child = Table {
            name: name.clone(),
            hints: TableHints { renamed_from: old, ..TableHints::default() },
            columns: parent.columns.iter().map(|column| Column { comment: None, ..column.clone() }).collect(),
            partition_of: Some(PartitionOf { parent: parent.name.clone(), bound: bound(spec) }),
            ..Table::default()
        };
        tables.needs.relation(&ObjectName::Table(name.clone()), &parent.name);
        tables.catalog.tables.insert(name, child);
    }
}

/// `inherits` and `partition_of`: the parents come first. A partition's columns are its parent's, without what the
/// parent says of them besides.
pub(super) fn parents(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let draft = tables.scene.draft(id);
    let mut found = Vec::new();
    for parent in draft.spec.parents() {
        let Some(parent) = tables.scene.table(parent, tables.findings) else { return };
        let name = tables.scene.draft(parent).name.clone();
        tables.needs.relation(&ObjectName::Table(table.name.clone()), &name);
        found.push(name);
    }
    if let Some(bounds) = draft.spec.partition_of.as_ref().and_then(|of| of.bounds.as_ref()) {
        table.partition_of = found.pop().map(|parent| PartitionOf { parent, bound: bound(bounds) });
        table.columns.iter_mut().for_each(|column| column.comment = None);
    }
    table.inherits = found;
}

/// `y2026` of `events` is `events_y2026`; a name that begins with the table's or has a schema is taken as it is.
fn child_name(parent: &QualifiedName, key: &Text) -> QualifiedName {
    match split(key) {
        (Some(schema), name) => QualifiedName::new(schema, name),
        (None, name) if name.starts_with(&format!("{}_", parent.name)) => QualifiedName::new(&parent.schema, name),
        (None, name) => QualifiedName::new(&parent.schema, format!("{}_{name}", parent.name)),
    }
}

fn bound(spec: &PartitionSpec) -> String {
    match spec {
        PartitionSpec::Default => "DEFAULT".to_owned(),
        PartitionSpec::Range { from, to } => {
            format!("FOR VALUES FROM ({}) TO ({})", values(from), values(to))
        }
        PartitionSpec::List(items) => format!("FOR VALUES IN ({})", values(items)),
        PartitionSpec::Hash { modulus, remainder } => {
            format!("FOR VALUES WITH (modulus {}, remainder {})", number(modulus), number(remainder))
        }
    }
}

/// Constants take the type of the key; MINVALUE and MAXVALUE are words.
fn values(texts: &[Text]) -> String {
    let value = |text: &Text| match text.to_ascii_uppercase().as_str() {
        word @ ("MINVALUE" | "MAXVALUE") => word.to_owned(),
        "NULL" => "NULL".to_owned(),
        _ => quote_literal(text),
    };
    texts.iter().map(value).collect::<Vec<_>>().join(", ")
}

fn number(text: &Text) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
