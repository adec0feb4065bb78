//! `sql/down/NN_*.sql`: undoes what `sql/up` did to a database, and nothing else.
//!
//! What was done stands in the database's own ledger, each change with the statement that undoes it. So the file is the
//! same for every model, and knows what was there before us.

use super::psql::runtime;
use super::{Backend, Options};
use crate::catalog::Catalog;
use crate::output::OutputTree;

/// The back end `rollback`.
pub struct Rollback;

impl Backend for Rollback {
    fn name(&self) -> &'static str {
        "rollback"
    }

    fn emit_in_parts(&self, _catalog: &Catalog, _options: &Options, take: &mut dyn FnMut(OutputTree)) {
        take(OutputTree::of("sql/down/10_undo.sql", file()));
    }
}

fn file() -> String {
    use runtime::{ASIDE, MOVE_ASIDE, PENDING, PRIVILEGE, RENAMED, RETYPE, RUN, SET_ASIDE, STASH, UNDO};
    let mut out = runtime::head(
        "Takes back what sql/up did, read from the ledger in this database: the latest change first.\n\
         Data is put aside and not dropped: the next up brings it back. Nothing is touched that was there before.\n\
         It may be cut off anywhere and run again.",
        &[RUN, RENAMED, PENDING, ASIDE, STASH, PRIVILEGE, RETYPE, MOVE_ASIDE, SET_ASIDE, UNDO],
    );
    out.push_str("set statement_timeout = 0;\ncall pg_temp.undo_all();\n");
    out
}
