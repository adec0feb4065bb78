//! A unique key over all owners tells each of them what the others have.

use crate::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, Model, Table};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let owned = super::ours(model).filter(|table| ownership.paths.contains_key(&table.id));
    owned.flat_map(|table| of_table(model, ownership, table)).collect()
}

fn of_table(model: &Model, ownership: &Ownership, table: &Table) -> Vec<Diagnostic> {
    let Some(structure) = model.base.tables.get(&table.name) else { return Vec::new() };
    let told = structure.uniques.values().filter(|key| tells(ownership, table, structure, key));
    told.map(|key| {
        let first = key.columns.first().and_then(|name| table.column_named(name));
        let span = first.map_or(table.span, |column| table.column(column).span);
        let message = format!(
            "`{}` is unique over all owners: a failing insert tells that somebody has the value",
            key.columns.join(", ")
        );
        Diagnostic::new(Code::UniqueOverOwners, span, message)
            .help("add the owner's column to the key, if a value need only be unique for each owner")
    })
    .collect()
}

/// No owner in the key, nor a row that has one, and values that a caller could guess and write.
fn tells(ownership: &Ownership, table: &Table, structure: &catalog::Table, key: &catalog::Key) -> bool {
    let columns: Vec<ColumnId> = key.columns.iter().filter_map(|name| table.column_named(name)).collect();
    let scoped = columns.iter().any(|id| {
        let reference = table.column(*id).references;
        table.owners.iter().any(|link| link.column == *id)
            || table.filled().any(|carried| carried == *id)
            || reference.is_some_and(|reference| ownership.paths.contains_key(&reference.table))
    });
    let guessable = |id: &ColumnId| {
        let uuid = structure.columns.get(id.index()).is_some_and(|column| column.data_type == "uuid");
        !uuid && super::is_written(table, *id)
    };
    !scoped && columns.iter().any(guessable)
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_keys_without_an_owner() {
        let model = |unique: &str| {
            said(&format!(
                "tables: {{t: {{owner: user_id, unique: [{unique}], columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}, slug: text}}}}}}"
            ))
        };
        assert_eq!(model("[slug]"), ["SG304 slug"]);
        assert_eq!(model("[user_id, slug]"), Vec::<String>::new());
        let carried = said(
            "tables: {p: {owner: user_id, columns: {id: {type: uuid, primary_key: true}, user_id: {references: auth.users}}},
              t: {owner: {column: p_id, carry: user_id}, unique: [[user_id, slug]], columns: {id: {type: uuid, primary_key: true}, p_id: {references: p}, user_id: {references: auth.users}, slug: text}}}",
        );
        assert_eq!(carried, Vec::<String>::new());
    }
}
