//! The database without what the guessed keys bring back, for lifting.

use super::Guess;
use super::columns::PRIVATE;
use crate::catalog::{Action, Catalog, ForeignKey, FunctionName, QualifiedName};
use std::collections::{BTreeMap, BTreeSet};

/// The catalog with foreign keys as they were before owners were added to them, and without what the compiler
/// made for itself.
pub fn reduced(
    catalog: &Catalog,
    guesses: &BTreeMap<QualifiedName, Guess>,
    functions: &BTreeSet<FunctionName>,
) -> Catalog {
    let mut reduced = catalog.clone();
    for (name, guess) in guesses {
        for key in &guess.widened {
            narrow(&mut reduced, name, key);
        }
    }
    let ours = catalog.functions.keys().filter(|name| name.name.schema == PRIVATE).all(|name| functions.contains(name));
    let holds = |schema: &str| catalog.tables.keys().any(|name| name.schema == schema);
    if ours && !functions.is_empty() && !holds(PRIVATE) {
        reduced.schemas.remove(PRIVATE);
    }
    let audited = guesses.values().any(|guess| guess.spec.mixins.iter().any(|mixin| mixin.value == "audit"));
    if audited {
        reduced.tables.remove(&QualifiedName::new("audit", "changes"));
    }
    reduced
}

fn narrow(catalog: &mut Catalog, table: &QualifiedName, name: &str) {
    let Some(key) = catalog.tables.get_mut(table).and_then(|table| table.foreign_keys.get_mut(name)) else { return };
    let wide: ForeignKey = key.clone();
    key.columns.truncate(1);
    key.to.truncate(1);
    key.on_update = Action::NoAction;
    if key.on_delete_columns == key.columns {
        key.on_delete_columns.clear();
    }
    let ([id, owner, ..], Some(parent)) = (wide.to.as_slice(), catalog.tables.get_mut(&wide.table)) else { return };
    let made = format!("{}_{id}_{owner}_key", parent.name.name);
    // a longer name ends in its hash
    let stem: String = made.chars().take(50).collect();
    let ours = |key: &crate::catalog::Key| key.columns == wide.to && key.name.starts_with(&stem);
    let name = parent.uniques.values().find(|key| ours(key)).map(|key| key.name.clone());
    name.map(|name| parent.uniques.remove(&name));
}
