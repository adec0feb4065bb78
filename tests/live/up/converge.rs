//! What is there already and differs from the model: it ends as on an empty database, and down gives it back.

use super::{apply, assert_same, compiled, fingerprint, ledger, servers};
use crate::psql;
use schemagen::postgres::{Database, Scratch};

const WRONG: &str = include_str!("models/wrong.sql");

/// There before us, in every database.
const BEFORE: &str = "create table public.of_others (plain text);";

/// Rows that have to stay.
const ROWS: &str = "
    insert into auth.users (id) values ('00000000-0000-4000-8000-00000000000a');
    insert into public.notes (user_id, title) select id, 't' || n from auth.users, generate_series(1, 3) as n;
    insert into public.events (at) values ('2026-03-04'), ('2030-01-01');
    insert into public.kinds values (1, 'a'), (2, 'c');";

const DATA: &str = "
    select 'notes', id, title from public.notes union all select 'events', id, at::text from public.events
    union all select 'kinds', id, kind from public.kinds order by 1, 2, 3";

/// Each wrong state with its name.
fn states() -> Vec<(&'static str, String)> {
    let mut states: Vec<(&str, String)> = Vec::new();
    for line in WRONG.lines().skip(1) {
        match (line.strip_prefix("-- "), states.last_mut()) {
            (Some(name), _) => states.push((name, String::new())),
            (None, Some((_, sql))) => sql.extend([line, "\n"]),
            (None, None) => panic!("SQL before the first name: {line}"),
        }
    }
    states
}

/// A database with the model's objects and rows, of which nobody knows any more who made them.
fn brownfield(server: &Scratch, hint: &str) -> Database {
    let database = server.supabase(hint).unwrap();
    psql(&database, BEFORE);
    apply(&database, &compiled("converge"), "sql/up");
    psql(&database, ROWS);
    psql(&database, "drop schema schemagen cascade");
    database
}

/// The files of the tables, but for those that become logged.
fn files(database: &Database) -> String {
    psql(
        database,
        "select relname, pg_relation_filenode(oid) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
         and relpersistence = 'p' and relname not like 'unique%' order by 1",
    )
}

#[test]
fn every_wrong_state_ends_as_the_model_says() {
    let tree = compiled("converge");
    assert!(states().len() >= 12);
    for server in servers() {
        let right = brownfield(server, "right");
        let (wanted, rows) = (fingerprint(&right), psql(&right, DATA));
        for (name, wrong) in states() {
            let database = server.copy(&right).unwrap();
            psql(&database, &wrong);
            let (before, unchanged) = (fingerprint(&database), files(&database));
            assert!(before != wanted, "{name}: nothing is wrong");
            apply(&database, &tree, "sql/up");
            let found = fingerprint(&database);
            let found: Vec<&str> = found.lines().filter(|line| !line.contains("other_events")).collect();
            assert_same(&found.join("\n"), &wanted);
            assert!(ledger(&database) != "0", "{name}: nothing is in the ledger");
            assert_eq!(psql(&database, DATA), rows, "{name}");
            if name != "unlogged" {
                assert_eq!(files(&database), unchanged, "{name}: no table is written anew");
            }
            let entries = ledger(&database);
            assert_eq!(apply(&database, &tree, "sql/up"), "", "{name}");
            assert_eq!(ledger(&database), entries, "{name}");
            apply(&database, &tree, "sql/down");
            assert_same(&fingerprint(&database), &before);
        }
    }
}

/// A row that does not fit its new bounds stops up, is named, and stays where it is.
#[test]
fn rows_beyond_the_new_bounds_stay() {
    let tree = compiled("converge");
    for server in servers() {
        let database = brownfield(server, "beyond");
        psql(
            &database,
            "alter table public.events detach partition public.events_y2026;
             alter table public.events attach partition public.events_y2026 for values from ('2025-01-01') to ('2027-01-01');
             insert into public.events (at) values ('2025-02-03')",
        );
        let rows = psql(&database, DATA);
        let failure = std::panic::catch_unwind(|| apply(&database, &tree, "sql/up")).unwrap_err();
        let text = failure.downcast_ref::<String>().cloned().unwrap_or_default();
        assert!(text.contains("events_y2026") && text.contains("mend them"), "{text}");
        assert_eq!(psql(&database, DATA), rows);
        psql(&database, "delete from public.events where at = '2025-02-03'");
        apply(&database, &tree, "sql/up");
        assert_eq!(psql(&database, "select count(*) from schemagen.pending"), "0");
        assert!(fingerprint(&database).contains("FOR VALUES FROM ('2026-01-01 00:00:00+00')"));
    }
}

#[test]
fn a_table_that_is_partitioned_in_another_way_is_refused() {
    let tree = compiled("converge");
    for server in servers() {
        let database = server.supabase("partitioned").unwrap();
        psql(&database, "create table public.events (id bigint, at timestamptz, primary key (id, at))");
        let failure = std::panic::catch_unwind(|| apply(&database, &tree, "sql/up")).unwrap_err();
        let text = failure.downcast_ref::<String>().cloned().unwrap_or_default();
        assert!(text.contains("SG503") && text.contains("RANGE (at)"), "{text}");
    }
}
