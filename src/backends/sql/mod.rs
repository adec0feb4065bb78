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
use super::{Backend, Options};
use crate::catalog::Catalog;
use crate::output::OutputTree;

/// The back end `sql`.
pub struct Sql;

const FILES: [(&str, fn(&Catalog) -> String); 11] = [
    ("10_expand", expand::file),
    ("20_index", |_| phases::index()),
    ("30_backfill", |_| phases::backfill()),
    ("40_constrain", constrain::file),
    ("50_validate", |_| phases::validate()),
    ("60_contract", |_| phases::contract()),
    ("70_triggers", triggers::file),
    ("80_access", access::file),
    ("85_comments", comments::file),
    ("87_removed", removed::file),
    ("90_finish", finish::file),
];

impl Backend for Sql {
    fn name(&self) -> &'static str {
        "sql"
    }

    fn emit_in_parts(&self, catalog: &Catalog, _options: &Options, take: &mut dyn FnMut(OutputTree)) {
        for (name, file) in FILES {
            take(OutputTree::of(format!("sql/up/{name}.sql"), file(catalog)));
        }
    }
}
