//! A table without a primary key.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, Table};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let without = super::ours(model).filter(|table| table.primary_key.is_empty() && !has_its_parents(model, table));
    without
        .map(|table| {
            let message = format!("`{}` has no primary key", table.name.name);
            Diagnostic::new(Code::NoPrimaryKey, table.span, message)
                .help("add `primary_key: true` to a column, or `primary_key: [a, b]` to the table")
        })
        .collect()
}

/// A partition has the key of the table that it is a part of.
fn has_its_parents(model: &Model, table: &Table) -> bool {
    let tables = &model.base.tables;
    let parents = std::iter::successors(tables.get(&table.name), |table| {
        tables.get(&table.partition_of.as_ref().filter(|of| of.parent != table.name)?.parent)
    });
    parents.take(tables.len()).any(|parent| parent.primary_key.is_some())
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_tables_without_a_key() {
        assert_eq!(said("tables: {t: {access: shared, columns: {id: uuid}}}"), ["SG306 t"]);
        assert_eq!(
            said("tables: {t: {access: shared, columns: {id: {type: uuid, primary_key: true}}}}"),
            Vec::<String>::new()
        );
    }
}
