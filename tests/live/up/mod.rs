//! Up: on an empty database, again, and on what is there already.

mod fixture;

use crate::{apply, servers};
use schemagen::backends::{Backend, Options, sql::Sql};

#[test]
fn an_empty_database_then_nothing() {
    let tree = Sql.emit(&fixture::shop(), &Options::default());
    for server in servers() {
        let database = server.supabase("up").unwrap();
        apply(&database, &tree, "sql/up");
        apply(&database, &tree, "sql/up");
    }
}
