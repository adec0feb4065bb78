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
mod raw;
mod removed;
mod triggers;

use super::psql::access;
pub use super::psql::script::{Mark, Script};
use super::{Backend, Options};
use crate::catalog::{Catalog, Place, Table};
use crate::output::OutputTree;
pub use finish::body_problem;

/// The back end `sql`.
pub struct Sql;

/// What writes a file.
type Writer = fn(&Catalog) -> Script;

const FILES: [(&str, Writer); 11] = [
    ("10_expand", expand::file),
    ("20_index", |_| Script::new(phases::index())),
    ("30_backfill", |catalog| Script::new(phases::backfill(catalog))),
    ("40_constrain", constrain::file),
    ("50_validate", |_| Script::new(phases::validate())),
    ("60_contract", |_| Script::new(phases::contract())),
    ("70_triggers", triggers::file),
    ("80_access", access::file),
    ("85_comments", |catalog| Script::new(comments::file(catalog))),
    ("87_removed", |catalog| Script::new(removed::file(catalog))),
    ("90_finish", finish::file),
];

impl Backend for Sql {
    fn name(&self) -> &'static str {
        "sql"
    }

    fn emit_in_parts(&self, catalog: &Catalog, _options: &Options, take: &mut dyn FnMut(OutputTree)) {
        for (name, file) in FILES {
            take(OutputTree::of(format!("sql/up/{name}.sql"), file(catalog).text));
        }
    }
}

/// The files in their order, one at a time; each knows which object a statement of it is of.
pub fn scripts(catalog: &Catalog) -> impl Iterator<Item = Script> {
    FILES.iter().map(move |(_, file)| file(catalog))
}

/// For each part of a table that is of one kind, the statement that [`Mark::Each`] stands for with this part alone.
pub fn each_alone(catalog: &Catalog, table: &Table, kind: &'static str) -> Vec<(Place, String)> {
    let place = |name: &String| Place::Part(table.name.clone(), kind, name.clone());
    let indexes = table.indexes.values().map(|found| (&found.name, expand::indexes(&table.name, [found].into_iter())));
    let keys = table.foreign_keys.values();
    let keys = keys.map(|found| (&found.name, constrain::foreign_keys(table, [found].into_iter())));
    let policies = table.policies.values();
    let policies = policies.map(|found| (&found.name, access::table_access(catalog, table, [found].into_iter())));
    let placed = |(name, sql): (&String, String)| (place(name), sql);
    match kind {
        "index" => indexes.map(placed).collect(),
        "foreign key" => keys.map(placed).collect(),
        "policy" => policies.map(placed).collect(),
        _ => Vec::new(),
    }
}
