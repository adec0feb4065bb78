//! `sql/up/NN_*.sql`: files for psql that bring any database to the model, in phases that a busy one survives.
//!
//! Each file is a session of its own: settings, the part of the run-time (templates/sql) that it needs, then one
//! call an object with the object's plain definition in it. What there is to do is decided on the server, by
//! comparing what PostgreSQL prints for the wanted definition with what it prints for the existing one.

mod comments;
mod constrain;
mod expand;
mod finish;
#[cfg(test)]
mod golden;
mod objects;
mod phases;
mod removed;
mod triggers;

use super::psql::access;
pub use super::psql::script::{Mark, Script};
use super::{Backend, Options};
use crate::catalog::{Catalog, Place, Table};
use crate::output::OutputTree;

/// The back end `sql`.
pub struct Sql;

impl Backend for Sql {
    fn name(&self) -> &'static str {
        "sql"
    }

    fn emit(&self, catalog: &Catalog, _options: &Options) -> OutputTree {
        let mut tree = OutputTree::new();
        for (name, script) in scripts(catalog) {
            tree.add(format!("sql/up/{name}.sql"), script.text);
        }
        tree
    }
}

/// The files in their order; each knows which object a statement of it is of.
pub fn scripts(catalog: &Catalog) -> [(&'static str, Script); 11] {
    [
        ("10_expand", expand::file(catalog)),
        ("20_index", Script::new(phases::index())),
        ("30_backfill", Script::new(phases::backfill())),
        ("40_constrain", constrain::file(catalog)),
        ("50_validate", Script::new(phases::validate())),
        ("60_contract", Script::new(phases::contract())),
        ("70_triggers", triggers::file(catalog)),
        ("80_access", access::file(catalog)),
        ("85_comments", Script::new(comments::file(catalog))),
        ("87_removed", Script::new(removed::file(catalog))),
        ("90_finish", finish::file(catalog)),
    ]
}

/// For each part of a table that is of one kind, the statement that [`Mark::Each`] stands for with this part alone.
pub fn each_alone(table: &Table, kind: &'static str) -> Vec<(Place, String)> {
    let place = |name: &String| Place::Part(table.name.clone(), kind, name.clone());
    let indexes = table.indexes.values().map(|found| (&found.name, expand::indexes(&table.name, [found].into_iter())));
    let keys = table.foreign_keys.values();
    let keys = keys.map(|found| (&found.name, constrain::foreign_keys(table, [found].into_iter())));
    let policies = table.policies.values();
    let policies = policies.map(|found| (&found.name, access::table_access(table, [found].into_iter())));
    let placed = |(name, sql): (&String, String)| (place(name), sql);
    match kind {
        "index" => indexes.map(placed).collect(),
        "foreign key" => keys.map(placed).collect(),
        "policy" => policies.map(placed).collect(),
        _ => Vec::new(),
    }
}
