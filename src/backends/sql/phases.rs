//! The files that carry out what `10_expand` found to be done on tables that have rows.

use super::finish;
use crate::backends::psql::call::{call, definition, text};
use crate::backends::psql::runtime;
use crate::catalog::{Catalog, Table};

/// `20_index`: each statement outside a transaction.
pub fn index() -> String {
    use runtime::*;
    let purpose = "Indexes on tables that have rows, built concurrently. The list is shown, then run: one that cannot be built keeps no other from it.";
    let mut out = head(purpose, &[LEDGER, RUN, PENDING, BUILD_INDEX]);
    out.push_str("set lock_timeout = 0;\nset statement_timeout = 0;\n\\pset tuples_only on\nselect step from pg_temp.index_steps();\n");
    out.push_str("\\set ON_ERROR_STOP off\n\\gexec\n\\set ON_ERROR_STOP on\ncall pg_temp.indexes_built();\n");
    out
}

/// `30_backfill`: values for new columns, in batches.
pub fn backfill(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head(
        "Values for existing rows, in batches, each its own transaction. They may ask for rows that the model always has.",
        &[LEDGER, RUN, PENDING, ASIDE, STASH, FINISH, BACKFILL],
    );
    out.push_str(&first_rows(catalog));
    out.push_str(
        "set statement_timeout = 0;\ncall pg_temp.set_triggers('replica');\ncall pg_temp.backfill_all();\ncall pg_temp.set_triggers('origin');\n",
    );
    out
}

/// Rows of tables that are still empty, but for those whose triggers have to see them.
fn first_rows(catalog: &Catalog) -> String {
    let watched = |table: &Table| {
        let mut events = table.triggers.values().flat_map(|trigger| &trigger.events);
        events.any(|event| event.event == "INSERT")
    };
    let tables = finish::with_rows(catalog).into_iter().filter(|table| !watched(table));
    tables
        .map(|table| call("ensure_first_rows", &[text(&table.name.sql()), definition(&finish::rows_of(table))]))
        .collect()
}

/// `50_validate`: constraints that were added NOT VALID.
pub fn validate() -> String {
    use runtime::*;
    let purpose = "Validates what was added NOT VALID: reads and writes go on meanwhile.";
    let mut out = head(purpose, &[LEDGER, RUN, PENDING, WORK_OFF]);
    out.push_str("set statement_timeout = 0;\ncall pg_temp.work_off('validate');\n");
    out
}

/// `60_contract`: NOT NULL, now that every row has a value.
pub fn contract() -> String {
    use runtime::*;
    let purpose = "NOT NULL and primary keys, now that validated checks say that every row has a value; partitions in new places.";
    let mut out = head(purpose, &[LEDGER, RUN, PENDING, PARTITION, WORK_OFF]);
    out.push_str("call pg_temp.work_off('contract');\n");
    out
}
