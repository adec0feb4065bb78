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

impl Backend for Sql {
    fn name(&self) -> &'static str {
        "sql"
    }

    fn emit(&self, catalog: &Catalog, _options: &Options) -> OutputTree {
        let mut tree = OutputTree::new();
        let files = [
            ("10_expand", expand::file(catalog)),
            ("20_index", phases::index()),
            ("30_backfill", phases::backfill()),
            ("40_constrain", constrain::file(catalog)),
            ("50_validate", phases::validate()),
            ("60_contract", phases::contract()),
            ("70_triggers", triggers::file(catalog)),
            ("80_access", access::file(catalog)),
            ("85_comments", comments::file(catalog)),
            ("87_removed", removed::file(catalog)),
            ("90_finish", finish::file(catalog)),
        ];
        for (name, text) in files {
            tree.add(format!("sql/up/{name}.sql"), text);
        }
        tree
    }
}
