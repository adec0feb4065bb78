//! A unique key over all owners tells each of them what the others have.

use crate::catalog;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, Table};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let owned = super::ours(model).filter(|table| ownership.paths.contains_key(&table.id));
    owned.flat_map(|table| of_table(model, table)).collect()
}

fn of_table(model: &Model, table: &Table) -> Vec<Diagnostic> {
    let Some(structure) = model.base.tables.get(&table.name) else { return Vec::new() };
    let told = structure.uniques.values().filter(|key| tells(table, structure, key));
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

/// No owner in the key, and values that a caller could guess and write.
fn tells(table: &Table, structure: &catalog::Table, key: &catalog::Key) -> bool {
    let owner = table.owners.iter().any(|link| key.columns.contains(&table.column(link.column).name));
    let written = key.columns.iter().any(|name| {
        let described = table.column_named(name).map(|column| table.column(column));
        let unguessable = structure.columns.iter().any(|column| column.name == *name && column.data_type == "uuid");
        described.is_some_and(|column| !column.computed && !column.read_only && column.references.is_none())
            && !unguessable
    });
    !owner && written
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
    }
}
