//! Rows that the model always has, and backfills that ask for them.

use super::partitions::tree;
use super::{apply, ledger, servers};
use crate::psql;

const HEAD: &str = "schemagen: 1\ntarget: supabase\ntables:\n";

#[test]
fn backfills_find_the_rows_of_new_tables() {
    let before =
        tree(&format!("{HEAD}  t: {{access: internal, columns: {{id: {{type: integer, primary_key: true}}}}}}\n"));
    for server in servers() {
        for backfill in ["\"1\"", "(select min(id) from orgs)"] {
            let after = tree(&format!(
                "{HEAD}  plans: {{access: internal, rows: [{{id: 7}}], columns: {{id: {{type: integer, primary_key: true}}}}}}
  orgs:
    access: internal
    columns: {{id: {{type: integer, primary_key: true}}, plan_id: {{references: plans}}}}
    rows: [{{id: 1, plan_id: 7}}]
  t:
    access: internal
    columns: {{id: {{type: integer, primary_key: true}}, org_id: {{references: orgs, backfill: {backfill}}}}}
    rows: [{{id: 3, org_id: 1}}]
"
            ));
            let database = server.supabase("rows").unwrap();
            apply(&database, &before, "sql/up");
            psql(&database, "insert into public.t values (1), (2)");
            apply(&database, &after, "sql/up");
            assert_eq!(
                psql(&database, "select string_agg(id || ' ' || org_id, ',' order by id) from public.t"),
                "1 1,2 1,3 1"
            );
            let entries = ledger(&database);
            assert_eq!(apply(&database, &after, "sql/up"), "");
            assert_eq!(ledger(&database), entries);
        }
    }
}
