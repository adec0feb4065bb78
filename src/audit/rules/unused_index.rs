//! Indexes that no query has used while their table was in use.

use crate::audit::context::is_platform;
use crate::audit::{Context, Findings};
use crate::catalog::{QualifiedName, Table, ddl};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for index in context.statistics.unused_indexes.iter().filter(|index| !is_platform(&index.table.schema)) {
        let table = context.catalog.tables.get(&index.table);
        if table.is_some_and(|table| serves_a_reference(table, &index.index)) {
            continue;
        }
        let why = format!(
            "{} has {} rows, was read {} times and never by it; it takes {} kB and slows every write",
            index.table,
            index.rows,
            index.reads,
            index.bytes / 1024
        );
        let name = QualifiedName::new(&index.table.schema, &index.index).sql();
        found.add(format!("index {}", index.index), why, format!("drop index concurrently {name};"));
    }
}

/// Deleting a row of the other table needs it, however seldom that is.
fn serves_a_reference(table: &Table, index: &str) -> bool {
    let Some(index) = table.indexes.get(index) else { return false };
    let leads = |columns: &[String]| {
        let wanted: Vec<String> = columns.iter().map(|column| ddl::names(std::slice::from_ref(column))).collect();
        let leading = index.keys.get(..wanted.len());
        leading.is_some_and(|leading| wanted.iter().all(|column| leading.contains(column)))
    };
    table.foreign_keys.values().any(|key| leads(&key.columns))
}
