//! Functions that change what they take or give, and what calls them.

use super::partitions::tree;
use super::{apply, ledger, servers};
use crate::psql;
use schemagen::output::OutputTree;

/// Everything that may call a function.
fn called(arguments: &str, returns: &str, body: &str) -> OutputTree {
    tree(&format!(
        "schemagen: 1
target: supabase
tables:
  t:
    access: shared
    allow: [{{can: read, to: signed_in, when: rate(n) > 1}}]
    columns:
      id: {{type: integer, primary_key: true}}
      n: {{type: integer, default: rate(3), check: rate(n) >= 0}}
      g: {{type: integer, generated: rate(n)}}
    indexes: [{{columns: [\"rate(n)\"], name: idx_rate}}]
functions:
  rate: {{args: {arguments}, returns: {returns}, language: sql, volatility: immutable, call: [signed_in], body: {body}}}
views:
  v: {{query: \"select id, rate(id) as r from t\", read: [signed_in]}}
  w: {{query: \"select id, r from v\", read: [signed_in]}}
"
    ))
}

/// Calls of the function that is meant, and of any other.
const CALLERS: &str = "
    select string_agg(distinct n.nspname || ' ' || p.oid::regprocedure, ', '), count(distinct d.objid) from pg_proc as p
    join pg_namespace as n on n.oid = p.pronamespace
    left join pg_depend as d on d.refobjid = p.oid and d.refclassid = 'pg_proc'::regclass where p.proname = 'rate'";

/// Arguments, what it returns, its body; what is called then, by six that call it; and what it makes of 3.
const STEPS: [(&str, &str, &str, &str, &str); 5] = [
    ("{p: integer, q: {type: integer, default: 1}}", "integer", "select p + q", "rate(integer,integer)", "4"),
    ("{x: integer, q: {type: integer, default: 1}}", "integer", "select x + q + 1", "rate(integer,integer)", "5"),
    ("{p: bigint}", "integer", "select p::integer + 3", "rate(bigint)", "6"),
    ("{p: integer}", "numeric", "select p + 5", "rate(integer)", "8"),
    ("{p: integer}", "integer", "select p", "rate(integer)", "3"),
];

#[test]
fn what_calls_a_function_calls_the_one_that_is_meant() {
    let first = called("{p: integer}", "integer", "select p");
    for server in servers() {
        let database = server.supabase("functions").unwrap();
        apply(&database, &first, "sql/up");
        psql(&database, "insert into public.t (id) values (1)");
        for (arguments, returns, body, signature, value) in STEPS {
            let next = called(arguments, returns, body);
            apply(&database, &next, "sql/up");
            assert_eq!(psql(&database, CALLERS), format!("public {signature}|6"));
            assert_eq!(psql(&database, "select n, g from public.t"), format!("3|{value}"));
            let entries = ledger(&database);
            assert_eq!(apply(&database, &next, "sql/up"), "");
            assert_eq!(ledger(&database), entries);
        }
        apply(&database, &first, "sql/down");
        apply(&database, &first, "sql/up");
        assert_eq!(psql(&database, "select n, g from public.t"), "3|3");
    }
}

/// What is not the model's goes on calling the old one, and that is said.
#[test]
fn callers_of_others_are_named() {
    for server in servers() {
        let database = server.supabase("callers").unwrap();
        apply(&database, &called("{p: integer}", "integer", "select p"), "sql/up");
        psql(&database, "create view public.theirs as select public.rate(1)");
        let said = apply(&database, &called("{p: integer}", "numeric", "select p + 5"), "sql/up");
        assert!(said.contains("still called by rule _RETURN on view public.theirs"), "{said}");
        assert_eq!(psql(&database, "select * from public.theirs"), "1");
    }
}
