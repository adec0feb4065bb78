//! Indexes that the author wrote.

use super::keys::{join, sql_keys};
use super::operator_classes;
use super::tables::{Tables, texts, value};
use crate::catalog::{Index, QualifiedName, Table};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Key;
use crate::model::TableId;
use crate::spec::{ColumnIndexSpec, IndexSpec, Text};

/// Indexes of columns, then those of the table.
pub(super) fn indexes(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let draft = tables.scene.draft(id);
    let alone = IndexSpec::default();
    for (name, column) in draft.own_columns() {
        let spec = match &column.index {
            Some(ColumnIndexSpec::Index(spec)) => spec,
            Some(ColumnIndexSpec::Flag(flag)) if flag.value => &alone,
            _ => continue,
        };
        add(tables, id, table, spec, std::slice::from_ref(*name));
    }
    for spec in &draft.indexes {
        add(tables, id, table, spec, &spec.columns);
    }
}

fn add(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table, spec: &IndexSpec, columns: &[Text]) {
    if columns.is_empty() {
        let finding = Diagnostic::new(Code::Incomplete, spec.span, "an index without columns");
        tables.findings.push(finding.help("list its columns or expressions"));
        return;
    }
    let keys = sql_keys(tables, id, columns, "index");
    if let Some(using) = &spec.using {
        operator_classes::method(tables.scene, using, tables.findings);
    }
    let placed: Vec<_> = columns.iter().map(|column| column.span).zip(&keys).collect();
    operator_classes::check(tables.scene, id, &method(spec), &placed, tables.findings);
    tables.scene.columns_named(id, &spec.include, tables.findings);
    let name = name(tables, &table.name, spec.name.as_ref(), &keys);
    let predicate = spec.predicate.as_ref().map(|text| tables.expression(id, text, "where").sql);
    table.indexes.insert(name.clone(), of_spec(spec, name, keys, predicate));
}

fn method(spec: &IndexSpec) -> String {
    spec.using.as_ref().map_or_else(|| "btree".to_owned(), |method| method.to_ascii_lowercase())
}

/// The index, of a table or a materialized view.
pub(super) fn of_spec(spec: &IndexSpec, name: String, keys: Vec<Key>, predicate: Option<String>) -> Index {
    Index {
        name,
        unique: spec.unique,
        method: method(spec),
        keys: keys.into_iter().map(|key| key.sql).collect(),
        include: spec.include.iter().map(|column| column.value.clone()).collect(),
        nulls_not_distinct: spec.nulls_not_distinct,
        with: texts(&spec.with),
        predicate,
        invalid: false,
        comment: value(&spec.comment),
    }
}

/// The name given, or `idx_<table>_<columns>`; an expression counts as `expr`.
pub(super) fn name(tables: &mut Tables<'_, '_>, table: &QualifiedName, given: Option<&Text>, keys: &[Key]) -> String {
    if let Some(name) = given {
        return name.value.clone();
    }
    let column = |key: &Key| key.column.clone().unwrap_or_else(|| "expr".to_owned());
    let columns: Vec<String> = keys.iter().map(column).collect();
    tables.taken.new_relation(&table.schema, &format!("idx_{}", table.name), Some(&join(&columns)), None)
}
