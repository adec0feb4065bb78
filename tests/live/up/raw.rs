//! `sql:`: a text runs once, in the model's default schema, and is undone there; what up takes back of it, it gives again.

use super::{apply, assert_same, fingerprint, ledger, servers, tree_of, written};
use crate::psql;
use schemagen::output::OutputTree;
use schemagen::postgres::Database;

const TABLES: &str = "schemagen: 1\ntarget: supabase\nschema: app\ntables:\n  notes: {access: shared, columns: {id: {type: integer, primary_key: true}}}\n";

/// None of these may run twice.
const ENTRIES: &str = "sql:
  - {name: a type (early), phase: before, up: create type mood as (a int), down: drop type mood}
  - {name: middle, phase: before_views, up: \"create table extra (id int, m mood) -- a mood\", down: drop table extra}
  - {name: late, up: create text search configuration fuzzy (copy = simple), down: drop text search configuration fuzzy}
  - {name: bare, phase: no_transaction, up: \"create index concurrently extra_id on extra (id); vacuum extra -- twice\", down: drop index extra_id}
";

fn model(entries: &str) -> OutputTree {
    tree_of(&format!("{TABLES}{entries}"))
}

/// What there is of them, each with its schema.
fn made(database: &Database) -> String {
    psql(
        database,
        "select string_agg(n.nspname || '.' || name, ' ' order by name) from (select relname::text, relnamespace from pg_class
           where relname in ('mood', 'extra', 'extra_id') union all select cfgname, cfgnamespace from pg_ts_config) as found (name, namespace)
         join pg_namespace as n on n.oid = namespace where n.nspname = 'app' or name ~ 'fuzzy|mood|extra'",
    )
}

#[test]
fn a_text_runs_once_in_every_phase_and_in_the_models_schema() {
    let tree = model(ENTRIES);
    for server in servers() {
        let database = server.supabase("raw").unwrap();
        let before = fingerprint(&database);
        apply(&database, &tree, "sql/up");
        assert_eq!(made(&database), "app.extra app.extra_id app.fuzzy app.mood");
        let (entries, transactions) = (ledger(&database), written(&database));
        apply(&database, &tree, "sql/up");
        assert_eq!(ledger(&database), entries);
        assert_same(&written(&database), &transactions);
        for _ in 0..2 {
            apply(&database, &tree, "sql/down");
            assert_same(&fingerprint(&database), &before);
            apply(&database, &tree, "sql/up");
            assert_eq!(made(&database), "app.extra app.extra_id app.fuzzy app.mood");
        }
    }
}

/// Another text runs, and its `down` undoes it; an entry that the model has no more is undone.
#[test]
fn a_changed_text_runs_and_a_removed_one_is_undone() {
    let changed = ENTRIES.replace("configuration fuzzy", "configuration fuzzy_too");
    let removed = changed.replace("  - {name: late", "  - {name: other");
    for server in servers() {
        let database = server.supabase("raw").unwrap();
        let before = fingerprint(&database);
        apply(&database, &model(ENTRIES), "sql/up");
        apply(&database, &model(&changed), "sql/up");
        assert_eq!(made(&database), "app.extra app.extra_id app.fuzzy app.fuzzy_too app.mood");
        psql(&database, "drop text search configuration app.fuzzy");
        apply(&database, &model(&removed), "sql/up");
        assert_eq!(made(&database), "app.extra app.extra_id app.fuzzy_too app.mood");
        apply(&database, &model(""), "sql/up");
        assert_eq!(made(&database), "");
        apply(&database, &model(""), "sql/down");
        assert_same(&fingerprint(&database), &before);
    }
}

/// What an entry of another name stands for is not undone.
#[test]
fn an_entry_takes_another_name() {
    let named = |name: &str| {
        let up = "create table if not exists extra (id int)";
        model(&format!("sql: [{{name: {name}, phase: before, up: {up}, down: drop table extra}}]"))
    };
    for server in servers() {
        let database = server.supabase("raw").unwrap();
        apply(&database, &named("one"), "sql/up");
        psql(&database, "insert into app.extra values (7)");
        apply(&database, &named("two"), "sql/up");
        assert_eq!(psql(&database, "select id from app.extra"), "7");
        apply(&database, &named("two"), "sql/down");
        assert_eq!(made(&database), "");
    }
}

/// An earlier version kept no record of the text; somebody who has taken an object away says so in the ledger.
#[test]
fn without_a_record_it_runs_as_ever() {
    let tree = model("sql: [{name: extra, up: create table if not exists extra (id int), down: drop table extra}]");
    for server in servers() {
        let database = server.supabase("raw").unwrap();
        apply(&database, &tree, "sql/up");
        let forget = "drop table app.extra; update schemagen.ledger set done = 'raw SQL', undo = 'drop table app.extra' where kind = 'raw'";
        psql(&database, forget);
        apply(&database, &tree, "sql/up");
        assert_eq!(made(&database), "app.extra");
        psql(&database, "drop table app.extra");
        apply(&database, &tree, "sql/up");
        assert_eq!(made(&database), "");
        psql(&database, "update schemagen.ledger set done = '' where kind = 'raw' and object = 'extra'");
        apply(&database, &tree, "sql/up");
        assert_eq!(made(&database), "app.extra");
        apply(&database, &tree, "sql/down");
        assert_eq!(made(&database), "");
    }
}

/// What of a table is the model's to say is said by the model, and then again by the entry.
#[test]
fn what_up_takes_back_is_given_again() {
    let tree = model(
        "sql:
  - {name: read, up: grant select on notes to anon, down: none, reason: none}
  - {name: said, up: \"comment on table notes is 'said'\", down: none, reason: none}
  - {name: open, up: \"drop policy if exists open on notes; create policy open on notes to anon using (true)\", down: none, reason: none}
",
    );
    for server in servers() {
        let database = server.supabase("raw").unwrap();
        for _ in 0..3 {
            apply(&database, &tree, "sql/up");
            let found = "select has_table_privilege('anon', 'app.notes', 'select'), obj_description('app.notes'::regclass), count(*)
                from pg_policy where polname = 'open'";
            assert_eq!(psql(&database, found), "t|said|1");
        }
    }
}

const IMPORTED: &str = "schemagen: 1
privileges: written
tables:
  t:
    owner: u
    access: written
    policies: [{name: own, to: authenticated, using: u = (select auth.uid())}]
    columns: {id: {type: bigint, primary_key: true, identity: always}, u: {type: uuid?, references: auth.users, index: false}}
  kv: {access: written, row_security: false, columns: {key: {type: text, primary_key: true}, value: text?}}
  kv2: {access: written, columns: {key: {type: text, primary_key: true}, value: text?}}
grants: [{privileges: all, on: {table: [t, kv]}, to: [anon, authenticated, service_role]}]
sql:
  - {name: identity privileges public.t.id, up: 'grant select, update, usage on sequence public.t_id_seq to anon, service_role', down: none, reason: it was there}
";

/// Who may touch what is written there: nothing is at odds with it, neither up nor the tests.
#[test]
fn an_imported_model_is_content_with_what_it_made() {
    let tree = tree_of(IMPORTED);
    for server in servers() {
        let database = server.supabase("imported").unwrap();
        apply(&database, &tree, "sql/up");
        let transactions = written(&database);
        let drawn = "select has_sequence_privilege('anon', 'public.t_id_seq', 'usage')";
        assert_eq!(psql(&database, drawn), "t");
        assert_eq!(apply(&database, &tree, "sql/up"), "");
        assert_same(&written(&database), &transactions);
        assert_eq!(psql(&database, drawn), "t");
        assert!(apply(&database, &tree, "sql/tests").contains("ok: row security"));
    }
}
